"""Who may do what: tried, not read from a catalogue."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import text

from anigen_assets.store import migrate, roles
from anigen_assets.store.database import Database
from anigen_assets.store.read_models import ReadModels
from anigen_assets.store.roles import missing_roles
from anigen_assets.store.tables import Base
from anigen_tests.postgres import TestServer
from anigen_tests.store.story import SERIES, begin, retire

TABLES = [table.name for table in Base.metadata.sorted_tables]


@pytest.fixture
def viewer(
    postgres_server: TestServer, database: Database, database_url: str
) -> Iterator[psycopg.Connection]:
    """A connection with the viewer's login."""
    if not postgres_server.embedded:
        pytest.skip("the viewer's login exists on the embedded server only")
    with database.unit_of_work() as uow:
        begin(uow)
        retire(uow, 1)
        uow.commit()
    with psycopg.connect(postgres_server.viewer_url(database_url), autocommit=True) as connection:
        yield connection


def _as(role: str, url: str) -> psycopg.Connection:
    connection = psycopg.connect(url, autocommit=True)
    connection.execute(f"SET ROLE {role}")
    return connection


@pytest.fixture
def owned_by_a_plain_user(postgres_server: TestServer) -> Iterator[str]:
    """An empty database whose owner may make neither roles nor databases."""
    name = f"plain_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(postgres_server.admin_url, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {name} LOGIN")
        admin.execute(f"CREATE DATABASE {name} OWNER {name}")
        yield postgres_server.url(name, name)
        postgres_server.drop(name)
        admin.execute(f"DROP ROLE {name}")


@pytest.mark.parametrize("there", [True, False], ids=["roles exist", "roles are missing"])
def test_a_user_who_may_not_make_roles_can_still_set_the_database_up(
    owned_by_a_plain_user: str, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    if not there:
        monkeypatch.setattr(roles, "OWNER", "anigen_nobody")
    migrate.upgrade(owned_by_a_plain_user)
    assert migrate.is_current(owned_by_a_plain_user)
    assert missing_roles(owned_by_a_plain_user) == ([] if there else ["anigen_nobody"])
    database = Database.connect(owned_by_a_plain_user)
    with database.unit_of_work() as uow:
        begin(uow)
        retire(uow, 1)
    database.dispose()


def test_all_roles_exist(database_url: str) -> None:
    assert missing_roles(database_url) == []


@pytest.mark.parametrize("table", TABLES)
def test_the_viewer_cannot_read_a_table(viewer: psycopg.Connection, table: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        viewer.execute(f"SELECT * FROM {table}")


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE mine ()", "DELETE FROM view_logs", "UPDATE view_budgets SET limit_usd = 9"]
)
def test_the_viewer_cannot_write(viewer: psycopg.Connection, statement: str) -> None:
    with pytest.raises((psycopg.errors.ReadOnlySqlTransaction, psycopg.errors.InsufficientPrivilege)):
        viewer.execute(statement)


def test_the_viewer_cannot_write_when_it_turns_read_only_off(viewer: psycopg.Connection) -> None:
    viewer.execute("SET default_transaction_read_only = off")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        viewer.execute("INSERT INTO view_budgets VALUES ('harbour', 'day', 1, now())")


def test_a_slow_statement_of_the_viewer_is_ended(viewer: psycopg.Connection) -> None:
    assert viewer.execute("SHOW statement_timeout").fetchone() == ("5s",)


def test_read_models_work_with_nothing_but_views(
    viewer: psycopg.Connection, viewer_database: Database
) -> None:
    page = ReadModels(viewer_database, SERIES).episodes_page()
    assert [card.number for card in page] == [1]


def test_a_read_only_database_refuses_to_write_whoever_connects(database_url: str) -> None:
    database = Database.connect(database_url, read_only=True)
    with pytest.raises(Exception, match=r"read-only|permission denied"), database.unit_of_work() as uow:
        uow.budgets._session.connection().exec_driver_sql("CREATE TABLE mine ()")
    database.dispose()


def test_a_read_only_database_begins_every_transaction_read_only(database_url: str) -> None:
    database = Database.connect(database_url, read_only=True)
    with database.connection() as connection:
        assert connection.scalar(text("SHOW transaction_read_only")) == "on"
    database.dispose()


def test_the_writer_may_add_to_the_ledger_but_not_change_it(database_url: str) -> None:
    with _as("anigen_writer", database_url) as writer:
        writer.execute(
            "INSERT INTO ledger_entries (at, number, series_id, kind, key, provider, model, unit, amount_usd, note)"
            " VALUES (now(), 1, 'harbour', 'actual', 'k', 'p', '', '', 1, '')"
        )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            writer.execute("UPDATE ledger_entries SET amount_usd = 0")


def test_the_writer_may_not_change_the_schema(database_url: str) -> None:
    with _as("anigen_writer", database_url) as writer, pytest.raises(psycopg.errors.InsufficientPrivilege):
        writer.execute("DROP TRIGGER append_only ON ledger_entries")

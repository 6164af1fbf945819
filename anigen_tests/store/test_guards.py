"""What is on record stays on record, even for the owner of the database."""

from __future__ import annotations

from decimal import Decimal

import psycopg
import pytest

from anigen_assets.errors import StateError
from anigen_assets.store.database import Database
from anigen_assets.store.records import EntryToAdd
from anigen_tests.store.story import NOW, SERIES, begin, retire, sets

APPEND_ONLY = ("plans", "plan_dictionaries", "canon_changes", "canon_snapshots", "ledger_entries")


@pytest.fixture
def told_url(database: Database, database_url: str) -> str:
    """A database in which every append-only table has a row."""
    with database.unit_of_work() as uow:
        begin(uow)
        retire(uow, 1, sets("mood", "calm"))
        retire(uow, 2, sets("mood", "wild"))
        uow.ledger.add(EntryToAdd(SERIES, 1, "actual", "film", Decimal("0.5"), "studio"), NOW)
        uow.commit()
    return database_url


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET series_id = series_id", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_append_only_tables_refuse(told_url: str, table: str, statement: str) -> None:
    with psycopg.connect(told_url) as connection, pytest.raises(psycopg.Error, match="append-only"):
        connection.execute(statement.format(table))


@pytest.mark.parametrize("statement", ["DELETE FROM canon_facts", "TRUNCATE canon_facts"])
def test_facts_are_never_deleted(told_url: str, statement: str) -> None:
    with psycopg.connect(told_url) as connection, pytest.raises(psycopg.Error, match="append-only"):
        connection.execute(statement)


@pytest.mark.parametrize("change", ["value = 'else'", "valid_from = 0", "scene = 5", "subject = 'ben'"])
def test_a_fact_is_never_edited(told_url: str, change: str) -> None:
    with psycopg.connect(told_url) as connection, pytest.raises(psycopg.Error, match="never edited"):
        connection.execute(f"UPDATE canon_facts SET {change} WHERE attribute = 'mood' AND valid_to IS NULL")


@pytest.mark.parametrize("end", ["NULL", "3", "2"])
def test_an_ended_validity_is_never_reopened_or_prolonged(told_url: str, end: str) -> None:
    with psycopg.connect(told_url) as connection, pytest.raises(psycopg.Error, match="never reopened"):
        connection.execute(
            f"UPDATE canon_facts SET valid_to = {end} WHERE attribute = 'mood' AND valid_to = 2"
        )


def test_what_the_database_refuses_is_told_in_our_own_words(told_url: str) -> None:
    database = Database.connect(told_url)
    with pytest.raises(StateError, match="append-only"), database.unit_of_work() as uow:
        uow.ledger._session.connection().exec_driver_sql("DELETE FROM ledger_entries")
    database.dispose()

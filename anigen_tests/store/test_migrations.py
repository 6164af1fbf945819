"""Schema versions: up, down, from empty, by many at once, and in agreement with the models."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from anigen_assets.errors import StateError
from anigen_assets.store import migrate
from anigen_assets.store.database import Database
from anigen_assets.store.server import parse_url, text_of
from anigen_assets.store.tables import Base
from anigen_tests.store.story import SERIES, begin, retire, sets

EVERYTHING = """
SELECT relkind::text || ' ' || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
UNION ALL SELECT 'f ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


def _things(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        return {name for (name,) in connection.execute(EVERYTHING)}


def test_an_empty_database_is_brought_to_the_newest_schema(empty_database_url: str) -> None:
    assert migrate.current(empty_database_url) is None
    migrate.upgrade(empty_database_url)
    assert migrate.current(empty_database_url) == migrate.head()
    assert migrate.is_current(empty_database_url)


def test_upgrading_again_changes_nothing(database_url: str) -> None:
    before = _things(database_url)
    migrate.upgrade(database_url)
    assert _things(database_url) == before


def test_going_all_the_way_down_leaves_nothing_and_up_again_works(database_url: str) -> None:
    full = _things(database_url)
    migrate.downgrade(database_url, "base")
    assert _things(database_url) == {"r alembic_version", "i alembic_version_pkc"}
    migrate.upgrade(database_url)
    assert _things(database_url) == full


def test_a_told_story_survives_the_way_down_to_the_first_tables_and_back(
    database: Database, database_url: str
) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
        for number in (1, 2, 3, 4):
            retire(uow, number, sets("mood", f"mood {number}"))
        uow.commit()

    def told() -> object:
        with database.unit_of_work() as uow:
            plans = uow.episodes.recent_plans(SERIES, 9, 9)
            files = [uow.media.for_episode(SERIES, number) for number in (1, 4)]
            return plans, files, uow.canon.snapshot(SERIES, 3), uow.canon.verify(SERIES)

    before = told()
    migrate.downgrade(database_url, "0001")
    migrate.upgrade(database_url)
    assert told() == before


def test_several_processes_may_upgrade_at_once(empty_database_url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate.upgrade, [empty_database_url] * 4))
    assert migrate.is_current(empty_database_url)


def test_models_and_migrations_describe_the_same_tables(database_url: str) -> None:
    engine = create_engine(text_of(parse_url(database_url, "psycopg")), poolclass=NullPool)
    options = {"compare_type": True, "compare_server_default": True}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_every_table_names_its_series() -> None:
    without = [t.name for t in Base.metadata.sorted_tables if "series_id" not in t.columns]
    assert without == []


def test_a_schema_from_the_future_is_refused_with_what_to_do(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StateError, match=r"9999.*newer AniGen"):
        migrate.upgrade(database_url)

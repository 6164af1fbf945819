"""Verification finds what was altered behind the guards' back, and names it."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from anigen_assets.store.database import Database
from anigen_assets.store.records import ChainFault
from anigen_assets.store.repositories.chain_check import ChainCheck
from anigen_assets.store.server import parse_url, text_of
from anigen_assets.story.changes import OpenThread
from anigen_tests.store.story import SERIES, begin, retire, sets, skip

Tamper = Callable[[str], ChainFault | None]


@pytest.fixture
def tamper(database: Database, database_url: str) -> Tamper:
    """Runs a statement with the guards switched off on a told story, and verifies."""
    with database.unit_of_work() as uow:
        begin(uow)
        retire(uow, 1, sets("mood", "calm"), sets("goal", "home"))
        skip(uow, 2)
        retire(uow, 3, sets("mood", "wild"))
        retire(uow, 2, sets("fear", "rats"), filler=True)
        uow.commit()

    def verify(statement: str) -> ChainFault | None:
        with psycopg.connect(database_url) as connection:
            connection.execute("SET session_replication_role = replica")
            assert connection.execute(statement).rowcount == 1
        with database.unit_of_work() as uow:
            return uow.canon.verify(SERIES)

    return verify


def test_an_untouched_story_verifies(tamper: Tamper) -> None:
    assert tamper("SELECT 1") is None


@pytest.mark.parametrize(
    ("statement", "table", "position"),
    [
        (
            """UPDATE canon_changes SET document = jsonb_set(document, '{value}', '"calN"')
            WHERE number = 1 AND position = 0""",
            "canon_changes",
            2,
        ),
        (
            """UPDATE canon_changes SET document = jsonb_set(document, '{value}', '"ratz"')
            WHERE number = 2 AND take = 1""",
            "canon_changes",
            5,
        ),
        ("UPDATE canon_changes SET scene = 5 WHERE number = 3", "canon_changes", 4),
        ("DELETE FROM canon_changes WHERE number = 1 AND position = 1", "canon_changes", 2),
        (
            "UPDATE canon_snapshots SET digest = set_byte(digest, 7, get_byte(digest, 7) # 1) WHERE position = 3",
            "canon_snapshots",
            3,
        ),
        ("UPDATE canon_snapshots SET number = 9 WHERE position = 3", "canon_changes", 3),
        ("DELETE FROM canon_snapshots WHERE position = 3", "canon_snapshots", 4),
        ("UPDATE canon_facts SET value = 'calN' WHERE value = 'calm'", "canon_facts", 2),
        ("UPDATE canon_facts SET valid_to = 99 WHERE value = 'calm'", "canon_facts", 2),
        ("UPDATE canon_facts SET valid_from = 2 WHERE value = 'home'", "canon_facts", 2),
        ("DELETE FROM canon_facts WHERE value = 'rats'", "canon_facts", 5),
        (
            "INSERT INTO canon_facts SELECT series_id, subject, 'hat', position, valid_from, valid_to, scene, value"
            " FROM canon_facts WHERE value = 'rats'",
            "canon_facts",
            5,
        ),
        ("UPDATE series_state SET head_digest = set_byte(head_digest, 0, 0)", "series_state", 5),
        ("UPDATE series_state SET standing_count = 1", "series_state", 5),
    ],
)
def test_what_was_altered_is_found_and_named(
    tamper: Tamper, statement: str, table: str, position: int
) -> None:
    fault = tamper(statement)
    assert fault is not None
    assert (fault.table, fault.position) == (table, position)


ANOTHER = {
    "text": "{0} || 'x'",
    "smallint": "coalesce({0}, 0) + 100",
    "integer": "coalesce({0}, 0) + 100",
    "bytea": r"set_byte(coalesce({0}, '\x00'), 0, (get_byte(coalesce({0}, '\x01'), 0) + 1) % 256)",
    "timestamp with time zone": "{0} + interval '1 microsecond'",
    "bigint": "coalesce({0}, 0) + 100",
    "boolean": "NOT {0}",
    "double precision": "coalesce({0}, 0) + 100",
    "jsonb": """jsonb_set({0}, '{{kind}}', '"moved"')""",
}
"""Another value of a column, by its type."""
COLUMNS = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = :table"
NOT_CANON = {
    ("series_state", "series_id"),  # then there is no such series
    *(("series_state", name) for name in ("bible_text", "canon_version", "created_at", "updated_at")),
    *(("episodes", name) for name in ("series_id", "film_take", "title_hash", "title", "reason", "seconds")),
    ("episodes", "failed_component"),
    *(("episodes", name) for name in ("planned_at", "produced_at", "retired_at", "updated_at")),
}
"""Columns of the series and its hours that production keeps, and the text of the bible beside its values."""
TOLD = {"episodes": "WHERE state = 'retired'"}
"""Hours that are no canon stand as production has them."""
TABLES = (
    "series_state",
    "episodes",
    "canon_changes",
    "canon_snapshots",
    "canon_facts",
    "characters",
    "plot_threads",
)


@pytest.mark.parametrize("table", TABLES)
def test_a_change_of_any_column_of_any_row_of_canon_is_found(
    database: Database, database_url: str, table: str
) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
        retire(
            uow,
            1,
            sets("mood", "calm"),
            OpenThread(id="boat", title="Boat", question="Will it come?", due_number=9),
        )
        skip(uow, 2)
        retire(uow, 3, sets("mood", "wild"))
        uow.commit()
    engine = create_engine(text_of(parse_url(database_url, "psycopg")))
    with Session(engine) as session:
        columns = session.execute(text(COLUMNS), {"table": table}).all()
        rows = session.scalars(text(f"SELECT ctid::text FROM {table} {TOLD.get(table, '')} LIMIT 6")).all()
        assert rows
        unseen = [
            (column, row)
            for column, kind in columns
            if (table, column) not in NOT_CANON
            for row in rows
            if _unseen(
                session, f"UPDATE {table} SET {column} = {ANOTHER[kind].format(column)} WHERE ctid = '{row}'"
            )
        ]
    engine.dispose()
    assert unseen == []


def _unseen(session: Session, statement: str) -> bool:
    session.execute(text("SET LOCAL session_replication_role = replica"))
    try:
        session.execute(text(statement))
    except IntegrityError:  # the database itself refuses
        session.rollback()
        return False
    fault = ChainCheck(session, SERIES).first_fault()
    session.rollback()
    return fault is None


def test_the_sentence_quotes_both_sides(tamper: Tamper) -> None:
    fault = tamper("UPDATE canon_facts SET value = 'calN' WHERE value = 'calm'")
    assert fault is not None
    assert "'calN'" in fault.sentence
    assert "'calm'" in fault.sentence

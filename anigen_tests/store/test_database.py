"""Connections, transactions and locks, also when something goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest
from sqlalchemy import text

from anigen_assets.errors import DatabaseUnavailableError, StateError, TransientError, UsageError
from anigen_assets.store import unit_of_work
from anigen_assets.store.database import Database
from anigen_assets.store.records import LogToAdd
from anigen_tests.store.story import NOW, SERIES, begin

HOLD_FOREVER = """
import sys, time
from anigen_assets.store.database import Database
with Database.connect(sys.argv[1]).hold("harbour", "produce:1"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_what_was_not_committed_is_forgotten(database: Database) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
    with database.unit_of_work() as uow:
        assert uow.series.get(SERIES) is None


def test_an_error_rolls_back_and_comes_through_unchanged(database: Database) -> None:
    def fail() -> None:
        with database.unit_of_work() as uow:
            begin(uow)
            raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        fail()
    with database.unit_of_work() as uow:
        assert uow.series.get(SERIES) is None


def test_a_server_that_is_not_there_gets_one_sentence_without_the_password() -> None:
    with pytest.raises(DatabaseUnavailableError) as caught:
        Database.connect("postgresql://nagi:hunter2@127.0.0.1:1/anigen", attempts_seconds=(0.05,))
    assert "127.0.0.1:1/anigen" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_a_server_that_went_away_in_the_middle_is_a_passing_failure(
    database: Database, database_url: str
) -> None:
    def lose_it() -> None:
        with database.unit_of_work() as uow:
            begin(uow)
            _end_all_sessions(database_url)
            uow.series.require(SERIES)

    with pytest.raises(DatabaseUnavailableError, match="was lost"):
        lose_it()
    with database.unit_of_work() as uow:
        assert uow.series.get(SERIES) is None


def test_connections_that_died_in_the_pool_are_replaced(database: Database, database_url: str) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
        uow.commit()
    _end_all_sessions(database_url)
    with database.unit_of_work() as uow:
        assert uow.series.get(SERIES) is not None


def test_text_that_cannot_be_kept_is_refused_with_a_sentence(database: Database) -> None:
    with pytest.raises(UsageError, match="NUL"), database.unit_of_work() as uow:
        uow.logs.add_many([LogToAdd(SERIES, NOW, "INFO", "test", "fine", fields={"a": ["b\x00"]})])


def test_a_series_lock_keeps_others_out_until_the_transaction_ends(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit_of_work, "LOCK_WAIT_SECONDS", 1)
    with database.unit_of_work() as first:
        first.lock_series(SERIES, "canon")
        with pytest.raises(TransientError, match="canon lock"), database.unit_of_work() as second:
            second.lock_series(SERIES, "canon")
    with database.unit_of_work() as third:
        third.lock_series(SERIES, "canon")


def test_locks_of_other_purposes_and_series_are_free(database: Database) -> None:
    with database.unit_of_work() as first, database.unit_of_work() as second:
        first.lock_series(SERIES, "canon")
        second.lock_series(SERIES, "plan")
        second.lock_series("another", "canon")


def test_a_hold_keeps_others_out_without_a_transaction(database: Database) -> None:
    with database.hold(SERIES, "produce:1"):
        with (
            pytest.raises(TransientError, match="produce:1"),
            database.hold(SERIES, "produce:1", wait_seconds=0.2),
        ):
            pass
        with database.hold(SERIES, "produce:2", wait_seconds=0.2):
            pass
    with database.hold(SERIES, "produce:1", wait_seconds=0.2):
        pass


def test_a_hold_ends_with_the_process_that_had_it(database: Database, database_url: str) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD_FOREVER, database_url], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    with pytest.raises(TransientError), database.hold(SERIES, "produce:1", wait_seconds=0.1):
        pass
    child.kill()
    child.communicate()
    with database.hold(SERIES, "produce:1", wait_seconds=20):
        pass


def test_a_forked_child_does_not_use_the_connections_of_its_parent(database: Database) -> None:
    mine = _server_process(database)
    child = os.fork()
    if child == 0:
        signal.alarm(30)
        os._exit(1 if _server_process(database) == mine else 0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert _server_process(database) == mine


def test_times_come_back_in_utc(database: Database) -> None:
    with database.connection() as connection:
        offset = connection.scalar(text("SELECT now()")).utcoffset()
    assert offset.total_seconds() == 0


def test_a_series_that_has_not_begun_is_named(database: Database) -> None:
    with pytest.raises(StateError, match="'harbour' has not begun"), database.unit_of_work() as uow:
        uow.series.require(SERIES)


def _server_process(database: Database) -> int:
    with database.connection() as connection:
        return int(connection.scalar(text("SELECT pg_backend_pid()")))


def _end_all_sessions(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    time.sleep(0.05)

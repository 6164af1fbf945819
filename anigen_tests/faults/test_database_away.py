"""The database goes away while hours are made: a short absence is borne, a long one ends in one sentence."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from anigen_assets.store.embedded import EmbeddedPostgres
from anigen_tests.e2e.processes import traces_of, wait_until
from anigen_tests.faults.conftest import HOURS
from anigen_tests.faults.home import SECONDS, Home, Made, fresh_home

pytestmark = pytest.mark.e2e

AWAY_SECONDS = 4.0
"""Well within the patience of a connection, 8 s and more."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """A PostgreSQL of one's own that the test stops and starts."""
    started = EmbeddedPostgres(tmp_path / "server", {"fsync": "off"})
    started.start()
    try:
        yield started
    finally:
        started.stop(if_unused=False)


@pytest.fixture
def home(server: EmbeddedPostgres, tmp_path: Path) -> Iterator[Home]:
    """A home whose databases are on that server."""
    url = server.url("postgres", driver=None)
    with fresh_home(tmp_path / "home", DATABASE_URL=url) as opened:
        yield opened


def test_hours_are_made_through_a_restart_of_the_database(
    server: EmbeddedPostgres, home: Home, undisturbed: Made
) -> None:
    with home.under_way(HOURS) as make:
        wait_until(home.films, "film", SECONDS, make)
        server.stop(if_unused=False)
        time.sleep(AWAY_SECONDS)
        server.start()
        code = make.process.wait(SECONDS)
    assert code == 0, make.said()
    assert home.half_written() == []
    assert home.made() == undisturbed


def test_a_database_that_stays_away_ends_the_run_and_a_repeat_makes_the_same(
    server: EmbeddedPostgres, home: Home, undisturbed: Made
) -> None:
    with home.under_way(HOURS) as make:
        wait_until(home.films, "film", SECONDS, make)
        server.stop(if_unused=False)
        code = make.process.wait(SECONDS)
    assert code == 1, make.said()
    assert "Traceback" not in make.said()
    assert make.said().count("cannot be reached") == 1
    assert "server" in make.said()
    assert home.half_written() == []
    assert traces_of(home.folder) == []

    server.start()
    again = home.make(HOURS)
    assert again.returncode == 0, again.stderr
    assert home.made() == undisturbed

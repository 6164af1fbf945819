"""Two `anigen make` over the same hours at once: nothing twice, and both succeed."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from anigen_tests.faults.conftest import HOURS
from anigen_tests.faults.home import SECONDS, Made, fresh_home
from anigen_tests.postgres import TestServer

pytestmark = pytest.mark.e2e


def test_two_at_once_make_every_hour_once(
    postgres_server: TestServer, database_url: str, undisturbed: Made, tmp_path: Path
) -> None:
    with (
        postgres_server.fresh(migrated=False) as dagster_url,
        fresh_home(
            tmp_path / "home", DATABASE_URL=database_url, ANIGEN_DAGSTER_DATABASE_URL=dagster_url
        ) as home,
        home.under_way(HOURS, "first.log") as first,
        home.under_way(HOURS, "second.log") as second,
    ):
        assert first.process.wait(SECONDS) == 0, first.said()
        assert second.process.wait(SECONDS) == 0, second.said()
        assert home.made() == undisturbed
        assert home.half_written() == []
    with psycopg.connect(database_url) as connection:
        plans = connection.execute("SELECT number, max(take), count(*) FROM plans GROUP BY number").fetchall()
        logged = connection.execute(
            "SELECT number, count(*) FROM generation_logs WHERE message LIKE 'made, take%' GROUP BY number"
        ).fetchall()
    assert sorted(plans) == [(number, 1, 1) for number in range(1, HOURS + 1)]
    assert sorted(logged) == [(number, 6) for number in range(1, HOURS + 1)]

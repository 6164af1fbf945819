"""Processes that start together on an empty database: one brings it up to date, one begins the series."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

from anigen_assets.clock import FixedClock
from anigen_assets.services.application import open_application
from anigen_assets.services.begin_series import begin_series
from anigen_assets.settings import Settings
from anigen_assets.store.database import Database

STARTERS = 6


def test_whoever_comes_first_fixes_the_first_hour_once_for_all(
    empty_database_url: str, tmp_path: Path
) -> None:
    settings = Settings(
        _env_file=None,
        home=tmp_path,
        DATABASE_URL=empty_database_url,
        dagster_database_url=empty_database_url,
        first_hour=None,
    )
    together = Barrier(STARTERS)

    def start(hours: int) -> datetime:
        clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours))
        together.wait()
        app = open_application(settings, clock=clock)
        try:
            return begin_series(app).first_hour
        finally:
            app.close()

    with ThreadPoolExecutor(STARTERS) as starters:
        found = set(starters.map(start, range(STARTERS)))

    database = Database.connect(empty_database_url)
    with database.unit_of_work() as uow:
        kept = uow.series.require("tidewatch").first_hour
    database.dispose()
    assert found == {kept}

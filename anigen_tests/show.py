"""A small show for tests: a real database, the offline director, the slate studio, a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from anigen_assets.clock import FixedClock
from anigen_assets.providers.offline_director import OfflineDirector
from anigen_assets.services.application import Application
from anigen_assets.services.assemble_episode import assemble_episode
from anigen_assets.services.begin_series import begin_series
from anigen_assets.services.close_ledger import close_hour
from anigen_assets.services.plan_episode import plan_hours
from anigen_assets.services.produce_scenes import produce_scenes
from anigen_assets.services.retire_canon import retire_ready
from anigen_assets.settings import Settings
from anigen_assets.store.database import Database
from anigen_assets.store.media import LocalMediaStore
from anigen_assets.store.migrate import is_current, upgrade
from anigen_assets.store.records import DatabaseUrls
from anigen_assets.story.bible_file import load_bible
from anigen_assets.story.calendar import hour_of, key_of

FIRST_HOUR = datetime(2026, 1, 1, tzinfo=UTC)
SLOTS = (1, 2, 3, 4, 5, 6)


@contextmanager
def small_show(url: str, home: Path, *, hours: int = 48, **settings: Any) -> Iterator[Application]:
    """An application on a migrated database whose clock stands `hours` hours after the first."""
    chosen = {"video": "slate", "quality": "480p", "workers": 1} | settings
    if not is_current(url):
        upgrade(url)
    configured = Settings(_env_file=None, home=home, first_hour=key_of(FIRST_HOUR), **chosen)
    app = Application(
        settings=configured,
        database=Database.connect(url, application_name="anigen-tests"),
        urls=DatabaseUrls(anigen=url, dagster_psycopg2=url, viewer=url, embedded=False),
        loaded=load_bible(configured.series),
        media=LocalMediaStore(configured.media_path),
        director=OfflineDirector(),
        clock=FixedClock(FIRST_HOUR + timedelta(hours=hours, minutes=30)),
    )
    try:
        begin_series(app)
        yield app
    finally:
        app.close()


def hour(number: int) -> str:
    """Partition key of an episode number."""
    return key_of(hour_of(number, FIRST_HOUR))


def plan(app: Application, *numbers: int) -> None:
    """Plans episodes."""
    list(plan_hours(app, [hour(n) for n in numbers]))


def film(app: Application, number: int) -> None:
    """Makes the scenes and the film of a planned episode."""
    list(produce_scenes(app, hour(number), SLOTS))
    assemble_episode(app, hour(number))


def tell(app: Application, *numbers: int) -> None:
    """Makes episodes from plan to ledger."""
    for number in numbers:
        plan(app, number)
        film(app, number)
        retire_ready(app, hour(number))
        close_hour(app, hour(number))


def as_if_filmed(app: Application, number: int) -> None:
    """A planned hour counts as filmed, without a picture."""
    with app.database.unit_of_work() as uow:
        uow.episodes.set_state(app.series_id, number, "produced", app.clock.now())
        uow.commit()


def tell_unfilmed(app: Application, *numbers: int) -> None:
    """Makes episodes canon as if they had been filmed: for tests of canon, which pictures do not enter."""
    for number in numbers:
        plan(app, number)
        as_if_filmed(app, number)
        retire_ready(app, hour(number))


def digest(app: Application) -> str:
    """Digest of the newest link."""
    with app.database.unit_of_work() as uow:
        return uow.series.require(app.series_id).head_digest


def state(app: Application, number: int) -> str:
    """State of an episode; `missing` when nothing is on record."""
    with app.database.unit_of_work() as uow:
        episode = uow.episodes.get(app.series_id, number)
    return "missing" if episode is None else str(episode.state)

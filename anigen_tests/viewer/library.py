"""Shows for the viewer's tests, and the viewer as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from anigen_assets.services.application import Application
from anigen_assets.services.operator import skip_hours, withdraw_hour
from anigen_assets.services.produce_scenes import produce_scenes
from anigen_assets.services.standing_plan import require_plan
from anigen_assets.store.records import PlanToSave
from anigen_assets.store.server import parse_url
from anigen_tests.show import film, hour, plan, tell

START_SECONDS, STOP_SECONDS = 60, 15
HOSTILE = "**b** <script>x()</script> ![x](http://e.vil/x.png) $x^2$ :red[hot] www.e.vil"
"""What a model may write as a title; to be shown just like this."""


def fill(app: Application) -> None:
    """Twelve hours in every state.

    1 to 3 are on air, 4 and 6 skipped, 5 is filler, 7 on air, 8 failed, 9 has two scenes, 10 is ready and waits for
    8, 11 is stale and full of markup, 12 is withdrawn.
    """
    tell(app, 1, 2, 3)
    skip_hours(app, [hour(n) for n in (4, 5, 6)], "The power was out.")
    tell(app, 7, 5)
    plan(app, 8, 9, 10, 11, 12)
    list(produce_scenes(app, hour(9), (1, 2)))
    film(app, 10)
    withdraw_hour(app, hour(12), "Nobody liked it.")
    save_hostile_plan(app, 11)
    at = app.clock.now()
    with app.database.unit_of_work() as uow:
        uow.episodes.mark_failed(app.series_id, 8, "studio", f"The paint ran out. {HOSTILE}", at)
        uow.episodes.mark_stale(app.series_id, [11], "rests on another take of an hour before it", at)
        uow.commit()


def save_hostile_plan(app: Application, number: int) -> None:
    """Saves another take of a drafted plan, with markup wherever a model writes."""
    with app.database.unit_of_work() as uow:
        draft = require_plan(uow, app.series_id, number, hour(number))
        scenes = tuple(
            scene.model_copy(
                update={
                    "summary": HOSTILE,
                    "dialogue": tuple(line.model_copy(update={"text": HOSTILE}) for line in scene.dialogue),
                }
            )
            for scene in draft.plan.scenes
        )
        words = dict.fromkeys(("title", "logline", "synopsis"), HOSTILE)
        hostile = draft.plan.model_copy(update={**words, "scenes": scenes})
        order = PlanToSave(app.series_id, hostile, draft.take + 1, "offline", "storyteller", "0" * 64)
        uow.episodes.save_plan(order, app.clock.now())
        uow.commit()


@dataclass(frozen=True)
class Shelf:
    """What a viewer reads.

    Attributes:
        url: Address of the database, as a viewer logs in.
        home: ANIGEN_HOME.
        admin_url: How to take the database away.
    """

    url: str
    home: Path
    admin_url: str = ""

    @property
    def settings(self) -> dict[str, str]:
        """Environment of a viewer that reads this and nothing of this machine's own."""
        return {
            "ANIGEN_HOME": str(self.home),
            "DATABASE_URL": self.url,
            "ANIGEN_DAGSTER_DATABASE_URL": self.url,  # else one named dagster would be made beside it
        }


def clean_environment() -> dict[str, str]:
    """The environment without settings of AniGen and Streamlit."""
    ours = ("ANIGEN_", "STREAMLIT_", "DATABASE_URL")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


@contextmanager
def outage(shelf: Shelf) -> Iterator[None]:
    """The database refuses everybody, and those who were connected are thrown out."""
    database = parse_url(shelf.url, None).database or ""
    name = sql.Identifier(database)
    with psycopg.connect(shelf.admin_url, autocommit=True) as admin:
        admin.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
        try:
            thrown = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
            admin.execute(thrown, (database,))
            yield
        finally:
            admin.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(name))


@contextmanager
def served(settings: Mapping[str, str]) -> Iterator[str]:
    """A viewer of its own; its address without a trailing slash."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = [sys.executable, "-m", "anigen_viewer.serve", "--port", str(port)]
    process = subprocess.Popen(
        arguments, env={**clean_environment(), **settings}, cwd=settings["ANIGEN_HOME"]
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(process, f"{address}/_stcore/health")
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("The viewer did not start.")

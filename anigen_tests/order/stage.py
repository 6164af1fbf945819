"""A stage for stories told in any order: one database that is swept between stories, plans that are remembered.

Pictures do not enter canon, so an hour counts as filmed when its state says so; everything else is the real thing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import psycopg

from anigen_assets.clock import FixedClock
from anigen_assets.providers.offline_director import OfflineDirector
from anigen_assets.services.application import Application
from anigen_assets.services.begin_series import begin_series
from anigen_assets.settings import Settings
from anigen_assets.store.database import Database
from anigen_assets.store.media import LocalMediaStore
from anigen_assets.store.records import DatabaseUrls
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.bible_file import LoadedBible
from anigen_assets.story.calendar import key_of
from anigen_assets.story.chain import canonical_json, sha256_hex
from anigen_assets.story.director import DirectorReply, DirectorRequest
from anigen_tests.show import FIRST_HOUR
from anigen_tests.unit.director_other_series import night_desk

HOURS_ON_THE_CLOCK = 48
KEPT_TABLES = ("alembic_version", "media_formats")


class CrashError(Exception):
    """The process ends here, as far as the story can tell."""


@dataclass
class RememberingDirector:
    """The offline director; what it was asked once it answers from memory, since the same request gives the same."""

    name: str = "offline"
    _director: OfflineDirector = field(default_factory=OfflineDirector)
    _told: dict[str, DirectorReply] = field(default_factory=dict)

    def plan(self, request: DirectorRequest) -> DirectorReply:
        """Plans one hour."""
        question = _question(request)
        if question not in self._told:
            self._told[question] = self._director.plan(request)
        return self._told[question]


@dataclass(frozen=True)
class Stage:
    """An application whose story can begin anew at any time."""

    app: Application
    sweeper: psycopg.Connection
    tables: tuple[str, ...]

    def begin(self) -> None:
        """Forgets the story so far, and begins."""
        with self.sweeper.transaction():
            self.sweeper.execute("SET LOCAL session_replication_role = replica")
            for table in self.tables:
                self.sweeper.execute(f"DELETE FROM {table}")
        begin_series(self.app)


@contextmanager
def stage(url: str, home: Path) -> Iterator[Stage]:
    """A stage on a migrated database."""
    settings = Settings(_env_file=None, home=home, first_hour=key_of(FIRST_HOUR), video="slate", workers=1)
    bible = night_desk()
    app = Application(
        settings=settings,
        database=Database.connect(url, application_name="anigen-order"),
        urls=DatabaseUrls(anigen=url, dagster_psycopg2=url, viewer=url, embedded=False),
        loaded=LoadedBible(
            bible, "", sha256_hex(canonical_json(bible.model_dump(mode="json"))), "night_desk"
        ),
        media=LocalMediaStore(settings.media_path),
        director=RememberingDirector(),
        clock=FixedClock(FIRST_HOUR + timedelta(hours=HOURS_ON_THE_CLOCK)),
    )
    try:
        with psycopg.connect(url, autocommit=True) as sweeper:
            found = sweeper.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            yield Stage(app, sweeper, tuple(name for (name,) in found if name not in KEPT_TABLES))
    finally:
        app.close()


@contextmanager
def crash_at_commit(which: int, *, before: bool) -> Iterator[None]:
    """The process ends at the n-th commit from now, just before it or just after; it may be that none comes."""
    commit, left = UnitOfWork.commit, [which]

    def committed(uow: UnitOfWork) -> None:
        left[0] -= 1
        if left[0] == 0 and before:
            raise CrashError
        commit(uow)
        if left[0] == 0:
            raise CrashError

    UnitOfWork.commit = committed  # type: ignore[method-assign]
    try:
        yield
    finally:
        UnitOfWork.commit = commit  # type: ignore[method-assign]


def _question(request: DirectorRequest) -> str:
    canon = hashlib.sha256()
    for fact in request.canon:
        canon.update(repr(fact).encode())
    recent = [sha256_hex(plan.model_dump_json()) for plan in request.recent]
    findings = [finding.model_dump_json() for finding in request.findings]
    rejected = "" if request.rejected is None else sha256_hex(request.rejected.model_dump_json())
    return canonical_json(
        [request.number, request.filler, request.take, canon.hexdigest(), recent, findings, rejected]
    )

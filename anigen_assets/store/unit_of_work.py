"""One transaction per use case: repositories over one session, rolled back unless committed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from anigen_assets.errors import TransientError
from anigen_assets.store.faults import translated
from anigen_assets.store.repositories.budgets import BudgetRepository
from anigen_assets.store.repositories.canon import CanonRepository
from anigen_assets.store.repositories.context import ContextRepository
from anigen_assets.store.repositories.episodes import EpisodeRepository
from anigen_assets.store.repositories.later_facts import LaterFacts
from anigen_assets.store.repositories.ledger import LedgerRepository
from anigen_assets.store.repositories.logs import LogRepository
from anigen_assets.store.repositories.media_records import MediaRepository
from anigen_assets.store.repositories.memory import MemoryRepository
from anigen_assets.store.repositories.operations import OperationRepository
from anigen_assets.store.repositories.outlines import OutlineRepository
from anigen_assets.store.repositories.series import SeriesRepository

LOCK_WAIT_SECONDS = 60


def lock_key(series_id: str, purpose: str) -> int:
    """Number of an advisory lock: 64 bits of a hash, the same in every process."""
    digest = hashlib.sha256(f"anigen/{series_id}/{purpose}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


class UnitOfWork:
    """A transaction with its repositories, from `with` to its end. Make no call to the outside while one is open.

    On leaving, what the database refused or could not do is raised in our own tree of errors.
    """

    series: SeriesRepository
    episodes: EpisodeRepository
    canon: CanonRepository
    later: LaterFacts
    ledger: LedgerRepository
    media: MediaRepository
    context: ContextRepository
    memory: MemoryRepository
    outlines: OutlineRepository
    logs: LogRepository
    budgets: BudgetRepository
    operations: OperationRepository

    def __init__(self, open_session: Callable[[], Session], where: str) -> None:
        self._open_session = open_session
        self._where = where

    def __enter__(self) -> Self:
        self._session = session = self._open_session()
        self.series = SeriesRepository(session)
        self.episodes = EpisodeRepository(session)
        self.canon = CanonRepository(session)
        self.later = LaterFacts(session)
        self.ledger = LedgerRepository(session)
        self.media = MediaRepository(session)
        self.context = ContextRepository(session)
        self.memory = MemoryRepository(session)
        self.outlines = OutlineRepository(session)
        self.logs = LogRepository(session)
        self.budgets = BudgetRepository(session)
        self.operations = OperationRepository(session)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Rolls back what was not committed and gives the connection back."""
        self._session.close()
        known = None if error is None else translated(error, self._where)
        if known is not None:
            raise known from error

    def commit(self) -> None:
        """Makes everything so far permanent; locks end here."""
        self._session.commit()

    def rollback(self) -> None:
        """Forgets everything since the last commit; locks end here."""
        self._session.rollback()

    def lock_series(self, series_id: str, purpose: str) -> None:
        """Waits for the series' lock of a purpose (`plan`, `canon`, `money`); holds it until the transaction ends.

        Raises:
            TransientError: When another process holds it for longer than the bounded wait.
        """
        key = {"key": lock_key(series_id, purpose)}
        if self._session.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), key):
            return
        self._session.execute(text(f"SET LOCAL lock_timeout = '{LOCK_WAIT_SECONDS}s'"))
        self._session.execute(text(f"SET LOCAL statement_timeout = '{LOCK_WAIT_SECONDS * 2}s'"))
        try:
            self._session.execute(text("SELECT pg_advisory_xact_lock(:key)"), key)
        except OperationalError as error:
            if not _waited_too_long(error):
                raise
            raise TransientError(
                f"Another process has held the {purpose} lock of '{series_id}' for {LOCK_WAIT_SECONDS} s: "
                "wait for it, or stop it, and try again."
            ) from None


def _waited_too_long(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) == "55P03"

"""One transaction per use case: repositories over one session, rolled back unless committed."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy.orm import Session

from anigen_assets.store.records import LockPurpose
from anigen_assets.store.repositories.budgets import BudgetRepository
from anigen_assets.store.repositories.canon import CanonRepository
from anigen_assets.store.repositories.context import ContextRepository
from anigen_assets.store.repositories.episodes import EpisodeRepository
from anigen_assets.store.repositories.ledger import LedgerRepository
from anigen_assets.store.repositories.logs import LogRepository
from anigen_assets.store.repositories.media_records import MediaRepository
from anigen_assets.store.repositories.operations import OperationRepository
from anigen_assets.store.repositories.series import SeriesRepository


class UnitOfWork:
    """A transaction with its repositories. Make no call to the outside while one is open."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.series = SeriesRepository(session)
        self.episodes = EpisodeRepository(session)
        self.canon = CanonRepository(session)
        self.ledger = LedgerRepository(session)
        self.media = MediaRepository(session)
        self.context = ContextRepository(session)
        self.logs = LogRepository(session)
        self.budgets = BudgetRepository(session)
        self.operations = OperationRepository(session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Rolls back what was not committed."""
        raise NotImplementedError

    def commit(self) -> None:
        """Makes everything so far permanent."""
        raise NotImplementedError

    def rollback(self) -> None:
        """Forgets everything since the last commit."""
        raise NotImplementedError

    def lock_series(self, series_id: str, purpose: LockPurpose) -> None:
        """Waits for the series' lock of a purpose and holds it until the transaction ends.

        Raises:
            TransientError: When another process holds it for longer than the bounded wait.
        """
        raise NotImplementedError

"""The journal of paid operations."""

from __future__ import annotations

from sqlalchemy import func, select

from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.money import Operation

FINISHED = ("settled", "rejected")


class OperationRepository(Repository):
    """Reads the journal."""

    def open_count(self, series_id: str) -> int:
        """Operations that are neither settled nor rejected."""
        statement = select(func.count()).where(
            Operation.series_id == series_id, Operation.state.not_in(FINISHED)
        )
        return int(self._session.scalar(statement) or 0)

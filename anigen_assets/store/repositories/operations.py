"""The journal of paid operations."""

from __future__ import annotations

from anigen_assets.store.repositories.base import Repository


class OperationRepository(Repository):
    """Reads the journal."""

    def open_count(self, series_id: str) -> int:
        """Operations that are neither settled nor rejected."""
        raise NotImplementedError

"""The generation log: what happened to which hour and scene, for people to read."""

from __future__ import annotations

from collections.abc import Iterable

from anigen_assets.store.records import LogRecord, LogToAdd
from anigen_assets.store.repositories.base import Repository


class LogRepository(Repository):
    """Adds and reads log lines."""

    def add_many(self, lines: Iterable[LogToAdd]) -> None:
        """Adds lines in order."""
        raise NotImplementedError

    def recent(
        self, series_id: str, limit: int = 100, level: str | None = None, number: int | None = None
    ) -> list[LogRecord]:
        """Newest first; `level` is the least severe one to show."""
        raise NotImplementedError

    def prune(self, series_id: str, keep: int) -> int:
        """Forgets all but the newest `keep` lines below WARNING and returns how many were forgotten."""
        raise NotImplementedError

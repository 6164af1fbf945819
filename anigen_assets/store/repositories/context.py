"""The pyramid of summaries and the search over it."""

from __future__ import annotations

from datetime import datetime

from anigen_assets.store.records import ContextLevel, Summary
from anigen_assets.store.repositories.base import Repository


class ContextRepository(Repository):
    """Reads and writes narrative context."""

    def save(self, summary: Summary, at: datetime) -> None:
        """Writes a summary, replacing the one of the same level, first number and slot."""
        raise NotImplementedError

    def level(self, series_id: str, level: ContextLevel, first: int, last: int) -> list[Summary]:
        """Summaries of a level that lie within first..last, in order."""
        raise NotImplementedError

    def search(self, series_id: str, words: str, before_number: int, limit: int = 10) -> list[Summary]:
        """Summaries of hours below a number that match the words best (PostgreSQL full text, English)."""
        raise NotImplementedError

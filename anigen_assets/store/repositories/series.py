"""Series: one row each, with the head of its canon chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from anigen_assets.store.records import SeriesRecord
from anigen_assets.store.repositories.base import Repository
from anigen_assets.story.bible import Bible


class SeriesRepository(Repository):
    """Reads and begins series."""

    def get(self, series_id: str) -> SeriesRecord | None:
        """The series, or None when it has not begun."""
        raise NotImplementedError

    def create(
        self,
        bible: Bible,
        bible_document: Mapping[str, Any],
        first_hour: datetime,
        genesis_digest: str,
        at: datetime,
    ) -> SeriesRecord:
        """Begins a series: its row, the genesis link, facts, characters and threads. A second call changes nothing.

        Args:
            bible: The bible; its slug is the series' id.
            bible_document: The bible as JSON values.
            first_hour: UTC hour of episode 1.
            genesis_digest: Digest of `bible.genesis()`; checked.
            at: When.

        Raises:
            StateError: When the series exists with another genesis or first hour.
        """
        raise NotImplementedError

    def update_bible_text(
        self, series_id: str, bible: Bible, bible_document: Mapping[str, Any], at: datetime
    ) -> SeriesRecord:
        """Replaces what the bible says without changing canon (premise, tone, speech, ...).

        Raises:
            StateError: When the new bible's genesis differs from the one canon was begun with.
        """
        raise NotImplementedError

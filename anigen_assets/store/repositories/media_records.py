"""What is known about stored files. The bytes are the media store's."""

from __future__ import annotations

from datetime import datetime

from anigen_assets.store.records import MediaRecord, MediaToSave
from anigen_assets.store.repositories.base import Repository


class MediaRepository(Repository):
    """Records files."""

    def record(self, media: MediaToSave, at: datetime) -> MediaRecord:
        """Puts a file on record; the same key again replaces what was known about it."""
        raise NotImplementedError

    def get(self, series_id: str, key: str) -> MediaRecord | None:
        """The file of a key, or None."""
        raise NotImplementedError

    def for_episode(self, series_id: str, number: int) -> list[MediaRecord]:
        """Every take of every file of an hour, by slot, kind, take."""
        raise NotImplementedError

    def every(self, series_id: str, after_id: int = 0, limit: int = 1000) -> list[MediaRecord]:
        """A page of all files, by id."""
        raise NotImplementedError

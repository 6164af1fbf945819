"""What the pages read: read models over the read-only role, connected once for the life of the process."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anigen_assets.errors import AniGenError, StateError
from anigen_assets.settings import Settings, load_settings
from anigen_assets.store.database import Database
from anigen_assets.store.embedded import resolve_urls
from anigen_assets.store.media import LocalMediaStore
from anigen_assets.store.read_models import MediaRef, ReadModels
from anigen_assets.story.bible_file import load_bible

ATTEMPTS_SECONDS = (0.2,)
"""A person waits, and the page looks again by itself: no long patience with the database."""
COOL_DOWN_SECONDS = 2.0
"""Those who come just after a failed connection get the same answer, instead of each waiting for their own."""


@dataclass(frozen=True)
class MediaFile:
    """A stored file that is there, as long as it should be."""

    ref: MediaRef
    path: Path


class Library:
    """The connection that all pages and requests share."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._database: Database | None = None
        self._models: ReadModels | None = None
        self._failure: AniGenError | None = None
        self._failed_at = 0.0

    def read_models(self) -> ReadModels:
        """Connects when nobody has yet.

        Raises:
            AniGenError: The database does not answer, or has not been set up.
        """
        with self._lock:
            if self._models is None:
                if self._failure is not None and time.monotonic() - self._failed_at < COOL_DOWN_SECONDS:
                    raise self._failure
                try:
                    self._database, self._models = _connected()
                except AniGenError as error:
                    self._failure, self._failed_at = error, time.monotonic()
                    raise
            return self._models

    def close(self) -> None:
        """Gives the connections back; the next who asks connects again."""
        with self._lock:
            if self._database is not None:
                self._database.dispose()
            self._database = self._models = self._failure = None


library = Library()


def read_models() -> ReadModels:
    """Queries over a read-only connection pool; see `Library.read_models`."""
    return library.read_models()


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return load_settings()


def newest_film() -> int | None:
    """Number of the newest episode that can be watched; None when there is none yet."""
    before = None
    while cards := read_models().episodes_page(before, limit=100):
        for card in cards:
            if card.poster is not None:
                return card.number
        before = cards[-1].number
    return None


def media_file(media_id: int) -> MediaFile | None:
    """The file of an id; None when there is none, or it went missing or lost a part."""
    ref = read_models().media(media_id)
    if ref is None:
        return None
    store = LocalMediaStore(settings().media_path)
    return MediaFile(ref, store.local_path(ref.key)) if store.size(ref.key) == ref.bytes else None


def media_url(ref: MediaRef | None) -> str | None:
    """Address of a file on this server."""
    return None if ref is None else f"/app/static/media/{ref.media_id}"


def _connected() -> tuple[Database, ReadModels]:
    found = settings()
    slug = load_bible(found.series).bible.slug
    database = Database.connect(
        resolve_urls(found).viewer,
        read_only=True,
        application_name="anigen-viewer",
        attempts_seconds=ATTEMPTS_SECONDS,
    )
    models = ReadModels(database, slug)
    if not models.is_set_up():
        database.dispose()
        raise StateError("The database has not been set up yet: run `anigen up` or `anigen make`.")
    return database, models

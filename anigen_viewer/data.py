"""What the pages read: read models over the read-only role, kept for the life of the process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anigen_assets.story.bible_file import load_bible

from anigen_assets.settings import Settings, load_settings
from anigen_assets.store.database import Database
from anigen_assets.store.embedded import resolve_urls
from anigen_assets.store.media import LocalMediaStore
from anigen_assets.store.read_models import MediaRef, ReadModels


@dataclass(frozen=True)
class MediaFile:
    """A stored file that exists."""

    ref: MediaRef
    path: Path


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return load_settings()


@lru_cache(maxsize=1)
def read_models() -> ReadModels:
    """Queries over a read-only connection pool."""
    found = settings()
    database = Database.connect(resolve_urls(found).viewer, read_only=True, application_name="anigen-viewer")
    return ReadModels(database, load_bible(found.series).bible.slug)


def media_file(media_id: int) -> MediaFile | None:
    """The file of an id; None when there is none or it went missing."""
    ref = read_models().media(media_id)
    if ref is None:
        return None
    path = LocalMediaStore(settings().media_path).local_path(ref.key)
    return MediaFile(ref, path) if path.is_file() else None


def media_url(ref: MediaRef | None) -> str | None:
    """Address of a file on this server."""
    return None if ref is None else f"/app/static/media/{ref.media_id}"

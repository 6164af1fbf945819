"""Whether recorded files are what they were: a cheap look at their length, or a reading of every byte."""

from __future__ import annotations

from collections.abc import Mapping

from anigen_assets.errors import MediaError
from anigen_assets.services.application import Application
from anigen_assets.store.records import MediaRecord, SceneRecord
from anigen_assets.studio.ports import Quality

EPISODE_KINDS = frozenset({"film", "vtt", "poster", "thumbnail", "manifest"})
"""The files of an episode."""


def file_stands(app: Application, file: MediaRecord, *, read: bool) -> bool:
    """Whether the file is there.

    Args:
        app: The show.
        file: As it was recorded.
        read: Compare its content too (about 0.1 s for an hour at 720p); else its length alone.
    """
    if not read:
        return app.media.size(file.media.key) == file.media.bytes
    try:
        app.media.verify(file.media.key, sha256=file.media.sha256, bytes=file.media.bytes)
    except MediaError:
        return False
    return True


def scene_stands(app: Application, scene: SceneRecord, *, read: bool = False) -> bool:
    """Whether the scene was made and its file is there; see `file_stands`."""
    return scene.state == "made" and scene.media is not None and file_stands(app, scene.media, read=read)


def episode_files_stand(app: Application, files: Mapping[str, MediaRecord], *, read: bool = False) -> bool:
    """Whether every file of an episode, by kind, is there; see `file_stands`."""
    return set(files) >= EPISODE_KINDS and all(file_stands(app, f, read=read) for f in files.values())


def quality_of(film: MediaRecord) -> Quality:
    """The picture size a scene was made in."""
    return Quality(f"{film.media.facts['height_px']}p")

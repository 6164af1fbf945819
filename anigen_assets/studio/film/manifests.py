"""The manifest of an episode as JSON: what lies beside it, with hashes, and what the film is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anigen_assets.studio.film.probing import sha256_of
from anigen_assets.studio.ports import FPS, GOP_FRAMES, Chapter, FilmFacts
from anigen_assets.whole_file import write_whole

MANIFEST_SCHEMA_VERSION = 1


@dataclass(frozen=True)
class SceneEntry:
    """A scene as the manifest tells it.

    Attributes:
        loudness_lufs: Integrated; None when it is silent or was not measured.
    """

    title: str
    seconds: float
    sha256: str
    loudness_lufs: float | None = None


@dataclass(frozen=True)
class ManifestHead:
    """Whose film it is."""

    series_id: str
    series_title: str
    hour_key: str
    number: int
    title: str
    synopsis: str


def write_manifest(
    target: Path,
    head: ManifestHead,
    *,
    facts: FilmFacts,
    files: Mapping[str, Path],
    scenes: Sequence[SceneEntry],
    chapters: Sequence[Chapter],
) -> None:
    """Writes the manifest, whole or not at all.

    Args:
        target: JSON file to write.
        head: Whose film it is.
        facts: Of the film.
        files: Every file of the episode by kind; names are written relative to the manifest's folder.
        scenes: In order.
        chapters: In episode time.

    Raises:
        MediaError: A file cannot be read.
        DiskFullError: No room for the file.
    """
    document = {
        "schema_version": MANIFEST_SCHEMA_VERSION,
        "series": {"id": head.series_id, "title": head.series_title},
        "hour": head.hour_key,
        "number": head.number,
        "title": head.title,
        "synopsis": head.synopsis,
        "seconds": facts.seconds,
        "files": [_file(kind, path, facts if kind == "film" else None) for kind, path in files.items()],
        "picture": {
            "codec": facts.video_codec,
            "profile": facts.video_profile,
            "pixel_format": facts.pixel_format,
            "width_px": facts.width_px,
            "height_px": facts.height_px,
            "fps": facts.fps,
            "key_frame_every_seconds": GOP_FRAMES / FPS,
        },
        "sound": {
            "codec": facts.audio_codec,
            "sample_rate_hz": facts.sample_rate_hz,
            "channels": facts.channels,
            "seconds": facts.audio_seconds,
        },
        "scenes": [
            {
                "title": s.title,
                "seconds": s.seconds,
                "sha256": s.sha256,
                "loudness_lufs": _rounded(s.loudness_lufs),
            }
            for s in scenes
        ],
        "chapters": [
            {"title": c.title, "start_seconds": c.start_seconds, "end_seconds": c.end_seconds}
            for c in chapters
        ],
    }
    write_whole(target, (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode())


def _file(kind: str, path: Path, film: FilmFacts | None) -> dict[str, Any]:
    # The probe has hashed the film already, and it is the one large file.
    digest = film.sha256 if film else sha256_of(path)
    return {"kind": kind, "name": path.name, "bytes": path.stat().st_size, "sha256": digest}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)

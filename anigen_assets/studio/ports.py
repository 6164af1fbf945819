"""What a studio is asked for and what it gives back. Plain values that travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from anigen_assets.story.looks import Look, PlaceLook, Voice
from anigen_assets.story.plan import ScenePlan

FPS = 24
"""Timeline rate; drawings change on twos (12 a second)."""
SAMPLE_RATE_HZ = 48_000
GOP_FRAMES = 48
"""Two seconds at 24 fps: HLS segments of six seconds begin on a key frame."""
LOUDNESS_LUFS = -16.0
TRUE_PEAK_DBTP = -1.0


class Quality(StrEnum):
    """Picture height."""

    P480 = "480p"
    P540 = "540p"
    P720 = "720p"
    P1080 = "1080p"

    @property
    def size_px(self) -> tuple[int, int]:
        """(width, height), both even."""
        return {"480p": (854, 480), "540p": (960, 540), "720p": (1280, 720), "1080p": (1920, 1080)}[
            self.value
        ]


@dataclass(frozen=True)
class CastFace:
    """A character as the scene needs it."""

    id: str
    name: str
    look: Look
    voice: Voice


@dataclass(frozen=True)
class SetDressing:
    """A place as the scene needs it."""

    id: str
    name: str
    look: PlaceLook


@dataclass(frozen=True)
class SceneRequest:
    """Everything that decides a scene's bytes; equal requests give identical files.

    Attributes:
        series_title: On the title card.
        series_native_title: Second line of the title card; may be empty or Japanese.
        number: Episode number.
        episode_title: On the title card.
        hour_key: Partition key, for the cards' small print.
        scene: The plan of the scene.
        cast: Everyone the scene names, by id.
        place: Where it happens.
        seconds: Exact length, 30.
        first: The title card is drawn inside this scene.
        last: The next-episode card is drawn inside this scene.
        next_teaser: Its text.
        quality: Picture size.
        burn_subtitles: Draw the dialogue into the picture.
        seed: Varies blinking, gestures and music; from series, hour, slot and take.
    """

    series_title: str
    series_native_title: str
    number: int
    episode_title: str
    hour_key: str
    scene: ScenePlan
    cast: Mapping[str, CastFace]
    place: SetDressing
    seconds: int
    first: bool
    last: bool
    next_teaser: str
    quality: Quality
    burn_subtitles: bool
    seed: int


@dataclass(frozen=True)
class SpokenLine:
    """When a line is heard, in seconds from the scene's start."""

    speaker_id: str
    speaker_name: str
    text: str
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True)
class FilmFacts:
    """What a probe found in a film file.

    Attributes:
        seconds: Length of the picture's timeline.
        audio_seconds: Length of the sound.
        key_frames_seconds: Times of the key frames.
    """

    seconds: float
    audio_seconds: float
    width_px: int
    height_px: int
    fps: float
    video_codec: str
    video_profile: str
    pixel_format: str
    audio_codec: str
    sample_rate_hz: int
    channels: int
    bytes: int
    sha256: str
    faststart: bool
    key_frames_seconds: tuple[float, ...]


@dataclass(frozen=True)
class SceneFilm:
    """A finished scene on disk."""

    path: Path
    facts: FilmFacts
    lines: tuple[SpokenLine, ...]
    loudness_lufs: float | None
    true_peak_dbtp: float | None


@dataclass(frozen=True)
class Chapter:
    """A stretch of the episode with a name."""

    title: str
    start_seconds: float
    end_seconds: float


class Studio(Protocol):
    """Turns a scene's plan into a film file."""

    name: str

    def time_lines(self, request: SceneRequest) -> tuple[SpokenLine, ...]:
        """When each line is heard, without making the film."""
        ...

    def make_scene(self, request: SceneRequest, target: Path) -> SceneFilm:
        """Writes the film to `target` (whole or not at all) and returns its facts.

        Raises:
            StudioError: When it cannot be made.
            DiskFullError: When there is no room; `target` is untouched.
        """
        ...

"""Small films for tests: real files, made by the product's own writer in milliseconds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from anigen_assets.studio.film import FilmWriter
from anigen_assets.studio.ports import SAMPLE_RATE_HZ, FilmFacts, SpokenLine

SIZE_PX = (320, 180)


def picture(shade: int, x: int | None = None, size_px: tuple[int, int] = SIZE_PX) -> NDArray[np.uint8]:
    """A flat grey picture, with a bright square at column `x` when one is given."""
    width, height = size_px
    i420 = np.full((height * 3 // 2, width), 128, np.uint8)
    i420[:height] = shade
    if x is not None:
        i420[60:100, x : x + 40] = 220
    return i420


def tone(
    seconds: float, hz: float = 440.0, amplitude: float = 0.2, edge_seconds: float = 0.1
) -> NDArray[np.float32]:
    """A stereo tone that is silent at both edges."""
    time = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    edge = np.minimum(time, seconds - time) >= edge_seconds
    wave = (amplitude * np.sin(2 * np.pi * hz * time) * edge).astype(np.float32)
    return np.stack([wave, wave])


def make_film(
    target: Path,
    *,
    seconds: float = 30.0,
    ticks: Iterable[int] = range(0, 720, 6),
    sound: NDArray[np.float32] | None = None,
    shade: int = 60,
    size_px: tuple[int, int] = SIZE_PX,
) -> FilmFacts:
    """A film whose square moves at every given tick."""
    writer = FilmWriter(target, size_px, seconds)
    for tick in ticks:
        writer.write_picture(picture(shade, tick * 4 % (size_px[0] - 40) // 2 * 2, size_px), tick)
    if sound is not None:
        writer.write_sound(sound)
    return writer.close()


def line(text: str, start: float = 1.0, end: float = 2.0, speaker: str = "Ren") -> SpokenLine:
    return SpokenLine("ren", speaker, text, start, end)

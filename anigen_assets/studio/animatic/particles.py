"""Weather and motes over the frame: rain, snow, petals, leaves, fireflies, dust, looped every four seconds.

Each drawing of the loop is a list of pixels with their opacity, worked out once, so that laying it over a
frame touches only those pixels. Nothing here knows the set or the figures.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from anigen_assets.studio.animatic.i420 import Picture
from anigen_assets.studio.animatic.motes import MOTES, mote_of

LOOP_DRAWINGS = 48
_TURN = 2 * math.pi
_SOLID = np.uint16(256)


KINDS = frozenset(MOTES)
"""Every kind that can be laid over a frame."""


@dataclass(frozen=True)
class _Drawing:
    """Pixels of one drawing, for luma and for chroma.

    Attributes:
        luma_at: Flat indexes into the plane.
        luma_keep: uint16, how much of the picture stays, 0 to 256.
        luma_add: uint16, the mote's code times the rest.
    """

    luma_at: np.ndarray
    luma_keep: np.ndarray
    luma_add: np.ndarray
    chroma_at: np.ndarray
    chroma_keep: np.ndarray
    chroma_add: np.ndarray


class Particles:
    """A loop of one kind for frames of one size."""

    def __init__(self, kind: str, width: int, height: int) -> None:
        self._size = (width, height)
        self._kind = MOTES[kind]
        # The loop is the same in every scene, so that a process works it out once.
        draw = random.Random(f"particles|{kind}")
        self._motes = [mote_of(self._kind, draw) for _ in range(self._kind.count)]
        self._stamps: dict[tuple[int, int], tuple[np.ndarray, ...]] = {}
        self._drawings: list[_Drawing | None] = [None] * LOOP_DRAWINGS

    def lay(self, frame: Picture, drawing: int) -> None:
        """Lays a drawing of the loop over a frame; `drawing` counts on from the scene's start."""
        place = drawing % LOOP_DRAWINGS
        made = self._drawings[place]
        if made is None:
            made = self._drawings[place] = self._draw(place / LOOP_DRAWINGS)
        _blend(frame.y, made.luma_at, made.luma_keep, made.luma_add)
        _blend(frame.u, made.chroma_at, made.chroma_keep, made.chroma_add[0])
        _blend(frame.v, made.chroma_at, made.chroma_keep, made.chroma_add[1])

    def places(self, share: float) -> list[tuple[float, float]]:
        """Where every mote is at a share of the loop, as shares of the frame; whole numbers do not count."""
        return [self._kind.path(mote, share)[:2] for mote in self._motes]

    def _draw(self, share: float) -> _Drawing:
        width, height = self._size
        scale = height / 720
        stamps, corners, shines = [], [], []
        for mote in self._motes:
            x, y, angle, bright = self._kind.path(mote, share)
            size = mote.size * scale
            room = math.ceil(2 * size)
            # Motes leave the frame wholly before they come in on the other side.
            column = math.floor(x % 1.0 * (width + 2 * room)) - room
            corners.append((math.floor(y % 1.0 * (height + 2 * room)) - room, column))
            stamps.append(self._stamp(size, angle))
            shines.append(bright)
        lengths = [stamp[0].size for stamp in stamps]
        which = np.repeat(np.arange(len(stamps)), lengths)
        rows, columns, shares = (np.concatenate(part) for part in zip(*stamps, strict=True))
        at = np.array(corners)
        rows, columns = rows + at[which, 0], columns + at[which, 1]
        seen = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
        rows, columns, which = rows[seen], columns[seen], which[seen]
        opacity = (shares[seen] * np.array(shines)[which] * _SOLID).astype(np.uint16)
        colours = np.array([_codes(colour) for colour in self._kind.colours], np.uint16)
        codes = colours[which % len(colours)]
        cells = (rows % 2 == 0) & (columns % 2 == 0)
        return _Drawing(
            rows * width + columns,
            _SOLID - opacity,
            codes[:, 0] * opacity,
            rows[cells] // 2 * (width // 2) + columns[cells] // 2,
            _SOLID - opacity[cells],
            codes[cells, 1:].T * opacity[cells],
        )

    def _stamp(self, size: float, angle: float) -> tuple[np.ndarray, ...]:
        """Rows, columns (from the centre) and opacity of one mote; sizes and angles are rounded."""
        key = (max(1, round(size * 2)), round(angle % _TURN * 5))
        stamp = self._stamps.get(key)
        if stamp is None:
            radius, turned = key[0] / 2, key[1] / 5
            reach = math.ceil(radius * 1.6) + 1
            y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32)
            along = (x * math.cos(turned) + y * math.sin(turned)) / radius
            across = (y * math.cos(turned) - x * math.sin(turned)) / radius
            opacity = self._kind.stamp(along, across, radius)
            rows, columns = np.nonzero(opacity > 0.03)
            stamp = (rows - reach, columns - reach, opacity[rows, columns])
            self._stamps[key] = stamp
        return stamp


@lru_cache(maxsize=8)
def particles(kind: str, width: int, height: int) -> Particles:
    """The loop of a kind for a frame size, kept for the life of the process."""
    return Particles(kind, width, height)


def _codes(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """BT.709 limited range (ITU-R BT.709-6, item 3)."""
    red, green, blue = (channel / 255 for channel in colour)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (
        round(16 + 219 * luma),
        round(128 + 224 * (blue - luma) / 1.8556),
        round(128 + 224 * (red - luma) / 1.5748),
    )


def _blend(plane: np.ndarray, at: np.ndarray, keep: np.ndarray, add: np.ndarray) -> None:
    flat = plane.reshape(-1)
    # Every index lies in the plane: `clip` only spares numpy the look for those that do not.
    mixed = flat.take(at, mode="clip") * keep
    mixed += add
    mixed >>= 8
    flat[at] = mixed.astype(np.uint8)

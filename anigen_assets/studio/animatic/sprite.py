"""Cut-out pictures: planes premultiplied by their alpha, pasted onto pictures at any whole pixel.

Only the arithmetic of pasting belongs here. A sprite keeps, instead of alpha, the share of the ground that
stays (0 to 255), so that pasting is one multiplication and one addition.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from anigen_assets.studio.animatic.i420 import BLACK_LUMA, NEUTRAL_CHROMA, Picture, Rect

SOLID = 256
"""Full opacity."""
_STAYS = 255
"""All of the ground stays: `(code * 255 + 255) >> 8` is the code itself."""
_BAND_ROWS = 16
_SLICE_ROWS = 192


class Patch(NamedTuple):
    """A part of a sprite in which its variants differ (a mouth, eyes).

    Attributes:
        rect: Relative to the sprite's anchor, even.
        value: What it shows.
    """

    rect: Rect
    value: Hashable


class _Band(NamedTuple):
    """Rows of a sprite that are treated alike; clear rows have no band."""

    first: int
    last: int
    solid: bool


@dataclass(eq=False)
class Sprite:
    """A cut-out picture.

    Attributes:
        picture: Planes premultiplied by alpha.
        keep_luma: (height, width) uint8, how much of the ground stays, 0 to 255.
        keep_chroma: The same at half size.
        left: Column of its corner, counted from its anchor; even.
        top: Row, likewise.
        family: Equal for sprites that differ only in their patches; None when it has no variants.
        patches: What may differ, always in the same order within a family.
    """

    picture: Picture
    keep_luma: np.ndarray
    keep_chroma: np.ndarray
    left: int
    top: int
    family: Hashable = None
    patches: tuple[Patch, ...] = ()
    _shifted: dict[tuple[int, int], tuple[np.ndarray, ...]] = field(default_factory=dict)
    _bands: tuple[_Band, ...] | None = None

    @classmethod
    def clear(cls) -> Sprite:
        """A sprite that shows nothing."""
        nothing = np.zeros((0, 0), np.uint8)
        return cls(Picture(nothing, nothing, nothing), nothing, nothing, 0, 0)

    @classmethod
    def from_premultiplied(cls, over_black: Picture, alpha: np.ndarray, left: int, top: int) -> Sprite:
        """Makes a sprite from a picture converted over black and its alpha (height, width) uint8."""
        keep = _STAYS - alpha
        wide = keep.astype(np.uint16)
        pairs = wide[0::2] + wide[1::2]
        keep_chroma = (pairs[:, 0::2] + pairs[:, 1::2] + 2 >> 2).astype(np.uint8)
        # Black is 16 and grey 128 in limited range: take away the share of them that lies in the clear part.
        planes = (
            _without_ground(over_black.y, keep, BLACK_LUMA),
            _without_ground(over_black.u, keep_chroma, NEUTRAL_CHROMA),
            _without_ground(over_black.v, keep_chroma, NEUTRAL_CHROMA),
        )
        return cls(Picture(*planes), keep, keep_chroma, left, top)

    @property
    def nbytes(self) -> int:
        """Memory it holds."""
        planes = sum(plane.nbytes for plane in self.picture)
        return planes + self.keep_luma.nbytes + self.keep_chroma.nbytes

    @property
    def box(self) -> Rect:
        """What it covers, relative to its anchor."""
        height, width = self.keep_luma.shape
        return Rect(self.left, self.top, width, height)

    def with_parts(self, parts: Sequence[tuple[Sprite, Patch]]) -> Sprite:
        """A variant whose patches' rectangles are taken from other sprites with the same anchor."""
        made = Sprite(
            self.picture.copy(),
            self.keep_luma.copy(),
            self.keep_chroma.copy(),
            self.left,
            self.top,
            self.family,
            tuple(patch for _, patch in parts),
        )
        for sprite, patch in parts:
            made._replace_part(sprite, patch.rect)
        return made

    def raised(self, lift: int) -> Sprite:
        """The sprite stretched upwards by `lift` rows (even), its lowest row in place."""
        height = self.keep_luma.shape[0]
        rows = np.arange(height + lift) * height // (height + lift)
        halves = rows[::2] // 2
        picture = Picture(self.picture.y[rows], self.picture.u[halves], self.picture.v[halves])
        return Sprite(picture, self.keep_luma[rows], self.keep_chroma[halves], self.left, self.top - lift)

    def paste(self, onto: Picture, x: int, y: int, clip: Rect | None = None, opacity: int = SOLID) -> None:
        """Lays the sprite over a picture.

        Args:
            onto: Changed in place.
            x: Column of the sprite's anchor, any whole number.
            y: Row, likewise.
            clip: Even rectangle outside which nothing changes; None is the whole picture.
            opacity: 0 to 256, multiplies the sprite's alpha.
        """
        clip = onto.bounds if clip is None else clip.within(onto.bounds)
        left, top = x + self.left, y + self.top
        height, width = self.keep_luma.shape
        if opacity <= 0 or not all(Rect(left, top, width, height).even().within(clip)[2:]):
            return
        for band in self._row_bands():
            rect = Rect(left, top + band.first, width, band.last - band.first).within(clip)
            _lay(onto.y, self.picture.y, self.keep_luma, rect, left, top, band.solid, opacity)
        u, v, keep = self._chroma(left & 1, top & 1)
        left, top, half = left >> 1, top >> 1, Rect(*(edge >> 1 for edge in clip))
        if keep is self.keep_chroma:
            bands = tuple(_Band(b.first >> 1, b.last + 1 >> 1, b.solid) for b in self._row_bands())
        else:
            bands = (_Band(0, keep.shape[0], False),)
        for band in bands:
            rect = Rect(left, top + band.first, keep.shape[1], band.last - band.first).within(half)
            _lay(onto.u, u, keep, rect, left, top, band.solid, opacity)
            _lay(onto.v, v, keep, rect, left, top, band.solid, opacity)

    def _replace_part(self, sprite: Sprite, part: Rect) -> None:
        rect = part.within(self.box).within(sprite.box)
        if not rect.width or not rect.height:
            return
        target = Rect(rect.x - self.left, rect.y - self.top, rect.width, rect.height)
        source = Rect(rect.x - sprite.left, rect.y - sprite.top, rect.width, rect.height)
        self.picture.view(target).take(sprite.picture.view(source))
        _window(self.keep_luma, target, 1)[:] = _window(sprite.keep_luma, source, 1)
        _window(self.keep_chroma, target, 2)[:] = _window(sprite.keep_chroma, source, 2)

    def _chroma(self, right: int, down: int) -> tuple[np.ndarray, ...]:
        """Chroma planes and their keep; half a sample further for odd positions."""
        if not right and not down:
            return self.picture.u, self.picture.v, self.keep_chroma
        planes = self._shifted.get((right, down))
        if planes is None:
            sources = ((self.picture.u, 0), (self.picture.v, 0), (self.keep_chroma, _STAYS))
            planes = tuple(half_shifted(plane, right, down, ground) for plane, ground in sources)
            self._shifted[right, down] = planes
        return planes

    def _row_bands(self) -> tuple[_Band, ...]:
        if self._bands is None:
            self._bands = _bands(self.keep_luma)
        return self._bands


def half_shifted(plane: np.ndarray, right: int, down: int, ground: int | None) -> np.ndarray:
    """Moves a chroma plane by half a sample to the right or down; it grows by one column or row.

    Args:
        plane: (height, width).
        right: 1 to move right, else 0.
        down: 1 to move down, else 0.
        ground: What lies beyond the edge; None repeats the edge.
    """
    for axis, moved in ((1, right), (0, down)):
        if moved:
            width = [(0, 0), (0, 0)]
            width[axis] = (1, 1)
            if ground is None:
                wider = np.pad(plane, width, mode="edge")
            else:
                wider = np.pad(plane, width, constant_values=ground)
            padded = wider.astype(np.uint16)
            first, second = (padded[:, :-1], padded[:, 1:]) if axis else (padded[:-1], padded[1:])
            plane = (first + second + 1 >> 1).astype(plane.dtype)
    return plane


def _without_ground(plane: np.ndarray, keep: np.ndarray, ground: int) -> np.ndarray:
    share = np.multiply(keep, ground, dtype=np.uint16) + _STAYS >> 8
    above: np.ndarray = (np.maximum(plane, share) - share).astype(np.uint8)
    return above


def _window(plane: np.ndarray, rect: Rect, divisor: int) -> np.ndarray:
    rows = slice(rect.y // divisor, rect.bottom // divisor)
    return plane[rows, rect.x // divisor : rect.right // divisor]


def _bands(keep: np.ndarray) -> tuple[_Band, ...]:
    """Groups rows by sixteens into clear (left out), mixed and solid ones."""
    bands: list[_Band] = []
    for first in range(0, keep.shape[0], _BAND_ROWS):
        rows = keep[first : first + _BAND_ROWS]
        if rows.min() == _STAYS:
            continue
        solid, last = bool(rows.max() == 0), first + rows.shape[0]
        if bands and bands[-1].last == first and bands[-1].solid == solid:
            bands[-1] = _Band(bands[-1].first, last, solid)
        else:
            bands.append(_Band(first, last, solid))
    return tuple(bands)


def _lay(
    ground: np.ndarray,
    plane: np.ndarray,
    keep: np.ndarray,
    rect: Rect,
    left: int,
    top: int,
    solid: bool,
    opacity: int,
) -> None:
    """Blends the part of a plane that falls into `rect` (of the ground) onto the ground."""
    if not rect.width or not rect.height:
        return
    here = (slice(rect.y, rect.bottom), slice(rect.x, rect.right))
    there = (slice(rect.y - top, rect.bottom - top), slice(rect.x - left, rect.right - left))
    above = plane[there]
    if solid and opacity >= SOLID:
        ground[here] = above
        return
    stays = keep[there]
    if opacity < SOLID:
        stays = (_STAYS - ((_STAYS - stays) * np.uint16(opacity) >> 8)).astype(np.uint8)
        above = above * np.uint16(opacity) >> 8
    # In slices that stay in the processor's cache.
    below = ground[here]
    for row in range(0, rect.height, _SLICE_ROWS):
        rows = slice(row, row + _SLICE_ROWS)
        mixed = np.multiply(below[rows], stays[rows], dtype=np.uint16)
        mixed += _STAYS
        mixed >>= 8
        np.add(mixed, above[rows], out=below[rows], casting="unsafe")

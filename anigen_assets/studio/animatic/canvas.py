"""Raster surfaces in design units, and how they become pictures and sprites.

The design space is 1280x720 whatever the picture's height; only what skia draws passes through here.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import skia

from anigen_assets.studio.animatic import i420
from anigen_assets.studio.animatic.i420 import Picture, Rect
from anigen_assets.studio.animatic.sprite import Sprite

DESIGN_WIDTH = 1280
DESIGN_HEIGHT = 720

Draw = Callable[[skia.Canvas], None]
Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom in design units."""


class _Easel:
    """Pixels that are drawn on, one drawing after another, in memory that is kept.

    New memory costs more than most drawings: every page of it is given and taken by the kernel.
    """

    def __init__(self) -> None:
        self._memory = i420.aligned(1, 0)
        self._drawing = False

    def paint(self, draw: Draw, width: int, height: int) -> np.ndarray:
        """Draws over nothing: (height, padded width, 4) uint8 BGRA, premultiplied, good until the next call."""
        assert not self._drawing, "a drawing is not painted while another is"
        pitch = i420.padded_width(width) * 4
        if self._memory.size < height * pitch:
            self._memory = i420.aligned(1, height * pitch)
        pixels = self._memory.reshape(-1)[: height * pitch].reshape(height, pitch // 4, 4)
        pixels.fill(0)
        info = skia.ImageInfo.Make(pitch // 4, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
        surface = skia.Surface.MakeRasterDirect(info, pixels, pitch)
        self._drawing = True
        try:
            draw(surface.getCanvas())
        finally:
            self._drawing = False
        return pixels


_EASEL = _Easel()


def paint_sprite(draw: Draw, bounds: Bounds, scale: float) -> Sprite:
    """Draws a sprite whose anchor is the origin of the design units.

    Args:
        draw: Draws in design units around the origin.
        bounds: What may be drawn on; the rest is cut off.
        scale: Pixels per design unit.
    """
    left, top = (math.floor(edge * scale / 2) * 2 for edge in bounds[:2])
    right, bottom = (math.ceil(edge * scale / 2) * 2 for edge in bounds[2:])

    def placed(canvas: skia.Canvas) -> None:
        canvas.clipRect(skia.Rect.MakeWH(right - left, bottom - top))
        canvas.translate(-left, -top)
        canvas.scale(scale, scale)
        draw(canvas)

    return _cut_out(_EASEL.paint(placed, right - left, bottom - top), left, top)


def paint_picture(draw: Draw, width: int, height: int, scale: float = 1.0) -> Picture:
    """Draws an opaque picture of an even size; the origin is its upper left corner."""

    def placed(canvas: skia.Canvas) -> None:
        canvas.clear(skia.ColorBLACK)
        canvas.scale(scale, scale)
        draw(canvas)

    pixels = _EASEL.paint(placed, width, height)
    return i420.from_bgra(pixels).view(Rect(0, 0, width, height)).copy()


def _cut_out(pixels: np.ndarray, left: int, top: int) -> Sprite:
    """A drawing with its alpha, cut to what is not clear; its corner lies at (left, top) of the sprite."""
    whole = pixels.view(np.uint32)[:, :, 0]
    rows = np.flatnonzero(whole.any(axis=1))
    if rows.size == 0:
        return Sprite.clear()
    first, last = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero(whole[first:last].any(axis=0))
    box = Rect(int(columns[0]), first, int(columns[-1]) + 1 - int(columns[0]), last - first).even()
    # Only what is drawn on is converted, from a column on at which swscale finds its alignment.
    start = box.x // i420.ROW_ALIGNMENT_PX * i420.ROW_ALIGNMENT_PX
    stop = start + i420.padded_width(box.right - start)
    converted = i420.from_bgra(pixels[box.y : box.bottom, start:stop])
    cut = converted.view(Rect(box.x - start, 0, box.width, box.height))
    alpha = pixels[box.y : box.bottom, box.x : box.right, 3]
    return Sprite.from_premultiplied(cut, alpha, left + box.x, top + box.y)

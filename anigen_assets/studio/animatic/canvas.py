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

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


class Raster:
    """Pixels that skia draws into: (height, padded width, 4) uint8 BGRA, premultiplied."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        padded = i420.padded_width(width)
        self.pixels = i420.aligned(height, padded * 4).reshape(height, padded, 4)
        info = skia.ImageInfo.Make(padded, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
        self._surface = skia.Surface.MakeRasterDirect(info, self.pixels, padded * 4)
        self.canvas: skia.Canvas = self._surface.getCanvas()

    def picture(self) -> Picture:
        """The drawing over black, as planes."""
        converted = i420.from_bgra(self.pixels)
        return converted.view(Rect(0, 0, self.width, self.height))

    def sprite(self, left: int, top: int) -> Sprite:
        """The drawing with its alpha, cut to what is not clear.

        Args:
            left: Column of the raster's corner, counted from the sprite's anchor; even.
            top: Row, likewise.
        """
        alpha = self.pixels[:, :, 3]
        rows = np.flatnonzero(alpha.any(axis=1))
        if rows.size == 0:
            return Sprite.clear()
        top_row, bottom_row = int(rows[0]), int(rows[-1]) + 1
        columns = np.flatnonzero(alpha[top_row:bottom_row].any(axis=0))
        box = Rect(
            int(columns[0]), top_row, int(columns[-1]) + 1 - int(columns[0]), bottom_row - top_row
        ).even()
        whole = i420.from_bgra(self.pixels)
        cut = alpha[box.y : box.bottom, box.x : box.right]
        return Sprite.from_premultiplied(whole.view(box), cut, left + box.x, top + box.y)


def paint_sprite(draw: Draw, bounds: Bounds, scale: float) -> Sprite:
    """Draws a sprite whose anchor is the origin of the design units.

    Args:
        draw: Draws in design units around the origin.
        bounds: What may be drawn on; the rest is cut off.
        scale: Pixels per design unit.
    """
    left, top = (math.floor(edge * scale / 2) * 2 for edge in bounds[:2])
    right, bottom = (math.ceil(edge * scale / 2) * 2 for edge in bounds[2:])
    raster = Raster(right - left, bottom - top)
    raster.canvas.translate(-left, -top)
    raster.canvas.scale(scale, scale)
    draw(raster.canvas)
    return raster.sprite(left, top)


def paint_picture(draw: Draw, width: int, height: int, scale: float) -> Picture:
    """Draws an opaque picture; the origin is its upper left corner."""
    raster = Raster(width, height)
    raster.canvas.clear(skia.ColorBLACK)
    raster.canvas.scale(scale, scale)
    draw(raster.canvas)
    return raster.picture()

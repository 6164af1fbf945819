"""What a cartoonist draws over the picture: speed lines that run towards the middle."""

from __future__ import annotations

import math
import random
from functools import partial

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.bank import SPRITES
from anigen_assets.studio.animatic.canvas import DESIGN_HEIGHT, DESIGN_WIDTH, paint_sprite
from anigen_assets.studio.animatic.sprite import Sprite

_VARIANTS = 3
_LINES = 84


def speed_lines(size: tuple[int, int], *, dark: bool) -> tuple[Sprite, ...]:
    """Returns drawings that flicker when they take turns.

    Args:
        size: (width, height) of the frame.
        dark: Ink for anger and fear, else white for surprise.
    """
    scale = size[1] / DESIGN_HEIGHT
    bounds = (0.0, 0.0, size[0] / scale, float(DESIGN_HEIGHT))

    def drawing(variant: int) -> Sprite:
        return paint_sprite(lambda canvas: _lines(canvas, variant, dark), bounds, scale)

    keys = (("speed lines", size, dark, variant) for variant in range(_VARIANTS))
    return tuple(SPRITES.get(key, partial(drawing, variant)) for variant, key in enumerate(keys))


def _lines(canvas: skia.Canvas, variant: int, dark: bool) -> None:
    draw = random.Random(f"speed lines|{variant}|{dark}")
    middle_x, middle_y = DESIGN_WIDTH / 2, DESIGN_HEIGHT * 0.48
    paint = ink.fill("#2a0a1c" if dark else "#ffffff", 205)
    for index in range(_LINES):
        angle = (index + draw.uniform(-0.42, 0.42)) / _LINES * 2 * math.pi
        half = draw.uniform(0.003, 0.013)
        near = draw.uniform(0.86, 1.14)
        tip = (middle_x + 500 * near * math.cos(angle), middle_y + 318 * near * math.sin(angle))
        ends = [
            (middle_x + 1100 * math.cos(angle + turn), middle_y + 1100 * math.sin(angle + turn))
            for turn in (-half, half)
        ]
        canvas.drawPath(ink.polygon([tip, *ends]), paint)

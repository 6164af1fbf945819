"""Small pictures of figures as arrays, and looks to draw, for the tests of the figures."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import skia

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import EyeShape, HairStyle, Outfit, TimeOfDay, Weather
from anigen_assets.studio.animatic.figures import Face, Pose, draw_bust, draw_standing
from anigen_assets.studio.animatic.palette import Palette, palette_for

DAY = palette_for(TimeOfDay.DAY, Weather.CLEAR)
BUST_LEFT, BUST_TOP, BUST_WIDTH, BUST_HEIGHT = 280, 230, 560, 900
"""Where the head's centre lies in a picture of a bust, and its size, in bust units."""

Picture = np.ndarray


def a_look(**changes: object) -> Look:
    words: dict[str, object] = {
        "age": 17,
        "hair_style": HairStyle.BOB,
        "hair_colour": "#7a4a3c",
        "eye_shape": EyeShape.ROUND,
        "eye_colour": "#4a7ad0",
        "skin_colour": "#fde3d3",
        "outfit": Outfit.BLAZER,
        "outfit_colour": "#39405e",
        "accent_colour": "#b8404e",
    }
    return Look.model_validate({**words, **changes})


def painted(width: int, height: int, scale: float, paint: Callable[[skia.Canvas], None]) -> Picture:
    """Returns (height, width, 4) uint8 BGRA premultiplied, in pixels of `scale` to a unit."""
    surface = skia.Surface.MakeRaster(
        skia.ImageInfo.Make(
            round(width * scale), round(height * scale), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType
        )
    )
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    paint(canvas)
    return surface.makeImageSnapshot().toarray(colorType=skia.kBGRA_8888_ColorType)


def bust(
    look: Look,
    face: Face | None = None,
    *,
    turn: float = 0.0,
    breath: float = 0.0,
    tilt: float = 0.0,
    palette: Palette = DAY,
    scale: float = 0.25,
) -> Picture:
    def paint(canvas: skia.Canvas) -> None:
        canvas.translate(BUST_LEFT, BUST_TOP)
        draw_bust(canvas, look, face or Face(), turn=turn, breath=breath, tilt_degrees=tilt, palette=palette)

    return painted(BUST_WIDTH, BUST_HEIGHT, scale, paint)


def standing(
    look: Look,
    pose: Pose = Pose.NEUTRAL,
    *,
    face: Face | None = None,
    turn: float = 0.0,
    breath: float = 0.0,
    phase: float | None = None,
    palette: Palette = DAY,
    scale: float = 0.5,
) -> Picture:
    """A figure on a floor 520 units below the picture's top, in the middle of 440 units."""

    def paint(canvas: skia.Canvas) -> None:
        canvas.translate(220, 520)
        draw_standing(
            canvas, look, face or Face(), pose, turn=turn, breath=breath, palette=palette, walk_phase=phase
        )

    return painted(440, 560, scale, paint)


def differs(first: Picture, second: Picture) -> Picture:
    """Returns a mask of the pixels in which two pictures differ."""
    return (first != second).any(axis=2)


def all_different(pictures: list[Picture]) -> bool:
    return len({picture.tobytes() for picture in pictures}) == len(pictures)


def spread(mask: Picture, pixels: int) -> Picture:
    """Returns a mask grown by `pixels` in every direction."""
    grown = mask.copy()
    for _ in range(pixels):
        grown[1:] |= grown[:-1].copy()
        grown[:-1] |= grown[1:].copy()
        grown[:, 1:] |= grown[:, :-1].copy()
        grown[:, :-1] |= grown[:, 1:].copy()
    return grown

"""Colours, paths and paints every painter of the animatic shares.

Only the means of drawing belong here: no palette of a place, no shape of a thing. A colour is a packed
0xAARRGGBB integer as skia takes it, or the text `#rrggbb`; every helper takes both and returns the integer.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from functools import lru_cache

import skia

Ink = int | str
Point = tuple[float, float]

_COOL_HUE = 0.70
_TOKEN = re.compile(r"[MLQCZ]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "Q": 4, "C": 6}


@lru_cache(maxsize=8192)
def colour(value: Ink, alpha: int | None = None) -> int:
    """Pack a colour.

    Args:
        value: `#rrggbb`, or a packed colour.
        alpha: 0 (clear) to 255 (solid); None keeps a packed colour's own and makes text solid.
    """
    if isinstance(value, str):
        value = 0xFF000000 | int(value[1:], 16)
    if alpha is None:
        return value
    return (value & 0x00FFFFFF) | (max(0, min(255, alpha)) << 24)


def channels(value: Ink) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    packed = colour(value)
    return packed >> 16 & 255, packed >> 8 & 255, packed & 255


def _pack(red: float, green: float, blue: float, alpha: int) -> int:
    parts = [max(0, min(255, round(part))) for part in (red, green, blue)]
    return alpha << 24 | parts[0] << 16 | parts[1] << 8 | parts[2]


@lru_cache(maxsize=8192)
def mix(first: Ink, second: Ink, share: float) -> int:
    """Blend two colours; `share` 0 is the first, 1 the second. Keeps the first's alpha."""
    pairs = zip(channels(first), channels(second), strict=True)
    red, green, blue = (a + (b - a) * share for a, b in pairs)
    return _pack(red, green, blue, colour(first) >> 24)


@lru_cache(maxsize=8192)
def shade(value: Ink, amount: float) -> int:
    """Darken as cel painters do: less light, hue turned towards cool violet, colourful inks more saturated.

    Args:
        value: the local colour.
        amount: 0 changes nothing, 1 is almost black.
    """
    red, green, blue = (part / 255 for part in channels(value))
    hue, saturation, light = colorsys.rgb_to_hsv(red, green, blue)
    away = (_COOL_HUE - hue + 0.5) % 1.0 - 0.5
    turn = max(-0.06, min(0.06, away)) * min(1.0, amount * 1.6)
    deep = colorsys.hsv_to_rgb(
        (hue + turn) % 1.0, min(1.0, saturation * (1 + 0.5 * amount)), light * (1 - amount)
    )
    # Greys have no hue to turn: they take a little of the cool light instead.
    cool = (red * (1 - amount), green * (1 - 0.96 * amount), blue * (1 - 0.78 * amount))
    colourful = min(1.0, (max(red, green, blue) - min(red, green, blue)) / 0.3)
    red, green, blue = (c + (d - c) * colourful for c, d in zip(cool, deep, strict=True))
    return _pack(red * 255, green * 255, blue * 255, colour(value) >> 24)


@lru_cache(maxsize=8192)
def lighten(value: Ink, amount: float) -> int:
    """Move a colour towards white; 0 changes nothing, 1 is white."""
    return mix(value, 0xFFFFFFFF, amount)


def path(text: str) -> skia.Path:
    """Read a path written like an SVG's: absolute M, L, Q, C and Z; extra pairs after M are lines."""
    drawn = skia.Path()
    tokens = _TOKEN.findall(text)
    index, command = 0, "M"
    while index < len(tokens):
        if tokens[index] in "MLQCZ":
            command = tokens[index]
            index += 1
            if command == "Z":
                drawn.close()
                continue
        count = _NUMBERS[command]
        numbers = [float(token) for token in tokens[index : index + count]]
        index += count
        if command == "M":
            drawn.moveTo(*numbers)
            command = "L"
        elif command == "L":
            drawn.lineTo(*numbers)
        elif command == "Q":
            drawn.quadTo(*numbers)
        else:
            drawn.cubicTo(*numbers)
    return drawn


def polygon(points: Sequence[Point], *, closed: bool = True) -> skia.Path:
    """Straight lines through the points."""
    drawn = skia.Path()
    drawn.moveTo(*points[0])
    for point in points[1:]:
        drawn.lineTo(*point)
    if closed:
        drawn.close()
    return drawn


def curve(points: Sequence[Point], *, closed: bool = True, tension: float = 1.0) -> skia.Path:
    """Draw a smooth line through the points (Catmull-Rom, as cubics).

    Args:
        points: at least three points, in drawing order.
        closed: whether the line returns to its start.
        tension: 0 gives straight lines, 1 the usual roundness.
    """
    count = len(points)
    drawn = skia.Path()
    drawn.moveTo(*points[0])
    reach = tension / 6
    for index in range(count if closed else count - 1):
        here, there = points[index], points[(index + 1) % count]
        before = points[index - 1] if closed or index else here
        after = points[(index + 2) % count] if closed or index + 2 < count else there
        drawn.cubicTo(
            here[0] + (there[0] - before[0]) * reach,
            here[1] + (there[1] - before[1]) * reach,
            there[0] - (after[0] - here[0]) * reach,
            there[1] - (after[1] - here[1]) * reach,
            *there,
        )
    if closed:
        drawn.close()
    return drawn


def rect(x: float, y: float, width: float, height: float) -> skia.Rect:
    """Make a rectangle from its upper left corner and its size."""
    return skia.Rect.MakeXYWH(x, y, width, height)


def oval(x: float, y: float, radius_x: float, radius_y: float) -> skia.Rect:
    """Box of an ellipse from its centre and its radii."""
    return skia.Rect.MakeLTRB(x - radius_x, y - radius_y, x + radius_x, y + radius_y)


def fill(
    value: Ink, alpha: int | None = None, *, blur: float = 0.0, blend: skia.BlendMode | None = None
) -> skia.Paint:
    """Make a flat paint; `blur` is the sigma of a soft edge in design units."""
    paint = skia.Paint(AntiAlias=True, Color=colour(value, alpha))
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if blend is not None:
        paint.setBlendMode(blend)
    return paint


def stroke(value: Ink, width: float, alpha: int | None = None, *, blur: float = 0.0) -> skia.Paint:
    """Make a line paint with round caps and joins; `width` in design units."""
    paint = fill(value, alpha, blur=blur)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def linear(
    start: Point,
    end: Point,
    stops: Sequence[Ink],
    at: Sequence[float] | None = None,
    *,
    blend: skia.BlendMode | None = None,
) -> skia.Paint:
    """Make a straight gradient; `at` are the stops' places from 0 to 1, None spreads them evenly."""
    shader = skia.GradientShader.MakeLinear(
        [skia.Point(*start), skia.Point(*end)],
        [colour(stop) for stop in stops],
        list(at) if at is not None else None,
    )
    return _shaded(shader, blend)


def radial(
    centre: Point,
    radius: float,
    stops: Sequence[Ink],
    at: Sequence[float] | None = None,
    *,
    blend: skia.BlendMode | None = None,
) -> skia.Paint:
    """Make a round gradient from the centre outwards; see `linear` for the stops."""
    shader = skia.GradientShader.MakeRadial(
        skia.Point(*centre),
        radius,
        [colour(stop) for stop in stops],
        list(at) if at is not None else None,
    )
    return _shaded(shader, blend)


def _shaded(shader: skia.Shader, blend: skia.BlendMode | None) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Dither=True, Shader=shader)
    if blend is not None:
        paint.setBlendMode(blend)
    return paint

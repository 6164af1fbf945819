"""Clouds: heaped cumulus with a lit and a shadow side, veils of cirrus, and the grey decks of bad weather.

Painted in design units on the sky's half-size sheet, which softens their edges for nothing.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import lru_cache

import skia

from anigen_assets.studio.animatic import ink

Lump = tuple[float, float, float]
"""Centre and radius in design units."""
_TONES = 12


@dataclass(frozen=True)
class CloudLight:
    """Colours of a cloud and the side its light comes from (-1 left, 1 right)."""

    light: int
    shade: int
    rim: int
    side: float


def cumulus(
    canvas: skia.Canvas,
    rng: random.Random,
    light: CloudLight,
    *,
    x: float,
    base: float,
    width: float,
    tall: float,
    alpha: int = 255,
) -> None:
    """Paints a heap whose flat foot dissolves at `base`.

    Args:
        canvas: Takes design units.
        rng: Shapes the heap.
        light: Its colours.
        x: Middle.
        base: Design y of the foot.
        width: From end to end.
        tall: Height of the heap over the foot.
        alpha: 0 to 255.
    """
    lumps = _heap(rng, x, base, width, tall)
    body = skia.Path()
    for lump in lumps:
        body.addCircle(*lump)
    body.setFillType(skia.PathFillType.kWinding)
    bounds = skia.Rect.MakeLTRB(x - width * 0.75, base - tall * 1.6, x + width * 0.75, base + 4)
    canvas.saveLayer(bounds, skia.Paint(Alpha=alpha))
    middle = ink.mix(light.shade, light.light, 0.5)
    canvas.drawPath(body, ink.linear((0, base - tall), (0, base), [middle, light.shade]))
    puffs = _puffs(light)
    for lump_x, lump_y, radius in lumps:
        height = max(0.0, min(1.0, (base - lump_y) / tall))
        canvas.save()
        canvas.translate(lump_x, lump_y)
        canvas.scale(radius, radius)
        canvas.drawCircle(0, 0, 1, puffs[round(height * _TONES)])
        canvas.restore()
    fade = ink.linear(
        (0, base - tall * 0.5), (0, base), [0x00000000, 0xFF000000], blend=skia.BlendMode.kDstOut
    )
    canvas.drawRect(bounds.makeOutset(20, 20), fade)
    canvas.restore()


@lru_cache(maxsize=32)
def _puffs(light: CloudLight) -> tuple[skia.Paint, ...]:
    """Paints of a lump of radius 1, lit from above and the side: from the cloud's foot to its head."""
    paints = []
    for tone in range(_TONES + 1):
        height = tone / _TONES
        lit = ink.mix(ink.mix(light.shade, light.light, 0.3 + 0.8 * height), light.rim, 0.5 * height)
        stops = [lit, ink.colour(lit, 190), ink.colour(lit, 0)]
        paints.append(ink.linear((light.side * 0.6, -0.8), (-light.side * 0.4, 0.55), stops))
    return tuple(paints)


def _heap(rng: random.Random, x: float, base: float, width: float, tall: float) -> list[Lump]:
    """Great lumps, lumps on their shoulders and small ones on those, from the top to the foot."""
    lumps: list[Lump] = []
    count = max(4, int(width / 75))
    peak = rng.uniform(-0.35, 0.35)
    for index in range(count):
        place = (index + rng.uniform(0.3, 0.7)) / count * 2 - 1
        away = abs(place - peak) / (1 + abs(peak))
        height = max(0.12, (1 - away**1.3) * rng.uniform(0.75, 1.0)) * tall
        radius = min(height * 0.55, width * rng.uniform(0.13, 0.18))
        centre = x + place * (width * 0.5 - radius)
        level = base - radius * 0.4
        while level > base - height + radius * 0.7:
            _sprout(rng, lumps, (centre + rng.uniform(-0.3, 0.3) * radius, level, radius), 2)
            level -= radius * 0.75
            radius *= 0.84
        _sprout(rng, lumps, (centre, base - height + radius, radius), 2)
    return sorted(lumps, key=lambda lump: lump[1] - lump[2] * 0.7)


def _sprout(rng: random.Random, lumps: list[Lump], lump: Lump, levels: int) -> None:
    lumps.append(lump)
    x, y, radius = lump
    if not levels or radius < 9:
        return
    for _ in range(6 if levels == 2 else 2):
        angle = rng.uniform(-math.pi * 1.05, math.pi * 0.05)
        child = radius * rng.uniform(0.32, 0.56)
        reach = radius * rng.uniform(0.35, 0.95)
        place = x + math.cos(angle) * reach, y + math.sin(angle) * reach * 0.85, child
        _sprout(rng, lumps, place, levels - 1)


def cirrus(canvas: skia.Canvas, rng: random.Random, colour: int, place: ink.Point, *, alpha: int) -> None:
    """Paints a combed veil of ice around `place`: strands that rise together and curl at their ends."""
    lift, lean = rng.uniform(20, 60), rng.choice((-1, 1))
    for _ in range(14):
        start_x, start_y = place[0] + rng.gauss(0, 150), place[1] + rng.gauss(0, 26)
        reach, thick = lean * rng.uniform(140, 480), rng.uniform(4, 13)
        end_x, end_y = start_x + reach, start_y - lift * rng.uniform(0.6, 1.2)
        veil = skia.Path()
        veil.moveTo(start_x, start_y)
        veil.cubicTo(
            start_x + reach * 0.4, start_y - thick, end_x - reach * 0.3, end_y + lift * 0.2, end_x, end_y
        )
        veil.cubicTo(
            end_x - reach * 0.25,
            end_y + lift * 0.4 + thick,
            start_x + reach * 0.4,
            start_y + thick,
            start_x,
            start_y,
        )
        canvas.drawPath(veil, ink.fill(colour, int(alpha * rng.uniform(0.4, 1.0))))


def deck(
    canvas: skia.Canvas,
    rng: random.Random,
    light: CloudLight,
    *,
    width: float,
    foot: float,
    torn: float,
) -> None:
    """Paints a closed cover of cloud in rolls that shrink towards the horizon.

    Args:
        canvas: Takes design units.
        rng: Shapes the rolls.
        light: Its colours.
        width: Of the sky.
        foot: Design y at which the rolls end.
        torn: 0 is smooth, 1 is heavily modelled.
    """
    rows = 7
    for row in range(rows):
        near = 1 - row / rows
        y = foot * (1 - near**1.25) * 0.94 - 20
        x = -width * 0.1
        while x < width * 1.1:
            reach = rng.uniform(240, 460) * (0.35 + 0.75 * near)
            thick = rng.uniform(34, 64) * (0.3 + 0.9 * near)
            lift = rng.uniform(-12, 12) * near
            share = rng.uniform(0.15, 0.75)
            dark = ink.mix(light.shade, light.light, share)
            alpha = int(36 + 140 * torn)
            roll = ink.oval(x + reach / 2, y + lift, reach * 0.62, thick)
            canvas.drawOval(
                roll,
                ink.linear(
                    (0, roll.top()),
                    (0, roll.bottom()),
                    [
                        ink.colour(ink.mix(dark, light.light, 0.55), alpha),
                        ink.colour(dark, alpha),
                        ink.colour(dark, 0),
                    ],
                    [0.0, 0.45, 1.0],
                ),
            )
            x += reach * rng.uniform(0.45, 0.8)

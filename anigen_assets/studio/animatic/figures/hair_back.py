"""Hair behind the face and the shoulders: the fall, tails, buns."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import HairStyle
from anigen_assets.studio.animatic.figures.brush import Brush, crescent, limb
from anigen_assets.studio.animatic.figures.hair_shapes import hanging
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import Point, curve, linear, mix, path, polygon

_FALLS: dict[HairStyle, tuple[Point, ...]] = {
    HairStyle.LONG: ((106, -40), (120, 60), (134, 180), (146, 300), (142, 380)),
    HairStyle.BOB: ((108, -40), (126, 40), (128, 100), (108, 138)),
    HairStyle.WAVY: ((110, -40), (138, 30), (126, 90), (152, 160), (136, 220), (158, 290), (140, 340)),
    HairStyle.TWIN_TAILS: ((104, -40), (112, 30), (100, 84)),
    HairStyle.PONYTAIL: ((104, -40), (110, 24), (98, 72)),
    HairStyle.SHORT: ((106, -40), (113, 24), (104, 66), (88, 96)),
    HairStyle.SPIKY: ((108, -40), (118, 20), (112, 60), (92, 100)),
    HairStyle.BRAID: ((104, -40), (112, 30), (102, 86)),
    HairStyle.BUN: ((102, -40), (107, 16), (90, 62)),
    HairStyle.SWEPT: ((104, -40), (109, 16), (98, 52), (84, 78)),
}
_HEMS: dict[HairStyle, tuple[int, float]] = {
    HairStyle.LONG: (7, 46),
    HairStyle.BOB: (5, 9),
    HairStyle.WAVY: (6, 34),
    HairStyle.TWIN_TAILS: (4, 14),
    HairStyle.PONYTAIL: (4, 12),
    HairStyle.SHORT: (7, 18),
    HairStyle.SPIKY: (6, 30),
    HairStyle.BRAID: (4, 12),
    HairStyle.BUN: (3, 8),
    HairStyle.SWEPT: (5, 10),
}
"""How many points the hem has, and how long they are."""


def fall(sitter: Sitter) -> skia.Path:
    """Returns the outline of the hair that falls behind the neck."""
    style = sitter.look.hair_style
    sides = _FALLS[style]
    teeth, length = _HEMS[style]
    shrink = 1 - 0.3 * sitter.anatomy.youth
    right = [(x, y * shrink if y > 150 else y) for x, y in sides]
    low_x, low_y = right[-1]
    chance = sitter.chance("hem")
    shape = skia.Path()
    shape.moveTo(0, -136)
    shape.cubicTo(72, -136, 100, -96, *right[0])
    _down(shape, right)
    width = 2 * low_x / teeth
    for index in range(teeth):
        tip_x = low_x - width * (index + 0.5) + chance.uniform(-4, 4)
        end_x = low_x - width * (index + 1)
        reach = length * chance.uniform(0.6, 1.1)
        shape.quadTo(tip_x + width * 0.42, low_y + reach * 0.5, tip_x, low_y + reach)
        shape.quadTo(tip_x - width * 0.3, low_y + reach * 0.45, end_x, low_y)
    _down(shape, [(-x, y) for x, y in reversed(right)])
    shape.cubicTo(-100, -96, -72, -136, 0, -136)
    shape.close()
    return shape


def _down(shape: skia.Path, points: list[Point]) -> None:
    for index in range(len(points) - 1):
        here, there = points[index], points[index + 1]
        before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 2)]
        shape.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )


def paint_back_hair(brush: Brush, sitter: Sitter) -> None:
    """Paint everything of the hair that lies behind head and shoulders."""
    paint_gathered(brush, sitter)
    inks = sitter.inks
    shape = fall(sitter)
    bottom = shape.getBounds().bottom()
    brush.cel(
        shape,
        linear((0, -60), (0, bottom), [inks.hair_deep, inks.hair_deep, inks.hair_shade], [0, 0.35, 1]),
        inks.hair_line,
        3.2,
    )
    with brush.inside(shape):
        if bottom > 160:
            for index, x in enumerate((-112, -88, 86, 112)):
                brush.taper(
                    (x * 0.94, 90),
                    (x * 1.1, bottom * 0.55),
                    (x * (1.02 + 0.04 * (index % 2)), bottom - 40),
                    inks.hair_line,
                    2.6,
                    150,
                )
            brush.paint(crescent(shape, -inks.side * 20, 0), mix(inks.hair_shade, inks.hair, 0.7), 220)
        if inks.rim > 0:
            brush.paint(
                crescent(shape, -inks.side * 5, 0), mix(inks.hair_light, inks.key, 0.6), int(190 * inks.rim)
            )


def paint_gathered(brush: Brush, sitter: Sitter) -> None:
    """Paint tails and buns, which lie behind the head, or on it when it is seen from behind."""
    style = sitter.look.hair_style
    if style is HairStyle.TWIN_TAILS:
        for side in (-1, 1):
            _tail(brush, sitter, _twin(sitter, side), 34)
            _tie(brush, sitter, sitter.view.x(side * 103, -20), -62, side)
    elif style is HairStyle.PONYTAIL:
        side = -1 if sitter.view.turn > 0.05 else 1
        drop = 1 - 0.3 * sitter.anatomy.youth
        _tail(
            brush,
            sitter,
            [
                (side * 30, -122),
                (side * 104, -142),
                (side * 158, -86),
                (side * 166, 10),
                (side * 156, 120 * drop),
                (side * 172, 220 * drop),
                (side * 150, 330 * drop),
            ],
            46,
        )
        _tie(brush, sitter, side * 66, -136, side)
    elif style is HairStyle.BUN:
        _bun(brush, sitter)


def _twin(sitter: Sitter, side: int) -> list[Point]:
    drop = 1 - 0.25 * sitter.anatomy.youth
    x = sitter.view.x(side * 100, -20)
    k = side
    return [
        (x, -62), (x + k * 56, -74), (x + k * 88, -10), (x + k * 84, 80 * drop),
        (x + k * 70, 180 * drop), (x + k * 84, 280 * drop), (x + k * 58, 376 * drop),
    ]  # fmt: skip


def _tail(brush: Brush, sitter: Sitter, points: list[Point], half: float) -> None:
    """A gathered tail with two strands that leave it."""
    inks = sitter.inks
    widths = (0.34, 0.66, 0.86, 1.0, 0.94, 0.7, 0.02)
    shape = limb([(x, y, half * width) for (x, y), width in zip(points, widths, strict=True)])
    low = points[-1][1]
    lean = 1 if points[3][0] > 0 else -1
    for start, out in ((3, 0.7), (4, -0.5)):
        x, y = points[start]
        brush.cel(
            hanging(
                [
                    (x, y),
                    (x + lean * half * out, y + (low - y) * 0.4),
                    (x + lean * half * out * 1.3, low * 0.86),
                ],
                half * 0.4,
            ),
            inks.hair_shade,
            inks.hair_line,
            2.6,
        )
    brush.cel(
        shape,
        linear((0, -120), (0, low), [inks.hair, inks.hair, inks.hair_shade], [0, 0.4, 1]),
        inks.hair_line,
        3.2,
    )
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * half * 0.55, -6), inks.hair_shade, 220)
        for offset in (-0.3, 0.25):
            line = [(x + half * offset * width, y) for (x, y), width in zip(points, widths, strict=True)]
            brush.line(curve(line, closed=False), inks.hair_line, 1.8, 130)
        glow = [
            (x + inks.side * half * 0.5 * width, y)
            for (x, y), width in zip(points[1:5], widths[1:5], strict=True)
        ]
        brush.line(curve(glow, closed=False), inks.hair_light, 6.5, 150)
        if inks.rim > 0:
            brush.paint(
                crescent(shape, -inks.side * 5, 2), mix(inks.hair_light, inks.key, 0.6), int(200 * inks.rim)
            )


def _tie(brush: Brush, sitter: Sitter, x: float, y: float, side: int) -> None:
    inks = sitter.inks
    band = path(
        f"M {x - side * 6} {y - 22} Q {x + side * 10} {y - 20} {x + side * 14} {y - 14} L "
        f"{x + side * 10} {y + 18} Q {x} {y + 22} {x - side * 8} {y + 18} Z"
    )
    brush.cel(band, inks.accent, inks.line(inks.accent), 2.6)


def _bun(brush: Brush, sitter: Sitter) -> None:
    inks = sitter.inks
    x = -sitter.view.shift * 0.5
    ball = curve(
        [
            (x - 50, -150),
            (x - 34, -186),
            (x, -196),
            (x + 34, -186),
            (x + 50, -150),
            (x + 34, -118),
            (x - 34, -118),
        ]
    )
    brush.cel(ball, linear((0, -196), (0, -118), [inks.hair, inks.hair_shade]), inks.hair_line, 3.2)
    with brush.inside(ball):
        brush.paint(crescent(ball, inks.side * 18, -8), inks.hair_shade)
        brush.taper((x - 40, -140), (x - 4, -184), (x + 36, -166), inks.hair_line, 2.4, 190)
        brush.taper((x + 44, -146), (x + 6, -152), (x - 30, -168), inks.hair_line, 2.4, 190)
        light = [(x - 22, -180), (x + 8, -188), (x + 30, -174), (x + 10, -179), (x - 6, -174)]
        brush.paint(polygon(light), inks.hair_light, 190)
    band = path(f"M {x - 40} -132 Q {x} -118 {x + 40} -132 L {x + 36} -118 Q {x} -106 {x - 36} -118 Z")
    brush.cel(band, inks.accent, inks.line(inks.accent), 2.4)

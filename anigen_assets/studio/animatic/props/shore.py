"""Things of cloth, thread and the shore: a shell, a spool, a glove, a flower, an umbrella."""

from __future__ import annotations

import math

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.props.kit import block, flat, line, oval, shine, solid


def shell(canvas: skia.Canvas) -> None:
    """A conch with a rosy mouth."""
    tone = "#f0d3b0"
    body = ink.path(
        "M -206 -70 Q -150 -196 -10 -214 Q 150 -214 196 -112 Q 212 -30 110 -6 Q -40 10 -120 -22 Q -170 -40 -206 -70 Z"
    )
    solid(canvas, body, tone)
    for x, y, reach in ((-120, -142, 20), (-66, -184, 24), (0, -212, 27), (70, -212, 25), (132, -182, 22)):
        solid(
            canvas,
            ink.path(f"M {x - reach} {y + 16} L {x + 2} {y - reach * 1.3} L {x + reach} {y + 14} Z"),
            tone,
        )
    flat(
        canvas,
        ink.path("M -180 -66 Q -60 -160 120 -186 Q 172 -150 176 -110 Q 20 -110 -100 -40 Z"),
        ink.lighten(tone, 0.3),
        150,
    )
    mouth = ink.path("M -96 -32 Q 10 -112 150 -96 Q 176 -60 120 -24 Q 20 0 -96 -32 Z")
    canvas.drawPath(mouth, ink.linear((-90, -100), (150, -10), ["#f7b7a8", "#d9708a"]))
    canvas.drawPath(mouth, ink.stroke(ink.shade(tone, 0.66), 4))
    shine(canvas, "M -150 -96 Q -90 -156 -20 -172", 8, 150)


def spool(canvas: skia.Canvas) -> None:
    """A spool of red thread, its end trailing."""
    line(canvas, "M 74 -60 C 190 -20 120 -2 224 -8 C 270 -12 262 -44 232 -40", "#c8384e", 5)
    solid(canvas, oval(0, -26, 96, 26), "#b98a5a")
    solid(canvas, ink.path("M -74 -190 Q -92 -112 -74 -34 Q 0 -14 74 -34 Q 92 -112 74 -190 Z"), "#cf3f54")
    for row in range(11):
        y = -182 + row * 14
        line(
            canvas,
            f"M {-78 - 6 * math.sin(row / 10 * math.pi)} {y} Q 0 {y + 18} {78 + 6 * math.sin(row / 10 * math.pi)} {y}",
            "#8f1f3c",
            2.6,
            150,
        )
    solid(canvas, oval(0, -196, 96, 28), "#c99a68")
    solid(canvas, oval(0, -198, 22, 8), "#5c3c2c")
    shine(canvas, "M -56 -164 Q -64 -112 -56 -60", 7, 120)


def glove(canvas: skia.Canvas) -> None:
    """One knitted glove, left behind."""
    wool = "#5c82b4"
    canvas.save()
    canvas.translate(0, -12)
    canvas.rotate(-9)
    hand = ink.path(
        "M -86 -4 L -92 -108 Q -168 -136 -184 -182 Q -168 -208 -140 -190 L -88 -146 L -92 -232 Q -74 -262 -50 -236 "
        "L -44 -166 L -30 -266 Q -8 -290 12 -264 L 8 -164 L 34 -252 Q 58 -272 74 -244 L 54 -148 L 84 -202 "
        "Q 108 -210 114 -184 L 92 -84 L 86 -4 Z"
    )
    solid(canvas, hand, wool)
    for row in range(4):
        y = -44 - row * 26
        for x in (-66, -14, 38):
            line(canvas, f"M {x} {y} L {x + 14} {y + 12} L {x + 28} {y}", ink.lighten(wool, 0.5), 3.4, 150)
    solid(canvas, block(-98, -26, 196, 44, 10), "#e6dfd0")
    for x in range(-80, 90, 20):
        line(canvas, f"M {x} -22 L {x} 14", ink.shade("#e6dfd0", 0.35), 2.6, 150)
    canvas.restore()


def flower(canvas: skia.Canvas) -> None:
    """A single flower in a glass."""
    line(canvas, "M 4 -40 C -16 -120 26 -170 4 -226", "#4f8a4a", 8)
    for side in (-1, 1):
        solid(
            canvas,
            ink.path(f"M 0 -128 Q {side * 70} -176 {side * 104} -132 Q {side * 56} -104 0 -128 Z"),
            "#63a457",
        )
    for petal in range(6):
        canvas.save()
        canvas.translate(4, -236)
        canvas.rotate(petal * 60 + 12)
        solid(
            canvas,
            ink.path("M 0 -12 Q -42 -46 -18 -86 Q 0 -104 18 -86 Q 42 -46 0 -12 Z"),
            "#f39ab4",
            depth=0.2,
        )
        canvas.restore()
    solid(canvas, oval(4, -236, 22, 21), "#f6cf6a")
    glass = ink.path("M -62 -118 L -50 -4 L 50 -4 L 62 -118 Z")
    canvas.drawPath(
        glass,
        ink.linear(
            (-60, 0),
            (60, 0),
            [ink.colour("#d8ecf6", 160), ink.colour("#d8ecf6", 88), ink.colour("#b4d4e8", 152)],
        ),
    )
    flat(canvas, ink.path("M -58 -84 L -50 -6 L 50 -6 L 58 -84 Z"), "#8fc4e0", 110)
    canvas.drawPath(glass, ink.stroke("#6f9ab4", 4))
    shine(canvas, "M -44 -104 L -37 -22", 6, 190)


def umbrella(canvas: skia.Canvas) -> None:
    """An open umbrella, set down."""
    line(canvas, "M 22 -150 L 136 -12 Q 152 8 168 -10", "#6a4630", 10)
    dome = ink.path(
        "M -226 -62 Q -204 -236 -22 -262 Q 150 -262 204 -138 Q 160 -158 122 -122 Q 70 -146 28 -100 "
        "Q -30 -122 -72 -72 Q -120 -96 -150 -52 Q -186 -82 -226 -62 Z"
    )
    solid(canvas, dome, "#d2506a")
    for rib in (
        "M -22 -262 Q -130 -180 -150 -52",
        "M -22 -262 Q -60 -170 -72 -72",
        "M -22 -262 Q 20 -190 28 -100",
        "M -22 -262 Q 96 -220 122 -122",
    ):
        line(canvas, rib, ink.shade("#d2506a", 0.5), 3.4, 190)
    line(canvas, "M -24 -260 L -32 -286", "#6a4630", 9)
    shine(canvas, "M -186 -128 Q -150 -210 -74 -238", 8, 120)

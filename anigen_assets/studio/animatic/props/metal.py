"""Things of brass, iron and silver: a key, a ring, a whistle, a bell, a clock, a spyglass, a stamp."""

from __future__ import annotations

import math

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.props.kit import block, flat, line, outline, oval, shine, solid

_BRASS = "#d2a24a"
_IRON = "#6d7380"
_SILVER = "#c6d0da"
_GOLD = "#efc457"


def key(canvas: skia.Canvas) -> None:
    """A long iron key, lying aslant."""
    canvas.save()
    canvas.translate(0, -92)
    canvas.rotate(-18)
    bow = skia.Op(oval(-150, 0, 66, 66), oval(-150, 0, 36, 36), skia.kDifference_PathOp)
    solid(canvas, block(-92, -13, 292, 26, 10), _IRON)
    solid(canvas, block(128, 6, 26, 60, 4), _IRON)
    solid(canvas, block(168, 6, 26, 46, 4), _IRON)
    solid(canvas, block(-104, -21, 28, 42, 8), _IRON)
    solid(canvas, bow, _IRON)
    shine(canvas, "M -196 -26 Q -176 -52 -146 -52", 6, 150)
    shine(canvas, "M -60 -5 L 96 -5", 4, 130)
    canvas.restore()


def ring(canvas: skia.Canvas) -> None:
    """A thin gold ring, standing, with an engraving inside."""
    outer, inner = oval(0, -112, 108, 112), oval(10, -110, 84, 92)
    band = skia.Op(outer, inner, skia.kDifference_PathOp)
    canvas.drawPath(
        inner, ink.linear((-80, 0), (90, 0), [ink.shade(_GOLD, 0.45), ink.colour(_GOLD, 0)], [0.0, 0.34])
    )
    for step in range(7):
        angle = math.radians(118 + step * 17)
        x, y = 10 + 76 * math.cos(angle), -110 + 84 * math.sin(angle)
        line(canvas, f"M {x} {y} L {x + 9} {y + 4}", ink.shade(_GOLD, 0.6), 3.0, 190)
    solid(canvas, band, _GOLD)
    outline(canvas, inner, _GOLD, 3.4)
    shine(canvas, "M -98 -130 Q -86 -194 -30 -214", 7, 220)
    shine(canvas, "M 98 -84 Q 92 -46 70 -26", 5, 150)


def whistle(canvas: skia.Canvas) -> None:
    """A dented silver whistle on a cord."""
    line(canvas, "M -128 -76 C -250 -150 -210 -250 -60 -196 C 60 -150 150 -270 236 -168", "#7c3b46", 9)
    line(canvas, "M -128 -76 C -250 -150 -210 -250 -60 -196 C 60 -150 150 -270 236 -168", "#b45a66", 4)
    pipe = ink.path(
        "M -40 -128 L 196 -128 L 196 -82 L 62 -80 Q 56 -2 -34 -2 Q -120 -2 -120 -74 Q -116 -128 -40 -128 Z"
    )
    solid(canvas, pipe, _SILVER)
    flat(canvas, block(22, -130, 40, 22, 3), "#3d4450")
    solid(canvas, block(176, -134, 28, 58, 6), _SILVER)
    solid(canvas, oval(-34, -66, 36, 36), ink.shade(_SILVER, 0.14))
    solid(canvas, oval(-132, -78, 17, 17), _SILVER)
    shine(canvas, "M -100 -86 Q -92 -116 -40 -118", 6)
    line(canvas, "M 96 -112 Q 112 -102 130 -110", ink.shade(_SILVER, 0.5), 3)


def bell(canvas: skia.Canvas) -> None:
    """A tin bell with a ribbon."""
    solid(canvas, ink.path("M -30 -236 Q 0 -292 30 -236 L 18 -230 Q 0 -262 -18 -230 Z"), "#8d5a3c")
    body = ink.path(
        "M -44 -232 Q -50 -246 -30 -248 L 30 -248 Q 50 -246 44 -232 Q 62 -96 128 -40 L -128 -40 Q -62 -96 -44 -232 Z"
    )
    solid(canvas, oval(0, -24, 26, 24), ink.shade(_BRASS, 0.3))
    solid(canvas, body, _BRASS)
    solid(canvas, block(-140, -52, 280, 26, 12), _BRASS)
    shine(canvas, "M -34 -222 Q -44 -120 -86 -66", 9, 150)
    line(canvas, "M -56 -150 Q 0 -138 56 -150", ink.shade(_BRASS, 0.5), 4)
    solid(canvas, ink.path("M 2 -236 Q 60 -282 84 -238 Q 60 -214 2 -236 Z"), "#c8404e")
    solid(canvas, ink.path("M -2 -236 Q -60 -282 -84 -238 Q -60 -214 -2 -236 Z"), "#c8404e")


def clock(canvas: skia.Canvas) -> None:
    """A table clock that says four minutes to twelve."""
    solid(canvas, ink.path("M -132 -2 L -108 -40 L 108 -40 L 132 -2 Z"), "#7d4f36")
    solid(
        canvas,
        ink.path("M -112 -36 L -112 -160 Q -112 -286 0 -286 Q 112 -286 112 -160 L 112 -36 Z"),
        "#96603f",
    )
    solid(canvas, oval(0, -164, 92, 92), _BRASS)
    canvas.drawPath(oval(0, -164, 78, 78), ink.fill("#fbf5e4"))
    outline(canvas, oval(0, -164, 78, 78), _BRASS, 3.4)
    for hour in range(12):
        angle = math.radians(hour * 30)
        near, far = (58 if hour % 3 else 52), 68
        x, y = math.sin(angle), -math.cos(angle)
        line(
            canvas,
            f"M {near * x} {near * y - 164} L {far * x} {far * y - 164}",
            "#4b3a3a",
            4.6 if hour % 3 == 0 else 3,
        )
    line(canvas, "M 0 -164 L -4 -206", "#3b2f3c", 7)
    line(canvas, "M 0 -164 L -25 -222", "#3b2f3c", 4.6)
    flat(canvas, oval(0, -164, 7, 7), "#b8384a")
    shine(canvas, "M -58 -196 Q -44 -226 -14 -234", 6, 190)


def spyglass(canvas: skia.Canvas) -> None:
    """A brass spyglass on a small stand."""
    line(canvas, "M 0 -118 L -76 -4 M 0 -118 L 76 -4 M 0 -118 L 8 -2", ink.shade("#8a5a3a", 0.5), 17)
    line(canvas, "M 0 -118 L -76 -4 M 0 -118 L 76 -4 M 0 -118 L 8 -2", "#8a5a3a", 10)
    canvas.save()
    canvas.translate(0, -150)
    canvas.rotate(-16)
    solid(canvas, block(-212, -24, 130, 48, 6), ink.shade(_BRASS, 0.1))
    solid(canvas, block(-96, -33, 140, 66, 6), "#6d3f36")
    solid(canvas, block(30, -42, 150, 84, 6), _BRASS)
    for x, reach in ((-222, 29), (-100, 38), (26, 46), (168, 50)):
        solid(canvas, block(x, -reach, 22, reach * 2, 5), _GOLD)
    canvas.drawPath(oval(190, 0, 10, 44), ink.fill("#bfe6f2"))
    shine(canvas, "M -190 -12 L -110 -12 M 60 -24 L 150 -24", 6, 170)
    canvas.restore()


def stamp(canvas: skia.Canvas) -> None:
    """A brass stamp beside its mark."""
    canvas.save()
    canvas.translate(128, -22)
    canvas.scale(1.0, 0.42)
    canvas.rotate(-12)
    for radius, width in ((66, 9), (48, 4)):
        canvas.drawPath(oval(0, 0, radius, radius), ink.stroke("#b8384a", width, 215))
    canvas.drawPath(
        ink.path("M -26 22 Q 0 -46 26 22 M -34 -4 L 34 -4 M 0 -36 L 0 34"), ink.stroke("#b8384a", 7, 215)
    )
    canvas.restore()
    solid(canvas, ink.path("M -150 -4 L -146 -52 L -2 -52 L 2 -4 Z"), _BRASS)
    solid(canvas, ink.path("M -112 -52 Q -90 -84 -100 -128 L -48 -128 Q -58 -84 -36 -52 Z"), _BRASS)
    solid(canvas, oval(-74, -172, 54, 56), "#7a4434")
    shine(canvas, "M -108 -186 Q -98 -214 -70 -216", 8, 170)

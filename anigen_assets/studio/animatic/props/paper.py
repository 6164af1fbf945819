"""Things of paper: a book, a letter, a ticket, a chart, a photograph."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.props.kit import block, flat, line, outline, oval, solid

_PAPER = "#f6eeda"
_INK = "#4a4a6a"


def book(canvas: skia.Canvas) -> None:
    """An open ledger with a pencil across it."""
    cover = ink.path(
        "M -262 -6 L -214 -168 Q -100 -192 0 -166 Q 100 -192 214 -168 L 262 -6 Q 130 -30 0 -4 Q -130 -30 -262 -6 Z"
    )
    solid(canvas, cover, "#7a3f3a")
    left = ink.path("M -244 -20 L -202 -172 Q -96 -204 0 -176 L 0 -20 Q -122 -46 -244 -20 Z")
    right = ink.path("M 244 -20 L 202 -172 Q 96 -204 0 -176 L 0 -20 Q 122 -46 244 -20 Z")
    solid(canvas, left, _PAPER, depth=0.06)
    solid(canvas, right, _PAPER, depth=0.16)
    for row in range(6):
        y = -160 + row * 22
        spread = row * 6
        line(canvas, f"M {-186 - spread} {y} Q {-100} {y - 20} -22 {y - 2}", _INK, 3.4, 150)
        if row < 4:
            line(canvas, f"M 22 {y - 2} Q 100 {y - 20} {(150, 176, 120, 90)[row]} {y - 6}", _INK, 3.4, 150)
    canvas.save()
    canvas.translate(92, -62)
    canvas.rotate(-24)
    solid(canvas, block(-92, -8, 150, 16, 3), "#e0a83a")
    solid(canvas, ink.path("M 58 -8 L 92 0 L 58 8 Z"), "#ecd3a4")
    flat(canvas, ink.path("M 80 -3 L 93 0 L 80 3 Z"), "#35303c")
    solid(canvas, block(-110, -8, 20, 16, 4), "#d9707a")
    canvas.restore()


def letter(canvas: skia.Canvas) -> None:
    """A sealed envelope, leaning back, with a sheet showing."""
    solid(canvas, ink.path("M -150 -60 L -138 -232 L 146 -246 L 158 -70 Z"), _PAPER, depth=0.1)
    for row in range(4):
        line(
            canvas, f"M -116 {-206 + row * 24} L {(104, 118, 64, 96)[row]} {-216 + row * 24}", _INK, 3.4, 140
        )
    envelope = ink.path("M -206 -8 L -196 -158 L 200 -168 L 212 -14 Z")
    solid(canvas, envelope, "#efe2c4", depth=0.14)
    flap = ink.path("M -196 -158 L 6 -62 L 200 -168")
    outline(canvas, flap, "#efe2c4", 4.0)
    line(canvas, "M -206 -8 L -40 -84", ink.shade("#efe2c4", 0.4), 3.0, 150)
    line(canvas, "M 212 -14 L 52 -88", ink.shade("#efe2c4", 0.4), 3.0, 150)
    solid(canvas, oval(6, -68, 27, 26), "#b8384a")
    line(canvas, "M -6 -70 Q 6 -84 18 -70 Q 6 -52 -6 -70", "#7e1f35", 3.4)


def ticket(canvas: skia.Canvas) -> None:
    """Two punched cardboard tickets."""
    for degrees, x, tone in ((-13, -34, "#d8c7a0"), (7, 26, "#ecdcb4")):
        canvas.save()
        canvas.translate(x, -86)
        canvas.rotate(degrees)
        card = block(-176, -62, 352, 124, 14)
        hole = oval(120, 0, 17, 17)
        card = skia.Op(card, hole, skia.kDifference_PathOp)
        solid(canvas, card, tone, depth=0.16)
        line(canvas, "M 84 -56 L 84 56", ink.shade(tone, 0.45), 3.0, 170)
        flat(canvas, block(-150, -40, 96, 16, 4), "#b8503f")
        for row in range(3):
            line(canvas, f"M -150 {-4 + row * 20} L {(52, 20, 44)[row]} {-4 + row * 20}", _INK, 4.0, 140)
        canvas.restore()


def chart(canvas: skia.Canvas) -> None:
    """A sea chart, half unrolled."""
    sheet = ink.path(
        "M -236 -16 L -206 -196 Q -60 -216 60 -196 Q 160 -182 232 -204 L 258 -30 Q 120 -4 20 -20 Q -110 -38 -236 -16 Z"
    )
    solid(canvas, sheet, "#eadfbe", depth=0.14)
    canvas.save()
    canvas.clipPath(sheet, doAntiAlias=True)
    flat(
        canvas,
        ink.path("M -250 0 L -250 -120 Q -150 -150 -110 -90 Q -70 -30 20 -60 Q 40 -10 10 20 Z"),
        "#a9c58c",
    )
    flat(canvas, ink.path("M 120 -220 Q 130 -160 190 -150 Q 250 -150 270 -120 L 270 -230 Z"), "#a9c58c")
    for radius in (34, 58, 82):
        outline(canvas, oval(-110, -96, radius * 1.6, radius), "#6f9cb8", 2.4)
    canvas.restore()
    path = ink.stroke("#c2404a", 4.4)
    path.setPathEffect(skia.DashPathEffect.Make([14, 11], 0))
    canvas.drawPath(ink.path("M -60 -74 Q 20 -150 92 -96 Q 130 -60 176 -96"), path)
    line(canvas, "M 164 -108 L 188 -84 M 188 -108 L 164 -84", "#c2404a", 6.0)
    roll = block(-256, -214, 46, 206, 22)
    canvas.save()
    canvas.translate(-10, 0)
    canvas.rotate(8)
    solid(canvas, roll, "#e2d3aa")
    canvas.restore()


def photograph(canvas: skia.Canvas) -> None:
    """A framed photograph of two people on a pier, faded."""
    frame = ink.path("M -150 -4 L -136 -288 L 152 -296 L 172 -8 Z")
    solid(canvas, frame, "#9a6a44")
    inner = ink.path("M -122 -34 L -112 -262 L 128 -268 L 142 -38 Z")
    canvas.drawPath(inner, ink.linear((0, -268), (0, -34), ["#dfe3d4", "#f0dcc0", "#c8b294"]))
    canvas.save()
    canvas.clipPath(inner, doAntiAlias=True)
    flat(canvas, block(-140, -116, 300, 60), "#a7b8b4")
    flat(canvas, block(-140, -70, 300, 60), "#a88f74")
    for x, height, tone in ((-34, 1.0, "#5f5a68"), (44, 0.86, "#8a6a5a")):
        flat(canvas, oval(x, -70 - 96 * height, 21, 24), "#e6c8aa")
        flat(canvas, oval(x, -78 - 98 * height, 23, 19), "#4a3a3c")
        low, high = -66 - 60 * height, -68 - 62 * height
        coat = f"M {x - 34} -40 Q {x - 32} {low} {x} {high} Q {x + 32} {low} {x + 34} -40 Z"
        flat(canvas, ink.path(coat), tone)
    canvas.drawPath(ink.path("M -122 -34 L -112 -262 L -20 -264 L -122 -120 Z"), ink.fill("#ffffff", 46))
    canvas.restore()
    outline(canvas, inner, "#9a6a44", 4.0)

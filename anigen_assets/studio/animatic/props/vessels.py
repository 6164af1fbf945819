"""Things that hold something: a lantern, a kettle, a cup, a bottle, a box."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.props.kit import block, flat, line, outline, oval, shine, solid

_STEAM = "#ffffff"


def lantern(canvas: skia.Canvas) -> None:
    """A storm lantern, lit."""
    canvas.drawCircle(
        0,
        -134,
        260,
        ink.radial(
            (0, -134),
            260,
            [ink.colour("#ffd98c", 176), ink.colour("#ffcf7a", 72), ink.colour("#ffcf7a", 0)],
            [0.0, 0.4, 1.0],
        ),
    )
    line(canvas, "M -92 -170 C -150 -330 150 -330 92 -170", "#3d4656", 8)
    solid(canvas, ink.path("M -96 -4 L -80 -44 L 80 -44 L 96 -4 Z"), "#4f6478")
    glass = ink.path("M -70 -44 Q -106 -136 -56 -216 L 56 -216 Q 106 -136 70 -44 Z")
    canvas.drawPath(glass, ink.radial((0, -118), 120, ["#fffbe0", "#ffdf8a", "#e8a85a"], [0.0, 0.5, 1.0]))
    flame = ink.path("M 0 -188 Q 36 -130 22 -100 Q 0 -76 -22 -100 Q -36 -130 0 -188 Z")
    flat(canvas, flame, "#fff6c8")
    flat(canvas, ink.path("M 0 -148 Q 16 -116 10 -100 Q 0 -90 -10 -100 Q -16 -116 0 -148 Z"), "#ff9d4a")
    for x in (-62, 62):
        line(canvas, f"M {x} -44 Q {x * 1.5} -136 {x * 0.8} -216", "#3d4656", 6)
    outline(canvas, glass, "#4f6478")
    solid(canvas, ink.path("M -66 -214 L -48 -256 L 48 -256 L 66 -214 Z"), "#4f6478")
    solid(canvas, block(-22, -280, 44, 28, 8), "#4f6478")
    shine(canvas, "M -56 -86 Q -74 -130 -54 -178", 6, 150)


def kettle(canvas: skia.Canvas) -> None:
    """A blue enamel pot, chipped, with steam."""
    tone = "#3f7fb0"
    line(canvas, "M 120 -168 Q 226 -170 196 -82 Q 180 -44 128 -46", ink.shade(tone, 0.6), 23)
    line(canvas, "M 120 -168 Q 226 -170 196 -82 Q 180 -44 128 -46", tone, 14)
    solid(canvas, ink.path("M -112 -96 Q -168 -120 -196 -204 L -158 -212 Q -140 -160 -96 -160 Z"), tone)
    body = ink.path("M -136 -8 Q -146 -110 -84 -204 L 84 -204 Q 146 -110 136 -8 Q 0 10 -136 -8 Z")
    solid(canvas, body, tone)
    flat(canvas, ink.path("M -138 -26 Q 0 -8 138 -26 L 136 -8 Q 0 10 -136 -8 Z"), ink.shade(tone, 0.35))
    solid(canvas, ink.path("M -88 -202 Q -80 -240 0 -244 Q 80 -240 88 -202 Z"), tone)
    solid(canvas, oval(0, -254, 18, 16), "#2c3a52")
    flat(canvas, ink.path("M 34 -60 Q 48 -74 66 -62 Q 70 -46 52 -40 Q 36 -44 34 -60 Z"), "#28344a")
    shine(canvas, "M -104 -66 Q -98 -130 -66 -178", 12, 150)
    _steam(canvas, -186, -226)


def cup(canvas: skia.Canvas) -> None:
    """A tea bowl on a saucer, with steam."""
    solid(canvas, oval(0, -18, 190, 26), "#e9e2d2")
    line(canvas, "M 96 -128 Q 178 -136 160 -76 Q 142 -40 84 -52", ink.shade("#f3ede0", 0.5), 20)
    line(canvas, "M 96 -128 Q 178 -136 160 -76 Q 142 -40 84 -52", "#f3ede0", 12)
    solid(
        canvas, ink.path("M -124 -158 Q -122 -44 -56 -22 L 56 -22 Q 122 -44 124 -158 Z"), "#f3ede0", depth=0.2
    )
    solid(canvas, oval(0, -158, 124, 30), "#e6dcc8")
    canvas.drawPath(oval(0, -152, 106, 22), ink.linear((-100, 0), (100, 0), ["#b5713a", "#8a4a26"]))
    flat(canvas, ink.path("M -112 -104 Q 0 -76 112 -104 L 108 -84 Q 0 -56 -108 -84 Z"), "#5b86a8")
    shine(canvas, "M -94 -120 Q -86 -70 -58 -46", 7, 170)
    _steam(canvas, -20, -190)
    _steam(canvas, 40, -182)


def bottle(canvas: skia.Canvas) -> None:
    """A green bottle with a rolled message in it."""
    glass = ink.path(
        "M -30 -284 L 30 -284 L 32 -206 Q 96 -178 96 -120 L 96 -20 Q 96 -2 70 -2 L -70 -2 Q -96 -2 -96 -20 "
        "L -96 -120 Q -96 -178 -32 -206 Z"
    )
    canvas.drawPath(
        glass,
        ink.linear(
            (-96, 0),
            (96, 0),
            [ink.colour("#8fd6b4", 192), ink.colour("#60b08c", 144), ink.colour("#478f74", 192)],
        ),
    )
    canvas.save()
    canvas.translate(4, -84)
    canvas.rotate(14)
    solid(canvas, block(-26, -74, 52, 144, 12), "#f2e6c6", depth=0.2)
    line(canvas, "M -27 -8 L 27 -8", "#b8384a", 7)
    canvas.restore()
    canvas.drawPath(glass, ink.fill("#66b898", 60))
    outline(canvas, glass, "#3f8a6c")
    solid(canvas, block(-26, -308, 52, 44, 6), "#a9794e")
    shine(canvas, "M -72 -124 Q -72 -160 -36 -182 M -74 -100 L -74 -40", 8, 170)


def box(canvas: skia.Canvas) -> None:
    """A wooden box with a brass lock, its lid ajar."""
    wood = "#9a6640"
    solid(canvas, ink.path("M -170 -150 L -150 -226 Q 0 -262 168 -232 L 186 -154 Z"), wood)
    flat(canvas, ink.path("M -164 -150 L 178 -152 L 168 -138 L -156 -136 Z"), "#3a2430")
    solid(canvas, ink.path("M -176 -138 L -164 -4 L 172 -4 L 186 -140 Z"), wood)
    for x in (-118, 126):
        solid(canvas, ink.path(f"M {x - 14} -138 L {x - 12} -4 L {x + 12} -4 L {x + 14} -138 Z"), "#c89a4a")
    solid(canvas, block(-26, -132, 52, 58, 8), "#d2a24a")
    flat(canvas, oval(0, -108, 8, 8), "#3b2430")
    flat(canvas, ink.path("M -5 -106 L 5 -106 L 8 -86 L -8 -86 Z"), "#3b2430")
    shine(canvas, "M -150 -116 L -60 -118", 5, 90)


def _steam(canvas: skia.Canvas, x: float, y: float) -> None:
    curl = f"M {x} {y} C {x - 34} {y - 40} {x + 34} {y - 66} {x} {y - 112}"
    canvas.drawPath(ink.path(curl), ink.stroke(_STEAM, 15, 90, blur=6))

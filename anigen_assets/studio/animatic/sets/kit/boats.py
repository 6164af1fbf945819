"""Fishing boats as they lie alongside a quay."""

from __future__ import annotations

import random

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.signs import across
from anigen_assets.studio.animatic.sets.kit.solids import Builder

_HULLS = ("#3f6f9a", "#b8483f", "#e8e4da", "#3f8a7a", "#d09a3f")
_BOATS = ("第三潮丸", "かもめ丸", "第七星丸", "ゆうなぎ", "大漁丸")


def fishing_boat(build: Builder, rng: random.Random, x: float, z: float) -> None:
    """A fishing boat alongside: hull, wheelhouse, mast and lamps."""
    stage, view, canvas = build.stage, build.view, build.canvas
    unit = view.scale(z)
    centre, water = view.at(x, -0.7, z)
    hull, name = stage.ink(rng.choice(_HULLS)), rng.choice(_BOATS)
    white = stage.ink("#f2efe8")
    bow = 1 if x < 0 else -1
    canvas.save()
    canvas.translate(centre, water)
    canvas.scale(bow * unit, unit)
    house = ink.path("M -1.0 -0.95 L -1.0 -1.75 L 0.1 -1.75 L 0.24 -0.95 Z")
    canvas.drawPath(house, ink.linear((-1.0, 0), (0.24, 0), [white, ink.shade(white, 0.24)]))
    canvas.drawRect(ink.rect(-1.08, -1.83, 1.3, 0.1), ink.fill(stage.snow() if stage.snowy else hull))
    lit = stage.palette.lamps
    pane = ink.fill(ink.lighten(stage.glow, 0.2) if lit else stage.ink("#4f6a80"))
    for left in (-0.86, -0.5, -0.14):
        canvas.drawRect(ink.rect(left, -1.6, 0.27, 0.3), pane)
    rig = ink.stroke(stage.ink("#5a5f66"), 0.045)
    canvas.drawLine(-0.4, -1.8, -0.4, -3.1, rig)
    canvas.drawLine(1.2, -0.9, 1.2, -2.2, rig)
    thin = ink.stroke(stage.ink("#4a4f56"), 0.014)
    for start, end in (
        ((-0.4, -3.1), (2.3, -1.1)),
        ((-0.4, -3.1), (-2.1, -0.9)),
        ((-0.4, -2.6), (1.2, -2.2)),
    ):
        canvas.drawLine(*start, *end, thin)
    body = ink.path(
        "M -2.2 -0.95 Q 0.3 -0.62 2.5 -1.22 Q 2.1 -0.2 1.7 0.12 L -2.0 0.12 Q -2.25 -0.4 -2.2 -0.95 Z"
    )
    canvas.drawPath(body, ink.linear((0, -1.1), (0, 0.12), [ink.lighten(hull, 0.08), ink.shade(hull, 0.3)]))
    canvas.drawPath(ink.path("M -2.2 -0.95 Q 0.3 -0.62 2.5 -1.22"), ink.stroke(white, 0.09))
    canvas.drawPath(
        ink.path("M -2.1 -0.12 L 1.9 -0.12 L 1.72 0.12 L -2.0 0.12 Z"), ink.fill(stage.ink("#7a3a34"))
    )
    canvas.restore()
    if lit:
        for lamp_x, lamp_y in ((-0.4, -3.1), (1.2, -2.2)):
            glow(canvas, (centre + bow * lamp_x * unit, water + lamp_y * unit), 90, stage.glow, 170)
        for step in range(5):
            glow(
                canvas,
                (centre + bow * (-0.4 + 0.4 * step) * unit, water - (2.55 - 0.1 * step) * unit),
                26,
                "#fff2cc",
                210,
            )
    across(canvas, name, (centre + bow * 1.2 * unit, water - 0.6 * unit), unit * 0.2, white)
    for fender in (-1.4, -0.2, 1.0):
        canvas.drawCircle(
            centre + fender * unit, water - 0.3 * unit, unit * 0.13, ink.fill(stage.ink("#33363c"))
        )

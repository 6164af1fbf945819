"""Water: the sea to the horizon, with the sun's road on it, and the still water of rivers and harbours."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.sky import sun_at
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.plate import PLATE_WIDTH


def sea(stage: Stage, canvas: skia.Canvas, horizon: float, *, shore: float, local: str = "#2a86b8") -> None:
    """Paints open water from the horizon down to `shore`, in design units."""
    sky = stage.palette.sky
    water = ink.mix(stage.ink(local), sky[1], 0.42)
    if stage.foggy:
        water = stage.hazed(water, 0.3)
    far, near = ink.mix(water, sky[3], 0.55), ink.shade(water, 0.22)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, horizon, PLATE_WIDTH, shore + 2),
        ink.linear((0, horizon), (0, shore), [far, water, near], [0.0, 0.35, 1.0]),
    )
    ripples(stage, canvas, horizon, shore, count=150)
    sun_road(stage, canvas, horizon, shore)
    canvas.drawLine(0, horizon, PLATE_WIDTH, horizon, ink.stroke(ink.lighten(far, 0.35), 1.4, 150))


def ripples(stage: Stage, canvas: skia.Canvas, top: float, bottom: float, *, count: int) -> None:
    """Paints light and dark crests that grow towards the viewer."""
    rng = stage.rng("ripples")
    light, dark = skia.Path(), skia.Path()
    for index in range(count):
        depth = rng.random() ** 1.4
        y = top + 3 + depth * (bottom - top)
        width, lift = (16 + 150 * depth) * rng.uniform(0.5, 1.3), 1 + 4.5 * depth
        x = rng.uniform(-40, PLATE_WIDTH)
        crest = light if index % 3 else dark
        crest.moveTo(x, y)
        crest.quadTo(x + width * 0.5, y - lift, x + width, y)
        crest.quadTo(x + width * 0.5, y + lift * 0.3, x, y)
    canvas.drawPath(light, ink.fill(ink.lighten(stage.palette.sky[3], 0.25), 60))
    canvas.drawPath(dark, ink.fill(stage.palette.dark, 34))


def sun_road(stage: Stage, canvas: skia.Canvas, top: float, bottom: float) -> None:
    """Paints the glitter under the sun or the moon."""
    if stage.palette.sun is None:
        return
    rng = stage.rng("road")
    middle = sun_at(stage.palette.sun)[0]
    sparks = skia.Path()
    for _ in range(190):
        depth = rng.random() ** 1.25
        y = top + 2 + depth * (bottom - top)
        width = (10 + 66 * depth) * rng.uniform(0.4, 1.2)
        x = middle + rng.gauss(0, 1) * (16 + 110 * depth)
        sparks.addOval(ink.oval(x, y, width / 2, 0.8 + 1.7 * depth))
    sparks.setFillType(skia.PathFillType.kWinding)
    colour = ink.lighten(stage.key, 0.35)
    canvas.drawPath(sparks, ink.fill(colour, 170 if not stage.night else 130))
    road = skia.Rect.MakeLTRB(middle - 150, top, middle + 150, bottom)
    shine = [ink.colour(colour, 0), ink.colour(colour, 70), ink.colour(colour, 0)]
    canvas.drawRect(road, ink.linear((road.left(), 0), (road.right(), 0), shine))

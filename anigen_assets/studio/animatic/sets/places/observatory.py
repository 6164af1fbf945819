"""An observatory on a hill: a dome with its slit open to the sky, a terrace, the lights of the town below."""

from __future__ import annotations

import math

import skia

from anigen_assets.story.vocabulary import Weather
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.dome import observatory_dome
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.ground import (
    drifts,
    grounded,
    joints,
    mirror,
    mist,
    puddles,
    surface,
)
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool, shadow
from anigen_assets.studio.animatic.sets.kit.plants import conifer, grass
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills, roofs, towers
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, PLATE_WIDTH, Layer, SetPlate

_VIEW = View(horizon=470, floor_y=654)
_RAIL = 8.5
"""Metres to the terrace's railing."""


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(_sky_and_town(stage), 0.3),
            Layer(_terrace(stage), 1.0),
            Layer(_hilltop(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=weather_particles(stage.weather),
        indoor=False,
    )


def _sky_and_town(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, 490, lowest=600)
    if stage.night and stage.weather is Weather.CLEAR:
        _milky_way(stage, canvas)
    hills(stage, canvas, "range", base=506, height=86, far=0.95, local="#6486a8", rough=0.6)
    hills(stage, canvas, "slope", base=520, height=44, far=0.7, local="#4f7a64")
    mist(stage, canvas, 440, 540, 110)
    towers(stage, canvas, "town", base=540, heights=(10, 48), widths=(14, 34), far=0.7)
    roofs(stage, canvas, "town", base=552, size=12, far=0.55)
    roofs(stage, canvas, "near", base=570, size=17, far=0.42)
    mist(stage, canvas, 500, 590, 70)
    return bloom(sheet.image(), 90)


def _milky_way(stage: Stage, canvas: skia.Canvas) -> None:
    """A band of faint stars and dust across the sky, and a shooting star."""
    rng = stage.rng("galaxy")
    start, end = (PLATE_WIDTH * 0.1, 470.0), (PLATE_WIDTH * 0.72, -60.0)
    for _ in range(26):
        share = rng.random()
        x = start[0] + (end[0] - start[0]) * share + rng.gauss(0, 46)
        y = start[1] + (end[1] - start[1]) * share + rng.gauss(0, 26)
        hue = rng.choice(("#b8c8ff", "#d8c4ff", "#ffe0d0", "#a8e0ff"))
        glow(canvas, (x, y), rng.uniform(70, 150), hue, 34, add=True)
    points = []
    for _ in range(420):
        share = rng.random()
        points.append(
            skia.Point(
                start[0] + (end[0] - start[0]) * share + rng.gauss(0, 70),
                start[1] + (end[1] - start[1]) * share + rng.gauss(0, 40),
            )
        )
    canvas.drawPoints(skia.Canvas.PointMode.kPoints_PointMode, points, ink.stroke("#f4f6ff", 1.5, 170))
    x, y = rng.uniform(430, 700), rng.uniform(60, 150)
    trail = [ink.colour("#ffffff", 0), ink.colour("#ffffff", 230)]
    tail = ink.linear((x, y), (x + 150, y + 62), trail)
    tail.setStyle(skia.Paint.kStroke_Style)
    tail.setStrokeWidth(2.4)
    canvas.drawLine(x, y, x + 150, y + 62, tail)


def _terrace(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    stone = stage.ground("#b9b6b4")
    edge = _VIEW.ground(_RAIL)
    _trees(stage, canvas, side, edge)
    surface(canvas, edge, stage.hazed(stone, 0.1), ink.shade(stone, 0.2))
    if not stage.snowy:
        joints(canvas, _VIEW, ink.shade(stone, 0.28), across=0.9, along=0.9, far=_RAIL, alpha=110)
    _railing(stage, build)
    observatory_dome(build, side)
    if stage.wet:
        mirror(sheet, edge, 0.3)
        puddles(stage, canvas, edge + 20, count=6)
    if stage.snowy:
        drifts(stage, canvas, edge)
    _compass(stage, build)
    _small_telescope(stage, build, -side)
    _low_lamps(stage, build)
    grounded(stage, canvas, edge)
    return sheet.image()


def _trees(stage: Stage, canvas: skia.Canvas, side: int, edge: float) -> None:
    rng = stage.rng("trees")
    for _ in range(7):
        x = PLATE_WIDTH / 2 - side * rng.uniform(560, 960)
        conifer(stage, canvas, rng, (x, edge + 26), rng.uniform(140, 270), far=0.2)


def _railing(stage: Stage, build: Builder) -> None:
    """Stone posts with bars between them."""
    stone, iron = stage.ink("#c4c0ba"), stage.ink("#6a727a")
    for y in (0.35, 0.62, 0.9):
        build.rod((-10, y, _RAIL), (10, y, _RAIL), 0.05, iron)
    for index in range(-5, 6):
        build.box(
            (index * 1.8 - 0.13, index * 1.8 + 0.13), (0, 1.02), (_RAIL - 0.15, _RAIL + 0.1), stone, snow=True
        )


def _compass(stage: Stage, build: Builder) -> None:
    """A compass rose laid into the terrace's floor."""
    if stage.snowy:
        return
    view, canvas = build.view, build.canvas
    x, y = view.at(0, 0, 4.6)
    unit = view.scale(4.6)
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(1.0, 0.16)
    brass, dark = stage.ink("#b89a5a"), stage.ink("#7a7a80")
    for radius in (1.5, 1.36):
        canvas.drawCircle(0, 0, unit * radius, ink.stroke(dark, 9, 150))
    for point in range(8):
        reach = unit * (1.3 if point % 2 == 0 else 0.8)
        angle = point / 8 * math.tau
        wing = 0.34
        tip = math.cos(angle) * reach, math.sin(angle) * reach
        for turn, tone in ((-wing, brass), (wing, ink.shade(brass, 0.3))):
            base = math.cos(angle + turn) * unit * 0.3, math.sin(angle + turn) * unit * 0.3
            canvas.drawPath(ink.polygon([(0, 0), base, tip]), ink.fill(tone, 170))
    canvas.restore()


def _small_telescope(stage: Stage, build: Builder, side: int) -> None:
    """A brass telescope on its tripod."""
    view, canvas, z = build.view, build.canvas, 5.2
    x = side * 2.6
    wood, brass = stage.ink("#7a523a"), stage.ink("#c89a4a")
    shadow(canvas, view.at(x, 0, z), (90, 12), 110)
    for foot, depth in ((-0.36, z), (0.36, z), (0.04, z + 0.4)):
        build.rod((x + foot, 0, depth), (x, 1.1, z + 0.1), 0.045, wood)
    head = view.at(x, 1.18, z)
    unit = view.scale(z)
    eye = head[0] + side * unit * 0.4, head[1] + unit * 0.16
    lens = head[0] - side * unit * 0.62, head[1] - unit * 0.34
    middle = (eye[0] + lens[0]) / 2, (eye[1] + lens[1]) / 2
    canvas.drawLine(*eye, *middle, ink.stroke(ink.shade(brass, 0.25), unit * 0.08))
    canvas.drawLine(*middle, *lens, ink.stroke(brass, unit * 0.13))
    canvas.drawLine(
        middle[0], middle[1] - 3, lens[0], lens[1] - 4, ink.stroke(ink.lighten(brass, 0.45), unit * 0.025)
    )
    canvas.drawCircle(*lens, unit * 0.085, ink.fill(ink.mix("#cfe6ff", stage.palette.sky[1], 0.4)))
    canvas.drawCircle(*head, unit * 0.06, ink.fill(ink.shade(brass, 0.4)))


def _low_lamps(stage: Stage, build: Builder) -> None:
    """Lamps at knee height along the railing: red, so that eyes stay used to the dark."""
    for x in (-2.7, 2.7):
        build.post(x, (0, 0.42), _RAIL - 0.7, 0.13, stage.ink("#4a5058"))
        lamp = build.view.at(x, 0.47, _RAIL - 0.7)
        if stage.palette.lamps:
            glow(build.canvas, lamp, 90, "#ff7a5a", 140)
            pool(build.canvas, build.view.at(x, 0, _RAIL - 0.9), (170, 20), "#ff7a5a", 110)
        build.canvas.drawCircle(
            *lamp, 8, ink.fill("#ffb08a" if stage.palette.lamps else stage.ink("#c86a5a"))
        )


def _hilltop(stage: Stage) -> skia.Image:
    """Grass of the hilltop at the lower corners, close to the camera."""
    sheet = stage.sheet()
    for name, span in (
        ("left", (-30.0, FRAME_LEFT + 150)),
        ("right", (FRAME_RIGHT - 150, PLATE_WIDTH + 30.0)),
    ):
        grass(stage, sheet.canvas, name, base=726, height=118, span=span, local="#6f9a54", density=0.8)
    return sheet.image()

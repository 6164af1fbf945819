"""A school's rooftop: slabs, a mesh fence and a stair house above the roofs of the town."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.finish import weather_particles
from anigen_assets.studio.animatic.sets.kit.ground import (
    drifts,
    grounded,
    joints,
    mirror,
    mist,
    puddles,
    surface,
)
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills, roofs, towers
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, Layer, SetPlate

_VIEW = View(horizon=452, floor_y=650)
_EDGE = 9.0
"""Metres to the fence."""


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(_town(stage), 0.35),
            Layer(_roof(stage), 1.0),
            Layer(_railing(stage), 1.2, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=weather_particles(stage.weather),
        indoor=False,
    )


def _town(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, 470, lowest=560)
    hills(stage, canvas, "range", base=486, height=70, far=0.95, local="#6486a8", rough=0.4)
    towers(stage, canvas, "far", base=500, heights=(24, 92), widths=(22, 54), far=0.85, windows=False)
    towers(stage, canvas, "middle", base=530, heights=(40, 128), widths=(34, 80), far=0.6)
    mist(stage, canvas, 420, 560, 120)
    roofs(stage, canvas, "near", base=560, size=26, far=0.38)
    return sheet.image()


def _roof(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    slab = stage.ground("#bdb8b0")
    edge = _VIEW.ground(_EDGE)
    _fence(stage, build)
    surface(canvas, edge, stage.hazed(slab, 0.2), ink.shade(slab, 0.18))
    build.box((-12, 12), (0, 0.22), (_EDGE, _EDGE + 0.3), stage.ink("#aaa59d"), snow=True)
    if stage.snowy:
        drifts(stage, canvas, edge)
    else:
        joints(canvas, _VIEW, ink.shade(slab, 0.25), across=1.0, along=1.0, far=_EDGE, alpha=120)
    _stair_house(stage, build, side)
    if stage.wet:
        mirror(sheet, edge, 0.35)
        puddles(stage, canvas, edge)
    _machines(stage, build, -side)
    if stage.sunny:
        _fence_shadow(stage, canvas)
    grounded(stage, canvas, edge)
    return sheet.image()


def _fence(stage: Stage, build: Builder) -> None:
    """Green mesh between posts, two metres high."""
    view, canvas = _VIEW, build.canvas
    colour = stage.ink("#5f9488")
    area = view.front(-12, 12, 0.2, 2.1, _EDGE + 0.1)
    mesh = skia.Path()
    pitch = 13.0
    x = area.left() - area.height()
    while x < area.right():
        mesh.moveTo(x, area.bottom())
        mesh.lineTo(x + area.height(), area.top())
        mesh.moveTo(x, area.top())
        mesh.lineTo(x + area.height(), area.bottom())
        x += pitch
    canvas.save()
    canvas.clipRect(area)
    canvas.drawPath(mesh, ink.stroke(colour, 1.0, 130))
    canvas.restore()
    for index in range(-7, 8):
        build.post(index * 1.7, (0.2, 2.16), _EDGE + 0.1, 0.07, colour)
    for height, width in ((2.12, 0.06), (1.2, 0.035), (0.3, 0.04)):
        build.rod((-12, height, _EDGE + 0.1), (12, height, _EDGE + 0.1), width, ink.lighten(colour, 0.08))


def _fence_shadow(stage: Stage, canvas: skia.Canvas) -> None:
    """Bars of shadow that the low sun draws over the slabs."""
    bars = skia.Path()
    for index in range(-9, 10):
        x = index * 1.7
        lean = -1.6 * stage.sun_side
        bars.addPath(_VIEW.floor(x + lean * 0.2, x + lean * 0.2 + 0.07, 7.6, _EDGE))
    canvas.drawPath(bars, ink.fill(stage.palette.dark, 40))


def _stair_house(stage: Stage, build: Builder, side: int) -> None:
    """A white house with a steel door, a lamp and a water tank on its roof."""
    wall = stage.ink("#e9e4da")
    low, high = (3.1, 6.6) if side > 0 else (-6.6, -3.1)
    near, far = 6.4, 8.8
    canvas, view = build.canvas, _VIEW
    build.box((low + 0.9, high - 0.9), (2.75, 2.95), (near + 0.6, far - 0.4), stage.ink("#8b9096"))
    tank = view.front(low + 0.9, high - 0.9, 2.95, 4.1, near + 0.6)
    canvas.drawRoundRect(
        tank,
        8,
        8,
        ink.linear((tank.left(), 0), (tank.right(), 0), [ink.lighten(wall, 0.2), wall, ink.shade(wall, 0.3)]),
    )
    canvas.drawRoundRect(tank, 8, 8, ink.stroke(ink.shade(wall, 0.35), 1.6))
    build.box((low, high), (0, 2.6), (near, far), wall)
    build.box((low - 0.12, high + 0.12), (2.6, 2.76), (near - 0.15, far), ink.shade(wall, 0.1), snow=True)
    door = low + 0.5 if side > 0 else high - 1.5
    build.panel((door - 0.08, door + 1.08), (0, 2.12), near, ink.shade(wall, 0.25))
    build.panel((door, door + 1.0), (0, 2.04), near, stage.ink("#6f93ad"))
    pane = build.panel((door + 0.3, door + 0.7), (1.25, 1.8), near, stage.ink("#cfe6f2"))
    lamp_x, lamp_y = view.at(door + 0.5, 2.34, near)
    if stage.palette.lamps:
        canvas.drawRect(pane, ink.fill(stage.glow))
        glow(canvas, (pane.centerX(), pane.centerY()), 60, stage.glow, 110)
        glow(canvas, (lamp_x, lamp_y), 210, stage.glow, 120)
        pool(canvas, (lamp_x, view.ground(near - 0.4)), (260, 34), stage.glow, 90)
    canvas.drawRoundRect(
        ink.rect(lamp_x - 17, lamp_y - 6, 34, 12), 5, 5, ink.fill(ink.lighten(stage.glow, 0.5))
    )
    build.strip(
        [(high - 0.25, 2.6, near), (high - 0.25, 0.9, near), (high - 0.25, 0.0, near)],
        0.05,
        ink.shade(wall, 0.4),
    )


def _machines(stage: Stage, build: Builder, side: int) -> None:
    """Air conditioners along the far edge and a bench."""
    steel = stage.ink("#c9ced2")
    for index in range(2):
        x = side * (4.3 + 1.25 * index)
        build.box((x - 0.48, x + 0.48), (0.08, 0.95), (7.9, 8.4), steel, snow=True)
        middle_x, middle_y = _VIEW.at(x - 0.1, 0.52, 7.9)
        radius = _VIEW.scale(7.9) * 0.30
        build.canvas.drawCircle(middle_x, middle_y, radius, ink.fill(ink.shade(steel, 0.45)))
        for ring in (0.35, 0.7, 1.0):
            build.canvas.drawCircle(
                middle_x, middle_y, radius * ring, ink.stroke(ink.shade(steel, 0.15), 1.4)
            )
    wood = stage.ink("#a9774f")
    x = side * 3.2
    for leg in (-0.7, 0.62):
        build.box((x + leg, x + leg + 0.08), (0, 0.4), (6.4, 6.75), stage.ink("#5d656d"), line=False)
    build.box((x - 0.85, x + 0.85), (0.4, 0.46), (6.35, 6.8), wood, snow=True)


def _railing(stage: Stage) -> skia.Image:
    """A pipe rail that ends at one edge of the frame, close to the camera and out of focus."""
    sheet = stage.sheet()
    canvas = sheet.canvas
    paint = ink.fill(stage.ink("#4a6a68", dim=0.35), blur=2.5)
    left = stage.rng("frame").random() < 0.5
    end = FRAME_LEFT + 24 if left else FRAME_RIGHT - 24
    outward = -1 if left else 1
    for post in (0, 250):
        canvas.drawRect(ink.rect(end + outward * post - 12, 436, 24, 300), paint)
    reach = skia.Rect.MakeLTRB(min(end, end + outward * 360), 0, max(end, end + outward * 360), 16)
    for y in (446, 560):
        canvas.drawRect(reach.makeOffset(0, y), paint)
    return sheet.image()

"""A crossing in the heart of the city: zebra stripes, towers of glass with screens, an elevated railway."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.blocks import block
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.fixtures import streak, street_lamp
from anigen_assets.studio.animatic.sets.kit.ground import drifts, grounded, mirror, mist, puddles, surface
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.plants import tree
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import towers
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Sheet, Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, PLATE_WIDTH, Layer, SetPlate

_VIEW = View(horizon=466, floor_y=652)


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(_distance(stage), 0.35),
            Layer(_crossing(stage), 1.0),
            Layer(_signal(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=weather_particles(stage.weather),
        indoor=False,
    )


def _distance(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, 480, lowest=560)
    towers(stage, canvas, "far", base=474, heights=(110, 280), widths=(44, 92), far=0.85, windows=False)
    mist(stage, canvas, 260, 500, 110)
    towers(stage, canvas, "middle", base=480, heights=(130, 390), widths=(56, 110), far=0.5)
    mist(stage, canvas, 300, 490, 120)
    surface(canvas, 476, stage.ground("#80858c", 0.4), stage.ground("#70757c"))
    return bloom(sheet.image(), 80)


def _crossing(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    rng = stage.rng("blocks")
    _railway(stage, build)
    for side in (-1, 1):
        for near, inner, outer in ((19.0, 5.6, 11.0), (13.0, 6.4, 14.0)):
            shift = rng.uniform(-0.5, 0.5)
            high = rng.uniform(9, 15)
            block(build, stage.rng(f"block:{side}:{near}"), side, (inner + shift, outer), (near, high))
    edge = _VIEW.ground(13.0)
    _street_floor(stage, sheet, build, edge)
    _traffic(stage, build)
    _pavement_life(stage, build)
    grounded(stage, canvas, edge)
    return sheet.image()


def _railway(stage: Stage, build: Builder) -> None:
    """A viaduct across the street's end with a train on it."""
    z = 27.0
    steel = stage.ink("#7f8a94", 0.35)
    build.box((-30, 30), (4.6, 5.6), (z, z + 4), steel, line=False)
    view, canvas = build.view, build.canvas
    body = view.front(-16, 7, 5.7, 8.0, z)
    canvas.drawRoundRect(body, 6, 6, ink.fill(stage.ink("#e6e8e6", 0.3)))
    band = view.front(-16, 7, 6.0, 6.25, z)
    canvas.drawRect(band, ink.fill(stage.ink("#3fa06a", 0.25)))
    pane = ink.lighten(stage.glow, 0.2) if stage.palette.lamps else stage.ink("#6a8098", 0.3)
    x = -15.6
    while x < 6.4:
        canvas.drawRect(view.front(x, x + 1.5, 6.6, 7.5, z), ink.fill(pane))
        x += 1.9
    for post in (-4.9, 4.9):
        build.box((post - 0.7, post + 0.7), (0, 4.6), (z, z + 1.5), steel, line=False)


def _street_floor(stage: Stage, sheet: Sheet, build: Builder, edge: float) -> None:
    """The road, its pavements and the zebra on which figures stand."""
    road, walk = stage.ground("#6c7078"), stage.ground("#a8a6a2")
    canvas = build.canvas
    road_area = build.view.floor(-30, 30, 1.9, 60)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, build.view.ground(60), PLATE_WIDTH, 720))
    canvas.drawPath(build.view.floor(-5.0, 5.0, 13.0, 60), ink.fill(stage.hazed(road, 0.3)))
    canvas.restore()
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, edge, PLATE_WIDTH, 720))
    canvas.drawPath(
        road_area, ink.linear((0, edge), (0, 720), [stage.hazed(road, 0.1), ink.shade(road, 0.2)])
    )
    canvas.restore()
    for side in (-1, 1):
        x = (5.2, 30.0) if side > 0 else (-30.0, -5.2)
        canvas.drawPath(build.view.floor(x[0], x[1], 9.6, 13.0, 0.1), ink.fill(walk))
        kerb = build.view.front(x[0], x[1], 0, 0.1, 9.6)
        canvas.drawRect(kerb, ink.fill(ink.shade(walk, 0.4)))
    if stage.wet:
        mirror(sheet, edge, 0.4)
        puddles(stage, canvas, edge + 30, count=7)
    if stage.snowy:
        drifts(stage, canvas, edge)
    paint_mark = ink.mix(road, stage.ink("#f4f6f4"), 0.35 if stage.snowy else 0.82)
    left = -9.0
    while left < 9:
        stripe = build.view.floor(left, left + 0.55, 3.0, 6.2)
        canvas.drawPath(stripe, ink.fill(paint_mark, 225))
        left += 1.1
    canvas.drawPath(build.view.floor(-30, 30, 7.0, 7.35), ink.fill(paint_mark, 190))


def _traffic(stage: Stage, build: Builder) -> None:
    """Cars that wait at the far side of the crossing, with their lights."""
    rng = stage.rng("cars")
    canvas, view = build.canvas, build.view
    for x, z in ((-2.6, 24.0), (2.3, 21.0), (-2.4, 16.5)):
        paint = stage.ink(rng.choice(("#b8483f", "#e4e4e0", "#3f5f8a", "#4a4f58", "#d9b04a")), z / 90)
        cabin = view.front(x - 0.68, x + 0.68, 0.8, 1.42, z)
        canvas.drawRoundRect(cabin, 5, 5, ink.fill(ink.shade(paint, 0.1)))
        pane = view.front(x - 0.58, x + 0.58, 0.88, 1.32, z)
        canvas.drawRoundRect(pane, 3, 3, ink.fill(ink.mix(stage.ink("#4f6478"), stage.palette.sky[2], 0.3)))
        body = view.front(x - 0.85, x + 0.85, 0.28, 0.9, z)
        canvas.drawRoundRect(body, 4, 4, ink.fill(paint))
        for wheel in (-0.62, 0.44):
            canvas.drawRect(view.front(x + wheel, x + wheel + 0.2, 0, 0.3, z), ink.fill(stage.ink("#22252a")))
        hue = "#fff2cc" if x < 0 else "#ff5a4a"
        for lamp in (-0.66, 0.66):
            centre = view.at(x + lamp, 0.64, z)
            if stage.palette.lamps:
                glow(canvas, centre, view.scale(z) * 0.9, hue, 190)
                streak(build, x + lamp, (0.3, 1.2), z, hue, alpha=120)
            canvas.drawCircle(*centre, view.scale(z) * 0.11, ink.fill(hue))


def _pavement_life(stage: Stage, build: Builder) -> None:
    """Trees, lamps and rails along the pavements."""
    rng = stage.rng("pavement")
    for side in (-1, 1):
        for x in (5.9, 7.6):
            foot = build.view.at(side * x, 0.1, 10.6)
            tree(stage, build.canvas, rng, foot, 265 * rng.uniform(0.9, 1.1), local="#5f9a58", far=0.05)
        street_lamp(build, side * 5.1, 9.8, high=4.0, arm=-side * 0.9)
        steel = stage.ink("#d8dcdc")
        start = 6.2
        while start < 10:
            build.rod((side * start, 0.5, 9.5), (side * (start + 1.2), 0.5, 9.5), 0.06, steel)
            for post in (start, start + 1.2):
                build.rod((side * post, 0.05, 9.5), (side * post, 0.55, 9.5), 0.06, ink.shade(steel, 0.2))
            start += 1.6


def _signal(stage: Stage) -> skia.Image:
    """A pedestrian signal at one edge, close to the camera."""
    sheet = stage.sheet()
    canvas = sheet.canvas
    left = stage.rng("frame").random() < 0.5
    x = FRAME_LEFT + 20 if left else FRAME_RIGHT - 20
    metal = stage.ink("#4a525c", dim=0.15)
    canvas.drawRect(
        ink.rect(x - 11, -10, 22, 740),
        ink.linear((x - 11, 0), (x + 11, 0), [ink.lighten(metal, 0.2), ink.shade(metal, 0.35)]),
    )
    body = ink.rect(x + (8 if left else -84), 214, 76, 150)
    canvas.drawRoundRect(body, 10, 10, ink.fill(ink.shade(metal, 0.25)))
    lamps = ((body.top() + 40, "#5a2a2c"), (body.top() + 110, "#3fe0a8"))
    for y, hue in lamps:
        canvas.drawRoundRect(ink.rect(body.left() + 12, y - 28, 52, 56), 8, 8, ink.fill(hue))
    glow(canvas, (body.centerX(), lamps[1][0]), 110, "#3fe0a8", 120)
    x, y = body.centerX(), lamps[1][0]
    canvas.drawCircle(x, y - 14, 6, ink.fill("#f2fff8"))
    canvas.drawPath(
        ink.path(f"M {x} {y - 6} L {x - 2} {y + 6} L {x - 9} {y + 20} M {x - 2} {y + 6} L {x + 8} {y + 20}"),
        ink.stroke("#f2fff8", 5),
    )
    return sheet.image()

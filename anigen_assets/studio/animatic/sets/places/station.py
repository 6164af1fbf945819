"""A country station: the platform under its roof, the rails beside it, hills and fields beyond."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.fixtures import bench, streak, vending_machine
from anigen_assets.studio.animatic.sets.kit.furniture import clock
from anigen_assets.studio.animatic.sets.kit.ground import drifts, grounded, mist, puddles, surface
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool
from anigen_assets.studio.animatic.sets.kit.plants import bushes, grass, tree
from anigen_assets.studio.animatic.sets.kit.signs import across
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills, roofs
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, PLATE_WIDTH, Layer, SetPlate

_VIEW = View(horizon=436, floor_y=652)
_EDGE = 2.75
"""Metres from the middle to the platform's edge."""
_NAMES = (("潮見", "しおみ"), ("星川", "ほしかわ"), ("青葉", "あおば"), ("風見", "かざみ"))


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    return SetPlate(
        layers=(
            Layer(_country(stage), 0.35),
            Layer(_platform(stage, side), 1.0),
            Layer(_weeds(stage, side), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=weather_particles(stage.weather),
        indoor=False,
    )


def _country(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, 440, lowest=560)
    hills(stage, canvas, "range", base=452, height=170, far=0.95, local="#6486a8", rough=0.5)
    hills(stage, canvas, "wood", base=468, height=90, far=0.65, local="#4f8264")
    mist(stage, canvas, 360, 480, 110)
    roofs(stage, canvas, "village", base=476, size=20, far=0.5)
    field = stage.ground("#8fb25a", 0.35)
    surface(canvas, 468, field, stage.ground("#7fa050"))
    rows = skia.Path()
    for index in range(-26, 27):
        rows.moveTo(928 + index * 26, 470)
        rows.lineTo(928 + index * 210, 720)
    canvas.drawPath(rows, ink.stroke(ink.shade(field, 0.16), 3, 110))
    bushes(stage, canvas, "hedge", base=484, size=16, span=(-20, PLATE_WIDTH + 20), local="#4f8a4c", far=0.4)
    return bloom(sheet.image(), 80)


def _platform(stage: Stage, side: int) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    _rails(stage, build, side)
    _catenary(stage, build, side)
    slab = stage.ground("#bcb7ae")
    x = (-14.0, _EDGE) if side > 0 else (-_EDGE, 14.0)
    far = 42.0
    canvas.drawPath(
        build.view.floor(x[0], x[1], 1.7, far),
        ink.linear((0, 452), (0, 720), [stage.hazed(slab, 0.35), ink.shade(slab, 0.16)]),
    )
    _floor_lines(stage, build, side, slab)
    if stage.wet:
        puddles(stage, canvas, 560, count=4)
    _fence(stage, build, side)
    _roof(stage, build, side)
    vending_machine(build, -side * 4.7, 8.4, local="#3f6ac8")
    _name_board(stage, build, side)
    bench(build, -side * 2.5, 7.0, local="#4f86a8")
    grounded(stage, canvas, 520)
    return sheet.image()


def _rails(stage: Stage, build: Builder, side: int) -> None:
    """Ballast, sleepers and two pairs of rails, a metre below the platform."""
    view, canvas = build.view, build.canvas
    stones, wood, steel = stage.ground("#9a9088"), stage.ink("#6a584c"), stage.ink("#b4bcc2")

    def bed(x: float) -> float:
        return side * (_EDGE + x)

    canvas.drawPath(
        view.floor(bed(0), bed(9.5), 2.0, 60, -1.0),
        ink.linear((0, 456), (0, 720), [stage.hazed(stones, 0.4), stones]),
    )
    for track in (0.7, 5.0):
        sleepers = skia.Path()
        z = 3.0
        while z < 40:
            sleepers.addPath(view.floor(bed(track), bed(track + 2.5), z, z + 0.26, -0.98))
            z += 0.72 if z < 20 else 1.5
        canvas.drawPath(sleepers, ink.fill(wood, 120 if stage.snowy else 230))
        for rail in (0.55, 1.75):
            canvas.drawPath(
                view.floor(bed(track + rail), bed(track + rail + 0.1), 2.0, 60, -0.84), ink.fill(steel)
            )
            canvas.drawPath(
                view.side(bed(track + rail), -0.98, -0.84, 2.0, 60), ink.fill(ink.shade(steel, 0.5))
            )
    edge = stage.rng("verge")
    far_x = bed(9.6)
    for z in (30, 22, 16, 12):
        foot = view.at(far_x + side * 1.5, -1.0, z)
        tree(
            stage,
            canvas,
            edge,
            foot,
            view.scale(z) * edge.uniform(3.4, 4.6),
            local="#5f9a50",
            far=min(0.6, z / 50),
        )


def _catenary(stage: Stage, build: Builder, side: int) -> None:
    """Portals over the rails with the contact wires."""
    steel = stage.ink("#77828a")
    view = build.view
    x = side * (_EDGE + 9.0)
    for z in (36.0, 20.0, 11.0):
        build.post(x, (-1.0, 5.8), z, 0.2, stage.hazed(steel, z / 60))
        build.rod((side * 0.6, 5.4, z), (x, 5.4, z), 0.12, stage.hazed(steel, z / 60))
    for track in (1.9, 6.2):
        start, end = view.at(side * (_EDGE + track), 4.6, 2.2), view.at(side * (_EDGE + track), 4.6, 60)
        build.canvas.drawLine(*start, *end, ink.stroke(stage.ink("#3a4048"), 1.8, 220))


def _floor_lines(stage: Stage, build: Builder, side: int, slab: int) -> None:
    """The white edge and the yellow line of knobs."""
    view, canvas = build.view, build.canvas
    lines = (("#f4f4ee", 0.02, 0.16), ("#e8bb3f", 0.62, 1.0))
    for local, near, far in lines:
        x0, x1 = side * (_EDGE - far), side * (_EDGE - near)
        colour = stage.ink(local)
        if stage.snowy:
            colour = ink.mix(colour, stage.snow(), 0.72)
        canvas.drawPath(view.floor(x0, x1, 1.7, 42), ink.fill(colour))
    joints = skia.Path()
    z = 2.4
    while z < 26:
        joints.moveTo(*view.at(side * _EDGE, 0, z))
        joints.lineTo(*view.at(-side * 12, 0, z))
        z += 0.6 if z < 8 else 1.6
    canvas.drawPath(joints, ink.stroke(ink.shade(slab, 0.25), 1.4, 80))


def _fence(stage: Stage, build: Builder, side: int) -> None:
    """A white fence behind the platform with a hedge over it."""
    view, canvas = build.view, build.canvas
    x = -side * 6.2
    hedge = stage.rng("hedge")
    for z in (24, 17, 12.5, 9.5):
        foot = view.at(x - side * 0.9, 0, z)
        tree(stage, canvas, hedge, foot, view.scale(z) * hedge.uniform(2.6, 3.6), local="#5a944c", far=z / 60)
    white = stage.ink("#eceae4")
    pickets = skia.Path()
    z = 5.6
    while z < 40:
        pickets.addPath(view.side(x, 0, 1.05, z, z + 0.12))
        z += 0.3 if z < 15 else 0.8
    canvas.drawPath(pickets, ink.fill(ink.shade(white, 0.1)))
    for y in (0.35, 0.85):
        canvas.drawPath(view.side(x, y, y + 0.08, 5.6, 40), ink.fill(white))


def _roof(stage: Stage, build: Builder, side: int) -> None:
    """A gabled roof on posts over the middle of the platform, with lamps and a clock."""
    view, canvas = build.view, build.canvas
    green, wood = stage.ink("#5a7f78"), stage.ink("#8a6a50")
    x0, x1 = (-6.0, 2.2) if side > 0 else (-2.2, 6.0)
    middle, near, far = (x0 + x1) / 2, 6.2, 24.0
    for slope, dim in (((x0, middle), 0.42), ((middle, x1), 0.5)):
        ends = [
            (slope[0], 3.1 if slope[0] in (x0, x1) else 4.0),
            (slope[1], 3.1 if slope[1] in (x0, x1) else 4.0),
        ]
        under = ink.polygon(
            [view.at(*ends[0], near), view.at(*ends[1], near), view.at(*ends[1], far), view.at(*ends[0], far)]
        )
        canvas.drawPath(under, ink.fill(ink.shade(wood, dim)))
        rafters = skia.Path()
        for share in (0.14, 0.38, 0.62, 0.86):
            x = slope[0] + (slope[1] - slope[0]) * share
            y = ends[0][1] + (ends[1][1] - ends[0][1]) * share
            rafters.addPath(
                ink.polygon([view.at(x, y, near), view.at(x + 0.1, y, near), view.at(x + 0.1, y, far)])
            )
        canvas.drawPath(rafters, ink.fill(ink.shade(wood, dim - 0.14)))
    for z in (22.0, 17.0, 12.6, 9.2, 6.6):
        build.rod((x0 + 0.3, 3.12, z), (x1 - 0.3, 3.12, z), 0.14, ink.shade(wood, 0.2))
        for post in (-side * 4.2, side * 0.9):
            if z > 7:
                build.post(post, (0, 3.2), z, 0.17, stage.ink("#e4e0d4"))
        if stage.palette.lamps:
            lamp = view.at(middle, 3.0, z)
            glow(canvas, lamp, view.scale(z) * 1.1, stage.glow, 110)
            pool(canvas, view.at(middle, 0, z), (view.scale(z) * 1.9, view.scale(z) * 0.26), stage.glow, 110)
            streak(build, middle, (0.5, 2.9), z, stage.glow, alpha=80)
        tube = view.front(middle - 0.5, middle + 0.5, 2.98, 3.06, z)
        canvas.drawRect(tube, ink.fill("#fffbe6" if stage.palette.lamps else stage.ink("#e8ecea")))
    gable = ink.polygon(
        [
            view.at(x0, 3.1, near),
            view.at(middle, 4.0, near),
            view.at(x1, 3.1, near),
            view.at(x1, 3.3, near),
            view.at(middle, 4.25, near),
            view.at(x0, 3.3, near),
        ]
    )
    canvas.drawPath(gable, ink.fill(stage.snow() if stage.snowy else green))
    canvas.drawPath(gable, ink.stroke(ink.shade(green, 0.4), 1.6))
    hour = view.at(side * 0.1, 2.62, 8.6)
    canvas.drawLine(
        hour[0], hour[1] - 20, hour[0], view.at(0, 3.1, 8.6)[1], ink.stroke(ink.shade(wood, 0.3), 4)
    )
    clock(build, hour, 25)


def _name_board(stage: Stage, build: Builder, side: int) -> None:
    """The station's name on white, between posts."""
    name, reading = stage.rng("name").choice(_NAMES)
    x, z = -side * 1.35, 9.6
    for post in (-0.8, 0.8):
        build.post(x + post, (0, 1.9), z, 0.09, stage.ink("#5f6a70"))
    board = build.panel((x - 0.95, x + 0.95), (0.95, 1.85), z - 0.05, stage.ink("#f6f5ef"))
    tint = stage.ink("#2f7fb8")
    build.canvas.drawRect(
        ink.rect(board.left(), board.top() + board.height() * 0.66, board.width(), board.height() * 0.14),
        ink.fill(tint),
    )
    across(
        build.canvas,
        name,
        (board.centerX(), board.top() + board.height() * 0.46),
        board.height() * 0.36,
        stage.ink("#2c3038"),
    )
    across(
        build.canvas,
        reading,
        (board.centerX(), board.bottom() - 4),
        board.height() * 0.14,
        stage.ink("#4a5058"),
    )
    if stage.palette.lamps:
        glow(build.canvas, (board.centerX(), board.centerY()), board.width() * 0.8, stage.glow, 60)


def _weeds(stage: Stage, side: int) -> skia.Image:
    """A post of the roof and weeds at one edge, close to the camera."""
    sheet = stage.sheet()
    x = FRAME_LEFT + 14 if side > 0 else FRAME_RIGHT - 14
    paint = stage.ink("#e0dccf", dim=0.12)
    tones = [ink.lighten(paint, 0.1), paint, ink.shade(paint, 0.35)]
    sheet.canvas.drawRect(ink.rect(x - 24, -10, 48, 740), ink.linear((x - 24, 0), (x + 24, 0), tones))
    sheet.canvas.drawRect(ink.rect(x - 24, 560, 48, 180), ink.fill(stage.ink("#5a7f78", dim=0.15)))
    span = (FRAME_RIGHT - 130, PLATE_WIDTH + 20.0) if side > 0 else (-20.0, FRAME_LEFT + 130)
    grass(stage, sheet.canvas, "weeds", base=726, height=110, span=span, local="#86a258", density=0.7)
    if stage.snowy:
        drifts(stage, sheet.canvas, 716, count=2)
    return sheet.image()

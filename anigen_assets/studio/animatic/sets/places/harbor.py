"""A harbour: the quay with its bollards, fishing boats at their ropes, cranes and sheds across the water."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.boats import fishing_boat
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.fixtures import street_lamp
from anigen_assets.studio.animatic.sets.kit.ground import (
    drifts,
    grounded,
    joints,
    mirror,
    mist,
    puddles,
    surface,
)
from anigen_assets.studio.animatic.sets.kit.headland import cape
from anigen_assets.studio.animatic.sets.kit.lights import glow, shadow
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills, roofs
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.kit.water import ripples, sun_road
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, PLATE_WIDTH, Layer, SetPlate

_VIEW = View(horizon=424, floor_y=652)
_LINE = 446.0
"""Design y of the waterline on the other side."""
_QUAY = 7.0
"""Metres to the quay's edge."""


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(_basin(stage), 0.45),
            Layer(_quay(stage), 1.0),
            Layer(_mooring(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=weather_particles(stage.weather),
        indoor=False,
    )


def _basin(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    paint_sky(stage, sheet, _LINE - 20, lowest=_LINE + 4)
    hills(stage, canvas, "range", base=_LINE, height=110, far=0.9, local="#5f869a", rough=0.3)
    cape(stage, canvas, side, _LINE - 8)
    mist(stage, canvas, _LINE - 90, _LINE + 4, 100)
    roofs(stage, canvas, "town", base=_LINE - 12, size=17, far=0.55, span=(-20, PLATE_WIDTH + 20))
    _sheds(stage, canvas, -side)
    _cranes(stage, canvas, -side)
    pier = stage.ink("#9a958e", 0.45)
    canvas.drawRect(ink.rect(-10, _LINE - 13, PLATE_WIDTH + 20, 16), ink.fill(pier))
    sky = stage.palette.sky
    water = ink.mix(stage.ink("#2f7494"), sky[2], 0.38)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, _LINE, PLATE_WIDTH, 720),
        ink.linear((0, _LINE), (0, 600), [ink.lighten(water, 0.16), ink.shade(water, 0.24)]),
    )
    mirror(sheet, _LINE, 0.5)
    ripples(stage, canvas, _LINE, 620, count=120)
    sun_road(stage, canvas, _LINE, 600)
    return bloom(sheet.image(), 80)


def _sheds(stage: Stage, canvas: skia.Canvas, side: int) -> None:
    """Brick warehouses along the other quay."""
    rng = stage.rng("sheds")
    x = PLATE_WIDTH / 2 + side * 40 - (620 if side < 0 else 0)
    for _ in range(4):
        width, high = rng.uniform(130, 170), rng.uniform(58, 76)
        brick = stage.ink(rng.choice(("#a8604c", "#b07a5a", "#8f5a50")), 0.36)
        foot = _LINE - 12
        canvas.drawRect(ink.rect(x, foot - high, width, high), ink.fill(brick))
        gable = ink.polygon(
            [(x - 5, foot - high), (x + width / 2, foot - high - 30), (x + width + 5, foot - high)]
        )
        canvas.drawPath(gable, ink.fill(stage.ground("#5f6a72", 0.36)))
        lit = stage.palette.lamps
        for pane in range(3):
            left = x + width * (0.14 + 0.28 * pane)
            window = ink.rect(left, foot - high * 0.72, width * 0.14, high * 0.34)
            if lit and rng.random() < 0.7:
                canvas.drawRect(window, ink.fill(stage.glow))
                glow(canvas, (window.centerX(), window.centerY()), 34, stage.glow, 90, add=True)
            else:
                canvas.drawRect(window, ink.fill(ink.shade(brick, 0.4)))
        x += width + rng.uniform(4, 16)


def _cranes(stage: Stage, canvas: skia.Canvas, side: int) -> None:
    rng = stage.rng("cranes")
    steel = ink.stroke(stage.ink("#c8604a", 0.42), 5)
    thin = ink.stroke(stage.ink("#c8604a", 0.46), 2)
    for index in range(2):
        x = PLATE_WIDTH / 2 - side * (280 + 250 * index + rng.uniform(0, 60))
        foot, head = _LINE - 12, _LINE - 168
        for leg in (-22, 22):
            canvas.drawLine(x + leg, foot, x + leg * 0.5, head + 40, steel)
        canvas.drawLine(x - 18, foot - 50, x + 18, foot - 50, thin)
        tip = x + side * 150, head - 26
        canvas.drawLine(x - side * 52, head + 50, *tip, steel)
        canvas.drawLine(x, head + 40, x, head - 36, steel)
        canvas.drawLine(x, head - 36, *tip, thin)
        canvas.drawLine(x, head - 36, x - side * 52, head + 50, thin)
        canvas.drawLine(*tip, tip[0], tip[1] + 78, thin)
        canvas.drawRect(ink.rect(x - 15, head + 26, 30, 24), ink.fill(stage.ink("#e6e2d8", 0.4)))
        if stage.palette.lamps:
            glow(canvas, tip, 26, "#ff6a5a", 190, add=True)


def _quay(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    rng = stage.rng("boats")
    edge = _VIEW.ground(_QUAY)
    for x in (-4.3, 4.0):
        fishing_boat(build, rng, x + rng.uniform(-0.3, 0.3), 8.6)
    slab = stage.ground("#b3aea6")
    surface(canvas, edge, stage.hazed(slab, 0.06), ink.shade(slab, 0.2))
    canvas.drawRect(ink.rect(-10, edge - 3, PLATE_WIDTH + 20, 9), ink.fill(ink.lighten(slab, 0.14)))
    yellow = stage.ink("#e0b03f")
    for index in range(0, 60, 2):
        x = index * 34.0 - 20
        flag = ink.polygon([(x, edge + 7), (x + 26, edge + 7), (x + 36, edge + 15), (x + 10, edge + 15)])
        canvas.drawPath(flag, ink.fill(yellow, 90 if stage.snowy else 200))
    if not stage.snowy:
        joints(canvas, _VIEW, ink.shade(slab, 0.28), across=2.2, along=1.6, far=_QUAY, alpha=120)
    if stage.wet:
        mirror(sheet, edge, 0.3)
        puddles(stage, canvas, edge + 20)
    if stage.snowy:
        drifts(stage, canvas, edge)
    for x in (-2.2, 2.3):
        _bollard(stage, build, x)
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    _crates(stage, build, side)
    street_lamp(build, -side * 3.2, 6.2, high=3.0, arm=side * 0.8)
    if stage.sunny:
        _gulls(stage, canvas)
    grounded(stage, canvas, edge)
    return sheet.image()


def _bollard(stage: Stage, build: Builder, x: float) -> None:
    """An iron bollard with a rope that runs down to the boats."""
    view, canvas, z = build.view, build.canvas, 6.5
    iron, rope = stage.ink("#5a4a48"), stage.ink("#d0bd92")
    unit = view.scale(z)
    foot = view.at(x, 0, z)
    shadow(canvas, foot, (unit * 0.4, unit * 0.06), 120)
    line = skia.Path()
    line.moveTo(foot[0], foot[1] - unit * 0.26)
    reach = 190 if x > 0 else -190
    line.quadTo(foot[0] + reach * 0.5, foot[1] + unit * 0.02, foot[0] + reach, foot[1] - unit * 0.46)
    canvas.drawPath(line, ink.stroke(ink.shade(rope, 0.25), 5))
    build.post(x, (0, 0.36), z, 0.24, iron)
    canvas.drawOval(
        ink.oval(foot[0], foot[1] - unit * 0.38, unit * 0.2, unit * 0.08),
        ink.fill(stage.snow() if stage.snowy else ink.lighten(iron, 0.15)),
    )
    for turn in range(3):
        canvas.drawOval(
            ink.oval(foot[0], foot[1] - unit * (0.1 + 0.07 * turn), unit * 0.15, unit * 0.045),
            ink.stroke(rope, 4),
        )


def _crates(stage: Stage, build: Builder, side: int) -> None:
    """Fish crates, floats and a heap of net."""
    rng = stage.rng("crates")
    x = side * 3.3
    for column in range(3):
        for row in range(rng.randrange(1, 4)):
            left = x + side * column * 0.66 - 0.3
            colour = stage.ink(rng.choice(("#4f8ab8", "#d8a04a", "#c8584a", "#5a9a7a")))
            build.box((left, left + 0.6), (row * 0.26, row * 0.26 + 0.25), (5.4, 5.85), colour, snow=True)
            build.panel(
                (left + 0.18, left + 0.42),
                (row * 0.26 + 0.13, row * 0.26 + 0.18),
                5.4,
                ink.shade(colour, 0.4),
                line=False,
            )
    foot = build.view.at(side * 2.35, 0, 5.3)
    net = stage.ink("#4f7a6a")
    heap = ink.path(
        f"M {foot[0] - 84} {foot[1]} Q {foot[0] - 70} {foot[1] - 54} {foot[0] - 6} {foot[1] - 50} "
        f"Q {foot[0] + 66} {foot[1] - 46} {foot[0] + 80} {foot[1]} Z"
    )
    canvas = build.canvas
    canvas.drawPath(heap, ink.fill(net))
    canvas.save()
    canvas.clipPath(heap, True)
    mesh = skia.Path()
    for index in range(-12, 13):
        mesh.moveTo(foot[0] + index * 12 - 60, foot[1])
        mesh.lineTo(foot[0] + index * 12 + 20, foot[1] - 70)
        mesh.moveTo(foot[0] + index * 12 + 60, foot[1])
        mesh.lineTo(foot[0] + index * 12 - 20, foot[1] - 70)
    canvas.drawPath(mesh, ink.stroke(ink.shade(net, 0.35), 1.6))
    canvas.restore()
    for shift in (-50, -14, 30, 62):
        canvas.drawCircle(
            foot[0] + shift, foot[1] - 10 - rng.uniform(0, 26), 11, ink.fill(stage.ink("#e0783f"))
        )


def _gulls(stage: Stage, canvas: skia.Canvas) -> None:
    rng = stage.rng("gulls")
    white = stage.ink("#ffffff")
    for _ in range(6):
        x, y, size = rng.uniform(300, 1560), rng.uniform(90, 300), rng.uniform(9, 20)
        crest = y - size * 0.5
        wings = ink.path(
            f"M {x - size} {crest} Q {x - size * 0.4} {crest} {x} {y} Q {x + size * 0.4} {crest} {x + size} {crest}"
        )
        canvas.drawPath(wings, ink.stroke(white, 3.4))
        canvas.drawPath(wings, ink.stroke(ink.shade(white, 0.3), 1))


def _mooring(stage: Stage) -> skia.Image:
    """A timber pile with rope at one edge, close to the camera."""
    sheet = stage.sheet()
    canvas = sheet.canvas
    left = stage.rng("frame").random() < 0.5
    x = FRAME_LEFT + 30 if left else FRAME_RIGHT - 30
    wood, rope = stage.ink("#7a5f4c", dim=0.15), stage.ink("#d0bd92", dim=0.1)
    pile = ink.rect(x - 40, 420, 80, 310)
    canvas.drawRect(
        pile, ink.linear((x - 40, 0), (x + 40, 0), [ink.lighten(wood, 0.12), wood, ink.shade(wood, 0.4)])
    )
    canvas.drawOval(
        ink.oval(x, 420, 40, 11), ink.fill(stage.snow() if stage.snowy else ink.lighten(wood, 0.2))
    )
    for turn in range(4):
        y = 500 + turn * 19
        canvas.drawPath(
            ink.path(f"M {x - 42} {y} Q {x} {y + 15} {x + 42} {y}"), ink.stroke(ink.shade(rope, 0.3), 18)
        )
        canvas.drawPath(ink.path(f"M {x - 42} {y - 2} Q {x} {y + 13} {x + 42} {y - 2}"), ink.stroke(rope, 12))
    return sheet.image()

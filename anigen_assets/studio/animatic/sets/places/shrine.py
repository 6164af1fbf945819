"""A shrine in the woods: a gate over a stone path, lanterns, and the hall at its end."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import Weather
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.fixtures import stone_lantern
from anigen_assets.studio.animatic.sets.kit.ground import drifts, grounded, mirror, mist, puddles, surface
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.plants import bushes, conifer, foliage, tree
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, PLATE_WIDTH, Layer, SetPlate

_VIEW = View(horizon=440, floor_y=652)
_BLOSSOMS = ("#f6a9c4", "#f3b6cf", "#e0643f", "#e8953f")
"""Cherry in two pinks, maple in two reds; the seed picks the shrine's tree."""


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    blossom = _BLOSSOMS[stage.rng("tree").randrange(len(_BLOSSOMS))]
    falling = "petals" if blossom.startswith("#f") else "leaves"
    calm = stage.weather in (Weather.CLEAR, Weather.CLOUDY)
    return SetPlate(
        layers=(
            Layer(_woods(stage), 0.4),
            Layer(_precinct(stage, blossom), 1.0),
            Layer(_boughs(stage, blossom), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=falling if calm else weather_particles(stage.weather),
        indoor=False,
    )


def _woods(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, 430, lowest=560)
    hills(stage, canvas, "range", base=440, height=150, far=0.95, local="#5f8aa0", rough=0.3)
    hills(stage, canvas, "wood", base=470, height=120, far=0.7, local="#4a7a62")
    mist(stage, canvas, 330, 500, 120)
    rng = stage.rng("cedars")
    for row, (far, high, foot) in enumerate(((0.6, 250, 492), (0.42, 330, 512))):
        x = -30.0
        while x < PLATE_WIDTH + 40:
            conifer(stage, canvas, rng, (x, foot), high * rng.uniform(0.75, 1.15), local="#2f6650", far=far)
            x += rng.uniform(58, 104)
        mist(stage, canvas, 380, 530, 60 + 30 * row)
    surface(canvas, 508, stage.ground("#6f8a52", 0.3), stage.ground("#5f7a48"))
    return bloom(sheet.image(), 60)


def _precinct(stage: Stage, blossom: str) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    edge = _VIEW.ground(15.0)
    grass = stage.ground("#7d9a58")
    surface(canvas, edge, stage.hazed(grass, 0.25), ink.shade(grass, 0.3))
    bushes(stage, canvas, "back", base=edge + 10, size=34, span=(-20, 700), local="#4a7f4c", far=0.25)
    bushes(stage, canvas, "back2", base=edge + 10, size=34, span=(1160, 1880), local="#4a7f4c", far=0.25)
    rng = stage.rng("trees")
    for x in (90.0, 330.0, 1520.0, 1770.0):
        foot = _VIEW.ground(rng.uniform(10.5, 13))
        tree(
            stage,
            canvas,
            rng,
            (x + rng.uniform(-50, 50), foot),
            rng.uniform(330, 430),
            local=blossom,
            far=0.12,
        )
    if stage.snowy:
        drifts(stage, canvas, edge)
    _hall(stage, build)
    _path(stage, build)
    if stage.wet:
        mirror(sheet, edge + 8, 0.22)
        puddles(stage, canvas, edge + 20, count=6)
    for z, x in ((9.6, 3.0), (6.4, 2.75)):
        for side in (-1, 1):
            stone_lantern(build, side * x, z)
        if z > 9:
            _gate(stage, build)
            if stage.palette.lamps:
                for side in (-1, 1):
                    glow(canvas, _VIEW.at(side * 2.1, 1.1, 8.4), 210, "#ffb45a", 76)
    _votive_rack(stage, build, 1 if stage.rng("rack").random() < 0.5 else -1)
    grounded(stage, canvas, edge)
    return sheet.image()


def _path(stage: Stage, build: Builder) -> None:
    """Slabs that lead to the hall, with a kerb."""
    stone = stage.ground("#c3beb2")
    build.floor_panel((-1.35, 1.35), (2.2, 15.0), ink.shade(stone, 0.3))
    build.floor_panel((-1.2, 1.2), (2.2, 15.0), stone)
    rng = stage.rng("slabs")
    z, row = 2.3, 0
    while z < 15:
        length = 0.9
        for index in range(3):
            left = -1.2 + index * 0.8 + (0.4 if row % 2 else 0) - 0.4
            slab = build.view.floor(max(left, -1.2), min(left + 0.8, 1.2), z, z + length)
            build.canvas.drawPath(slab, ink.fill(ink.shade(stone, rng.uniform(0.0, 0.12))))
            build.canvas.drawPath(slab, ink.stroke(ink.shade(stone, 0.34), 1.4, 170))
        z += length
        row += 1


def _hall(stage: Stage, build: Builder) -> None:
    """The hall: steps, red posts, lit doors and a swept roof."""
    view, canvas, z = build.view, build.canvas, 15.5
    stone, red = stage.ink("#b5b0a6", 0.2), stage.ink("#b8412f", 0.15)
    for step in range(4):
        build.box((-2.2, 2.2), (step * 0.17, step * 0.17 + 0.17), (14.8 + step * 0.2, 15.6), stone)
    build.box((-4.6, 4.6), (0.0, 0.7), (z, z + 4), ink.shade(stone, 0.1))
    wall = build.panel((-3.8, 3.8), (0.7, 3.0), z + 0.6, stage.ink("#7a4a3a", 0.2))
    light = ink.lighten(stage.glow, 0.1) if stage.palette.lamps else stage.ink("#d8c8a4", 0.2)
    for left in (-3.3, -1.95, 0.25, 1.6):
        pane = build.panel((left, left + 1.6 if abs(left) < 2 else left + 1.2), (0.95, 2.5), z + 0.6, light)
        lines = skia.Path()
        for index in range(1, 6):
            x = pane.left() + pane.width() * index / 6
            lines.moveTo(x, pane.top())
            lines.lineTo(x, pane.bottom())
            y = pane.top() + pane.height() * index / 6
            lines.moveTo(pane.left(), y)
            lines.lineTo(pane.right(), y)
        canvas.drawPath(lines, ink.stroke(stage.ink("#5c3a2c", 0.2), 1.6))
    if stage.palette.lamps:
        glow(canvas, (wall.centerX(), wall.centerY() + 10), 300, stage.glow, 110)
    for x in (-4.2, -2.2, 2.2, 4.2):
        build.post(x, (0.7, 3.1), z, 0.26, red)
    build.box((-4.6, 4.6), (2.95, 3.2), (z, z + 0.3), red)
    rope = view.front(-1.6, 1.6, 2.62, 2.86, z - 0.1)
    cord = ink.path(
        f"M {rope.left()} {rope.top()} Q {rope.centerX()} {rope.bottom() + 16} {rope.right()} {rope.top()}"
    )
    canvas.drawPath(cord, ink.stroke(stage.ink("#d9c48a", 0.1), 9))
    eaves, ridge = view.at(0, 3.05, z)[1], view.at(0, 5.6, z)[1]
    half, top = view.scale(z) * 5.6, view.scale(z) * 3.0
    x = view.centre
    roof = ink.path(
        f"M {x - half} {eaves - 14} Q {x - top * 1.25} {eaves - 26} {x - top} {ridge} L {x + top} {ridge} "
        f"Q {x + top * 1.25} {eaves - 26} {x + half} {eaves - 14} L {x + half - 16} {eaves + 8} "
        f"Q {x} {eaves - 8} {x - half + 16} {eaves + 8} Z"
    )
    slate = stage.ground("#4a6068", 0.15)
    canvas.drawPath(
        roof, ink.linear((0, ridge), (0, eaves), [ink.lighten(slate, 0.16), ink.shade(slate, 0.25)])
    )
    canvas.drawPath(roof, ink.stroke(ink.shade(slate, 0.4), 1.6))
    canvas.drawRoundRect(
        ink.rect(x - top - 10, ridge - 12, top * 2 + 20, 16), 6, 6, ink.fill(ink.shade(slate, 0.2))
    )
    for side in (-1, 1):
        for lean in (-1, 1):
            foot = x + side * top * 0.92, ridge - 2
            canvas.drawLine(*foot, foot[0] + lean * 20, ridge - 42, ink.stroke(stage.ink("#7a5240", 0.15), 6))


def _gate(stage: Stage, build: Builder) -> None:
    """The vermilion gate with its straw rope."""
    view, canvas, z = build.view, build.canvas, 8.4
    red = stage.ink("#d8452f")
    deep, black = ink.shade(red, 0.32), stage.ink("#33303a")
    unit, x = view.scale(z), view.centre
    for side in (-1, 1):
        build.post(side * 1.85, (0, 3.7), z, 0.34, red)
        build.post(side * 1.85, (0, 0.34), z, 0.44, black)
    build.box((-2.35, 2.35), (2.75, 3.0), (z, z + 0.24), red, line=False)
    build.box((-0.14, 0.14), (3.0, 3.5), (z, z + 0.2), deep, line=False)
    plaque = view.front(-0.2, 0.2, 2.92, 3.52, z - 0.05)
    canvas.drawRect(plaque, ink.fill(black))
    canvas.drawRect(plaque.makeInset(4, 4), ink.stroke(stage.ink("#d9b04a"), 2))
    y, half = view.at(0, 3.55, z)[1], unit * 2.85
    beam = ink.path(
        f"M {x - half} {y - 34} Q {x} {y - 2} {x + half} {y - 34} L {x + half - 10} {y - 4} "
        f"Q {x} {y + 22} {x - half + 10} {y - 4} Z"
    )
    canvas.drawPath(beam, ink.linear((0, y - 34), (0, y + 20), [red, deep]))
    cap = ink.path(
        f"M {x - half - 12} {y - 52} Q {x} {y - 18} {x + half + 12} {y - 52} L {x + half + 2} {y - 30} "
        f"Q {x} {y + 2} {x - half - 2} {y - 30} Z"
    )
    canvas.drawPath(cap, ink.fill(stage.snow() if stage.snowy else black))
    _rope(stage, build, z)


def _rope(stage: Stage, build: Builder, z: float) -> None:
    view, canvas = build.view, build.canvas
    start, end = view.at(-1.7, 2.62, z), view.at(1.7, 2.62, z)
    middle = (start[0] + end[0]) / 2, start[1] + 44
    cord = skia.Path()
    cord.moveTo(*start)
    cord.quadTo(*middle, *end)
    canvas.drawPath(cord, ink.stroke(stage.ink("#c9ad6a"), 12))
    canvas.drawPath(cord, ink.stroke(stage.ink("#e6d194"), 5))
    for share in (0.2, 0.4, 0.6, 0.8):
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + 88 * share * (1 - share) + 6
        paper = ink.polygon(
            [
                (x, y),
                (x + 13, y + 12),
                (x + 3, y + 21),
                (x + 15, y + 38),
                (x + 3, y + 46),
                (x - 8, y + 25),
                (x + 2, y + 16),
                (x - 9, y + 4),
            ]
        )
        canvas.drawPath(paper, ink.fill(stage.ink("#fbf8ee")))


def _votive_rack(stage: Stage, build: Builder, side: int) -> None:
    """A roofed rack with wooden wishes."""
    wood = stage.ink("#8a5f42")
    x, z = side * 4.2, 8.0
    for post in (-0.8, 0.8):
        build.post(x + post, (0, 1.7), z, 0.1, wood)
    rng = stage.rng("wishes")
    for row in range(2):
        y = 1.38 - row * 0.42
        build.rod((x - 0.8, y + 0.12, z), (x + 0.8, y + 0.12, z), 0.05, wood)
        for column in range(7):
            left = x - 0.74 + column * 0.215
            tag = build.view.front(left, left + 0.17, y - 0.16, y + 0.06, z - 0.02)
            colour = stage.ink(rng.choice(("#e0bd86", "#d6ad74", "#ead0a0")))
            build.canvas.drawRect(tag, ink.fill(colour))
            build.canvas.drawRect(tag, ink.stroke(ink.shade(colour, 0.35), 1))
    build.box((x - 1.05, x + 1.05), (1.7, 1.84), (z - 0.3, z + 0.4), stage.ink("#4f5f62"), snow=True)


def _boughs(stage: Stage, blossom: str) -> skia.Image:
    """Boughs of the shrine's tree that hang into the upper corners."""
    sheet = stage.sheet()
    rng = stage.rng("boughs")
    for side in (-1, 1):
        edge = FRAME_LEFT if side < 0 else FRAME_RIGHT
        out, tip = edge + side * 300, edge - side * 150
        bough = ink.path(f"M {out} 96 Q {edge + side * 60} 30 {tip} 34 Q {edge + side * 60} 60 {out} 140 Z")
        sheet.canvas.drawPath(bough, ink.fill(stage.ink("#5a4038", dim=0.2)))
        masses = []
        for step in range(17):
            share = step / 16
            size = 34 + 42 * (1 - share) * rng.uniform(0.7, 1.0)
            sway = rng.uniform(-34, 56) * (1.15 - share)
            masses.append((out + (tip - out) * share, 46 + 40 * (1 - share) ** 2 + sway, size))
        foliage(stage, sheet.canvas, rng, masses, local=blossom)
    return sheet.image()

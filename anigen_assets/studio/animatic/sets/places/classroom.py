"""A classroom by the windows: rows of desks, a blackboard on the side wall, curtains in the light."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit import windows
from anigen_assets.studio.animatic.sets.kit.furniture import chair, clock, table
from anigen_assets.studio.animatic.sets.kit.ground import grounded, joints
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.rooms import (
    Opening,
    Room,
    curtain,
    enclose,
    glaze,
    shell,
    skirting,
    sunbeams,
)
from anigen_assets.studio.animatic.sets.kit.signs import across
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import Layer, SetPlate

_ROOM = Room(
    view=View(horizon=424, floor_y=652),
    half_width=4.6,
    depth=7.0,
    height=2.95,
    windows=tuple(Opening(x, x + 1.9, 0.9, 2.6) for x in (-4.3, -2.05, 0.15, 2.4)),
)


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(windows.garden(stage.outside, 372), 0.55),
            Layer(_room(stage), 1.0),
            Layer(_near_desk(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_ROOM.view.floor_y,
        particles="dust" if stage.sunny else None,
        indoor=True,
    )


def _room(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _ROOM.view)
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    wall, floor = stage.ink("#efe6d4"), stage.ink("#b98a5f")
    shell(stage, canvas, _ROOM, wall=wall, floor=floor, ceiling=stage.ink("#f2efe8"))
    joints(
        canvas, _ROOM.view, ink.shade(floor, 0.3), across=0.32, along=0, far=_ROOM.depth, half=4.6, alpha=90
    )
    skirting(canvas, _ROOM, stage.ink("#8f7a64"), high=0.12)
    skirting(canvas, _ROOM, stage.ink("#c8b496"), high=0.05, y=0.86)
    glaze(stage, canvas, _ROOM, frame=stage.ink("#e8ecee"), bars=(2, 2), thick=8)
    for opening in _ROOM.windows:
        curtain(stage, canvas, _ROOM.wall_rect(opening), "#f7efdc", gathered=0.16)
    _blackboard(stage, build, side)
    _ceiling_lamps(stage, build)
    sunbeams(stage, canvas, _ROOM)
    _desks(stage, build)
    enclose(stage, canvas)
    grounded(stage, canvas, _ROOM.view.ground(_ROOM.depth))
    return sheet.image()


def _blackboard(stage: Stage, build: Builder, side: int) -> None:
    """On the side wall, with a sum still on it; a clock and lockers on the other side."""
    x = side * (_ROOM.half_width - 0.02)
    build.side_panel(x, (0.75, 2.15), (2.9, 6.0), stage.ink("#9a7a58"), line=True)
    build.side_panel(x, (0.82, 2.08), (3.0, 5.9), stage.ink("#3f6b58"))
    chalk = ink.stroke(stage.ink("#e8f2ea"), 2.4, 130)
    rng = stage.rng("chalk")
    for row in range(4):
        y = 1.85 - row * 0.26
        z = 3.3
        while z < 5.4:
            length = rng.uniform(0.1, 0.4)
            start, end = build.view.at(x, y, z), build.view.at(x, y + rng.uniform(-0.03, 0.03), z + length)
            build.canvas.drawLine(*start, *end, chalk)
            z += length + rng.uniform(0.06, 0.16)
    for index in range(6):
        z = 3.2 + index * 0.6
        plane = build.view.side(-x, 0.0, 1.05, z, z + 0.56)
        wood = stage.ink("#c9a878", dim=0.18)
        build.canvas.drawPath(plane, ink.fill(wood))
        build.canvas.drawPath(plane, ink.stroke(ink.shade(wood, 0.35), 1.6))
    posts = [opening.right + 0.2 for opening in _ROOM.windows[:-1]]
    hour_x, hour_y = build.view.at(posts[1], 2.76, _ROOM.depth)
    clock(build, (hour_x, hour_y), 21)
    notice = build.view.front(posts[1] - 0.17, posts[1] + 0.17, 1.5, 2.1, _ROOM.depth)
    build.canvas.drawRect(notice, ink.fill(stage.ink("#fbf7ea")))
    across(build.canvas, "清掃", (notice.centerX(), notice.top() + 32), 20, stage.ink("#b8483c"))


def _ceiling_lamps(stage: Stage, build: Builder) -> None:
    lit = stage.palette.lamps
    for z in (6.2, 4.6, 3.4):
        for x in (-2.4, 2.4):
            tube = build.view.floor(x - 0.6, x + 0.6, z, z + 0.22, 2.9)
            if lit:
                centre = build.view.at(x, 2.9, z)
                glow(build.canvas, centre, build.view.scale(z) * 0.9, stage.glow, 90)
            colour = ink.lighten(stage.glow, 0.7) if lit else stage.ink("#e4e6e6")
            build.canvas.drawPath(tube, ink.fill(colour))


def _desks(stage: Stage, build: Builder) -> None:
    """Two rows behind the figures; the aisle in the middle stays clear."""
    rng = stage.rng("desks")
    wood, steel = stage.ink("#d8a871"), stage.ink("#7d868f")
    for z in (6.0, 4.9):
        for x in (-3.5, -1.9, 1.9, 3.5):
            _desk(build, x + rng.uniform(-0.05, 0.05), z, wood, steel)
            if rng.random() < 0.5:
                page = build.view.floor(x - 0.12, x + 0.1, z - 0.12, z + 0.06, 0.745)
                build.canvas.drawPath(page, ink.fill(stage.ink("#fbf8f0")))


def _desk(build: Builder, x: float, z: float, wood: int, steel: int) -> None:
    table(build, (x - 0.34, x + 0.34), (z - 0.22, z + 0.22), high=0.74, top=wood, legs=steel)
    chair(build, x, z - 0.42, seat=wood, legs=steel)


def _near_desk(stage: Stage) -> skia.Image:
    """A desk close to the camera, at one lower corner."""
    sheet = stage.sheet()
    build = Builder(stage, sheet.canvas, _ROOM.view)
    side = 1 if stage.rng("frame").random() < 0.5 else -1
    wood, steel = stage.ink("#d8a871", dim=0.16), stage.ink("#7d868f", dim=0.16)
    x = side * 1.62
    table(build, (x - 0.36, x + 0.36), (2.35, 2.75), high=0.62, top=wood, legs=steel)
    bag = build.view.front(x - 0.16, x + 0.14, 0.62, 0.86, 2.5)
    cloth = stage.ink("#33415c", dim=0.2)
    sheet.canvas.drawRoundRect(bag, 16, 16, ink.fill(cloth))
    sheet.canvas.drawRoundRect(bag, 16, 16, ink.stroke(ink.shade(cloth, 0.4), 2))
    return sheet.image()

"""A small cafe: a counter with its shelves on one side, tables at the window on the other, pendant lamps."""

from __future__ import annotations

import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit import windows
from anigen_assets.studio.animatic.sets.kit.furniture import chair, clock, pendant, picture, pot_plant, table
from anigen_assets.studio.animatic.sets.kit.ground import grounded, joints
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.plants import foliage
from anigen_assets.studio.animatic.sets.kit.rooms import (
    Opening,
    Room,
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
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, Layer, SetPlate

_VIEW = View(horizon=424, floor_y=652)
_DEPTH = 6.4
_MENU = ("珈琲  450", "紅茶  450", "ココア  500", "プリン  480")


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    return SetPlate(
        layers=(
            Layer(windows.street(stage.outside, 500), 0.55),
            Layer(_room(stage, side), 1.0),
            Layer(_leaves(stage, side), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=None,
        indoor=True,
    )


def _span(side: int, near: float, far: float) -> tuple[float, float]:
    """From `near` to `far` metres on one side of the middle, left to right."""
    return (near, far) if side > 0 else (-far, -near)


def _room(stage: Stage, side: int) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    panes = [Opening(*_span(side, near, near + 1.75), 0.75, 2.35) for near in (0.15, 2.1)]
    room = Room(_VIEW, 4.3, _DEPTH, 2.85, tuple(panes))
    build = Builder(stage, canvas, _VIEW)
    rng = stage.rng("cafe")
    wall, floor = stage.ink(rng.choice(("#d9c4a4", "#c9b8a0", "#cfc3a8"))), stage.ink("#8f6242")
    shell(stage, canvas, room, wall=wall, floor=floor, ceiling=stage.ink("#8a6a4e"))
    joints(canvas, _VIEW, ink.shade(floor, 0.35), across=0.26, along=0, far=_DEPTH, half=4.3, alpha=110)
    _panelling(stage, build, room)
    _beams(stage, build)
    glaze(stage, canvas, room, frame=stage.ink("#5f4334"), bars=(2, 1), thick=9)
    _awning(stage, canvas, room)
    _shelves(stage, build, rng, side)
    _menu(stage, build, side)
    sunbeams(stage, canvas, room, strength=0.9)
    _tables(stage, build, rng, side)
    _counter(stage, build, rng, side)
    for x, z in (
        (_mid(side, 1.1), 5.2),
        (_mid(side, 3.1), 5.0),
        (_mid(-side, 2.0), 5.3),
        (_mid(-side, 3.4), 5.3),
    ):
        pendant(build, x, 2.05, z, 2.85, shade=stage.ink("#3f6a5c"), size=0.19)
    enclose(stage, canvas)
    grounded(stage, canvas, _VIEW.ground(_DEPTH))
    return sheet.image()


def _mid(side: int, metres: float) -> float:
    return side * metres


def _panelling(stage: Stage, build: Builder, room: Room) -> None:
    """Dark boards up to the sills."""
    wood = stage.ink("#7a5138")
    skirting(build.canvas, room, wood, high=0.72)
    lines = skia.Path()
    for index in range(-21, 22):
        x = index * 0.2
        lines.moveTo(*_VIEW.at(x, 0.0, _DEPTH))
        lines.lineTo(*_VIEW.at(x, 0.70, _DEPTH))
    build.canvas.drawPath(lines, ink.stroke(ink.shade(wood, 0.3), 1.4))
    skirting(build.canvas, room, ink.lighten(wood, 0.12), high=0.06, y=0.70)


def _beams(stage: Stage, build: Builder) -> None:
    wood = stage.ink("#5c3f2d")
    for z in (6.0, 5.0, 4.2):
        build.box((-4.3, 4.3), (2.68, 2.85), (z, z + 0.16), wood, line=False)


def _awning(stage: Stage, canvas: skia.Canvas, room: Room) -> None:
    """A striped blind that hangs over each window's head."""
    red, cream = stage.ink("#b8503f"), stage.ink("#f4ead2")
    for opening in room.windows:
        rect = room.wall_rect(opening)
        count = 10
        width = (rect.width() + 24) / count
        for index in range(count):
            x = rect.left() - 12 + index * width
            flap = ink.path(
                f"M {x} {rect.top() - 12} L {x + width} {rect.top() - 12} L {x + width} {rect.top() + 22} "
                f"Q {x + width / 2} {rect.top() + 36} {x} {rect.top() + 22} Z"
            )
            canvas.drawPath(flap, ink.fill(red if index % 2 else cream))


def _shelves(stage: Stage, build: Builder, rng: random.Random, side: int) -> None:
    """Boards with cups, jars and bottles behind the counter."""
    wood = stage.ink("#6b4a36")
    x = _span(-side, 1.0, 3.9)
    for y in (1.28, 1.66, 2.04):
        if stage.palette.lamps:
            middle = build.view.at((x[0] + x[1]) / 2, y + 0.1, _DEPTH)
            glow(build.canvas, middle, 190, stage.glow, 34)
        left = x[0] + 0.08
        while left < x[1] - 0.12:
            _ware(stage, build, rng, left, y)
            left += rng.uniform(0.13, 0.22)
        build.box(x, (y - 0.05, y), (_DEPTH - 0.25, _DEPTH), wood)


def _ware(stage: Stage, build: Builder, rng: random.Random, x: float, y: float) -> None:
    canvas = build.canvas
    colour = stage.ink(rng.choice(("#f4efe2", "#c8583f", "#4f7a86", "#d9a84a", "#7a9a6a", "#5a4038")))
    kind = rng.random()
    if kind < 0.45:
        cup = build.view.front(x, x + 0.1, y, y + 0.09, _DEPTH - 0.2)
        canvas.drawRoundRect(cup, 4, 4, ink.fill(colour))
        canvas.drawCircle(cup.right() + 2, cup.centerY(), 4, ink.stroke(colour, 2))
        return
    tall = rng.uniform(0.2, 0.29)
    body = build.view.front(x, x + 0.08, y, y + tall * 0.66, _DEPTH - 0.2)
    canvas.drawRoundRect(body, 3, 3, ink.fill(colour))
    neck = build.view.front(x + 0.025, x + 0.055, y + tall * 0.6, y + tall, _DEPTH - 0.2)
    canvas.drawRect(neck, ink.fill(ink.shade(colour, 0.2)))
    canvas.drawRect(
        ink.rect(body.left() + 2, body.top() + 3, 2, body.height() * 0.6), ink.fill("#ffffff", 90)
    )


def _menu(stage: Stage, build: Builder, side: int) -> None:
    """A chalk board between counter and windows, and a clock over it."""
    centre = -side * 0.45
    rect = build.panel((centre - 0.42, centre + 0.42), (1.05, 2.05), _DEPTH - 0.02, stage.ink("#6b4a36"))
    board = rect.makeInset(7, 7)
    build.canvas.drawRect(board, ink.fill(stage.ink("#2f3d3a")))
    for index, line in enumerate(_MENU):
        foot = board.centerX(), board.top() + 30 + index * 30
        across(build.canvas, line, foot, 17, stage.ink("#eef2e6"))
    hour = build.view.at(centre, 2.33, _DEPTH)
    clock(build, hour, 20)
    view = build.view.front(*_span(-side, 4.05, 4.28), 1.3, 1.9, _DEPTH)
    picture(build, view, "#5a8a9a")


def _tables(stage: Stage, build: Builder, rng: random.Random, side: int) -> None:
    """Two tables at the windows, chairs, a cup on each."""
    top, seat, steel = stage.ink("#a9744c"), stage.ink("#8a4f3c"), stage.ink("#43353a")
    for x, z in ((side * 1.35, 5.75), (side * 3.1, 5.2)):
        for turn in (-1, 1):
            chair(build, x + turn * 0.66, z + 0.1, seat=seat, legs=steel, away=turn < 0)
        table(build, (x - 0.4, x + 0.4), (z - 0.3, z + 0.3), high=0.72, top=top, legs=steel)
        cup = build.view.front(x - 0.05, x + 0.05, 0.72, 0.81, z - 0.1)
        build.canvas.drawOval(
            ink.oval(cup.centerX(), cup.bottom(), cup.width(), 4), ink.fill(stage.ink("#e6dfd0"))
        )
        build.canvas.drawRoundRect(cup, 3, 3, ink.fill(stage.ink("#fbf8f0")))
        if rng.random() < 0.6:
            pot_plant(build, rng, x + 0.2, 0.72, z, size=0.22)


def _counter(stage: Stage, build: Builder, rng: random.Random, side: int) -> None:
    """The counter, its machine, a jar of sweets, a till and stools before it."""
    wood, top = stage.ink("#7d5239"), stage.ink("#c79a6c")
    x = _span(-side, 0.95, 4.3)
    build.box(x, (0, 1.0), (4.95, 5.6), wood)
    panels = 6
    width = (x[1] - x[0]) / panels
    for index in range(panels):
        left = x[0] + index * width
        build.panel((left + 0.06, left + width - 0.06), (0.12, 0.86), 4.95, ink.lighten(wood, 0.06))
    build.box((x[0] - 0.05, x[1] + 0.05), (1.0, 1.06), (4.88, 5.65), top)
    machine = _span(-side, 2.5, 3.2)
    steel = stage.ink("#c4c9cc")
    build.box(machine, (1.06, 1.48), (5.1, 5.5), steel)
    dark = (machine[0] + 0.07, machine[1] - 0.07)
    build.panel(dark, (1.12, 1.32), 5.1, stage.ink("#3a3a42"))
    for index in range(3):
        knob = build.view.at(machine[0] + 0.15 + index * 0.2, 1.41, 5.1)
        build.canvas.drawCircle(*knob, 5, ink.fill(stage.ink("#c8483c" if index == 1 else "#4a4a52")))
    jar = build.view.front(*_span(-side, 1.6, 1.8), 1.06, 1.34, 5.1)
    build.canvas.drawRoundRect(jar, 6, 6, ink.fill(stage.ink("#dfeaea"), 150))
    sweets = [
        skia.Point(rng.uniform(jar.left() + 5, jar.right() - 5), rng.uniform(jar.centerY(), jar.bottom() - 4))
        for _ in range(16)
    ]
    points = skia.Canvas.PointMode.kPoints_PointMode
    build.canvas.drawPoints(points, sweets, ink.stroke(stage.ink("#e0785a"), 7))
    build.canvas.drawRoundRect(jar, 6, 6, ink.stroke(stage.ink("#8aa0a0"), 1.6))
    for metres in (1.5, 2.35, 3.2):
        stool = -side * metres
        build.post(stool, (0, 0.62), 4.6, 0.05, stage.ink("#43353a"))
        seat = build.view.at(stool, 0.64, 4.6)
        build.canvas.drawOval(ink.oval(*seat, 40, 11), ink.fill(stage.ink("#8a3f38")))
        build.canvas.drawOval(
            ink.oval(seat[0], seat[1] - 3, 38, 9), ink.fill(ink.lighten(stage.ink("#a04c42"), 0.1))
        )


def _leaves(stage: Stage, side: int) -> skia.Image:
    """A potted plant close to the camera on the window's side."""
    sheet = stage.sheet()
    rng = stage.rng("frame")
    x = FRAME_RIGHT if side > 0 else FRAME_LEFT
    masses = []
    for _ in range(9):
        out = rng.uniform(-50, 190)
        high = rng.uniform(0, 90) + max(0.0, out) * 0.7
        masses.append((x + side * out, 726 - high, rng.uniform(46, 84)))
    foliage(stage, sheet.canvas, rng, masses, local="#3f7a50")
    return sheet.image()

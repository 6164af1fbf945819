"""A maker's workshop: a long bench under a window, tools on the wall, clocks, gears and a small stove."""

from __future__ import annotations

import math
import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit import windows
from anigen_assets.studio.animatic.sets.kit.furniture import clock, desk_lamp, pendant
from anigen_assets.studio.animatic.sets.kit.ground import grounded, joints
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool
from anigen_assets.studio.animatic.sets.kit.rooms import (
    Opening,
    Room,
    enclose,
    glaze,
    shell,
    skirting,
    sunbeams,
)
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, Layer, SetPlate

_VIEW = View(horizon=424, floor_y=652)
_DEPTH = 6.0


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    return SetPlate(
        layers=(
            Layer(windows.town(stage.outside, 372), 0.5),
            Layer(_room(stage, side), 1.0),
            Layer(_crates(stage, side), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles="dust" if stage.sunny else None,
        indoor=True,
    )


def _span(side: int, near: float, far: float) -> tuple[float, float]:
    """From `near` to `far` metres on one side of the middle, left to right."""
    return (near, far) if side > 0 else (-far, -near)


def _room(stage: Stage, side: int) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    room = Room(_VIEW, 4.2, _DEPTH, 2.9, (Opening(*_span(side, 0.3, 2.5), 1.25, 2.45),))
    build = Builder(stage, canvas, _VIEW)
    timber = stage.rng("timber").choice(("#b59a7c", "#a8a290", "#b08a72", "#9fa59a"))
    wall, floor = stage.ink(timber), stage.ink("#7a604c")
    shell(stage, canvas, room, wall=wall, floor=floor, ceiling=stage.ink("#6e543f"))
    joints(canvas, _VIEW, ink.shade(floor, 0.35), across=0.34, along=0, far=_DEPTH, half=4.2, alpha=120)
    _boards(build, wall)
    skirting(canvas, room, stage.ink("#5c4636"), high=0.14)
    glaze(stage, canvas, room, frame=stage.ink("#5a4638"), bars=(4, 2), thick=7)
    _tools(stage, build, side)
    _clocks(stage, build, side)
    sunbeams(stage, canvas, room, strength=1.2)
    _shelf(stage, build, side)
    _bench(stage, build, side)
    _stove(stage, build, -side)
    for x in (side * 1.4, -side * 1.5):
        pendant(build, x, 2.15, 5.0, 2.9, shade=stage.ink("#4a5a5c"), size=0.2)
    enclose(stage, canvas)
    grounded(stage, canvas, _VIEW.ground(_DEPTH))
    return sheet.image()


def _boards(build: Builder, wall: int) -> None:
    """Upright boards on the back wall and two beams under the ceiling."""
    lines = skia.Path()
    for index in range(-14, 15):
        lines.moveTo(*_VIEW.at(index * 0.3, 0, _DEPTH))
        lines.lineTo(*_VIEW.at(index * 0.3, 1.2, _DEPTH))
    build.canvas.drawPath(lines, ink.stroke(ink.shade(wall, 0.25), 1.5, 140))
    for z in (5.6, 4.5):
        build.box((-4.2, 4.2), (2.72, 2.9), (z, z + 0.18), ink.shade(wall, 0.5), line=False)


def _tools(stage: Stage, build: Builder, side: int) -> None:
    """A board of hand tools beside the window."""
    rect = build.panel(_span(-side, 0.25, 1.95), (1.25, 2.2), _DEPTH - 0.03, stage.ink("#8f7152"))
    canvas, steel, wood = build.canvas, stage.ink("#a9b2b8"), stage.ink("#c08a54")
    rng = stage.rng("tools")
    columns, rows = 8, 2
    for row in range(rows):
        for column in range(columns):
            x = rect.left() + rect.width() * (column + 0.5) / columns
            top = rect.top() + rect.height() * (row + 0.14) / rows
            _tool(canvas, rng, (x, top), rect.height() / rows * 0.72, (steel, wood))


def _tool(
    canvas: skia.Canvas, rng: random.Random, head: ink.Point, size: float, inks: tuple[int, int]
) -> None:
    (x, top), (steel, wood) = head, inks
    kind = rng.randrange(4)
    handle = ink.rect(x - 3, top + size * 0.4, 6, size * 0.6)
    if kind == 0:
        canvas.drawRect(handle.makeOffset(0, -size * 0.2), ink.fill(wood))
        canvas.drawRect(ink.rect(x - 12, top, 24, size * 0.22), ink.fill(steel))
    elif kind == 1:
        canvas.drawRect(ink.rect(x - 2, top, 4, size * 0.5), ink.fill(steel))
        canvas.drawRoundRect(handle, 3, 3, ink.fill(wood))
    elif kind == 2:
        canvas.drawCircle(x, top + 8, 8, ink.stroke(steel, 5))
        canvas.drawLine(x, top + 16, x, top + size, ink.stroke(steel, 5))
    else:
        blade = ink.polygon(
            [(x - 9, top), (x + 9, top), (x + 4, top + size * 0.7), (x - 4, top + size * 0.7)]
        )
        canvas.drawPath(blade, ink.fill(steel))
        canvas.drawRect(ink.rect(x - 5, top + size * 0.7, 10, size * 0.3), ink.fill(wood))


def _clocks(stage: Stage, build: Builder, side: int) -> None:
    """Clocks under repair and a great gear on the wall."""
    for metres, high, radius in ((2.5, 1.95, 26), (3.0, 1.55, 19), (3.45, 2.1, 22), (2.35, 1.42, 15)):
        clock(build, build.view.at(-side * metres, high, _DEPTH), radius)
    brass = stage.ink("#b88f4a")
    _gear(build.canvas, build.view.at(side * 3.1, 2.05, _DEPTH), 58, brass, 14)
    _gear(build.canvas, build.view.at(side * 3.55, 1.62, _DEPTH), 36, ink.shade(brass, 0.15), 10)


def _gear(canvas: skia.Canvas, centre: ink.Point, radius: float, colour: int, teeth: int) -> None:
    rim = []
    for tooth in range(teeth * 4):
        reach = radius if tooth % 4 < 2 else radius * 0.84
        angle = tooth / (teeth * 4) * math.tau
        rim.append((centre[0] + math.cos(angle) * reach, centre[1] + math.sin(angle) * reach))
    wheel = ink.polygon(rim)
    wheel.addCircle(*centre, radius * 0.62)
    wheel.addCircle(*centre, radius * 0.2)
    wheel.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(wheel, ink.fill(colour))
    canvas.drawPath(wheel, ink.stroke(ink.shade(colour, 0.4), 1.4))
    for spoke in range(3):
        angle = spoke / 3 * math.pi
        dx, dy = math.cos(angle) * radius * 0.62, math.sin(angle) * radius * 0.62
        canvas.drawLine(
            centre[0] - dx, centre[1] - dy, centre[0] + dx, centre[1] + dy, ink.stroke(colour, radius * 0.1)
        )


def _shelf(stage: Stage, build: Builder, side: int) -> None:
    """A high shelf of jars and boxes over the window."""
    rng = stage.rng("shelf")
    wood = stage.ink("#6b4e3a")
    x = _span(side, 0.1, 4.0)
    left = x[0] + 0.08
    while left < x[1] - 0.2:
        width, tall = rng.uniform(0.1, 0.24), rng.uniform(0.1, 0.22)
        local = rng.choice(("#a8b8a8", "#b8603f", "#5a7a8a", "#c9a860", "#8a6a4a", "#d8d0c0"))
        build.panel((left, left + width), (2.56, 2.56 + tall), 5.8, stage.ink(local))
        left += width + rng.uniform(0.02, 0.12)
    build.box(x, (2.51, 2.56), (5.75, 6.0), wood)


def _bench(stage: Stage, build: Builder, side: int) -> None:
    """The bench with drawers, a vice, a half-built machine, a lamp and papers."""
    wood = stage.ink("#9c6f48")
    x = _span(side, 0.2, 4.15)
    build.box((x[0] + 0.1, x[1] - 0.1), (0, 0.82), (5.2, 5.7), ink.shade(wood, 0.22))
    width = (x[1] - x[0] - 0.2) / 5
    for index in range(5):
        left = x[0] + 0.1 + index * width
        for foot, head in ((0.08, 0.40), (0.46, 0.76)):
            drawer = build.panel((left + 0.05, left + width - 0.05), (foot, head), 5.2, ink.shade(wood, 0.1))
            build.canvas.drawCircle(drawer.centerX(), drawer.centerY(), 4, ink.fill(stage.ink("#c9a860")))
    build.box(x, (0.82, 0.92), (5.1, 5.75), wood)
    steel, brass = stage.ink("#6f7c84"), stage.ink("#c09a50")
    vice = side * 0.75
    build.box((vice - 0.16, vice + 0.16), (0.92, 1.1), (5.2, 5.4), steel)
    build.rod((vice - 0.3, 1.0, 5.18), (vice + 0.3, 1.0, 5.18), 0.04, ink.lighten(steel, 0.2))
    body = side * 2.1
    enamel = stage.rng("machine").choice(("#8a4a3c", "#3f6a6a", "#5a5a7a"))
    build.box(
        (body - 0.35, body + 0.35),
        (0.92, 1.22),
        (5.3, 5.6),
        stage.ink(enamel),
    )
    _gear(build.canvas, build.view.at(body - 0.1, 1.22, 5.29), 34, brass, 12)
    _gear(build.canvas, build.view.at(body + 0.2, 1.08, 5.28), 22, ink.lighten(brass, 0.15), 9)
    build.post(body + 0.27, (1.22, 1.6), 5.4, 0.07, brass)
    desk_lamp(build, side * 3.1, 0.92, 5.3, metal=stage.ink("#3f7a6a"), side=-side)
    for metres, depth in ((1.3, 5.25), (2.75, 5.2), (1.5, 5.4)):
        left = side * metres - 0.12
        page = build.view.floor(left, left + 0.26, depth, depth + 0.16, 0.925)
        build.canvas.drawPath(page, ink.fill(stage.ink("#e8eef4" if depth > 5.3 else "#f6efdc")))


def _stove(stage: Stage, build: Builder, side: int) -> None:
    """An iron stove with its pipe; its fire is seen when it is dark or cold."""
    iron = stage.ink("#4a4a52")
    x = side * 3.0
    build.box((x - 0.45, x + 0.45), (0.0, 0.06), (4.9, 5.7), stage.ink("#8f8a84"))
    build.post(x, (0.95, 3.4), 5.35, 0.16, iron)
    build.box((x - 0.34, x + 0.34), (0.16, 0.95), (5.0, 5.5), iron)
    door = build.panel((x - 0.2, x + 0.2), (0.34, 0.68), 5.0, ink.shade(iron, 0.3))
    if stage.palette.lamps or stage.snowy:
        fire = ink.colour("#ff9a3c")
        build.canvas.drawRect(
            door.makeInset(6, 6), ink.radial((door.centerX(), door.bottom()), 60, ["#ffe08a", "#ff7a2c"])
        )
        glow(build.canvas, (door.centerX(), door.centerY()), 190, fire, 130)
        pool(build.canvas, (door.centerX(), build.view.ground(4.7)), (260, 34), fire, 110)
    kettle = build.view.front(x - 0.13, x + 0.11, 0.97, 1.15, 5.1)
    build.canvas.drawOval(kettle, ink.fill(stage.ink("#b8603f")))
    for metres in (1.3, 1.9):
        crate = -abs(metres) if side < 0 else metres
        build.box((crate - 0.24, crate + 0.24), (0, 0.42), (5.2, 5.6), stage.ink("#a57c52"))
        build.panel((crate - 0.19, crate + 0.19), (0.06, 0.36), 5.2, stage.ink("#8f6842"))


def _crates(stage: Stage, side: int) -> skia.Image:
    """A hanging chain and the corner of a crate close to the camera."""
    sheet = stage.sheet()
    canvas = sheet.canvas
    x = FRAME_LEFT + 40 if side > 0 else FRAME_RIGHT - 40
    steel = stage.ink("#5a6068", dim=0.25)
    for link in range(12):
        canvas.drawOval(ink.oval(x, 6 + link * 27, 8 if link % 2 else 4, 17), ink.stroke(steel, 5))
    hook = ink.path(f"M {x} 322 L {x} 350 Q {x} 392 {x - 24} 388 Q {x - 42} 384 {x - 38} 362")
    canvas.drawPath(hook, ink.stroke(steel, 10))
    wood = stage.ink("#8a6444", dim=0.2)
    left = FRAME_RIGHT - 120 if side > 0 else FRAME_LEFT - 120
    canvas.drawRect(ink.rect(left, 616, 240, 120), ink.fill(wood))
    for y in (616, 664, 706):
        canvas.drawRect(ink.rect(left, y, 240, 14), ink.fill(ink.lighten(wood, 0.1)))
    canvas.drawRect(ink.rect(left, 616, 240, 120), ink.stroke(ink.shade(wood, 0.4), 2))
    return sheet.image()

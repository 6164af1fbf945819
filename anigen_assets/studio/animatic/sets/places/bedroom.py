"""A student's bedroom: a bed under the slope of the day's light, a desk with a lamp, shelves and posters."""

from __future__ import annotations

import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit import windows
from anigen_assets.studio.animatic.sets.kit.furniture import (
    bookcase,
    books,
    chair,
    desk_lamp,
    pendant,
    picture,
    pot_plant,
    table,
)
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
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, Layer, SetPlate

_ROOM = Room(
    view=View(horizon=420, floor_y=654),
    half_width=3.7,
    depth=5.9,
    height=2.55,
    windows=(Opening(-0.95, 0.95, 0.85, 2.1),),
)
_BLANKETS = ("#7f9fc8", "#c88f9a", "#8fb08a", "#b89ac0", "#d0a878")


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(windows.town(stage.outside, 350), 0.55),
            Layer(_room(stage), 1.0),
            Layer(_cushions(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_ROOM.view.floor_y,
        particles=None,
        indoor=True,
    )


def _room(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    rng = stage.rng("layout")
    side = 1 if rng.random() < 0.5 else -1
    build = Builder(stage, canvas, _ROOM.view)
    wall = stage.ink(rng.choice(("#e6dccb", "#d5dde0", "#e4d4d0", "#d8dfcf")))
    floor = stage.ink("#b98e66")
    shell(stage, canvas, _ROOM, wall=wall, floor=floor, ceiling=stage.ink("#f0ece4"))
    joints(canvas, _ROOM.view, ink.shade(floor, 0.28), across=0.22, along=0, far=5.9, half=3.7, alpha=110)
    skirting(canvas, _ROOM, stage.ink("#f0ece2"), high=0.09)
    glaze(stage, canvas, _ROOM, frame=stage.ink("#f2efe8"), bars=(2, 1), thick=8)
    curtain(stage, canvas, _ROOM.wall_rect(_ROOM.windows[0]), rng.choice(_BLANKETS), gathered=0.2)
    _posters(stage, build, rng, side)
    bookcase(
        build,
        stage.rng("books"),
        _span(side, 1.25, 2.15),
        (5.55, 5.9),
        high=1.95,
        boards=5,
        wood=stage.ink("#c9a27a"),
    )
    _rug(stage, build, rng)
    sunbeams(stage, canvas, _ROOM)
    _bed(stage, build, rng, -side)
    _desk(stage, build, side)
    pendant(build, 0.0, 2.1, 4.6, 2.55, shade=stage.ink("#f2e6cc"), size=0.26)
    enclose(stage, canvas)
    grounded(stage, canvas, _ROOM.view.ground(_ROOM.depth))
    return sheet.image()


def _span(side: int, near: float, far: float) -> tuple[float, float]:
    """From `near` to `far` metres on one side of the middle, left to right."""
    return (near, far) if side > 0 else (-far, -near)


def _posters(stage: Stage, build: Builder, rng: random.Random, side: int) -> None:
    """Pictures over the bed, and flags of paper on a string over the window."""
    view = build.view
    for near, foot, size in ((1.35, 1.35, 0.5), (2.0, 1.55, 0.36), (2.55, 1.3, 0.6)):
        left, right = _span(-side, near, near + size)
        picture(
            build,
            view.front(left, right, foot, foot + size * 1.2, 5.9),
            rng.choice(_BLANKETS),
            frame="#f4efe4",
        )
    start, end = view.at(-1.5, 2.42, 5.9), view.at(1.5, 2.42, 5.9)
    string = skia.Path()
    string.moveTo(*start)
    string.quadTo((start[0] + end[0]) / 2, start[1] + 46, *end)
    build.canvas.drawPath(string, ink.stroke(stage.ink("#6a5a50"), 1.4))
    for index in range(9):
        share = (index + 0.5) / 9
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + 92 * share * (1 - share)
        if stage.palette.lamps:
            glow(build.canvas, (x, y + 8), 30, stage.glow, 120)
            build.canvas.drawCircle(x, y + 6, 4, ink.fill(ink.lighten(stage.glow, 0.5)))
        else:
            flag = ink.polygon([(x - 9, y), (x + 9, y), (x, y + 20)])
            build.canvas.drawPath(flag, ink.fill(stage.ink(_BLANKETS[index % len(_BLANKETS)])))


def _rug(stage: Stage, build: Builder, rng: random.Random) -> None:
    x, y = build.view.at(0, 0, 4.35)
    colour = stage.ink(rng.choice(_BLANKETS))
    for grow, tone in ((1.0, ink.shade(colour, 0.15)), (0.92, ink.lighten(colour, 0.35)), (0.84, colour)):
        build.canvas.drawOval(ink.oval(x, y, 400 * grow, 56 * grow), ink.fill(tone))


def _bed(stage: Stage, build: Builder, rng: random.Random, side: int) -> None:
    """Along the side wall, its head to the back wall."""
    wood, sheet, blanket = stage.ink("#b88a5e"), stage.ink("#f4f1ea"), stage.ink(rng.choice(_BLANKETS))
    x = _span(side, 1.75, 3.3)
    build.box(x, (0, 0.95), (5.62, 5.75), wood)
    build.box(x, (0.08, 0.32), (3.5, 5.65), wood)
    inner = (x[0] + 0.04, x[1] - 0.04)
    build.box(inner, (0.32, 0.50), (3.55, 5.6), sheet, line=False)
    view, canvas = build.view, build.canvas
    pillow = view.at((x[0] + x[1]) / 2, 0.60, 5.2)
    canvas.drawRoundRect(
        ink.rect(pillow[0] - 92, pillow[1] - 20, 184, 46),
        22,
        20,
        ink.linear((0, pillow[1] - 20), (0, pillow[1] + 26), [sheet, ink.shade(sheet, 0.2)]),
    )
    build.box((x[0], x[1]), (0.36, 0.56), (3.5, 4.85), blanket)
    fold = view.floor(x[0], x[1], 4.6, 4.9, 0.565)
    canvas.drawPath(fold, ink.fill(ink.lighten(blanket, 0.35)))
    for index in range(5):
        start = view.at(x[0] + 0.2 + index * 0.3, 0.562, 3.55)
        end = view.at(x[0] + 0.25 + index * 0.28, 0.562, 4.5)
        canvas.drawLine(*start, *end, ink.stroke(ink.shade(blanket, 0.18), 2, 140))
    build.box(x, (0, 0.62), (3.4, 3.5), wood)


def _desk(stage: Stage, build: Builder, side: int) -> None:
    """At the side wall, with books, a lamp and a chair."""
    wood = stage.ink("#c49a6e")
    x = _span(side, 2.3, 3.65)
    table(build, x, (4.5, 5.2), high=0.72, top=wood, legs=ink.shade(wood, 0.2), thick=0.06)
    books(build, stage.rng("desk"), (x[0] + 0.55, x[1] - 0.1), 0.72, 5.05, high=0.24)
    desk_lamp(build, x[0] + 0.3, 0.72, 4.95, metal=stage.ink("#c8584a"), side=1)
    page = build.view.floor(x[0] + 0.45, x[0] + 0.85, 4.55, 4.8, 0.725)
    build.canvas.drawPath(page, ink.fill(stage.ink("#fdfaf0")))
    pot_plant(build, stage.rng("plant"), x[1] - 0.2, 0.72, 4.8, size=0.34)
    chair(build, (x[0] + x[1]) / 2, 4.1, seat=stage.ink("#5f7a9a"), legs=stage.ink("#6a6f78"))


def _cushions(stage: Stage) -> skia.Image:
    """Two floor cushions at a lower corner, close to the camera."""
    sheet = stage.sheet()
    rng = stage.rng("frame")
    side = 1 if rng.random() < 0.5 else -1
    edge = FRAME_RIGHT if side > 0 else FRAME_LEFT
    for shift, y, local in ((130.0, 690.0, rng.choice(_BLANKETS)), (-10.0, 722.0, rng.choice(_BLANKETS))):
        x = edge + side * shift
        cloth = stage.ink(local, dim=0.14)
        body = ink.oval(x, y, 150, 56)
        sheet.canvas.drawOval(
            body,
            ink.linear(
                (0, body.top()), (0, body.bottom()), [ink.lighten(cloth, 0.16), ink.shade(cloth, 0.3)]
            ),
        )
        seam = ink.path(f"M {x - 149} {y} Q {x} {y + 34} {x + 149} {y}")
        sheet.canvas.drawPath(seam, ink.stroke(ink.shade(cloth, 0.35), 2.4))
        sheet.canvas.drawOval(ink.oval(x, y - 34, 10, 4), ink.fill(ink.shade(cloth, 0.4)))
    return sheet.image()

"""An old library: cases of books up to the ceiling, tall windows at the end, reading tables with green lamps."""

from __future__ import annotations

import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit import windows
from anigen_assets.studio.animatic.sets.kit.furniture import BOOK_COLOURS, books, chair, table
from anigen_assets.studio.animatic.sets.kit.ground import grounded, joints
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool
from anigen_assets.studio.animatic.sets.kit.rooms import Opening, Room, enclose, glaze, shell, sunbeams
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, Layer, SetPlate

_ROOM = Room(
    view=View(horizon=420, floor_y=652),
    half_width=4.4,
    depth=9.4,
    height=4.6,
    windows=tuple(Opening(x, x + 1.5, 1.1, 4.0) for x in (-3.4, -0.75, 1.9)),
)
_CASE = 3.5
"""Metres from the middle to the fronts of the cases along the side walls."""
_BOARDS = 8


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(windows.garden(stage.outside, 372), 0.5),
            Layer(_hall(stage), 1.0),
            Layer(_near_books(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_ROOM.view.floor_y,
        particles="dust" if stage.sunny else None,
        indoor=True,
    )


def _hall(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _ROOM.view)
    wall, floor = stage.ink("#b79a78"), stage.ink("#7d5640")
    shell(stage, canvas, _ROOM, wall=wall, floor=floor, ceiling=stage.ink("#6a4c3a"))
    joints(
        canvas, _ROOM.view, ink.shade(floor, 0.35), across=0.3, along=0, far=_ROOM.depth, half=4.4, alpha=110
    )
    _ceiling_beams(stage, build)
    glaze(stage, canvas, _ROOM, frame=stage.ink("#5a4032"), bars=(3, 5), thick=6)
    for opening in _ROOM.windows:
        _arch(stage, canvas, _ROOM.wall_rect(opening), wall)
    _back_cases(stage, build)
    for side in (-1, 1):
        _side_case(stage, build, side)
    _ladder(stage, build, 1 if stage.rng("ladder").random() < 0.5 else -1)
    _carpet(stage, build)
    sunbeams(stage, canvas, _ROOM, strength=1.1)
    _tables(stage, build)
    enclose(stage, canvas)
    grounded(stage, canvas, _ROOM.view.ground(7.0))
    return sheet.image()


def _ceiling_beams(stage: Stage, build: Builder) -> None:
    wood = stage.ink("#54392a")
    for z in (9.0, 7.2, 5.8, 4.7):
        build.box((-4.4, 4.4), (4.3, 4.6), (z, z + 0.25), wood, line=False)


def _arch(stage: Stage, canvas: skia.Canvas, rect: skia.Rect, wall: int) -> None:
    """Rounds a window's head and frames it in stone."""
    head = rect.width() / 2
    corners = skia.Path()
    corners.addRect(skia.Rect.MakeLTRB(rect.left() - 4, rect.top() - 4, rect.right() + 4, rect.top() + head))
    corners.addCircle(rect.centerX(), rect.top() + head, head)
    corners.setFillType(skia.PathFillType.kEvenOdd)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(rect.left() - 4, rect.top() - 4, rect.right() + 4, rect.top() + head))
    canvas.drawPath(corners, ink.fill(ink.shade(wall, 0.12)))
    canvas.restore()
    arch = ink.path(
        f"M {rect.left()} {rect.bottom()} L {rect.left()} {rect.top() + head} "
        f"C {rect.left()} {rect.top() - head * 0.33} {rect.right()} {rect.top() - head * 0.33} "
        f"{rect.right()} {rect.top() + head} L {rect.right()} {rect.bottom()}"
    )
    canvas.drawPath(arch, ink.stroke(ink.lighten(wall, 0.15), 11))
    canvas.drawPath(arch, ink.stroke(stage.ink("#54392a"), 4))


def _back_cases(stage: Stage, build: Builder) -> None:
    """Low cases under the windows."""
    wood = stage.ink("#6b4632")
    for left in (-3.4, -0.75, 1.9):
        build.box((left - 0.1, left + 1.6), (0, 0.95), (9.0, 9.4), wood)
        for board in range(2):
            foot = 0.06 + 0.44 * board
            build.panel(
                (left - 0.04, left + 1.54), (foot, foot + 0.38), 9.0, ink.shade(wood, 0.45), line=False
            )
            books(build, stage.rng(f"low:{left}:{board}"), (left, left + 1.5), foot, 9.0, high=0.34)


def _side_case(stage: Stage, build: Builder, side: int) -> None:
    """A wall of books that recedes: spines in perspective between uprights and boards."""
    view, canvas = build.view, build.canvas
    wood = stage.ink("#6b4632", dim=0.05)
    x, near, far, high = side * _CASE, 2.2, 9.2, 4.1
    canvas.drawPath(view.side(x, 0, high, near, far), ink.fill(ink.shade(wood, 0.5)))
    rng = stage.rng(f"case:{side}")
    step = (high - 0.3) / _BOARDS
    spines: dict[tuple[str, float], skia.Path] = {}
    for board in range(_BOARDS):
        foot = 0.22 + step * board
        z = near
        while z < far:
            thick = rng.uniform(0.05, 0.11)
            if rng.random() < 0.94:
                ink_key = rng.choice(BOOK_COLOURS), rng.choice((0.05, 0.2, 0.32))
                spine = view.side(
                    x, foot, foot + (step - 0.07) * rng.uniform(0.7, 1.0), z, min(z + thick, far)
                )
                spines.setdefault(ink_key, skia.Path()).addPath(spine)
            z += thick + 0.008
    for (local, dim), spine in spines.items():
        canvas.drawPath(spine, ink.fill(stage.ink(local, dim=dim)))
    for board in range(_BOARDS + 1):
        foot = 0.14 + step * board
        canvas.drawPath(view.side(x, foot, foot + 0.07, near, far), ink.fill(wood))
    for index in range(6):
        z = near + index * (far - near) / 5
        canvas.drawPath(
            view.side(x - side * 0.04, 0, high + 0.12, z, z + 0.14), ink.fill(ink.lighten(wood, 0.08))
        )
    canvas.drawPath(
        view.side(x - side * 0.06, high, high + 0.22, near, far), ink.fill(ink.lighten(wood, 0.12))
    )
    shade = [ink.colour("#0c0814", 20), ink.colour("#0c0814", 120)]
    ends = (view.at(x, 0, far)[0], 0), (view.at(x, 0, near)[0], 0)
    canvas.drawPath(view.side(x, 0, high, near, far), ink.linear(*ends, shade))


def _ladder(stage: Stage, build: Builder, side: int) -> None:
    wood = stage.ink("#a8784e")
    top, foot = side * (_CASE - 0.05), side * (_CASE - 0.8)
    for z in (6.0, 6.5):
        build.rod((foot, 0, z), (top, 3.3, z), 0.06, wood)
    for rung in range(1, 10):
        share = rung / 10
        x = foot + (top - foot) * share
        build.rod((x, 3.3 * share, 6.0), (x, 3.3 * share, 6.5), 0.045, ink.lighten(wood, 0.1))


def _carpet(stage: Stage, build: Builder) -> None:
    red = stage.ink("#8a3f3c")
    build.floor_panel((-1.1, 1.1), (2.2, 8.9), red)
    for x in (-1.0, 0.94):
        build.floor_panel((x, x + 0.06), (2.2, 8.9), stage.ink("#d0a050"))


def _tables(stage: Stage, build: Builder) -> None:
    """Long tables on both sides of the carpet, with lamps of green glass."""
    wood = stage.ink("#8f5f3f")
    rng = stage.rng("tables")
    for z in (7.4, 5.9):
        for side in (-1, 1):
            x = (1.45, 2.95) if side > 0 else (-2.95, -1.45)
            chair(build, (x[0] + x[1]) / 2 - 0.4, z + 0.75, seat=wood, legs=wood, away=False)
            table(build, x, (z, z + 0.6), high=0.75, top=wood, legs=ink.shade(wood, 0.3))
            _green_lamp(stage, build, (x[0] + x[1]) / 2 + rng.uniform(-0.2, 0.2), z + 0.25)
            pile = x[0] + rng.uniform(0.15, 0.4)
            for index in range(rng.randrange(1, 4)):
                y = 0.75 + index * 0.05
                build.box(
                    (pile, pile + 0.26),
                    (y, y + 0.045),
                    (z + 0.1, z + 0.32),
                    stage.ink(rng.choice(BOOK_COLOURS)),
                )
            chair(build, (x[0] + x[1]) / 2 + 0.35, z - 0.35, seat=wood, legs=wood)


def _green_lamp(stage: Stage, build: Builder, x: float, z: float) -> None:
    view, canvas = build.view, build.canvas
    unit = view.scale(z)
    foot = view.at(x, 0.75, z)
    brass = stage.ink("#c79a4a")
    canvas.drawLine(*foot, foot[0], foot[1] - unit * 0.3, ink.stroke(brass, 3))
    canvas.drawOval(ink.oval(*foot, unit * 0.09, unit * 0.025), ink.fill(brass))
    if stage.palette.lamps:
        glow(canvas, (foot[0], foot[1] - unit * 0.22), unit * 0.9, stage.glow, 130)
        pool(canvas, foot, (unit * 0.6, unit * 0.08), stage.glow, 170)
    hood = ink.rect(foot[0] - unit * 0.2, foot[1] - unit * 0.38, unit * 0.4, unit * 0.12)
    green = stage.ink("#2f8a66")
    lit = ink.mix(green, stage.glow, 0.35) if stage.palette.lamps else green
    canvas.drawRoundRect(hood, 8, 8, ink.linear((0, hood.top()), (0, hood.bottom()), [green, lit]))


def _near_books(stage: Stage) -> skia.Image:
    """A stack of books at a lower corner, close to the camera."""
    sheet = stage.sheet()
    rng: random.Random = stage.rng("frame")
    left = rng.random() < 0.5
    base = 724.0
    for _ in range(5):
        width, thick = rng.uniform(200, 270), rng.uniform(28, 42)
        inward = rng.uniform(70, 150)
        x = FRAME_LEFT + inward - width if left else FRAME_RIGHT - inward
        colour = stage.ink(rng.choice(BOOK_COLOURS), dim=0.18)
        cover = ink.rect(x, base - thick, width, thick)
        sheet.canvas.drawRoundRect(cover, 6, 6, ink.fill(colour))
        sheet.canvas.drawRoundRect(cover, 6, 6, ink.stroke(ink.shade(colour, 0.35), 2))
        page = cover.makeInset(0, 6)
        pages = ink.rect(page.right() - 26 if left else page.left(), page.top(), 26, page.height())
        sheet.canvas.drawRect(pages, ink.fill(stage.ink("#efe6d0", dim=0.12)))
        base -= thick
    return sheet.image()

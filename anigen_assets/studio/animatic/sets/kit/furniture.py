"""Pieces of furniture that several rooms share: tables, chairs, shelves of books, lamps, frames, plants."""

from __future__ import annotations

import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool
from anigen_assets.studio.animatic.sets.kit.plants import foliage
from anigen_assets.studio.animatic.sets.kit.solids import Builder

BOOK_COLOURS = ("#a8483c", "#3f6a8a", "#c79a4a", "#4f7a58", "#7a5a86", "#d8cbb0", "#2f4258", "#b87a5a")


def table(
    build: Builder,
    x: tuple[float, float],
    z: tuple[float, float],
    *,
    high: float,
    top: int,
    legs: int,
    thick: float = 0.05,
) -> None:
    """Paints a table: four legs, an apron in shadow and a top; measures in metres."""
    for depth in (z[1] - 0.08, z[0] + 0.03):
        for left in (x[0] + 0.04, x[1] - 0.09):
            build.box((left, left + 0.05), (0, high - thick), (depth, depth + 0.05), legs, line=False)
    apron = ink.shade(top, 0.35)
    build.panel(
        (x[0] + 0.05, x[1] - 0.05), (high - thick - 0.12, high - thick), z[0] + 0.04, apron, line=False
    )
    build.box(x, (high - thick, high), z, top)


def chair(build: Builder, x: float, z: float, *, seat: int, legs: int, away: bool = True) -> None:
    """Paints a chair, its back towards the camera when `away` is set; its foot's middle is (x, z)."""
    half = 0.20
    back_z = z - half if away else z + half
    for depth in (z + half, z - half):
        for left in (x - half, x + half - 0.035):
            build.box((left, left + 0.035), (0, 0.43), (depth, depth + 0.03), legs, line=False)
    if not away:
        _chair_back(build, x, back_z, seat, legs)
    build.box((x - half, x + half), (0.42, 0.46), (z - half, z + half), seat)
    if away:
        _chair_back(build, x, back_z, seat, legs)


def _chair_back(build: Builder, x: float, z: float, seat: int, legs: int) -> None:
    for left in (x - 0.19, x + 0.155):
        build.box((left, left + 0.035), (0.44, 0.82), (z, z + 0.03), legs, line=False)
    build.box((x - 0.19, x + 0.19), (0.62, 0.82), (z, z + 0.03), seat)


def books(
    build: Builder, rng: random.Random, x: tuple[float, float], y: float, z: float, *, high: float = 0.24
) -> None:
    """Fills a board with the spines of books that face the camera."""
    left = x[0]
    while left < x[1] - 0.03:
        thick = rng.uniform(0.022, 0.055)
        tall = high * rng.uniform(0.72, 1.0)
        right = min(left + thick, x[1])
        if rng.random() < 0.93:
            colour = build.stage.ink(rng.choice(BOOK_COLOURS), dim=rng.uniform(0.0, 0.2))
            spine = build.view.front(left, right, y, y + tall, z)
            build.canvas.drawRect(spine, ink.fill(colour))
            build.canvas.drawLine(
                spine.right(),
                spine.top(),
                spine.right(),
                spine.bottom(),
                ink.stroke(ink.shade(colour, 0.4), 0.8),
            )
        left = right


def bookcase(
    build: Builder,
    rng: random.Random,
    x: tuple[float, float],
    z: tuple[float, float],
    *,
    high: float,
    boards: int,
    wood: int,
) -> None:
    """Paints a case of books against the back wall; its front is at z[0]."""
    build.box(x, (0, high), z, wood)
    inside = ink.shade(wood, 0.45)
    step = (high - 0.12) / boards
    for board in range(boards):
        foot = 0.08 + step * board
        build.panel((x[0] + 0.05, x[1] - 0.05), (foot, foot + step - 0.04), z[0], inside, line=False)
        books(build, rng, (x[0] + 0.07, x[1] - 0.07), foot, z[0], high=(step - 0.04) * 0.9)


def pendant(
    build: Builder, x: float, y: float, z: float, ceiling: float, *, shade: int, size: float = 0.2
) -> None:
    """Hangs a lamp: its cord from the ceiling, its shade, its light when lamps are lit."""
    canvas, stage = build.canvas, build.stage
    middle_x, foot = build.view.at(x, y, z)
    top = build.view.at(x, ceiling, z)[1]
    reach = build.view.scale(z) * size
    lit = stage.palette.lamps
    canvas.drawLine(middle_x, max(top, -5), middle_x, foot - reach, ink.stroke(stage.ink("#3a3236"), 2.4))
    if lit:
        glow(canvas, (middle_x, foot), reach * 5, stage.glow, 120)
        cone = ink.polygon(
            [
                (middle_x - reach, foot),
                (middle_x + reach, foot),
                (middle_x + reach * 5, foot + reach * 9),
                (middle_x - reach * 5, foot + reach * 9),
            ]
        )
        beam = [ink.colour(stage.glow, 46), ink.colour(stage.glow, 0)]
        canvas.drawPath(cone, ink.linear((0, foot), (0, foot + reach * 9), beam))
    bulb = ink.lighten(stage.glow, 0.5) if lit else ink.lighten(shade, 0.3)
    canvas.drawOval(ink.oval(middle_x, foot, reach * 0.42, reach * 0.3), ink.fill(bulb))
    bell = ink.path(
        f"M {middle_x - reach} {foot} Q {middle_x - reach * 0.8} {foot - reach * 0.9} {middle_x - reach * 0.16} "
        f"{foot - reach} L {middle_x + reach * 0.16} {foot - reach} "
        f"Q {middle_x + reach * 0.8} {foot - reach * 0.9} {middle_x + reach} {foot} Z"
    )
    tones = [ink.lighten(shade, 0.16), shade, ink.shade(shade, 0.3)]
    canvas.drawPath(bell, ink.linear((middle_x - reach, 0), (middle_x + reach, 0), tones))
    canvas.drawPath(bell, ink.stroke(ink.shade(shade, 0.45), 1.6))


def desk_lamp(build: Builder, x: float, y: float, z: float, *, metal: int, side: int = 1) -> None:
    """Stands a jointed lamp on a table of height `y`; it leans to `side`."""
    stage, canvas = build.stage, build.canvas
    unit = build.view.scale(z)
    foot_x, foot_y = build.view.at(x, y, z)
    elbow = foot_x - side * unit * 0.1, foot_y - unit * 0.26
    head = foot_x + side * unit * 0.14, foot_y - unit * 0.4
    canvas.drawOval(ink.oval(foot_x, foot_y, unit * 0.09, unit * 0.025), ink.fill(ink.shade(metal, 0.3)))
    canvas.drawPath(
        ink.polygon([(foot_x, foot_y), elbow, head], closed=False), ink.stroke(metal, max(1.6, unit * 0.02))
    )
    if stage.palette.lamps:
        glow(canvas, (head[0] + side * unit * 0.06, head[1] + unit * 0.1), unit * 0.75, stage.glow, 150)
        pool(canvas, (head[0] + side * unit * 0.1, foot_y), (unit * 0.5, unit * 0.08), stage.glow, 170)
    hood = ink.polygon(
        [
            (head[0] - side * unit * 0.05, head[1] - unit * 0.05),
            (head[0] + side * unit * 0.05, head[1] - unit * 0.05),
            (head[0] + side * unit * 0.16, head[1] + unit * 0.07),
            (head[0] - side * unit * 0.04, head[1] + unit * 0.10),
        ]
    )
    canvas.drawPath(hood, ink.fill(metal))
    canvas.drawPath(hood, ink.stroke(ink.shade(metal, 0.4), 1.2))


def pot_plant(build: Builder, rng: random.Random, x: float, y: float, z: float, *, size: float) -> None:
    """Stands a potted plant of `size` metres on a floor or board of height `y`."""
    stage, canvas = build.stage, build.canvas
    unit = build.view.scale(z) * size
    foot_x, foot_y = build.view.at(x, y, z)
    pot = stage.ink("#b5714c")
    shape = ink.polygon(
        [
            (foot_x - unit * 0.13, foot_y),
            (foot_x + unit * 0.13, foot_y),
            (foot_x + unit * 0.19, foot_y - unit * 0.34),
            (foot_x - unit * 0.19, foot_y - unit * 0.34),
        ]
    )
    tones = [ink.lighten(pot, 0.14), ink.shade(pot, 0.3)]
    masses = [
        (foot_x + dx * unit, foot_y - dy * unit, unit * r)
        for dx, dy, r in ((0, 0.58, 0.26), (-0.18, 0.5, 0.18), (0.19, 0.52, 0.18), (0.03, 0.82, 0.19))
    ]
    foliage(stage, canvas, rng, masses, local="#4f8f56")
    canvas.drawPath(shape, ink.linear((foot_x - unit * 0.16, 0), (foot_x + unit * 0.16, 0), tones))


def picture(build: Builder, rect: skia.Rect, local: str, *, frame: str = "#8a6a48") -> None:
    """Hangs a framed landscape on the wall."""
    canvas, stage = build.canvas, build.stage
    canvas.drawRect(rect.makeOffset(4, 6), ink.fill("#000000", 40))
    canvas.drawRect(rect, ink.fill(stage.ink(frame)))
    inner = rect.makeInset(rect.width() * 0.07, rect.height() * 0.08)
    canvas.drawRect(inner, ink.fill(stage.ink(ink.lighten(local, 0.5))))
    left, right, foot, tall = inner.left(), inner.right(), inner.bottom(), inner.height()
    ridge = ink.path(
        f"M {left} {foot} L {left} {foot - tall * 0.3} Q {inner.centerX()} {foot - tall * 0.75} {right} "
        f"{foot - tall * 0.25} L {right} {foot} Z"
    )
    canvas.drawPath(ridge, ink.fill(stage.ink(local)))


def clock(build: Builder, centre: ink.Point, radius: float) -> None:
    """Hangs a round wall clock."""
    canvas, stage = build.canvas, build.stage
    face, rim = stage.ink("#f6f1e4"), stage.ink("#5a4a44")
    canvas.drawCircle(centre[0] + 3, centre[1] + 4, radius, ink.fill("#000000", 50))
    canvas.drawCircle(*centre, radius, ink.fill(rim))
    canvas.drawCircle(*centre, radius * 0.86, ink.fill(face))
    hands = ink.stroke(rim, max(1.4, radius * 0.09))
    canvas.drawLine(*centre, centre[0] + radius * 0.2, centre[1] - radius * 0.48, hands)
    canvas.drawLine(*centre, centre[0] - radius * 0.58, centre[1] - radius * 0.26, hands)

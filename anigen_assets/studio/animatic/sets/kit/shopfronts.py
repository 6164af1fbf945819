"""Houses of a shopping street, seen along the street: windows, shop fronts, awnings and hanging signs."""

from __future__ import annotations

import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.fixtures import streak
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool
from anigen_assets.studio.animatic.sets.kit.signs import down
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage

FRONT = 4.3
"""Metres from the middle to the shop fronts."""
_WALLS = ("#d8c4a8", "#c9b09a", "#b5bcc0", "#d9cfc0", "#a88f80", "#c4a890", "#8f9aa4", "#e2d6c2")
_AWNINGS = ("#c8473f", "#2f8a7a", "#d99a3a", "#3f62a8", "#8a4a7a", "#5a8a4a")
_NEON = ("#ff5f7a", "#4fd0ff", "#ffd24f", "#8aff9a", "#ff9a5a", "#c79aff")


def shop_house(build: Builder, rng: random.Random, side: int, z: tuple[float, float]) -> None:
    """Paints a house of one side of the street.

    Args:
        build: Its view looks along the street.
        rng: Picks walls, storeys and shop.
        side: -1 left, 1 right.
        z: Depth of its near and far corner in metres.
    """
    stage, view, canvas = build.stage, build.view, build.canvas
    far = min(0.75, (z[0] - 3) / 36)
    wall = stage.ink(rng.choice(_WALLS), far)
    high = rng.choice((5.4, 6.0, 8.2, 8.8, 11.0))
    x = side * FRONT
    build.box((x, x + 8) if side > 0 else (x - 8, x), (0, high), z, wall, line=False)
    face = view.side(x, 0, high, *z)
    shaded = ink.shade(wall, 0.06 if side * stage.sun_side < 0 else 0.2)
    canvas.drawPath(
        face,
        ink.linear(
            (0, view.at(x, high, z[0])[1]),
            (0, view.ground(z[0])),
            [ink.lighten(shaded, 0.05), ink.shade(shaded, 0.14)],
        ),
    )
    canvas.drawPath(face, ink.stroke(ink.shade(shaded, 0.3), 1.5))
    if stage.snowy:
        canvas.drawPath(view.side(x, high - 0.05, high + 0.14, *z), ink.fill(stage.snow(far)))
    _upper_windows(stage, build, rng, (x, high), z)
    _shop(stage, build, rng, side, z)


def _upper_windows(
    stage: Stage, build: Builder, rng: random.Random, wall: tuple[float, float], z: tuple[float, float]
) -> None:
    x, high = wall
    count = max(2, int((z[1] - z[0]) / 1.3))
    pitch = (z[1] - z[0]) / count
    pane, frame = ink.mix(stage.ink("#6f8ba4"), stage.palette.sky[2], 0.3), stage.ink("#5a5550")
    lit, dark, sashes, sills = skia.Path(), skia.Path(), skia.Path(), skia.Path()
    lamps = stage.rng(f"lit:{x}:{z[0]:.2f}", sky=True)
    level = 3.3
    while level + 1.5 < high:
        for index in range(count):
            start = z[0] + (index + 0.22) * pitch
            end = start + pitch * 0.56
            outline = build.view.side(x, level, level + 1.15, start, end)
            (lit if lamps.random() < stage.palette.lit else dark).addPath(outline)
            middle = (start + end) / 2
            sashes.addPath(build.view.side(x, level, level + 1.15, middle - 0.025, middle + 0.025))
            sashes.addPath(build.view.side(x, level + 0.78, level + 0.82, start, end))
            sills.addPath(build.view.side(x, level - 0.12, level, start - 0.08, end + 0.08))
        level += 2.6
    top, foot = build.view.at(x, high, z[0])[1], build.view.horizon
    build.canvas.drawPath(
        dark, ink.linear((0, top), (0, foot), [ink.lighten(pane, 0.18), ink.shade(pane, 0.2)])
    )
    build.canvas.drawPath(lit, ink.fill(stage.glow))
    for outline in (dark, lit):
        build.canvas.drawPath(outline, ink.stroke(frame, 2))
    build.canvas.drawPath(sashes, ink.fill(frame))
    build.canvas.drawPath(sills, ink.fill(stage.snow() if stage.snowy else stage.ink("#a89c90")))
    if rng.random() < 0.5:
        ledge = build.view.side(x, 2.95, 3.1, *z)
        build.canvas.drawPath(ledge, ink.fill(stage.ink("#8f867c")))


def _shop(stage: Stage, build: Builder, rng: random.Random, side: int, z: tuple[float, float]) -> None:
    """The shop window, its light on the pavement and a striped awning."""
    view, canvas = build.view, build.canvas
    x = side * FRONT
    lit = rng.random() < 0.85 and stage.palette.lamps
    inside = stage.glow if lit else stage.ink("#8fa0a8")
    glass = view.side(x, 0.55, 2.15, z[0] + 0.4, z[1] - 1.2)
    door = view.side(x, 0.12, 2.15, z[1] - 1.0, z[1] - 0.25)
    bounds = glass.getBounds()
    bright = [ink.lighten(inside, 0.3), inside, ink.shade(inside, 0.28)]
    canvas.drawPath(glass, ink.linear((0, bounds.top()), (0, bounds.bottom()), bright))
    canvas.drawPath(door, ink.fill(ink.mix(inside, stage.ink("#6a4a3a"), 0.45)))
    _goods(stage, build, rng, x, (z[0] + 0.4, z[1] - 1.2))
    for outline in (glass, door):
        canvas.drawPath(outline, ink.stroke(stage.ink("#4f4640"), 2.4))
    middle = (z[0] + z[1]) / 2
    if lit:
        spot = view.at(side * (FRONT - 0.7), 0.12, middle)
        unit = view.scale(middle)
        pool(canvas, spot, (unit * 2.0, unit * 0.34), stage.glow, 120)
        streak(build, side * (FRONT - 0.3), (0.4, 1.9), middle, stage.glow, alpha=130)
    cloth = stage.ink(rng.choice(_AWNINGS))
    stripes = max(5, int((z[1] - z[0]) / 0.42))
    for index in range(stripes):
        start = z[0] + 0.15 + (z[1] - z[0] - 0.3) * index / stripes
        end = z[0] + 0.15 + (z[1] - z[0] - 0.3) * (index + 1) / stripes
        reach = x - side * 0.85
        flap = ink.polygon(
            [
                view.at(x, 2.75, start),
                view.at(x, 2.75, end),
                view.at(reach, 2.3, end),
                view.at(reach, 2.3, start),
            ]
        )
        front = ink.polygon(
            [
                view.at(reach, 2.3, start),
                view.at(reach, 2.3, end),
                view.at(reach, 2.1, end),
                view.at(reach, 2.1, start),
            ]
        )
        tone = cloth if index % 2 else stage.ink("#f2ead8")
        canvas.drawPath(flap, ink.fill(stage.snow() if stage.snowy else tone))
        canvas.drawPath(front, ink.fill(ink.shade(tone, 0.12)))


def _goods(stage: Stage, build: Builder, rng: random.Random, x: float, z: tuple[float, float]) -> None:
    """What stands in a shop window: boards with wares in three colours, and the mullions before them."""
    wares = [skia.Path() for _ in range(3)]
    boards, mullions = skia.Path(), skia.Path()
    for foot in (0.6, 1.15):
        boards.addPath(build.view.side(x, foot - 0.05, foot, *z))
        step = z[0] + 0.1
        while step < z[1] - 0.3:
            width = rng.uniform(0.14, 0.34)
            ware = build.view.side(x, foot, foot + rng.uniform(0.12, 0.42), step, step + width)
            rng.choice(wares).addPath(ware)
            step += width + rng.uniform(0.04, 0.2)
    step = z[0] + 1.05
    while step < z[1] - 0.3:
        mullions.addPath(build.view.side(x, 0.55, 2.15, step, step + 0.06))
        step += 1.05
    for path in wares:
        build.canvas.drawPath(path, ink.fill(stage.ink(rng.choice(_AWNINGS), dim=0.15), 200))
    build.canvas.drawPath(boards, ink.fill(stage.ink("#5a4638"), 220))
    build.canvas.drawPath(mullions, ink.fill(stage.ink("#4f4640")))


def hanging_sign(build: Builder, rng: random.Random, place: tuple[int, float], text: str) -> None:
    """Hangs a board out from the wall, to be read from the street; `place` is (side, depth in metres)."""
    stage = build.stage
    side, z = place
    if z > 24:
        return
    size = 0.42
    x = (side * (FRONT - 0.05) - (0.55 if side > 0 else 0), 0.0)
    left = x[0]
    foot = rng.uniform(3.0, 3.6)
    head = foot + 0.24 + len(text) * size * 1.08
    neon = rng.choice(_NEON)
    board = ink.mix(stage.ink("#23263a"), stage.palette.dark, 0.3)
    rect = build.view.front(left, left + 0.55, foot, head, z)
    unit = build.view.scale(z)
    if stage.palette.lamps:
        glow(build.canvas, (rect.centerX(), rect.centerY()), rect.height() * 0.9, neon, 110)
        streak(build, left + 0.27, (foot - 1, head), z, neon, alpha=140)
        tone = ink.lighten(neon, 0.35)
    else:
        board = stage.ink(ink.mix(neon, "#4a3a4a", 0.62), min(0.5, z / 60))
        tone = stage.ink("#fbf6ea")
    build.box((left, left + 0.55), (foot, head), (z, z + 0.12), board, line=False)
    build.canvas.drawRect(rect.makeInset(2, 2), ink.stroke(tone, max(1.2, unit * 0.02)))
    down(build.canvas, text, (rect.centerX(), rect.top() + unit * 0.10), unit * size, tone)

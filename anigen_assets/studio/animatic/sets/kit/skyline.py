"""Far things along the horizon: towers, house roofs, hills and mountains, each paler the farther it is."""

from __future__ import annotations

import math
import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.plate import PLATE_WIDTH


def hills(
    stage: Stage,
    canvas: skia.Canvas,
    name: str,
    *,
    base: float,
    height: float,
    far: float,
    local: str = "#4a7f5c",
    rough: float = 0.0,
) -> None:
    """Paints a ridge across the whole plate.

    Args:
        stage: The light.
        canvas: Takes design units.
        name: Of the ridge: each has a shape of its own.
        base: Design y of its foot.
        height: Of the highest summit.
        far: Distance, 0 to 1.
        local: Its colour in white light.
        rough: 0 for round hills, 1 for a rocky range.
    """
    rng = stage.rng(f"hills:{name}")
    waves = [
        (rng.uniform(0.6, 1.4) * 2**octave, rng.uniform(0, math.tau), 0.62 ** (octave + 1 - 0.3 * rough))
        for octave in range(6 if rough else 4)
    ]
    total = sum(share for _, _, share in waves)
    ridge = [(-10.0, 730.0)]
    x = -10.0
    while x <= PLATE_WIDTH + 10:
        angle = x / PLATE_WIDTH * math.tau
        lift = 0.0
        for pace, phase, share in waves:
            wave = math.sin(angle * pace + phase)
            lift += share * ((1 - rough) * wave + rough * (1 - 2 * abs(wave)))
        ridge.append((x, base - height * (0.5 + 0.5 * lift / total)))
        x += 12
    ridge.append((PLATE_WIDTH + 10, 730.0))
    outline = ink.polygon(ridge)
    top = stage.leaves(local, far)
    foot = stage.hazed(top, min(1.0, far + 0.35))
    canvas.drawPath(outline, ink.linear((0, base - height), (0, base + 10), [top, foot]))


def towers(
    stage: Stage,
    canvas: skia.Canvas,
    name: str,
    *,
    base: float,
    heights: tuple[float, float],
    widths: tuple[float, float],
    far: float,
    local: str = "#7c8aa8",
    windows: bool = True,
    span: tuple[float, float] = (-20.0, PLATE_WIDTH + 20),
) -> None:
    """Paints a row of high buildings whose feet are at `base` or below.

    Args:
        stage: The light.
        canvas: Takes design units.
        name: Of the row: each has a layout of its own.
        base: Design y of the street they stand in.
        heights: Lowest and highest.
        widths: Narrowest and widest.
        far: Distance, 0 to 1.
        local: Their mean colour in white light.
        windows: Whether they are near enough to show windows.
        span: Design x of the row's ends.
    """
    rng = stage.rng(f"towers:{name}")
    dark_windows, lit_windows = skia.Path(), skia.Path()
    x = span[0]
    while x < span[1]:
        width, height = rng.uniform(*widths), rng.uniform(*heights) * rng.uniform(0.75, 1.0)
        wall = stage.ink(ink.mix(local, rng.choice(("#b9a79a", "#5f6d92", "#9aa7b4")), 0.45), far)
        top = base - height
        body = skia.Rect.MakeLTRB(x, top, x + width, base + 4)
        foot = stage.hazed(wall, min(1.0, far * 0.7 + 0.2))
        canvas.drawRect(body, ink.linear((0, top), (0, base), [wall, foot]))
        _lit_edge(stage, canvas, body, far)
        _roof(stage, canvas, rng, body, wall)
        if windows:
            _windows(stage, name, body, dark_windows, lit_windows)
        x += width + rng.choice((-4, 0, 0, 5, 14))
    if windows:
        pane = stage.hazed(ink.shade(stage.ink(local), 0.25), far)
        canvas.drawPath(dark_windows, ink.fill(pane, 120))
        canvas.drawPath(lit_windows, ink.fill(ink.mix(stage.glow, stage.palette.fog, far * 0.35), 235))


def _lit_edge(stage: Stage, canvas: skia.Canvas, body: skia.Rect, far: float) -> None:
    """The sun's side of a wall, or the shadowed one on grey days."""
    share = body.width() * 0.24
    left = body.left() if stage.sun_side < 0 else body.right() - share
    edge = skia.Rect.MakeXYWH(left, body.top(), share, body.height())
    alpha = 80 if stage.sunny else 24
    light = [ink.colour(stage.key, alpha), ink.colour(stage.key, 0)]
    canvas.drawRect(edge, ink.linear((0, body.top()), (0, body.bottom()), light))


def _roof(stage: Stage, canvas: skia.Canvas, rng: random.Random, body: skia.Rect, wall: int) -> None:
    kind = rng.random()
    middle, top, width = body.centerX(), body.top(), body.width()
    if kind < 0.34:
        canvas.drawRect(skia.Rect.MakeXYWH(middle - width * 0.2, top - 9, width * 0.32, 10), ink.fill(wall))
    elif kind < 0.5:
        canvas.drawLine(middle, top - 30, middle, top, ink.stroke(wall, 2))
        if stage.palette.lamps:
            glow(canvas, (middle, top - 30), 12, "#ff5a5a", 170)
            canvas.drawCircle(middle, top - 30, 2, ink.fill("#ff8a80"))
    elif kind < 0.62:
        steps = skia.Rect.MakeXYWH(body.left() + width * 0.2, top - 14, width * 0.6, 16)
        canvas.drawRect(steps, ink.fill(wall))
    if stage.snowy:
        canvas.drawRect(skia.Rect.MakeXYWH(body.left(), top - 2, width, 4), ink.fill(stage.snow(0.3)))


def _windows(
    stage: Stage,
    name: str,
    body: skia.Rect,
    dark: skia.Path,
    lit: skia.Path,
) -> None:
    rng = stage.rng(f"windows:{name}:{round(body.left())}")
    lamps = stage.rng(f"lamps:{name}:{round(body.left())}")
    pitch_x, pitch_y = rng.choice(((11, 15), (9, 13), (14, 12)))
    share = stage.palette.lit
    band = rng.random() < 0.25
    rows = max(0, int((body.height() - 16) / pitch_y))
    columns = max(1, int((body.width() - 10) / pitch_x))
    left = body.left() + (body.width() - columns * pitch_x) / 2
    for row in range(rows):
        y = body.top() + 10 + row * pitch_y
        if band:
            target = lit if lamps.random() < share * 0.7 else dark
            target.addRect(skia.Rect.MakeXYWH(left, y, columns * pitch_x - 4, pitch_y * 0.42))
            continue
        for column in range(columns):
            target = lit if lamps.random() < share else dark
            target.addRect(skia.Rect.MakeXYWH(left + column * pitch_x + 1, y, pitch_x * 0.58, pitch_y * 0.55))


def roofs(
    stage: Stage,
    canvas: skia.Canvas,
    name: str,
    *,
    base: float,
    size: float,
    far: float,
    span: tuple[float, float] = (-20.0, PLATE_WIDTH + 20),
) -> None:
    """Paints a row of small houses with pitched roofs; `size` is a wall's height in design units."""
    rng = stage.rng(f"roofs:{name}")
    lamps = stage.rng(f"lamps:{name}")
    x = span[0]
    while x < span[1]:
        width = size * rng.uniform(1.5, 2.6)
        height = size * rng.uniform(0.8, 1.35)
        wall = stage.ink(rng.choice(("#e9e0d0", "#d9cbb8", "#c9d0d4", "#e6d2c0")), far)
        roof = stage.ground(rng.choice(("#5b6b84", "#8a5a4e", "#4e5a62", "#7a6a5c")), far)
        top = base - height
        canvas.drawRect(skia.Rect.MakeXYWH(x, top, width, height + 4), ink.fill(wall))
        eaves, ridge = size * 0.16, size * rng.uniform(0.45, 0.7)
        pitched = [
            (x - eaves, top),
            (x + width * 0.18, top - ridge),
            (x + width * 0.82, top - ridge),
            (x + width + eaves, top),
        ]
        canvas.drawPath(
            ink.polygon(pitched), ink.linear((0, top - ridge), (0, top), [ink.lighten(roof, 0.1), roof])
        )
        panes = max(1, int(width / size))
        for pane in range(panes):
            lit = lamps.random() < stage.palette.lit * 1.2
            colour = stage.glow if lit else ink.shade(wall, 0.45)
            spot = skia.Rect.MakeXYWH(
                x + width * (pane + 0.5) / panes - size * 0.16, top + height * 0.25, size * 0.32, size * 0.34
            )
            if lit:
                glow(canvas, (spot.centerX(), spot.centerY()), size * 0.9, stage.glow, 80)
            canvas.drawRect(spot, ink.fill(colour))
        x += width + size * rng.uniform(-0.1, 0.9)

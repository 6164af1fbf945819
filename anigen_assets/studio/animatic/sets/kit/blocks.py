"""High buildings of a city's heart: glass fronts, shop floors, screens and columns of neon."""

from __future__ import annotations

import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.fixtures import streak
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool
from anigen_assets.studio.animatic.sets.kit.signs import SHOP_SIGNS, across, down
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage

_WALLS = ("#9fb2c8", "#b8b4b0", "#8a9ab0", "#c8beb2", "#7f8ea4", "#a8b8c0")
_NEON = ("#ff4f7a", "#3fc8ff", "#ffcf3f", "#7dff9a", "#ff8a4a", "#b88aff")
_SCREENS = ("未来", "星空", "音楽", "映画", "新発売", "祭")


def block(
    build: Builder,
    rng: random.Random,
    side: int,
    x: tuple[float, float],
    size: tuple[float, float],
) -> None:
    """A high building with a glass grid, shop floor, screen and neon; `size` is (depth, height)."""
    near, high = size
    stage, view, canvas = build.stage, build.view, build.canvas
    far = 0.16 if near > 15 else 0.06
    wall = stage.ink(rng.choice(_WALLS), far)
    span = (x[0], x[1]) if side > 0 else (-x[1], -x[0])
    build.box(span, (0, high), (near, near + 6), wall, line=False)
    front = view.front(span[0], span[1], 0, high, near)
    canvas.drawRect(
        front,
        ink.linear(
            (0, max(front.top(), 0)), (0, front.bottom()), [ink.lighten(wall, 0.04), ink.shade(wall, 0.22)]
        ),
    )
    _grid(stage, build, rng, span, (3.0, high - 0.4), near)
    corner = x[0] * side
    side_face = view.side(corner, 0, high, near, near + 6)
    tone = ink.shade(wall, 0.12 if side * stage.sun_side < 0 else 0.3)
    canvas.drawPath(side_face, ink.fill(tone))
    _side_windows(stage, build, (corner, high), near, far)
    _shop_floor(stage, build, span, near)
    _screen(stage, build, rng, span, near)
    _neon_column(stage, build, rng, side, (corner, near))
    if stage.snowy:
        build.snow_cap(span, high, near, 0.2)


def _side_windows(stage: Stage, build: Builder, wall: tuple[float, float], near: float, far: float) -> None:
    """Bands of glass on the face that recedes, some of them lit."""
    x, high = wall
    lit, dark = skia.Path(), skia.Path()
    lamps = stage.rng(f"side:{x:.2f}:{near}", sky=True)
    level = 3.2
    while level < high - 0.6:
        for bay in range(4):
            start = near + 0.3 + bay * 1.4
            pane = build.view.side(x, level, level + 0.66, start, start + 1.28)
            (lit if lamps.random() < stage.palette.lit else dark).addPath(pane)
        level += 1.15
    glass = ink.mix(stage.ink("#6a86a4", far), stage.palette.sky[2], 0.3)
    build.canvas.drawPath(dark, ink.fill(ink.mix(glass, stage.palette.dark, 0.2)))
    build.canvas.drawPath(lit, ink.fill(ink.mix(stage.glow, glass, 0.22)))


def _grid(
    stage: Stage,
    build: Builder,
    rng: random.Random,
    x: tuple[float, float],
    y: tuple[float, float],
    z: float,
) -> None:
    lit, dark = skia.Path(), skia.Path()
    lamps = stage.rng(f"grid:{x[0]:.2f}:{z}", sky=True)
    columns, pitch_y = max(4, int((x[1] - x[0]) / 0.85)), 1.15
    pitch_x = (x[1] - x[0]) / columns
    level = y[0] + 0.3
    while level + 0.9 < y[1]:
        for column in range(columns):
            left = x[0] + (column + 0.14) * pitch_x
            pane = build.view.front(left, left + pitch_x * 0.74, level, level + 0.72, z)
            (lit if lamps.random() < stage.palette.lit else dark).addRect(pane)
        level += pitch_y
    glass = ink.mix(stage.ink("#5f7d9c", 0.1), stage.palette.sky[2], 0.36)
    low = ink.mix(glass, stage.palette.dark, 0.22)
    bounds = build.view.front(x[0], x[1], y[0], y[1], z)
    build.canvas.drawPath(dark, ink.linear((0, bounds.top()), (0, bounds.bottom()), [glass, low]))
    build.canvas.drawPath(
        lit, ink.fill(ink.mix(ink.lighten(stage.glow, 0.1), "#dff0ff", rng.choice((0.0, 0.35))))
    )


def _shop_floor(stage: Stage, build: Builder, x: tuple[float, float], z: float) -> None:
    """Glass shops at street level under a light canopy."""
    lit = stage.palette.lamps
    inside = ink.lighten(stage.glow, 0.25) if lit else stage.ink("#93a8b4", 0.05)
    area = build.view.front(x[0] + 0.2, x[1] - 0.2, 0.1, 2.5, z)
    build.canvas.drawRect(
        area, ink.linear((0, area.top()), (0, area.bottom()), [inside, ink.shade(inside, 0.25)])
    )
    mullions = skia.Path()
    left = x[0] + 0.2
    while left < x[1]:
        mullions.addRect(build.view.front(left, left + 0.07, 0.1, 2.5, z))
        left += 0.9
    build.canvas.drawPath(mullions, ink.fill(stage.ink("#3f4650")))
    build.box(x, (2.55, 2.8), (z - 0.5, z), stage.ink("#4f5864"), line=False)
    if lit:
        pool(build.canvas, (area.centerX(), area.bottom() + 8), (area.width() * 0.7, 26), stage.glow, 110)
        streak(build, (x[0] + x[1]) / 2, (0.2, 2.4), z, stage.glow, alpha=90)


def _screen(stage: Stage, build: Builder, rng: random.Random, x: tuple[float, float], z: float) -> None:
    """A bright advertising screen on the front."""
    middle = (x[0] + x[1]) / 2 * 0.86
    hue, word = rng.choice(_NEON), rng.choice(_SCREENS)
    rect = build.view.front(middle - 1.5, middle + 1.5, 3.6, 5.6, z - 0.05)
    build.canvas.drawRect(rect.makeOutset(5, 5), ink.fill(stage.ink("#2a2e38")))
    dull = 0.0 if stage.palette.lamps else 0.22
    inks = [ink.mix(hue, "#ffffff", 0.15), ink.mix(hue, "#2a2a6a", 0.55)]
    tones: list[ink.Ink] = [ink.mix(tone, stage.palette.fog, dull) for tone in inks]
    build.canvas.drawRect(rect, ink.linear((rect.left(), rect.top()), (rect.right(), rect.bottom()), tones))
    size = rect.height() * (0.42 if len(word) < 3 else 0.3)
    across(
        build.canvas, word, (rect.centerX(), rect.centerY() + size * 0.36), size, ink.colour("#ffffff", 235)
    )
    if stage.palette.lamps:
        glow(build.canvas, (rect.centerX(), rect.centerY()), rect.width() * 0.95, hue, 90)
        streak(build, middle, (2.6, 5.2), z, hue, alpha=120)


def _neon_column(
    stage: Stage, build: Builder, rng: random.Random, side: int, place: tuple[float, float]
) -> None:
    """A column of signs at the corner, one word each floor."""
    corner, z = place
    left = corner - 0.9 if side > 0 else corner
    words = list(SHOP_SIGNS)
    rng.shuffle(words)
    level = 3.0
    for word in words[:3]:
        high = 0.3 + 0.62 * len(word)
        hue = rng.choice(_NEON)
        rect = build.view.front(left, left + 0.9, level, level + high, z - 0.1)
        lit = stage.palette.lamps
        back = (
            ink.mix("#20222e", stage.palette.dark, 0.3)
            if lit
            else stage.ink(ink.mix(hue, "#55506a", 0.5), 0.1)
        )
        if lit:
            glow(build.canvas, (rect.centerX(), rect.centerY()), rect.height(), hue, 110)
        build.canvas.drawRoundRect(rect, 3, 3, ink.fill(back))
        tone = ink.lighten(hue, 0.3) if lit else stage.ink("#ffffff")
        build.canvas.drawRoundRect(rect.makeInset(2, 2), 3, 3, ink.stroke(tone, 1.8))
        unit = build.view.scale(z)
        down(build.canvas, word, (rect.centerX(), rect.top() + unit * 0.12), unit * 0.56, tone)
        level += high + 0.25

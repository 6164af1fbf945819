"""Trees, bushes and grass: clumps of leaves in three tones, lit from the sun's side, powdered by snow."""

from __future__ import annotations

import math
import random
from functools import cache

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.plate import FRAME_HEIGHT

Mass = tuple[float, float, float]
"""Centre and radius of a clump of leaves in design units; a negative radius stands on its head."""
_VARIANTS = 5


@cache
def _clump(variant: int) -> skia.Path:
    """A ragged round mass of leaves of radius 1."""
    rng = random.Random(f"clump:{variant}")
    lobes = 19
    outline = skia.Path()
    for index in range(lobes + 1):
        angle = (index + rng.uniform(-0.25, 0.25)) / lobes * math.tau if index < lobes else math.tau
        radius = rng.uniform(0.84, 1.02)
        x, y = math.cos(angle) * radius, math.sin(angle) * radius * 0.86
        if index == 0:
            outline.moveTo(x, y)
            first = (x, y)
            continue
        if index == lobes:
            x, y = first
        between = (index - 0.5) / lobes * math.tau
        reach = rng.uniform(1.08, 1.26)
        outline.quadTo(math.cos(between) * reach, math.sin(between) * reach * 0.86, x, y)
    outline.close()
    return outline


@cache
def _dabs(variant: int) -> skia.Path:
    """Loose leaves over the upper part of a clump of radius 1."""
    rng = random.Random(f"dabs:{variant}")
    leaves = skia.Path()
    for _ in range(26):
        angle, reach = rng.uniform(-math.pi * 1.02, math.pi * 0.02), rng.random() ** 0.55 * 0.98
        x, y = math.cos(angle) * reach, math.sin(angle) * reach * 0.84
        turn, size = rng.uniform(0, math.tau), rng.uniform(0.09, 0.19)
        dx, dy = math.cos(turn) * size, math.sin(turn) * size
        leaves.moveTo(x - dx, y - dy)
        leaves.quadTo(x - dy * 0.6, y + dx * 0.6, x + dx, y + dy)
        leaves.quadTo(x + dy * 0.6, y - dx * 0.6, x - dx, y - dy)
    return leaves


def _stamp(canvas: skia.Canvas, outline: skia.Path, mass: Mass, paint: skia.Paint) -> None:
    x, y, size = mass
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(abs(size), size)
    canvas.drawPath(outline, paint)
    canvas.restore()


def foliage(
    stage: Stage,
    canvas: skia.Canvas,
    rng: random.Random,
    masses: list[Mass],
    *,
    local: str,
    far: float = 0.0,
    dabbed: bool = True,
) -> None:
    """Paints masses of leaves as one crown.

    Args:
        stage: The light.
        canvas: Takes design units.
        rng: Picks among the shapes.
        masses: In any order.
        local: Colour of the leaves in white light.
        far: Distance, 0 to 1.
        dabbed: Whether single leaves are seen.
    """
    middle = stage.leaves(local, far)
    deep = ink.mix(ink.shade(middle, 0.42), stage.palette.fog, far * 0.3)
    warm = ink.mix(middle, stage.key, 0.34 if stage.sunny else 0.16)
    if stage.powdered:
        warm = stage.snow(far)
    side = stage.sun_side * 0.16
    ordered = sorted(masses, key=lambda mass: mass[1])
    for x, y, radius in ordered:
        behind = x, y + radius * 0.12, radius
        _stamp(canvas, _clump(rng.randrange(_VARIANTS)), behind, ink.fill(deep))
    for x, y, radius in ordered:
        variant = rng.randrange(_VARIANTS)
        lit = x + side * radius * 0.6, y - radius * 0.08, radius * 0.86
        _stamp(canvas, _clump(variant), lit, ink.linear((0, -0.5), (0, 1.1), [middle, deep]))
        if dabbed:
            loose = x + side * radius, y - radius * 0.14, radius * 0.92
            below = x - side * radius * 0.5, y + radius * 0.1, -radius * 0.84
            _stamp(canvas, _dabs(variant), below, ink.fill(deep, 120))
            _stamp(canvas, _dabs(variant), loose, ink.fill(warm, 215))
        else:
            crest = x + side * radius * 1.6, y - radius * 0.3, radius * 0.5
            _stamp(canvas, _clump(variant), crest, ink.fill(warm, 120))


def tree(
    stage: Stage,
    canvas: skia.Canvas,
    rng: random.Random,
    foot: ink.Point,
    height: float,
    *,
    local: str = "#4f8f4a",
    bark: str = "#6a4c3e",
    far: float = 0.0,
    spread: float = 0.36,
) -> None:
    """Paints a broad-leaved tree whose `foot` is given."""
    trunk(stage, canvas, rng, foot, height, bark=bark, far=far)
    x, base = foot
    masses = [(x, base - height * 0.84, height * 0.20)]
    for step in range(7):
        turn = (step + rng.uniform(-0.2, 0.2)) / 7 * math.tau
        masses.append(
            (
                x + math.cos(turn) * height * spread * rng.uniform(0.6, 0.85),
                base - height * (0.68 + 0.17 * math.sin(turn)),
                height * rng.uniform(0.14, 0.20),
            )
        )
    masses.append((x, base - height * 0.66, height * 0.22))
    foliage(stage, canvas, rng, masses, local=local, far=far, dabbed=far < 0.35)


def trunk(
    stage: Stage,
    canvas: skia.Canvas,
    rng: random.Random,
    foot: ink.Point,
    height: float,
    *,
    bark: str = "#6a4c3e",
    far: float = 0.0,
) -> None:
    """Paints a trunk that forks at two thirds of the tree's height."""
    colour = stage.ink(bark, far)
    x, base = foot
    half, lean = height * 0.035, rng.uniform(-0.03, 0.03) * height
    fork, crown = base - height * 0.5, base - height * 0.75
    left, right = x + lean - height * 0.14, x + lean + height * 0.14
    shape = ink.path(
        f"M {x - half * 2} {base} Q {x - half * 0.9} {base - height * 0.12} {x - half * 0.8 + lean} {fork} "
        f"L {left - half * 0.3} {crown} L {left + half * 0.3} {crown} L {x + lean} {fork - height * 0.09} "
        f"L {right - half * 0.3} {crown} L {right + half * 0.3} {crown} "
        f"L {x + half * 0.9 + lean} {fork} Q {x + half} {base - height * 0.12} {x + half * 2.2} {base} Z"
    )
    stops = [ink.lighten(colour, 0.10), colour, ink.shade(colour, 0.4)]
    if stage.sun_side > 0:
        stops.reverse()
    canvas.drawPath(shape, ink.linear((x - half * 1.6, 0), (x + half * 1.8, 0), stops, [0.0, 0.4, 1.0]))


def conifer(
    stage: Stage,
    canvas: skia.Canvas,
    rng: random.Random,
    foot: ink.Point,
    height: float,
    *,
    local: str = "#2f5f4c",
    far: float = 0.0,
) -> None:
    """Paints a cedar: tiers of drooping boughs."""
    x, base = foot
    middle = stage.leaves(local, far)
    deep, warm = ink.shade(middle, 0.34), ink.mix(middle, stage.key, 0.25 if stage.sunny else 0.1)
    if stage.powdered:
        warm = stage.snow(far)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - height * 0.016, base - height * 0.16, height * 0.032, height * 0.16),
        ink.fill(stage.ink("#5a4238", far)),
    )
    tiers = 8
    dark, light = skia.Path(), skia.Path()
    for tier in range(tiers):
        share = tier / (tiers - 1)
        y = base - height * (0.08 + 0.74 * share)
        reach = height * 0.22 * (1 - 0.86 * share) * rng.uniform(0.88, 1.1)
        drop, tip = height * 0.06 * (1 - 0.5 * share), y - height * 0.19 * (1 - 0.35 * share)
        dark.moveTo(x, tip)
        dark.quadTo(x - reach * 0.4, y - drop * 0.9, x - reach, y + drop * rng.uniform(0.6, 1.2))
        dark.quadTo(x - reach * 0.62, y + drop * 0.3, x - reach * 0.45, y + drop * 0.9)
        dark.quadTo(x - reach * 0.2, y + drop * 0.2, x, y + drop)
        dark.quadTo(x + reach * 0.2, y + drop * 0.2, x + reach * 0.45, y + drop * 0.9)
        dark.quadTo(x + reach * 0.62, y + drop * 0.3, x + reach, y + drop * rng.uniform(0.6, 1.2))
        dark.quadTo(x + reach * 0.4, y - drop * 0.9, x, tip)
        side = stage.sun_side
        light.moveTo(x, tip)
        light.quadTo(x + side * reach * 0.42, y - drop * 0.8, x + side * reach * 0.9, y + drop * 0.6)
        light.quadTo(x + side * reach * 0.45, y - drop * 0.1, x + side * reach * 0.1, y - drop * 0.4)
        light.close()
    dark.setFillType(skia.PathFillType.kWinding)
    canvas.drawPath(dark, ink.linear((0, base - height), (0, base), [middle, deep]))
    canvas.drawPath(light, ink.fill(warm, 150))


def bushes(
    stage: Stage,
    canvas: skia.Canvas,
    name: str,
    *,
    base: float,
    size: float,
    span: tuple[float, float],
    local: str = "#4f8a4c",
    far: float = 0.0,
) -> None:
    """Paints a hedge of clumps whose foot is at `base`."""
    rng = stage.rng(f"bushes:{name}")
    masses = []
    x = span[0]
    while x < span[1]:
        radius = size * rng.uniform(0.7, 1.15)
        masses.append((x, base - radius * rng.uniform(0.45, 0.75), radius))
        x += radius * rng.uniform(0.8, 1.3)
    foliage(stage, canvas, rng, masses, local=local, far=far, dabbed=size > 26 and far < 0.4)


def grass(
    stage: Stage,
    canvas: skia.Canvas,
    name: str,
    *,
    base: float,
    height: float,
    span: tuple[float, float],
    local: str = "#5f9a4c",
    far: float = 0.0,
    density: float = 1.0,
) -> None:
    """Paints blades that stand along `base`, dark ones behind light ones."""
    rng = stage.rng(f"grass:{name}")
    middle = stage.leaves(local, far)
    for tone, share in (
        (ink.shade(middle, 0.3), 1.0),
        (middle, 0.82),
        (ink.mix(middle, stage.key, 0.25), 0.55),
    ):
        blades = skia.Path()
        for _ in range(int((span[1] - span[0]) / height * 4.2 * density * share)):
            x, tall = rng.uniform(*span), height * rng.uniform(0.45, 1.0) * share
            bend, half = rng.uniform(-0.45, 0.45) * tall, max(1.0, height * 0.045)
            foot = min(base + rng.uniform(0, height * 0.12), FRAME_HEIGHT + 4)
            blades.moveTo(x - half, foot)
            blades.quadTo(x - half * 0.4 + bend * 0.2, foot - tall * 0.6, x + bend, foot - tall)
            blades.quadTo(x + half * 0.8 + bend * 0.2, foot - tall * 0.55, x + half, foot)
        canvas.drawPath(blades, ink.fill(tone))

"""The shapes hair is made of: fringes of pointed locks, hanging strands, the broken ring of light.

Shapes only; which style has which is said in `hair_styles`, and painting is in `hair_front` and `hair_back`.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import skia

from anigen_assets.studio.animatic.figures.brush import limb
from anigen_assets.studio.animatic.figures.view import View
from anigen_assets.studio.animatic.ink import Point


@dataclass(frozen=True)
class Lock:
    """One pointed lock of a fringe, from the viewer's right to left.

    Attributes:
        tip: Where it ends.
        valley: Where the gap to the next lock begins.
        plump: How far its sides bulge, as a share of its width.
    """

    tip: Point
    valley: Point
    plump: float = 0.2


@dataclass(frozen=True)
class Placed:
    """A lock on the turned head: the gap before it, its tip, and the gap after it."""

    before: Point
    tip: Point
    after: Point


def place(locks: tuple[Lock, ...], start: Point, end: Point, view: View, sway: random.Random) -> list[Placed]:
    """Lay a fringe on the turned head, each tip a little its own way."""
    placed = []
    before = (view.on_head(start[0]), start[1])
    for index, lock in enumerate(locks):
        last = index == len(locks) - 1
        edge = abs(lock.tip[0]) > 78
        tip_x = lock.tip[0] + sway.uniform(-4, 4) * (0.3 if edge else 1.0)
        tip = (view.on_head(tip_x), lock.tip[1] + sway.uniform(-4, 4))
        valley = end if last else lock.valley
        after = (view.on_head(valley[0]), valley[1] + (0 if last else sway.uniform(-3, 3)))
        placed.append(Placed(before, tip, after))
        before = after
    return placed


def fringe(shape: skia.Path, placed: list[Placed], plump: float = 0.2) -> None:
    """Continue a shape, which stands at the first gap, along the tips of a fringe."""
    for lock in placed:
        _edge(shape, lock.before, lock.tip, plump)
        _edge(shape, lock.tip, lock.after, plump * 0.8)


def _edge(shape: skia.Path, start: Point, end: Point, plump: float) -> None:
    """One side of a lock: hangs first, then bends to where it ends."""
    down = end[1] > start[1]
    high, low = (start, end) if down else (end, start)
    bend = (
        high[0] + (low[0] - high[0]) * (0.18 - plump * 0.5),
        high[1] + (low[1] - high[1]) * (0.58 + plump * 0.5),
    )
    shape.quadTo(*bend, *end)


def hanging(points: list[Point], half_width: float, tip: float = 0.5) -> skia.Path:
    """A strand through the points, widest at a third of its length, pointed at its end."""
    count = len(points) - 1
    tube = []
    for index, (x, y) in enumerate(points):
        share = index / count
        swell = (
            0.72 + 0.28 * math.sin(min(1.0, share * 2.4) * math.pi / 2)
            if share < 0.45
            else (1 - share) / 0.55
        )
        tube.append((x, y, max(tip, half_width * max(0.0, min(1.0, swell)) ** 0.8)))
    return limb(tube)


def ring(view: View, chance: random.Random, top: float, reach: float, part: float) -> skia.Path:
    """The broken ring of light around a head: hanging teeth under a ragged upper edge.

    Args:
        view: The head's turn; the light stays, the strands move.
        chance: Varies the teeth.
        top: Height of the ring over the middle of the head.
        reach: Half width of the ring.
        part: Where the ring is interrupted, -1 to 1.
    """
    shape = skia.Path()
    for left, right in ((-1.0, part - 0.1), (part + 0.1, 1.0)):
        count = round((right - left) * 8)
        if count < 2:
            continue
        band = [left + (right - left) * index / count for index in range(count + 1)]
        upper = [_on_ring(view, u, top, reach, 0.0) for u in band]
        thick = [8 * math.sin(math.pi * index / count) ** 0.5 for index in range(count + 1)]
        lower = [_on_ring(view, u, top + t, reach, 0.01) for u, t in zip(band, thick, strict=True)]
        shape.moveTo(*upper[0])
        for index in range(count):
            fade = math.sin(math.pi * (index + 0.5) / count)
            _tooth(shape, upper[index], upper[index + 1], -chance.uniform(3, 13) * fade)
        shape.lineTo(*lower[-1])
        for index in range(count, 0, -1):
            fade = math.sin(math.pi * (index - 0.5) / count)
            _tooth(shape, lower[index], lower[index - 1], chance.uniform(6, 24) * fade)
        shape.close()
    return shape


def _on_ring(view: View, u: float, top: float, reach: float, spread: float) -> Point:
    return view.x(u * reach * (1 + spread), 40 * math.sqrt(max(0.0, 1 - u * u))), top + 32 * u * u


def _tooth(shape: skia.Path, start: Point, end: Point, length: float) -> None:
    """A slender point between two places of the ring's edge."""
    middle_x, middle_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    shape.quadTo(middle_x, middle_y, middle_x * 1.01, middle_y + length)
    shape.quadTo(middle_x, middle_y, *end)

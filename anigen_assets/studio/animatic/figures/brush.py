"""The strokes of cel painting: filled and outlined shapes, clipped shadows, tapering lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import skia

from anigen_assets.studio.animatic.ink import Ink, Point, fill, path, stroke

Warp = Callable[[float, float], Point]


@dataclass(frozen=True)
class Brush:
    """A canvas and the weight of its lines.

    Attributes:
        canvas: Where to paint.
        weight: Scales the width of every line; above 1 for figures that are shown small.
        fine: Whether details too small for a wide shot are painted.
        warp: Where a point of a shape goes before it is painted; lets one pattern of clothes fit all bodies.
        dots: Scales the radius of dots, which are not warped.
    """

    canvas: skia.Canvas
    weight: float = 1.0
    fine: bool = True
    warp: Warp | None = None
    dots: float = 1.0

    def fitted(self, warp: Warp) -> Brush:
        """Returns a brush whose shapes go through `warp`; gradients are not moved."""
        return replace(self, warp=warp)

    def fit(self, shape: skia.Path) -> skia.Path:
        """Returns a shape after the brush's warp."""
        if self.warp is None:
            return shape
        fitted = skia.Path()
        for verb, points in shape:
            moved = [number for point in points[1:] for number in self.warp(point.x(), point.y())]
            if verb == skia.Path.kMove_Verb:
                fitted.moveTo(*self.warp(points[0].x(), points[0].y()))
            elif verb == skia.Path.kLine_Verb:
                fitted.lineTo(*moved)
            elif verb == skia.Path.kQuad_Verb:
                fitted.quadTo(*moved)
            elif verb == skia.Path.kCubic_Verb:
                fitted.cubicTo(*moved)
            elif verb == skia.Path.kClose_Verb:
                fitted.close()
        fitted.setFillType(shape.getFillType())
        return fitted

    def cel(
        self, shape: skia.Path, paint: skia.Paint | Ink, line: Ink | None = None, width: float = 3.0
    ) -> None:
        """Paint a shape and outline it."""
        shape = self.fit(shape)
        self.canvas.drawPath(shape, paint if isinstance(paint, skia.Paint) else fill(paint))
        if line is not None:
            self.canvas.drawPath(shape, stroke(line, width * self.weight))

    def paint(self, shape: skia.Path, ink: Ink, alpha: int | None = None, blur: float = 0.0) -> None:
        """Paint a shape without an outline."""
        self.canvas.drawPath(self.fit(shape), fill(ink, alpha, blur=blur))

    def line(self, shape: skia.Path, ink: Ink, width: float = 2.4, alpha: int | None = None) -> None:
        """Draw a line of one width."""
        self.canvas.drawPath(self.fit(shape), stroke(ink, width * self.weight, alpha))

    def taper(
        self, start: Point, bend: Point, end: Point, ink: Ink, width: float = 3.0, alpha: int | None = None
    ) -> None:
        """Draw a curved line that is thickest in its middle and thin at both ends."""
        if self.warp is not None:
            start, bend, end = self.warp(*start), self.warp(*bend), self.warp(*end)
        self.canvas.drawPath(taper(start, bend, end, width * self.weight), fill(ink, alpha))

    def dot(self, x: float, y: float, radius: float, ink: Ink, alpha: int | None = None) -> None:
        """Paint a disc."""
        if self.warp is not None:
            x, y = self.warp(x, y)
        self.canvas.drawCircle(x, y, radius * self.dots, fill(ink, alpha))

    @contextmanager
    def inside(self, shape: skia.Path) -> Iterator[None]:
        """Keep everything painted in the block inside a shape."""
        self.canvas.save()
        self.canvas.clipPath(self.fit(shape), doAntiAlias=True)
        yield
        self.canvas.restore()

    @contextmanager
    def at(
        self, x: float, y: float, degrees: float = 0.0, scale: tuple[float, float] = (1.0, 1.0)
    ) -> Iterator[None]:
        """Paint the block around another origin, turned and scaled."""
        self.canvas.save()
        self.canvas.translate(x, y)
        if degrees:
            self.canvas.rotate(degrees)
        if scale != (1.0, 1.0):
            self.canvas.scale(*scale)
        yield
        self.canvas.restore()


def faceted(shape: skia.Path, steps: int = 20) -> skia.Path:
    """Returns a shape whose curves are short straight lines.

    Skia flattens a curve anew between the edges of a clip, which moves it by a fraction of a pixel. Straight
    lines stay where they are, so an outline that runs through a patch is the same inside and outside it.
    """
    lines = skia.Path()
    for verb, points in shape:
        places = [(point.x(), point.y()) for point in points]
        if verb == skia.Path.kMove_Verb:
            lines.moveTo(*places[0])
        elif verb == skia.Path.kLine_Verb:
            lines.lineTo(*places[1])
        elif verb == skia.Path.kClose_Verb:
            lines.close()
        else:
            for step in range(1, steps + 1):
                lines.lineTo(*_on_curve(places, step / steps))
    return lines


def _on_curve(points: list[Point], share: float) -> Point:
    """The point at `share` of a quadratic or cubic Bezier curve."""
    rest = 1 - share
    if len(points) == 3:
        weights: tuple[float, ...] = (rest * rest, 2 * rest * share, share * share)
    else:
        weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    return (
        sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
    )


def taper(start: Point, bend: Point, end: Point, width: float) -> skia.Path:
    """Returns a thin leaf along the curve from `start` over `bend` to `end`, `width` at its middle."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = math.hypot(along_x, along_y) or 1.0
    # A quadratic curve reaches half-way to its control point, so the sides part by the whole width there.
    out_x, out_y = -along_y / length * width, along_x / length * width
    leaf = skia.Path()
    leaf.moveTo(*start)
    leaf.quadTo(bend[0] + out_x, bend[1] + out_y, *end)
    leaf.quadTo(bend[0] - out_x, bend[1] - out_y, *start)
    leaf.close()
    return leaf


def crescent(shape: skia.Path, away_x: float, away_y: float) -> skia.Path:
    """Returns the part of a shape that the shape moved by (`away_x`, `away_y`) leaves bare."""
    moved = skia.Path(shape)
    moved.offset(away_x, away_y)
    return skia.Op(shape, moved, skia.kDifference_PathOp)


def limb(points: list[tuple[float, float, float]]) -> skia.Path:
    """Returns a rounded tube through (x, y, half width) points: sleeves, legs, tails of hair."""
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y, half) in enumerate(points):
        before = points[max(0, index - 1)]
        after = points[min(len(points) - 1, index + 1)]
        along_x, along_y = after[0] - before[0], after[1] - before[1]
        length = math.hypot(along_x, along_y) or 1.0
        out_x, out_y = -along_y / length * half, along_x / length * half
        left.append((x + out_x, y + out_y))
        right.append((x - out_x, y - out_y))
    return _through(left, right[::-1])


def _through(there: list[Point], back: list[Point]) -> skia.Path:
    """A closed outline: smooth along `there`, straight over to `back`, smooth along it, and home."""
    shape = skia.Path()
    shape.moveTo(*there[0])
    for side, points in enumerate((there, back)):
        if side:
            shape.lineTo(*points[0])
        for index in range(len(points) - 1):
            here, following = points[index], points[index + 1]
            before = points[max(0, index - 1)]
            after = points[min(len(points) - 1, index + 2)]
            shape.cubicTo(
                here[0] + (following[0] - before[0]) / 6,
                here[1] + (following[1] - before[1]) / 6,
                following[0] - (after[0] - here[0]) / 6,
                following[1] - (after[1] - here[1]) / 6,
                *following,
            )
    shape.close()
    return shape


def sparkle(x: float, y: float, radius: float) -> skia.Path:
    """Returns a four-pointed star."""
    r = radius
    return path(
        f"M {x - r} {y} Q {x} {y} {x} {y - r} Q {x} {y} {x + r} {y} "
        f"Q {x} {y} {x} {y + r} Q {x} {y} {x - r} {y} Z"
    )

"""Strokes that all props share: a shaded solid with a tinted outline, a shine, a flat part."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.ink import Ink

OUTLINE = 4.5


def solid(canvas: skia.Canvas, shape: skia.Path, local: Ink, *, depth: float = 0.32) -> None:
    """Paints a body lit from the upper left, with an outline."""
    box = shape.computeTightBounds()
    paint = ink.linear(
        (box.left(), box.top()),
        (box.right(), box.bottom()),
        [ink.lighten(local, 0.22), ink.colour(local), ink.shade(local, depth)],
        [0.0, 0.42, 1.0],
    )
    canvas.drawPath(shape, paint)
    outline(canvas, shape, local)


def flat(canvas: skia.Canvas, shape: skia.Path, local: Ink, alpha: int | None = None) -> None:
    """Paints a part in one colour without an outline."""
    canvas.drawPath(shape, ink.fill(local, alpha))


def outline(canvas: skia.Canvas, shape: skia.Path, local: Ink, width: float = OUTLINE) -> None:
    """Draws a shape's edge in its own dark."""
    canvas.drawPath(shape, ink.stroke(ink.shade(local, 0.68), width))


def line(canvas: skia.Canvas, drawn: str, local: Ink, width: float = 3.0, alpha: int | None = None) -> None:
    """Draws a line given as path text."""
    canvas.drawPath(ink.path(drawn), ink.stroke(local, width, alpha))


def shine(canvas: skia.Canvas, drawn: str, width: float = 6.0, alpha: int = 170) -> None:
    """Draws a highlight."""
    canvas.drawPath(ink.path(drawn), ink.stroke("#ffffff", width, alpha))


def oval(x: float, y: float, radius_x: float, radius_y: float) -> skia.Path:
    """An ellipse as a path."""
    shape = skia.Path()
    shape.addOval(ink.oval(x, y, radius_x, radius_y))
    return shape


def block(x: float, y: float, width: float, height: float, radius: float = 0.0) -> skia.Path:
    """A rectangle with rounded corners, from its upper left corner."""
    shape = skia.Path()
    shape.addRoundRect(ink.rect(x, y, width, height), radius, radius)
    return shape

"""The signs of feeling: blush on the cheeks, sweat, tears, and the marks comics put around a head."""

from __future__ import annotations

import math

from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.animatic.figures.acting import EXPRESSIONS, Face
from anigen_assets.studio.animatic.figures.brush import Brush, sparkle
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import colour, path, radial

_WATER = "#bfe4ff"
_VEIN = "#dc3445"
_GLOW = "#fff0a0"


def paint_cheeks(brush: Brush, sitter: Sitter, face: Face) -> None:
    """Paint blush, pallor and tears: what lies on the skin under the features."""
    inks, view, eye = sitter.inks, sitter.view, sitter.anatomy.eye
    blush = EXPRESSIONS[face.emotion].blush * (0.72 if sitter.anatomy.masculine else 1.0)
    y = eye.y + eye.height * 0.7 + 19
    with brush.inside(sitter.face_outline):
        if face.emotion is Emotion.AFRAID:
            _pallor(brush, sitter)
        if blush > 0:
            for side in (-1, 1):
                _cheek(
                    brush, view.x(side * 55, 46), y, 27 * view.width(side * 55), int(175 * blush), inks.blush
                )
        if blush > 0.55 and brush.fine:
            for side in (-1, 1):
                for step in (-1, 0, 1):
                    x = view.x(side * 55 + step * 9, 46)
                    brush.line(
                        path(f"M {x + 2.5} {y - 5} L {x - 2.5} {y + 4}"), inks.lip, 1.9, int(60 + 110 * blush)
                    )
        if face.emotion is Emotion.EMBARRASSED:
            for step in range(-3, 4):
                x = view.x(step * 9, 70)
                brush.line(path(f"M {x + 2.5} {y - 9} L {x - 2.5} {y}"), inks.lip, 1.9, 120)


def _cheek(brush: Brush, x: float, y: float, radius: float, alpha: int, ink: int) -> None:
    with brush.at(x, y, scale=(1.0, 0.62)):
        paint = radial(
            (0, 0), radius, [colour(ink, alpha), colour(ink, int(alpha * 0.8)), colour(ink, 0)], [0, 0.45, 1]
        )
        brush.canvas.drawCircle(0, 0, radius, paint)


def _pallor(brush: Brush, sitter: Sitter) -> None:
    """The blue shade and its falling lines over a frightened brow."""
    view, inks = sitter.view, sitter.inks
    blue = inks.lit("#5a6fae", 0.5)
    paint = radial(
        (view.shift, -70), 150, [colour(blue, 150), colour(blue, 110), colour(blue, 0)], [0, 0.5, 1]
    )
    brush.canvas.drawRect((-120, -130, 120, 60), paint)
    for index, x in enumerate((-62, -50, -38, 34, 46, 58)):
        low = 2 + 9 * (index % 3)
        brush.line(path(f"M {view.x(x)} -60 L {view.x(x)} {low}"), blue, 1.8, 120)


def paint_signs(brush: Brush, sitter: Sitter, face: Face) -> None:
    """Paint the marks around the head, above everything else."""
    {
        Emotion.ANGRY: _vein,
        Emotion.SURPRISED: _start,
        Emotion.SAD: _tear,
        Emotion.AFRAID: _sweat,
        Emotion.EMBARRASSED: _sweat,
        Emotion.JOYFUL: _sparkles,
        Emotion.DETERMINED: _glint,
    }.get(face.emotion, _nothing)(brush, sitter)


def _nothing(brush: Brush, sitter: Sitter) -> None:
    """Calm faces have no marks."""


def _vein(brush: Brush, sitter: Sitter) -> None:
    ink = sitter.inks.lit(_VEIN, 0.4)
    for turn in range(4):
        with brush.at(sitter.view.x(76, 40), -96, 90 * turn + 12):
            brush.line(path("M 4.5 -17 Q 5.5 -5.5 17 -4.5"), ink, 4.6)


def _start(brush: Brush, sitter: Sitter) -> None:
    for degrees in (-66, -52, -38):
        x, y = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        line = path(f"M {146 * x} {160 * y} L {174 * x} {190 * y}")
        brush.line(line, sitter.inks.line(sitter.inks.lit("#ffffff", 0.2)), 8.5, 90)
        brush.line(line, "#ffffff", 5.6)


def _drop(brush: Brush, sitter: Sitter, x: float, y: float, size: float) -> None:
    ink = sitter.inks.lit(_WATER, 0.4)
    s = size
    drop = path(
        f"M {x} {y - s * 1.5} C {x + s * 0.3} {y - s * 0.6} {x + s} {y - s * 0.2} {x + s} "
        f"{y + s * 0.4} C {x + s} {y + s * 1.3} {x - s} {y + s * 1.3} {x - s} {y + s * 0.4} C "
        f"{x - s} {y - s * 0.2} {x - s * 0.3} {y - s * 0.6} {x} {y - s * 1.5} Z"
    )
    brush.cel(drop, colour(ink, 225), colour(sitter.inks.line(ink), 150), 1.8)
    brush.paint(
        path(
            f"M {x - s * 0.5} {y + s * 0.1} Q {x - s * 0.6} {y + s * 0.8} {x} {y + s * 0.95} Q "
            f"{x - s * 0.3} {y + s * 0.5} {x - s * 0.5} {y + s * 0.1} Z"
        ),
        "#ffffff",
        230,
    )


def _tear(brush: Brush, sitter: Sitter) -> None:
    eye, view = sitter.anatomy.eye, sitter.view
    side = -1 if view.turn >= 0 else 1
    _drop(brush, sitter, view.x(side * (eye.x + 9), 52), eye.y + eye.height * eye.floor + 12, 5.6)


def _sweat(brush: Brush, sitter: Sitter) -> None:
    side = -1 if sitter.view.turn >= 0 else 1
    _drop(brush, sitter, sitter.view.x(side * 74, 30), -2, 8.5)


def _sparkles(brush: Brush, sitter: Sitter) -> None:
    ink = sitter.inks.lit(_GLOW, 0.15)
    for x, y, radius in ((-142, -92, 11), (144, -66, 13), (124, -122, 8), (-126, -128, 6)):
        brush.paint(sparkle(x, y, radius), ink)


def _glint(brush: Brush, sitter: Sitter) -> None:
    eye, view, inks = sitter.anatomy.eye, sitter.view, sitter.inks
    side = inks.side
    x = view.x(side * eye.x, 58) + side * (eye.half_width + 5)
    brush.paint(sparkle(x, eye.y - eye.height * 0.95, 9), "#ffffff", 240)

"""Brows and mouth: the two features that carry an emotion at any size."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.animatic.figures.acting import EXPRESSIONS, Face
from anigen_assets.studio.animatic.figures.brush import Brush
from anigen_assets.studio.animatic.figures.inks import Inks
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import colour, oval, path

_THROAT = "#7c2434"
_TONGUE = "#ec7b80"
_TEETH = "#fffaf4"
_ROUND = {Emotion.SURPRISED, Emotion.AFRAID, Emotion.SAD, Emotion.EMBARRASSED}
_SMILING = {Emotion.HAPPY, Emotion.JOYFUL}
_FIERCE = {Emotion.ANGRY, Emotion.DETERMINED}


def paint_brows(brush: Brush, sitter: Sitter, face: Face, alpha: int = 255) -> None:
    """Paint the brows; `alpha` below 255 lets them shine through the hair, as is the custom."""
    anatomy, view = sitter.anatomy, sitter.view
    expression = EXPRESSIONS[face.emotion]
    half, thick = anatomy.brow_width, anatomy.brow_weight * brush.weight**0.5
    for side in (-1, 1):
        with brush.at(view.x(side * 46, 62), anatomy.brow_y, scale=(side * view.width(side * 46), 1.0)):
            start = (-half, expression.brow_inner + 2)
            end = (half, expression.brow_outer + 1 - anatomy.eye.tilt * -0.3)
            bend_y = (start[1] + end[1]) / 2 - anatomy.brow_arch
            if face.emotion is Emotion.ANGRY:
                bend_y += 3
            peak = half * (0.3 if anatomy.masculine else 0.1)
            shape = path(
                f"M {start[0]} {start[1] - thick * 0.42} Q {peak} {bend_y - thick * 0.7} {end[0]} {end[1]} "
                f"Q {peak} {bend_y + thick * 0.5} {start[0] + 1} {start[1] + thick * 0.58} "
                f"Q {start[0] - 2.5} {start[1]} {start[0]} {start[1] - thick * 0.42} Z"
            )
            brush.paint(shape, sitter.inks.brow, alpha)
    if face.emotion is Emotion.ANGRY and brush.fine:
        for side in (-1, 1):
            x = view.x(side * 6, 72)
            brush.taper((x, -20), (x + side * 1.5, -14), (x - side * 1, -6), sitter.inks.skin_line, 1.8, 200)


@dataclass(frozen=True)
class _Opening:
    """An open mouth in its own coordinates.

    Attributes:
        half: Half width.
        depth: How far the lower lip drops.
        corners: How far the corners are raised over the middle of the upper lip.
        boxy: 0 is round, 1 shows the squared mouth of a shout.
    """

    half: float
    depth: float
    corners: float
    boxy: float = 0.0

    def shape(self) -> skia.Path:
        w, h, c = self.half, self.depth, self.corners
        side = 0.62 + 0.3 * self.boxy
        chin = 0.45 + 0.35 * self.boxy
        return path(
            f"M {-w} {-c} C {-w * 0.45} {c * 0.2 - 1} {w * 0.45} {c * 0.2 - 1} {w} {-c} "
            f"C {w * 1.02} {h * side} {w * chin} {h} 0 {h} C {-w * chin} {h} {-w * 1.02} {h * side} "
            f"{-w} {-c} Z"
        )


def paint_mouth(brush: Brush, sitter: Sitter, face: Face) -> None:
    """Paint the mouth in one of its four shapes."""
    anatomy, view, inks = sitter.anatomy, sitter.view, sitter.inks
    expression = EXPRESSIONS[face.emotion]
    half = anatomy.mouth_half * expression.mouth_width
    with brush.at(view.x(0, 68), anatomy.mouth_y, scale=(1 - 0.1 * abs(view.turn), 1.0)):
        if face.mouth <= 0 and face.emotion not in {Emotion.JOYFUL, Emotion.SURPRISED}:
            _resting(brush, inks, face.emotion, half, expression.smile)
        else:
            _open(brush, inks, _opening(face, half, expression.smile), face)
        if brush.fine and face.mouth < 2 and face.emotion is not Emotion.JOYFUL:
            brush.taper((-4, 11.5), (0, 13.5), (5, 11.5), inks.skin_deep, 1.8, 170)


def _resting(brush: Brush, inks: Inks, emotion: Emotion, half: float, smile: float) -> None:
    lip = inks.lip
    ink = inks.skin_line
    if emotion in {Emotion.AFRAID, Emotion.EMBARRASSED}:
        step = half / 2
        wave = (
            f"M {-half} 1 Q {-step * 1.5} -5 {-step} 0 Q {-step * 0.5} 5 0 0 Q {step * 0.5} -5 "
            f"{step} 0 Q {step * 1.5} 5 {half} 0"
        )
        brush.line(path(wave), ink, 2.8)
        return
    sag = smile * 1.5 if smile else 2.2
    rise = -smile * 0.7
    brush.line(path(f"M {-half} {rise} Q 0 {sag} {half} {rise}"), ink, 2.0)
    brush.taper(
        (-half * 0.7, rise * 0.5 + sag * 0.12), (0, sag), (half * 0.7, rise * 0.5 + sag * 0.12), ink, 2.4
    )
    if emotion is Emotion.HAPPY:
        for side in (-1, 1):
            brush.taper(
                (side * (half - 2), rise - 3),
                (side * (half + 3), rise),
                (side * (half + 1), rise + 3),
                ink,
                1.8,
            )
    if emotion in _FIERCE:
        brush.line(path(f"M {-half * 0.9} {rise} Q 0 {sag} {half * 0.9} {rise}"), ink, 3.2)
    if emotion is Emotion.NEUTRAL:
        brush.paint(path(f"M {-half * 0.4} 2 Q 0 6 {half * 0.4} 2 Q 0 3 {-half * 0.4} 2 Z"), lip, 120)


def _opening(face: Face, half: float, smile: float) -> _Opening:
    if face.mouth <= 0:
        return _Opening(half, 20, 5.5) if face.emotion is Emotion.JOYFUL else _Opening(half * 0.7, 13, -3)
    smiling = face.emotion in _SMILING
    if face.mouth == 1:
        return _Opening(
            half * (1.05 if smiling else 0.86), 8, max(1, smile * 0.6) if smile > 0 else smile * 0.4
        )
    if face.mouth == 2:
        return _Opening(
            half * 1.12,
            18.5,
            smile * 0.7 if smiling else min(smile * 0.5, 1.5),
            0.7 if face.emotion in _FIERCE else 0.0,
        )
    if face.emotion in _ROUND:
        return _Opening(half * 0.9, 24, -4.5)
    return _Opening(
        half * 1.4, 22, 5 if smiling else 1.5 if smile >= 0 else -1.5, 0.9 if face.emotion in _FIERCE else 0.1
    )


def _open(brush: Brush, inks: Inks, opening: _Opening, face: Face) -> None:
    shape = opening.shape()
    w, h = opening.half, opening.depth
    brush.paint(shape, inks.lit(_THROAT, 0.5))
    with brush.inside(shape):
        brush.canvas.drawOval(oval(0, h * 1.02, w * 0.72, h * 0.44), _flat(inks.lit(_TONGUE, 0.5)))
        if h > 10 and face.emotion not in _ROUND:
            brush.paint(
                path(f"M {-w} -12 L {w} -12 L {w} {h * 0.1} Q 0 {h * 0.3} {-w} {h * 0.1} Z"),
                inks.lit(_TEETH, 0.5),
            )
        if face.emotion is Emotion.ANGRY and h > 15:
            brush.paint(
                path(f"M {-w * 0.7} {h} Q 0 {h * 0.66} {w * 0.7} {h} L {w} {h + 4} L {-w} {h + 4} Z"),
                inks.lit(_TEETH, 0.5),
            )
    brush.line(shape, inks.skin_line, 2.4)


def _flat(ink: int) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=colour(ink))

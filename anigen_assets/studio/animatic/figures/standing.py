"""Standing figures: the whole person from shoes to crown, in the poses of `acting.Pose`.

Standing space: the origin is on the floor between the feet, y is negative upwards, an average adult is 430
units high (see `skeleton.stature`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

import skia

from anigen_assets.story.looks import Look
from anigen_assets.studio.animatic.figures import accessories, layers
from anigen_assets.studio.animatic.figures.acting import Face, Pose
from anigen_assets.studio.animatic.figures.brush import Brush, Warp
from anigen_assets.studio.animatic.figures.layers import step
from anigen_assets.studio.animatic.figures.limbs import LINE, paint_arm
from anigen_assets.studio.animatic.figures.lower import paint_lower
from anigen_assets.studio.animatic.figures.sitter import Sitter, sitter_for
from anigen_assets.studio.animatic.figures.skeleton import Frame, frame_for
from anigen_assets.studio.animatic.figures.torso import NECK, SHOULDER, paint_trunk, trunk_of
from anigen_assets.studio.animatic.figures.wardrobe import GARMENTS, cloth_ink
from anigen_assets.studio.animatic.ink import path
from anigen_assets.studio.animatic.palette import Palette

_SWELL = 0.008
_PHASES = 24
_BOUNDS = skia.Rect.MakeLTRB(-300, -560, 300, 60)
# The tailor's marks of a trunk: neck, shoulders, waist, hips, and the hem of what hangs over the hips.
_NECK_Y, _SHOULDER_Y, _WAIST_Y, _HIP_Y, _HEM_Y = 142.0, 204.0, 430.0, 540.0, 560.0
_TUCKED_Y = 452.0
_CLOTH_LINES = 0.52


def draw_standing(
    canvas: skia.Canvas,
    look: Look,
    face: Face,
    pose: Pose,
    *,
    turn: float,
    breath: float = 0.0,
    palette: Palette,
    walk_phase: float | None = None,
) -> None:
    """Draw a whole figure with the canvas's origin on the floor between its feet.

    Args:
        canvas: In standing units.
        look: Whom to draw.
        face: What the face does.
        pose: What the body does.
        turn: -1 (to the viewer's left) to 1 (to the right).
        breath: 0 (out) to 1 (in); moves shoulders and head up by about two units.
        palette: The scene's light.
        walk_phase: Share of a cycle of two steps, for `Pose.WALK`; None is the widest stride.
    """
    turn = step(turn)
    phase = round((0.25 if walk_phase is None else walk_phase) % 1.0 * _PHASES) / _PHASES
    phase = phase % 1.0 if pose is Pose.WALK else 0.0
    frame = frame_for(look, pose, turn, phase)
    if pose is Pose.BOW:
        face = Face(face.emotion, face.mouth, "closed", 0.0)
    rise = _SWELL * (frame.hip_y - frame.shoulder_y) * breath
    _head_layer(canvas, frame, rise, layers.back_hair(look, palette, turn, small=True))
    canvas.drawPicture(_lower(look, palette, pose, turn, phase))
    canvas.save()
    canvas.translate(0, frame.hip_y)
    canvas.scale(1 + _SWELL * 0.5 * breath, 1 + _SWELL * breath)
    canvas.translate(0, -frame.hip_y)
    canvas.drawPicture(_upper(look, palette, pose, turn, phase))
    canvas.restore()
    for layer in (
        layers.skin(look, palette, turn, small=True),
        layers.face_features(look, palette, turn, face, small=True),
        layers.front_hair(look, palette, turn, small=True),
        layers.above_hair(look, palette, turn, Face(face.emotion), small=True),
    ):
        _head_layer(canvas, frame, rise, layer)
    canvas.save()
    canvas.translate(0, -rise)
    canvas.drawPicture(_front_arms(look, palette, pose, turn, phase))
    canvas.restore()


def _head_layer(canvas: skia.Canvas, frame: Frame, rise: float, layer: skia.Picture) -> None:
    canvas.save()
    canvas.translate(frame.head[0], frame.head[1] - rise)
    canvas.rotate(frame.head_tilt, 0, 110 * frame.head_scale)
    canvas.scale(frame.head_scale, frame.head_scale * (1 - 0.07 * frame.bend))
    canvas.drawPicture(layer)
    canvas.restore()


def _warp(sitter: Sitter, frame: Frame) -> Warp:
    """Returns the warp from the tailor's space to this figure's trunk."""
    neck = sitter.anatomy.neck * frame.head_scale * 0.96
    turn = sitter.view.turn
    marks = (
        (_NECK_Y, frame.neck_y), (_SHOULDER_Y, frame.shoulder_y + 6), (_WAIST_Y, frame.waist_y),
        (_HIP_Y, frame.hip_y), (700.0, frame.hip_y + (frame.hip_y - frame.waist_y) * 1.4),
    )  # fmt: skip
    widen = (frame.shoulder - neck) / (SHOULDER - NECK)

    def warp(x: float, y: float) -> tuple[float, float]:
        reach = abs(x)
        wide = reach * neck / NECK if reach <= NECK else neck + (reach - NECK) * widen
        lean = 3.4 * turn * max(0.0, 1 - (reach / 150) ** 2)
        return (wide if x >= 0 else -wide) + lean, _between(marks, y)

    return warp


def _between(marks: tuple[tuple[float, float], ...], y: float) -> float:
    for (low, low_to), (high, high_to) in pairwise(marks):
        if y <= high:
            return low_to + (y - low) * (high_to - low_to) / (high - low)
    return marks[-1][1]


@lru_cache(maxsize=256)
def _lower(look: Look, palette: Palette, pose: Pose, turn: float, phase: float) -> skia.Picture:
    sitter, frame = sitter_for(look, palette, turn), frame_for(look, pose, turn, phase)
    return _record(lambda brush: paint_lower(brush, sitter, frame, pose))


@lru_cache(maxsize=256)
def _upper(look: Look, palette: Palette, pose: Pose, turn: float, phase: float) -> skia.Picture:
    """Neck, trunk and the arms that lie beside or behind it."""
    sitter, frame = sitter_for(look, palette, turn), frame_for(look, pose, turn, phase)

    def paint(brush: Brush) -> None:
        _neck(brush, sitter, frame)
        sides = list(zip((-1, 1), frame.arms, strict=True))
        garment = GARMENTS[look.outfit]
        warp = _warp(sitter, frame)
        tailor = Brush(brush.canvas, _CLOTH_LINES, fine=False, warp=warp, dots=frame.head_scale * 1.2)
        hem = _TUCKED_Y if garment.tucked else _HEM_Y
        for side, arm in sides:
            if not arm.front and side * turn > 0.3:
                paint_arm(brush, sitter, frame, arm, side)
        above_hem = skia.Rect.MakeLTRB(-300, -560, 300, warp(0, hem)[1])
        brush.canvas.save()
        if garment.tucked:
            brush.canvas.clipRect(above_hem)
        paint_trunk(tailor, sitter, cloth_ink(sitter), garment.neckline, 700.0 if garment.tucked else hem)
        brush.canvas.restore()
        for side, arm in sides:
            if arm.front or side * turn <= 0.3:
                paint_arm(brush, sitter, frame, arm, side, "upper" if arm.front else "whole")
        brush.canvas.save()
        brush.canvas.clipRect(above_hem)
        garment.paint(tailor, sitter)
        accessories.paint_on_neck(tailor, sitter)
        brush.canvas.restore()
        if not garment.tucked:
            half = trunk_of(sitter).hip
            tailor.line(
                path(f"M {-half - 1} {hem} Q 0 {hem + 6} {half + 1} {hem}"),
                sitter.inks.line(cloth_ink(sitter)),
                3.0,
            )

    return _record(paint)


@lru_cache(maxsize=256)
def _front_arms(look: Look, palette: Palette, pose: Pose, turn: float, phase: float) -> skia.Picture:
    """Arms before trunk and head, and what they hold."""
    sitter, frame = sitter_for(look, palette, turn), frame_for(look, pose, turn, phase)

    def paint(brush: Brush) -> None:
        if pose is Pose.HOLD:
            _parcel(brush, sitter, frame)
        for side, arm in zip((-1, 1), frame.arms, strict=True):
            if arm.front:
                paint_arm(brush, sitter, frame, arm, side, "fore")

    return _record(paint)


def forget_standing() -> None:
    """Lets all recordings go: who was drawn will not be drawn again soon."""
    for layer in (_lower, _upper, _front_arms):
        layer.cache_clear()


def _record(paint: Callable[[Brush], None]) -> skia.Picture:
    recorder = skia.PictureRecorder()
    paint(Brush(recorder.beginRecording(_BOUNDS), 1.0, fine=False))
    return recorder.finishRecordingAsPicture()


def _neck(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    inks = sitter.inks
    half = sitter.anatomy.neck * frame.head_scale * 0.96
    x, top = frame.head[0], frame.head[1] + 60 * frame.head_scale
    low = frame.shoulder_y + 30
    lean = 3.4 * sitter.view.turn
    neck = path(
        f"M {x - half} {top} L {lean - half} {frame.neck_y - 2} L {lean - half * 2.4} "
        f"{frame.neck_y + 8} L {lean} {low + 16} "
        f"L {lean + half * 2.4} {frame.neck_y + 8} L {lean + half} {frame.neck_y - 2} L {x + half} {top} Z"
    )
    brush.cel(neck, inks.skin, inks.skin_line, LINE)
    with brush.inside(neck):
        chin = frame.neck_y - 1
        brush.paint(
            path(
                f"M {x - 20} {top} L {x + 20} {top} L {x + 14} {chin - 4} Q {x} {chin + 6} {x - 14} "
                f"{chin - 3} Z"
            ),
            inks.skin_shade,
        )


def _parcel(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    """A wrapped parcel, tied with string."""
    inks = sitter.inks
    ink = inks.lit("#c99a66")
    (_, ly), (_, ry) = frame.arms[0].wrist, frame.arms[1].wrist
    y = (ly + ry) / 2 + 4
    half = frame.shoulder * 0.62
    box = path(f"M {-half} {y - 26} L {half} {y - 26} L {half} {y + 10} L {-half} {y + 10} Z")
    brush.cel(box, ink, inks.line(ink), LINE)
    brush.paint(
        path(f"M {-half} {y + 2} L {half} {y + 2} L {half} {y + 10} L {-half} {y + 10} Z"), inks.shadow(ink)
    )
    cord = inks.lit("#f3ece0")
    brush.line(path(f"M 0 {y - 26} L 0 {y + 10} M {-half} {y - 9} L {half} {y - 9}"), cord, 1.8)
    for k in (-1, 1):
        brush.line(
            path(f"M 0 {y - 26} Q {k * 8} {y - 36} {k * 10} {y - 28} Q {k * 6} {y - 25} 0 {y - 26}"),
            cord,
            1.6,
        )

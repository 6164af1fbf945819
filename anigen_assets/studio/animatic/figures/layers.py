"""The layers of a head and a bust, recorded once and played back.

A recording replays without Python, which is what makes a drawing cheap. `small` layers have heavier lines
and fewer details, for heads that are shown at a third of the size.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import skia

from anigen_assets.story.looks import Look
from anigen_assets.studio.animatic.figures import (
    accessories,
    eyes,
    features,
    hair_back,
    hair_front,
    hair_strands,
    head,
    marks,
    signs,
    torso,
)
from anigen_assets.studio.animatic.figures.acting import Face
from anigen_assets.studio.animatic.figures.brush import Brush
from anigen_assets.studio.animatic.figures.sitter import sitter_for
from anigen_assets.studio.animatic.figures.wardrobe import GARMENTS, cloth_ink
from anigen_assets.studio.animatic.palette import Palette

_BOUNDS = skia.Rect.MakeLTRB(-460, -460, 460, 800)
_SMALL_WEIGHT = 1.75
_GHOST_BROWS = 165


def record(paint: Callable[[Brush], None], *, small: bool = False) -> skia.Picture:
    """Returns a recording of what `paint` does with a brush."""
    recorder = skia.PictureRecorder()
    paint(Brush(recorder.beginRecording(_BOUNDS), _SMALL_WEIGHT if small else 1.0, fine=not small))
    return recorder.finishRecordingAsPicture()


def step(turn: float) -> float:
    """Returns the turn that is drawn: hundredths, so that a layer is found again."""
    return round(max(-1.0, min(1.0, turn)), 2)


@lru_cache(maxsize=48)
def back_hair(look: Look, palette: Palette, turn: float, *, small: bool = False) -> skia.Picture:
    """Hair behind neck and shoulders."""
    sitter = sitter_for(look, palette, turn)
    return record(lambda brush: hair_back.paint_back_hair(brush, sitter), small=small)


@lru_cache(maxsize=48)
def body(look: Look, palette: Palette, turn: float) -> skia.Picture:
    """Neck, clothes and arms of a bust."""
    sitter = sitter_for(look, palette, turn)
    ink = cloth_ink(sitter)

    def paint(brush: Brush) -> None:
        torso.paint_neck(brush, sitter)
        tailor = brush.fitted(torso.bust_warp(sitter))
        torso.paint_trunk(tailor, sitter, ink, GARMENTS[look.outfit].neckline)
        torso.paint_arms(tailor, sitter, ink)
        GARMENTS[look.outfit].paint(tailor, sitter)
        accessories.paint_on_neck(tailor, sitter)

    return record(paint)


@lru_cache(maxsize=48)
def skin(look: Look, palette: Palette, turn: float, *, small: bool = False) -> skia.Picture:
    """The face without its features, and the braid before the shoulder."""
    sitter = sitter_for(look, palette, turn)

    def paint(brush: Brush) -> None:
        hair_strands.paint_braid(brush, sitter)
        head.paint_ears(brush, sitter)
        shadow = skia.Path(hair_front.front_shape(sitter))
        shadow.offset(-3.0 * sitter.inks.side, 9.0)
        head.paint_face(brush, sitter, shadow)
        marks.paint_mark_below(brush, sitter)

    return record(paint, small=small)


@lru_cache(maxsize=512)
def face_features(
    look: Look, palette: Palette, turn: float, face: Face, *, small: bool = False
) -> skia.Picture:
    """Everything on the face that acts: cheeks, mouth, eyes, brows, and what is worn over them."""
    sitter = sitter_for(look, palette, turn)

    def paint(brush: Brush) -> None:
        signs.paint_cheeks(brush, sitter, face)
        features.paint_mouth(brush, sitter, face)
        eyes.paint_eyes(brush, sitter, face)
        features.paint_brows(brush, sitter, face)
        marks.paint_mark_above(brush, sitter)

    return record(paint, small=small)


@lru_cache(maxsize=48)
def front_hair(look: Look, palette: Palette, turn: float, *, small: bool = False) -> skia.Picture:
    """Hair before the face and what is worn on the head."""
    sitter = sitter_for(look, palette, turn)

    def paint(brush: Brush) -> None:
        hair_front.paint_side_locks(brush, sitter)
        hair_front.paint_front_hair(brush, sitter)

    return record(paint, small=small)


@lru_cache(maxsize=256)
def above_hair(look: Look, palette: Palette, turn: float, face: Face, *, small: bool = False) -> skia.Picture:
    """Brows shining through the hair, what is worn on the head, and the marks of feeling."""
    sitter = sitter_for(look, palette, turn)

    def paint(brush: Brush) -> None:
        features.paint_brows(brush, sitter, face, _GHOST_BROWS)
        accessories.paint_on_head(brush, sitter)
        signs.paint_signs(brush, sitter, face)

    return record(paint, small=small)


def forget_layers() -> None:
    """Lets all recordings go: who was drawn will not be drawn again soon."""
    for layer in (back_hair, body, skin, face_features, front_hair, above_hair):
        layer.cache_clear()

"""Busts as sprites: one drawing for each breath, feeling and tilt; mouths and eyes patched into it.

How a bust is painted belongs to the figures; here its layers become sprites that are found again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import Emotion, HairStyle
from anigen_assets.studio.animatic.bank import SPRITES
from anigen_assets.studio.animatic.canvas import Bounds, paint_sprite
from anigen_assets.studio.animatic.figures.acting import Eyes, Face
from anigen_assets.studio.animatic.figures.bust import (
    draw_bust_back_hair,
    draw_bust_body,
    draw_bust_head,
    eyes_box,
    mouth_box,
)
from anigen_assets.studio.animatic.i420 import Rect
from anigen_assets.studio.animatic.palette import Palette
from anigen_assets.studio.animatic.performance import BREATHS
from anigen_assets.studio.animatic.sprite import Patch, Sprite

TILT_DEGREES = 1.7
"""A step of a head's tilt."""
BREATH_UNITS = 3.5
"""Bust units by which a deep breath lifts the head."""
_NAPE_Y = 118.0
_HEAD: Bounds = (-240, -275, 240, 205)
_BRAIDED_TO = 520.0
_HAIR_REACH = {HairStyle.TWIN_TAILS: 420.0, HairStyle.PONYTAIL: 360.0}
_HAIR_HALF = 250.0
_SHOULDERS = 250.0


@dataclass(frozen=True)
class Portrait:
    """A person in a light, at a size and a turn.

    Attributes:
        scale: Pixels per bust unit.
        lowest: Bust y below which nothing is seen.
    """

    look: Look
    palette: Palette
    turn: float
    scale: float
    lowest: float

    def back_hair(self, tilt: int) -> Sprite:
        """Hair behind the neck, breathed out."""
        return SPRITES.get(("back hair", self, tilt), lambda: self._paint_back_hair(tilt))

    def body(self, breath: int) -> Sprite:
        """Neck, clothes and arms at a step of a breath."""
        out = SPRITES.get(("body", self, 0), self._paint_body)
        if not breath:
            return out
        # The shoulders rise with the head; the waist, or the frame's edge, stays.
        lift = self.lift_px(breath) // 2 * 2
        return SPRITES.get(("body", self, breath), lambda: out.raised(lift))

    def head(self, emotion: Emotion, tilt: int, mouth: int, eyes: Eyes) -> Sprite:
        """Face and front hair, breathed out."""
        if not mouth and eyes == "open":
            return SPRITES.get(("head", self, emotion, tilt), lambda: self._paint_head(emotion, tilt))
        # Not kept in the bank: it is put together from what is there in no time.
        return self._act(emotion, tilt, mouth, eyes)

    def lift_px(self, breath: int) -> int:
        """Pixels by which a breath lifts head and hair."""
        return round(BREATH_UNITS * self.scale * breath / (BREATHS - 1))

    def _paint_back_hair(self, tilt: int) -> Sprite:
        def draw(canvas: skia.Canvas) -> None:
            draw_bust_back_hair(
                canvas, self.look, turn=self.turn, tilt_degrees=tilt * TILT_DEGREES, palette=self.palette
            )

        half = _HAIR_REACH.get(self.look.hair_style, _HAIR_HALF)
        return paint_sprite(draw, self._down_to(-half, -300, half), self.scale)

    def _paint_body(self) -> Sprite:
        def draw(canvas: skia.Canvas) -> None:
            draw_bust_body(canvas, self.look, turn=self.turn, palette=self.palette)

        return paint_sprite(draw, self._down_to(-_SHOULDERS, 60, _SHOULDERS), self.scale)

    def _paint_head(self, emotion: Emotion, tilt: int) -> Sprite:
        braided = self.look.hair_style is HairStyle.BRAID
        bounds = self._down_to(*_HEAD[:3], _BRAIDED_TO) if braided else _HEAD
        sprite = self._painted(Face(emotion), tilt, bounds)
        sprite.family = ("head", self, emotion, tilt)
        sprite.patches = (self._eyes_patch(tilt, "open"), self._mouth_patch(tilt, 0))
        return sprite

    def _act(self, emotion: Emotion, tilt: int, mouth: int, eyes: Eyes) -> Sprite:
        """The resting head with another mouth and other eyes."""
        # The boxes overlap beside the nose, where only the mouth is drawn: it comes last.
        return self.head(emotion, tilt, 0, "open").with_parts(
            [
                (
                    self._part(Face(emotion, eyes=eyes), tilt, self._eyes_rect(tilt)),
                    self._eyes_patch(tilt, eyes),
                ),
                (
                    self._part(Face(emotion, mouth), tilt, self._mouth_rect(tilt)),
                    self._mouth_patch(tilt, mouth),
                ),
            ]
        )

    def _part(self, face: Face, tilt: int, rect: Rect) -> Sprite:
        """A head of which only the rectangle is painted, or all of it when it rests."""
        if face == Face(face.emotion):
            return self.head(face.emotion, tilt, 0, "open")
        left, top, right, bottom = (edge / self.scale for edge in (rect.x, rect.y, rect.right, rect.bottom))
        key = ("part", self, tilt, face)
        return SPRITES.get(key, lambda: self._painted(face, tilt, (left, top, right, bottom)))

    def _eyes_patch(self, tilt: int, eyes: Eyes) -> Patch:
        return Patch(self._eyes_rect(tilt), eyes)

    def _mouth_patch(self, tilt: int, mouth: int) -> Patch:
        return Patch(self._mouth_rect(tilt), mouth)

    def _painted(self, face: Face, tilt: int, bounds: Bounds) -> Sprite:
        def draw(canvas: skia.Canvas) -> None:
            draw_bust_head(
                canvas,
                self.look,
                face,
                turn=self.turn,
                tilt_degrees=tilt * TILT_DEGREES,
                palette=self.palette,
            )

        return paint_sprite(draw, bounds, self.scale)

    def _mouth_rect(self, tilt: int) -> Rect:
        return self._leaned(mouth_box(self.look, self.turn), tilt)

    def _eyes_rect(self, tilt: int) -> Rect:
        return self._leaned(eyes_box(self.look, self.turn), tilt)

    def _leaned(self, box: skia.Rect, tilt: int) -> Rect:
        """Pixels that hold a box which leans with the head."""
        matrix = skia.Matrix.RotateDeg(tilt * TILT_DEGREES, skia.Point(0, _NAPE_Y))
        leaned = matrix.mapRect(box)
        edges = (edge * self.scale for edge in (leaned.left(), leaned.top(), leaned.right(), leaned.bottom()))
        left, top, right, bottom = edges
        x, y = math.floor(left), math.floor(top)
        return Rect(x, y, math.ceil(right) - x, math.ceil(bottom) - y).even()

    def _down_to(self, left: float, top: float, right: float, bottom: float = 640.0) -> Bounds:
        """Bounds that end where nothing more is seen."""
        return left, top, right, max(top + 40, min(self.lowest, bottom))

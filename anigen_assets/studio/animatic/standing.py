"""Full figures as sprites: one drawing for each pose, breath and mouth, found again.

How a figure is painted belongs to the figures.
"""

from __future__ import annotations

from dataclasses import dataclass

import skia

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.bank import SPRITES
from anigen_assets.studio.animatic.canvas import Bounds, paint_sprite
from anigen_assets.studio.animatic.figures import draw_standing, stature
from anigen_assets.studio.animatic.figures.acting import Face, Pose
from anigen_assets.studio.animatic.i420 import Rect
from anigen_assets.studio.animatic.palette import Palette
from anigen_assets.studio.animatic.sprite import Patch, Sprite

WALK_DRAWINGS = 8
"""Drawings of two steps."""
_BOUNDS: Bounds = (-230, -560, 230, 40)
_HEAD_SHARE = 0.4
_SHADOW_SHARE = 0.135
_BREATH_ROWS = 2


@dataclass(frozen=True)
class Standing:
    """A person in a light, at a size and a turn.

    Attributes:
        scale: Pixels per design unit.
    """

    look: Look
    palette: Palette
    turn: float
    scale: float

    def posed(self, pose: Pose, emotion: Emotion, mouth: int, breath: int) -> Sprite:
        """The figure standing, with the mouth 0 (closed) to 3, breathed out (0) or in (1)."""
        figure = self._painted(pose, Face(emotion), None)
        if not figure.patches:
            figure.family = ("standing", self, pose, emotion)
            figure.patches = (Patch(self._head(figure), 0),)
        if mouth and pose is not Pose.BOW:
            # The head is drawn again, not the whole figure.
            closed, key = figure, ("standing", self, pose, emotion, mouth)
            figure = SPRITES.get(key, lambda: self._speaking(closed, pose, Face(emotion, mouth)))
        if breath:
            # Shoulders and head rise, the feet stay.
            figure = figure.raised(breath * _BREATH_ROWS)
        return figure

    def shadow(self) -> Sprite:
        """What the figure's feet stand in."""

        def draw(canvas: skia.Canvas) -> None:
            half = _SHADOW_SHARE * stature(self.look)
            canvas.drawOval(ink.oval(4, 2, half, half * 0.17), ink.fill(self.palette.dark, 105, blur=5))

        key = ("shadow", self.look, self.palette.dark, self.scale)
        return SPRITES.get(key, lambda: paint_sprite(draw, (-120, -40, 120, 40), self.scale))

    def walking(self, step: int, emotion: Emotion) -> Sprite:
        """A drawing of a walk, 0 to WALK_DRAWINGS - 1."""
        return self._painted(Pose.WALK, Face(emotion), step / WALK_DRAWINGS)

    def _painted(self, pose: Pose, face: Face, phase: float | None, bounds: Bounds = _BOUNDS) -> Sprite:
        def draw(canvas: skia.Canvas) -> None:
            draw_standing(
                canvas,
                self.look,
                face,
                pose,
                turn=self.turn,
                palette=self.palette,
                walk_phase=phase,
            )

        if bounds != _BOUNDS:
            return paint_sprite(draw, bounds, self.scale)
        key = ("standing", self, pose, face, phase)
        return SPRITES.get(key, lambda: paint_sprite(draw, _BOUNDS, self.scale))

    def _speaking(self, closed: Sprite, pose: Pose, face: Face) -> Sprite:
        head = self._head(closed)
        left, top, right, bottom = (edge / self.scale for edge in (head.x, head.y, head.right, head.bottom))
        painted = self._painted(pose, face, None, (left, top, right, bottom))
        return closed.with_parts([(painted, Patch(head, face.mouth))])

    @staticmethod
    def _head(figure: Sprite) -> Rect:
        """The upper part of a figure, in which its mouth lies."""
        box = figure.box
        return Rect(box.x, box.y, box.width, round(box.height * _HEAD_SHARE / 2) * 2)

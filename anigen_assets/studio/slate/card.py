"""The card of a scene: its plan, set as text on a flat ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from anigen_assets.story.vocabulary import TimeOfDay
from anigen_assets.studio.animatic import lettering
from anigen_assets.studio.animatic.canvas import DESIGN_HEIGHT, DESIGN_WIDTH, paint_picture
from anigen_assets.studio.animatic.i420 import new_frame
from anigen_assets.studio.animatic.ink import fill
from anigen_assets.studio.animatic.lettering import Type
from anigen_assets.studio.ports import SceneRequest

_GROUNDS = {
    TimeOfDay.MORNING: "#2f4a63",
    TimeOfDay.DAY: "#24506e",
    TimeOfDay.DUSK: "#4a2f4f",
    TimeOfDay.NIGHT: "#161f3a",
}
_LEFT = 80.0
_WIDEST = DESIGN_WIDTH - 2 * _LEFT
_SMALL = Type(20, fill="#b9c4d0", bold=False)
_TITLE = Type(46)
_SUMMARY = Type(26, fill="#e8edf2", bold=False)
_SPEAKER = Type(22, fill="#ffd9a0")
_SPOKEN = Type(22, fill="#ffffff", bold=False)
_SPEAKER_WIDTH = 190.0
_DIALOGUE_BOTTOM = 664.0


def paint_card(request: SceneRequest) -> NDArray[np.uint8]:
    """Draws the card as the film writer takes it: (height * 3 / 2, width) uint8 I420."""
    width, height = request.quality.size_px
    packed, planes = new_frame(width, height)
    planes.take(paint_picture(lambda canvas: _draw(canvas, request), width, height, height / DESIGN_HEIGHT))
    return packed


@dataclass
class _Pen:
    """Sets line under line."""

    canvas: skia.Canvas
    y: float

    def lines(self, text: str, style: Type, *, most: int, after: float = 0.0) -> None:
        """Wraps and draws text, and moves on."""
        for line in lettering.wrapped(text, style, _WIDEST, most):
            lettering.draw(self.canvas, line, _LEFT, self.y, style)
            self.y += style.size * 1.42
        self.y += after


def _draw(canvas: skia.Canvas, request: SceneRequest) -> None:
    scene = request.scene
    canvas.clear(skia.ColorBLACK)
    # A little wider than the design, since 480 lines are 854 and not 853.3 columns wide.
    canvas.drawRect(skia.Rect(0, 0, DESIGN_WIDTH + 2, DESIGN_HEIGHT), fill(_GROUNDS[scene.time_of_day]))
    pen = _Pen(canvas, 84)
    head = f"{request.series_title}  {request.number}: {request.episode_title}"
    pen.lines(head, _SMALL, most=1)
    what = (f"scene {scene.slot}", scene.time_of_day, scene.weather, scene.mood, request.hour_key)
    pen.lines("  /  ".join(what), _SMALL, most=1, after=48)
    pen.lines(request.place.name, _TITLE, most=1, after=4)
    pen.lines(scene.summary, _SUMMARY, most=5, after=24)
    _draw_dialogue(pen, request)
    if request.last and request.next_teaser:
        lettering.draw(canvas, f"Next: {request.next_teaser}", _LEFT, 700, _SMALL)


def _draw_dialogue(pen: _Pen, request: SceneRequest) -> None:
    for line in request.scene.dialogue:
        if pen.y > _DIALOGUE_BOTTOM:
            return
        face = request.cast.get(line.speaker)
        name = face.name if face else line.speaker
        speaker = lettering.fitted(name, _SPEAKER, _SPEAKER_WIDTH - 16, 12)
        lettering.draw(pen.canvas, name, _LEFT, pen.y, speaker)
        (text,) = lettering.wrapped(line.text, _SPOKEN, _WIDEST - _SPEAKER_WIDTH, 1)
        lettering.draw(pen.canvas, text, _LEFT + _SPEAKER_WIDTH, pen.y, _SPOKEN)
        pen.y += _SPOKEN.size * 1.55

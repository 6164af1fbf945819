"""What every shot of a scene shares: the request, the set, who stands where and how everyone acts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from anigen_assets.story.vocabulary import Framing
from anigen_assets.studio.animatic.camera import TILTS, ZOOMS, MoveClock, Travel, ZoomPath
from anigen_assets.studio.animatic.performance import Moment, Performance
from anigen_assets.studio.animatic.scenery import Scenery, scenery
from anigen_assets.studio.animatic.staging import Staging
from anigen_assets.studio.animatic.timing import TICKS_PER_DRAWING, ShotSpan
from anigen_assets.studio.ports import SceneRequest, SpokenLine

_DESIGN_HEIGHT = 720
_DESIGN_SPEED = 2
_PEOPLE = frozenset({Framing.MEDIUM, Framing.TWO_SHOT, Framing.CLOSE_UP, Framing.OVER_SHOULDER})


@dataclass(frozen=True, eq=False)
class Setup:
    """A scene ready to be shot.

    Attributes:
        lines: When each line of the dialogue is heard.
        mouths: For each line the mouth shape at every drawing of the scene.
    """

    request: SceneRequest
    lines: Sequence[SpokenLine]
    mouths: Sequence[np.ndarray]

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the frame in pixels."""
        return self.request.quality.size_px

    @property
    def scale(self) -> float:
        """Pixels per design unit."""
        return self.size[1] / _DESIGN_HEIGHT

    @property
    def pan_speed(self) -> int:
        """Whole pixels a tick that a camera moves."""
        return max(1, round(_DESIGN_SPEED * self.scale))

    def px(self, design: float) -> int:
        """Pixels of a design length, even, so that sprites keep their chroma."""
        return round(design * self.scale / 2) * 2

    @cached_property
    def scenery(self) -> Scenery:
        """The painted set."""
        scene = self.request.scene
        return scenery(self.request.place.look, scene.time_of_day, scene.weather, self.size[1])

    @cached_property
    def staging(self) -> Staging:
        """Who stands where."""
        return Staging(self.request)

    @cached_property
    def _performances(self) -> dict[str, Performance]:
        return {}

    def moments(self, person: str, span: ShotSpan) -> tuple[Moment, ...]:
        """How a person acts at each drawing of a shot."""
        performance = self._performances.get(person)
        if performance is None:
            performance = Performance(self.request, person, self.lines, self.mouths)
            self._performances[person] = performance
        moments = performance.moments[span.first_drawing : span.first_drawing + span.drawings]
        if span.shot.camera not in ZOOMS:
            return moments
        # While the camera comes nearer or goes away nobody is seen to breathe: what is not drawn costs nothing.
        clock = self._clock(span)
        moving = (clock.begin + clock.moving) // TICKS_PER_DRAWING
        return tuple(replace(each, breath=moments[0].breath) for each in moments[:moving]) + moments[moving:]

    def chance(self, span: ShotSpan, purpose: str) -> random.Random:
        """Random numbers that are always the same for this shot and purpose."""
        return random.Random(f"{self.request.seed}|{span.index}|{purpose}")

    def travel(self, span: ShotSpan, *, ends_still: bool) -> Travel:
        """The way of a camera that pans, tilts or stands still; zooms stand still here."""
        return Travel.of(span.shot.camera, self._clock(span), self.pan_speed, ends_still=ends_still)

    def zoom(self, span: ShotSpan, across: float = 0.5, down: float = 0.45) -> ZoomPath | None:
        """The way of a camera that pushes in or pulls out, or None for another move."""
        if span.shot.camera not in ZOOMS:
            return None
        return ZoomPath.of(span.shot.camera, self._clock(span), across, down)

    @staticmethod
    def _clock(span: ShotSpan) -> MoveClock:
        return MoveClock.of(span.ticks, people=span.shot.framing in _PEOPLE)

    def room_below(self, span: ShotSpan) -> float:
        """Design units below the still frame that a tilt of people shows."""
        return self.travel(span, ends_still=True).reach[3] / self.scale

    @staticmethod
    def tilts(span: ShotSpan) -> bool:
        """Whether the camera tilts."""
        return span.shot.camera in TILTS

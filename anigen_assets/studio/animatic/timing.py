"""When things happen in a scene: ticks of the 24 fps timeline, drawings on twos, shots and easings.

Only whole numbers of ticks and shares of time belong here; nothing is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.story.plan import ScenePlan, Shot
from anigen_assets.studio.ports import FPS

TICKS_PER_DRAWING = 2
"""Figures are drawn on twos: 12 drawings a second on the 24 fps timeline."""
DRAWINGS_PER_SECOND = FPS // TICKS_PER_DRAWING


@dataclass(frozen=True)
class ShotSpan:
    """A shot's place on the scene's timeline.

    Attributes:
        index: 0-based position in the scene.
        first_tick: From the scene's start.
        ticks: Length; even, since shots last whole seconds.
    """

    index: int
    shot: Shot
    first_tick: int
    ticks: int

    @property
    def end_tick(self) -> int:
        """First tick after the shot."""
        return self.first_tick + self.ticks

    @property
    def drawings(self) -> int:
        """How many drawings on twos the shot has."""
        return self.ticks // TICKS_PER_DRAWING

    @property
    def first_drawing(self) -> int:
        """Its first drawing, counted from the scene's start."""
        return self.first_tick // TICKS_PER_DRAWING


def shot_spans(scene: ScenePlan, seconds: int) -> tuple[ShotSpan, ...]:
    """Returns the shots one after another, together exactly `seconds` long.

    The rules see to it that an accepted plan adds up. A plan that does not is still filmed in full: the
    last shot is held, and what begins after the end is left out.
    """
    end = seconds * FPS
    spans: list[ShotSpan] = []
    at = 0
    for index, shot in enumerate(scene.shots):
        if at >= end:
            break
        last = index == len(scene.shots) - 1
        ticks = end - at if last else min(shot.duration_seconds * FPS, end - at)
        spans.append(ShotSpan(index, shot, at, ticks))
        at += ticks
    return tuple(spans)


def ticks_of(seconds: float) -> int:
    """Returns the tick nearest to a time in seconds."""
    return round(seconds * FPS)


def smooth(share: float) -> float:
    """Returns a share of time eased in and out (0 to 1, with no speed at both ends)."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)

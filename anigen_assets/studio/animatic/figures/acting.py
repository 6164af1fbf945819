"""What a drawn person can do: faces, poses, and what each emotion does to a face.

No drawing belongs here. Distances are in bust units (a head is about 250 high).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from anigen_assets.story.vocabulary import Emotion

Eyes = Literal["open", "half", "closed"]


class Pose(StrEnum):
    """Poses of a standing figure."""

    NEUTRAL = "neutral"
    HAND_ON_HIP = "hand_on_hip"
    ARMS_CROSSED = "arms_crossed"
    WAVE = "wave"
    POINT = "point"
    THINK = "think"
    HOLD = "hold"
    REACH = "reach"
    BOW = "bow"
    WALK = "walk"
    SIT = "sit"


@dataclass(frozen=True)
class Face:
    """What a face does at one drawing.

    Attributes:
        emotion: Sets brows, lids, mouth, blush and marks.
        mouth: 0 the emotion's resting mouth, 1 small, 2 open, 3 wide or round.
        eyes: State of a blink.
        gaze: Where the irises look: -1 to the viewer's left, 1 to the right.
    """

    emotion: Emotion = Emotion.NEUTRAL
    mouth: int = 0
    eyes: Eyes = "open"
    gaze: float = 0.0


@dataclass(frozen=True)
class Expression:
    """What an emotion does to a face.

    Attributes:
        brow_inner: Units the brow's inner end moves down.
        brow_outer: The same for its outer end.
        lid: Share of the eye's height left open by the upper lid.
        lid_inner: Share of the eye's height the lid's inner end is lowered.
        lid_outer: The same for its outer end.
        lower_lid: Share of the eye's height the lower lid is raised.
        iris: Scale of iris and pupil.
        look_down: Share of the eye's height the iris is lowered.
        look_aside: Added to the gaze.
        blush: 0 (none) to 1 (deep red).
        smile: Units the mouth's corners are raised.
        mouth_width: Scale of the mouth.
    """

    brow_inner: float = 0.0
    brow_outer: float = 0.0
    lid: float = 1.0
    lid_inner: float = 0.0
    lid_outer: float = 0.0
    lower_lid: float = 0.0
    iris: float = 1.0
    look_down: float = 0.0
    look_aside: float = 0.0
    blush: float = 0.28
    smile: float = 0.0
    mouth_width: float = 1.0


EXPRESSIONS: dict[Emotion, Expression] = {
    Emotion.NEUTRAL: Expression(),
    Emotion.HAPPY: Expression(
        brow_inner=-3, brow_outer=-1, lid=0.97, lower_lid=0.14, blush=0.62, smile=5, mouth_width=1.1
    ),
    Emotion.JOYFUL: Expression(
        brow_inner=-8, brow_outer=-4, lower_lid=0.2, blush=0.9, smile=7, mouth_width=1.25
    ),
    Emotion.SAD: Expression(
        brow_inner=-10,
        brow_outer=7,
        lid=0.84,
        lid_outer=0.16,
        look_down=0.08,
        blush=0.34,
        smile=-4,
        mouth_width=0.85,
    ),
    Emotion.ANGRY: Expression(
        brow_inner=15, brow_outer=-8, lid=0.88, lid_inner=0.42, iris=0.88, blush=0.16, smile=-4
    ),
    Emotion.SURPRISED: Expression(
        brow_inner=-14, brow_outer=-12, lid=1.16, iris=0.76, blush=0.3, mouth_width=0.8
    ),
    Emotion.AFRAID: Expression(
        brow_inner=-13, brow_outer=5, lid=1.08, iris=0.62, blush=0.0, smile=-5, mouth_width=0.95
    ),
    Emotion.DETERMINED: Expression(
        brow_inner=8, brow_outer=-6, lid=0.95, lid_inner=0.14, lower_lid=0.06, blush=0.24, smile=1.5
    ),
    Emotion.EMBARRASSED: Expression(
        brow_inner=-9,
        brow_outer=4,
        lid=0.86,
        look_aside=0.55,
        look_down=0.05,
        blush=1.0,
        smile=-1,
        mouth_width=0.75,
    ),
}
"""Figures tuned by eye on contact sheets; smile and brows are the strongest signs at small sizes."""

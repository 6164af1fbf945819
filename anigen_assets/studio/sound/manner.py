"""How an emotion changes the way somebody speaks: the one table of manners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from anigen_assets.story.vocabulary import Emotion


@dataclass(frozen=True)
class Manner:
    """Changes on top of a character's own voice.

    Attributes:
        pace: Factor on the voice's pace.
        lift_semitones: Added to the voice's pitch.
        melody: Factor on the size of all pitch movements; 0 is a monotone.
        level_db: Louder or softer than neutral.
        breath: Share of breath noise added, 0 to 1.
        brightness: Added to the voice's brightness.
        tremor: Depth of the trembling of pitch and level, 0 to 1.
    """

    pace: float
    lift_semitones: float
    melody: float
    level_db: float
    breath: float
    brightness: float
    tremor: float


MANNERS: Final = {
    Emotion.NEUTRAL: Manner(1.00, 0.0, 1.0, 0.0, 0.10, 0.00, 0.0),
    Emotion.HAPPY: Manner(1.06, 1.2, 1.15, 0.5, 0.08, 0.10, 0.0),
    Emotion.JOYFUL: Manner(1.12, 2.2, 1.3, 1.5, 0.06, 0.18, 0.0),
    Emotion.SAD: Manner(0.84, -1.2, 0.6, -2.0, 0.30, -0.15, 0.25),
    Emotion.ANGRY: Manner(1.10, 1.0, 1.2, 2.0, 0.04, 0.25, 0.1),
    Emotion.SURPRISED: Manner(1.08, 2.4, 1.35, 1.0, 0.14, 0.10, 0.0),
    Emotion.AFRAID: Manner(1.14, 1.6, 0.9, -1.0, 0.30, -0.05, 0.6),
    Emotion.DETERMINED: Manner(0.95, -0.4, 0.8, 1.0, 0.05, 0.12, 0.0),
    Emotion.EMBARRASSED: Manner(0.94, 0.8, 0.9, -1.5, 0.28, -0.10, 0.2),
}

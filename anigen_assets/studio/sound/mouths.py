"""Mouth shapes of a spoken line on the drawing ticks, from the same syllables that are heard."""

from __future__ import annotations

from math import ceil, floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.sound.timing import PlacedLine

DRAWINGS_PER_SECOND: Final = 12
CLOSED, SMALL, OPEN, WIDE = 0, 1, 2, 3

_SHAPES: Final = {"a": OPEN, "e": OPEN, "i": SMALL, "u": SMALL, "o": WIDE}
_LIPS_MEET: Final = frozenset({"m", "b", "p"})
_SHOUTS: Final = frozenset({Emotion.JOYFUL, Emotion.ANGRY, Emotion.SURPRISED})


def mouth_shapes(line: PlacedLine, seconds: int) -> NDArray[np.uint8]:
    """The mouth at each drawing of the scene.

    Args:
        line: A line with its syllables.
        seconds: The scene's length.

    Returns:
        `(seconds * 12,) uint8`: 0 closed, 1 small, 2 open, 3 wide; 0 wherever the line is not heard.
    """
    mouths = np.zeros(seconds * DRAWINGS_PER_SECOND, np.uint8)
    first = floor(line.start_seconds * DRAWINGS_PER_SECOND)
    last = min(ceil(line.end_seconds * DRAWINGS_PER_SECOND), len(mouths))
    shouted = line.dialogue.emotion in _SHOUTS
    before = CLOSED
    for tick in range(max(first, 0), last):
        shape = _shape_at(line, (tick + 0.5) / DRAWINGS_PER_SECOND - line.start_seconds, shouted)
        # Two equal drawings in a row look frozen: the second one is half closed.
        if shape == before and shape != CLOSED:
            shape = shape - 1 if shape > SMALL else OPEN
        mouths[tick] = before = shape
    if not mouths.any():
        mouths[min(floor((line.start_seconds + line.end_seconds) / 2 * DRAWINGS_PER_SECOND), last - 1)] = (
            SMALL
        )
    return mouths


def _shape_at(line: PlacedLine, at: float, shouted: bool) -> int:
    """The shape `at` seconds into the line."""
    for beat in line.utterance.beats:
        if beat.start_seconds <= at < beat.end_seconds:
            through = (at - beat.start_seconds) / beat.seconds
            if through < 0.3 and beat.syllable.onset in _LIPS_MEET:
                return CLOSED
            if through > 0.75 and (beat.syllable.nasal or beat.is_last):
                return CLOSED if beat.syllable.nasal else SMALL
            shape = _SHAPES[beat.syllable.vowel]
            return WIDE if shouted and shape == OPEN and beat.syllable.stressed else shape
    return CLOSED

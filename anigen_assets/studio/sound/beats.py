"""How long each syllable of a line takes: a text, a pace and an emotion become timed beats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.sound.manner import MANNERS
from anigen_assets.studio.sound.tongue import PAUSE_SECONDS, Syllable, phrases

SYLLABLE_SECONDS: Final = 0.125
"""Pace 1.0 is eight syllables a second."""

RELEASE_SECONDS: Final = 0.08
"""A line's last vowel dies away for so long; it is part of the line."""

_SHORTEST_SYLLABLE_SECONDS: Final = 0.075


@dataclass(frozen=True)
class Beat:
    """A syllable in time.

    Attributes:
        start_seconds: From the line's start.
        seconds: Until the vowel ends.
        phrase: Index of its phrase in the line.
        place: 0 at the phrase's first beat, 1 at its last.
        ending: The phrase's punctuation.
    """

    syllable: Syllable
    start_seconds: float
    seconds: float
    phrase: int
    place: float
    ending: str

    @property
    def end_seconds(self) -> float:
        """From the line's start."""
        return self.start_seconds + self.seconds

    @property
    def is_last(self) -> bool:
        """It closes its phrase."""
        return self.place == 1.0


@dataclass(frozen=True)
class Utterance:
    """A line's beats and its whole length, pauses and release included."""

    beats: tuple[Beat, ...]
    seconds: float

    def squeezed(self, seconds: float) -> Utterance:
        """The same line in another length; where it would babble, every so many syllables are left out."""
        factor = seconds / self.seconds
        kept = self.beats
        while len(kept) > 1 and seconds / len(kept) < _SHORTEST_SYLLABLE_SECONDS:
            kept = kept[::2]
        ends = [beat.start_seconds for beat in kept[1:]] + [self.beats[-1].end_seconds]
        timed = []
        for beat, end in zip(kept, ends, strict=True):
            spoken = beat.seconds if len(kept) == len(self.beats) else end - beat.start_seconds
            timed.append(replace(beat, start_seconds=beat.start_seconds * factor, seconds=spoken * factor))
        return Utterance(tuple(timed), seconds)


def utter(text: str, pace: float, emotion: Emotion) -> Utterance:
    """The natural timing of a line.

    Args:
        text: Any language.
        pace: The voice's own pace, 1.0 is eight syllables a second.
        emotion: Quickens or slows it.
    """
    tempo = pace * MANNERS[emotion].pace
    at = 0.0
    beats: list[Beat] = []
    spoken = phrases(text)
    for number, phrase in enumerate(spoken):
        last = len(phrase.syllables) - 1
        for place, syllable in enumerate(phrase.syllables):
            seconds = SYLLABLE_SECONDS / tempo * _stretch(syllable, place == last, phrase.ending)
            where = place / last if last else 1.0
            beats.append(Beat(syllable, at, seconds, number, where, phrase.ending))
            at += seconds
        if number + 1 < len(spoken):
            at += PAUSE_SECONDS[phrase.ending] / tempo
    return Utterance(tuple(beats), at + RELEASE_SECONDS)


def _stretch(syllable: Syllable, closes: bool, ending: str) -> float:
    """Relative length: stress, a hummed end and the lengthening before a pause."""
    stretch = 1.06 if syllable.stressed else 0.97
    if syllable.nasal:
        stretch *= 1.2
    if closes:
        stretch *= {"…": 2.0, "?": 1.5, ",": 1.25}.get(ending, 1.4)
    return stretch

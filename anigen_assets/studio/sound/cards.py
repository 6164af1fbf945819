"""Music of the title card and of the next-episode card: the series' own few notes, in the key of the scene."""

from __future__ import annotations

import random
from typing import Final

from anigen_assets.studio.sound.score import Note, Score
from anigen_assets.studio.sound.styles import Part
from anigen_assets.studio.sound.theory import SCALES, chord, nearest, voicing
from anigen_assets.studio.sound.timing import CARD_SECONDS

_MAJOR: Final = frozenset({"ionian", "lydian", "mixolydian", "pentatonic", "yo"})
_CHIME: Final = Part("celesta", 2.0, 0.2)
_HARP: Final = Part("harp", 0.0, -0.3)
_BELL: Final = Part("bell", -3.0, 0.0)
_CHORUS: Final = Part("choir", -13.0, 0.0)
_STRINGS: Final = Part("strings", -11.0, 0.0)
_DEPTH: Final = Part("bass", 0.0, 0.0)


def sting(series: str, score: Score) -> list[Note]:
    """Three seconds at the scene's start: a run, the series' motif, and a chord that leads into the bed."""
    major = score.style.scale in _MAJOR
    opening, leading = ("IVadd9", "Vsus4") if major else ("bVImaj7", "bVII")
    notes = _chords(score.tonic, ((opening, 0.05, 1.35), (leading, 1.4, 1.6)))
    ladder = _ladder(opening, score.tonic, 12)
    notes += [Note(_HARP, 0.04 + 0.055 * i, 1.6, midi, 0.5 + 0.03 * i) for i, midi in enumerate(ladder)]
    notes += _motif(series, score.tonic, opening, 0.72)
    notes.append(Note(_BELL, 1.4, 1.6, nearest(score.tonic + 14, _classes(leading, score.tonic)), 0.7))
    return notes


def farewell(series: str, score: Score, start_seconds: float) -> list[Note]:
    """The cadence under the next-episode card: the motif again, and home to a bright tonic."""
    major = score.style.scale in _MAJOR
    path = ("ii7", "Vsus4", "Iadd9") if major else ("bVImaj7", "bVII", "Iadd9")
    lengths = (0.7, 0.7, 1.5)
    chords: list[tuple[str, float, float]] = []
    at = start_seconds
    for numeral, seconds in zip(path, lengths, strict=True):
        chords.append((numeral, at, seconds))
        at += seconds
    home = start_seconds + sum(lengths[:2])
    notes = _chords(score.tonic, tuple(chords))
    notes += _motif(series, score.tonic, path[0], start_seconds)
    ladder = _ladder(path[2], score.tonic, 8)
    notes += [Note(_HARP, home + 0.05 * i, 1.3, midi, 0.6) for i, midi in enumerate(ladder)]
    notes.append(Note(_BELL, home, 1.4, score.tonic + 12, 0.8))
    return notes


def _chords(tonic: int, path: tuple[tuple[str, float, float], ...]) -> list[Note]:
    notes: list[Note] = []
    before: tuple[int, ...] = ()
    for numeral, start, seconds in path:
        classes = _classes(numeral, tonic)
        before = voicing(classes[:4], before, 62.0, 4)
        for midi in before:
            notes.append(Note(_STRINGS, start, seconds, midi, 0.9))
        notes += [Note(_CHORUS, start, seconds, midi + 12, 0.7) for midi in before[1:3]]
        notes.append(Note(_DEPTH, start, seconds, nearest(tonic - 22, classes[:1]), 0.9))
    return notes


def _motif(series: str, tonic: int, numeral: str, start_seconds: float) -> list[Note]:
    """Five notes that belong to the series: the same intervals in every episode, whatever the key."""
    draw = random.Random(f"motif {series}")
    scale = SCALES["pentatonic"]
    beat = CARD_SECONDS / 16
    rhythm = draw.choice(((1, 1, 2, 1, 3), (2, 1, 1, 1, 3), (1.5, 1.5, 1, 1, 3)))
    place = 5 + draw.choice((0, 2, 3))
    notes: list[Note] = []
    at = start_seconds
    for length in rhythm:
        octave, step = divmod(place, len(scale))
        midi = tonic + 12 * octave + scale[step]
        if length >= 2:
            midi = nearest(midi, _classes(numeral, tonic)) if len(notes) < 2 else midi
        notes.append(Note(_CHIME, at, length * beat + 0.6, midi, 0.85))
        at += length * beat
        place += draw.choice((-2, -1, 1, 2))
    return notes


def _classes(numeral: str, tonic: int) -> tuple[int, ...]:
    return chord(numeral).pitch_classes(tonic)


def _ladder(numeral: str, tonic: int, count: int) -> list[int]:
    """The chord's notes upwards from below the middle."""
    classes = _classes(numeral, tonic)
    return [note for note in range(tonic - 8, tonic + 60) if note % 12 in classes][:count]

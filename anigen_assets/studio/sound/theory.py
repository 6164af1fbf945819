"""Scales, chords by their Roman numerals, and voice leading. Pure arithmetic on semitones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

SCALES: Final[dict[str, tuple[int, ...]]] = {
    "ionian": (0, 2, 4, 5, 7, 9, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "aeolian": (0, 2, 3, 5, 7, 8, 10),
    "harmonic": (0, 2, 3, 5, 7, 8, 11),
    "pentatonic": (0, 2, 4, 7, 9),
    "yo": (0, 2, 5, 7, 9),
}

_NUMERAL: Final = re.compile(r"([b#]?)(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)(.*)")
_DEGREES: Final = {"I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11}
_KINDS: Final[dict[str, tuple[int, ...]]] = {
    "sus2": (0, 2, 7),
    "sus4": (0, 5, 7),
    "dim": (0, 3, 6),
    "7sus4": (0, 5, 7, 10),
}
_ADDED: Final = {"": (), "7": (10,), "maj7": (11,), "add9": (14,), "maj9": (11, 14), "9": (10, 14), "6": (9,)}


@dataclass(frozen=True)
class Chord:
    """A chord in a key.

    Attributes:
        root: Semitones above the tonic, 0 to 11.
        tones: Semitones above the root, rising from 0.
    """

    root: int
    tones: tuple[int, ...]

    def pitch_classes(self, tonic: int) -> tuple[int, ...]:
        """The chord's notes in a key, 0 to 11, root first."""
        return tuple((tonic + self.root + tone) % 12 for tone in self.tones)


def chord(numeral: str) -> Chord:
    """Reads a Roman numeral: upper case major, lower case minor; "bVII", "IVmaj7", "Vsus4", "iadd9".

    Raises:
        ValueError: When the numeral is not known.
    """
    match = _NUMERAL.fullmatch(numeral)
    if match is None:
        raise ValueError(f"'{numeral}' is not a chord")
    accidental, degree, kind = match.groups()
    root = (_DEGREES[degree.upper()] + {"b": -1, "#": 1, "": 0}[accidental]) % 12
    if kind in _KINDS:
        return Chord(root, _KINDS[kind])
    if kind not in _ADDED:
        raise ValueError(f"'{numeral}' has an unknown ending '{kind}'")
    third = 4 if degree.isupper() else 3
    return Chord(root, (0, third, 7, *_ADDED[kind]))


def nearest(pitch: float, classes: tuple[int, ...]) -> int:
    """The MIDI note of one of the pitch classes that is nearest to `pitch`; the lower one of two."""
    candidates = (int(pitch) + step for step in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6))
    return min(
        (note for note in candidates if note % 12 in classes), key=lambda note: (abs(note - pitch), note)
    )


def voicing(classes: tuple[int, ...], before: tuple[int, ...], centre: float, voices: int) -> tuple[int, ...]:
    """Spreads a chord over voices so that each moves as little as possible.

    Args:
        classes: Pitch classes, root first; where there are more than voices, the fifth is left out.
        before: The voicing that comes before, or empty.
        centre: The MIDI pitch about which the voices lie when nothing came before.
        voices: How many notes.

    Returns:
        Rising MIDI notes.
    """
    kept = classes if len(classes) <= voices else tuple(pc for i, pc in enumerate(classes) if i != 2)[:voices]
    best: tuple[float, tuple[int, ...]] | None = None
    for lowest in range(int(centre) - 11, int(centre) + 4):
        if lowest % 12 not in kept:
            continue
        stack = [lowest]
        while len(stack) < voices:
            stack.append(next(note for note in range(stack[-1] + 1, stack[-1] + 13) if note % 12 in kept))
        if set(kept) - {note % 12 for note in stack}:
            continue
        drift = abs(sum(stack) / voices - centre)
        moved = sum(abs(a - b) for a, b in zip(stack, before, strict=True)) if before else 0
        crowded = sum(1 for low, high in pairwise(stack) if high - low == 1)
        cost = moved + 0.7 * drift + 2.0 * crowded
        if best is None or cost < best[0]:
            best = (cost, tuple(stack))
    return best[1] if best else tuple(sorted(nearest(centre, (pc,)) for pc in kept))

"""Melody: one motif, stated, sequenced, turned over and brought home."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from anigen_assets.studio.sound.theory import nearest

_RHYTHMS: Final[dict[int, tuple[tuple[float, ...], ...]]] = {
    3: ((2, 1), (1, 1, 1), (1.5, 0.5, 1), (1, 0.5, 0.5, 1), (0.5, 0.5, 2)),
    4: ((1.5, 0.5, 1, 1), (1, 0.5, 0.5, 2), (2, 1, 1), (0.5, 0.5, 1, 2), (1.5, 1.5, 1), (1, 1, 0.5, 0.5, 1)),
}
_HOMEWARD: Final[dict[int, tuple[float, ...]]] = {3: (1, 2), 4: (1, 1, 2)}
_REACH: Final = 8  # semitones above and below the centre


@dataclass(frozen=True)
class MelodyNote:
    """A note in beats from the melody's start."""

    beat: float
    beats: float
    midi: int
    velocity: float


@dataclass(frozen=True)
class Motif:
    """The cell from which a melody grows.

    Attributes:
        rhythm: Lengths in beats that fill a bar.
        contour: Scale steps from each note to the next, one fewer than notes.
    """

    rhythm: tuple[float, ...]
    contour: tuple[int, ...]

    def inverted(self) -> Motif:
        """Turned upside down."""
        return Motif(self.rhythm, tuple(-step for step in self.contour))

    def fragment(self, beats: int) -> Motif:
        """Its head, twice."""
        half = beats / 2
        head: list[float] = []
        while sum(head) < half and len(head) < len(self.rhythm):
            head.append(min(self.rhythm[len(head)], half - sum(head)))
        steps = self.contour[: len(head) - 1]
        return Motif((*head, *head), (*steps, 1, *steps))


def draw_motif(draw: random.Random, beats: int, leaps: float) -> Motif:
    """A fresh motif: mostly steps, one leap, an arch or a fall."""
    rhythm = draw.choice(_RHYTHMS[beats])
    rising = draw.random() < 0.65
    contour = []
    for place in range(len(rhythm) - 1):
        size = draw.choice((1, 1, 1, 2)) if draw.random() > 0.25 * leaps else draw.choice((2, 3, 4))
        up = rising if place < (len(rhythm) - 1) / 2 else not rising
        contour.append(size if up else -size)
    return Motif(rhythm, tuple(contour))


def sing(
    draw: random.Random,
    motif: Motif,
    chords: Sequence[tuple[int, ...]],
    scale: tuple[int, ...],
    beats: int,
    centre: int,
    sparseness: float,
) -> list[MelodyNote]:
    """A melody over one chord a bar.

    Args:
        draw: The scene's chance.
        motif: What it grows from.
        chords: Pitch classes of each bar's chord.
        scale: Pitch classes of the scale, in the key.
        beats: In a bar.
        centre: MIDI note about which it moves.
        sparseness: Share of bars that rest.
    """
    notes: list[MelodyNote] = []
    contrast = Motif(draw.choice(_RHYTHMS[beats]), motif.inverted().contour)
    for bar, classes in enumerate(chords):
        last = bar == len(chords) - 1
        # The line climbs towards two thirds of the scene and comes back.
        through = bar / max(len(chords) - 1, 1)
        aim = centre - 2 + 7 * (through / 0.66 if through < 0.66 else (1.0 - through) / 0.34)
        before = notes[-1].midi if notes else centre
        safe = _without_rubs(classes)
        anchor = nearest(0.5 * before + 0.5 * aim, safe)
        if last:
            notes.append(MelodyNote(bar * beats, beats, nearest(0.7 * before + 0.3 * aim, safe[:3]), 0.9))
        elif draw.random() >= sparseness or bar == 1:
            shape = _development(bar, motif, contrast, beats)
            notes += _bar(shape, bar * beats, anchor, safe, _ladder(scale, classes, centre), centre)
    return notes


def _development(bar: int, motif: Motif, contrast: Motif, beats: int) -> Motif:
    """Which form of the motif a bar takes: statement, answer, fragments, half close; then a contrast."""
    theme = motif if bar // 4 % 3 != 1 else contrast
    if bar % 4 == 2:
        return theme.fragment(beats)
    if bar % 4 == 3:
        rhythm = _HOMEWARD[beats]
        return Motif(
            rhythm, tuple(-1 if step > 0 else 1 for step in (*theme.contour, 1, 1))[: len(rhythm) - 1]
        )
    return theme


def _bar(
    shape: Motif, beat: float, anchor: int, classes: tuple[int, ...], steps: list[int], centre: int
) -> list[MelodyNote]:
    notes: list[MelodyNote] = []
    place = min(range(len(steps)), key=lambda i: (abs(steps[i] - anchor), i))
    at = 0.0
    contour = (0, *shape.contour, *[1] * len(shape.rhythm))
    for number, length in enumerate(shape.rhythm):
        place += contour[number]
        if not 0 <= place < len(steps) or abs(steps[place] - centre) > _REACH:
            place -= 2 * contour[number]  # the motif turns back at the end of its range
        place = min(max(place, 0), len(steps) - 1)
        pitch = steps[place]
        strong = at == int(at) and (length >= 1 or int(at) % 2 == 0)
        if strong and all((pitch - pc) % 12 for pc in classes):
            pitch = _chord_tone(pitch, classes, notes[-1].midi if notes else None)
        velocity = 0.78 + (0.16 if at == 0 else 0.06 if strong else -0.06)
        notes.append(MelodyNote(beat + at, length, pitch, velocity))
        at += length
    return notes


def _chord_tone(pitch: int, classes: tuple[int, ...], before: int | None) -> int:
    """The nearest chord tone that is not the note just sung, onwards in the direction of the line."""
    onwards = 1 if before is not None and pitch > before else -1
    near = [pitch + step for step in (onwards, -onwards, 2 * onwards, -2 * onwards, 3 * onwards)]
    return next((note for note in near if note % 12 in classes and note != before), pitch)


def _without_rubs(classes: tuple[int, ...]) -> tuple[int, ...]:
    """Chord tones that can be sung: the root rubs against a major seventh a semitone below it."""
    return classes[1:] if (classes[0] - 1) % 12 in classes else classes


def _ladder(scale: tuple[int, ...], classes: tuple[int, ...], centre: int) -> list[int]:
    """The scale's notes in reach; where a borrowed chord alters one, the chord's note takes its place."""
    borrowed = [pc for pc in classes if pc not in scale]
    kept = {pc for pc in scale if all((pc - other) % 12 not in (1, 11) for other in borrowed)} | set(borrowed)
    return [note for note in range(centre - 14, centre + 15) if note % 12 in kept]

"""The score of a scene: which note sounds when. Nothing here makes a sound."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from anigen_assets.story.vocabulary import Mood
from anigen_assets.studio.sound.melody import draw_motif, sing
from anigen_assets.studio.sound.styles import STYLES, Part, Style
from anigen_assets.studio.sound.theory import SCALES, chord, nearest, voicing

_PAD_VOICES: Final = 4
_DEEPEST_MIDI: Final = 33
_SHRILL_MIDI: Final = 77
_DRUM_LEVELS_DB: Final = {"kick": 0.0, "snare": -4.0, "taiko": 0.0, "woodblock": -6.0}
_QUIET_DRUM_DB: Final = -5.0


@dataclass(frozen=True)
class Note:
    """One note for one part.

    Attributes:
        velocity: 0 to 1.
    """

    part: Part
    start_seconds: float
    seconds: float
    midi: int
    velocity: float


@dataclass(frozen=True)
class Score:
    """Everything the ensemble plays, in the key of `tonic`."""

    style: Style
    tonic: int
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class _Grid:
    """Bars that fill a stretch of the scene exactly."""

    start_seconds: float
    bars: int
    beats: int
    beat_seconds: float

    def at(self, bar: int, beat: float = 0.0) -> float:
        return self.start_seconds + (bar * self.beats + beat) * self.beat_seconds

    @property
    def bar_seconds(self) -> float:
        return self.beats * self.beat_seconds


def write_score(
    mood: Mood, seed: int, start_seconds: float, end_seconds: float, spoken: Sequence[tuple[float, float]]
) -> Score:
    """Composes the bed of a scene.

    Args:
        mood: Picks the style.
        seed: Picks the key, the harmony and the motif.
        start_seconds: Where the first bar begins.
        end_seconds: Where the last bar ends; the tempo is bent so that bars fit exactly.
        spoken: Stretches in which somebody talks; the melody makes room there.
    """
    draw = random.Random(f"score {mood} {seed}")
    style = STYLES[mood]
    tonic = draw.choice(style.tonics)
    length = end_seconds - start_seconds
    bars = max(2, round(length * style.tempo / 60 / style.beats))
    grid = _Grid(start_seconds, bars, style.beats, length / bars / style.beats)
    chords = _harmony(draw, style, bars)
    classes = [chord(numeral).pitch_classes(tonic) for numeral in chords]
    notes = [
        *_pad(style, grid, classes, tonic),
        *_bass(style, grid, classes, tonic),
        *_figure(style, grid, classes, tonic),
        *_drums(style, grid),
        *_lead(draw, style, grid, classes, tonic, spoken),
    ]
    return Score(style, tonic, tuple(notes))


def _harmony(draw: random.Random, style: Style, bars: int) -> list[str]:
    """One chord a bar: a progression, another one in the middle third, the first again, the close."""
    first, second = draw.sample(style.progressions, 2)
    chords = []
    for bar in range(bars - 2):
        section = first if bar // 4 % 3 != 1 else second
        chords.append(section[bar % 4])
    return [*chords, *style.close]


def _pad(style: Style, grid: _Grid, classes: list[tuple[int, ...]], tonic: int) -> list[Note]:
    """Four led voices; a voice that keeps its note is held and not struck again."""
    centre = 59.0 + (tonic - 60) * 0.3
    before: tuple[int, ...] = ()
    stacks = []
    for pitch_classes in classes:
        before = voicing(pitch_classes, before, centre, _PAD_VOICES)
        stacks.append(before)
    notes = []
    for voice in range(_PAD_VOICES):
        line = [stack[voice] for stack in stacks]
        first = 0
        while first < grid.bars:
            held = 1
            while first + held < grid.bars and line[first + held] == line[first] and held < 4:
                held += 1
            seconds = held * grid.bar_seconds
            notes.append(Note(style.pad, grid.at(first), seconds, line[first], 0.9 if voice else 0.8))
            first += held
    return notes


def _bass(style: Style, grid: _Grid, classes: list[tuple[int, ...]], tonic: int) -> list[Note]:
    notes = []
    before = float(tonic - 24 if tonic >= 60 else tonic - 12)
    low = before
    for bar, (root, *_rest) in enumerate(classes):
        before = nearest(0.5 * before + 0.5 * low, (root,))
        steps = ["r"] if bar == grid.bars - 1 else _growing(style.bass_lines, bar, grid.bars).split()
        beat = style.beats / len(steps)
        for number, step in enumerate(steps):
            if step in "-.":
                continue
            held = 1
            while number + held < len(steps) and steps[number + held] == "-":
                held += 1
            midi = (int(before) + 12 if before < _DEEPEST_MIDI else int(before)) + {"r": 0, "f": 7, "o": 12}[
                step
            ]
            start = grid.at(bar, number * beat)
            velocity = 0.95 if number == 0 else 0.75
            notes.append(Note(style.bass, start, held * beat * grid.beat_seconds, midi, velocity))
    return notes


def _figure(style: Style, grid: _Grid, classes: list[tuple[int, ...]], tonic: int) -> list[Note]:
    notes = []
    before: tuple[int, ...] = ()
    for bar, pitch_classes in enumerate(classes):
        before = voicing(pitch_classes[:4], before, tonic + 3.0, 3)
        ladder = [*before, *(note + 12 for note in before)]
        if bar == grid.bars - 1:  # the last chord is rolled and rings
            for rolled, midi in enumerate(ladder[:4]):
                notes.append(Note(style.figure, grid.at(bar, 0.12 * rolled), grid.bar_seconds, midi, 0.8))
            continue
        steps = _growing(style.figures, bar, grid.bars).split()
        beat = style.beats / len(steps)
        for number, step in enumerate(steps):
            if step == ".":
                continue
            late = style.swing * beat if number % 2 else 0.0
            for voice in step.split("+"):
                velocity = (0.85 if number == 0 else 0.7 if number % 2 == 0 else 0.58) + 0.04 * (bar % 2)
                start = grid.at(bar, number * beat + late)
                notes.append(Note(style.figure, start, 2.0 * grid.beat_seconds, ladder[int(voice)], velocity))
    return notes


def _drums(style: Style, grid: _Grid) -> list[Note]:
    notes = []
    for instrument, pattern in style.drums.items():
        level = _DRUM_LEVELS_DB.get(instrument, _QUIET_DRUM_DB)
        part = Part(instrument, level, 0.3 if level == _QUIET_DRUM_DB else 0.0)
        beat = style.beats / len(pattern)
        for bar in range(2, grid.bars - 1):
            for number, step in enumerate(pattern):
                if step != ".":
                    late = style.swing * 2 * beat if number % 4 == 2 else 0.0
                    velocity = 0.9 if step == "X" else 0.6 - 0.15 * (number % 2)
                    notes.append(Note(part, grid.at(bar, number * beat + late), 0.4, 60, velocity))
    return notes


def _lead(
    draw: random.Random,
    style: Style,
    grid: _Grid,
    classes: list[tuple[int, ...]],
    tonic: int,
    spoken: Sequence[tuple[float, float]],
) -> list[Note]:
    scale = tuple((tonic + step) % 12 for step in SCALES[style.scale])
    motif = draw_motif(draw, style.beats, style.leaps)
    rest = 1 if grid.bars > 4 else 0  # the ensemble opens the scene alone
    melody = sing(draw, motif, classes[rest:], scale, style.beats, _centre(style, tonic), style.sparseness)
    notes = []
    for note in melody:
        start = grid.at(rest, note.beat)
        under_speech = any(begin - 0.15 < start < end for begin, end in spoken)
        if under_speech and note.beat != int(note.beat):
            continue
        velocity = note.velocity * (0.6 if under_speech else 1.0)
        seconds = note.beats * grid.beat_seconds * 0.96
        notes.append(Note(style.lead, start, seconds, note.midi, velocity))
    return notes


def _centre(style: Style, tonic: int) -> int:
    """The middle of the melody, brought down where a high key would make it shrill."""
    centre = tonic + style.register
    return centre - 5 if centre > _SHRILL_MIDI else centre


def _growing(patterns: tuple[str, ...], bar: int, bars: int) -> str:
    """The first pattern at the start, the later ones as the scene goes on."""
    return patterns[min(int(1.4 * len(patterns) * bar / bars), len(patterns) - 1)]

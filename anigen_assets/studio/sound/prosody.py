"""The melody of speech: pitch and level of a line over time, by punctuation, stress and emotion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from anigen_assets.studio.sound.beats import Beat, Utterance
from anigen_assets.studio.sound.manner import Manner
from anigen_assets.studio.sound.samples import Samples
from anigen_assets.studio.sound.tract import Tract

CONTROL_HZ: Final = 200
"""Controls are drawn every 5 ms and interpolated between."""

_TREMOR_HZ: Final = 6.3
_LOWEST_HZ: Final = 65.0
_SHRILL_HZ: Final = 340.0  # higher pitches are bent back towards this one

# Semitones at the (start, end) of a phrase's last syllable, on top of the falling line.
_CLOSES: Final = {"?": (0.5, 5.5), "!": (1.5, -2.2), ".": (-0.4, -2.0), ",": (0.0, 1.6), "…": (-0.6, -1.2)}


@dataclass(frozen=True)
class Intonation:
    """Pitch in hertz and level (1 is an ordinary stressed vowel) at each control step."""

    pitch_hz: Samples
    level: Samples


def intonation(said: Utterance, tract: Tract, manner: Manner, draw: np.random.Generator) -> Intonation:
    """Draws the line's melody.

    Args:
        said: The timed syllables.
        tract: Who speaks.
        manner: How.
        draw: Source of the small irregularities of a living voice.
    """
    count = int(np.ceil(said.seconds * CONTROL_HZ)) + 1
    seconds = np.arange(count) / CONTROL_HZ
    pitch: list[tuple[float, float]] = []
    level: list[tuple[float, float]] = []
    for beat in said.beats:
        sway = float(draw.uniform(-0.5, 0.5))
        pitch += _pitch_points(beat, manner.melody, sway)
        level += _level_points(beat, sway)
    semitones = _smooth(np.interp(seconds, *_columns(pitch)), 7)
    semitones += manner.lift_semitones + _life(seconds, said, tract, manner, draw)
    hertz = np.maximum(tract.pitch_hz * 2.0 ** (semitones / 12.0), _LOWEST_HZ)
    hertz = np.where(hertz > _SHRILL_HZ, np.sqrt(_SHRILL_HZ * hertz), hertz)
    trembling = 1.0 + 0.22 * manner.tremor * np.sin(2 * np.pi * _TREMOR_HZ * seconds)
    loud = _smooth(np.interp(seconds, *_columns(level)), 5) * trembling
    return Intonation(hertz.astype(np.float32), loud.astype(np.float32))


def _pitch_points(beat: Beat, melody: float, sway: float) -> list[tuple[float, float]]:
    falling = 1.5 - 2.8 * beat.place
    if beat.ending == "!":
        falling += 1.6 * (1.0 - beat.place)
    stress = 1.5 if beat.syllable.stressed else -0.3
    middle = (falling + stress + sway) * melody
    if not beat.is_last:
        return [(beat.start_seconds + 0.45 * beat.seconds, middle)]
    opens, closes = _CLOSES[beat.ending]
    return [
        (beat.start_seconds + 0.30 * beat.seconds, middle + opens * melody),
        (beat.end_seconds, middle + closes * melody),
    ]


def _level_points(beat: Beat, sway: float) -> list[tuple[float, float]]:
    base = (1.0 if beat.syllable.stressed else 0.82) * (1.0 - 0.16 * beat.place) * (1.0 + 0.1 * sway)
    base *= {"!": 1.12, "…": 0.85}.get(beat.ending, 1.0)
    if not beat.is_last:
        return [(beat.start_seconds + 0.5 * beat.seconds, base)]
    fades = 0.35 if beat.ending == "…" else 0.55
    return [(beat.start_seconds + 0.4 * beat.seconds, base), (beat.end_seconds, base * fades)]


def _life(
    seconds: np.ndarray, said: Utterance, tract: Tract, manner: Manner, draw: np.random.Generator
) -> np.ndarray:
    """Semitones of vibrato, wandering and trembling; vibrato swells on the syllables that close a phrase."""
    wander = _smooth(draw.standard_normal(len(seconds)), 15) * 0.55 * tract.unsteadiness
    depth = np.full(len(seconds), 0.06)
    for beat in said.beats:
        if beat.is_last:
            inside = (seconds >= beat.start_seconds + 0.3 * beat.seconds) & (seconds <= beat.end_seconds)
            depth[inside] = 0.28
    sway = _smooth(depth, 15) * np.sin(2 * np.pi * tract.vibrato_hz * seconds)
    moves: np.ndarray = wander + sway + 0.35 * manner.tremor * np.sin(2 * np.pi * _TREMOR_HZ * seconds)
    return moves


def _columns(points: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [point[0] for point in points], [point[1] for point in points]


def _smooth(values: np.ndarray, width: int) -> np.ndarray:
    """A moving average over an odd number of control steps, held at the edges."""
    padded = np.pad(values, width // 2, mode="edge")
    return np.convolve(padded, np.full(width, 1.0 / width), mode="valid")

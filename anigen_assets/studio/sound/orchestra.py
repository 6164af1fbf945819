"""The players: notes of a score become sound."""

from __future__ import annotations

import random
from collections.abc import Iterable
from math import cos, pi, sin
from typing import Final

import numpy as np

from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, gain
from anigen_assets.studio.sound.score import Note
from anigen_assets.studio.sound.struck import DRUMS, RECIPES, strike
from anigen_assets.studio.sound.sustained import ENSEMBLES, hold, sing_note

_DAMPER: Final = int(0.12 * SYNTH_RATE_HZ)
_LOOSENESS_SECONDS: Final = 0.005  # nobody plays exactly on the beat


def play(notes: Iterable[Note], seconds: float, seed: int) -> Samples:
    """Plays notes without any room.

    Args:
        notes: Of the score and the cards.
        seconds: Length of the result; what rings longer is cut off.
        seed: Of the small irregularities of players.

    Returns:
        `(2, samples) float32` at 24 kHz.
    """
    stage = np.zeros((2, int(seconds * SYNTH_RATE_HZ)), np.float32)
    draw = random.Random(f"players {seed}")
    for note in notes:
        start = note.start_seconds + draw.uniform(0.0, _LOOSENESS_SECONDS)
        level = note.velocity * gain(note.part.level_db) * draw.uniform(0.94, 1.06)
        _add(stage, int(start * SYNTH_RATE_HZ), note, level)
    return stage


def _add(stage: Samples, start: int, note: Note, level: float) -> None:
    sound = _sound_of(note)
    begin = max(start, 0)
    sound = sound[..., begin - start : stage.shape[1] - start]
    if sound.shape[-1] == 0:
        return
    span = slice(begin, begin + sound.shape[-1])
    if sound.ndim == 2:
        stage[:, span] += sound * np.float32(level)
        return
    angle = (note.part.pan + 1.0) * pi / 4
    stage[0, span] += sound * np.float32(level * cos(angle))
    stage[1, span] += sound * np.float32(level * sin(angle))


def _sound_of(note: Note) -> Samples:
    instrument = note.part.instrument
    if instrument in ENSEMBLES:
        return hold(instrument, note.midi, note.seconds)
    if instrument in DRUMS:
        return strike(instrument, note.midi)
    if instrument in RECIPES:
        rung = strike(instrument, note.midi)
        held = int(note.seconds * SYNTH_RATE_HZ) + _DAMPER
        if held >= len(rung):
            return rung
        damped = rung[:held].copy()
        damped[-_DAMPER:] *= np.linspace(1.0, 0.0, _DAMPER, dtype=np.float32)
        return damped
    return sing_note(instrument, note.midi, note.seconds)

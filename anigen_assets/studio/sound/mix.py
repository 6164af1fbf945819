"""The mix: speech over music over air, and the master that brings a scene to its loudness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

import numpy as np

from anigen_assets.studio.ports import LOUDNESS_LUFS, SAMPLE_RATE_HZ, TRUE_PEAK_DBTP
from anigen_assets.studio.sound.accents import accent
from anigen_assets.studio.sound.foley import Heard
from anigen_assets.studio.sound.limiter import limit
from anigen_assets.studio.sound.loudness import (
    FRAMES_PER_SECOND,
    ROW,
    frame_powers,
    integrated_loudness,
    true_peak,
)
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, between, decibels, gain

Span = tuple[float, float]

MUSIC_LUFS: Final = -24.0
"""Loudness of the bed before the master where nobody speaks, beside speech at about -19."""

_DUCK_STEP: Final = SYNTH_RATE_HZ // 50
_DUCK_DB: Final = -5.0
_SPEECH_OVER_MUSIC_DB: Final = 11.0
_DUCK_ATTACK_SECONDS: Final = 0.35
_DUCK_RELEASE_SECONDS: Final = 0.9
_MARGIN_DB: Final = 1.2  # what a lossy coder may add to a peak
_SILENT_SECONDS: Final = 0.02
_FADE_IN_SECONDS: Final = 0.15
_FADE_OUT_SECONDS: Final = 0.35
_CLOSE_ENOUGH_LU: Final = 0.05


@dataclass(frozen=True)
class Mastered:
    """Loudness in LUFS and highest true peak in dBTP of a finished scene."""

    loudness_lufs: float
    true_peak_dbtp: float


def place_mono(stage: Samples, sound: Samples, start_seconds: float, level: float, pan: float) -> None:
    """Adds a sound to a stereo stage at 24 kHz; what lies beyond its end is cut off."""
    start = int(start_seconds * SYNTH_RATE_HZ)
    sound = sound[: max(stage.shape[1] - start, 0)]
    angle = (pan + 1.0) * pi / 4
    stage[0, start : start + len(sound)] += sound * np.float32(level * cos(angle))
    stage[1, start : start + len(sound)] += sound * np.float32(level * sin(angle))


def place_accents(stage: Samples, heard: Sequence[Heard]) -> None:
    """Adds the foley to the stage."""
    for one in heard:
        place_mono(stage, accent(one.sound), one.start_seconds, gain(one.level_db) / 0.3, one.pan)


def balance(music: Samples, speech: Samples, spoken: Sequence[Span]) -> None:
    """Brings the bed to its loudness, in place, and turns it down under speech.

    It steps back by a fixed amount, and further where it would still be too near to a voice.
    """
    bed = frame_powers(music, SYNTH_RATE_HZ)
    loudness = integrated_loudness(bed)
    if loudness == float("-inf"):
        return
    level = gain(MUSIC_LUFS - loudness)
    if not spoken:
        music *= np.float32(level)
        return
    voice = frame_powers(speech, SYNTH_RATE_HZ)
    depth_db = np.zeros(music.shape[1] // _DUCK_STEP + 1)
    moments = np.arange(len(depth_db)) * (_DUCK_STEP / SYNTH_RATE_HZ)
    for begin, end in spoken:
        first = int(begin * FRAMES_PER_SECOND)
        frames = slice(first, max(int(end * FRAMES_PER_SECOND), first + 1))
        over = decibels(float(voice[frames].mean())) - decibels(float(bed[frames].mean()) * level * level)
        deepest = min(_DUCK_DB, over - _SPEECH_OVER_MUSIC_DB)
        times = (begin - _DUCK_ATTACK_SECONDS, begin - 0.05, end, end + _DUCK_RELEASE_SECONDS)
        depth_db = np.minimum(depth_db, np.interp(moments, times, (0.0, deepest, deepest, 0.0)))
    curve = (level * 10.0 ** (depth_db / 20.0)).astype(np.float32)
    music *= between(curve, _DUCK_STEP)


def fade_edges(wide: Samples) -> None:
    """Takes out any offset, makes 20 ms at both ends silent and fades towards them, in place.

    Scenes are joined without re-encoding, so a scene must begin and end with nothing.
    """
    wide -= wide.mean(axis=1, keepdims=True)
    silent = int(_SILENT_SECONDS * SAMPLE_RATE_HZ)
    wide[:, :silent] = 0.0
    wide[:, -silent:] = 0.0
    for seconds, backwards in ((_FADE_IN_SECONDS, False), (_FADE_OUT_SECONDS, True)):
        count = min(int(seconds * SAMPLE_RATE_HZ), wide.shape[1] // 4)
        shape = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, count))).astype(np.float32)
        if backwards:
            wide[:, -silent - count : -silent] *= shape[::-1]
        else:
            wide[:, silent : silent + count] *= shape


def master(wide: Samples) -> Mastered:
    """Brings a scene to -16 LUFS with true peaks safely below -1 dBTP, in place."""
    ceiling = gain(TRUE_PEAK_DBTP - _MARGIN_DB)
    powers = frame_powers(wide, SAMPLE_RATE_HZ)
    for _ in range(3):
        loudness = integrated_loudness(powers)
        if abs(loudness - LOUDNESS_LUFS) < _CLOSE_ENOUGH_LU:
            break
        step = gain(LOUDNESS_LUFS - loudness)
        wide *= np.float32(step)
        powers *= step * step
        _measure_again(powers, wide, limit(wide, ceiling))
    peak = true_peak(wide)
    return Mastered(integrated_loudness(powers), decibels(peak * peak))


def _measure_again(powers: np.ndarray, wide: Samples, changed: np.ndarray) -> None:
    """Measures only the frames in which the limiter did something."""
    length = SAMPLE_RATE_HZ // FRAMES_PER_SECOND
    per_frame = length // ROW
    rows = changed[: len(powers) * per_frame].reshape(len(powers), per_frame).any(axis=1)
    if rows.any():
        frames = wide[:, : len(powers) * length].reshape(wide.shape[0], len(powers), length)[:, rows]
        powers[rows] = frame_powers(frames.reshape(wide.shape[0], -1), SAMPLE_RATE_HZ)

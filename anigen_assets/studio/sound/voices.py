"""Voices: harmonics under moving formants, with breath and consonant noise.

Additive synthesis: the harmonics of a gliding pitch, each weighted by what the vocal tract lets through.
Cheaper than filtering sample by sample in Python, and free of aliasing.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from anigen_assets.studio.sound.articulation import Movements, articulate
from anigen_assets.studio.sound.manner import MANNERS, Manner
from anigen_assets.studio.sound.noise import noise_loop, tiled
from anigen_assets.studio.sound.phonemes import BANDWIDTHS_HZ, FOURTH_FORMANT_HZ, NOISES
from anigen_assets.studio.sound.prosody import CONTROL_HZ, Intonation, intonation
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, between, gain, seed_of
from anigen_assets.studio.sound.timing import PlacedLine
from anigen_assets.studio.sound.tract import Tract, tract_of

_STEP: Final = SYNTH_RATE_HZ // CONTROL_HZ
_TOP_HZ: Final = 5200.0
_MOST_HARMONICS: Final = 56
_NOISE_SAMPLES: Final = 2 * SYNTH_RATE_HZ
_LINE_RMS: Final = 0.1
_CREST: Final = 4.2  # peaks above this many times the line's power are rounded off


def speak(line: PlacedLine) -> Samples:
    """The sound of one line.

    Returns:
        `(samples,) float32` at 24 kHz, about as long as the line, at an RMS of 0.1 moved by the emotion's
        level; begins and ends at zero.
    """
    manner = MANNERS[line.dialogue.emotion]
    tract = tract_of(line.face)
    draw = np.random.default_rng(seed_of("speak", line.face.id, line.dialogue.text))
    tune = intonation(line.utterance, tract, manner, draw)
    movements = articulate(line.utterance, len(tune.pitch_hz))
    phase = _phase(tune.pitch_hz)
    sound = _voiced(_harmonic_levels(tune, movements, tract, manner), phase)
    _add_noises(sound, movements, tune, tract, manner, phase, int(draw.integers(_NOISE_SAMPLES)))
    rms = float(np.sqrt(np.mean(sound * sound))) + 1e-9
    sound *= np.float32(1.0 / (_CREST * rms))
    np.tanh(sound, out=sound)
    sound *= np.float32(_CREST * _LINE_RMS * gain(manner.level_db))
    edge = SYNTH_RATE_HZ // 200
    sound[:edge] *= np.linspace(0.0, 1.0, edge, dtype=np.float32)
    sound[-edge:] *= np.linspace(1.0, 0.0, edge, dtype=np.float32)
    return sound


def _phase(pitch_hz: Samples) -> np.ndarray:
    """Running phase of the first harmonic in turns, `(samples,) float64`."""
    return np.cumsum(between(pitch_hz, _STEP), dtype=np.float64) / SYNTH_RATE_HZ


def _harmonic_levels(tune: Intonation, movements: Movements, tract: Tract, manner: Manner) -> Samples:
    """Amplitude of each harmonic at each control step, `(harmonics, steps)`."""
    count = int(min(_TOP_HZ / float(np.median(tune.pitch_hz)), _MOST_HARMONICS))
    number = np.arange(1, count + 1, dtype=np.float32)[:, None]
    hertz = number * tune.pitch_hz
    brightness = min(max(tract.brightness + manner.brightness, 0.0), 1.0)
    # The glottis falls off above 300 Hz; formants above the fourth, which are not made, lift what is below.
    levels = (1.0 + (hertz / 300.0) ** 2) ** np.float32(-0.66 + 0.24 * brightness)
    levels *= (1.0 + (hertz / 1300.0) ** 2) ** np.float32(0.30)
    levels *= np.clip((_TOP_HZ - hertz) / 900.0, 0.0, 1.0)
    fourth = np.full(hertz.shape[1], FOURTH_FORMANT_HZ, np.float32)
    squared = hertz * hertz
    for centre, width in zip((*movements.formants_hz, fourth), BANDWIDTHS_HZ, strict=True):
        resonance = (centre * np.float32(tract.size)) ** 2
        apart = resonance - squared
        levels *= resonance / np.sqrt(apart * apart + squared * np.float32(width * width))
    # Vowels differ by 15 dB in power; most of it is taken back so that no syllable jumps out.
    power = np.sqrt(np.sum(levels * levels, axis=0))
    levels *= movements.voicing * tune.level * (power + 1e-6) ** np.float32(-0.8)
    return levels.astype(np.float32)


def _voiced(levels: Samples, phase: np.ndarray) -> Samples:
    """Sums the harmonics: sines by the Chebyshev recurrence, levels by straight lines between steps."""
    steps = levels.shape[1] - 1
    turn = (2 * np.pi * (phase % 1.0)).astype(np.float32).reshape(steps, _STEP)
    twice_cosine = 2 * np.cos(turn)
    before, sine = np.zeros_like(turn), np.sin(turn)
    along = np.arange(_STEP, dtype=np.float32) / _STEP
    total = np.zeros_like(turn)
    level = np.empty_like(turn)
    for row in levels:
        np.multiply(np.diff(row)[:, None], along, out=level)
        level += row[:-1, None]
        level *= sine
        total += level
        np.multiply(twice_cosine, sine, out=level)
        level -= before
        before, sine, level = sine, level, before
    return total.reshape(-1)


def _add_noises(
    sound: Samples,
    movements: Movements,
    tune: Intonation,
    tract: Tract,
    manner: Manner,
    phase: np.ndarray,
    offset: int,
) -> None:
    """Adds consonants, and breath that pulses with the glottis."""

    def heard(name: str, level: Samples) -> Samples:
        loop = noise_loop(f"voice {name}", _NOISE_SAMPLES, SYNTH_RATE_HZ, NOISES[name])[0]
        return tiled(loop, len(sound), offset) * between(level, _STEP)

    for name, level in movements.noises.items():
        sound += heard(name, level * tune.level)
    share = 0.55 * min(tract.breath + manner.breath, 0.6)
    pulse = 1.0 + 0.6 * np.sin(2 * np.pi * (phase % 1.0)).astype(np.float32)
    sound += heard("breath", share * 0.4 * movements.voicing * tune.level) * pulse

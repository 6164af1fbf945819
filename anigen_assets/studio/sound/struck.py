"""Struck and plucked instruments: sums of damped partials, and drums."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sin
from typing import Final

import numpy as np

from anigen_assets.studio.sound.bank import BANK
from anigen_assets.studio.sound.noise import Colouring, noise_loop
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, hertz, seed_of

_ROW: Final = 160
_STACK: Final = 24  # rows a matrix; small enough that BLAS stays in one thread
_INAUDIBLE: Final = 0.004
_LOUDNESS: Final = 0.1  # RMS of the first quarter of a second


@dataclass(frozen=True)
class Partials:
    """A struck instrument's recipe.

    Attributes:
        ratios: Frequencies of the partials over the fundamental.
        levels: Their amplitudes.
        decays: How many nepers a second each loses at middle C; higher notes die faster.
        seconds: The longest note.
        knock: Level of the noise of the strike.
        knock_colour: Its spectrum.
    """

    ratios: tuple[float, ...]
    levels: tuple[float, ...]
    decays: tuple[float, ...]
    seconds: float
    knock: float = 0.0
    knock_colour: Colouring = ((100, 0), (600, -6), (2500, -30))


def _string(
    count: int,
    slope: float,
    decay: float,
    damping: float,
    pluck: float,
    stiffness: float,
    seconds: float,
    knock: float,
) -> Partials:
    """A string struck or plucked at a fraction of its length."""
    numbers = range(1, count + 1)
    return Partials(
        ratios=tuple(k * (1 + stiffness * k * k) ** 0.5 for k in numbers),
        levels=tuple(abs(sin(pi * k * pluck)) * k**-slope for k in numbers),
        decays=tuple(decay + damping * (k - 1) for k in numbers),
        seconds=seconds,
        knock=knock,
    )


RECIPES: Final[dict[str, Partials]] = {
    "piano": _string(12, 1.15, 1.5, 0.62, 0.13, 0.0004, seconds=2.6, knock=0.05),
    "felt": _string(8, 1.75, 1.6, 0.95, 0.17, 0.0003, seconds=2.6, knock=0.09),
    "harp": _string(9, 1.5, 2.2, 0.9, 0.38, 0.0001, seconds=2.2, knock=0.03),
    "koto": _string(14, 1.0, 1.9, 0.75, 0.09, 0.0002, seconds=2.2, knock=0.06),
    "bass": _string(7, 1.7, 1.9, 1.1, 0.25, 0.0001, seconds=1.8, knock=0.05),
    "pizzicato": _string(9, 1.3, 7.5, 1.6, 0.21, 0.0001, seconds=0.7, knock=0.10),
    "strings_short": _string(12, 0.95, 8.0, 0.8, 0.31, 0.0, seconds=0.6, knock=0.05),
    "celesta": Partials((1.0, 2.0, 4.07, 6.2), (1.0, 0.10, 0.28, 0.06), (2.6, 3.2, 6.5, 12.0), 1.8, 0.02),
    "music_box": Partials((1.0, 3.01, 5.9, 9.3), (1.0, 0.30, 0.16, 0.05), (2.2, 5.0, 9.0, 16.0), 2.0, 0.03),
    "bell": Partials(
        (0.5, 1.0, 1.19, 1.5, 2.0, 2.62, 3.0), (0.3, 1.0, 0.45, 0.3, 0.35, 0.12, 0.10),
        (0.9, 1.4, 2.0, 2.4, 2.6, 4.5, 5.0), 3.2, 0.02,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Drum:
    """A drum's recipe: a tone that drops, and noise.

    Attributes:
        tone_hz: Where the tone settles.
        drop: How many times higher it starts.
        tone: Its level.
        noise: Level of the noise.
        decay: Nepers a second of both.
        colour: Spectrum of the noise.
        seconds: Its length.
    """

    tone_hz: float
    drop: float
    tone: float
    noise: float
    decay: float
    colour: Colouring
    seconds: float


DRUMS: Final[dict[str, Drum]] = {
    "kick": Drum(52, 1.6, 1.0, 0.03, 13, ((200, 0), (1500, -20)), 0.32),
    "taiko": Drum(74, 0.5, 1.0, 0.10, 6.5, ((150, 0), (500, -6), (1500, -26)), 0.7),
    "snare": Drum(190, 0.3, 0.35, 0.45, 20, ((300, -10), (1800, 0), (6000, -6), (11000, -20)), 0.26),
    "brush": Drum(190, 0.1, 0.0, 0.4, 16, ((900, -14), (3500, 0), (8000, -6)), 0.28),
    "shaker": Drum(400, 0.0, 0.0, 0.4, 42, ((2500, -24), (5500, 0), (9000, -3)), 0.11),
    "tick": Drum(1900, 0.0, 0.25, 0.2, 70, ((1500, -12), (3800, 0), (8000, -10)), 0.08),
    "woodblock": Drum(830, 0.05, 1.0, 0.05, 38, ((700, 0), (3000, -12)), 0.14),
}


def strike(instrument: str, midi: int) -> Samples:
    """A note left to ring, `(samples,) float32` at 24 kHz, read-only.

    Raises:
        KeyError: When the instrument is neither in `RECIPES` nor in `DRUMS`.
    """
    if instrument in DRUMS:
        return BANK.get(("drum", instrument), lambda: _drum(instrument, DRUMS[instrument]))
    recipe = RECIPES[instrument]
    return BANK.get(("struck", instrument, midi), lambda: _struck(instrument, recipe, midi))


def _struck(name: str, recipe: Partials, midi: int) -> Samples:
    fundamental = hertz(midi)
    ratios = np.array(recipe.ratios)
    heard = ratios * fundamental < 0.45 * SYNTH_RATE_HZ
    speed = (fundamental / 261.6) ** 0.45
    decays = np.array(recipe.decays)[heard] * speed
    levels = np.array(recipe.levels)[heard] * np.minimum(1.0, 4200.0 / (ratios[heard] * fundamental))
    lasting = np.log(levels / levels.max() / _INAUDIBLE) / decays
    seconds = min(recipe.seconds, float(lasting.max()))
    phases = np.random.default_rng(seed_of("strike", name, midi)).uniform(0, 2 * np.pi, len(levels))
    sound = damped_sum(ratios[heard] * fundamental, levels, decays, phases, seconds)
    if recipe.knock:
        knock = noise_loop(f"knock {name}", 2400, SYNTH_RATE_HZ, recipe.knock_colour)[0][: len(sound)]
        fall = np.exp(-np.arange(len(knock), dtype=np.float32) * np.float32(70.0 / SYNTH_RATE_HZ))
        sound[: len(knock)] += knock * fall * np.float32(recipe.knock * np.sum(levels))
    opening = sound[: SYNTH_RATE_HZ // 4]
    sound *= np.float32(_LOUDNESS / np.sqrt(np.mean(opening * opening)))
    rise = 48 if recipe.decays[0] > 2 else 96
    sound[:rise] *= np.linspace(0.0, 1.0, rise, dtype=np.float32)
    fade = min(1200, len(sound) // 4)
    sound[-fade:] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    return sound


def damped_sum(
    frequencies_hz: np.ndarray, levels: np.ndarray, decays: np.ndarray, phases: np.ndarray, seconds: float
) -> Samples:
    """A sum of damped sines as one product of two small matrices.

    With n = row * 160 + column, exp((iw - d) n) is the product of a factor that depends on the row and one
    that depends on the column, so all partials of a note cost one matrix product.
    """
    exponent = (2j * np.pi * frequencies_hz - decays) / SYNTH_RATE_HZ
    rows = -(-int(seconds * SYNTH_RATE_HZ) // (_ROW * _STACK)) * _STACK
    down = levels * np.exp(1j * phases) * np.exp(np.arange(rows)[:, None] * _ROW * exponent)
    across = np.exp(np.arange(_ROW)[None, :] * exponent[:, None])
    left = np.concatenate([down.imag, down.real], axis=1).astype(np.float32)
    right = np.concatenate([across.real, across.imag], axis=0).astype(np.float32)
    sound: Samples = np.matmul(left.reshape(-1, _STACK, left.shape[1]), right).reshape(-1)
    return sound


def _drum(name: str, recipe: Drum) -> Samples:
    count = int(recipe.seconds * SYNTH_RATE_HZ) // 2 * 2
    time = np.arange(count) / SYNTH_RATE_HZ
    turns = recipe.tone_hz * (time + recipe.drop * (1 - np.exp(-30 * time)) / 30)
    hiss = noise_loop(f"drum {name}", count, SYNTH_RATE_HZ, recipe.colour)[0]
    sound = (recipe.tone * np.sin(2 * np.pi * turns) + recipe.noise * hiss) * np.exp(-recipe.decay * time)
    sound *= np.minimum(1.0, time / 0.002) * np.minimum(1.0, (recipe.seconds - time) / 0.02)
    drum: Samples = (0.4 * sound).astype(np.float32)
    return drum

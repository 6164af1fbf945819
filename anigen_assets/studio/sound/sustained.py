"""Instruments that hold a note: ensembles from spread spectra, soloists from gliding harmonics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from anigen_assets.studio.sound.bank import BANK
from anigen_assets.studio.sound.noise import Colouring, noise_loop, tiled
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, hertz, seed_of, waveform

_LOOP: Final = 3 * SYNTH_RATE_HZ
_BREATH: Final[Colouring] = ((400, -20), (1200, 0), (3500, -3), (8000, -20))


@dataclass(frozen=True)
class Ensemble:
    """Many players on one note.

    Attributes:
        slope: How fast the harmonics weaken (power of their number).
        spread_cents: How far apart the players are.
        peak_hz: Where the body resonates.
        top_hz: Harmonics above are rolled off.
        attack_seconds, release_seconds: How slowly they begin and end.
        odd: Level of the even harmonics; below 1 for hollow sounds.
    """

    slope: float
    spread_cents: float
    peak_hz: float
    top_hz: float
    attack_seconds: float
    release_seconds: float
    odd: float = 1.0


ENSEMBLES: Final[dict[str, Ensemble]] = {
    "strings": Ensemble(1.15, 24, 1100, 4200, 0.45, 0.7),
    "dark_strings": Ensemble(1.2, 30, 600, 2200, 0.5, 0.7),
    "low_strings": Ensemble(1.1, 18, 350, 1500, 0.09, 0.25),
    "warm": Ensemble(1.9, 34, 500, 1800, 0.8, 1.0),
    "glass": Ensemble(1.5, 14, 1900, 5200, 1.1, 1.2, odd=0.25),
    "choir": Ensemble(1.3, 32, 750, 2600, 0.6, 0.9),
    "brass": Ensemble(0.95, 15, 900, 3000, 0.14, 0.35),
}


@dataclass(frozen=True)
class Soloist:
    """One player with a vibrato.

    Attributes:
        levels: Of the harmonics.
        attack_seconds: How soon a note speaks.
        vibrato_cents: How wide it sways once it is held.
        breath: Level of the air.
        scoop_cents: How far below the note begins.
    """

    levels: tuple[float, ...]
    attack_seconds: float
    vibrato_cents: float
    breath: float = 0.0
    scoop_cents: float = 0.0


SOLOISTS: Final[dict[str, Soloist]] = {
    "flute": Soloist((1.0, 0.42, 0.16, 0.07, 0.03), 0.06, 14, 0.05),
    "shakuhachi": Soloist((1.0, 0.30, 0.20, 0.05, 0.03), 0.11, 24, 0.12, 60),
    "clarinet": Soloist((1.0, 0.05, 0.48, 0.06, 0.26, 0.05, 0.11, 0.03), 0.035, 5, 0.01),
    "cello": Soloist((0.8, 1.0, 0.62, 0.50, 0.30, 0.26, 0.16, 0.10, 0.08, 0.05), 0.10, 17, 0.0, 14),
    "horn": Soloist((0.9, 1.0, 0.72, 0.45, 0.25, 0.13, 0.06, 0.03), 0.05, 6, 0.0, 10),
}


def ensemble_loop(name: str, midi: int) -> Samples:
    """Three seamless seconds of an ensemble at unit power, `(samples,) float32` at 24 kHz, read-only.

    Each harmonic is a bell of noise in the spectrum, after Paul Nasca's PADsynth; half a loop away it is
    uncorrelated with itself, which gives a wide stereo picture from one loop.
    """

    def make() -> Samples:
        recipe = ENSEMBLES[name]
        fundamental = hertz(midi)
        per_hz = _LOOP / SYNTH_RATE_HZ
        levels = np.zeros(_LOOP // 2 + 1, np.float32)
        for number in range(1, int(min(recipe.top_hz * 1.6, 9000) / fundamental) + 1):
            centre = number * fundamental
            width = max(centre * (2 ** (recipe.spread_cents / 1200) - 1) / 2, 0.35)
            first, last = int((centre - 3 * width) * per_hz), int((centre + 3 * width) * per_hz) + 2
            offsets = np.arange(first, last) / per_hz - centre
            level = number**-recipe.slope / (1 + (centre / recipe.top_hz) ** 4)
            level *= 1 + 1.2 / (1 + ((centre - recipe.peak_hz) / (0.5 * recipe.peak_hz)) ** 2)
            level *= recipe.odd if number % 2 == 0 else 1.0
            levels[first:last] += level * np.exp(-0.5 * (offsets / width) ** 2) / np.sqrt(width)
        phases = np.random.default_rng(seed_of("ensemble", name, midi)).random(len(levels), dtype=np.float32)
        turn = 2 * np.pi * phases
        loop = waveform(levels * (np.cos(turn) + 1j * np.sin(turn)).astype(np.complex64), _LOOP)
        loop /= np.sqrt(np.mean(loop * loop))
        return loop

    return BANK.get(("ensemble", name, midi), make)


def hold(name: str, midi: int, seconds: float) -> Samples:
    """A note of an ensemble with its attack and release, `(2, samples) float32` at 24 kHz, RMS about 0.1."""
    recipe = ENSEMBLES[name]
    loop = ensemble_loop(name, midi)
    release = int(recipe.release_seconds * SYNTH_RATE_HZ)
    count = int(seconds * SYNTH_RATE_HZ) + release
    attack = min(int(recipe.attack_seconds * SYNTH_RATE_HZ), count - release)
    shape = np.full(count, 0.1, np.float32)
    if attack > 0:
        shape[:attack] *= _swell(attack)
    shape[-release:] *= _swell(release)[::-1]
    return np.stack([tiled(loop, count), tiled(loop, count, _LOOP // 2)]) * shape


def sing_note(name: str, midi: int, seconds: float) -> Samples:
    """A note of a soloist, `(samples,) float32` at 24 kHz, RMS about 0.1."""

    def make() -> Samples:
        player = SOLOISTS[name]
        count = int((seconds + 0.12) * SYNTH_RATE_HZ)
        time = np.arange(count, dtype=np.float32) / SYNTH_RATE_HZ
        depth = player.vibrato_cents * np.clip((time - 0.18) / 0.35, 0.0, 1.0)
        cents = depth * np.sin(2 * np.pi * 5.1 * time) - player.scoop_cents * np.exp(-time / 0.05)
        turns = np.cumsum(hertz(midi) * 2.0 ** (cents.astype(np.float64) / 1200)) / SYNTH_RATE_HZ
        turn = (2 * np.pi * (turns % 1.0)).astype(np.float32)
        swell = np.minimum(1.0, time / player.attack_seconds)
        twice_cosine, before, sine = 2 * np.cos(turn), np.zeros_like(turn), np.sin(turn)
        sound = np.zeros_like(turn)
        shading = swell.copy()  # upper harmonics speak later
        for number, level in enumerate(player.levels, start=1):
            if number * hertz(midi) > 9000:
                break
            sound += np.float32(level) * shading * sine
            shading *= swell
            before, sine = sine, twice_cosine * sine - before
        sound *= 1 + np.float32(0.05) * np.sin(2 * np.pi * 5.1 * time + 1)
        sound *= np.float32(0.1 / np.sqrt(0.5 * sum(level * level for level in player.levels)))
        if player.breath:
            air = noise_loop("air", 2 * SYNTH_RATE_HZ, SYNTH_RATE_HZ, _BREATH)[0]
            sound += np.float32(0.1 * player.breath) * tiled(air, count, midi * 997) * swell
        tail = min(int(0.16 * SYNTH_RATE_HZ), count)
        sound[-tail:] *= _swell(tail)[::-1]
        return sound

    return BANK.get(("solo", name, midi, round(seconds, 3)), make)


def _swell(count: int) -> Samples:
    """A smooth rise from 0 to 1."""
    return (0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, count, dtype=np.float32))).astype(np.float32)

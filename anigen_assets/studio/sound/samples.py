"""Small helpers that every sound shares: rates, levels, seeds and adding one sound into another."""

from __future__ import annotations

import hashlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Sound as float32, full scale 1.0, time on the last axis."""

SYNTH_RATE_HZ: Final = 24_000
"""Music and voices are made at half the film's rate: nothing in them lives above 11 kHz."""


def gain(level_db: float) -> float:
    """The amplitude factor of a level in decibels."""
    return float(10.0 ** (level_db / 20.0))


def decibels(power: float) -> float:
    """The level in decibels of a mean power; silence is -120."""
    return float(10.0 * np.log10(max(power, 1e-12)))


def hertz(midi: float) -> float:
    """The frequency of a MIDI note number (69 is 440 Hz)."""
    return float(440.0 * 2.0 ** ((midi - 69.0) / 12.0))


def seed_of(*parts: object) -> int:
    """A stable 63-bit seed from words and numbers, the same in every process."""
    digest = hashlib.blake2b("|".join(str(part) for part in parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def fft_length(at_least: int) -> int:
    """The next even length whose only prime factors are 2, 3 and 5.

    Other lengths make numpy's FFT up to fifteen times slower.
    """
    best = 1 << (max(at_least, 2) - 1).bit_length()
    five = 1
    while five <= best:
        three = five
        while three <= best:
            two = 2
            while two * three < at_least:
                two *= 2
            best = min(best, two * three)
            three *= 3
        five *= 5
    return best


def spectrum(sound: Samples, length: int | None = None) -> NDArray[np.complex64]:
    """The real FFT over the last axis divided by its length.

    Dividing is not for its own sake: with any other normalisation numpy transforms float32 in double
    precision, which takes more than twice as long.
    """
    return np.fft.rfft(sound, length, norm="forward").astype(np.complex64, copy=False)


def waveform(bins: NDArray[np.complex64], length: int) -> Samples:
    """The inverse real FFT over the last axis, divided by the length as usual."""
    return np.fft.irfft(bins, length).astype(np.float32, copy=False)


def add_at(strip: Samples, start: int, sound: Samples, level: float = 1.0) -> None:
    """Adds `sound` into `strip` from sample `start`; what lies outside the strip is cut off.

    Args:
        strip: `(samples,)` or `(channels, samples)`, changed in place.
        start: May be negative.
        sound: Same number of dimensions as `strip`, or fewer.
        level: Amplitude factor.
    """
    skip = max(0, -start)
    begin = start + skip
    count = min(sound.shape[-1] - skip, strip.shape[-1] - begin)
    if count > 0:
        strip[..., begin : begin + count] += sound[..., skip : skip + count] * np.float32(level)


def between(values: Samples, step: int) -> Samples:
    """Straight lines between control values: `(steps + 1,)` become `(steps * step,)` samples."""
    along = np.arange(step, dtype=np.float32) / np.float32(step)
    lines: Samples = np.diff(values)[:, None] * along
    lines += values[:-1, None]
    return lines.reshape(-1)

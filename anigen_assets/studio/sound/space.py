"""The hall: reverb, and the step from 24 to 48 kHz."""

from __future__ import annotations

from typing import Final

import numpy as np

from anigen_assets.studio.sound.bank import BANK
from anigen_assets.studio.sound.noise import Colouring, noise_loop
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, fft_length, spectrum, waveform

TAIL_SECONDS: Final = 2.2
"""How long the hall rings; the end of a scene is cut off before it wraps around."""

_TAPS: Final = 10
_PIECE: Final = 16_000  # samples that stay in the cache while they are filtered
_PREDELAY_SECONDS: Final = 0.018
# Low tones ring longest, as in a wooden hall: colour, seconds to fall by 60 dB, level.
_BANDS: Final[tuple[tuple[Colouring, float, float], ...]] = (
    (((120, -18), (220, 0), (700, 0), (1400, -18)), 2.1, 0.75),
    (((600, -18), (1200, 0), (2600, 0), (5000, -18)), 1.5, 0.8),
    (((2500, -18), (4500, 0), (7000, -6), (10000, -24)), 0.8, 0.5),
)


def add_hall(stage: Samples, send: Samples) -> None:
    """Adds the hall's answer, in place.

    Args:
        stage: `(2, samples)` at 24 kHz.
        send: `(samples,)`: what the hall hears.
    """
    count = stage.shape[1]
    length = fft_length(count + int(TAIL_SECONDS * SYNTH_RATE_HZ))
    heard = spectrum(send, length)
    for side, response in enumerate(_hall(length)):
        stage[side] += waveform(heard * response, length)[:count]


def doubled(stage: Samples) -> Samples:
    """The same sound at twice the rate, `(channels, 2 * samples)`.

    A half-band filter: the old samples stay, each new one between them is a weighted sum of its neighbours.
    """
    channels, count = stage.shape
    wide = np.empty((channels, 2 * count), np.float32)
    taps = _half_band()
    for old, new in zip(stage, wide, strict=True):
        new[::2] = old
        padded = np.pad(old, (len(taps) - 1, len(taps)))
        for first in range(0, count, _PIECE):
            size = min(_PIECE, count - first)
            middle = first + len(taps) - 1
            total = np.zeros(size, np.float32)
            for distance, tap in enumerate(taps):
                pair = (
                    padded[middle - distance : middle - distance + size]
                    + padded[middle + 1 + distance : middle + 1 + distance + size]
                )
                pair *= tap
                total += pair
            new[2 * first + 1 : 2 * (first + size) : 2] = total
    return wide


def _half_band() -> Samples:
    """One side of the filter's taps: a sinc at half the rate under a Kaiser window, flat to 9.5 kHz."""
    distance = np.arange(_TAPS) + 0.5
    window = np.i0(6.0 * np.sqrt(1.0 - (distance / (_TAPS + 0.5)) ** 2)) / np.i0(6.0)
    taps = np.sinc(distance) * window
    side: Samples = (taps / (2.0 * taps.sum())).astype(np.float32)
    return side


def _hall(length: int) -> np.ndarray:
    """The response of both ears as spectra, `(2, length / 2 + 1) complex64`; unit energy each."""

    def make() -> np.ndarray:
        count = int(TAIL_SECONDS * SYNTH_RATE_HZ) // 2 * 2
        time = np.arange(count, dtype=np.float32) / SYNTH_RATE_HZ
        response = np.zeros((2, count), np.float32)
        for colour, seconds, level in _BANDS:
            fall = np.exp(-6.9 / seconds * time) * np.float32(level)
            response += noise_loop(f"hall {seconds}", count, SYNTH_RATE_HZ, colour, channels=2) * fall
        response *= np.clip((TAIL_SECONDS - time) / 0.4, 0.0, 1.0)
        response[:, : int(0.01 * SYNTH_RATE_HZ)] *= np.linspace(
            0.2, 1.0, int(0.01 * SYNTH_RATE_HZ), dtype=np.float32
        )
        response /= np.sqrt(np.sum(response * response, axis=1, keepdims=True))
        late = int(_PREDELAY_SECONDS * SYNTH_RATE_HZ)
        delayed = np.zeros((2, length), np.float32)
        delayed[:, late : late + count] = response
        return spectrum(delayed) * np.float32(length)

    return BANK.get(("hall", length), make)

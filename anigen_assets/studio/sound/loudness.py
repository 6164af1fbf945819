"""Loudness and true peak after ITU-R BS.1770-4, on whole arrays.

The K-weighting is applied to spectra of 100 ms frames instead of sample by sample: the meter only needs
powers, and both filters are smooth enough that a frame's edges do not matter (tests compare it with
FFmpeg's `ebur128`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from anigen_assets.studio.sound.samples import Samples, spectrum

FRAMES_PER_SECOND: Final = 10
_FRAMES_PER_BLOCK: Final = 4  # blocks of 400 ms that overlap by three quarters
_OFFSET_DB: Final = -0.691
_ABSOLUTE_GATE_LUFS: Final = -70.0
_RELATIVE_GATE_LU: Final = -10.0

# The two biquads of the recommendation, for 48 kHz: (b0, b1, b2), (1, a1, a2).
_SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS: Final = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))

OVERSAMPLING: Final = 4
ROW: Final = 48
"""True peaks are looked for a millisecond at a time."""
NEIGHBOUR: Final = 0.7  # samples below this share of a level have no peak above it beside them
_REACH: Final = 12  # samples on each side that the interpolation looks at


def frame_powers(pcm: Samples, rate_hz: int) -> np.ndarray:
    """K-weighted power of each 100 ms, summed over channels.

    Args:
        pcm: `(channels, samples)`; what does not fill a last frame is left out.
        rate_hz: A multiple of 10.

    Returns:
        `(frames,) float64`.
    """
    length = rate_hz // FRAMES_PER_SECOND
    count = pcm.shape[-1] // length
    powers = np.zeros(count)
    weights = _weights(length, rate_hz)
    for channel in pcm:
        spectra = spectrum(channel[: count * length].reshape(count, length))
        parts = spectra.view(np.float32)
        np.multiply(parts, parts, out=parts)
        powers += np.einsum("fk,k->f", parts, weights)  # a BLAS product would wake threads that spin
    return powers


@lru_cache(maxsize=4)
def _weights(length: int, rate_hz: int) -> np.ndarray:
    """What a squared real or imaginary part of a frame's spectrum adds to its mean power."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(length, 1 / rate_hz) / 48_000)
    response = np.ones_like(z)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polyval(above[::-1], z) / np.polyval(below[::-1], z)
    squared = 2.0 * np.abs(response) ** 2
    squared[-1] /= 2
    return np.repeat(squared, 2).astype(np.float32)


def integrated_loudness(powers: np.ndarray) -> float:
    """Gated loudness in LUFS of frame powers; -inf when everything is below the absolute gate."""
    if len(powers) < _FRAMES_PER_BLOCK:
        return float("-inf")
    sums = np.concatenate([[0.0], np.cumsum(powers)])
    blocks = (sums[_FRAMES_PER_BLOCK:] - sums[:-_FRAMES_PER_BLOCK]) / _FRAMES_PER_BLOCK
    blocks = blocks[blocks > 10 ** ((_ABSOLUTE_GATE_LUFS - _OFFSET_DB) / 10)]
    if not len(blocks):
        return float("-inf")
    kept = blocks[blocks > blocks.mean() * 10 ** (_RELATIVE_GATE_LU / 10)]
    return float(_OFFSET_DB + 10 * np.log10(kept.mean()))


def loudness_of(power: float) -> float:
    """The loudness in LUFS of a mean K-weighted power, ungated; silence is -120."""
    return float(max(_OFFSET_DB + 10 * np.log10(max(power, 1e-13)), -120.0))


def true_peak(pcm: Samples) -> float:
    """The highest level between samples too, as an amplitude: four times oversampled.

    Only neighbourhoods of high samples are oversampled: a signal without much above 12 kHz rises by less
    than 3 dB between its samples.
    """
    peak = max(float(pcm.max(initial=0.0)), -float(pcm.min(initial=0.0)))
    if peak == 0.0:
        return 0.0
    highest = peak
    for channel in pcm:
        _, peaks = loud_rows(channel, NEIGHBOUR * peak)
        highest = max(highest, float(peaks.max(initial=0.0)))
    return highest


def loud_rows(channel: Samples, threshold: float) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """True peaks of the milliseconds in which a sample is at or above a threshold.

    Returns:
        Their numbers, rising, and the highest true peak in each; one between two samples counts with the
        sample before it.
    """
    rows = np.flatnonzero(np.abs(channel) >= threshold) // ROW
    rows = rows[np.concatenate([[True], rows[1:] != rows[:-1]])] if len(rows) else rows
    padded = np.pad(channel, (_REACH - 1, _REACH + ROW))
    windows = np.lib.stride_tricks.sliding_window_view(padded, ROW + 2 * _REACH - 1)[rows * ROW]
    around = np.lib.stride_tricks.sliding_window_view(windows, 2 * _REACH, axis=1)
    between_samples = np.einsum("rnk,kp->rnp", around, _interpolator())
    peaks: Samples = np.abs(between_samples).max(axis=(1, 2), initial=0.0)
    return rows, peaks


@lru_cache(maxsize=1)
def _interpolator() -> Samples:
    """Taps of a windowed sinc for each of the four phases, `(24, 4)`."""
    phase = np.arange(OVERSAMPLING) / OVERSAMPLING
    distance = np.arange(-_REACH + 1, _REACH + 1)[:, None] - phase
    window = np.cos(np.pi * distance / (2 * _REACH + 1)) ** 2
    taps: Samples = (np.sinc(distance) * window).astype(np.float32)
    return taps

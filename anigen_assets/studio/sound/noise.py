"""Coloured noise as seamless loops: the raw material of breath, consonants, rain, wind and waves."""

from __future__ import annotations

import numpy as np

from anigen_assets.studio.sound.bank import BANK
from anigen_assets.studio.sound.samples import Samples, seed_of, waveform

Colouring = tuple[tuple[float, float], ...]
"""(hertz, decibels) points in rising order; straight lines between them over log frequency."""


def noise_loop(name: str, count: int, rate_hz: int, colouring: Colouring, channels: int = 1) -> Samples:
    """Noise of unit power whose end meets its beginning without a seam.

    Args:
        name: Names the grain: another name gives other noise of the same colour.
        count: Samples of the loop; even and 5-smooth to be quick.
        rate_hz: Its rate.
        colouring: The spectrum.
        channels: How many independent channels.

    Returns:
        `(channels, count) float32`, read-only, from the bank.
    """

    def make() -> Samples:
        draw = np.random.default_rng(seed_of("noise", name))
        bins = count // 2 + 1
        # Evenly drawn bins are as good as normal ones: a sample is a sum of thousands of them.
        parts = draw.random((channels, 2 * bins), dtype=np.float32)
        parts -= np.float32(0.5)
        spectrum = parts.view(np.complex64)
        spectrum *= spectrum_curve(colouring, bins, rate_hz)
        spectrum[:, 0] = 0.0
        loop = waveform(spectrum, count)
        loop /= np.sqrt(np.mean(loop * loop, axis=1, keepdims=True))
        return loop

    return BANK.get(("noise", name, count, rate_hz, colouring, channels), make)


def spectrum_curve(colouring: Colouring, bins: int, rate_hz: int) -> Samples:
    """Amplitudes on the bins of a real FFT; below the first and above the last point the level holds."""
    # The curve is smooth, so a coarse grid over log frequency is enough and thirty times cheaper.
    octaves = np.linspace(np.log2(10.0), np.log2(rate_hz / 2), 400)
    levels = np.interp(octaves, np.log2([hz for hz, _ in colouring]), [db for _, db in colouring])
    amplitudes = 10.0 ** (levels / 20.0)
    return np.interp(np.linspace(0.0, rate_hz / 2, bins), 2.0**octaves, amplitudes).astype(np.float32)


def tiled(loop: Samples, count: int, offset: int = 0) -> Samples:
    """`count` samples of a loop, begun `offset` samples into it."""
    length = loop.shape[-1]
    start = offset % length
    turns = -(-(start + count) // length)
    return np.concatenate([loop] * turns, axis=-1)[..., start : start + count]

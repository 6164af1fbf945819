"""The limiter: keeps true peaks below a ceiling by turning down a little before they come."""

from __future__ import annotations

from typing import Final

import numpy as np

from anigen_assets.studio.sound.loudness import NEIGHBOUR, ROW, loud_rows
from anigen_assets.studio.sound.samples import Samples

_REACH_STEPS: Final = 12  # it looks so far ahead, and lets go as slowly


def limit(pcm: Samples, ceiling: float) -> np.ndarray:
    """Turns peaks above the ceiling down, in place, both channels alike.

    Args:
        pcm: `(channels, samples)`.
        ceiling: Highest true peak as an amplitude.

    Returns:
        `(samples / 48 rounded up,) bool`: the milliseconds that were changed.
    """
    needed = _needed_gain(pcm, ceiling)
    if needed.min() >= 1.0:
        return np.zeros(len(needed), bool)
    # The lowest gain anywhere near, then a bell of averages: the average never exceeds what a peak needs.
    reach = _REACH_STEPS + 1
    padded = np.pad(needed, reach, constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    bell = np.hanning(2 * _REACH_STEPS + 3)[1:-1]
    smooth = np.convolve(np.pad(lowest, _REACH_STEPS, mode="edge"), bell / bell.sum(), mode="valid")
    changed = smooth < 1.0 - 1e-9
    edges = np.flatnonzero(np.diff(np.concatenate([[False], changed, [False]]).astype(np.int8)))
    centres = (np.arange(len(needed)) + 0.5) * ROW
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        start, end = int(first) * ROW, min(int(last) * ROW, pcm.shape[1])
        pcm[:, start:end] *= np.interp(np.arange(start, end), centres, smooth).astype(np.float32)
    return changed


def _needed_gain(pcm: Samples, ceiling: float) -> np.ndarray:
    """For each millisecond, what its highest true peak must be multiplied by; 1 where nothing is needed."""
    highest = np.zeros(-(-pcm.shape[1] // ROW) + 1)
    for channel in pcm:
        rows, peaks = loud_rows(channel, NEIGHBOUR * ceiling)
        highest[rows] = np.maximum(highest[rows], peaks)
        # A peak after a row's last sample is one of the next row as well.
        highest[rows + 1] = np.maximum(highest[rows + 1], peaks)
    return ceiling / np.maximum(highest[:-1], ceiling)

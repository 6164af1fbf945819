"""Listening to a film's sound: loudness after EBU R 128, true peak, and the longest silence."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass

import av
import numpy as np
from av.container import InputContainer
from av.filter import Graph
from numpy.typing import NDArray

from anigen_assets.studio.film.packets import time_base_of
from anigen_assets.studio.film.watching import Stretch

SILENCE_DBFS = -60.0
"""A block whose root mean square is below is silent."""
BLOCKS_PER_SECOND = 20
_FLOOR_LUFS = -70.0
"""EBU R 128's absolute gate: what the meter says when there was nothing to measure."""
_CLOSED = (av.error.BlockingIOError, av.error.EOFError)


@dataclass(frozen=True)
class SoundReport:
    """What was heard.

    Attributes:
        loudness_lufs: Integrated; None when everything is silent.
        true_peak_dbtp: Of the louder channel, oversampled; None when everything is silent.
    """

    loudness_lufs: float | None
    true_peak_dbtp: float | None
    silence: Stretch


def listen(film: InputContainer) -> SoundReport:
    """Listens to an opened film that has sound."""
    meter = _Meter(film)
    blocks = [_block_powers(pcm, rate) for pcm, rate in meter.through()]
    stream = film.streams.audio[0]
    seconds = float((stream.duration or 0) * time_base_of(stream))
    # The decoder also gives the padding of the last AAC frame, which is no part of the film.
    powers = np.concatenate(blocks)[: math.ceil(seconds * BLOCKS_PER_SECOND)] if blocks else np.zeros(0)
    return SoundReport(meter.loudness_lufs(), meter.true_peak_dbtp(), _longest_silence(powers))


class _Meter:
    """FFmpeg's `ebur128` filter between a decoder and us."""

    def __init__(self, film: InputContainer) -> None:
        self._film = film
        self._stream = film.streams.audio[0]
        self._stream.codec_context.thread_count = 1
        self._graph = Graph()
        source = self._graph.add_abuffer(template=self._stream)
        meter = self._graph.add("ebur128", "peak=true:metadata=1:framelog=quiet")
        sink = self._graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        self._graph.configure()
        self._last: dict[str, str] = {}

    def through(self) -> Iterator[tuple[NDArray[np.float64], int]]:
        """Blocks of (channels, samples) sound and their rate, 100 ms each."""
        for frame in self._film.decode(self._stream):
            self._graph.push(frame)
            yield from self._pulled()
        self._graph.push(None)
        yield from self._pulled()

    def loudness_lufs(self) -> float | None:
        """Integrated loudness of all that went through."""
        value = float(self._last.get("lavfi.r128.I", "-inf"))
        return value if value > _FLOOR_LUFS else None

    def true_peak_dbtp(self) -> float | None:
        """Highest true peak of all that went through."""
        peak = float(self._last.get("lavfi.r128.true_peak", "0"))
        return 20 * math.log10(peak) if peak > 0 else None

    def _pulled(self) -> Iterator[tuple[NDArray[np.float64], int]]:
        with contextlib.suppress(*_CLOSED):
            while True:
                frame = self._graph.pull()
                assert isinstance(frame, av.AudioFrame)
                self._last = {**self._last, **frame.metadata}
                pcm = frame.to_ndarray().astype(np.float64)
                channels = frame.layout.nb_channels
                yield pcm if frame.format.is_planar else pcm.reshape(-1, channels).T, frame.sample_rate


def _block_powers(pcm: NDArray[np.float64], rate: int) -> NDArray[np.float64]:
    """Mean power of each 50 ms of the louder channel; a remainder counts as a block."""
    size = rate // BLOCKS_PER_SECOND
    edges = np.arange(0, pcm.shape[1], size)
    counts = np.diff(np.append(edges, pcm.shape[1]))
    powers: NDArray[np.float64] = np.add.reduceat(np.square(pcm), edges, axis=1) / counts
    return np.asarray(powers.max(axis=0))


def _longest_silence(powers: NDArray[np.float64]) -> Stretch:
    quiet = powers < 10 ** (SILENCE_DBFS / 10)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], quiet, [False])).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    if not starts.size:
        return Stretch()
    longest = int(np.argmax(ends - starts))
    return Stretch(
        float(starts[longest] / BLOCKS_PER_SECOND),
        float((ends - starts)[longest] / BLOCKS_PER_SECOND),
    )

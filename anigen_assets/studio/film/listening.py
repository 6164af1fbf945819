"""Listening to a film's sound: loudness after EBU R 128, true peak, and the longest silence."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import av
import numpy as np
from av.container import InputContainer
from av.filter import Graph
from numpy.typing import NDArray

from anigen_assets.studio.film.packets import time_base_of
from anigen_assets.studio.film.watching import Stretch
from anigen_assets.studio.sound.loudness import true_peak

SILENCE_DBFS = -60.0
"""A block whose root mean square is below is silent."""
BLOCKS_PER_SECOND = 20
_PIECE_SECONDS = 30
_FRAMES_AT_ONCE = 64
_FLOOR_LUFS = -70.0
"""EBU R 128's absolute gate: what the meter says when there was nothing to measure."""
_NOTHING_YET = (av.error.BlockingIOError, av.error.EOFError)


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
    """Listens to an opened film that has sound, half a minute in memory at a time."""
    stream = film.streams.audio[0]
    stream.codec_context.thread_count = 1
    meter = _LoudnessMeter(stream)
    powers: list[NDArray[np.float32]] = []
    peak = 0.0
    for pcm in _pieces(film, meter, stream.rate * _PIECE_SECONDS):
        powers.append(_block_powers(pcm, stream.rate // BLOCKS_PER_SECOND))
        peak = max(peak, true_peak(pcm))
    return SoundReport(
        loudness_lufs=meter.loudness_lufs,
        true_peak_dbtp=20 * math.log10(peak) if peak > 0 else None,
        silence=_longest_silence(np.concatenate(powers) if powers else np.zeros(0, np.float32)),
    )


def _pieces(film: InputContainer, meter: _LoudnessMeter, length: int) -> Iterator[NDArray[np.float32]]:
    """All of the sound as (channels, samples) in pieces of `length`, the last one shorter."""
    stream = film.streams.audio[0]
    # The decoder also gives the padding of the last AAC frame, which is no part of the film.
    left = round((stream.duration or 0) * time_base_of(stream) * stream.rate)
    waiting: list[NDArray[np.float32]] = []
    count = 0
    for metered in meter.heard(film.decode(stream)):
        block = metered[:, :left]
        left -= block.shape[1]
        waiting.append(block)
        count += block.shape[1]
        if count >= length:
            pcm = np.concatenate(waiting, axis=1)
            yield pcm[:, :length]
            waiting, count = [pcm[:, length:]], count - length
    if count:
        yield np.concatenate(waiting, axis=1)


class _LoudnessMeter:
    """FFmpeg's `ebur128` filter: a referee that is not the one the mix was made with."""

    def __init__(self, stream: av.AudioStream) -> None:
        self._graph = Graph()
        source = self._graph.add_abuffer(template=stream)
        meter = self._graph.add("ebur128", "metadata=1:framelog=quiet")
        sink = self._graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        self._graph.configure()
        self._seen = float("-inf")

    @property
    def loudness_lufs(self) -> float | None:
        """Integrated loudness of all that was heard; None when nothing was loud enough to measure."""
        return self._seen if self._seen > _FLOOR_LUFS else None

    def heard(self, frames: Iterable[av.AudioFrame]) -> Iterator[NDArray[np.float32]]:
        """Meters decoded frames and gives what they sound like, (channels, samples), a tenth of a second each.

        The filter gathers frames anyway; taking them from it, many at a time, spares Python most of the work.
        """
        for count, frame in enumerate(frames, start=1):
            self._graph.push(frame)
            if count % _FRAMES_AT_ONCE == 0:
                yield from self._metered()
        self._graph.push(None)
        yield from self._metered()

    def _metered(self) -> Iterator[NDArray[np.float32]]:
        with contextlib.suppress(*_NOTHING_YET):
            while True:
                frame = self._graph.pull()
                assert isinstance(frame, av.AudioFrame)
                self._seen = float(frame.metadata.get("lavfi.r128.I", self._seen))
                # Packed doubles: what the filter works in.
                yield frame.to_ndarray().reshape(-1, frame.layout.nb_channels).T.astype(np.float32)


def _block_powers(pcm: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Mean power of each `size` samples of the louder channel; a remainder counts as a block."""
    edges = np.arange(0, pcm.shape[1], size)
    counts = np.diff(np.append(edges, pcm.shape[1])).astype(np.float32)
    powers: NDArray[np.float32] = (np.add.reduceat(np.square(pcm), edges, axis=1) / counts).max(axis=0)
    return powers


def _longest_silence(powers: NDArray[np.float32]) -> Stretch:
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

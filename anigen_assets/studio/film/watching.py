"""Looking at a film's pictures for stretches that are black or do not move.

Key frames are compared first, which is cheap; only where two in a row look alike, or one is black, is every
picture around them decoded. So a stretch of at least two key frame intervals (4 s in our films) is found and
measured to the picture; a shorter one may go unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from av.container import InputContainer
from av.video.reformatter import Interpolation
from numpy.typing import NDArray

from anigen_assets.errors import MediaError
from anigen_assets.studio.film.packets import time_base_of

_PREVIEW_PX = (160, 90)
_CHANGED_LUMA = 6
"""A preview pixel that differs by more is a change; coding alone stays below 3, a mouth moves by 20."""
_BLACK_LUMA = 32
"""A picture without a brighter preview pixel is black; 16 is the code for black itself."""

Preview = NDArray[np.int16]


@dataclass(frozen=True)
class Stretch:
    """A part of a film; 0 seconds long when there is none."""

    start_seconds: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True)
class PictureReport:
    """The longest stretches of a film's pictures."""

    black: Stretch
    frozen: Stretch


class _Sample(NamedTuple):
    """A picture; it is shown until the next sample when `held`, else other pictures may follow unseen."""

    seconds: float
    preview: Preview
    held: bool


def watch(path: Path, film: InputContainer) -> PictureReport:
    """Looks at an opened film.

    Args:
        path: Its file, for messages.
        film: Opened for reading, with a picture.

    Raises:
        MediaError: A picture is damaged.
    """
    stream = film.streams.video[0]
    stream.codec_context.thread_count = 1
    # A preview is too small to show the edges of blocks.
    stream.codec_context.options = {"skip_loop_filter": "all"}
    end = float((stream.duration or 0) * time_base_of(stream))
    keys = _key_pictures(path, film)
    samples = list(_with_close_looks(path, film, keys, end))
    return PictureReport(_longest(samples, end, _both_black), _longest(samples, end, _alike))


def _key_pictures(path: Path, film: InputContainer) -> list[_Sample]:
    samples: list[_Sample] = []
    followers: list[int] = []
    for packet in film.demux(film.streams.video[0]):
        if packet.is_keyframe:
            followers.append(0)
        elif followers:
            followers[-1] += packet.dts is not None
        if packet.is_keyframe or packet.dts is None:  # FFmpeg's end mark gives what is still in the decoder
            samples += [_sample(path, frame) for frame in packet.decode()]
    if len(samples) != len(followers) or not followers:
        raise MediaError(
            f"{path} is damaged: {len(samples)} of its {len(followers)} key frames can be decoded."
        )
    return [sample._replace(held=not count) for sample, count in zip(samples, followers, strict=True)]


def _with_close_looks(
    path: Path, film: InputContainer, keys: Sequence[_Sample], end: float
) -> Iterator[_Sample]:
    pairs = pairwise(keys)
    suspicious = [index for index, (key, following) in enumerate(pairs) if _alike(key, following)]
    suspicious += [index for index, key in enumerate(keys) if _both_black(key, key)]
    # A stretch may begin in the interval before and end in the one after.
    close = {index + step for index in suspicious for step in (-1, 0, 1)}
    starts = [key.seconds for key in keys]
    for index, (key, until) in enumerate(zip(keys, [*starts[1:], end], strict=True)):
        if index in close and not key.held:
            yield from _all_pictures(path, film, key.seconds, until)
        else:
            yield key


def _all_pictures(path: Path, film: InputContainer, start: float, until: float) -> Iterator[_Sample]:
    stream = film.streams.video[0]
    film.seek(round(start / time_base_of(stream)), stream=stream)
    for frame in film.decode(stream):
        if frame.time is None or frame.time >= until:
            return
        yield _sample(path, frame)


def _sample(path: Path, frame: av.VideoFrame) -> _Sample:
    if frame.is_corrupt:
        raise MediaError(f"{path} is damaged: its picture at {frame.time} s cannot be decoded.")
    width, height = _PREVIEW_PX
    small = frame.reformat(
        width=width, height=height, format="gray", interpolation=Interpolation.AREA, threads=1
    )
    return _Sample(frame.time or 0.0, small.to_ndarray().astype(np.int16), held=True)


def _longest(samples: Sequence[_Sample], end: float, same: Callable[[_Sample, _Sample], bool]) -> Stretch:
    best = Stretch()
    first: _Sample | None = None
    starts = [sample.seconds for sample in samples]
    for sample, following in zip(samples, [*starts[1:], end], strict=True):
        # Compared with the stretch's first picture, so that a slow change is a change.
        if first is None or not same(first, sample):
            first = sample
        seconds = (following if sample.held else sample.seconds) - first.seconds
        if same(first, sample) and seconds > best.seconds:
            best = Stretch(first.seconds, seconds)
        if not sample.held:
            first = None
    return best


def _alike(a: _Sample, b: _Sample) -> bool:
    return int(np.abs(a.preview - b.preview).max()) <= _CHANGED_LUMA


def _both_black(a: _Sample, b: _Sample) -> bool:
    return max(int(a.preview.max()), int(b.preview.max())) <= _BLACK_LUMA

"""Still pictures of a film: the poster and its thumbnail, as JPEG."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.video.reformatter import ColorRange, Colorspace, Interpolation

from anigen_assets.errors import MediaError
from anigen_assets.studio.film.packets import time_base_of
from anigen_assets.studio.film.probing import open_film
from anigen_assets.whole_file import write_whole

POSTER_WIDTH_PX = 1280
THUMBNAIL_WIDTH_PX = 480
POSTER_BYTES = 200_000
"""A poster is never larger; the coarsest step that fits is taken."""

_QUANTIZERS = (3, 4, 5, 7, 9, 12, 16, 22, 31)
"""Steps of MJPEG's quantizer, fine to coarse; 3 cannot be told from the film."""
_CANDIDATES = 10
_PREVIEW_PX = (64, 36)


def write_posters(
    film: Path, poster: Path, thumbnail: Path | None = None, *, at_seconds: float | None = None
) -> float:
    """Writes a poster (at most 1280 px wide, 200 kB) and a thumbnail (480 px wide) of one key frame.

    Args:
        film: The film.
        poster: JPEG file to write.
        thumbnail: JPEG file to write; None for no thumbnail.
        at_seconds: The key frame at or before this time; None picks the richest of ten over the first
            two thirds, which are not the ending.

    Returns:
        The time of the chosen key frame in seconds.

    Raises:
        MediaError: The film cannot be read.
        DiskFullError: No room for a picture.
    """
    with open_film(film) as container:
        frame = (
            _richest_frame(film, container) if at_seconds is None else _frame_at(film, container, at_seconds)
        )
        write_whole(poster, jpeg(frame, POSTER_WIDTH_PX, POSTER_BYTES))
        if thumbnail is not None:
            write_whole(thumbnail, jpeg(frame, THUMBNAIL_WIDTH_PX, POSTER_BYTES))
        return frame.time or 0.0


def jpeg(frame: av.VideoFrame, width_px: int, limit_bytes: int) -> bytes:
    """A frame as JPEG, scaled down to `width_px` and no larger than `limit_bytes` if any step fits."""
    width = min(width_px, frame.width) // 2 * 2
    height = round(frame.height * width / frame.width / 2) * 2
    still = frame.reformat(
        width=width,
        height=height,
        format="yuvj420p",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU601,  # what JFIF means
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
        interpolation=Interpolation.AREA,
        threads=1,
    )
    for quantizer in _QUANTIZERS:
        content = _mjpeg(still, quantizer)
        if len(content) <= limit_bytes:
            break
    return content


def _mjpeg(frame: av.VideoFrame, quantizer: int) -> bytes:
    context = av.CodecContext.create("mjpeg", "w")
    context.width, context.height = frame.width, frame.height
    context.pix_fmt = "yuvj420p"
    context.color_range = ColorRange.JPEG
    context.time_base = Fraction(1, 1)
    context.thread_count = 1
    context.qmin = context.qmax = quantizer
    context.options = {"flags": "+bitexact"}
    frame.pts = 0
    frame.time_base = context.time_base
    return b"".join(bytes(packet) for packet in (*context.encode(frame), *context.encode(None)))


def _frame_at(film: Path, container: InputContainer, seconds: float) -> av.VideoFrame:
    stream = container.streams.video[0]
    container.seek(round(seconds / time_base_of(stream)), stream=stream)
    for frame in container.decode(stream):
        return frame
    raise MediaError(f"{film} has no picture at {seconds} s.")


def _richest_frame(film: Path, container: InputContainer) -> av.VideoFrame:
    stream = container.streams.video[0]
    stream.codec_context.thread_count = 1
    seconds = float((stream.duration or 0) * time_base_of(stream))
    times = [seconds * 2 / 3 * index / _CANDIDATES for index in range(_CANDIDATES)]
    return max((_frame_at(film, container, time) for time in times), key=_richness)


def _richness(frame: av.VideoFrame) -> float:
    """How much there is to see: contrast of luma plus spread of colour, in code values."""
    width, height = _PREVIEW_PX
    small = frame.reformat(
        width=width, height=height, format="yuv444p", interpolation=Interpolation.AREA, threads=1
    )
    luma, blue, red = small.to_ndarray().astype(np.float32)
    return float(luma.std() + blue.std() + red.std())

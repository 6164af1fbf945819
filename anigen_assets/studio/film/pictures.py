"""H.264 packets of pictures that hold until the next one.

A key frame stands at every multiple of GOP_FRAMES ticks: where no picture was drawn there, the held one is
coded again. Files, sound and chapters belong elsewhere.
"""

from __future__ import annotations

import io

import av
import numpy as np
from av.video.frame import PictureType
from numpy.typing import NDArray

from anigen_assets.errors import StudioError
from anigen_assets.studio.film.delivery import (
    BT709,
    PIXEL_FORMAT,
    PRESET,
    TICK,
    X264_PARAMETERS,
)
from anigen_assets.studio.film.packets import Coded, coded
from anigen_assets.studio.ports import FPS, GOP_FRAMES


class PictureEncoder:
    """Encodes one film's pictures; packets are given at the end.

    Attributes:
        stream: Opened output stream, the template for a container that takes the packets.
    """

    def __init__(self, size_px: tuple[int, int], quantizer: int) -> None:
        self._width, self._height = size_px
        # The container only opens the encoder as MP4 wants it (global headers); nothing is muxed into it.
        self._container = av.open(io.BytesIO(), "w", format="mp4", options={"fflags": "+bitexact"})
        options = {"preset": PRESET, "qp": str(quantizer), "x264-params": X264_PARAMETERS}
        self.stream = self._container.add_stream("libx264", rate=FPS, options=options)
        self.stream.width, self.stream.height = size_px
        self.stream.pix_fmt = PIXEL_FORMAT
        context = self.stream.codec_context
        context.time_base = TICK
        context.thread_count = 1
        context.colorspace = context.color_primaries = context.color_trc = BT709
        self._container.start_encoding()
        self._coded: list[Coded] = []
        self._held: NDArray[np.uint8] | None = None
        self._held_tick = -1

    def add(self, i420: NDArray[np.uint8], tick_24: int) -> None:
        """Shows a picture from a tick on.

        Args:
            i420: (height * 3 / 2, width) uint8, planes Y, U, V; it must stay as it is until the next
                picture is given, or the film finished.
            tick_24: Time in ticks of 1/24 s, later than the picture before; 0 for the first.

        Raises:
            StudioError: Wrong shape or order.
        """
        if i420.shape != (self._height * 3 // 2, self._width) or i420.dtype != np.uint8:
            raise StudioError(
                f"A picture has shape {i420.shape} and type {i420.dtype}; a film of "
                f"{self._width}x{self._height} takes ({self._height * 3 // 2}, {self._width}) uint8."
            )
        if (tick_24 != 0) if self._held_tick < 0 else (tick_24 <= self._held_tick):
            after = "must be the first" if self._held_tick < 0 else f"comes after tick {self._held_tick}"
            raise StudioError(
                f"A picture was given for tick {tick_24}, but it {after}: pictures come in order from 0."
            )
        self._repeat_held(range(self._next_key_tick(), tick_24, GOP_FRAMES))
        self._held, self._held_tick = np.ascontiguousarray(i420), tick_24
        self._encode(tick_24, key=tick_24 % GOP_FRAMES == 0)

    def finish(self, end_tick: int) -> list[Coded]:
        """The last picture holds until `end_tick`; returns all pictures, in order, with exact lengths.

        Raises:
            StudioError: No picture was given, or one at or after the end.
        """
        if self._held_tick < 0:
            raise StudioError("A film was closed without a picture.")
        if self._held_tick >= end_tick:
            raise StudioError(
                f"The film ends at tick {end_tick}, but has a picture at tick {self._held_tick}."
            )
        due = range(self._next_key_tick(), end_tick, GOP_FRAMES)
        self._repeat_held(due[:2])
        self._coded += coded(self.stream.encode(None))
        # Two key frames of one still picture differ in nothing but the alternating IDR id. The rest of a long
        # still is these two in turn, which costs no encoding and decodes to the same picture.
        twins = self._coded[-2:]
        self._coded += [twins[index % 2]._replace(start=tick) for index, tick in enumerate(due[2:])]
        ends = [picture.start for picture in self._coded[1:]] + [end_tick]
        return [
            picture._replace(duration=end - picture.start)
            for picture, end in zip(self._coded, ends, strict=True)
        ]

    def release(self) -> None:
        """Gives the encoder's memory back at once; `stream` is of no more use."""
        self._container.close()

    def _next_key_tick(self) -> int:
        return (self._held_tick // GOP_FRAMES + 1) * GOP_FRAMES

    def _repeat_held(self, ticks: range) -> None:
        for tick in ticks:
            self._encode(tick, key=True)

    def _encode(self, tick: int, *, key: bool) -> None:
        assert self._held is not None
        # x264 has copied the picture when `encode` returns: the frame only borrows it.
        frame = av.VideoFrame.from_numpy_buffer(self._held, format=PIXEL_FORMAT)
        frame.pts = tick
        frame.time_base = TICK
        frame.pict_type = PictureType.I if key else PictureType.NONE
        self._coded += coded(self.stream.encode(frame))

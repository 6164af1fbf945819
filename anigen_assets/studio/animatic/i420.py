"""Pictures as three planes (I420, BT.709, limited range): conversion, cropping and scaling.

What the encoder takes is made here once; cameras, sprites and particles then work on the planes, which is
three times less memory to move than RGBA. No shapes are drawn here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import av
import numpy as np
from av.video.reformatter import Colorspace, VideoReformatter

BLACK_LUMA = 16
NEUTRAL_CHROMA = 128
_ALIGNMENT = 64
ROW_ALIGNMENT_PX = 16


class Rect(NamedTuple):
    """A rectangle of pixels; all four numbers are even where planes are cut."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """First row beyond it."""
        return self.y + self.height

    def even(self) -> Rect:
        """The smallest rectangle with even edges around this one."""
        left, top = self.x & ~1, self.y & ~1
        return Rect(left, top, (self.right + 1 & ~1) - left, (self.bottom + 1 & ~1) - top)

    def within(self, other: Rect) -> Rect:
        """What both share; width or height is 0 when nothing is."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        width = max(0, min(self.right, other.right) - left)
        return Rect(left, top, width, max(0, min(self.bottom, other.bottom) - top))

    def around(self, other: Rect) -> Rect:
        """The smallest rectangle that holds both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        return Rect(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)


class Picture(NamedTuple):
    """Three planes: y is (height, width) uint8, u and v are (height / 2, width / 2) uint8; sizes are even."""

    y: np.ndarray
    u: np.ndarray
    v: np.ndarray

    @property
    def width(self) -> int:
        """Luma columns."""
        return int(self.y.shape[1])

    @property
    def height(self) -> int:
        """Luma rows."""
        return int(self.y.shape[0])

    @property
    def bounds(self) -> Rect:
        """The whole picture."""
        return Rect(0, 0, self.width, self.height)

    def view(self, rect: Rect) -> Picture:
        """The same memory, cut to an even rectangle inside the picture."""
        x, y, right, bottom = rect.x // 2, rect.y // 2, rect.right // 2, rect.bottom // 2
        return Picture(
            self.y[rect.y : rect.bottom, rect.x : rect.right],
            self.u[y:bottom, x:right],
            self.v[y:bottom, x:right],
        )

    def copy(self) -> Picture:
        """New memory."""
        return Picture(self.y.copy(), self.u.copy(), self.v.copy())

    def take(self, source: Picture) -> None:
        """Copies a picture of the same size into this one."""
        np.copyto(self.y, source.y)
        np.copyto(self.u, source.u)
        np.copyto(self.v, source.v)


def aligned(height: int, row_bytes: int) -> np.ndarray:
    """Zeroed (height, row_bytes) uint8 memory that begins at a multiple of 64 bytes.

    swscale picks its code by alignment, so memory that lies differently could give different pixels.
    """
    raw = np.zeros(height * row_bytes + _ALIGNMENT, np.uint8)
    skip = -raw.ctypes.data % _ALIGNMENT
    return raw[skip : skip + height * row_bytes].reshape(height, row_bytes)


def padded_width(width: int) -> int:
    """The width rounded up so that every row of a canvas begins at a multiple of 64 bytes."""
    return -(-width // ROW_ALIGNMENT_PX) * ROW_ALIGNMENT_PX


def blank(width: int, height: int) -> Picture:
    """A black picture of an even size."""
    chroma = (height // 2, width // 2)
    return Picture(
        np.full((height, width), BLACK_LUMA, np.uint8),
        np.full(chroma, NEUTRAL_CHROMA, np.uint8),
        np.full(chroma, NEUTRAL_CHROMA, np.uint8),
    )


def new_frame(width: int, height: int) -> tuple[np.ndarray, Picture]:
    """A black frame as the film writer takes it, (height * 3 / 2, width) uint8, and its planes as views."""
    packed = np.full((height * 3 // 2, width), NEUTRAL_CHROMA, np.uint8)
    packed[:height] = BLACK_LUMA
    chroma = packed[height:].reshape(2, height // 2, width // 2)
    return packed, Picture(packed[:height], chroma[0], chroma[1])


def from_bgra(pixels: np.ndarray) -> Picture:
    """Converts (height, width, 4) uint8 BGRA, premultiplied over black; both sizes even.

    The width must be a `padded_width` and every row must begin as `aligned` memory does.
    """
    height, width = pixels.shape[:2]
    frame = av.VideoFrame.from_numpy_buffer(pixels, format="bgra")
    converted = _reformatter("bgra", width, height, width, height).reformat(
        frame, format="yuv420p", dst_colorspace=Colorspace.ITU709, interpolation="AREA", threads=1
    )
    return _planes(converted)


def scaled(picture: Picture, width: int, height: int, interpolation: str = "BICUBIC") -> Picture:
    """Scales to an even size; `interpolation` is one of swscale's names."""
    frame = av.VideoFrame(picture.width, picture.height, "yuv420p")
    for plane, source in zip(frame.planes, picture, strict=True):
        _rows(plane)[:, : source.shape[1]] = source
    reformatter = _reformatter(interpolation, picture.width, picture.height, width, height)
    return _planes(
        reformatter.reformat(frame, width=width, height=height, interpolation=interpolation, threads=1)
    )


def softened(picture: Picture, divisor: int) -> Picture:
    """Blurs like an open lens: shrinks by `divisor` and stretches back, smoothly."""
    width, height = (max(8, size // divisor & ~1) for size in (picture.width, picture.height))
    return scaled(scaled(picture, width, height, "AREA"), picture.width, picture.height, "BICUBIC")


def fade(picture: Picture, share: float) -> None:
    """Fades a picture towards black in place; `share` 0 leaves it as it is, 1 is black."""
    stays = round(256 * (1 - share))
    for plane, rest in zip(picture, (BLACK_LUMA, NEUTRAL_CHROMA, NEUTRAL_CHROMA), strict=True):
        mixed = np.multiply(plane, stays, dtype=np.uint16)
        mixed += rest * (256 - stays) + 127
        mixed >>= 8
        plane[:] = mixed


@lru_cache(maxsize=64)
def _reformatter(kind: str, width: int, height: int, to_width: int, to_height: int) -> VideoReformatter:
    """One scaler for each job, since setting one up costs more than using it on a small picture."""
    return VideoReformatter()


def _planes(frame: av.VideoFrame) -> Picture:
    y, u, v = (_rows(plane)[:, : plane.width].copy() for plane in frame.planes)
    return Picture(y, u, v)


def _rows(plane: av.video.plane.VideoPlane) -> np.ndarray:
    """A plane's memory, (height, line size) uint8, writable."""
    return np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)

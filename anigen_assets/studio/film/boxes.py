"""The outermost structure of an MP4 file, read without decoding: is it one, is it whole, where is its index.

Boxes are as in ISO/IEC 14496-12: four bytes of size, four of type. What is inside them belongs to FFmpeg.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path

from anigen_assets.errors import MediaError

_HEADER_BYTES = 8
_LARGE_HEADER_BYTES = 16


@dataclass(frozen=True)
class Box:
    """One top-level box."""

    kind: str
    offset: int
    bytes: int


def top_level_boxes(path: Path) -> tuple[Box, ...]:
    """The boxes of a whole MP4 file, in order.

    Raises:
        MediaError: The file is missing, empty, no MP4 or cut off.
    """
    try:
        with path.open("rb") as file:
            length = os.fstat(file.fileno()).st_size
            if not length:
                raise MediaError(f"{path} is empty.")
            boxes = []
            offset = 0
            while offset < length:
                box = _box_at(path, file.read(_LARGE_HEADER_BYTES), offset, length)
                boxes.append(box)
                offset += box.bytes
                file.seek(offset)
    except OSError as error:
        raise MediaError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    if not any(box.kind == "moov" for box in boxes):
        raise MediaError(f"{path} has no index (moov box): it was never finished.")
    return tuple(boxes)


def is_faststart(boxes: tuple[Box, ...]) -> bool:
    """Whether the index lies before the media, so that a player can begin at once."""
    kinds = [box.kind for box in boxes]
    return "mdat" in kinds and kinds.index("moov") < kinds.index("mdat")


def _box_at(path: Path, header: bytes, offset: int, length: int) -> Box:
    if offset == 0 and header[4:8] != b"ftyp":
        raise MediaError(f"{path} is not an MP4 file.")
    if len(header) < _HEADER_BYTES:
        raise MediaError(f"{path} is cut off at byte {length}.")
    size, kind = struct.unpack(">I4s", header[:_HEADER_BYTES])
    if size == 1 and len(header) == _LARGE_HEADER_BYTES:
        (size,) = struct.unpack(">Q", header[_HEADER_BYTES:])
    elif size == 0:
        size = length - offset
    if size < _HEADER_BYTES:
        raise MediaError(f"{path} is damaged at byte {offset}.")
    if offset + size > length:
        raise MediaError(f"{path} is cut off: it has {length} bytes of at least {offset + size}.")
    return Box(kind.decode("latin-1"), offset, size)

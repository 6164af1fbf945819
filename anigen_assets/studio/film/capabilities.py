"""What film files need of this installation's FFmpeg, for `anigen doctor`."""

from __future__ import annotations

from typing import Literal

import av

_Mode = Literal["r", "w"]
_NEEDED: tuple[tuple[str, _Mode], ...] = (
    ("libx264", "w"),
    ("h264", "r"),
    ("aac", "w"),
    ("aac", "r"),
    ("mov_text", "w"),
    ("mjpeg", "w"),
)


def missing_codecs() -> tuple[str, ...]:
    """Encoders and decoders that films need and PyAV's FFmpeg lacks; empty when all is well."""
    return tuple(
        f"{name} {'encoder' if mode == 'w' else 'decoder'}" for name, mode in _NEEDED if not _has(name, mode)
    )


def _has(name: str, mode: _Mode) -> bool:
    try:
        av.codec.Codec(name, mode)
    except av.codec.codec.UnknownCodecError:
        return False
    return True

"""What a film file really is: structure, codecs, lengths and key frames, read from the file itself.

The index of every sample is read, nothing is decoded, so a probe costs milliseconds. How the film looks and
sounds belongs to `inspect`.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

import av
from av.container import InputContainer

from anigen_assets.errors import MediaError
from anigen_assets.studio.film.boxes import is_faststart, top_level_boxes
from anigen_assets.studio.film.packets import time_base_of
from anigen_assets.studio.ports import FilmFacts

_KEY_FLAG = 1


def probe(path: Path) -> FilmFacts:
    """Looks at a film file.

    A film without sound has `audio_seconds` 0 and an empty `audio_codec`.

    Raises:
        MediaError: One sentence: missing, empty, no MP4, cut off, damaged or without a picture.
    """
    boxes = top_level_boxes(path)
    with open_film(path) as container:
        video = container.streams.video[0]
        audio = container.streams.audio[0] if container.streams.audio else None
        length = path.stat().st_size
        seconds = _seconds(path, video, length)
        return FilmFacts(
            seconds=seconds,
            audio_seconds=_seconds(path, audio, length) if audio else 0.0,
            width_px=video.codec_context.width,
            height_px=video.codec_context.height,
            fps=_fps(video),
            video_codec=video.codec_context.name,
            video_profile=video.codec_context.profile or "",
            pixel_format=video.codec_context.pix_fmt or "",
            audio_codec=audio.codec_context.name if audio else "",
            sample_rate_hz=audio.codec_context.sample_rate if audio else 0,
            channels=audio.codec_context.channels if audio else 0,
            bytes=length,
            sha256=sha256_of(path),
            faststart=is_faststart(boxes),
            key_frames_seconds=tuple(
                float(entry.timestamp * time_base_of(video))
                for entry in video.index_entries
                if entry.flags & _KEY_FLAG
            ),
        )


@contextlib.contextmanager
def open_film(path: Path, *, picture: bool = True) -> Iterator[InputContainer]:
    """Opens a film for reading; what FFmpeg cannot read or decode inside the block becomes one sentence.

    Args:
        path: The film.
        picture: It must have one.

    Raises:
        MediaError: It cannot be opened or decoded, or has no picture.
    """
    try:
        with av.open(str(path), metadata_errors="replace") as container:
            if picture and not container.streams.video:
                raise MediaError(f"{path} has no picture.")
            yield container
    except av.error.FFmpegError as error:
        reason = (error.strerror or str(error)).lower()
        raise MediaError(f"{path} cannot be read as a film: {reason}.") from error


def sha256_of(path: Path) -> str:
    """sha256 of a file, 64 hex digits.

    Raises:
        MediaError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise MediaError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from error


def _seconds(path: Path, stream: av.VideoStream | av.AudioStream, length: int) -> float:
    entries = stream.index_entries
    if not len(entries) or stream.duration is None or stream.time_base is None:
        raise MediaError(f"{path} has a {stream.type} track without samples.")
    last = -1
    for entry in entries:
        if entry.pos < last or entry.size <= 0 or entry.pos + entry.size > length:
            raise MediaError(f"{path} is damaged: its {stream.type} index points to what is not there.")
        last = entry.pos
    return float(stream.duration * stream.time_base)


def _fps(video: av.VideoStream) -> float:
    # Of a film with a variable frame rate, the stream itself states its timeline's rate.
    return float(video.codec_context.framerate or video.average_rate or 0)

"""Dialogue as subtitles: WebVTT text beside the film, and packets of a subtitle track inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from av.container import OutputContainer
from av.stream import Stream

from anigen_assets.studio.film.delivery import MILLISECOND
from anigen_assets.studio.film.packets import Coded
from anigen_assets.studio.ports import SpokenLine
from anigen_assets.whole_file import write_whole

_LENGTH_BYTES = 2

# The encoder of MP4 text wants a style in the form of an ASS header before it opens; the packets are plain.
_STYLE = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, \
MarginL, MarginR, MarginV, Encoding
Style: Default,sans-serif,18,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def vtt_text(lines: Sequence[SpokenLine]) -> str:
    """A WebVTT document; each cue names its speaker in a voice tag.

    Any text is safe: mark-up is escaped and white space, which could end a cue, becomes one space.
    """
    cues = [
        f"{_clock(line.start_seconds)} --> {_clock(line.end_seconds)}\n"
        f"<v {_escaped(line.speaker_name)}>{_escaped(line.text)}</v>\n"
        for line in sorted(lines, key=lambda line: line.start_seconds)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def write_vtt(lines: Sequence[SpokenLine], target: Path) -> None:
    """Writes the WebVTT document, whole or not at all.

    Raises:
        DiskFullError: No room for the file.
    """
    write_whole(target, vtt_text(lines).encode())


def add_subtitle_stream(container: OutputContainer) -> Stream:
    """Adds a text track to an MP4 file that is being written."""
    stream = container.add_stream("mov_text")
    stream.codec_context.subtitle_header = _STYLE
    stream.time_base = MILLISECOND
    return stream


def subtitle_packets(lines: Sequence[SpokenLine]) -> Iterator[Coded]:
    """One packet a line, in milliseconds: two bytes of length, then UTF-8.

    A line that overlaps the one before begins after it.
    """
    end = 0
    for line in sorted(lines, key=lambda line: line.start_seconds):
        start = max(end, round(line.start_seconds * 1000))
        end = max(start + 1, round(line.end_seconds * 1000))
        text = " ".join(f"{line.speaker_name}: {line.text}".split()).encode()
        yield Coded(len(text).to_bytes(_LENGTH_BYTES, "big") + text, start, end - start, True)


def _escaped(text: str) -> str:
    text = " ".join(text.split())
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    return (
        f"{milliseconds // 3_600_000:02d}:{milliseconds // 60_000 % 60:02d}:"
        f"{milliseconds // 1000 % 60:02d}.{milliseconds % 1000:03d}"
    )

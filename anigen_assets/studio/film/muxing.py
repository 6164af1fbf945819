"""Packets into an MP4 file: interleaved in time, index first, chapters and a subtitle track beside them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.stream import Stream

from anigen_assets.studio.film.delivery import MILLISECOND
from anigen_assets.studio.film.packets import Coded, packet_of
from anigen_assets.studio.film.subtitles import add_subtitle_stream, subtitle_packets
from anigen_assets.studio.ports import Chapter, SpokenLine

if TYPE_CHECKING:
    from av.container.core import Chapter as ContainerChapter


@dataclass(frozen=True)
class Track:
    """One stream of the file.

    Attributes:
        template: A stream with the codec settings.
        packets: In order of time, in units of `time_base`.
    """

    template: Stream
    packets: Iterable[Coded]
    time_base: Fraction


def mux(
    path: Path,
    tracks: Sequence[Track],
    *,
    title: str = "",
    chapters: Sequence[Chapter] = (),
    lines: Sequence[SpokenLine] = (),
) -> None:
    """Writes an MP4 file at `path`, not atomically: give it a temporary name.

    Args:
        path: Where to write.
        tracks: Picture first, then sound.
        title: Shown by players; empty for none.
        chapters: In order; empty for none.
        lines: In order; they become a subtitle track.
    """
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        # `opaque` copies the settings alone; otherwise a picture's template would need its encoder.
        streams = [container.add_stream_from_template(track.template, opaque=True) for track in tracks]
        if lines:
            streams.append(add_subtitle_stream(container))
            tracks = (*tracks, Track(streams[-1], subtitle_packets(lines), MILLISECOND))
        if title:
            container.metadata["title"] = title
        container.set_chapters([_chapter(i, c) for i, c in enumerate(chapters)])
        timed = [_timed(stream, track) for stream, track in zip(streams, tracks, strict=True)]
        for _, packet in heapq.merge(*timed, key=itemgetter(0)):
            container.mux_one(packet)


def _timed(stream: Stream, track: Track) -> Iterator[tuple[float, av.Packet[Stream]]]:
    unit = float(track.time_base)
    for value in track.packets:
        yield value.start * unit, packet_of(value, stream, track.time_base)


def _chapter(index: int, chapter: Chapter) -> ContainerChapter:
    return {
        "id": index,
        "start": round(chapter.start_seconds * 1000),
        "end": round(chapter.end_seconds * 1000),
        "time_base": MILLISECOND,
        "metadata": {"title": chapter.title},
    }

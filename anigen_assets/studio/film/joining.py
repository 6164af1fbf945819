"""Scenes into one film by copying packets: nothing is encoded again, nothing is lost.

Pictures follow each other exactly. A scene of 30 s is 1406.25 AAC frames, so scenes contribute 1406 or 1407
packets each, whichever keeps their start within half a frame (11 ms) of the picture however many there are.
Each later scene's priming packet is dropped; scenes begin and end in silence, so the seam is not heard.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from av.container import InputContainer

from anigen_assets.errors import StudioError
from anigen_assets.studio.film.delivery import AAC_FRAME_SAMPLES, SAMPLE, SAMPLES_PER_TICK, TICK
from anigen_assets.studio.film.muxing import Track, mux
from anigen_assets.studio.film.packets import Coded, coded, time_base_of
from anigen_assets.studio.film.probing import open_film, probe
from anigen_assets.studio.ports import FPS, Chapter, FilmFacts, SpokenLine
from anigen_assets.whole_file import whole_file

_EXACT_SECONDS = 1e-6
_EDIT_SECONDS = 0.001
"""MP4 tells the length of sound without its priming in milliseconds."""


def join_scenes(
    scenes: Sequence[Path],
    target: Path,
    *,
    title: str = "",
    chapters: Sequence[Chapter] = (),
    lines: Sequence[SpokenLine] = (),
    facts: Sequence[FilmFacts] | None = None,
) -> FilmFacts:
    """Joins films made by FilmWriter into one, whole or not at all.

    Args:
        scenes: The films, in order.
        target: The finished file.
        title: Shown by players.
        chapters: In episode time.
        lines: In episode time; they become a subtitle track.
        facts: Of the scenes, by who has probed them just now; None probes them here.

    Raises:
        MediaError: A scene is missing or damaged.
        StudioError: Scenes differ in size or codec settings.
        DiskFullError: No room; the target is as before.
    """
    if not scenes:
        raise StudioError("An episode cannot be joined from no scenes.")
    if facts is None:
        facts = [probe(scene) for scene in scenes]
    with contextlib.ExitStack() as stack:
        films = [stack.enter_context(open_film(scene)) for scene in scenes]
        _require_same_settings(scenes, films)
        ticks = [_whole_ticks(scene, found) for scene, found in zip(scenes, facts, strict=True)]
        tracks = (
            Track(films[0].streams.video[0], _pictures(films, ticks), TICK),
            Track(films[0].streams.audio[0], _sound(scenes, ticks), SAMPLE),
        )
        with whole_file(target) as temporary:
            mux(temporary, tracks, title=title, chapters=chapters, lines=lines)
            return probe(temporary)


def _pictures(films: Sequence[InputContainer], ticks: Sequence[int]) -> Iterator[Coded]:
    start = 0
    for film, length in zip(films, ticks, strict=True):
        stream = film.streams.video[0]
        units_per_tick = int(TICK / time_base_of(stream))
        for picture in coded(film.demux(stream)):
            yield picture._replace(
                start=start + picture.start // units_per_tick, duration=picture.duration // units_per_tick
            )
        start += length


def _sound(scenes: Sequence[Path], ticks: Sequence[int]) -> Iterator[Coded]:
    sent = 0  # packets after the priming one
    end = 0  # of the picture, in samples
    for index, (scene, length) in enumerate(zip(scenes, ticks, strict=True)):
        end += length * SAMPLES_PER_TICK
        last = index == len(scenes) - 1
        due = math.ceil(end / AAC_FRAME_SAMPLES) if last else round(Fraction(end, AAC_FRAME_SAMPLES))
        priming, *packets = _sound_packets(scene)
        if index == 0:
            yield priming
        for packet in packets[: due - sent]:
            start = sent * AAC_FRAME_SAMPLES
            duration = min(AAC_FRAME_SAMPLES, end - start) if last else AAC_FRAME_SAMPLES
            yield packet._replace(start=start, duration=duration)
            sent += 1


def _sound_packets(scene: Path) -> list[Coded]:
    # Opened apart from the picture: one file read twice, each at its own pace, keeps memory small.
    with open_film(scene) as film:
        packets = list(coded(film.demux(film.streams.audio[0])))
    if not packets or packets[0].start != -AAC_FRAME_SAMPLES:
        raise StudioError(f"{scene} cannot be joined: its sound does not begin with one priming frame.")
    return packets


def _require_same_settings(scenes: Sequence[Path], films: Sequence[InputContainer]) -> None:
    first: tuple[object, ...] | None = None
    for scene, film in zip(scenes, films, strict=True):
        if not film.streams.audio:
            raise StudioError(f"{scene} cannot be joined: it has no sound.")
        if (TICK / time_base_of(film.streams.video[0])).denominator != 1:
            raise StudioError(f"{scene} cannot be joined: its pictures are not on a timeline of {FPS} fps.")
        settings = tuple(
            (stream.codec_context.name, bytes(stream.codec_context.extradata or b""))
            for stream in (film.streams.video[0], film.streams.audio[0])
        )
        first = first or settings
        if settings != first:
            raise StudioError(
                f"{scene} cannot be joined to {scenes[0]}: they were made in different sizes or with "
                "different codec settings."
            )


def _whole_ticks(scene: Path, facts: FilmFacts) -> int:
    ticks = round(facts.seconds / TICK)
    if abs(ticks * TICK - facts.seconds) > _EXACT_SECONDS:
        raise StudioError(f"{scene} cannot be joined: {facts.seconds} s is no whole number of 1/{FPS} s.")
    if abs(facts.audio_seconds - facts.seconds) > _EDIT_SECONDS:
        raise StudioError(
            f"{scene} cannot be joined: its picture is {facts.seconds:.3f} s long and its sound "
            f"{facts.audio_seconds:.3f} s."
        )
    return ticks

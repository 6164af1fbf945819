"""CPU of an episode's pictures and sound, against the encoder alone on the same frames in the same run."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from anigen_assets.providers.offline_director import OfflineDirector
from anigen_assets.services.scene_requests import canon_during
from anigen_assets.story.bible import Bible
from anigen_assets.story.bible_file import load_bible
from anigen_assets.story.calendar import key_of, parse_hour
from anigen_assets.story.canon import CanonState
from anigen_assets.story.director import DirectorRequest
from anigen_assets.story.plan import EpisodePlan
from anigen_assets.studio import skia_library
from anigen_assets.studio.film.writer import FilmWriter
from anigen_assets.studio.ports import CastFace, Quality, SceneRequest, SetDressing, Studio

HOUR = parse_hour("2026-01-01-00:00")


def first_plan(bible: Bible) -> tuple[EpisodePlan, CanonState]:
    """The first episode's plan and canon during it."""
    genesis = CanonState().after(((0, change) for change in bible.genesis()), 0)
    plan = OfflineDirector().plan(DirectorRequest(bible=bible, hour=HOUR, number=1, canon=genesis)).plan
    return plan, canon_during(genesis, plan)


def requests(quality: Quality) -> list[SceneRequest]:
    """The six scenes of the first episode of the packaged series."""
    bible = load_bible("tidewatch").bible
    plan, canon = first_plan(bible)
    people = canon.characters()
    faces = {c.id: CastFace(c.id, c.name, c.look, c.voice) for c in people}
    places = {p.id: SetDressing(p.id, p.name, p.look) for p in canon.places()}
    return [
        SceneRequest(
            series_title=bible.title,
            series_native_title=bible.title_native,
            number=1,
            episode_title=plan.title,
            hour_key=key_of(HOUR),
            scene=scene,
            cast=faces,
            place=places[scene.place],
            seconds=30,
            first=scene.slot == 1,
            last=scene.slot == len(plan.scenes),
            next_teaser=plan.next_teaser,
            quality=quality,
            burn_subtitles=False,
            seed=scene.slot,
        )
        for scene in plan.scenes
    ]


class _Recorder:
    """Keeps what a scene writes, to write it again without drawing."""

    def __init__(self) -> None:
        self.pictures: list[tuple[np.ndarray[Any, Any], int]] = []
        self.sound: list[np.ndarray[Any, Any]] = []

    def attach(self, writer_class: type[FilmWriter]) -> Any:
        """Replaces the writer's methods; returns what puts them back."""
        picture, sound = writer_class.write_picture, writer_class.write_sound

        def write_picture(writer: FilmWriter, i420: np.ndarray[Any, Any], tick_24: int) -> None:
            self.pictures.append((i420.copy(), tick_24))
            picture(writer, i420, tick_24)

        def write_sound(writer: FilmWriter, pcm: np.ndarray[Any, Any]) -> None:
            self.sound.append(pcm.copy())
            sound(writer, pcm)

        writer_class.write_picture = write_picture  # type: ignore[method-assign]
        writer_class.write_sound = write_sound  # type: ignore[method-assign]

        def restore() -> None:
            writer_class.write_picture = picture  # type: ignore[method-assign]
            writer_class.write_sound = sound  # type: ignore[method-assign]

        return restore


def measure(quality: Quality = Quality.P720) -> dict[str, float]:
    """CPU seconds of a cold and a warm episode, of the encoder alone, and their ratio; one process, one thread.

    Cold is an episode of a process that has drawn nothing yet. Its modules are loaded before: that is done once in
    the life of a process and is no part of an episode.
    """
    skia_library.load()
    from anigen_assets.studio.animatic import programme  # noqa: F401
    from anigen_assets.studio.animatic.studio import AnimaticStudio

    studio, jobs = AnimaticStudio(), requests(quality)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "scene.mp4"
        rounds = [[_scene(studio, job, target) for job in jobs] for _ in ("cold", "warm")]
    (cold, cold_encoder, frames), (warm, warm_encoder, _) = (map(sum, zip(*r, strict=True)) for r in rounds)
    return {
        "cold_cpu_seconds": cold,
        "warm_cpu_seconds": warm,
        "encoder_cpu_seconds": (cold_encoder + warm_encoder) / 2,
        "frames": frames,
        "ratio_cold": cold / cold_encoder,
        "ratio_warm": warm / warm_encoder,
    }


def _scene(studio: Studio, job: SceneRequest, target: Path) -> tuple[float, float, int]:
    """CPU seconds of a scene, and right after it of its pictures through the encoder alone; and how many they are."""
    drawn = _cpu(lambda: studio.make_scene(job, target))
    recorder = _Recorder()
    restore = recorder.attach(FilmWriter)
    try:
        studio.make_scene(job, target)
    finally:
        restore()
    return drawn, _cpu(lambda: _encode(recorder, job, target)), len(recorder.pictures)


def _encode(recorder: _Recorder, job: SceneRequest, target: Path) -> None:
    writer = FilmWriter(target, job.quality.size_px, job.seconds)
    for picture, tick in recorder.pictures:
        writer.write_picture(picture, tick)
    writer.close()


def _cpu(work: Any) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before

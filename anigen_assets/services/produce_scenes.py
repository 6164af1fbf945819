"""Making scenes: what stands is kept, what is missing is drawn side by side, each is recorded as it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from anigen_assets.errors import AniGenError, StateError
from anigen_assets.services.application import Application
from anigen_assets.services.generation_log import note
from anigen_assets.services.media_keys import scene_key
from anigen_assets.services.scene_requests import canon_shown, scene_request
from anigen_assets.services.standing_plan import require_plan
from anigen_assets.services.stored_files import quality_of, scene_stands
from anigen_assets.store.records import EpisodeRecord, MediaToSave, SceneRecord, SceneToSave
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.canon import CanonState
from anigen_assets.story.plan import EpisodePlan
from anigen_assets.studio.ports import Quality, SceneFilm, SceneRequest

PRODUCIBLE = frozenset({"planned", "produced", "failed", "retired"})


@dataclass(frozen=True)
class MadeScene:
    """A scene that stands.

    Attributes:
        already: It was there before; nothing was made.
        media_id: Address of the film in the viewer.
    """

    number: int
    slot: int
    take: int
    place: str
    summary: str
    seconds: float
    provider: str
    media_id: int
    key: str
    loudness_lufs: float | None
    already: bool


@dataclass(frozen=True)
class _Job:
    slot: int
    take: int
    studio: str
    request: SceneRequest
    key: str


def produce_scenes(
    app: Application,
    hour_key: str,
    slots: Sequence[int],
    *,
    reroll: bool = False,
    record_failure: bool = True,
) -> Iterator[MadeScene]:
    """Yields each wanted scene as soon as it stands.

    A scene that stands (its file is there and reads as it did when it was made) is kept, unless `reroll` asks for
    a new take; a file that is gone or changed is made again as it was. Scenes of one hour have one picture size.
    Only one process produces an hour at a time; another waits and then finds the work done.

    Raises:
        StateError: The hour has no plan that may be produced.
        AniGenError: The first failure, after every other wanted scene was tried; the hour is marked failed.
    """
    number = app.number(hour_key)
    with app.database.hold(app.series_id, f"produce:{number}"):
        with app.database.unit_of_work() as uow:
            episode = _producible(uow, app.series_id, number, hour_key)
            plan = require_plan(uow, app.series_id, number, hour_key).plan
            scenes = {s.slot: s for s in uow.episodes.scenes(app.series_id, number)}
            canon = canon_shown(uow, plan)
        jobs: list[_Job] = []
        quality = _quality_of_hour(app, scenes, slots if reroll else ())
        for slot in sorted(slots):
            scene = scenes.get(slot)
            if scene is not None and not reroll and scene_stands(app, scene, read=True):
                yield _made(plan, scene, already=True)
            else:
                jobs.append(_job(app, plan, scene, slot, canon, quality, reroll=reroll))
        yield from _make(app, episode, plan, jobs, record_failure=record_failure)


def _producible(uow: UnitOfWork, series_id: str, number: int, hour_key: str) -> EpisodeRecord:
    episode = uow.episodes.get(series_id, number)
    if episode is None or not episode.take or episode.state not in PRODUCIBLE:
        seen = "has no plan yet" if episode is None or not episode.take else f"is {episode.state}"
        raise StateError(
            f"The scenes of {hour_key} cannot be made: the hour {seen}. Materialize its episode_plan first."
        )
    return episode


def _quality_of_hour(app: Application, scenes: Mapping[int, SceneRecord], anew: Sequence[int]) -> Quality:
    """The picture size the hour was begun in, since films of two sizes cannot be joined; else the settings'."""
    for slot, scene in sorted(scenes.items()):
        if slot not in anew and scene.state == "made" and scene.media is not None:
            return quality_of(scene.media)
    return Quality(app.settings.quality)


def _job(
    app: Application,
    plan: EpisodePlan,
    scene: SceneRecord | None,
    slot: int,
    canon: CanonState,
    quality: Quality,
    *,
    reroll: bool,
) -> _Job:
    # A take counts only when it is on record, so a crash and a rerun, or a file made again, give the same bytes.
    known = scene.take if scene is not None else 0
    studio: str = app.settings.video
    if scene is not None and scene.state == "made" and scene.media is not None and not reroll:
        take, studio, quality = known, scene.provider, quality_of(scene.media)
    else:
        take = known + 1
    request = scene_request(app, plan, slot, take, canon, quality)
    return _Job(slot, take, studio, request, scene_key(app.series_id, request.hour_key, slot, take))


def _make(
    app: Application, episode: EpisodeRecord, plan: EpisodePlan, jobs: list[_Job], *, record_failure: bool
) -> Iterator[MadeScene]:
    first_error: AniGenError | None = None
    for job, outcome in _draw(app, jobs):
        if isinstance(outcome, AniGenError):
            first_error = first_error or outcome
            continue
        record = _keep(app, episode, job, outcome)
        yield _made(plan, record, already=False)
    if first_error is not None and record_failure:
        with app.database.unit_of_work() as uow:
            uow.episodes.mark_failed(
                app.series_id, plan.number, app.settings.video, str(first_error), app.clock.now()
            )
            note(app, uow, app.settings.video, str(first_error), number=plan.number, level="ERROR")
            uow.commit()
    if first_error is not None:
        raise first_error


def _draw(app: Application, jobs: list[_Job]) -> Iterator[tuple[_Job, SceneFilm | AniGenError]]:
    for studio in sorted({job.studio for job in jobs}):
        its = [job for job in jobs if job.studio == studio]
        work = [(job.request, app.media.staging_path(job.key)) for job in its]
        for index, outcome in app.scene_pool.make_scenes(studio, work):
            yield its[index], outcome


def _keep(app: Application, episode: EpisodeRecord, job: _Job, film: SceneFilm) -> SceneRecord:
    app.media.put_file(film.path, job.key)
    media = MediaToSave(
        series_id=app.series_id,
        key=job.key,
        kind="scene",
        sha256=film.facts.sha256,
        bytes=film.facts.bytes,
        seconds=film.facts.seconds,
        facts=format_facts(film),
        number=episode.number,
        slot=job.slot,
        take=job.take,
    )
    scene = SceneToSave(
        series_id=app.series_id,
        number=episode.number,
        slot=job.slot,
        take=job.take,
        state="made",
        provider=job.studio,
        media=media,
        seconds=film.facts.seconds,
        loudness_lufs=film.loudness_lufs,
    )
    with app.database.unit_of_work() as uow:
        record = uow.episodes.save_scene(scene, at=app.clock.now())
        note(app, uow, job.studio, f"made, take {job.take}", number=episode.number, slot=job.slot)
        uow.commit()
    return record


def format_facts(film: SceneFilm) -> dict[str, object]:
    """Codec facts that films of one format share."""
    facts = film.facts
    return {
        "width_px": facts.width_px,
        "height_px": facts.height_px,
        "fps": facts.fps,
        "video": f"{facts.video_codec} {facts.video_profile} {facts.pixel_format}",
        "audio": f"{facts.audio_codec} {facts.sample_rate_hz} Hz {facts.channels} ch",
    }


def _made(plan: EpisodePlan, scene: SceneRecord, *, already: bool) -> MadeScene:
    assert scene.media is not None
    assert scene.seconds is not None
    shown = plan.scenes[scene.slot - 1]
    return MadeScene(
        number=plan.number,
        slot=scene.slot,
        take=scene.take,
        place=shown.place,
        summary=shown.summary,
        seconds=scene.seconds,
        provider=scene.provider,
        media_id=scene.media.media_id,
        key=scene.media.media.key,
        loudness_lufs=scene.loudness_lufs,
        already=already,
    )

"""From six scenes to an episode on disk and on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anigen_assets.errors import StateError
from anigen_assets.services.application import Application
from anigen_assets.services.generation_log import note
from anigen_assets.services.media_keys import episode_key
from anigen_assets.services.scene_requests import canon_shown, scene_request
from anigen_assets.services.standing_plan import require_plan
from anigen_assets.services.stored_files import episode_files_stand, quality_of, scene_stands
from anigen_assets.store.records import EpisodeRecord, FilmToSave, MediaRecord, MediaToSave, SceneRecord
from anigen_assets.story.plan import EpisodePlan
from anigen_assets.studio.film.assembly import EpisodeFiles, EpisodeJob, SceneInput, assemble
from anigen_assets.studio.registry import studio_by_name


@dataclass(frozen=True)
class AssembledEpisode:
    """An episode whose film stands.

    Attributes:
        already: It was there before; nothing was made.
        media: Record of each file, by kind.
    """

    hour_key: str
    plan: EpisodePlan
    seconds: float
    media: dict[str, MediaRecord]
    already: bool


def assemble_episode(app: Application, hour_key: str) -> AssembledEpisode:
    """Joins the scenes without re-encoding and records film, subtitles, poster, thumbnail and manifest.

    A film that already stands for these takes of the scenes is kept; its files are read to be sure.

    Raises:
        StateError: A scene is missing.
        MediaError: A scene's file is not what it was when it was made.
    """
    number = app.number(hour_key)
    with app.database.hold(app.series_id, f"produce:{number}"):
        with app.database.unit_of_work() as uow:
            episode = uow.episodes.get(app.series_id, number)
            plan = require_plan(uow, app.series_id, number, hour_key).plan
            assert episode is not None, "plans belong to episodes"
            scenes = uow.episodes.scenes(app.series_id, number)
            canon = canon_shown(uow, plan)
            media = {
                m.media.kind: m for m in uow.media.for_episode(app.series_id, number) if m.media.slot == 0
            }
        _require_all(app, hour_key, scenes, len(plan.scenes))
        take = film_take(scenes)
        current = {k: m for k, m in media.items() if m.media.take == take}
        if (
            episode.film_take == take
            and episode.state in ("produced", "retired")
            and episode_files_stand(app, current, read=True)
        ):
            return AssembledEpisode(hour_key, plan, episode.seconds or 0.0, current, already=True)
        requests = {
            s.slot: scene_request(app, plan, s.slot, s.take, canon, quality_of(_media(s))) for s in scenes
        }
        inputs = tuple(
            SceneInput(
                path=app.media.local_path(_media(s).media.key),
                title=requests[s.slot].place.name,
                lines=studio_by_name(s.provider).time_lines(requests[s.slot]),
                sha256=_media(s).media.sha256,
                loudness_lufs=s.loudness_lufs,
            )
            for s in scenes
        )
        return _assemble(app, hour_key, episode, plan, inputs, take)


def film_take(scenes: Sequence[SceneRecord]) -> int:
    """1 for six first takes; grows with every re-roll of any scene."""
    return sum(s.take for s in scenes) - len(scenes) + 1


def _assemble(
    app: Application,
    hour_key: str,
    episode: EpisodeRecord,
    plan: EpisodePlan,
    inputs: tuple[SceneInput, ...],
    take: int,
) -> AssembledEpisode:
    job = EpisodeJob(
        series_id=app.series_id,
        series_title=app.bible.title,
        hour_key=hour_key,
        number=plan.number,
        title=plan.title,
        synopsis=plan.synopsis,
        scenes=inputs,
    )
    with app.media.staging_folder(episode_key(app.series_id, hour_key, take, "files")) as folder:
        files = assemble(job, folder)
        saved = {kind: _put(app, hour_key, episode.number, take, kind, files) for kind in files.paths}
    film = FilmToSave(
        series_id=app.series_id,
        number=episode.number,
        take=take,
        seconds=files.facts.seconds,
        film=saved["film"],
        vtt=saved["vtt"],
        poster=saved["poster"],
        thumbnail=saved["thumbnail"],
        manifest=saved["manifest"],
    )
    with app.database.unit_of_work() as uow:
        uow.episodes.save_film(film, at=app.clock.now())
        note(app, uow, "assembly", f"film of {files.facts.seconds:.0f} s, take {take}", number=episode.number)
        uow.commit()
    with app.database.unit_of_work() as uow:
        records = uow.media.for_episode(app.series_id, episode.number)
    media = {m.media.kind: m for m in records if m.media.slot == 0 and m.media.take == take}
    return AssembledEpisode(hour_key, plan, files.facts.seconds, media, already=False)


def _put(
    app: Application, hour_key: str, number: int, take: int, kind: str, files: EpisodeFiles
) -> MediaToSave:
    path = files.paths[kind]
    key = episode_key(app.series_id, hour_key, take, path.name)
    stored = app.media.put_file(path, key)
    seconds = files.facts.seconds if kind == "film" else None
    return MediaToSave(
        series_id=app.series_id,
        key=key,
        kind=kind,
        sha256=stored.sha256,
        bytes=stored.bytes,
        seconds=seconds,
        number=number,
        take=take,
    )


def _require_all(app: Application, hour_key: str, scenes: Sequence[SceneRecord], wanted: int) -> None:
    missing = [s.slot for s in scenes if not scene_stands(app, s)]
    missing += [slot for slot in range(1, wanted + 1) if slot not in {s.slot for s in scenes}]
    if missing:
        names = ", ".join(f"scene_{slot}" for slot in sorted(missing))
        raise StateError(
            f"The episode of {hour_key} cannot be made: {names} missing. Materialize them first."
        )


def _media(scene: SceneRecord) -> MediaRecord:
    assert scene.media is not None, "scenes that stand have a file"
    return scene.media

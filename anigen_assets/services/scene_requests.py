"""From a plan and canon to what a studio is asked for: one request a scene, the same for the same story.

Canon is read for those alone who are shown: all of it would cost an hour the more, the longer the series is.
"""

from __future__ import annotations

from anigen_assets.services.application import Application
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.calendar import key_of
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.chain import sha256_hex
from anigen_assets.story.plan import EpisodePlan, ScenePlan
from anigen_assets.studio.ports import CastFace, Quality, SceneRequest, SetDressing


def canon_during(state_before: CanonState, plan: EpisodePlan) -> CanonState:
    """Canon with the episode's own newcomers: what its scenes may show."""
    return state_before.after(((c.scene, c.change) for c in plan.changes), plan.number)


def canon_shown(uow: UnitOfWork, plan: EpisodePlan) -> CanonState:
    """Canon during an episode, of the people, things and places that its scenes show and of nothing else.

    For an hour ahead of the frontier it includes drafts before it, as `canon_view.state_before` does.
    """
    series = uow.series.require(plan.series_id)
    subjects = sorted({subject for scene in plan.scenes for subject in (scene.place, *_named(scene))})
    state = CanonState.of(
        Fact(f.subject, f.attribute, f.value, f.valid_from, f.scene)
        for subject in subjects
        for f in uow.canon.of_subject(plan.series_id, subject, plan.number - 1)
    )
    if plan.number > series.frontier:
        for drafted, changes in uow.canon.drafts(plan.series_id, plan.number):
            state = state.after(changes, drafted)
    return canon_during(state, plan)


def scene_request(
    app: Application, plan: EpisodePlan, slot: int, take: int, canon: CanonState, quality: Quality
) -> SceneRequest:
    """The request for one scene.

    Args:
        take: Take of this scene, 1-based; another take gets another seed.
        canon: Canon during the episode (`canon_shown`).
    """
    scene = plan.scenes[slot - 1]
    hour_key = key_of(plan.hour)
    return SceneRequest(
        series_title=app.bible.title,
        series_native_title=app.bible.title_native,
        number=plan.number,
        episode_title=plan.title,
        hour_key=hour_key,
        scene=scene,
        cast={person: face for person in _named(scene) if (face := _face(canon, person)) is not None},
        place=_dressing(canon, scene.place),
        seconds=app.bible.format.scene_seconds,
        first=slot == 1,
        last=slot == len(plan.scenes),
        next_teaser=plan.next_teaser,
        quality=quality,
        burn_subtitles=app.settings.burn_subtitles,
        seed=int(sha256_hex(f"{plan.series_id}|{hour_key}|{slot}|{take}")[:12], 16),
    )


def _named(scene: ScenePlan) -> tuple[str, ...]:
    subjects = (s for shot in scene.shots for s in shot.subjects)
    return tuple(dict.fromkeys((*scene.cast, *(line.speaker for line in scene.dialogue), *subjects)))


def _face(canon: CanonState, person: str) -> CastFace | None:
    character = canon.character(person)
    return (
        None if character is None else CastFace(character.id, character.name, character.look, character.voice)
    )


def _dressing(canon: CanonState, place_id: str) -> SetDressing:
    place = canon.place(place_id)
    assert place is not None, "the rules refuse plans with unknown places"
    return SetDressing(place.id, place.name, place.look)

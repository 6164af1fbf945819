"""What a studio is asked for rests on those alone who are shown, and is the same as with all of canon at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from anigen_assets.services.application import Application
from anigen_assets.services.canon_view import state_before
from anigen_assets.services.scene_requests import canon_during, canon_shown, scene_request
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.canon import CanonState
from anigen_assets.story.plan import EpisodePlan
from anigen_assets.studio.ports import Quality, SceneRequest
from anigen_tests.show import SLOTS, plan, small_show, tell_unfilmed

TOLD, DRAFTED = 10, 18


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Application]:
    """Ten hours of canon, and eight drafts after them."""
    with small_show(database_url, tmp_path) as show:
        tell_unfilmed(show, *range(1, TOLD + 1))
        plan(show, *range(TOLD + 1, DRAFTED + 1))
        yield show


def test_scenes_of_drafts_are_asked_for_as_with_all_of_canon(app: Application) -> None:
    """People whom an earlier draft brings are known as well."""
    for number in range(TOLD + 1, DRAFTED + 1):
        shown, whole = _both(app, number)
        assert shown == whole, f"episode {number}"


def test_what_a_draft_changed_is_seen_by_a_later_one(app: Application) -> None:
    """Drafts count before they are canon."""
    with app.database.unit_of_work() as uow:
        last = _plan(uow, app, DRAFTED)
        whole = canon_during(state_before(uow, uow.series.require(app.series_id), DRAFTED), last)
        own = {effect.subject for planned in last.changes for effect in planned.change.effects()}
        changed = {fact.subject for fact in whole if fact.number > TOLD} - own
        subject = min(one for one in changed if ":" not in one)
        scene = last.scenes[0].model_copy(update={"cast": (subject,)})
        shown = canon_shown(uow, last.model_copy(update={"scenes": (scene, *last.scenes[1:])}))
    assert shown.facts[subject] == whole.facts[subject]


def test_scenes_of_told_hours_are_asked_for_as_canon_was_then(app: Application) -> None:
    """A film that is made again shows what was true in its hour."""
    for number in range(1, TOLD + 1):
        shown, whole = _both(app, number)
        assert shown == whole, f"episode {number}"


def test_canon_of_an_hour_is_read_for_those_alone_who_are_shown(app: Application) -> None:
    """So that an hour costs the same in a short series and in a long one."""
    with app.database.unit_of_work() as uow:
        told = _plan(uow, app, TOLD)
        read = set(canon_shown(uow, told).facts)
        whole = set(uow.canon.current(app.series_id).facts)
    own = {effect.subject for planned in told.changes for effect in planned.change.effects()}
    named = {name for scene in told.scenes for name in (scene.place, *scene.cast)}
    assert len(read) < len(whole) / 2
    assert named <= read
    assert read - own <= named | {s for scene in told.scenes for shot in scene.shots for s in shot.subjects}


def _both(app: Application, number: int) -> tuple[list[SceneRequest], list[SceneRequest]]:
    """Requests as they are made, and as they would be with all of canon."""
    with app.database.unit_of_work() as uow:
        told = _plan(uow, app, number)
        shown = canon_shown(uow, told)
        whole = canon_during(state_before(uow, uow.series.require(app.series_id), number), told)
    return _requests(app, told, shown), _requests(app, told, whole)


def _requests(app: Application, told: EpisodePlan, canon: CanonState) -> list[SceneRequest]:
    return [scene_request(app, told, slot, 1, canon, Quality("480p")) for slot in SLOTS]


def _plan(uow: UnitOfWork, app: Application, number: int) -> EpisodePlan:
    found = uow.episodes.plan(app.series_id, number)
    assert found is not None
    return found

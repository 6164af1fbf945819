"""Episodes: states and how they follow each other, scenes, films, the library."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from anigen_assets.errors import StateError
from anigen_assets.store.database import Database
from anigen_assets.store.records import EntryToAdd, MediaToSave, SceneToSave
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_tests.store.story import (
    DIGEST,
    NOW,
    SERIES,
    begin,
    draft,
    film_files,
    later,
    order,
    plan,
    retire,
    skip,
)


@pytest.fixture
def uow(database: Database) -> Iterator[UnitOfWork]:
    """A unit of work on a series that has begun."""
    with database.unit_of_work() as unit:
        begin(unit)
        yield unit


def _scene(slot: int, take: int = 1) -> SceneToSave:
    key = f"{SERIES}/1/scene_{slot}.take{take}.mp4"
    media = MediaToSave(SERIES, key, "scene", DIGEST, 500, 30.0, {"fps": 24}, number=1, slot=slot, take=take)
    return SceneToSave(SERIES, 1, slot, take, "made", "animatic", media, 30.0, -16.0)


def test_an_hour_nobody_touched_is_unknown(uow: UnitOfWork) -> None:
    assert uow.episodes.get(SERIES, 1) is None
    assert uow.episodes.states(SERIES, 1, 9) == {}


def test_a_scene_is_kept_with_its_film(uow: UnitOfWork) -> None:
    draft(uow, 1)
    saved = uow.episodes.save_scene(_scene(3), NOW)
    assert (saved.state, saved.take, saved.seconds, saved.loudness_lufs) == ("made", 1, 30.0, -16.0)
    assert saved.media.media == _scene(3).media
    assert uow.media.get(SERIES, saved.media.media.key, number=1) == saved.media


def test_a_reroll_becomes_the_current_take_and_the_old_file_stays_on_record(uow: UnitOfWork) -> None:
    draft(uow, 1)
    uow.episodes.save_scene(_scene(3), NOW)
    assert uow.episodes.save_scene(_scene(3, take=2), NOW).media.media.take == 2
    assert [m.media.take for m in uow.media.for_episode(SERIES, 1)] == [1, 2]


def test_a_failed_attempt_leaves_the_scene_film_in_place(uow: UnitOfWork) -> None:
    draft(uow, 1)
    uow.episodes.save_scene(_scene(3), NOW)
    failed = uow.episodes.save_scene(SceneToSave(SERIES, 1, 3, 2, "failed", "animatic"), NOW)
    assert (failed.state, failed.take, failed.media.media.take) == ("failed", 1, 1)


def test_a_film_makes_the_episode_produced(uow: UnitOfWork) -> None:
    draft(uow, 1)
    saved = uow.episodes.save_film(film_files(1), later(5))
    assert (saved.state, saved.film_take, saved.seconds, saved.produced_at) == (
        "produced",
        1,
        180.0,
        later(5),
    )


def test_a_film_made_anew_leaves_canon_as_it_is(uow: UnitOfWork) -> None:
    retire(uow, 1)
    head = uow.series.require(SERIES).head_digest
    assert uow.episodes.save_film(film_files(1, take=2), NOW).state == "retired"
    assert uow.series.require(SERIES).head_digest == head


def test_an_hour_without_a_plan_cannot_be_filmed(uow: UnitOfWork) -> None:
    with pytest.raises(StateError, match="no plan"):
        uow.episodes.save_film(film_files(1), NOW)


@pytest.mark.parametrize("end", ["withdraw", "skip"])
def test_an_hour_that_was_given_up_cannot_be_filmed(uow: UnitOfWork, end: str) -> None:
    draft(uow, 1)
    getattr(uow.episodes, end)(SERIES, 1, "enough", NOW)
    with pytest.raises(StateError, match="cannot be filmed"):
        uow.episodes.save_film(film_files(1), NOW)


def test_a_failure_keeps_the_plan_and_says_what_happened(uow: UnitOfWork) -> None:
    draft(uow, 1)
    uow.episodes.mark_failed(SERIES, 1, "studio", "The paint ran out.", NOW)
    found = uow.episodes.get(SERIES, 1)
    assert (found.state, found.failed_component, found.reason) == ("failed", "studio", "The paint ran out.")
    assert uow.episodes.plan(SERIES, 1) == plan(1)


def test_a_failure_is_forgotten_once_the_film_exists(uow: UnitOfWork) -> None:
    draft(uow, 1)
    uow.episodes.mark_failed(SERIES, 1, "studio", "The paint ran out.", NOW)
    found = uow.episodes.save_film(film_files(1), NOW)
    assert (found.state, found.reason, found.failed_component) == ("produced", "", "")


def test_an_hour_that_could_not_even_be_planned_is_failed(uow: UnitOfWork) -> None:
    uow.episodes.mark_failed(SERIES, 1, "director", "No idea.", NOW)
    found = uow.episodes.get(SERIES, 1)
    assert (found.state, found.take, found.title) == ("failed", 0, "")


def test_a_late_failure_does_not_undo_a_film(uow: UnitOfWork) -> None:
    draft(uow, 1)
    uow.episodes.save_film(film_files(1), NOW)
    uow.episodes.mark_failed(SERIES, 1, "studio", "The reroll failed.", NOW)
    assert uow.episodes.get(SERIES, 1).state == "produced"


def test_a_stale_hour_stays_stale_when_its_planning_fails(uow: UnitOfWork) -> None:
    draft(uow, 1)
    uow.episodes.mark_stale(SERIES, [1], "rests on sand", NOW)
    uow.episodes.mark_failed(SERIES, 1, "director", "No idea.", NOW)
    assert uow.episodes.get(SERIES, 1).state == "stale"


def test_nothing_leaves_canon(uow: UnitOfWork) -> None:
    retire(uow, 1)
    with pytest.raises(StateError):
        uow.episodes.set_state(SERIES, 1, "planned", NOW)
    with pytest.raises(StateError):
        uow.episodes.skip(SERIES, 1, "regret", NOW)
    with pytest.raises(StateError):
        uow.episodes.withdraw(SERIES, 1, "regret", NOW)
    assert uow.episodes.mark_stale(SERIES, [1], "regret", NOW) == []


def test_unfinished_hours_are_those_above_the_frontier_that_are_not_given_up(uow: UnitOfWork) -> None:
    retire(uow, 1)
    for number in (2, 3, 4, 5):
        draft(uow, number)
    uow.episodes.skip(SERIES, 3, "no time", NOW)
    assert [e.number for e in uow.episodes.unfinished_before(SERIES, 5)] == [2, 4]


def test_produced_fillers_wait_for_their_link(uow: UnitOfWork) -> None:
    skip(uow, 1)
    retire(uow, 2)
    draft(uow, 1, filler=True)
    assert uow.episodes.produced_fillers(SERIES) == []
    uow.episodes.save_film(film_files(1), NOW)
    assert uow.episodes.produced_fillers(SERIES) == [1]


def test_every_change_of_drafts_moves_the_canon_version(uow: UnitOfWork) -> None:
    def version() -> int:
        return uow.series.require(SERIES).canon_version

    seen = [version()]
    draft(uow, 1)
    seen.append(version())
    uow.episodes.save_plan(order(plan(1, title="Again"), 2), NOW)
    seen.append(version())
    uow.episodes.withdraw(SERIES, 1, "no good", NOW)
    seen.append(version())
    skip(uow, 1)
    seen.append(version())
    assert len(set(seen)) == 5
    assert seen == sorted(seen)


def test_the_library_lists_films_with_their_cost(uow: UnitOfWork) -> None:
    retire(uow, 1)
    draft(uow, 2)
    uow.ledger.add(EntryToAdd(SERIES, 1, "actual", "film", Decimal("0.500000"), "studio"), NOW)
    uow.ledger.add(EntryToAdd(SERIES, 1, "quote", "film", Decimal("9"), "studio"), NOW)
    told, planned = uow.episodes.library(SERIES)
    assert (told.film_key, told.sha256, told.cost_usd) == (
        film_files(1).film.key,
        DIGEST,
        Decimal("0.500000"),
    )
    assert (planned.film_key, planned.state, planned.cost_usd) == (None, "planned", Decimal(0))

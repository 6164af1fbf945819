"""Plans on record: every take, the current one, its scenes and its place among the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from anigen_assets.errors import StateError, UsageError
from anigen_assets.store.database import Database
from anigen_assets.store.records import EntryToAdd
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.plan import EpisodePlan
from anigen_tests.store.story import NOW, SERIES, begin, draft, film_files, order, plan, retire, sets, skip


@pytest.fixture
def uow(database: Database) -> Iterator[UnitOfWork]:
    """A unit of work on a series that has begun."""
    with database.unit_of_work() as unit:
        begin(unit)
        yield unit


def test_a_plan_comes_back_as_it_was_given(uow: UnitOfWork) -> None:
    episode = plan(1, sets("mood", "calm"), sets("goal", "home"))
    uow.episodes.save_plan(order(episode), NOW)
    assert uow.episodes.plan(SERIES, 1) == episode


def test_a_plan_keeps_its_provenance(uow: UnitOfWork) -> None:
    given = replace(order(plan(1)), findings=({"rule": "x", "message": "y"},))
    uow.episodes.save_plan(given, NOW)
    found = uow.episodes.plan_record(SERIES, 1)
    assert (found.director, found.model, found.prompt_hash) == (
        given.director,
        given.model,
        given.prompt_hash,
    )
    assert (found.take, found.findings, found.planned_at) == (1, given.findings, NOW)


def test_a_new_take_is_current_and_the_old_one_stays_on_record(uow: UnitOfWork) -> None:
    first, second = plan(1, sets("mood", "calm")), plan(1, sets("mood", "wild"), title="Again")
    uow.episodes.save_plan(order(first, 1), NOW)
    assert uow.episodes.next_take(SERIES, 1) == 2
    uow.episodes.save_plan(order(second, 2), NOW)
    assert uow.episodes.plan(SERIES, 1) == second
    assert uow.episodes.plan(SERIES, 1, take=1) == first


def test_a_new_take_replaces_the_draft_changes_and_the_film(uow: UnitOfWork) -> None:
    draft(uow, 1, sets("mood", "calm"))
    uow.episodes.save_film(film_files(1), NOW)
    uow.episodes.save_plan(order(plan(1, sets("mood", "wild")), 2), NOW)
    assert [change.value for _, changes in uow.canon.drafts(SERIES, 9) for _, change in changes] == ["wild"]
    found = uow.episodes.get(SERIES, 1)
    assert (found.state, found.film_take, found.seconds) == ("planned", 0, None)


def test_saving_the_same_plan_again_changes_nothing(uow: UnitOfWork) -> None:
    draft(uow, 1, sets("mood", "calm"))
    version = uow.series.require(SERIES).canon_version
    draft(uow, 1, sets("mood", "calm"))
    assert uow.series.require(SERIES).canon_version == version
    assert uow.episodes.next_take(SERIES, 1) == 2


def test_another_plan_under_a_take_on_record_is_refused(uow: UnitOfWork) -> None:
    draft(uow, 1)
    with pytest.raises(StateError, match="Take 1"):
        draft(uow, 1, sets("mood", "calm"))


def test_the_plan_of_an_hour_that_is_canon_stands(uow: UnitOfWork) -> None:
    retire(uow, 1)
    with pytest.raises(StateError, match="retcon"):
        uow.episodes.save_plan(order(plan(1, title="Again"), 2), NOW)


def test_a_plan_for_another_hour_than_its_number_is_refused(uow: UnitOfWork) -> None:
    wrong = plan(1).model_copy(update={"number": 2})
    with pytest.raises(StateError, match="not episode 2"):
        uow.episodes.save_plan(order(wrong), NOW)


def test_a_nul_character_is_refused_with_a_sentence(uow: UnitOfWork) -> None:
    with pytest.raises(UsageError, match="NUL"):
        uow.episodes.save_plan(order(_with_line("zero\x00")), NOW)


def _with_line(words: str) -> EpisodePlan:
    episode = plan(1)
    first = episode.scenes[0]
    line = first.dialogue[0].model_copy(update={"text": words})
    scene = first.model_copy(update={"dialogue": (line,)})
    return episode.model_copy(update={"scenes": (scene, *episode.scenes[1:])})


def test_a_title_is_found_without_regard_to_case_and_spacing(uow: UnitOfWork) -> None:
    uow.episodes.save_plan(order(plan(3, title="The Great  STRASSE")), NOW)
    assert uow.episodes.title_owner(SERIES, "the great straße") == 3
    assert uow.episodes.title_owner(SERIES, "the great street") is None


def test_only_the_current_take_owns_its_title(uow: UnitOfWork) -> None:
    uow.episodes.save_plan(order(plan(1, title="First")), NOW)
    uow.episodes.save_plan(order(plan(1, title="Second"), 2), NOW)
    assert uow.episodes.title_owner(SERIES, "First") is None


def test_recent_plans_are_the_last_told_ones_oldest_first(uow: UnitOfWork) -> None:
    for number in (1, 2, 3, 4, 5):
        draft(uow, number)
    uow.episodes.withdraw(SERIES, 4, "no good", NOW)
    assert [p.number for p in uow.episodes.recent_plans(SERIES, 6, 3)] == [2, 3, 5]


def test_entries_of_a_plan_are_added_with_it(uow: UnitOfWork) -> None:
    entry = EntryToAdd(SERIES, 1, "estimate", "film", Decimal("1.250000"), "studio")
    uow.episodes.save_plan(replace(order(plan(1)), entries=(entry,)), NOW)
    assert [e.entry for e in uow.ledger.of_hour(SERIES, 1)] == [entry]


def test_a_plan_brings_its_scenes(uow: UnitOfWork) -> None:
    draft(uow, 2)
    scenes = uow.episodes.scenes(SERIES, 2)
    assert [(s.slot, s.scene_number, s.state, s.take) for s in scenes] == [
        (n, 6 + n, "planned", 0) for n in range(1, 7)
    ]
    assert scenes[0].cast == ("aki",)


def test_drafts_leave_out_what_is_canon_given_up_stale_or_filler(uow: UnitOfWork) -> None:
    retire(uow, 1, sets("mood", "one"))
    skip(uow, 2)
    for number in (3, 4, 5, 6, 7):
        draft(uow, number, sets("mood", str(number)))
    draft(uow, 2, sets("mood", "two"), filler=True)
    uow.episodes.withdraw(SERIES, 4, "no good", NOW)
    uow.episodes.mark_stale(SERIES, [5], "rests on 4", NOW)
    uow.episodes.mark_failed(SERIES, 6, "studio", "out of paint", NOW)
    assert [number for number, _ in uow.canon.drafts(SERIES, 7)] == [3, 6]
    assert [p.number for p in uow.episodes.drafted_plans_after(SERIES, 3)] == [5, 6, 7]

"""Planned in order, produced in any order: the same canon."""

from __future__ import annotations

from pathlib import Path

import pytest

from anigen_assets.errors import HourError, OutOfOrderError, StateError
from anigen_assets.services.canon_reports import canon_document, verify_chain
from anigen_assets.services.operator import skip_hours, withdraw_hour
from anigen_assets.services.retire_canon import retire_ready
from anigen_tests.show import digest, film, hour, plan, small_show, state, tell


def test_hours_made_one_by_one_or_planned_ahead_and_filmed_in_any_order_end_in_the_same_digest(
    database_url: str, other_database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path / "a") as app:
        tell(app, 1, 2, 3, 4)
        in_order = digest(app)
    with small_show(other_database_url, tmp_path / "b") as app:
        plan(app, 1, 2, 3, 4)
        for number in (3, 1, 4, 2):
            film(app, number)
            retire_ready(app, hour(number))
        assert digest(app) == in_order
        assert verify_chain(app)["intact"]


def test_a_finished_hour_waits_for_the_one_before_it(database_url: str, tmp_path: Path) -> None:
    with small_show(database_url, tmp_path) as app:
        plan(app, 1, 2)
        film(app, 2)
        waiting = retire_ready(app, hour(2))
        assert (waiting.own, waiting.waiting_for) == (None, hour(1))
        film(app, 1)
        closing = retire_ready(app, hour(1))
        assert [link.number for link in closing.retired] == [1, 2]
        assert state(app, 2) == "retired"


def test_an_hour_whose_predecessor_was_never_planned_is_refused_and_the_sentence_says_what_to_do(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        with pytest.raises(OutOfOrderError, match="never planned") as refused:
            plan(app, 3)
        assert f"anigen make --from {hour(2)}" in str(refused.value)
        assert f"anigen skip {hour(2)}" in str(refused.value)
        assert state(app, 3) == "missing"


def test_a_skipped_hour_lets_the_story_pass_and_can_be_filled_later_without_altering_canon(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1)
        skip_hours(app, [hour(2)], "power cut")
        tell(app, 3, 4)
        before = canon_document(app, hour(4))
        tell(app, 2)
        after = canon_document(app, hour(4))
        with app.database.unit_of_work() as uow:
            filler = uow.episodes.plan(app.series_id, 2)
        assert filler is not None
        assert filler.filler
        known = {(f["subject"], f["attribute"]): f["value"] for f in before["facts"]}
        now = {(f["subject"], f["attribute"]): f["value"] for f in after["facts"]}
        assert {key: now[key] for key in known} == known
        assert verify_chain(app)["intact"]


def test_withdrawing_a_draft_makes_what_rests_on_it_stale_and_the_story_goes_on(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1)
        later = tuple(range(3, 13))
        plan(app, 2, *later)
        stale = withdraw_hour(app, hour(2), "not good enough")
        assert stale
        assert {n: state(app, n) for n in later} == {n: "stale" if n in stale else "planned" for n in later}
        tell(app, *later)
        assert state(app, 2) == "withdrawn"
        assert {state(app, n) for n in later} == {"retired"}
        assert verify_chain(app)["intact"]


def test_what_is_canon_cannot_be_withdrawn_skipped_or_replanned(database_url: str, tmp_path: Path) -> None:
    from anigen_assets.services.plan_episode import plan_hours

    with small_show(database_url, tmp_path) as app:
        tell(app, 1)
        with pytest.raises(StateError, match="retcon"):
            withdraw_hour(app, hour(1), "regret")
        with pytest.raises(StateError, match="never skipped"):
            skip_hours(app, [hour(1)], "regret")
        with pytest.raises(StateError, match="canon"):
            list(plan_hours(app, [hour(1)], replan=True))


def test_a_new_take_of_a_draft_keeps_the_old_one_on_record(database_url: str, tmp_path: Path) -> None:
    from anigen_assets.services.plan_episode import plan_hours

    with small_show(database_url, tmp_path) as app:
        plan(app, 1)
        (again,) = plan_hours(app, [hour(1)], replan=True)
        with app.database.unit_of_work() as uow:
            first, second = (uow.episodes.plan(app.series_id, 1, take) for take in (1, 2))
        assert again.episode.take == 2
        assert first is not None
        assert second is not None
        assert first != second


def test_planning_a_planned_hour_again_changes_nothing(database_url: str, tmp_path: Path) -> None:
    from anigen_assets.services.plan_episode import plan_hours

    with small_show(database_url, tmp_path) as app:
        (first,) = plan_hours(app, [hour(1)])
        (second,) = plan_hours(app, [hour(1)])
        assert (first.already, second.already) == (False, True)
        assert first.plan == second.plan


def test_a_future_hour_and_an_hour_before_the_first_are_refused(database_url: str, tmp_path: Path) -> None:
    with small_show(database_url, tmp_path, hours=5) as app:
        with pytest.raises(HourError, match="future"):
            plan(app, 20)
        with pytest.raises(HourError, match="first hour"):
            plan(app, 0)

"""A series of another genre, whose bible says no more than it must, keeps the promises that Tidewatch keeps."""

from __future__ import annotations

from collections import Counter

import pytest

from anigen_assets.story.changes import ResolveThread
from anigen_tests.unit.director_other_series import night_desk
from anigen_tests.unit.director_show import Show, people_on_screen, show

EPISODES = 160


@pytest.fixture(scope="module")
def aired() -> Show:
    return show(night_desk()).go_on(range(1, EPISODES + 1))


def test_no_title_comes_twice(aired: Show) -> None:
    assert len({plan.title.casefold() for plan in aired.plans}) == EPISODES


def test_at_most_two_lines_in_a_hundred_repeat(aired: Show) -> None:
    lines = Counter(line.text for plan in aired.plans for scene in plan.scenes for line in scene.dialogue)
    assert sum(count - 1 for count in lines.values()) <= 0.02 * lines.total()


def test_nothing_contradicts_canon(aired: Show) -> None:
    assert aired.findings() == []


def test_every_promise_is_kept_in_time(aired: Show) -> None:
    assert aired.late(EPISODES) == []


def test_threads_without_a_story_of_their_own_are_resolved(aired: Show) -> None:
    due = [thread.id for thread in aired.bible.threads if thread.due_episodes < EPISODES]
    resolved = {
        planned.change.id
        for plan in aired.plans
        for planned in plan.changes
        if isinstance(planned.change, ResolveThread)
    }
    assert set(due) - resolved == set()


def test_screen_time_is_shared(aired: Show) -> None:
    seen = Counter(who for plan in aired.plans for who in people_on_screen(plan))
    shares = {member.id: seen[member.id] / EPISODES for member in aired.bible.cast}
    assert {who: share for who, share in shares.items() if not 0.15 <= share <= 0.80} == {}


@pytest.mark.parametrize("most", [2, 3])
def test_no_scene_has_more_people_than_the_format_allows(most: int) -> None:
    bible = night_desk()
    small = bible.model_copy(update={"format": bible.format.model_copy(update={"max_cast_per_scene": most})})
    assert show(small).go_on(range(1, 41)).findings() == []


def test_nobody_speaks_of_the_other_series(aired: Show) -> None:
    told = " ".join(plan.model_dump_json() for plan in aired.plans)
    assert [word for word in ("Shiomachi", "Nagi", "ledger", "low water") if word in told] == []

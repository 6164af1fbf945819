"""What the offline director does with unusual requests: the same again, after gaps, as filler, as a repair."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import anigen_assets
from anigen_assets.providers.offline_director import OfflineDirector
from anigen_assets.services.directing import direct
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Change, Depart, Hold, RecordEvent
from anigen_assets.story.continuity.check import check_plan
from anigen_assets.story.director import RECENT_EPISODES, DirectorRequest
from anigen_assets.story.filler import FillerGuard
from anigen_assets.story.findings import Evidence, Finding, Severity
from anigen_assets.story.plan import EpisodePlan
from anigen_tests.unit.director_show import Show, people_on_screen, show

EPISODES = 40
SCRIPT = """
import hashlib
from anigen_tests.unit.director_show import show
plans = show().go_on(range(1, 13)).plans
print(hashlib.sha256("".join(plan.model_dump_json() for plan in plans).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def aired() -> Show:
    return show().go_on(range(1, EPISODES + 1))


def planned(request: DirectorRequest) -> EpisodePlan:
    return OfflineDirector().plan(request).plan


def test_the_same_request_gives_the_same_plan_and_fingerprint(aired: Show) -> None:
    request = aired.request(EPISODES + 1)
    first, second = OfflineDirector().plan(request), OfflineDirector().plan(request)
    assert first.plan.model_dump_json() == second.plan.model_dump_json()
    assert first.prompt_hash == second.prompt_hash


def test_what_was_read_before_makes_no_difference(aired: Show) -> None:
    request = aired.request(EPISODES + 1)
    copied = CanonState.of(aired.canon)
    again = OfflineDirector().plan(replace(request, canon=copied, bible=aired.bible.model_copy(deep=True)))
    known = OfflineDirector().plan(request)
    assert (again.plan, again.prompt_hash) == (known.plan, known.prompt_hash)


def test_another_fact_gives_another_fingerprint(aired: Show) -> None:
    moved = aired.with_canon(_after(Hold(item="tide_ledger", holder="fumi", previous="nagi")))
    number = EPISODES + 1
    one, other = (OfflineDirector().plan(s.request(number)).prompt_hash for s in (aired, moved))
    assert one != other


def test_a_title_that_another_episode_has_is_not_used_again(aired: Show) -> None:
    request = aired.request(EPISODES + 1)
    first = planned(request).title
    taken = replace(request, title_taken=lambda title: title.casefold() == first.casefold())
    assert planned(taken).title.casefold() != first.casefold()


def test_another_take_tells_something_else(aired: Show) -> None:
    request = aired.request(EPISODES + 1)
    assert planned(request).scenes != planned(replace(request, take=2)).scenes


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_every_process_tells_the_same(aired: Show, seed: str) -> None:
    here = "".join(plan.model_dump_json() for plan in aired.plans[:12])
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=Path(anigen_assets.__file__).parents[1],
        env={"PYTHONHASHSEED": seed, "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.strip() == hashlib.sha256(here.encode()).hexdigest()


def test_threads_are_kept_in_time_though_hours_are_skipped() -> None:
    skipped = show().go_on(range(1, 121), skip=range(7, 121, 7))
    assert skipped.late(120) == []
    assert skipped.findings() == []


def test_after_a_long_gap_every_thread_ends_within_a_few_episodes() -> None:
    gap = range(41, 71)
    skipped = show().go_on(range(1, 91), skip=gap)
    assert {n for _, n in skipped.late(90)} <= set(range(gap.stop, gap.stop + 3))
    assert skipped.findings() == []


def test_filler_alters_nothing(aired: Show) -> None:
    number = 20
    later = [plan for plan in aired.plans if plan.number > number]
    canon = aired.before[number]
    recent = tuple(plan for plan in aired.plans if plan.number < number)[-RECENT_EPISODES:]
    request = replace(aired.request(number), canon=canon, recent=recent, filler=True, take=2)
    plan = planned(request)
    assert plan.filler
    assert FillerGuard.of(later).refusals(plan, canon) == ()
    assert check_plan(plan, canon, aired.bible, filler_guard=FillerGuard.of(later)) == ()


def test_a_repair_leaves_out_whoever_was_complained_about(aired: Show) -> None:
    request = aired.request(EPISODES + 1)
    first = planned(request)
    culprit = first.scenes[0].cast[0]
    finding = _complaint(first, f"Scene 1: '{culprit}' cannot be there.")
    second = planned(replace(request, rejected=first, findings=(finding,)))
    assert second.scenes != first.scenes
    assert culprit not in people_on_screen(second)


def test_repairs_end_in_a_plan_that_only_records_what_happened(aired: Show) -> None:
    request = aired.request(EPISODES + 1)
    tried: list[EpisodePlan] = [planned(request)]
    for _ in range(2):
        finding = _complaint(tried[-1], "Scene 2 is wrong.")
        tried.append(planned(replace(request, rejected=tried[-1], findings=(finding,))))
    first, second, last = tried
    assert first.scenes != second.scenes != last.scenes
    assert {p.change.kind for p in last.changes} <= {"record_event", "resolve_thread"}


def test_a_change_that_is_refused_is_not_proposed_again(aired: Show) -> None:
    request = aired.request(EPISODES + 1)
    refused = next(p.change for p in planned(request).changes if not isinstance(p.change, RecordEvent))

    def check(plan: EpisodePlan) -> tuple[Finding, ...]:
        again = any(p.change == refused for p in plan.changes)
        return (_complaint(plan, "That cannot be."),) if again else ()

    reply, findings = direct(OfflineDirector(), request, check)
    assert findings == ()
    assert reply.plan.changes


@pytest.mark.parametrize("status", ["absent", "departed", "dead"])
def test_the_show_goes_on_without_its_lead(aired: Show, status: str) -> None:
    leave = Depart.model_validate({"subject": "nagi", "status": status, "reason": "an operator said so"})
    gone = aired.with_canon(_after(leave))
    gone.go_on(range(EPISODES + 1, EPISODES + 13))
    assert gone.findings(since=EPISODES + 1) == []
    if status != "absent":
        assert all("nagi" not in people_on_screen(p) for p in gone.plans if p.number > EPISODES)


def test_the_show_goes_on_with_everything_lost(aired: Show) -> None:
    items = aired.canon.items()
    lost = [Hold(item=item.id, holder="", previous=item.holder, state="lost") for item in items]
    poor = aired.with_canon(_after(*lost)).go_on(range(EPISODES + 1, EPISODES + 41))
    assert poor.findings(since=EPISODES + 1) == []


def _after(*changes: Change) -> Callable[[CanonState], CanonState]:
    return lambda canon: canon.after([(0, change) for change in changes], EPISODES)


def _complaint(plan: EpisodePlan, message: str) -> Finding:
    evidence = tuple(Evidence(episode=plan.number, scene=slot, text=message) for slot in (1, 2))
    return Finding(rule="of-a-test", severity=Severity.ERROR, message=message, evidence=evidence)

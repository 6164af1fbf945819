"""A story that is planned, filmed, retired, skipped, filled, withdrawn, corrected and killed in any order.

At the end canon verifies, every draft stands on canon as it is, and a story in which nobody gave anything up has
the digest that telling it hour by hour gives. A filler that becomes canon leaves what was true in later hours.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from anigen_assets.errors import OutOfOrderError, StateError, UsageError
from anigen_assets.services.directing import errors_of
from anigen_assets.services.operator import skip_hours, withdraw_hour
from anigen_assets.services.plan_episode import Planner
from anigen_assets.services.retcon import retcon
from anigen_assets.services.retire_canon import retire_ready
from anigen_assets.store.records import EpisodeState
from anigen_assets.story.canon import CanonState
from anigen_assets.story.conflicts import footprint
from anigen_assets.story.continuity import check_plan
from anigen_assets.story.plan import EpisodePlan
from anigen_tests.order.stage import CrashError, Stage, crash_at_commit
from anigen_tests.show import as_if_filmed, hour

HOURS, STEPS = 7, 12
NUMBERS = st.integers(1, HOURS)
CRASHES = st.none() | st.tuples(st.integers(1, 3), st.booleans())
"""No crash, or at which commit and whether before it."""
STANDING = (EpisodeState.PLANNED, EpisodeState.PRODUCED)
Crash = tuple[int, bool] | None

_stage: list[Stage] = []


def set_stage(stage: Stage) -> None:
    """Where the machines play from now on."""
    _stage[:] = [stage]
    told_in_order.cache_clear()


@cache
def told_in_order(hours: int) -> str:
    """The digest after so many hours, each planned, filmed and retired before the next."""
    stage = _stage[0]
    stage.begin()
    for number in range(1, hours + 1):
        Planner(stage.app).plan(hour(number))
        as_if_filmed(stage.app, number)
        retire_ready(stage.app)
    with stage.app.database.unit_of_work() as uow:
        return uow.series.require(stage.app.series_id).head_digest


def played(examples: int, *, derandomize: bool = True) -> settings:
    """How many stories are told; those of tests are the same every time."""
    return settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=derandomize,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


class Production(RuleBasedStateMachine):
    """Hours that are planned in order, and filmed and retired in any order, by processes that are killed."""

    @initialize()
    def begins(self) -> None:
        """A story begins; what telling it in order gives is known before."""
        self.told = [told_in_order(hours) for hours in range(HOURS + 1)]
        self.stage = _stage[0]
        self.app = self.stage.app
        self.stage.begin()
        self.planner = Planner(self.app)
        self.in_order = True

    @rule(number=NUMBERS, crash=CRASHES)
    def plan(self, number: int, crash: Crash) -> None:
        """Somebody asks for a plan."""
        states, frontier = self.states(), self.frontier()
        ready = number <= frontier + 1 or states.get(number - 1) in (*STANDING, "retired", "skipped")
        try:
            self.attempt(lambda: self.planner.plan(hour(number)), crash)
        except OutOfOrderError:
            assert not ready
        else:
            assert ready or crash is not None or states.get(number) in (*STANDING, "retired")

    @rule(count=st.integers(1, 5), crash=CRASHES)
    def plan_on(self, count: int, crash: Crash) -> None:
        """The next hours are planned in one go."""

        def several() -> None:
            first = (
                max(
                    (n for n, s in self.states().items() if s in (*STANDING, "retired", "skipped")), default=0
                )
                + 1
            )
            for number in range(first, min(first + count, HOURS + 1)):
                self.planner.plan(hour(number))

        self.attempt(several, crash)

    @precondition(lambda self: self.planned())
    @rule(data=st.data(), crash=CRASHES)
    def film(self, data: st.DataObject, crash: Crash) -> None:
        """An hour is filmed, whichever."""
        number = data.draw(st.sampled_from(self.planned()))
        self.attempt(lambda: as_if_filmed(self.app, number), crash)

    @rule(crash=CRASHES)
    def retire(self, crash: Crash) -> None:
        """Whatever is ready becomes canon."""
        before = self.canon_of_later_hours()
        self.attempt(lambda: retire_ready(self.app), crash)
        for number, facts in before.items():
            assert facts <= self.facts_as_of(number), f"what was true after episode {number} is not any more"

    @rule()
    def restart(self) -> None:
        """Another process goes on."""
        self.planner = Planner(self.app)

    def teardown(self) -> None:
        """What must be true of every story: its chain only grows, so the end tells of every step."""
        if hasattr(self, "app"):
            self.canon_verifies()
            self.nothing_given_up_means_told_in_order()
            self.drafts_stand_on_canon_as_it_is()

    def canon_verifies(self) -> None:
        """Digests, facts, people and threads are what the changes give."""
        with self.app.database.unit_of_work() as uow:
            fault = uow.canon.verify(self.app.series_id)
        assert fault is None, fault

    def nothing_given_up_means_told_in_order(self) -> None:
        """However the hours were made, their digest is the one of making them one by one."""
        if self.in_order:
            with self.app.database.unit_of_work() as uow:
                series = uow.series.require(self.app.series_id)
            assert series.head_digest == self.told[series.frontier]

    def drafts_stand_on_canon_as_it_is(self) -> None:
        """No draft that may retire rests on ground that is gone."""
        states = self.states()
        with self.app.database.unit_of_work() as uow:
            series = uow.series.require(self.app.series_id)
            state = uow.canon.current(self.app.series_id)
            for number in sorted(n for n, s in states.items() if n > series.frontier and s in STANDING):
                draft = uow.episodes.plan(self.app.series_id, number)
                assert draft is not None
                findings = errors_of(check_plan(draft, state, self.app.bible))
                assert not findings, (number, findings)
                state = state.after([(c.scene, c.change) for c in draft.changes], number)

    def attempt(self, step: Callable[[], object], crash: Crash) -> None:
        """Does a step; when the process ends in its middle, another process goes on."""
        if crash is None:
            step()
            return
        try:
            with crash_at_commit(crash[0], before=crash[1]):
                step()
        except CrashError:
            self.planner = Planner(self.app)

    def states(self) -> dict[int, str]:
        """State by number."""
        with self.app.database.unit_of_work() as uow:
            found = uow.episodes.states(self.app.series_id, 1, HOURS)
        return {number: str(state) for number, state in found.items()}

    def planned(self) -> list[int]:
        """Hours that wait for being filmed."""
        return [number for number, state in self.states().items() if state == "planned"]

    def frontier(self) -> int:
        """The newest hour that is canon."""
        with self.app.database.unit_of_work() as uow:
            return uow.series.require(self.app.series_id).frontier

    def facts_as_of(self, number: int) -> set[tuple[str, str, str]]:
        """What is true after an episode."""
        with self.app.database.unit_of_work() as uow:
            state: CanonState = uow.canon.as_of(self.app.series_id, number)
        return {(f.subject, f.attribute, f.value) for f in state}

    def canon_of_later_hours(self) -> dict[int, set[tuple[str, str, str]]]:
        """What is true after each hour that is canon, as long as a filler is ready to slip in behind them."""
        with self.app.database.unit_of_work() as uow:
            waiting = uow.episodes.produced_fillers(self.app.series_id)
            last = uow.series.require(self.app.series_id).frontier
        return {number: self.facts_as_of(number) for number in range(waiting[0], last + 1)} if waiting else {}


class Operators(Production):
    """The same, with people who skip, withdraw, correct and ask for other takes."""

    @rule(number=NUMBERS, crash=CRASHES)
    def skip(self, number: int, crash: Crash) -> None:
        """An hour is given up before it was planned."""
        self.in_order = False
        try:
            self.attempt(lambda: skip_hours(self.app, [hour(number)], "nobody was there"), crash)
        except StateError:
            assert self.states()[number] not in ("skipped", "failed", "stale")

    @precondition(lambda self: self.drafts())
    @rule(data=st.data(), crash=CRASHES)
    def withdraw(self, data: st.DataObject, crash: Crash) -> None:
        """A draft is given up."""
        number = data.draw(st.sampled_from(self.drafts()))
        self.in_order = False
        given_up = self.draft(number)
        try:
            self.attempt(lambda: withdraw_hour(self.app, hour(number), "nobody liked it"), crash)
        except StateError:
            assert self.states().get(number) not in STANDING
        if self.states().get(number) == "withdrawn":
            self.nobody_stands_on(given_up)

    @precondition(lambda self: self.drafts())
    @rule(data=st.data(), crash=CRASHES)
    def replan(self, data: st.DataObject, crash: Crash) -> None:
        """Another take is asked for."""
        number = data.draw(st.sampled_from(self.drafts()))
        self.in_order = False
        replaced = self.draft(number)
        try:
            self.attempt(lambda: self.planner.plan(hour(number), replan=True), crash)
        except OutOfOrderError:
            assert self.states().get(number - 1) not in (*STANDING, "retired", "skipped")
        if self.draft(number) != replaced:
            self.nobody_stands_on(replaced)

    def drafts(self) -> list[int]:
        """Hours with a plan that stands and is not canon."""
        return [number for number, state in self.states().items() if state in STANDING]

    def draft(self, number: int) -> EpisodePlan | None:
        """The plan of an hour that is not canon, if it has one that stands."""
        if self.states().get(number) not in STANDING:
            return None
        with self.app.database.unit_of_work() as uow:
            return uow.episodes.plan(self.app.series_id, number)

    def nobody_stands_on(self, given_up: EpisodePlan | None) -> None:
        """No later draft that may retire relies on what a plan changed that is no more."""
        if given_up is None or given_up.filler:
            return
        gone = footprint(given_up).writes
        for number in range(given_up.number + 1, HOURS + 1):
            later = self.draft(number)
            assert later is None or gone.isdisjoint(footprint(later).reads), number

    @rule(
        number=st.integers(0, HOURS),
        who=st.sampled_from(["adair", "imre", "pell", "tamsin", "odo", "lin"]),
        age=st.integers(8, 90),
        crash=CRASHES,
    )
    def correct(self, number: int, who: str, age: int, crash: Crash) -> None:
        """Somebody's age was never what was told."""
        self.in_order = False
        if not 1 <= number <= self.frontier():
            return
        with contextlib.suppress(UsageError):  # that is how old they are already
            self.attempt(
                lambda: retcon(self.app, who, "look.age", str(age), "the papers were wrong", hour(number)),
                crash,
            )

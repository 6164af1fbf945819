"""Shows for the director's tests: planned in a row on canon that grows in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import yaml

import anigen_assets
from anigen_assets.providers.offline_director import OfflineDirector
from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.continuity.check import check_plan
from anigen_assets.story.director import RECENT_EPISODES, DirectorRequest
from anigen_assets.story.plan import EpisodePlan

FIRST_HOUR = datetime(2026, 1, 1, tzinfo=UTC)


def tidewatch() -> Bible:
    """The series the package ships with."""
    path = Path(anigen_assets.__file__).parent / "series" / "tidewatch.yaml"
    return Bible.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def genesis(bible: Bible) -> CanonState:
    """Canon before the first episode."""
    return CanonState.of(Fact(*effect, 0, 0) for change in bible.genesis() for effect in change.effects())


@dataclass
class Show:
    """A series on air: plans it made, and canon after the last of them.

    Attributes:
        before: Canon as each episode found it, by number.
    """

    bible: Bible
    canon: CanonState
    plans: list[EpisodePlan] = field(default_factory=list)
    before: dict[int, CanonState] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)

    def request(self, number: int) -> DirectorRequest:
        """What the director is told for an episode."""
        return DirectorRequest(
            bible=self.bible,
            hour=FIRST_HOUR + timedelta(hours=number - 1),
            number=number,
            canon=self.canon,
            recent=tuple(p for p in self.plans if p.number < number)[-RECENT_EPISODES:],
            title_taken=lambda title: title.casefold() in self.titles,
        )

    def air(self, plan: EpisodePlan) -> None:
        """Makes a plan's changes true."""
        self.before[plan.number] = self.canon
        self.plans.append(plan)
        self.titles.add(plan.title.casefold())
        self.canon = self.canon.after([(c.scene, c.change) for c in plan.changes], plan.number)

    def go_on(self, numbers: Iterable[int], *, skip: Collection[int] = ()) -> Show:
        """Plans episodes in order."""
        director = OfflineDirector()
        for number in numbers:
            if number not in skip:
                self.air(director.plan(self.request(number)).plan)
        return self

    def with_canon(self, change: Callable[[CanonState], CanonState]) -> Show:
        """The same show after somebody else touched canon."""
        return Show(self.bible, change(self.canon), [*self.plans], {**self.before}, {*self.titles})

    def late(self, until: int) -> list[tuple[str, int]]:
        """Threads not resolved by their due number, each with the episode that ended it, or `until`."""
        ended = {
            thread.id: until
            if thread.status == "open"
            else self.canon.facts[f"thread:{thread.id}"]["status"].number
            for thread in self.canon.threads()
        }
        return [(t.id, ended[t.id]) for t in self.canon.threads() if ended[t.id] > t.due_number]

    def findings(self, since: int = 1) -> list[str]:
        """What the rules of continuity say against the plans, from an episode on."""
        return [
            finding.message
            for plan in self.plans
            if plan.number >= since
            for finding in check_plan(plan, self.before[plan.number], self.bible)
        ]


def show(bible: Bible | None = None) -> Show:
    """A series that has not begun."""
    chosen = bible or tidewatch()
    return Show(chosen, genesis(chosen))


def people_on_screen(plan: EpisodePlan) -> set[str]:
    """Everyone in the cast of any scene."""
    return {who for scene in plan.scenes for who in scene.cast}

"""Canon as a planner finds it: what is retired, then the drafts of earlier unfinished hours, in order."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.store.records import SeriesRecord
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.canon import CanonState
from anigen_assets.story.plan import EpisodePlan


def state_before(uow: UnitOfWork, series: SeriesRecord, number: int) -> CanonState:
    """Canon an episode stands on.

    For an hour ahead of the frontier: current canon and the drafts before it. For one behind it (filler):
    canon as of the hour before.
    """
    if number <= series.frontier:
        return uow.canon.as_of(series.series_id, number - 1)
    state = uow.canon.current(series.series_id)
    for drafted, changes in uow.canon.drafts(series.series_id, number):
        state = state.after(changes, drafted)
    return state


@dataclass
class CanonCursor:
    """Canon kept in memory while hours are planned one after another.

    It is reused only when nobody else has changed drafts or canon since (the series' `canon_version`).

    Attributes:
        after_number: The state holds after this episode.
        version: Value of `canon_version` for which it holds.
    """

    after_number: int = -1
    version: int = -1
    state: CanonState | None = None

    def before(self, uow: UnitOfWork, series: SeriesRecord, number: int) -> CanonState:
        """Canon that `number` stands on, from memory when that is still right."""
        known = self.state
        if known is not None and self.after_number == number - 1 and self.version == series.canon_version:
            return known
        return state_before(uow, series, number)

    def advance(self, state: CanonState, plan: EpisodePlan, version: int) -> None:
        """Remembers the state after a plan was committed as canon version `version`."""
        changes = tuple((planned.scene, planned.change) for planned in plan.changes)
        self.state = state.after(changes, plan.number)
        self.after_number, self.version = plan.number, version

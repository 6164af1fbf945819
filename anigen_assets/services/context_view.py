"""The story as one hour finds it, read by a few keys: what is retired, and the drafts of unfinished hours before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.bible import Bible
from anigen_assets.story.calendar import hour_of
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Change, Key

DRAFTS_BACK = 256
"""Of hours that are planned far ahead of canon, the last so many are known."""


@dataclass(frozen=True)
class ContextView:
    """What one hour finds.

    Attributes:
        number: The hour's episode.
        frontier: Up to which number everything is canon.
        drafts: (number, scene slot, change) of drafts before the hour, in order.
    """

    uow: UnitOfWork
    bible: Bible
    series_id: str
    number: int
    hour: datetime
    frontier: int
    drafts: tuple[tuple[int, int, Change], ...]

    @property
    def after(self) -> int:
        """The last hour before it that may be canon."""
        return min(self.number - 1, self.frontier)

    @property
    def filler(self) -> bool:
        """Later hours are canon already."""
        return self.number <= self.frontier

    @property
    def newest(self) -> bool:
        """What stands is what the hour finds."""
        return not self.filler

    def state(self, keys: Iterable[Key]) -> CanonState:
        """Facts of some keys, drafts included."""
        return self.with_drafts(self.uow.memory.facts(self.series_id, keys, self.after))

    def with_drafts(self, state: CanonState) -> CanonState:
        """A state after the drafts."""
        for number, scene, change in self.drafts:
            state = state.after([(scene, change)], number)
        return state


def context_view(uow: UnitOfWork, bible: Bible, number: int) -> ContextView:
    """The view of an hour."""
    frontier, first_hour = uow.memory.head(bible.slug)
    first = max(frontier + 1, number - DRAFTS_BACK)
    drafts = uow.memory.changes(bible.slug, first, number - 1, drafts=True) if first < number else []
    return ContextView(
        uow=uow,
        bible=bible,
        series_id=bible.slug,
        number=number,
        hour=hour_of(number, first_hour),
        frontier=frontier,
        drafts=tuple(drafts),
    )

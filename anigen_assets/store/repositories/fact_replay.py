"""Replays links into facts with their validity, in memory, to hold the facts' table against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from anigen_assets.store.repositories.facts import last_effects
from anigen_assets.store.repositories.standing import EMPTY_SUM, moved_sum
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.changes import Change, Key


class Interval(NamedTuple):
    """A fact's row without its key."""

    position: int
    valid_from: int
    valid_to: int | None
    scene: int
    value: str


class FactReplay:
    """Facts by key, as the links make them.

    Attributes:
        standing_sum: Sum over the facts that stand (see `standing`).
        standing_count: How many stand.
        touched: Position and episode of the last link that set a fact of a subject, by subject.
    """

    def __init__(self) -> None:
        self._table: dict[Key, list[Interval]] = {}
        self.standing_sum = EMPTY_SUM
        self.standing_count = 0
        self.touched: dict[str, tuple[int, int]] = {}

    def apply(self, position: int, number: int, changes: Sequence[tuple[int, Change]]) -> None:
        """Puts in a link's facts as they hold from hour `number`."""
        begun: list[Fact] = []
        ended: list[Fact] = []
        for key, (scene, effect) in last_effects(changes).items():
            self.touched[key.subject] = (position, number)
            intervals = self._table.setdefault(key, [])
            valid_to = None
            held = next((i for i in reversed(range(len(intervals))) if _holds(intervals[i], number)), None)
            if held is not None:
                old = intervals[held]
                valid_to = old.valid_to
                intervals[held] = old._replace(valid_to=number)
                if valid_to is None:
                    ended.append(Fact(*key, old.value, old.valid_from, old.scene))
            elif intervals:
                valid_to = min(i.valid_from for i in intervals if i.valid_to != i.valid_from)
            intervals.append(Interval(position, number, valid_to, scene, effect.value))
            if valid_to is None:
                begun.append(Fact(*key, effect.value, number, scene))
        self.standing_sum = moved_sum(self.standing_sum, begun, ended)
        self.standing_count += len(begun) - len(ended)

    def rows(self) -> Iterator[tuple[Key, Interval]]:
        """All facts, key by key."""
        return ((key, interval) for key, intervals in self._table.items() for interval in intervals)

    def standing_state(self) -> CanonState:
        """The facts that stand."""
        return CanonState.of(
            Fact(*key, interval.value, interval.valid_from, interval.scene)
            for key, intervals in self._table.items()
            for interval in intervals
            if interval.valid_to is None
        )

    def first_difference(self, rows: Iterable[tuple[Key, Interval]]) -> tuple[int, str] | None:
        """The difference with the lowest link position, and what it is; None when the rows are exactly these.

        Args:
            rows: The stored facts, in any order.
        """
        wanted = {(*key, i.position): i for key, intervals in self._table.items() for i in intervals}
        found: list[tuple[int, str]] = []
        for (subject, attribute), stored in rows:
            replayed = wanted.pop((subject, attribute, stored.position), None)
            if replayed is None:
                found.append((stored.position, f"{subject}.{attribute} is stored and no link makes it"))
            elif replayed != stored:
                said = f"{subject}.{attribute} is stored as {_words(stored)}, replayed as {_words(replayed)}"
                found.append((stored.position, said))
        found += [(position, f"{subject}.{attribute} is missing") for subject, attribute, position in wanted]
        return min(found, default=None)


def _holds(interval: Interval, number: int) -> bool:
    return interval.valid_from <= number and (interval.valid_to is None or interval.valid_to > number)


def _words(i: Interval) -> str:
    until = "on" if i.valid_to is None else f"until {i.valid_to}"
    return f"'{i.value}' from episode {i.valid_from} {until}, scene {i.scene}"

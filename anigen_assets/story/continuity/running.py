"""Canon moving on inside an episode: each change lays a thin sheet over the state before it.

Copying canon would cost as much as canon is large; a sheet costs as much as the episode has changed so far.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.changes import Change

Facts = Mapping[str, Mapping[str, Fact]]


class Sheet(Facts):
    """Facts of the subjects that an episode has touched so far, over all others."""

    __slots__ = ("_below", "_top")

    def __init__(self, top: Facts, below: Facts) -> None:
        self._top = top
        self._below = below

    def with_facts(self, touched: Facts) -> Sheet:
        """Another sheet over the same canon."""
        return Sheet({**self._top, **touched}, self._below)

    def __getitem__(self, subject: str) -> Mapping[str, Fact]:
        found = self._top.get(subject)
        return self._below[subject] if found is None else found

    def __contains__(self, subject: object) -> bool:
        return subject in self._top or subject in self._below

    def __iter__(self) -> Iterator[str]:
        yield from self._below
        yield from (subject for subject in self._top if subject not in self._below)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def after_change(state: CanonState, change: Change, number: int, scene: int) -> CanonState:
    """The state after one change of an episode's scene; `state` stays as it is."""
    sheet = state.facts if isinstance(state.facts, Sheet) else Sheet({}, state.facts)
    touched: dict[str, dict[str, Fact]] = {}
    for subject, attribute, value in change.effects():
        if subject not in touched:
            touched[subject] = dict(sheet.get(subject, {}))
        touched[subject][attribute] = Fact(subject, attribute, value, number, scene)
    return CanonState(sheet.with_facts(touched))

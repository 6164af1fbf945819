"""Fitting lines into a number of tokens: everything told briefly first, then the weightiest in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anigen_assets.story.context.tokens import upper_bound

HOPELESS = 4
"""A wording of more than so many characters for each token of room is not even counted: counting takes time."""


class Line:
    """One thing to be told, in wordings from the fullest to the briefest; a wording may have several lines."""

    def __init__(self, *wordings: str) -> None:
        self.wordings = tuple(dict.fromkeys(wordings))
        self._costs: dict[int, int] = {}

    def cost(self, at: int) -> int:
        """Tokens of a wording, its line break included."""
        if at not in self._costs:
            self._costs[at] = upper_bound(self.wordings[at]) + 1
        return self._costs[at]

    @property
    def briefest(self) -> int:
        """The last wording."""
        return len(self.wordings) - 1


@dataclass(frozen=True)
class Fitted:
    """What was chosen.

    Attributes:
        wordings: In the order of the lines; None where there was no room at all.
        tokens: What they take together.
    """

    wordings: tuple[str | None, ...]
    tokens: int

    @property
    def dropped(self) -> int:
        """Lines without room."""
        return sum(wording is None for wording in self.wordings)


def fit(lines: Sequence[Line], allowance: int) -> Fitted:
    """Chooses wordings that take at most `allowance` tokens.

    The lines come weightiest first. Each gets its briefest wording as long as there is room; then, in the same
    order, each gets the fullest wording that the rest of the room allows.
    """
    chosen: list[int | None] = [None] * len(lines)
    left = allowance
    for i, line in enumerate(lines):
        if line.cost(line.briefest) <= left:
            chosen[i] = line.briefest
            left -= line.cost(line.briefest)
    for i, line in enumerate(lines):
        now = chosen[i]
        if now is None:
            continue
        room = left + line.cost(now)
        better = (j for j in range(now) if len(line.wordings[j]) <= room * HOPELESS and line.cost(j) <= room)
        chosen[i] = best = next(better, now)
        left = room - line.cost(best)
    words = tuple(None if at is None else line.wordings[at] for line, at in zip(lines, chosen, strict=True))
    return Fitted(words, allowance - left)

"""The pyramid's arithmetic: which hours a summary covers, and which summaries cover a story.

An arc is 16 episodes (about 100 scenes), a season 16 arcs, and so on up: each level is 16 of the one below. Blocks lie
at fixed numbers, so that two processes agree on them and a summary is made once. They are not the bible's dramatic
arcs, whose length it chooses.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

FANOUT = 16
BlockLevel = Literal["episode", "arc", "season", "saga", "age", "aeon"]
LEVELS: tuple[BlockLevel, ...] = ("episode", "arc", "season", "saga", "age", "aeon")
"""From the smallest; an aeon is 1,048,576 hours, about 120 years."""


class Block(NamedTuple):
    """Consecutive hours that one summary covers."""

    level: BlockLevel
    first: int
    last: int

    @property
    def name(self) -> str:
        """For people, e.g. `arc, episodes 17 to 32`."""
        if self.level == "episode":
            return f"episode {self.first}"
        return f"{self.level}, episodes {self.first} to {self.last}"


def span(level: BlockLevel) -> int:
    """Hours of a block."""
    return int(FANOUT ** LEVELS.index(level))


def block_of(level: BlockLevel, number: int) -> Block:
    """The block of a level that an hour lies in."""
    hours = span(level)
    first = (number - 1) // hours * hours + 1
    return Block(level, first, first + hours - 1)


def blocks_around(number: int) -> tuple[Block, ...]:
    """The arc that an hour lies in, its season, and so on up."""
    return tuple(block_of(level, number) for level in LEVELS[1:])


def children(block: Block) -> tuple[Block, ...]:
    """The sixteen blocks of the level below; none for an episode."""
    if block.level == "episode":
        return ()
    below = LEVELS[LEVELS.index(block.level) - 1]
    return tuple(block_of(below, first) for first in range(block.first, block.last + 1, span(below)))


def complete(level: BlockLevel, last: int) -> range:
    """First numbers of the level's blocks that end at or before an hour."""
    return range(1, last // span(level) * span(level) + 1, span(level))


def cover(last: int) -> tuple[Block, ...]:
    """The fewest blocks that cover hours 1 to `last`, oldest first: at most 15 of a level below the highest."""
    found: list[Block] = []
    first = 1
    for level in reversed(LEVELS):
        while first + span(level) - 1 <= last:
            found.append(Block(level, first, first + span(level) - 1))
            first += span(level)
    return tuple(found)


def remembered(last: int) -> tuple[Block, ...]:
    """The blocks that a prompt tells of hours 1 to `last`, oldest first: a cover that always has its newest arc.

    Without that, the hour that completes a season would take sixteen arcs out of sight for one summary.
    """
    arcs = complete("arc", last)
    if not arcs:
        return cover(last)
    arc = block_of("arc", arcs[-1])
    episodes = (Block("episode", number, number) for number in range(arc.last + 1, last + 1))
    return (*cover(arc.first - 1), arc, *episodes)

"""Sixteen summaries into one, held to a contract: what fails is refused and made again larger, or not at all.

`Extractive` is the compressor that costs nothing; a model may take its place behind the same port. Neither is
believed: the text is accepted only when it answers every question about what its level protects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from anigen_assets.story.context.fidelity import Question, unanswered
from anigen_assets.story.context.lines import clipped
from anigen_assets.story.context.pyramid import Block
from anigen_assets.story.context.turns import Turn, protected

LIMITS = (600, 1_200, 2_400, 4_800)
"""Characters a summary may take, step by step; typically the first or second is enough."""
HEADLINE_CHARACTERS = 110


@dataclass(frozen=True)
class Part:
    """One of the summaries below, in a line."""

    number: int
    line: str


@dataclass(frozen=True)
class Material:
    """What a summary is made from.

    Attributes:
        parts: The summaries below, oldest first; hours that were not told are left out.
        turns: Turning points of the block, as the level below tells them.
    """

    block: Block
    parts: tuple[Part, ...]
    turns: tuple[Turn, ...]

    @property
    def protected(self) -> tuple[Turn, ...]:
        """What the summary must tell."""
        return protected(self.turns, self.block.level)

    def questions(self) -> tuple[Question, ...]:
        """What is asked of the summary."""
        return tuple(turn.question() for turn in self.protected)


class Compressor(Protocol):
    """Makes a text of at most `limit` characters."""

    name: str

    def compress(self, material: Material, limit: int) -> str:
        """The summary: a headline, then a line for each turning point, in any order."""
        ...


@dataclass(frozen=True)
class Accepted:
    """A summary that keeps the contract.

    Attributes:
        refusals: For each size that was refused, why.
    """

    text: str
    refusals: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """No size kept the contract: the level below is used in its place."""

    refusals: tuple[str, ...]


def compress(
    compressor: Compressor, material: Material, limits: Sequence[int] = LIMITS
) -> Accepted | Refused:
    """Asks for a summary, larger each time, until one answers every question."""
    refusals: list[str] = []
    questions = material.questions()
    for limit in limits:
        text = compressor.compress(material, limit)
        lost = unanswered(text, questions)
        if not lost and len(text) <= limit:
            return Accepted(text, tuple(refusals))
        why = (
            f"{len(lost)} of {len(questions)} facts lost, first {lost[0].about}"
            if lost
            else f"{len(text)} long"
        )
        refusals.append(f"{limit} characters: {why}")
    return Refused(tuple(refusals))


class Extractive:
    """Picks, and makes nothing up: the line of the part in which most turned, every turning point, then more lines."""

    name = "extractive"

    def compress(self, material: Material, limit: int) -> str:
        """The summary; the same material gives the same text."""
        block = material.block
        by_weight = sorted(material.parts, key=lambda part: (-_stir(part, material), part.number))
        told = clipped(by_weight[0].line, HEADLINE_CHARACTERS) if by_weight else "nothing was told"
        chosen = [f"{block.first} to {block.last}: {told}"]
        room = limit - len(chosen[0])
        turns = [turn.line for turn in material.protected]
        if sum(len(line) + 1 for line in turns) > room:
            turns = [turn.core for turn in material.protected]
        while turns and sum(len(line) + 1 for line in turns) > room:
            turns.pop()  # too small a size: the contract will tell
        room -= sum(len(line) + 1 for line in turns)
        more = []
        for part in by_weight[1:4]:
            line = clipped(f"{part.number} {part.line}", HEADLINE_CHARACTERS)
            if len(line) + 1 <= room:
                more.append((part.number, line))
                room -= len(line) + 1
        return "\n".join((*chosen, *(line for _, line in sorted(more)), *turns))


def headline(text: str) -> str:
    """What a summary's first line tells, without its range."""
    return text.split("\n", 1)[0].partition(": ")[2]


def _stir(part: Part, material: Material) -> int:
    return sum(min(turn.weight, 64) for turn in material.turns if _within(turn, part, material))


def _within(turn: Turn, part: Part, material: Material) -> bool:
    width = (material.block.last - material.block.first + 1) // 16
    return part.number <= turn.number < part.number + max(width, 1)

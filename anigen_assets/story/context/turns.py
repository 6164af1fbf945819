"""Turning points: what a summary must not lose, as lines that are written once and read back at every level above.

A line tells where, what and who: `40.6 kept "Sweethearts" (t23_sweethearts), opened 23 | they said it at once`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from anigen_assets.story.changes import (
    Change,
    Depart,
    Hold,
    OpenThread,
    Relate,
    ResolveThread,
    Retcon,
    Return,
)
from anigen_assets.story.context.fidelity import Question
from anigen_assets.story.context.lines import clipped, one_line
from anigen_assets.story.context.pyramid import LEVELS, BlockLevel, span

MOST_ABOVE_ARCS = 24
"""Turning points that a summary above an arc protects: its weightiest."""
WHY_CHARACTERS = 72
_LINE = re.compile(r"(\d+)\.(\d+) (opened|kept|dead|departed|absent|back|hands|bond|corrected) (.+)")
_WHY = " | "
_SPAN = re.compile(r"\), (?:opened|due) (\d+)$")
_ROLE = re.compile(r"\), (lead|main|minor)$")
_GOINGS = frozenset({"dead", "departed", "absent", "back"})


@dataclass(frozen=True)
class Turn:
    """One turning point.

    Attributes:
        text: Who and what, as the line tells it after the kind.
    """

    number: int
    scene: int
    kind: str
    text: str

    @property
    def line(self) -> str:
        """The line of a summary."""
        return f"{self.number}.{self.scene} {self.kind} {self.text}"

    @property
    def core(self) -> str:
        """The line without its reason, which a larger summary may leave out."""
        return self.line.split(_WHY, 1)[0]

    @property
    def weight(self) -> int:
        """How much it matters from afar: hours that a promise spans; lives and bonds of the standing cast."""
        spans = _SPAN.search(self.core)
        if spans is not None:
            return abs(int(spans.group(1)) - self.number)
        if self.kind in _GOINGS:
            role = _ROLE.search(self.core)
            standing = role is not None and role.group(1) != "minor"
            return (4096 if self.kind == "dead" else 256) if standing else 2
        return 12

    def question(self) -> Question:
        """What a summary that protects it must tell."""
        return Question(f"{self.kind} in episode {self.number}", (self.core,))


@dataclass(frozen=True)
class Registry:
    """Names and facts behind ids, as of the end of the hours in question.

    Attributes:
        name: Name or title behind an id; the id itself when there is none.
        role: `lead`, `main`, `minor`; empty for what is no character.
        opened: Episode in which a thread was opened, by its id without prefix; None when unknown.
    """

    name: Callable[[str], str]
    role: Callable[[str], str]
    opened: Callable[[str], int | None]

    def stands(self, *ids: str) -> bool:
        """Whether all are of the standing cast: lead or main."""
        return all(self.role(one) in ("lead", "main") for one in ids)


def turns_of(number: int, changes: Iterable[tuple[int, Change]], known: Registry) -> tuple[Turn, ...]:
    """An episode's turning points, in order."""
    found: list[Turn] = []
    for scene, change in changes:
        told = _told(number, change, known)
        if told is not None:
            found.append(Turn(number, scene, *told))
    return tuple(found)


def parsed(text: str) -> tuple[Turn, ...]:
    """The turning points in a summary's lines."""
    found = (_LINE.fullmatch(line) for line in text.split("\n"))
    return tuple(Turn(int(m[1]), int(m[2]), m[3], m[4]) for m in found if m is not None)


def protected(turns: Iterable[Turn], level: BlockLevel) -> tuple[Turn, ...]:
    """What a summary of a level must tell, in order of the story.

    An arc tells every thread opened or kept in it, everyone who died, left or came back, items that change hands and
    bonds that change within the standing cast, and corrections. Above, what outweighs the level below: promises that
    span more than one of its blocks, and the standing cast's lives; at most MOST_ABOVE_ARCS.
    """
    ordered = sorted(turns, key=lambda t: (t.number, t.scene, t.kind, t.text))
    if level == "arc":
        return tuple(ordered)
    least = min(span(LEVELS[LEVELS.index(level) - 1]), 4096)
    weighty = [t for t in ordered if t.weight >= least]
    chosen = sorted(weighty, key=lambda t: (-t.weight, t.number, t.scene, t.text))[:MOST_ABOVE_ARCS]
    return tuple(t for t in ordered if t in chosen)


def _told(number: int, change: Change, known: Registry) -> tuple[str, str] | None:
    if isinstance(change, OpenThread):
        return "opened", f'"{_plain(change.title)}" ({change.id}), due {change.due_number}'
    if isinstance(change, ResolveThread):
        opened = known.opened(change.id)
        since = f", opened {opened}" if opened is not None else ""
        return "kept", f'"{_plain(known.name(f"thread:{change.id}"))}" ({change.id}){since}{_why(change.how)}'
    if isinstance(change, (Depart, Return)):
        kind = change.status if isinstance(change, Depart) else "back"
        return kind, f"{_person(change.subject, known)}{_why(change.reason)}"
    return _handed(change, known)


def _handed(change: Change, known: Registry) -> tuple[str, str] | None:
    if isinstance(change, Hold):
        owners = [one for one in (change.previous or "", change.holder) if one]
        if not owners or not known.stands(*owners):
            return None
        giver, taker = (
            _plain(known.name(one)) if one else "nobody" for one in (change.previous or "", change.holder)
        )
        state = "" if change.state == "whole" else f", {change.state}"
        return "hands", f"{_plain(known.name(change.item))} ({change.item}), from {giver} to {taker}{state}"
    if isinstance(change, Relate):
        if change.previous in (None, change.bond) or not known.stands(change.a, change.b):
            return None
        pair = " and ".join(f"{_plain(known.name(one))} ({one})" for one in sorted((change.a, change.b)))
        return "bond", f"{pair}, from {change.previous} to {change.bond}"
    if isinstance(change, Retcon):
        key = f"{_plain(change.subject)}.{_plain(change.attribute)}"
        return (
            "corrected",
            f"({key}), now {_plain(clipped(change.value, WHY_CHARACTERS))}{_why(change.reason)}",
        )
    return None


def _person(who: str, known: Registry) -> str:
    role = known.role(who) or "minor"
    return f"{_plain(known.name(who))} ({who}), {role}"


def _why(reason: str) -> str:
    return f"{_WHY}{_plain(clipped(reason, WHY_CHARACTERS))}" if reason.strip() else ""


def _plain(text: str) -> str:
    return one_line(text).replace("|", "/")

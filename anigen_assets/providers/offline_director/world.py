"""Everything a director looks at, indexed once per request: people, threads, past units, recent episodes.

Only reading happens here. All memory longer than the recent episodes comes out of canon: an event's id says
which unit made it and when, a thread's id says which saga it belongs to.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from anigen_assets.providers.offline_director.library import load_library
from anigen_assets.providers.offline_director.model import Library, Saga
from anigen_assets.providers.offline_director.people import Person, read_people
from anigen_assets.story.canon import CanonState, Thread
from anigen_assets.story.director import DirectorRequest

_EVENT = re.compile(r"event:e(\d+)_(\w+)")
_THREAD = re.compile(r"t(\d+)_(\w+)")
AT_ODDS = "at odds"


@dataclass(frozen=True, slots=True)
class Past:
    """A recorded event that can be called back."""

    number: int
    unit: str
    text: str
    participants: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """The request with its indexes.

    Attributes:
        people: Everyone ever introduced.
        uses: How often a unit was told, by unit id.
        last_use: Episode in which a unit was told last.
        saga_uses: How many threads a saga was opened as.
        saga_last: Episode in which a saga was opened last.
        lines: Every line of the recent episodes.
        shown: In how many of the recent episodes a person appeared.
        banned: Units and people that a repair keeps away from.
        modest: Nothing is to be altered: the hour is filler, or a repair has come to its last resort.
    """

    request: DirectorRequest
    library: Library
    people: Mapping[str, Person]
    threads: tuple[Thread, ...]
    past: tuple[Past, ...]
    uses: Mapping[str, int]
    last_use: Mapping[str, int]
    saga_uses: Mapping[str, int]
    saga_last: Mapping[str, int]
    lines: frozenset[str]
    shown: Mapping[str, int]
    lexicon: Mapping[str, tuple[str, ...]]
    banned: frozenset[str] = field(default_factory=frozenset)
    modest: bool = False

    @property
    def canon(self) -> CanonState:
        """Canon as the hour finds it."""
        return self.request.canon

    @property
    def number(self) -> int:
        """Episode number."""
        return self.request.number

    @property
    def slug(self) -> str:
        """The series."""
        return self.request.bible.slug

    def rng(self, salt: str) -> random.Random:
        """A source of chance for one purpose, the same for the same series, hour and take."""
        banned = ",".join(sorted(self.banned))
        return random.Random(f"{self.slug}|{self.number}|{self.request.take}|{self.modest}|{banned}|{salt}")

    def present(self) -> tuple[Person, ...]:
        """Everyone who can appear, by id."""
        return self._present

    @cached_property
    def _present(self) -> tuple[Person, ...]:
        found = (self.people[i] for i in sorted(self.people))
        return tuple(p for p in found if p.status == "present" and p.id not in self.banned)

    def saga_of(self, thread: Thread) -> Saga | None:
        """The saga that tells a thread; None for a thread that somebody else opened."""
        match = _THREAD.fullmatch(thread.id)
        if match and match[2] in self.library.sagas:
            return self.library.sagas[match[2]]
        return self.library.seeds.get(thread.id)

    def bond(self, a: str, b: str) -> str:
        """The bond between two people; empty when they never met."""
        return self.canon.bond(a, b) or ""

    def at_odds(self) -> tuple[tuple[str, str], ...]:
        """Pairs of present people who have fallen out, by id."""
        return self._at_odds

    @cached_property
    def _at_odds(self) -> tuple[tuple[str, str], ...]:
        present = [p.id for p in self.present()]
        there = set(present)
        return tuple(
            (person, attribute.removeprefix("bond:"))
            for person in present
            for attribute, fact in sorted(self.canon.facts[person].items())
            if fact.value == AT_ODDS and attribute.startswith("bond:") and attribute[5:] in there
        )


def view(request: DirectorRequest, banned: frozenset[str] = frozenset(), *, modest: bool = False) -> World:
    """Indexes a request."""
    library = load_library(request.bible.slug)
    canon = request.canon
    past: list[Past] = []
    uses: Counter[str] = Counter()
    last_use: dict[str, int] = {}
    saga_uses: Counter[str] = Counter()
    saga_last: dict[str, int] = {}
    for subject, facts in canon.facts.items():
        if match := _EVENT.fullmatch(subject):
            number, unit = int(match[1]), match[2]
            who = tuple(p for p in facts["participants"].value.split(",") if p)
            past.append(Past(number, unit, facts["text"].value, who))
            uses[unit] += 1
            last_use[unit] = max(number, last_use.get(unit, 0))
        elif subject.startswith("thread:") and (opened := _THREAD.fullmatch(subject[7:])):
            saga_uses[opened[2]] += 1
            saga_last[opened[2]] = max(int(opened[1]), saga_last.get(opened[2], 0))
    recent = request.recent
    shown = Counter(p for plan in recent for p in {c for scene in plan.scenes for c in scene.cast})
    return World(
        request=request,
        library=library,
        people=read_people(request.bible, canon.characters()),
        threads=canon.threads("open"),
        past=tuple(sorted(past, key=lambda p: (p.number, p.unit))),
        uses=uses,
        last_use=last_use,
        saga_uses=saga_uses,
        saga_last=saga_last,
        lines=frozenset(line.text for plan in recent for scene in plan.scenes for line in scene.dialogue),
        shown=shown,
        lexicon={**library.lexicon, **request.bible.lexicon},
        banned=banned,
        modest=modest or request.filler,
    )

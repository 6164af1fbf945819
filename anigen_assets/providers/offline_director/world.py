"""Everything a director looks at, indexed once per request: people, threads, past units, recent episodes.

Only reading happens here. All memory longer than the recent episodes comes out of canon: an event's id says
which unit made it and when, a thread's id says which saga it belongs to.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from anigen_assets.providers.offline_director.kept import Kept
from anigen_assets.providers.offline_director.library import load_library
from anigen_assets.providers.offline_director.model import Library, Saga, Unit
from anigen_assets.providers.offline_director.people import Person, read_people
from anigen_assets.story.canon import CanonState, Fact, Item, Thread
from anigen_assets.story.director import DirectorRequest

_TOLD = re.compile(r"(?:event:e|thread:t)(\d+)_(\w+)")
_THREAD = re.compile(r"t(\d+)_(\w+)")
AT_ODDS = "at odds"


@dataclass(frozen=True, slots=True)
class Past:
    """A recorded event that can be called back."""

    number: int
    unit: str
    text: str
    participants: tuple[str, ...]


_PASTS: Kept[Past] = Kept()


@dataclass(frozen=True)
class World:
    """The request with its indexes.

    Attributes:
        people: Everyone ever introduced.
        subjects: Subjects of canon by kind, sorted.
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
    subjects: Mapping[str, tuple[str, ...]]
    threads: tuple[Thread, ...]
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

    def ids(self, kind: str) -> tuple[str, ...]:
        """Subjects of a kind, sorted: like canon's own, without looking through all of it again."""
        return self.subjects.get(kind, ())

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every known item, by id."""
        value = self.canon.value
        return tuple(
            Item(i, value(i, "name"), value(i, "holder"), value(i, "state")) for i in self.ids("item")
        )

    @cached_property
    def past(self) -> tuple[Past, ...]:
        """Recorded events that can be called back, oldest first."""
        found = (_past(subject, self.canon.facts[subject]) for subject in self.ids("event"))
        return tuple(sorted((p for p in found if p is not None), key=lambda p: (p.number, p.unit)))

    def present(self) -> tuple[Person, ...]:
        """Everyone who can appear, by id."""
        return self._present

    @cached_property
    def _present(self) -> tuple[Person, ...]:
        found = (self.people[i] for i in sorted(self.people))
        return tuple(p for p in found if p.status == "present" and p.id not in self.banned)

    @cached_property
    def mains(self) -> tuple[Person, ...]:
        """Those of the present whose show it is, by id."""
        return tuple(p for p in self.present() if p.weight)

    @cached_property
    def guests(self) -> tuple[Person, ...]:
        """The other people who are present, by id."""
        return tuple(p for p in self.present() if not p.weight)

    @cached_property
    def gone(self) -> tuple[Person, ...]:
        """Those whose show it was and who left for good, by id."""
        found = (self.people[i] for i in sorted(self.people))
        return tuple(p for p in found if p.weight and p.status == "departed")

    def has_stage_for(self, unit: Unit) -> bool:
        """Whether the format allows as many people in a scene as the unit needs."""
        most = self.request.bible.format.max_cast_per_scene
        return all(len(script.roles) <= most for script in unit.scripts)

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
    subjects: dict[str, list[str]] = {}
    uses: Counter[str] = Counter()
    last_use: dict[str, int] = {}
    saga_uses: Counter[str] = Counter()
    saga_last: dict[str, int] = {}
    for subject, facts in canon.facts.items():
        kind = facts["kind"].value if "kind" in facts else ""
        subjects.setdefault(kind, []).append(subject)
        told = _told(subject) if kind in {"event", "thread"} else None
        if told is not None:
            number, unit = told
            counts, last = (uses, last_use) if kind == "event" else (saga_uses, saga_last)
            counts[unit] += 1
            last[unit] = max(number, last.get(unit, 0))
    by_kind = {kind: tuple(sorted(found)) for kind, found in subjects.items()}
    recent = request.recent
    shown = Counter(p for plan in recent for p in {c for scene in plan.scenes for c in scene.cast})
    return World(
        request=request,
        library=library,
        people=read_people(request.bible, canon, by_kind.get("character", ())),
        subjects=by_kind,
        threads=_open_threads(canon, by_kind.get("thread", ())),
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


@lru_cache(maxsize=65536)
def _told(subject: str) -> tuple[int, str] | None:
    """The episode and the unit or saga that an event or a thread comes from, when it was told by this director."""
    match = _TOLD.fullmatch(subject)
    return (int(match[1]), match[2]) if match else None


def _past(subject: str, facts: Mapping[str, Fact]) -> Past | None:
    told = _told(subject)
    if told is None:
        return None

    def read() -> Past:
        who = tuple(p for p in facts["participants"].value.split(",") if p)
        return Past(told[0], told[1], facts["text"].value, who)

    return _PASTS.of(subject, (facts,), read)


def _open_threads(canon: CanonState, subjects: Iterable[str]) -> tuple[Thread, ...]:
    """Open threads, oldest first."""
    found = (canon.thread(s.removeprefix("thread:")) for s in subjects if canon.value(s, "status") == "open")
    return tuple(sorted((t for t in found if t is not None), key=lambda t: (t.opened_number, t.id)))

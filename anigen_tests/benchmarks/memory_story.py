"""A synthetic story of any length, for the benchmark of the director's memory: made in seconds, the same every time.

It has what a long series has: a standing cast of which some leave and some join, thousands of people of one or a few
episodes, promises that last ten, a hundred or thousands of episodes, bonds, hand-overs, and laws declared on the way.
It is kept apart from the tables (`memory_tables`) and from what is asked about it.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import Fact
from anigen_assets.story.changes import (
    AdvanceThread,
    Change,
    DeclareRule,
    Depart,
    Hold,
    IntroduceCharacter,
    OpenThread,
    RecordEvent,
    Relate,
    ResolveThread,
    Return,
    SetAttribute,
)

SYLLABLES = (
    "ka",
    "ri",
    "no",
    "shi",
    "mo",
    "ta",
    "e",
    "mi",
    "ra",
    "ju",
    "ne",
    "so",
    "ha",
    "yu",
    "to",
    "be",
    "ki",
    "lo",
)
VERBS = (
    "waits for",
    "loses",
    "finds",
    "mends",
    "hides",
    "counts",
    "remembers",
    "returns",
    "borrows",
    "forgets",
)
THINGS = (
    "the lamp",
    "a letter",
    "the red boat",
    "an old song",
    "the last tram",
    "a key",
    "the tide table",
    "a kite",
)
BONDS = ("friends", "rivals", "at odds", "close friends", "wary", "allies")


@dataclass(frozen=True)
class SyntheticScene:
    """What a line of a scene is made from."""

    slot: int
    place: str
    cast: tuple[str, ...]
    summary: str


@dataclass(frozen=True)
class SyntheticEpisode:
    """One episode."""

    number: int
    title: str
    logline: str
    scenes: tuple[SyntheticScene, ...]
    changes: tuple[tuple[int, Change], ...]


@dataclass
class Truth:
    """What is true after the last episode, kept beside the story and never read from the database.

    Attributes:
        facts: Those that hold, by subject and attribute.
        seen: Number and place of the last sight, by id.
        lately: Casts of the last 48 episodes.
    """

    facts: dict[tuple[str, str], Fact] = field(default_factory=dict)
    seen: dict[str, tuple[int, str]] = field(default_factory=dict)
    open_threads: dict[str, OpenThread] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)
    lately: deque[frozenset[str]] = field(default_factory=lambda: deque(maxlen=48))

    def value(self, subject: str, attribute: str, default: str = "") -> str:
        """The value of a fact."""
        fact = self.facts.get((subject, attribute))
        return default if fact is None else fact.value


class SyntheticStory:
    """Tells episodes one after another; `truth` is what holds after the last."""

    def __init__(self, bible: Bible, seed: int = 1) -> None:
        self._bible = bible
        self._random = random.Random(seed)
        self.truth = Truth()
        self._look: dict[str, Any] = {"look": bible.cast[0].look, "voice": bible.cast[0].voice}
        self._regulars = [c.id for c in bible.cast]
        self._guests: deque[str] = deque(maxlen=12)
        self._beats: dict[str, int] = {}
        self._due: dict[str, int] = {}
        self._away: list[str] = []
        for change in bible.genesis():
            self._apply(0, 0, change)
            if isinstance(change, OpenThread):
                self._due[change.id] = change.due_number

    def episodes(self, count: int) -> Iterator[SyntheticEpisode]:
        """Episodes 1 to `count`."""
        return (self._episode(number) for number in range(1, count + 1))

    def _episode(self, number: int) -> SyntheticEpisode:
        r = self._random
        changes: list[tuple[int, Change]] = []

        def told(scene: int, change: Change) -> None:
            changes.append((scene, change))
            self._apply(number, scene, change)

        if number % 5 == 1:
            told(1, self._newcomer(number))
        if number % 2_000 == 1_000:
            told(1, self._newcomer(number, role="main"))
        if number % 3_000 == 1_500:
            told(
                2,
                DeclareRule(id=f"law_{number}", text=f"Since episode {number} nobody rings the bell twice."),
            )
        self._move_threads(number, told)
        self._move_people(number, told)
        told(5, RecordEvent(id=f"e{number}", text=f"Somebody {r.choice(VERBS)} {r.choice(THINGS)}."))
        scenes = tuple(self._scene(number, slot) for slot in range(1, 7))
        self.truth.lately.append(frozenset(who for scene in scenes for who in scene.cast))
        lead = self.truth.value(scenes[0].cast[0], "name")
        title = f"{r.choice(THINGS).title()} of {self._word().title()}"
        return SyntheticEpisode(
            number,
            title,
            f"{lead} {r.choice(VERBS)} {r.choice(THINGS)}, and all is not lost.",
            scenes,
            tuple(changes),
        )

    def _move_threads(self, number: int, told: Any) -> None:
        r = self._random
        if number % 4 == 0 and len(self._due) < 14:
            span = r.choice((12, 16, 20, 24, 30)) if number % 32 else r.choice((90, 200, 390))
            cast = tuple(dict.fromkeys(r.choices(self._regulars, k=2)))
            title, question = (
                f"The {self._word().title()} Matter",
                f"Who {r.choice(VERBS)} {r.choice(THINGS)}, and why?",
            )
            thread = f"t{number}"
            self._due[thread] = number + span
            told(
                3, OpenThread(id=thread, title=title, question=question, cast=cast, due_number=number + span)
            )
        ripe = [thread for thread, due in self._due.items() if due - number <= r.choice((0, 1, 3, -2))]
        for thread in ripe[:2]:
            del self._due[thread]
            told(6, ResolveThread(id=thread, how=f"Somebody {r.choice(VERBS)} {r.choice(THINGS)} at last."))
        if self._due and number % 2:
            thread = r.choice(sorted(self._due))
            beat = self._beats[thread] = self._beats.get(thread, 0) + 1
            told(4, AdvanceThread(id=thread, beat=beat, note=f"{self._word().title()} {r.choice(VERBS)} it."))

    def _move_people(self, number: int, told: Any) -> None:
        r, value = self._random, self.truth.value
        present = [who for who in self._regulars if value(who, "status") == "present"]
        a, b = sorted(r.sample(present, 2))
        if number % 3 == 0:
            told(
                5,
                Relate(
                    a=a,
                    b=b,
                    bond=r.choice(BONDS),
                    previous=value(a, f"bond:{b}") or None,
                    because="It shows.",
                ),
            )
        if number % 6 == 0:
            item = r.choice(self._bible.items).id
            told(5, Hold(item=item, holder=a, previous=value(item, "holder") or None))
        if number % 10 == 0:
            mood = ("mood", r.choice(VERBS))
            told(
                4,
                SetAttribute(subject=b, attribute=mood[0], value=mood[1], previous=value(b, "mood") or None),
            )
        if number % 40 == 0 and len(present) > 8:
            gone = r.choice(present[3:])
            status = "dead" if number % 4_000 == 0 else "absent"
            told(6, Depart(subject=gone, status=status, reason="The tide was early."))
            if status == "absent":
                self._away.append(gone)
        if number % 40 == 25 and self._away:
            told(2, Return(subject=self._away.pop(0), reason="The tide was late."))
        if number % 5 == 3 and self._guests and value(self._guests[0], "status") == "present":
            told(6, Depart(subject=self._guests.popleft(), status="departed", reason="There was a boat."))

    def _scene(self, number: int, slot: int) -> SyntheticScene:
        r, value = self._random, self.truth.value
        pool = [w for w in (*self._regulars, *self._guests) if value(w, "status") == "present"]
        cast = tuple(r.sample(pool, r.choice((2, 2, 3))))
        place = r.choice(self._bible.places).id
        for who in cast:
            self.truth.seen[who] = (number, place)
        name, other = value(cast[0], "name"), self._word()
        told = f"{name} {r.choice(VERBS)} {r.choice(THINGS)}, while {other} {r.choice(VERBS)} it."
        return SyntheticScene(slot, place, cast, told)

    def _newcomer(self, number: int, role: Any = "minor") -> IntroduceCharacter:
        who = f"c{number}_{role}"
        (self._guests if role == "minor" else self._regulars).append(who)
        name = f"{self._word().title()} {self._word().title()}"
        told = "Somebody with a suitcase and an opinion about clocks."
        return IntroduceCharacter.model_construct(
            id=who, name=name, role=role, description=told, want="To be home by low water.", **self._look
        )

    def _word(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=3))

    def _apply(self, number: int, scene: int, change: Change) -> None:
        truth = self.truth
        for subject, attribute, new in change.effects():
            truth.facts[subject, attribute] = Fact(subject, attribute, new, number, scene)
        if isinstance(change, OpenThread):
            truth.open_threads[change.id] = change
            truth.opened[change.id] = number
        elif isinstance(change, ResolveThread):
            del truth.open_threads[change.id]

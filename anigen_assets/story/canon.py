"""Canon as a value: facts by key, typed views over them, and how a plan's changes move it on.

Nothing here knows where facts are kept. A state is immutable for its users: `after` returns a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from anigen_assets.story.changes import Change, Effect, Key
from anigen_assets.story.looks import Look, PlaceLook, Voice


@dataclass(frozen=True, slots=True)
class Fact:
    """One true thing.

    Attributes:
        value: Text; numbers and lists are written as text by the change that sets them.
        number: Episode number from which it holds; 0 is the bible.
        scene: Slot of the scene that shows it; 0 for the bible and for an operator's retcon.
    """

    subject: str
    attribute: str
    value: str
    number: int
    scene: int

    @property
    def key(self) -> Key:
        """The fact's address."""
        return Key(self.subject, self.attribute)


@dataclass(frozen=True, slots=True)
class Character:
    """A character as canon has it now."""

    id: str
    name: str
    role: str
    status: str
    look: Look
    voice: Voice
    description: str
    want: str
    since_number: int

    @property
    def can_appear(self) -> bool:
        """Only those who are present act and speak."""
        return self.status == "present"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as canon has it now."""

    id: str
    name: str
    description: str
    look: PlaceLook


@dataclass(frozen=True, slots=True)
class Item:
    """A thing as canon has it now."""

    id: str
    name: str
    holder: str
    state: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A promise to the viewer."""

    id: str
    title: str
    question: str
    cast: tuple[str, ...]
    status: str
    beat: int
    opened_number: int
    due_number: int


@dataclass(frozen=True)
class CanonState:
    """All facts that hold, with lookups.

    Attributes:
        facts: By subject, then attribute. Treat as read-only.
    """

    facts: Mapping[str, Mapping[str, Fact]] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> CanonState:
        """Builds a state; a later fact of the same key replaces an earlier one."""
        table: dict[str, dict[str, Fact]] = {}
        for fact in facts:
            table.setdefault(fact.subject, {})[fact.attribute] = fact
        return cls(table)

    def after(self, changes: Iterable[tuple[int, Change]], number: int) -> CanonState:
        """The state after an episode.

        Args:
            changes: (scene slot, change) in plan order.
            number: The episode's number.
        """
        table: dict[str, Mapping[str, Fact]] = dict(self.facts)
        touched: dict[str, dict[str, Fact]] = {}
        for scene, change in changes:
            for subject, attribute, value in change.effects():
                if subject not in touched:
                    touched[subject] = dict(table.get(subject, {}))
                touched[subject][attribute] = Fact(subject, attribute, value, number, scene)
        table.update(touched)
        return replace(self, facts=table)

    def __iter__(self) -> Iterator[Fact]:
        """All facts, ordered by subject and attribute."""
        for subject in sorted(self.facts):
            attributes = self.facts[subject]
            yield from (attributes[name] for name in sorted(attributes))

    def get(self, subject: str, attribute: str) -> Fact | None:
        """The fact, or None when nothing is known."""
        return self.facts.get(subject, {}).get(attribute)

    def value(self, subject: str, attribute: str, default: str = "") -> str:
        """The fact's value, or the default."""
        fact = self.get(subject, attribute)
        return default if fact is None else fact.value

    def kind(self, subject: str) -> str:
        """`character`, `place`, `item`, `thread`, ...; empty for the unknown."""
        return self.value(subject, "kind")

    def ids(self, kind: str) -> tuple[str, ...]:
        """Subjects of a kind, sorted."""
        return tuple(sorted(s for s in self.facts if self.kind(s) == kind))

    def character(self, character_id: str) -> Character | None:
        """The character, or None when there is no such character."""
        if self.kind(character_id) != "character":
            return None
        own = self.facts[character_id]
        return Character(
            id=character_id,
            name=own["name"].value,
            role=own["role"].value,
            status=own["status"].value,
            look=Look.model_validate(_group(own, "look.")),
            voice=Voice.model_validate(_group(own, "voice.")),
            description=self.value(character_id, "description"),
            want=self.value(character_id, "want"),
            since_number=own["kind"].number,
        )

    def characters(self) -> tuple[Character, ...]:
        """Everyone ever introduced, sorted by id."""
        found = (self.character(c) for c in self.ids("character"))
        return tuple(c for c in found if c is not None)

    def place(self, place_id: str) -> Place | None:
        """The place, or None."""
        if self.kind(place_id) != "place":
            return None
        own = self.facts[place_id]
        look = PlaceLook.model_validate(_group(own, "look."))
        return Place(place_id, own["name"].value, self.value(place_id, "description"), look)

    def places(self) -> tuple[Place, ...]:
        """Every known place, sorted by id."""
        found = (self.place(p) for p in self.ids("place"))
        return tuple(p for p in found if p is not None)

    def items(self) -> tuple[Item, ...]:
        """Every known item, sorted by id."""
        return tuple(
            Item(i, self.value(i, "name"), self.value(i, "holder"), self.value(i, "state"))
            for i in self.ids("item")
        )

    def thread(self, thread_id: str) -> Thread | None:
        """The thread by its id (without the `thread:` prefix), or None."""
        subject = f"thread:{thread_id}"
        if self.kind(subject) != "thread":
            return None
        own = self.facts[subject]
        return Thread(
            id=thread_id,
            title=own["title"].value,
            question=own["question"].value,
            cast=tuple(c for c in own["cast"].value.split(",") if c),
            status=own["status"].value,
            beat=int(own["beat"].value),
            opened_number=own["kind"].number,
            due_number=int(own["due_number"].value),
        )

    def threads(self, status: str | None = None) -> tuple[Thread, ...]:
        """Threads, oldest first, of one status or all."""
        found = (self.thread(t.removeprefix("thread:")) for t in self.ids("thread"))
        wanted = [t for t in found if t is not None and (status is None or t.status == status)]
        return tuple(sorted(wanted, key=lambda t: (t.opened_number, t.id)))

    def bond(self, a: str, b: str) -> str | None:
        """The bond between two characters, or None when they never met."""
        first, second = sorted((a, b))
        fact = self.get(first, f"bond:{second}")
        return None if fact is None else fact.value

    def knows(self, subject: str, secret: str) -> bool:
        """Whether a character has learned a secret."""
        return self.get(subject, f"knows:{secret}") is not None


def effects_of(changes: Iterable[tuple[int, Change]]) -> tuple[tuple[int, Effect], ...]:
    """Every (scene slot, effect) of a plan's changes, in order."""
    return tuple((scene, effect) for scene, change in changes for effect in change.effects())


def _group(own: Mapping[str, Fact], prefix: str) -> dict[str, str]:
    return {a.removeprefix(prefix): f.value for a, f in own.items() if a.startswith(prefix)}

"""A part: a unit of story with its roles filled and its thing, item, secret and spot chosen for one episode."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from anigen_assets.providers.offline_director.model import Saga, Unit
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.things import Thing
from anigen_assets.story.canon import Thread

Move = Literal["", "open", "advance", "resolve"]


@dataclass(frozen=True)
class Part:
    """What will be told.

    Attributes:
        roles: Person id by role letter.
        newcomers: People who are not in canon yet, by id.
        thread: The thread it moves, as canon has it; None for tales, sides and openings.
        thread_id: Its id; for an opening the id it will have.
        item: Id of the canon item it is about, or empty.
        secret: Id of the secret it is about, or empty.
        spot: Place it keeps coming back to, or empty.
        turn: How often the unit, or its saga, was told before: chooses its wordings.
    """

    unit: Unit
    roles: Mapping[str, str]
    people: Mapping[str, Person]
    newcomers: Mapping[str, Person] = field(default_factory=dict)
    move: Move = ""
    saga: Saga | None = None
    thread: Thread | None = None
    thread_id: str = ""
    thing: Thing | None = None
    item: str = ""
    secret: str = ""
    spot: str = ""
    turn: int = 0

    def person(self, letter: str) -> Person | None:
        """Who plays a role."""
        who = self.roles.get(letter, "")
        return self.newcomers.get(who) or self.people.get(who)

    def on_screen(self) -> frozenset[str]:
        """Everyone who appears in its scenes."""
        return frozenset(
            self.roles[r] for script in self.unit.scripts for r in script.roles if r in self.roles
        )

    def leaving(self) -> frozenset[str]:
        """Everyone who departs in it or comes back in it: no other part may use them."""
        moved = {"depart", "return"}
        return frozenset(
            self.roles[d.words[0]]
            for script in self.unit.scripts
            for d in script.directives
            if d.verb in moved and d.words and d.words[0] in self.roles
        )

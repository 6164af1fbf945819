"""Who a scene or a change names, and in what part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from anigen_assets.story.changes import (
    Change,
    DeclareSecret,
    Depart,
    Learn,
    Move,
    OpenThread,
    RecordEvent,
    Relate,
    Return,
)
from anigen_assets.story.plan import ScenePlan


@dataclass(frozen=True, slots=True)
class Roles:
    """What somebody does in a scene."""

    cast: bool = False
    speaks: bool = False
    seen: bool = False

    @property
    def words(self) -> str:
        """As the end of a sentence: `is in the cast, speaks and is seen`."""
        parts = [
            words
            for words, so in (("is in the cast", self.cast), ("speaks", self.speaks), ("is seen", self.seen))
            if so
        ]
        return " and ".join(", ".join(parts).rsplit(", ", 1))


def roles_in(scene: ScenePlan) -> dict[str, Roles]:
    """Everyone, and every thing in frame, by id: the cast first, then speakers, then who is seen."""
    found = {who: Roles(cast=True) for who in scene.cast}
    for line in scene.dialogue:
        found[line.speaker] = replace(found.get(line.speaker, Roles()), speaks=True)
    for shot in scene.shots:
        for subject in shot.subjects:
            found[subject] = replace(found.get(subject, Roles()), seen=True)
    return found


def named_people(change: Change) -> tuple[str, ...]:
    """Ids of the people a change names, in a fixed order; holders of items may be places and are left out."""
    match change:
        case Move() | Learn() | Depart() | Return():
            return (change.subject,)
        case Relate():
            return (change.a, change.b)
        case OpenThread():
            return change.cast
        case RecordEvent():
            return change.participants
        case DeclareSecret():
            return (change.owner,)
    return ()

"""What an episode may do whose hour lies behind retired hours: add something new, and alter nothing.

Later hours already build on canon as it was without it, so it may only introduce minor characters and places
and record events, all of them new, and none of them known to a later hour.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Change, IntroduceCharacter, IntroducePlace, Key, RecordEvent
from anigen_assets.story.conflicts import footprint
from anigen_assets.story.names import name_words
from anigen_assets.story.plan import EpisodePlan


class Refusal(NamedTuple):
    """A change that filler may not make.

    Attributes:
        scene: Slot of the scene that makes it.
        key: The key that is taken; None when this kind of change is never allowed.
        reason: Ends the sentence "an episode behind retired hours ...".
    """

    scene: int
    change: Change
    key: Key | None
    reason: str


@dataclass(frozen=True)
class FillerGuard:
    """Knows what later hours use.

    Attributes:
        later_keys: Keys read or written by any later hour. Since filler can only make new subjects, the keys
            that later hours write are enough: nobody reads a subject that exists at neither time.
        later_names: Names that later hours introduced.
    """

    later_keys: Collection[Key] = frozenset()
    later_names: Collection[str] = frozenset()
    _subjects: frozenset[str] = field(init=False, repr=False, compare=False)
    _names: frozenset[tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_subjects", frozenset(subject for subject, _ in self.later_keys))
        object.__setattr__(self, "_names", frozenset(name_words(name) for name in self.later_names))

    @classmethod
    def of(cls, later: Iterable[EpisodePlan]) -> FillerGuard:
        """A guard for an hour that these plans come after."""
        keys: set[Key] = set()
        names: set[str] = set()
        for plan in later:
            touched = footprint(plan)
            keys |= touched.reads | touched.writes
            names |= {
                p.change.name
                for p in plan.changes
                if isinstance(p.change, (IntroduceCharacter, IntroducePlace))
            }
        return cls(frozenset(keys), frozenset(names))

    def refusals(self, plan: EpisodePlan, canon: CanonState) -> tuple[Refusal, ...]:
        """Everything in the plan that would alter what is known in `canon`, canon as the hour finds it."""
        found = ((p.scene, p.change, self._refused(p.change, canon)) for p in plan.changes)
        return tuple(Refusal(scene, change, *why) for scene, change, why in found if why is not None)

    def allows(self, change: Change, canon: CanonState) -> bool:
        """Whether filler may make this change."""
        return self._refused(change, canon) is None

    def _refused(self, change: Change, canon: CanonState) -> tuple[Key | None, str] | None:
        if not isinstance(change, (IntroduceCharacter, IntroducePlace, RecordEvent)):
            return None, "may only introduce minor characters and places, and record events"
        if isinstance(change, IntroduceCharacter) and change.role != "minor":
            return None, f"may introduce minor characters only, not a {change.role} one"
        for effect in change.effects():
            key = Key(effect.subject, effect.attribute)
            if effect.subject in canon.facts:
                return key, f"may not touch '{effect.subject}', which existed by then"
            if effect.subject in self._subjects:
                return key, f"may not touch '{effect.subject}', which later hours use"
        if not isinstance(change, RecordEvent) and name_words(change.name) in self._names:
            return Key(change.id, "name"), f"may not use the name '{change.name}', which a later hour gives"
        return None

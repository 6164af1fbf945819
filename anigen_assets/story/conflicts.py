"""What a plan relies on and what it changes, as keys of facts; and which drafts a withdrawn plan pulls down.

Everything follows from the keys that scenes and changes name: no kind of change has a case of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from anigen_assets.story.changes import Change, DeclareSecret, Key, OpenThread, RecordEvent
from anigen_assets.story.looks import Look, PlaceLook, Voice
from anigen_assets.story.plan import EpisodePlan, ScenePlan

_SEEN_OF_A_PERSON = (
    "status",
    "name",
    *(f"look.{name}" for name in Look.model_fields),
    *(f"voice.{name}" for name in Voice.model_fields),
)
_SEEN_OF_A_PLACE = ("kind", "name", *(f"look.{name}" for name in PlaceLook.model_fields))
_SEEN_OF_AN_ITEM = ("holder", "state")


class Footprint(NamedTuple):
    """The keys a plan touches.

    Attributes:
        reads: Keys whose values the plan relies on; what it introduces itself is left out.
        writes: Keys it sets.
    """

    reads: frozenset[Key]
    writes: frozenset[Key]


def footprint(plan: EpisodePlan) -> Footprint:
    """What the plan's scenes and changes read and write."""
    writes = frozenset(key for planned in plan.changes for key in planned.change.writes())
    own = {key.subject for key in writes if key.attribute == "kind"}
    reads: set[Key] = set()
    for scene in plan.scenes:
        reads |= _scene_reads(scene)
    for planned in plan.changes:
        reads |= planned.change.reads() | _people_named(planned.change)
    return Footprint(frozenset(key for key in reads if key.subject not in own), writes)


def stale_after_withdrawal(withdrawn: EpisodePlan, later: Iterable[EpisodePlan]) -> tuple[int, ...]:
    """Numbers of the drafts that must be planned again when a plan is taken back or replaced, ascending.

    Plans not later than the withdrawn one are never stale.
    """
    after = (plan for plan in later if plan.number > withdrawn.number)
    return stale_after_change(footprint(withdrawn).writes, after)


def stale_after_change(keys: Iterable[Key], drafts: Iterable[EpisodePlan]) -> tuple[int, ...]:
    """Numbers of the drafts that must be planned again when these keys took other values, ascending.

    A draft is stale when it read or wrote one of them, or a key that a stale draft before it wrote: what that one
    will say when it is planned again is not known.
    """
    shaken = set(keys)
    stale: list[int] = []
    for plan in sorted(drafts, key=lambda p: p.number):
        touched = footprint(plan)
        if not shaken.isdisjoint(touched.reads | touched.writes):
            stale.append(plan.number)
            shaken |= touched.writes
    return tuple(stale)


def _scene_reads(scene: ScenePlan) -> set[Key]:
    people = {*scene.cast, *(line.speaker for line in scene.dialogue)}
    in_frame = {subject for shot in scene.shots for subject in shot.subjects}
    reads = {Key(person, attribute) for person in people | in_frame for attribute in _SEEN_OF_A_PERSON}
    reads |= {Key(thing, attribute) for thing in in_frame - people for attribute in _SEEN_OF_AN_ITEM}
    return reads | {Key(scene.place, attribute) for attribute in _SEEN_OF_A_PLACE}


def _people_named(change: Change) -> set[Key]:
    """Existence and state of people a change names without relying on a value of theirs."""
    named: tuple[str, ...] = ()
    if isinstance(change, RecordEvent):
        named = change.participants
    elif isinstance(change, OpenThread):
        named = change.cast
    elif isinstance(change, DeclareSecret):
        named = (change.owner,)
    return {Key(person, "status") for person in named}

"""How people stand to each other."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import AdvanceThread, OpenThread, RecordEvent, Relate, ResolveThread
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint, PlanContext
from anigen_assets.story.continuity.registry import Example, change_rule, plan_rule

_TALK = RecordEvent(id="talk", text="Aoi and Ren spoke of the log", participants=("aoi", "ren"))
_QUARREL = Relate(a="aoi", b="ren", bond="rivals", previous="friends", because="he hid the log from her")


@change_rule(
    Relate,
    rule_id="bond-not-current",
    message="In {here}, {a} and {b} go from {previous} to '{bond}', but they are {current} since {there}.",
    wrong=Example(
        "Aoi and Ren, friends since the bible, go from strangers to rivals.",
        lambda s: s.change(3, _QUARREL.model_copy(update={"previous": "strangers"}), _TALK),
    ),
    right=Example("Aoi and Ren go from friends to rivals.", lambda s: s.change(3, _QUARREL, _TALK)),
)
def bond_not_current(at: ChangeContext[Relate]) -> Iterator[Complaint]:
    """A bond changes from what it is, or from nothing between people who never met."""
    change, fact = at.change, at.state.get(*at.change.key)
    current = None if fact is None else fact.value
    if change.previous != current:
        a, b = at.label(change.a), at.label(change.b)
        previous = "no bond" if change.previous is None else f"'{change.previous}'"
        yield at.complaint(
            f"{a} and {b} go from {previous} to '{change.bond}'",
            fact or at.state.get(change.a, "kind"),
            a=a,
            b=b,
            bond=change.bond,
            previous=previous,
            current="without a bond" if current is None else f"'{current}'",
        )


@change_rule(
    Relate,
    rule_id="bond-unseen",
    message="In {here}, the bond of {a} and {b} changes, but {missing} not in the scene's cast.",
    wrong=Example(
        "The bond of Aoi and Ren changes in a scene with Aoi and Mika.",
        lambda s: s.cast(3, "aoi", "mika").change(3, _QUARREL, _TALK),
    ),
    right=Example(
        "The bond of Aoi and Ren changes in a scene with both.", lambda s: s.change(3, _QUARREL, _TALK)
    ),
)
def bond_unseen(at: ChangeContext[Relate]) -> Iterator[Complaint]:
    """Both people are in the scene that changes their bond."""
    change = at.change
    missing = [p for p in (change.a, change.b) if p not in at.during.scene.cast and at.during.present(p)]
    if missing:
        a, b = at.label(change.a), at.label(change.b)
        words = " and ".join(at.label(p) for p in missing) + (" is" if len(missing) == 1 else " are")
        yield at.complaint(f"{a} and {b} become '{change.bond}'", a=a, b=b, missing=words)


@change_rule(
    Relate,
    rule_id="bond-with-oneself",
    message="In {here}, {who} is related to themselves.",
    wrong=Example(
        "Aoi becomes a rival of Aoi.",
        lambda s: s.change(3, Relate(a="aoi", b="aoi", bond="rivals", because="doubt"), _TALK),
    ),
    right=Example("Aoi becomes a rival of Ren.", lambda s: s.change(3, _QUARREL, _TALK)),
)
def bond_with_oneself(at: ChangeContext[Relate]) -> Iterator[Complaint]:
    """A bond takes two."""
    if at.change.a == at.change.b:
        who = at.label(at.change.a)
        yield at.complaint(f"{who} and {who} become '{at.change.bond}'", who=who)


@plan_rule(
    "bond-without-event",
    "In {here}, {a} and {b}, {current} since {there}, become '{bond}', and nothing happens between them: record "
    "the event, or move a thread of theirs.",
    wrong=Example(
        "Aoi and Ren become rivals in an episode in which nothing happens.",
        lambda s: s.change(3, _QUARREL),
    ),
    right=Example(
        "Aoi and Ren become rivals in an episode that records their talk.",
        lambda s: s.change(3, _QUARREL, _TALK),
    ),
)
def bond_without_event(episode: PlanContext) -> Iterator[Complaint]:
    """A bond changes in an episode in which something happens to both: an event, or a thread that moves."""
    changes = [planned.change for planned in episode.plan.changes]
    together = [set(c.participants) for c in changes if isinstance(c, RecordEvent)]
    moved = any(isinstance(c, (OpenThread, AdvanceThread, ResolveThread)) for c in changes)
    for planned in episode.plan.changes if not moved else ():
        change = planned.change
        if not isinstance(change, Relate) or any({change.a, change.b} <= people for people in together):
            continue
        fact = episode.before.get(*change.key)
        a, b = episode.label(change.a), episode.label(change.b)
        yield episode.complaint(
            planned.scene,
            f"{a} and {b} become '{change.bond}'",
            fact or episode.before.get(change.a, "kind"),
            a=a,
            b=b,
            bond=change.bond,
            current="without a bond" if fact is None else f"'{fact.value}'",
        )

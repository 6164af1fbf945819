"""Who may be there: unknown, dead and absent people, and who comes and goes."""

from __future__ import annotations

from collections.abc import Iterator

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
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint, SceneContext
from anigen_assets.story.continuity.mentions import named_people
from anigen_assets.story.continuity.registry import Example, change_rule, scene_rule
from anigen_assets.story.continuity.telling import where

_RANK = {"present": 0, "absent": 1, "departed": 2, "dead": 3}
_REN_DIES = Depart(subject="ren", status="dead", reason="the storm took him")
_REN_LEAVES = Depart(subject="ren", status="absent", reason="he went to the mainland")
_REN_IS_BACK = Return(subject="ren", reason="the ferry brought him home")


@scene_rule(
    "unknown-person",
    "In {here}, '{who}' {does}, but nobody of that id is known{hint}.",
    wrong=Example("Scene 2 has 'rne' in its cast.", lambda s: s.cast(2, "aoi", "rne")),
    right=Example(
        "Scene 2 introduces Hana and has her in its cast.", lambda s: s.newcomer(2).cast(2, "aoi", "hana")
    ),
)
def unknown_person(scene: SceneContext) -> Iterator[Complaint]:
    """Everyone in cast, dialogue and frame exists, at the latest since this scene."""
    for who, roles in scene.roles.items():
        kind = scene.after.kind(who)
        seen_thing = kind == "item" and not roles.speaks and not roles.cast
        if kind != "character" and not seen_thing:
            hint = f" (it is a {kind})" if kind else scene.near(who, "character")
            later = scene.introduced_later(who)
            if later is not None:
                hint = f" before {where(later)} introduces them"
            complaint = scene.complaint(f"'{who}' {roles.words}", who=who, does=roles.words, hint=hint)
            yield complaint._replace(there=later)


@change_rule(
    Move,
    Learn,
    Relate,
    Depart,
    Return,
    OpenThread,
    RecordEvent,
    DeclareSecret,
    rule_id="unknown-person-changes",
    message="In {here}, a change of kind '{kind}' names '{who}', but nobody of that id is known{hint}.",
    wrong=Example(
        "Scene 3 makes 'rne' leave.",
        lambda s: s.change(3, Depart(subject="rne", status="absent", reason="tired")),
    ),
    right=Example("Scene 3 makes Ren leave.", lambda s: s.change(3, _REN_LEAVES).everywhere_after(3, "aoi")),
)
def unknown_person_changes(at: ChangeContext[Change]) -> Iterator[Complaint]:
    """Everyone a change names exists, at the latest since its scene."""
    for who in named_people(at.change):
        if not at.during.is_person(who):
            kind = at.during.after.kind(who)
            hint = f" (it is a {kind})" if kind else at.during.near(who, "character")
            yield at.complaint(f"{at.kind} of '{who}'", kind=at.kind, who=who, hint=hint)


@scene_rule(
    "dead-acts",
    "In {here}, {who} {does}, but died in {there}.",
    wrong=Example(
        "Ren died in episode 3 and speaks in scene 4.",
        lambda s: s.told(3, 2, _REN_DIES).everywhere("aoi").cast(4, "aoi", "ren"),
    ),
    right=Example(
        "Ren dies in scene 4 and is seen there for the last time.",
        lambda s: s.change(4, _REN_DIES).everywhere_after(4, "aoi"),
    ),
)
def dead_acts(scene: SceneContext) -> Iterator[Complaint]:
    """The dead are not present, do not speak and are not seen acting."""
    yield from _gone(scene, ("dead",))


@scene_rule(
    "away-acts",
    "In {here}, {who} {does}, but is {status} since {there} and has not returned.",
    wrong=Example(
        "Ren leaves in scene 2 and speaks in scene 5.",
        lambda s: s.change(2, _REN_LEAVES).everywhere_after(2, "aoi").cast(5, "aoi", "ren"),
    ),
    right=Example(
        "Ren left in episode 3 and returns in scene 5, where he speaks.",
        lambda s: s.told(3, 6, _REN_LEAVES).everywhere("aoi").change(5, _REN_IS_BACK).cast(5, "aoi", "ren"),
    ),
)
def away_acts(scene: SceneContext) -> Iterator[Complaint]:
    """The absent and the departed act only after a declared return, in its scene or later."""
    yield from _gone(scene, ("absent", "departed"))


def _gone(scene: SceneContext, statuses: tuple[str, ...]) -> Iterator[Complaint]:
    if scene.scene.mode != "now":
        return
    for who, roles in scene.roles.items():
        fact = scene.before.get(who, "status") or scene.after.get(who, "status")
        if fact is not None and fact.value in statuses and not scene.present(who):
            name = scene.label(who)
            yield scene.complaint(
                f"{name} {roles.words}", fact, who=name, does=roles.words, status=fact.value
            )


@change_rule(
    Move,
    Learn,
    Relate,
    RecordEvent,
    rule_id="gone-changes",
    message="In {here}, a change of kind '{kind}' has {who} act, who is {status} since {there}.",
    wrong=Example(
        "Ren died in episode 3 and moves to the café in scene 4.",
        lambda s: s.told(3, 2, _REN_DIES).everywhere("aoi").change(4, Move(subject="ren", to_place="cafe")),
    ),
    right=Example(
        "Ren comes back from the dead in scene 4, declared as such, and moves to the café.",
        lambda s: (
            s.told(3, 2, _REN_DIES)
            .everywhere("aoi")
            .change(4, Return(subject="ren", reason="the sea gave him back", resurrection=True))
            .change(4, Move(subject="ren", to_place="cafe"))
            .cast(4, "aoi", "ren")
        ),
    ),
)
def gone_changes(at: ChangeContext[Change]) -> Iterator[Complaint]:
    """Who is not there does not move, learn, befriend or take part."""
    refused = ("dead",) if isinstance(at.change, RecordEvent) else ("dead", "departed", "absent")
    for who in named_people(at.change):
        fact = at.state.get(who, "status")
        if fact is not None and fact.value in refused and not at.during.present(who):
            name = at.label(who)
            yield at.complaint(f"{at.kind} of {name}", fact, kind=at.kind, who=name, status=fact.value)


@change_rule(
    Depart,
    rule_id="departs-again",
    message="In {here}, {who} becomes {status}, but is {already} since {there}.",
    wrong=Example(
        "Ren died in episode 3 and dies in scene 4.",
        lambda s: s.told(3, 2, _REN_DIES).everywhere("aoi").change(4, _REN_DIES),
    ),
    right=Example(
        "Ren left in episode 3; in scene 4 word comes that he has died.",
        lambda s: s.told(3, 2, _REN_LEAVES).everywhere("aoi").change(4, _REN_DIES),
    ),
)
def departs_again(at: ChangeContext[Depart]) -> Iterator[Complaint]:
    """Nobody leaves who is away already, except further: from absent to departed to dead."""
    fact = at.state.get(at.change.subject, "status")
    if fact is not None and fact.value != "present" and _RANK[at.change.status] <= _RANK.get(fact.value, 3):
        who, status = at.label(at.change.subject), at.change.status
        yield at.complaint(
            f"{who} becomes {status}: {at.change.reason}", fact, who=who, status=status, already=fact.value
        )


@change_rule(
    Return,
    rule_id="returns-unleft",
    message="In {here}, {who} returns, but is present since {there}.",
    wrong=Example(
        "Aoi, who never left, returns in scene 2.",
        lambda s: s.change(2, Return(subject="aoi", reason="home")),
    ),
    right=Example(
        "Ren leaves in scene 2 and returns in scene 5.",
        lambda s: s.change(2, _REN_LEAVES).cast(3, "aoi").cast(4, "aoi").change(5, _REN_IS_BACK),
    ),
)
def returns_unleft(at: ChangeContext[Return]) -> Iterator[Complaint]:
    """Only who is away returns."""
    fact = at.state.get(at.change.subject, "status")
    if fact is not None and fact.value == "present":
        who = at.label(at.change.subject)
        yield at.complaint(f"{who} returns: {at.change.reason}", fact, who=who)


@change_rule(
    Return,
    rule_id="dead-returns",
    message="In {here}, {who} returns, but died in {there}: declare a resurrection, or leave it.",
    wrong=Example(
        "Ren died in episode 3 and simply returns in scene 4.",
        lambda s: s.told(3, 2, _REN_DIES).everywhere("aoi").change(4, _REN_IS_BACK),
    ),
    right=Example(
        "Ren died in episode 3 and returns in scene 4, declared as a resurrection.",
        lambda s: (
            s.told(3, 2, _REN_DIES)
            .everywhere("aoi")
            .change(4, Return(subject="ren", reason="the sea gave him back", resurrection=True))
        ),
    ),
)
def dead_returns(at: ChangeContext[Return]) -> Iterator[Complaint]:
    """The dead come back only by a declared resurrection."""
    fact = at.state.get(at.change.subject, "status")
    if fact is not None and fact.value == "dead" and not at.change.resurrection:
        who = at.label(at.change.subject)
        yield at.complaint(f"{who} returns: {at.change.reason}", fact, who=who)

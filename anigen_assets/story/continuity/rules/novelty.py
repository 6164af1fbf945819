"""What is new must be new: ids and names are given once."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import (
    DeclareRule,
    IntroduceCharacter,
    IntroduceFaction,
    IntroduceItem,
    IntroducePlace,
    RecordEvent,
    SetAttribute,
)
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint
from anigen_assets.story.continuity.registry import Example, change_rule
from anigen_assets.story.findings import Severity
from anigen_assets.story.names import resembles, same_name

Introduction = IntroduceCharacter | IntroducePlace | IntroduceItem | IntroduceFaction
_EVENT = RecordEvent(id="first_frost", text="the harbour froze over", participants=("aoi",))
_RULE = DeclareRule(id="no_whistling", text="Nobody whistles on the pier.")


@change_rule(
    IntroduceCharacter,
    IntroducePlace,
    IntroduceItem,
    IntroduceFaction,
    rule_id="introduced-twice",
    message="In {here}, '{id}' is introduced, but is known since {there}.",
    wrong=Example(
        "Scene 3 introduces a character 'mika', who is in the bible.",
        lambda s: s.newcomer(3, "mika", "Mikado"),
    ),
    right=Example("Scene 3 introduces a character 'hana'.", lambda s: s.newcomer(3)),
)
def introduced_twice(at: ChangeContext[Introduction]) -> Iterator[Complaint]:
    """An id belongs to one person, place, item or faction for ever."""
    fact = at.state.get(at.change.id, "kind")
    if fact is not None:
        yield at.complaint(f"introduces '{at.change.id}', {at.change.name}", fact, id=at.change.id)


@change_rule(
    IntroduceCharacter,
    IntroducePlace,
    IntroduceItem,
    IntroduceFaction,
    SetAttribute,
    rule_id="name-given-twice",
    message="In {here}, '{name}' is the name of {who}, but since {there} it is that of {other}.",
    wrong=Example(
        "Scene 3 introduces 'Captain MORI Ren', and there is a Ren Mori.",
        lambda s: s.newcomer(3, "captain", "Captain MORI Ren"),
    ),
    right=Example("Scene 3 introduces Hana Ishii.", lambda s: s.newcomer(3)),
)
def name_given_twice(at: ChangeContext[Introduction | SetAttribute]) -> Iterator[Complaint]:
    """A name belongs to one of a kind, however it is written: folded, without honorifics, in either order."""
    given = _name_given(at)
    if given is None:
        return
    who, kind, name = given
    for other in at.state.ids(kind):
        fact = at.state.get(other, "name")
        if other != who and fact is not None and same_name(fact.value, name):
            yield at.complaint(
                f"{name} is the name of '{who}'", fact, name=name, who=f"'{who}'", other=at.label(other)
            )


@change_rule(
    IntroduceCharacter,
    rule_id="name-resembles",
    message="In {here}, '{name}' is introduced, and there is {other} since {there}: are they the same?",
    severity=Severity.WARNING,
    wrong=Example(
        "Scene 3 introduces 'Ren', and there is a Ren Mori.", lambda s: s.newcomer(3, "ren_two", "Ren")
    ),
    right=Example("Scene 3 introduces 'Renji Ito'.", lambda s: s.newcomer(3, "renji", "Renji Ito")),
)
def name_resembles(at: ChangeContext[IntroduceCharacter]) -> Iterator[Complaint]:
    """A newcomer is not called by a part of the name of somebody known."""
    for other in at.state.ids("character"):
        fact = at.state.get(other, "name")
        if other != at.change.id and fact is not None and resembles(fact.value, at.change.name):
            yield at.complaint(
                f"introduces {at.change.name}", fact, name=at.change.name, other=at.label(other)
            )


@change_rule(
    RecordEvent,
    rule_id="event-told-twice",
    message="In {here}, the event '{event}' happens, but it happened in {there}.",
    wrong=Example(
        "The first frost of episode 3 comes again in scene 4.",
        lambda s: s.told(3, 2, _EVENT).change(4, _EVENT),
    ),
    right=Example("The first frost comes in scene 4.", lambda s: s.change(4, _EVENT)),
)
def event_told_twice(at: ChangeContext[RecordEvent]) -> Iterator[Complaint]:
    """An event's id is used once for ever."""
    fact = at.state.get(f"event:{at.change.id}", "kind")
    if fact is not None:
        yield at.complaint(f"event '{at.change.id}': {at.change.text}", fact, event=at.change.id)


@change_rule(
    DeclareRule,
    rule_id="rule-declared-twice",
    message="In {here}, the law '{rule}' is declared, but there is one since {there}.",
    wrong=Example(
        "The law of episode 3 is declared again in scene 4.", lambda s: s.told(3, 2, _RULE).change(4, _RULE)
    ),
    right=Example("A law is declared in scene 4.", lambda s: s.change(4, _RULE)),
)
def rule_declared_twice(at: ChangeContext[DeclareRule]) -> Iterator[Complaint]:
    """A law of the world is declared once; to change it takes a retcon."""
    fact = at.state.get(f"rule:{at.change.id}", "kind")
    if fact is not None:
        yield at.complaint(f"declares '{at.change.id}': {at.change.text}", fact, rule=at.change.id)


def _name_given(at: ChangeContext[Introduction | SetAttribute]) -> tuple[str, str, str] | None:
    """(id, kind, name) of whoever the change names."""
    change = at.change
    if not isinstance(change, SetAttribute):
        return change.id, at.kind.removeprefix("introduce_"), change.name
    if change.attribute != "name":
        return None
    return change.subject, at.state.kind(change.subject), change.value

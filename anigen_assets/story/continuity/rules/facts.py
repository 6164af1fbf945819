"""Values that are set: on the right subject, on top of the right value, and readable afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import Depart, Hold, Move, Relate, Retcon, SetAttribute
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint
from anigen_assets.story.continuity.registry import Example, change_rule
from anigen_assets.story.continuity.telling import since
from anigen_assets.story.continuity.values import TYPED_CHANGES, unreadable
from anigen_assets.story.findings import Severity

_HAIRCUT = SetAttribute(
    subject="aoi",
    attribute="look.hair_style",
    value="short",
    previous="bob",
    because="the wind was in her face",
)
_BIRTHDAY = SetAttribute(
    subject="aoi", attribute="look.age", value="18", previous="17", because="her birthday"
)
_AOI_HAD_IT = Retcon(
    subject="compass", attribute="holder", value="aoi", previous="ren", reason="they had swapped coats"
)
_REN_LIVES = Retcon(
    subject="ren", attribute="status", value="present", previous="dead", reason="the body was never his"
)


@change_rule(
    SetAttribute,
    Retcon,
    rule_id="unknown-subject",
    message="In {here}, '{attribute}' of '{subject}' is set, but nothing of that id is known{hint}.",
    wrong=Example(
        "Scene 3 sets the mood of 'aio'.",
        lambda s: s.change(3, SetAttribute(subject="aio", attribute="mood", value="calm")),
    ),
    right=Example(
        "Scene 3 sets the mood of Aoi.",
        lambda s: s.change(3, SetAttribute(subject="aoi", attribute="mood", value="calm")),
    ),
)
def unknown_subject(at: ChangeContext[SetAttribute | Retcon]) -> Iterator[Complaint]:
    """Only what exists has attributes."""
    subject = at.change.subject
    if not at.during.after.kind(subject):
        hint = at.during.near(subject, "character") or at.during.near(subject, "place")
        text = f"sets '{at.change.attribute}' of '{subject}'"
        yield at.complaint(text, attribute=at.change.attribute, subject=subject, hint=hint)


@change_rule(
    SetAttribute,
    rule_id="value-not-current",
    message="In {here}, '{attribute}' of {subject} is changed from {previous}, but is '{current}' since {there}.",
    wrong=Example(
        "Aoi's hair, cut short in scene 2, is changed from a bob in scene 4.",
        lambda s: s.change(2, _HAIRCUT).change(4, _HAIRCUT.model_copy(update={"value": "bun"})),
    ),
    right=Example("Aoi has her hair cut, from a bob to short.", lambda s: s.change(2, _HAIRCUT)),
)
def value_not_current(at: ChangeContext[SetAttribute]) -> Iterator[Complaint]:
    """A value is set on top of the current one, or of none when it was never set."""
    change = at.change
    fact = at.state.get(change.subject, change.attribute)
    current = None if fact is None else fact.value
    if (
        change.previous != current
        and at.during.after.kind(change.subject)
        and change.attribute not in TYPED_CHANGES
    ):
        previous = "nothing" if change.previous is None else f"'{change.previous}'"
        subject = at.label(change.subject)
        text = f"sets '{change.attribute}' of {subject} from {previous} to '{change.value}'"
        yield at.complaint(
            text,
            fact or at.state.get(change.subject, "kind"),
            attribute=change.attribute,
            subject=subject,
            previous=previous,
            current=current or "not set",
        )


@change_rule(
    Retcon,
    rule_id="retcon-not-current",
    message="In {here}, a retcon of '{attribute}' of {subject} supersedes {previous}, but it is {current}.",
    wrong=Example(
        "Ren, one of the main characters, is retconned from a lead to a minor one.",
        lambda s: s.change(
            3,
            Retcon(subject="ren", attribute="role", value="minor", previous="lead", reason="he was a guest"),
        ),
    ),
    right=Example(
        "Ren died in episode 3; a retcon with its reason makes him present from scene 1 on.",
        lambda s: s.told(3, 2, Depart(subject="ren", status="dead", reason="the storm")).change(
            1, _REN_LIVES
        ),
    ),
)
def retcon_not_current(at: ChangeContext[Retcon]) -> Iterator[Complaint]:
    """A retcon supersedes the value that is current, and names it."""
    change = at.change
    fact = at.state.get(change.subject, change.attribute)
    if at.during.after.kind(change.subject) and (fact is None or change.previous != fact.value):
        previous = "nothing" if change.previous is None else f"'{change.previous}'"
        current = "not known" if fact is None else f"'{fact.value}' since {since(fact)}"
        subject = at.label(change.subject)
        text = f"retcon of '{change.attribute}' of {subject}: {change.reason}"
        yield at.complaint(
            text, fact, attribute=change.attribute, subject=subject, previous=previous, current=current
        )


@change_rule(
    SetAttribute,
    rule_id="typed-change-needed",
    message="In {here}, '{attribute}' of {subject} is set freely: only {typed} changes it.",
    wrong=Example(
        "Scene 6 sets Ren's status to dead as if it were any attribute.",
        lambda s: s.change(
            6, SetAttribute(subject="ren", attribute="status", value="dead", previous="present")
        ),
    ),
    right=Example(
        "Scene 6 has Ren depart by death.",
        lambda s: s.change(6, Depart(subject="ren", status="dead", reason="the storm")),
    ),
)
def typed_change_needed(at: ChangeContext[SetAttribute]) -> Iterator[Complaint]:
    """Life, whereabouts and possession change by changes of their own, which have rules of their own."""
    typed = TYPED_CHANGES.get(at.change.attribute)
    if typed is not None:
        subject = at.label(at.change.subject)
        text = f"sets '{at.change.attribute}' of {subject} to '{at.change.value}'"
        fact = at.state.get(at.change.subject, at.change.attribute)
        yield at.complaint(text, fact, attribute=at.change.attribute, subject=subject, typed=typed)


@change_rule(
    SetAttribute,
    Retcon,
    rule_id="value-unreadable",
    message="In {here}, '{attribute}' of {subject} becomes '{value}': {why}.",
    wrong=Example(
        "Aoi's hair becomes 'very short'.",
        lambda s: s.change(3, _HAIRCUT.model_copy(update={"value": "very short"})),
    ),
    right=Example("Aoi's hair becomes 'short'.", lambda s: s.change(3, _HAIRCUT)),
)
def value_unreadable(at: ChangeContext[SetAttribute | Retcon]) -> Iterator[Complaint]:
    """Looks, voices, states and beats take only values that can be drawn, heard and counted."""
    change = at.change
    why = unreadable(at.during.after.kind(change.subject), change.attribute, change.value)
    if why is not None and not (isinstance(change, SetAttribute) and change.attribute in TYPED_CHANGES):
        subject = at.label(change.subject)
        text = f"'{change.attribute}' of {subject} becomes '{change.value}'"
        yield at.complaint(text, attribute=change.attribute, subject=subject, value=change.value, why=why)


@change_rule(
    Retcon,
    rule_id="retcon-to-nobody",
    message="In {here}, a retcon makes '{value}' the {attribute} of {subject}, but nothing of that id is known{hint}.",
    wrong=Example(
        "A retcon has the compass held by 'oai'.",
        lambda s: s.change(3, _AOI_HAD_IT.model_copy(update={"value": "oai"})),
    ),
    right=Example("A retcon has the compass held by Aoi.", lambda s: s.change(3, _AOI_HAD_IT)),
)
def retcon_to_nobody(at: ChangeContext[Retcon]) -> Iterator[Complaint]:
    """A retcon puts things and people only where there is somebody or something."""
    change = at.change
    if change.attribute in ("holder", "base") and not at.during.after.kind(change.value):
        subject = at.label(change.subject)
        hint = at.during.near(change.value, "character") or at.during.near(change.value, "place")
        text = f"retcon of '{change.attribute}' of {subject} to '{change.value}'"
        yield at.complaint(text, value=change.value, attribute=change.attribute, subject=subject, hint=hint)


@change_rule(
    SetAttribute,
    rule_id="age-backwards",
    message="In {here}, {who} becomes {age} years old, but was {before} in {there}.",
    wrong=Example(
        "Aoi, who is 17, becomes 16.", lambda s: s.change(3, _BIRTHDAY.model_copy(update={"value": "16"}))
    ),
    right=Example("Aoi, who is 17, becomes 18.", lambda s: s.change(3, _BIRTHDAY)),
)
def age_backwards(at: ChangeContext[SetAttribute]) -> Iterator[Complaint]:
    """Nobody grows younger; what was told wrongly takes a retcon."""
    change = at.change
    fact = at.state.get(change.subject, "look.age")
    if change.attribute != "look.age" or fact is None or not change.value.isdecimal():
        return
    if int(change.value) < int(fact.value):
        who = at.label(change.subject)
        yield at.complaint(
            f"{who} becomes {change.value}", fact, who=who, age=change.value, before=fact.value
        )


@change_rule(
    SetAttribute,
    rule_id="age-too-fast",
    message="In {here}, {who} becomes {age} years old, but was {before} in {there}, and a year has {year} episodes.",
    wrong=Example(
        "Aoi, who is 17 in the bible, becomes 30 in episode 5.",
        lambda s: s.change(3, _BIRTHDAY.model_copy(update={"value": "30"})),
    ),
    right=Example("Aoi, who is 17 in the bible, becomes 18 in episode 5.", lambda s: s.change(3, _BIRTHDAY)),
)
def age_too_fast(at: ChangeContext[SetAttribute]) -> Iterator[Complaint]:
    """Nobody grows older by more birthdays than there have been; what was told wrongly takes a retcon."""
    change = at.change
    fact = at.state.get(change.subject, "look.age")
    if change.attribute != "look.age" or fact is None or not change.value.isdecimal():
        return
    year = at.during.bible.year_episodes
    birthdays = (at.during.plan.number - fact.number) // year + 1
    if int(change.value) - int(fact.value) > birthdays:
        who = at.label(change.subject)
        words = {"who": who, "age": change.value, "before": fact.value, "year": year}
        yield at.complaint(f"{who} becomes {change.value}", fact, **words)


@change_rule(
    SetAttribute,
    rule_id="unknown-faction",
    message="In {here}, {who} joins '{faction}', but no faction of that id is known{hint}.",
    wrong=Example(
        "Aoi joins 'kepers'.",
        lambda s: s.change(3, SetAttribute(subject="aoi", attribute="faction", value="kepers")),
    ),
    right=Example(
        "Aoi joins the Keepers.",
        lambda s: s.change(3, SetAttribute(subject="aoi", attribute="faction", value="keepers")),
    ),
)
def unknown_faction(at: ChangeContext[SetAttribute]) -> Iterator[Complaint]:
    """The attribute `faction` is the id of a known group; the scene may introduce it."""
    change = at.change
    if change.attribute == "faction" and at.during.after.kind(change.value) != "faction":
        who, hint = at.label(change.subject), at.during.near(change.value, "faction")
        yield at.complaint(f"{who} joins '{change.value}'", who=who, faction=change.value, hint=hint)


@change_rule(
    SetAttribute,
    Relate,
    Move,
    Hold,
    Retcon,
    rule_id="changes-nothing",
    message="In {here}, a change of kind '{kind}' changes nothing: it was so since {there}.",
    severity=Severity.WARNING,
    wrong=Example(
        "Aoi's hair, a bob, becomes a bob.",
        lambda s: s.change(3, _HAIRCUT.model_copy(update={"value": "bob"})),
    ),
    right=Example("Aoi's hair, a bob, becomes short.", lambda s: s.change(3, _HAIRCUT)),
)
def changes_nothing(
    at: ChangeContext[SetAttribute | Relate | Move | Hold | Retcon],
) -> Iterator[Complaint]:
    """A change changes something."""
    effects = at.change.effects()
    if all(at.state.value(effect.subject, effect.attribute, "\0") == effect.value for effect in effects):
        first = effects[0]
        text = f"{at.kind}: '{first.attribute}' of {at.label(first.subject)} becomes '{first.value}'"
        yield at.complaint(text, at.state.get(first.subject, first.attribute), kind=at.kind)

"""What prose says of people: who acts though gone, who is not known, and who is named before coming in."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import Depart, Return
from anigen_assets.story.continuity.contexts import Complaint, SceneContext
from anigen_assets.story.continuity.prose.arrivals import arrivals
from anigen_assets.story.continuity.prose.deeds import doings
from anigen_assets.story.continuity.prose.unknowns import Unknown
from anigen_assets.story.continuity.registry import Example, told_rule

_TOMO_DIED = Depart(subject="tomo", status="dead", reason="old age")
_TOMO_LEFT = Depart(subject="tomo", status="absent", reason="he went to the mainland")


@told_rule(
    "told-dead-acts",
    "In {here}, the {field} has {who} act ({what}), but died in {there}.",
    wrong=Example(
        "Tomo died in episode 3; in the summary of scene 4 he opens the shutters.",
        lambda s: s.told(3, 2, _TOMO_DIED).scene(4, summary="Tomo opens the shutters and hums."),
    ),
    right=Example(
        "Tomo died in episode 3; in scene 4 his chair is empty and Ren remembers how he hummed.",
        lambda s: s.told(3, 2, _TOMO_DIED).scene(
            4, summary="Tomo's chair is empty. Ren remembers how Tomo hummed."
        ),
    ),
)
def told_dead_acts(scene: SceneContext) -> Iterator[Complaint]:
    """Prose has the dead neither act nor speak; it may remember them, dream of them or visit their graves."""
    yield from _gone(scene, ("dead",))


@told_rule(
    "told-away-acts",
    "In {here}, the {field} has {who} act ({what}), but is {status} since {there}.",
    wrong=Example(
        "Tomo left in episode 3; in scene 4 he hands Aoi a cup.",
        lambda s: s.told(3, 2, _TOMO_LEFT).scene(4, summary="Tomo hands Aoi a cup of tea."),
    ),
    right=Example(
        "Tomo left in episode 3 and returns in scene 4, where he hands Aoi a cup.",
        lambda s: (
            s.told(3, 2, _TOMO_LEFT)
            .change(4, Return(subject="tomo", reason="the ferry brought him"))
            .cast(4, "aoi", "tomo")
            .scene(4, summary="Tomo hands Aoi a cup of tea.")
        ),
    ),
)
def told_away_acts(scene: SceneContext) -> Iterator[Complaint]:
    """Prose has the absent and the departed act only after a return; letters and news may come from them."""
    yield from _gone(scene, ("absent", "departed"))


def _gone(scene: SceneContext, statuses: tuple[str, ...]) -> Iterator[Complaint]:
    roles = scene.roles
    gone = frozenset(
        who
        for who in scene.named("character")
        if who not in roles and _always(scene.values(who, "status"), statuses)
    )
    told: set[str] = set()
    for statement in scene.statements if gone else ():
        for mention, what in doings(statement, gone, dead=statuses == ("dead",)):
            who = mention.ids[0]
            if who not in told:
                told.add(who)
                fact = scene.before.get(who, "status") or scene.after.get(who, "status")
                name = scene.label(who)
                yield scene.complaint(
                    statement.quote,
                    fact,
                    who=name,
                    what=what,
                    field=statement.passage.kind,
                    status=fact.value if fact else "",
                )


def _always(values: tuple[str, ...], statuses: tuple[str, ...]) -> bool:
    return bool(values) and all(value in statuses for value in values)


@told_rule(
    "told-before-introduced",
    "In {here}, the {field} has {who} act ({what}), but {who} is introduced only in {there}.",
    wrong=Example(
        "Hana is introduced in scene 4 and greets Aoi in the summary of scene 2.",
        lambda s: s.newcomer(4).scene(2, summary="Hana greets Aoi at the rope."),
    ),
    right=Example(
        "Hana is introduced in scene 2 and greets Aoi there.",
        lambda s: s.newcomer(2).scene(2, summary="Hana greets Aoi at the rope."),
    ),
)
def told_before_introduced(scene: SceneContext) -> Iterator[Complaint]:
    """Nobody acts in prose before the scene that introduces them."""
    unborn = frozenset(who for who in scene.named("character") if not scene.after.kind(who))
    told: set[str] = set()
    for statement in scene.statements if unborn else ():
        for mention, what in doings(statement, unborn):
            who = mention.ids[0]
            if who not in told:
                told.add(who)
                fact = statement.canon.get(who, "kind")
                name = statement.canon.value(who, "name")
                field = statement.passage.kind
                yield scene.complaint(statement.quote, fact, who=name, what=what, field=field)


@told_rule(
    "told-introduced-again",
    "In {here}, the {field} brings {who} in as somebody new, but {who} is known since {there}.",
    wrong=Example(
        "Mika is known since the bible, and comes into scene 3 as a stranger.",
        lambda s: s.scene(3, summary="A stranger called Mika comes down the pier."),
    ),
    right=Example(
        "Scene 3 introduces Hana, who comes into it as a stranger.",
        lambda s: s.newcomer(3).scene(3, summary="A stranger called Hana comes down the pier."),
    ),
)
def told_introduced_again(scene: SceneContext) -> Iterator[Complaint]:
    """Nobody comes into the story twice as somebody new."""
    told: set[str] = set()
    for statement, following in scene.followed if scene.named("character") else ():
        for mention in arrivals(statement, following):
            who = mention.ids[0]
            facts = [scene.before.get(i, "kind") for i in mention.ids]
            known = [f for f in facts if f is not None and f.number < scene.plan.number]
            if len(known) == len(facts) and who not in told:
                told.add(who)
                field = statement.passage.kind
                yield scene.complaint(statement.quote, known[0], who=scene.label(who), field=field)


def _unknown(scene: SceneContext, kind: str) -> Iterator[tuple[Unknown, str]]:
    told: set[str] = set()
    for unknown, statement in scene.unknowns:
        if unknown.kind == kind and unknown.name not in told:
            told.add(unknown.name)
            yield unknown, statement.quote


@told_rule(
    "told-unknown-person",
    "In {here}, {name} is named as somebody who acts, but nobody of that name is known: introduce them first.",
    wrong=Example(
        "In scene 4 Aoi meets Leopold, whom nobody has introduced.",
        lambda s: s.scene(4, summary="Aoi meets Leopold at the rope."),
    ),
    right=Example(
        "Scene 4 introduces Leopold Ames, and Aoi meets him.",
        lambda s: s.newcomer(4, "leopold", "Leopold Ames").scene(4, summary="Aoi meets Leopold at the rope."),
    ),
)
def told_unknown_person(scene: SceneContext) -> Iterator[Complaint]:
    """Whoever acts in prose by a name of their own is known, at the latest since this scene."""
    for unknown, quote in _unknown(scene, "person"):
        yield scene.complaint(quote, name=unknown.name)


@told_rule(
    "told-unknown-place",
    "In {here}, {name} is named as a place, but no place of that name is known: introduce it first.",
    wrong=Example(
        "In scene 4 they walk to Quarry Bridge, which is not on any map.",
        lambda s: s.scene(4, summary="They walk to Quarry Bridge and back."),
    ),
    right=Example(
        "In scene 4 they walk to the Cape.", lambda s: s.scene(4, summary="They walk to the Cape.")
    ),
)
def told_unknown_place(scene: SceneContext) -> Iterator[Complaint]:
    """Places that prose names are known, at the latest since this scene."""
    for unknown, quote in _unknown(scene, "place"):
        yield scene.complaint(quote, name=unknown.name)


@told_rule(
    "told-unknown-group",
    "In {here}, {name} is named as a group, but no faction of that name is known: introduce it first.",
    wrong=Example(
        "In scene 4 a letter from the Copper League lies on the step.",
        lambda s: s.scene(4, summary="A letter from the Copper League lies on the step."),
    ),
    right=Example(
        "In scene 4 a letter from the Keepers lies on the step.",
        lambda s: s.scene(4, summary="A letter from the Keepers lies on the step."),
    ),
)
def told_unknown_group(scene: SceneContext) -> Iterator[Complaint]:
    """Guilds, leagues and societies that prose names are known factions."""
    for unknown, quote in _unknown(scene, "group"):
        yield scene.complaint(quote, name=unknown.name)

"""What prose and prompts say of looks, against the character sheet: hair, eyes, marks and years."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import SetAttribute
from anigen_assets.story.continuity.contexts import Complaint, SceneContext
from anigen_assets.story.continuity.registry import Example, told_rule
from anigen_assets.story.plan import Disguise

_MESSAGE = "In {here}, the {field} gives {who} {said}, but since {there} {attribute} is {value}."
_BRAIDED = SetAttribute(
    subject="aoi", attribute="look.hair_style", value="braid", previous="bob", because="it is the feast"
)
_BIRTHDAY = SetAttribute(
    subject="aoi", attribute="look.age", value="18", previous="17", because="her birthday"
)


@told_rule(
    "told-hair",
    _MESSAGE,
    wrong=Example(
        "Aoi, whose hair is dark brown, has red hair in the prompt of scene 3.",
        lambda s: s.scene(3, video_prompt="Aoi: girl of 17, bright red hair, at the railing."),
    ),
    right=Example(
        "Aoi braids her hair in scene 3, and her braid is seen in its prompt.",
        lambda s: s.change(3, _BRAIDED).scene(3, video_prompt="Aoi: girl of 17, brown hair in a braid."),
    ),
)
def told_hair(scene: SceneContext) -> Iterator[Complaint]:
    """Hair is told as the sheet has it, or as a change of the scene makes it; a disguise is declared."""
    yield from _unlike(scene, ("look.hair_colour", "look.hair_style"))


@told_rule(
    "told-eyes",
    _MESSAGE,
    wrong=Example(
        "Aoi, whose eyes are blue, looks up with green eyes.",
        lambda s: s.scene(3, summary="Aoi's emerald eyes follow the light."),
    ),
    right=Example(
        "Aoi looks up with blue eyes.", lambda s: s.scene(3, summary="Aoi's blue eyes follow the light.")
    ),
)
def told_eyes(scene: SceneContext) -> Iterator[Complaint]:
    """Eyes are told as the sheet has them."""
    yield from _unlike(scene, ("look.eye_colour",))


@told_rule(
    "told-mark",
    _MESSAGE,
    wrong=Example(
        "Ren, who has no beard, strokes one.",
        lambda s: s.scene(3, summary="Ren's beard is wet."),
    ),
    right=Example(
        "Ren, in a disguise that the plan declares, has a wet beard.",
        lambda s: s.scene(
            3,
            summary="Ren's beard is wet.",
            disguises=(Disguise(who="ren", seen_as="an old ferryman with a beard"),),
        ),
    ),
)
def told_mark(scene: SceneContext) -> Iterator[Complaint]:
    """Beards, scars, freckles, moles and glasses are where the sheet has them."""
    yield from _unlike(scene, ("look.mark",))


@told_rule(
    "told-age",
    _MESSAGE,
    wrong=Example(
        "Aoi, who is 17, is twelve in the summary.",
        lambda s: s.scene(3, summary="Aoi, a girl of twelve, climbs the railing."),
    ),
    right=Example(
        "Aoi turns eighteen in scene 3, by a change, and her summary says so.",
        lambda s: s.change(3, _BIRTHDAY).scene(3, summary="Aoi has just turned eighteen."),
    ),
)
def told_age(scene: SceneContext) -> Iterator[Complaint]:
    """Years are told as the sheet has them."""
    yield from _unlike(scene, ("look.age",))


def _unlike(scene: SceneContext, attributes: tuple[str, ...]) -> Iterator[Complaint]:
    masked = {disguise.who for disguise in scene.scene.disguises}
    told: set[tuple[str, str]] = set()
    for claim, statement in scene.claimed_looks:
        if claim.attribute not in attributes or not masked.isdisjoint(claim.ids):
            continue
        values = [value for who in claim.ids for value in scene.values(who, claim.attribute)]
        who = claim.ids[0]
        if not values or any(claim.fits(value) for value in values) or (who, claim.attribute) in told:
            continue
        told.add((who, claim.attribute))
        yield scene.complaint(
            statement.quote,
            scene.before.get(who, claim.attribute) or scene.after.get(who, claim.attribute),
            who=scene.label(who),
            said=claim.said,
            attribute=claim.attribute.removeprefix("look.").replace("_", " "),
            value=values[0],
            field=statement.passage.kind,
        )

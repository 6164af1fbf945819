"""What prose says of where people are, against where the scene has them."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.continuity.contexts import Complaint, SceneContext
from anigen_assets.story.continuity.prose.whereabouts import stays
from anigen_assets.story.continuity.registry import Example, told_rule


@told_rule(
    "told-elsewhere",
    "In {here}, the {field} has {who} at {place}, but {there} plays at {other} and has them in its cast.",
    wrong=Example(
        "Aoi is in scene 3 on the pier, and its summary has her at the cape meanwhile.",
        lambda s: s.scene(3, summary="Meanwhile, at the Cape, Aoi is asleep."),
    ),
    right=Example(
        "Aoi is in scene 3 on the pier, and its summary has Mika at the cape meanwhile.",
        lambda s: s.scene(3, summary="Meanwhile, at the Cape, Mika is asleep."),
    ),
)
def told_elsewhere(scene: SceneContext) -> Iterator[Complaint]:
    """Who is in a scene is not at another place in its prose."""
    place = scene.scene.place
    if scene.whole or scene.after.kind(place) != "place":
        return
    for statement in scene.statements:
        for stay in stays(statement):
            who = next((i for i in stay.person.ids if i in scene.scene.cast), "")
            if who and place not in stay.place.ids and not _moves(scene, who):
                name, other = scene.label(who), scene.label(place)
                there = scene.here(f"{name} is in the cast, at {other}")
                at, field = scene.label(stay.place.ids[0]), statement.passage.kind
                complaint = scene.complaint(statement.quote, field=field, who=name, place=at, other=other)
                yield complaint._replace(there=there)
                return


def _moves(scene: SceneContext, who: str) -> bool:
    return any(
        getattr(change, "kind", "") == "move" and getattr(change, "subject", "") == who
        for change in scene.changes
    )

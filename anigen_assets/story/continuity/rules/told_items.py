"""What prose says of things: whose hands they are in, and whether they are still there."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import Hold
from anigen_assets.story.continuity.contexts import Complaint, SceneContext
from anigen_assets.story.continuity.prose.holdings import holdings
from anigen_assets.story.continuity.registry import Example, told_rule

_MIKA_HAS_IT = Hold(item="compass", holder="mika", previous="ren")
_LOST = Hold(item="compass", holder="", previous="ren", state="lost")


@told_rule(
    "told-item-elsewhere",
    "In {here}, the {field} has {who} hold or use {item}, but since {there} {state}.",
    wrong=Example(
        "Mika took the compass in episode 3, and in scene 4 Aoi pulls it from her pocket.",
        lambda s: s.told(3, 4, _MIKA_HAS_IT).scene(4, summary="Aoi pulls the brass compass from her pocket."),
    ),
    right=Example(
        "Mika took the compass in episode 3, and in scene 4 Aoi wishes that she had it.",
        lambda s: s.told(3, 4, _MIKA_HAS_IT).scene(4, summary="Aoi wishes she held the brass compass."),
    ),
)
def told_item_elsewhere(scene: SceneContext) -> Iterator[Complaint]:
    """In prose only who holds a thing uses it, or somebody in whose scene its holder is."""
    told: set[str] = set()
    for statement in scene.statements if scene.named("item") else ():
        for holding in holdings(statement):
            item = holding.item.ids[0]
            holder = holding.holder
            if holder is None or item in told or statement.passage.kind == "note":
                continue
            named = {i for m in statement.of_kind("character") for i in m.ids}
            # Of several things of one name, the one that is at hand is meant.
            if not all(_elsewhere(scene, one, holder.ids, named) for one in holding.item.ids):
                continue
            holders = scene.values(item, "holder")
            told.add(item)
            fact = scene.before.get(item, "holder") or scene.after.get(item, "holder")
            state = f"it is with {scene.label(holders[0])}"
            yield scene.complaint(
                statement.quote,
                fact,
                who=scene.label(holder.ids[0]),
                item=scene.label(item),
                state=state,
                field=statement.passage.kind,
            )


def _elsewhere(scene: SceneContext, item: str, users: tuple[str, ...], named: set[str]) -> bool:
    """Whether nobody who has the thing could have let the users have it; what is lost is another rule's."""
    holders = scene.values(item, "holder")
    if not holders or any(not holder or holder in users for holder in holders):
        return False
    if any(state.value(item, "state") in ("lost", "destroyed") for state in scene.states):
        return False
    return not any(
        holder == scene.scene.place or (holder in scene.scene.cast and holder in named) or holder in named
        for holder in holders
    ) and not (scene.whole and any(holder in scene.scene.cast for holder in holders))


@told_rule(
    "told-item-gone",
    "In {here}, the {field} has {item} there, but it was {state} in {there}.",
    wrong=Example(
        "The compass was lost in episode 3 and lies on the table in scene 4.",
        lambda s: s.told(3, 4, _LOST).scene(4, summary="The brass compass lies on the table."),
    ),
    right=Example(
        "The compass was lost in episode 3, and in scene 4 they still look for it.",
        lambda s: s.told(3, 4, _LOST).scene(4, summary="They look for the brass compass all day."),
    ),
)
def told_item_gone(scene: SceneContext) -> Iterator[Complaint]:
    """What is lost or destroyed is not there in prose, until it is found."""
    told: set[str] = set()
    place = scene.before.value(scene.scene.place, "description")
    for statement in scene.statements if scene.named("item") else ():
        if statement.passage.kind == "prompt" and statement.quote in place:
            continue  # how the place is described in canon, which no plan says anew
        for holding in holdings(statement):
            item = holding.item.ids[0]
            if item in told or not all(_gone(scene, one) for one in holding.item.ids):
                continue
            told.add(item)
            states = scene.values(item, "state")
            fact = scene.before.get(item, "state") or scene.after.get(item, "state")
            yield scene.complaint(
                statement.quote, fact, item=scene.label(item), state=states[0], field=statement.passage.kind
            )


def _gone(scene: SceneContext, item: str) -> bool:
    states = scene.values(item, "state")
    return bool(states) and all(state in ("lost", "destroyed") for state in states)

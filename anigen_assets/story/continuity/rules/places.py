"""Where things happen: unknown places, and people who would be in two of them at once."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import IntroducePlace, Move
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint, SceneContext
from anigen_assets.story.continuity.example_show import PLACE_LOOK
from anigen_assets.story.continuity.registry import Example, change_rule, scene_rule

_MILL = IntroducePlace(id="mill", name="The Old Mill", look=PLACE_LOOK, description="its wheel stands still")


@scene_rule(
    "unknown-place",
    "{here} plays at '{place}', but no place of that id is known{hint}.",
    wrong=Example("Scene 3 plays at 'peer'.", lambda s: s.scene(3, place="peer")),
    right=Example(
        "Scene 3 introduces the mill and plays there.", lambda s: s.change(3, _MILL).scene(3, place="mill")
    ),
)
def unknown_place(scene: SceneContext) -> Iterator[Complaint]:
    """A scene plays at a known place; it may introduce it."""
    place = scene.scene.place
    kind = scene.after.kind(place)
    if kind != "place":
        hint = f" (it is a {kind})" if kind else scene.near(place, "place")
        yield scene.complaint(f"plays at '{place}'", place=place, hint=hint)


@change_rule(
    Move,
    rule_id="moves-nowhere-known",
    message="In {here}, {who} moves to '{place}', but no place of that id is known{hint}.",
    wrong=Example("Aoi moves to 'peer'.", lambda s: s.change(3, Move(subject="aoi", to_place="peer"))),
    right=Example("Aoi moves to the pier.", lambda s: s.change(3, Move(subject="aoi", to_place="pier"))),
)
def moves_nowhere_known(at: ChangeContext[Move]) -> Iterator[Complaint]:
    """Nobody moves to a place that does not exist."""
    place = at.change.to_place
    kind = at.during.after.kind(place)
    if kind != "place":
        who = at.label(at.change.subject)
        hint = f" (it is a {kind})" if kind else at.during.near(place, "place")
        yield at.complaint(f"{who} moves to '{place}'", who=who, place=place, hint=hint)


@change_rule(
    Move,
    rule_id="two-places-at-once",
    message="In {here}, {who} moves to {place} and to {other} at once.",
    wrong=Example(
        "In scene 3 Aoi moves to the pier and to the café.",
        lambda s: s.change(3, Move(subject="aoi", to_place="pier"), Move(subject="aoi", to_place="cafe")),
    ),
    right=Example(
        "Aoi moves to the pier in scene 2 and on to the café in scene 5.",
        lambda s: s.change(2, Move(subject="aoi", to_place="pier")).change(
            5, Move(subject="aoi", to_place="cafe")
        ),
    ),
)
def two_places_at_once(at: ChangeContext[Move]) -> Iterator[Complaint]:
    """A scene takes a person to one place only."""
    before = at.during.changes[: at.position]
    moves = (c for c in before if isinstance(c, Move) and c.subject == at.change.subject)
    for earlier in moves:
        if earlier.to_place != at.change.to_place:
            who, place, other = (
                at.label(i) for i in (at.change.subject, at.change.to_place, earlier.to_place)
            )
            fact = at.state.get(at.change.subject, "base")
            yield at.complaint(f"{who} moves to {place}", fact, who=who, place=place, other=other)

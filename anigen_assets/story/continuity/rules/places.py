"""Where things happen: unknown places, and people who would be in two of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from anigen_assets.story.bible import Journey
from anigen_assets.story.changes import IntroducePlace, Move
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint, PlanContext, SceneContext
from anigen_assets.story.continuity.example_show import PLACE_LOOK
from anigen_assets.story.continuity.registry import Example, change_rule, plan_rule, scene_rule
from anigen_assets.story.continuity.stage import Stage
from anigen_assets.story.continuity.telling import where
from anigen_assets.story.vocabulary import TimeOfDay

_MILL = IntroducePlace(id="mill", name="The Old Mill", look=PLACE_LOOK, description="its wheel stands still")


_PARTS = tuple(TimeOfDay)


def _far_cape(stage: Stage) -> Stage:
    far = (Journey(a="pier", b="cape", parts=2),)
    return replace(stage, bible=stage.bible.model_copy(update={"journeys": far}))


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
        later = scene.introduced_later(place)
        if later is not None:
            hint = f" before {where(later)} introduces it"
        yield scene.complaint(f"plays at '{place}'", place=place, hint=hint)._replace(there=later)


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


@plan_rule(
    "meanwhile-two-places",
    "{here} plays at {place} at the same time as {there} at {other}, and {who} is in both.",
    wrong=Example(
        "Scene 3 plays meanwhile at the cape, and Aoi is there as well as on the pier.",
        lambda s: s.scene(3, meanwhile=True, place="cape"),
    ),
    right=Example(
        "Scene 3 plays meanwhile at the cape, with Mika.",
        lambda s: s.scene(3, meanwhile=True, place="cape").cast(3, "mika"),
    ),
)
def meanwhile_two_places(episode: PlanContext) -> Iterator[Complaint]:
    """Nobody is at two places at one time."""
    for before, after in pairwise(scene.scene for scene in episode.scenes):
        both = [who for who in after.cast if who in before.cast]
        if (
            not after.meanwhile
            or after.place == before.place
            or not both
            or "now" != before.mode != after.mode
        ):
            continue
        who, place, other = (episode.label(i) for i in (both[0], after.place, before.place))
        there = episode.at(before.slot, f"{who} is at {other}")
        yield episode.complaint(after.slot, f"{who} is at {place}", there, who=who, place=place, other=other)


@plan_rule(
    "travels-too-fast",
    "In {here}, {who} is at {place}, but in {there} at {other}: the way takes {parts} parts of a day, "
    "and {passed} have passed.",
    wrong=Example(
        "The cape lies two parts of a day away, and Aoi is there in the next scene.",
        lambda s: _far_cape(s).scene(3, place="cape"),
    ),
    right=Example(
        "The cape lies two parts of a day away, and Aoi is there on the next morning.",
        lambda s: _far_cape(s).everywhere("aoi").scene(5, place="cape", days_later=1).scene(6, place="cape"),
    ),
)
def travels_too_fast(episode: PlanContext) -> Iterator[Complaint]:
    """Ways that take time by the bible take it."""
    ways = {frozenset((j.a, j.b)): j.parts for j in episode.bible.journeys}
    seen: dict[str, tuple[int, str, int]] = {}
    moment = 0
    previous: TimeOfDay | None = None
    for scene in (context.scene for context in episode.scenes if context.scene.mode == "now") if ways else ():
        moment += _passed(previous, scene.time_of_day, scene.days_later)
        previous = scene.time_of_day
        for who in scene.cast:
            slot, place, at = seen.get(who, (0, scene.place, moment))
            parts = ways.get(frozenset((place, scene.place)), 0) if place != scene.place else 0
            if moment - at < parts:
                name, here, other = (episode.label(i) for i in (who, scene.place, place))
                there = episode.at(slot, f"{name} is at {other}")
                words = {"who": name, "place": here, "other": other, "parts": parts, "passed": moment - at}
                yield episode.complaint(scene.slot, f"{name} is at {here}", there, **words)
            seen[who] = (scene.slot, scene.place, moment)


def _passed(before: TimeOfDay | None, now: TimeOfDay, days: int) -> int:
    """Parts of a day from one scene to the next."""
    if before is None:
        return 0
    steps = _PARTS.index(now) - _PARTS.index(before)
    return steps + len(_PARTS) * (days or (1 if steps < 0 else 0))

"""The form of an episode: its scenes, their order and size, its title, and where its changes belong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from anigen_assets.story.changes import Hold, Key, SetAttribute
from anigen_assets.story.continuity.contexts import Complaint, PlanContext, SceneContext
from anigen_assets.story.continuity.registry import Example, plan_rule, scene_rule
from anigen_assets.story.findings import Evidence

_FIRST_HOLD = Hold(item="compass", holder="aoi")
_SECOND_HOLD = Hold(item="compass", holder="tomo")


@plan_rule(
    "scene-count",
    "{here} has {count} scenes, and the series' format has {wanted}.",
    wrong=Example("The plan has five scenes.", lambda s: s.planned(scenes=s.plan.scenes[:5])),
    right=Example("The plan has six scenes.", lambda s: s),
)
def scene_count(episode: PlanContext) -> Iterator[Complaint]:
    """An episode has as many scenes as the series' format says."""
    count, wanted = len(episode.plan.scenes), episode.bible.format.scenes_per_episode
    if count != wanted:
        yield episode.complaint(0, f"{count} scenes", count=count, wanted=wanted)


@plan_rule(
    "scene-slots",
    "The slots of {here} are {slots}: they must count 1, 2, 3 and so on.",
    wrong=Example(
        "Scene 3 comes before scene 2.",
        lambda s: s.planned(
            scenes=(s.plan.scenes[0], s.plan.scenes[2], s.plan.scenes[1], *s.plan.scenes[3:])
        ),
    ),
    right=Example("The scenes are in order.", lambda s: s),
)
def scene_slots(episode: PlanContext) -> Iterator[Complaint]:
    """Slots count from 1, in order, without a gap."""
    slots = [scene.slot for scene in episode.plan.scenes]
    if slots != list(range(1, len(slots) + 1)):
        words = ", ".join(str(slot) for slot in slots)
        yield episode.complaint(0, f"slots {words}", slots=words)


@scene_rule(
    "scene-length",
    "The shots of {here} last {seconds} s ({sum}), and a scene lasts {wanted} s.",
    wrong=Example("The shots of scene 2 last 8, 8, 8 and 8 s.", lambda s: s.shot(2, 3, duration_seconds=8)),
    right=Example(
        "The shots of scene 2 last 6, 8, 8 and 8 s.",
        lambda s: s.shot(2, 0, duration_seconds=6).shot(2, 3, duration_seconds=8),
    ),
)
def scene_length(scene: SceneContext) -> Iterator[Complaint]:
    """The shots of a scene add up to its length exactly."""
    wanted = scene.bible.format.scene_seconds
    if scene.scene.seconds != wanted:
        parts = " + ".join(str(shot.duration_seconds) for shot in scene.scene.shots)
        yield scene.complaint(f"shots of {parts} s", seconds=scene.scene.seconds, sum=parts, wanted=wanted)


@scene_rule(
    "cast-size",
    "{here} has {count} people in its cast, and the series' format has at most {most}.",
    wrong=Example("Scene 2 has five people.", lambda s: s.cast(2, "aoi", "ren", "mika", "daichi", "sora")),
    right=Example("Scene 2 has four people.", lambda s: s.cast(2, "aoi", "ren", "mika", "daichi")),
)
def cast_size(scene: SceneContext) -> Iterator[Complaint]:
    """A scene has no more people than the series' format says."""
    count, most = len(set(scene.scene.cast)), scene.bible.format.max_cast_per_scene
    if count > most:
        yield scene.complaint(f"cast: {', '.join(scene.scene.cast)}", count=count, most=most)


@scene_rule(
    "cast-twice",
    "{here} has {who} in its cast twice.",
    wrong=Example("Aoi is in the cast of scene 2 twice.", lambda s: s.scene(2, cast=("aoi", "ren", "aoi"))),
    right=Example("Aoi and Ren are in the cast of scene 2.", lambda s: s.cast(2, "aoi", "ren")),
)
def cast_twice(scene: SceneContext) -> Iterator[Complaint]:
    """Nobody is in a cast twice."""
    cast = scene.scene.cast
    for who in dict.fromkeys(cast):
        if cast.count(who) > 1:
            name = scene.label(who)
            yield scene.complaint(f"cast: {', '.join(cast)}", who=name)


@plan_rule(
    "title-taken",
    "{here} is called '{title}', and so is {there}.",
    wrong=Example(
        "Episode 3 has the same title.", lambda s: replace(s, title_owner={"What the Tide Left": 3}.get)
    ),
    right=Example(
        "The title is this episode's own, from its first take.",
        lambda s: replace(s, title_owner={"What the Tide Left": 5}.get),
    ),
)
def title_taken(episode: PlanContext) -> Iterator[Complaint]:
    """No two episodes have one title."""
    title = episode.plan.title
    owner = episode.title_owner(title)
    if owner is not None and owner != episode.plan.number:
        other = Evidence(episode=owner, scene=0, text=f"title: {title}")
        yield episode.complaint(0, f"title: {title}", other, title=title)


@plan_rule(
    "change-without-scene",
    "{here} has a change of kind '{kind}' for scene {slot}, and there is no such scene.",
    wrong=Example(
        "A change belongs to scene 7 of six.",
        lambda s: s.change(7, SetAttribute(subject="aoi", attribute="mood", value="calm")),
    ),
    right=Example(
        "A change belongs to scene 6 of six.",
        lambda s: s.change(6, SetAttribute(subject="aoi", attribute="mood", value="calm")),
    ),
)
def change_without_scene(episode: PlanContext) -> Iterator[Complaint]:
    """Every change is shown by a scene of the plan."""
    slots = {scene.slot for scene in episode.plan.scenes}
    for planned in episode.plan.changes:
        if planned.scene not in slots:
            kind = planned.change.kind
            yield episode.complaint(0, f"{kind} in scene {planned.scene}", kind=kind, slot=planned.scene)


@plan_rule(
    "change-out-of-order",
    "In {here}, '{attribute}' of {subject} is changed in the list after the change of {there}, "
    "but its scene comes before: list changes in the order of their scenes.",
    wrong=Example(
        "The compass goes to Tomo in scene 5, and only after that the list has it go to Aoi in scene 2.",
        lambda s: s.change(5, _SECOND_HOLD).change(2, _FIRST_HOLD),
    ),
    right=Example(
        "The compass goes to Aoi in scene 2 and to Tomo in scene 5.",
        lambda s: s.change(2, _FIRST_HOLD).change(5, _SECOND_HOLD),
    ),
)
def change_out_of_order(episode: PlanContext) -> Iterator[Complaint]:
    """Changes of one fact are listed in the order of their scenes: the last one is what canon keeps."""
    changes = episode.plan.changes
    slots = [planned.scene for planned in changes]
    if slots == sorted(slots):
        return
    last: dict[Key, int] = {}
    for planned in changes:
        for subject, attribute, value in planned.change.effects():
            before = last.setdefault(Key(subject, attribute), planned.scene)
            if planned.scene < before:
                name = episode.label(subject)
                other = episode.at(before, f"'{attribute}' of {name} is changed")
                text = f"'{attribute}' of {name} becomes '{value}'"
                yield episode.complaint(planned.scene, text, other, attribute=attribute, subject=name)
                break
            last[Key(subject, attribute)] = planned.scene


@scene_rule(
    "prompt-length",
    "The prompt of {here} has {count} characters, and the series' format has room for {most}.",
    wrong=Example(
        "The prompt of scene 2 has 1,010 characters.",
        lambda s: s.scene(2, video_prompt="A pier, a lamp. " * 63 + "The."),
    ),
    right=Example(
        "The prompt of scene 2 has 1,000 characters.",
        lambda s: s.scene(2, video_prompt="A pier, a lamp. " * 62 + "The sea."),
    ),
)
def prompt_length(scene: SceneContext) -> Iterator[Complaint]:
    """A prompt is as short as the series' format says: models cut what is longer."""
    count, most = len(scene.scene.video_prompt), scene.bible.format.max_prompt_characters
    if count > most:
        yield scene.complaint(f"a prompt of {count} characters", count=count, most=most)


@scene_rule(
    "unreal-changes",
    "{here} is a {mode}, but makes a change of kind '{kind}': what is not now alters nothing that is.",
    wrong=Example(
        "In a dream the compass goes to Aoi.",
        lambda s: s.scene(3, mode="dream").change(3, Hold(item="compass", holder="aoi", previous="ren")),
    ),
    right=Example("In a flashback Aoi's mood is only shown.", lambda s: s.scene(3, mode="flashback")),
)
def unreal_changes(scene: SceneContext) -> Iterator[Complaint]:
    """Dreams, tales and flashbacks may introduce, record events and move threads; they alter nothing."""
    for change in scene.changes if scene.scene.mode != "now" else ():
        kind = str(getattr(change, "kind", ""))
        if kind in _PRESENT:
            effect = change.effects()[0]
            fact = scene.before.get(effect.subject, effect.attribute)
            yield scene.complaint(f"{kind} in a {scene.scene.mode}", fact, mode=scene.scene.mode, kind=kind)


_PRESENT = frozenset(("set_attribute", "move", "relate", "hold", "depart", "return"))

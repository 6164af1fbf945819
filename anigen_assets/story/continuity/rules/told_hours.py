"""Season, light and weather: prose against the story's clock and against what the scene declares."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from anigen_assets.story.continuity.contexts import Complaint, PlanContext, SceneContext
from anigen_assets.story.continuity.registry import Example, plan_rule, told_rule
from anigen_assets.story.vocabulary import TimeOfDay, Weather

_ORDER = tuple(TimeOfDay)
_LATE = (TimeOfDay.DUSK, TimeOfDay.NIGHT)


@told_rule(
    "told-season",
    "In {here}, the {field} tells of {said}, but the story's clock stands at {truth} since {there}.",
    wrong=Example(
        "Episode 5 plays in spring, and its scene 3 in deep winter.",
        lambda s: s.scene(3, summary="It is deep winter, and the ropes are stiff."),
    ),
    right=Example(
        "Episode 5 plays in spring, and scene 3 remembers last winter.",
        lambda s: s.scene(3, summary="They talk of last winter, and of the ice."),
    ),
)
def told_season(scene: SceneContext) -> Iterator[Complaint]:
    """Prose has the season that the story's clock has."""
    truth = scene.bible.season_of(scene.plan.number)
    began = scene.plan.number - (scene.plan.number - 1) % scene.bible.calendar.season_episodes
    yield from _mistold(scene, "season", truth, began)


@told_rule(
    "told-time",
    "In {here}, the {field} tells of {said}, but the scene plays at {truth}.",
    wrong=Example(
        "Scene 3 plays at dusk, and its summary at midnight.",
        lambda s: s.scene(3, summary="It is midnight, and the pier is empty."),
    ),
    right=Example(
        "Scene 3 plays at dusk, and they agree to meet at midnight.",
        lambda s: s.scene(3, summary="They will meet again at midnight."),
    ),
)
def told_time(scene: SceneContext) -> Iterator[Complaint]:
    """Prose has the time of day that the scene declares."""
    yield from _mistold(scene, "time", str(scene.scene.time_of_day), None)


@told_rule(
    "told-weather",
    "In {here}, the {field} tells of {said}, but the scene's weather is {truth}.",
    wrong=Example(
        "Scene 3 has a clear sky, and rain drums on the roof.",
        lambda s: s.scene(3, summary="Rain drums on the roof of the shed."),
    ),
    right=Example(
        "Scene 3 has rain, and rain drums on the roof.",
        lambda s: s.scene(3, weather=Weather.RAIN, summary="Rain drums on the roof of the shed."),
    ),
)
def told_weather(scene: SceneContext) -> Iterator[Complaint]:
    """Prose has the weather that the scene declares."""
    yield from _mistold(scene, "weather", str(scene.scene.weather), None)


def _mistold(scene: SceneContext, what: str, truth: str, began: int | None) -> Iterator[Complaint]:
    truths = {truth}
    if scene.whole and what != "season":
        # A synopsis does not say which scene it tells of: it has to be so in one of them.
        field = "time_of_day" if what == "time" else "weather"
        truths = {str(getattr(one, field)) for one in scene.plan.scenes}
    for claim, statement in scene.claimed_hours:
        if claim.what == what and truths.isdisjoint(claim.fits):
            complaint = scene.complaint(
                statement.quote,
                said=claim.said,
                truth=", ".join(sorted(truths)),
                field=statement.passage.kind,
            )
            there = scene.here(f"{what}: {truth}")
            if began is not None:
                there = there.model_copy(update={"episode": began, "scene": 0})
            yield complaint._replace(there=there)
            return


@plan_rule(
    "time-backwards",
    "In {here} it is {now}, but in {there}, just before, {then}: a new day begins in the morning, and "
    "`days_later` says when days pass.",
    wrong=Example(
        "Scene 3 plays in the morning, after a scene by day.",
        lambda s: (
            s.scene(1, time_of_day=TimeOfDay.DAY)
            .scene(2, time_of_day=TimeOfDay.DAY)
            .scene(3, time_of_day=TimeOfDay.MORNING)
        ),
    ),
    right=Example(
        "Scene 3 plays in the morning, declared as a flashback.",
        lambda s: (
            s.scene(1, time_of_day=TimeOfDay.DAY)
            .scene(2, time_of_day=TimeOfDay.DAY)
            .scene(3, time_of_day=TimeOfDay.MORNING, mode="flashback")
        ),
    ),
)
def time_backwards(episode: PlanContext) -> Iterator[Complaint]:
    """A day goes from morning to night; only an evening is followed by a morning without saying."""
    scenes = [scene.scene for scene in episode.scenes if scene.scene.mode == "now"]
    for before, after in pairwise(scenes):
        if after.days_later or _ORDER.index(after.time_of_day) >= _ORDER.index(before.time_of_day):
            continue
        if before.time_of_day in _LATE and after.time_of_day is TimeOfDay.MORNING:
            continue
        then = episode.at(before.slot, f"time of day: {before.time_of_day}")
        text = f"time of day: {after.time_of_day}"
        yield episode.complaint(after.slot, text, then, now=after.time_of_day, then=before.time_of_day)


@plan_rule(
    "meanwhile-otherwise",
    "{here} plays at the same time as {there}, but it is {now} in one and {then} in the other.",
    wrong=Example(
        "Scene 3 plays meanwhile, at night, and scene 2 at dusk.",
        lambda s: (
            s.scene(3, meanwhile=True, cast=(), place="cape", time_of_day=TimeOfDay.NIGHT)
            .cast(3, "mika")
            .scene(4, time_of_day=TimeOfDay.NIGHT)
            .scene(5, time_of_day=TimeOfDay.NIGHT)
            .scene(6, time_of_day=TimeOfDay.NIGHT)
        ),
    ),
    right=Example(
        "Scene 3 plays meanwhile, at dusk as scene 2.",
        lambda s: s.scene(3, meanwhile=True, place="cape").cast(3, "mika"),
    ),
)
def meanwhile_otherwise(episode: PlanContext) -> Iterator[Complaint]:
    """Scenes at one time have one time of day."""
    for before, after in pairwise(scene.scene for scene in episode.scenes):
        if after.meanwhile and after.time_of_day is not before.time_of_day:
            then = episode.at(before.slot, f"time of day: {before.time_of_day}")
            text = f"meanwhile, time of day: {after.time_of_day}"
            yield episode.complaint(after.slot, text, then, now=after.time_of_day, then=before.time_of_day)

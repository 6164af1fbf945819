"""From staged scenes to the plan itself: summaries, shots, prompts, title, synopsis and the line for next time."""

from __future__ import annotations

from anigen_assets.providers.offline_director.almanac import season_of
from anigen_assets.providers.offline_director.effects import clipped
from anigen_assets.providers.offline_director.plot import Outline
from anigen_assets.providers.offline_director.prompts import video_prompt
from anigen_assets.providers.offline_director.record import changes_of
from anigen_assets.providers.offline_director.shots import Stage, shots_for
from anigen_assets.providers.offline_director.staging import Staged, stage
from anigen_assets.providers.offline_director.titles import title_for
from anigen_assets.providers.offline_director.words import Words
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.plan import EpisodePlan, ScenePlan
from anigen_assets.story.vocabulary import SetKind

_APART = ("Meanwhile,", "Elsewhere,", "And all the while,", "Around the corner,")
"""What leads to the other story of the day when it is about other people, ..."""
_BESIDE = ("That same day,", "In between,", "Between two things,", "And there is this, too:")
"""... and when somebody is in both."""
_IN_PASSING = (
    "Somewhere in it {word} is settled too, in half a sentence, and nobody makes anything of it.",
    "And so is {word}; it had only been waiting to be asked.",
    "As for {word}, that had found its own end, some time when nobody was looking.",
)
_LOWERED = frozenset(
    {"A", "An", "The", "It", "In", "On", "At", "Nobody", "Somebody", "Everybody", "Two", "One", "For"}
)


def compose(world: World, outline: Outline) -> EpisodePlan:
    """The plan, complete but for the line for next time."""
    staged = stage(world, outline)
    aside = " ".join(Words(world, part, {}).say(_IN_PASSING[i]) for i, part in enumerate(outline.passing))
    scenes = tuple(_scene(world, s, len(staged), aside if s is staged[-1] else "") for s in staged)
    main = Words(world, outline.main, {}).at(staged[-1].place, staged[-1].time, staged[-1].weather)
    side = next(s for s in staged if s.part is outline.side).words
    return EpisodePlan(
        series_id=world.slug,
        hour=world.request.hour,
        number=world.number,
        filler=world.request.filler,
        title=title_for(main),
        logline=clipped(main.tell(outline.main.unit.logline, "logline")),
        synopsis=_synopsis(world, main, side),
        scenes=scenes,
        changes=changes_of(world, outline, staged),
    )


def teaser(world: World, outline: Outline) -> str:
    """The line on the next-episode card that leads to this outline."""
    words = Words(world, outline.main, {})
    return clipped(words.tell(outline.main.unit.tease, "tease"), 160)


def _synopsis(world: World, main: Words, side: Words) -> str:
    first = main.tell(main.part.unit.synopsis, "synopsis")
    other = side.tell(side.part.unit.synopsis, "synopsis")
    if other.split(" ", 1)[0] in _LOWERED:
        other = other[:1].lower() + other[1:]
    shared = main.part.on_screen() & side.part.on_screen()
    leads = _BESIDE if shared else _APART
    lead = leads[world.rng("beside").randrange(len(leads))]
    return clipped(f"{first} {lead} {other}", 1200)


def _scene(world: World, scene: Staged, count: int, aside: str) -> ScenePlan:
    words = scene.words
    kind = SetKind(world.canon.value(scene.place, "look.set_kind", SetKind.STREET.value))
    name = world.canon.value(scene.place, "name")
    people = scene.people
    summary = words.tell(scene.script.tell, f"tell|{scene.slot}")
    views = [v for v in (words.fill(view, f"view|{scene.slot}") for view in scene.script.views) if v]
    rng = world.rng(f"shots|{scene.slot}")
    setting = Stage(
        place_name=name,
        kind=kind,
        time=scene.time,
        weather=scene.weather,
        mood=scene.script.mood,
        people=people,
        views=views,
        first=scene.slot == 1,
        last=scene.slot == count,
        seconds=world.request.bible.format.scene_seconds,
    )
    return ScenePlan(
        slot=scene.slot,
        place=scene.place,
        time_of_day=scene.time,
        weather=scene.weather,
        mood=scene.script.mood,
        cast=tuple(p.id for p in people),
        summary=clipped(f"{summary} {aside}".strip(), 600),
        dialogue=tuple(scene.dialogue),
        shots=shots_for(setting, scene.dialogue, rng),
        video_prompt=video_prompt(
            style=world.request.bible.visual_style,
            place_name=name,
            place_description=world.canon.value(scene.place, "description"),
            kind=kind,
            time=scene.time,
            weather=scene.weather,
            season=season_of(world.number),
            mood=scene.script.mood,
            people=people,
            action=views[0] if views else summary,
        ),
    )

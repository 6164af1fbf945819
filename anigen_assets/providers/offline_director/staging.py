"""From an outline to staged scenes: order, places, hours, weather and dialogue, and the changes they make."""

from __future__ import annotations

from dataclasses import dataclass, field

from anigen_assets.providers.offline_director.almanac import day_of, strain_of, weather_of
from anigen_assets.providers.offline_director.asides import Talk, asides_for
from anigen_assets.providers.offline_director.model import TURN, Script
from anigen_assets.providers.offline_director.parts import Part
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.places import Atlas
from anigen_assets.providers.offline_director.plot import Outline
from anigen_assets.providers.offline_director.voices import spoken
from anigen_assets.providers.offline_director.words import Words
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.plan import DialogueLine
from anigen_assets.story.vocabulary import TimeOfDay, Weather


@dataclass
class Staged:
    """A scene that knows where, when and what is said.

    Attributes:
        words: Fills the scene's texts.
        dialogue: Lines in order.
    """

    slot: int
    part: Part
    script: Script
    place: str
    time: TimeOfDay
    weather: Weather
    words: Words
    dialogue: list[DialogueLine] = field(default_factory=list)

    @property
    def people(self) -> list[Person]:
        """Everyone present, the ones with most to do first."""
        found = (self.part.person(letter) for letter in self.script.roles)
        return list({p.id: p for p in found if p is not None}.values())


def stage(world: World, outline: Outline) -> list[Staged]:
    """The scenes of an episode in order, with dialogue."""
    order = _order(world, outline)
    wants = [script.wants for _, script in order]
    times = day_of(world.rng("day"), wants)
    yesterday = _yesterday(world)
    weathers = weather_of(world.rng("weather"), world.number, yesterday, wants)
    atlas = Atlas(world)
    staged: list[Staged] = []
    own_before: dict[str, str] = {}
    for slot, ((part, script), time, weather) in enumerate(zip(order, times, weathers, strict=True), start=1):
        before = staged[-1].place if staged else ""
        place = atlas.choose(script, part, before, own_before.get(part.unit.id, ""))
        own_before[part.unit.id] = place
        words = Words(world, part, {}).at(place, time, weather)
        staged.append(Staged(slot, part, script, place, time, weather, words))
    _talk(world, staged)
    return staged


def _order(world: World, outline: Outline) -> list[tuple[Part, Script]]:
    """Introduction first, conclusion last; the scene beside stands among the developments."""
    scenes = [(outline.main, script) for script in outline.main.unit.scripts]
    side = (outline.side, outline.side.unit.scripts[0])
    places = [2, 1, 0, 3, 4] if world.rng("order").random() < 0.62 else [1, 2, 0, 3, 4]
    orders = [[*scenes[:at], side, *scenes[at:]] for at in places]
    # The scene beside may need another light than the scenes round it: then it stands elsewhere.
    return min(orders, key=lambda order: strain_of([script.wants for _, script in order]))


def _yesterday(world: World) -> Weather | None:
    recent = world.request.recent
    if not recent or recent[-1].number != world.number - 1:
        return None
    return recent[-1].scenes[-1].weather


def _talk(world: World, staged: list[Staged]) -> None:
    said = set(world.lines)
    for scene in staged:
        turns = scene.script.turns
        for index, turn in enumerate(turns):
            speaker = scene.part.person(turn.speaker)
            if speaker is None:
                continue
            near = [
                t.speaker
                for t in (*reversed(turns[:index]), *turns[index + 1 :])
                if t.speaker != turn.speaker
            ]
            listener = scene.part.person(near[0]) if near else None
            line = spoken(scene.words, speaker, listener, turn.variants, f"{scene.slot}|{index}", said, index)
            if line:
                said.add(line)
                scene.dialogue.append(DialogueLine(speaker=speaker.id, text=line, emotion=turn.emotion))
    talks = [Talk(s.part, s.words, s.dialogue, s.script.mood, _is_chatty(s)) for s in staged]
    for aside in asides_for(world, talks, said):
        staged[aside.index].dialogue[:0] = aside.lines


def _is_chatty(scene: Staged) -> bool:
    """Whether people have time for something else: not where the episode turns, nor where it ends."""
    scripts = scene.part.unit.scripts
    return not scene.part.unit.is_main or scene.script not in (scripts[TURN], scripts[-1])

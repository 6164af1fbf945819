"""The simulated show, and places in it where a contradiction can be put at a distance from the fact it touches."""

from __future__ import annotations

import hashlib
import pickle
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anigen_assets
from anigen_assets.story.bible import Bible, CastMember
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import CanonChange
from anigen_assets.story.plan import DialogueLine, EpisodePlan, PlannedChange, ScenePlan
from anigen_assets.story.vocabulary import Emotion
from anigen_tests.unit.director_show import show

SCENES = 6


@dataclass(frozen=True)
class World:
    """A show as the director made it.

    Attributes:
        plans: Episode 1 first.
        before: Canon as each episode found it, in the same order.
    """

    bible: Bible
    plans: Sequence[EpisodePlan]
    before: Sequence[CanonState]


def simulated(episodes: int, bible: Bible | None = None) -> World:
    """The show of the offline director; kept in the temporary folder for as long as no line of the package changes."""
    path = Path(tempfile.gettempdir()) / f"anigen-continuity-{_sources(bible)}-{episodes}.pickle"
    if path.is_file():
        made: World = pickle.loads(path.read_bytes())  # written by this function
        return made
    aired = show(bible).go_on(range(1, episodes + 1))
    world = World(aired.bible, tuple(aired.plans), tuple(aired.before[p.number] for p in aired.plans))
    path.write_bytes(pickle.dumps(world))
    return world


def _sources(bible: Bible | None) -> str:
    package = Path(anigen_assets.__file__).parent
    digest = hashlib.sha256((bible.model_dump_json() if bible else "").encode())
    for part in ("story", "series", "providers"):
        for file in sorted((package / part).rglob("*")):
            if file.suffix in (".py", ".yaml") and "continuity" not in file.parts:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Site:
    """A scene of a plan, and the scene of the fact that it is to contradict.

    Attributes:
        distance: Scenes between them.
        fact: (episode, slot) of the fact's scene.
        away: Cast of the bible who are present in canon but named nowhere in the plan.
        here: Cast of the bible who are in the scene, by what they say.
    """

    world: World
    plan: EpisodePlan
    slot: int
    distance: int
    fact: tuple[int, int]
    away: tuple[CastMember, ...]
    here: tuple[CastMember, ...]
    seed: int

    @property
    def scene(self) -> ScenePlan:
        """The scene as the director made it."""
        return self.plan.scenes[self.slot - 1]

    @property
    def rng(self) -> random.Random:
        """The same chances each time."""
        return random.Random(self.seed)

    def canon(self, facts: Iterable[CanonChange]) -> CanonState:
        """Canon as the plan's hour finds it when the fact's scene has made these changes as well."""
        number, slot = self.fact
        before = self.world.before[self.plan.number - 1]
        return before.after([(slot, fact) for fact in facts], number)

    def with_scene(self, **values: Any) -> EpisodePlan:
        """The plan with other values in the scene."""
        scenes = list(self.plan.scenes)
        scenes[self.slot - 1] = self.scene.model_copy(update=values)
        return self.plan.model_copy(update={"scenes": tuple(scenes)})

    def with_changes(self, *changes: CanonChange, plan: EpisodePlan | None = None) -> EpisodePlan:
        """The plan with more changes made by the scene, listed in story order."""
        base = plan or self.plan
        made = [*base.changes, *(PlannedChange(scene=self.slot, change=change) for change in changes)]
        return base.model_copy(update={"changes": tuple(sorted(made, key=lambda c: c.scene))})

    def joined_by(self, person: str, line: str = "I am here.") -> EpisodePlan:
        """The plan with somebody else in the scene in place of its last one."""
        others = self.scene.cast[: self.world.bible.format.max_cast_per_scene - 1]
        said = DialogueLine(speaker=person, text=line, emotion=Emotion.NEUTRAL)
        return self.with_scene(cast=(*others, person), dialogue=(*self.scene.dialogue, said))


def sites(world: World, distance: int, count: int) -> Iterator[Site]:
    """Up to so many sites at a distance, spread over the show; the same ones each time."""
    rng = random.Random(f"sites {distance}")
    first = 2 + (distance + SCENES - 1) // SCENES
    numbers = [p.number for p in world.plans if p.number >= first]
    rng.shuffle(numbers)
    found = 0
    for number in numbers:
        slot = 1 if distance == 1 else rng.randint(1, SCENES)
        site = _site(world, number, slot, distance, rng.randrange(2**32))
        if site is not None:
            yield site
            found += 1
        if found == count:
            return


def _site(world: World, number: int, slot: int, distance: int, seed: int) -> Site | None:
    plan = world.plans[number - 1]
    at = (number - 1) * SCENES + slot - 1 - distance
    fact = (at // SCENES + 1, at % SCENES + 1)
    canon = world.before[number - 1]
    written = plan.model_dump_json()
    people = [m for m in world.bible.cast if canon.value(m.id, "status") == "present"]
    away = tuple(
        m for m in people if not any(word in written for word in (*m.name.split(), m.id) if len(word) > 2)
    )
    scene = plan.scenes[slot - 1]
    here = tuple(m for m in people if m.id in scene.cast)
    if len(away) < 2 or len(here) < 2 or any(c.change.kind == "depart" for c in plan.changes):
        return None
    return Site(world, plan, slot, distance, fact, away, here, seed)

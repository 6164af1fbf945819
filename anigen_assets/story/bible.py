"""The show bible as a model: premise, style, cast, places, rules, seed threads and format.

Reading YAML and telling the line of an error is `bible_file`'s work; this module is the shape alone.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from anigen_assets.story.changes import (
    Change,
    DeclareRule,
    DeclareSecret,
    IntroduceCharacter,
    IntroduceFaction,
    IntroduceItem,
    IntroducePlace,
    OpenThread,
    Relate,
)
from anigen_assets.story.looks import EntityId, Frozen, Look, PlaceLook, Voice
from anigen_assets.story.sparing import Sparing

Slug = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$", description="lower case, digits and underscores")
]
Season = Literal["spring", "summer", "autumn", "winter"]
Text = Annotated[str, Field(min_length=1, max_length=240)]
Utterance = Annotated[str, Field(min_length=1, max_length=80, description="words as they are spoken")]


class Format(Sparing):
    """Shape of an episode."""

    SPARED: ClassVar[tuple[str, ...]] = ("max_prompt_characters",)

    scenes_per_episode: int = Field(default=6, ge=6, le=6, description="the brief fixes six scenes")
    scene_seconds: int = Field(default=30, ge=30, le=30, description="the brief fixes 30 s a scene")
    max_cast_per_scene: int = Field(default=4, ge=2, le=6)
    arc_episodes: int = Field(default=16, ge=4, le=64)
    max_prompt_characters: int = Field(
        default=1000, ge=120, le=1000, description="of one scene's video prompt"
    )


class Secret(Frozen):
    """Something a cast member hides."""

    id: EntityId
    text: Text
    told: tuple[Utterance, ...] = Field(
        default=(),
        max_length=4,
        description="lines in the owner's own voice, for the scene in which it is told",
    )


class Manner(Frozen):
    """How a person talks, in parts a director can use; all optional."""

    temper: Literal["bright", "gruff", "gentle", "formal", "dry", "dreamy"] | None = None
    contractions: bool = Field(default=True, description="false: says 'do not', never 'don't'")
    exclaims: tuple[Utterance, ...] = Field(
        default=(), description="short interjections, with their full stop"
    )
    calls: dict[str, str] = Field(
        default_factory=dict, description="what others are called, by id or by child, teen, adult, elder"
    )
    sayings: tuple[Utterance, ...] = Field(default=(), description="things only this person would say")


class CastMember(Frozen):
    """A character that exists from the beginning."""

    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    role: Literal["lead", "main", "minor"] = "main"
    description: Text
    want: Text
    speech: str = Field(default="", max_length=240, description="how this person talks, for the director")
    secrets: tuple[Secret, ...] = ()
    look: Look
    voice: Voice
    called: str = Field(default="", max_length=30, description="short name in speech; empty: the given name")
    trade: str = Field(
        default="", max_length=40, description="what they do, without article, e.g. 'tram driver'"
    )
    haunts: tuple[EntityId, ...] = Field(
        default=(), max_length=6, description="places; home or work comes first"
    )
    manner: Manner = Manner()


class PlaceEntry(Frozen):
    """A place that exists from the beginning."""

    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    description: Text
    look: PlaceLook


class ItemEntry(Frozen):
    """An item that exists from the beginning."""

    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    description: Text
    holder: str = ""


class FactionEntry(Frozen):
    """A group that exists from the beginning."""

    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    description: Text


class RuleEntry(Frozen):
    """A law of the world."""

    id: EntityId
    text: Text


class BondEntry(Frozen):
    """How two people stand at the beginning."""

    a: EntityId
    b: EntityId
    bond: str = Field(pattern=r"^[a-z][a-z_ ]{1,39}$")
    because: Text


class SeedThread(Frozen):
    """A question that is open when the first episode begins."""

    id: EntityId
    title: str = Field(min_length=1, max_length=80)
    question: Text
    cast: tuple[EntityId, ...] = Field(default=(), max_length=6)
    due_episodes: int = Field(
        default=32, ge=2, le=400, description="to be resolved within this many episodes"
    )
    answer: str = Field(
        default="", max_length=240, description="the truth it comes to; only directors read it"
    )
    clues: tuple[Text, ...] = Field(
        default=(), max_length=8, description="what is found on the way, in order"
    )


class Calendar(Frozen):
    """The story's clock: how its seasons pass."""

    first_season: Season = "spring"
    season_episodes: int = Field(default=48, ge=1, le=100_000, description="episodes a season lasts")


class Journey(Frozen):
    """A way that takes time: nobody is seen at both its ends sooner."""

    a: EntityId
    b: EntityId
    parts: int = Field(ge=1, le=400, description="parts of a day it takes: morning, day, dusk, night")


class Bible(Sparing):
    """Everything that is decided before the first episode."""

    SPARED: ClassVar[tuple[str, ...]] = ("calendar", "journeys")

    slug: Slug
    title: str = Field(min_length=1, max_length=60)
    title_native: str = Field(
        default="", max_length=40, description="shown on the title card, may be Japanese"
    )
    premise: str = Field(min_length=1, max_length=1200)
    tone: Text
    visual_style: Text
    owner: str = Field(default="anigen", max_length=60)
    first_hour: datetime | None = Field(
        default=None, description="UTC hour of episode 1; null: first start decides"
    )
    format: Format = Format()
    cast: tuple[CastMember, ...] = Field(min_length=6, max_length=40)
    places: tuple[PlaceEntry, ...] = Field(min_length=12, max_length=80)
    items: tuple[ItemEntry, ...] = ()
    factions: tuple[FactionEntry, ...] = ()
    world_rules: tuple[RuleEntry, ...] = Field(min_length=1, max_length=40)
    bonds: tuple[BondEntry, ...] = ()
    threads: tuple[SeedThread, ...] = Field(min_length=5, max_length=40)
    calendar: Calendar = Calendar()
    journeys: tuple[Journey, ...] = Field(default=(), max_length=400, description="ways that take time")
    lexicon: dict[str, tuple[Text, ...]] = Field(
        default_factory=dict,
        description="words of this world by topic, e.g. food, chores; see docs/storytelling.md",
    )

    @field_validator("first_hour")
    @classmethod
    def _on_the_hour(cls, value: datetime | None) -> datetime | None:
        if value is not None and (value.tzinfo is None or value.minute or value.second or value.microsecond):
            raise ValueError("must be a full hour with its time zone, e.g. 2026-01-01T00:00:00Z")
        return value

    @model_validator(mode="after")
    def _references_hold(self) -> Bible:
        ids = [e.id for group in (self.cast, self.places, self.items, self.factions) for e in group]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"ids are used twice: {', '.join(twice)}")
        people = {c.id for c in self.cast}
        unknown = {p for b in self.bonds for p in (b.a, b.b)} | {p for t in self.threads for p in t.cast}
        unknown |= {o for i in self.items if (o := i.holder) and o not in {p.id for p in self.places}}
        missing = sorted(unknown - people)
        if missing:
            raise ValueError(
                f"bonds, threads or items name people that are not in the cast: {', '.join(missing)}"
            )
        nowhere = sorted({h for c in self.cast for h in c.haunts} - {p.id for p in self.places})
        if nowhere:
            raise ValueError(f"haunts name places that are not in the bible: {', '.join(nowhere)}")
        off_the_map = sorted({p for j in self.journeys for p in (j.a, j.b)} - {p.id for p in self.places})
        if off_the_map:
            raise ValueError(f"journeys name places that are not in the bible: {', '.join(off_the_map)}")
        return self

    def season_of(self, number: int) -> Season:
        """The season an episode plays in."""
        seasons: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")
        first = seasons.index(self.calendar.first_season)
        return seasons[(first + (number - 1) // self.calendar.season_episodes) % 4]

    @property
    def year_episodes(self) -> int:
        """Episodes that a year of the story lasts."""
        return 4 * self.calendar.season_episodes

    def genesis(self) -> tuple[Change, ...]:
        """The changes that make canon before episode 1, in a fixed order."""
        made: list[Change] = [
            IntroduceCharacter(
                id=c.id,
                name=c.name,
                role=c.role,
                look=c.look,
                voice=c.voice,
                description=c.description,
                want=c.want,
            )
            for c in self.cast
        ]
        made += [
            IntroducePlace(id=p.id, name=p.name, look=p.look, description=p.description) for p in self.places
        ]
        made += [
            IntroduceItem(id=i.id, name=i.name, description=i.description, holder=i.holder)
            for i in self.items
        ]
        made += [IntroduceFaction(id=f.id, name=f.name, description=f.description) for f in self.factions]
        made += [DeclareRule(id=r.id, text=r.text) for r in self.world_rules]
        made += [DeclareSecret(id=s.id, owner=c.id, text=s.text) for c in self.cast for s in c.secrets]
        made += [Relate(a=b.a, b=b.b, bond=b.bond, because=b.because) for b in self.bonds]
        made += [
            OpenThread(id=t.id, title=t.title, question=t.question, cast=t.cast, due_number=t.due_episodes)
            for t in self.threads
        ]
        return tuple(made)

"""The plan of one episode: what a director delivers, what rules check and what studios draw.

Provider-neutral and complete: a studio needs nothing but the plan and the looks of cast and places.
Arithmetic that a JSON schema cannot express (shot sums, slots, speakers) is checked by the continuity
rules, so that a director gets findings back and not a parser's error.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from anigen_assets.story.changes import CanonChange
from anigen_assets.story.looks import EntityId, Frozen
from anigen_assets.story.sparing import Sparing
from anigen_assets.story.vocabulary import CameraMove, Emotion, Framing, Mood, TimeOfDay, Weather

PLAN_SCHEMA_VERSION: Final = 1

ShotSeconds = Annotated[Literal[4, 6, 8], Field(description="clip lengths that a video model can make")]


SceneMode = Annotated[
    Literal["now", "flashback", "dream", "tale"],
    Field(description="dreams, tales and flashbacks are held against no present state, and alter none"),
]


class DialogueLine(Sparing):
    """One spoken line."""

    SPARED: ClassVar[tuple[str, ...]] = ("untrue",)

    speaker: EntityId = Field(description="id of a character in the scene's cast")
    text: str = Field(min_length=1, max_length=160)
    emotion: Emotion
    untrue: bool = Field(
        default=False, description="the speaker lies, jokes or is mistaken, and the plan knows it"
    )


class Disguise(Frozen):
    """Somebody who looks like somebody else in one scene; the character sheet stays as it is."""

    who: EntityId
    seen_as: str = Field(
        min_length=1, max_length=160, description="what is seen, e.g. 'a ferryman with a red beard'"
    )


class Shot(Frozen):
    """One camera setup."""

    framing: Framing
    camera: CameraMove = CameraMove.LOCKED
    action: str = Field(min_length=1, max_length=240, description="what is seen, one sentence")
    subjects: tuple[EntityId, ...] = Field(
        default=(), max_length=4, description="ids in frame, main one first"
    )
    lines: tuple[int, ...] = Field(
        default=(), max_length=3, description="0-based indexes into the scene's dialogue spoken in this shot"
    )
    duration_seconds: ShotSeconds


class ScenePlan(Sparing):
    """One scene of `scene_seconds` (30 s)."""

    SPARED: ClassVar[tuple[str, ...]] = ("mode", "days_later", "meanwhile", "disguises")

    slot: int = Field(ge=1, le=12, description="position in the episode, 1-based")
    place: EntityId
    time_of_day: TimeOfDay
    weather: Weather
    mood: Mood
    cast: tuple[EntityId, ...] = Field(max_length=6, description="ids of everyone who is present")
    summary: str = Field(min_length=1, max_length=600, description="what happens, in past or present tense")
    dialogue: tuple[DialogueLine, ...] = Field(default=(), max_length=12)
    shots: tuple[Shot, ...] = Field(min_length=1, max_length=8)
    video_prompt: str = Field(
        min_length=1, max_length=1000, description="for a video model; names looks and place"
    )
    mode: SceneMode = "now"
    days_later: int = Field(
        default=0,
        ge=0,
        le=4000,
        description="midnights since the scene before; evening to morning is 1 unsaid",
    )
    meanwhile: bool = Field(default=False, description="plays at the same time as the scene before")
    disguises: tuple[Disguise, ...] = Field(
        default=(), max_length=6, description="whoever is not seen as they are"
    )

    @property
    def seconds(self) -> int:
        """Sum of the shots' lengths in seconds."""
        return sum(shot.duration_seconds for shot in self.shots)


class PlannedChange(Frozen):
    """A canon change and the scene that makes it so."""

    scene: int = Field(ge=1, le=12, description="slot of the scene that shows it")
    change: CanonChange


class EpisodePlan(Frozen):
    """One hour's episode."""

    schema_version: Literal[1] = PLAN_SCHEMA_VERSION
    series_id: str
    hour: datetime = Field(description="UTC hour, the partition")
    number: int = Field(ge=1)
    filler: bool = Field(default=False, description="made for an hour that later hours already build upon")
    title: str = Field(min_length=1, max_length=80)
    logline: str = Field(min_length=1, max_length=240)
    synopsis: str = Field(min_length=1, max_length=1200)
    scenes: tuple[ScenePlan, ...] = Field(min_length=1, max_length=12)
    changes: tuple[PlannedChange, ...] = Field(default=(), max_length=60)
    next_teaser: str = Field(default="", max_length=160, description="line on the next-episode card")

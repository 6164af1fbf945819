"""How people look and sound, and what places look like, in words a studio can draw."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from anigen_assets.story.vocabulary import (
    Accessory,
    Build,
    EyeShape,
    FaceShape,
    HairStyle,
    Mark,
    Outfit,
    SetKind,
)

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$", description="sRGB, lower case, as #rrggbb")]
EntityId = Annotated[
    str,
    Field(pattern=r"^[a-z][a-z0-9_]{1,47}$", description="stable id of a character, place, item or faction"),
]


class Frozen(BaseModel):
    """Base of all story models: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Look(Frozen):
    """What the character sheet shows."""

    age: int = Field(ge=4, le=110, description="apparent age in years")
    hair_style: HairStyle
    hair_colour: Colour
    eye_shape: EyeShape
    eye_colour: Colour
    skin_colour: Colour
    face_shape: FaceShape = FaceShape.OVAL
    build: Build = Build.AVERAGE
    masculine: bool = False
    outfit: Outfit
    outfit_colour: Colour
    accent_colour: Colour
    mark: Mark = Mark.NONE
    accessory: Accessory = Accessory.NONE


class Voice(Frozen):
    """How a character sounds in the animatic's invented tongue."""

    pitch_hz: int = Field(ge=70, le=420, description="median fundamental frequency in hertz")
    pace: float = Field(default=1.0, ge=0.6, le=1.6, description="1.0 is about eight syllables a second")
    brightness: float = Field(default=0.5, ge=0.0, le=1.0, description="0 is dark and breathy, 1 is bright")


class PlaceLook(Frozen):
    """How a place is drawn."""

    set_kind: SetKind
    tint: Colour = Field(default="#ffffff", description="multiplied softly over the set's local colours")
    seed: int = Field(default=1, ge=0, description="varies the layout of the set")

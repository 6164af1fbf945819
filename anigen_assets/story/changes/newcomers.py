"""Changes that bring something new into the story: people, places, things, groups, laws and secrets."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from anigen_assets.story.changes.base import Change, Effect, Key, ShortText
from anigen_assets.story.looks import EntityId, Look, PlaceLook, Voice


class IntroduceCharacter(Change):
    """Somebody new enters the story."""

    kind: Literal["introduce_character"] = "introduce_character"
    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    role: Literal["lead", "main", "minor"]
    look: Look
    voice: Voice
    description: ShortText
    want: str = Field(default="", max_length=240)

    def effects(self) -> tuple[Effect, ...]:
        """Existence, name, role, status and every field of look and voice."""
        head = (("kind", "character"), ("name", self.name), ("role", self.role), ("status", "present"))
        words = (("description", self.description), ("want", self.want))
        look = tuple((f"look.{k}", str(v)) for k, v in self.look.model_dump(mode="json").items())
        voice = tuple((f"voice.{k}", str(v)) for k, v in self.voice.model_dump(mode="json").items())
        return tuple(Effect(self.id, a, v) for a, v in head + words + look + voice if v != "")


class IntroducePlace(Change):
    """A new place can be visited."""

    kind: Literal["introduce_place"] = "introduce_place"
    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    look: PlaceLook
    description: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """Existence, name and how it is drawn."""
        pairs = (("kind", "place"), ("name", self.name), ("description", self.description))
        look = tuple((f"look.{k}", str(v)) for k, v in self.look.model_dump(mode="json").items())
        return tuple(Effect(self.id, a, v) for a, v in pairs + look)


class IntroduceItem(Change):
    """A thing that matters; `holder` is a character, a place, or empty when it lies somewhere unknown."""

    kind: Literal["introduce_item"] = "introduce_item"
    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    description: ShortText
    holder: str = ""

    def effects(self) -> tuple[Effect, ...]:
        """Existence, name, state and holder."""
        pairs = (("kind", "item"), ("name", self.name), ("description", self.description))
        return tuple(Effect(self.id, a, v) for a, v in (*pairs, ("state", "whole"), ("holder", self.holder)))

    def reads(self) -> frozenset[Key]:
        """The holder must exist."""
        return frozenset({Key(self.holder, "kind")}) if self.holder else frozenset()


class IntroduceFaction(Change):
    """A group with a purpose."""

    kind: Literal["introduce_faction"] = "introduce_faction"
    id: EntityId
    name: str = Field(min_length=1, max_length=60)
    description: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """Existence and name."""
        pairs = (("kind", "faction"), ("name", self.name), ("description", self.description))
        return tuple(Effect(self.id, a, v) for a, v in pairs)


class DeclareRule(Change):
    """A law of the world that holds from now on."""

    kind: Literal["declare_rule"] = "declare_rule"
    id: EntityId
    text: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """The rule."""
        return (Effect(f"rule:{self.id}", "kind", "rule"), Effect(f"rule:{self.id}", "text", self.text))


class DeclareSecret(Change):
    """Something only its owner knows until somebody learns it."""

    kind: Literal["declare_secret"] = "declare_secret"
    id: EntityId
    owner: EntityId
    text: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """The secret, and that its owner knows it."""
        subject = f"secret:{self.id}"
        return (
            Effect(subject, "kind", "secret"),
            Effect(subject, "owner", self.owner),
            Effect(subject, "text", self.text),
            Effect(self.owner, f"knows:{self.id}", "it is their own"),
        )

    def reads(self) -> frozenset[Key]:
        """The owner exists."""
        return frozenset({Key(self.owner, "kind")})

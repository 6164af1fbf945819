"""Changes of what is there: attributes, whereabouts, bonds, knowledge, hands, comings and goings, corrections."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from anigen_assets.story.changes.base import Change, Effect, Key, ShortText
from anigen_assets.story.looks import EntityId


class SetAttribute(Change):
    """A free attribute of an entity takes a new value; `previous` is what the director believes it was."""

    kind: Literal["set_attribute"] = "set_attribute"
    subject: EntityId
    attribute: str = Field(pattern=r"^[a-z][a-z0-9_.]{0,59}$")
    value: str = Field(min_length=1, max_length=240)
    previous: str | None = Field(default=None, description="the current value; null when it was never set")
    because: str = Field(default="", max_length=240)

    def effects(self) -> tuple[Effect, ...]:
        """The one fact."""
        return (Effect(self.subject, self.attribute, self.value),)

    def reads(self) -> frozenset[Key]:
        """The subject's existence and the value that is replaced."""
        return frozenset({Key(self.subject, "kind"), Key(self.subject, self.attribute)})


class Move(Change):
    """A character goes to live or stay at a place."""

    kind: Literal["move"] = "move"
    subject: EntityId
    to_place: EntityId

    def effects(self) -> tuple[Effect, ...]:
        """Where the subject is based from now on."""
        return (Effect(self.subject, "base", self.to_place),)

    def reads(self) -> frozenset[Key]:
        """Both exist and the subject is present."""
        return frozenset({Key(self.subject, "status"), Key(self.to_place, "kind")})


class Relate(Change):
    """The bond between two characters becomes another; the scene shows why."""

    kind: Literal["relate"] = "relate"
    a: EntityId
    b: EntityId
    bond: str = Field(pattern=r"^[a-z][a-z_ ]{1,39}$", description="e.g. strangers, friends, rivals, family")
    previous: str | None = None
    because: ShortText

    @property
    def key(self) -> Key:
        """Bonds are symmetric: the smaller id carries the fact."""
        first, second = sorted((self.a, self.b))
        return Key(first, f"bond:{second}")

    def effects(self) -> tuple[Effect, ...]:
        """The bond."""
        return (Effect(*self.key, self.bond),)

    def reads(self) -> frozenset[Key]:
        """Both people and the bond that is replaced."""
        return frozenset({self.key, Key(self.a, "status"), Key(self.b, "status")})


class Learn(Change):
    """A character comes to know a secret."""

    kind: Literal["learn"] = "learn"
    subject: EntityId
    secret: EntityId
    how: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """The knowledge."""
        return (Effect(self.subject, f"knows:{self.secret}", self.how),)

    def reads(self) -> frozenset[Key]:
        """The secret exists and the subject is present."""
        return frozenset({Key(f"secret:{self.secret}", "kind"), Key(self.subject, "status")})


class Hold(Change):
    """An item changes hands, is lost or destroyed. `holder` is empty when nobody holds it."""

    kind: Literal["hold"] = "hold"
    item: EntityId
    holder: str = ""
    previous: str | None = Field(default=None, description="current holder's id; empty when nobody")
    state: Literal["whole", "damaged", "lost", "destroyed"] = "whole"

    def effects(self) -> tuple[Effect, ...]:
        """Holder and state."""
        return (Effect(self.item, "holder", self.holder), Effect(self.item, "state", self.state))

    def reads(self) -> frozenset[Key]:
        """The item with its holder and state, and the new holder."""
        keys = {Key(self.item, "kind"), Key(self.item, "holder"), Key(self.item, "state")}
        return frozenset(keys | ({Key(self.holder, "kind")} if self.holder else set()))


class Depart(Change):
    """A character leaves the story for a time, for good, or by death."""

    kind: Literal["depart"] = "depart"
    subject: EntityId
    status: Literal["absent", "departed", "dead"]
    reason: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """Status and reason."""
        return (
            Effect(self.subject, "status", self.status),
            Effect(self.subject, "status_reason", self.reason),
        )

    def reads(self) -> frozenset[Key]:
        """The subject must be present."""
        return frozenset({Key(self.subject, "status")})


class Return(Change):
    """An absent or departed character is back; the dead need `resurrection`."""

    kind: Literal["return"] = "return"
    subject: EntityId
    reason: ShortText
    resurrection: bool = False

    def effects(self) -> tuple[Effect, ...]:
        """Status and reason."""
        return (Effect(self.subject, "status", "present"), Effect(self.subject, "status_reason", self.reason))

    def reads(self) -> frozenset[Key]:
        """The subject must be away."""
        return frozenset({Key(self.subject, "status")})


class Retcon(Change):
    """What was told was not so: a superseding fact with its reason, never an edit."""

    kind: Literal["retcon"] = "retcon"
    subject: str = Field(min_length=1, max_length=80)
    attribute: str = Field(min_length=1, max_length=80)
    value: str = Field(min_length=1, max_length=240)
    previous: str | None = None
    reason: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """The one fact."""
        return (Effect(self.subject, self.attribute, self.value),)

    def reads(self) -> frozenset[Key]:
        """The value that is superseded."""
        return frozenset({Key(self.subject, self.attribute)})

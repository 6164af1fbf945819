"""What every change has: facts it sets, keys it reads and keys it writes."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import Field

from anigen_assets.story.looks import Frozen

ShortText = Annotated[str, Field(min_length=1, max_length=240)]


class Key(NamedTuple):
    """Address of a fact: whose, and which attribute."""

    subject: str
    attribute: str


class Effect(NamedTuple):
    """A fact to be set: the value holds from the episode that makes it."""

    subject: str
    attribute: str
    value: str


class Change(Frozen):
    """Base of all changes."""

    def effects(self) -> tuple[Effect, ...]:
        """Facts this change sets, in a fixed order."""
        raise NotImplementedError

    def reads(self) -> frozenset[Key]:
        """Keys whose current values this change relies on."""
        return frozenset()

    def writes(self) -> frozenset[Key]:
        """Keys this change sets."""
        return frozenset(Key(effect.subject, effect.attribute) for effect in self.effects())

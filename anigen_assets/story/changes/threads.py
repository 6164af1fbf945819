"""Promises to the viewer and what may be called back: threads and events."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from anigen_assets.story.changes.base import Change, Effect, Key, ShortText
from anigen_assets.story.looks import EntityId


class OpenThread(Change):
    """The story makes a promise."""

    kind: Literal["open_thread"] = "open_thread"
    id: EntityId
    title: str = Field(min_length=1, max_length=80)
    question: ShortText
    cast: tuple[EntityId, ...] = Field(default=(), max_length=6)
    due_number: int = Field(ge=1, description="episode number by which it must be resolved")

    def effects(self) -> tuple[Effect, ...]:
        """The open promise with its due window."""
        pairs = (
            ("kind", "thread"),
            ("title", self.title),
            ("question", self.question),
            ("cast", ",".join(self.cast)),
            ("due_number", str(self.due_number)),
            ("status", "open"),
            ("beat", "0"),
        )
        return tuple(Effect(f"thread:{self.id}", a, v) for a, v in pairs)


class AdvanceThread(Change):
    """The promise moves: `beat` counts its moves from 1."""

    kind: Literal["advance_thread"] = "advance_thread"
    id: EntityId
    beat: int = Field(ge=1)
    note: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """The beat and what happened."""
        subject = f"thread:{self.id}"
        return (Effect(subject, "beat", str(self.beat)), Effect(subject, "note", self.note))

    def reads(self) -> frozenset[Key]:
        """It must be open and at the beat before."""
        return frozenset({Key(f"thread:{self.id}", "status"), Key(f"thread:{self.id}", "beat")})


class ResolveThread(Change):
    """The promise is kept."""

    kind: Literal["resolve_thread"] = "resolve_thread"
    id: EntityId
    how: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """Closed, and how."""
        subject = f"thread:{self.id}"
        return (Effect(subject, "status", "resolved"), Effect(subject, "outcome", self.how))

    def reads(self) -> frozenset[Key]:
        """It must be open."""
        return frozenset({Key(f"thread:{self.id}", "status")})


class RecordEvent(Change):
    """Something that happened and may be called back; `id` is unique for ever."""

    kind: Literal["record_event"] = "record_event"
    id: EntityId
    text: ShortText
    participants: tuple[EntityId, ...] = Field(default=(), max_length=6)

    def effects(self) -> tuple[Effect, ...]:
        """The event and who was there."""
        subject = f"event:{self.id}"
        return (
            Effect(subject, "kind", "event"),
            Effect(subject, "text", self.text),
            Effect(subject, "participants", ",".join(self.participants)),
        )

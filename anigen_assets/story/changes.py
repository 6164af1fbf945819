"""Typed canon changes: what an episode may do to the truth, what each reads and what each writes.

A change knows nothing of storage or rules. Its `effects` are facts to be set, its `reads` and `writes`
are keys; conflicts between drafts, the limits of filler and the staleness of plans follow from those alone.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from anigen_assets.story.looks import EntityId, Frozen, Look, PlaceLook, Voice

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


class Depart(Change):
    """A character leaves the story for a time, for good, or by death."""

    kind: Literal["depart"] = "depart"
    subject: EntityId
    status: Literal["absent", "departed", "dead"]
    reason: ShortText

    def effects(self) -> tuple[Effect, ...]:
        """Status and reason."""
        return (Effect(self.subject, "status", self.status), Effect(self.subject, "status_reason", self.reason))

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


CanonChange = Annotated[
    IntroduceCharacter
    | IntroducePlace
    | IntroduceItem
    | IntroduceFaction
    | SetAttribute
    | Move
    | Relate
    | Learn
    | Hold
    | OpenThread
    | AdvanceThread
    | ResolveThread
    | Depart
    | Return
    | RecordEvent
    | DeclareRule
    | DeclareSecret
    | Retcon,
    Field(discriminator="kind"),
]
"""Any change, told apart by `kind`."""

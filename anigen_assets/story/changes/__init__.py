"""Typed canon changes: what an episode may do to the truth, what each reads and what each writes.

A change knows nothing of storage or rules. Its `effects` are facts to be set, its `reads` and `writes`
are keys; conflicts between drafts, the limits of filler and the staleness of plans follow from those alone.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from anigen_assets.story.changes.base import Change, Effect, Key, ShortText
from anigen_assets.story.changes.newcomers import (
    DeclareRule,
    DeclareSecret,
    IntroduceCharacter,
    IntroduceFaction,
    IntroduceItem,
    IntroducePlace,
)
from anigen_assets.story.changes.threads import AdvanceThread, OpenThread, RecordEvent, ResolveThread
from anigen_assets.story.changes.turns import Depart, Hold, Learn, Move, Relate, Retcon, Return, SetAttribute

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

__all__ = [
    "AdvanceThread",
    "CanonChange",
    "Change",
    "DeclareRule",
    "DeclareSecret",
    "Depart",
    "Effect",
    "Hold",
    "IntroduceCharacter",
    "IntroduceFaction",
    "IntroduceItem",
    "IntroducePlace",
    "Key",
    "Learn",
    "Move",
    "OpenThread",
    "RecordEvent",
    "Relate",
    "ResolveThread",
    "Retcon",
    "Return",
    "SetAttribute",
    "ShortText",
]

"""Which values canon can read back: attributes that are more than words have a type."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, TypeAdapter, ValidationError

from anigen_assets.story.looks import Look, PlaceLook, Voice

TYPED_CHANGES = {
    "kind": "nothing",
    "status": "depart or return",
    "status_reason": "depart or return",
    "base": "move",
    "holder": "hold",
    "state": "hold",
}
"""Attributes that a free `set_attribute` may not set, and the change that does."""

_MODELS: dict[tuple[str, str], type[BaseModel]] = {
    ("character", "look"): Look,
    ("character", "voice"): Voice,
    ("place", "look"): PlaceLook,
}
_WORDS: dict[tuple[str, str], Any] = {
    ("character", "status"): Literal["present", "absent", "departed", "dead"],
    ("character", "role"): Literal["lead", "main", "minor"],
    ("item", "state"): Literal["whole", "damaged", "lost", "destroyed"],
    ("thread", "status"): Literal["open", "resolved"],
    ("thread", "beat"): int,
    ("thread", "due_number"): int,
}
_BOND = re.compile(r"[a-z][a-z_ ]{1,39}")


def unreadable(kind: str, attribute: str, value: str) -> str | None:
    """Why canon could not read the value back, or None when it can.

    Args:
        kind: What the subject is, e.g. `character`.
        attribute: The attribute, e.g. `look.hair_style`.
        value: The value as text.
    """
    if attribute == "kind":
        return "what something is never changes"
    if attribute.startswith("bond:"):
        return None if _BOND.fullmatch(value) else "a bond is a few words in lower case"
    head, _, field = attribute.partition(".")
    model = _MODELS.get((kind, head)) if field else None
    if model is not None and field not in model.model_fields:
        return f"there is no '{field}' in a {kind}'s {head}"
    adapter = _field_adapter(model, field) if model is not None else _word_adapter(kind, attribute)
    try:
        if adapter is not None:
            adapter.validate_python(value)
    except ValidationError as error:
        message = error.errors()[0]["msg"]
        return message[:1].lower() + message[1:]
    return None


@cache
def _field_adapter(model: type[BaseModel], field: str) -> TypeAdapter[Any]:
    info = model.model_fields[field]
    annotation: Any = Annotated[info.annotation, info]
    return TypeAdapter(annotation)


@cache
def _word_adapter(kind: str, attribute: str) -> TypeAdapter[Any] | None:
    words = _WORDS.get((kind, attribute))
    return None if words is None else TypeAdapter(words)

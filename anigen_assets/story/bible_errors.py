"""What the bible's model refuses, in a sentence for the person who wrote the file, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from anigen_assets.story.bible import Bible
from anigen_assets.story.bible_references import spell
from anigen_assets.story.near_miss import did_you_mean
from anigen_assets.story.yaml_tree import Flaw, Path, Tree

_QUOTED = re.compile(r"'([^']+)'")
_LONGEST_SHOWN = 44


def model_flaws(error: ValidationError, tree: Tree) -> Iterator[Flaw]:
    """The model's errors; those of the bible as a whole have no path and are left to the caller."""
    for found in error.errors(include_url=False):
        details = dict(found)
        path = tuple(part for part in found["loc"] if isinstance(part, str | int))
        if path and not _counted_wrong(details):
            yield Flaw(tree.line(path), f"{spell(path)}{_complaint(path, details)}")


def whole_flaws(error: ValidationError) -> Iterator[Flaw]:
    """Errors of the bible as a whole."""
    for found in error.errors(include_url=False):
        if not found["loc"]:
            yield Flaw(1, found["msg"].removeprefix("Value error, "))


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Models that a field's type names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def _complaint(path: Path, found: dict[str, Any]) -> str:
    given, context = found.get("input"), found.get("ctx", {})
    shown = _shown(given)
    match found["type"]:
        case "missing":
            return " is missing"
        case "extra_forbidden":
            words = f"there is no such field{did_you_mean(str(path[-1]), _fields_beside(path))}"
        case _ if given is None:
            words = "is empty (a value that begins with # must be in quotes)"
        case "enum" | "literal_error":
            allowed = _QUOTED.findall(str(context["expected"]))
            words = f"{shown} is not one of {', '.join(allowed)}{did_you_mean(str(given), allowed)}"
        case "string_type" if not isinstance(given, dict | list):
            words = f"{shown} is read as {_kind_of(given)}: write it in quotes"
        case "too_short":
            words = f"{len(given)} entries, and at least {context['min_length']} are needed"
        case "too_long":
            words = f"{len(given)} entries, and at most {context['max_length']} are allowed"
        case "string_pattern_mismatch" if described := _description(path):
            words = f"{shown} is not of the form: {described}"
        case _:
            message = str(found["msg"]).removeprefix("Value error, ")
            words = f"{message[:1].lower()}{message[1:]}" + (f", not {shown}" if shown else "")
    return f": {words}"


def _counted_wrong(found: dict[str, Any]) -> bool:
    """Whether entries were counted as missing only because they have errors of their own."""
    return found["type"] == "too_short" and len(found["input"]) >= int(found["ctx"]["min_length"])


def _shown(given: Any) -> str:
    if isinstance(given, dict | list | tuple):
        return ""
    text = str(given)
    return f"'{text}'" if len(text) <= _LONGEST_SHOWN else f"'{text[:40]}...'"


def _kind_of(given: Any) -> str:
    if isinstance(given, bool):
        return "true or false"
    return "a number" if isinstance(given, int | float) else "a date"


def _model_around(path: Path) -> type[BaseModel] | None:
    """The model of the mapping that the path's last part stands in."""
    model: type[BaseModel] | None = Bible
    for part in path[:-1]:
        if isinstance(part, str) and model is not None:
            info = model.model_fields.get(part)
            model = None if info is None else next(models_in(info.annotation), None)
    return model


def _fields_beside(path: Path) -> tuple[str, ...]:
    model = _model_around(path)
    return () if model is None else tuple(model.model_fields)


def _description(path: Path) -> str:
    model = _model_around(path)
    info = None if model is None else model.model_fields.get(str(path[-1]))
    return "" if info is None else info.description or ""

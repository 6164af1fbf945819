"""docker-compose.yml as Compose reads it: variables filled in, commands and environments by service."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

COMPOSE_FILE = Path(__file__).resolve().parents[2] / "docker-compose.yml"
OURS = ("code", "webserver", "daemon", "viewer")
"""The services that run AniGen's image."""

_VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<how>[-?])(?P<word>[^}]*))?\}")


class MissingVariableError(KeyError):
    """A variable that must be set is not."""


def read_compose(variables: Mapping[str, str]) -> dict[str, Any]:
    """The parsed file with every `${NAME}`, `${NAME:-default}` and `${NAME:?message}` replaced.

    Raises:
        MissingVariableError: A variable without a default is not set.
    """
    return _filled(yaml.safe_load(COMPOSE_FILE.read_text(encoding="utf-8")), variables)


def variables_of_the_file() -> set[str]:
    """Every variable that the file asks for."""
    return {found["name"] for found in _VARIABLE.finditer(COMPOSE_FILE.read_text(encoding="utf-8"))}


def _filled(node: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _filled(value, variables) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, variables) for value in node]
    if isinstance(node, str):
        return _VARIABLE.sub(lambda found: _value(found, variables), node)
    return node


def _value(found: re.Match[str], variables: Mapping[str, str]) -> str:
    given = variables.get(found["name"], "")
    if given:
        return given
    if found["how"] == "-":
        return found["word"]
    raise MissingVariableError(f"{found['name']}: {found['word'] or 'not set'}")

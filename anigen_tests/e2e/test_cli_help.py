"""Every command explains itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from anigen_assets.cli import app
from anigen_tests.e2e.command_line import anigen


def commands_below(command: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every group and command with the words that lead there."""
    yield path, command
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        yield from commands_below(inner, *path, name)


COMMANDS = dict(commands_below(typer.main.get_command(app)))


def test_no_command_of_the_manual_is_missing() -> None:
    leaves = {" ".join(path) for path, command in COMMANDS.items() if not hasattr(command, "commands")}
    assert leaves >= {
        "up", "make", "doctor", "quote", "library", "skip", "withdraw", "env", "schema", "version",
        "canon show", "canon verify", "canon check", "plan show",
    }  # fmt: skip


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_says_what_a_command_does_and_names_its_options(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    said = anigen(*path, "--help")
    assert said.code == 0
    assert command.help.split("\n")[0].strip().split()[0] in said.out
    shown = [option for option in command.params if not getattr(option, "hidden", False)]
    for option in shown:
        names = [name for name in option.opts if name.startswith("--")]
        assert all(name in said.out for name in names)


@pytest.mark.parametrize(
    "path", [path for path, c in COMMANDS.items() if hasattr(c, "commands")], ids=" ".join
)
def test_a_group_alone_shows_its_commands_and_is_wrong_usage(path: tuple[str, ...]) -> None:
    said = anigen(*path)
    assert said.code == 2
    assert all(name in said.out for name in COMMANDS[path].commands)


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("--version",),
        ("canon", "nonsense"),
        ("version", "--nonsense"),
        ("library", "extra"),
        ("schema",),
        ("schema", "novel"),
        ("plan", "show"),
        ("withdraw", "2026-01-01-00:00"),
        ("quote",),
        ("canon", "check", "plan.json"),
        ("make", "--hours", "many"),
        ("make", "--hours", "1.5"),
        ("make", "--hours", "0"),
        ("make", "--hours", "-3"),
        ("make", "--hours", "99999999999999999999"),
        ("quote", "--from", "2026-01-01-00:00", "--hours", "0"),
        ("plan", "show", "2026-01-01-00:00", "--take", "0"),
        ("plan", "show", "2026-01-01-00:00", "--take", "99999999999999999999"),
    ],
    ids=" ".join,
)
def test_words_that_no_command_takes_are_wrong_usage(words: tuple[str, ...]) -> None:
    said = anigen(*words)
    assert said.code == 2
    assert "Usage" in said.err
    assert "Error" in said.err

"""What the documents promise exists: commands, options, files and settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from anigen_assets.cli import app
from anigen_assets.settings import INTERNAL_VARIABLES, variable_names

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
COMMAND = re.compile(r"(?<![\w/.-])anigen ([a-z]+)(?: ([a-z]+))?([^\n`#|)]*)")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
OTHERS = {"ANIGEN_PASSWORD"}
"""Names in examples that are the reader's own."""


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _options() -> dict[str, set[str]]:
    """Options by command, as the program has them; `group command` for nested ones."""
    found: dict[str, set[str]] = {}
    for name, command in get_command(app).commands.items():
        leaves = {f"{name} {n}": leaf for n, leaf in getattr(command, "commands", {}).items()}
        for path, leaf in (leaves or {name: command}).items():
            found[path] = {option for parameter in leaf.params for option in parameter.opts}
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_every_command_and_option_in_a_document_exists(path: Path) -> None:
    options = _options()
    groups = {name.split()[0] for name in options if " " in name}
    for code in CODE.findall(path.read_text(encoding="utf-8")):
        for first, second, rest in COMMAND.findall(code):
            if first in groups and not second:
                continue
            name = f"{first} {second}" if first in groups else first
            assert name in options, f"{_name(path)}: anigen {name}"
            used = set(re.findall(r"(?<=\s)--[a-z][a-z-]*", rest))
            assert used <= options[name] | {"--help"}, f"{_name(path)}: anigen {name}{rest}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_every_link_in_a_document_leads_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_every_variable_in_a_document_is_a_setting(path: Path) -> None:
    found = set(re.findall(r"\bANIGEN_[A-Z_]+\b", path.read_text(encoding="utf-8")))
    assert found <= {*variable_names().values(), *INTERNAL_VARIABLES, *OTHERS}


@pytest.mark.parametrize("path", DECISIONS, ids=_name)
def test_a_decision_says_why_what_and_what_follows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(rf"# {path.name[:4]} \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04d}" for n in range(1, len(DECISIONS) + 1)]


def test_ci_installs_and_tests_as_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest\n" in readme
    words = ("-m venv .venv", "pip install -q -e '.[test]'", ".venv/bin/pytest --cov")
    places = [ci.index(word) for word in words]
    assert places == sorted(places)

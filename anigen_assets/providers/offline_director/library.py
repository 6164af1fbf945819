"""Reading storybooks: the common ones for every bible, and those of one series beside them.

A storybook is a YAML file with any of the sections `tales`, `sides`, `sagas`, `seeds`, `questions`, `things`,
`lexicon` and `asides`. Files are read once per process. A series' folder is named after its slug.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from anigen_assets.providers.offline_director.model import (
    MAIN_SCENES,
    Library,
    RoleSpec,
    Saga,
    ThingKind,
    Unit,
)
from anigen_assets.providers.offline_director.script import TEMPERS, ScriptError, parse_script

STORYBOOKS = Path(__file__).parent / "storybooks"
_AGES = frozenset({"child", "teen", "adult", "elder"})
_AGE_GROUPS = {"young": ("child", "teen"), "grown": ("adult", "elder")}
_SHARED = ("logline", "synopsis", "tease", "event", "note")


@lru_cache(maxsize=8)
def load_library(slug: str) -> Library:
    """Everything that can be told in the series of that slug.

    Raises:
        ScriptError: When a storybook cannot be read; names the file and the unit.
    """
    files = sorted((STORYBOOKS / "common").glob("*.yaml")) + sorted((STORYBOOKS / slug).glob("*.yaml"))
    digest = hashlib.sha256()
    books: list[Mapping[str, Any]] = []
    for file in files:
        text = file.read_bytes()
        digest.update(text)
        books.append(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {})
    sagas = [_saga(entry) for entry in _all(books, "sagas")]
    seeds = [_saga(entry) for entry in _all(books, "seeds")]
    return Library(
        tales=tuple(_unit(entry) for entry in _all(books, "tales")),
        sides=tuple(_unit(entry) for entry in _all(books, "sides")),
        sagas={saga.id: saga for saga in sagas},
        seeds={saga.id: saga for saga in seeds},
        questions=tuple(_saga(entry) for entry in _all(books, "questions")),
        things=_things(books),
        lexicon={k: tuple(v) for book in books for k, v in (book.get("lexicon") or {}).items()},
        asides=_asides(books),
        digest=digest.hexdigest(),
    )


def role_spec(text: str) -> RoleSpec:
    """Reads `elder gruff`, `guest=piano tuner|surveyor`, `adult free`, `@nagi`."""
    ages: list[str] = []
    tempers: list[str] = []
    likes: list[str] = []
    barred: list[str] = []
    gender = guest = named = ""
    trades: tuple[str, ...] = ()
    words, _, listed = (text or "").partition("=")
    for word in words.split():
        if word in _AGES:
            ages.append(word)
        elif word in _AGE_GROUPS:
            ages += _AGE_GROUPS[word]
        elif word in TEMPERS:
            tempers.append(word)
        elif word.startswith("@"):
            named = word[1:]
        elif word.startswith("!"):
            barred.append(word[1:])
        elif word in {"f", "m"}:
            gender = word
        elif word in {"guest", "new"}:
            guest = word
        else:
            likes.append(word)
    if listed:
        trades = tuple(trade.strip() for trade in listed.split("|"))
    return RoleSpec(
        frozenset(ages), frozenset(tempers), gender, named, frozenset(barred), guest, trades, frozenset(likes)
    )


def _all(books: Iterable[Mapping[str, Any]], section: str) -> list[Mapping[str, Any]]:
    return [entry for book in books for entry in book.get(section) or []]


def _unit(entry: Mapping[str, Any], prefix: str = "") -> Unit:
    name = prefix or str(entry["id"])
    scenes = [entry["scene"]] if "scene" in entry else entry["scenes"]
    if len(scenes) not in (1, MAIN_SCENES):
        raise ScriptError(f"{name}: a unit has one scene or {MAIN_SCENES}, not {len(scenes)}")
    try:
        scripts = tuple(parse_script(scene) for scene in scenes)
    except (ScriptError, ValueError) as error:
        raise ScriptError(f"{name}: {error}") from None
    return Unit(
        id=name,
        roles={role: role_spec(spec) for role, spec in (entry.get("roles") or {}).items()},
        scripts=scripts,
        conditions=_conditions(entry),
        thing=entry.get("thing", ""),
        tags=frozenset((entry.get("tags") or "").split()),
        titles=tuple(str(title) for title in entry.get("titles") or ()),
        **{field: " ".join(str(entry.get(field, "")).split()) for field in _SHARED},
    )


def _saga(entry: Mapping[str, Any]) -> Saga:
    name = str(entry["id"])
    opening = _unit(entry["open"], f"{name}_0") if entry.get("open") else None
    beats = tuple(_unit(beat, f"{name}_{i}") for i, beat in enumerate(entry["beats"], start=1))
    if not beats[-1].is_main:
        raise ScriptError(f"{name}: the last beat resolves the saga and needs {MAIN_SCENES} scenes")
    return Saga(
        id=name,
        roles={role: role_spec(spec) for role, spec in (entry.get("roles") or {}).items()},
        beats=beats,
        opening=opening,
        conditions=_conditions(entry),
        thing=entry.get("thing", ""),
        spot=tuple(str(entry.get("spot", "")).split()),
        title=entry.get("title", ""),
        question=entry.get("question", ""),
        word=entry.get("word", ""),
        long=bool(entry.get("long", False)),
    )


def _conditions(entry: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    clauses = str(entry.get("when", "")).split(";")
    return tuple(tuple(clause.split()) for clause in clauses if clause.strip())


def _things(books: Iterable[Mapping[str, Any]]) -> dict[str, ThingKind]:
    found: dict[str, ThingKind] = {}
    for book in books:
        for kind, parts in (book.get("things") or {}).items():
            found[kind] = ThingKind(**{part: tuple(words) for part, words in parts.items()})
    return found


def _asides(books: Iterable[Mapping[str, Any]]) -> dict[str, tuple[tuple[str | None, str], ...]]:
    found: dict[str, tuple[tuple[str | None, str], ...]] = {}
    for book in books:
        for purpose, tempers in (book.get("asides") or {}).items():
            lines = tuple((None if t == "any" else t, line) for t, texts in tempers.items() for line in texts)
            found[purpose] = found.get(purpose, ()) + lines
    return found

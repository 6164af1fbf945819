"""What a show bible must agree on with itself: ids and names given once, and every id it names known.

It looks at the values as they are written, before they are a model, so that these errors are listed together
with all others and at their lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from anigen_assets.story.names import same_name
from anigen_assets.story.near_miss import did_you_mean
from anigen_assets.story.yaml_tree import Flaw, Path, Tree

AGES = ("child", "teen", "adult", "elder")
"""What `manner.calls` may name besides people."""
_SUBJECTS = ("cast", "places", "items", "factions")
_OWN_IDS = ("world_rules", "threads")


class _Named(NamedTuple):
    """An id as it is written somewhere."""

    path: Path
    id: str


def reference_flaws(tree: Tree) -> tuple[Flaw, ...]:
    """Ids and names that are given twice or named without being given, in no order."""
    return (*_given_twice(tree), *_names_twice(tree), *_unknown(tree), *_bond_flaws(tree))


def _entries(tree: Tree, section: str, above: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    parent: Any = tree.value
    for part in above:
        parent = parent[part]
    listed = parent.get(section) if isinstance(parent, dict) else None
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(entry, dict):
            yield (*above, section, index), entry


def _ids(tree: Tree, *sections: str) -> list[_Named]:
    return [
        _Named((*path, "id"), entry["id"])
        for section in sections
        for path, entry in _entries(tree, section)
        if isinstance(entry.get("id"), str)
    ]


def _secret_ids(tree: Tree) -> list[_Named]:
    return [
        _Named((*secret_path, "id"), secret["id"])
        for path, _ in _entries(tree, "cast")
        for secret_path, secret in _entries(tree, "secrets", path)
        if isinstance(secret.get("id"), str)
    ]


def _given_twice(tree: Tree) -> Iterator[Flaw]:
    for group in (_ids(tree, *_SUBJECTS), *(_ids(tree, section) for section in _OWN_IDS), _secret_ids(tree)):
        first: dict[str, Path] = {}
        for path, name in group:
            if name in first:
                line = tree.line(first[name])
                yield Flaw(tree.line(path), f"{spell(path)}: the id '{name}' is used already on line {line}")
            first.setdefault(name, path)


def _names_twice(tree: Tree) -> Iterator[Flaw]:
    for section in _SUBJECTS:
        seen: list[tuple[str, Path]] = []
        for path, entry in _entries(tree, section):
            name = entry.get("name")
            if not isinstance(name, str):
                continue
            before = next((other for other in seen if same_name(other[0], name)), None)
            here = (*path, "name")
            if before is not None:
                line = tree.line(before[1])
                yield Flaw(tree.line(here), f"{spell(here)}: '{name}' is the name of line {line} again")
            seen.append((name, here))


def _unknown(tree: Tree) -> Iterator[Flaw]:
    people = {named.id for named in _ids(tree, "cast")}
    places = {named.id for named in _ids(tree, "places")}
    for path, entry in _entries(tree, "cast"):
        yield from _missing(tree, _listed(path, entry, "haunts"), places, "place")
        manner = entry.get("manner")
        calls = manner.get("calls") if isinstance(manner, dict) else None
        called = (
            [_Named((*path, "manner", "calls", key), key) for key in calls] if isinstance(calls, dict) else []
        )
        yield from _missing(tree, called, people | set(AGES), "person or age")
    for path, entry in _entries(tree, "items"):
        if entry.get("holder"):
            yield from _missing(tree, _single(path, entry, "holder"), people | places, "person or place")
    for path, entry in _entries(tree, "bonds"):
        yield from _missing(tree, [*_single(path, entry, "a"), *_single(path, entry, "b")], people, "person")
    for path, entry in _entries(tree, "threads"):
        yield from _missing(tree, _listed(path, entry, "cast"), people, "person")


def _missing(tree: Tree, named: list[_Named], known: set[str], what: str) -> Iterator[Flaw]:
    for path, name in named:
        if name not in known:
            hint = did_you_mean(name, sorted(known))
            yield Flaw(tree.line(path), f"{spell(path)}: no {what} of the bible has the id '{name}'{hint}")


def _bond_flaws(tree: Tree) -> Iterator[Flaw]:
    seen: dict[frozenset[str], int] = {}
    for path, entry in _entries(tree, "bonds"):
        a, b = entry.get("a"), entry.get("b")
        if not isinstance(a, str) or not isinstance(b, str):
            continue
        line = tree.line(path)
        if a == b:
            yield Flaw(line, f"{spell(path)}: a bond takes two, and both are '{a}'")
        elif (pair := frozenset((a, b))) in seen:
            yield Flaw(
                line, f"{spell(path)}: the bond of '{a}' and '{b}' is given already on line {seen[pair]}"
            )
        else:
            seen[pair] = line


def _single(path: Path, entry: dict[str, Any], key: str) -> list[_Named]:
    return [_Named((*path, key), entry[key])] if isinstance(entry.get(key), str) else []


def _listed(path: Path, entry: dict[str, Any], key: str) -> list[_Named]:
    values = entry.get(key)
    listed = enumerate(values) if isinstance(values, list) else ()
    return [_Named((*path, key, index), value) for index, value in listed if isinstance(value, str)]


def spell(path: Path) -> str:
    """`cast[0].look.age`, counted from 0 as the schema counts."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return words.lstrip(".")

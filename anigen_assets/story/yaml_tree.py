"""YAML as plain values that know their lines; nothing in the text is ever executed or blown up.

Only scalars, lists and mappings with text keys are read. Tags, merge keys and several documents are refused,
and so are aliases that repeat themselves into a flood. What is wrong with the content is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

MOST_BYTES = 1_000_000
MOST_VALUES = 50_000
DEEPEST = 24

Path = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_WORDS = {
    "character that cannot start any token": "a character that cannot begin a value: write the value in quotes",
    "mapping values are not allowed": "a colon where no value can begin: write a text with a colon in quotes",
    "unexpected end of stream": "the text ends inside quotes",
    "undefined alias": "an alias without an anchor: write a text that begins with * in quotes",
}


@dataclass(frozen=True, order=True)
class Flaw:
    """Something wrong on a line, counted from 1."""

    line: int
    text: str


class UnreadableError(ValueError):
    """The text is not the kind of YAML that is read here.

    Attributes:
        flaw: Where reading stopped, and why.
    """

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}: {text}")
        self.flaw = Flaw(line, text)


@dataclass(frozen=True)
class Tree:
    """A document.

    Attributes:
        value: dicts, lists, texts, numbers, booleans, dates and None.
        lines: Line of every value by its path: of its key in a mapping, of its first word in a list.
        flaws: What could be read but is wrong: keys given twice (the first one counts), values that are no
            dates or numbers although they look like it.
    """

    value: Any
    lines: Mapping[Path, int]
    flaws: tuple[Flaw, ...]

    def line(self, path: Path) -> int:
        """Line of a value; of the closest parent when it is not there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_tree(data: bytes) -> Tree:
    """Reads a document.

    Raises:
        UnreadableError: When it is too large, not UTF-8, not YAML, or uses what is refused.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(1, f"the file is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(line, f"not UTF-8: byte {data[error.start]:#04x} begins no character") from None
    try:
        _survey(text)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _said_plainly(error, text) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise UnreadableError(line, f"a control character (code {error.character})") from None
    if root is None:
        raise UnreadableError(1, "the file is empty")
    reading = _Reading()
    return Tree(reading.value(root, (), ()), reading.lines, tuple(reading.flaws))


def _survey(text: str) -> None:
    """Walks over the events before anything is built, so that depth and size are bounded."""
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        line = 1 if event.start_mark is None else event.start_mark.line + 1
        if count > 2 * MOST_VALUES:
            raise UnreadableError(line, f"more than {MOST_VALUES} values")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise UnreadableError(line, "a second document begins: one file is one document")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise UnreadableError(line, f"lists and mappings are nested deeper than {DEEPEST} levels")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise UnreadableError(line, f"a tag ({tag}): only plain values are read")


def _said_plainly(error: yaml.MarkedYAMLError, text: str) -> UnreadableError:
    rows = text.splitlines() or [""]
    mark = error.problem_mark or error.context_mark
    line = 1 if mark is None else min(mark.line + 1, len(rows))
    if "\t" in rows[line - 1][: -len(rows[line - 1].lstrip()) or None]:
        return UnreadableError(line, "a tab in the indentation: indent with spaces")
    problem = error.problem or error.context or "not YAML"
    words = next((plain for part, plain in _PLAIN_WORDS.items() if part in problem), problem)
    begun = error.context_mark
    if begun is not None and begun.line + 1 < line:
        words += f" ({error.context or 'reading what'}, begun on line {begun.line + 1})"
    return UnreadableError(line, words)


@dataclass
class _Reading:
    """Turns nodes into values, counting what aliases repeat."""

    lines: dict[Path, int] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    _count: int = 0
    _scalars: Any = field(default_factory=lambda: yaml.SafeLoader(""))

    def value(self, node: yaml.Node, path: Path, above: tuple[int, ...]) -> Any:
        line = node.start_mark.line + 1
        self._count += 1
        if self._count > MOST_VALUES:
            raise UnreadableError(line, f"aliases repeat values more than {MOST_VALUES} times")
        if id(node) in above:
            raise UnreadableError(line, "an alias stands inside what it stands for")
        self.lines.setdefault(path, line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, (*above, id(node)))
        if isinstance(node, yaml.SequenceNode):
            parts = enumerate(node.value)
            return [self.value(part, (*path, index), (*above, id(node))) for index, part in parts]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, path: Path, above: tuple[int, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise UnreadableError(line, "a list or mapping as a key")
            key = key_node.value
            if key == "<<" and key_node.style not in ("'", '"'):
                raise UnreadableError(line, "a merge key (<<): write the fields out")
            if key in found:
                first = self.lines[(*path, key)]
                self.flaws.append(Flaw(line, f"'{key}' is given twice (first on line {first})"))
                continue
            self.lines[(*path, key)] = line
            found[key] = self.value(value_node, (*path, key), above)
        return found

    def _scalar(self, node: yaml.Node, line: int) -> Any:
        try:
            return self._scalars.construct_object(node)
        except (ValueError, yaml.YAMLError):
            shown = str(node.value)[:40]
            self.flaws.append(Flaw(line, f"'{shown}' looks like a number or a date, but is none: use quotes"))
            return str(node.value)

"""Turning a written text into a spoken one: choices, slots, articles and capitals.

`[one|two|]` is a choice (the last one empty), `{name.part}` a slot, `a(n)` an article that fits the next word.
Choices are numbered: a text with choices of 2 and 3 has six wordings, and walking the numbers visits them all
before one returns.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from math import gcd

Resolver = Callable[[str, str, bool], str | None]
"""(slot, part, vocative) to its words; None when there is nothing to put there."""

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z]+[0-9]?)(?:\.([a-zA-Z]+))?(!)?\}")
_ARTICLE = re.compile(r"\b([Aa])\(n\) (?=(\W*\w+))")
_SENTENCE = re.compile(r"((?:^|(?<![.…])(?<!\b[A-Z])[.?!][\"”’)]? )[\"“‘(]?)([a-z])")
_CLAUSE = re.compile(r"(\. |; )")
_SPACES = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r"\s+([,;:?!]|\.(?!\.))")
_SILENT_H = ("hour", "honest", "honour", "heir")
_LONG_U = ("uni", "use", "usu", "eu", "one", "once", "ouija")


def stable(*parts: object) -> int:
    """A number from text that is the same in every process."""
    return zlib.crc32("|".join(map(str, parts)).encode())


def article(noun: str) -> str:
    """The noun with `a` or `an`."""
    return f"{'an' if _sounds_open(noun) else 'a'} {noun}"


def wordings(text: str) -> int:
    """How many wordings a text has."""
    count = 1
    for choice in _CHOICE.findall(text):
        count *= choice.count("|") + 1
    return count


def worded(text: str, index: int) -> str:
    """The text with its choices made by one number; equal numbers modulo `wordings` make equal texts.

    The first numbers take the same option in all choices, since options that stand in the same place belong
    together: within a line, and in the lines that answer each other.
    """
    rest = index
    first: int | None = None

    def choose(match: re.Match[str]) -> str:
        nonlocal rest, first
        options = match[1].split("|")
        rest, digit = divmod(rest, len(options))
        if first is None:
            first = digit
            return options[digit]
        return options[(first + digit) % len(options)]

    return _CHOICE.sub(choose, text)


def walk(seed: int, step: int, size: int) -> int:
    """The `step`-th stop of a walk over `size` places that visits all of them before one returns."""
    if size <= 1:
        return 0
    stride = max(1, round(size * 0.618))
    while gcd(stride, size) != 1:
        stride += 1
    return (seed + step * stride) % size


def filled(text: str, resolve: Resolver, *, whole_sentence: bool = True) -> str | None:
    """The text with its slots filled and its spelling set right; None when a slot has nothing to say.

    Args:
        whole_sentence: False for a phrase that goes into another sentence and begins in lower case.
    """
    missing = False

    def put(match: re.Match[str]) -> str:
        nonlocal missing
        words = resolve(match[1], match[2] or "", bool(match[3]))
        missing = missing or words is None
        return words or ""

    whole = _SLOT.sub(put, text)
    if missing:
        return None
    return polished(whole) if whole_sentence else _SPACES.sub(" ", whole).strip()


def polished(text: str) -> str:
    """Articles, spaces and capitals set right."""
    text = _ARTICLE.sub(lambda m: f"{m[1]}{'n' if _sounds_open(m[2]) else ''} ", text)
    text = _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", text).strip())
    return _SENTENCE.sub(lambda m: m[1] + m[2].upper(), text)


def slots(text: str) -> tuple[str, ...]:
    """Names of the slots a text uses."""
    return tuple(match[0] for match in _SLOT.findall(text))


def lowered_article(name: str) -> str:
    """A name as it stands within a sentence: `The Low Lamp` becomes `the Low Lamp`."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def with_pronouns(text: str, people: Mapping[str, str]) -> str:
    """A telling in which nobody is called by name at the head of two clauses in a row.

    Args:
        people: `He` or `She` by the name that is used in the text.
    """
    clauses = _CLAUSE.split(text)
    for at in range(2, len(clauses), 2):
        before, clause = clauses[at - 2], clauses[at]
        name = next((n for n in people if clause.startswith(f"{n} ") and before.startswith(f"{n} ")), None)
        if name is None or _also_meant(name, before, people):
            continue
        word = people[name] if clauses[at - 1].startswith(".") else people[name].lower()
        clauses[at] = word + clause[len(name) :]
    return "".join(clauses)


def _also_meant(name: str, before: str, people: Mapping[str, str]) -> bool:
    """Whether the pronoun could mean somebody else."""
    others = [n for n, word in people.items() if n != name and word == people[name]]
    return any(re.search(rf"\b{re.escape(other)}\b", before) for other in others)


def titled(text: str) -> str:
    """Title case, with small words left small inside."""
    words = text.split(" ")
    inner = {"a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "than", "that", "the", "to",
             "with", "who", "as", "but", "not"}  # fmt: skip
    done = [
        word if i and word in inner and i < len(words) - 1 else word[:1].upper() + word[1:]
        for i, word in enumerate(words)
    ]
    return " ".join(done)


def _sounds_open(words: str) -> bool:
    word = words.lstrip("\"'“‘(").lower()
    if word.startswith(_SILENT_H):
        return True
    return word[:1] in "aeiou" and not word.startswith(_LONG_U)

"""Whether a sentence says what a text of canon says: a secret, a thread's question, a law of the world.

Words are compared by their stems, function words left out; the polarity of both sides is told apart, so that the
denial of a law is not taken for its repetition.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from anigen_assets.story.continuity.prose.english import FUNCTION
from anigen_assets.story.continuity.prose.moods import NEGATIONS
from anigen_assets.story.continuity.prose.words import Sentence, root, sentences, stems

_LIGHT = stems(
    "may must shall should be have do will get make thing one say go come let much many way time just "
    "really very know"
)
_SYNONYMS = {
    "extinguish": "put-out", "dous": "put-out", "quench": "put-out", "mum": "mother", "dad": "father", "boat": "ship",
    "purchas": "buy", "vend": "sell", "conceal": "hide", "author": "write", "pen": "write", "kid": "child",
    "start": "begin", "speak": "talk", "shut": "close", "perish": "die", "depart": "leave",
}  # fmt: skip
_SET_OFF_MARKS = frozenset((",", "—", "–"))
_SET_OFF = ("", *sorted(_SET_OFF_MARKS))
"""What stands before and after a name by which somebody is called."""


class Clause(NamedTuple):
    """One clause of a text of canon.

    Attributes:
        stems: Stems of its words that mean something.
        negative: Whether it denies.
        words: All its words in order.
    """

    stems: frozenset[str]
    negative: bool
    words: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order; those without a word that means something are left out."""
    found: list[Clause] = []
    for sentence in sentences(text):
        part: list[str] = []
        for word in (*sentence.low, ","):
            if word in (",", ":", "—", "–", "but", "save", "except", "unless"):
                found += [_clause(part)] if part else []
                part = []
                if word in ("save", "except", "unless"):
                    break
            else:
                part.append(word)
    return tuple(clause for clause in found if clause.stems)


def _clause(words: list[str]) -> Clause:
    return Clause(meaning(words), any(word in NEGATIONS for word in words), tuple(words))


def meaning(words: list[str] | tuple[str, ...]) -> frozenset[str]:
    """Stems of the words that mean something."""
    return frozenset(filter(None, map(_meant, words)))


@lru_cache(maxsize=16_384)
def _meant(word: str) -> str:
    """The stem that stands for a word, or nothing for a word that tells nothing."""
    light = word in FUNCTION and word not in ("out", "off", "away", "alone", "again")
    if light or not (word.isalnum() or "-" in word) or (word in NEGATIONS and word != "cannot"):
        return ""
    base = root(word)
    return "" if base in _LIGHT else root(_SYNONYMS.get(base, base))


@lru_cache(maxsize=2048)
def said(sentence: Sentence) -> frozenset[str]:
    """Stems of what a sentence says; whoever is merely called by name is not said anything of."""
    away = called(sentence)
    return meaning([word for at, word in enumerate(sentence.low) if at not in away])


def called(sentence: Sentence) -> frozenset[int]:
    """Positions of words that are set off on both sides: names by which somebody is called, as a rule."""
    if len(sentence.low) > 1 and _SET_OFF_MARKS.isdisjoint(sentence.bag):
        return frozenset()
    low = ("", *sentence.low, "")
    return frozenset(
        at - 1
        for at in range(1, len(low) - 1)
        if low[at - 1] in _SET_OFF and low[at + 1] in (*_SET_OFF, ":", "!", "?")
    )


def coverage(clause: Clause, stems: frozenset[str]) -> float:
    """Share of a clause's meaning that is said, 0 to 1."""
    return len(clause.stems & stems) / len(clause.stems)

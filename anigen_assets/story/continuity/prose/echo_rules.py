"""Secrets that are told, questions that are taken as open or settled, and laws that are broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from anigen_assets.story.canon import CanonState
from anigen_assets.story.continuity.prose.echoes import Clause, called, clauses, coverage, meaning, said
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import NEGATIONS, SUPPOSED, asked, denies, supposed
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import Sentence, stem

ENOUGH = 0.7
"""Share of a clause that a sentence must say to say the same."""
_TELLS = listed(
    "tells told says said knows confides whispers announces reveals blurts admits explains repeats slip "
    "slips mentions shouts writes"
)
_LAWFUL = listed("forbidden forbids allowed rule rules law laws says say said")
_TEXT = {"secret": "text", "rule": "text", "thread": "question"}


class Echo(NamedTuple):
    """A sentence that says at least two words of a clause of canon's.

    Attributes:
        subject: Whose text the clause is from, e.g. `secret:last_page`.
    """

    statement: Statement
    subject: str
    clause: Clause


class Echoes:
    """The clauses of a canon's secrets, questions and laws by the words in them."""

    def __init__(self, canon: CanonState) -> None:
        """Reads canon once."""
        self._clauses: list[tuple[str, Clause]] = []
        self._with: dict[str, list[int]] = {}
        for subject, own in canon.facts.items():
            kind = subject.partition(":")[0]
            fact = own.get(_TEXT[kind]) if kind in _TEXT else None
            if fact is None:
                continue
            name = canon.value(own["owner"].value, "name") if "owner" in own else ""
            for clause in _without(fact.value, name):
                for word in clause.stems:
                    self._with.setdefault(word, []).append(len(self._clauses))
                self._clauses.append((subject, clause))

    def heard(self, statements: Iterable[Statement]) -> Iterator[Echo]:
        """Every sentence and clause with at least two words in common."""
        for statement in statements:
            if statement.passage.kind == "prompt":
                continue
            shared: dict[int, int] = {}
            for word in said(statement.sentence):
                for at in self._with.get(word, ()):
                    shared[at] = shared.get(at, 0) + 1
            for at, count in shared.items():
                if count >= min(2, len(self._clauses[at][1].stems)):
                    yield Echo(statement, *self._clauses[at])


@lru_cache(maxsize=8192)
def _without(text: str, name: str) -> tuple[Clause, ...]:
    """Clauses without the words of a name."""
    own = meaning(tuple(name.casefold().split()))
    found = (clause._replace(stems=clause.stems - own) for clause in clauses(text))
    return tuple(
        clause for clause in found if len(clause.stems) > 1 or (clause.stems and len(clause.words) > 3)
    )


def teller_of(echo: Echo, owner: str) -> str:
    """Id of who tells the secret in a sentence, or nothing."""
    statement, sentence = echo.statement, echo.statement.sentence
    kind = statement.passage.kind
    if kind == "action" or asked(sentence) or supposed(sentence):
        return ""
    away = called(sentence)
    about_owner = any(owner in m.ids and m.start not in away for m in statement.of_kind("character"))
    if len(echo.clause.stems) < 2 and not _literally(echo.clause, sentence):
        return ""
    shared = len(echo.clause.stems & said(sentence))
    denied = not NEGATIONS.isdisjoint(sentence.bag)
    if (shared < 3 and not about_owner) or denied != echo.clause.negative:
        return ""
    if coverage(echo.clause, said(sentence)) < (0.6 if about_owner else ENOUGH):
        return ""
    if kind == "line":
        return statement.passage.speaker
    teller = next(
        (m for m in statement.of_kind("character") if not m.possessive and owner not in m.ids), None
    )
    return teller.ids[0] if teller is not None and not _TELLS.isdisjoint(sentence.bag) else ""


def _literally(clause: Clause, sentence: Sentence) -> bool:
    """Whether a sentence has a short clause word for word."""
    return f" {' '.join(clause.words)} " in f" {' '.join(sentence.low)} "


def breaks_law(echo: Echo) -> bool:
    """Whether a sentence says the opposite of a law, word for word or nearly so."""
    sentence = echo.statement.sentence
    clause = echo.clause._replace(stems=echo.clause.stems - {"can"})
    if len(clause.stems) < 2:
        return False
    if asked(sentence) or _only_supposed(sentence, clause) or not _LAWFUL.isdisjoint(sentence.bag):
        return False
    if not clause.negative and clause.stems & _LIMITS:
        return False
    enough = 0.99 if len(clause.stems) < 4 else 0.75
    parts = (*_parts(sentence), (said(sentence), denies(sentence.low)))
    same = any(denied == clause.negative and coverage(clause, stems) >= enough for stems, denied in parts)
    return not same and any(
        denied != clause.negative and coverage(clause, stems) >= enough for stems, denied in parts[:-1]
    )


def _only_supposed(sentence: Sentence, clause: Clause) -> bool:
    """Whether it is imagined, by other words than those of the law."""
    return any(stem(w) not in clause.stems for w in SUPPOSED & sentence.bag)


def _parts(sentence: Sentence) -> tuple[tuple[frozenset[str], bool], ...]:
    """(stems, whether it denies) of the parts of a sentence, and of the whole where it has but one denial or none."""
    found: list[tuple[frozenset[str], bool]] = []
    part: list[str] = []
    for word in (*sentence.low, ","):
        if word in (",", ":", "but"):
            found.append((meaning(part), denies(part)))
            part = []
        else:
            part.append(word)
    return tuple(found)


_LIMITS = frozenset(stem(word) for word in ("only", "within"))

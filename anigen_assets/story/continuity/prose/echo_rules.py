"""Secrets that are told, questions that are taken as open or settled, and laws that are broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from anigen_assets.story.canon import CanonState
from anigen_assets.story.continuity.prose.concepts import OPPOSITES, SETTINGS, contrary, widened
from anigen_assets.story.continuity.prose.echoes import Clause, called, clauses, coverage, meaning, said
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    NEGATIONS,
    SUPPOSED,
    asked,
    clause_at,
    denies,
    remembered_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import Sentence, stem

ENOUGH = 0.7
"""Share of a clause that a sentence must say to say the same."""
_TELLS = listed(
    "tells told says said knows know known knowing aware confides whispers announces reveals blurts "
    "admits explains repeats slip slips mentions shouts writes tell explain reveal informs proclaims "
    "confesses spreads states insists argues passes reports shares lets discloses betrays hints "
    "knowledge"
)
_LAWFUL = listed("forbidden forbids allowed rule rules law laws says say said")
_OBLIGED = frozenset((("has", "to"), ("have", "to"), ("supposed", "to"), ("ought", "to")))
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
        self._rules_with: dict[str, list[int]] = {}
        for subject, own in canon.facts.items():
            kind = subject.partition(":")[0]
            fact = own.get(_TEXT[kind]) if kind in _TEXT else None
            if fact is None:
                continue
            name = canon.value(own["owner"].value, "name") if "owner" in own else ""
            index = self._rules_with if kind == "rule" else self._with
            for clause in _without(fact.value, name):
                for word in clause.stems:
                    index.setdefault(word, []).append(len(self._clauses))
                self._clauses.append((subject, clause))

    def heard(self, statements: Iterable[Statement]) -> Iterator[Echo]:
        """Every sentence and clause with at least two words in common."""
        for statement in statements:
            stems = said(statement.sentence)
            shared: dict[int, int] = {}
            known = self._with.keys() & stems if statement.passage.kind != "prompt" else ()
            for word in known:
                for at in self._with[word]:
                    shared[at] = shared.get(at, 0) + 1
            for word in self._rules_with.keys() & _kinds(statement.sentence):
                for at in self._rules_with[word]:
                    shared[at] = shared.get(at, 0) + 1
            for at, count in sorted(shared.items()):
                if count >= min(2, len(self._clauses[at][1].stems)):
                    yield Echo(statement, *self._clauses[at])


@lru_cache(maxsize=2048)
def _kinds(sentence: Sentence) -> frozenset[str]:
    """What a sentence says, with the kinds and the contraries of its words."""
    stems = said(sentence) if _SAID.isdisjoint(sentence.bag) else said(sentence) | speaks(sentence)
    opposites = [OPPOSITES[stem] for stem in stems if stem in OPPOSITES]
    return widened(stems).union(opposites) if opposites else widened(stems)


_SAID = frozenset(("says", "say", "said"))
_SPEAKERS = listed("i you we they he she who everybody everyone somebody nobody")


@lru_cache(maxsize=2048)
def speaks(sentence: Sentence) -> frozenset[str]:
    """Talk, where something without a name says something: `the cat says good morning`."""
    if _SAID.isdisjoint(sentence.bag):
        return frozenset()
    at = next((i for i, w in enumerate(sentence.low) if w in ("says", "said", "say")), 0)
    named = any(w[:1].isupper() for w in sentence.words[1:at])
    return frozenset(() if not at or named or sentence.low[at - 1] in _SPEAKERS else ("talk",))


@lru_cache(maxsize=8192)
def _without(text: str, name: str) -> tuple[Clause, ...]:
    """Clauses without the words of a name."""
    own = meaning(tuple(name.casefold().split()))
    found = (clause._replace(stems=clause.stems - own) for clause in clauses(text))
    return tuple(
        clause for clause in found if len(clause.stems) > 1 or (clause.stems and len(clause.words) > 3)
    )


def teller_of(echo: Echo, owner: str) -> str:  # noqa: PLR0911 - one return a case
    """Id of who tells the secret in a sentence, or is said to know it; or nothing."""
    statement, sentence = echo.statement, echo.statement.sentence
    low, kind = sentence.low, statement.passage.kind
    away = called(sentence)
    about_owner = any(owner in m.ids and m.start not in away for m in statement.of_kind("character"))
    if len(echo.clause.stems) < 2 and not _literally(echo.clause, sentence):
        return ""
    stems = said(sentence)
    if len(echo.clause.stems & stems) < 3 and not about_owner:
        return ""
    if coverage(echo.clause, stems) < (0.6 if about_owner else ENOUGH):
        return ""
    begin, end = _span(echo.clause, sentence)
    if not about_owner and any(m.end == begin and not m.possessive for m in statement.of_kind("character")):
        return ""  # somebody else did the same
    told = low[0] in ("did", "do", "have", "has") and not {
        "mention",
        "know",
        "hear",
        "heard",
        "tell",
    }.isdisjoint(low[:5])
    if (asked(sentence) and not told) or supposed_in(low, begin) or remembered_in(low[:begin]):
        return ""
    denied = not NEGATIONS.isdisjoint(low[begin:end])
    if denied != echo.clause.negative or denies(low[max(0, begin - 2) : begin]):
        return ""
    if kind == "line":
        return statement.passage.speaker if not sentence.bag >= _DISBELIEF else ""
    return _knower(statement, owner, begin, end)


_DISBELIEF = frozenset(("believe", "n't"))


def _knower(statement: Statement, owner: str, begin: int, end: int) -> str:
    """Who, outside the secret's own words, tells or knows it."""
    low = statement.sentence.low
    people = [m for m in statement.of_kind("character") if not m.possessive and owner not in m.ids]
    for at, word in enumerate(low):
        if begin <= at < end or word not in _TELLS:
            continue
        start, stop = clause_at(low, at)
        if denies([w for i, w in enumerate(low[start:stop], start) if not begin <= i < end]):
            continue
        before = [m for m in people if m.end <= at] or people
        if before:
            return before[-1].ids[0]
    outside = [m for m in people if m.end <= begin or m.start >= end]
    rest = (*low[:begin], *low[end:])
    if outside and "that" in low[max(0, begin - 4) : begin + 1] and _KEPT_FROM.isdisjoint(rest):
        # `That it was she is no news to Ren`, `they giggle over the fact that`: who has to do with it knows it.
        leading = [w for i, w in enumerate(low[:begin]) if low[i + 1 : i + 2] not in _NO_NEWS]
        return "" if denies(leading) else outside[0].ids[0]
    if not people and len(statement.sentence.quoted) * 2 > len(low) and statement.earlier:
        before = [m for m in statement.earlier[0].of_kind("character") if not m.possessive]
        says = not _TELLS.isdisjoint(statement.earlier[0].sentence.bag)
        return before[0].ids[0] if len(before) == 1 and says and owner not in before[0].ids else ""
    return ""


_NO_NEWS = (("news",), ("surprise",), ("secret",), ("longer",), ("matter",))
_KEPT_FROM = listed(
    "idea unaware ignorant suspects suspect doubts doubt wonders whether nobody never guess guesses hides keeps "
    "pretends rumour rumor lie lies false untrue hopes fears dreams imagines afraid keep hide secret unknown viewers "
    "audience if should would could might may must"
)


def _span(clause: Clause, sentence: Sentence) -> tuple[int, int]:
    """From the first to after the last word of a sentence that the clause has as well, with what stands between."""
    own = frozenset(clause.words)
    best, begin = (0, len(sentence.low)), None
    for at, word in enumerate((*sentence.low, "")):
        if word in own:
            begin = at if begin is None else begin
        elif begin is not None:
            if at - begin > best[1] - best[0] or best == (0, len(sentence.low)):
                best = (begin, at)
            begin = None
    return best


def _literally(clause: Clause, sentence: Sentence) -> bool:
    """Whether a sentence has a short clause word for word."""
    return f" {' '.join(clause.words)} " in f" {' '.join(sentence.low)} "


def breaks_law(echo: Echo) -> bool:
    """Whether a sentence says the opposite of a law, in its words, in others of their kind, or by contraries."""
    statement, sentence = echo.statement, echo.statement.sentence
    wanted = echo.clause.stems - {"can"}
    clause = echo.clause._replace(stems=wanted - SETTINGS if len(wanted - SETTINGS) > 1 else wanted)
    if len(clause.stems) < 2 or _is_told_of(statement, clause):
        return False
    if (
        asked(sentence)
        or _only_supposed(sentence, clause)
        or not _LAWFUL.isdisjoint(sentence.bag - _SAID if speaks(sentence) else sentence.bag)
    ):
        return False
    if any(pair in _OBLIGED for pair in pairwise(sentence.low)):
        return False
    if not clause.negative and clause.stems & _LIMITS:
        return False
    enough = 0.99 if len(clause.stems) < 4 else 0.75
    spoken = speaks(sentence)
    whole = (said(sentence) | spoken, denies(sentence.low))
    parts = [_heard(part, clause) for part in (*_parts(sentence), whole)]
    same = any(denied == clause.negative and coverage(clause, stems) >= enough for stems, denied in parts)
    # What a whole sentence denies is not clear, but one without any denial denies nothing.
    clear = parts[:-1] if whole[1] else parts
    return not same and any(
        denied != clause.negative and coverage(clause, stems) >= enough for stems, denied in clear
    )


def _heard(part: tuple[frozenset[str], bool], clause: Clause) -> tuple[frozenset[str], bool]:
    """A part of a sentence with the kinds its words belong to; said by a contrary, it is denied."""
    stems, denied = part
    by_contrary = contrary(stems, clause.stems)
    return widened(stems) | by_contrary, denied != bool(by_contrary)


def _is_told_of(statement: Statement, clause: Clause) -> bool:
    """Whether a sentence is quoted, dreamt or read aloud, by its own words or by those of the sentence before."""
    if len(statement.sentence.quoted) * 2 > len(statement.sentence.low):
        return True
    around = (statement, *statement.earlier[:1])
    return any(stem(word) not in clause.stems for one in around for word in _FICTION & one.sentence.bag)


_FICTION = listed(
    "dream dreams dreamt dreamed nightmare tale tales story stories novel comedy play film song poem "
    "legend imagine imagines lie lies joke jokes claims claim pretend pretends reads painting picture "
    "rumour rumor myth script"
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

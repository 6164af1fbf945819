"""How two people are said to stand to each other, and whether they are said to meet for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    asked_of,
    clause_at,
    denies,
    later_in,
    remembered_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement

_KIN = (
    "brother brothers sister sisters sibling siblings mother father parent parents son daughter child uncle aunt "
    "nephew niece cousin cousins grandfather grandmother grandson granddaughter twin twins stepfather stepmother "
    "family kin stepbrother stepsister grandpa grandma husband wife married spouses spouse fiance fiancee"
)
_CLASSES = {
    "kin": _KIN,
    "foes": "enemy enemies foe foes nemesis archenemy hostile hated feud feuding",
    "rivals": "rival rivals competitors competitor",
    "odds": "odds estranged quarrelled wary cold bitter distrustful suspicious",
    "friends": "friend friends bestfriend companions companion allies ally pals pal chums close confidants inseparable",
    "strangers": "stranger strangers unacquainted",
    "lovers": "lovers lover sweethearts sweetheart couple girlfriend boyfriend",
}
CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_AGAINST = {
    "kin": frozenset(("foes", "rivals", "odds", "friends", "strangers", "lovers", "other")),
    "foes": frozenset(("friends", "kin", "lovers", "strangers", "other")),
    "rivals": frozenset(("kin", "lovers", "strangers", "friends")),
    "odds": frozenset(("friends", "lovers", "strangers")),
    "friends": frozenset(("foes", "rivals", "odds", "strangers")),
    "strangers": frozenset(("friends", "foes", "rivals", "odds", "kin", "lovers", "other")),
    "lovers": frozenset(("foes", "rivals", "odds", "strangers", "friends", "kin", "other")),
}
_NOUNS = frozenset(_KIN.split()) | listed(
    "enemy enemies foe foes nemesis rival rivals friend friends ally allies strangers stranger lovers "
    "lover sweethearts sweetheart"
)
_STILL = listed("were was become becomes became like once again no longer") - {"again"}


class Tie(NamedTuple):
    """A sentence says how two people stand.

    Attributes:
        word: The word for it.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    word: str


def contradicts(word: str, bond: str) -> bool:
    """Whether a word cannot be said of two people between whom there is this bond."""
    classes = {CLASS_OF[w] for w in bond.replace("_", " ").split() if w in CLASS_OF} or {"other"}
    claim = CLASS_OF.get(word, "")
    if not claim or word in bond.split() or claim in classes:
        return False
    return bool(_AGAINST[claim] & classes) and not ("again" in bond and claim == "friends")


def ties(statement: Statement) -> Iterator[Tie]:
    """`Aoi's brother Ren`, `Aoi and Ren, sworn enemies`, `Ren is my brother`, `Aoi is Ren's rival`."""
    sentence, low = statement.sentence, statement.sentence.low
    if _NOUNS.isdisjoint(sentence.bag) or not _MISTAKEN.isdisjoint(sentence.bag) or _rumoured(low):
        return
    people = statement.of_kind("character")
    for at, word in enumerate(low):
        if word not in _NOUNS:
            continue
        if at in sentence.quoted:
            yield from _quoted(statement, people, at)
            continue
        if not _is_so(statement, at) or later_in(low[:at]) or _was(low[: at + 1]):
            continue
        owner = _owner(statement, people, at)
        other = _named(statement, people, at, owner)
        if owner and other and set(owner) != set(other):
            yield Tie(owner, other, word)
            return
        pair = _pair(statement, people)
        if not owner and pair is not None and _said_of_both(low, pair, at):
            yield Tie(pair[0].ids, pair[1].ids, word)
            return


def _is_so(statement: Statement, at: int) -> bool:
    """Whether a word is said and not denied, asked or supposed; `isn't she your rival?` says that she is."""
    sentence, low = statement.sentence, statement.sentence.low
    if asked_of(sentence, at):
        begin, _ = clause_at(low, at)
        return low[begin : begin + 2] in (("is", "n't"), ("are", "n't"), ("was", "n't"))
    supposed = supposed_in(low, at) and low[:3] != ("to", "think", "that") and low[:4] != _IF_ANY
    return not supposed and not denies(low[max(0, at - 4) : at + 1])


_IF_ANY = ("if", "there", "is", "one")


def _quoted(statement: Statement, people: tuple[Mention, ...], at: int) -> Iterator[Tie]:
    """`“My rival Ren,” says Aoi`: what somebody calls another in a summary."""
    sentence, low = statement.sentence, statement.sentence.low
    teller = next((m for m in people if m.start not in sentence.quoted and not m.possessive), None)
    other = next((m for m in people if m.start == at + 1 and m.start in sentence.quoted), None)
    mine = low[max(0, at - 1) : at] == ("my",) or low[max(0, at - 2) : at - 1] == ("my",)
    if teller is not None and other is not None and mine and teller.ids != other.ids and not denies(low[:at]):
        yield Tie(teller.ids, other.ids, low[at])


_MISTAKEN = listed("wrong mistake mistakes mistaken whatever nonsense untrue allegedly wrongly lie")


def _rumoured(low: tuple[str, ...]) -> bool:
    return any(pair in (("people", "say"), ("they", "say")) for pair in pairwise(low))


def _was(low: tuple[str, ...]) -> bool:
    """Whether words lead to what was, or to what only begins; `have become` says what is."""
    if remembered_in(low) or not {"had", "used"}.isdisjoint(low):
        return True
    become = any(low[i - 1] in ("have", "has", "'ve") for i in range(1, len(low)) if low[i] == "become")
    return any(w in _STILL and not (w == "become" and become) for w in low)


def _owner(  # noqa: PLR0911 - one return a case
    statement: Statement, people: tuple[Mention, ...], at: int
) -> tuple[str, ...]:
    low = statement.sentence.low
    begin = at
    while (
        begin > 0
        and at - begin < 3
        and low[begin - 1] not in ("'s", "his", "her", "my", "your", ",", "a", "the")
    ):
        begin -= 1
    before = low[begin - 1] if begin else ""
    if before == "'s":
        return next((m.ids for m in people if m.end == begin - 1), ())
    if before in ("his", "her"):
        subject = next((m for m in people if m.end <= begin and not m.possessive), None)
        if subject is not None and low[subject.end : begin - 1] in (("is",), ("'s",), ("is", "still")):
            # `Ask Aoi. Ren is her rival`: hers, not his own.
            others = statement.earlier[0].of_kind("character") if statement.earlier else ()
            return next((m.ids for m in others if m.ids != subject.ids), ())
        if (
            subject is not None
            and low[subject.end : begin - 1] == (",",)
            and subject.start
            and statement.earlier
        ):
            # `A letter to Ren. It is from Aoi, her rival`: hers of whom was told before.
            others = statement.earlier[0].of_kind("character")
            if len(people) == 1 and len(others) == 1 and others[0].ids != subject.ids:
                return others[0].ids
        return subject.ids if subject is not None else statement.meant(before, begin - 1)
    if before == "your":
        called = [
            m.ids for m in people if m.start and low[m.start - 1] == "," and low[m.end : m.end + 1] == (",",)
        ]
        return called[0] if called else statement.meant(before, begin - 1)
    if before == "my":
        return statement.meant(before, begin - 1)
    if low[at + 1 : at + 2] in (("of",), ("to",)):
        return next((m.ids for m in people if m.start in (at + 2, at + 3)), ())
    return ()


def _named(
    statement: Statement, people: tuple[Mention, ...], at: int, owner: tuple[str, ...]
) -> tuple[str, ...]:
    """Who the word is said of: the name after it, or the subject of `is`."""
    low = statement.sentence.low
    nearby = at + 1 if low[at + 1 : at + 2] != (",",) else at + 2
    after = next((m for m in people if m.start == nearby), None)
    if after is not None and not after.possessive and after.ids != owner:
        return after.ids
    apposed = next((m for m in people if m.end < at and low[m.end] == "," and at - m.end <= 4), None)
    if (
        apposed is not None
        and apposed.ids != owner
        and low[apposed.end + 1] in ("his", "her", "the", "my", "your")
    ):
        return apposed.ids
    if any(
        w in ("calls", "called", "considers", "names", "count", "counts", "regards", "consider", "call")
        for w in low[:at]
    ):
        return next((m.ids for m in reversed(people) if m.end <= at and m.ids != owner), ())
    for mention in people:
        between = low[mention.end : at]
        said = any(w in ("is", "'s", "are") or (w == "been" and "has" in between) for w in between)
        if mention.end <= at and not mention.possessive and said and mention.ids != owner:
            return mention.ids
    if statement.passage.speaker and low[:2] in (("i", "'m"), ("i", "am")):
        return (statement.passage.speaker,)
    return ()


def _pair(statement: Statement, people: tuple[Mention, ...]) -> tuple[Mention, Mention] | None:
    low = statement.sentence.low
    for first, second in pairwise(people):
        if low[first.end : second.start] in (("and",), ("–",), (",",)) and not second.possessive:
            return first, second
    if not people and low[:2] in (("they", "'re"), ("they", "are")) and statement.earlier:
        both = statement.earlier[0].of_kind("character")
        if len(both) == 2:
            return both[0]._replace(start=0, end=0), both[1]._replace(start=0, end=1)
    for other in people:
        if low[max(0, other.start - 2) : other.start] == ("you", "and"):
            called = next(
                (m.ids for m in people if m.start and low[m.start - 1] == "," and m.ids != other.ids), ()
            )
            ids = called or statement.meant("you", other.start - 2)
            return (
                (Mention(other.start - 2, other.start - 1, "character", ids, False), other) if ids else None
            )
    return None


_BEING = (
    (",",),
    ("are",),
    ("'re",),
    ("as",),
    ("have",),
    ("remain",),
    ("stay",),
    ("make",),
    ("(",),
    ("were",),
    (":",),
)


def _said_of_both(low: tuple[str, ...], pair: tuple[Mention, Mention], at: int) -> bool:
    end = pair[1].end
    if at >= end:
        between = low[end:at]
        return len(between) <= 6 and (between[:1] in _BEING or not between)
    start = pair[0].start
    return start - at in (1, 2) and low[max(0, at - 2) : at + 1][:1] != ("the",)

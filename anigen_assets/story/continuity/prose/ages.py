"""How old prose says that somebody is.

A number is an age when a word beside it says so (`aged`, `years old`, `turned`, `birthday`), or when somebody simply is
that number; whose age it is, is told by the words before it, after it, or by the only one who is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from anigen_assets.story.continuity.prose.english import NUMBERS, number_of
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.look_claim import LookClaim, asserted, bearer, only_one
from anigen_assets.story.continuity.prose.moods import denies, remembered_in, supposed_in
from anigen_assets.story.continuity.prose.reading import Statement

_CLOSING = listed(", ) and but yet so with after now today in for this when at here already or still –")
_PEOPLE = listed("man woman girl boy lady person youth lad lass gentleman youngster adult teenager kid child")
_SEASONS = listed("summers winters springs autumns")
_NOT_LIVED = listed("for in after since before another next last these those past within over")
_ROUGHLY = listed("almost nearly barely about around roughly some not")
_BIRTHDAY_TO_COME = listed("until before till eve approaching near next towards")
_LINKING = listed(
    "is 's has been turns turned turning only just now already barely almost nearly who , ( well age aged"
)
_TURNING = listed("aged turned turns turning age")
_DECADES = {
    f"{stem}ies": tens
    for tens, stem in enumerate(str.split("twent thirt fort fift sixt sevent eight ninet"), 2)
}
_ORDINALS = {
    "fourth": 4, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{f"{word}th": number for word, number in NUMBERS.items() if number > 12 or number in (6, 7, 10, 11)},
    **{f"{stem}ieth": 10 * tens for stem, tens in ((word[:-3], tens) for word, tens in _DECADES.items())},
}  # fmt: skip


@lru_cache(maxsize=16_384)
def tells_age(word: str) -> bool:
    """Whether a word can be a number of years, so that a sentence with it is worth reading for ages."""
    if word.endswith("-old") or word in _DECADES or _ordinal(word):
        return True
    return 4 <= (number_of(word) or 0) <= 110


def age_claims(statement: Statement) -> Iterator[LookClaim]:
    """Every age a sentence gives somebody known."""
    low = statement.sentence.low
    for at, word in enumerate(low):
        if word in _DECADES:
            yield from _decade(statement, at)
            continue
        if _ordinal(word) and low[at + 1 : at + 2] == ("birthday",):
            yield from _birthday(statement, at)
            continue
        base, _, rest = word.partition("-year-old")
        years = number_of(base if rest == "" and "-year-old" in word else word)
        if years is None or not 4 <= years <= 110:
            continue
        ids = _whose(statement, at, years)
        if ids:
            margin = 2 if low[max(0, at - 1)] in _ROUGHLY else 0
            yield LookClaim(ids, "look.age", f"{years} years old", _within(years - margin, years + margin))


def _whose(statement: Statement, at: int, years: int) -> tuple[str, ...]:  # noqa: PLR0911 - one return a case
    """Whose age the number at a position is."""
    low, word = statement.sentence.low, statement.sentence.low[at]
    before, after = low[max(0, at - 2) : at], low[at + 1 : at + 4]
    ids: tuple[str, ...] = ()
    if "-year-old" in word or after[:2] in (("years", "old"), ("year", "old")):
        end = at + 1 if "-year-old" in word else at + 3
        ids = bearer(statement, at, end, near=True) or _led_up(statement, at)
        return ids or (_called_before(statement) if not at or "only" in before else ())
    if "birthday" in low and (after[:1] in (("candles",), ("years",)) or len(low) == at + 1):
        return only_named(statement) if _BIRTHDAY_TO_COME.isdisjoint(low) else ()
    if before[-1:] and before[-1] in _TURNING:
        begin = at - 1 if before[-1] in ("aged", "turning", "age") else at - len(before)
        return bearer(statement, begin, at + 1, near=True) or _led_up(statement, at)
    if before == ("age", "of"):
        return (_subject_after(statement, at + 1) if at <= 5 else ()) or _led_up(statement, at)
    if before == ("only", "at") or (before[-1:] == ("at",) and years > 12 and after[:1] in ((",",), ())):
        return _subject_after(statement, at + 1) or bearer(statement, at - 1, at + 1, near=True)
    if before[-1:] == ("of",) and low[max(0, at - 2)] in ("someone", "somebody", "one"):
        # `Not bad for someone of 30, thinks Aoi`: only of oneself.
        return only_named(statement) if low[max(0, at - 3)] in ("for", "as") else ()
    if (before[-1:] and before[-1] in _PEOPLE) or (before[-1:] == ("of",) and before[0] in _PEOPLE):
        ids = bearer(statement, at - 2, at + 1, near=True)
    elif after[:3] == ("years", "of", "age"):
        ids = _subject_after(statement, at + 4) or bearer(statement, at - 1, at + 4, near=True)
    elif after[:1] and after[0] in _SEASONS:
        return _lived(statement, at)
    elif years > 12 or after[:1] in ((), (",",)):
        ids = _bare_age(statement, at)
    ids = ids or (_bare_age(statement, at) if years > 12 else ())
    return ids or (_led_up(statement, at) if at and after[:1] == (",",) and years > 12 else ())


def _within(least: int, most: int) -> Callable[[str], bool]:
    return lambda value: not value.isdecimal() or least <= int(value) <= most


def _led_up(statement: Statement, at: int) -> tuple[str, ...]:
    """Who comes after the words that lead up to them: `Having turned 26 last week, Aoi`, `12 years old, Aoi`."""
    low, people = statement.sentence.low, statement.of_kind("character")
    comma = next((i for i in range(at, len(low)) if low[i] == ","), None)
    if comma is None or at > 3 or not asserted(statement, at):
        return ()
    if at and not (low[0].endswith(("ing", "ed")) or low[0] in ("at", "only", "just", "barely", "now")):
        return ()
    return next((m.ids for m in people if 0 < m.start - comma <= 3 and not m.possessive), ())


def _called_before(statement: Statement) -> tuple[str, ...]:
    """The only one who is named just before: `Happy birthday, Aoi! 26 years old today!`."""
    if statement.of_kind("character") or not statement.earlier or not asserted(statement, 0):
        return ()
    named = {m.ids for m in statement.earlier[0].of_kind("character")}
    return next(iter(named)) if len(named) == 1 else ()


def only_named(statement: Statement) -> tuple[str, ...]:
    """The only person whom a sentence names."""
    named = {m.ids for m in statement.of_kind("character")}
    return next(iter(named)) if len(named) == 1 and asserted(statement, 0) else ()


def _lived(statement: Statement, at: int) -> tuple[str, ...]:
    """Who has seen so many summers: the subject, unless so many have only passed."""
    low = statement.sentence.low
    if not _NOT_LIVED.isdisjoint(low[max(0, at - 3) : at]) or "ago" in low or denies(low[:at]):
        return ()
    if remembered_in(low[:at]) or supposed_in(low, at):
        return ()
    before = [m for m in statement.of_kind("character") if m.end <= at and not m.possessive]
    return before[-1].ids if before and at - before[-1].end <= 4 else ()


def _decade(statement: Statement, at: int) -> Iterator[LookClaim]:
    """`Aoi, in her late thirties,`."""
    low = statement.sentence.low
    begin = at - 1 if low[at - 1] in ("early", "mid", "late", "middle") else at
    if low[max(0, begin - 2) : begin] not in (("in", "his"), ("in", "her")) or not asserted(
        statement, begin - 2
    ):
        return
    before = [m for m in statement.of_kind("character") if m.end <= begin - 2]
    if before and begin - 2 - before[-1].end <= 3 and not denies(low[before[-1].end : begin]):
        tens = 10 * _DECADES[low[at]]
        yield LookClaim(before[-1].ids, "look.age", f"in the {low[at]}", _within(tens, tens + 9))


def _birthday(statement: Statement, at: int) -> Iterator[LookClaim]:
    """`Aoi's thirtieth birthday`: today, unless it is still to come or remembered."""
    low, years = statement.sentence.low, _ordinal(statement.sentence.low[at])
    if not _BIRTHDAY_TO_COME.isdisjoint(low) or not {"yesterday", "ago", "for", "since"}.isdisjoint(low[:at]):
        return
    ids = bearer(statement, at, at + 2, near=True)
    if ids and not (statement.passage.kind == "line" and "was" in low):
        yield LookClaim(ids, "look.age", f"{years} years old", _within(years - 1, years))


@lru_cache(maxsize=16_384)
def _ordinal(word: str) -> int:
    """The number of `30th`, `thirtieth`, `twenty-first`; nothing of other words is 0."""
    if word[:-2].isdecimal() and word.endswith(("th", "st", "nd", "rd")) and len(word) < 5:
        return int(word[:-2])
    return _ORDINALS.get(word, 0)


def _bare_age(statement: Statement, at: int) -> tuple[str, ...]:
    """Whose age a number alone is: `Koto, nine, ...`, `Koto is nine.`, `Koto (9)`."""
    low = statement.sentence.low
    if not asserted(statement, at):
        return ()
    closed = at + 1 == len(low) or low[at + 1] in _CLOSING
    speaker = statement.passage.speaker
    if (
        closed
        and speaker
        and low[:at] in (("i", "'m"), ("i", "am"), ("i", "'m", "only"), ("i", "'m", "already"))
    ):
        return (speaker,)
    for mention in statement.of_kind("character"):
        between = low[mention.end : at]
        if closed and not mention.possessive and _is_aged(between):
            if between == (",",) and (at + 1 == len(low) or low[at + 1] not in (",", ")")):
                continue
            return mention.ids
    is_age = low[max(0, at - 1) : at] == ("being",) or (
        low[max(0, at - 1) : at] in (("is",), ("'s",), ("'re",))
        and low[max(0, at - 2)] in ("he", "she", "you")
    )
    return only_one(statement, at - 1) if closed and is_age and years_of_life(low, at) else ()


def years_of_life(low: tuple[str, ...], at: int) -> bool:
    """Whether a number after `is` is no hour of the clock."""
    return number_of(low[at]) not in range(13) or low[at + 1 : at + 2] == ("years",)


def _is_aged(between: tuple[str, ...]) -> bool:
    """Whether nothing but `is`, `has been` and adverbs stands between a name and a number."""
    return 0 < len(between) <= 5 and all(w in _LINKING for w in between) and between != ("has",)


def _subject_after(statement: Statement, at: int) -> tuple[str, ...]:
    following = [m for m in statement.of_kind("character") if at <= m.start <= at + 2 and not m.possessive]
    return following[0].ids if following else ()

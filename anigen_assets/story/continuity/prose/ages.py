"""How old prose says that somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.continuity.prose.english import number_of
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.look_claim import LookClaim, asserted, bearer, only_one
from anigen_assets.story.continuity.prose.reading import Statement


def age_claims(statement: Statement) -> Iterator[LookClaim]:
    """Every age a sentence gives somebody known."""
    low = statement.sentence.low
    for at, word in enumerate(low):
        base, _, rest = word.partition("-year-old")
        years = number_of(base if rest == "" and "-year-old" in word else word)
        if years is None or not 4 <= years <= 110:
            continue
        before, after = low[max(0, at - 2) : at], low[at + 1 : at + 4]
        ids: tuple[str, ...] = ()
        if "-year-old" in word or after[:2] == ("years", "old") or after[:2] == ("year", "old"):
            end = at + 1 if "-year-old" in word else at + 3
            ids = bearer(statement, at, end, near=True)
        elif before[-1:] in _TURNING:
            ids = bearer(
                statement,
                at - 1 if before[-1] in ("aged", "turning") else at - len(before),
                at + 1,
                near=True,
            )
        elif before == ("age", "of"):
            ids = _subject_after(statement, at + 1) if at <= 5 else ()
        elif before[-1:] == ("turning",):
            ids = only_one(statement, at - 1)
        elif before == ("only", "at") or (
            before[-1:] == ("at",) and years > 12 and after[:1] in ((",",), ())
        ):
            ids = _subject_after(statement, at + 1) or bearer(statement, at - 1, at + 1, near=True)
        elif before[-1:] in (("man",), ("woman",), ("girl",), ("boy",)) or (
            before[-1:] == ("of",)
            and low[at - 2 : at - 1]
            and low[at - 2] in ("man", "woman", "girl", "boy", "lady")
        ):
            ids = bearer(statement, at - 2, at + 1, near=True)
        elif after[:3] == ("years", "of", "age"):
            ids = _subject_after(statement, at + 4) or bearer(statement, at - 1, at + 4, near=True)
        elif years > 12 or after[:1] in ((), (",",)):
            ids = _bare_age(statement, at)
        if not ids and years > 12:
            ids = _bare_age(statement, at)
        if ids:
            text = str(years)
            yield LookClaim(ids, "look.age", f"{years} years old", lambda value, text=text: value == text)  # type: ignore[misc]


_CLOSING = listed(", ) and after now today in for this when but at here already")


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


_LINKING = listed(
    "is 's has been turns turned turning only just now already barely almost nearly who , ( well age aged"
)
_TURNING = (("aged",), ("turned",), ("turns",), ("turning",))


def _is_aged(between: tuple[str, ...]) -> bool:
    """Whether nothing but `is`, `has been` and adverbs stands between a name and a number."""
    return 0 < len(between) <= 5 and all(w in _LINKING for w in between) and between != ("has",)


def _subject_after(statement: Statement, at: int) -> tuple[str, ...]:
    following = [m for m in statement.of_kind("character") if at <= m.start <= at + 2 and not m.possessive]
    return following[0].ids if following else ()

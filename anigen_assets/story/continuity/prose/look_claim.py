"""The claim of a sentence that somebody looks so, and whom a feature belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from anigen_assets.story.continuity.prose.english import DETERMINERS, FUNCTION
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import clause_at, denies
from anigen_assets.story.continuity.prose.reading import Statement


class LookClaim(NamedTuple):
    """A sentence says that somebody looks so.

    Attributes:
        ids: Everyone it may be said of.
        attribute: Attribute of canon that it is about.
        said: The words, e.g. `red hair`.
        fits: Whether a value of canon can be called so.
    """

    ids: tuple[str, ...]
    attribute: str
    said: str
    fits: Callable[[str], bool]


_LINKS = listed(
    ", with has have had wears wearing wore in and is was 's a his her whose under behind over by that this those their"
)
_ADJECTIVAL = listed(
    "very thick wet untidy tousled soft fine wild messy neat own two big small wide little old"
)


_LOCKS = listed("strand strands lock locks curl curls wisp wisps fringe mop shock head mane tuft tangle")
_FACE = listed("face nose cheek cheeks chin lip brow forehead upper left right")


def phrase(low: tuple[str, ...], at: int) -> int:
    """Where the noun phrase that ends at a position begins."""
    begin = at
    while (
        begin > 0 and begin > at - 4 and low[begin - 1] not in FUNCTION and low[begin - 1] not in (",", ":")
    ):
        begin -= 1
    return begin


def bearer(statement: Statement, begin: int, end: int) -> tuple[str, ...]:  # noqa: PLR0911 - one return a case
    """Whose feature stands at these words; nobody when that is not clear."""
    low, people = statement.sentence.low, statement.of_kind("character")
    if denies(low[clause_at(low, begin)[0] : begin]):
        return ()
    heading = next((m for m in people if m.end < len(low) and low[m.end] == ":" and m.start <= 2), None)
    if heading is not None and statement.passage.kind in ("prompt", "action"):
        return heading.ids if heading.end <= begin else ()
    at = begin
    while at > 0 and low[at - 1] in _ADJECTIVAL:
        at -= 1
    if at > 0 and low[at - 1] == "'s":
        return next((m.ids for m in people if m.end == at - 1), ())
    if at > 0 and low[at - 1] in ("his", "her", "my", "your"):
        return statement.meant(low[at - 1], at - 1)
    if low[end : end + 1] == ("of",):
        return next(
            (m.ids for m in people if m.start - end in (1, 2, 3) and _titles_only(low[end + 1 : m.start])), ()
        )
    if low[end : end + 1] and low[end] in ("on", "across", "over", "above"):
        face = next((m for m in people if m.start == end + 1 and m.possessive), None)
        if face is not None and low[face.end + 1 : face.end + 2] and low[face.end + 1] in _FACE:
            return face.ids
    following = next((m for m in people if 0 <= m.start - end <= 1), None)
    if (
        following is not None
        and (following.start == end or low[end] == ",")
        and low[begin - 1 : begin] != (",",)
    ):
        return following.ids
    return _just_before(statement, people, begin)


def _titles_only(words: tuple[str, ...]) -> bool:
    return len(words) < 2


def _just_before(statement: Statement, people: tuple[Mention, ...], begin: int) -> tuple[str, ...]:
    low = statement.sentence.low
    before = [m for m in people if m.end <= begin and not m.possessive]
    if not before:
        return ()
    if statement.passage.kind == "prompt" and len({m.ids for m in people}) == 1:
        return before[-1].ids
    between = low[before[-1].end : begin]
    if between[-1:] == ("of",) and between[-2:-1] and between[-2] in _LOCKS:
        return before[-1].ids
    first = next(iter(between), "")
    plain = all(w in _LINKS or w not in FUNCTION for w in between) and len(between) <= 7
    nouns = any(w in DETERMINERS for w in between[1:-1])
    return before[-1].ids if first in _LINKS and plain and not nouns else ()

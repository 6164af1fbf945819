"""The claim of a sentence that somebody looks so, and whom a feature belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from anigen_assets.story.continuity.prose.english import DETERMINERS, FUNCTION, number_of
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    PICTURES,
    asked,
    clause_at,
    denies,
    presupposed_away,
    remembered_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import stem, stems


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
    ", with has have had wears wearing wore in and is was 's a his her whose under behind over by that "
    "this those their"
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


def bearer(statement: Statement, begin: int, end: int, *, near: bool = False) -> tuple[str, ...]:
    """Whose feature stands at these words; nobody when that is not clear, or when it is not said to be so.

    Args:
        near: Whether the words around must tell; otherwise the only person of the sentence will do.
    """
    if not asserted(statement, begin):
        return ()
    low, people = statement.sentence.low, statement.of_kind("character")
    at = begin
    while at > 0 and low[at - 1] in _ADJECTIVAL:
        at -= 1
    if low[max(0, at - 1)] not in ("'s", "his", "her", "my", "your", "those", "these") and denies(
        low[clause_at(low, begin)[0] : begin]
    ):
        return ()
    heading = next((m for m in people if m.end < len(low) and low[m.end] == ":" and m.start <= 2), None)
    if heading is not None and statement.passage.kind in ("prompt", "action", "note"):
        return heading.ids if heading.end <= begin else ()
    told = _told_of(statement, at, begin, end)
    return told or (() if near else only_one(statement, begin))


def asserted(statement: Statement, begin: int) -> bool:
    """Whether what stands at a position is said to be so: not asked, wished, remembered or painted."""
    sentence, low = statement.sentence, statement.sentence.low
    if statement.passage.kind == "prompt":
        return True
    # `Feathers had caught in Aoi's red hair` tells of hair that is red; `Aoi had red hair` does not.
    owned = begin > 0 and low[begin - 1] in ("'s", "his", "her")
    clause = low[begin:] if owned else low
    if (
        asked(sentence)
        or any(w in PICTURES and (w != "dream" or at < begin) for at, w in enumerate(low))
        or not {"had", "used"}.isdisjoint(clause)
        or remembered_in(low[:begin])
    ):
        return False
    return not (presupposed_away(low, begin) if owned else supposed_in(low, begin))


RIVALS = listed(
    "doll dolls cat cats dog horse puppet goddess singer actor actress villain thief stranger girl boy "
    "man woman child somebody someone whoever anyone anybody everybody nobody goat gull bird fish fox "
    "owl bear monkey robot mannequin scarecrow figurine idol hero heroine princess prince queen king "
    "clown dancer customer visitor passenger sister brother mother father uncle aunt twin cousin friend "
    "neighbour neighbor clerk inspector witness suspect"
)
"""Others who have hair, eyes and years."""


def only_one(statement: Statement, begin: int) -> tuple[str, ...]:
    """The only person whom a sentence, or the one before it, can be about; nobody when anything else has a face."""
    low, people = statement.sentence.low, statement.of_kind("character")
    if not RIVALS.isdisjoint(statement.sentence.bag) or low[:2] in _THERE_IS:
        return ()  # `there is a strand of grey hair under the glass`
    if begin > 1 and number_of(low[begin - 1]) is not None and stem(low[begin - 2]) in _OF_ONES_OWN:
        begin -= 2  # `opens one green eye`
    elif begin and number_of(low[begin - 1]) is not None:
        begin -= 1
    before = low[begin - 1] if begin else ""
    if number_of(low[begin]) is not None and before not in ("", ","):
        return ()  # `looks into two yellow eyes`
    if before == "'s" or (before in _HAVING and not _is_verb_of(statement, begin - 1)):
        return ()
    named = list(dict.fromkeys(m.ids for m in people))
    if not named and statement.earlier and before in _POINTING:
        earlier = statement.earlier[0]
        if RIVALS.isdisjoint(earlier.sentence.bag):
            named = list(dict.fromkeys(m.ids for m in earlier.of_kind("character")))
    return named[0] if len(named) == 1 and before not in _OF_OTHERS else ()


_THERE_IS = (("there", "is"), ("there", "'s"), ("there", "are"))
_OF_ONES_OWN = stems(
    "open close narrow blink roll shut squeeze rub wink lift lower widen cover toss shake comb tie"
)
_HAVING = listed("with has had have wearing in by like as than")
_POINTING = listed("those these that the his her such")
_OF_OTHERS = listed("their our its whose no every any some another each many most")


def _is_verb_of(statement: Statement, at: int) -> bool:
    """Whether somebody named stands right before a position, as before `has` and `with`."""
    return (
        at == 0
        or any(m.end == at for m in statement.of_kind("character"))
        or statement.sentence.low[at - 1] == ","
    )


def _told_of(statement: Statement, at: int, begin: int, end: int) -> tuple[str, ...]:
    """Whose feature it is by the words around it."""
    low, people = statement.sentence.low, statement.of_kind("character")
    if at > 0 and low[at - 1] == "'s":
        return next((m.ids for m in people if m.end == at - 1), ())
    if at > 0 and low[at - 1] in ("his", "her", "my", "your"):
        return statement.meant(low[at - 1], at - 1) if RIVALS.isdisjoint(low[:at]) else ()
    if low[end : end + 1] == ("of",):
        owner = next(
            (m for m in people if m.start - end in (1, 2, 3) and _titles_only(low[end + 1 : m.start])), None
        )
        if owner is not None:
            return owner.ids
    if low[end : end + 1] and low[end] in ("on", "across", "over", "above"):
        face = next((m for m in people if m.start == end + 1 and m.possessive), None)
        if face is not None and low[face.end + 1 : face.end + 2] and low[face.end + 1] in _FACE:
            return face.ids
    following = next((m for m in people if 0 <= m.start - end <= 1), None)
    if (
        following is not None
        and (following.start == end or low[end] in (",", ":"))
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

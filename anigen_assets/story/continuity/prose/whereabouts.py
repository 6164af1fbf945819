"""Who is said to be at another place at the very moment of the scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from anigen_assets.story.continuity.prose.english import inflected
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.moods import asked, denies, later, remembered, supposed
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import stem, stems

_STAYING = stems(
    "be sit stand wait work sleep sweep rest lie stay live watch read kneel hide cook play remain walk "
    "swim paint clean fish clos open linger lean hang sing danc rid drink eat talk count light repair "
    "scrub writ stoop search row"
)
_AT_ONCE = frozenset(("meanwhile", "simultaneously"))
_PHRASES = (
    " at the same time ",
    " at the same moment ",
    " in the same minute ",
    " in the same moment ",
    " in the same breath ",
    " at this very moment ",
    " at that very moment ",
    " at this moment ",
    " at that moment ",
    " as we speak ",
    " right now ",
    " by now ",
    " at the very same ",
)
_GOING = stems(
    "go come walk run head set leav turn return carri bring arriv hurri cross climb cycl drive ride sail "
    "look point stare star see watch hear listen think dream talk rememb belong know send call"
)


class Elsewhere(NamedTuple):
    """A sentence has somebody at a place now."""

    person: Mention
    place: Mention
    at_once: bool


def stays(statement: Statement) -> Iterator[Elsewhere]:
    """Everyone whom the sentence puts at a known place, as things stand."""
    sentence, low = statement.sentence, statement.sentence.low
    places = statement.of_kind("place")
    if (
        not places
        or (low[:1] != ("do",) and denies(low))
        or asked(sentence)
        or supposed(sentence)
        or remembered(sentence)
        or later(sentence)
    ):
        return
    at_once = not _AT_ONCE.isdisjoint(sentence.bag) or _says_at_once(low)
    people = [m for m in statement.of_kind("character") if not m.possessive]
    for place in places:
        if place.possessive or not _preposed(low, place):
            continue
        for person in people:
            if at_once or _is_there(low, person, place):
                yield Elsewhere(person, place, at_once)
                break
        else:
            speaker = statement.passage.speaker
            if speaker and at_once and low[:2] == ("i", "'m"):
                yield Elsewhere(Mention(0, 1, "character", (speaker,), False), place, at_once)


def _preposed(low: tuple[str, ...], place: Mention) -> bool:
    before = [w for w in low[max(0, place.start - 3) : place.start] if w != "the"]
    return before[-1:] in (["at"], ["in"], ["on"], ["inside"], ["aboard"])


def _is_there(low: tuple[str, ...], person: Mention, place: Mention) -> bool:
    """`Aoi is at the pier`, `Aoi waits at the pier`: nothing else stands between them."""
    if person.end > place.start or place.start - person.end > 7:
        return False
    between = low[person.end : place.start]
    verbs = [
        w for w in between if w in ("is", "'s", "'m") or inflected(w) or (w.endswith("ing") and len(w) > 4)
    ]
    present = [w for w in verbs if not w.endswith("ed") and w not in ("was", "were", "had", "sat", "stood")]
    return (
        bool(present)
        and len(present) == len(verbs)
        and all(w in ("is", "'s", "'m") or stem(w) in _STAYING for w in verbs)
        and not any(stem(w) in _GOING for w in between)
        and "," not in between
        and "and" not in between
    )


def _says_at_once(low: tuple[str, ...]) -> bool:
    whole = f" {' '.join(low)} "
    return any(phrase in whole for phrase in _PHRASES)

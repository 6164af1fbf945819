"""Who is said to be at another place at the very moment of the scene.

Whoever stands in a sentence with `at`, `in` or `inside` a place is there, unless the sentence goes, looks, thinks or
speaks of another time, or something else than the person is what is at that place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from anigen_assets.story.continuity.prose.english import ADVERBS, DETERMINERS, FUNCTION, PAST, inflected
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    NEGATIONS,
    PICTURES,
    asked_of,
    clause_at,
    denies,
    later_in,
    remembered_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import stem, stems

_AT_ONCE = frozenset(("meanwhile", "simultaneously"))
_PHRASES = (
    " at the same time ",
    " at the same moment ",
    " at that same moment ",
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
    " this while ",
    " all the while ",
)
_GOING = stems(
    "go come run head set leav turn return carri bring arriv hurri cross climb cycl drive ride sail "
    "look point star see watch hear listen think dream talk rememb belong know send call read tell ask write "
    "say speak find hope want learn meet agre begin promis plan describ mention show hand give take put"
)
"""Verbs after which a place is where something else is, or was, or where somebody is only going."""
_ELSEWHEN = listed(
    "yesterday tomorrow tonight last next ago earlier later once again every always usually often never "
    "years was were had did used when until before after since during about like of lie"
)


class Elsewhere(NamedTuple):
    """A sentence has somebody at a place now."""

    person: Mention
    place: Mention
    at_once: bool


def stays(statement: Statement) -> Iterator[Elsewhere]:
    """Everyone whom the sentence puts at a known place, as things stand."""
    low = statement.sentence.low
    people = [m for m in statement.of_kind("character") if not m.possessive]
    heading = _heading(statement)
    if heading is not None and people:
        yield Elsewhere(people[0], heading, True)
        return
    places = statement.of_kind("place")
    if not places or any(w in PICTURES for w in low):
        return
    if statement.passage.kind == "prompt" or low[0] in _SETS:
        yield from _set(statement, people, places)
        return
    at_once = _says_at_once(low)
    for place in places:
        if place.possessive or not _so(statement, place):
            continue
        whose = _who(statement, people, place, at_once)
        if whose is not None:
            yield Elsewhere(whose, place, at_once)


def _set(statement: Statement, people: list[Mention], places: tuple[Mention, ...]) -> Iterator[Elsewhere]:
    """Where a prompt or a note has the scene drawn: whatever place it names, save one that is seen or meant."""
    low = statement.sentence.low
    for place in places:
        begin, end = clause_at(low, place.start)
        seen = not _SEEN_FROM.isdisjoint(low[place.end : end])
        if (
            people
            and not place.possessive
            and not seen
            and _is_set(low, place)
            and _NOT_THE_SET.isdisjoint(low[begin : place.start])
            and not denies(low)
        ):
            yield Elsewhere(people[0], place, True)
            return


def _is_set(low: tuple[str, ...], place: Mention) -> bool:
    """Whether somebody is in a place, or it is put first: `through the Cape`, `Cape interior`, `BG: the Cape`."""
    begin = place.start - (low[max(0, place.start - 1)] == "the")
    before, after = low[max(0, begin - 1) : begin], low[place.end : place.end + 1]
    put = after in (("interior",), ("exterior",), ("inside",)) or (before in ((), (":",)) and after != (":",))
    return put or before in (("at",), ("in",), ("inside",), ("on",), ("through",), ("along",), ("across",))


_SETS = listed("bg background set location setting")
_NOT_THE_SET = listed(
    "distance distant far toward towards to from of sign postcard map view seen beyond above behind about poster name "
    "thinking dreaming remembering after before for like outside across over"
)
_SEEN_FROM = listed("distance distant far beyond behind background horizon sign postcard map poster painting")


def _heading(statement: Statement) -> Mention | None:
    """The place of a scene heading, `INT. LIGHTHOUSE.`, that stands before the sentence."""
    if statement.passage.kind == "line" or not statement.earlier:
        return None
    before = statement.earlier[0]
    places = before.of_kind("place")
    if len(places) == 1 and not places[0].possessive and _is_slug(before, places[0]):
        return places[0]
    words = len(before.sentence.low)
    if len(places) != 1 or words - (places[0].end - places[0].start) > 1 or places[0].start > 1:
        return None
    headed = len(statement.earlier) > 1 and statement.earlier[1].sentence.low in _SLUGS
    return places[0] if headed else None


def _is_slug(before: Statement, place: Mention) -> bool:
    """Whether a sentence is nothing but a place and the hour, the number or the size of a shot: `C5: Cape, int.`."""
    low = before.sentence.low
    rest = [w for i, w in enumerate(low) if not place.start <= i < place.end]
    marks = all(w in _SLUG_WORDS or any(c.isdigit() for c in w) for w in rest)
    capital = before.sentence.words[place.start][:1].isupper() and before.sentence.end in (".", "", "\n", "…")
    return marks and capital


_SLUG_WORDS = listed(
    "int ext interior exterior the same hour moment time , : – — scene cut to night day morning evening dusk dawn noon "
    "midnight afternoon wide shot ls ms cu establishing meanwhile elsewhere inside outside continuous now and at in"
)
_SLUGS = (("int",), ("ext",), ("int", "ext"), ("interior",), ("exterior",), ("cut", "to"))


def _so(statement: Statement, place: Mention) -> bool:
    """Whether it is said of the present that somebody is at the place."""
    sentence, low = statement.sentence, statement.sentence.low
    begin, _ = clause_at(low, place.start)
    leading = low[: place.start]
    stayed = _not_left(low, place)
    denied = denies(low[begin : place.start]) and not stayed and low[begin : begin + 1] != ("do",)
    if denied or asked_of(sentence, place.start) or supposed_in(low, place.start) or remembered_in(leading):
        return False
    at_once = _says_at_once(low)
    if later_in(leading) or any(w in _ELSEWHEN and not at_once for w in low[begin : place.start]):
        return False
    return stayed or _preposed(low, place) or low[place.end : place.end + 2] == (",", "where")


def _not_left(low: tuple[str, ...], place: Mention) -> bool:
    """`has not left the pier all day`."""
    before = [w for w in low[max(0, place.start - 5) : place.start] if w != "the"]
    return before[-1:] in (["left"], ["leave"], ["leaves"]) and any(w in NEGATIONS for w in before)


def _preposed(low: tuple[str, ...], place: Mention) -> bool:
    before = [w for w in low[max(0, place.start - 3) : place.start] if w != "the"]
    if before[-2:] in (["interior", "of"], ["inside", "of"], ["exterior", "of"]) or (
        place.start <= 1 and low[place.end : place.end + 1] == (":",)
    ):
        return True
    return before[-1:] in (["at"], ["in"], ["on"], ["inside"], ["aboard"], ["by"], ["outside"])


def _who(statement: Statement, people: list[Mention], place: Mention, at_once: bool) -> Mention | None:
    """Who is at the place: the subject before it, or the first one named after it where it comes first."""
    low = statement.sentence.low
    before = [m for m in people if m.end <= place.start]
    for person in reversed(before):
        if at_once or _is_there(statement, person, place):
            return person
    if not before and place.start <= (8 if at_once else 4) and not _subject_between(low, place):
        after = [m for m in people if m.start >= place.end]
        following = low[place.end : place.end + 1]
        if after and following in ((",",), (":",), ("–",), ("—",)):
            shown = low[max(0, after[0].start - 2) : after[0].start] in (("it", "is"), ("it", "'s"))
            leads = after[0].start <= place.end + 3 or shown or low[after[0].start - 1] == ":"
            return after[0] if leads else None
        if after or at_once or not low[: place.start] or low[0] not in _STILL:
            return after[0] if after and at_once else None
        return _asked_after(statement)
    speaker = statement.passage.speaker
    if speaker and at_once and low[:2] == ("i", "'m"):
        return Mention(0, 1, "character", (speaker,), False)
    return None


def _asked_after(statement: Statement) -> Mention | None:
    """Who was asked after in the sentence before: `Aoi? Still at the pier.`."""
    if not statement.earlier:
        return None
    before = statement.earlier[0]
    people = before.of_kind("character")
    alone = len(people) == 1 and len(before.sentence.low) == people[0].end - people[0].start
    where = before.sentence.low[:2] in (("where", "is"), ("where", "'s")) and len(people) == 1
    return people[0]._replace(start=0, end=0) if alone or where else None


_STILL = listed("still already over back up down in at on out probably surely off")


def _subject_between(low: tuple[str, ...], place: Mention) -> bool:
    """Whether something else than somebody is what is at the place that a sentence begins with."""
    return any(inflected(w) for w in low[: place.start] if w not in ("meanwhile",)) and low[:2] != (
        "cut",
        "to",
    )


def _is_there(statement: Statement, person: Mention, place: Mention) -> bool:
    """`Aoi is at the pier`, `Aoi waits at the pier for news`: nothing else stands between them."""
    low = statement.sentence.low
    between = low[person.end : place.start]
    if len(between) > 12 or low[max(0, person.start - 1) : person.start] in (
        ("of",),
        ("about",),
        ("from",),
        ("for",),
    ):
        return False
    at = place.start - 1 - (low[place.start - 1] == "the")
    verbs = [w for w in between if inflected(w) or (w.endswith("ing") and len(w) > 4) or w == "left"]
    finite = [w for w in verbs if not w.endswith("ing")]
    if any(w.endswith("ed") or (w in PAST and w != "left") for w in finite) or any(
        stem(w) in _GOING for w in between
    ):
        return bool(_not_left(low, place))
    if between[:1] == (",",) and all(w in ADVERBS or w in ("at", "in", "the", ",") for w in between):
        return True
    if not verbs and (
        len(between) > 4 or (statement.passage.kind in ("line", "summary") and not _scene_opens(low))
    ):
        return False
    return not _noun_before(low, at)


def _scene_opens(low: tuple[str, ...]) -> bool:
    """`The scene opens on Aoi, alone at the pier`."""
    return any(w in ("scene", "shot", "camera", "cut", "find", "finds") for w in low)


def _noun_before(low: tuple[str, ...], at: int) -> bool:
    """Whether a noun with an article stands right before the preposition: `the fire at the pier`."""
    word = low[at - 1] if at else ""
    if word in FUNCTION or word == "," or word.endswith("ing") or word in _TIMES:
        return False
    return any(w in DETERMINERS - _OWN for w in low[max(0, at - 3) : at - 1])


_OWN = listed("his her their my your our")


_TIMES = listed("alone hour hours day morning evening night afternoon time while scene")


def _says_at_once(low: tuple[str, ...]) -> bool:
    whole = f" {' '.join(low)} "
    return not _AT_ONCE.isdisjoint(low) or any(phrase in whole for phrase in _PHRASES)

"""Who is said to have a thing in their hands, and whether a thing is said to be there at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from anigen_assets.story.continuity.prose.english import DETERMINERS, FUNCTION, inflected
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
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

_HANDLING = stems(
    "pick grab hold carri grip clutch lift rais pocket use us wear hand giv give pass offer show wav "
    "wave wind turn twirl spin tap unwrap unfold open clos close lock unlock ring blow play polish "
    "examin produc pull draw swing stroke strok clean rub put set lay plac tuck hid hide keep brandish "
    "point aim press push toss throw drop wrap grab tak take shak shake weigh hug cradl light fold read "
    "write stamp fill pour dangle dangl test winds inspect bring fetch own possess sell pawn trade have "
    "cling click wield flip slip stow"
)
_HANDS = listed(
    "hand hands palm palms pocket pockets bag fingers fist arm arms grip grasp belt sleeve apron coat "
    "satchel neck shoulder lap"
)  # fmt: skip
_AWAY = listed(
    "bottom lost missing gone vanished destroyed broken burnt burned drowned replica copy drawing stolen where "
    "once belonged named mind shape shaped pieces shards ashes remains dreamt dreamed"
)
_SOUGHT = listed(
    "search searches searching looks look looking seek seeks want wants wanted needs need find finds "
    "found asks ask without misses wishes wish talk talks speak speaks about"
)


_WONDERING = listed("asks ask knows know wonders wonder tell tells see guess guesses says")
_BYGONE = listed("had used once memory")
_NO_SIGN = listed("was were is has had used 's belongs belonged needs means meant remains")


class Holding(NamedTuple):
    """A sentence puts a thing into somebody's hands, or into the scene.

    Attributes:
        item: Its mention.
        holder: Who has it; None when it is only there.
    """

    item: Mention
    holder: Mention | None


def holdings(statement: Statement) -> Iterator[Holding]:
    """What a sentence says that somebody holds, uses or gives, or that lies there."""
    sentence, low = statement.sentence, statement.sentence.low
    items = statement.of_kind("item")
    kind = statement.passage.kind
    if not items or (kind != "prompt" and any(w in PICTURES for w in low)) or not _BYGONE.isdisjoint(low):
        return
    if (statement.passage.kind == "line" and "can" in sentence.bag) or not _AWAY.isdisjoint(sentence.bag):
        return
    if any(w in ("who", "whoever") and (not at or low[at - 1] in _WONDERING) for at, w in enumerate(low)):
        return
    cue = any(stem(word) in _HANDLING for word in low) or not _HANDS.isdisjoint(sentence.bag)
    cue = cue or low[0] in ("with", "using")
    for item in items:
        if (
            item.start in sentence.quoted
            or _is_part(statement, item)
            or item.possessive
            or _is_kind(statement, item)
        ):
            continue
        if asked_of(sentence, item.start) or remembered_in(low[: item.start]):
            continue
        if supposed_in(low, item.start) and not (kind == "note" and {"should", "must"} & sentence.bag):
            continue
        before = low[clause_at(low, item.start)[0] : item.start]
        if later_in(low[: item.start]):
            continue
        if low[max(0, item.start - 1)] in ("a", "an", "another", "every", "some", "no"):
            continue
        pointed = low[0] in ("look", "behold") and low[1:2] == ("at",)
        if denies(before) or (not pointed and not _SOUGHT.isdisjoint(before)) or "where" in before:
            continue
        handler = _handler(statement, item)
        there = (
            cue
            or handler is not None
            or pointed
            or kind == "prompt"
            or (item.end < len(low) and inflected(low[item.end]) and low[item.end] not in _NO_SIGN)
            or any(
                w
                in (
                    "be",
                    "lies",
                    "stands",
                    "is",
                    "hangs",
                    "rests",
                    "gleams",
                    "sits",
                    "glints",
                    "stays",
                    "leans",
                )
                for w in low
            )
        )
        holder = (_holder(statement, item) if cue else None) or handler
        if holder is not None or there:
            yield Holding(item, holder)


def _is_kind(statement: Statement, item: Mention) -> bool:
    """Whether the whole name of a thing is one common word: there are other umbrellas than the umbrella."""
    names = (statement.canon.value(one, "name").removeprefix("the ") for one in item.ids)
    return any(name.isalpha() and name.islower() for name in names)


def _is_part(statement: Statement, item: Mention) -> bool:
    """`the ring on the tide ledger's cover`, `a picture of the ring`, `talk about the ring`."""
    low = statement.sentence.low
    before = low[max(0, item.start - 3) : item.start]
    return any(w in ("about", "than", "for") for w in before) or (
        "of" in before
        and not any(w in ("help", "hold", "out") for w in low[max(0, item.start - 4) : item.start])
    )


def _holder(statement: Statement, item: Mention) -> Mention | None:  # noqa: PLR0911, PLR0912 - one return a case
    low, people = statement.sentence.low, statement.of_kind("character")
    for person in people:
        if person.possessive and any(w in _HANDS for w in low[person.end + 1 : person.end + 5]):
            return person
        if person.start and low[person.start - 1] == "by":
            return person
    owner = next(
        (m for m in people if m.possessive and m.end + 1 >= item.start - 2 and m.end < item.start), None
    )
    if owner is not None and any(w in _HANDS for w in low):
        return owner
    subject = next((m for m in people if not m.possessive and m.start < item.start and _leads(low, m)), None)
    if subject is not None and any(stem(w) in _HANDLING for w in low[subject.end : item.start + 1]):
        return subject
    for word_at, word in enumerate(low):
        if word in ("his", "her") and any(w in _HANDS for w in low[word_at + 1 : word_at + 4]):
            ids = statement.meant(word, word_at)
            if ids:
                return Mention(word_at, word_at + 1, "character", ids, True)
    for at, word in enumerate(low):
        if word in ("he", "she", "you") and any(stem(w) in _HANDLING for w in low[at + 1 : at + 4]):
            reaches = at < item.start or "it" in low[at:]
            ids = statement.meant(word, at) or (_addressed(statement) if word == "you" else ())
            return Mention(at, at + 1, "character", ids, False) if ids and reaches else None
    if low[0].endswith("ing") and stem(low[0]) in _HANDLING:
        comma = next((i for i in range(item.end, len(low)) if low[i] == ","), len(low))
        return next((m for m in people if m.start == comma + 1), None)
    if (
        statement.passage.speaker
        and low[:1] == ("i",)
        and any(stem(w) in _HANDLING for w in low[1 : item.start])
    ):
        return Mention(0, 1, "character", (statement.passage.speaker,), False)
    after = next((m for m in people if m.start > item.end and not m.possessive), None)
    if after is not None and subject is None and low[:1] in (("with",), ("in",), ("from",), ("out",)):
        return after
    return None


def _addressed(statement: Statement) -> tuple[str, ...]:
    """Who is called by name in this sentence or the one before."""
    for one in (statement, *statement.earlier[:1]):
        for mention in one.of_kind("character"):
            low = one.sentence.low
            before = low[mention.start - 1] if mention.start else ","
            after = low[mention.end] if mention.end < len(low) else ","
            if before == "," and after == ",":
                return mention.ids
    return ()


def _handler(statement: Statement, item: Mention) -> Mention | None:
    """Who does something to a thing: the subject of a verb whose object it is, whatever the verb."""
    low, people = statement.sentence.low, statement.of_kind("character")
    subject = next((m for m in people if not m.possessive and m.end <= item.start and _leads(low, m)), None)
    if subject is None:
        return None
    if low[max(0, item.start - 2) : item.start - 1] == ("with",) and low[item.start - 1] in DETERMINERS:
        return subject
    verbs = [at for at in range(subject.end, item.start) if inflected(low[at]) or low[at].endswith("ing")]
    if not verbs or stem(low[verbs[-1]]) in _AT_A_DISTANCE:
        return None
    between = low[verbs[-1] + 1 : item.start]
    direct = all(w in DETERMINERS or w in _PARTICLES or (w.isalpha() and w not in FUNCTION) for w in between)
    return subject if direct else None


_PARTICLES = listed("up out down off over away back")
_AT_A_DISTANCE = stems(
    "be have see saw watch look want need seek miss ask mention describ draw rememb know name admir "
    "break lose return sell envi recogni find steal lack call hear think forget forgot like love hate "
    "dread paint count leave left"
)


def _leads(low: tuple[str, ...], mention: Mention) -> bool:
    """Whether a name can be the subject: nothing before it makes it an object."""
    before = low[mention.start - 1] if mention.start else ""
    return before not in (
        "of",
        "about",
        "for",
        "to",
        "from",
        "with",
        "at",
        "than",
        "like",
        "near",
        "behind",
        "beside",
    )

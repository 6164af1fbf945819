"""What a line says of somebody who is gone: that they are near, want something, or were met just now."""

from __future__ import annotations

from anigen_assets.story.continuity.prose.english import AUXILIARIES, PAST
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    asked,
    clause_at,
    denies,
    remembered,
    reported_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.subjects import FROM_AFAR, LEGACY, OF_THE_DEAD, verb_after
from anigen_assets.story.continuity.prose.words import stem

_PRESENCE = listed(
    "here there outside downstairs upstairs back home inside waiting asleep awake coming busy around next "
    "by at in on with behind beside under standing sitting right"
)
_RECENT = listed("earlier today just now morning afternoon evening tonight yesterday minute hour moment noon")
_LATELY = listed("just now today minute minutes morning")
_MEETING = listed(
    "saw see met meet spoke speak talked talk asked told called gave handed showed helped had ate drank "
    "walked danced played sat danced went"
)


def _has_done(word: str) -> bool:
    """`has made pancakes`, but not `has taught me`, `has gone`, `has always`."""
    told = (
        word in OF_THE_DEAD or word in FROM_AFAR or word in LEGACY or stem(word) in LEGACY or word == "been"
    )
    return not told and (word in PAST or word.endswith(("ed", "en")))


_WE_DO = listed("are 're have 've will 'll want need go")
_BEHOLD = {(where, verb) for where in ("there", "here") for verb in ("comes", "is", "'s", "goes")}


def spoken(statement: Statement, mention: Mention, *, dead: bool = False) -> str:  # noqa: PLR0911, PLR0912 - one return a case
    """What a line says of somebody who is gone: that they are near, want something, or were met just now.

    Args:
        dead: Whether they cannot even send word.
    """
    sentence, low = statement.sentence, statement.sentence.low
    if mention.possessive:
        return ""
    if _is_called(low, mention):
        return "" if _is_farewell(statement) else "is spoken to"
    if dead and _sent_word(statement, mention):
        return "sends word"
    if _excused(statement, mention):
        return ""
    begin, _ = clause_at(low, mention.start)
    if denies(low[begin : mention.end + 3]) or reported_in(low[: mention.start]):
        return ""
    following = low[mention.end : mention.end + 4]
    if low[max(0, mention.start - 2) : mention.start] in _BEHOLD:
        return "comes"
    recent = not _RECENT.isdisjoint(sentence.bag)
    if following[:1] in (("is",), ("'s",)):
        rest = [w for w in following[1:] if w not in ("just", "still", "already", "only", "right", "now")]
        near = bool(rest) and (rest[0] in _PRESENCE or rest[0].endswith("ing"))
        return "is near" if near else ""
    if (
        following[:1]
        and following[0] in ("'ll", "will")
        and "back" not in following
        and "return" not in following
    ):
        return "will act"
    if following[:2] in (("and", "i"), ("and", "me")) and following[2:3] and following[2] in _WE_DO:
        return "acts together"
    if following[:1] == ("has",) and following[1:2] and _has_done(following[1]):
        return following[1]
    verb = verb_after(statement, mention)
    past = verb in PAST or verb.endswith("ed")
    if verb and verb not in AUXILIARIES and not past:
        return verb
    if verb and past and recent and "ago" not in sentence.bag.difference(_ago_near(low)):
        return verb
    if (
        any(w in _MEETING for w in low[: mention.start])
        and recent
        and mention.start
        and low[mention.start - 1] not in ("of", "about")
    ):
        return "was met just now"
    return (
        "can be asked"
        if low[: mention.start]
        in (("ask",), ("go", "ask"), ("let", "'s", "ask"), ("just", "ask"), ("call",), ("fetch",), ("tell",))
        else ""
    )


def _is_called(low: tuple[str, ...], mention: Mention) -> bool:
    """Whether a name is set off on both sides, as who is spoken to is."""
    before = low[mention.start - 1] if mention.start else ""
    after = low[mention.end] if mention.end < len(low) else ""
    alone = not before and not after
    apposed = low[mention.end + 1 : mention.end + 2] in (
        ("who",),
        ("my",),
        ("your",),
        ("his",),
        ("her",),
        ("the",),
        ("a",),
    )
    return before in ("", ",", *_GREETINGS) and after in ("", ",") and not alone and not apposed


_GREETINGS = listed("hello hi hey morning evening oh welcome goodnight thanks sorry")
_FAREWELLS = listed(
    "miss goodbye farewell rest forgive wish remember promise promised peace wherever heaven hear dear "
    "if grave died dead gone missed mourn where ghost amen still late when someday letter write wrote "
    "back"
)


def _is_farewell(statement: Statement) -> bool:
    """Whether a line speaks to somebody who cannot hear it, or only names them: a prayer, a toast, a list."""
    low = statement.sentence.low
    around = [*low, *(word for earlier in statement.earlier for word in earlier.sentence.low)]
    others = [m for m in statement.of_kind("character") if m.start > 0]
    listed_too = any(low[max(0, m.start - 1)] in ("and", "or") for m in others) or "and" in low[:1]
    supposed = "would" in low and not asked(statement.sentence)
    return not _FAREWELLS.isdisjoint(around) or listed_too or supposed


def _sent_word(statement: Statement, mention: Mention) -> bool:
    low, bag = statement.sentence.low, statement.sentence.bag
    verb = low[mention.end] if mention.end < len(low) else ""
    near = not _RECENT.isdisjoint(bag) or bool(_ago_near(low))
    return (
        verb in _WORD_SENT and near and not supposed_in(low, mention.start) and not asked(statement.sentence)
    )


_WORD_SENT = listed("phoned rang called telephoned texted messaged radioed cabled wired wrote emailed")


def _excused(statement: Statement, mention: Mention) -> bool:
    """Whether a line remembers, supposes or asks."""
    sentence = statement.sentence
    lately = not _LATELY.isdisjoint(sentence.bag) and "used" not in sentence.bag
    past = (
        remembered(sentence)
        and not lately
        and not (_ago_near(sentence.low) and sentence.bag.isdisjoint(("had", "used", "letter")))
    )
    gone = not OF_THE_DEAD.isdisjoint(sentence.bag)
    return (
        past
        or gone
        or asked(sentence)
        or supposed_in(sentence.low, mention.start)
        or sentence.low[: mention.start][-1:] == ("when",)
        or not (FROM_AFAR - {"back", "radio", "phone"}).isdisjoint(sentence.bag)
    )


def _ago_near(low: tuple[str, ...]) -> frozenset[str]:
    """`ago` when it means minutes or hours."""
    at = low.index("ago") if "ago" in low else 0
    near = at > 0 and low[at - 1] in ("hour", "hours", "minute", "minutes", "moment", "second", "seconds")
    return frozenset(("ago",)) if near else frozenset()

"""Who is told of as somebody new: a stranger called Aoi, Aoi, whom nobody has seen before, `who on earth is Aoi?`."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    NEGATIONS,
    PICTURES,
    denies,
    remembered_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement

_NEW = listed("stranger newcomer unknown nobody-knows arrival outsider newest foreigner")
_KINDS = listed(
    "girl boy woman man face pupil student teacher neighbour neighbor sailor guest person somebody "
    "someone visitor arrival character resident lodger hand recruit apprentice doctor name lady "
    "gentleman figure kid child colleague"
)
_NAMING = tuple(
    tuple(words.split())
    for words in [
        "called",
        "named",
        ",",
        "by the name of",
        "name is",
        "introduced as",
        ":",
        "this is",
        "name",
        "goes by",
        "herself as",
        "himself as",
        "as",
        "herself",
        "himself",
    ]
)
_LEADS = listed("a an new brand somebody someone just who still only the")
_COMING = listed(
    "sets foot appears appear enters enter steps comes arrives walks seen shows introduced heard meets "
    "meet turns sees join joins"
)
_SEEN = listed("seen met heard known knows know recognises recognizes recognised recognized eyes")
_ALL = listed(
    "nobody no-one none everyone everybody all one us them audience room anyone anybody ever viewers story"
)
_AGAIN = listed("again usual always day days weeks months years yesterday every since")
_LONG_SINCE = listed("used pretend pretends had")
_CUES = _NEW | listed(
    "new may let first never nobody none no-one who mysterious unfamiliar arrived introduces introduced "
    "name appearance seen heard never-before-seen debut debuts certain one strange"
)
MOST_BETWEEN = 9


def arrivals(statement: Statement, following: Statement | None = None) -> Iterator[Mention]:
    """People whom a sentence, with the ones beside it, has come in as if nobody had ever seen them."""
    low = statement.sentence.low
    beside = (*statement.earlier[:2], *((following,) if following is not None else ()))
    if not statement.mentions or statement.passage.kind == "prompt":
        return
    if _CUES.isdisjoint(statement.sentence.bag) and all(_CUES.isdisjoint(s.sentence.bag) for s in beside):
        return
    if any(w in PICTURES for w in low):
        return
    for mention in statement.of_kind("character"):
        if _introduced(low, mention) or (_is_named(low, mention) and _says_new((statement, *beside))):
            yield mention
            continue
        if (
            remembered_in(low[: mention.start])
            or supposed_in(low, mention.start)
            or not _LONG_SINCE.isdisjoint(low)
        ):
            continue
        if _comes_new(low, mention) or _is_one(low, mention) or _never_seen(statement, mention, following):
            yield mention


def _introduced(low: tuple[str, ...], mention: Mention) -> bool:
    """Whether somebody is presented: `May I introduce Aoi?`."""
    return low[max(0, mention.start - 3) : mention.start] in (
        ("may", "i", "introduce"),
        ("let", "me", "introduce"),
        ("me", "to", "introduce"),
    )


def _says_new(beside: tuple[Statement, ...]) -> bool:
    whole = " ".join(" ".join(one.sentence.low) for one in beside if not denies(one.sentence.low))
    return any(f" {words} " in f" {whole} " for words in _NEW_HERE)


_NEW_HERE = (
    "new here", "new in town", "new around here", "a stranger", "a newcomer", "just moved", "just arrived",
    "somebody new", "someone new", "the new one", "new face", "new girl", "new boy", "new arrival", "new neighbour",
    "new character", "out of the blue", "first day here", "unknown figure", "unfamiliar figure", "unfamiliar face",
    "never-before-seen", "from out of town",
)  # fmt: skip


def _is_named(low: tuple[str, ...], mention: Mention) -> bool:
    """Whether somebody gives or is given a name: `my name is Aoi`, `new character: Aoi`, `Aoi, they say`."""
    before = low[max(0, mention.start - 2) : mention.start]
    given = before in (
        ("name", "is"),
        ("name", "'s"),
        ("i", "am"),
        ("i", "'m"),
        ("it", "is"),
        ("she", "is"),
        ("he", "is"),
    )
    said = low[mention.end : mention.end + 3] in (
        (",", "they", "say"),
        (",", "it", "is"),
        (",", "they", "call"),
    )
    listed_as = before[-1:] == (":",) and (before[0] in _KINDS or before[0] in _NEW)
    return given or listed_as or (said and not mention.start)


def _is_one(low: tuple[str, ...], mention: Mention) -> bool:
    """`one Aoi`, `a certain Aoi`, `some stranger by the name of Aoi`, `the enigmatic stranger Aoi`, `Aoi's debut`."""
    before, after = low[max(0, mention.start - 8) : mention.start], low[mention.end : mention.end + 2]
    if mention.possessive:
        return low[mention.end + 1 : mention.end + 2] == ("debut",)
    if before[-2:] == ("a", "certain") or (before[-1:] == ("one",) and before[-2:-1] in _TO_ONE):
        return True
    if before[-1:] == ("stranger",) and not denies(before):
        return True
    if after[:1] in (("debut",), ("debuts",)):
        return True
    some = any(
        before[i : i + 1] == ("some",) and "stranger" in before[i + 1 : i + 3] for i in range(len(before))
    )
    heard = before[-2:] == ("the", "name") and "first" in low and not _HEARING.isdisjoint(low)
    unknown = (
        before[-1:] == ("who",) and after[:1] in (("is",), ("might",)) and not _NOBODY.isdisjoint(before)
    )
    return heard or unknown or (some and before[-1:] in (("of",), ("called",), ("named",)))


_TO_ONE = (("to",), ("for",), ("is",), ("by",), ("of",), ("from",), ("meet",), ("meets",))
_HEARING = listed("hears hear heard hearing reads")
_NOBODY = listed("nobody no-one none no")


def _comes_new(low: tuple[str, ...], mention: Mention) -> bool:
    """Whether the words around a name call its bearer new."""
    before = low[max(0, mention.start - MOST_BETWEEN) : mention.start]
    after = low[mention.end : mention.end + 9]
    if mention.possessive:
        return "first" in before and after[1:2] in (("first",), ("debut",))
    named = any(before[-len(words) :] == words for words in _NAMING)
    if before[-3:] in (("introduces", "herself", "as"), ("introduces", "himself", "as")) or before[-3:] == (
        "gives", "the", "name",
    ):  # fmt: skip
        return True
    if named and _is_new(before) and not denies(before[-2:]):
        return True
    apposed = after[:1] in ((",",), ("is",), ("'s",)) and not _LEADS.isdisjoint(after[1:2])
    if apposed and not denies(after[:3]) and _is_new(after[:6]) and not _to_somebody(low, after):
        return True
    if _first_time(low, mention):
        return True
    return any(
        low[i : i + 2]
        in (("first", "appearance"), ("first", "entrance"), ("first", "scene"), ("new", "character"))
        for i in range(len(low))
    )


def _is_new(words: tuple[str, ...]) -> bool:
    """`a stranger`, `a new girl`, `an unknown visitor`: not `the stranger`, who may have been met before."""
    for at, word in enumerate(words):
        article = words[at - 1] if at else ""
        kind = any(w in _KINDS for w in words[at + 1 : at + 3])
        if words[at + 1 : at + 2] == ("'s",):
            continue
        if word in _NEW and (article in ("a", "an", "mysterious", "complete", "total", "perfect") or kind):
            return True
        here = words[at + 1 : at + 2] in (("here",), ("in",), ("to",), (".",))
        if word == "new" and (
            article in ("brand", "somebody", "someone") or (article == "is" and here) or kind
        ):
            return True
        if word in ("mysterious", "unfamiliar") and kind and article in ("a", "an"):
            return True
        if word == "arrived" and "just" in words[:at]:
            return True
    return False


def _to_somebody(low: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """`to the inspector she is a stranger`: to one, not to all."""
    at = after.index("to") if "to" in after else -1
    universal = any(w in ("everyone", "everybody", "all", "us", "them", "the") for w in after[at : at + 3])
    return low[0] == "to" or (at >= 0 and not universal)


def _first_time(low: tuple[str, ...], mention: Mention) -> bool:
    """`for the first time, Aoi sets foot in the place`; not `for the first time in weeks`."""
    at = next((i for i in range(len(low)) if low[i : i + 3] == ("the", "first", "time")), None)
    if at is None or not _AGAIN.isdisjoint(low[at + 3 : at + 7]):
        return False
    leads = at < mention.start and not _COMING.isdisjoint(low[mention.end : mention.end + 2])
    last = (
        at > mention.end and at + 3 == len(low) and not _COMING.isdisjoint(low[mention.end : mention.end + 2])
    )
    others = any(w in ("meets", "meet", "sees") for w in low)
    by_all = "by" in low[mention.end :] and not _ALL.isdisjoint(low[mention.end :])
    return ((leads or last) and not others) or by_all


def _never_seen(statement: Statement, mention: Mention, following: Statement | None) -> bool:
    """Whether nobody has ever seen or heard of them, or somebody asks who on earth they are."""
    low = statement.sentence.low
    before, after = low[: mention.start], low[mention.end :]
    beside = [s.sentence.low for s in (*statement.earlier[:2], following) if s is not None]
    asked = before[-1:] in (("is",), ("'s",), ("this",)) and "who" in before[-6:]
    wondered = any(_asks_who(words) for words in (low, *beside)) or (
        asked and not {"earth", "devil"} & set(low)
    )
    unheard = any(_unheard(words) for words in (low, *beside))
    if asked and ({"earth", "devil", "hell"} & set(low) or unheard):
        return True
    alone = len(low) == mention.end - mention.start or before[-1:] in (
        ("eyes",),
        ("on",),
        ("of",),
        ("met",),
        ("seen",),
    )
    odd = any(words[:2] == ("what", "a") and words[-1:] == ("name",) for words in beside)
    if alone and odd and statement.sentence.end == "?":
        return True
    if alone and not _asks_whether(statement) and (wondered or statement.sentence.end == "?") and unheard:
        return True
    if any(words[-2:] in (("somebody", "new"), ("someone", "new")) for words in beside) and before[-1:] == (
        "meet",
    ):
        return True
    object_of = before[-1:] in (
        ("seen",),
        ("met",),
        ("of",),
        ("on",),
        ("knows",),
        ("recognises",),
        ("recognizes",),
    )
    first_seen = (
        "never" in before
        and after[:1] == ("before",)
        and after[1:2] in ((), ("today",), ("now",), ("tonight",))
    )
    by_all = first_seen or (not _asks_whether(statement) and not _ALL.isdisjoint(before) and _unheard(low))
    apposed = after[:1] == (",",) and not _ALL.isdisjoint(after[1:4]) and _unheard(after[:9], lasting=False)
    return (object_of and by_all) or apposed


def _asks_whether(statement: Statement) -> bool:
    """`Has anybody never met her?` says of nobody that they have not."""
    return statement.sentence.end == "?" and statement.sentence.low[0] in (
        "has",
        "have",
        "did",
        "does",
        "is",
        "do",
    )


def _asks_who(low: tuple[str, ...]) -> bool:
    """`who is this`, `who this might be`, `and you are`."""
    said = f" {' '.join(low)} "
    return any(
        f" {words} " in said for words in ("who is this", "who 's this", "who this", "who that is")
    ) or (low[-2:] == ("you", "are"))


def _unheard(low: tuple[str, ...], *, lasting: bool = True) -> bool:
    """`nobody has ever seen`, `never heard of`, `none of them knows`, `never laid eyes on`."""
    at = next((i for i, word in enumerate(low) if word in NEGATIONS), None)
    if at is None:
        return False
    seen = next((w for w in low[at : at + 7] if w in _SEEN), "")
    ever = not lasting or any(
        w in ("before", "ever", "never", "of", "yet", "life", "name", "eyes", "none") for w in low[at:]
    )
    return bool(seen) and ever

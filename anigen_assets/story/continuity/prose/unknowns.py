"""Names in prose that nobody has: people, places and groups that canon does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from anigen_assets.story.continuity.prose.english import CONJUNCTIONS, FUNCTION, MONTHS, PAST, inflected
from anigen_assets.story.continuity.prose.known import KnownWords
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.names import TITLES

_PLACES = listed(
    "street road lane avenue square bridge station market harbour harbor port tower hall hill mountain "
    "mount lake river bay island isle forest wood woods valley castle palace temple shrine church abbey "
    "cathedral school academy university hospital inn tavern cafe café hotel theatre theater museum "
    "library gate garden gardens park arcade quay pier wharf docks cape point beach cove alley court "
    "keep crossing landing heights gardens row wharf inn arms barracks prison ruins house hall shore "
    "strand ridge mine terrace plaza village town city district quarter observatory lighthouse mill "
    "farm manor house cemetery pass falls caves cavern desert cliffs"
)
_BEFORE_PLACES = listed("fort mount lake port cape castle mont san santa villa")
_GROUPS = listed(
    "guild order league brotherhood sisterhood society bureau company clan council union club circle "
    "syndicate cabal covenant legion army fleet alliance federation ministry cult gang crew tribe coven "
    "consortium company association fellowship militia watch wardens guard guards watchmen rangers knights "
    "ministry party corps regiment squad band family clan house cartel trust institute commission "
    "committee agency authority senate parliament assembly congregation lodge coalition confederacy "
    "rebels pirates sect"
)
_TALES = listed(
    "drinks whistles quotes recites swears swear pours song songs novel story stories tale tales poem "
    "book film play opera legend myth hums hum sings reads bedtime joke jokes joked exist exists "
    "invented imaginary comic ballad hymn waltz tune chart constellation recipe brand painting"
)
"""Names in a sentence with one of these may be somebody else's invention."""
_THE_WORLD = listed(
    "london paris rome tokyo kyoto osaka berlin vienna venice york moscow egypt greece china japan "
    "england france germany spain italy africa america europe asia australia atlantic pacific arctic "
    "sherlock holmes watson robinson crusoe orion milky jericho babel eden noah adam eve moses jesus "
    "buddha romeo juliet hamlet cinderella dracula odysseus ulysses homer shakespeare mozart bach "
    "beethoven chopin debussy clair lune venus mars jupiter saturn mercury neptune morse lord god "
    "heaven hell santa claus father christmas mister nobody musketeers titanic atlantis troy newton "
    "einstein fuji everest himalaya sahara amazon nile thames seine buddhist zen bon appetit bravo "
    "mayday sos"
)
_EVENTS = listed(
    "supper walk fair night feast festival day days eve ball regatta race races games game war act "
    "treaty express line cup prize award dance parade week market match concert dinner lunch breakfast "
    "morning evening sunday new year report test exam project plan cake tea coffee soup blues march"
)
_PLACE_NOUNS = listed(
    "village town city port kingdom land county country region province isle island parish hamlet"
)
_THERE = listed(
    "at in to from near through past behind toward towards into inside outside across around beyond"
)
_ACTS = listed("with meets met sees greets follows asks tells beside ask tell call fetch meet")


class Unknown(NamedTuple):
    """A name that canon does not know."""

    name: str
    kind: Literal["person", "place", "group"]


def unknowns(statement: Statement, known: KnownWords) -> Iterator[Unknown]:
    """Names of people, places and groups in a sentence that nobody and nothing has.

    Args:
        known: Words and phrases that the show has used.
    """
    sentence = statement.sentence
    words, low = sentence.words, sentence.low
    if not any(word[:1].isupper() for word in words[1:]) and low[1:2] and low[1] not in _PERSONAL:
        return
    if not _TALES.isdisjoint(sentence.bag):
        return
    taken = {i for m in statement.mentions for i in range(m.start, m.end)}
    at = 0
    while at < len(words):
        if not _capital(words[at]) or at in taken or at in sentence.quoted:
            at += 1
            continue
        end = at
        while end < len(words) and end not in taken and (_capital(words[end]) or _joins(words, low, end)):
            end += 1
        alone = at == 0 and end == len(words)
        found = (
            None
            if alone or end in taken or _is_heading(words, at, end)
            else _judge(statement, at, end, known)
        )
        if found is not None:
            yield Unknown(" ".join(words[at:end]), found)
        at = end if end > at else at + 1


def _capital(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1 and word.casefold() not in MONTHS and not word.isupper()


def _joins(words: tuple[str, ...], low: tuple[str, ...], at: int) -> bool:
    """`of` and `of the` hold a name together."""
    if low[at] not in ("of", "the", "and") or at + 1 >= len(words) or at == 0:
        return False
    if low[at] == "the":
        return low[at - 1] == "of" and _capital(words[at + 1])
    following = words[at + 1]
    return low[at] == "of" and (
        _capital(following) or (low[at + 1] == "the" and _capital(words[min(at + 2, len(words) - 1)]))
    )


def _is_heading(words: tuple[str, ...], at: int, end: int) -> bool:
    return end < len(words) and words[end] == ":" and at == 0 and end - at == 1


def _judge(  # noqa: PLR0911, PLR0912 - one return a case
    statement: Statement, at: int, end: int, known: KnownWords
) -> Literal["person", "place", "group"] | None:
    low = statement.sentence.low
    start = at
    if at == 0:
        # The first word of a sentence has a capital letter anyway.
        while start < end and (low[start] in FUNCTION or low[start] in CONJUNCTIONS):
            start += 1
        if start == 0 and end > 1 and (low[0] in known.spoken or low[0] in _PARTS):
            start += 1
        if start == 0 and end - start < 2:
            return "person" if _acts_first(statement, known) else None
    name = tuple(w for w in low[start:end] if w not in ("of", "the"))
    while name and (name[0] in TITLES or name[0] in _CALLS):
        name = name[1:]
    if not name:
        return None
    if (
        len(name) < end - start
        and low[end - len(name) - 1] in TITLES
        and name[-1] not in known
        and not _THE_WORLD & set(name)
    ):
        return "person"
    headed = len(name) > 1 and (
        any(w in _GROUPS for w in name) or name[-1] in _PLACES or name[0] in _BEFORE_PLACES
    )
    if any(w in _THE_WORLD for w in name):
        return None
    if known.phrase(low[start:end]) if headed else all(w in known for w in name):
        return None
    if low[max(0, start - 1)] in ("no", "another", "any") or low[max(0, start - 2) : start] == (
        "there",
        "is",
    ):
        return None
    before = low[start - 1] if start else ""
    if before == "the" and start > 1:
        before = low[start - 2]
    if any(w in _GROUPS for w in name):
        return "group" if len(name) > 1 else None
    if name[-1] in _PLACES and len(name) > 1:
        return "place"
    if before == "of" and start > 1 and low[start - 2] in _PLACE_NOUNS:
        return "place"
    if len(name) > 1 and _EVENTS.isdisjoint(name):
        unheard = [w for w in name if w not in known]
        if low[max(0, start - 1)] == "the":
            many = name[-1].endswith("s") or len(unheard) == len(name)
            return "group" if start and unheard and many and not _of_a_kind(low, end) else None
        if unheard and statement.sentence.low[end : end + 1] != ("'s",):
            return "person"
    if any(w in known for w in name):
        return None
    if name[0] in _BEFORE_PLACES and len(name) > 1:
        return "place"
    beside = before == "and" and any(m.end == start - 1 for m in statement.of_kind("character"))
    called = beside or (before in ("called", "named") and len(name) > 1)
    person = called or (
        (before in _ACTS or low[at] in _ACTS or _is_agent(low, start) or _verb_follows(low, end))
        and low[max(0, start - 1)] != "the"
    )
    if person:
        return "person"
    if before in _THERE and len(name) <= 3 and low[max(0, start - 1)] != "the":
        told = statement.passage.kind != "line"
        return "place" if told and before in ("at", "in", "into", "near") else None
    return None


def _of_a_kind(low: tuple[str, ...], end: int) -> bool:
    """Whether a name only says what kind of thing follows it: `the Velmont theatre`, `the Hokusai print`."""
    return (
        bool(low[end : end + 1])
        and low[end].isalpha()
        and not inflected(low[end])
        and low[end] not in FUNCTION
    )


def _is_agent(low: tuple[str, ...], start: int) -> bool:
    """`poured by Ophelia`, but not a book by her."""
    verb = low[start - 2] if start > 1 else ""
    return low[max(0, start - 1)] == "by" and (verb.endswith(("ed", "en")) or verb in PAST)


def _verb_follows(low: tuple[str, ...], end: int) -> bool:
    following = low[end] if end < len(low) else ""
    return inflected(following) and following not in (
        "'s",
        "'d",
        "are",
        "were",
        "has",
        "was",
        "is",
        "do",
        "have",
    )


def _acts_first(statement: Statement, known: KnownWords) -> bool:
    """`Theodora told me so`: the first word, a verb of speech or meeting after it, and not a word of the language."""
    sentence = statement.sentence
    word = sentence.low[0]
    if (
        len(sentence.low) < 3
        or word in known
        or not word.isalpha()
        or len(word) < 4
        or word.endswith(("ing", "ly", "ness", "tion"))
    ):
        return False
    return sentence.low[1] in _PERSONAL


_PARTS = listed("half most part parts all none some much both several rest")
_CALLS = listed("old young little poor big tiny grumpy ask tell call fetch meet aunt uncle")
_PERSONAL = listed(
    "says said told tells asks asked whispers whispered laughs laughed smiles smiled nods nodded sighs "
    "shrugs shrugged grins grinned yawns yawned walks walked replies replied murmurs murmured waves waved "
    "frowns frowned bows bowed blinks blinked giggles chuckles winks sings sang knits hands handed "
    "insists hesitates"
)

"""Whether a sentence has somebody act, speak or be there now; it is asked about people who are gone.

Any verb with somebody as its subject is something they do, save the verbs and tenses that tell of before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from anigen_assets.story.continuity.prose.english import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PAST,
    SCENE,
    inflected,
)
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    PICTURES,
    asked,
    clause_at,
    denies,
    later,
    later_in,
    memory_in,
    negated,
    remembered,
    supposed,
    supposed_in,
)
from anigen_assets.story.continuity.prose.presence import SAYING, by_hand, met, shown
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.subjects import FROM_AFAR, LEGACY, OF_THE_DEAD, verb_after
from anigen_assets.story.continuity.prose.talk import spoken
from anigen_assets.story.continuity.prose.words import stem

_TOWARDS_THE_END = listed(
    "dead gone buried missed remembered away abroad absent missing still-gone late lost elsewhere"
)
_AFAR_NOUNS = listed(
    "letter letters postcard postcards parcel telegram mainland abroad overseas telephone phone radio"
)
_LONG = listed(
    "ago once years always ever often days youth childhood decades long whenever back winters summers when since"
)
_RECURRING = frozenset(
    ("every", unit) for unit in ("day", "time", "year", "morning", "night", "evening", "week")
)
_AFAR = FROM_AFAR - {"letter", "letters", "across", "phone", "telephone", "radio", "leaves", "left"}
_SCENE_PAST = listed(
    "sat stood took came went ran held found put rose brought bent crept threw shook knelt leant strode"
)
_KEPT = listed(
    "grave statue street named place house secret reputation name letter way home heart friend no son "
    "daughter"
)
"""What the dead and the absent still have."""
_SHOWN_KINDS = frozenset(("action", "note"))


def doings(
    statement: Statement, gone: frozenset[str], *, dead: bool = False
) -> Iterator[tuple[Mention, str]]:
    """(mention, what it does) of everyone gone whom the sentence has act or be there.

    Args:
        gone: Ids of people who cannot; a name that others bear as well is left alone.
        dead: Whether they cannot even send word.
    """
    meant = [m for m in statement.of_kind("character") if gone.issuperset(m.ids)]
    kind = statement.passage.kind
    if not meant and kind not in ("line", "prompt"):
        found = _pronoun(statement, gone)
        if found is not None:
            yield found
    for mention in meant:
        what = spoken(statement, mention, dead=dead) if kind == "line" else _told(statement, mention)
        if what:
            yield mention, what
            return


def _told(statement: Statement, mention: Mention) -> str:  # noqa: PLR0911 - one return a case
    """What a summary, an action or a prompt has somebody do, or nothing."""
    sentence, low, kind = statement.sentence, statement.sentence.low, statement.passage.kind
    if asked(sentence) or mention.start in sentence.quoted:
        return ""
    if mention.possessive:
        return by_hand(statement, mention)
    if kind == "prompt":
        return shown(statement, mention)
    verb = verb_after(statement, mention)
    if verb:
        return verb if _does(statement, mention, verb) else ""
    said = mention.start > 0 and low[mention.start - 1] in SAYING
    if memory_in(low[: mention.start - said]) or not OF_THE_DEAD.isdisjoint(low) or not _AFAR.isdisjoint(low):
        return ""
    if any(w in PICTURES for w in low) or supposed_in(low, mention.start):
        return ""
    if kind in _SHOWN_KINDS and shown(statement, mention):
        return "is shown"
    begin, _ = clause_at(low, mention.start)
    following = low[mention.end] if mention.end < len(low) else ""
    denied = denies(low[begin : mention.end]) and not _unseen(low)
    if following.endswith("ing") and len(following) > 5 and not denied:
        return following
    return "" if denied else met(statement, mention)


def _unseen(low: tuple[str, ...]) -> bool:
    """`Nobody notices Aoi slipping in`: what is denied is not that she slips in."""
    return any(stem(w) in ("notic", "see", "hear", "mind", "spot") for w in low)


def _does(statement: Statement, mention: Mention, verb: str) -> bool:
    """Whether the one named does what the verb says, here and now."""
    low = statement.sentence.low
    at = low.index(verb, mention.end)
    begin, _ = clause_at(low, mention.start)
    helped = verb in AUXILIARIES or verb in ("does", "did", "can")
    denied = denies(low[begin : mention.start]) or denies(low[mention.end : at + (3 if helped else 1)])
    if (
        memory_in(low[: mention.start])
        or denied
        or later_in(low[: at + 1])
        or supposed_in(low, mention.start)
    ):
        return False
    if (
        verb == "used"
        or verb in OF_THE_DEAD
        or verb in FROM_AFAR
        or not _TOWARDS_THE_END.isdisjoint(low[at : at + 4])
    ):
        return False
    past = verb in PAST or verb.endswith("ed")
    if any(w in PICTURES for w in low) or (past and _long(low)):
        return False
    if not _AFAR_NOUNS.isdisjoint(statement.sentence.bag) and stem(verb) not in SCENE:
        return False
    return _happens(statement, mention, verb, at)


def _happens(statement: Statement, mention: Mention, verb: str, at: int) -> bool:  # noqa: PLR0911 - one return a case
    """Whether a verb tells of this scene and not of what was before it."""
    low = statement.sentence.low
    if verb == "has" and low[at + 1 : at + 2] and low[at + 1] in DETERMINERS:
        return _KEPT.isdisjoint(low[at:])
    if verb in ("has", "have"):
        done = next((w for w in low[at + 1 : at + 4] if w not in ADVERBS), "")
        perfect = done in PAST or done.endswith(("ed", "en", "wn", "ne"))
        told = done in OF_THE_DEAD or done in FROM_AFAR or done == "been" or stem(done) in LEGACY
        if done == "stopped":
            return False  # `has stopped going out`: what they no longer do
        return (perfect and not told and not _long(low)) or any(w.endswith("ing") for w in low)
    if verb in AUXILIARIES:
        return verb in ("is", "are", "'s") or any(w.endswith("ing") for w in low)
    if verb not in PAST and not verb.endswith("ed"):
        return True
    if stem(verb) in SCENE or verb in _SCENE_PAST:
        return not _clefted(low, mention.start)
    return stem(verb) not in LEGACY and verb not in LEGACY and not _after_present(statement, mention.start)


def _clefted(low: tuple[str, ...], at: int) -> bool:
    """`It was Aoi who found the first stone`."""
    return low[max(0, at - 2) : at] == ("it", "was")


def _after_present(statement: Statement, at: int) -> bool:
    """Whether somebody does something in the present before a name: then the past after it is the past."""
    low = statement.sentence.low
    acting = any(m.end <= at for m in statement.of_kind("character")) or low[0] in ("he", "she", "they", "it")
    present = any(inflected(w) and w.endswith("s") and w not in ("was", "'s") for w in low[:at])
    return _clefted(low, at) or (acting and present)


def _long(low: tuple[str, ...]) -> bool:
    """Whether it tells of long ago, or of what used to be."""
    return not _LONG.isdisjoint(low) or any(pair in _RECURRING for pair in pairwise(low))


def _pronoun(statement: Statement, gone: frozenset[str]) -> tuple[Mention, str] | None:
    """Somebody gone whom a sentence's first word means, as in `Nobody expected Aoi. She walks in`."""
    low = statement.sentence.low
    if len(low) < 2 or low[0] not in ("he", "she") or _excused(statement) or negated(statement.sentence):
        return None
    ids = statement.meant(low[0], 0)
    verb = next((w for w in low[1:4] if w not in ADVERBS), "")
    if not ids or not gone.issuperset(ids) or not inflected(verb) or later(statement.sentence):
        return None
    mention = Mention(0, 1, "character", ids, False)
    if not _happens(statement, mention, verb, low.index(verb)):
        return None
    # Backstory goes on as backstory: what is told of the dead in the sentence before is told of them here too.
    if statement.earlier and (
        memory_in(
            [w for w in statement.earlier[0].sentence.low if w not in ("expected", "expects", "expect")]
        )
        or not OF_THE_DEAD.isdisjoint(statement.earlier[0].sentence.bag)
    ):
        return None
    return mention, verb


def _excused(statement: Statement) -> bool:
    """Whether the sentence is about memory, death or distance and not about what happens."""
    sentence = statement.sentence
    if remembered(sentence) or supposed(sentence) or asked(sentence):
        return True
    return not OF_THE_DEAD.isdisjoint(sentence.bag) or not FROM_AFAR.isdisjoint(sentence.bag)

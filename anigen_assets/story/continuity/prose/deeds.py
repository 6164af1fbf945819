"""Whether a sentence has somebody act, speak or be there now; it is asked about people who are gone."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.continuity.prose.english import (
    ADVERBS,
    AUXILIARIES,
    PAST,
    PREPOSITIONS,
    SCENE,
    inflected,
)
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    asked,
    clause_at,
    denies,
    later,
    later_in,
    memory_in,
    negated,
    remembered,
    supposed,
)
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.subjects import FROM_AFAR, OF_THE_DEAD, verb_after
from anigen_assets.story.continuity.prose.talk import spoken
from anigen_assets.story.continuity.prose.words import stem, stems

_STATIVE = frozenset(["was", "had", "were", "'d", "been"])
_BESIDE = frozenset(
    ("beside", "with", "alongside", "behind", "opposite", "facing", "near", "between", "to", "at", "across")
)


def doings(statement: Statement, gone: frozenset[str]) -> Iterator[tuple[Mention, str]]:
    """(mention, what it does) of everyone gone whom the sentence has act or be there.

    Args:
        gone: Ids of people who cannot; a name that others bear as well is left alone.
    """
    meant = [m for m in statement.of_kind("character") if gone.issuperset(m.ids)]
    if not meant and statement.passage.kind != "line":
        found = _pronoun(statement, gone)
        if found is not None:
            yield found
    for mention in meant:
        what = spoken(statement, mention) if statement.passage.kind == "line" else _told(statement, mention)
        if what:
            yield mention, what
            return


def excused(statement: Statement) -> bool:
    """Whether the sentence is about memory, death or distance and not about what happens."""
    sentence = statement.sentence
    if (
        remembered(sentence)
        or supposed(sentence)
        or asked(sentence)
        or not OF_THE_DEAD.isdisjoint(sentence.bag)
    ):
        return True
    return not FROM_AFAR.isdisjoint(sentence.bag)


def _told(statement: Statement, mention: Mention) -> str:  # noqa: PLR0911 - one return a case
    """What a summary, an action or a prompt has somebody do, or nothing."""
    sentence, low = statement.sentence, statement.sentence.low
    if asked(sentence) or mention.start in sentence.quoted:
        return ""
    if mention.possessive:
        return _by_hand(statement, mention)
    if statement.passage.kind == "prompt":
        return "" if excused(statement) else _shown(statement, mention)
    verb = verb_after(statement, mention)
    if verb:
        return verb if _does(statement, mention, verb) else ""
    said = mention.start > 0 and low[mention.start - 1] in _SAYING
    if memory_in(low[: mention.start - said]) or not OF_THE_DEAD.isdisjoint(low) or not _AFAR.isdisjoint(low):
        return ""
    if statement.passage.kind == "action" and _listed(low, mention):
        return "is shown"
    begin, _ = clause_at(low, mention.start)
    following = low[mention.end] if mention.end < len(low) else ""
    if (
        following.endswith("ing")
        and len(following) > 5
        and (not denies(low[begin : mention.end]) or _unseen(low))
    ):
        return following
    return "" if denies(low[begin : mention.end]) else _met(statement, mention)


_AFAR = FROM_AFAR - {"letter", "letters", "across", "phone", "telephone", "radio", "leaves", "left"}


def _listed(low: tuple[str, ...], mention: Mention) -> bool:
    """`Two-shot: Aoi and Ren at the window`: a direction without a verb lists who is seen."""
    verbless = not any(inflected(w) or w.endswith("ing") for w in low if w != "shot")
    return verbless and (mention.start == 0 or low[mention.start - 1] in (":", "and", ","))


def _unseen(low: tuple[str, ...]) -> bool:
    """`Nobody notices Aoi slipping in`: what is denied is not that she slips in."""
    return any(stem(w) in ("notic", "see", "hear", "mind", "spot") for w in low)


def _does(statement: Statement, mention: Mention, verb: str) -> bool:
    """Whether the one named does what the verb says, here and now."""
    low = statement.sentence.low
    at = low.index(verb, mention.end)
    begin, _ = clause_at(low, mention.start)
    if memory_in(low[: mention.start]) or denies(low[begin : at + 3]) or later_in(low[: at + 1]):
        return False
    if verb in OF_THE_DEAD or verb in FROM_AFAR or not _TOWARDS_THE_END.isdisjoint(low[at : at + 4]):
        return False
    past = verb in PAST or verb.endswith("ed")
    if past and (low[:2] == ("it", "was") or remembered(statement.sentence) or not _LONG.isdisjoint(low)):
        return False
    if not _AFAR_NOUNS.isdisjoint(statement.sentence.bag) and stem(verb) not in SCENE:
        return False
    return _happens(statement, verb)


_TOWARDS_THE_END = listed(
    "dead gone buried missed remembered away abroad absent missing still-gone late lost elsewhere"
)
_AFAR_NOUNS = listed(
    "letter letters postcard postcards parcel telegram mainland abroad overseas telephone phone radio"
)
_LONG = listed("ago once years always ever every often days youth childhood decades long")


def _met(statement: Statement, mention: Mention) -> str:
    """How somebody is there who is no subject: as the one who does it, beside another, or given something."""
    low = statement.sentence.low
    before = low[mention.start - 1] if mention.start else ""
    if before == "by" and _passive(low, mention.start):
        return "does it"
    if mention.start and _stands_after_verb(low, mention.start):
        return before
    if before in _BESIDE and before != "to" and _shares(statement, mention):
        return f"is there ({before})"
    if before == "to" and any(stem(w) in _GIVING for w in low[: mention.start]):
        return "is spoken to or given something" if _now(low) else ""
    return f"is met ({before})" if stem(before) in _MEETS else ""


def _by_hand(statement: Statement, mention: Mention) -> str:
    """`Aoi's hands tie the knot`: part of a body is there when the body is."""
    low = statement.sentence.low
    part = low[mention.end + 1] if mention.end + 1 < len(low) else ""
    if part not in _BODY or excused(statement) or denies(low):
        return ""
    begin, _ = clause_at(low, mention.start)
    leading = low[begin : mention.start]
    return f"shows {part}" if not leading or leading[-1] in ("on", "of", "and", "as", "while") else ""


_BODY = listed("voice laughter hand hands eyes face fingers shoulder shoulders head feet arm arms smile")
_GIVING = stems("hand give pass speak talk whisper turn nod wave bow")
_MEETS = stems(
    "see watch spot notic find hand hug kiss embrac help greet meet interrupt join push pull follow nudge tickl "
    "feed wake carri pay"
)


_FRAMES = listed("shot close-up closeup close view portrait image figure silhouette two-shot")


def _shown(statement: Statement, mention: Mention) -> str:
    """A video model draws whoever a prompt names, save where the name is part of a picture of somebody else."""
    low = statement.sentence.low
    before = low[mention.start - 1] if mention.start else ""
    if before in ("of", "about", "for", "from", "like", "to", "with"):
        framed = not _FRAMES.isdisjoint(low[max(0, mention.start - 3) : mention.start])
        return "is shown" if framed or before == "with" else ""
    following = low[mention.end] if mention.end < len(low) else ""
    listed_first = mention.start == 0 or before in (",", "and", ":")
    return "is shown" if listed_first and (following in ("", ",", ":", "and") or inflected(following)) else ""


def _happens(statement: Statement, verb: str) -> bool:
    """Whether a verb tells of this scene and not of what was before it."""
    if verb in AUXILIARIES:
        low = statement.sentence.low
        return verb in ("is", "are", "'s") or any(w.endswith("ing") for w in low)
    past = verb in PAST or verb.endswith("ed")
    return not past or stem(verb) in SCENE or verb in _SCENE_PAST


_SCENE_PAST = listed(
    "sat stood took came went ran held found put rose brought bent crept threw shook knelt leant strode"
)


_SAYING = listed(
    "says said asks asked replies replied whispers whispered murmurs murmured answers answered calls"
)
_STANDING = listed("sits stands waits lies comes walks appears stood sat waited kneels steps enters came is")


def _stands_after_verb(low: tuple[str, ...], at: int) -> bool:
    """`On the bench sits Aoi`, `says Aoi`."""
    word = low[at - 1]
    stands = word in _STANDING
    return word in _SAYING or (
        stands and at >= 3 and (low[0] in PREPOSITIONS or low[0] in ("there", "here", "out", "in"))
    )


def _passive(low: tuple[str, ...], at: int) -> bool:
    """`is lifted by Aoi`; not a chair by Aoi's bed, nor a book by Aoi."""
    verbs = [
        w
        for w in low[max(0, at - 9) : at]
        if w.endswith(("ed", "en", "wn")) or w in PAST or w in _PARTICIPLES
    ]
    helper = any(w in ("is", "are", "'s", "being", "gets") for w in low[:at])
    return bool(verbs) and helper


_PARTICIPLES = listed("cut set put shut lit read hung sung rung swept")


def _shares(statement: Statement, mention: Mention) -> bool:
    """Whether somebody does something in the company of the one named."""
    low = statement.sentence.low
    others = [m for m in statement.of_kind("character") if m.start != mention.start]
    return bool(others) and any(inflected(w) and w not in _STATIVE for w in low) and _now(low)


def _now(low: tuple[str, ...]) -> bool:
    return not any(w in ("angry", "promise", "promised", "thanks", "grateful", "prays", "pray") for w in low)


def _pronoun(statement: Statement, gone: frozenset[str]) -> tuple[Mention, str] | None:
    """Somebody gone whom a sentence's first word means, as in `Nobody expected Aoi. She walks in`."""
    low = statement.sentence.low
    if (
        not low
        or low[0] not in ("he", "she")
        or len(low) < 2
        or excused(statement)
        or negated(statement.sentence)
    ):
        return None
    ids = statement.meant(low[0], 0)
    verb = next((w for w in low[1:4] if w not in ADVERBS), "")
    if (
        not ids
        or not gone.issuperset(ids)
        or not inflected(verb)
        or not _happens(statement, verb)
        or later(statement.sentence)
    ):
        return None
    # Backstory goes on as backstory: what is told of the dead in the sentence before is told of them here too.
    if statement.earlier and (
        memory_in(
            [w for w in statement.earlier[0].sentence.low if w not in ("expected", "expects", "expect")]
        )
        or not OF_THE_DEAD.isdisjoint(statement.earlier[0].sentence.bag)
    ):
        return None
    return Mention(0, 1, "character", ids, False), verb

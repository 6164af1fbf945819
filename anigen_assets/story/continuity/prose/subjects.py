"""Which verb a name is the subject of, and the words that tell of the dead and of those far away."""

from __future__ import annotations

from anigen_assets.story.continuity.prose.english import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    inflected,
)
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import clause_at
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import stems

OF_THE_DEAD = listed(
    "dead died die dies dying buried rest rests remain remains gone missed remembered mourned loved lived "
    "passed lost haunts haunt watches funeral grave killed drowned heaven beloved vanished"
)
FROM_AFAR = listed(
    "away far mainland abroad overseas across letter letters postcard postcards parcel telegram writes "
    "wrote sends sent phone telephone phoned radio left leaves leave gone absent absence returns return "
    "returned back departed elsewhere sailed city capital travels travelled promised news"
)
LEGACY = stems(
    "build plant teach found write leave die own make know love like say name paint carve believe want "
    "live work use hate call warn grow raise invent design marry bear belong become mean think hope "
    "promise vanish disappear lose compose sign keep buy give tell show learn begin start plan help pay "
    "save forget dream hide send depart sail"
)
"""What is told of the dead and the absent in the past tense, when the story plays in the present."""
_CLAUSE_STARTS = (
    CONJUNCTIONS | ADVERBS | {",", ":", "–", "—", "(", "before", "after", "since", "until", "says", "think"}
)


def verb_after(statement: Statement, mention: Mention) -> str:
    """The verb whose subject a name is, or nothing."""
    low = statement.sentence.low
    before = low[mention.start - 1] if mention.start else ""
    if before and before not in _CLAUSE_STARTS and not _fronted(low, mention.start, before):
        return _relative(low, mention.end)
    at, plural = mention.end, before == "and"
    while at < len(low):
        word = low[at]
        if word in ("and", "or"):
            following = next((m for m in statement.of_kind("character") if m.start == at + 1), None)
            if following is None or following.possessive:
                return ""
            at, plural = following.end, True
        elif word in ("who", "that") and at <= mention.end + 1:
            at += 1
        elif word == "," and at == mention.end and low[at + 1 : at + 2] == ("who",):
            at += 2
        elif word == "," and at == mention.end:
            at = _after_aside(low, at)
        elif (
            word in ADVERBS or (word.endswith("ly") and len(word) > 4) or word in ("himself", "herself", ")")
        ):
            at += 1
        elif inflected(word):
            return word
        else:
            base = word.isalpha() and word not in FUNCTION and len(word) > 2
            return word if plural and base else ""
    return ""


def _fronted(low: tuple[str, ...], at: int, before: str) -> bool:
    """`In the corner Aoi sleeps`: a name after words that have no verb is the subject all the same."""
    if before in PREPOSITIONS or before in DETERMINERS:
        return False
    begin, _ = clause_at(low, at)
    nouns = DETERMINERS | PREPOSITIONS
    return not any(
        (inflected(low[i]) or low[i].endswith("ing")) and (i == 0 or low[i - 1] not in nouns)
        for i in range(begin, at)
    )


def _relative(low: tuple[str, ...], at: int) -> str:
    """The verb of `made by Aoi, who burns the toast` and `it is Aoi who knocks`."""
    at += low[at : at + 1] == (",",)
    if low[at : at + 1] != ("who",):
        return ""
    return next((w for w in low[at + 1 : at + 4] if inflected(w)), "")


def _after_aside(low: tuple[str, ...], at: int) -> int:
    """Past `, cap in hand,`; past the first comma where none closes it within eight words."""
    for end in range(at + 1, min(at + 9, len(low))):
        if low[end] == ",":
            return end + 1
    return len(low)

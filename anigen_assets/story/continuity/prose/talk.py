"""What a line says of somebody who is gone: that they are near, want something, or were met just now."""

from __future__ import annotations

from anigen_assets.story.continuity.prose.english import AUXILIARIES, PAST
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import asked, clause_at, denies, remembered, supposed
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.subjects import FROM_AFAR, OF_THE_DEAD, verb_after

_PRESENCE = listed(
    "here there outside downstairs upstairs back home inside waiting asleep awake coming busy around next "
    "by at in on with behind beside under standing sitting right"
)
_RECENT = listed("earlier today just now morning afternoon evening tonight yesterday minute hour moment noon")
_MEETING = listed("saw see met meet spoke speak talked talk asked told called gave handed showed helped")
_BEHOLD = {(where, verb) for where in ("there", "here") for verb in ("comes", "is", "'s", "goes")}


def spoken(statement: Statement, mention: Mention) -> str:  # noqa: PLR0911 - one return a case
    """What a line says of somebody who is gone: that they are near, want something, or were met just now."""
    sentence, low = statement.sentence, statement.sentence.low
    if excused_in_talk(statement) or mention.possessive:
        return ""
    begin, _ = clause_at(low, mention.start)
    if denies(low[begin : mention.end + 3]):
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
        if low[: mention.start] in (("ask",), ("go", "ask"), ("call",), ("fetch",), ("tell",))
        else ""
    )


def excused_in_talk(statement: Statement) -> bool:
    """Whether a line remembers, supposes or asks."""
    sentence = statement.sentence
    past = remembered(sentence) and not (
        _ago_near(sentence.low) and sentence.bag.isdisjoint(("had", "used", "letter"))
    )
    gone = not OF_THE_DEAD.isdisjoint(sentence.bag)
    return (
        past
        or gone
        or asked(sentence)
        or supposed(sentence)
        or not (FROM_AFAR - {"back", "radio", "phone"}).isdisjoint(sentence.bag)
    )


def _ago_near(low: tuple[str, ...]) -> frozenset[str]:
    """`ago` when it means minutes or hours."""
    at = low.index("ago") if "ago" in low else 0
    near = at > 0 and low[at - 1] in ("hour", "hours", "minute", "minutes", "moment", "second", "seconds")
    return frozenset(("ago",)) if near else frozenset()

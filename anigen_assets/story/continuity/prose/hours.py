"""Which season, light and weather a sentence gives its scene."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from anigen_assets.story.continuity.prose.english import DETERMINERS, FUNCTION, PAST, inflected, number_of
from anigen_assets.story.continuity.prose.heavens import BODIES, HourClaim, heavens, it_was
from anigen_assets.story.continuity.prose.hour_words import (
    AFTERWARDS,
    BYGONE,
    ELSEWHERE,
    FALLS,
    FAR_AWAY,
    LIGHTISH,
    LIGHTS,
    MOMENTS,
    OF_IT,
    OTHER_TIME,
    RECALLED,
    SEASONAL,
    SEASONS,
    SKIES,
    TIMELY,
)
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    NEGATIONS,
    PICTURES,
    asked_of,
    clause_at,
    later_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import is_name


def hour_claims(statement: Statement) -> Iterator[HourClaim]:
    """The season, light and weather a sentence gives its scene; none when it speaks of other times."""
    sentence, low = statement.sentence, statement.sentence.low
    if TIMELY.isdisjoint(sentence.bag) and BODIES.isdisjoint(sentence.bag):
        return
    prompt = statement.passage.kind == "prompt"
    found: list[HourClaim] = []
    for at, word in enumerate(low):
        if word not in TIMELY or (not prompt and not _said(statement, at)):
            continue
        if word in SEASONS and _is_season(statement, at):
            found.append(HourClaim("season", word, frozenset((SEASONS[word],))))
        elif word in LIGHTS and _is_light(statement, at):
            found.append(HourClaim("time", word, LIGHTS[word]))
        elif word in SKIES and _is_sky(statement, at):
            found.append(HourClaim("weather", word, SKIES[word]))
        elif (
            word == "sky"
            and low[max(0, at - 1) : at] in (("clear",), ("cloudless",), ("blue",))
            and _is_sky(statement, at)
        ):
            found.append(HourClaim("weather", f"{low[at - 1]} sky", frozenset(("clear",))))
    found += heavens(low) if statement.passage.kind != "line" else []
    times = {claim.fits for claim in found if claim.what == "time"}
    for claim in found:
        if claim.what != "time" or len(times) == 1 or frozenset.intersection(*times):
            yield claim


def _said(statement: Statement, at: int) -> bool:
    """Whether what stands at a position is so, here and now: not denied, asked, wished, painted or heard of."""
    sentence, low = statement.sentence, statement.sentence.low
    if asked_of(sentence, at) and not _is_tag(low):
        return False
    if is_name(sentence, at) or not {"nearly", "almost"}.isdisjoint(low[max(0, at - 4) : at]):
        return False
    begin = max(at - 5, clause_at(low, at)[0])
    seen = next(
        (i for i in range(at - 1, begin, -1) if low[i] in ("see", "hear", "notice", "doubt", "mind")), begin
    )
    if (
        any(w in NEGATIONS and w not in ("nothing", "without") for w in low[seen : at + 2])
        or supposed_in(low, at)
        or later_in(low[:at])
    ):
        return False
    return not any(w in PICTURES for w in low) and ELSEWHERE.isdisjoint(low[:at]) and FAR_AWAY.isdisjoint(low)


def _is_tag(low: tuple[str, ...]) -> bool:
    """`isn't it?` asks nothing."""
    return low[-3:] == ("is", "n't", "it") and len(low) > 3


def _elsewhen(low: tuple[str, ...], at: int) -> bool:
    before = low[max(0, at - 4) : at]
    so = before[-4:-2] in (("is",), ("'s",)) or "so" in before
    return (
        any(
            w in OTHER_TIME
            and not _idle(low, w)
            and not (w in ("as", "that") and (so or low[0] in ("light", "draw", "note")))
            for w in before
        )
        or any(w in AFTERWARDS for w in low[at + 1 : at + 3])
        or not _THROUGH.isdisjoint(low[max(0, at - 2) : at])
    )


def _idle(low: tuple[str, ...], word: str) -> bool:
    """`all at once`, `can see that it is snowing`: no other time."""
    at = low.index(word)
    return (word == "once" and low[max(0, at - 1) : at] == ("at",)) or (
        word == "that" and low[at + 1 : at + 2] == ("it",)
    )


def _bare(low: tuple[str, ...], at: int) -> bool:
    """Whether a prompt gives a word as a heading does: `Kagami Street, night, rain, spring.`, `a winter scene`."""
    begin, end = at, at + 1
    while begin > 0 and low[begin - 1] not in (",", ":"):
        begin -= 1
    while end < len(low) and low[end] not in (",", ":"):
        end += 1
    segment = low[begin:end]
    if low[at] in MOMENTS and low[at - 1 : at] == ("at",) and end == at + 1:
        return True
    if any(w in ("in", "on", "from", "is", "of") for w in low[begin:at]) or number_of(low[max(0, at - 3)]):
        return False
    if any(inflected(w) and w not in FALLS and low[i - 1] != "the" for i, w in enumerate(segment, begin)):
        return False
    if any(w in OTHER_TIME - {"during"} or w in SEASONAL or w in PICTURES for w in segment):
        return False
    if low[at] in SKIES and low[at + 1 : at + 2] and low[at + 1] in FALLS:
        return True
    follows = low[at + 1] if at + 1 < end else ""
    named = follows in LIGHTISH or follows in ("", "outside", "in", "over", "on", "at", "under")
    return len(segment) <= 7 and at - begin <= 3 and (named or (low[at] in SEASONS and end == at + 2))


def _is_season(statement: Statement, at: int) -> bool:  # noqa: PLR0911 - one return a case
    low, after = statement.sentence.low, statement.sentence.low[at + 1 : at + 2]
    if statement.passage.kind == "prompt":
        return _bare(low, at)
    another = at == 1 and low[0] == "another"
    if (_elsewhen(low, at) and not another) or not _LONG_AGO.isdisjoint(statement.sentence.bag):
        return False
    before = low[at - 1] if at else ""
    if it_was(statement, at) or (at == 1 and before == "another" and after[:1] in _PARTS_OF_YEAR):
        return True
    if not BYGONE.isdisjoint(low[max(0, at - 4) : at]) or "for" in low[max(0, at - 2) : at]:
        return False
    if after and after[0] in SKIES and statement.passage.kind == "line":
        return False
    if after and (after[0] in SEASONAL or after[0] in RECALLED):
        return False
    if before == "of" and (low[at - 2] if at > 1 else "") not in OF_IT:
        return False
    if before in (
        "in",
        "for",
        "about",
        "or",
        "to",
        "from",
        "like",
        "smells",
        "feels",
        "than",
        "with",
    ) or _OUTGROWN & set(low[:at]):
        return False
    sprung = low[at] == "spring" and (before in DETERMINERS or not at) and not (after and after[0].isalpha())
    verb = after and (after[0] in FUNCTION or inflected(after[0]))
    return not (sprung or (low[at] == "spring" and before in ("a", "the") and verb))


_OUTGROWN = listed("plan plans planned talk talks talked speaks speak sings singing")
_THROUGH = listed("all whole")
_LONG_AGO = listed("ago remember remembers memory once used had")


_TIMETABLE = listed("leaves departs starts begins opens closes sails goes runs ends arrives closing opening")
_PARTS_OF_YEAR = (("day",), ("morning",), ("evening",), ("night",), ("afternoon",))
_IT_IS = (("it", "is"), ("it", "'s"), ("it", "being"))
_IT_STARTS = (
    ("it", "starts"),
    ("it", "begins"),
    ("it", "keeps"),
    ("it", "started"),
    ("it", "began"),
    ("it", "goes"),
)


def _is_light(statement: Statement, at: int) -> bool:
    low, word = statement.sentence.low, statement.sentence.low[at]
    after = low[at + 1 : at + 2]
    if statement.passage.kind == "prompt":
        return word != "day" and _bare(low, at)
    if at == 3 and low[:3] == ("as", "it", "is"):
        return True
    due = low[at - 1 : at] == ("by",) and word not in ("moonlight", "starlight")
    if _elsewhen(low, at) or due or word == "day" or (at > 2 and number_of(low[at - 3]) is not None):
        return False
    before = low[max(0, at - 5) : at]
    is_it = any(before[i : i + 2] in _IT_IS for i in range(len(before))) or it_was(statement, at)
    headed = (at < 3 and low[0] in ("ext", "int")) or (
        low[0] in ("light", "time", "setting") and before[-1:] in (("as",), (":",))
    )
    if len(low) == 1 and statement.passage.kind != "line":
        return True
    finds = at == 0 and after and inflected(after[0]) and word in MOMENTS
    if headed or finds or before[-1:] in (("strikes",), ("struck",)):
        return True
    deep = before[-2:] in (("middle", "of"), ("dead", "of"), ("hour", "of")) or before[-3:] in (
        ("dead", "of", "the"),
        ("middle", "of", "the"),
        ("depth", "of", "the"),
        ("hour", "of", "the"),
    )
    lit = after[:1] in (("light",), ("sun",), ("sky",)) and word not in ("night",)
    has_come = after in (("has",),) and low[at + 2 : at + 3] in (("fallen",), ("broken",), ("come",))
    under = word in MOMENTS and before[-1:] in (("at",), ("in",), ("under",), ("by",))
    if statement.passage.kind == "line" and word in (
        "noon",
        "midnight",
        "dawn",
        "sunset",
        "sunrise",
        "daybreak",
    ):
        under = False
    if (
        under
        and word in ("noon", "midnight", "midday")
        and any(w in PAST or w.endswith("ed") for w in low[:at])
    ):
        under = False
    if under and low[max(0, at - 2) : at - 1] and low[at - 2] in _TIMETABLE:
        under = False
    praised = len(low) <= 7 and before[-1:] in (("lovely",), ("beautiful",), ("fine",), ("quiet",))
    return is_it or deep or lit or has_come or under or praised


_INDOORS = listed("inside where in through")
_POINTED = listed(
    "look window out outside again now see get come umbrella hurry already still since careful has been"
)
"""A line means the weather outside when it points there; otherwise it may well be about an umbrella that drips."""


def _is_sky(statement: Statement, at: int) -> bool:
    low = statement.sentence.low
    if statement.passage.kind == "prompt":
        return _bare(low, at)
    if low[0] == "under":
        return False  # `under it, it is raining`: under that umbrella only
    begun = low[max(0, at - 3) : at] in (("it", "has", "been"), ("it", "'s", "been"))
    begun = begun or (it_was(statement, at) and low[at].endswith("ing"))
    if not begun and _elsewhen(low, at):
        return False
    after, before = low[at + 1 : at + 3], low[max(0, at - 4) : at]
    so = low[at].endswith(("ing", "y")) or low[at] in ("overcast", "cloudless")
    is_it = so and any(before[i : i + 2] in (*_IT_IS, *_IT_STARTS) for i in range(len(before)))
    is_it = is_it or (so and at == 1 and low[0] == "still")
    if statement.passage.kind == "line":
        if is_it and statement.sentence.end == "!" and _INDOORS.isdisjoint(low):
            return True
        pointed = _POINTED - {"since"} if ("since", "you") in pairwise(low) else _POINTED
        return (is_it or begun) and _INDOORS.isdisjoint(low[at + 1 :]) and not pointed.isdisjoint(low)
    falls = any(w in FALLS for w in after)
    out = low[0] == "outside" or before[-2:-1] == ("outside",) or low[-1] == "outside"
    heavy = before[-1:] in (("heavy",), ("steady",), ("thick",), ("driving",), ("pouring",), ("dense",))
    return begun or is_it or falls or out or (heavy and any(w in ("in", "through", "under") for w in before))

"""Which season, light and weather a sentence gives its scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from anigen_assets.story.continuity.prose.english import inflected, number_of
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import NEGATIONS, asked, later, supposed
from anigen_assets.story.continuity.prose.reading import Statement

SEASONS = {"spring": "spring", "springtime": "spring", "summer": "summer", "midsummer": "summer",
           "summertime": "summer", "autumn": "autumn", "winter": "winter", "midwinter": "winter",
           "wintertime": "winter"}  # fmt: skip
_LIGHTS_OF = {
    "dawn daybreak sunrise": "morning",
    "morning forenoon daylight day": "morning day",
    "noon midday noonday": "day",
    "afternoon": "day dusk",
    "dusk sunset sundown": "dusk",
    "twilight": "dusk morning",
    "nightfall evening moonlight moonlit": "dusk night",
    "night midnight nighttime starlight starlit": "night",
}
_LIGHTS = {word: frozenset(times.split()) for words, times in _LIGHTS_OF.items() for word in words.split()}
_SKIES_OF = {
    "rain raining rainfall downpour rainy": "rain",
    "drizzle mist": "rain fog",
    "snow snowing snowfall snowflakes blizzard snowy": "snow",
    "fog foggy": "fog",
    "sunshine sunlight sunny cloudless": "clear",
    "overcast": "cloudy rain snow fog",
}
_SKIES = {word: frozenset(skies.split()) for words, skies in _SKIES_OF.items() for word in words.split()}
_FALLS = listed(
    "falls fall falling fell drums drumming drummed pours pouring poured hammers hammering lashes patters "
    "pattering drips comes beats beating streams soaks sweeps drifts drifting whirls rolls covers "
    "swallows fills floods glitters thickens hangs blazes burns"
)  # fmt: skip
_OTHER_TIME = listed(
    "last next every each before after until till since than that during "
    "yesterday tomorrow tonight once usually always passes passed ago later tomorrow's like every some "
    "most many another goodnight good when between by because"
)  # fmt: skip
_LIGHTISH = listed(
    "wind breeze storm chill heat frost light scene sky air sun moon morning evening night afternoon day glow hour "
    "atmosphere mood street"
)


_MOMENTS = listed("moonlight starlight midnight noon midday sunrise sunset daybreak dawn")
_TIMELY = frozenset((*SEASONS, *_LIGHTS, *_SKIES, "sky"))


class HourClaim(NamedTuple):
    """A sentence gives its scene a season, a light or a weather.

    Attributes:
        fits: Names of the seasons, times of day or weathers it can be said of.
    """

    what: Literal["season", "time", "weather"]
    said: str
    fits: frozenset[str]


def hour_claims(statement: Statement) -> Iterator[HourClaim]:
    """The season, light and weather a sentence gives its scene; none when it speaks of other times."""
    sentence, low = statement.sentence, statement.sentence.low
    prompt = statement.passage.kind == "prompt"
    if not prompt and ((asked(sentence) and not _is_tag(low)) or supposed(sentence) or later(sentence)):
        return
    found: list[HourClaim] = []
    for at, word in enumerate(low):
        if word not in _TIMELY or (not prompt and not NEGATIONS.isdisjoint(low[max(0, at - 5) : at + 2])):
            continue
        if word in SEASONS and _is_season(statement, at):
            found.append(HourClaim("season", word, frozenset((SEASONS[word],))))
        elif word in _LIGHTS and _is_light(statement, at):
            found.append(HourClaim("time", word, _LIGHTS[word]))
        elif word in _SKIES and _is_sky(statement, at):
            found.append(HourClaim("weather", word, _SKIES[word]))
        elif (
            word == "sky"
            and low[max(0, at - 1) : at] in (("clear",), ("cloudless",), ("blue",))
            and _is_sky(statement, at)
        ):
            found.append(HourClaim("weather", f"{low[at - 1]} sky", frozenset(("clear",))))
    found += _heavens(low) if statement.passage.kind != "line" else []
    times = {claim.fits for claim in found if claim.what == "time"}
    for claim in found:
        if claim.what != "time" or len(times) == 1 or frozenset.intersection(*times):
            yield claim


def _heavens(low: tuple[str, ...]) -> list[HourClaim]:
    """What sun, moon and stars do tells the time."""
    whole = f" {' '.join(low)} "
    if not _OTHER_TIME.isdisjoint(low) or not NEGATIONS.isdisjoint(low):
        return []
    return [HourClaim("time", words, fits) for words, fits in _HEAVENS.items() if f" {words} " in whole]


_HEAVENS = {
    **dict.fromkeys(("sun rises", "sun is rising", "sun comes up"), frozenset(("morning",))),
    **dict.fromkeys(("sun sets", "sun is setting", "sun goes down", "sun is sinking"), frozenset(("dusk",))),
    **dict.fromkeys(
        ("stars are out", "stars come out", "stars glitter", "stars twinkle"), frozenset(("dusk", "night"))
    ),
    **dict.fromkeys(
        ("moon shines", "moon is up", "moon hangs", "moon rises", "moon stands"), frozenset(("dusk", "night"))
    ),
    **dict.fromkeys(("sun is high", "sun stands high", "sun beats down", "noonday sun"), frozenset(("day",))),
}


def _is_tag(low: tuple[str, ...]) -> bool:
    """`isn't it?` asks nothing."""
    return low[-3:] == ("is", "n't", "it") and len(low) > 3


def _elsewhen(low: tuple[str, ...], at: int) -> bool:
    near = low[max(0, at - 4) : at + 3]
    return any(w in _OTHER_TIME for w in near if w != low[at]) or not _THROUGH.isdisjoint(
        low[max(0, at - 2) : at]
    )


def _bare(low: tuple[str, ...], at: int) -> bool:
    """Whether a prompt gives a word as a heading does: `Kagami Street, night, rain, spring.`, `a winter scene`."""
    begin, end = at, at + 1
    while begin > 0 and low[begin - 1] not in (",", ":"):
        begin -= 1
    while end < len(low) and low[end] not in (",", ":"):
        end += 1
    segment = low[begin:end]
    if any(w in ("in", "on", "from", "is") for w in low[begin:at]) or number_of(low[max(0, at - 3)]):
        return False
    if any(inflected(w) for w in segment) or any(w in _OTHER_TIME - {"by", "during", "all"} for w in segment):
        return False
    follows = low[at + 1] if at + 1 < len(low) else ""
    return len(segment) <= 4 and (
        end == at + 1 or follows in _LIGHTISH or follows in ("outside", "in", "over", "on", "at")
    )


def _is_season(statement: Statement, at: int) -> bool:
    low, after = statement.sentence.low, statement.sentence.low[at + 1 : at + 2]
    if statement.passage.kind == "prompt":
        return _bare(low, at)
    if _elsewhen(low, at) or not _LONG_AGO.isdisjoint(statement.sentence.bag) or after == ("from",):
        return False
    closed = not after or after[0] in _LIGHTISH or after[0] in (",", "again", "now", "and", "in", "'s", "at")
    if low[max(0, at - 2) : at] == ("what", "a"):
        return True
    lies = after in (("lies",), ("has",), ("holds",), ("reigns",), ("grips",), ("is",))
    return (_stands(low, at) and closed) or (lies and at <= 1)


_THROUGH = listed("all whole")
_LONG_AGO = listed("ago remember remembers memory once used had")


def _stands(low: tuple[str, ...], at: int) -> bool:
    """`it is a cold winter morning`, `on this winter's day`, `in the middle of winter`, `midwinter`."""
    before = low[max(0, at - 5) : at]
    is_it = any(before[i : i + 2] in (("it", "is"), ("it", "'s"), ("it", "was")) for i in range(len(before)))
    dated = low[0] in ("it", "this") and before[-2:] in (
        ("day", "of"),
        ("days", "of"),
        ("night", "of"),
        ("morning", "of"),
    )
    return (
        is_it
        or dated
        or before[-1:] == ("this",)
        or before[-2:]
        in (("middle", "of"), ("depths", "of"), ("dead", "of"), ("heart", "of"), ("height", "of"))
        or (
            before[-1:]
            in (("a",), ("the",), ("one",), ("late",), ("early",), ("deep",), ("cold",), ("lovely",))
            and _follows(low, at)
        )
    )


def _follows(low: tuple[str, ...], at: int) -> bool:
    return any(w in _LIGHTISH for w in low[at + 1 : at + 4])


def _is_light(statement: Statement, at: int) -> bool:
    low, word = statement.sentence.low, statement.sentence.low[at]
    after = low[at + 1 : at + 2]
    if statement.passage.kind == "prompt":
        return word != "day" and _bare(low, at)
    if _elsewhen(low, at) or word == "day" or (at > 2 and number_of(low[at - 3]) is not None):
        return False
    before = low[max(0, at - 5) : at]
    is_it = any(before[i : i + 2] in (("it", "is"), ("it", "'s")) for i in range(len(before)))
    if before[-1:] in (("strikes",), ("struck",)):
        return True
    deep = before[-2:] in (("middle", "of"), ("dead", "of"), ("hour", "of")) or before[-3:] in (
        ("dead", "of", "the"),
        ("middle", "of", "the"),
        ("depth", "of", "the"),
        ("hour", "of", "the"),
    )
    lit = after[:1] in (("light",), ("sun",), ("sky",)) and word not in ("night",)
    has_come = after in (("has",),) and low[at + 2 : at + 3] in (("fallen",), ("broken",), ("come",))
    under = word in _MOMENTS and before[-1:] in (("at",), ("in",), ("under",), ("by",))
    if statement.passage.kind == "line" and word in (
        "noon",
        "midnight",
        "dawn",
        "sunset",
        "sunrise",
        "daybreak",
    ):
        under = False
    praised = len(low) <= 7 and before[-1:] in (("lovely",), ("beautiful",), ("fine",), ("quiet",))
    return is_it or deep or lit or has_come or under or praised


def _is_sky(statement: Statement, at: int) -> bool:
    low = statement.sentence.low
    if statement.passage.kind == "prompt":
        return _bare(low, at)
    if statement.passage.kind in ("line", "note"):
        return False
    begun = low[max(0, at - 3) : at] in (("it", "has", "been"), ("it", "'s", "been"))
    if not begun and _elsewhen(low, at):
        return False
    after, before = low[at + 1 : at + 3], low[max(0, at - 4) : at]
    is_it = any(before[i : i + 2] in (("it", "is"), ("it", "'s")) for i in range(len(before)))
    falls = any(w in _FALLS for w in after)
    out = low[0] == "outside" or before[-2:-1] == ("outside",) or low[-1] == "outside"
    heavy = before[-1:] in (("heavy",), ("steady",), ("thick",), ("driving",), ("pouring",), ("dense",))
    return begun or is_it or falls or out or (heavy and any(w in ("in", "through", "under") for w in before))

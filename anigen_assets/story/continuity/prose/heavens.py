"""What sun, moon and stars tell of the hour, and how a story in the past tense tells it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from anigen_assets.story.continuity.prose.hour_words import OTHER_TIME
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import NEGATIONS
from anigen_assets.story.continuity.prose.reading import Statement


class HourClaim(NamedTuple):
    """A sentence gives its scene a season, a light or a weather.

    Attributes:
        fits: Names of the seasons, times of day or weathers it can be said of.
    """

    what: Literal["season", "time", "weather"]
    said: str
    fits: frozenset[str]


def heavens(low: tuple[str, ...]) -> list[HourClaim]:
    """What sun, moon and stars do tells the time."""
    whole = f" {' '.join(low)} "
    if not (OTHER_TIME - {"as"}).isdisjoint(low) or not NEGATIONS.isdisjoint(low):
        return []
    return [HourClaim("time", words, fits) for words, fits in _HEAVENS.items() if f" {words} " in whole]


BODIES = listed("sun moon stars")
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


def it_was(statement: Statement, at: int) -> bool:
    """`It was midnight, and somebody knocked`: what a story in the past tense has as its now."""
    low = statement.sentence.low
    if (
        statement.passage.kind == "line"
        or low[:2] != ("it", "was")
        or at > 4
        or not _PAST_DAYS.isdisjoint(low)
    ):
        return False
    return all(w in ("already", "still", "just", "past", "a", "long") for w in low[2:at])


_PAST_DAYS = listed("day born when then ago once yesterday last that years remember remembers before for")

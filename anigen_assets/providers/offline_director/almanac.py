"""The flow of seasons, days and weather: pure functions of episode number, chance and what scenes ask for."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations_with_replacement

from anigen_assets.story.vocabulary import TimeOfDay, Weather

SEASON_EPISODES = 48
"""Three arcs of 16: a year of the story is 192 episodes."""
SEASONS = ("spring", "summer", "autumn", "winter")
_TIMES = tuple(TimeOfDay)
_WET = frozenset({Weather.RAIN, Weather.SNOW})
_SKIES: dict[str, dict[Weather, int]] = {
    "spring": {Weather.CLEAR: 5, Weather.CLOUDY: 4, Weather.RAIN: 3, Weather.FOG: 2},
    "summer": {Weather.CLEAR: 7, Weather.CLOUDY: 3, Weather.RAIN: 2, Weather.FOG: 1},
    "autumn": {Weather.CLEAR: 4, Weather.CLOUDY: 4, Weather.RAIN: 3, Weather.FOG: 3},
    "winter": {Weather.CLEAR: 4, Weather.CLOUDY: 3, Weather.SNOW: 4, Weather.FOG: 2},
}
_NEXT: dict[Weather, tuple[Weather, ...]] = {
    Weather.CLEAR: (Weather.CLOUDY,),
    Weather.CLOUDY: (Weather.CLEAR, Weather.RAIN, Weather.SNOW),
    Weather.RAIN: (Weather.CLOUDY, Weather.FOG),
    Weather.SNOW: (Weather.CLOUDY,),
    Weather.FOG: (Weather.CLOUDY, Weather.CLEAR),
}
TURN_OF_WEATHER = 0.22


def season_of(number: int) -> str:
    """The season of an episode; the series begins in spring."""
    return SEASONS[((number - 1) // SEASON_EPISODES) % 4]


def has_day(wants: Sequence[frozenset[str]]) -> bool:
    """Whether there is a day in which every scene has the light it relies on."""
    return _best_days(_asked(wants))[0] == 0


def strain_of(wants: Sequence[frozenset[str]]) -> tuple[int, bool]:
    """How ill scenes go together: how many lie in a light they do not rely on, and whether a night passes."""
    fewest, options, _ = _best_days(_asked(wants))
    return fewest, not _is_single(options[0])


def day_of(rng: random.Random, wants: Sequence[frozenset[str]]) -> tuple[TimeOfDay, ...]:
    """Times of day for scenes in order, each in the light its words rely on, or most of them where not all can be.

    A day never runs backwards; an evening is followed by the next morning only where the words ask for it.
    """
    _, options, plain = _best_days(_asked(wants))
    pool = plain if plain and rng.random() < 0.8 else options
    return pool[rng.randrange(len(pool))]


def weather_of(
    rng: random.Random, number: int, yesterday: Weather | None, wants: Sequence[frozenset[str]]
) -> tuple[Weather, ...]:
    """Weathers for scenes in order: what they ask for, else a slow drift from yesterday's."""
    season = season_of(number)
    skies = _SKIES[season]
    asked = next((w for want in wants for w in Weather if w.value in want), None)
    if asked is not None:
        now = asked
    elif yesterday in skies and rng.random() < 0.4:
        now = yesterday
    else:
        now = rng.choices(list(skies), weights=list(skies.values()))[0]
    found: list[Weather] = []
    for at, want in enumerate(wants):
        # What is asked for again later on does not clear up in between.
        coming = next((w for later in wants[at:] for w in Weather if w.value in later), None)
        if found and coming is not now and rng.random() < TURN_OF_WEATHER:
            near = [w for w in _NEXT[now] if w in skies] or [now]
            now = near[rng.randrange(len(near))]
        own = next((w for w in Weather if w.value in want), None)
        if own is not None:
            now = own
        elif "dry" in want and now in _WET:
            now = Weather.CLOUDY
        found.append(now)
    return tuple(found)


Days = list[tuple[TimeOfDay, ...]]


@lru_cache(maxsize=16)
def _days(count: int) -> Days:
    first_day = list(combinations_with_replacement(_TIMES, count))
    overnight = [
        (*evening, *after)
        for split in range(1, count)
        for evening in combinations_with_replacement(_TIMES, split)
        if evening[-1] in (TimeOfDay.DUSK, TimeOfDay.NIGHT)
        for after in combinations_with_replacement(_TIMES, count - split)
        if after[0] is TimeOfDay.MORNING
    ]
    return first_day + overnight


@lru_cache(maxsize=4096)
def _best_days(asked: tuple[tuple[TimeOfDay, ...], ...]) -> tuple[int, Days, Days]:
    """How many scenes lie in the wrong light at best, the days in which that is so, and the plain ones of them."""
    dark = {day: sum(t not in a for t, a in zip(day, asked, strict=True)) for day in _days(len(asked))}
    fewest = min(dark.values())
    options = [day for day, count in dark.items() if count == fewest]
    options = [day for day in options if _is_single(day)] or options
    return fewest, options, [day for day in options if _is_plain(day)]


def _asked(wants: Sequence[frozenset[str]]) -> tuple[tuple[TimeOfDay, ...], ...]:
    """For each scene the times of day that its words allow."""
    return tuple(tuple(t for t in _TIMES if t.value in want) or _TIMES for want in wants)


def _is_single(day: Sequence[TimeOfDay]) -> bool:
    """Whether no night passes in it."""
    return list(day) == sorted(day, key=_TIMES.index)


def _is_plain(day: Sequence[TimeOfDay]) -> bool:
    """At least three lights, and none for more than two scenes."""
    return len(set(day)) >= 3 and all(list(day).count(t) <= 2 for t in set(day))

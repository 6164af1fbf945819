"""Words that tell season, light and weather, and words that move them to another time or place."""

from __future__ import annotations

from anigen_assets.story.continuity.prose.listing import listed

SEASONS = {"spring": "spring", "springtime": "spring", "summer": "summer", "midsummer": "summer",
           "summertime": "summer", "autumn": "autumn", "winter": "winter", "midwinter": "winter",
           "wintertime": "winter"}  # fmt: skip
LIGHTS_OF = {
    "dawn daybreak sunrise": "morning",
    "morning forenoon daylight day": "morning day",
    "noon midday noonday": "day",
    "afternoon": "day dusk",
    "dusk sunset sundown": "dusk",
    "twilight": "dusk morning",
    "nightfall evening moonlight moonlit": "dusk night",
    "night midnight nighttime starlight starlit": "night",
}
LIGHTS = {word: frozenset(times.split()) for words, times in LIGHTS_OF.items() for word in words.split()}
SKIES_OF = {
    "rain raining rainfall downpour rainy": "rain",
    "drizzle mist": "rain fog",
    "snow snowing snowfall snowflakes blizzard snowy": "snow",
    "fog foggy": "fog",
    "sunshine sunlight sunny cloudless": "clear",
    "overcast": "cloudy rain snow fog",
}
SKIES = {word: frozenset(skies.split()) for words, skies in SKIES_OF.items() for word in words.split()}
FALLS = listed(
    "falls fall falling fell drums drumming drummed pours pouring poured hammers hammering lashes patters "
    "pattering drips comes beats beating streams soaks sweeps drifts drifting whirls rolls covers "
    "swallows fills floods glitters thickens hangs blazes burns"
)  # fmt: skip
OTHER_TIME = listed(
    "last next every each before after until till since than that during yesterday tomorrow tonight "
    "once usually always passes passed ago later tomorrow's like some most many another goodnight good "
    "when between whenever as called named"
)
BYGONE = listed("was were whole particular from that by bad those")
AFTERWARDS = listed("ago later yesterday tomorrow before until passes passed between")
ELSEWHERE = listed(
    "prefers likes claims claim claimed pretends according radio forecast believes think thinks dreams miles away "
    "abroad north south inland mainland elsewhere longs long waits dreads misses hates loves somewhere "
    "remember remembers"
)
"""Words that have an hour or a weather be somewhere else, or only in somebody's mind."""
OF_IT = listed(
    "middle depths dead heart height day days night morning end start beginning first hour stroke grip kind"
)
SEASONAL = listed(
    "coat coats clothes boots sale sales party festival holiday holidays break term fruit apples "
    "vegetables collection catalogue catalog house camp job menu onion onions roll rolls water clean "
    "cleaning school dress jacket hat gloves scarf wardrobe stores stock supplies wood firewood wheat "
    "quarters timetable schedule games song songs tale sleep blanket blankets tyres fair programme "
    "program concert show league course courses visitors guests"
)
LIGHTISH = listed(
    "wind breeze storm chill heat frost light scene sky air sun moon morning evening night afternoon "
    "day glow hour atmosphere mood street"
)


MOMENTS = listed("moonlight starlight midnight noon midday sunrise sunset daybreak dawn")
TIMELY = frozenset((*SEASONS, *LIGHTS, *SKIES, "sky"))
RECALLED = listed("from or to the he she they we i you his her my our their when that of it")
"""`The winter the ferry sank`, `the summer of the fire`: what follows a season that is another year's."""
FAR_AWAY = listed("miles away according abroad inland mainland elsewhere")

"""What is seen while somebody speaks, and what a place shows by itself: sentences for the shots' actions."""

from __future__ import annotations

import random

from anigen_assets.providers.offline_director.people import Person
from anigen_assets.story.vocabulary import SetKind, TimeOfDay, Weather

_GESTURES: dict[str, tuple[str, ...]] = {
    "listening": (
        "{a} listens, head a little to one side",
        "{a} says nothing and means to",
        "{a} turns something small over in {their} fingers",
        "{a} waits",
        "{a} breathes out slowly",
        "{a} looks from one face to the next",
        "{a} almost says something",
        "{a} watches, quite still",
    ),
    "neutral": (
        "{a} looks up from what {they} is doing",
        "{a} tilts {their} head and considers{to}",
        "{a} straightens {their} {cloth}",
        "{a} leans on the nearest thing that will hold",
        "{a} turns{to}, one eyebrow up",
        "{a} speaks without looking up",
    ),
    "happy": (
        "{a} smiles before {they} can help it",
        "{a} rocks on {their} heels, pleased",
        "{a} turns{to} with a light face",
        "{a} nods, smiling",
    ),
    "joyful": (
        "{a} throws both arms up",
        "{a} laughs out loud",
        "{a} spins round once{to}",
        "{a} beams, all teeth",
    ),
    "sad": (
        "{a} looks at {their} hands",
        "{a} looks past everyone, towards the window or where one would be",
        "{a} speaks low, eyes down",
        "{a} draws {their} {cloth} closer",
    ),
    "angry": (
        "{a} sets {their} jaw",
        "{a} turns away and back again",
        "{a} points, and {their} hand is not steady",
        "{a} folds {their} arms hard",
    ),
    "surprised": (
        "{a} stops in mid-step",
        "{a} stares{to}, eyes wide",
        "{a} blinks twice",
        "{a} nearly drops what {they} is holding",
    ),
    "afraid": (
        "{a} takes half a step back",
        "{a} holds very still",
        "{a} grips the edge of what is nearest",
        "{a} glances over {their} shoulder",
    ),
    "determined": (
        "{a} lifts {their} chin",
        "{a} plants {their} feet",
        "{a} rolls up {their} sleeves",
        "{a} looks straight{to}",
    ),
    "embarrassed": (
        "{a} rubs the back of {their} neck",
        "{a} looks anywhere but{to}",
        "{a} hides half {their} face behind {their} {cloth}",
        "{a} goes pink to the ears",
    ),
}
_DETAILS: dict[SetKind, tuple[str, ...]] = {
    SetKind.ROOFTOP: ("washing moves on a line", "two chairs face the edge", "a vane turns and turns back"),
    SetKind.CLASSROOM: (
        "chalk dust hangs in the light",
        "a row of desks, one of them crooked",
        "names on the board",
    ),
    SetKind.SHRINE: ("worn steps climb between trees", "a paper charm flutters", "moss on the stone"),
    SetKind.STREET: ("shop signs sway", "a bicycle leans on a wall", "a cat crosses without hurrying"),
    SetKind.SEASIDE: (
        "a line of foam draws back",
        "gull prints cross wet sand",
        "the horizon is one thin stroke",
    ),
    SetKind.TRAIN: (
        "straps swing in time",
        "light slides along the benches",
        "the window holds the whole view",
    ),
    SetKind.CITY: (
        "roofs step up the slope",
        "a hundred windows, a dozen lit",
        "wires draw staves on the sky",
    ),
    SetKind.FOREST: ("trunks lean all one way", "light falls in coins", "needles cover the path"),
    SetKind.RIVERBANK: (
        "reeds bend with the current",
        "a flat boat knocks at its post",
        "rings widen on the water",
    ),
    SetKind.CAFE: (
        "steam rises from a row of cups",
        "a lamp over each table",
        "chairs pushed back and not yet tidied",
    ),
    SetKind.BEDROOM: (
        "a lamp, a bed, a window",
        "papers slide off a chair",
        "a coat hangs like somebody waiting",
    ),
    SetKind.LIBRARY: (
        "pages stir in the draught",
        "spines in every colour of faded",
        "a ladder leans on a shelf",
    ),
    SetKind.STATION: (
        "an empty bench under a clock",
        "rails shine into the distance",
        "a board with one departure",
    ),
    SetKind.OBSERVATORY: (
        "the dome stands a hand's breadth open",
        "brass catches the light",
        "long grass moves",
    ),
    SetKind.HARBOR: (
        "masts tick against each other",
        "ropes creak on bollards",
        "a crane looks down on the boats",
    ),
    SetKind.WORKSHOP: (
        "tools hang in the outline of tools",
        "shavings curl on the bench",
        "a small flame under a pot",
    ),
}
_LIGHTS = {
    TimeOfDay.MORNING: ("early light", "first light", "a pale morning"),
    TimeOfDay.DAY: ("full daylight", "the middle of the day", "a bright hour"),
    TimeOfDay.DUSK: ("the last light", "dusk", "a long copper evening"),
    TimeOfDay.NIGHT: ("lamplight and dark", "the night", "a deep blue night"),
}
_SKIES = {
    Weather.CLEAR: "clear air",
    Weather.CLOUDY: "low cloud",
    Weather.RAIN: "steady rain",
    Weather.SNOW: "falling snow",
    Weather.FOG: "fog",
}


def gesture(person: Person, emotion: str, rng: random.Random, listener: Person | None = None) -> str:
    """One sentence of what somebody does while speaking."""
    options = _GESTURES[emotion]
    words = options[rng.randrange(len(options))]
    to = f" at {listener.short}" if listener else " ahead"
    if "considers" in words or "turns{to}" in words or "round once" in words:
        to = f" towards {listener.short}" if listener and "considers" not in words else ""
    cloth = person.look.outfit.value if person.look.accessory.value == "none" else person.look.accessory.value
    return (
        words.format(
            a=person.short, they=person.word("they"), their=person.word("their"), to=to, cloth=_worn(cloth)
        )
        + "."
    )


def opening_view(place: str, kind: SetKind, time: TimeOfDay, weather: Weather, rng: random.Random) -> str:
    """One sentence that shows the place, its hour and its weather."""
    light = _LIGHTS[time][rng.randrange(3)]
    detail = _DETAILS[kind][rng.randrange(3)]
    return f"{place} in {light} and {_SKIES[weather]}; {detail}."


def closing_view(kind: SetKind, rng: random.Random) -> str:
    """One sentence that lets the episode go."""
    detail = _DETAILS[kind][rng.randrange(3)]
    endings = ("Nobody speaks; {}.", "The camera stays a moment longer: {}.", "They stand together while {}.")
    ending = endings[rng.randrange(3)]
    if ending.startswith("They") and " " in detail and detail.split()[0] in {"a", "two", "an", "the"}:
        ending = endings[1]
    return ending.format(detail)


def _worn(word: str) -> str:
    return {"sailor": "collar", "uniform": "jacket", "workwear": "sleeve", "headphones": "headphones"}.get(
        word, word
    )

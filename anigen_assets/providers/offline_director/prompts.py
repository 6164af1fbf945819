"""Prompts for a video model: place, hour, weather, everyone's looks and the bible's style, within 1000 characters."""

from __future__ import annotations

from collections.abc import Sequence

from anigen_assets.providers.offline_director.people import Person
from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import (
    INDOOR_SETS,
    Accessory,
    Build,
    HairStyle,
    Mark,
    Mood,
    Outfit,
    SetKind,
    TimeOfDay,
    Weather,
)

PROMPT_CHARACTERS = 1000
_COLOURS = {
    "black": (30, 30, 34), "charcoal": (62, 64, 68), "grey": (130, 130, 132), "silver": (196, 194, 190),
    "white": (240, 239, 236), "cream": (244, 232, 205), "sand": (214, 188, 140), "blond": (228, 214, 170),
    "brown": (100, 64, 38), "dark brown": (58, 42, 32), "chestnut": (138, 75, 43), "copper": (184, 104, 40),
    "red": (178, 48, 44), "maroon": (124, 46, 46), "orange": (240, 120, 60), "amber": (201, 139, 43),
    "yellow": (242, 196, 80), "olive": (92, 96, 60), "green": (58, 106, 68), "sage": (124, 156, 134),
    "teal": (63, 130, 145), "sky blue": (120, 170, 205), "blue": (58, 92, 148), "navy": (40, 56, 86),
    "slate": (84, 96, 112), "violet": (116, 88, 142), "lavender": (200, 184, 214), "plum": (84, 64, 104),
    "pink": (222, 148, 160), "mauve": (150, 112, 134), "rust": (160, 84, 48),
}  # fmt: skip
_SKIN = ((225, "fair"), (205, "light"), (180, "tan"), (150, "warm brown"), (0, "deep brown"))
_HAIR = {
    HairStyle.TWIN_TAILS: "hair in twin tails", HairStyle.PONYTAIL: "hair in a ponytail", HairStyle.BOB: "bobbed hair",
    HairStyle.BRAID: "braided hair", HairStyle.BUN: "hair in a bun", HairStyle.SWEPT: "swept-back hair",
}  # fmt: skip
_OUTFIT = {Outfit.SAILOR: "sailor-collar blouse", Outfit.WORKWEAR: "work clothes"}
_MARK = {Mark.NONE: "", Mark.MOLE: "a small mole"}
_LIGHT = {
    TimeOfDay.MORNING: "early morning light",
    TimeOfDay.DAY: "daylight",
    TimeOfDay.DUSK: "dusk",
    TimeOfDay.NIGHT: "night",
}
_SKY = {Weather.CLEAR: "clear sky", Weather.CLOUDY: "overcast", Weather.RAIN: "rain", Weather.SNOW: "snowfall",
        Weather.FOG: "fog"}  # fmt: skip


def video_prompt(
    *,
    style: str,
    place_name: str,
    place_description: str,
    kind: SetKind,
    time: TimeOfDay,
    weather: Weather,
    season: str,
    mood: Mood,
    people: Sequence[Person],
    action: str,
) -> str:
    """What a video model is told about a scene."""
    sky = _SKY[weather] if kind not in INDOOR_SETS else f"{_SKY[weather]} outside the windows"
    head = f"{place_name}, {_LIGHT[time]}, {sky}, {season}."
    looks = " ".join(f"{p.short}: {looks_of(p.look)}." for p in people)
    tail = f"Mood: {mood.value}. Style: {style}."
    room = PROMPT_CHARACTERS - len(head) - len(looks) - len(tail) - 4
    fitted = [text for text in (place_description, action) if text]
    middle = _cut(" ".join(fitted), room)
    whole = " ".join(part for part in (head, middle, looks, tail) if part)
    return whole if len(whole) <= PROMPT_CHARACTERS else whole[: PROMPT_CHARACTERS - 1] + "…"


def looks_of(look: Look) -> str:
    """Age, hair, eyes, skin, clothes and marks in one phrase."""
    hair = _HAIR.get(look.hair_style, f"{look.hair_style.value} hair")
    parts = [
        f"{_age(look)}, {colour_name(look.hair_colour)} {hair}",
        f"{colour_name(look.eye_colour)} {look.eye_shape.value} eyes",
        f"{_skin(look.skin_colour)} skin",
        f"{colour_name(look.outfit_colour)} {_OUTFIT.get(look.outfit, look.outfit.value)}",
    ]
    if look.build is not Build.AVERAGE:
        parts[0] = f"{look.build.value} {parts[0]}"
    parts += [extra for extra in (_MARK.get(look.mark, look.mark.value), _accessory(look.accessory)) if extra]
    return ", ".join(parts)


def colour_name(colour: str) -> str:
    """The nearest plain name of `#rrggbb`."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return min(
        _COLOURS,
        key=lambda name: (
            2 * (_COLOURS[name][0] - red) ** 2
            + 4 * (_COLOURS[name][1] - green) ** 2
            + 3 * (_COLOURS[name][2] - blue) ** 2
        ),
    )


def _age(look: Look) -> str:
    if look.age < 18:
        return f"{look.age}-year-old {'boy' if look.masculine else 'girl'}"
    return f"{'man' if look.masculine else 'woman'} of {look.age}"


def _skin(colour: str) -> str:
    light = sum(int(colour[i : i + 2], 16) for i in (1, 3, 5)) / 3
    return next(name for floor, name in _SKIN if light >= floor)


def _accessory(accessory: Accessory) -> str:
    return "" if accessory is Accessory.NONE else accessory.value


def _cut(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    if room < 20:
        return ""
    return text[: room - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"

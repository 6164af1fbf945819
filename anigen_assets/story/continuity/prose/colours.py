"""Words for colours, and whether a colour of a character sheet can be called by one of them.

A word and a colour are each put into families with wide margins; they contradict each other only when they share
none. Nobody is corrected for calling chestnut red.
"""

from __future__ import annotations

import colorsys
from functools import lru_cache

_WORDS = {
    "black": "black", "raven": "black", "jet-black": "black", "jet": "black", "ebony": "black", "inky": "black",
    "charcoal": "black grey", "coal-black": "black",
    "grey": "grey", "gray": "grey", "silver": "grey white", "silvery": "grey white", "ashen": "grey white",
    "ash-grey": "grey", "slate": "grey blue", "steel": "grey blue", "pewter": "grey", "white": "white",
    "snow-white": "white", "ivory": "white yellow", "cream": "white yellow", "platinum": "white yellow",
    "brown": "brown", "chestnut": "brown red orange", "chocolate": "brown", "hazel": "brown green yellow",
    "umber": "brown", "mahogany": "brown red", "walnut": "brown", "tawny": "brown orange yellow", "mousy": "brown grey",
    "brunette": "brown black", "sand": "brown yellow", "sandy": "brown yellow orange", "dark-brown": "brown black",
    "blond": "yellow white", "blonde": "yellow white", "golden": "yellow orange", "gold": "yellow orange",
    "yellow": "yellow", "flaxen": "yellow white", "straw-coloured": "yellow", "honey": "yellow orange brown",
    "honey-coloured": "yellow orange brown", "wheat": "yellow", "amber": "yellow orange brown", "fair": "yellow white",
    "orange": "orange", "ginger": "orange red", "copper": "orange red brown", "coppery": "orange red brown",
    "rust": "orange red brown", "rusty": "orange red brown", "auburn": "red orange brown", "carroty": "orange",
    "bronze": "orange brown yellow", "red": "red orange", "crimson": "red", "scarlet": "red", "ruby": "red pink",
    "maroon": "red brown", "russet": "red orange brown", "cherry": "red",
    "fiery": "red orange", "reddish": "red orange",
    "pink": "pink", "rose": "pink red", "rosy": "pink red", "mauve": "pink violet grey", "salmon": "pink orange",
    "green": "green", "emerald": "green", "olive": "green yellow brown", "sage": "green grey", "jade": "green teal",
    "mossy": "green", "mint": "green teal", "teal": "teal green blue", "turquoise": "teal blue green",
    "aqua": "teal blue", "blue": "blue teal", "navy": "blue black", "azure": "blue teal", "sapphire": "blue",
    "sky-blue": "blue teal", "ice-blue": "blue teal grey", "indigo": "blue violet", "cobalt": "blue",
    "blue-black": "blue black", "violet": "violet", "purple": "violet pink", "lavender": "violet pink grey",
    "plum": "violet pink red black", "lilac": "violet pink", "amethyst": "violet",
}  # fmt: skip
COLOUR_WORDS = {word: frozenset(families.split()) for word, families in _WORDS.items()}
"""Families of each word."""


@lru_cache(maxsize=8192)
def families_of(colour: str) -> frozenset[str]:
    """The families that `#rrggbb` may be counted to."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, _ = colorsys.rgb_to_hls(red, green, blue)
    hue *= 360
    chroma = max(red, green, blue) - min(red, green, blue)
    found = {"black"} if light < 0.2 or (light < 0.28 and chroma < 0.2) else set()
    if chroma < 0.24:
        found |= {"grey"} if 0.1 < light < 0.88 else set()
        found |= {"white"} if light > 0.66 else set()
    if light > 0.8:
        found.add("white")
    if chroma >= 0.04:
        found |= {family for family, (low, high) in _HUES.items() if low <= hue <= high or low <= hue - 360}
        if chroma < 0.14 and light < 0.6:
            found -= {"red", "orange", "yellow", "pink"}
        if "brown" in found and light > 0.66:
            found.discard("brown")
        if "pink" in found and light < 0.42:
            found.discard("pink")
    return frozenset(found)


_HUES = {
    "red": (-28, 22),
    "orange": (6, 46),
    "brown": (-8, 52),
    "yellow": (28, 74),
    "green": (58, 178),
    "teal": (148, 218),
    "blue": (182, 268),
    "violet": (236, 330),
    "pink": (-68, 24),
}
"""Degrees; negative ones lie below red."""


def can_be_called(colour: str, word: str, shade: str = "") -> bool:
    """Whether a colour of a sheet can be called by a word; unknown words always fit.

    Args:
        shade: `dark` or `light` before the word: a very dark brown may be nearly black.
    """
    wanted = COLOUR_WORDS.get(word)
    if wanted is not None and shade == "dark" and "black" in families_of(colour):
        return True
    return wanted is None or not wanted.isdisjoint(families_of(colour))

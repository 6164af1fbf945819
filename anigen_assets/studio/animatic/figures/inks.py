"""The colours of one person in one light: local colours, cel shadows, tinted lines, rim light.

Only colours belong here. A palette's ambient is mixed in rather than plainly multiplied, and least of all
on skin, so that faces stay alive at dusk and at night.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import lru_cache

from anigen_assets.story.looks import Look
from anigen_assets.studio.animatic.ink import Ink, channels, colour, lighten, mix, shade
from anigen_assets.studio.animatic.palette import Palette

_PLUM = "#3a2036"
_CLOTH_AMBIENT = 0.88
_HAIR_AMBIENT = 0.68
_SKIN_AMBIENT = 0.5


@lru_cache(maxsize=4096)
def multiply(first: Ink, second: Ink) -> int:
    """Multiply two colours channel by channel, as transparent paint does."""
    red, green, blue = (a * b // 255 for a, b in zip(channels(first), channels(second), strict=True))
    return 0xFF000000 | red << 16 | green << 8 | blue


def brightness(value: Ink) -> float:
    """Rec. 709 luma of a colour, 0 to 1."""
    red, green, blue = channels(value)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


@dataclass(frozen=True)
class Inks:
    """Every colour a figure's painters need, already lit by the scene.

    Attributes:
        ambient: The scene's ambient colour, packed.
        dark: What shadows fade into, packed.
        key: Colour of the strongest light, packed.
        side: Where that light comes from: 1 from the viewer's right, -1 from the left.
        rim: Strength of the light along the edges, 0 (plain day) to 1 (night).
        skin, skin_shade, skin_deep, skin_line, skin_light: The face's inks.
        lip, blush: Red tones which suit the skin.
        hair, hair_shade, hair_deep, hair_light, hair_line: The hair's inks.
        brow: Ink of the brows.
        lash: Ink of the lashes.
        iris: The eyes' local colour.
        outfit, accent: The clothes' local colours.
    """

    ambient: int
    dark: int
    key: int
    side: int
    rim: float
    skin: int
    skin_shade: int
    skin_deep: int
    skin_line: int
    skin_light: int
    lip: int
    blush: int
    hair: int
    hair_shade: int
    hair_deep: int
    hair_light: int
    hair_line: int
    brow: int
    lash: int
    iris: int
    outfit: int
    accent: int

    def lit(self, value: Ink, share: float = _CLOTH_AMBIENT) -> int:
        """Returns a thing's local colour as it looks in the scene's light."""
        return _lit(value, self.ambient, share)

    def shadow(self, lit_ink: Ink, amount: float = 0.24) -> int:
        """Returns the cel shadow of an ink that is already lit."""
        return mix(shade(lit_ink, amount), self.dark, 0.10 + 0.12 * self.rim)

    def line(self, lit_ink: Ink) -> int:
        """Returns the tinted outline of an ink that is already lit."""
        return mix(shade(lit_ink, 0.62), _lit(_PLUM, self.ambient, 0.6), 0.42)


def _lit(value: Ink, ambient: int, share: float) -> int:
    return mix(colour(value), multiply(value, ambient), share)


def _lit_skin(skin: Ink, ambient: int) -> int:
    """Ambient on skin: half of it, and a little warmth back where the light is cold."""
    lit = mix(colour(skin), multiply(skin, ambient), _SKIN_AMBIENT)
    red, _, blue = channels(ambient)
    coldness = max(0.0, (blue - red) / 255)
    return mix(lit, multiply(skin, "#ffc2b4"), 0.95 * coldness)


@lru_cache(maxsize=256)
def inks_for(look: Look, palette: Palette) -> Inks:
    """Returns the inks of a person in a palette's light."""
    ambient, dark, key = colour(palette.ambient), colour(palette.dark), colour(palette.key)
    rim = max(0.0, min(1.0, (1 - brightness(ambient)) * 2.6 - 0.12))
    skin = _lit_skin(look.skin_colour, ambient)
    skin_shade = mix(multiply(skin, "#eebdb8"), dark, 0.05 + 0.06 * rim)
    hair = _lit(look.hair_colour, ambient, _HAIR_AMBIENT)
    pale = brightness(look.hair_colour)
    grey = max(0.0, min(1.0, (look.age - 54) / 14))
    plum = _lit(_PLUM, ambient, 0.5)
    hair_line = mix(shade(hair, 0.62 if pale > 0.2 else 0.5), plum, 0.45)
    brow = mix(shade(hair, 0.42), plum, 0.3)
    return Inks(
        ambient=ambient,
        dark=dark,
        key=key,
        side=-1 if palette.sun is not None and palette.sun.x < 0.5 else 1,
        rim=rim,
        skin=skin,
        skin_shade=skin_shade,
        skin_deep=mix(multiply(skin, "#d08f92"), dark, 0.08),
        skin_line=mix(multiply(skin, "#96484a"), plum, 0.32),
        skin_light=lighten(skin, 0.42),
        lip=multiply(skin, "#cf5f66"),
        blush=mix(multiply(skin, "#ff8486"), "#ff5f6c", 0.35),
        hair=hair,
        hair_shade=mix(shade(hair, 0.26), dark, 0.08),
        hair_deep=mix(shade(hair, 0.42), dark, 0.14),
        hair_light=_hair_light(hair, pale),
        hair_line=hair_line,
        brow=mix(brow, _lit("#a9a6ad", ambient, 0.8), 0.8 * grey),
        lash=mix(shade(hair, 0.74), _lit("#1c1220", ambient, 0.4), 0.7),
        iris=_lit(look.eye_colour, ambient, 0.35),
        outfit=_lit(look.outfit_colour, ambient, _CLOTH_AMBIENT),
        accent=_lit(look.accent_colour, ambient, _CLOTH_AMBIENT),
    )


def _hair_light(hair: int, pale: float) -> int:
    """The shine: nearly white on pale hair, a bright tone of the hair's own colour on dark hair."""
    if pale > 0.72:
        return lighten(hair, 0.75)
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in channels(hair)))
    bright = colorsys.hls_to_rgb(hue, light + (1 - light) * 0.46, saturation * 0.78)
    red, green, blue = (round(part * 255) for part in bright)
    return 0xFF000000 | red << 16 | green << 8 | blue

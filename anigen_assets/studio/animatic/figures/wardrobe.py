"""Which painter, which cloth and which cut belong to each outfit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from anigen_assets.story.vocabulary import Outfit
from anigen_assets.studio.animatic.figures import clothes_school, clothes_work
from anigen_assets.studio.animatic.figures.brush import Brush
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.figures.tailoring import WHITE
from anigen_assets.studio.animatic.ink import mix

Bottom = Literal["skirt", "trousers", "robe", "coat", "shorts"]


@dataclass(frozen=True)
class Garment:
    """How an outfit is cut.

    Attributes:
        paint: Adds what lies on the trunk.
        bottom: What covers hips and legs of a girl or woman.
        bottom_masculine: The same for boys and men.
        shirt_sleeves: Whether sleeves and chest have the shirt's colour instead of the outfit's.
        rolled: Whether the sleeves end at the elbow.
        wide: Whether the sleeves hang wide.
        tucked: Whether the shirt goes into what is worn below.
        neckline: Depth (y in the tailor's space) of a pointed neckline; 0 is a plain round one.
    """

    paint: Callable[[Brush, Sitter], None]
    bottom: Bottom = "trousers"
    bottom_masculine: Bottom = "trousers"
    shirt_sleeves: bool = False
    rolled: bool = False
    wide: bool = False
    tucked: bool = False
    neckline: float = 0.0


GARMENTS: dict[Outfit, Garment] = {
    Outfit.SAILOR: Garment(clothes_school.sailor, bottom="skirt", neckline=262),
    Outfit.BLAZER: Garment(clothes_school.blazer, bottom="skirt"),
    Outfit.HOODIE: Garment(clothes_school.hoodie, bottom="shorts", neckline=206),
    Outfit.KIMONO: Garment(
        clothes_school.kimono, bottom="robe", bottom_masculine="robe", wide=True, neckline=240
    ),
    Outfit.JACKET: Garment(clothes_work.jacket),
    Outfit.COAT: Garment(clothes_work.coat, bottom="coat", bottom_masculine="coat"),
    Outfit.APRON: Garment(clothes_work.apron, bottom="skirt", shirt_sleeves=True, rolled=True, tucked=True),
    Outfit.UNIFORM: Garment(clothes_work.uniform, neckline=186),
    Outfit.SWEATER: Garment(clothes_school.sweater, bottom="skirt"),
    Outfit.WORKWEAR: Garment(clothes_work.workwear, shirt_sleeves=True, rolled=True, tucked=True),
}


def cloth_ink(sitter: Sitter) -> int:
    """Returns the colour of trunk and sleeves."""
    look, inks = sitter.look, sitter.inks
    if not GARMENTS[look.outfit].shirt_sleeves:
        return inks.outfit
    share = 0.14 if look.outfit is Outfit.APRON else 0.5
    return inks.lit(mix(WHITE, look.accent_colour, share))

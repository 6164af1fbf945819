"""Everything the painters of a figure need to know about one person in one light and one turn of the head."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property, lru_cache

import skia

from anigen_assets.story.looks import Look
from anigen_assets.studio.animatic.figures.anatomy import Anatomy, anatomy_for
from anigen_assets.studio.animatic.figures.brush import faceted
from anigen_assets.studio.animatic.figures.inks import Inks, inks_for
from anigen_assets.studio.animatic.figures.view import View
from anigen_assets.studio.animatic.ink import curve
from anigen_assets.studio.animatic.palette import Palette


@dataclass(frozen=True)
class Sitter:
    """A person as the painters see them.

    Attributes:
        look: The person's words and colours.
        anatomy: Their proportions.
        inks: Their colours in the scene's light.
        view: How far the head is turned.
    """

    look: Look
    anatomy: Anatomy
    inks: Inks
    view: View

    def chance(self, purpose: str) -> random.Random:
        """Returns random numbers that are always the same for this person and purpose."""
        return random.Random(f"{self.anatomy.seed} {self.look.hair_colour} {purpose}")

    @cached_property
    def mirrored(self) -> bool:
        """Whether this person wears an asymmetrical hair style the other way round."""
        return self.chance("side").random() < 0.5

    @cached_property
    def face_outline(self) -> skia.Path:
        """The outline of the face, closed over the forehead under the hair."""
        half = self.anatomy.outline
        turned = self.view.outline
        right = [(turned(x, depth), y) for x, y, depth in half]
        left = [(turned(-x, depth), y) for x, y, depth in reversed(half)]
        chin = (turned(0, 48), self.anatomy.chin_y)
        return faceted(curve([*right, chin, *left, (-58, -104), (0, -122), (58, -104)]))


@lru_cache(maxsize=128)
def sitter_for(look: Look, palette: Palette, turn: float) -> Sitter:
    """Returns a person in a light with the head turned by `turn` (-1 to 1)."""
    return Sitter(look, anatomy_for(look), inks_for(look, palette), View(max(-1.0, min(1.0, turn))))

"""Things an insert shows, found by the words of a shot's action and drawn standing on a table.

Each is drawn around the middle of its foot: y = 0 is the surface it stands on, about 300 units high at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import skia

from anigen_assets.studio.animatic.props import metal, paper, shore, vessels

Painter = Callable[[skia.Canvas], None]


@dataclass(frozen=True)
class Prop:
    """A thing and how it is painted."""

    name: str
    paint: Painter


_WORDS: tuple[tuple[str, Prop], ...] = (
    (r"photo|portrait|picture", Prop("photograph", paper.photograph)),
    (r"letter|envelope|postcard|note\b|invitation|message", Prop("letter", paper.letter)),
    (r"ticket|pass\b|card\b", Prop("ticket", paper.ticket)),
    (r"\bmap|chart|scroll|plan\b", Prop("chart", paper.chart)),
    (r"ledger|book|diary|journal|pages?\b|notebook|pencil|writing|handwriting", Prop("book", paper.book)),
    (r"\bkeys?\b", Prop("key", metal.key)),
    (r"\bring\b|locket|pendant|necklace", Prop("ring", metal.ring)),
    (r"whistle|flute", Prop("whistle", metal.whistle)),
    (r"\bbells?\b|chime", Prop("bell", metal.bell)),
    (r"clock|watch\b|hands? of", Prop("clock", metal.clock)),
    (r"spyglass|telescope|tide glass|lens", Prop("spyglass", metal.spyglass)),
    (r"seal\b|stamp|coin|medal", Prop("stamp", metal.stamp)),
    (r"lamp|lantern|candle|light\b|flame", Prop("lantern", vessels.lantern)),
    (r"kettle|\bpot\b|teapot", Prop("kettle", vessels.kettle)),
    (r"\bcups?\b|\btea\b|coffee|mug|glass of", Prop("cup", vessels.cup)),
    (r"bottle|jar|vial|flask", Prop("bottle", vessels.bottle)),
    (r"box|case\b|chest|parcel|package|tin\b|suitcase|crate", Prop("box", vessels.box)),
    (r"shell|conch|microphone|pearl", Prop("shell", shore.shell)),
    (r"rope|knot|thread|spool|string|yarn", Prop("spool", shore.spool)),
    (r"glove|mitten|scarf", Prop("glove", shore.glove)),
    (r"flower|petal|blossom|bouquet|leaf|leaves", Prop("flower", shore.flower)),
    (r"umbrella|parasol", Prop("umbrella", shore.umbrella)),
)

PROPS: tuple[Prop, ...] = tuple(prop for _, prop in _WORDS)
"""Everything that can be drawn."""


def prop_in(action: str) -> Prop | None:
    """Returns the thing that a sentence speaks of first, or None."""
    text = action.lower()
    found = [(match.start(), prop) for words, prop in _WORDS if (match := re.search(words, text))]
    return min(found, key=lambda each: each[0])[1] if found else None

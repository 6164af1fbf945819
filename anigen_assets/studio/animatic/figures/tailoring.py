"""What several outfits are sewn from: bows, belts, shirt collars. Cut in the tailor's space (see `torso`)."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic.figures.brush import Brush
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.figures.torso import trunk_of, trunk_shape
from anigen_assets.studio.animatic.ink import Ink, lighten, path

WHITE = "#fbf8f6"
GOLD = "#e6c262"


def both(text: str, side: int) -> skia.Path:
    """Returns a path written for the right side, with K as the sign of x."""
    return path(text.replace("K", "-" if side < 0 else ""))


def bow(brush: Brush, sitter: Sitter, x: float, y: float, ink: Ink, size: float = 1.0) -> None:
    """Paint a ribbon's bow with its two tails."""
    line, dark = sitter.inks.line(ink), sitter.inks.shadow(ink)
    s = size
    for k in (-1, 1):
        tail = path(
            f"M {x} {y} Q {x + k * 16 * s} {y + 34 * s} {x + k * 34 * s} {y + 74 * s} L "
            f"{x + k * 20 * s} {y + 74 * s} L {x + k * 12 * s} {y + 82 * s} Q {x - k * 2 * s} "
            f"{y + 40 * s} {x} {y} Z"
        )
        brush.cel(tail, dark, line, 2.6)
    for k in (-1, 1):
        loop = path(
            f"M {x} {y} C {x + k * 18 * s} {y - 26 * s} {x + k * 54 * s} {y - 24 * s} "
            f"{x + k * 54 * s} {y + 2 * s} C {x + k * 54 * s} {y + 28 * s} {x + k * 18 * s} "
            f"{y + 22 * s} {x} {y} Z"
        )
        brush.cel(loop, ink, line, 2.8)
        brush.paint(
            path(
                f"M {x + k * 8 * s} {y + 2 * s} Q {x + k * 30 * s} {y + 2 * s} {x + k * 46 * s} "
                f"{y + 14 * s} Q {x + k * 26 * s} {y + 18 * s} {x + k * 8 * s} {y + 2 * s} Z"
            ),
            dark,
        )
    knot = path(
        f"M {x - 11 * s} {y - 10 * s} Q {x} {y - 15 * s} {x + 11 * s} {y - 10 * s} L "
        f"{x + 10 * s} {y + 11 * s} Q {x} {y + 15 * s} {x - 10 * s} {y + 11 * s} Z"
    )
    brush.cel(knot, lighten(ink, 0.1), line, 2.6)


def girdle(brush: Brush, sitter: Sitter, top: float, low: float, ink: int) -> None:
    """Paint a belt or sash round the trunk between two heights."""
    shape = path(f"M -140 {top} Q 0 {top + 14} 140 {top} L 140 {low} Q 0 {low + 14} -140 {low} Z")
    with brush.inside(trunk_shape(trunk_of(sitter), 0)):
        brush.cel(shape, ink, sitter.inks.line(ink), 2.8)
        shadow = path(
            f"M {-sitter.inks.side * 140} {top} L {-sitter.inks.side * 56} {top + 10} L "
            f"{-sitter.inks.side * 64} {low + 14} L {-sitter.inks.side * 140} {low} Z"
        )
        brush.paint(shadow, sitter.inks.shadow(ink), 190)


def shirt_collar(brush: Brush, sitter: Sitter, depth: float, ink: int) -> None:
    """Paint a shirt front down to `depth` and its turned collar."""
    inks = sitter.inks
    brush.paint(path(f"M -42 142 L 0 {depth} L 42 142 Q 0 206 -42 142 Z"), ink)
    for k in (-1, 1):
        wing = both("M K25 134 L K40 144 Q K50 158 K50 172 L K34 226 L 0 190 Q K20 166 K25 134 Z", k)
        brush.cel(wing, ink, inks.line(ink), 2.6)

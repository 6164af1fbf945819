"""Strands which leave the main shapes of the hair: the braid, wisps in the fringe, curls off a smooth head."""

from __future__ import annotations

from anigen_assets.story.vocabulary import Accessory, HairStyle
from anigen_assets.studio.animatic.figures.brush import Brush, crescent
from anigen_assets.studio.animatic.figures.hair_shapes import Placed
from anigen_assets.studio.animatic.figures.hair_styles import Style
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import Point, linear, mix, path


def paint_wisps(brush: Brush, sitter: Sitter, placed: list[Placed]) -> None:
    """Thin strands in the gaps of the fringe, which break its regular edge."""
    inks, chance = sitter.inks, sitter.chance("wisps")
    for lock in placed[:-1]:
        x, y = lock.after
        if chance.random() < 0.45 or y < -70:
            continue
        lean = chance.choice((-1, 1)) * chance.uniform(5, 10)
        low = y + chance.uniform(20, 32)
        strand = path(
            f"M {x - 5} {y - 12} Q {x + lean * 0.1} {low - 12} {x + lean} {low} Q "
            f"{x + lean * 0.9 + 4} {low - 16} {x + 6} {y - 12} Z"
        )
        brush.cel(strand, inks.hair_shade, inks.hair_line, 2.0)


def paint_braid(brush: Brush, sitter: Sitter) -> None:
    """Paint the braid that falls over a shoulder, before the body and behind the head."""
    if sitter.look.hair_style is not HairStyle.BRAID:
        return
    inks = sitter.inks
    side = -1 if sitter.mirrored else 1
    lean = 6.0 * sitter.view.turn
    spine = [
        (side * 70 + lean, 78.0),
        (side * 84 + lean, 150.0),
        (side * 88 + lean, 220.0),
        (side * 80 + lean, 300.0),
    ]
    twists = 8
    for index in range(twists):
        share = index / twists
        x, y = _along(spine, share)
        wide = (25 if index else 20) * (1 - 0.25 * share)
        k = 1 if index % 2 else -1
        knot = path(
            f"M {x - k * wide * 0.75} {y - 12} C {x - k * wide * 0.2} {y - 24} {x + k * wide} "
            f"{y - 20} {x + k * wide} {y + 4} "
            f"C {x + k * wide} {y + 26} {x + k * wide * 0.3} {y + 40} {x - k * wide * 0.25} {y + 44} "
            f"C {x - k * wide * 0.1} {y + 22} {x - k * wide * 0.3} {y + 4} {x - k * wide * 0.75} {y - 12} Z"
        )
        brush.cel(
            knot, inks.hair if k == inks.side else mix(inks.hair, inks.hair_shade, 0.5), inks.hair_line, 2.6
        )
        with brush.inside(knot):
            brush.paint(crescent(knot, inks.side * 8, -7), inks.hair_shade, 220)
            if k == inks.side:
                brush.taper(
                    (x + k * wide * 0.2, y - 10),
                    (x + k * wide * 0.75, y - 4),
                    (x + k * wide * 0.6, y + 16),
                    inks.hair_light,
                    6,
                    190,
                )
    x, y = spine[-1]
    tuft = path(
        f"M {x - 12} {y + 4} C {x - 22} {y + 30} {x - 16} {y + 52} {x - 4} {y + 76} C {x + 4} "
        f"{y + 64} {x + 18} {y + 40} {x + 13} {y + 4} Z"
    )
    brush.cel(tuft, linear((0, y), (0, y + 70), [inks.hair_shade, inks.hair]), inks.hair_line, 2.6)
    band = path(
        f"M {x - 15} {y - 6} Q {x} {y - 1} {x + 15} {y - 6} L {x + 14} {y + 12} Q {x} {y + 18} "
        f"{x - 14} {y + 12} Z"
    )
    brush.cel(band, inks.accent, inks.line(inks.accent), 2.4)


def paint_flyaways(brush: Brush, sitter: Sitter, style: Style) -> None:
    """Strands that leave a smooth head: a curl on the crown of the young, tufts at the sides."""
    if style.pointed or sitter.look.accessory in {Accessory.CAP, Accessory.HEADPHONES}:
        return
    inks, chance = sitter.inks, sitter.chance("flyaways")
    plain = not style.crown and sitter.look.hair_style is not HairStyle.BUN
    if chance.random() < 0.5 and sitter.anatomy.mature < 0.5 and plain:
        k, x, top = chance.choice((-1, 1)), sitter.view.x(0, 20), -140
        curl = path(
            f"M {x - 5} {top + 16} C {x - k * 14} {top - 18} {x + k * 12} {top - 40} {x + k * 36} {top - 30} "
            f"C {x + k * 18} {top - 28} {x + k * 6} {top - 12} {x + 7} {top + 16} Z"
        )
        brush.cel(curl, inks.hair, inks.hair_line, 2.8)
    for k in (-1, 1):
        if chance.random() < 0.4:
            continue
        y = chance.uniform(-70, -30)
        tuft = path(
            f"M {k * 96} {y - 20} Q {k * 116} {y - 6} {k * 121} {y + 16} Q {k * 108} {y + 8} "
            f"{k * 98} {y + 18} Z"
        )
        brush.cel(tuft, inks.hair if k == inks.side else inks.hair_shade, inks.hair_line, 2.6)


def _along(spine: list[Point], share: float) -> Point:
    place = share * (len(spine) - 1)
    index = min(int(place), len(spine) - 2)
    part = place - index
    (ax, ay), (bx, by) = spine[index], spine[index + 1]
    return ax + (bx - ax) * part, ay + (by - ay) * part

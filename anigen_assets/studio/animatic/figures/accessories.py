"""Things worn on head and neck: ribbon, hairpin, scarf, cap, headphones, earrings."""

from __future__ import annotations

from anigen_assets.story.vocabulary import Accessory
from anigen_assets.studio.animatic.figures.brush import Brush, crescent, sparkle
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import lighten, linear, path, stroke

_GOLD = "#f0cf70"
_DARK = "#3c3a48"


def paint_on_neck(brush: Brush, sitter: Sitter) -> None:
    """Paint what lies over the clothes (a scarf), in the body's layer."""
    if sitter.look.accessory is Accessory.SCARF:
        _scarf(brush, sitter)


def paint_on_head(brush: Brush, sitter: Sitter) -> None:
    """Paint what lies over the hair, in the head's layer."""
    {
        Accessory.RIBBON: _ribbon,
        Accessory.HAIRPIN: _hairpin,
        Accessory.CAP: _cap,
        Accessory.HEADPHONES: _headphones,
        Accessory.EARRINGS: _earrings,
    }.get(sitter.look.accessory, _nothing)(brush, sitter)


def _nothing(brush: Brush, sitter: Sitter) -> None:
    """Nothing is worn."""


def _worn_side(sitter: Sitter) -> int:
    return sitter.chance("worn side").choice((-1, 1))


def _ribbon(brush: Brush, sitter: Sitter) -> None:
    """A large bow on one side of the head."""
    inks, side = sitter.inks, _worn_side(sitter)
    ink, line, dark = inks.accent, inks.line(inks.accent), inks.shadow(inks.accent)
    with brush.at(sitter.view.x(side * 74, 30), -92, side * 28):
        for k in (-1, 1):
            tail = path(f"M 0 4 Q {k * 14} 26 {k * 22} 50 L {k * 10} 46 L {k * 3} 54 Q {k * 2} 28 0 4 Z")
            brush.cel(tail, dark, line, 2.4)
        for k in (-1, 1):
            loop = path(f"M 0 0 C {k * 14} -30 {k * 52} -34 {k * 54} -6 C {k * 56} 26 {k * 18} 24 0 0 Z")
            brush.cel(loop, ink, line, 2.8)
            brush.paint(path(f"M {k * 6} 1 Q {k * 28} 2 {k * 48} 10 Q {k * 26} 20 {k * 6} 1 Z"), dark)
            brush.taper((k * 14, -10), (k * 26, -20), (k * 42, -20), lighten(ink, 0.35), 4, 200)
        brush.cel(path("M -9 -10 Q 0 -14 9 -10 L 9 9 Q 0 13 -9 9 Z"), lighten(ink, 0.12), line, 2.6)


def _hairpin(brush: Brush, sitter: Sitter) -> None:
    """Two crossed pins and a small star over the temple."""
    inks, side = sitter.inks, _worn_side(sitter)
    with brush.at(sitter.view.x(side * 72, 44), -46, side * -16):
        for degrees in (24, -24):
            with brush.at(0, 0, degrees):
                bar = path("M -23 -4.5 L 23 -4.5 L 23 4.5 L -23 4.5 Z")
                brush.cel(bar, inks.accent, inks.line(inks.accent), 2.4)
                brush.line(path("M -19 -1.5 L 17 -1.5"), lighten(inks.accent, 0.6), 1.8)
        gold = inks.lit(_GOLD)
        with brush.at(-side * 4, 24, 12):
            brush.cel(sparkle(0, 0, 14), gold, inks.line(gold), 2.2)


def _earrings(brush: Brush, sitter: Sitter) -> None:
    """A drop at each ear that the turn of the head shows, over the hair so that it is always seen."""
    inks, view, y = sitter.inks, sitter.view, sitter.anatomy.eye.y + 32
    for side in (-1, 1):
        if side * view.turn > 0.6:
            continue
        x = view.x(side * 97, -4)
        gold = inks.lit(_GOLD)
        brush.dot(x, y, 4.2, gold)
        drop = path(
            f"M {x} {y + 4} C {x + 3} {y + 14} {x + 9} {y + 18} {x + 9} {y + 26} C {x + 9} {y + 38} "
            f"{x - 9} {y + 38} {x - 9} {y + 26} C {x - 9} {y + 18} {x - 3} {y + 14} {x} {y + 4} Z"
        )
        brush.cel(drop, inks.accent, inks.line(inks.accent), 2.2)
        brush.dot(x - 3, y + 25, 2.6, "#ffffff", 220)


def _headphones(brush: Brush, sitter: Sitter) -> None:
    """A band over the crown and a cup on either ear."""
    inks, view = sitter.inks, sitter.view
    shell, ink = inks.lit(_DARK), inks.accent
    left, right = view.x(-104, 0), view.x(104, 0)
    band = path(f"M {left} 4 C {left - 14} -92 -82 -149 0 -149 C 82 -149 {right + 14} -92 {right} 4")
    brush.canvas.drawPath(band, stroke(inks.line(shell), 20 * max(1.0, brush.weight * 0.6)))
    brush.canvas.drawPath(band, stroke(shell, 14))
    brush.canvas.drawPath(
        path("M -50 -139 C -34 -146 -16 -149 0 -149 C 16 -149 34 -146 50 -139"), stroke(ink, 14)
    )
    for side, x in ((-1, left), (1, right)):
        cup = path(
            f"M {x - side * 10} -24 C {x + side * 22} -26 {x + side * 26} 0 {x + side * 25} 22 "
            f"C {x + side * 26} 52 {x + side * 14} 66 {x - side * 10} 64 Z"
        )
        brush.cel(cup, ink, inks.line(ink), 3.0)
        with brush.inside(cup):
            brush.paint(crescent(cup, inks.side * 8, -6), inks.shadow(ink))
        pad = path(
            f"M {x - side * 20} -18 Q {x - side * 4} -30 {x - side * 4} 20 Q {x - side * 4} 70 "
            f"{x - side * 20} 58 Q {x - side * 28} 20 {x - side * 20} -18 Z"
        )
        brush.cel(pad, shell, inks.line(shell), 2.4)


def paint_cap_dome(brush: Brush, sitter: Sitter) -> None:
    """Paint a cap without its brim, as it is seen from behind too."""
    inks, lean = sitter.inks, sitter.view.shift
    ink, line = inks.accent, inks.line(inks.accent)
    dome = path("M -110 -58 C -122 -118 -72 -168 0 -168 C 72 -168 122 -118 110 -58 Q 0 -96 -110 -58 Z")
    brush.cel(dome, linear((0, -168), (0, -60), [lighten(ink, 0.1), ink]), line, 3.2)
    with brush.inside(dome):
        brush.paint(crescent(dome, inks.side * 20, -8), inks.shadow(ink))
        for x in (-56, 0, 56):
            brush.line(
                path(f"M {x * 0.1 + lean * 0.3} -168 Q {x * 0.9 + lean * 0.6} -130 {x * 1.25 + lean} -70"),
                line,
                2.0,
                150,
            )
    brush.dot(lean * 0.3, -167, 7, lighten(ink, 0.1))


def _cap(brush: Brush, sitter: Sitter) -> None:
    """A cap with a brim that points where the head looks, and a star."""
    paint_cap_dome(brush, sitter)
    inks, lean = sitter.inks, sitter.view.shift
    ink, line = inks.accent, inks.line(inks.accent)
    brim = path(
        f"M -104 -64 Q {lean} -102 104 -64 C {104 + lean * 0.4} -46 {70 + lean} -40 {lean * 1.5} -42 "
        f"C {-70 + lean} -40 {-104 + lean * 0.4} -46 -104 -64 Z"
    )
    brush.cel(brim, inks.shadow(ink, 0.16), line, 3.2)
    brush.taper((-84, -66), (lean, -92), (84, -66), lighten(ink, 0.3), 5, 200)
    gold = inks.lit(_GOLD)
    brush.cel(sparkle(lean * 0.9, -116, 17), gold, inks.line(gold), 2.2)


def _scarf(brush: Brush, sitter: Sitter) -> None:
    """A thick scarf: one round of wool, one end hanging down the front. Cut in the tailor's space."""
    inks, side = sitter.inks, _worn_side(sitter)
    ink, line, dark = inks.accent, inks.line(inks.accent), inks.shadow(inks.accent)
    k = side
    end = path(
        f"M {k * 20} 190 L {k * 62} 184 C {k * 70} 240 {k * 68} 300 {k * 74} 352 L {k * 26} 358 "
        f"C {k * 26} 300 {k * 22} 240 {k * 20} 190 Z"
    )
    brush.cel(end, ink, line, 3.0)
    with brush.inside(end):
        brush.paint(crescent(end, inks.side * 12, 0), dark, 210)
        brush.line(
            path(f"M {k * 10} 318 L {k * 90} 310 M {k * 10} 332 L {k * 90} 324"), lighten(ink, 0.5), 4.0
        )
    for step in range(5):
        x = k * (30 + step * 10)
        brush.line(path(f"M {x} 354 L {x + k * 1.5} 370"), line, 3.6)
        brush.line(path(f"M {x} 352 L {x + k * 1.5} 368"), ink, 2.2)
    wrap = path(
        "M -50 116 C -76 130 -84 168 -68 188 C -40 214 40 214 68 188 C 84 168 76 130 50 116 "
        "C 42 146 -42 146 -50 116 Z"
    )
    brush.cel(wrap, ink, line, 3.2)
    with brush.inside(wrap):
        brush.paint(crescent(wrap, inks.side * 10, -14), dark, 220)
        brush.taper((-66, 148), (-10, 190), (58, 172), line, 3.6, 190)
        brush.taper((-40, 182), (0, 192), (44, 186), line, 2.6, 150)
        brush.taper((-56, 134), (-20, 160), (20, 160), lighten(ink, 0.3), 5, 170)

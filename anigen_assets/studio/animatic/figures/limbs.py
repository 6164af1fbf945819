"""Arms with hands, legs with shoes: the limbs of a standing figure."""

from __future__ import annotations

import math
from typing import Literal

import skia

from anigen_assets.studio.animatic.figures.brush import Brush, crescent, limb
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.figures.skeleton import Arm, Frame, Hand, Leg
from anigen_assets.studio.animatic.figures.wardrobe import GARMENTS, cloth_ink
from anigen_assets.studio.animatic.ink import lighten, mix, path

LINE = 1.55
Part = Literal["whole", "upper", "fore"]
Joint = tuple[float, float, float]

_HANDS: dict[Hand, str] = {
    "relaxed": "M -5 -1 C -7.5 5 -7 11 -5 17 Q -3 22 0 22 Q 4 21 4.5 15 L 5 8 Q 8.5 9 9 5 Q 8 -1 5 -2 Z",
    "fist": "M -6.5 -1 C -9 5 -8.5 12 -4.5 14.5 Q 0 16 4.5 14.5 C 8.5 12 9 5 6.5 -1 Z",
    "open": (
        "M -5.5 -1 C -8 4 -9 9 -13 9 Q -14.5 12 -10 12.5 L -7 12 L -9 22 Q -8 25 -5.5 23 L -3.5 14 L -3 26 "
        "Q -1 28.5 0.6 26 L 1 14 L 4 25 Q 6.5 26.5 7 23.5 L 5.2 12 L 9.5 19.5 Q 12 20 11.5 17 Q 9 8 6 -1 Z"
    ),
    "point": (
        "M -6 -1 C -8 4 -8 10 -5 12.5 L -4.6 26 Q -2.6 29 -0.6 26 L -0.4 13.5 Q 4 15 6 12 C 8.5 8 8 3 6 -1 Z"
    ),
    "palm": "M -5.5 -1 C -8 5 -7.5 12 -6 18 Q -3 24 0.5 23.5 Q 5 22 5.5 14 L 9.5 11 Q 12.5 6 9 5.5 "
    "L 6 4 L 5.5 -2 Z",
}
"""Hands which hang from the wrist at the origin, fingers down, thumb at +x."""

_CREASES: dict[Hand, str] = {
    "relaxed": "M -2.4 13 L -2 20 M 1.2 13 L 1.4 20.5",
    "fist": "M -3.4 8 L -3.6 14 M 0.4 8 L 0.4 15 M 4 8 L 4.2 13.5 M 7 2 Q 2 4 -1 3",
    "open": "M -4 11 Q 0 13 5 11",
    "point": "M -0.4 13 L -0.2 7 M 3.4 14 L 3.4 8 M 6 4 Q 2 5 0 8",
    "palm": "M -2.6 14 L -2.2 21 M 1.4 14 L 1.6 22",
}


def paint_arm(brush: Brush, sitter: Sitter, frame: Frame, arm: Arm, side: int, part: Part = "whole") -> None:
    """Paint one arm, or its upper or lower part: the sleeve, the bare forearm if it is rolled, the hand."""
    garment = GARMENTS[sitter.look.outfit]
    inks, ink = sitter.inks, cloth_ink(sitter)
    unit = frame.height / 430 * (1.16 if sitter.anatomy.masculine else 1.0) * (1 + 0.1 * sitter.anatomy.youth)
    (ex, ey), (wx, wy) = arm.elbow, arm.wrist
    if part != "upper":
        _hand(brush, sitter, arm, side, unit)
    upper = tube((*arm.shoulder, 13.0 * unit), (ex, ey, 11.0 * unit))
    if garment.rolled and part != "upper":
        bare = tube((ex, ey, 8.6 * unit), (wx, wy, 6.0 * unit))
        _sleeve(brush, sitter, bare, inks.skin, inks.skin_line, inks.skin_shade)
    if garment.wide and part != "upper":
        _hanging_sleeve(brush, sitter, arm, unit, ink)
    if garment.rolled:
        if part != "fore":
            _sleeve(brush, sitter, upper, ink, inks.line(ink), inks.shadow(ink))
        return
    wide = 1.18 if garment.wide else 1.0
    fore = tube(
        (ex, ey, 11.0 * unit),
        (wx + (ex - wx) * 0.04, wy + (ey - wy) * 0.04, 9.0 * unit * wide),
        flat_end=True,
    )
    whole = {"whole": skia.Op(upper, fore, skia.kUnion_PathOp), "upper": upper, "fore": fore}[part]
    _sleeve(brush, sitter, whole, ink, inks.line(ink), inks.shadow(ink))
    with brush.inside(whole):
        fold, out = inks.shadow(ink, 0.36), side * 5.0
        brush.taper((ex - 9, ey - 5), (ex, ey + 1), (ex + 9, ey - 3), fold, 2.4, 190)
        brush.taper((ex - out, ey + 3), (ex, ey + 6), (ex + out, ey + 8), fold, 1.8, 160)


def _sleeve(brush: Brush, sitter: Sitter, shape: skia.Path, ink: int, line: int, shadow: int) -> None:
    inks = sitter.inks
    brush.cel(shape, ink, line, LINE)
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * 5.5, -1), shadow, 215)
        if inks.rim > 0:
            brush.paint(
                crescent(shape, -inks.side * 1.8, 1),
                mix(lighten(ink, 0.3), inks.key, 0.6),
                int(190 * inks.rim),
            )


def tube(start: Joint, end: Joint, *, flat_end: bool = False) -> skia.Path:
    """Returns a tapering tube between two (x, y, half width) joints, round at its joints."""
    (sx, sy, sh), (ex, ey, eh) = start, end
    shape = limb([start, (sx + (ex - sx) * 0.5, sy + (ey - sy) * 0.5, (sh + eh) / 2 * 1.03), end])
    shape = skia.Op(shape, skia.Path.Circle(sx, sy, sh), skia.kUnion_PathOp)
    if flat_end:
        return shape
    return skia.Op(shape, skia.Path.Circle(ex, ey, eh), skia.kUnion_PathOp)


def _hanging_sleeve(brush: Brush, sitter: Sitter, arm: Arm, unit: float, ink: int) -> None:
    """A kimono's sleeve: a bag that hangs from the forearm."""
    inks = sitter.inks
    (sx, _), (ex, ey), (wx, wy) = arm.shoulder, arm.elbow, arm.wrist
    hang = 46 * unit
    steep = abs(wx - ex) < abs(wy - ey) and wy > ey
    out = 1 if sx > 0 else -1
    if steep:
        bag = path(
            f"M {ex - out * 10 * unit} {ey - 8} L {wx - out * 12 * unit} {wy} L "
            f"{wx - out * 10 * unit} {wy + hang * 0.5} "
            f"Q {wx + out * 10 * unit} {wy + hang * 0.62} {wx + out * 24 * unit} {wy + hang * 0.44} "
            f"L {ex + out * 16 * unit} {ey - 4} Z"
        )
    else:
        bag = path(
            f"M {ex} {ey - 10 * unit} L {wx} {wy - 10 * unit} L {wx} {wy + hang} Q {(wx + ex) / 2} "
            f"{max(ey, wy) + hang + 6} {ex} {max(ey, wy) + hang * 0.8} Z"
        )
    _sleeve(brush, sitter, bag, ink, inks.line(ink), inks.shadow(ink))
    with brush.inside(bag):
        accent = inks.accent
        low = bag.getBounds().bottom()
        for x in (-9, 8):
            brush.dot((ex + wx) / 2 + x, low - 16 + x, 3.2 * unit, lighten(accent, 0.4))


def _hand(brush: Brush, sitter: Sitter, arm: Arm, side: int, unit: float) -> None:
    inks = sitter.inks
    (ex, ey), (wx, wy) = arm.elbow, arm.wrist
    degrees = math.degrees(math.atan2(-(wx - ex), wy - ey))
    thumb = -side
    size = unit * 0.92
    with brush.at(wx, wy, degrees, (thumb * size, size)):
        shape = path(_HANDS[arm.hand])
        brush.cel(shape, inks.skin, inks.skin_line, LINE / size)
        brush.line(path(_CREASES[arm.hand]), inks.skin_line, 0.95, 190)


def leg_path(leg: Leg, hip_half: float, knee_half: float, ankle_half: float) -> skia.Path:
    """Returns a leg as a tube: full at the thigh, a calf below the knee."""
    (hx, hy), (kx, ky), (ax, ay) = leg.hip, leg.knee, leg.ankle
    return limb(
        [
            (hx, hy + 4, hip_half),
            (hx + (kx - hx) * 0.45, hy + (ky - hy) * 0.45, hip_half * 0.86),
            (kx, ky, knee_half),
            (kx + (ax - kx) * 0.32, ky + (ay - ky) * 0.32, knee_half * 1.06),
            (kx + (ax - kx) * 0.75, ky + (ay - ky) * 0.75, (knee_half + ankle_half) / 2 * 0.9),
            (ax, ay, ankle_half),
        ]
    )


def paint_leg_shape(brush: Brush, sitter: Sitter, shape: skia.Path, ink: int, line: int, shadow: int) -> None:
    """Paint a leg, stocking or trouser leg with its cel shadow."""
    brush.cel(shape, ink, line, LINE)
    with brush.inside(shape):
        brush.paint(crescent(shape, sitter.inks.side * 6.0, 0), shadow, 225)


def paint_shoe(brush: Brush, sitter: Sitter, leg: Leg, unit: float, ink: int, sole: int) -> None:
    """Paint one shoe, seen from the front or the side as the toes point."""
    x, y = leg.ankle
    floor = y + 16.5 * unit
    toe = max(-1.0, min(1.0, leg.toe))
    reach = 25 * toe * unit
    line = sitter.inks.line(ink)
    half = (9.6 - 1.5 * abs(toe)) * unit
    with brush.at(x, y, leg.lift * 0.55 * (1 if toe > 0 else -1)), brush.at(-x, -y):
        upper = path(
            f"M {x - half * 0.72} {y - 5 * unit} L {x + half * 0.72} {y - 5 * unit} "
            f"C {x + half + max(0, reach) * 0.35} {y + 3 * unit} {x + half + max(0, reach)} "
            f"{y + 5 * unit} {x + half + max(0, reach)} {floor} "
            f"L {x - half + min(0, reach)} {floor} "
            f"C {x - half + min(0, reach)} {y + 5 * unit} {x - half + min(0, reach) * 0.35} "
            f"{y + 3 * unit} {x - half * 0.72} {y - 5 * unit} Z"
        )
        brush.cel(upper, ink, line, LINE)
        with brush.inside(upper):
            brush.paint(crescent(upper, sitter.inks.side * 4.0, -2), sitter.inks.shadow(ink), 220)
            brush.taper(
                (x - half * 0.5 + reach * 0.3, y + 4 * unit),
                (x + reach * 0.5, y + 1.5 * unit),
                (x + half * 0.5 + reach * 0.4, y + 5 * unit),
                lighten(ink, 0.4),
                1.6,
                200,
            )
        edge = path(f"M {x - half + min(0, reach) - 0.5} {floor} L {x + half + max(0, reach) + 0.5} {floor}")
        brush.line(edge, line, 3.6)
        brush.line(edge, sole, 2.0)

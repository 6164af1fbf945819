"""Everything below the waist: legs, stockings, shoes, trousers and shorts, and the stool to sit on."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import Outfit
from anigen_assets.studio.animatic.figures.acting import Pose
from anigen_assets.studio.animatic.figures.brush import Brush, crescent
from anigen_assets.studio.animatic.figures.limbs import LINE, leg_path, paint_leg_shape, paint_shoe
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.figures.skeleton import Frame, Leg
from anigen_assets.studio.animatic.figures.skirts import (
    bottom_ink,
    bottom_of,
    paint_apron_skirt,
    paint_lap,
    paint_robe,
    paint_skirt,
    paint_tails,
    waistband,
)
from anigen_assets.studio.animatic.figures.tailoring import WHITE
from anigen_assets.studio.animatic.figures.wardrobe import GARMENTS, Bottom
from anigen_assets.studio.animatic.ink import path

_LEATHER = "#4a2f2a"
_WOOD = "#a8784e"


def paint_lower(brush: Brush, sitter: Sitter, frame: Frame, pose: Pose) -> None:
    """Paint legs, shoes and everything that covers them; the far leg first."""
    legs = list(zip((-1, 1), frame.legs, strict=True))
    if sitter.view.turn > 0.05:
        legs.reverse()
    if pose is Pose.SIT:
        _stool(brush, sitter, frame)
    kind = bottom_of(sitter)
    for _, leg in legs:
        _leg(brush, sitter, frame, leg, kind)
    if pose is Pose.SIT and kind in {"skirt", "robe", "coat"}:
        paint_lap(brush, sitter, frame)
    elif kind == "skirt":
        paint_skirt(brush, sitter, frame, 0.47 if sitter.look.outfit is not Outfit.APRON else 0.66)
        if sitter.look.outfit is Outfit.APRON:
            paint_apron_skirt(brush, sitter, frame)
    elif kind == "robe":
        paint_robe(brush, sitter, frame)
    elif kind == "coat":
        paint_tails(brush, sitter, frame)
    else:
        _hips(brush, sitter, frame)


def _leg(brush: Brush, sitter: Sitter, frame: Frame, leg: Leg, kind: Bottom) -> None:
    inks = sitter.inks
    unit = frame.height / 430
    man = sitter.anatomy.masculine
    shoe, sole = inks.lit(_LEATHER), inks.lit("#efe9e2")
    if kind in {"trousers", "coat"}:
        ink = bottom_ink(sitter) if kind == "trousers" else inks.lit("#3a3f52")
        boots = sitter.look.outfit in {Outfit.WORKWEAR, Outfit.UNIFORM}
        paint_shoe(
            brush,
            sitter,
            leg,
            unit * (1.12 if man else 1.0),
            inks.lit("#5d4434" if boots else "#3a3440"),
            sole,
        )
        shape = leg_path(
            leg, (18.5 if man else 17.5) * unit, (12.8 if man else 11.6) * unit, (11.5 if man else 9.6) * unit
        )
        paint_leg_shape(brush, sitter, shape, ink, inks.line(ink), inks.shadow(ink))
        kx, ky = leg.knee
        with brush.inside(shape):
            brush.taper((kx - 10, ky - 3), (kx, ky + 3), (kx + 9, ky), inks.shadow(ink, 0.38), 2.4, 180)
            ax, ay = leg.ankle
            brush.taper((ax - 9, ay - 11), (ax, ay - 7), (ax + 9, ay - 10), inks.shadow(ink, 0.38), 2.2, 180)
        return
    if kind == "robe":
        sock = inks.lit(WHITE)
        shape = leg_path(leg, 13 * unit, 9 * unit, 7 * unit)
        paint_leg_shape(brush, sitter, shape, inks.skin, inks.skin_line, inks.skin_shade)
        paint_shoe(brush, sitter, leg, unit, sock, inks.lit(_WOOD))
        return
    bare = leg_path(leg, 16.0 * unit, 9.8 * unit, 6.6 * unit)
    paint_leg_shape(brush, sitter, bare, inks.skin, inks.skin_line, inks.skin_shade)
    high = sitter.chance("socks").choice((0.3, 0.42, 0.92))
    sock = (
        inks.lit(WHITE)
        if sitter.look.outfit in {Outfit.HOODIE, Outfit.SAILOR} and high < 0.5
        else inks.lit("#34344a")
    )
    with brush.inside(bare):
        top = leg.ankle[1] + (leg.knee[1] - leg.ankle[1]) * high
        area = path(f"M -400 {top} L 400 {top} L 400 60 L -400 60 Z")
        brush.paint(area, sock)
        with brush.inside(area):
            brush.paint(crescent(bare, inks.side * 6.0, 0), inks.shadow(sock), 225)
        brush.line(path(f"M -400 {top} L 400 {top}"), inks.line(sock), 1.2)
    brush.line(bare, inks.line(inks.skin) if high > 0.9 else inks.skin_line, LINE)
    sporty = sitter.look.outfit is Outfit.HOODIE
    paint_shoe(brush, sitter, leg, unit, inks.accent if sporty else shoe, sole)


def _hips(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    """The seat of trousers or the whole of shorts."""
    inks, ink = sitter.inks, bottom_ink(sitter)
    kind = bottom_of(sitter)
    unit = frame.height / 430
    if kind == "shorts":
        for leg in frame.legs:
            (hx, hy), (kx, ky) = leg.hip, leg.knee
            x, y = hx + (kx - hx) * 0.5, hy + (ky - hy) * 0.5
            half = 20 * unit
            shape = path(
                f"M {hx - half * 0.98} {hy - 12} L {hx + half * 0.98} {hy - 12} L {x + half} {y} Q {x} "
                f"{y + 5} {x - half} {y} Z"
            )
            paint_leg_shape(brush, sitter, shape, ink, inks.line(ink), inks.shadow(ink))
    waist = frame.shoulder * 0.62
    half = max(
        frame.hip, abs(frame.legs[1].hip[0]) + (18.5 if GARMENTS[sitter.look.outfit].tucked else 15.5) * unit
    )
    low = frame.hip_y + 16
    top = waistband(sitter, frame)
    seat = path(
        f"M {-waist} {top} L {waist} {top} C {half} {top + 10} "
        f"{half} {frame.hip_y - 6} {half * 0.96} {low - 8} L 3 {low} L -3 {low} L {-half * 0.96} "
        f"{low - 8} C {-half} {frame.hip_y - 6} {-half} {top + 10} {-waist} "
        f"{top} Z"
    )
    brush.paint(seat, ink)
    with brush.inside(seat):
        brush.paint(crescent(seat, inks.side * 7.0, 0), inks.shadow(ink), 215)
    brush.line(
        path(
            f"M {-half * 0.96} {low - 8} C {-half} {frame.hip_y - 6} {-half} {top + 10} "
            f"{-waist} {top} M {half * 0.96} {low - 8} C {half} {frame.hip_y - 6} {half} "
            f"{top + 10} {waist} {top}"
        ),
        inks.line(ink),
        LINE,
    )
    brush.taper((0, low - 22), (1, low - 8), (0, low + 1), inks.line(ink), 1.6)
    brush.taper((-4, low - 2), (-12, low - 8), (-20, low - 6), inks.shadow(ink, 0.38), 2.4, 190)
    brush.taper((4, low - 2), (12, low - 8), (20, low - 6), inks.shadow(ink, 0.38), 2.4, 190)


def _stool(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    """A plain wooden stool, so that nobody sits on air."""
    inks = sitter.inks
    ink = inks.lit(_WOOD)
    line = inks.line(ink)
    half, top = frame.hip * 1.25 + 8, frame.hip_y + 10
    for x in (-0.8, 0.8):
        brush.cel(
            path(
                f"M {half * x - 4} {top} L {half * x + 4} {top} L {half * x * 1.12 + 3.4} -4 L "
                f"{half * x * 1.12 - 3.4} -4 Z"
            ),
            inks.shadow(ink),
            line,
            LINE,
        )
    brush.line(path(f"M {-half * 0.86} {top * 0.42} L {half * 0.86} {top * 0.42}"), line, 6.0)
    brush.line(path(f"M {-half * 0.86} {top * 0.42} L {half * 0.86} {top * 0.42}"), inks.shadow(ink), 3.8)
    seat = skia.Path()
    seat.addRoundRect(skia.Rect.MakeLTRB(-half, top - 6, half, top + 7), 4, 4)
    brush.cel(seat, ink, line, LINE)

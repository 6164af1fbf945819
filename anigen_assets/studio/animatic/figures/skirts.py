"""What covers hips and legs as one piece of cloth: skirts, an apron's lower half, robes, coat tails, laps."""

from __future__ import annotations

from itertools import pairwise

from anigen_assets.story.vocabulary import Outfit
from anigen_assets.studio.animatic.figures.brush import Brush, crescent
from anigen_assets.studio.animatic.figures.inks import brightness
from anigen_assets.studio.animatic.figures.limbs import LINE
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.figures.skeleton import Frame
from anigen_assets.studio.animatic.figures.wardrobe import GARMENTS, Bottom
from anigen_assets.studio.animatic.ink import lighten, mix, path, shade


def bottom_of(sitter: Sitter) -> Bottom:
    """Returns what the person wears below the waist."""
    garment = GARMENTS[sitter.look.outfit]
    return garment.bottom_masculine if sitter.anatomy.masculine or sitter.look.masculine else garment.bottom


def bottom_ink(sitter: Sitter) -> int:
    """Returns its colour: one that goes with the outfit without vanishing in it."""
    look, inks = sitter.look, sitter.inks
    outfit = look.outfit
    if outfit is Outfit.SAILOR:
        return inks.accent
    if outfit in {Outfit.KIMONO, Outfit.COAT, Outfit.UNIFORM, Outfit.WORKWEAR}:
        return inks.outfit
    if outfit is Outfit.BLAZER:
        return mix(inks.shadow(inks.outfit, 0.3), inks.accent, 0.25)
    if outfit is Outfit.APRON:
        return inks.lit(mix("#5a5668", look.accent_colour, 0.2))
    if outfit is Outfit.SWEATER:
        return inks.shadow(inks.accent, 0.3)
    dark = brightness(look.outfit_colour) < 0.3
    return inks.lit("#a9b0bf" if dark else "#3f4a63")


def waistband(sitter: Sitter, frame: Frame) -> float:
    """Returns where skirt or trousers begin: at the waist, or hidden under the hem of what hangs over them."""
    return frame.waist_y - 2 if GARMENTS[sitter.look.outfit].tucked else frame.hip_y - 12


def paint_skirt(brush: Brush, sitter: Sitter, frame: Frame, length: float) -> None:
    """A pleated skirt from the waist; `length` is a share of the legs."""
    inks, ink = sitter.inks, bottom_ink(sitter)
    line = inks.line(ink)
    waist, hip = frame.shoulder * 0.6, frame.hip
    top, low = waistband(sitter, frame), frame.hip_y + (-frame.hip_y) * length * 0.86
    swing = (frame.legs[0].ankle[0] + frame.legs[1].ankle[0]) * 0.18
    wide = hip * 1.42
    hem = [
        (-wide + swing + 2 * wide * index / 6, low + (3 if index % 2 else 0) - abs(index - 3) * 1.6)
        for index in range(7)
    ]
    text = f"M {-waist} {top} C {-hip * 1.02} {top + 18} {-wide * 0.96} {low - 40} {hem[0][0]} {hem[0][1]} "
    text += " ".join(f"Q {(a[0] + b[0]) / 2} {max(a[1], b[1]) + 3} {b[0]} {b[1]}" for a, b in pairwise(hem))
    text += f" C {wide * 0.96} {low - 40} {hip * 1.02} {top + 18} {waist} {top} Z"
    shape = path(text)
    brush.cel(shape, ink, line, LINE)
    with brush.inside(shape):
        for index, (x, y) in enumerate(hem[1:-1], start=1):
            start = waist * (index / 3 - 1) * 0.9
            fold = path(
                f"M {start} {top + 8} Q {start * 1.2} {(top + low) / 2} {x} {y + 2} L "
                f"{x + inks.side * -9} {y + 2} Q {start * 1.1} {(top + low) / 2} {start} {top + 8} Z"
            )
            brush.paint(fold, inks.shadow(ink), 210)
            brush.taper((start, top + 8), (start * 1.2, (top + low) / 2), (x, y), line, 1.2, 170)
        brush.paint(crescent(shape, inks.side * 9.0, 0), inks.shadow(ink), 200)
        band = lighten(ink, 0.5) if sitter.look.outfit in {Outfit.SAILOR, Outfit.BLAZER} else shade(ink, 0.2)
        brush.line(
            path(f"M {hem[0][0]} {low - 9} Q {swing} {low - 3} {hem[-1][0]} {low - 9}"), band, 1.8, 200
        )


def paint_apron_skirt(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    """The lower half of an apron, over the skirt, with its pocket."""
    inks = sitter.inks
    ink, line = inks.outfit, inks.line(inks.outfit)
    waist, wide = frame.shoulder * 0.62, frame.hip * 1.02
    top, low = frame.waist_y - 3, frame.hip_y * 0.56
    shape = path(
        f"M {-waist} {top} L {waist} {top} C {wide * 0.9} {top + 30} {wide} {low - 50} "
        f"{wide * 0.96} {low - 8} "
        f"Q {wide * 0.9} {low + 2} 0 {low + 4} Q {-wide * 0.9} {low + 2} {-wide * 0.96} {low - 8} "
        f"C {-wide} {low - 50} {-wide * 0.9} {top + 30} {-waist} {top} Z"
    )
    brush.cel(shape, ink, line, LINE)
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * 9.0, -2), inks.shadow(ink), 210)
    brush.cel(
        path(f"M -17 {top + 34} L 17 {top + 34} L 15 {top + 60} Q 0 {top + 64} -15 {top + 60} Z"),
        lighten(ink, 0.08),
        line,
        1.3,
    )
    brush.line(path(f"M {-waist - 1} {top + 3} Q 0 {top + 8} {waist + 1} {top + 3}"), line, 3.2)


def paint_robe(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    """A kimono's long skirt, its edge crossing from the wearer's left."""
    inks, ink = sitter.inks, bottom_ink(sitter)
    waist, hip = frame.shoulder * 0.66, frame.hip * 1.06
    low = -frame.height * 0.052
    swing = (frame.legs[0].ankle[0] + frame.legs[1].ankle[0]) * 0.5
    spread = max(hip * 0.78, abs(frame.legs[0].ankle[0] - swing) + 12)
    shape = path(
        f"M {-waist} {frame.waist_y - 4} L {waist} {frame.waist_y - 4} C {hip} "
        f"{frame.hip_y - 10} {hip} {frame.hip_y + 40} {swing + spread} {low} Q {swing} {low + 6} "
        f"{swing - spread} {low} C {-hip} {frame.hip_y + 40} {-hip} {frame.hip_y - 10} {-waist} "
        f"{frame.waist_y - 4} Z"
    )
    brush.cel(shape, ink, inks.line(ink), LINE)
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * 10.0, 0), inks.shadow(ink), 210)
        edge = swing - spread * 0.2
        brush.paint(
            path(
                f"M {waist * 0.5} {frame.waist_y} Q {edge + 6} {frame.hip_y} {edge} {low + 8} L "
                f"{edge + 16} {low + 8} Q {edge + 16} {frame.hip_y} {waist * 0.7} {frame.waist_y} Z"
            ),
            inks.shadow(ink),
            160,
        )
        brush.taper(
            (waist * 0.5, frame.waist_y), (edge + 6, frame.hip_y), (edge, low + 4), inks.line(ink), 1.8
        )
        if not sitter.anatomy.masculine:
            chance = sitter.chance("hem")
            for _ in range(7):
                brush.dot(
                    swing + chance.uniform(-1, 1) * spread,
                    low - chance.uniform(8, 84),
                    chance.uniform(2.6, 4.6),
                    lighten(inks.accent, 0.45),
                )
        brush.line(
            path(f"M {swing - spread} {low - 5} Q {swing} {low + 1} {swing + spread} {low - 5}"),
            inks.accent,
            2.4,
            220,
        )


def paint_tails(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    """The long skirts of a coat, open in front, over trousers."""
    inks, ink = sitter.inks, sitter.inks.outfit
    line = inks.line(ink)
    waist, hip = frame.shoulder * 0.7, frame.hip
    low = frame.hip_y * 0.42
    swing = (frame.legs[0].ankle[0] + frame.legs[1].ankle[0]) * 0.2
    wide = hip * 1.36
    shape = path(
        f"M {-waist} {frame.waist_y - 4} L {waist} {frame.waist_y - 4} C {hip * 1.1} "
        f"{frame.hip_y} {wide} {low - 30} {wide + swing} {low} Q {wide * 0.5 + swing} {low + 7} "
        f"{5 + swing} {low + 3} L 0 {frame.hip_y + 6} L {-6 + swing} {low + 3} Q "
        f"{-wide * 0.5 + swing} {low + 7} {-wide + swing} {low} C {-wide} {low - 30} "
        f"{-hip * 1.1} {frame.hip_y} {-waist} {frame.waist_y - 4} Z"
    )
    brush.cel(shape, ink, line, LINE)
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * 9.0, 0), inks.shadow(ink), 215)
        brush.taper((-2, frame.waist_y), (-3, frame.hip_y), (0, frame.hip_y + 10), line, 1.6)
        for x in (-0.6, 0.5):
            brush.taper(
                (waist * x, frame.hip_y - 14),
                (hip * x, frame.hip_y + 30),
                (wide * x + swing, low),
                inks.shadow(ink, 0.34),
                4.5,
                190,
            )


def paint_lap(brush: Brush, sitter: Sitter, frame: Frame) -> None:
    """A skirt or robe over the thighs of somebody who sits."""
    inks, ink = sitter.inks, bottom_ink(sitter)
    kind = bottom_of(sitter)
    low = {"skirt": 0.12, "coat": 0.4, "robe": 0.86}[kind]
    (lx, ly), (rx, _) = frame.legs[0].knee, frame.legs[1].knee
    drop = ly + (-ly) * low
    waist, hip = frame.shoulder * 0.62, frame.hip * 1.12
    shape = path(
        f"M {-waist} {frame.waist_y} L {waist} {frame.waist_y} C {hip} {frame.hip_y - 20} "
        f"{hip + 4} {frame.hip_y} {rx + 17} {ly - 4} L {rx + 17} {drop} Q {(lx + rx) / 2} "
        f"{drop + 8} {lx - 17} {drop} L {lx - 17} {ly - 4} C {-hip - 4} {frame.hip_y} {-hip} "
        f"{frame.hip_y - 20} {-waist} {frame.waist_y} Z"
    )
    brush.cel(shape, ink, inks.line(ink), LINE)
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * 9.0, -3), inks.shadow(ink), 215)
        middle = (lx + rx) / 2
        brush.taper((0, frame.hip_y - 14), (middle * 0.6, ly), (middle, drop), inks.shadow(ink, 0.4), 7, 210)

"""Neck, trunk and arms of a bust, and the warp that fits one pattern of clothes to every body.

Clothes are cut in the tailor's space: neck half width 27, shoulders 126 wide at y = 204, middle at x = 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import skia

from anigen_assets.story.vocabulary import Build
from anigen_assets.studio.animatic.figures.brush import Brush, Warp, crescent, faceted
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import Point, lighten, linear, mix, path

NECK, SHOULDER, SHOULDER_Y = 27.0, 126.0, 204.0


def bust_warp(sitter: Sitter) -> Warp:
    """Returns the warp from the tailor's space to this person's bust."""
    anatomy, turn = sitter.anatomy, sitter.view.turn
    widen = (anatomy.shoulder - anatomy.neck) / (SHOULDER - NECK)
    drop = anatomy.shoulder_y - SHOULDER_Y

    def warp(x: float, y: float) -> Point:
        reach = abs(x)
        wide = reach * anatomy.neck / NECK if reach <= NECK else anatomy.neck + (reach - NECK) * widen
        lean = 11.0 * turn * max(0.0, 1 - (reach / 150) ** 2)
        fall = drop * max(0.0, min(1.0, (y - 142) / 62))
        return (wide if x >= 0 else -wide) + lean, y + fall

    return warp


@dataclass(frozen=True)
class Trunk:
    """The trunk's half widths in the tailor's space."""

    chest: float
    waist: float
    hip: float


def trunk_of(sitter: Sitter) -> Trunk:
    """Returns the trunk's widths for a build."""
    man, child = sitter.anatomy.masculine, sitter.anatomy.youth
    chest, waist, hip = (102.0, 92.0, 94.0) if man else (96.0, 76.0, 100.0)
    wider = {Build.SLIGHT: -4, Build.STURDY: 8}.get(sitter.look.build, 0)
    return Trunk(chest + wider * 0.5, waist + wider + 14 * child, hip + wider - 6 * child)


def trunk_shape(trunk: Trunk, neckline: float, bottom: float = 700.0) -> skia.Path:
    """Returns the outline of the clothed trunk; `neckline` is the depth (y) of a pointed neckline, 0 is plain."""
    collar = f"L 0 {neckline} L 31 140" if neckline else "Q 0 210 31 140"
    c, w, h = trunk.chest, trunk.waist, trunk.hip
    return path(
        f"M 31 140 C 36 162 66 172 104 188 C 122 196 {c + 6} 260 {c} 300 C {c - 4} 350 {w} 380 {w} 430 "
        f"C {w} 500 {h} 540 {h + 4} {bottom} L {-h - 4} {bottom} C {-h} 540 {-w} 500 {-w} 430 "
        f"C {-w} 380 {-c + 4} 350 {-c} 300 C {-c - 6} 260 -122 196 -104 188 C -66 172 -36 162 -31 140 "
        f"{collar} Z"
    )


def arm_shape(side: int, bottom: float = 700.0) -> skia.Path:
    """Returns the sleeve of a hanging arm."""
    k = side
    return path(
        f"M {k * 84} 180 C {k * 112} 184 {k * 136} 196 {k * 144} 244 C {k * 150} 300 {k * 158} "
        f"350 {k * 158} 430 "
        f"C {k * 158} 520 {k * 152} 600 {k * 146} {bottom} L {k * 98} {bottom} C {k * 100} 600 "
        f"{k * 104} 520 {k * 106} 430 "
        f"C {k * 107} 380 {k * 104} 330 {k * 94} 290 C {k * 88} 250 {k * 84} 220 {k * 84} 180 Z"
    )


def paint_neck(brush: Brush, sitter: Sitter) -> None:
    """Paint the neck and the hollow above the collar, with the chin's shadow."""
    inks, anatomy, view = sitter.inks, sitter.anatomy, sitter.view
    n, lean = anatomy.neck, 11.0 * view.turn
    top = view.shift * 0.45
    neck = path(
        f"M {top - n} 60 C {lean - n + 1} 108 {lean - n + 2} 126 {lean - n - 6} 150 L "
        f"{lean - n - 40} 176 Q {lean} 366 {lean + n + 40} 176 "
        f"L {lean + n + 6} 150 C {lean + n - 2} 126 {lean + n - 1} 108 {top + n} 60 Z"
    )
    neck = faceted(neck)
    brush.cel(neck, inks.skin, inks.skin_line, 2.6)
    with brush.inside(neck):
        low = anatomy.chin_y + 22
        chin = path(
            f"M {top - n - 20} 40 L {top + n + 20} 40 L {lean + n + 4} {low - 12} "
            f"Q {lean + view.shift * 0.3 - inks.side * 6} {low + 18} {lean - n - 4} {low - 8} Z"
        )
        brush.paint(faceted(chin), inks.skin_shade)
        if anatomy.masculine:
            brush.taper(
                (lean - 3, low + 6), (lean + 5, low + 12), (lean - 2, low + 20), inks.skin_line, 2.0, 130
            )
        for k in (-1, 1):
            brush.taper(
                (lean + k * 10, 192), (lean + k * 26, 184), (lean + k * 50, 182), inks.skin_line, 2.2, 170
            )
        if anatomy.elder > 0.4:
            for k in (-1, 1):
                brush.taper(
                    (lean + k * 9, low - 6),
                    (lean + k * 8, low + 16),
                    (lean + k * 4, low + 34),
                    inks.skin_line,
                    2.2,
                    150,
                )


def paint_cloth(brush: Brush, sitter: Sitter, shape: skia.Path, ink: int, shade_from: float = 180) -> None:
    """Paint a large piece of cloth: a soft fall of light, its outline, the cel shadow of its far side."""
    inks = sitter.inks
    gradient = linear(
        (0, shade_from), (0, 640), [lighten(ink, 0.05), ink, mix(ink, inks.shadow(ink), 0.5)], [0, 0.4, 1]
    )
    brush.cel(shape, gradient, inks.line(ink), 3.2)
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * 16.0, -4), inks.shadow(ink), 200)
        if inks.rim > 0:
            brush.paint(
                crescent(shape, -inks.side * 4.5, 3),
                mix(lighten(ink, 0.3), inks.key, 0.6),
                int(200 * inks.rim),
            )


def paint_arms(brush: Brush, sitter: Sitter, ink: int) -> None:
    """Paint both hanging sleeves."""
    inks = sitter.inks
    for side in (-1, 1):
        sleeve = arm_shape(side)
        paint_cloth(brush, sitter, sleeve, ink)
        fold, k = inks.shadow(ink, 0.34), side
        with brush.inside(sleeve):
            brush.taper((k * 90, 262), (k * 112, 276), (k * 126, 266), fold, 7, 170)
            brush.taper((k * 96, 306), (k * 118, 330), (k * 134, 326), fold, 6, 150)
            brush.taper((k * 108, 420), (k * 128, 440), (k * 150, 428), fold, 6, 160)
            brush.taper((k * 106, 452), (k * 124, 462), (k * 140, 456), fold, 5, 140)


def paint_trunk(brush: Brush, sitter: Sitter, ink: int, neckline: float, bottom: float = 700.0) -> None:
    """Paint the trunk in one cloth with its folds and the shadow under the chin."""
    inks = sitter.inks
    shape = trunk_shape(trunk_of(sitter), neckline, bottom)
    paint_cloth(brush, sitter, shape, ink)
    fold = inks.shadow(ink, 0.3)
    with brush.inside(shape):
        brush.paint(path("M -70 150 Q -20 252 24 262 Q 70 230 80 150 Z"), fold, 130)
        if not sitter.anatomy.masculine and sitter.anatomy.youth < 0.4:
            for k in (-1, 1):
                brush.taper((k * 88, 300), (k * 62, 352), (k * 22, 340), fold, 8, 120)
        brush.taper((-80, 420), (-40, 452), (-10, 440), fold, 8, 170)
        brush.taper((82, 404), (44, 446), (20, 452), fold, 9, 170)
        brush.taper((-88, 470), (-50, 498), (-24, 500), fold, 7, 140)

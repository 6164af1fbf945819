"""Marks on a face that never change without a reason: glasses, freckles, scar, mole, beard, moustache."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import FaceShape, Mark
from anigen_assets.studio.animatic.figures.brush import Brush, faceted
from anigen_assets.studio.animatic.figures.inks import multiply
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import curve, fill, lighten, mix, path, rect

_FRAME = "#3a2c34"


def paint_mark_below(brush: Brush, sitter: Sitter) -> None:
    """Paint what lies in the skin, under mouth and eyes."""
    {
        Mark.FRECKLES: _freckles,
        Mark.SCAR: _scar,
        Mark.MOLE: _mole,
        Mark.BEARD: _beard,
    }.get(sitter.look.mark, _nothing)(brush, sitter)


def paint_mark_above(brush: Brush, sitter: Sitter) -> None:
    """Paint what lies over mouth and eyes, still under the hair."""
    if sitter.look.mark is Mark.GLASSES:
        _glasses(brush, sitter)
    elif sitter.look.mark in {Mark.BEARD, Mark.MOUSTACHE}:
        _moustache(brush, sitter, full=sitter.look.mark is Mark.MOUSTACHE)


def _nothing(brush: Brush, sitter: Sitter) -> None:
    """Most faces have no mark."""


def _freckles(brush: Brush, sitter: Sitter) -> None:
    chance, view = sitter.chance("freckles"), sitter.view
    ink = multiply(sitter.inks.skin, "#c07f62")
    y = sitter.anatomy.eye.y + 34
    for side in (-1, 1):
        for x, rise in ((58, 2), (49, -5), (47, 6), (39, 0), (66, -5), (31, -5), (37, 9), (57, 11)):
            at = view.x(side * x + chance.uniform(-2, 2), 52)
            brush.dot(
                at,
                y + rise + chance.uniform(-1.5, 1.5),
                chance.uniform(1.7, 2.5) * brush.weight**0.5,
                ink,
                225,
            )
    for x in (-8, 0, 9):
        brush.dot(view.x(x, 72), sitter.anatomy.nose_y - 12 + abs(x) * 0.3, 1.8 * brush.weight**0.5, ink, 200)


def _scar(brush: Brush, sitter: Sitter) -> None:
    """A healed cut over brow and cheek, on the side the person's seed picks."""
    side = sitter.chance("scar").choice((-1, 1))
    view, inks = sitter.view, sitter.inks
    pale = mix(lighten(inks.skin, 0.35), "#ffb4b0", 0.35)
    eye = sitter.anatomy.eye
    high, low = (view.x(side * 62, 54), eye.y + 22), (view.x(side * 44, 58), eye.y + 62)
    bend = (view.x(side * 60, 54), eye.y + 44)
    brush.taper(high, bend, low, inks.skin_line, 6.4, 210)
    brush.taper(high, bend, low, pale, 3.4)
    for share in (0.3, 0.5, 0.7):
        x, y = high[0] + (low[0] - high[0]) * share + side * 3, high[1] + (low[1] - high[1]) * share
        brush.taper((x - 7, y - 3), (x, y - 1), (x + 7, y + 3), inks.skin_line, 2.0, 190)
    brow = view.x(side * 66, 54)
    brush.taper((brow + side * 3, -34), (brow, -20), (brow - side * 3, -6), pale, 5.0)


def _mole(brush: Brush, sitter: Sitter) -> None:
    chance, view, anatomy = sitter.chance("mole"), sitter.view, sitter.anatomy
    side = chance.choice((-1, 1))
    ink = mix(sitter.inks.skin_line, "#2a1420", 0.5)
    if chance.random() < 0.5:
        place = (
            view.x(side * (anatomy.eye.x + 6), 54),
            anatomy.eye.y + anatomy.eye.height * anatomy.eye.floor + 11,
        )
    else:
        place = (view.x(side * 20, 64), anatomy.mouth_y + 12)
    brush.dot(*place, 3.1 * brush.weight**0.5, ink)


def _hair_of_face(sitter: Sitter) -> int:
    return mix(sitter.inks.hair_shade, sitter.inks.brow, 0.5)


def _beard(brush: Brush, sitter: Sitter) -> None:
    """A full beard along the jaw, open round the mouth."""
    inks, view, anatomy = sitter.inks, sitter.view, sitter.anatomy
    ink = _hair_of_face(sitter)
    turned = view.outline
    half = anatomy.outline
    outer: list[tuple[float, float]] = []
    for side in (1, -1):
        rim = [(turned(side * (x + 2), depth), y + 2) for x, y, depth in half[1:]]
        outer.extend(rim if side > 0 else reversed(rim))
        if side > 0:
            outer.append((turned(12, 48), anatomy.chin_y + 13))
            outer.append((turned(0, 48), anatomy.chin_y + 17))
            outer.append((turned(-12, 48), anatomy.chin_y + 13))
    m = anatomy.mouth_y
    inner = [
        (view.x(-74, 24), 44), (view.x(-58, 44), m - 10), (view.x(-23, 60), m - 9), (view.x(-19, 62), m + 7),
        (view.x(0, 66), m + 10), (view.x(19, 62), m + 7), (view.x(23, 60), m - 9), (view.x(58, 44), m - 10),
        (view.x(74, 24), 44),
    ]  # fmt: skip
    shape = faceted(curve([*outer, *inner], tension=0.8))
    brush.cel(shape, ink, inks.hair_line, 2.6)
    with brush.inside(shape):
        for x in (-52, -36, -18, 0, 18, 36, 52):
            top = m + 18 if abs(x) < 30 else m + 2
            brush.taper(
                (view.x(x, 50), top),
                (view.x(x * 0.95, 50), top + 12),
                (view.x(x * 0.8, 48), top + 24),
                inks.hair_line,
                2.0,
                140,
            )


def _moustache(brush: Brush, sitter: Sitter, *, full: bool) -> None:
    inks, view = sitter.inks, sitter.view
    y = sitter.anatomy.mouth_y - 6
    ink = _hair_of_face(sitter)
    reach, drop = (34, 7) if full else (28, 9)
    for side in (-1, 1):
        at = [view.x(side * x, 66) for x in (0, reach * 0.5, reach, reach * 0.55)]
        wing = path(
            f"M {at[0]} {y - 8} C {at[1]} {y - 12} {at[2]} {y - 4} {at[2] + side * 4} {y + drop} "
            f"C {at[3]} {y + 6} {at[0] + side * 8} {y + 4} {at[0]} {y - 1} Z"
        )
        brush.cel(faceted(wing), ink, inks.hair_line, 2.0)


def _glasses(brush: Brush, sitter: Sitter) -> None:
    """Round or squared lenses, after the face, with a bridge, side pieces and a glint."""
    view, eye, inks = sitter.view, sitter.anatomy.eye, sitter.inks
    frame = mix(inks.lit(_FRAME, 0.5), inks.accent, 0.3)
    squared = sitter.look.face_shape in {FaceShape.ROUND, FaceShape.OVAL} or sitter.anatomy.masculine
    edges: list[float] = []
    for side in (-1, 1):
        x, width = view.x(side * eye.x, 60), 34 * view.width(side * eye.x)
        box = rect(x - width, eye.y - 23, width * 2, 54)
        lens = skia.Path()
        lens.addRoundRect(box, 13 if squared else 27, 13 if squared else 27)
        brush.canvas.drawPath(lens, fill("#ffffff", 30))
        with brush.inside(lens):
            glare = path(
                f"M {x - width} {eye.y + 6} L {x + width * 0.1} {eye.y - 30} L {x + width * 0.5} "
                f"{eye.y - 30} L {x - width} {eye.y + 26} Z"
            )
            brush.paint(glare, "#ffffff", 46)
        brush.line(lens, frame, 3.4)
        if squared:
            brush.line(
                path(f"M {x - width + 5} {eye.y - 20} Q {x} {eye.y - 26} {x + width - 5} {eye.y - 20}"),
                frame,
                5.0,
            )
        edges += [x - width, x + width]
    middle = (edges[1] + edges[2]) / 2
    brush.line(path(f"M {edges[1]} {eye.y - 4} Q {middle} {eye.y - 12} {edges[2]} {eye.y - 4}"), frame, 3.4)
    for side, edge in ((-1, edges[0]), (1, edges[3])):
        brush.line(path(f"M {edge} {eye.y - 8} L {view.x(side * 92, 0)} {eye.y - 12}"), frame, 3.2)

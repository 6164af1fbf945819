"""The face without its features: skin, ears, nose, the shadow of the hair, the lines of age."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic.figures.brush import Brush, faceted
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import colour, curve, path, radial


def paint_ears(brush: Brush, sitter: Sitter) -> None:
    """Paint the ears, the far one hidden behind the cheek of a turned head."""
    inks, view = sitter.inks, sitter.view
    for side in (-1, 1):
        if side * view.turn > 0.5:
            continue
        x = view.x(side * 88, -8)
        y = sitter.anatomy.eye.y - 30
        k = side
        shell = path(
            f"M {x} {y + 20} C {x + k * 12} {y + 2} {x + k * 25} {y + 8} {x + k * 21} {y + 32} "
            f"C {x + k * 18} {y + 52} {x + k * 10} {y + 62} {x - k * 4} {y + 58} Z"
        )
        brush.cel(shell, inks.skin, inks.skin_line, 2.6)
        hollow = ((x + k * 4, y + 22), (x + k * 18, y + 18), (x + k * 12, y + 46))
        brush.paint(
            path(
                f"M {x + k * 3} {y + 24} Q {x + k * 18} {y + 16} {x + k * 10} {y + 46} Q {x + k * 8} "
                f"{y + 32} {x + k * 3} {y + 24} Z"
            ),
            inks.skin_shade,
        )
        brush.taper(*hollow, inks.skin_line, 1.8, 170)


def paint_face(brush: Brush, sitter: Sitter, hair_shadow: skia.Path | None) -> None:
    """Paint skin, the hair's shadow, the shadow side and the nose.

    Args:
        brush: Where to paint.
        sitter: Whose face.
        hair_shadow: Shape of the front hair, moved to where its shadow falls; None casts none.
    """
    inks, view, anatomy = sitter.inks, sitter.view, sitter.anatomy
    outline = sitter.face_outline
    brush.cel(outline, inks.skin, inks.skin_line, 3.0)
    away = -inks.side
    with brush.inside(outline):
        _warmth(brush, sitter)
        if hair_shadow is not None:
            brush.paint(hair_shadow, inks.skin_shade)
        edge = view.x(away * 92, 10)
        jaw = curve(
            [
                (edge + away * 16, -30),
                (edge - away * 5, 24),
                (view.x(away * 66, 26), 78),
                (view.x(away * 20, 48), anatomy.chin_y + 1),
                (edge + away * 24, anatomy.chin_y + 12),
            ]
        )
        brush.paint(faceted(jaw), inks.skin_shade, 215)
    _nose(brush, sitter)
    if anatomy.elder > 0:
        _age_lines(brush, sitter)


def _warmth(brush: Brush, sitter: Sitter) -> None:
    """A breath of red towards the chin, so that the skin is not one flat colour."""
    x, y = sitter.view.shift, sitter.anatomy.chin_y
    clear = colour(sitter.inks.skin_shade, 0)
    brush.canvas.drawCircle(
        x, y + 26, 62, radial((x, y + 26), 62, [colour(sitter.inks.skin_shade, 150), clear])
    )


def _nose(brush: Brush, sitter: Sitter) -> None:
    inks, view, anatomy = sitter.inks, sitter.view, sitter.anatomy
    x, y = view.x(0, 76), anatomy.nose_y
    lean = 1 if view.turn >= 0.08 else -1 if view.turn <= -0.08 else -inks.side
    if anatomy.masculine:
        brush.taper(
            (x + lean * 2, y - 26), (x + lean * 5, y - 12), (x + lean * 7, y - 2), inks.skin_deep, 2.2, 150
        )
        brush.paint(
            path(f"M {x - 5} {y + 1} Q {x} {y + 7} {x + 6} {y + 1} Q {x} {y + 3} {x - 5} {y + 1} Z"),
            inks.skin_line,
            220,
        )
        brush.taper(
            (x + lean * 7, y - 5), (x + lean * 10, y + 1), (x + lean * 4, y + 3), inks.skin_line, 2.2, 220
        )
    else:
        brush.paint(
            path(f"M {x - 3} {y} Q {x} {y + 5} {x + 4} {y + 1} Q {x + 1} {y + 2} {x - 3} {y} Z"),
            inks.skin_line,
            200,
        )
        brush.taper(
            (x + lean * 2, y - 7), (x + lean * 6, y - 1), (x + lean * 3, y + 2), inks.skin_line, 1.7, 190
        )
    brush.canvas.drawOval(skia.Rect.MakeXYWH(x - 2.4 - lean * 2, y - 7, 4, 5), _shine(inks.skin_light))


def _shine(ink: int) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=colour(ink, 210))


def _age_lines(brush: Brush, sitter: Sitter) -> None:
    """Lines beside the nose, under and beside the eyes, across the forehead: more with every decade."""
    inks, view, anatomy = sitter.inks, sitter.view, sitter.anatomy
    strength = int(100 + 140 * anatomy.elder)
    eye = anatomy.eye
    for side in (-1, 1):

        def x(at: float, depth: float = 58, k: int = side) -> float:
            return view.x(k * at, depth)

        brush.taper((x(19, 70), 66), (x(29, 64), 76), (x(31, 58), 88), inks.skin_line, 3.0, strength)
        low = eye.y + eye.height * eye.floor
        brush.taper((x(29), low + 7), (x(44), low + 14), (x(60, 48), low + 6), inks.skin_line, 2.0, strength)
        outer = eye.x + eye.half_width
        if anatomy.elder > 0.4:
            brush.taper(
                (x(outer + 7, 40), 29),
                (x(outer + 12, 36), 30),
                (x(outer + 15, 30), 33),
                inks.skin_line,
                1.8,
                strength,
            )
            brush.taper(
                (x(outer + 6, 40), 37),
                (x(outer + 10, 36), 40),
                (x(outer + 13, 30), 44),
                inks.skin_line,
                1.8,
                strength,
            )
            brush.taper((x(64, 40), 74), (x(62, 40), 86), (x(54, 44), 96), inks.skin_line, 2.0, strength - 50)
    if anatomy.elder > 0.4:
        for y in (-44, -54):
            brush.taper(
                (view.x(-30), y + 2),
                (view.x(0), y - 4),
                (view.x(30), y + 2),
                inks.skin_line,
                2.0,
                strength - 60,
            )

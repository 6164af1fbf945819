"""Hair before the face: fringe and dome, side locks, the braid that falls over a shoulder."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import Accessory
from anigen_assets.studio.animatic.figures.brush import Brush, crescent, faceted, taper
from anigen_assets.studio.animatic.figures.hair_shapes import Lock, Placed, fringe, hanging, place, ring
from anigen_assets.studio.animatic.figures.hair_strands import paint_flyaways, paint_wisps
from anigen_assets.studio.animatic.figures.hair_styles import STYLES, Style
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import Point, colour, lighten, linear, mix, path, radial


def style_of(sitter: Sitter) -> tuple[Style, bool]:
    """Returns the style's numbers, and whether this person wears it mirrored."""
    return STYLES[sitter.look.hair_style], sitter.mirrored


def fringe_of(sitter: Sitter) -> list[Placed]:
    """Returns the fringe on the turned head, from the viewer's right to left."""
    style, mirrored = style_of(sitter)
    locks, start, end = style.locks, style.start, style.end
    if mirrored:
        locks, start, end = _mirrored(style)
    return place(locks, start, end, sitter.view, sitter.chance("fringe"))


def _mirrored(style: Style) -> tuple[tuple[Lock, ...], Point, Point]:
    turned = []
    for index in range(len(style.locks) - 1, -1, -1):
        tip = style.locks[index].tip
        valley = style.locks[index - 1].valley if index else (0.0, 0.0)
        turned.append(Lock((-tip[0], tip[1]), (-valley[0], valley[1])))
    return tuple(turned), (-style.end[0], style.end[1]), (-style.start[0], style.start[1])


def front_shape(sitter: Sitter) -> skia.Path:
    """Returns the outline of dome and fringe; moved down a little, it is also the shadow on the brow."""
    style, _ = style_of(sitter)
    placed = fringe_of(sitter)
    shape = _crown(sitter, placed[-1].after, placed[0].before)
    fringe(shape, placed, style.plump)
    shape.close()
    return faceted(shape, 12)


def crown_outline(sitter: Sitter, *, closed: bool = True) -> skia.Path:
    """Returns the outline over the head; closed, it is rounded off at the height of the ears."""
    shape = _crown(sitter, (-107.0, -6.0), (107.0, -6.0))
    if closed:
        shape.cubicTo(96, 44, 40, 34, 0, 40)
        shape.cubicTo(-40, 34, -96, 44, -107, -6)
        shape.close()
    return shape


def _crown(sitter: Sitter, left: Point, right: Point) -> skia.Path:
    """The outline over the head from its left end to its right one."""
    style, mirrored = style_of(sitter)
    shape = skia.Path()
    shape.moveTo(*left)
    crown = [(-x, y) for x, y in reversed(style.crown)] if mirrored else list(style.crown)
    if sitter.look.accessory is Accessory.CAP:
        crown = []
    if crown and style.pointed:
        _points(shape, [left, *crown, right], 1.1 if style.plump < 0.1 else 1.03)
    elif crown:
        _smooth(shape, [left, *crown, right])
    else:
        shape.cubicTo(-116, -78, -78, -142, 0, -142)
        shape.cubicTo(78, -142, 116, -78, *right)
    shape.lineTo(*right)
    return shape


def _smooth(shape: skia.Path, points: list[Point]) -> None:
    for index in range(len(points) - 1):
        here, there = points[index], points[index + 1]
        before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 2)]
        shape.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )


def _points(shape: skia.Path, points: list[Point], bulge: float) -> None:
    """Tufts that stand off the head: full on one side, hollow on the other."""
    for index in range(1, len(points) - 1, 2):
        (ax, ay), (tx, ty), (bx, by) = points[index - 1 : index + 2]
        shape.quadTo((ax + tx) / 2 * bulge, (ay + ty) / 2 * (bulge - 0.02), tx, ty)
        shape.quadTo((tx + bx) / 2 * 0.97, (ty + by) / 2 * 0.97, bx, by)


def paint_side_locks(brush: Brush, sitter: Sitter) -> None:
    """Paint the strands before the ears."""
    style, _ = style_of(sitter)
    inks, view = sitter.inks, sitter.view
    if not style.side_locks:
        return
    longer = sitter.chance("locks").uniform(0.94, 1.08)
    for side in (-1, 1):
        points = []
        for x, y in style.side_locks:
            low = y * longer if y > 0 else y
            points.append(
                (
                    view.x(side * x, 14) - side * 1.5,
                    min(low, 60) if sitter.anatomy.masculine and y < 100 and low > 60 else low,
                )
            )
        strand = faceted(hanging(points, style.side_width), 12)
        paint = linear(
            (0, -60), (0, max(y for _, y in points)), [inks.hair, inks.hair, inks.hair_shade], [0, 0.45, 1]
        )
        brush.cel(strand, paint, inks.hair_line, 2.8)
        with brush.inside(strand):
            brush.paint(crescent(strand, -inks.side * -style.side_width * 0.7, -4), inks.hair_shade, 190)
        middle = points[len(points) // 2]
        brush.taper(
            (points[0][0], points[0][1] + 30),
            (middle[0] + side * 4, middle[1]),
            (points[-1][0], points[-1][1] - 14),
            inks.hair_line,
            1.8,
            150,
        )


def paint_front_hair(brush: Brush, sitter: Sitter) -> None:
    """Paint dome and fringe with their shadows and lights."""
    inks, view = sitter.inks, sitter.view
    style, mirrored = style_of(sitter)
    shape, placed = front_shape(sitter), fringe_of(sitter)
    paint_wisps(brush, sitter, placed)
    paint_flyaways(brush, sitter, style)
    gradient = linear(
        (0, -140),
        (0, 30),
        [lighten(inks.hair, 0.1), inks.hair, mix(inks.hair, inks.hair_shade, 0.45)],
        [0, 0.5, 1],
    )
    brush.cel(shape, gradient, inks.hair_line, 3.2)
    part = -style.part if mirrored else style.part
    crown = (view.x(part * 60, 20), -134.0)
    with brush.inside(shape):
        brush.paint(crescent(shape, inks.side * 15.0, -5), inks.hair_shade, 200)
        for lock in placed:
            brush.paint(_lock_shadow(lock, inks.side), inks.hair_shade, 235)
        glow = (crown[0] * 0.5 + inks.side * 18, -104.0)
        brush.canvas.drawCircle(
            *glow, 74, radial(glow, 74, [colour(inks.hair_light, 84), colour(inks.hair_light, 0)])
        )
        brush.paint(ring(view, sitter.chance("ring"), -88, 86, part), inks.hair_light, 205)
        for lock in placed[:-1]:
            x, y = lock.after
            brush.taper(
                (x, y),
                (x * 0.94 + crown[0] * 0.04, y - 34),
                (x * 0.6 + crown[0] * 0.4, y + (crown[1] - y) * 0.72),
                inks.hair_line,
                2.4,
                190,
            )
        brush.taper(crown, (crown[0] * 1.3 + 6, -112), (crown[0] * 1.5 + 14, -84), inks.hair_line, 2.2, 150)
        brush.taper(crown, (crown[0] - 22, -116), (crown[0] - 38, -86), inks.hair_line, 2.0, 120)
        if inks.rim > 0:
            brush.paint(
                crescent(shape, -inks.side * 5.0, 3.5),
                mix(inks.hair_light, inks.key, 0.6),
                int(210 * inks.rim),
            )
    for lock in placed[:-1]:
        x, y = lock.after
        brush.canvas.drawPath(
            taper((x, y + 3), (x * 0.99, y - 12), (x * 0.95, y - 26), 3.0 * brush.weight),
            _flat(inks.hair_line),
        )


def _flat(ink: int) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=ink)


def _lock_shadow(lock: Placed, side: int) -> skia.Path:
    """The shadow side of a lock, from its tip up along the side away from the light."""
    edge = lock.after if side > 0 else lock.before
    (tx, ty), (ex, ey) = lock.tip, edge
    inner_x = tx + (ex - tx) * 0.25
    return path(
        f"M {tx} {ty + 2} Q {tx + (ex - tx) * 1.05} {(ty + ey) / 2 + 6} {ex} {ey - 10} "
        f"Q {inner_x} {(ty + ey) / 2 - 4} {tx} {ty + 2} Z"
    )

"""The shell of a room: walls with window openings, floor, ceiling, glass and the light that falls through.

Belongs here: what every room shares. Furniture and the character of a room belong to the sets.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_HEIGHT, PLATE_WIDTH

_ATOP = skia.BlendMode.kSrcATop


@dataclass(frozen=True)
class Opening:
    """A window in the back wall, in metres from the middle and over the floor."""

    left: float
    right: float
    foot: float
    head: float


@dataclass(frozen=True)
class Room:
    """The measures of a room in metres, and the camera in it.

    Attributes:
        view: The camera.
        half_width: From the middle to either side wall.
        depth: From the camera to the back wall.
        height: Of the ceiling.
        windows: In the back wall.
    """

    view: View
    half_width: float
    depth: float
    height: float
    windows: tuple[Opening, ...] = ()

    def wall_rect(self, opening: Opening) -> skia.Rect:
        """Where an opening is seen."""
        return self.view.front(opening.left, opening.right, opening.foot, opening.head, self.depth)


def shell(stage: Stage, canvas: skia.Canvas, room: Room, *, wall: int, floor: int, ceiling: int) -> None:
    """Paints floor, ceiling and walls; the windows stay clear.

    Args:
        stage: The light, indoors.
        canvas: A layer that is not opaque.
        room: The measures.
        wall: Painted colour of the walls.
        floor: Painted colour of the floor.
        ceiling: Painted colour of the ceiling.
    """
    view, half, far = room.view, room.half_width, room.depth
    near = view.depth(FRAME_HEIGHT) * 0.55
    foot, head = view.ground(far), view.at(0, room.height, far)[1]
    ground = view.floor(-half, half, near, far)
    canvas.drawPath(
        ground, ink.linear((0, foot), (0, FRAME_HEIGHT), [ink.lighten(floor, 0.06), ink.shade(floor, 0.2)])
    )
    above = view.floor(-half, half, near, far, room.height)
    canvas.drawPath(above, ink.linear((0, head), (0, 0), [ink.shade(ceiling, 0.12), ink.shade(ceiling, 0.3)]))
    for side in (-1, 1):
        x_far, x_near = view.at(side * half, 0, far)[0], view.at(side * half, 0, near)[0]
        shaded = [ink.shade(wall, 0.16), ink.shade(wall, 0.34)]
        plane = view.side(side * half, 0, room.height, near, far)
        canvas.drawPath(plane, ink.linear((x_far, 0), (x_near, 0), shaded))
    back = skia.Path()
    back.addRect(view.front(-half, half, 0, room.height, far))
    for opening in room.windows:
        back.addRect(room.wall_rect(opening))
    back.setFillType(skia.PathFillType.kEvenOdd)
    backlit = 0.10 if room.windows and not stage.palette.lamps else 0.0
    canvas.drawPath(
        back,
        ink.linear((0, head), (0, foot), [ink.shade(wall, backlit + 0.06), ink.shade(wall, backlit)]),
    )
    edge = ink.stroke(ink.shade(wall, 0.4), 1.8, 150)
    for y in (0.0, room.height):
        canvas.drawLine(*view.at(-half, y, far), *view.at(half, y, far), edge)
    for side in (-1, 1):
        canvas.drawLine(*view.at(side * half, 0, far), *view.at(side * half, room.height, far), edge)
        for y in (0.0, room.height):
            canvas.drawLine(*view.at(side * half, y, far), *view.at(side * half, y, near), edge)


def skirting(canvas: skia.Canvas, room: Room, colour: int, *, high: float = 0.1, y: float = 0.0) -> None:
    """Paints a board along the foot of the walls, or a rail at height `y`."""
    view, half, near = room.view, room.half_width, 1.6
    canvas.drawRect(view.front(-half, half, y, y + high, room.depth), ink.fill(colour))
    for side in (-1, 1):
        plane = view.side(side * half, y, y + high, near, room.depth)
        canvas.drawPath(plane, ink.fill(ink.shade(colour, 0.15)))


def glaze(
    stage: Stage,
    canvas: skia.Canvas,
    room: Room,
    *,
    frame: int,
    bars: tuple[int, int] = (2, 2),
    thick: float = 9.0,
) -> None:
    """Paints glass, weather on it, frames and sills of every window.

    Args:
        stage: The light, indoors.
        canvas: The room's layer.
        room: The measures.
        frame: Painted colour of the frames.
        bars: Panes across and panes down.
        thick: Width of the frame in design units.
    """
    for index, opening in enumerate(room.windows):
        rect = room.wall_rect(opening)
        _glass(stage, canvas, rect, index)
        inner = ink.stroke(frame, thick * 0.6)
        for column in range(1, bars[0]):
            x = rect.left() + rect.width() * column / bars[0]
            canvas.drawLine(x, rect.top(), x, rect.bottom(), inner)
        for row in range(1, bars[1]):
            y = rect.top() + rect.height() * row / bars[1]
            canvas.drawLine(rect.left(), y, rect.right(), y, inner)
        canvas.drawRect(rect, ink.stroke(ink.shade(frame, 0.3), thick + 3))
        canvas.drawRect(rect, ink.stroke(frame, thick))
        sill = skia.Rect.MakeLTRB(rect.left() - 14, rect.bottom() + 2, rect.right() + 14, rect.bottom() + 14)
        canvas.drawRect(sill, ink.fill(ink.lighten(frame, 0.12)))
        canvas.drawRect(sill.makeOffset(0, 12).makeInset(6, 3), ink.fill(ink.shade(frame, 0.45), 110))


def _glass(stage: Stage, canvas: skia.Canvas, rect: skia.Rect, index: int) -> None:
    rng = stage.rng(f"glass:{index}")
    canvas.save()
    canvas.clipRect(rect)
    width, height = rect.width(), rect.height()
    shine = skia.Path()
    for start, thick in ((0.12, 0.16), (0.34, 0.05), (0.70, 0.10)):
        left = rect.left() + width * start
        shine.addPath(
            ink.polygon(
                [
                    (left, rect.bottom()),
                    (left + height * 0.35, rect.top()),
                    (left + height * 0.35 + width * thick, rect.top()),
                    (left + width * thick, rect.bottom()),
                ]
            )
        )
    canvas.drawPath(shine, ink.fill("#ffffff", 12 if stage.night else 26))
    if stage.wet:
        _drops(canvas, rng, rect, ink.lighten(stage.palette.fog, 0.5))
    if stage.snowy:
        for corner in (rect.left(), rect.right()):
            drift = ink.oval(corner, rect.bottom() + 4, width * 0.3, height * 0.10)
            canvas.drawOval(drift, ink.fill(stage.outside.snow(), 240))
        ledge = ink.rect(rect.left(), rect.bottom() - height * 0.03, width, height)
        canvas.drawRect(ledge, ink.fill(stage.outside.snow()))
    if stage.night:
        canvas.drawRect(rect, ink.fill(stage.palette.dark, 40))
    canvas.restore()


def _drops(canvas: skia.Canvas, rng: random.Random, rect: skia.Rect, colour: int) -> None:
    trails, beads = skia.Path(), []
    for _ in range(int(rect.width() * rect.height() / 1500)):
        x, y = rng.uniform(rect.left(), rect.right()), rng.uniform(rect.top(), rect.bottom())
        beads.append(skia.Point(x, y))
        if rng.random() < 0.28:
            trails.moveTo(x, y)
            trails.quadTo(x + rng.uniform(-3, 3), y - 20, x + rng.uniform(-2, 2), y - rng.uniform(24, 70))
    canvas.drawPath(trails, ink.stroke(colour, 1.4, 80))
    canvas.drawPoints(skia.Canvas.PointMode.kPoints_PointMode, beads, ink.stroke(colour, 3.2, 130))


def sunbeams(stage: Stage, canvas: skia.Canvas, room: Room, *, strength: float = 1.0) -> None:
    """Paints the light that falls through the windows: patches on the floor and pale shafts in the air."""
    if stage.palette.sun is None:
        return
    view = room.view
    lean, slope = -0.55 * stage.sun_side, 1.05
    alpha = int((34 if stage.night else 105) * strength)
    light = ink.lighten(stage.outside.key, 0.1)
    patches, shafts = skia.Path(), skia.Path()
    for opening in room.windows:
        corners = [
            (opening.left + lean * opening.foot, room.depth - slope * opening.foot),
            (opening.right + lean * opening.foot, room.depth - slope * opening.foot),
            (opening.right + lean * opening.head, room.depth - slope * opening.head),
            (opening.left + lean * opening.head, room.depth - slope * opening.head),
        ]
        spots = [view.at(x, 0, max(z, 1.4)) for x, z in corners]
        patches.addPath(ink.polygon(spots))
        rect = room.wall_rect(opening)
        shafts.addPath(
            ink.polygon([(rect.left(), rect.top()), (rect.right(), rect.top()), spots[2], spots[1], spots[0]])
        )
    canvas.drawPath(patches, ink.fill(light, alpha, blur=2.5, blend=_ATOP))
    top = min((room.wall_rect(opening).top() for opening in room.windows), default=0.0)
    fading = [ink.colour(light, int(alpha * 0.42)), ink.colour(light, int(alpha * 0.12))]
    canvas.drawPath(shafts, ink.linear((0, top), (0, FRAME_HEIGHT), fading))


def enclose(stage: Stage, canvas: skia.Canvas, *, centre: ink.Point = (PLATE_WIDTH / 2, 360.0)) -> None:
    """Warms what the lamps reach and lets the room fall into shadow away from `centre`."""
    dark = ink.mix(stage.palette.dark, "#120c18", 0.35)
    if stage.palette.lamps:
        warm, shadow = (52, 128) if stage.night else (26, 60)
    else:
        warm, shadow = 0, 46
    stops = [
        ink.colour(stage.glow, warm),
        ink.colour(stage.glow, warm // 2),
        ink.colour(dark, int(shadow * 0.3)),
        ink.colour(dark, shadow),
    ]
    paint = ink.radial(centre, PLATE_WIDTH * 0.56, stops, [0.0, 0.36, 0.62, 1.0], blend=_ATOP)
    canvas.drawRect(skia.Rect.MakeWH(PLATE_WIDTH, FRAME_HEIGHT), paint)


def curtain(
    stage: Stage,
    canvas: skia.Canvas,
    rect: skia.Rect,
    local: str,
    *,
    gathered: float = 0.22,
    alpha: int = 235,
) -> None:
    """Hangs a pair of curtains before a window, each gathered to a share of its width."""
    cloth = ink.mix(stage.ink(local), stage.key, 0.25 if stage.sunny else 0.0)
    width = rect.width() * gathered
    for side in (-1, 1):
        outer = rect.left() - 16 if side < 0 else rect.right() + 16
        inner = outer - side * (width + 16)
        waist = outer - side * (width * 0.55 + 10)
        top, bottom = rect.top() - 18, rect.bottom() + 34
        shape = ink.path(
            f"M {outer} {top} L {inner} {top} Q {inner} {(top + bottom) / 2} {waist} {bottom - 60} "
            f"Q {waist + side * -6} {bottom - 20} {waist - side * 12} {bottom} L {outer} {bottom} Z"
        )
        folds = [ink.shade(cloth, 0.24), cloth, ink.shade(cloth, 0.16), ink.lighten(cloth, 0.12)] * 2
        paint = ink.linear((outer, 0), (inner, 0), folds)
        paint.setAlpha(alpha)
        canvas.drawPath(shape, paint)
        canvas.drawPath(shape, ink.stroke(ink.shade(cloth, 0.4), 1.4, 150))
    rod = ink.stroke(ink.shade(stage.ink("#8a6a4a"), 0.2), 5)
    canvas.drawLine(rect.left() - 30, rect.top() - 20, rect.right() + 30, rect.top() - 20, rod)

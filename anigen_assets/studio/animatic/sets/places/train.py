"""A local train's carriage: a long seat under wide windows, straps and racks, a door at one side."""

from __future__ import annotations

import random

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit import windows
from anigen_assets.studio.animatic.sets.kit.ground import grounded, joints
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.rooms import Opening, Room, enclose, glaze, shell, sunbeams
from anigen_assets.studio.animatic.sets.kit.signs import across
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, Layer, SetPlate

_VIEW = View(horizon=424, floor_y=656)
_DEPTH = 5.4
_SEATS = ("#3f7d6e", "#4a6aa0", "#8a4a52", "#6a5a8a")
_NOTICES = ("海の見える駅まで", "夏の星まつり", "本日の朝市", "灯台めぐり", "古本市")


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    seaward = stage.rng("line").random() < 0.5
    view = windows.coast(stage.outside, 388) if seaward else windows.town(stage.outside, 392)
    return SetPlate(
        layers=(
            Layer(view, 0.3),
            Layer(_carriage(stage, side), 1.0),
            Layer(_near_straps(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=None,
        indoor=True,
    )


def _carriage(stage: Stage, side: int) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    lefts = (-4.75, -2.45, -0.15) if side > 0 else (-1.95, 0.35, 2.65)
    panes = tuple(Opening(left, left + 2.1, 0.95, 1.86) for left in lefts)
    door = _span(side, 2.45, 4.0)
    leaves = tuple(Opening(left, left + 0.5, 0.95, 1.8) for left in (door[0] + 0.13, door[0] + 0.92))
    room = Room(_VIEW, 9.0, _DEPTH, 2.35, panes + leaves)
    build = Builder(stage, canvas, _VIEW)
    rng = stage.rng("carriage")
    wall, floor = stage.ink("#e9e6dc"), stage.ink("#8f8a86")
    shell(stage, canvas, room, wall=wall, floor=floor, ceiling=stage.ink("#f0efe8"))
    joints(canvas, _VIEW, ink.shade(floor, 0.25), across=0.8, along=0, far=_DEPTH, half=9, alpha=90)
    _door(stage, build, door)
    glaze(
        stage, canvas, Room(_VIEW, 9.0, _DEPTH, 2.35, panes), frame=stage.ink("#aeb4b6"), bars=(2, 1), thick=9
    )
    glaze(
        stage,
        canvas,
        Room(_VIEW, 9.0, _DEPTH, 2.35, leaves),
        frame=stage.ink("#9aa2a6"),
        bars=(1, 1),
        thick=6,
    )
    _rack(stage, build, rng)
    sunbeams(stage, canvas, room, strength=1.1)
    _seat(stage, build, rng, side)
    _straps(stage, build)
    _tubes(stage, build)
    enclose(stage, canvas)
    grounded(stage, canvas, _VIEW.ground(_DEPTH))
    return sheet.image()


def _span(side: int, near: float, far: float) -> tuple[float, float]:
    """From `near` to `far` metres on one side of the middle, left to right."""
    return (near, far) if side > 0 else (-far, -near)


def _door(stage: Stage, build: Builder, x: tuple[float, float]) -> None:
    """A double sliding door with rubber lips."""
    steel = stage.ink("#c6cbcc")
    outline = build.view.front(x[0], x[1], 0.0, 2.1, _DEPTH)
    path = skia.Path()
    path.addRect(outline)
    for left in (x[0] + 0.13, x[0] + 0.92):
        path.addRect(build.view.front(left, left + 0.5, 0.95, 1.8, _DEPTH))
    path.setFillType(skia.PathFillType.kEvenOdd)
    build.canvas.drawPath(
        path, ink.linear((outline.left(), 0), (outline.right(), 0), [steel, ink.shade(steel, 0.12)])
    )
    build.canvas.drawRect(outline, ink.stroke(ink.shade(steel, 0.4), 4))
    middle = outline.centerX()
    build.canvas.drawLine(
        middle, outline.top(), middle, outline.bottom(), ink.stroke(ink.shade(steel, 0.55), 5)
    )
    foot = build.view.front(x[0] - 0.05, x[1] + 0.05, -0.02, 0.03, _DEPTH - 0.05)
    build.canvas.drawRect(foot, ink.fill(stage.ink("#d9b04a")))
    header = build.view.front(x[0], x[1], 2.12, 2.3, _DEPTH)
    build.canvas.drawRect(header, ink.fill(stage.ink("#2c3440")))
    colour = stage.glow if stage.palette.lamps else stage.ink("#ffcf7a")
    across(build.canvas, "つぎは  潮見", (header.centerX(), header.bottom() - 9), 21, colour)


def _seat(stage: Stage, build: Builder, rng: random.Random, side: int) -> None:
    """The long seat, its back and the warm box under it; a screen closes it at the door."""
    cloth = stage.ink(rng.choice(_SEATS))
    x = _span(-side, -2.2, 9.0)
    build.box(x, (0.06, 0.36), (5.0, 5.3), stage.ink("#77756f"), line=False)
    grille = build.view.front(x[0], x[1], 0.12, 0.28, 5.0)
    slats = skia.Path()
    left = grille.left()
    while left < grille.right():
        slats.addRect(ink.rect(left, grille.top(), 5, grille.height()))
        left += 12
    build.canvas.drawPath(slats, ink.fill(stage.ink("#55534f")))
    back = build.view.front(x[0], x[1], 0.48, 0.90, 5.25)
    tones = [ink.lighten(cloth, 0.16), cloth, ink.shade(cloth, 0.22)]
    build.canvas.drawRoundRect(back, 12, 12, ink.linear((0, back.top()), (0, back.bottom()), tones))
    build.box(x, (0.36, 0.46), (4.78, 5.25), cloth)
    left_metre = x[0]
    while left_metre < x[1]:
        seam = ink.stroke(ink.shade(cloth, 0.28), 2)
        build.canvas.drawLine(
            *build.view.at(left_metre, 0.88, 5.25), *build.view.at(left_metre, 0.47, 5.25), seam
        )
        build.canvas.drawLine(
            *build.view.at(left_metre, 0.46, 5.25), *build.view.at(left_metre, 0.46, 4.78), seam
        )
        build.canvas.drawLine(
            *build.view.at(left_metre, 0.46, 4.78), *build.view.at(left_metre, 0.36, 4.78), seam
        )
        left_metre += 0.46
    end = side * 2.25
    build.box((end - 0.03, end + 0.03), (0.1, 1.25), (4.75, 5.35), stage.ink("#b9a07a"))
    build.post(end, (0.0, 2.35), 4.75, 0.05, stage.ink("#c9ced0"))


def _rack(stage: Stage, build: Builder, rng: random.Random) -> None:
    """A luggage rack, notices in frames over the windows and a bag."""
    steel = stage.ink("#b9bfc2")
    x = -8.2
    while x < 8:
        notice = build.view.front(x, x + 0.95, 2.06, 2.3, _DEPTH)
        build.canvas.drawRect(
            notice, ink.fill(stage.ink(rng.choice(("#f6efdc", "#dfeaf2", "#f6dede", "#e6f0dc"))))
        )
        across(
            build.canvas,
            rng.choice(_NOTICES),
            (notice.centerX(), notice.centerY() + 6),
            16,
            stage.ink("#4a5a7a"),
        )
        build.canvas.drawRect(notice, ink.stroke(ink.shade(steel, 0.2), 2))
        x += 1.06
    for z in (5.35, 5.2, 5.05):
        build.rod((-9, 1.9, z), (9, 1.9, z), 0.022, steel)
    bag = rng.uniform(-1.8, 1.8)
    cloth = stage.ink(rng.choice(("#6a7a4a", "#8a5a4a", "#4a5a7a")))
    rect = build.view.front(bag, bag + 0.5, 1.91, 2.18, 5.1)
    build.canvas.drawRoundRect(rect, 12, 12, ink.fill(cloth))
    build.canvas.drawRoundRect(rect, 12, 12, ink.stroke(ink.shade(cloth, 0.4), 1.8))


def _straps(stage: Stage, build: Builder) -> None:
    steel, belt, ring = stage.ink("#c4c9cc"), stage.ink("#d8cfb8"), stage.ink("#f6f2e6")
    build.rod((-9, 1.98, 4.7), (9, 1.98, 4.7), 0.035, steel)
    x = -4.5
    while x < 4.6:
        top, low = build.view.at(x, 1.98, 4.7), build.view.at(x, 1.80, 4.7)
        build.canvas.drawLine(*top, *low, ink.stroke(belt, 6))
        build.canvas.drawCircle(low[0], low[1] + 16, 16, ink.stroke(ink.shade(ring, 0.25), 7))
        build.canvas.drawCircle(low[0], low[1] + 15, 16, ink.stroke(ring, 5))
        x += 0.42


def _tubes(stage: Stage, build: Builder) -> None:
    lit = stage.palette.lamps
    for x in (-4.2, -1.2, 1.8, 4.8):
        tube = build.view.floor(x - 1.1, x + 1.1, 4.35, 4.5, 2.34)
        if lit:
            glow(build.canvas, build.view.at(x, 2.3, 4.4), 330, stage.glow, 80)
        build.canvas.drawPath(tube, ink.fill(ink.lighten(stage.glow, 0.75) if lit else stage.ink("#fbfbf6")))


def _near_straps(stage: Stage) -> skia.Image:
    """A pole and two straps close to the camera."""
    sheet = stage.sheet()
    canvas = sheet.canvas
    left = stage.rng("frame").random() < 0.5
    x = FRAME_LEFT + 16 if left else FRAME_RIGHT - 16
    steel = stage.ink("#c4c9cc", dim=0.1)
    pole = ink.rect(x - 14, -10, 28, 740)
    canvas.drawRect(
        pole,
        ink.linear(
            (x - 14, 0), (x + 14, 0), [ink.shade(steel, 0.3), ink.lighten(steel, 0.3), ink.shade(steel, 0.4)]
        ),
    )
    for offset in (-230, -90, 110):
        strap = x + (offset if left else -offset)
        canvas.drawRect(ink.rect(strap - 9, -10, 18, 66), ink.fill(stage.ink("#d8cfb8", dim=0.2)))
        canvas.drawCircle(strap, 92, 38, ink.stroke(stage.ink("#e6e0d0", dim=0.16), 14))
    return sheet.image()

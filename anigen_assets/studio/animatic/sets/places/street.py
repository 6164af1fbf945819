"""A shopping street that runs away from the camera: shop fronts, hanging signs, poles and wires."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.fixtures import (
    street_lamp,
    utility_pole,
    vending_machine,
    wires,
)
from anigen_assets.studio.animatic.sets.kit.ground import drifts, grounded, mist, puddles, surface
from anigen_assets.studio.animatic.sets.kit.plants import foliage
from anigen_assets.studio.animatic.sets.kit.shopfronts import FRONT, hanging_sign, shop_house
from anigen_assets.studio.animatic.sets.kit.signs import SHOP_SIGNS
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills, towers
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, Layer, SetPlate

_VIEW = View(horizon=446, floor_y=652)
_KERB = 3.1


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(_distance(stage), 0.35),
            Layer(_street(stage), 1.0),
            Layer(_planter(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles=weather_particles(stage.weather),
        indoor=False,
    )


def _distance(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, 450, lowest=560)
    hills(stage, canvas, "range", base=456, height=90, far=0.95, local="#6486a8", rough=0.3)
    towers(stage, canvas, "far", base=470, heights=(60, 170), widths=(40, 80), far=0.8)
    mist(stage, canvas, 330, 500, 130)
    surface(canvas, 466, stage.ground("#8a8e94", 0.5), stage.ground("#74787e"))
    return bloom(sheet.image(), 70)


def _street(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    _road(stage, build)
    if stage.wet:
        puddles(stage, canvas, 520, count=8)
    if stage.snowy:
        drifts(stage, canvas, 500)
    for side in (-1, 1):
        _row(stage, build, side)
    _poles(stage, build)
    street_lamp(build, -3.3, 6.6, arm=0.9)
    street_lamp(build, 3.3, 9.5, arm=-0.9)
    side = 1 if stage.rng("machine").random() < 0.5 else -1
    vending_machine(
        build, side * 3.75, 6.2, local=stage.rng("machine").choice(("#c8483f", "#3f6ac8", "#e8e8e4"))
    )
    grounded(stage, canvas, 520)
    return sheet.image()


def _road(stage: Stage, build: Builder) -> None:
    road, walk = stage.ground("#70747c"), stage.ground("#b0aca4")
    surface(build.canvas, _VIEW.ground(60), stage.hazed(road, 0.5), ink.shade(road, 0.15))
    for side in (-1, 1):
        x = (_KERB, FRONT + 6) if side > 0 else (-FRONT - 6, -_KERB)
        paving = build.view.floor(x[0], x[1], 1.6, 60, 0.12)
        build.canvas.drawPath(
            paving, ink.linear((0, 460), (0, 720), [stage.hazed(walk, 0.5), ink.shade(walk, 0.1)])
        )
        kerb = build.view.side(side * _KERB, 0, 0.12, 1.6, 60)
        build.canvas.drawPath(kerb, ink.fill(ink.shade(walk, 0.4)))
        line = build.view.floor(side * 2.75 - 0.07, side * 2.75 + 0.07, 1.6, 60)
        build.canvas.drawPath(line, ink.fill(stage.ink("#eef0ee"), 60 if stage.snowy else 190))
    if not stage.snowy:
        for stripe in range(5):
            left = -2.3 + stripe * 1.0
            build.floor_panel((left, left + 0.5), (8.6, 10.6), ink.mix(road, stage.ink("#f2f4f2"), 0.75))


def _row(stage: Stage, build: Builder, side: int) -> None:
    """One side's buildings, the farthest first."""
    rng = stage.rng(f"row:{side}")
    lots: list[tuple[float, float]] = []
    z = 3.4
    while z < 46:
        length = rng.uniform(3.2, 5.4)
        lots.append((z, z + length))
        z += length
    words = list(SHOP_SIGNS)
    stage.rng("signs").shuffle(words)
    signs = words[:: 2 * side][: len(words) // 2]
    for index, (near, far) in reversed(list(enumerate(lots))):
        own = stage.rng(f"house:{side}:{index}")
        shop_house(build, own, side, (near, far))
        hanging_sign(build, own, (side, near + (far - near) * 0.35), signs[index % len(signs)])


def _poles(stage: Stage, build: Builder) -> None:
    side = 1 if stage.rng("poles").random() < 0.5 else -1
    ends = [utility_pole(build, side * 3.55, z, high=6.6) for z in (34, 22, 14.0, 8.6)]
    last = [
        build.view.at(side * 3.55 + dx, y, 3.4)
        for y, half in ((6.3, 0.7), (5.8, 0.55))
        for dx in (-half, half)
    ]
    for first, second in zip(ends, [*ends[1:], last], strict=True):
        wires(build, first, second, sag=14)
    across = [build.view.at(-side * 4.2, 5.2 - 0.25 * k, 12) for k in range(4)]
    wires(build, ends[2], across, sag=36)


def _planter(stage: Stage) -> skia.Image:
    """A shop's shrubs at a lower corner, close to the camera."""
    sheet = stage.sheet()
    rng = stage.rng("frame")
    side = -1 if rng.random() < 0.5 else 1
    x = FRAME_LEFT if side < 0 else FRAME_RIGHT
    masses = [
        (x + side * rng.uniform(-70, 210), 722 - rng.uniform(0, 76), rng.uniform(40, 66)) for _ in range(9)
    ]
    foliage(stage, sheet.canvas, rng, masses, local="#4a7f4c")
    return sheet.image()

"""A beach: sand and foam before the open sea, a cape with a lighthouse, a boat drawn up on the sand."""

from __future__ import annotations

import math

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.ground import drifts, grounded, mist
from anigen_assets.studio.animatic.sets.kit.headland import cape
from anigen_assets.studio.animatic.sets.kit.lights import shadow
from anigen_assets.studio.animatic.sets.kit.plants import grass
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.water import sea
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, PLATE_WIDTH, Layer, SetPlate

_HORIZON = 412.0
_FLOOR = 654.0
_SHORE = 560.0


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    return SetPlate(
        layers=(
            Layer(_sea(stage), 0.4),
            Layer(_beach(stage), 1.0),
            Layer(_dune(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_FLOOR,
        particles=weather_particles(stage.weather),
        indoor=False,
    )


def _sea(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, _HORIZON, lowest=_HORIZON + 4)
    hills(stage, canvas, "isles", base=_HORIZON + 14, height=56, far=0.95, local="#6a94a8")
    sea(stage, canvas, _HORIZON, shore=640)
    side = 1 if stage.rng("cape").random() < 0.5 else -1
    cape(stage, canvas, side, _HORIZON)
    mist(stage, canvas, _HORIZON - 70, _HORIZON + 8, 90)
    return bloom(sheet.image(), 80)


def _shoreline(shift: float) -> str:
    y = _SHORE + shift
    width = PLATE_WIDTH
    return (
        f"M -10 {y + 6} Q {width * 0.18} {y - 22} {width * 0.38} {y + 2} "
        f"Q {width * 0.62} {y + 30} {width * 0.8} {y + 4} Q {width * 0.92} {y - 12} {width + 10} {y + 2}"
    )


def _beach(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    sand = stage.ground("#f0dcb2")
    wet = ink.mix(ink.shade(sand, 0.3), stage.palette.sky[2], 0.3)
    close = f" L {PLATE_WIDTH + 10} 730 L -10 730 Z"
    shallow = ink.mix(stage.ink("#6ac0c8"), stage.palette.sky[2], 0.4)
    canvas.drawPath(ink.path(_shoreline(-34) + close), ink.fill(shallow, 120))
    canvas.drawPath(ink.path(_shoreline(-14) + close), ink.fill(shallow, 170))
    canvas.drawPath(ink.path(_shoreline(4) + close), ink.fill(wet))
    canvas.drawPath(
        ink.path(_shoreline(34) + close), ink.linear((0, _SHORE), (0, 720), [sand, ink.shade(sand, 0.14)])
    )
    foam = ink.mix(stage.ink("#ffffff"), stage.palette.sky[3], 0.2)
    for shift, width, alpha in ((-34, 3, 110), (-14, 4, 150), (3, 8, 235)):
        canvas.drawPath(ink.path(_shoreline(shift)), ink.stroke(foam, width, alpha))
    _sand(stage, canvas, sand)
    if stage.snowy:
        drifts(stage, canvas, _SHORE + 50)
    side = 1 if stage.rng("boat").random() < 0.5 else -1
    _boat(stage, canvas, (PLATE_WIDTH / 2 + side * 590, 640), side)
    _driftwood(stage, canvas, (PLATE_WIDTH / 2 - side * 560, 664))
    grounded(stage, canvas, _SHORE)
    return sheet.image()


def _sand(stage: Stage, canvas: skia.Canvas, sand: int) -> None:
    """Hollows, pebbles, shells and a starfish."""
    rng = stage.rng("sand")
    hollows = skia.Path()
    for _ in range(46):
        depth = rng.random()
        x, y = rng.uniform(-50, PLATE_WIDTH), 612 + 106 * depth
        reach = (30 + 90 * depth) * rng.uniform(0.5, 1.2)
        hollows.moveTo(x, y)
        hollows.quadTo(x + reach / 2, y - 2 - 4 * depth, x + reach, y)
        hollows.quadTo(x + reach / 2, y + 1 + 2 * depth, x, y)
    canvas.drawPath(hollows, ink.fill(ink.shade(sand, 0.2), 120))
    for _ in range(34):
        x, y, size = rng.uniform(0, PLATE_WIDTH), rng.uniform(606, 716), rng.uniform(1.5, 4.5)
        tone = stage.ink(rng.choice(("#c9a58a", "#f6ece0", "#b0a8a0", "#e8b0a0")))
        canvas.drawOval(ink.oval(x, y, size * 1.3, size * 0.8), ink.fill(tone))
    x, y = rng.uniform(420, 1400), 694.0
    arms = [
        (
            x + math.cos(k * math.pi / 5) * (15 if k % 2 else 6),
            y + math.sin(k * math.pi / 5) * (7 if k % 2 else 3),
        )
        for k in range(10)
    ]
    canvas.drawPath(ink.polygon(arms), ink.fill(stage.ink("#e0785a")))


def _boat(stage: Stage, canvas: skia.Canvas, foot: ink.Point, side: int) -> None:
    """A rowing boat on the sand, its bow towards the sea."""
    x, y = foot
    shadow(canvas, (x, y + 4), (215, 20), 120)
    hull, rim = stage.ink("#3f7a9a"), stage.ink("#f0e6d2")
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(side, 1)
    body = ink.path("M -180 -64 Q 0 -30 176 -86 Q 168 -14 96 2 L -120 6 Q -170 -16 -180 -64 Z")
    canvas.drawPath(body, ink.linear((0, -80), (0, 6), [ink.lighten(hull, 0.1), ink.shade(hull, 0.35)]))
    inside = ink.path("M -180 -64 Q 0 -30 176 -86 Q 60 -60 -10 -58 Q -110 -56 -180 -64 Z")
    canvas.drawPath(inside, ink.fill(stage.ink("#8a6244", dim=0.25)))
    canvas.drawPath(ink.path("M -180 -64 Q 0 -30 176 -86"), ink.stroke(rim, 8))
    canvas.drawPath(ink.path("M -172 -40 Q 0 -6 170 -58"), ink.stroke(rim, 3, 200))
    canvas.drawLine(-60, -54, -210, -8, ink.stroke(stage.ink("#b98a5a"), 6))
    if stage.snowy:
        canvas.drawPath(ink.path("M -170 -66 Q 0 -44 150 -80"), ink.stroke(stage.snow(), 9))
    canvas.restore()


def _driftwood(stage: Stage, canvas: skia.Canvas, foot: ink.Point) -> None:
    x, y = foot
    wood = stage.ground("#a08a76")
    shadow(canvas, (x, y + 6), (150, 12), 100)
    log = ink.path(
        f"M {x - 140} {y - 6} Q {x - 60} {y - 34} {x + 30} {y - 22} L {x + 84} {y - 66} L {x + 94} {y - 60} "
        f"L {x + 58} {y - 20} Q {x + 110} {y - 22} {x + 146} {y - 10} Q {x + 60} {y + 12} {x - 60} {y + 8} Z"
    )
    canvas.drawPath(
        log, ink.linear((0, y - 40), (0, y + 10), [ink.lighten(wood, 0.14), ink.shade(wood, 0.3)])
    )
    for shift in (-14, -4):
        grain = ink.path(f"M {x - 110} {y + shift} Q {x - 20} {y + shift - 14} {x + 90} {y + shift - 6}")
        canvas.drawPath(grain, ink.stroke(ink.shade(wood, 0.35), 1.6, 150))


def _dune(stage: Stage) -> skia.Image:
    """Dune grass at both lower corners, close to the camera."""
    sheet = stage.sheet()
    for name, span in (
        ("left", (-30.0, FRAME_LEFT + 170)),
        ("right", (FRAME_RIGHT - 170, PLATE_WIDTH + 30.0)),
    ):
        grass(stage, sheet.canvas, name, base=724, height=150, span=span, local="#a8ac68", density=0.8)
    return sheet.image()

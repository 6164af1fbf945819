"""What is seen through a room's windows: a garden, the town, the street or the sea, under the open sky."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic.sets.kit.finish import bloom
from anigen_assets.studio.animatic.sets.kit.ground import mist, surface
from anigen_assets.studio.animatic.sets.kit.plants import bushes, tree
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills, roofs, towers
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.water import sea
from anigen_assets.studio.animatic.sets.plate import PLATE_WIDTH


def garden(stage: Stage, horizon: float) -> skia.Image:
    """Paints trees and a hedge under the sky; `stage` is the one outside."""
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, horizon, lowest=horizon + 60)
    surface(canvas, horizon + 40, stage.ground("#8aa86a", 0.3), stage.ground("#7a9a5a"))
    hills(stage, canvas, "window", base=horizon + 10, height=80, far=0.8, local="#6a8fa8")
    towers(
        stage, canvas, "window", base=horizon + 20, heights=(20, 80), widths=(26, 60), far=0.8, windows=False
    )
    mist(stage, canvas, horizon - 80, horizon + 60, 90)
    rng = stage.rng("garden")
    x = -40.0
    while x < PLATE_WIDTH + 60:
        tree(stage, canvas, rng, (x, horizon + 70), rng.uniform(120, 200), local="#5c9a54", far=0.32)
        x += rng.uniform(150, 330)
    bushes(
        stage,
        canvas,
        "window",
        base=horizon + 84,
        size=44,
        span=(-20, PLATE_WIDTH + 20),
        local="#4f8a4c",
        far=0.2,
    )
    return bloom(sheet.image(), 60)


def town(stage: Stage, horizon: float) -> skia.Image:
    """Paints roofs and towers as seen from an upper floor; `stage` is the one outside."""
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, horizon, lowest=horizon + 70)
    surface(canvas, horizon + 40, stage.ground("#7c8a80", 0.3), stage.ground("#6c7a70"))
    hills(stage, canvas, "window", base=horizon + 6, height=64, far=0.9, local="#6486a8", rough=0.3)
    towers(stage, canvas, "far", base=horizon + 16, heights=(24, 110), widths=(24, 60), far=0.75)
    mist(stage, canvas, horizon - 60, horizon + 60, 110)
    roofs(stage, canvas, "middle", base=horizon + 46, size=30, far=0.45)
    roofs(stage, canvas, "near", base=horizon + 108, size=52, far=0.2)
    return bloom(sheet.image(), 70)


def street(stage: Stage, ground: float) -> skia.Image:
    """Paints the house fronts across a street; `stage` is the one outside, `ground` its pavement."""
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, ground - 40, lowest=ground)
    towers(stage, canvas, "far", base=ground, heights=(90, 260), widths=(60, 120), far=0.6)
    mist(stage, canvas, ground - 220, ground + 10, 90)
    roofs(stage, canvas, "row", base=ground, size=92, far=0.2)
    surface(canvas, ground, stage.ground("#8c9096", 0.15), stage.ground("#777c84"))
    bushes(stage, canvas, "row", base=ground + 6, size=20, span=(-20, PLATE_WIDTH), local="#4f8a4c", far=0.1)
    return bloom(sheet.image(), 70)


def coast(stage: Stage, horizon: float) -> skia.Image:
    """Paints the sea behind a strip of roofs, as seen from a train; `stage` is the one outside."""
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, horizon, lowest=horizon + 4)
    hills(stage, canvas, "cape", base=horizon + 4, height=70, far=0.85, local="#5f8a8a")
    sea(stage, canvas, horizon, shore=horizon + 90)
    bushes(
        stage,
        canvas,
        "coast",
        base=horizon + 100,
        size=30,
        span=(-20, PLATE_WIDTH + 20),
        local="#5a8a52",
        far=0.1,
    )
    surface(canvas, horizon + 96, stage.ground("#9aa870"), stage.ground("#7a9a5a"))
    return bloom(sheet.image(), 70)

"""A riverbank: the grassy dike, the slow river and a railway bridge, the town on the other side."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import Weather
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.fixtures import bench, street_lamp
from anigen_assets.studio.animatic.sets.kit.ground import drifts, grounded, mirror, mist, puddles
from anigen_assets.studio.animatic.sets.kit.lights import glow, shadow
from anigen_assets.studio.animatic.sets.kit.plants import bushes, grass, tree
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.skyline import hills, roofs, towers
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.kit.water import ripples, sun_road
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_RIGHT, PLATE_WIDTH, Layer, SetPlate

_VIEW = View(horizon=430, floor_y=650)
_BANK = 452.0
"""Design y of the far bank's waterline."""
_NEAR = 566.0
"""Design y of the near bank's edge."""


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    firefly = stage.night and stage.weather in (Weather.CLEAR, Weather.CLOUDY)
    return SetPlate(
        layers=(
            Layer(_river(stage), 0.45),
            Layer(_bank(stage), 1.0),
            Layer(_reeds(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_VIEW.floor_y,
        particles="fireflies" if firefly else weather_particles(stage.weather),
        indoor=False,
    )


def _river(stage: Stage) -> skia.Image:
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, _BANK - 24, lowest=_BANK + 4)
    hills(stage, canvas, "range", base=_BANK - 6, height=120, far=0.95, local="#6486a8", rough=0.5)
    towers(stage, canvas, "far", base=_BANK - 6, heights=(20, 76), widths=(22, 50), far=0.75)
    mist(stage, canvas, _BANK - 110, _BANK + 4, 100)
    roofs(stage, canvas, "town", base=_BANK - 4, size=19, far=0.5)
    bushes(
        stage, canvas, "far", base=_BANK + 4, size=13, span=(-20, PLATE_WIDTH + 20), local="#5a8a52", far=0.4
    )
    _bridge(stage, canvas)
    sky = stage.palette.sky
    water = ink.mix(stage.ink("#3f7f9a"), sky[2], 0.5)
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, _BANK, PLATE_WIDTH, 720),
        ink.linear((0, _BANK), (0, _NEAR + 20), [ink.lighten(water, 0.18), ink.shade(water, 0.18)]),
    )
    mirror(sheet, _BANK, 0.62)
    ripples(stage, canvas, _BANK, _NEAR + 40, count=110)
    sun_road(stage, canvas, _BANK, _NEAR + 30)
    return bloom(sheet.image(), 80)


def _bridge(stage: Stage, canvas: skia.Canvas) -> None:
    """A steel truss bridge; a lit train crosses it at dusk and at night."""
    steel = stage.ink("#6f8a96", 0.35)
    deck, top, pitch = _BANK - 40, _BANK - 104, 92.0
    shift = stage.rng("bridge").uniform(0, pitch)
    truss = skia.Path()
    x = -shift
    while x < PLATE_WIDTH + pitch:
        truss.moveTo(x, deck)
        truss.lineTo(x + pitch / 2, top)
        truss.lineTo(x + pitch, deck)
        truss.moveTo(x + pitch / 2, top)
        truss.lineTo(x + pitch / 2, deck)
        x += pitch
    if stage.palette.lamps:
        _lit_train(stage, canvas, deck)
    canvas.drawPath(truss, ink.stroke(steel, 4))
    canvas.drawRect(ink.rect(-10, top - 3, PLATE_WIDTH + 20, 6), ink.fill(steel))
    canvas.drawRect(ink.rect(-10, deck - 2, PLATE_WIDTH + 20, 12), ink.fill(ink.shade(steel, 0.2)))
    pier = stage.ink("#a09a94", 0.4)
    x = pitch * 1.5 - shift
    while x < PLATE_WIDTH:
        canvas.drawRect(ink.rect(x - 13, deck + 8, 26, _BANK - deck), ink.fill(pier))
        x += pitch * 4


def _lit_train(stage: Stage, canvas: skia.Canvas, deck: float) -> None:
    rng = stage.rng("train")
    x = rng.uniform(380, 760)
    for _ in range(4):
        car = ink.rect(x, deck - 30, 156, 28)
        canvas.drawRoundRect(car, 5, 5, ink.fill(stage.ink("#4a5a78", 0.2)))
        for pane in range(6):
            window = ink.rect(x + 9 + pane * 24, deck - 25, 17, 11)
            canvas.drawRect(window, ink.fill(ink.lighten(stage.glow, 0.3)))
        glow(canvas, (x + 78, deck - 18), 96, stage.glow, 60, add=True)
        x += 160


def _bank(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    build = Builder(stage, canvas, _VIEW)
    green = stage.ground("#7fa653")
    slope = ink.path(
        f"M -10 {_NEAR + 8} Q {PLATE_WIDTH * 0.3} {_NEAR - 16} {PLATE_WIDTH * 0.55} {_NEAR + 6} "
        f"Q {PLATE_WIDTH * 0.8} {_NEAR + 22} {PLATE_WIDTH + 10} {_NEAR - 4} L {PLATE_WIDTH + 10} 730 L -10 730 Z"
    )
    canvas.drawPath(
        slope, ink.linear((0, _NEAR), (0, 720), [stage.hazed(green, 0.1), ink.shade(green, 0.34)])
    )
    grass(
        stage,
        canvas,
        "edge",
        base=_NEAR + 16,
        height=40,
        span=(-20, PLATE_WIDTH + 20),
        local="#86ac5a",
        density=1.2,
    )
    if stage.snowy:
        drifts(stage, canvas, _NEAR + 20)
    _towpath(stage, canvas)
    if stage.wet:
        puddles(stage, canvas, 600, count=6)
    side = 1 if stage.rng("layout").random() < 0.5 else -1
    rng = stage.rng("tree")
    foot = PLATE_WIDTH / 2 + side * 690, 612.0
    shadow(canvas, foot, (190, 20), 110)
    tree(stage, canvas, rng, foot, 560, local=rng.choice(("#5f9a4c", "#f3b0c8", "#6aa052")))
    street_lamp(build, -side * 3.1, 6.2, high=2.9, arm=side * 0.7)
    bench(build, -side * 2.9, 5.5)
    _flowers(stage, canvas)
    grounded(stage, canvas, _NEAR)
    return sheet.image()


def _towpath(stage: Stage, canvas: skia.Canvas) -> None:
    """A pale path along the dike's crown."""
    earth = stage.ground("#c9b48c")
    path = ink.path(
        f"M -10 626 Q {PLATE_WIDTH * 0.4} 606 {PLATE_WIDTH + 10} 622 L {PLATE_WIDTH + 10} 684 "
        f"Q {PLATE_WIDTH * 0.45} 668 -10 690 Z"
    )
    canvas.drawPath(path, ink.linear((0, 606), (0, 690), [ink.lighten(earth, 0.08), ink.shade(earth, 0.14)]))
    for name, base, height in (("upper", 620.0, 20.0), ("lower", 694.0, 36.0)):
        grass(
            stage,
            canvas,
            name,
            base=base,
            height=height,
            span=(-20, PLATE_WIDTH + 20),
            local="#7fa653",
            density=0.8,
        )


def _flowers(stage: Stage, canvas: skia.Canvas) -> None:
    if stage.snowy:
        return
    rng = stage.rng("flowers")
    hue = rng.choice(("#f6d24a", "#f2a0b8", "#ffffff", "#b8a0e8"))
    points = [skia.Point(rng.uniform(0, PLATE_WIDTH), rng.uniform(576, 606)) for _ in range(60)]
    points += [skia.Point(rng.uniform(0, PLATE_WIDTH), rng.uniform(690, 716)) for _ in range(44)]
    mode = skia.Canvas.PointMode.kPoints_PointMode
    canvas.drawPoints(mode, points, ink.stroke(stage.ink(hue), 6))
    canvas.drawPoints(mode, points, ink.stroke(stage.ink("#e8a83f"), 2.4))


def _reeds(stage: Stage) -> skia.Image:
    """Plumed grass at one lower corner, close to the camera."""
    sheet = stage.sheet()
    canvas = sheet.canvas
    rng = stage.rng("reeds")
    left = rng.random() < 0.5
    span = (-30.0, FRAME_LEFT + 120) if left else (FRAME_RIGHT - 120, PLATE_WIDTH + 30.0)
    stalk, plume = stage.leaves("#8a9a58", dim=0.12), stage.ink("#efe2c6", dim=0.08)
    lean = 40 if left else -40
    for _ in range(19):
        x, high = rng.uniform(*span), rng.uniform(190, 330)
        tip = x + lean * rng.uniform(0.4, 1.5), 724 - high
        stem = skia.Path()
        stem.moveTo(x, 726)
        stem.quadTo(x, 724 - high * 0.6, *tip)
        canvas.drawPath(stem, ink.stroke(stalk, 3))
        head = skia.Path()
        head.moveTo(tip[0], tip[1] + 30)
        head.quadTo(tip[0] - lean * 0.2, tip[1] - 30, tip[0] + lean * 0.9, tip[1] - 62)
        head.quadTo(tip[0] + lean * 0.7, tip[1] - 20, tip[0], tip[1] + 30)
        canvas.drawPath(head, ink.fill(plume, 225))
    grass(stage, canvas, "near", base=726, height=120, span=span, local="#7f9f50", density=0.8)
    return sheet.image()

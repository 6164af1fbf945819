"""A forest path: trunks that fade into the light, ferns and stones, shafts of sun through the leaves."""

from __future__ import annotations

import random

import skia

from anigen_assets.story.vocabulary import Weather
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.finish import bloom, weather_particles
from anigen_assets.studio.animatic.sets.kit.ground import drifts, grounded, mist, puddles, surface
from anigen_assets.studio.animatic.sets.kit.lights import glow, shadow
from anigen_assets.studio.animatic.sets.kit.plants import bushes, foliage, grass
from anigen_assets.studio.animatic.sets.kit.sky import paint_sky
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.plate import PLATE_WIDTH, Layer, SetPlate

_HORIZON = 470.0
_FLOOR = 654.0
_LEAVES = ("#5a9a4c", "#4c8a54", "#7aa048", "#6a9a5a")


def paint(stage: Stage) -> SetPlate:
    """Paints the plate."""
    calm = stage.weather in (Weather.CLEAR, Weather.CLOUDY)
    drifting = "fireflies" if stage.night else "leaves"
    return SetPlate(
        layers=(
            Layer(_depths(stage), 0.45),
            Layer(_clearing(stage), 1.0),
            Layer(_ferns(stage), 1.25, foreground=True),
        ),
        palette=stage.palette,
        floor_y=_FLOOR,
        particles=drifting if calm else weather_particles(stage.weather),
        indoor=False,
    )


def _green(stage: Stage) -> str:
    return stage.rng("green").choice(_LEAVES)


def _depths(stage: Stage) -> skia.Image:
    """The wood behind the clearing: rows of trunks, paler and thinner with distance."""
    sheet = stage.sheet(opaque=True)
    canvas = sheet.canvas
    paint_sky(stage, sheet, 520)
    green = _green(stage)
    air = ink.mix(stage.leaves(green, 0.6), stage.palette.sky[3], 0.45)
    veil = [ink.colour(air, 150), ink.colour(air, 225), ink.colour(air, 255)]
    canvas.drawRect(skia.Rect.MakeWH(PLATE_WIDTH, 720), ink.linear((0, 0), (0, _HORIZON), veil))
    rng = stage.rng("depths")
    for far, width, gap in ((0.85, 14, 70), (0.6, 24, 112), (0.36, 40, 190)):
        x = rng.uniform(-30, 10)
        foot = _HORIZON + 42 * (1 - far)
        while x < PLATE_WIDTH + 30:
            _stem(stage, canvas, rng, (x, foot), width * rng.uniform(0.7, 1.2), far)
            x += gap * rng.uniform(0.6, 1.5)
        masses = [
            (rng.uniform(0, PLATE_WIDTH), rng.uniform(-30, 150 * far + 10), rng.uniform(60, 120))
            for _ in range(16)
        ]
        foliage(stage, canvas, rng, masses, local=green, far=far, dabbed=False)
        bushes(
            stage,
            canvas,
            f"row{far}",
            base=foot + 16,
            size=20 + 34 * (1 - far),
            span=(-30, PLATE_WIDTH + 30),
            local=green,
            far=far * 0.9,
        )
        mist(stage, canvas, foot - 190, foot + 20, int(60 + 60 * far))
    surface(canvas, _HORIZON + 30, stage.ground("#6a8a4a", 0.3), stage.ground("#567a40"))
    return bloom(sheet.image(), 90)


def _stem(
    stage: Stage, canvas: skia.Canvas, rng: random.Random, foot: ink.Point, width: float, far: float
) -> None:
    """A trunk that leaves the frame at the top."""
    x, y = foot
    lean = rng.uniform(-26, 26)
    bark = stage.ink(rng.choice(("#6f5a4a", "#7d6a58", "#5f5248")), far)
    shape = ink.path(
        f"M {x - width * 0.9} {y + 6} Q {x - width * 0.5} {y - 60} {x - width * 0.42 + lean} -10 "
        f"L {x + width * 0.42 + lean} -10 Q {x + width * 0.5} {y - 60} {x + width * 0.95} {y + 6} Z"
    )
    tones = [ink.lighten(bark, 0.16), bark, ink.shade(bark, 0.36)]
    if stage.sun_side > 0:
        tones.reverse()
    canvas.drawPath(shape, ink.linear((x - width * 0.6, 0), (x + width * 0.6, 0), tones))
    if far < 0.3:
        grain = skia.Path()
        for _ in range(int(width / 4)):
            at, top = x + rng.uniform(-0.4, 0.4) * width, rng.uniform(20, y - 120)
            grain.moveTo(at, top)
            grain.lineTo(at + rng.uniform(-5, 5), top + rng.uniform(40, 120))
        canvas.drawPath(grain, ink.stroke(ink.shade(bark, 0.4), 2, 130))
    if stage.snowy:
        edge = x - stage.sun_side * width * 0.42
        canvas.drawLine(edge, y - 10, edge + lean, 0, ink.stroke(stage.snow(far), max(2, width * 0.1), 190))


def _clearing(stage: Stage) -> skia.Image:
    sheet = stage.sheet()
    canvas = sheet.canvas
    rng = stage.rng("clearing")
    green = _green(stage)
    ground = stage.ground("#6f8f4c")
    edge = _HORIZON + 48
    surface(canvas, edge, stage.hazed(ground, 0.2), ink.shade(ground, 0.32))
    _path(stage, canvas, edge)
    if stage.snowy:
        drifts(stage, canvas, edge)
    if stage.wet:
        puddles(stage, canvas, edge + 40, count=5)
    grass(
        stage, canvas, "far", base=edge + 10, height=34, span=(-20, PLATE_WIDTH + 20), local=green, far=0.15
    )
    for x, foot, width in ((150, 560, 66), (430, 536, 46), (1440, 540, 52), (1690, 572, 78)):
        shift = rng.uniform(-50, 50)
        shadow(canvas, (x + shift, foot + 4), (width * 2.0, width * 0.24), 110)
        _stem(stage, canvas, rng, (x + shift, foot), width, 0.08)
        _roots(stage, canvas, rng, (x + shift, foot), width)
    crowns = [
        (rng.uniform(-20, PLATE_WIDTH + 20), rng.uniform(-40, 44), rng.uniform(70, 120)) for _ in range(15)
    ]
    foliage(stage, canvas, rng, crowns, local=green, far=0.05)
    _stones(stage, canvas, rng)
    for name, span in (("left", (-20.0, 560.0)), ("right", (1270.0, PLATE_WIDTH + 20))):
        grass(stage, canvas, name, base=640, height=56, span=span, local=green)
    if stage.sunny:
        _shafts(stage, canvas)
    grounded(stage, canvas, edge)
    return sheet.image()


def _path(stage: Stage, canvas: skia.Canvas, edge: float) -> None:
    """A trodden path that winds towards the light."""
    turn = 120 if stage.rng("path").random() < 0.5 else -120
    x = PLATE_WIDTH / 2
    earth = stage.ground("#a58a68")
    path = ink.path(
        f"M {x + turn - 26} {edge} C {x + turn * 1.6 - 60} 560 {x - turn - 250} 610 {x - 420} 730 "
        f"L {x + 420} 730 C {x - turn + 250} 610 {x + turn * 1.6 + 70} 560 {x + turn + 26} {edge} Z"
    )
    canvas.drawPath(path, ink.linear((0, edge), (0, 720), [ink.lighten(earth, 0.1), ink.shade(earth, 0.2)]))
    rng = stage.rng("pebbles")
    for _ in range(60):
        depth = rng.random()
        y = edge + (716 - edge) * depth
        reach = 30 + 380 * depth
        spot = ink.oval(
            x + turn * (1 - depth) + rng.uniform(-reach, reach) * 0.8, y, 2 + 7 * depth, 1 + 2.4 * depth
        )
        canvas.drawOval(spot, ink.fill(ink.shade(earth, rng.uniform(0.1, 0.3)), 170))


def _roots(stage: Stage, canvas: skia.Canvas, rng: random.Random, foot: ink.Point, width: float) -> None:
    x, y = foot
    bark, moss = stage.ink("#5f5248"), stage.leaves("#7a9a4a")
    for side in (-1, 1):
        reach = width * rng.uniform(1.1, 1.6)
        tip = x + side * reach
        root = ink.path(
            f"M {x + side * width * 0.3} {y - width * 0.5} Q {x + side * reach * 0.6} {y - 2} {tip} {y + 9} "
            f"L {x} {y + 8} Z"
        )
        canvas.drawPath(root, ink.fill(bark))
    mound = ink.path(f"M {x - width} {y + 9} Q {x - width * 0.3} {y - 14} {x + width} {y + 9} Z")
    canvas.drawPath(mound, ink.fill(stage.snow() if stage.snowy else moss))


def _stones(stage: Stage, canvas: skia.Canvas, rng: random.Random) -> None:
    """Mossy stones on both sides, and by the seed a small stone guardian."""
    for x in (rng.uniform(270, 360), rng.uniform(1500, 1590), rng.uniform(560, 600)):
        size = rng.uniform(34, 62)
        y = 628.0
        stone = stage.ink("#8f938e")
        shape = ink.curve(
            [
                (x - size, y),
                (x - size * 0.8, y - size * 0.5),
                (x - size * 0.1, y - size * 0.8),
                (x + size * 0.75, y - size * 0.45),
                (x + size, y),
            ]
        )
        shadow(canvas, (x, y + 2), (size * 1.3, size * 0.18), 110)
        canvas.drawPath(
            shape, ink.linear((0, y - size), (0, y), [ink.lighten(stone, 0.1), ink.shade(stone, 0.35)])
        )
        left, right, rim = x - size * 0.82, x + size * 0.7, y - size * 0.43
        cap = ink.path(
            f"M {left} {rim} Q {x - size * 0.2} {y - size} {right} {rim} Q {x} {rim - size * 0.06} {left} {rim} Z"
        )
        canvas.drawPath(cap, ink.fill(stage.snow() if stage.snowy else stage.leaves("#7f9f52")))
    if rng.random() < 0.5:
        _guardian(stage, canvas, (rng.uniform(1290, 1340), 620))


def _guardian(stage: Stage, canvas: skia.Canvas, foot: ink.Point) -> None:
    x, y = foot
    stone, bib = stage.ink("#a9aaa4"), stage.ink("#c8483f")
    canvas.drawRect(ink.rect(x - 34, y - 12, 68, 16), ink.fill(ink.shade(stone, 0.2)))
    body = ink.path(
        f"M {x - 26} {y - 12} Q {x - 30} {y - 62} {x} {y - 68} Q {x + 30} {y - 62} {x + 26} {y - 12} Z"
    )
    canvas.drawPath(
        body, ink.linear((x - 28, 0), (x + 28, 0), [ink.lighten(stone, 0.1), ink.shade(stone, 0.3)])
    )
    canvas.drawCircle(x, y - 80, 19, ink.fill(stone))
    canvas.drawPath(
        ink.path(
            f"M {x - 17} {y - 66} L {x + 17} {y - 66} L {x + 13} {y - 42} Q {x} {y - 34} {x - 13} {y - 42} Z"
        ),
        ink.fill(bib),
    )
    for eye in (-7, 7):
        canvas.drawPath(
            ink.path(f"M {x + eye - 4} {y - 82} Q {x + eye} {y - 79} {x + eye + 4} {y - 82}"),
            ink.stroke(ink.shade(stone, 0.55), 1.6),
        )


def _shafts(stage: Stage, canvas: skia.Canvas) -> None:
    """Sun through the crowns, and its spots on the ground."""
    rng = stage.rng("shafts")
    side = stage.sun_side
    for _ in range(6):
        x, width = rng.uniform(300, 1560), rng.uniform(30, 96)
        lean = -side * rng.uniform(190, 280)
        beam = ink.polygon([(x, -20), (x + width, -20), (x + width * 1.7 + lean, 660), (x + lean, 660)])
        light = [ink.colour(stage.key, 0), ink.colour(stage.key, 62), ink.colour(stage.key, 0)]
        canvas.drawPath(beam, ink.linear((0, -20), (0, 660), light, [0.0, 0.4, 1.0]))
        spot = ink.oval(x + lean + width * 0.8, rng.uniform(560, 690), width * 1.2, width * 0.16)
        canvas.drawOval(spot, ink.fill(stage.key, 60, blur=3))
    glow(canvas, (PLATE_WIDTH * (0.7 if side > 0 else 0.3), 40), 520, stage.key, 90)


def _ferns(stage: Stage) -> skia.Image:
    """Ferns at the lower corners, close to the camera."""
    sheet = stage.sheet()
    rng = stage.rng("ferns")
    tone = stage.leaves("#3f6f42", dim=0.2)
    for edge, side in ((0.0, 1), (float(PLATE_WIDTH), -1)):
        for _ in range(12):
            foot = edge + side * rng.uniform(-20, 350), 740.0
            tip = foot[0] + side * rng.uniform(-60, 150), 720 - rng.uniform(60, 210)
            frond(sheet.canvas, foot, tip, ink.mix(tone, stage.key, rng.uniform(0.0, 0.16)))
    return sheet.image()


def frond(canvas: skia.Canvas, foot: ink.Point, tip: ink.Point, colour: int) -> None:
    """Paints a fern's leaf from its foot to its tip."""
    leaf = skia.Path()
    steps = 15
    dx, dy = tip[0] - foot[0], tip[1] - foot[1]
    for step in range(1, steps):
        share = step / steps
        x, y = foot[0] + dx * share, foot[1] + dy * share + 46 * share**2 - 20 * share
        reach = 44 * (1 - share) ** 0.8 + 4
        for side in (-1, 1):
            leaf.moveTo(x, y)
            leaf.quadTo(x + side * reach * 0.6, y - reach * 0.5, x + side * reach, y + reach * 0.16)
            leaf.quadTo(x + side * reach * 0.5, y + reach * 0.08, x, y + 6)
    canvas.drawPath(leaf, ink.fill(colour))

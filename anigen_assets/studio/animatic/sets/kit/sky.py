"""The sky of every set: gradient, sun or moon, stars and the clouds the weather brings."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import TimeOfDay, Weather
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.palette import Sun
from anigen_assets.studio.animatic.sets.kit.clouds import CloudLight, cirrus, cumulus, deck
from anigen_assets.studio.animatic.sets.kit.stage import Sheet, Stage
from anigen_assets.studio.animatic.sets.plate import FRAME_LEFT, FRAME_WIDTH, PLATE_WIDTH

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)
_COVER_ROWS = (
    (5, (260.0, 520.0), 0.13, 0.95),
    (3, (420.0, 760.0), 0.17, 0.72),
    (2, (760.0, 1050.0), 0.20, 0.42),
)
"""Rows of a broken cover, the farthest first: how many, how wide, height by width, foot by horizon."""
_STAR_COLOURS = ("#ffffff", "#cfdcff", "#ffe9cf")


def paint_sky(stage: Stage, sheet: Sheet, horizon: float, *, lowest: float = 720.0) -> None:
    """Paints the sky from the top of the sheet down to `lowest`.

    Args:
        stage: The light.
        sheet: An opaque sheet; everything on it is covered.
        horizon: Design y where the sky's last colour is reached.
        lowest: Design y below which nothing is wanted.
    """
    small = Sheet(max(2, stage.height_px // 2), opaque=True)
    canvas = small.canvas
    sky = stage.palette.sky
    canvas.drawPaint(ink.linear((0, 0), (0, horizon), sky, [0.0, 0.42, 0.8, 1.0]))
    if stage.palette.sun is not None:
        _halo(stage, canvas, stage.palette.sun, horizon)
    _weather_clouds(stage, canvas, horizon)
    _horizon_haze(stage, canvas, horizon)
    canvas.flush()
    sheet.canvas.save()
    sheet.canvas.clipRect(skia.Rect.MakeWH(PLATE_WIDTH, lowest))
    sheet.canvas.drawImageRect(small.image(), skia.Rect.MakeWH(PLATE_WIDTH, 720), _SMOOTH)
    if stage.night and stage.weather in (Weather.CLEAR, Weather.CLOUDY):
        _stars(stage, sheet.canvas, horizon)
    sheet.canvas.restore()


def sun_at(sun: Sun) -> tuple[float, float]:
    """Design x and y of the sun on the plate: right for a frame cut from the middle."""
    return FRAME_LEFT + sun.x * FRAME_WIDTH, sun.y * 720


def _halo(stage: Stage, canvas: skia.Canvas, sun: Sun, horizon: float) -> None:
    x, y = sun_at(sun)
    y = min(y, horizon - sun.radius * 0.4)
    radius = sun.radius
    reach = radius * (10 if not stage.night else 6)
    for spread, alpha in ((reach, 120), (radius * 2.6, 190)):
        halo = [ink.colour(stage.key, alpha), ink.colour(stage.key, alpha // 3), ink.colour(stage.key, 0)]
        canvas.drawCircle(x, y, spread, ink.radial((x, y), spread, halo, [0.0, 0.35, 1.0]))
    canvas.drawCircle(x, y, radius, ink.fill(sun.colour))
    if stage.night:
        for dx, dy, size in ((-0.3, -0.1, 0.2), (0.28, 0.34, 0.27), (0.22, -0.42, 0.13)):
            crater = ink.fill("#e6ddbd", 150)
            canvas.drawCircle(x + dx * radius, y + dy * radius, size * radius, crater)


def _weather_clouds(stage: Stage, canvas: skia.Canvas, horizon: float) -> None:
    palette = stage.palette
    light = CloudLight(
        light=ink.colour(palette.cloud_light),
        shade=ink.colour(palette.cloud_shade),
        rim=ink.mix(palette.cloud_light, palette.key, 0.6),
        side=stage.sun_side,
    )
    if stage.weather is Weather.CLEAR:
        _fair_weather(stage, canvas, light, horizon)
    elif stage.weather is Weather.CLOUDY:
        _broken_cover(stage, canvas, light, horizon)
    elif stage.weather in (Weather.RAIN, Weather.SNOW):
        _closed_cover(stage, canvas, light, horizon)


def _closed_cover(stage: Stage, canvas: skia.Canvas, light: CloudLight, horizon: float) -> None:
    """A deck, painted tiny: enlarging it is its softness."""
    tiny = Sheet(max(2, stage.height_px // 14), opaque=False)
    torn = 1.0 if stage.wet else 0.3
    deck(tiny.canvas, stage.rng("deck", sky=True), light, width=PLATE_WIDTH, foot=horizon, torn=torn)
    canvas.drawImageRect(tiny.image(), skia.Rect.MakeWH(PLATE_WIDTH, 720), _SMOOTH)


def _fair_weather(stage: Stage, canvas: skia.Canvas, light: CloudLight, horizon: float) -> None:
    """One great heap on the horizon, small ones around it and a few veils above."""
    rng = stage.rng("clouds", sky=True)
    alpha = 255 if not stage.night else 120
    _veils(stage, canvas, light, horizon)
    far = CloudLight(
        ink.mix(light.light, stage.palette.fog, 0.35),
        ink.mix(light.shade, stage.palette.fog, 0.5),
        light.rim,
        light.side,
    )
    for index in range(5):
        width = rng.uniform(170, 330)
        cumulus(
            canvas,
            rng,
            far,
            x=(index + rng.uniform(0.2, 0.8)) * PLATE_WIDTH / 5,
            base=horizon - rng.uniform(4, 26),
            width=width,
            tall=width * rng.uniform(0.22, 0.34),
            alpha=int(alpha * 0.9),
        )
    great = rng.uniform(0.22, 0.42) if light.side > 0 else rng.uniform(0.58, 0.78)
    if stage.time is not TimeOfDay.MORNING:
        width = rng.uniform(520, 680)
        cumulus(
            canvas,
            rng,
            light,
            x=great * PLATE_WIDTH,
            base=horizon - rng.uniform(0, 20),
            width=width,
            tall=min(horizon * 0.62, width * rng.uniform(0.42, 0.52)),
            alpha=alpha,
        )
    for _ in range(3):
        width = rng.uniform(130, 260)
        cumulus(
            canvas,
            rng,
            light,
            x=rng.uniform(0.05, 0.95) * PLATE_WIDTH,
            base=horizon * rng.uniform(0.42, 0.74),
            width=width,
            tall=width * rng.uniform(0.24, 0.34),
            alpha=int(alpha * 0.94),
        )


def _veils(stage: Stage, canvas: skia.Canvas, light: CloudLight, horizon: float) -> None:
    """Cirrus, painted small so that it is soft."""
    rng = stage.rng("veils", sky=True)
    tiny = Sheet(max(2, stage.height_px // 7), opaque=False)
    for _ in range(3):
        place = rng.uniform(0, PLATE_WIDTH), rng.uniform(0.08, 0.42) * horizon
        cirrus(tiny.canvas, rng, light.light, place, alpha=58 if not stage.night else 20)
    canvas.drawImageRect(tiny.image(), skia.Rect.MakeWH(PLATE_WIDTH, 720), _SMOOTH)


def _broken_cover(stage: Stage, canvas: skia.Canvas, light: CloudLight, horizon: float) -> None:
    """Rows of wide heaps, the nearest overhead, before a soft deck."""
    _closed_cover(stage, canvas, light, horizon)
    rng = stage.rng("clouds", sky=True)
    alpha = 250 if not stage.night else 170
    for count, widths, swell, level in _COVER_ROWS:
        for index in range(count):
            width = rng.uniform(*widths)
            cumulus(
                canvas,
                rng,
                light,
                x=(index + rng.uniform(0.1, 0.9)) * PLATE_WIDTH / count,
                base=horizon * level + rng.uniform(-16, 16),
                width=width,
                tall=width * swell * rng.uniform(0.8, 1.2),
                alpha=alpha,
            )


def _horizon_haze(stage: Stage, canvas: skia.Canvas, horizon: float) -> None:
    haze = stage.palette.haze
    top = horizon * (0.72 - 0.5 * haze)
    fog = stage.palette.fog
    stops = [ink.colour(fog, 0), ink.colour(fog, int(60 + 150 * haze))]
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, PLATE_WIDTH, 720), ink.linear((0, top), (0, horizon), stops))


def _stars(stage: Stage, canvas: skia.Canvas, horizon: float) -> None:
    rng = stage.rng("stars")
    share = 1.0 if stage.weather is Weather.CLEAR else 0.3
    for size, count, alpha in ((1.5, 260, 130), (2.2, 110, 185), (3.2, 26, 235)):
        points = [
            skia.Point(rng.uniform(0, PLATE_WIDTH), rng.random() ** 1.3 * horizon * 0.86)
            for _ in range(int(count * share))
        ]
        canvas.drawPoints(
            skia.Canvas.PointMode.kPoints_PointMode,
            points,
            ink.stroke(rng.choice(_STAR_COLOURS), size, alpha),
        )
    for _ in range(int(9 * share)):
        x, y, reach = rng.uniform(0, PLATE_WIDTH), rng.uniform(0, horizon * 0.6), rng.uniform(5, 10)
        spark = ink.path(
            f"M {x - reach} {y} Q {x} {y} {x} {y - reach} Q {x} {y} {x + reach} {y} "
            f"Q {x} {y} {x} {y + reach} Q {x} {y} {x - reach} {y} Z"
        )
        canvas.drawPath(spark, ink.fill("#eef3ff", 230))

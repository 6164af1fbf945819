"""What is done with what is painted: bloom, the weather's particles and the fog between the layers."""

from __future__ import annotations

from dataclasses import replace

import skia

from anigen_assets.story.vocabulary import Weather
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.stage import Sheet, Stage
from anigen_assets.studio.animatic.sets.plate import (
    FRAME_HEIGHT,
    PLATE_WIDTH,
    Layer,
    SetPlate,
)

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


def bloom(image: skia.Image, alpha: int) -> skia.Image:
    """Lets the bright parts of an opaque layer shine over their edges.

    The shine is laid over with its brightness as its alpha: enlarging with any other blend mode costs skia
    seven times as much.

    Args:
        image: An opaque layer.
        alpha: Strength, 0 to 255.
    """
    quarter = _shrunk(image, 4, None)
    small = _shrunk(quarter, 4, skia.Paint(ColorFilter=_bright_parts()))
    surface = skia.Surface.MakeRaster(image.imageInfo())
    canvas = surface.getCanvas()
    canvas.drawImage(image, 0, 0)
    bounds = skia.Rect.MakeWH(image.width(), image.height())
    canvas.drawImageRect(small, bounds, _SMOOTH, skia.Paint(Alpha=alpha))
    return surface.makeImageSnapshot()


def fogged(stage: Stage, plate: SetPlate) -> SetPlate:
    """Lays drifting fog between an outdoor plate and its figures, and a thinner bank before them."""
    behind = [layer for layer in plate.layers if not layer.foreground]
    before = [layer for layer in plate.layers if layer.foreground]
    veil = Layer(_fog(stage, "veil", [(0, 30), (440, 76 if stage.night else 120), (720, 30)]), 1.0)
    bank = Layer(_fog(stage, "bank", [(0, 0), (560, 0), (720, 120)]), 1.25, foreground=True)
    return replace(plate, layers=(*behind, veil, *before, bank))


def _fog(stage: Stage, name: str, profile: list[tuple[float, int]]) -> skia.Image:
    """A sheet of fog; `profile` gives its alpha at design heights. Painted tiny: enlarging softens it."""
    tiny = Sheet(max(2, stage.height_px // 20), opaque=False)
    rng = stage.rng(f"fog:{name}")
    fog = ink.lighten(stage.palette.fog, 0.06)
    heights, alphas = [height for height, _ in profile], [alpha for _, alpha in profile]
    stops = [ink.colour(fog, alpha) for alpha in alphas]
    places = [height / FRAME_HEIGHT for height in heights]
    tiny.canvas.drawPaint(ink.linear((0, 0), (0, FRAME_HEIGHT), stops, places))
    thickest = heights[alphas.index(max(alphas))]
    for _ in range(11):
        x, y = rng.uniform(0, PLATE_WIDTH), thickest + rng.gauss(0, 60)
        wisp = ink.oval(x, y, rng.uniform(180, 420), rng.uniform(24, 60))
        tiny.canvas.drawOval(wisp, ink.fill(fog, rng.randrange(20, 60)))
    sheet = stage.sheet()
    smooth = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    sheet.canvas.drawImageRect(tiny.image(), skia.Rect.MakeWH(PLATE_WIDTH, FRAME_HEIGHT), smooth)
    return sheet.image()


def _shrunk(image: skia.Image, divisor: int, paint: skia.Paint | None) -> skia.Image:
    surface = skia.Surface.MakeRasterN32Premul(
        max(2, image.width() // divisor), max(2, image.height() // divisor)
    )
    bounds = skia.Rect.MakeWH(surface.width(), surface.height())
    surface.getCanvas().drawImageRect(image, bounds, _SMOOTH, paint)
    return surface.makeImageSnapshot()


def _bright_parts() -> skia.ColorFilter:
    """Gives a colour its brightness above a middle grey as alpha."""
    alpha = [0.5, 0.9, 0.4, 0, -0.95]
    return skia.ColorFilters.Matrix([1, 0, 0, 0, 0.06, 0, 1, 0, 0, 0.06, 0, 0, 1, 0, 0.06, *alpha])


def weather_particles(weather: Weather) -> str | None:
    """What falls from the sky in a weather."""
    return {Weather.RAIN: "rain", Weather.SNOW: "snow"}.get(weather)

"""What is done with a finished plate: bloom, the weather's particles and the blurred plate for close-ups."""

from __future__ import annotations

import skia

from anigen_assets.story.vocabulary import Weather
from anigen_assets.studio.animatic.sets.plate import SetPlate, frame_width_px

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)
_SHRINK = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNearest)


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


def blurred(plate: SetPlate, height_px: int, pan: float = 0.5) -> skia.Image:
    """Returns an opaque frame of the plate out of focus, for behind a close-up.

    Args:
        plate: A plate painted at any height.
        height_px: Height of the frame; its width is 16:9, rounded up to even.
        pan: 0 is the far left of the plate, 1 its far right.
    """
    width_px = frame_width_px(height_px)
    small = skia.Surface.MakeRasterN32Premul(max(2, width_px // 12), max(2, height_px // 12))
    canvas = small.getCanvas()
    for layer in plate.layers:
        if layer.foreground:
            continue
        source_height = layer.image.height()
        source_width = frame_width_px(source_height)
        window = skia.Rect.MakeXYWH(layer.left_px(pan, source_width), 0, source_width, source_height)
        target = skia.Rect.MakeWH(small.width(), small.height())
        canvas.drawImageRect(layer.image, window, target, _SHRINK)
    surface = skia.Surface.MakeRaster(
        skia.ImageInfo.Make(
            width_px, height_px, skia.ColorType.kBGRA_8888_ColorType, skia.AlphaType.kOpaque_AlphaType
        )
    )
    cubic = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    surface.getCanvas().drawImageRect(small.makeImageSnapshot(), skia.Rect.MakeWH(width_px, height_px), cubic)
    return surface.makeImageSnapshot()


def weather_particles(weather: Weather) -> str | None:
    """What falls from the sky in a weather."""
    return {Weather.RAIN: "rain", Weather.SNOW: "snow"}.get(weather)

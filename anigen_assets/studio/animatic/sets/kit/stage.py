"""The light a set is painted in: local colours become what they are in this hour, weather and place.

Belongs here: the random streams of a layout, the blank sheets and every rule that turns a local colour into
a painted one. Shapes belong to the painters.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cached_property

import skia

from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.vocabulary import TimeOfDay, Weather
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.ink import Ink
from anigen_assets.studio.animatic.palette import Palette, indoors, palette_for
from anigen_assets.studio.animatic.sets.plate import FRAME_HEIGHT, PLATE_WIDTH, plate_width_px

_GLOOM = {TimeOfDay.MORNING: 0.02, TimeOfDay.DAY: 0.0, TimeOfDay.DUSK: 0.18, TimeOfDay.NIGHT: 0.48}
_ROOM_GLOOM = {TimeOfDay.MORNING: 0.03, TimeOfDay.DAY: 0.02, TimeOfDay.DUSK: 0.12, TimeOfDay.NIGHT: 0.10}
_WEATHER_GLOOM = {Weather.CLOUDY: 0.03, Weather.RAIN: 0.06, Weather.SNOW: 0.03}
_SNOW = "#f3f7ff"
_WET = "#26303f"
_TINT_SHARE = 0.55


class Sheet:
    """A blank layer: `canvas` takes design units, `image()` gives the finished pixels."""

    def __init__(self, height_px: int, *, opaque: bool) -> None:
        alpha = skia.AlphaType.kOpaque_AlphaType if opaque else skia.AlphaType.kPremul_AlphaType
        size = plate_width_px(height_px), height_px
        self.surface = skia.Surface.MakeRaster(
            skia.ImageInfo.Make(*size, skia.ColorType.kBGRA_8888_ColorType, alpha)
        )
        self.canvas: skia.Canvas = self.surface.getCanvas()
        self.canvas.scale(size[0] / PLATE_WIDTH, height_px / FRAME_HEIGHT)

    def image(self) -> skia.Image:
        """The pixels painted so far."""
        return self.surface.makeImageSnapshot()


@dataclass(frozen=True)
class Stage:
    """A place at a time of day in a weather.

    Attributes:
        look: The place.
        time: Time of day.
        weather: Weather outside.
        height_px: Height of the plate in pixels.
        indoor: Whether colours are those of a room.
    """

    look: PlaceLook
    time: TimeOfDay
    weather: Weather
    height_px: int
    indoor: bool = False

    @cached_property
    def palette(self) -> Palette:
        """The palette of what is being painted."""
        outdoor = palette_for(self.time, self.weather)
        return indoors(outdoor) if self.indoor else outdoor

    @property
    def outside(self) -> Stage:
        """The same place under the open sky: what a room's windows show."""
        return Stage(self.look, self.time, self.weather, self.height_px)

    @property
    def night(self) -> bool:
        """Whether it is night."""
        return self.time is TimeOfDay.NIGHT

    @property
    def wet(self) -> bool:
        """Whether it rains."""
        return self.weather is Weather.RAIN

    @property
    def snowy(self) -> bool:
        """Whether snow lies."""
        return self.weather is Weather.SNOW

    @property
    def powdered(self) -> bool:
        """Whether snow lies on what is being painted."""
        return self.snowy and not self.indoor

    @property
    def foggy(self) -> bool:
        """Whether fog hides the distance."""
        return self.weather is Weather.FOG

    @property
    def sunny(self) -> bool:
        """Whether the sun (not the moon) casts light."""
        return self.palette.sun is not None and not self.night

    def rng(self, name: str, *, sky: bool = False) -> random.Random:
        """A stream of random numbers for one part of the layout.

        Args:
            name: Of the part: parts keep their own streams, so that one never moves another.
            sky: Whether the part changes with the hour and the weather, as clouds do.
        """
        when = f":{self.time}:{self.weather}" if sky else ""
        return random.Random(f"{self.look.set_kind}:{self.look.seed}:{name}{when}")

    def sheet(self, *, opaque: bool = False) -> Sheet:
        """A blank layer of this plate's size."""
        return Sheet(self.height_px, opaque=opaque)

    @cached_property
    def gloom(self) -> float:
        """Share of the dark that lies over every local colour."""
        table = _ROOM_GLOOM if self.indoor else _GLOOM
        return table[self.time] + _WEATHER_GLOOM.get(self.weather, 0.0) * (0.4 if self.indoor else 1.0)

    def ink(self, local: Ink, far: float = 0.0, dim: float = 0.0) -> int:
        """Returns a local colour as it looks here and now.

        Args:
            local: The colour in white light.
            far: Distance: 0 is where figures stand, 1 the horizon.
            dim: Extra share of shadow.
        """
        tinted = ink.mix(local, _multiply(local, self.look.tint), _TINT_SHARE)
        litup = _multiply(tinted, self.palette.ambient)
        gloomy = ink.mix(litup, self.palette.dark, self.gloom)
        shaded = ink.shade(gloomy, dim) if dim else gloomy
        return self.hazed(shaded, far) if far else shaded

    def hazed(self, painted: Ink, far: float) -> int:
        """Fades an already painted colour into the distance."""
        share = min(0.96, 1.0 - math.exp(-far * (0.45 + 4.2 * self.palette.haze)))
        return ink.mix(painted, self.palette.fog, share)

    def ground(self, local: Ink, far: float = 0.0, dim: float = 0.0) -> int:
        """A colour of open ground or a roof: white under snow, dark when wet."""
        if self.snowy:
            local = ink.mix(local, _SNOW, 0.86)
        elif self.wet:
            local = ink.mix(local, _WET, 0.30)
        return self.ink(local, far, dim)

    def snow(self, far: float = 0.0, dim: float = 0.0) -> int:
        """Fresh snow."""
        return self.ink(_SNOW, far, dim)

    def leaves(self, local: Ink, far: float = 0.0, dim: float = 0.0) -> int:
        """Foliage: powdered by snow when it stands outside."""
        return self.ink(ink.mix(local, _SNOW, 0.34) if self.powdered else local, far, dim)

    @cached_property
    def key(self) -> int:
        """Colour of the strongest light."""
        return ink.colour(self.palette.key)

    @cached_property
    def glow(self) -> int:
        """Colour of lamps."""
        return ink.colour(self.palette.glow)

    @property
    def sun_side(self) -> float:
        """-1 when the light comes from the left, 1 from the right."""
        sun = palette_for(self.time, Weather.CLEAR).sun
        return 1.0 if sun is None or sun.x > 0.5 else -1.0


def _multiply(value: Ink, by: Ink) -> int:
    red, green, blue = (a * b // 255 for a, b in zip(ink.channels(value), ink.channels(by), strict=True))
    return ink.colour(0xFF000000 | red << 16 | green << 8 | blue)

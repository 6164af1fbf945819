"""One palette per light: which colours sky, air, shadow and lamps have at a time of day in a weather.

Only colours and the sun's place belong here, as `#rrggbb` text, so that nothing needs a drawing library.
A clear and an overcast palette are kept for each time of day; the weathers lie between the two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from anigen_assets.story.vocabulary import TimeOfDay, Weather


@dataclass(frozen=True)
class Sun:
    """The sun, or the moon at night.

    Attributes:
        x: Share of the frame's width, 0 is left.
        y: Share of the frame's height, 0 is the top.
        radius: In design units (the frame is 720 high).
        colour: Of the disc.
    """

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True)
class Palette:
    """Colours that everything in a scene shares; all are `#rrggbb`.

    Attributes:
        sky: Four stops from the zenith to the horizon.
        cloud_light: Lit side of clouds.
        cloud_shade: Their shadow side.
        key: Colour of the strongest light.
        ambient: Multiplied over everything that stands in the scene; white changes nothing.
        fog: What distance fades into.
        dark: What shadow fades into.
        glow: Light of lamps and lit windows.
        lit: Share of windows that are lit, 0 to 1.
        haze: How much the air hides, 0 (crisp) to 1 (nothing is seen beyond a street's width).
        sun: None behind clouds.
    """

    sky: tuple[str, str, str, str]
    cloud_light: str
    cloud_shade: str
    key: str
    ambient: str
    fog: str
    dark: str
    glow: str
    lit: float
    haze: float
    sun: Sun | None

    @property
    def lamps(self) -> bool:
        """Whether lamps are worth lighting."""
        return self.lit >= 0.25


def blend(first: str, second: str, share: float) -> str:
    """Returns `first` moved towards `second` by `share` (0 to 1), both `#rrggbb`."""
    channels = (
        round(int(first[i : i + 2], 16) * (1 - share) + int(second[i : i + 2], 16) * share) for i in (1, 3, 5)
    )
    return "#{:02x}{:02x}{:02x}".format(*channels)


_CLEAR: dict[TimeOfDay, Palette] = {
    TimeOfDay.MORNING: Palette(
        sky=("#5a92dc", "#98c2ef", "#fbdccb", "#ffeec8"),
        cloud_light="#fff9f0",
        cloud_shade="#dbbccb",
        key="#ffe9c2",
        ambient="#fff3e6",
        fog="#fde5d0",
        dark="#646c98",
        glow="#ffe7b4",
        lit=0.08,
        haze=0.16,
        sun=Sun(0.24, 0.46, 50, "#fff6d8"),
    ),
    TimeOfDay.DAY: Palette(
        sky=("#2570d2", "#559fee", "#a4d5fb", "#e6f5ff"),
        cloud_light="#ffffff",
        cloud_shade="#b0cbee",
        key="#fff6dc",
        ambient="#ffffff",
        fog="#d6eafc",
        dark="#48668f",
        glow="#fff0c8",
        lit=0.03,
        haze=0.08,
        sun=Sun(0.79, 0.13, 42, "#fffdf0"),
    ),
    TimeOfDay.DUSK: Palette(
        sky=("#2e2b72", "#84459a", "#f27d70", "#ffcb7c"),
        cloud_light="#ffbd9f",
        cloud_shade="#8f4f90",
        key="#ffb56c",
        ambient="#ffdcc6",
        fog="#f79c7c",
        dark="#3d2a5c",
        glow="#ffd98c",
        lit=0.32,
        haze=0.14,
        sun=Sun(0.66, 0.55, 60, "#fff1bc"),
    ),
    TimeOfDay.NIGHT: Palette(
        sky=("#080c2a", "#111e50", "#243b78", "#45609c"),
        cloud_light="#5a70ab",
        cloud_shade="#1f2e60",
        key="#a9c4ff",
        ambient="#97a6dc",
        fog="#2f467e",
        dark="#0c1234",
        glow="#ffdc92",
        lit=0.52,
        haze=0.10,
        sun=Sun(0.75, 0.18, 38, "#fdf8dc"),
    ),
}

_OVERCAST: dict[TimeOfDay, Palette] = {
    TimeOfDay.MORNING: Palette(
        sky=("#8796ac", "#a7b2c1", "#c9ccd2", "#e2ddd8"),
        cloud_light="#dedfe4",
        cloud_shade="#97a2b4",
        key="#f3ece2",
        ambient="#e4e4ea",
        fog="#ced0d6",
        dark="#566078",
        glow="#ffe2aa",
        lit=0.24,
        haze=0.30,
        sun=None,
    ),
    TimeOfDay.DAY: Palette(
        sky=("#74869f", "#94a4b8", "#b5c2cf", "#d2dae1"),
        cloud_light="#d3dbe4",
        cloud_shade="#8593a8",
        key="#eef3f8",
        ambient="#dfe5ec",
        fog="#bcc8d3",
        dark="#465670",
        glow="#ffe4ae",
        lit=0.18,
        haze=0.26,
        sun=None,
    ),
    TimeOfDay.DUSK: Palette(
        sky=("#35355f", "#584f7e", "#92708f", "#c79a94"),
        cloud_light="#a888a0",
        cloud_shade="#55486f",
        key="#e8b7a0",
        ambient="#d9c5cf",
        fog="#9f8196",
        dark="#332a50",
        glow="#ffd488",
        lit=0.46,
        haze=0.28,
        sun=None,
    ),
    TimeOfDay.NIGHT: Palette(
        sky=("#0b1026", "#172140", "#27345a", "#3b4a70"),
        cloud_light="#3c4a72",
        cloud_shade="#1a2443",
        key="#9db2dc",
        ambient="#8c99c4",
        fog="#303e62",
        dark="#0d132e",
        glow="#ffd88a",
        lit=0.56,
        haze=0.24,
        sun=None,
    ),
}


@dataclass(frozen=True)
class _Grade:
    """How a weather moves a palette.

    Attributes:
        overcast: Share of the overcast palette.
        veil: Share of the fog's colour laid over the sky and the shadows.
        dim: Share of the dark laid over the sky and the light.
        frost: Share of a cold white laid over fog and ambient.
        haze: Added to the palette's.
        lit: Added to the palette's.
    """

    overcast: float
    veil: float = 0.0
    dim: float = 0.0
    frost: float = 0.0
    haze: float = 0.0
    lit: float = 0.0


_GRADES: dict[Weather, _Grade] = {
    Weather.CLEAR: _Grade(overcast=0.0),
    Weather.CLOUDY: _Grade(overcast=0.62),
    Weather.RAIN: _Grade(overcast=1.0, dim=0.16, haze=0.08, lit=0.10),
    Weather.SNOW: _Grade(overcast=0.86, frost=0.22, haze=0.14, lit=0.06),
    Weather.FOG: _Grade(overcast=0.80, veil=0.62, haze=0.42, lit=0.08),
}

_FROST = "#eef3fb"
_LAMP_LIGHT = "#ffe6c4"


@cache
def palette_for(time: TimeOfDay, weather: Weather) -> Palette:
    """Returns the palette of a scene under the open sky."""
    clear, grey, grade = _CLEAR[time], _OVERCAST[time], _GRADES[weather]
    lit = clear.lit + (grey.lit - clear.lit) * grade.overcast + grade.lit
    haze = clear.haze + (grey.haze - clear.haze) * grade.overcast + grade.haze
    fog = blend(blend(clear.fog, grey.fog, grade.overcast), _FROST, grade.frost * _daylight(time))
    dark = blend(clear.dark, grey.dark, grade.overcast)

    def graded(name: str, veil: float = 0.0, dim: float = 0.0) -> str:
        mixed = blend(getattr(clear, name), getattr(grey, name), grade.overcast)
        return blend(blend(mixed, fog, grade.veil * veil), dark, grade.dim * dim)

    sky = tuple(
        blend(blend(blend(a, b, grade.overcast), fog, grade.veil), dark, grade.dim)
        for a, b in zip(clear.sky, grey.sky, strict=True)
    )
    return Palette(
        sky=(sky[0], sky[1], sky[2], sky[3]),
        cloud_light=graded("cloud_light", veil=0.8, dim=1.0),
        cloud_shade=graded("cloud_shade", veil=0.8, dim=1.0),
        key=graded("key"),
        ambient=blend(graded("ambient", veil=0.1, dim=0.5), _FROST, grade.frost * _daylight(time)),
        fog=blend(fog, dark, grade.dim * 0.6),
        dark=blend(dark, fog, grade.veil * 0.25),
        glow=graded("glow"),
        lit=min(lit, 0.72),
        haze=min(haze, 0.72),
        sun=clear.sun if weather is Weather.CLEAR else None,
    )


def indoors(palette: Palette) -> Palette:
    """Returns the palette of a room in the same hour: the lamps, where lit, take over the figures' light."""
    if not palette.lamps:
        return replace(palette, ambient=blend(palette.ambient, "#ffffff", 0.35))
    share = 0.8 * min(1.0, palette.lit / 0.5)
    return replace(
        palette,
        ambient=blend(palette.ambient, _LAMP_LIGHT, share),
        key=blend(palette.key, palette.glow, share),
    )


def _daylight(time: TimeOfDay) -> float:
    """How much of the frost's white is seen at a time of day."""
    return {TimeOfDay.MORNING: 1.0, TimeOfDay.DAY: 1.0, TimeOfDay.DUSK: 0.45, TimeOfDay.NIGHT: 0.25}[time]

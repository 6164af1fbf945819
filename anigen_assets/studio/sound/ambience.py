"""The air of a place: layers of noise by set, time and weather, each with its own motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind, TimeOfDay, Weather
from anigen_assets.studio.ports import SAMPLE_RATE_HZ
from anigen_assets.studio.sound.noise import Colouring, noise_loop
from anigen_assets.studio.sound.samples import Samples, between, gain, seed_of

_LOOP: Final = 6 * SAMPLE_RATE_HZ
_CONTROL: Final = SAMPLE_RATE_HZ // 20  # motions are drawn twenty times a second


@dataclass(frozen=True)
class Air:
    """A kind of noise.

    Attributes:
        colour: Its spectrum.
        motion: How its level moves: still, gusts, waves, ripple, murmur.
    """

    colour: Colouring
    motion: str


AIRS: Final[dict[str, Air]] = {
    "room": Air(((50, -4), (110, 0), (300, -10), (1200, -30), (6000, -56)), "still"),
    "hum": Air(((48, -12), (60, 0), (64, -3), (130, -8), (400, -30), (4000, -60)), "still"),
    "wind": Air(((70, -8), (220, 0), (480, -4), (1100, -16), (4000, -38), (16000, -60)), "gusts"),
    "leaves": Air(((700, -22), (2200, -2), (4500, 0), (9000, -10), (16000, -24)), "gusts"),
    "traffic": Air(((45, -4), (110, 0), (380, -8), (1100, -20), (5000, -44), (16000, -70)), "gusts"),
    "rain": Air(((180, -18), (700, -7), (2400, 0), (6000, -3), (11000, -9), (18000, -24)), "ripple"),
    "rain_roof": Air(((70, -6), (180, 0), (450, -5), (1300, -20), (5000, -42), (16000, -70)), "ripple"),
    "waves": Air(((70, -9), (260, -1), (800, 0), (2600, -7), (8000, -22), (16000, -40)), "waves"),
    "lapping": Air(((120, -12), (350, 0), (900, -4), (2600, -16), (9000, -40)), "waves"),
    "river": Air(((220, -16), (560, -3), (1300, 0), (3200, -7), (8000, -22), (16000, -40)), "ripple"),
    "rails": Air(((34, -5), (68, 0), (150, -3), (480, -12), (2000, -32), (9000, -60)), "ripple"),
    "crowd": Air(((110, -12), (280, 0), (620, -3), (1700, -14), (4500, -34), (12000, -60)), "murmur"),
    "snow": Air(((90, -4), (260, 0), (700, -14), (2500, -36), (9000, -60)), "gusts"),
}

Layers = tuple[tuple[str, float], ...]

# Levels in dB against full scale, beside speech at about -20.
_PLACES: Final[dict[SetKind, Layers]] = {
    SetKind.ROOFTOP: (("wind", -40), ("traffic", -48)),
    SetKind.CLASSROOM: (("room", -48), ("crowd", -56)),
    SetKind.SHRINE: (("leaves", -48), ("wind", -47)),
    SetKind.STREET: (("traffic", -44), ("leaves", -58)),
    SetKind.SEASIDE: (("waves", -36), ("wind", -48)),
    SetKind.TRAIN: (("rails", -34), ("room", -50)),
    SetKind.CITY: (("traffic", -40), ("crowd", -50)),
    SetKind.FOREST: (("leaves", -44), ("wind", -48)),
    SetKind.RIVERBANK: (("river", -42), ("leaves", -54)),
    SetKind.CAFE: (("crowd", -42), ("room", -50)),
    SetKind.BEDROOM: (("room", -50),),
    SetKind.LIBRARY: (("room", -49), ("crowd", -62)),
    SetKind.STATION: (("crowd", -46), ("traffic", -48)),
    SetKind.OBSERVATORY: (("hum", -46), ("wind", -52)),
    SetKind.HARBOR: (("lapping", -40), ("wind", -46)),
    SetKind.WORKSHOP: (("hum", -46), ("room", -48)),
}
_OUTDOOR_WEATHER: Final[dict[Weather, Layers]] = {
    Weather.CLEAR: (),
    Weather.CLOUDY: (("wind", -50),),
    Weather.RAIN: (("rain", -37),),
    Weather.SNOW: (("snow", -44),),
    Weather.FOG: (("snow", -48),),
}
_INDOOR_WEATHER: Final[dict[Weather, Layers]] = {
    Weather.CLEAR: (),
    Weather.CLOUDY: (),
    Weather.RAIN: (("rain_roof", -38), ("rain", -56)),
    Weather.SNOW: (("snow", -54),),
    Weather.FOG: (),
}
_HUSHED: Final = {Weather.SNOW: -5.0, Weather.FOG: -2.0, Weather.RAIN: -2.0}
_NIGHT_DB: Final = {"traffic": -4.0, "crowd": -9.0}


def layers_of(kind: SetKind, time: TimeOfDay, weather: Weather) -> Layers:
    """The noises of a place with their levels in dB."""
    indoors = kind in INDOOR_SETS
    softer = 0.0 if indoors else _HUSHED.get(weather, 0.0)
    place = [
        (air, level + softer + (_NIGHT_DB.get(air, 0.0) if time is TimeOfDay.NIGHT else 0.0))
        for air, level in _PLACES[kind]
    ]
    return (*place, *(_INDOOR_WEATHER if indoors else _OUTDOOR_WEATHER)[weather])


def add_air(wide: Samples, layers: Layers, seed: int) -> None:
    """Adds the layers to a mix, in place.

    Args:
        wide: `(2, samples)` at 48 kHz; a whole number of twentieths of a second.
        layers: From `layers_of`.
        seed: Moves gusts and waves.
    """
    draw = np.random.default_rng(seed_of("air", seed))
    for air, level in layers:
        recipe = AIRS[air]
        loop = noise_loop(f"air {air}", _LOOP, SAMPLE_RATE_HZ, recipe.colour)[0]
        curve = _motion(recipe.motion, wide.shape[1] // _CONTROL + 1, draw) * np.float32(gain(level))
        offset = int(draw.integers(_LOOP // _CONTROL)) * _CONTROL
        _add_moving(wide, loop, curve, offset)


def _add_moving(wide: Samples, loop: Samples, curve: Samples, offset: int) -> None:
    """Adds a loop under a piecewise linear level, a short piece at a time so that it stays in the cache.

    The right ear hears it half a loop later, which is other noise to it: one loop fills the whole width.
    """
    at = 0
    half = _LOOP // 2
    while at < wide.shape[1]:
        place = (offset + at) % half
        count = min(wide.shape[1] - at, half - place, 20 * _CONTROL)
        left, right = (place, place + half) if (offset + at) // half % 2 == 0 else (place + half, place)
        level = between(curve[at // _CONTROL : (at + count) // _CONTROL + 1], _CONTROL)
        wide[0, at : at + count] += loop[left : left + count] * level
        wide[1, at : at + count] += loop[right : right + count] * level
        at += count


def _motion(kind: str, count: int, draw: np.random.Generator) -> Samples:
    """Level of a layer over time at 20 Hz, about 1 on average."""
    seconds = np.arange(count) / 20.0
    if kind == "gusts":
        slow = _wander(count, 2.8, draw) + 0.5 * _wander(count, 0.9, draw)
        curve = 10.0 ** (4.0 * slow / 20.0)
    elif kind == "waves":
        period = draw.uniform(6.5, 8.0)
        phase = (seconds / period + draw.uniform() + 0.06 * _wander(count, 3.0, draw)) % 1.0
        # A wave rises fast, breaks and runs out slowly.
        curve = 0.35 + 1.2 * np.minimum(phase / 0.3, 1.0) ** 2 * np.minimum((1.0 - phase) / 0.7, 1.0) ** 1.3
    elif kind == "murmur":
        curve = 10.0 ** (2.5 * (_wander(count, 0.22, draw) + _wander(count, 1.5, draw)) / 20.0)
    elif kind == "ripple":
        curve = 10.0 ** (1.0 * _wander(count, 0.5, draw) / 20.0)
    else:
        curve = np.ones(count)
    return curve.astype(np.float32)


def _wander(count: int, seconds: float, draw: np.random.Generator) -> np.ndarray:
    """A smooth random curve of unit variance that changes its mind every so many seconds."""
    knots = draw.standard_normal(int(count / 20.0 / seconds) + 3)
    raw = np.interp(np.arange(count) / 20.0 / seconds, np.arange(len(knots)), knots)
    width = max(int(10 * seconds), 1)
    return np.convolve(
        np.pad(raw, (width // 2, width - 1 - width // 2), mode="edge"), np.full(width, 1 / width), "valid"
    )

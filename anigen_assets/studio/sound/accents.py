"""Single sounds of the world: calls of animals, bells, and the noises of things. Only recipes belong here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from anigen_assets.studio.sound.bank import BANK
from anigen_assets.studio.sound.noise import Colouring, noise_loop
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, add_at
from anigen_assets.studio.sound.struck import damped_sum


@dataclass(frozen=True)
class Call:
    """A throat or a horn: tones that glide.

    Attributes:
        cries: (start, seconds, hertz at the start, hertz at the end) of each.
        harmonics: Their levels.
        flutter_hz: How fast the tone trembles; 0 is not at all.
    """

    cries: tuple[tuple[float, float, float, float], ...]
    harmonics: tuple[float, ...] = (1.0, 0.2)
    flutter_hz: float = 0.0


@dataclass(frozen=True)
class Ring:
    """A bell or something hit: damped partials, struck at one or more times.

    Attributes:
        hits: (start, factor on the pitch) of each strike.
        hertz: Partials.
        levels: Their levels.
        decays: Nepers a second.
    """

    hits: tuple[tuple[float, float], ...]
    hertz: tuple[float, ...]
    levels: tuple[float, ...]
    decays: tuple[float, ...]


@dataclass(frozen=True)
class Rustle:
    """A noise with a shape.

    Attributes:
        colour: Its spectrum.
        shape: (seconds, level) points.
    """

    colour: Colouring
    shape: tuple[tuple[float, float], ...]


_BELL: Final = (1.0, 2.0, 2.4, 3.0, 4.2)
_STEP: Final = ((0.0, 0.0), (0.006, 1.0), (0.03, 0.25), (0.055, 0.5), (0.12, 0.0))

ACCENTS: Final[dict[str, Call | Ring | Rustle]] = {
    "bird": Call(((0, 0.07, 3300, 4300), (0.13, 0.06, 4200, 3500), (0.26, 0.10, 3000, 3900), (0.40, 0.05, 4400, 3600))),
    "warbler": Call(((0, 0.65, 1750, 1780), (0.70, 0.09, 2300, 3400), (0.82, 0.16, 3300, 2000)), (1.0, 0.1)),
    "cricket": Call(tuple((0.055 * i, 0.04, 4150, 4200) for i in range(9)), (1.0,)),
    "bell_cricket": Call(((0, 1.1, 3550, 3600),), (1.0, 0.1), flutter_hz=17),
    "cicada": Call(((0, 1.9, 3500, 2900),), (1.0, 0.3), flutter_hz=26),
    "frog": Call(tuple((0.30 * i, 0.14, 620, 520) for i in range(3)), (0.6, 1.0, 0.7, 0.4, 0.3), flutter_hz=38),
    "owl": Call(((0, 0.22, 390, 370), (0.42, 0.55, 410, 350)), (1.0, 0.12)),
    "gull": Call(((0, 0.28, 1100, 1500), (0.33, 0.42, 1550, 900), (0.85, 0.35, 1450, 950)), (0.7, 1.0, 0.5, 0.3)),
    "crow": Call(((0, 0.34, 640, 540), (0.62, 0.36, 630, 520)), (0.5, 0.9, 1.0, 0.8, 0.5, 0.3), flutter_hz=46),
    "dog": Call(((0, 0.13, 430, 330), (0.32, 0.15, 440, 320)), (0.7, 1.0, 0.8, 0.5, 0.3)),
    "foghorn": Call(((0, 2.4, 116, 112),), (1.0, 0.7, 0.45, 0.25, 0.12, 0.06)),
    "horn": Call(((0, 0.35, 410, 405), (0.45, 0.5, 410, 402)), (0.6, 1.0, 0.5, 0.3)),
    "whistle": Call(((0, 0.9, 740, 730), (0, 0.9, 932, 920)), (1.0, 0.3, 0.1)),
    "phone": Call(tuple((0.09 * i + 0.5 * (i // 4), 0.07, 1320, 1320) for i in range(8)), (1.0, 0.3)),
    "wind_chime": Ring(((0, 1.0), (0.34, 1.19), (0.9, 0.89)), (2650, 5400, 7900), (1, 0.4, 0.15), (2.4, 4.5, 8)),
    "temple_bell": Ring(((0, 1.0),), tuple(131 * r for r in _BELL), (1, 0.6, 0.45, 0.3, 0.15), (0.7, 1, 1.4, 1.8, 2.6)),
    "shop_bell": Ring(((0, 1.0), (0.16, 1.0)), (2100, 4300, 6900), (1, 0.5, 0.2), (6, 9, 14)),
    "bicycle_bell": Ring(((0, 1.0), (0.13, 1.0)), (2400, 3850, 6100), (1, 0.6, 0.3), (7, 9, 12)),
    "school_bell": Ring(
        ((0, 1.26), (0.75, 1.0), (1.5, 1.122), (2.25, 0.749)), tuple(523 * r for r in _BELL),
        (1, 0.35, 0.2, 0.15, 0.06), (1.6, 2.4, 3, 4, 6),
    ),
    "platform_chime": Ring(
        ((0, 1.0), (0.28, 1.26), (0.56, 1.5), (0.84, 2.0)), (523, 1046, 1569), (1, 0.25, 0.12), (3, 5, 7),
    ),
    "buoy": Ring(((0, 1.0), (0.9, 1.0), (1.35, 1.0)), (640, 1330, 2050), (1, 0.5, 0.3), (2.2, 3.5, 5)),
    "clock": Ring(((0, 1.0),), (1850, 3100, 4600), (1, 0.7, 0.4), (90, 110, 140)),
    "clack": Ring(((0, 1.0), (0.14, 0.93)), (95, 210, 480, 1150), (1, 0.7, 0.4, 0.15), (22, 30, 45, 70)),
    "cup": Ring(((0, 1.0), (0.09, 1.07)), (2900, 4700, 7300), (1, 0.6, 0.3), (16, 22, 30)),
    "drip": Call(((0, 0.05, 900, 1500),), (1.0, 0.1)),
    "tink": Ring(((0, 1.0), (0.32, 1.0), (0.64, 1.0)), (1450, 3300, 5200), (1, 0.5, 0.3), (13, 18, 26)),
    "relay": Ring(((0, 1.0), (0.05, 1.2)), (900, 2600), (1, 0.6), (80, 100)),
    "page": Rustle(
        ((900, -18), (2800, 0), (6000, -4), (11000, -14)),
        ((0, 0), (0.05, 0.5), (0.14, 0.2), (0.24, 1), (0.42, 0)),
    ),
    "door": Rustle(
        ((60, -4), (140, 0), (500, -12), (3000, -34)),
        ((0, 0), (0.01, 0.4), (0.12, 0.1), (0.34, 0.1), (0.36, 1), (0.6, 0)),
    ),
    "knock": Ring(((0, 1.0), (0.17, 1.04), (0.34, 0.98)), (180, 420, 900), (1, 0.6, 0.2), (38, 50, 70)),
    "thud": Ring(((0, 1.0),), (62, 118, 240), (1, 0.6, 0.3), (14, 22, 35)),
    "splash": Rustle(((250, -12), (900, 0), (3000, -4), (9000, -16)), ((0, 0), (0.02, 1), (0.15, 0.4), (0.7, 0))),
    "swish": Rustle(((400, -16), (1500, 0), (4000, -6), (9000, -20)), ((0, 0), (0.12, 1), (0.4, 0))),
    "step_hard": Rustle(((120, -2), (300, 0), (1200, -8), (4000, -20)), _STEP),
    "step_soft": Rustle(((150, -6), (700, -2), (2500, 0), (6000, -6), (10000, -18)), _STEP),
    "step_wood": Rustle(((80, -2), (170, 0), (600, -12), (2500, -26)), _STEP),
}  # fmt: skip


def accent(name: str) -> Samples:
    """The sound of a recipe, `(samples,) float32` at 24 kHz, peak 0.3, read-only.

    Raises:
        KeyError: When there is no such recipe.
    """
    recipe = ACCENTS[name]
    return BANK.get(("accent", name), lambda: _made(name, recipe))


def _made(name: str, recipe: Call | Ring | Rustle) -> Samples:
    if isinstance(recipe, Call):
        sound = _called(recipe)
    elif isinstance(recipe, Ring):
        sound = _rung(recipe)
    else:
        sound = _rustled(name, recipe)
    sound *= np.float32(0.3 / np.abs(sound).max())
    fade = min(240, len(sound) // 4)
    sound[-fade:] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    return sound


def _called(recipe: Call) -> Samples:
    ends = max(start + seconds for start, seconds, _, _ in recipe.cries)
    sound = np.zeros(int(ends * SYNTH_RATE_HZ) + 480, np.float32)
    for start, seconds, first_hz, last_hz in recipe.cries:
        count = int(seconds * SYNTH_RATE_HZ)
        through = np.arange(count) / count
        turns = np.cumsum(first_hz * (last_hz / first_hz) ** through) / SYNTH_RATE_HZ
        cry = np.zeros(count)
        for number, level in enumerate(recipe.harmonics, start=1):
            cry += level * np.sin(2 * np.pi * number * turns)
        if recipe.flutter_hz:
            cry *= 0.55 + 0.45 * np.sin(2 * np.pi * recipe.flutter_hz * np.arange(count) / SYNTH_RATE_HZ)
        cry *= np.sin(np.pi * through) ** 0.7
        add_at(sound, int(start * SYNTH_RATE_HZ), cry.astype(np.float32))
    return sound


def _rung(recipe: Ring) -> Samples:
    lasts = 6.0 / min(recipe.decays)
    sound = np.zeros(int((max(start for start, _ in recipe.hits) + lasts) * SYNTH_RATE_HZ), np.float32)
    for start, pitch in recipe.hits:
        partials = np.array(recipe.hertz) * pitch
        heard = partials < 0.45 * SYNTH_RATE_HZ
        levels, decays = np.array(recipe.levels)[heard], np.array(recipe.decays)[heard]
        hit = damped_sum(partials[heard], levels, decays, np.zeros(len(levels)), lasts)
        add_at(sound, int(start * SYNTH_RATE_HZ), hit)
    return sound


def _rustled(name: str, recipe: Rustle) -> Samples:
    count = int(recipe.shape[-1][0] * SYNTH_RATE_HZ) // 2 * 2
    times, levels = zip(*recipe.shape, strict=True)
    shape = np.interp(np.arange(count) / SYNTH_RATE_HZ, times, levels).astype(np.float32)
    sound: Samples = noise_loop(f"accent {name}", count, SYNTH_RATE_HZ, recipe.colour)[0] * shape
    return sound

"""What the weather throws into the air: how many motes, what they look like and which way they go.

Shapes and ways only; how they are laid over a frame belongs to the particles.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

_TURN = 2 * math.pi


@dataclass(frozen=True)
class Mote:
    """One of them.

    Attributes:
        x: Where it begins, as a share of the frame.
        y: Likewise.
        size: Radius in design units.
        phase: Of its swing, in radians.
        swing: How far it swings, as a share of the frame.
        laps: How often it crosses the frame in a loop.
        spin: How often it turns in a loop.
    """

    x: float
    y: float
    size: float
    phase: float
    swing: float
    laps: int
    spin: int


@dataclass(frozen=True)
class Kind:
    """What a weather throws into the air.

    Attributes:
        count: How many are in the frame.
        sizes: Smallest and largest radius in design units.
        colours: (red, green, blue) each is painted in, in turn.
        stamp: Opacity (0 to 1) at (along, across), in radii.
        path: Place (x and y as shares of the frame), angle and brightness at a share of the loop.
    """

    count: int
    sizes: tuple[float, float]
    colours: tuple[tuple[int, int, int], ...]
    stamp: Callable[[np.ndarray, np.ndarray, float], np.ndarray]
    path: Callable[[Mote, float], tuple[float, float, float, float]]


def _opacity(values: np.ndarray, most: float) -> np.ndarray:
    clipped: np.ndarray = np.clip(values, 0, most)
    return clipped


def _flake(along: np.ndarray, across: np.ndarray, size: float) -> np.ndarray:
    return _opacity((1.15 - np.hypot(along, across)) * size * 0.8, 0.92)


def _drop(along: np.ndarray, across: np.ndarray, size: float) -> np.ndarray:
    width = np.clip(1.1 - np.abs(across) * size, 0, 1)
    return _opacity(width * (1 - np.abs(along) / 1.5) * 0.56, 1.0)


def _petal(along: np.ndarray, across: np.ndarray, size: float) -> np.ndarray:
    notch = 0.3 * np.maximum(0, along) * np.maximum(0, 1 - np.abs(across) * 4)
    return _opacity((1.1 - np.hypot(along, across / 0.58) - notch) * size, 0.95)


def _leaf(along: np.ndarray, across: np.ndarray, size: float) -> np.ndarray:
    width = 0.46 * np.sqrt(np.clip(1 - along * along, 0, 1)) * (1 - 0.25 * along)
    return _opacity((width - np.abs(across)) * size * 1.6, 0.95)


def _glow(along: np.ndarray, across: np.ndarray, size: float) -> np.ndarray:
    far = np.hypot(along, across)
    return _opacity(0.55 * np.exp(-((far / 0.62) ** 2)) + 0.4 * (far < 0.24), 0.9)


def _speck(along: np.ndarray, across: np.ndarray, size: float) -> np.ndarray:
    return _opacity(0.42 * np.exp(-((np.hypot(along, across) / 0.6) ** 2)), 1.0)


def _falls(mote: Mote, share: float) -> tuple[float, float, float, float]:
    sway = mote.swing * math.sin(_TURN * share + mote.phase)
    return mote.x + sway, mote.y + share * mote.laps, 0.0, 1.0


def _pours(mote: Mote, share: float) -> tuple[float, float, float, float]:
    laps = 6 + mote.laps
    # The way to the left stays a whole number of laps too, so that the loop closes.
    return mote.x - share * (laps // 4), mote.y + share * laps, math.pi / 2 + 0.12, 1.0


def _flutters(mote: Mote, share: float) -> tuple[float, float, float, float]:
    sway = mote.swing * math.sin(2 * _TURN * share + mote.phase)
    angle = mote.phase + _TURN * share * mote.spin
    return mote.x + share + sway, mote.y + share * mote.laps, angle, 1.0


def _wanders(mote: Mote, share: float) -> tuple[float, float, float, float]:
    x = mote.x + mote.swing * math.sin(_TURN * share + mote.phase)
    y = mote.y + mote.swing * math.cos(_TURN * share + 2 * mote.phase)
    pulse = 0.5 + 0.5 * math.sin(_TURN * share * mote.laps + mote.phase)
    return x, y, 0.0, 0.15 + 0.85 * pulse


MOTES: dict[str, Kind] = {
    "rain": Kind(150, (15, 30), ((208, 222, 242),), _drop, _pours),
    "snow": Kind(130, (1.8, 5.2), ((255, 255, 255),), _flake, _falls),
    "petals": Kind(34, (6, 13), ((255, 198, 216), (255, 222, 232), (246, 170, 198)), _petal, _flutters),
    "leaves": Kind(20, (8, 16), ((214, 128, 52), (190, 84, 46), (226, 172, 74)), _leaf, _flutters),
    "fireflies": Kind(22, (8, 17), ((236, 255, 150),), _glow, _wanders),
    "dust": Kind(36, (3, 8), ((255, 248, 224),), _speck, _wanders),
}
"""By the names that sets use."""


def mote_of(kind: Kind, draw: random.Random) -> Mote:
    """A mote of a kind, somewhere in the frame."""
    low, high = kind.sizes
    return Mote(
        x=draw.random(),
        y=draw.random(),
        size=low + (high - low) * draw.random() ** 1.6,
        phase=draw.random() * _TURN,
        swing=0.008 + 0.022 * draw.random(),
        laps=draw.choice((1, 1, 2)),
        spin=draw.choice((-2, -1, 1, 2)),
    )

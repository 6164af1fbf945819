"""A person's vocal tract: what makes one character's voice unlike another's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from anigen_assets.studio.ports import CastFace
from anigen_assets.studio.sound.samples import seed_of


@dataclass(frozen=True)
class Tract:
    """The fixed part of a voice.

    Attributes:
        pitch_hz: Median pitch.
        size: Factor on all formants: below 1 a long tract (a tall man), above 1 a short one (a child).
        brightness: 0 dark to 1 bright, tilts the spectrum.
        breath: Share of breath noise, 0 to 1.
        vibrato_hz: How fast long vowels sway.
        unsteadiness: How much the pitch wanders; grows with age.
        pan: Where the voice stands, -1 left to 1 right.
    """

    pitch_hz: float
    size: float
    brightness: float
    breath: float
    vibrato_hz: float
    unsteadiness: float
    pan: float


def tract_of(face: CastFace) -> Tract:
    """The tract of a character; the same in every episode."""
    own = np.random.default_rng(seed_of("tract", face.id)).uniform(-1.0, 1.0, 5)
    pitch = float(face.voice.pitch_hz)
    size = 0.87 * (pitch / 110.0) ** 0.27 * (0.97 if face.look.masculine else 1.0) * (1.0 + 0.035 * own[0])
    if face.look.age < 12:
        size *= 1.05
    aged = min(max((face.look.age - 55) / 35.0, 0.0), 1.0)
    return Tract(
        pitch_hz=pitch,
        size=float(np.clip(size, 0.80, 1.22)),
        brightness=face.voice.brightness,
        breath=0.06 + 0.14 * (1.0 - face.voice.brightness) + 0.10 * aged + 0.03 * own[1],
        vibrato_hz=5.2 + 0.7 * own[2],
        unsteadiness=0.8 + 0.9 * aged + 0.2 * own[3],
        pan=0.22 * own[4],
    )

"""What the mouth does for each vowel and consonant: formants, lengths and noises.

Formants are those of a grown woman's voice, after Peterson and Barney (1952) for the vowels and the
usual loci of the consonants; the tract scales them to a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from anigen_assets.studio.sound.noise import Colouring

Formants = tuple[float, float, float]
"""F1, F2 and F3 in hertz."""

VOWELS: Final[dict[str, Formants]] = {
    "a": (830.0, 1330.0, 2750.0),
    "i": (330.0, 2550.0, 3150.0),
    "u": (370.0, 1180.0, 2550.0),
    "e": (530.0, 2150.0, 2800.0),
    "o": (510.0, 920.0, 2700.0),
}
FOURTH_FORMANT_HZ: Final = 3750.0
BANDWIDTHS_HZ: Final = (80.0, 105.0, 150.0, 230.0)
HUM: Final[Formants] = (270.0, 1450.0, 2500.0)
"""The nasal that closes a syllable."""


@dataclass(frozen=True)
class Consonant:
    """How a syllable begins.

    Attributes:
        seconds: Its length at pace 1.
        voicing: Level of the voice during it; 0 is voiceless.
        locus: Where the formants come from; None takes the vowel's own.
        noise: Which noise is heard, or empty.
        noise_level: Relative to a vowel.
        burst: The noise is a short release at the end and not a hiss all along.
    """

    seconds: float
    voicing: float
    locus: Formants | None
    noise: str = ""
    noise_level: float = 0.0
    burst: bool = False


_BACK: Final[Formants] = (300.0, 1950.0, 2500.0)
_TONGUE: Final[Formants] = (300.0, 1750.0, 2750.0)
_LIPS: Final[Formants] = (300.0, 880.0, 2250.0)

CONSONANTS: Final = {
    "": Consonant(0.025, 0.70, None),
    "k": Consonant(0.060, 0.0, _BACK, "velar", 0.42, burst=True),
    "g": Consonant(0.048, 0.30, _BACK, "velar", 0.18, burst=True),
    "t": Consonant(0.052, 0.0, _TONGUE, "dental", 0.34, burst=True),
    "d": Consonant(0.040, 0.32, _TONGUE, "dental", 0.15, burst=True),
    "p": Consonant(0.052, 0.0, _LIPS, "labial", 0.40, burst=True),
    "b": Consonant(0.045, 0.34, _LIPS, "labial", 0.18, burst=True),
    "s": Consonant(0.088, 0.0, _TONGUE, "hiss", 0.20),
    "z": Consonant(0.066, 0.34, _TONGUE, "hiss", 0.12),
    "sh": Consonant(0.092, 0.0, (310.0, 2050.0, 2750.0), "hush", 0.24),
    "ch": Consonant(0.078, 0.0, (310.0, 2050.0, 2750.0), "hush", 0.26, burst=True),
    "h": Consonant(0.062, 0.06, None, "breath", 0.22),
    "m": Consonant(0.070, 0.46, (270.0, 950.0, 2250.0)),
    "n": Consonant(0.060, 0.46, (270.0, 1650.0, 2600.0)),
    "y": Consonant(0.065, 0.72, (300.0, 2400.0, 3050.0)),
    "w": Consonant(0.065, 0.68, (330.0, 720.0, 2300.0)),
    "r": Consonant(0.032, 0.30, (360.0, 1480.0, 2450.0)),
}

# Rolled off above 7 kHz on purpose: a hiss that is true to life is tiring in an hour of speech.
NOISES: Final[dict[str, Colouring]] = {
    "hiss": ((1500, -40), (3500, -16), (4800, 0), (6800, 0), (8500, -10), (11000, -24)),
    "hush": ((900, -40), (1900, -8), (2600, 0), (4200, 0), (6000, -12), (10000, -30)),
    "velar": ((600, -30), (1300, -6), (1900, 0), (2700, -2), (4000, -16), (9000, -34)),
    "dental": ((1000, -34), (2400, -8), (3600, 0), (5200, 0), (7000, -12), (11000, -28)),
    "labial": ((200, -14), (500, 0), (1100, 0), (2200, -12), (5000, -30)),
    "breath": ((250, -20), (600, -3), (1500, 0), (3000, -4), (5000, -14), (10000, -32)),
}

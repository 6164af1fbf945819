"""Syllables become the slow movements of a mouth: formants, voicing and noise over time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from anigen_assets.studio.sound.beats import Beat, Utterance
from anigen_assets.studio.sound.phonemes import CONSONANTS, HUM, VOWELS, Formants
from anigen_assets.studio.sound.prosody import CONTROL_HZ
from anigen_assets.studio.sound.samples import Samples

_GLIDE_SECONDS = 0.045  # from a consonant's place to the vowel's
_BURST_SECONDS = 0.018

Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Movements:
    """Controls of the synthesis at each control step.

    Attributes:
        formants_hz: `(3, steps)`.
        voicing: 0 to 1.
        noises: Level of each noise that is heard, by its name.
    """

    formants_hz: Samples
    voicing: Samples
    noises: dict[str, Samples]


def articulate(said: Utterance, steps: int) -> Movements:
    """The movements of a line over `steps` control steps."""
    formants: tuple[Points, Points, Points] = ([], [], [])
    voicing: Points = [(0.0, 0.0)]
    noises: dict[str, Points] = defaultdict(lambda: [(0.0, 0.0)])
    for place, beat in enumerate(said.beats):
        following = said.beats[place + 1] if place + 1 < len(said.beats) else None
        opens = beat.start_seconds + min(CONSONANTS[beat.syllable.onset].seconds, 0.45 * beat.seconds)
        _move_formants(formants, beat, opens)
        _move_voice(voicing, beat, opens, following)
        _move_noise(noises, beat, opens)
    seconds = np.arange(steps) / CONTROL_HZ
    return Movements(
        np.stack([_curve(seconds, points) for points in formants]),
        _curve(seconds, voicing),
        {name: _curve(seconds, points) for name, points in noises.items()},
    )


def _move_formants(tracks: tuple[Points, Points, Points], beat: Beat, opens: float) -> None:
    vowel: Formants = VOWELS[beat.syllable.vowel]
    locus = CONSONANTS[beat.syllable.onset].locus or vowel
    settled = min(opens + _GLIDE_SECONDS, opens + 0.6 * (beat.end_seconds - opens))
    for track, place, target, hum in zip(tracks, locus, vowel, HUM, strict=True):
        track.append((beat.start_seconds + 0.006, place))
        track.append((opens - 0.004, 0.6 * place + 0.4 * target))
        track.append((settled, target))
        if beat.syllable.nasal:
            track.append((beat.end_seconds - 0.3 * beat.seconds, target))
            track.append((beat.end_seconds - 0.008, hum))
        else:
            track.append((beat.end_seconds - 0.012, target))


def _move_voice(voicing: Points, beat: Beat, opens: float, following: Beat | None) -> None:
    consonant = CONSONANTS[beat.syllable.onset]
    voicing.append((beat.start_seconds + 0.008, consonant.voicing))
    voicing.append((opens, consonant.voicing))
    voicing.append((opens + 0.014, 1.0))
    end = beat.end_seconds
    held = 0.62 if beat.syllable.nasal else 0.95
    speaks_on = following is not None and following.phrase == beat.phrase
    if not speaks_on:
        voicing += [(end - 0.04, held), (end + 0.045, 0.0)]
    elif following is not None and CONSONANTS[following.syllable.onset].voicing < 0.2:
        voicing += [(end - 0.022, held), (end, 0.0)]
    else:
        voicing.append((end - 0.012, held))


def _move_noise(noises: dict[str, Points], beat: Beat, opens: float) -> None:
    consonant = CONSONANTS[beat.syllable.onset]
    if not consonant.noise:
        return
    track = noises[consonant.noise]
    level = consonant.noise_level * (1.0 if beat.syllable.stressed else 0.8)
    starts = max(opens - _BURST_SECONDS, beat.start_seconds) if consonant.burst else beat.start_seconds
    attack = 0.004 if consonant.burst else 0.4 * (opens - starts)
    track += [(starts, 0.0), (starts + attack, level), (opens - 0.002, 0.8 * level), (opens + 0.016, 0.0)]


def _curve(seconds: np.ndarray, points: Points) -> Samples:
    # Very short syllables can make points overtake each other; time must not run backwards.
    times = np.maximum.accumulate([point[0] for point in points])
    curve: Samples = np.interp(seconds, times, [point[1] for point in points]).astype(np.float32)
    return curve

"""The sound of a whole scene, from a request to finished samples. Only the order of the work belongs here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from anigen_assets.story.vocabulary import INDOOR_SETS
from anigen_assets.studio.ports import SceneRequest, SpokenLine
from anigen_assets.studio.sound.ambience import add_air, layers_of
from anigen_assets.studio.sound.cards import farewell, sting
from anigen_assets.studio.sound.foley import heard_in
from anigen_assets.studio.sound.mix import balance, fade_edges, master, place_accents, place_mono
from anigen_assets.studio.sound.mouths import mouth_shapes
from anigen_assets.studio.sound.orchestra import play
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, Samples, gain
from anigen_assets.studio.sound.score import write_score
from anigen_assets.studio.sound.space import add_hall, doubled
from anigen_assets.studio.sound.timing import CARD_SECONDS, PlacedLine, place_lines
from anigen_assets.studio.sound.tract import tract_of
from anigen_assets.studio.sound.voices import speak

_LAST_BAR_RINGS_SECONDS: Final = 0.4
_VOICE_INDOORS_DB: Final = -17.0
_VOICE_OUTDOORS_DB: Final = -25.0
_ACCENTS_IN_HALL_DB: Final = -9.0


@dataclass(frozen=True)
class SceneSound:
    """The sound of a scene and when its lines are heard.

    Attributes:
        pcm: `(2, seconds * 48000) float32`.
        lines: In the order of the scene's dialogue.
        mouths: For each line `(seconds * 12,) uint8`: 0 closed, 1 small, 2 open, 3 wide.
        loudness_lufs: Integrated loudness after ITU-R BS.1770-4.
        true_peak_dbtp: Highest true peak.
    """

    pcm: Samples
    lines: tuple[SpokenLine, ...]
    mouths: tuple[NDArray[np.uint8], ...]
    loudness_lufs: float
    true_peak_dbtp: float


def compose_scene(request: SceneRequest) -> SceneSound:
    """Makes the whole sound of a scene. Equal requests give equal bytes, whatever was made before.

    Raises:
        StudioError: When somebody speaks who is not in the request's cast.
    """
    lines = place_lines(request)
    spoken = sorted((line.start_seconds, line.end_seconds) for line in lines)
    samples = request.seconds * SYNTH_RATE_HZ
    speech = _speech(lines, samples)
    music, wet = _music(request, spoken)
    balance(music, speech, spoken)
    accents = np.zeros((2, samples), np.float32)
    place_accents(accents, heard_in(request, spoken))

    room = _VOICE_INDOORS_DB if request.place.look.set_kind in INDOOR_SETS else _VOICE_OUTDOORS_DB
    send = np.zeros(samples, np.float32)
    for stage, level in ((music, wet), (speech, gain(room)), (accents, gain(_ACCENTS_IN_HALL_DB))):
        send += (stage[0] + stage[1]) * np.float32(0.5 * level)
    music += speech
    music += accents
    add_hall(music, send)
    wide = doubled(music)
    scene = request.scene
    add_air(wide, layers_of(request.place.look.set_kind, scene.time_of_day, scene.weather), request.seed)
    fade_edges(wide)
    mastered = master(wide)
    return SceneSound(
        pcm=wide,
        lines=tuple(line.spoken for line in lines),
        mouths=tuple(mouth_shapes(line, request.seconds) for line in lines),
        loudness_lufs=mastered.loudness_lufs,
        true_peak_dbtp=mastered.true_peak_dbtp,
    )


def _speech(lines: tuple[PlacedLine, ...], samples: int) -> Samples:
    stage = np.zeros((2, samples), np.float32)
    for line in lines:
        # Panned to a side, a voice would lose half its power in each ear: 1.4 gives it back.
        place_mono(stage, speak(line), line.start_seconds, 2**0.5, tract_of(line.face).pan)
    return stage


def _music(request: SceneRequest, spoken: list[tuple[float, float]]) -> tuple[Samples, float]:
    """The bed with the music of the cards, and how much of it the hall hears."""
    begins = CARD_SECONDS if request.first else 0.0
    ends = request.seconds - (CARD_SECONDS if request.last else _LAST_BAR_RINGS_SECONDS)
    score = write_score(request.scene.mood, request.seed, begins, max(ends, begins + 1.0), spoken)
    notes = list(score.notes)
    if request.first:
        notes += sting(request.series_title, score)
    if request.last:
        notes += farewell(request.series_title, score, request.seconds - CARD_SECONDS)
    return play(notes, request.seconds, request.seed), score.style.wet

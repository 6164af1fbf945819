"""How a person acts over a scene, drawing by drawing: mouth, eyes, feeling, breath, nods and tilts.

Everything is in small whole steps and changes on every other drawing at most, as limited animation does: few
drawings have to be made, and few pictures coded. No shapes belong here.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from anigen_assets.story.vocabulary import Emotion, Mood
from anigen_assets.studio.animatic.figures.acting import Eyes
from anigen_assets.studio.animatic.timing import DRAWINGS_PER_SECOND, shot_spans
from anigen_assets.studio.ports import SceneRequest, SpokenLine

BREATHS = 3
"""Drawings of a breath: out, between, in."""
_BREATH_DRAWINGS = 40
_LEAD_DRAWINGS = 2
_REACTION_DRAWINGS = 9
_HOLD = 2
"""Drawings that every state is held for."""
_BLINK: tuple[Eyes, ...] = ("closed", "closed", "half", "half")
_NOD = (1, 1, 2, 2, 1, 1)

_AT_REST: dict[Mood, Emotion] = {
    Mood.PLAYFUL: Emotion.HAPPY,
    Mood.TRIUMPHANT: Emotion.HAPPY,
    Mood.TENDER: Emotion.HAPPY,
    Mood.MELANCHOLY: Emotion.SAD,
}
_REACTIONS: dict[Emotion, Emotion] = {
    Emotion.HAPPY: Emotion.HAPPY,
    Emotion.JOYFUL: Emotion.HAPPY,
    Emotion.SAD: Emotion.SAD,
    Emotion.ANGRY: Emotion.SURPRISED,
    Emotion.AFRAID: Emotion.SURPRISED,
    Emotion.EMBARRASSED: Emotion.HAPPY,
    Emotion.DETERMINED: Emotion.NEUTRAL,
}


@dataclass(frozen=True)
class Moment:
    """How a person is at one drawing.

    Attributes:
        emotion: Feeling.
        mouth: 0 to 3.
        eyes: Blink.
        breath: 0 (out) to BREATHS - 1 (in).
        nod: Steps the head is lowered, 0 to 2.
        tilt: Steps the head leans, -1 to 1.
    """

    emotion: Emotion
    mouth: int
    eyes: Eyes
    breath: int
    nod: int
    tilt: int


class Performance:
    """One person over one scene.

    Attributes:
        moments: One a drawing, from the scene's start.
    """

    def __init__(
        self,
        request: SceneRequest,
        person: str,
        lines: Sequence[SpokenLine],
        mouths: Sequence[np.ndarray],
    ) -> None:
        """Works out a person's acting.

        Args:
            request: The scene.
            person: Character id.
            lines: When each line of the dialogue is heard.
            mouths: For each line the mouth shape (0 to 3) at every drawing of the scene.
        """
        count = request.seconds * DRAWINGS_PER_SECOND
        draw = random.Random(f"{request.seed}|acting|{person}")
        feelings = _feelings(request, person, lines, count)
        mouth = np.zeros(count, np.uint8)
        for line, shapes in zip(lines, mouths, strict=True):
            if line.speaker_id == person:
                length = min(count, len(shapes))
                mouth[:length] = np.maximum(mouth[:length], shapes[:length])
        eyes = _blinks(count, draw)
        breath = _breaths(count, draw)
        heard = [line.end_seconds for line in lines if line.speaker_id != person]
        nods = _nods(mouth, heard, draw)
        tilts = _tilts(request, count, draw)
        held = (i - i % _HOLD for i in range(count))
        self.moments = tuple(
            Moment(feelings[i], int(mouth[i]), eyes[i], breath[i], nods[i], tilts[i]) for i in held
        )


def emotion_of(request: SceneRequest, index: int) -> Emotion:
    """How line `index` of the dialogue is spoken."""
    return request.scene.dialogue[index].emotion


def _feelings(request: SceneRequest, person: str, lines: Sequence[SpokenLine], count: int) -> list[Emotion]:
    """Own lines set the feeling a little before they begin; what others say is answered a little after."""
    rest = _AT_REST.get(request.scene.mood, Emotion.NEUTRAL)
    turns: list[tuple[int, Emotion]] = []
    for index, line in enumerate(lines):
        spoken = emotion_of(request, index)
        begin = round(line.start_seconds * DRAWINGS_PER_SECOND)
        if line.speaker_id == person:
            turns.append((max(0, begin - _LEAD_DRAWINGS), spoken))
        else:
            turns.append((begin + _REACTION_DRAWINGS, _REACTIONS.get(spoken, rest)))
    turns.sort(key=lambda turn: turn[0])
    feelings = [rest] * count
    for at, feeling in turns:
        feelings[at:] = [feeling] * max(0, count - at)
    return feelings


def _blinks(count: int, draw: random.Random) -> list[Eyes]:
    eyes: list[Eyes] = ["open"] * count
    at = draw.randint(5, 17) * _HOLD
    while at < count - len(_BLINK):
        eyes[at : at + len(_BLINK)] = _BLINK
        # Now and then twice in a row, as people do.
        at += 8 if draw.random() < 0.12 else draw.randint(13, 31) * _HOLD
    return eyes


def _breaths(count: int, draw: random.Random) -> list[int]:
    first = draw.randrange(_BREATH_DRAWINGS)
    phase = (np.arange(count) + first) * (2 * np.pi / _BREATH_DRAWINGS)
    return [round(step) for step in (1 + 1.15 * np.sin(phase)).clip(0, BREATHS - 1)]


def _nods(mouth: np.ndarray, heard: Sequence[float], draw: random.Random) -> list[int]:
    """The head dips on some of the syllables that open the mouth wide, and at the end of what others say.

    Args:
        mouth: Own mouth shape at every drawing.
        heard: When the others' lines end, in seconds.
        draw: Decides which.
    """
    nods = [0] * len(mouth)
    quiet = 0
    for at in range(_HOLD, len(mouth) - len(_NOD), _HOLD):
        quiet = max(0, quiet - _HOLD)
        if mouth[at] >= 2 > mouth[at - _HOLD] and quiet == 0 and draw.random() < 0.7:
            nods[at : at + len(_NOD)] = _NOD
            quiet = draw.randint(10, 20)
    for seconds in heard:
        at = round(seconds * DRAWINGS_PER_SECOND / _HOLD) * _HOLD
        if draw.random() < 0.6 and at + len(_NOD) <= len(nods) and not any(nods[at : at + len(_NOD)]):
            nods[at : at + len(_NOD)] = _NOD
    return nods


def _tilts(request: SceneRequest, count: int, draw: random.Random) -> list[int]:
    """How the head leans: upright or to a favourite side, the same for a whole shot: few faces to draw."""
    side = draw.choice((-1, 1))
    tilts = [0] * count
    for span in shot_spans(request.scene, request.seconds):
        lean = draw.choice((0, side))
        tilts[span.first_drawing : span.first_drawing + span.drawings] = [lean] * span.drawings
    return tilts

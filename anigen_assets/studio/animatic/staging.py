"""Who stands where, looks which way and holds which pose: decided once for a scene, so that cuts agree.

The line between the first two people is never crossed: who stands on the left looks to the right in every
framing, and the other way round. No pictures and no times belong here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Collection
from dataclasses import dataclass

from anigen_assets.story.plan import ScenePlan, Shot
from anigen_assets.story.vocabulary import Emotion, Framing
from anigen_assets.studio.animatic.figures.acting import Pose
from anigen_assets.studio.ports import SceneRequest

_ACTIONS: tuple[tuple[str, Pose], ...] = (
    (r"\b(walk|stroll|run|hurr|cross|climb|arriv|approach|leav|march|rush|wander|head(s|ing) )", Pose.WALK),
    (r"\b(bow|apologi[sz])", Pose.BOW),
    (r"\b(wav(e|es|ing)|greet|beckon|arms up)", Pose.WAVE),
    (r"\b(point|gestur)", Pose.POINT),
    (r"\b(reach|offer|hand(s|ing) |giv(e|es|ing)|stretch|push|pull|touch)", Pose.REACH),
    (r"\b(sit|sits|sitting|seated)\b", Pose.SIT),
    (r"\b(think|wonder|ponder|consider|hesitat|study|studies|read)", Pose.THINK),
    (r"\b(hold(s|ing)? (a|an|the|up|out|something)\b|carr(y|ies)|clutch|cradl|parcel)", Pose.HOLD),
    (r"\b(arms (crossed|folded)|cross(es|ed) (his|her|their) arms|fold(s|ed) )", Pose.ARMS_CROSSED),
    (r"\b(hands? on (his|her|their) hips?)", Pose.HAND_ON_HIP),
)
_MOODS: dict[Emotion, tuple[Pose, ...]] = {
    Emotion.NEUTRAL: (Pose.NEUTRAL, Pose.HAND_ON_HIP, Pose.THINK),
    Emotion.HAPPY: (Pose.NEUTRAL, Pose.HAND_ON_HIP),
    Emotion.JOYFUL: (Pose.WAVE, Pose.HAND_ON_HIP),
    Emotion.SAD: (Pose.NEUTRAL,),
    Emotion.ANGRY: (Pose.ARMS_CROSSED, Pose.HAND_ON_HIP, Pose.POINT),
    Emotion.SURPRISED: (Pose.NEUTRAL, Pose.THINK),
    Emotion.AFRAID: (Pose.NEUTRAL, Pose.THINK),
    Emotion.DETERMINED: (Pose.HAND_ON_HIP, Pose.ARMS_CROSSED),
    Emotion.EMBARRASSED: (Pose.NEUTRAL, Pose.THINK),
}
_MOST_FIGURES = {Framing.TWO_SHOT: 2, Framing.WIDE: 4}
_NO_FIGURES = frozenset({Framing.ESTABLISHING, Framing.INSERT})
_TURN = 0.46


@dataclass(frozen=True)
class Mark:
    """A person's place in a shot.

    Attributes:
        person: Character id.
        across: 0 is the frame's left edge, 1 its right.
        turn: Of head and body: -1 looks to the viewer's left, 1 to the right.
    """

    person: str
    across: float
    turn: float


class Staging:
    """The places of everyone in a scene."""

    def __init__(self, request: SceneRequest) -> None:
        """Takes the cast in the order in which they are first seen or heard."""
        self._cast = request.cast
        self._scene = request.scene
        self._order = _order(request)

    def people(self, shot: Shot) -> tuple[str, ...]:
        """Who is in frame, main one first; at least one for framings that show people, if anyone is there."""
        if shot.framing in _NO_FIGURES:
            return ()
        wanted = dict.fromkeys(person for person in shot.subjects if person in self._cast)
        speakers = dict.fromkeys(
            line.speaker
            for index, line in enumerate(self._scene.dialogue)
            if index in shot.lines and line.speaker in self._cast
        )
        named = tuple(wanted) or tuple(speakers) or self._order[:1]
        if shot.framing is Framing.WIDE and not wanted:
            named = self._order
        if shot.framing is Framing.TWO_SHOT and len(named) < 2:
            named += tuple(person for person in self._order if person not in named)
        return named[: _MOST_FIGURES.get(shot.framing, 1)]

    def partner(self, person: str, shot: Shot) -> str | None:
        """Over whose shoulder `person` is seen: another subject of the shot, else whom they talk with."""
        others = [
            other for other in (*shot.subjects, *self._order) if other in self._cast and other != person
        ]
        return others[0] if others else None

    def turn(self, person: str) -> float:
        """Which way a person looks when alone in frame."""
        return -_TURN * self.side(person)

    def side(self, person: str) -> int:
        """-1 for the left of the line, 1 for the right, the same in every shot of the scene."""
        if person not in self._order:
            return 1
        return -1 if self._order.index(person) % 2 == 0 else 1

    def marks(self, people: tuple[str, ...]) -> tuple[Mark, ...]:
        """Spreads several people over the frame, from left to right, looking at each other."""
        lined = sorted(people, key=lambda person: (self.side(person), self._rank(person)))
        count = len(lined)
        gap = {1: 0.0, 2: 0.36, 3: 0.26, 4: 0.2}[count]
        first = 0.5 - gap * (count - 1) / 2
        marks = []
        for index, person in enumerate(lined):
            across = first + gap * index
            turn = _TURN if across < 0.49 else -_TURN if across > 0.51 else -_TURN * self.side(person)
            marks.append(Mark(person, across, turn))
        return tuple(marks)

    def _rank(self, person: str) -> int:
        """The first of each side stands next to the line between them."""
        place = self._order.index(person) if person in self._order else len(self._order)
        return -place if self.side(person) < 0 else place


def pose_for(
    shot: Shot,
    person: str,
    names: dict[str, str],
    emotion: Emotion,
    draw: random.Random,
    *,
    taken: Collection[Pose] = (),
) -> Pose:
    """Returns a standing person's pose: what the action says of them, else what suits how they feel.

    Args:
        shot: Its `action` is one sentence.
        person: Character id.
        names: Names by id, as the action may write them.
        emotion: How they feel.
        draw: Chooses among several.
        taken: Poses of others in the shot, which nobody takes without a reason.
    """
    clause = _clause_of(shot.action, person, names, main=shot.subjects[:1] == (person,))
    for pattern, pose in _ACTIONS:
        if clause and re.search(pattern, clause):
            return pose
    return draw.choice([pose for pose in _MOODS[emotion] if pose not in taken] or [Pose.NEUTRAL])


def _clause_of(action: str, person: str, names: dict[str, str], *, main: bool) -> str:
    """The part of the sentence that speaks of a person: from their name to the next one's."""
    text = action.lower()
    found: list[tuple[int, str]] = []
    for other, name in names.items():
        places = [
            text.find(word) for word in (name.lower(), name.lower().split(" ")[0], other) if word in text
        ]
        if places:
            found.append((min(places), other))
    found.sort()
    for index, (at, other) in enumerate(found):
        if other == person:
            end = found[index + 1][0] if index + 1 < len(found) else len(text)
            return text[at:end]
    # Nobody is named: what "she" or "they" do first is what the main one does.
    first = re.split(r"[,;:]| while | and ", text)[0]
    return first if main and not found and re.search(r"\b(she|he|they)\b", first) else ""


def _order(request: SceneRequest) -> tuple[str, ...]:
    scene: ScenePlan = request.scene
    talking = [line.speaker for line in scene.dialogue]
    shown = [person for shot in scene.shots for person in shot.subjects]
    everyone = dict.fromkeys((*talking[:1], *shown[:1], *talking, *shown, *scene.cast))
    return tuple(person for person in everyone if person in request.cast)

"""Shots for a scene: lengths of 4, 6 and 8 s that add up exactly, every line in one of them, room for the cards."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from anigen_assets.providers.offline_director.gestures import closing_view, gesture, opening_view
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.story.plan import DialogueLine, Shot
from anigen_assets.story.vocabulary import CameraMove, Framing, Mood, SetKind, TimeOfDay, Weather

_LENGTHS = (8, 6, 4)
_SECONDS_PER_CHARACTER = 1 / 16
_PAUSE_SECONDS = 0.5


@dataclass(frozen=True)
class Stage:
    """What the camera finds.

    Attributes:
        views: Actions for shots without words.
        first: The title card is drawn at this scene's start.
        last: The next-episode card is drawn at this scene's end.
    """

    place_name: str
    kind: SetKind
    time: TimeOfDay
    weather: Weather
    mood: Mood
    people: Sequence[Person]
    views: Sequence[str]
    first: bool
    last: bool
    seconds: int


@dataclass(frozen=True)
class _Slot:
    """A shot to be given its length: the indexes of its lines and the lengths that are possible."""

    role: str
    lines: tuple[int, ...]
    lengths: tuple[int, ...]


def shots_for(stage: Stage, dialogue: Sequence[DialogueLine], rng: random.Random) -> tuple[Shot, ...]:
    """The scene's shots, in order."""
    slots = _slots(stage, dialogue, rng)
    lengths = _lengths(slots, stage.seconds, rng)
    people = {p.id: p for p in stage.people}
    made: list[Shot] = []
    views = list(stage.views)
    for index, (slot, length) in enumerate(zip(slots, lengths, strict=True)):
        if slot.lines:
            made.append(_spoken(slot, length, dialogue, people, made, rng))
        elif index == 0:
            made.append(_opening(stage, length, rng))
        elif slot.role == "closing":
            made.append(_silent(stage, length, closing_view(stage.kind, rng), Framing.WIDE, rng))
        else:
            made.append(_view(stage, length, views, made, rng))
    return tuple(made)


def _slots(stage: Stage, dialogue: Sequence[DialogueLine], rng: random.Random) -> list[_Slot]:
    opening = _Slot("opening", (), (4, 6) if not stage.first else (6, 4))
    groups = _groups(dialogue, rng)
    slots = [opening, *groups]
    spare = 3 - len(groups)
    if stage.last:
        slots.append(_Slot("closing", (), (6, 4)))
        spare -= 1
    if stage.views and (spare > 0 or rng.random() < 0.5):
        slots.insert(rng.randint(1, max(1, len(groups))), _Slot("view", (), (4, 6)))
    while not _possible(slots, stage.seconds):
        if sum(max(s.lengths) for s in slots) < stage.seconds:
            slots.insert(1 + rng.randrange(len(slots) - 1), _Slot("view", (), (4, 6)))
        else:
            slots = (
                [s for s in slots if s.role != "view"]
                if any(s.role == "view" for s in slots)
                else _packed(slots)
            )
    return slots


def _groups(dialogue: Sequence[DialogueLine], rng: random.Random) -> list[_Slot]:
    """Lines in shots: two short ones may share one."""
    groups: list[_Slot] = []
    index = 0
    while index < len(dialogue):
        pair = index + 1 < len(dialogue)
        together = pair and spoken_seconds(dialogue[index : index + 2]) <= 7.6
        if together and (len(dialogue) >= 4 or rng.random() < 0.3):
            six = spoken_seconds(dialogue[index : index + 2]) <= 5.6
            groups.append(_Slot("lines", (index, index + 1), (8, 6) if six else (8,)))
            index += 2
        else:
            short = spoken_seconds(dialogue[index : index + 1]) <= 4.0
            groups.append(_Slot("lines", (index,), (4, 6, 8) if short else (6, 8)))
            index += 1
    return groups


def spoken_seconds(lines: Sequence[DialogueLine]) -> float:
    """About how long lines take to say one after the other, with a breath before each."""
    return sum(len(line.text) * _SECONDS_PER_CHARACTER + _PAUSE_SECONDS for line in lines)


def _packed(slots: list[_Slot]) -> list[_Slot]:
    """Two single lines in one long shot, when there are too many shots for the time."""
    for i in range(1, len(slots) - 1):
        one, other = slots[i], slots[i + 1]
        if len(one.lines) == 1 and len(other.lines) == 1:
            return [*slots[:i], _Slot("lines", one.lines + other.lines, (8,)), *slots[i + 2 :]]
    return slots[:-1]


def _possible(slots: Sequence[_Slot], seconds: int) -> bool:
    sums = {0}
    for slot in slots:
        sums = {s + length for s in sums for length in slot.lengths}
    return seconds in sums


def _lengths(slots: Sequence[_Slot], seconds: int, rng: random.Random) -> list[int]:
    """One length a slot, adding up to the scene; lines get more room before silence does."""
    if not slots:
        return []
    options = list(slots[0].lengths)
    if rng.random() < 0.5:
        options.reverse()
    for length in options:
        rest = slots[1:]
        if (not rest and length == seconds) or (rest and _possible(rest, seconds - length)):
            return [length, *_lengths(rest, seconds - length, rng)]
    raise ValueError("no lengths add up to the scene")


def _opening(stage: Stage, length: int, rng: random.Random) -> Shot:
    wide = not stage.first and rng.random() < 0.4
    moves: tuple[CameraMove, ...] = (
        CameraMove.PAN_LEFT,
        CameraMove.PAN_RIGHT,
        CameraMove.TILT_DOWN,
        CameraMove.PULL_OUT,
        CameraMove.LOCKED,
    )
    if wide:
        moves = (CameraMove.PUSH_IN, CameraMove.LOCKED, CameraMove.PAN_RIGHT)
    subjects = tuple(p.id for p in stage.people[:3]) if wide else ()
    action = opening_view(stage.place_name, stage.kind, stage.time, stage.weather, rng)
    if wide:
        action = f"{action} {_listed([p.short for p in stage.people[:3]])} in the middle of it."
    return Shot(
        framing=Framing.WIDE if wide else Framing.ESTABLISHING,
        camera=moves[rng.randrange(len(moves))],
        action=action[:240],
        subjects=subjects,
        duration_seconds=length,
    )


def _silent(stage: Stage, length: int, action: str, framing: Framing, rng: random.Random) -> Shot:
    moves: tuple[CameraMove, ...] = (CameraMove.LOCKED, CameraMove.PUSH_IN, CameraMove.PAN_LEFT)
    if framing is Framing.WIDE:
        moves = (CameraMove.PULL_OUT, CameraMove.TILT_UP, CameraMove.PAN_RIGHT)
    subjects = tuple(p.id for p in stage.people[:3]) if framing is Framing.WIDE else ()
    return Shot(
        framing=framing,
        camera=moves[rng.randrange(len(moves))],
        action=action[:240],
        subjects=subjects,
        duration_seconds=length,
    )


def _view(stage: Stage, length: int, views: list[str], before: Sequence[Shot], rng: random.Random) -> Shot:
    """A shot without words: what the script shows, else somebody listening."""
    if views:
        return _silent(stage, length, views.pop(0), Framing.INSERT, rng)
    seen = {shot.subjects[0] for shot in before[-1:] if shot.subjects}
    others = [p for p in stage.people if p.id not in seen] or list(stage.people)
    person = others[rng.randrange(len(others))]
    shot = _silent(stage, length, gesture(person, "listening", rng), Framing.MEDIUM, rng)
    return shot.model_copy(update={"subjects": (person.id,)})


def _spoken(
    slot: _Slot,
    length: int,
    dialogue: Sequence[DialogueLine],
    people: dict[str, Person],
    before: Sequence[Shot],
    rng: random.Random,
) -> Shot:
    speakers = list(dict.fromkeys(dialogue[i].speaker for i in slot.lines))
    others = [p for p in people if p not in speakers]
    listener = speakers[1] if len(speakers) > 1 else (others[0] if others else "")
    if len(speakers) > 1:
        framing = Framing.TWO_SHOT
    else:
        options = [Framing.CLOSE_UP, Framing.MEDIUM, Framing.OVER_SHOULDER, Framing.TWO_SHOT]
        last = before[-1].framing if before else None
        options = [f for f in options if f is not last and (listener or f not in _NEEDS_TWO)]
        framing = options[rng.randrange(len(options))]
    subjects = (speakers[0], listener) if framing in _NEEDS_TWO and listener else (speakers[0],)
    line = dialogue[slot.lines[0]]
    action = gesture(people[speakers[0]], line.emotion.value, rng, people[listener] if listener else None)
    moves = (
        CameraMove.LOCKED,
        CameraMove.LOCKED,
        CameraMove.PUSH_IN,
        CameraMove.PAN_RIGHT,
        CameraMove.PULL_OUT,
    )
    camera = (
        CameraMove.PUSH_IN
        if framing is Framing.CLOSE_UP and length >= 6
        else moves[rng.randrange(len(moves))]
    )
    return Shot(
        framing=framing,
        camera=camera,
        action=action[:240],
        subjects=subjects,
        lines=slot.lines,
        duration_seconds=length,
    )


_NEEDS_TWO = frozenset({Framing.OVER_SHOULDER, Framing.TWO_SHOT})


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"

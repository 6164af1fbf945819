"""What is heard in a place besides its air: animals, clocks and rails by habit, steps and doors by the action."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from anigen_assets.story.vocabulary import SetKind, TimeOfDay, Weather
from anigen_assets.studio.ports import SceneRequest

_DAYLIGHT: Final = frozenset({TimeOfDay.MORNING, TimeOfDay.DAY})
_EVENING: Final = frozenset({TimeOfDay.DUSK})
_NIGHT: Final = frozenset({TimeOfDay.NIGHT})
_ALWAYS: Final = frozenset(TimeOfDay)
_FAIR: Final = frozenset({Weather.CLEAR, Weather.CLOUDY})
_ANY: Final = frozenset(Weather)


@dataclass(frozen=True)
class Habit:
    """A sound that comes again and again.

    Attributes:
        sound: An accent.
        every_seconds: How often, on average.
        level_db: Its level.
        times: When it is heard.
        weathers: In which weather.
        regular: Like a clock, and not by chance.
    """

    sound: str
    every_seconds: float
    level_db: float
    times: frozenset[TimeOfDay] = _ALWAYS
    weathers: frozenset[Weather] = _ANY
    regular: bool = False


@dataclass(frozen=True)
class Heard:
    """An accent at a time in the scene."""

    sound: str
    start_seconds: float
    level_db: float
    pan: float


_INSECTS: Final = (
    Habit("cricket", 1.7, -34, _NIGHT, _FAIR),
    Habit("bell_cricket", 4.5, -36, _NIGHT, _FAIR),
    Habit("cicada", 7.0, -36, _EVENING, _FAIR),
)
_BIRDS: Final = (Habit("bird", 4.0, -30, _DAYLIGHT, _FAIR), Habit("crow", 14.0, -34, _EVENING, _FAIR))

_HABITS: Final[dict[SetKind, tuple[Habit, ...]]] = {
    SetKind.ROOFTOP: (*_BIRDS, Habit("horn", 19.0, -40, weathers=_FAIR)),
    SetKind.CLASSROOM: (Habit("clock", 1.0, -38, regular=True), Habit("school_bell", 60.0, -34, _DAYLIGHT)),
    SetKind.SHRINE: (
        *_BIRDS, *_INSECTS, Habit("wind_chime", 9.0, -34, weathers=_FAIR), Habit("temple_bell", 24.0, -28, _EVENING),
    ),
    SetKind.STREET: (*_BIRDS, Habit("bicycle_bell", 21.0, -38, _DAYLIGHT, _FAIR), Habit("dog", 23.0, -40, _NIGHT)),
    SetKind.SEASIDE: (Habit("gull", 8.0, -33, _DAYLIGHT, _FAIR), Habit("gull", 13.0, -35, _EVENING)),
    SetKind.TRAIN: (Habit("clack", 1.25, -29, regular=True),),
    SetKind.CITY: (Habit("horn", 14.0, -37), Habit("platform_chime", 40.0, -40, _DAYLIGHT)),
    SetKind.FOREST: (
        *_BIRDS, *_INSECTS, Habit("warbler", 9.0, -31, _DAYLIGHT, _FAIR), Habit("owl", 9.0, -32, _NIGHT),
    ),
    SetKind.RIVERBANK: (*_BIRDS, *_INSECTS, Habit("frog", 4.0, -34, _NIGHT)),
    SetKind.CAFE: (Habit("cup", 4.5, -34), Habit("shop_bell", 26.0, -34)),
    SetKind.BEDROOM: (Habit("clock", 1.0, -40, regular=True), Habit("dog", 28.0, -46, _NIGHT)),
    SetKind.LIBRARY: (Habit("page", 7.0, -34), Habit("clock", 1.0, -42, regular=True)),
    SetKind.STATION: (Habit("platform_chime", 17.0, -32), Habit("whistle", 30.0, -38)),
    SetKind.OBSERVATORY: (Habit("relay", 3.7, -36), Habit("owl", 17.0, -42, _NIGHT, _FAIR)),
    SetKind.HARBOR: (
        Habit("gull", 8.0, -34, _DAYLIGHT, _FAIR), Habit("buoy", 11.0, -36),
        Habit("foghorn", 17.0, -30, weathers=frozenset({Weather.FOG})),
    ),
    SetKind.WORKSHOP: (Habit("tink", 9.0, -35), Habit("clock", 0.5, -44, regular=True)),
}  # fmt: skip
_WET: Final = Habit("drip", 1.4, -36)

_SOFT_GROUND: Final = frozenset({SetKind.SHRINE, SetKind.SEASIDE, SetKind.FOREST, SetKind.RIVERBANK})
_BOARDS: Final = frozenset(
    {SetKind.CLASSROOM, SetKind.CAFE, SetKind.BEDROOM, SetKind.LIBRARY, SetKind.WORKSHOP, SetKind.OBSERVATORY}
)
_STEPS_DB: Final = -22.0
_DEED_DB: Final = -22.0
_BEHIND_SPEECH_DB: Final = -4.0

# Only what surely sounds: people turn, take half a step and nearly drop things all the time, in silence.
_DEEDS: Final = (
    (re.compile(r"\b(runs?|running|rush(es)?|sprints?|chas(es|ing)|hurr(y|ies))\b"), "run"),
    (
        re.compile(r"\b(walks?|walking|climbs?|climbing|cross(es|ing)|enters?|arrives?|strolls?|paces?)\b"),
        "walk",
    ),
    (re.compile(r"\b(knocks?|knocking)\b"), "knock"),
    (re.compile(r"\b(door|doors|gate|hatch)\b.*\b(opens?|closes?|shuts?|slides?|slams?)\b"), "door"),
    (re.compile(r"\b(opens?|closes?|shuts?|slides?|slams?)\b.*\b(door|doors|gate|hatch)\b"), "door"),
    (re.compile(r"\b(letter|paper|papers|page|pages|map|notebook|envelope|photograph|logbook)\b"), "page"),
    (re.compile(r"\b(bell|bells) (rings?|tolls?|sounds?)\b|\b(rings?|tolls?)\b.*\bbells?\b"), "temple_bell"),
    (re.compile(r"\b(phone|telephone) rings?\b"), "phone"),
    (re.compile(r"\b(splash|splashes|puddle|puddles|dives?)\b"), "splash"),
    (re.compile(r"\b(collapses?|falls (down|over)|lands|thuds?)\b"), "thud"),
    (re.compile(r"\b(embraces?|hugs?|spins?|throws both arms)\b"), "swish"),
    (re.compile(r"\b(cup|cups|teacup|teapot|kettle|saucer)\b"), "cup"),
)
_MOST_DEEDS: Final = 3


def heard_in(request: SceneRequest, spoken: Sequence[tuple[float, float]]) -> list[Heard]:
    """Every accent of a scene in order of time; background softens while somebody talks."""
    draw = random.Random(f"foley {request.seed}")
    heard = _by_habit(request, draw) + _by_action(request, draw)
    softened = []
    for sound in sorted(heard, key=lambda one: (one.start_seconds, one.sound)):
        talking = any(begin - 0.3 < sound.start_seconds < end for begin, end in spoken)
        level = sound.level_db + (_BEHIND_SPEECH_DB if talking else 0.0)
        softened.append(Heard(sound.sound, sound.start_seconds, level, sound.pan))
    return softened


def _by_habit(request: SceneRequest, draw: random.Random) -> list[Heard]:
    scene, kind = request.scene, request.place.look.set_kind
    habits = list(_HABITS[kind])
    if scene.weather is Weather.RAIN:
        habits.append(_WET)
    heard = []
    for habit in habits:
        if scene.time_of_day not in habit.times or scene.weather not in habit.weathers:
            continue
        pan = draw.uniform(-0.7, 0.7)
        at = 0.4 if habit.regular else draw.uniform(0.6, 1.2 * habit.every_seconds)
        while at < request.seconds - 1.0:
            level = habit.level_db + (0.0 if habit.regular else draw.uniform(-4.0, 1.0))
            heard.append(Heard(habit.sound, at, level, pan))
            at += habit.every_seconds * (1.0 if habit.regular else draw.uniform(0.6, 1.5))
            pan = pan if habit.regular else min(max(pan + draw.uniform(-0.3, 0.3), -0.8), 0.8)
    return heard


def _by_action(request: SceneRequest, draw: random.Random) -> list[Heard]:
    """At most one deed a shot and three a scene, just after the cut."""
    heard: list[Heard] = []
    at = 0.0
    deeds = 0
    for shot in request.scene.shots:
        action = shot.action.lower()
        deed = next((name for pattern, name in _DEEDS if pattern.search(action)), None)
        deeds += deed is not None
        if deeds > _MOST_DEEDS:
            break
        if deed in ("walk", "run"):
            heard += _footsteps(request.place.look.set_kind, at + 0.4, deed == "run", draw)
        elif deed is not None:
            heard.append(Heard(deed, at + 0.5, _DEED_DB, draw.uniform(-0.2, 0.2)))
        at += shot.duration_seconds
    return [one for one in heard if one.start_seconds < request.seconds - 0.5]


def _footsteps(kind: SetKind, start_seconds: float, running: bool, draw: random.Random) -> list[Heard]:
    ground = "step_soft" if kind in _SOFT_GROUND else "step_wood" if kind in _BOARDS else "step_hard"
    pace = 0.31 if running else 0.56
    count = 9 if running else 5
    pan = draw.uniform(-0.4, 0.0)
    return [
        Heard(
            ground, start_seconds + pace * i + draw.uniform(-0.02, 0.02), _STEPS_DB - 0.6 * i, pan + 0.08 * i
        )
        for i in range(count)
    ]

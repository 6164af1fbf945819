"""Scene requests to look at, and small helpers that draw them without sound or encoder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from anigen_assets.story.looks import Look, PlaceLook, Voice
from anigen_assets.story.plan import DialogueLine, ScenePlan, Shot
from anigen_assets.story.vocabulary import (
    CameraMove,
    Emotion,
    EyeShape,
    Framing,
    HairStyle,
    Mood,
    Outfit,
    SetKind,
    TimeOfDay,
    Weather,
)
from anigen_assets.studio.animatic.programme import Programme
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.timing import DRAWINGS_PER_SECOND, ShotSpan, shot_spans
from anigen_assets.studio.ports import CastFace, Quality, SceneRequest, SetDressing, SpokenLine


def face(name: str, hair: HairStyle, *, age: int = 17, masculine: bool = False) -> CastFace:
    look = Look(
        age=age,
        hair_style=hair,
        hair_colour="#332244" if masculine else "#c86a3a",
        eye_shape=EyeShape.ROUND,
        eye_colour="#2c7a8a",
        skin_colour="#f2d0b8",
        outfit=Outfit.JACKET if masculine else Outfit.SAILOR,
        outfit_colour="#2f4a6d",
        accent_colour="#d8a23c",
        masculine=masculine,
    )
    return CastFace(name.lower(), name, look, Voice(pitch_hz=140 if masculine else 250))


CAST = {
    one.id: one
    for one in (
        face("Aoi", HairStyle.BOB),
        face("Ren", HairStyle.SPIKY, masculine=True),
        face("Mika", HairStyle.TWIN_TAILS, age=8),
    )
}
TALK = (
    DialogueLine(speaker="aoi", text="Did you hear that?", emotion=Emotion.SURPRISED),
    DialogueLine(speaker="ren", text="It rings for everyone.", emotion=Emotion.SAD),
)


def shot(
    framing: Framing,
    camera: CameraMove = CameraMove.LOCKED,
    *,
    action: str = "They wait.",
    subjects: tuple[str, ...] = ("aoi", "ren"),
    lines: tuple[int, ...] = (),
    seconds: int = 4,
) -> Shot:
    return Shot(
        framing=framing,
        camera=camera,
        action=action,
        subjects=subjects,
        lines=lines,
        duration_seconds=seconds,  # type: ignore[arg-type]
    )


def request(
    *shots: Shot, seconds: int | None = None, weather: Weather = Weather.CLEAR, **changes: object
) -> SceneRequest:
    """A scene on a rooftop at dusk with the given shots, 480 rows high."""
    scene = ScenePlan(
        slot=1,
        place="roof",
        time_of_day=TimeOfDay.DUSK,
        weather=weather,
        mood=Mood.HOPEFUL,
        cast=tuple(CAST),
        summary="They hear a bell.",
        dialogue=TALK,
        shots=shots,
        video_prompt="A roof.",
    )
    made = SceneRequest(
        series_title="Lanterns",
        series_native_title="灯",
        number=3,
        episode_title="The Bell",
        hour_key="2026-11-22-14:00",
        scene=scene,
        cast=CAST,
        place=SetDressing("roof", "The Roof", PlaceLook(set_kind=SetKind.ROOFTOP)),
        seconds=seconds if seconds is not None else scene.seconds,
        first=False,
        last=False,
        next_teaser="The bell answers.",
        quality=Quality.P480,
        burn_subtitles=False,
        seed=7,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def spoken(made: SceneRequest, starts: tuple[float, ...] = (0.5, 2.25)) -> tuple[SpokenLine, ...]:
    """The lines of `TALK`, 1.5 s each."""
    return tuple(
        SpokenLine(line.speaker, CAST[line.speaker].name, line.text, start, start + 1.5)
        for line, start in zip(made.scene.dialogue, starts, strict=False)
    )


def mouths(made: SceneRequest, lines: tuple[SpokenLine, ...]) -> tuple[np.ndarray, ...]:
    """Mouths that open and close while a line is heard."""
    shapes = []
    for line in lines:
        track = np.zeros(made.seconds * DRAWINGS_PER_SECOND, np.uint8)
        first, last = (round(at * DRAWINGS_PER_SECOND) for at in (line.start_seconds, line.end_seconds))
        track[first:last] = np.resize((2, 2, 1, 1, 3, 3, 0, 0), last - first)
        shapes.append(track)
    return tuple(shapes)


def setup(made: SceneRequest) -> Setup:
    lines = spoken(made)
    return Setup(made, lines, mouths(made, lines))


def span(made: SceneRequest, index: int = 0) -> ShotSpan:
    return shot_spans(made.scene, made.seconds)[index]


def drawn(made: SceneRequest) -> list[tuple[int, np.ndarray]]:
    """Every picture of a scene with its tick."""
    lines = spoken(made)
    return [
        (tick, picture.copy()) for picture, tick in Programme(made, lines, mouths(made, lines)).pictures()
    ]


def seen_at(pictures: Iterable[tuple[int, np.ndarray]], tick: int) -> np.ndarray:
    """The picture that is shown at a tick."""
    return [picture for at, picture in pictures if at <= tick][-1]


def digest(pictures: Iterable[tuple[int, np.ndarray]]) -> str:
    total = hashlib.sha256()
    for tick, picture in pictures:
        total.update(b"%d" % tick)
        total.update(picture)
    return total.hexdigest()

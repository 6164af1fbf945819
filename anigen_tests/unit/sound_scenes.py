"""Scene requests to listen to, and FFmpeg's loudness meter as the referee of ours."""

from __future__ import annotations

import contextlib
import math
from fractions import Fraction

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

from anigen_assets.story.looks import Look, PlaceLook, Voice
from anigen_assets.story.plan import DialogueLine, ScenePlan, Shot
from anigen_assets.story.vocabulary import (
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
from anigen_assets.studio.ports import SAMPLE_RATE_HZ, CastFace, Quality, SceneRequest, SetDressing


def face(name: str, pitch_hz: int, age: int = 17, pace: float = 1.0, brightness: float = 0.5) -> CastFace:
    look = Look(
        age=age,
        hair_style=HairStyle.BOB,
        hair_colour="#332211",
        eye_shape=EyeShape.ROUND,
        eye_colour="#224466",
        skin_colour="#f2d0b8",
        outfit=Outfit.BLAZER,
        outfit_colour="#223344",
        accent_colour="#aa3322",
        masculine=pitch_hz < 165,
    )
    return CastFace(name.lower(), name, look, Voice(pitch_hz=pitch_hz, pace=pace, brightness=brightness))


CAST = {
    one.id: one
    for one in (
        face("Aoi", 245, pace=1.1, brightness=0.7),
        face("Ren", 128, pace=0.95, brightness=0.4),
        face("Mika", 315, age=8, pace=1.15, brightness=0.8),
        face("Ojii", 96, age=78, pace=0.8, brightness=0.3),
    )
}

TALK = (
    DialogueLine(speaker="aoi", text="Did you hear that? The bell rang twice.", emotion=Emotion.SURPRISED),
    DialogueLine(speaker="ren", text="It rings for everyone who forgot their name.", emotion=Emotion.SAD),
    DialogueLine(speaker="mika", text="Then we have to give it one!", emotion=Emotion.JOYFUL),
    DialogueLine(speaker="ojii", text="Careful, child. Names are heavy...", emotion=Emotion.NEUTRAL),
)
SHOTS = (
    Shot(framing=Framing.WIDE, action="They walk to the gate.", duration_seconds=8),
    Shot(framing=Framing.MEDIUM, action="Aoi stops.", lines=(0,), duration_seconds=8),
    Shot(framing=Framing.CLOSE_UP, action="Ren answers.", lines=(1,), duration_seconds=6),
    Shot(framing=Framing.TWO_SHOT, action="They look at each other.", lines=(2, 3), duration_seconds=8),
)


def request(
    *,
    mood: Mood = Mood.HOPEFUL,
    kind: SetKind = SetKind.STREET,
    time: TimeOfDay = TimeOfDay.DAY,
    weather: Weather = Weather.CLEAR,
    dialogue: tuple[DialogueLine, ...] = TALK,
    shots: tuple[Shot, ...] = SHOTS,
    first: bool = False,
    last: bool = False,
    seed: int = 7,
    seconds: int = 30,
) -> SceneRequest:
    scene = ScenePlan(
        slot=1,
        place="place",
        time_of_day=time,
        weather=weather,
        mood=mood,
        cast=tuple(CAST),
        summary="They hear a bell.",
        dialogue=dialogue,
        shots=shots,
        video_prompt="A street.",
    )
    place = SetDressing("place", "The place", PlaceLook(set_kind=kind))
    return SceneRequest(
        series_title="Lanterns",
        series_native_title="",
        number=1,
        episode_title="The Bell",
        hour_key="2026-11-22-14:00",
        scene=scene,
        cast=CAST,
        place=place,
        seconds=seconds,
        first=first,
        last=last,
        next_teaser="",
        quality=Quality.P480,
        burn_subtitles=False,
        seed=seed,
    )


def silent_request(**changes: object) -> SceneRequest:
    """A scene in which nobody speaks."""
    shots = tuple(shot.model_copy(update={"lines": ()}) for shot in SHOTS)
    return request(dialogue=(), shots=shots, **changes)  # type: ignore[arg-type]


def referee(pcm: NDArray[np.float32]) -> tuple[float, float]:
    """Loudness in LUFS and true peak in dBTP of `(2, samples)` at 48 kHz, by FFmpeg's `ebur128`."""
    graph = Graph()
    source = graph.add_abuffer(
        format="fltp", sample_rate=SAMPLE_RATE_HZ, layout="stereo", time_base=Fraction(1, SAMPLE_RATE_HZ)
    )
    meter = graph.add("ebur128", "peak=true:metadata=1:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm), format="fltp", layout="stereo")
    frame.sample_rate, frame.pts = SAMPLE_RATE_HZ, 0
    graph.push(frame)
    graph.push(None)
    said: dict[str, str] = {}
    with contextlib.suppress(av.error.EOFError, av.error.BlockingIOError):
        while True:
            said |= graph.pull().metadata
    return float(said["lavfi.r128.I"]), 20 * math.log10(float(said["lavfi.r128.true_peak"]) + 1e-9)

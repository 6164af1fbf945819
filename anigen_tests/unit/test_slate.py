"""The slate studio: the plan as a still card, and yet a film like any other."""

from pathlib import Path

import av
import numpy as np
import pytest

from anigen_assets.errors import MissingLibraryError, StudioError
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
from anigen_assets.studio import skia_library
from anigen_assets.studio.film import join_scenes, probe
from anigen_assets.studio.inspect import STILL_LIMITS, findings, inspect_film
from anigen_assets.studio.ports import CastFace, Quality, SceneRequest, SetDressing, Studio
from anigen_assets.studio.slate import SlateStudio

LOOK = Look(
    age=17,
    hair_style=HairStyle.BOB,
    hair_colour="#222222",
    eye_shape=EyeShape.ROUND,
    eye_colour="#335577",
    skin_colour="#ffddcc",
    outfit=Outfit.SAILOR,
    outfit_colour="#223344",
    accent_colour="#cc3344",
)
TEXTS = ("The tide came back <at noon>.", "You always say that --> and more.", "……静かだね。", "Hm. 🙂")


def request(
    *,
    slot: int = 1,
    texts: tuple[str, ...] = TEXTS,
    quality: Quality = Quality.P480,
    summary: str = "They meet.",
) -> SceneRequest:
    cast = {name: CastFace(name, name.title(), LOOK, Voice(pitch_hz=220)) for name in ("ren", "mio")}
    plan = ScenePlan(
        slot=slot,
        place="pier",
        time_of_day=TimeOfDay.DUSK,
        weather=Weather.RAIN,
        mood=Mood.TENSE,
        cast=tuple(cast),
        summary=summary,
        dialogue=tuple(
            DialogueLine(speaker=("ren", "mio")[i % 2], text=text, emotion=Emotion.NEUTRAL)
            for i, text in enumerate(texts)
        ),
        shots=tuple(Shot(framing=Framing.WIDE, action="They talk.", duration_seconds=6) for _ in range(5)),
        video_prompt="A pier.",
    )
    return SceneRequest(
        series_title="Tidewatch",
        series_native_title="潮守り",
        number=12,
        episode_title="The Bell",
        hour_key="2026-01-01-00:00",
        scene=plan,
        cast=cast,
        place=SetDressing("pier", "The Old Pier", PlaceLook(set_kind=SetKind.HARBOR)),
        seconds=30,
        first=slot == 1,
        last=slot == 6,
        next_teaser="The keeper opens the door.",
        quality=quality,
        burn_subtitles=False,
        seed=7,
    )


def card(path: Path) -> np.ndarray:
    with av.open(str(path)) as film:
        return next(film.decode(video=0)).to_ndarray(format="gray")


def test_it_is_a_studio():
    studio: Studio = SlateStudio()
    assert studio.name == "slate"


def test_a_scene_is_a_real_film_of_its_length(tmp_path):
    film = SlateStudio().make_scene(request(), tmp_path / "scene.mp4")
    assert film.facts == probe(tmp_path / "scene.mp4")
    assert (film.facts.seconds, film.facts.audio_seconds, film.facts.video_profile) == (30.0, 30.0, "High")


@pytest.mark.parametrize("quality", list(Quality))
def test_every_quality_has_its_size(tmp_path, quality):
    facts = SlateStudio().make_scene(request(quality=quality), tmp_path / "scene.mp4").facts
    assert (facts.width_px, facts.height_px) == quality.size_px


def test_the_ground_reaches_every_edge(tmp_path):
    SlateStudio().make_scene(request(), tmp_path / "scene.mp4")
    luma = card(tmp_path / "scene.mp4").astype(int)
    assert np.ptp([luma[2, 2], luma[2, -1], luma[-1, 2], luma[-1, -1]]) <= 3


def test_the_plan_is_on_the_card(tmp_path):
    studio = SlateStudio()
    studio.make_scene(request(texts=()), tmp_path / "quiet.mp4")
    studio.make_scene(request(), tmp_path / "talking.mp4")
    lit = [int((card(tmp_path / name) > 150).sum()) for name in ("quiet.mp4", "talking.mp4")]
    assert lit[0] > 1500
    assert lit[1] > lit[0] + 1500


def test_the_longest_plan_fits_and_is_made(tmp_path):
    long = request(texts=("word " * 31,) * 12, summary="word " * 119)
    assert SlateStudio().make_scene(long, tmp_path / "scene.mp4").facts.seconds == 30.0


def test_the_same_request_has_the_same_bytes(tmp_path):
    studio = SlateStudio()
    first = studio.make_scene(request(), tmp_path / "a.mp4").facts.sha256
    assert studio.make_scene(request(), tmp_path / "b.mp4").facts.sha256 == first


def test_lines_are_in_order_inside_the_scene_and_never_overlap():
    lines = SlateStudio().time_lines(request(texts=tuple("abcdefghijkl")))
    assert [line.text for line in lines] == list("abcdefghijkl")
    edges = [edge for line in lines for edge in (line.start_seconds, line.end_seconds)]
    assert edges == sorted(edges)
    assert edges[0] >= 0.5
    assert edges[-1] <= 29.5


def test_the_film_tells_the_same_lines_as_the_timing(tmp_path):
    studio = SlateStudio()
    assert studio.make_scene(request(), tmp_path / "scene.mp4").lines == studio.time_lines(request())


def test_a_scene_without_words_has_no_lines(tmp_path):
    assert SlateStudio().make_scene(request(texts=()), tmp_path / "scene.mp4").lines == ()


def test_a_speaker_outside_the_cast_is_refused(tmp_path):
    stranger = request()
    unknown = SceneRequest(**{**vars(stranger), "cast": {}})
    with pytest.raises(StudioError, match="'ren' speaks in scene 1"):
        SlateStudio().make_scene(unknown, tmp_path / "scene.mp4")
    assert list(tmp_path.iterdir()) == []


def test_six_scenes_join(tmp_path):
    studio = SlateStudio()
    paths = [studio.make_scene(request(slot=s), tmp_path / f"{s}.mp4").path for s in range(1, 7)]
    facts = join_scenes(paths, tmp_path / "film.mp4")
    assert (facts.seconds, facts.audio_seconds) == (180.0, 180.0)


def test_a_slate_passes_its_own_inspection(tmp_path):
    SlateStudio().make_scene(request(), tmp_path / "scene.mp4")
    assert findings(inspect_film(tmp_path / "scene.mp4"), STILL_LIMITS) == ()


def test_a_missing_library_is_told_before_anything_is_drawn(tmp_path, monkeypatch):
    def missing() -> None:
        raise MissingLibraryError("libGL.so.1 cannot be loaded.")

    monkeypatch.setattr(skia_library, "load", missing)
    with pytest.raises(MissingLibraryError):
        SlateStudio().make_scene(request(), tmp_path / "scene.mp4")
    assert list(tmp_path.iterdir()) == []

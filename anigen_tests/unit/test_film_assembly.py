"""An episode's folder: film, subtitles, poster, thumbnail and a manifest that tells the truth about them."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import av
import pytest

from anigen_assets.errors import MediaError
from anigen_assets.studio.film import FilmWriter, probe
from anigen_assets.studio.film.assembly import EpisodeFiles, EpisodeJob, SceneInput, assemble
from anigen_assets.studio.film.posters import POSTER_BYTES, write_posters
from anigen_tests.unit.films import line, make_film, picture

SIZE_PX = (1280, 720)


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scenes")
    scenes = []
    for slot in range(6):
        path = folder / f"scene_{slot + 1}.mp4"
        facts = make_film(path, seconds=4, ticks=range(0, 96, 24), shade=40 + slot * 10, size_px=SIZE_PX)
        scenes.append(
            SceneInput(path, f"Place {slot + 1}", (line(f"Line {slot + 1}."),), facts.sha256, -16.0312)
        )
    return EpisodeJob(
        "tidewatch", "Tidewatch", "2026-01-01-00:00", 7, "灯台 & the bell", "Synopsis.", tuple(scenes)
    )


@pytest.fixture(scope="module")
def files(job, tmp_path_factory):
    return assemble(job, tmp_path_factory.mktemp("episode"))


def manifest(files: EpisodeFiles) -> dict:
    return json.loads(files.paths["manifest"].read_text(encoding="utf-8"))


def size_of(path: Path) -> tuple[int, int]:
    with av.open(str(path)) as image:
        return image.streams.video[0].width, image.streams.video[0].height


def test_every_kind_of_file_is_there(files):
    assert set(files.paths) == {"film", "vtt", "poster", "thumbnail", "manifest"}
    assert all(path.stat().st_size for path in files.paths.values())


def test_nothing_else_is_left_in_the_folder(files):
    folder = files.paths["film"].parent
    assert {path.name for path in folder.iterdir()} == {path.name for path in files.paths.values()}


def test_the_film_is_what_its_facts_say(files):
    assert probe(files.paths["film"]) == files.facts
    assert files.facts.seconds == 24.0


def test_the_manifest_hashes_every_other_file(files):
    told = {
        entry["kind"]: (entry["name"], entry["bytes"], entry["sha256"]) for entry in manifest(files)["files"]
    }
    content = {kind: path.read_bytes() for kind, path in files.paths.items() if kind != "manifest"}
    assert told == {
        kind: (files.paths[kind].name, len(data), hashlib.sha256(data).hexdigest())
        for kind, data in content.items()
    }


def test_the_manifest_says_whose_film_it_is(files):
    told = manifest(files)
    assert (told["schema_version"], told["hour"], told["number"], told["title"]) == (
        1,
        "2026-01-01-00:00",
        7,
        "灯台 & the bell",
    )


def test_the_manifest_tells_scenes_and_chapters(files):
    told = manifest(files)
    assert [scene["seconds"] for scene in told["scenes"]] == [4.0] * 6
    assert told["scenes"][0]["loudness_lufs"] == -16.03
    assert told["chapters"][1] == {"title": "Place 2", "start_seconds": 4.0, "end_seconds": 8.0}


def test_subtitles_are_in_episode_time(files):
    text = files.paths["vtt"].read_text(encoding="utf-8")
    assert "00:00:21.000 --> 00:00:22.000\n<v Ren>Line 6.</v>" in text


def test_poster_and_thumbnail_have_their_sizes(files):
    assert size_of(files.paths["poster"]) == (1280, 720)
    assert size_of(files.paths["thumbnail"]) == (480, 270)


def test_assembling_again_gives_the_same_bytes(job, files, tmp_path):
    again = assemble(job, tmp_path)
    assert {kind: path.read_bytes() for kind, path in again.paths.items()} == {
        kind: path.read_bytes() for kind, path in files.paths.items()
    }


def test_a_scene_that_has_changed_is_refused(job, tmp_path):
    other = replace(job.scenes[2], sha256="0" * 64)
    changed = replace(job, scenes=(*job.scenes[:2], other, *job.scenes[3:]))
    with pytest.raises(MediaError, match=r"scene_3\.mp4 is not the scene that was made"):
        assemble(changed, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_poster_shows_something_and_not_the_dark(tmp_path):
    writer = FilmWriter(tmp_path / "film.mp4", (320, 180), 30)
    for tick in range(0, 720, 48):
        writer.write_picture(picture(16) if tick != 192 else picture(90, 100), tick)
    writer.close()
    assert write_posters(tmp_path / "film.mp4", tmp_path / "poster.jpg") == 8.0


def test_the_poster_of_a_given_time_is_the_key_frame_before_it(tmp_path):
    make_film(tmp_path / "film.mp4")
    assert write_posters(tmp_path / "film.mp4", tmp_path / "poster.jpg", at_seconds=13.5) == 12.0


def test_colours_of_the_poster_are_those_of_the_film(tmp_path):
    writer = FilmWriter(tmp_path / "film.mp4", (320, 180), 2)
    red = picture(63)  # BT.709 code of pure red: Y 63, U 102, V 240
    chroma = red[180:].reshape(2, 90, 160)
    chroma[0], chroma[1] = 102, 240
    writer.write_picture(red, 0)
    writer.close()
    write_posters(tmp_path / "film.mp4", tmp_path / "poster.jpg")
    with av.open(str(tmp_path / "poster.jpg")) as image:
        pixel = next(image.decode(video=0)).to_ndarray(format="rgb24")[90, 160]
    assert all(abs(int(seen) - meant) <= 6 for seen, meant in zip(pixel, (255, 0, 0), strict=True))


def test_a_noisy_poster_keeps_below_its_limit(tmp_path):
    import numpy as np

    writer = FilmWriter(tmp_path / "film.mp4", SIZE_PX, 2)
    noise = np.random.default_rng(1).integers(16, 235, (1080, 1280), dtype=np.uint8)
    writer.write_picture(noise, 0)
    writer.close()
    write_posters(tmp_path / "film.mp4", tmp_path / "poster.jpg")
    assert (tmp_path / "poster.jpg").stat().st_size <= POSTER_BYTES

"""What FilmWriter promises about the file it leaves, and about the file it does not leave."""

import gc
import os
import subprocess
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from anigen_assets.errors import DiskFullError, StudioError
from anigen_assets.studio.film import FilmWriter, probe
from anigen_tests.unit.films import SIZE_PX, make_film, picture, tone


def shown(path: Path) -> list[tuple[int, int]]:
    """(tick, luma of a corner) of every decoded picture."""
    with av.open(str(path)) as film:
        stream = film.streams.video[0]
        return [(round(frame.time * 24), int(frame.to_ndarray()[10, 10])) for frame in film.decode(stream)]


def test_film_is_h264_high_420_with_aac_stereo(tmp_path):
    facts = make_film(tmp_path / "a.mp4", seconds=4, ticks=range(0, 96, 8), sound=tone(4))
    assert (facts.video_codec, facts.video_profile, facts.pixel_format) == ("h264", "High", "yuv420p")
    assert (facts.audio_codec, facts.sample_rate_hz, facts.channels) == ("aac", 48_000, 2)
    assert (facts.width_px, facts.height_px, facts.fps) == (*SIZE_PX, 24.0)


def test_colours_are_declared_as_bt709_limited(tmp_path):
    make_film(tmp_path / "a.mp4", seconds=2, ticks=[0])
    with av.open(str(tmp_path / "a.mp4")) as film:
        context = film.streams.video[0].codec_context
        declared = (context.colorspace, context.color_primaries, context.color_trc, context.color_range)
    assert declared == (1, 1, 1, 1)


def test_picture_and_sound_are_exactly_as_long_as_asked(tmp_path):
    facts = make_film(tmp_path / "a.mp4", seconds=30, ticks=[0, 7, 700], sound=tone(30))
    assert (facts.seconds, facts.audio_seconds) == (30.0, 30.0)


def test_missing_sound_becomes_silence_of_full_length(tmp_path):
    facts = make_film(tmp_path / "a.mp4", seconds=30, ticks=[0], sound=None)
    assert facts.audio_seconds == 30.0


def test_short_sound_is_filled_up(tmp_path):
    facts = make_film(tmp_path / "a.mp4", seconds=10, ticks=[0], sound=tone(4))
    assert facts.audio_seconds == 10.0


def test_sound_given_in_pieces_is_the_same_film(tmp_path):
    sound = tone(6)
    whole = make_film(tmp_path / "whole.mp4", seconds=6, ticks=[0], sound=sound)
    writer = FilmWriter(tmp_path / "pieces.mp4", SIZE_PX, 6)
    writer.write_picture(picture(60, 0), 0)
    for start in range(0, sound.shape[1], 10_007):
        writer.write_sound(sound[:, start : start + 10_007])
    assert writer.close().sha256 == whole.sha256


@pytest.mark.parametrize("ticks", [[0], [0, 1], [0, 47, 49], [0, 48], [0, 200, 201, 719], list(range(720))])
def test_key_frames_stand_at_every_second_second_and_nowhere_else(tmp_path, ticks):
    facts = make_film(tmp_path / "a.mp4", seconds=30, ticks=ticks)
    assert facts.key_frames_seconds == tuple(float(second) for second in range(0, 30, 2))


def test_a_picture_is_held_until_the_next(tmp_path):
    writer = FilmWriter(tmp_path / "a.mp4", SIZE_PX, 8)
    writer.write_picture(picture(40), 0)
    writer.write_picture(picture(200), 100)
    writer.close()
    seen = shown(tmp_path / "a.mp4")
    assert [tick for tick, _ in seen] == [0, 48, 96, 100, 144]
    assert all(abs(luma - (40 if tick < 100 else 200)) <= 2 for tick, luma in seen)


@pytest.mark.parametrize("size_px", [(854, 480), (322, 184), (66, 64)])
def test_all_three_planes_arrive_in_any_even_size(tmp_path, size_px):
    width, height = size_px
    drawn = np.concatenate(
        [np.full(width * height, 80), np.full(width * height // 4, 100), np.full(width * height // 4, 170)]
    )
    writer = FilmWriter(tmp_path / "a.mp4", size_px, 2)
    writer.write_picture(drawn.astype(np.uint8).reshape(height * 3 // 2, width), 0)
    writer.close()
    with av.open(str(tmp_path / "a.mp4")) as film:
        frame = next(film.decode(video=0))
        planes = [
            np.frombuffer(p, np.uint8).reshape(p.height, p.line_size)[:, : p.width] for p in frame.planes
        ]
    off = [int(np.abs(p.astype(int) - code).max()) for p, code in zip(planes, (80, 100, 170), strict=True)]
    assert max(off) <= 2


def test_a_long_still_decodes_to_one_picture_throughout(tmp_path):
    facts = make_film(tmp_path / "a.mp4", seconds=30, ticks=[0, 50])
    with av.open(str(tmp_path / "a.mp4")) as film:
        pictures = [frame.to_ndarray() for frame in film.decode(video=0)]
    assert len(facts.key_frames_seconds) == 15
    assert all(int(np.abs(p.astype(int) - pictures[2].astype(int)).max()) <= 3 for p in pictures[2:])


def test_neighbouring_key_frames_of_a_still_carry_different_ids(tmp_path):
    # H.264 7.4.3: two IDR pictures in a row differ in idr_pic_id. Nothing else differs in a still.
    make_film(tmp_path / "a.mp4", seconds=30, ticks=[0])
    with av.open(str(tmp_path / "a.mp4")) as film:
        coded = [bytes(packet) for packet in film.demux(video=0) if packet.dts is not None]
    assert all(a != b for a, b in pairwise(coded[1:]))
    assert len(set(coded[1:])) == 2


def test_no_version_of_a_tool_is_written_into_the_file(tmp_path):
    make_film(tmp_path / "a.mp4", seconds=2, ticks=[0])
    with av.open(str(tmp_path / "a.mp4")) as film:
        assert "encoder" not in film.metadata
        assert "creation_time" not in film.metadata


def test_a_buffer_may_be_reused_for_the_next_picture_but_one(tmp_path):
    writer = FilmWriter(tmp_path / "a.mp4", SIZE_PX, 6)
    buffer = picture(40)
    writer.write_picture(buffer, 0)
    writer.write_picture(picture(45), 50)
    buffer[:] = picture(200)
    writer.close()
    assert {luma > 100 for _, luma in shown(tmp_path / "a.mp4")} == {False}


def test_the_same_film_has_the_same_bytes(tmp_path):
    first = make_film(tmp_path / "a.mp4", sound=tone(30))
    second = make_film(tmp_path / "b.mp4", sound=tone(30))
    assert first.sha256 == second.sha256


def test_the_index_comes_before_the_media(tmp_path):
    assert make_film(tmp_path / "a.mp4", seconds=2, ticks=[0]).faststart


@pytest.mark.parametrize(
    ("shape", "tick", "message"),
    [
        ((100, 100), 0, "takes"),
        ((270, 320), 5, "must be the first"),
    ],
)
def test_a_wrong_first_picture_is_refused(tmp_path, shape, tick, message):
    writer = FilmWriter(tmp_path / "a.mp4", SIZE_PX, 2)
    with pytest.raises(StudioError, match=message):
        writer.write_picture(np.zeros(shape, np.uint8), tick)


def test_pictures_out_of_order_are_refused(tmp_path):
    writer = FilmWriter(tmp_path / "a.mp4", SIZE_PX, 2)
    writer.write_picture(picture(60), 0)
    writer.write_picture(picture(70), 5)
    with pytest.raises(StudioError, match="tick 5, but it comes after tick 5"):
        writer.write_picture(picture(80), 5)


def test_a_picture_after_the_end_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(StudioError, match="ends at tick 48"):
        make_film(tmp_path / "a.mp4", seconds=2, ticks=[0, 48])
    assert list(tmp_path.iterdir()) == []


def test_more_sound_than_picture_is_refused(tmp_path):
    with pytest.raises(StudioError, match=r"sound is 3\.000 s long, the picture 2\.000 s"):
        make_film(tmp_path / "a.mp4", seconds=2, ticks=[0], sound=tone(3))


def test_sound_that_is_no_number_is_refused(tmp_path):
    writer = FilmWriter(tmp_path / "a.mp4", SIZE_PX, 2)
    with pytest.raises(StudioError, match="not numbers"):
        writer.write_sound(np.full((2, 100), np.nan, np.float32))


@pytest.mark.parametrize("seconds", [0, -1, 1 / 25])
def test_a_length_that_is_no_whole_tick_is_refused(tmp_path, seconds):
    with pytest.raises(StudioError, match="whole ticks"):
        FilmWriter(tmp_path / "a.mp4", SIZE_PX, seconds)


def test_a_film_without_pictures_is_refused(tmp_path):
    with pytest.raises(StudioError, match="without a picture"):
        FilmWriter(tmp_path / "a.mp4", SIZE_PX, 2).close()


def test_a_dropped_writer_leaves_nothing(tmp_path):
    writer = FilmWriter(tmp_path / "a.mp4", SIZE_PX, 2)
    writer.write_picture(picture(60), 0)
    del writer
    assert list(tmp_path.iterdir()) == []


def test_a_closed_writer_keeps_no_encoder_in_memory(tmp_path):
    process = psutil.Process()
    make_film(tmp_path / "a.mp4", seconds=2, ticks=[0], size_px=(1280, 720))
    gc.collect()
    gc.disable()  # an encoder must not wait for the collector: hundreds of megabytes would
    try:
        before = process.memory_info().rss
        for _ in range(12):
            make_film(tmp_path / "a.mp4", seconds=2, ticks=[0], size_px=(1280, 720))
        grown = process.memory_info().rss - before
    finally:
        gc.enable()
    assert grown < 40 * 2**20


@pytest.fixture
def tiny_disk(tmp_path):
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_leaves_what_was_there(tiny_disk):
    target = tiny_disk / "film.mp4"
    before = make_film(target, seconds=2, ticks=[0])
    noise = np.random.default_rng(1).uniform(-0.5, 0.5, (2, 30 * 48_000)).astype(np.float32)
    with pytest.raises(DiskFullError, match="no room on the disk"):
        make_film(target, sound=noise)
    assert [path.name for path in tiny_disk.iterdir()] == ["film.mp4"]
    assert probe(target) == before


def test_a_write_error_is_told_and_leaves_what_was_there(tmp_path, monkeypatch):
    target = tmp_path / "film.mp4"
    before = make_film(target, seconds=2, ticks=[0])

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        make_film(target, seconds=4, ticks=[0])
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]
    assert probe(target) == before

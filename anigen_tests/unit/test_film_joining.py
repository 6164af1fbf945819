"""Scenes become one film without being encoded again: exact lengths, sound on the picture, clean seams."""

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from anigen_assets.errors import MediaError, StudioError
from anigen_assets.studio.film import FilmWriter, join_scenes, probe
from anigen_assets.studio.film.timeline import chapters_of, episode_lines
from anigen_assets.studio.ports import SAMPLE_RATE_HZ, Chapter
from anigen_tests.unit.films import SIZE_PX, line, make_film, picture, tone

CLICK_SECONDS = 10.0
SCENES = 6


def clicking_scene(path: Path, shade: int, seconds: float = 30.0) -> Path:
    """A scene with a 20 ms click at 10 s."""
    sound = np.zeros((2, round(seconds * SAMPLE_RATE_HZ)), np.float32)
    at = round(CLICK_SECONDS * SAMPLE_RATE_HZ)
    sound[:, at : at + 960] = 0.5 * np.sin(np.arange(960) * 0.6)
    make_film(path, seconds=seconds, ticks=range(0, round(seconds * 24), 30), sound=sound, shade=shade)
    return path


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scenes")
    return [clicking_scene(folder / f"scene_{slot}.mp4", 30 + 20 * slot) for slot in range(SCENES)]


@pytest.fixture(scope="module")
def joined(scenes, tmp_path_factory):
    target = tmp_path_factory.mktemp("episode") / "film.mp4"
    titles = ["The Old Pier", "朝の灯台", "A & B <C>", "", "Ünïcode", "x" * 300]
    join_scenes(
        scenes,
        target,
        title="Tidewatch 1: 潮",
        chapters=chapters_of(titles, [30.0] * SCENES),
        lines=episode_lines([[line("Hello.")]] * SCENES, [30.0] * SCENES),
    )
    return target


def decoded_sound(path: Path) -> np.ndarray:
    with av.open(str(path)) as film:
        frames = [frame.to_ndarray()[0] for frame in film.decode(audio=0)]
    return np.concatenate(frames)


def sound_packets(path: Path) -> list[tuple[int, int]]:
    with av.open(str(path)) as film:
        return [(p.pts, p.duration) for p in film.demux(audio=0) if p.dts is not None]


def test_the_film_is_exactly_as_long_as_its_scenes(joined):
    facts = probe(joined)
    assert (facts.seconds, facts.audio_seconds) == (180.0, 180.0)


def test_key_frames_stay_on_the_grid(joined):
    assert probe(joined).key_frames_seconds == tuple(float(second) for second in range(0, 180, 2))


def test_format_and_faststart_are_kept(joined):
    facts = probe(joined)
    assert (facts.video_profile, facts.fps, facts.faststart) == ("High", 24.0, True)


def test_sound_has_no_gap_and_no_overlap(joined):
    packets = sound_packets(joined)
    assert packets[0] == (-1024, 1024)
    assert all(b[0] == a[0] + a[1] for a, b in pairwise(packets))
    assert {duration for _, duration in packets[:-1]} == {1024}


@pytest.mark.parametrize("slot", range(SCENES))
def test_sound_stays_within_half_a_frame_of_the_picture(joined, slot):
    sound = decoded_sound(joined)
    window = sound[slot * 30 * SAMPLE_RATE_HZ :][: 30 * SAMPLE_RATE_HZ]
    heard = int(np.argmax(np.abs(window) > 0.1)) / SAMPLE_RATE_HZ
    assert abs(heard - CLICK_SECONDS) <= 0.5 * 1024 / SAMPLE_RATE_HZ + 0.001


def test_sound_does_not_drift_over_a_hundred_scenes(tmp_path):
    seconds = 31 / 24  # 60.55 AAC frames: the worst kind of remainder
    scene = tmp_path / "scene.mp4"
    make_film(scene, seconds=seconds, ticks=[0], sound=tone(seconds))
    facts = join_scenes([scene] * 100, tmp_path / "film.mp4")
    assert facts.seconds == pytest.approx(100 * seconds, abs=1e-6)
    assert facts.audio_seconds == pytest.approx(100 * seconds, abs=0.001)


def test_seams_of_silent_edges_are_silent(joined):
    sound = decoded_sound(joined)
    for slot in range(1, SCENES):
        seam = slot * 30 * SAMPLE_RATE_HZ
        assert np.abs(sound[seam - 4800 : seam + 4800]).max() < 1e-4


def test_every_picture_decodes_and_scenes_change_at_their_start(joined, scenes):
    shades = {}
    with av.open(str(joined)) as film:
        film.streams.video[0].codec_context.options = {"err_detect": "explode"}
        for frame in film.decode(video=0):
            assert not frame.is_corrupt
            shades.setdefault(round(frame.time * 24) // 720, []).append(int(frame.to_ndarray()[5, 5]))
    assert set(shades) == set(range(SCENES))
    assert all(abs(luma - (30 + 20 * slot)) <= 2 for slot, seen in shades.items() for luma in seen)


@pytest.mark.parametrize("seconds", [29.9, 30.0, 31.0, 89.99, 150.0, 179.9])
def test_seeking_across_seams_shows_the_right_scene(joined, seconds):
    with av.open(str(joined)) as film:
        stream = film.streams.video[0]
        film.seek(round(seconds / stream.time_base), stream=stream)
        luma = 0
        for frame in film.decode(stream):
            if frame.time > seconds:
                break
            luma = int(frame.to_ndarray()[5, 5])
    assert abs(luma - (30 + 20 * int(seconds // 30))) <= 2


def test_chapters_name_the_scenes(joined):
    with av.open(str(joined)) as film:
        chapters = [(c["start"], c["end"], c["metadata"].get("title", "")) for c in film.chapters()]
    assert [(start, end) for start, end, _ in chapters] == [
        (s * 30_000, (s + 1) * 30_000) for s in range(SCENES)
    ]
    assert [title for _, _, title in chapters][:3] == ["The Old Pier", "朝の灯台", "A & B <C>"]


def test_the_title_is_kept(joined):
    with av.open(str(joined)) as film:
        assert film.metadata["title"] == "Tidewatch 1: 潮"


def test_the_subtitle_track_speaks_at_episode_time(joined):
    with av.open(str(joined)) as film:
        stream = film.streams.subtitles[0]
        spoken = [
            (float(p.pts * p.time_base), bytes(p)[2:].decode())
            for p in film.demux(stream)
            if p.dts is not None and p.size > 2
        ]
    assert spoken == [(slot * 30 + 1.0, "Ren: Hello.") for slot in range(SCENES)]


def test_joining_again_gives_the_same_bytes(scenes, tmp_path):
    assert join_scenes(scenes, tmp_path / "a.mp4").sha256 == join_scenes(scenes, tmp_path / "b.mp4").sha256


def test_six_second_segments_cut_exactly(joined, tmp_path):
    playlist = tmp_path / "film.m3u8"
    options = {"hls_time": "6", "hls_list_size": "0", "hls_segment_filename": str(tmp_path / "%03d.ts")}
    with av.open(str(joined)) as film, av.open(str(playlist), "w", format="hls", options=options) as out:
        kept = {
            s.index: out.add_stream_from_template(s, opaque=True)
            for s in (film.streams.video[0], film.streams.audio[0])
        }
        for packet in film.demux(film.streams.video[0], film.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = kept[packet.stream.index]
                out.mux(packet)
    lengths = [row for row in playlist.read_text().splitlines() if row.startswith("#EXTINF")]
    # FFmpeg's own arithmetic for the last segment takes a constant rate for granted.
    assert len(lengths) == 30
    assert set(lengths[:-1]) == {"#EXTINF:6.000000,"}


def test_films_of_different_quality_join(tmp_path):
    writer = FilmWriter(tmp_path / "coarse.mp4", SIZE_PX, 2, quantizer=40)
    writer.write_picture(picture(60, 0), 0)
    writer.close()
    make_film(tmp_path / "fine.mp4", seconds=2, ticks=[0])
    facts = join_scenes([tmp_path / "coarse.mp4", tmp_path / "fine.mp4"], tmp_path / "film.mp4")
    assert facts.seconds == 4.0


def test_scenes_of_different_size_are_refused(tmp_path):
    make_film(tmp_path / "a.mp4", seconds=2, ticks=[0])
    make_film(tmp_path / "b.mp4", seconds=2, ticks=[0], size_px=(640, 360))
    with pytest.raises(StudioError, match="different sizes"):
        join_scenes([tmp_path / "a.mp4", tmp_path / "b.mp4"], tmp_path / "film.mp4")
    assert not (tmp_path / "film.mp4").exists()


def test_a_damaged_scene_is_refused_and_leaves_nothing(scenes, tmp_path):
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(scenes[0].read_bytes()[:-10])
    with pytest.raises(MediaError, match="cut off"):
        join_scenes([scenes[0], cut], tmp_path / "film.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["cut.mp4"]


def test_no_scenes_are_refused(tmp_path):
    with pytest.raises(StudioError, match="no scenes"):
        join_scenes([], tmp_path / "film.mp4")


def test_chapters_follow_each_other():
    assert chapters_of(["a", "b"], [30.0, 20.0]) == (Chapter("a", 0.0, 30.0), Chapter("b", 30.0, 50.0))


def test_lines_move_by_the_scenes_before_them():
    moved = episode_lines([[line("a", 1, 2)], [], [line("b", 3, 4)]], [30.0, 30.0, 30.0])
    assert [(spoken.text, spoken.start_seconds, spoken.end_seconds) for spoken in moved] == [
        ("a", 1.0, 2.0),
        ("b", 63.0, 64.0),
    ]

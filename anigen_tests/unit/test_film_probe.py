"""A probe believes the file and not its name; what is wrong is told in one sentence."""

import shutil
from pathlib import Path

import av
import pytest

from anigen_assets.errors import MediaError
from anigen_assets.studio.film import probe
from anigen_tests.unit.films import make_film, tone


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    path = tmp_path_factory.mktemp("probe") / "film.mp4"
    make_film(path, seconds=6, ticks=range(0, 144, 4), sound=tone(6))
    return path


def refused(path: Path) -> str:
    with pytest.raises(MediaError) as caught:
        probe(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_a_missing_file_is_refused(tmp_path):
    assert "no such file" in refused(tmp_path / "nothing.mp4")


def test_a_folder_is_refused(tmp_path):
    assert "is a directory" in refused(tmp_path)


def test_an_empty_file_is_refused(tmp_path):
    path = tmp_path / "empty.mp4"
    path.touch()
    assert "is empty" in refused(path)


@pytest.mark.parametrize("content", [b"x", b"WEBVTT\n\nhello, I am text and no film at all", b"\x00" * 5000])
def test_what_is_no_mp4_is_refused(tmp_path, content):
    path = tmp_path / "other.mp4"
    path.write_bytes(content)
    assert "is not an MP4 file" in refused(path)


@pytest.mark.parametrize("share", [0.0001, 0.01, 0.5, 0.999])
def test_a_cut_off_film_is_refused(tmp_path, film, share):
    content = film.read_bytes()
    path = tmp_path / "cut.mp4"
    path.write_bytes(content[: max(9, int(len(content) * share))])
    assert "cut off" in refused(path)


def test_a_film_that_lost_its_last_byte_is_refused(tmp_path, film):
    path = tmp_path / "cut.mp4"
    path.write_bytes(film.read_bytes()[:-1])
    assert "cut off" in refused(path)


def test_a_film_cut_between_two_boxes_is_refused(tmp_path):
    path = tmp_path / "unfinished.mp4"
    path.write_bytes(b"\x00\x00\x00\x10ftypisom\x00\x00\x02\x00" + b"\x00\x00\x00\x10mdat12345678")
    assert "never finished" in refused(path)


def test_an_index_that_points_outside_is_refused(tmp_path, film):
    content = bytearray(film.read_bytes())
    table = content.index(b"stco")
    last = table + 12 + 4 * (int.from_bytes(content[table + 8 : table + 12], "big") - 1)
    content[last : last + 4] = (len(content) * 2).to_bytes(4, "big")
    path = tmp_path / "wild.mp4"
    path.write_bytes(content)
    assert "damaged" in refused(path)


def test_a_damaged_index_is_refused(tmp_path, film):
    content = bytearray(film.read_bytes())
    table = content.index(b"avcC")
    content[table : table + 4] = b"xxxx"
    table = content.index(b"stsz")
    content[table : table + 4] = b"xxxx"
    path = tmp_path / "odd.mp4"
    path.write_bytes(content)
    refused(path)


def test_sound_alone_is_no_film(tmp_path):
    path = tmp_path / "sound.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("aac", rate=48_000, layout="stereo")
        frame = av.AudioFrame.from_ndarray(tone(1), format="fltp", layout="stereo")
        frame.sample_rate = 48_000
        out.mux([*stream.encode(frame), *stream.encode(None)])
    assert "has no picture" in refused(path)


def test_a_film_without_faststart_says_so(tmp_path, film):
    path = tmp_path / "slow.mp4"
    with av.open(str(film)) as source, av.open(str(path), "w") as out:
        stream = out.add_stream_from_template(source.streams.video[0], opaque=True)
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    facts = probe(path)
    assert not facts.faststart
    assert facts.audio_codec == ""
    assert facts.audio_seconds == 0.0


def test_a_copy_has_the_same_facts(tmp_path, film):
    copy = tmp_path / "copy.bin"
    shutil.copyfile(film, copy)
    assert probe(copy) == probe(film)

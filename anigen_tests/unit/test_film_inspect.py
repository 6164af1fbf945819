"""Inspection sees what a viewer would complain about: black, frozen, silent, too loud."""

from pathlib import Path

import numpy as np
import pytest

from anigen_assets.errors import MediaError
from anigen_assets.studio.film import FilmWriter
from anigen_assets.studio.inspect import (
    MOVING_LIMITS,
    STILL_LIMITS,
    FilmInspection,
    Limits,
    findings,
    inspect_film,
)
from anigen_tests.unit.films import SIZE_PX, make_film, picture, tone


def film_of(path: Path, pictures: list[tuple[int, np.ndarray]], seconds: float = 30) -> FilmInspection:
    writer = FilmWriter(path, SIZE_PX, seconds)
    for tick, drawn in pictures:
        writer.write_picture(drawn, tick)
    writer.close()
    return inspect_film(path)


def moving(start: int, end: int, step: int = 4) -> list[tuple[int, np.ndarray]]:
    return [(tick, picture(60, tick % 64 * 2)) for tick in range(start, end, step)]


def test_a_moving_film_is_neither_black_nor_frozen(tmp_path):
    seen = film_of(tmp_path / "a.mp4", moving(0, 720))
    assert (seen.longest_black_seconds, seen.longest_frozen_seconds) == (0.0, 0.0)


@pytest.mark.parametrize(("start", "end"), [(100, 321), (96, 288), (1, 143), (500, 720)])
def test_a_frozen_stretch_is_measured_to_the_picture(tmp_path, start, end):
    seen = film_of(tmp_path / "a.mp4", [*moving(0, start), (start, picture(60, 250)), *moving(end, 720)])
    assert seen.frozen.start_seconds == pytest.approx(start / 24)
    assert seen.frozen.seconds == pytest.approx((end - start) / 24)


def test_a_frozen_stretch_is_seen_though_its_pictures_are_coded_one_by_one(tmp_path):
    held = [(tick, picture(60, 250)) for tick in range(96, 336, 2)]
    seen = film_of(tmp_path / "a.mp4", moving(0, 96) + held + moving(336, 720))
    assert seen.longest_frozen_seconds == pytest.approx(10.0)


def test_a_small_motion_between_equal_key_frames_is_motion(tmp_path):
    def mouth(tick: int, is_open: bool) -> tuple[int, np.ndarray]:
        drawn = picture(150, 100)
        if is_open:
            drawn[120:124, 150:156] = 60
        return tick, drawn

    talking = [mouth(tick, tick % 48 not in (0, 24)) for tick in range(0, 720, 12)]
    assert film_of(tmp_path / "a.mp4", talking).longest_frozen_seconds <= 1.0


def test_a_slow_fade_is_motion(tmp_path):
    fade = [(tick, picture(40 + tick // 6)) for tick in range(0, 720, 6)]
    assert film_of(tmp_path / "a.mp4", fade).longest_frozen_seconds < 4.0


@pytest.mark.parametrize(("start", "end"), [(100, 200), (90, 101), (660, 720), (0, 60)])
def test_a_black_stretch_over_a_key_frame_is_measured_to_the_picture(tmp_path, start, end):
    seen = film_of(tmp_path / "a.mp4", [*moving(0, start), (start, picture(16)), *moving(end, 720)])
    assert seen.black.start_seconds == pytest.approx(start / 24)
    assert seen.black.seconds == pytest.approx((end - start) / 24)


def test_a_dark_picture_with_a_light_is_not_black(tmp_path):
    night = [(tick, picture(18, tick % 200)) for tick in range(0, 720, 48)]
    assert film_of(tmp_path / "a.mp4", night).longest_black_seconds == 0.0


def test_a_still_film_is_frozen_throughout(tmp_path):
    assert film_of(tmp_path / "a.mp4", [(0, picture(60, 100))]).longest_frozen_seconds == 30.0


def test_loudness_and_peak_are_those_of_the_sound(tmp_path):
    # EBU Tech 3341: a stereo sine of 1 kHz at -23 dBFS reads -23 LUFS.
    amplitude = 10 ** (-23 / 20)
    make_film(tmp_path / "a.mp4", sound=tone(30, 1000.0, amplitude, edge_seconds=0.01))
    seen = inspect_film(tmp_path / "a.mp4")
    assert seen.loudness_lufs == pytest.approx(-23.0, abs=0.2)
    assert seen.true_peak_dbtp == pytest.approx(-23.0, abs=0.5)


def test_silence_is_measured(tmp_path):
    sound = tone(30)
    sound[:, 5 * 48_000 : 12 * 48_000] = 0
    make_film(tmp_path / "a.mp4", sound=sound)
    seen = inspect_film(tmp_path / "a.mp4")
    assert seen.silence.start_seconds == pytest.approx(5.0, abs=0.11)
    assert seen.longest_silence_seconds == pytest.approx(7.0, abs=0.11)


def test_a_silent_film_has_no_loudness(tmp_path):
    make_film(tmp_path / "a.mp4")
    seen = inspect_film(tmp_path / "a.mp4")
    assert (seen.has_sound, seen.loudness_lufs, seen.longest_silence_seconds) == (True, None, 30.0)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_damaged_pictures_are_refused(tmp_path, share):
    path = tmp_path / "a.mp4"
    make_film(path, seconds=4, ticks=range(0, 96, 4))
    content = bytearray(path.read_bytes())
    media = content.index(b"mdat") + 4
    first = media + int((len(content) - media) * share)
    content[first:] = b"\x55" * (len(content) - first)
    path.write_bytes(content)
    with pytest.raises(MediaError, match=r"a\.mp4"):
        inspect_film(path)


def test_a_good_film_has_no_findings(tmp_path):
    level = 10 ** (-16 / 20)
    make_film(tmp_path / "a.mp4", sound=tone(30, 1000.0, level, edge_seconds=0.01))
    assert findings(inspect_film(tmp_path / "a.mp4"), MOVING_LIMITS) == ()


def test_everything_wrong_is_told(tmp_path):
    still = make_film(tmp_path / "a.mp4", ticks=[0], shade=16)
    assert still.seconds == 30.0
    told = " ".join(findings(inspect_film(tmp_path / "a.mp4"), MOVING_LIMITS))
    assert "frozen for 30.0 s from 0.0 s" in told
    assert "silent for 30.0 s" in told
    assert "Its sound is silence." in told


def test_a_slate_may_be_still_and_silent_but_not_black(tmp_path):
    make_film(tmp_path / "a.mp4", ticks=[0])
    assert findings(inspect_film(tmp_path / "a.mp4"), STILL_LIMITS) == ()
    black = film_of(tmp_path / "b.mp4", [(0, picture(16))])
    assert findings(black, STILL_LIMITS) == (
        "It is black for 30.0 s from 0.0 s on; at most 2.0 s are allowed.",
    )


def test_loud_sound_is_found(tmp_path):
    make_film(tmp_path / "a.mp4", sound=tone(30, 1000.0, 1.0, edge_seconds=0.01))
    told = findings(inspect_film(tmp_path / "a.mp4"), Limits())
    assert any("LUFS" in sentence for sentence in told)
    assert any("dBTP" in sentence for sentence in told)

import numpy as np
import pytest

from anigen_assets.errors import StudioError
from anigen_assets.story.vocabulary import Mood, SetKind, TimeOfDay, Weather
from anigen_assets.studio.ports import LOUDNESS_LUFS, SAMPLE_RATE_HZ, TRUE_PEAK_DBTP
from anigen_assets.studio.sound import compose_scene, time_lines
from anigen_assets.studio.sound.bank import BANK
from anigen_tests.unit.sound_scenes import TALK, referee, request, silent_request

MOODS, TIMES, WEATHERS = list(Mood), list(TimeOfDay), list(Weather)

# Every place once, every mood, time and weather several times, half of them without a word.
PLACES = [
    pytest.param(
        (silent_request if number % 2 else request)(
            kind=kind,
            mood=MOODS[(number + number // 8) % 8],
            time=TIMES[number % 4],
            weather=WEATHERS[number % 5],
            first=number == 2,
            last=number == 4,
            seed=1000 + number,
        ),
        id=f"{kind.value}-{MOODS[(number + number // 8) % 8].value}-{WEATHERS[number % 5].value}",
    )
    for number, kind in enumerate(SetKind)
]


@pytest.mark.parametrize("scene", PLACES)
def test_every_mood_and_place_has_the_loudness_and_the_headroom(scene):
    sound = compose_scene(scene)
    loudness, peak = referee(sound.pcm)
    assert loudness == pytest.approx(LOUDNESS_LUFS, abs=0.3)
    assert peak < TRUE_PEAK_DBTP
    assert sound.loudness_lufs == pytest.approx(loudness, abs=0.1)
    assert sound.true_peak_dbtp == pytest.approx(peak, abs=0.2)


@pytest.fixture(scope="module")
def talked():
    return compose_scene(request(first=True, last=True, weather=Weather.RAIN))


def test_sound_is_stereo_float32_exactly_as_long_as_the_scene(talked):
    assert talked.pcm.shape == (2, 30 * SAMPLE_RATE_HZ)
    assert talked.pcm.dtype == np.float32
    assert np.isfinite(talked.pcm).all()


def test_edges_are_silent_so_that_scenes_can_be_joined(talked):
    edge = SAMPLE_RATE_HZ // 50
    assert not talked.pcm[:, :edge].any()
    assert not talked.pcm[:, -edge:].any()
    assert np.abs(talked.pcm[:, edge : 2 * edge]).max() < 0.05


def test_there_is_no_offset(talked):
    assert np.abs(talked.pcm.mean(axis=1)).max() < 1e-4


def test_nothing_clips(talked):
    assert np.abs(talked.pcm).max() < 0.9


def test_the_sides_are_alike_in_level_and_different_in_detail(talked):
    power = np.mean(talked.pcm**2, axis=1)
    assert abs(10 * np.log10(power[0] / power[1])) < 2.0
    assert np.corrcoef(talked.pcm)[0, 1] < 0.97


def test_lines_are_heard_when_they_are_said_to_be(talked):
    """Speech stands out of the band of the first formants exactly during the lines."""
    loud = np.abs(talked.pcm.mean(axis=0)).reshape(-1, SAMPLE_RATE_HZ // 10).max(axis=1)
    inside = np.zeros(len(loud), bool)
    for line in talked.lines:
        inside[int(line.start_seconds * 10) + 1 : int(line.end_seconds * 10)] = True
    assert np.median(loud[inside]) > 1.5 * np.median(loud[~inside])


def test_the_same_request_gives_the_same_bytes_whatever_was_made_before():
    scene = request(mood=Mood.PLAYFUL, kind=SetKind.CAFE, weather=Weather.RAIN)
    BANK.clear()
    alone = compose_scene(scene).pcm.tobytes()
    compose_scene(silent_request(mood=Mood.TENSE, kind=SetKind.STATION, seed=3))
    assert compose_scene(scene).pcm.tobytes() == alone


def test_moods_differ():
    sounds = {compose_scene(silent_request(mood=mood)).pcm.tobytes() for mood in (Mood.SERENE, Mood.TENSE)}
    assert len(sounds) == 2


def test_another_seed_is_another_piece_of_music():
    def notes(seed):
        """Which pitches sound in each second, below 1 kHz."""
        pcm = compose_scene(silent_request(seed=seed)).pcm[0].reshape(30, SAMPLE_RATE_HZ)
        return np.abs(np.fft.rfft(pcm * np.hanning(SAMPLE_RATE_HZ)))[:, 60:1000].ravel()

    assert np.corrcoef(notes(1), notes(2))[0, 1] < 0.6


def test_lines_are_the_ones_that_can_be_asked_for_without_synthesis(talked):
    assert talked.lines == time_lines(request(first=True, last=True, weather=Weather.RAIN))
    assert [line.text for line in talked.lines] == [line.text for line in TALK]


def test_a_scene_of_another_length_is_as_loud():
    sound = compose_scene(silent_request(seconds=12))
    assert sound.pcm.shape == (2, 12 * SAMPLE_RATE_HZ)
    assert sound.loudness_lufs == pytest.approx(LOUDNESS_LUFS, abs=0.3)


def test_a_stranger_who_speaks_is_refused_by_name():
    scene = request(dialogue=(TALK[0].model_copy(update={"speaker": "nobody"}),))
    with pytest.raises(StudioError, match="'nobody' speaks in scene 1"):
        compose_scene(scene)

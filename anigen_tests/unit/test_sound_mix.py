import numpy as np
import pytest

from anigen_assets.story.vocabulary import INDOOR_SETS, Mood, SetKind, TimeOfDay, Weather
from anigen_assets.studio.ports import SAMPLE_RATE_HZ
from anigen_assets.studio.sound.accents import ACCENTS, accent
from anigen_assets.studio.sound.ambience import AIRS, add_air, layers_of
from anigen_assets.studio.sound.bank import SoundBank
from anigen_assets.studio.sound.foley import heard_in
from anigen_assets.studio.sound.limiter import limit
from anigen_assets.studio.sound.loudness import frame_powers, integrated_loudness, true_peak
from anigen_assets.studio.sound.mix import balance, master, place_mono
from anigen_assets.studio.sound.noise import noise_loop
from anigen_assets.studio.sound.orchestra import play
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, fft_length
from anigen_assets.studio.sound.score import write_score
from anigen_assets.studio.sound.space import add_hall, doubled
from anigen_assets.studio.sound.timing import place_lines
from anigen_assets.studio.sound.voices import speak
from anigen_tests.unit.sound_scenes import SHOTS, referee, request


def noise(seconds, level, seed=1):
    draw = np.random.default_rng(seed)
    return (level * draw.standard_normal((2, seconds * SAMPLE_RATE_HZ))).astype(np.float32)


def sine(seconds, frequency, level, phase=0.0):
    time = np.arange(seconds * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    wave = (level * np.sin(2 * np.pi * frequency * time + phase)).astype(np.float32)
    return np.stack([wave, wave])


PAUSES = (np.arange(12 * SAMPLE_RATE_HZ) // 100_000 % 2).astype(np.float32)


@pytest.mark.parametrize(
    "pcm",
    [
        pytest.param(noise(12, 0.1), id="white noise"),
        pytest.param(sine(12, 60, 0.3), id="low tone"),
        pytest.param(sine(12, 997, 0.1), id="tone"),
        pytest.param(
            noise(12, 0.1) * (np.arange(12 * SAMPLE_RATE_HZ) // 100_000 % 2).astype(np.float32),
            id="with pauses",
        ),
    ],
)
def test_our_meter_agrees_with_ffmpeg(pcm):
    loudness, peak = referee(pcm)
    assert integrated_loudness(frame_powers(pcm, SAMPLE_RATE_HZ)) == pytest.approx(loudness, abs=0.1)
    assert 20 * np.log10(true_peak(pcm)) == pytest.approx(peak, abs=0.3)


def test_a_full_scale_tone_has_the_loudness_of_the_recommendation():
    """ITU-R BS.1770-4: 997 Hz at 0 dBFS in one channel reads -3.01 LKFS."""
    pcm = sine(5, 997, 1.0)
    pcm[1] = 0.0
    assert integrated_loudness(frame_powers(pcm, SAMPLE_RATE_HZ)) == pytest.approx(-3.01, abs=0.02)


def test_silence_has_no_loudness():
    assert integrated_loudness(np.zeros(300)) == float("-inf")


def test_peaks_between_samples_are_found():
    pcm = sine(1, 12_000, 0.5, phase=np.pi / 4)
    assert np.abs(pcm).max() < 0.36
    assert true_peak(pcm[:, 480:-480]) == pytest.approx(0.5, abs=0.01)


def test_the_limiter_holds_its_ceiling_between_samples_too():
    pcm = noise(4, 0.3, seed=5)
    smooth = np.stack([np.convolve(channel, np.ones(6) / 6, "same") for channel in pcm]).astype(np.float32)
    smooth *= 3
    assert true_peak(smooth) > 1.0
    changed = limit(smooth, 0.7)
    assert changed.any()
    assert true_peak(smooth) <= 0.7 * 1.01


def test_the_limiter_leaves_quiet_sound_alone():
    pcm = noise(2, 0.05)
    before = pcm.copy()
    assert not limit(pcm, 0.7).any()
    assert np.array_equal(pcm, before)


def test_the_limiter_bends_and_does_not_break():
    """A steady tone with one loud moment: the gain moves smoothly, so no new jump appears."""
    pcm = sine(1, 200, 0.3)
    pcm[:, 24_000:24_400] *= 3
    steepest = np.abs(np.diff(pcm[:, 22_000:23_990])).max()
    limit(pcm, 0.5)
    assert np.abs(np.diff(pcm[:, 22_000:23_990])).max() <= 1.01 * steepest


def test_a_master_of_anything_is_as_loud_as_it_should_be():
    for level in (0.001, 0.05, 0.4):
        pcm = noise(10, level)
        assert master(pcm).loudness_lufs == pytest.approx(-16, abs=0.2)
        assert referee(pcm)[0] == pytest.approx(-16, abs=0.3)


@pytest.mark.parametrize("mood", list(Mood))
def test_speech_stands_above_the_music(mood):
    lines = place_lines(request(mood=mood))
    spoken = sorted((line.start_seconds, line.end_seconds) for line in lines)
    speech = np.zeros((2, 30 * SYNTH_RATE_HZ), np.float32)
    for line in lines:
        place_mono(speech, speak(line), line.start_seconds, 2**0.5, 0.0)
    music = play(write_score(mood, 3, 0.0, 29.6, spoken).notes, 30, 3)
    balance(music, speech, spoken)
    voice, bed = frame_powers(speech, SYNTH_RATE_HZ), frame_powers(music, SYNTH_RATE_HZ)
    for begin, end in spoken:
        frames = slice(int(begin * 10), int(end * 10))
        assert 10 * np.log10(voice[frames].mean() / bed[frames].mean()) > 10


def test_music_is_turned_down_without_a_jump():
    music = np.full((2, 10 * SYNTH_RATE_HZ), 0.1, np.float32)
    music[:, ::2] *= -1
    speech = np.zeros_like(music)
    speech[:, 4 * SYNTH_RATE_HZ : 6 * SYNTH_RATE_HZ] = 0.02
    speech[:, ::2] *= -1
    balance(music, speech, [(4.0, 6.0)])
    level = np.abs(music[0])
    assert level[5 * SYNTH_RATE_HZ] < 0.6 * level[SYNTH_RATE_HZ]
    assert np.abs(np.diff(level)).max() < 0.001 * level.max()


@pytest.mark.parametrize("kind", list(SetKind))
def test_every_place_has_its_air(kind):
    pcm = np.zeros((2, 6 * SAMPLE_RATE_HZ), np.float32)
    add_air(pcm, layers_of(kind, TimeOfDay.DAY, Weather.CLEAR), 3)
    rms_db = 20 * np.log10(np.sqrt(np.mean(pcm**2)))
    assert -54 < rms_db < -30


def test_rain_is_muffled_indoors():
    def brightness(kind):
        pcm = np.zeros((2, 6 * SAMPLE_RATE_HZ), np.float32)
        dry = layers_of(kind, TimeOfDay.DAY, Weather.CLEAR)
        rain = tuple(layer for layer in layers_of(kind, TimeOfDay.DAY, Weather.RAIN) if layer not in dry)
        add_air(pcm, tuple(layer for layer in rain if layer[0].startswith("rain")), 3)
        power = np.abs(np.fft.rfft(pcm[0])) ** 2
        hertz = np.fft.rfftfreq(pcm.shape[1], 1 / SAMPLE_RATE_HZ)
        return (hertz * power).sum() / power.sum()

    assert brightness(SetKind.STREET) > 5 * brightness(SetKind.CLASSROOM)


def test_weather_outdoors_reaches_every_open_place():
    for kind in set(SetKind) - INDOOR_SETS:
        assert "rain" in dict(layers_of(kind, TimeOfDay.DAY, Weather.RAIN))


@pytest.mark.parametrize("air", sorted(AIRS))
def test_air_has_no_seam(air):
    loop = noise_loop(f"air {air}", 6 * SAMPLE_RATE_HZ, SAMPLE_RATE_HZ, AIRS[air].colour)[0]
    for joint in (0, len(loop) // 2):
        assert abs(loop[joint] - loop[joint - 1]) <= np.abs(np.diff(loop)).max()


def test_crickets_sing_at_night_and_birds_by_day():
    night = {one.sound for one in heard_in(request(kind=SetKind.FOREST, time=TimeOfDay.NIGHT), [])}
    day = {one.sound for one in heard_in(request(kind=SetKind.FOREST, time=TimeOfDay.DAY), [])}
    assert "cricket" in night - day
    assert "bird" in day - night


def test_the_action_is_heard():
    shots = (SHOTS[0].model_copy(update={"action": "Mika knocks at the window."}), *SHOTS[1:])
    heard = [one for one in heard_in(request(shots=shots), []) if one.sound == "knock"]
    assert len(heard) == 1
    assert heard[0].start_seconds < 1.0


@pytest.mark.parametrize(
    "action", ["Ren takes half a step back.", "Aoi nearly drops the lamp.", "Mika turns."]
)
def test_what_makes_no_noise_is_not_heard(action):
    shots = tuple(shot.model_copy(update={"action": action}) for shot in SHOTS)
    quiet = tuple(shot.model_copy(update={"action": "They wait."}) for shot in SHOTS)
    assert heard_in(request(shots=shots), []) == heard_in(request(shots=quiet), [])


def test_steps_follow_a_walk():
    steps = [one.start_seconds for one in heard_in(request(), []) if one.sound.startswith("step")]
    assert len(steps) == 5
    assert 0.4 < np.diff(steps).min() < np.diff(steps).max() < 0.7


@pytest.mark.parametrize("name", sorted(ACCENTS))
def test_accents_are_finite_and_end_in_silence(name):
    sound = accent(name)
    assert np.isfinite(sound).all()
    assert np.abs(sound).max() == pytest.approx(0.3, abs=0.01)
    assert sound[-1] == 0.0
    assert abs(sound[0]) < 0.1


def test_doubling_the_rate_keeps_what_is_heard():
    time = np.arange(SYNTH_RATE_HZ) / SYNTH_RATE_HZ
    for frequency in (100, 3000, 9000):
        stage = np.sin(2 * np.pi * frequency * time).astype(np.float32)[None]
        wide = doubled(stage)[0]
        exact = np.sin(2 * np.pi * frequency * np.arange(len(wide)) / SAMPLE_RATE_HZ)
        error = np.sqrt(np.mean((wide - exact)[200:-200] ** 2))
        assert 20 * np.log10(error / np.sqrt(0.5)) < -50


def test_the_hall_rings_and_dies():
    stage = np.zeros((2, 4 * SYNTH_RATE_HZ), np.float32)
    send = np.zeros(4 * SYNTH_RATE_HZ, np.float32)
    send[0] = 1.0
    add_hall(stage, send)
    power = [
        np.mean(stage[:, int(at * SYNTH_RATE_HZ) : int((at + 0.2) * SYNTH_RATE_HZ)] ** 2) for at in (0, 1, 3)
    ]
    assert power[0] > 100 * power[1] > 0
    assert power[2] < 1e-9 * power[0]


def test_the_bank_forgets_the_oldest_and_keeps_within_its_limit():
    bank = SoundBank(limit_bytes=4000)
    for number in range(10):
        bank.get(("tone", number), lambda: np.zeros(250, np.float32))
    assert bank.held_bytes <= 4000
    made = []
    bank.get(("tone", 9), lambda: made.append(1) or np.zeros(250, np.float32))
    assert not made


@pytest.mark.parametrize("at_least", [1, 7, 1001, 772_801])
def test_fft_lengths_are_quick_ones(at_least):
    length = fft_length(at_least)
    assert length >= at_least
    assert length % 2 == 0
    for prime in (2, 3, 5):
        while length % prime == 0:
            length //= prime
    assert length == 1

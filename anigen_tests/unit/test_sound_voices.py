from dataclasses import replace

import numpy as np
import pytest

from anigen_assets.story.plan import DialogueLine
from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.sound.beats import utter
from anigen_assets.studio.sound.manner import MANNERS
from anigen_assets.studio.sound.prosody import intonation
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ
from anigen_assets.studio.sound.timing import PlacedLine
from anigen_assets.studio.sound.tract import tract_of
from anigen_assets.studio.sound.voices import speak
from anigen_tests.unit.sound_scenes import CAST, face

TEXT = "We never told anyone about the harbor."


def said(text=TEXT, speaker="aoi", emotion=Emotion.NEUTRAL, who=None):
    who = who or CAST[speaker]
    line = DialogueLine(speaker=who.id, text=text, emotion=emotion)
    return PlacedLine(line, who, utter(text, who.voice.pace, emotion), 1.0)


def spectrum_of(sound):
    power = np.abs(np.fft.rfft(sound)) ** 2
    return np.fft.rfftfreq(len(sound), 1 / SYNTH_RATE_HZ), power


def centroid_hz(sound):
    hertz, power = spectrum_of(sound)
    return float((hertz * power).sum() / power.sum())


def pitch_of(line):
    manner = MANNERS[line.dialogue.emotion]
    draw = np.random.default_rng(1)
    return intonation(line.utterance, tract_of(line.face), manner, draw).pitch_hz


@pytest.mark.parametrize("speaker", list(CAST))
@pytest.mark.parametrize("emotion", list(Emotion))
def test_every_voice_in_every_emotion_is_audible_and_gentle(speaker, emotion):
    sound = speak(said(speaker=speaker, emotion=emotion))
    rms = float(np.sqrt(np.mean(sound**2)))
    assert 0.06 < rms < 0.14
    assert np.abs(sound).max() < 5 * rms
    assert 250 < centroid_hz(sound) < 1400
    assert sound[0] == sound[-1] == 0.0


def test_voices_are_as_long_as_their_line():
    line = said()
    assert len(speak(line)) / SYNTH_RATE_HZ == pytest.approx(line.utterance.seconds, abs=0.02)


@pytest.mark.parametrize("pitch_hz", [70, 420])
def test_extreme_voices_stay_in_a_human_range(pitch_hz):
    pitch = pitch_of(said(who=face("Extreme", pitch_hz), emotion=Emotion.JOYFUL))
    assert pitch.min() > 60
    assert pitch.max() < 480


def test_the_pitch_heard_is_the_pitch_of_the_voice():
    """Autocorrelation of the loudest stretch finds the period of the median pitch."""
    for speaker in CAST:
        line = said("Aaaaa", speaker=speaker)
        sound = speak(line)
        middle = sound[len(sound) // 3 : len(sound) // 3 + 2400]
        lags = np.correlate(middle, middle, "full")[len(middle) :]
        shortest, longest = SYNTH_RATE_HZ // 500, SYNTH_RATE_HZ // 65
        heard = SYNTH_RATE_HZ / (np.argmax(lags[shortest:longest]) + shortest + 1)
        assert heard == pytest.approx(float(np.median(pitch_of(line))), rel=0.2)


def test_a_question_rises_and_a_statement_falls():
    question, statement = pitch_of(said("You are here?")), pitch_of(said("You are here."))
    assert question[-12] > 1.15 * np.median(question)
    assert statement[-12] < np.median(statement)


def test_joy_moves_more_than_sadness():
    joyful, sad = pitch_of(said(emotion=Emotion.JOYFUL)), pitch_of(said(emotion=Emotion.SAD))
    assert np.std(np.log2(joyful)) > 1.3 * np.std(np.log2(sad))
    assert np.median(joyful) > np.median(sad)


def test_an_s_hisses_and_a_vowel_does_not():
    line = said("sasasa")
    sound = speak(line)

    def share_above_4_khz(start, seconds):
        first = int(start * SYNTH_RATE_HZ)
        hertz, power = spectrum_of(sound[first : first + int(seconds * SYNTH_RATE_HZ)])
        return power[hertz > 4000].sum() / power.sum()

    beat = line.utterance.beats[1]
    assert share_above_4_khz(beat.start_seconds + 0.015, 0.04) > 0.5
    assert share_above_4_khz(beat.start_seconds + 0.095, 0.03) < 0.1


def test_vowels_differ_in_their_formants():
    spectra = []
    for vowel in "aiueo":
        hertz, power = spectrum_of(speak(said(" ".join(vowel * 4))))
        bands = [power[(hertz >= low) & (hertz < low + 400)].sum() for low in range(200, 3400, 400)]
        spectra.append(10 * np.log10(np.array(bands) / sum(bands)))
    for one in range(5):
        for other in range(one):
            assert np.abs(spectra[one] - spectra[other]).max() > 6


def test_two_characters_of_one_pitch_do_not_share_a_voice():
    one, two = (tract_of(replace(CAST["aoi"], id=name)) for name in ("sora", "yuki"))
    assert abs(one.size - two.size) > 0.001


def test_the_same_line_is_the_same_sound():
    assert speak(said()).tobytes() == speak(said()).tobytes()

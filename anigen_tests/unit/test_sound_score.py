from itertools import pairwise

import numpy as np
import pytest

from anigen_assets.story.vocabulary import Mood
from anigen_assets.studio.sound.cards import farewell, sting
from anigen_assets.studio.sound.samples import SYNTH_RATE_HZ, hertz
from anigen_assets.studio.sound.score import write_score
from anigen_assets.studio.sound.struck import DRUMS, RECIPES, strike
from anigen_assets.studio.sound.styles import STYLES
from anigen_assets.studio.sound.sustained import ENSEMBLES, SOLOISTS, ensemble_loop, hold, sing_note
from anigen_assets.studio.sound.theory import chord, nearest, voicing

SECONDS = 29.6


def score(mood=Mood.HOPEFUL, seed=1, spoken=()):
    return write_score(mood, seed, 0.0, SECONDS, spoken)


def part(written, which):
    return [note for note in written.notes if note.part == which]


@pytest.mark.parametrize("mood", list(Mood))
def test_every_mood_has_a_style_whose_words_can_be_played(mood):
    style = STYLES[mood]
    names = {style.pad.instrument, style.figure.instrument, style.bass.instrument, style.lead.instrument}
    assert names <= {*RECIPES, *ENSEMBLES, *SOLOISTS}
    assert set(style.drums) <= set(DRUMS)
    for numeral in (*style.close, *(numeral for path in style.progressions for numeral in path)):
        assert chord(numeral).tones[0] == 0


@pytest.mark.parametrize("mood", list(Mood))
def test_notes_lie_in_the_scene_and_in_reach(mood):
    for seed in range(6):
        written = score(mood, seed)
        assert all(0 <= note.start_seconds < SECONDS for note in written.notes)
        assert all(28 <= note.midi <= 96 for note in written.notes)
        assert all(0 < note.velocity <= 1 for note in written.notes)


@pytest.mark.parametrize("mood", list(Mood))
def test_melodies_move_mostly_by_step_and_never_far(mood):
    moves = [
        abs(after.midi - before.midi)
        for seed in range(6)
        for before, after in pairwise(part(score(mood, seed), STYLES[mood].lead))
        if before.start_seconds < after.start_seconds
    ]
    assert np.median(moves) <= 4
    assert max(moves) <= 14


@pytest.mark.parametrize("mood", list(Mood))
def test_long_notes_do_not_rub_against_the_harmony(mood):
    long_notes = rubs = 0
    for seed in range(10):
        written = score(mood, seed)
        pads = part(written, written.style.pad)
        for note in part(written, written.style.lead):
            if note.seconds >= 0.5:
                long_notes += 1
                below = [
                    pad
                    for pad in pads
                    if pad.start_seconds <= note.start_seconds < pad.start_seconds + pad.seconds
                ]
                rubs += any((note.midi - pad.midi) % 12 == 1 for pad in below)
    assert long_notes > 30
    assert rubs / long_notes < 0.12


def test_voices_of_the_pad_move_little():
    written = score(Mood.TENDER)
    bars = {}
    for note in part(written, written.style.pad):
        bars.setdefault(round(note.start_seconds, 3), []).append(note.midi)
    full = [sorted(notes) for notes in bars.values() if len(notes) == 4]
    for before, after in pairwise(full):
        assert sum(abs(a - b) for a, b in zip(before, after, strict=True)) <= 16


def test_the_motif_comes_back():
    """Bars one and two of a phrase share their rhythm: a statement and its answer."""
    returned = 0
    for seed in range(12):
        written = score(Mood.TRIUMPHANT, seed)
        lead = part(written, written.style.lead)
        bar = 4 * 60 / written.style.tempo
        rhythms = [
            [round(note.seconds, 2) for note in lead if start <= note.start_seconds + 0.01 < start + bar]
            for start in (bar, 2 * bar)
        ]
        returned += bool(rhythms[0]) and rhythms[0] == rhythms[1]
    assert returned >= 8


def test_the_melody_makes_room_for_speech():
    alone = part(score(), STYLES[Mood.HOPEFUL].lead)
    spoken = [(5.0, 25.0)]
    accompanied = part(score(spoken=spoken), STYLES[Mood.HOPEFUL].lead)
    assert sum(note.velocity for note in accompanied) < 0.8 * sum(note.velocity for note in alone)


def test_seeds_give_different_melodies():
    melodies = {
        tuple(note.midi - written.tonic for note in part(written, written.style.lead)[:10])
        for written in (score(seed=seed) for seed in range(20))
    }
    assert len(melodies) >= 18


def test_the_series_has_one_motif_in_every_key():
    cards = [sting("Lanterns", score(mood, 5)) for mood in (Mood.HOPEFUL, Mood.HOPEFUL)]
    assert cards[0] == cards[1]
    chimes = {
        tuple(np.diff([note.midi for note in sting(series, score()) if note.part.instrument == "celesta"]))
        for series in ("Lanterns", "Tidewater", "Nine Bells", "Signal")
    }
    assert len(chimes) > 1


def test_the_farewell_comes_home_to_a_major_tonic():
    written = score(Mood.MELANCHOLY)
    last = [note for note in farewell("Lanterns", written, 27.0) if note.start_seconds > 28.3]
    classes = {(note.midi - written.tonic) % 12 for note in last}
    assert {0, 4, 7} <= classes


def test_voice_leading_keeps_common_tones():
    before = voicing((0, 4, 7), (), 60, 4)
    after = voicing((9, 0, 4), before, 60, 4)
    assert len(set(before) & set(after)) >= 2


def test_nearest_is_the_closest_member():
    assert nearest(61.2, (0, 4, 7)) == 60
    assert nearest(63.0, (0, 4, 7)) == 64


@pytest.mark.parametrize("instrument", sorted(RECIPES))
def test_struck_notes_sound_at_their_pitch(instrument):
    sound = strike(instrument, 64)
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 1 << 17)) ** 2
    frequencies = np.fft.rfftfreq(1 << 17, 1 / SYNTH_RATE_HZ)
    near = (frequencies > hertz(63)) & (frequencies < hertz(65))
    assert frequencies[near][np.argmax(power[near])] == pytest.approx(hertz(64), rel=0.01)
    assert power[near].max() > 0.1 * power.max()


@pytest.mark.parametrize("instrument", sorted(SOLOISTS))
def test_soloists_begin_and_end_without_a_click(instrument):
    sound = sing_note(instrument, 67, 0.7)
    assert np.abs(sound[:24]).max() < 0.2 * np.abs(sound).max()
    assert np.abs(sound[-24:]).max() < 0.02 * np.abs(sound).max()


@pytest.mark.parametrize("instrument", sorted(ENSEMBLES))
def test_ensemble_loops_close_without_a_seam(instrument):
    loop = ensemble_loop(instrument, 57)
    inside = np.abs(np.diff(loop)).max()
    assert abs(loop[0] - loop[-1]) <= inside
    bend = np.abs(np.diff(loop, 2)).max()
    assert abs(loop[1] - 2 * loop[0] + loop[-1]) <= bend


def test_ensembles_are_wide():
    left, right = hold("strings", 60, 2.0)
    assert abs(np.corrcoef(left, right)[0, 1]) < 0.3


def test_a_note_in_the_bank_cannot_be_spoiled():
    with pytest.raises(ValueError, match="read-only"):
        strike("piano", 60)[0] = 1.0

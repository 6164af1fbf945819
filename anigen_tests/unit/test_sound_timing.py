from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anigen_assets.story.plan import DialogueLine, Shot
from anigen_assets.story.vocabulary import Emotion, Framing
from anigen_assets.studio.sound import time_lines
from anigen_assets.studio.sound.beats import utter
from anigen_assets.studio.sound.mouths import mouth_shapes
from anigen_assets.studio.sound.timing import CARD_SECONDS, place_lines
from anigen_assets.studio.sound.tongue import phrases
from anigen_tests.unit.sound_scenes import CAST, SHOTS, TALK, request

LONG = "What an extraordinarily complicated situation we have created together tonight! "


def line(text, speaker="aoi", emotion=Emotion.NEUTRAL):
    return DialogueLine(speaker=speaker, text=text, emotion=emotion)


def shot(seconds, *lines):
    return Shot(framing=Framing.MEDIUM, action="They talk.", lines=lines, duration_seconds=seconds)


def assert_in_order_and_inside(spoken, seconds):
    heard = sorted(spoken, key=lambda one: one.start_seconds)
    for before, after in pairwise(heard):
        assert before.end_seconds < after.start_seconds
    for one in heard:
        assert 0.2 < one.start_seconds < one.end_seconds < seconds - 0.2


def test_lines_stay_in_their_shots_when_they_fit():
    spoken = time_lines(request())
    for number, (start, end) in enumerate([(8, 16), (16, 22), (22, 30), (22, 30)]):
        assert start < spoken[number].start_seconds
        assert spoken[number].end_seconds < end


def test_lines_come_in_the_order_of_the_dialogue():
    starts = [one.start_seconds for one in time_lines(request())]
    assert starts == sorted(starts)


def test_no_line_is_heard_during_the_cards():
    early = (shot(4, 0), shot(8, 1), shot(8, 2), shot(6), shot(4, 3))
    spoken = time_lines(request(first=True, last=True, shots=early))
    assert min(one.start_seconds for one in spoken) >= CARD_SECONDS
    assert max(one.end_seconds for one in spoken) <= 30 - CARD_SECONDS


def test_a_line_too_long_for_its_shot_runs_on_and_the_next_one_waits():
    spoken = time_lines(
        request(dialogue=(line(LONG * 2), line("I see.")), shots=(shot(4, 0), shot(8, 1), shot(8), shot(8)))
    )
    assert spoken[0].end_seconds > 4
    assert spoken[1].start_seconds > spoken[0].end_seconds


def test_long_lines_in_a_row_wait_for_each_other():
    dialogue = tuple(line(LONG * 2) for _ in range(3))
    shots = (shot(4, 0), shot(4, 1), shot(4, 2), shot(8), shot(8))
    assert_in_order_and_inside(time_lines(request(dialogue=dialogue, shots=shots)), 30)


def test_a_line_no_shot_names_gets_the_first_shot_with_room():
    spoken = time_lines(request(shots=(shot(6), shot(8, 0), shot(4, 1, 2), shot(8), shot(4))))
    assert 18 < spoken[3].start_seconds < spoken[3].end_seconds < 26
    spoken = time_lines(request(dialogue=TALK[:1], shots=(shot(8), shot(8), shot(8), shot(6))))
    assert spoken[0].end_seconds < 8


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    texts=st.lists(st.text(min_size=1, max_size=160), min_size=1, max_size=12),
    lengths=st.lists(st.sampled_from([4, 6, 8]), min_size=1, max_size=8),
    named=st.lists(st.lists(st.integers(0, 12), max_size=3), min_size=8, max_size=8),
    first=st.booleans(),
    last=st.booleans(),
)
def test_lines_never_overlap_and_stay_in_the_scene(texts, lengths, named, first, last):
    speakers = list(CAST)
    dialogue = tuple(line(text, speakers[i % 4], list(Emotion)[i % 9]) for i, text in enumerate(texts))
    shots = tuple(shot(seconds, *lines) for seconds, lines in zip(lengths, named, strict=False))
    scene = request(dialogue=dialogue, shots=shots, first=first, last=last)
    assert_in_order_and_inside(time_lines(scene), 30)
    for placed in place_lines(scene):
        mouths = mouth_shapes(placed, 30)
        assert mouths.any()
        assert mouths.max() <= 3


def test_a_crowded_scene_still_has_every_line():
    dialogue = tuple(line(LONG * 2) for _ in range(12))
    spoken = time_lines(request(dialogue=dialogue, first=True, last=True))
    assert len(spoken) == 12
    assert_in_order_and_inside(spoken, 30)


def test_lines_are_slow_enough_to_be_read_where_there_is_room():
    for one in time_lines(request()):
        assert len(one.text) / (one.end_seconds - one.start_seconds) < 21


def test_a_quick_voice_is_quicker_than_a_slow_one():
    text = "The last train leaves at nine."
    assert utter(text, 1.4, Emotion.NEUTRAL).seconds < utter(text, 0.7, Emotion.NEUTRAL).seconds


def test_sadness_is_slower_than_joy():
    text = "The last train leaves at nine."
    assert utter(text, 1.0, Emotion.SAD).seconds > 1.2 * utter(text, 1.0, Emotion.JOYFUL).seconds


def test_pace_one_is_about_eight_syllables_a_second():
    said = utter("banana banana banana banana banana banana", 1.0, Emotion.NEUTRAL)
    assert len(said.beats) / said.seconds == pytest.approx(8, abs=1)


@pytest.mark.parametrize(
    ("text", "beats"),
    [("time", 1), ("banana", 3), ("hello there", 3), ("wanted", 2), ("…", 1), ("こんにちは", 5), ("20", 2)],
)
def test_words_have_their_syllables(text, beats):
    assert sum(len(phrase.syllables) for phrase in phrases(text)) == beats


def test_a_question_ends_as_one():
    assert [phrase.ending for phrase in phrases("Really?! You, of all people... went there.")] == [
        "?",
        ",",
        "…",
        ".",
    ]


def test_the_same_name_is_spoken_the_same_way():
    assert phrases("Haruka!")[0].syllables == phrases("I saw Haruka.")[0].syllables[-3:]


def test_mouths_are_closed_outside_their_line():
    for placed in place_lines(request()):
        mouths = mouth_shapes(placed, 30)
        ticks = np.arange(len(mouths))
        outside = ((ticks + 1) / 12 <= placed.start_seconds) | (ticks / 12 >= placed.end_seconds)
        assert not mouths[outside].any()


def test_mouths_move_within_their_line():
    for placed in place_lines(request()):
        mouths = mouth_shapes(placed, 30)
        spoken = mouths[int(placed.start_seconds * 12) + 1 : int(placed.end_seconds * 12)]
        assert len(set(spoken.tolist())) >= 3
        held = np.diff(np.flatnonzero(np.diff(spoken.astype(int))))
        assert held.max() <= 6


def test_lips_meet_for_an_m():
    scene = request(dialogue=(line("Mamamamamama", "ojii", Emotion.SAD),), shots=(shot(8, 0), *SHOTS[:1]))
    (placed,) = place_lines(scene)
    mouths = mouth_shapes(placed, 30)
    spoken = mouths[int(placed.start_seconds * 12) + 1 : int(placed.end_seconds * 12) - 1]
    assert 0 in spoken

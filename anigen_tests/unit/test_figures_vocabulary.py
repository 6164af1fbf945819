"""Every word a character is written in is visible, and no two words look the same."""

from __future__ import annotations

from enum import StrEnum

import pytest

from anigen_assets.story.vocabulary import (
    Accessory,
    Build,
    Emotion,
    EyeShape,
    FaceShape,
    HairStyle,
    Mark,
    Outfit,
)
from anigen_assets.studio.animatic.figures import Face, Pose
from anigen_assets.studio.animatic.figures.anatomy import anatomy_for
from anigen_assets.studio.animatic.figures.skeleton import frame_for
from anigen_tests.unit.figure_pictures import a_look, all_different, bust, differs, standing

WORDS: list[tuple[str, type[StrEnum]]] = [
    ("hair_style", HairStyle),
    ("outfit", Outfit),
    ("face_shape", FaceShape),
    ("eye_shape", EyeShape),
    ("build", Build),
    ("mark", Mark),
    ("accessory", Accessory),
]
COLOURS = ["hair_colour", "eye_colour", "skin_colour", "outfit_colour", "accent_colour"]


@pytest.mark.parametrize(("field", "words"), WORDS)
def test_every_word_gives_a_bust_of_its_own(field: str, words: type[StrEnum]) -> None:
    assert all_different([bust(a_look(**{field: word})) for word in words])


@pytest.mark.parametrize(("field", "words"), WORDS)
def test_every_word_gives_a_standing_figure_of_its_own(field: str, words: type[StrEnum]) -> None:
    assert all_different([standing(a_look(**{field: word})) for word in words])


@pytest.mark.parametrize("field", COLOURS)
def test_every_colour_is_seen(field: str) -> None:
    assert differs(bust(a_look()), bust(a_look(**{field: "#3a9a5c"}))).sum() > 20


def test_a_woman_and_a_man_of_the_same_words_differ() -> None:
    assert differs(bust(a_look()), bust(a_look(masculine=True))).mean() > 0.05


def test_child_adult_and_elder_of_the_same_words_differ() -> None:
    assert all_different([bust(a_look(age=age)) for age in (6, 17, 38, 72)])


def test_children_have_larger_eyes_and_elders_smaller_ones() -> None:
    child, adult, elder = (anatomy_for(a_look(age=age)).eye.height for age in (6, 17, 72))

    assert child > adult > elder


def test_men_have_a_stronger_jaw_and_brow_and_no_winged_lashes() -> None:
    woman, man = anatomy_for(a_look(age=25)), anatomy_for(a_look(age=25, masculine=True))

    assert man.chin_y > woman.chin_y
    assert man.brow_weight > woman.brow_weight
    assert woman.eye.lashes
    assert not man.eye.lashes


def test_two_people_of_the_same_shapes_do_not_share_one_face() -> None:
    faces = {
        anatomy_for(a_look(eye_colour=eyes, skin_colour=skin, age=25))
        for eyes in ("#4a7ad0", "#7a5a3c", "#4aa36a", "#5a4a44")
        for skin in ("#fde3d3", "#f0c8a8", "#a87050")
    }

    assert len({(face.eye, face.outline, face.mouth_half, face.brow_arch) for face in faces}) == 12


def test_a_face_stays_its_own_when_hair_and_clothes_change() -> None:
    before = anatomy_for(a_look())
    after = anatomy_for(a_look(hair_style=HairStyle.SHORT, hair_colour="#d8dcf0", outfit=Outfit.COAT))
    scarred = anatomy_for(a_look(mark=Mark.SCAR))

    assert after == before
    assert scarred == before


@pytest.mark.parametrize("masculine", [False, True])
def test_every_emotion_gives_a_face_of_its_own(masculine: bool) -> None:
    look = a_look(masculine=masculine)

    assert all_different([bust(look, Face(emotion), scale=0.5) for emotion in Emotion])


@pytest.mark.parametrize("emotion", Emotion)
def test_every_mouth_and_every_state_of_a_blink_is_seen(emotion: Emotion) -> None:
    look = a_look()

    assert all_different([bust(look, Face(emotion, mouth), scale=0.5) for mouth in range(4)])
    assert all_different(
        [bust(look, Face(emotion, 0, eyes), scale=0.5) for eyes in ("open", "half", "closed")]
    )


def test_gaze_moves_the_eyes() -> None:
    assert all_different([bust(a_look(), Face(gaze=gaze), scale=0.5) for gaze in (-1, 0, 1)])


def test_every_turn_of_the_head_is_seen() -> None:
    assert all_different([bust(a_look(), turn=turn) for turn in (-1, -0.5, 0, 0.5, 1)])


@pytest.mark.parametrize("outfit", [Outfit.SAILOR, Outfit.KIMONO, Outfit.WORKWEAR])
def test_every_pose_gives_a_figure_of_its_own(outfit: Outfit) -> None:
    look = a_look(outfit=outfit)

    assert all_different([standing(look, pose, turn=0.3, phase=0.1) for pose in Pose])


def test_every_pose_holds_arms_or_legs_its_own_way() -> None:
    frames = [frame_for(a_look(), pose, 0.3, 0.1) for pose in Pose]

    assert len({(frame.arms, frame.legs) for frame in frames}) == len(Pose)

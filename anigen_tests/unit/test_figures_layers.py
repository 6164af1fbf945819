"""Patches, breath and tilt: what may move in a held shot, and what may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import skia

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import (
    Accessory,
    Emotion,
    EyeShape,
    FaceShape,
    HairStyle,
    Mark,
    Outfit,
    TimeOfDay,
    Weather,
)
from anigen_assets.studio.animatic.figures import (
    Face,
    Pose,
    draw_bust,
    draw_bust_back_hair,
    draw_bust_body,
    draw_bust_head,
    eyes_box,
    mouth_box,
)
from anigen_assets.studio.animatic.palette import palette_for
from anigen_tests.unit.figure_pictures import (
    BUST_HEIGHT,
    BUST_LEFT,
    BUST_TOP,
    BUST_WIDTH,
    DAY,
    a_look,
    bust,
    differs,
    painted,
    spread,
    standing,
)

LOOKS: list[Look] = [
    a_look(),
    a_look(age=6, eye_shape=EyeShape.ALMOND, face_shape=FaceShape.ROUND, hair_style=HairStyle.TWIN_TAILS),
    a_look(age=74, masculine=True, eye_shape=EyeShape.SLEEPY, face_shape=FaceShape.LONG, mark=Mark.BEARD),
    a_look(age=30, masculine=True, eye_shape=EyeShape.SHARP, face_shape=FaceShape.SQUARE, mark=Mark.GLASSES),
    a_look(
        eye_shape=EyeShape.SLEEPY, face_shape=FaceShape.HEART, accessory=Accessory.CAP, mark=Mark.MOUSTACHE
    ),
]
TURNS = [-1.0, -0.35, 0.0, 0.6]
SCALE = 0.6


def _outside(mask: np.ndarray, box: skia.Rect) -> int:
    """Changed pixels outside a box given in bust units."""
    rows, columns = np.nonzero(mask)
    x, y = (columns + 0.5) / SCALE - BUST_LEFT, (rows + 0.5) / SCALE - BUST_TOP
    inside = (x >= box.left()) & (x <= box.right()) & (y >= box.top()) & (y <= box.bottom())
    return int((~inside).sum())


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("turn", TURNS)
def test_faces_which_differ_in_the_mouth_differ_only_inside_the_mouth_box(look: Look, turn: float) -> None:
    box = mouth_box(look, turn)
    for emotion in (Emotion.NEUTRAL, Emotion.JOYFUL, Emotion.ANGRY, Emotion.SURPRISED):
        still = bust(look, Face(emotion), turn=turn, scale=SCALE)
        for mouth in (2, 3):
            changed = differs(still, bust(look, Face(emotion, mouth), turn=turn, scale=SCALE))
            assert changed.any()
            assert _outside(changed, box) == 0


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("turn", TURNS)
def test_faces_which_differ_in_the_eyes_differ_only_inside_the_eyes_box(look: Look, turn: float) -> None:
    box = eyes_box(look, turn)
    for emotion in (Emotion.NEUTRAL, Emotion.JOYFUL, Emotion.SURPRISED, Emotion.SAD):
        still = bust(look, Face(emotion), turn=turn, scale=SCALE)
        for face in (Face(emotion, 0, "half"), Face(emotion, 0, "closed"), Face(emotion, 0, "open", -1.0)):
            assert _outside(differs(still, bust(look, face, turn=turn, scale=SCALE)), box) == 0


@pytest.mark.parametrize("look", LOOKS)
def test_boxes_are_small_enough_to_be_worth_patching(look: Look) -> None:
    mouth, eyes = mouth_box(look, 0.3), eyes_box(look, 0.3)

    assert mouth.width() * mouth.height() < 5_000
    assert eyes.width() * eyes.height() < 24_000


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("box_of", [mouth_box, eyes_box])
def test_repainting_only_a_box_is_the_whole_picture_to_the_eye(
    look: Look, box_of: Callable[[Look, float], skia.Rect]
) -> None:
    """Skia smooths an edge a little differently inside a clip; nothing else may differ."""
    after = Face(Emotion.HAPPY, 3, "closed") if box_of is eyes_box else Face(Emotion.HAPPY, 3)
    before = replace(after, eyes="open") if box_of is eyes_box else Face(Emotion.HAPPY)
    box = box_of(look, 0.3)

    def patched(canvas: skia.Canvas) -> None:
        canvas.translate(BUST_LEFT, BUST_TOP)
        draw_bust(canvas, look, before, turn=0.3, palette=DAY)
        canvas.clipRect(skia.Rect.Make(box.roundOut()))
        canvas.clear(0)
        draw_bust(canvas, look, after, turn=0.3, palette=DAY)

    patch = painted(BUST_WIDTH, BUST_HEIGHT, 1.0, patched).astype(int)
    apart = np.abs(patch - bust(look, after, turn=0.3, scale=1.0))

    assert (apart.max(axis=2) > 16).sum() <= 48
    assert apart.sum() / (box.width() * box.height()) < 0.6


def test_the_three_layers_make_the_whole_bust() -> None:
    look, face = a_look(hair_style=HairStyle.BRAID, outfit=Outfit.SAILOR), Face(Emotion.SAD)

    def layered(canvas: skia.Canvas) -> None:
        canvas.translate(BUST_LEFT, BUST_TOP)
        draw_bust_back_hair(canvas, look, turn=0.4, breath=0.5, tilt_degrees=2, palette=DAY)
        draw_bust_body(canvas, look, turn=0.4, breath=0.5, palette=DAY)
        draw_bust_head(canvas, look, face, turn=0.4, breath=0.5, tilt_degrees=2, palette=DAY)

    whole = bust(look, face, turn=0.4, breath=0.5, tilt=2, scale=0.5)

    assert not differs(painted(BUST_WIDTH, BUST_HEIGHT, 0.5, layered), whole).any()


@pytest.mark.parametrize("style", [HairStyle.LONG, HairStyle.TWIN_TAILS, HairStyle.SHORT])
def test_breath_is_seen_and_stays_within_a_few_units(style: HairStyle) -> None:
    out, deep = (bust(a_look(hair_style=style), breath=breath, scale=0.5) for breath in (0.0, 1.0))

    changed = differs(out, deep)

    assert changed.any()
    assert not (changed & ~spread(out[..., 3] > 0, 3)).any()


def test_breath_leaves_the_bottom_of_a_bust_where_it_is() -> None:
    out, deep = (bust(a_look(), breath=breath, scale=0.5) for breath in (0.0, 1.0))
    edge = [np.flatnonzero(picture[(BUST_TOP + 638) // 2, :, 3]) for picture in (out, deep)]

    assert abs(int(edge[0][0]) - int(edge[1][0])) <= 1
    assert abs(int(edge[0][-1]) - int(edge[1][-1])) <= 1


@pytest.mark.parametrize("tilt", [-3.0, 3.0])
def test_tilt_is_seen_and_stays_within_the_reach_of_the_hair(tilt: float) -> None:
    upright, leaning = (bust(a_look(), tilt=degrees, scale=0.5) for degrees in (0.0, tilt))

    changed = differs(upright, leaning)

    assert changed.any()
    assert not (changed & ~spread(upright[..., 3] > 0, 8)).any()


@pytest.mark.parametrize("tilt", [-4.0, 0.0, 4.0])
@pytest.mark.parametrize("breath", [0.0, 0.5, 1.0])
def test_no_seam_opens_between_head_and_body(breath: float, tilt: float) -> None:
    for look in LOOKS:
        picture = bust(look, breath=breath, tilt=tilt, scale=0.5)
        middle = picture[(BUST_TOP - 60) // 2 : (BUST_TOP + 560) // 2, BUST_LEFT // 2, 3]
        assert middle.min() == 255


def test_breath_of_a_standing_figure_keeps_its_feet_still() -> None:
    out, deep = (standing(a_look(), breath=breath, scale=1.0) for breath in (0.0, 1.0))

    changed = differs(out, deep)

    assert changed.any()
    assert not changed[400:].any()
    assert not (changed & ~spread(out[..., 3] > 0, 4)).any()


@pytest.mark.parametrize("pose", Pose)
def test_every_pose_stands_on_the_floor(pose: Pose) -> None:
    rows = np.flatnonzero(standing(a_look(), pose, turn=0.4, scale=1.0)[..., 3].any(axis=1))

    assert abs(int(rows[-1]) - 520) <= 10


def test_skin_stays_alive_at_night() -> None:
    night = palette_for(TimeOfDay.NIGHT, Weather.CLEAR)
    cheek = (slice(int((BUST_TOP + 74) * SCALE), int((BUST_TOP + 80) * SCALE)), int((BUST_LEFT + 22) * SCALE))
    look = a_look(age=25)
    by_day = bust(look, scale=SCALE)[cheek].astype(int).mean(axis=0)
    blue, green, red, _ = bust(look, palette=night, scale=SCALE)[cheek].astype(int).mean(axis=0)

    assert red > green
    assert red > blue
    assert (red + green + blue) > 0.6 * by_day[:3].sum()

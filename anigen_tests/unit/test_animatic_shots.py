"""Every framing and every camera move can be shot, and people keep to their side of the line."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from anigen_assets.story.vocabulary import CameraMove, Emotion, Framing
from anigen_assets.studio.animatic import i420
from anigen_assets.studio.animatic.canvas import paint_sprite
from anigen_assets.studio.animatic.figures import Pose
from anigen_assets.studio.animatic.props import PROPS, prop_in
from anigen_assets.studio.animatic.shots import compose_shot
from anigen_assets.studio.animatic.staging import Staging, pose_for
from anigen_tests.unit.animatic_scenes import CAST, request, setup, shot, span

SIZE = (854, 480)


@pytest.mark.parametrize("camera", list(CameraMove))
@pytest.mark.parametrize("framing", list(Framing))
def test_every_framing_is_shot_with_every_camera_move(framing: Framing, camera: CameraMove):
    made = request(shot(framing, camera, lines=(0,)))
    composition = compose_shot(setup(made), span(made))
    frames = []
    for tick in (0, 45, 95):
        frame = i420.blank(*SIZE)
        composition.show(tick, frame)
        frames.append(frame)
    assert all(frame.y.std() > 10 and frame.y.max() > 60 for frame in frames)
    moves = camera is not CameraMove.LOCKED
    assert (composition.key(45)[0] != composition.key(95)[0]) == moves  # type: ignore[index]
    assert moves == bool((np.abs(frames[0].y.astype(int) - frames[2].y) > 8).mean() > 0.05)


@pytest.mark.parametrize(
    "camera", [CameraMove.LOCKED, CameraMove.PUSH_IN, CameraMove.PULL_OUT, CameraMove.PAN_LEFT]
)
@pytest.mark.parametrize("framing", [Framing.TWO_SHOT, Framing.CLOSE_UP, Framing.WIDE])
def test_a_picture_does_not_depend_on_those_before_it(framing: Framing, camera: CameraMove):
    made = request(shot(framing, camera, lines=(0, 1)))
    going_on, frame = compose_shot(setup(made), span(made)), i420.blank(*SIZE)
    for tick in range(96):
        going_on.show(tick, frame)
        if tick in (20, 44, 70, 95):
            alone = i420.blank(*SIZE)
            compose_shot(setup(made), span(made)).show(tick, alone)
            assert all(np.array_equal(a, b) for a, b in zip(frame, alone, strict=True))


@pytest.mark.parametrize("framing", list(Framing))
def test_a_shot_of_nobody_shows_the_place(framing: Framing):
    made = request(shot(framing, subjects=()), cast={})
    scene = made.scene.model_copy(update={"dialogue": (), "cast": ()})
    frame = i420.blank(*SIZE)
    compose_shot(setup(replace(made, scene=scene)), span(made)).show(0, frame)
    assert frame.y.std() > 10


def test_a_mouth_moves_only_while_its_line_is_heard():
    made = request(shot(Framing.CLOSE_UP, subjects=("aoi",), lines=(0,)))
    moments = setup(made).moments("aoi", span(made))
    speaking = [index for index, moment in enumerate(moments) if moment.mouth]
    assert speaking
    assert min(speaking) >= 6
    assert max(speaking) < 26


def test_people_keep_their_side_in_every_framing():
    made = request(shot(Framing.WIDE), shot(Framing.CLOSE_UP, subjects=("ren",)))
    staging = Staging(made)
    assert (staging.side("aoi"), staging.side("ren")) == (-1, 1)
    for people in (("aoi", "ren"), ("ren", "aoi"), ("mika", "ren", "aoi")):
        marks = {mark.person: mark for mark in staging.marks(people)}
        assert marks["aoi"].across < marks["ren"].across
        assert marks["ren"].turn < 0
    assert staging.turn("aoi") > 0 > staging.turn("ren")


@pytest.mark.parametrize(
    ("action", "person", "pose"),
    [
        ("Aoi waves while Ren walks along the quay.", "aoi", Pose.WAVE),
        ("Aoi waves while Ren walks along the quay.", "ren", Pose.WALK),
        ("Ren folds his arms hard.", "ren", Pose.ARMS_CROSSED),
        ("She points at the sea.", "aoi", Pose.POINT),
        ("Aoi holds very still.", "aoi", Pose.NEUTRAL),
        ("The camera stays: a cat crosses without hurrying.", "aoi", Pose.NEUTRAL),
    ],
)
def test_the_action_gives_the_pose(action: str, person: str, pose: Pose):
    made = request(shot(Framing.WIDE, action=action))
    names = {one.id: one.name for one in CAST.values()}
    chance = setup(made).chance(span(made), person)
    assert pose_for(made.scene.shots[0], person, names, Emotion.SAD, chance) is pose


def test_an_insert_shows_what_the_action_names_first():
    assert prop_in("A kettle, still warm, on a folded map.").name == "kettle"  # type: ignore[union-attr]
    assert prop_in("Washing moves on a line.") is None


@pytest.mark.parametrize("prop", PROPS, ids=lambda prop: prop.name)
def test_every_prop_is_drawn(prop):
    box = paint_sprite(prop.paint, (-400, -400, 400, 60), 0.5).box
    assert box.width > 60
    assert 60 < box.height < 230

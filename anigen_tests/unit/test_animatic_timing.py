"""Shots last exactly as long as planned; cameras move without steps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from anigen_assets.story.vocabulary import CameraMove, Framing
from anigen_assets.studio.animatic.camera import PANS, TILTS, ZOOMS, MoveClock, Travel, ZoomPath
from anigen_assets.studio.animatic.timing import shot_spans
from anigen_assets.studio.ports import FPS
from anigen_tests.unit.animatic_scenes import request, shot


def spans_of(*lengths: int, seconds: int) -> list[tuple[int, int]]:
    made = request(*(shot(Framing.WIDE, seconds=length) for length in lengths), seconds=seconds)
    return [(span.first_tick, span.ticks) for span in shot_spans(made.scene, seconds)]


def test_every_shot_lasts_as_planned_in_ticks():
    assert spans_of(4, 6, 8, 6, 6, seconds=30) == [(0, 96), (96, 144), (240, 192), (432, 144), (576, 144)]


def test_a_plan_that_is_too_short_holds_its_last_shot():
    assert spans_of(4, 4, seconds=10) == [(0, 96), (96, 144)]


def test_a_plan_that_is_too_long_ends_with_the_scene():
    assert spans_of(8, 8, 8, seconds=10) == [(0, 192), (192, 48)]


@pytest.mark.parametrize("people", [True, False])
@pytest.mark.parametrize("seconds", [4, 6, 8])
@pytest.mark.parametrize("speed", [1, 2, 3])
def test_pans_keep_one_speed_between_a_soft_start_and_a_soft_end(seconds: int, speed: int, people: bool):
    clock = MoveClock.of(seconds * FPS, people=people)
    way = clock.way(speed)
    steps = [after - before for before, after in pairwise(way)]
    begin, end = clock.begin + 12, clock.begin + clock.moving - 12
    assert end - begin > 20
    assert set(steps[begin:end]) == {speed}
    assert all(step <= (speed + 1) // 2 for step in (*steps[: clock.begin + 8], *steps[end + 4 :]))


@pytest.mark.parametrize("move", [*PANS, *TILTS])
def test_pans_and_tilts_of_people_end_on_the_still_frame(move: CameraMove):
    travel = Travel.of(move, MoveClock.of(96, people=True), 2, ends_still=True)
    assert travel.shifts[-1] == (0, 0)
    assert travel.shifts[0] != (0, 0)


@pytest.mark.parametrize(
    ("move", "axis", "sign"),
    [
        (CameraMove.PAN_RIGHT, 0, 1),
        (CameraMove.PAN_LEFT, 0, -1),
        (CameraMove.TILT_DOWN, 1, 1),
        (CameraMove.TILT_UP, 1, -1),
    ],
)
def test_a_move_goes_where_it_is_named_after(move: CameraMove, axis: int, sign: int):
    shifts = Travel.of(move, MoveClock.of(96, people=False), 2, ends_still=False).shifts
    assert (shifts[-1][axis] - shifts[0][axis]) * sign > 100
    assert shifts[-1][1 - axis] == shifts[0][1 - axis]


@pytest.mark.parametrize("move", ZOOMS)
def test_zooms_never_turn_back_and_rest_before_the_cut(move: CameraMove):
    nearness = ZoomPath.of(move, MoveClock.of(144, people=True)).nearness
    steps = [after - before for before, after in pairwise(nearness)]
    sign = 1 if move is CameraMove.PUSH_IN else -1
    assert all(step * sign >= 0 for step in steps)
    assert max(abs(step) for step in steps) < 0.004
    assert len(set(nearness[-14:])) == 1

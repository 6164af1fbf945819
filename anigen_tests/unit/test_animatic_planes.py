"""The arithmetic of planes: sprites, grounds and patches give what drawing in one go gives."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from anigen_assets.story.vocabulary import CameraMove
from anigen_assets.studio.animatic import i420, ink
from anigen_assets.studio.animatic.camera import MoveClock, Shift, ZoomLens, ZoomPath
from anigen_assets.studio.animatic.canvas import paint_picture, paint_sprite
from anigen_assets.studio.animatic.composition import Ground, Pace
from anigen_assets.studio.animatic.i420 import Picture, Rect
from anigen_assets.studio.animatic.particles import KINDS, LOOP_DRAWINGS, Particles
from anigen_assets.studio.animatic.sprite import Patch, Sprite

GREY = "#776655"


def blob(canvas: skia.Canvas) -> None:
    canvas.drawCircle(0, 0, 50, ink.fill("#cc4422"))
    canvas.drawCircle(20, -10, 30, ink.fill("#22ccff", 128))


def ground() -> Picture:
    return paint_picture(lambda canvas: canvas.clear(ink.colour(GREY)), 320, 180)


def difference(one: Picture, other: Picture) -> float:
    return max(float(np.abs(a.astype(int) - b).mean()) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("place", [(160, 90), (161, 90), (160, 91), (161, 91), (10, 175)])
def test_a_pasted_sprite_looks_as_if_it_were_drawn_there(place: tuple[int, int]):
    def drawn(canvas: skia.Canvas) -> None:
        canvas.clear(ink.colour(GREY))
        canvas.translate(*place)
        blob(canvas)

    picture = ground()
    paint_sprite(blob, (-60, -60, 60, 60), 1.0).paste(picture, *place)
    assert difference(picture, paint_picture(drawn, 320, 180)) < 0.3


def test_nothing_changes_where_a_sprite_is_clear():
    picture, before = ground(), ground()
    paint_sprite(blob, (-60, -60, 60, 60), 1.0).paste(picture, 160, 90)
    assert np.array_equal(picture.y[:38], before.y[:38])
    assert np.array_equal(picture.y[42, 112:120], before.y[42, 112:120])


def test_nothing_changes_outside_the_clip():
    picture, before = ground(), ground()
    paint_sprite(blob, (-60, -60, 60, 60), 1.0).paste(picture, 160, 90, Rect(100, 80, 40, 20))
    changed = np.flatnonzero((picture.y != before.y).any(axis=1))
    assert (changed[0], changed[-1]) == (80, 99)


def test_half_the_opacity_is_half_the_difference():
    sprite = paint_sprite(
        lambda canvas: canvas.drawRect(ink.rect(0, 0, 40, 40), ink.fill("#ffffff")), (0, 0, 40, 40), 1.0
    )
    whole, half, bare = ground(), ground(), ground()
    sprite.paste(whole, 20, 20)
    sprite.paste(half, 20, 20, None, 128)
    assert abs(int(half.y[30, 30]) - (int(whole.y[30, 30]) + int(bare.y[30, 30])) / 2) <= 1


def test_a_patched_sprite_equals_one_that_is_drawn_anew():
    def smiling(canvas: skia.Canvas) -> None:
        blob(canvas)
        canvas.drawRect(ink.rect(-20, 10, 40, 12), ink.fill("#111111"))

    rect = Rect(-24, 6, 48, 20)
    part = paint_sprite(smiling, (rect.x, rect.y, rect.right, rect.bottom), 1.0)
    patched = paint_sprite(blob, (-60, -60, 60, 60), 1.0).with_parts([(part, Patch(rect, 1))])
    first, second = ground(), ground()
    patched.paste(first, 160, 90)
    paint_sprite(smiling, (-60, -60, 60, 60), 1.0).paste(second, 160, 90)
    assert difference(first, second) < 0.01


def test_a_sprite_of_nothing_can_be_pasted():
    picture = ground()
    paint_sprite(lambda canvas: None, (0, 0, 40, 40), 1.0).paste(picture, 5, 5)
    Sprite.clear().paste(picture, 5, 5)
    assert np.array_equal(picture.y, ground().y)


@pytest.mark.parametrize("shift", [Shift(0, 0), Shift(3, 0), Shift(0, 5), Shift(7, 3)])
def test_a_ground_is_cut_at_every_pixel(shift: Shift):
    ramp = i420.blank(64, 48)
    ramp.y[:] = np.arange(64)[None, :] + 2 * np.arange(48)[:, None]
    ramp.u[:] = 2 * np.arange(32)[None, :] + 4 * np.arange(24)[:, None]
    frame = i420.blank(32, 24)
    Ground(ramp, 8, 8, Pace()).cut(shift, frame)
    assert frame.y[0, 0] == 8 + shift.x + 2 * (8 + shift.y)
    assert abs(int(frame.u[4, 4]) - (2 * (8 + shift.x / 2) + 4 * (8 + shift.y / 2))) <= 1


@pytest.mark.parametrize("rested", [False, True])
def test_a_lens_that_is_told_of_a_change_shows_what_a_new_lens_shows(rested: bool):
    path = ZoomPath.of(CameraMove.PUSH_IN, MoveClock.of(96, people=True))
    picture = ground()
    old, frames = ZoomLens(picture, path), (i420.blank(320, 180), i420.blank(320, 180))
    for tick in (90, 91) if rested else (40,):
        old.show(tick, frames[0])
    paint_sprite(blob, (-60, -60, 60, 60), 1.0).paste(picture, 160, 90)
    old.changed(Rect(108, 38, 104, 104))
    old.show(92, frames[0])
    ZoomLens(picture, path).show(92, frames[1])
    assert all(np.array_equal(a, b) for a, b in zip(*frames, strict=True))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_weather_moves_and_comes_back_to_where_it_began(kind: str):
    air = Particles(kind, 320, 180)
    frames = [i420.blank(320, 180) for _ in range(3)]
    for frame, drawing in zip(frames, (0, 6, LOOP_DRAWINGS), strict=True):
        air.lay(frame, drawing)
    assert (frames[0].y != 16).any()
    assert not np.array_equal(frames[0].y, frames[1].y)
    assert np.array_equal(frames[0].y, frames[2].y)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_mote_jumps_when_the_loop_begins_again(kind: str):
    air = Particles(kind, 320, 180)
    for first, last in zip(air.places(0.0), air.places(1.0), strict=True):
        assert all(abs((a - b + 0.5) % 1.0 - 0.5) < 1e-6 for a, b in zip(first, last, strict=True))

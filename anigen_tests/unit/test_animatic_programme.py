"""A scene's pictures: the same on every run, with cards inside and subtitles only when asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from anigen_assets.story.vocabulary import CameraMove, Framing, Weather
from anigen_assets.studio.animatic import bank
from anigen_assets.studio.animatic.programme import Programme
from anigen_assets.studio.ports import FPS
from anigen_tests.unit.animatic_scenes import digest, drawn, mouths, request, seen_at, shot, spoken

TALKING = request(
    shot(Framing.TWO_SHOT, lines=(0, 1)),
    shot(Framing.CLOSE_UP, CameraMove.PUSH_IN, subjects=("ren",)),
    weather=Weather.RAIN,
)
PLACE = request(
    shot(Framing.ESTABLISHING, CameraMove.PAN_RIGHT, subjects=()), shot(Framing.TWO_SHOT, lines=(0, 1))
)


def luma(picture: np.ndarray) -> np.ndarray:
    return picture[:480].astype(int)


def test_the_same_request_gives_the_same_pictures_whatever_was_drawn_before():
    first = digest(drawn(TALKING))
    drawn(replace(PLACE, seed=8))
    kept = digest(drawn(TALKING))
    bank.PLATES.clear()
    bank.SPRITES.clear()
    assert first == kept == digest(drawn(TALKING))


def test_a_bank_that_can_keep_nothing_changes_no_picture(monkeypatch):
    expected = digest(drawn(PLACE))
    monkeypatch.setattr(bank.SPRITES, "_limit", 0)
    monkeypatch.setattr(bank.PLATES, "_limit", 0)
    assert digest(drawn(PLACE)) == expected


def test_another_seed_gives_another_performance():
    assert digest(drawn(TALKING)) != digest(drawn(replace(TALKING, seed=8)))


def test_pictures_come_in_order_from_the_first_tick_to_the_last_second():
    ticks = [tick for tick, _ in drawn(TALKING)]
    assert ticks[0] == 0
    assert ticks == sorted(set(ticks))
    assert (8 - 1) * FPS < ticks[-1] < 8 * FPS


def test_a_picture_stays_as_it_is_while_the_next_is_drawn():
    """The film writer reads a held picture again where a key frame is due."""
    lines = spoken(PLACE)
    before = copy = np.zeros(0)
    for picture, _ in Programme(PLACE, lines, mouths(PLACE, lines)).pictures():
        assert np.array_equal(before, copy)
        before, copy = picture, picture.copy()


def test_still_moments_give_no_pictures():
    assert len(drawn(request(shot(Framing.MEDIUM, subjects=("mika",)), shot(Framing.MEDIUM)))) < 8 * FPS / 3


def test_scenes_come_from_black_and_go_to_black():
    pictures = drawn(PLACE)
    assert luma(pictures[0][1]).mean() < 0.5 * luma(seen_at(pictures, 40)).mean()
    assert luma(pictures[-1][1]).mean() < 0.4 * luma(seen_at(pictures, 150)).mean()


def test_the_title_card_stands_in_the_first_three_seconds_of_the_first_scene_only():
    plain, titled = drawn(PLACE), drawn(replace(PLACE, first=True))
    changed = [
        tick for tick in range(0, 192, 4) if not np.array_equal(seen_at(plain, tick), seen_at(titled, tick))
    ]
    captioned = [tick for tick in changed if tick >= 3 * FPS]
    assert set(range(8, 3 * FPS, 4)) <= set(changed)
    # Afterwards only the place's caption differs: it makes room for the title.
    assert all(np.array_equal(seen_at(plain, t)[140:480], seen_at(titled, t)[140:480]) for t in captioned)


def test_the_next_episode_card_stands_in_the_last_three_seconds_of_the_last_scene_only():
    plain, last = drawn(PLACE), drawn(replace(PLACE, last=True))
    end = 8 * FPS - 3 * FPS
    assert all(np.array_equal(seen_at(plain, tick), seen_at(last, tick)) for tick in range(0, end, 3))
    assert all(
        (np.abs(luma(seen_at(plain, tick)) - luma(seen_at(last, tick))) > 12).mean() > 0.3
        for tick in range(end, 8 * FPS - 14, 6)
    )


def test_the_next_episode_card_is_not_frozen():
    pictures = [picture for tick, picture in drawn(replace(PLACE, last=True)) if tick >= 5 * FPS]
    assert len(pictures) > 12


def test_subtitles_are_burned_in_only_when_asked_for_and_only_while_a_line_is_heard():
    plain, burned = drawn(TALKING), drawn(replace(TALKING, burn_subtitles=True))
    differs = {
        tick: np.flatnonzero((seen_at(plain, tick) != seen_at(burned, tick))[:480].any(axis=1))
        for tick in (4, 20, 40, 70, 120)
    }
    assert [bool(rows.size) for rows in differs.values()] == [False, True, True, True, False]
    assert min(rows[0] for rows in differs.values() if rows.size) > 380


def test_the_place_is_named_once_at_the_beginning():
    unnamed = replace(PLACE, place=replace(PLACE.place, name=" "))
    plain, named = drawn(unnamed), drawn(PLACE)
    changed = [
        tick for tick in range(0, 192, 4) if not np.array_equal(seen_at(plain, tick), seen_at(named, tick))
    ]
    assert 8 <= changed[0] <= 20
    assert changed[-1] < 96

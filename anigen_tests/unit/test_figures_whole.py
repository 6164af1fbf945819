"""Stature, walking, backs, sheets, and that the same arguments give the same pixels."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest
import skia

from anigen_assets.story.vocabulary import Accessory, Build, HairStyle, Outfit, TimeOfDay, Weather
from anigen_assets.studio.animatic.figures import Pose, draw_back, layers, paint_sheet, stature
from anigen_assets.studio.animatic.palette import palette_for
from anigen_tests.unit.figure_pictures import DAY, a_look, all_different, bust, differs, painted, standing

_PRINT = """
import hashlib
from anigen_tests.unit.figure_pictures import a_look, bust, standing
from anigen_assets.studio.animatic.figures import Pose
look = a_look(hair_style="long", outfit="kimono", mark="freckles")
print(hashlib.sha256(bust(look, turn=0.2).tobytes() + standing(look, Pose.WAVE).tobytes()).hexdigest())
"""


def test_the_same_arguments_give_the_same_pixels_in_another_process() -> None:
    look = a_look(hair_style=HairStyle.LONG, outfit=Outfit.KIMONO, mark="freckles")
    here = hashlib.sha256(bust(look, turn=0.2).tobytes() + standing(look, Pose.WAVE).tobytes()).hexdigest()
    other = subprocess.run(
        [sys.executable, "-c", _PRINT],
        env={**os.environ, "PYTHONHASHSEED": "77"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert other.stdout.strip() == here


def test_the_same_arguments_give_the_same_pixels_after_the_layers_are_forgotten() -> None:
    before = bust(a_look(), turn=0.3)
    for layer in (layers.back_hair, layers.body, layers.skin, layers.face_features, layers.front_hair):
        layer.cache_clear()

    assert not differs(before, bust(a_look(), turn=0.3)).any()


def test_an_average_adult_is_about_430_units_high() -> None:
    woman, man = stature(a_look(age=25)), stature(a_look(age=25, masculine=True))

    assert (woman + man) / 2 == pytest.approx(430, abs=10)


def test_people_grow_up_and_shrink_a_little() -> None:
    heights = [stature(a_look(age=age)) for age in (5, 9, 13, 25)]

    assert heights == sorted(heights)
    assert stature(a_look(age=80)) < heights[-1]
    assert stature(a_look(build=Build.TALL)) > stature(a_look())


@pytest.mark.parametrize("age", [5, 12, 25, 80])
def test_a_figure_is_as_high_as_its_stature(age: int) -> None:
    look = a_look(age=age)
    rows = np.flatnonzero(standing(look, scale=1.0)[..., 3].any(axis=1))

    assert int(rows[-1]) - int(rows[0]) == pytest.approx(stature(look), abs=12)


def test_a_walk_moves_through_its_phases_and_comes_round() -> None:
    look = a_look(outfit=Outfit.JACKET)
    steps = [standing(look, Pose.WALK, turn=0.8, phase=phase / 6) for phase in range(6)]

    assert all_different(steps)
    assert not differs(steps[0], standing(look, Pose.WALK, turn=0.8, phase=1.0)).any()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("hair_style", list(HairStyle)),
        (
            "outfit",
            [Outfit.SAILOR, Outfit.BLAZER, Outfit.HOODIE, Outfit.KIMONO, Outfit.APRON, Outfit.WORKWEAR],
        ),
        ("accessory", [Accessory.NONE, Accessory.SCARF, Accessory.CAP, Accessory.HEADPHONES]),
    ],
)
def test_backs_show_whom_one_looks_past(field: str, words: list[str]) -> None:
    def back(word: str) -> np.ndarray:
        def paint(canvas: skia.Canvas) -> None:
            canvas.translate(280, 230)
            draw_back(canvas, a_look(**{field: word}), DAY)

        return painted(560, 900, 0.25, paint)

    assert all_different([back(word) for word in words])


def test_a_sheet_shows_the_person_the_name_and_the_light() -> None:
    plain = paint_sheet(a_look(), "Aoi")
    others = [
        paint_sheet(a_look(hair_style=HairStyle.LONG), "Aoi"),
        paint_sheet(a_look(), "星野あおい"),
        paint_sheet(a_look(), "Aoi", palette_for(TimeOfDay.DUSK, Weather.CLEAR)),
    ]

    assert (plain.width(), plain.height()) == (1280, 720)
    assert all_different([image.toarray() for image in (plain, *others)])

"""Storybooks by themselves: what is written can be told in any order in which the director tells it."""

from __future__ import annotations

import pytest

from anigen_assets.providers.offline_director.almanac import has_day
from anigen_assets.providers.offline_director.library import load_library
from anigen_assets.providers.offline_director.model import MAIN_SCENES, Library, Unit

SLUGS = ("tidewatch", "night_desk")


def units_of(library: Library) -> list[Unit]:
    """Every piece of story of a library."""
    sagas = (*library.sagas.values(), *library.seeds.values(), *library.questions)
    beats = [unit for saga in sagas for unit in (saga.opening, *saga.beats) if unit is not None]
    return [*library.tales, *library.sides, *beats]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_story_has_a_day_with_the_light_its_words_rely_on(slug: str) -> None:
    dark = [unit.id for unit in units_of(load_library(slug)) if not has_day([s.wants for s in unit.scripts])]
    assert dark == []


@pytest.mark.parametrize("slug", SLUGS)
def test_any_two_stories_of_an_episode_share_a_day(slug: str) -> None:
    units = units_of(load_library(slug))
    lights = {unit.scripts[0].wants for unit in units if not unit.is_main}
    dark = [
        (unit.id, sorted(light))
        for unit in units
        if unit.is_main
        for light in sorted(lights, key=sorted)
        if not any(has_day(_with(unit, light, at)) for at in range(MAIN_SCENES))
    ]
    assert dark == []


def _with(unit: Unit, light: frozenset[str], at: int) -> list[frozenset[str]]:
    wants = [script.wants for script in unit.scripts]
    return [*wants[:at], light, *wants[at:]]

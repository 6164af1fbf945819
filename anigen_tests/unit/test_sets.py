"""Every set paints in every light, and a plate is a pure function of its arguments."""

import os
import subprocess
import sys
from functools import lru_cache

import numpy as np
import pytest
import skia

from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind, TimeOfDay, Weather
from anigen_assets.studio.animatic.palette import indoors, palette_for
from anigen_assets.studio.animatic.sets import SetPlate, paint_set
from anigen_assets.studio.animatic.sets.plate import plate_width_px

HEIGHT_PX = 72
PARTICLES = {None, "rain", "snow", "petals", "fireflies", "dust", "leaves"}
OUTDOOR_SETS = sorted(set(SetKind) - INDOOR_SETS)


def paint(
    kind: SetKind,
    time: TimeOfDay = TimeOfDay.DAY,
    weather: Weather = Weather.CLEAR,
    seed: int = 1,
    tint: str = "#ffffff",
) -> SetPlate:
    return paint_set(PlaceLook(set_kind=kind, seed=seed, tint=tint), time, weather, HEIGHT_PX)


painted = lru_cache(maxsize=None)(paint)


def composed(plate: SetPlate) -> np.ndarray:
    """The plate's layers over each other, (height, width, 4) uint8."""
    surface = skia.Surface(plate.layers[0].image.width(), plate.layers[0].image.height())
    with surface as canvas:
        for layer in plate.layers:
            canvas.drawImage(layer.image, 0, 0)
    return surface.makeImageSnapshot().toarray()


def difference(first: SetPlate, second: SetPlate) -> float:
    """Mean difference of two pictures, 0 to 255."""
    return float(np.abs(composed(first).astype(int) - composed(second).astype(int)).mean())


@pytest.mark.parametrize("kind", SetKind)
def test_every_time_and_weather_paints_a_whole_plate(kind: SetKind) -> None:
    for time in TimeOfDay:
        for weather in Weather:
            plate = painted(kind, time, weather)
            sizes = {(layer.image.width(), layer.image.height()) for layer in plate.layers}
            assert sizes == {(plate_width_px(HEIGHT_PX), HEIGHT_PX)}
            assert composed(plate)[..., 3].min() == 255, f"{kind} {time} {weather} has holes"


@pytest.mark.parametrize("kind", SetKind)
def test_figures_have_a_floor_inside_the_frame(kind: SetKind) -> None:
    assert 600 <= painted(kind).floor_y <= 700


@pytest.mark.parametrize("kind", SetKind)
@pytest.mark.parametrize("weather", [Weather.CLEAR, Weather.FOG])
def test_layers_lie_back_to_front(kind: SetKind, weather: Weather) -> None:
    plate = painted(kind, weather=weather)
    front = [layer.foreground for layer in plate.layers]
    parallaxes = [layer.parallax for layer in plate.layers]
    assert plate.layers[0].image.isOpaque()
    assert front == sorted(front)
    assert parallaxes == sorted(parallaxes)


@pytest.mark.parametrize("kind", SetKind)
def test_equal_arguments_give_equal_pixels(kind: SetKind) -> None:
    again = paint(kind, TimeOfDay.DUSK, Weather.CLOUDY)
    assert np.array_equal(composed(again), composed(painted(kind, TimeOfDay.DUSK, Weather.CLOUDY)))


def test_another_process_paints_the_same_pixels() -> None:
    code = (
        "import hashlib; from anigen_tests.unit.test_sets import *; "
        "print(hashlib.sha256(b''.join(composed(paint(k)).tobytes() for k in SetKind)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@pytest.mark.parametrize("kind", SetKind)
def test_every_light_makes_another_picture(kind: SetKind) -> None:
    pictures = {composed(painted(kind, time, weather)).tobytes() for time in TimeOfDay for weather in Weather}
    assert len(pictures) == len(TimeOfDay) * len(Weather)


@pytest.mark.parametrize("kind", SetKind)
def test_the_tint_colours_the_place(kind: SetKind) -> None:
    assert difference(painted(kind), paint(kind, tint="#c89a7a")) > 1.0


@pytest.mark.parametrize("kind", SetKind)
def test_the_seed_varies_the_layout(kind: SetKind) -> None:
    pictures = {composed(paint(kind, seed=seed)).tobytes() for seed in range(1, 5)}
    assert len(pictures) == 4


@pytest.mark.parametrize("kind", SetKind)
def test_the_layout_stays_when_only_the_light_changes(kind: SetKind) -> None:
    """Nothing that stands around the figures moves or vanishes with the hour."""
    shapes = [
        painted(kind, time, Weather.CLEAR).layers[1].image.toarray()[..., 3] > 250
        for time in (TimeOfDay.DAY, TimeOfDay.MORNING, TimeOfDay.DUSK)
    ]
    assert all(np.mean(shape != shapes[0]) < 0.01 for shape in shapes)


@pytest.mark.parametrize("kind", SetKind)
def test_rain_falls_only_outdoors(kind: SetKind) -> None:
    plate = painted(kind, weather=Weather.RAIN)
    assert plate.indoor == (kind in INDOOR_SETS)
    assert plate.particles == (None if plate.indoor else "rain")


@pytest.mark.parametrize("kind", SetKind)
def test_particles_are_words_of_the_contract(kind: SetKind) -> None:
    found = {painted(kind, time, weather).particles for time in TimeOfDay for weather in Weather}
    assert found <= PARTICLES


@pytest.mark.parametrize("kind", OUTDOOR_SETS)
def test_night_is_darker_than_day_outdoors(kind: SetKind) -> None:
    day, night = (composed(painted(kind, time))[..., :3].mean() for time in (TimeOfDay.DAY, TimeOfDay.NIGHT))
    assert night < day * 0.75


@pytest.mark.parametrize("kind", OUTDOOR_SETS)
def test_snow_lies_bright_on_the_ground(kind: SetKind) -> None:
    ground = slice(int(HEIGHT_PX * 0.86), None)
    bare, snowy = (
        composed(painted(kind, weather=weather))[ground, :, :3].mean()
        for weather in (Weather.RAIN, Weather.SNOW)
    )
    assert snowy > bare * 1.15


def test_each_light_has_a_palette_of_its_own() -> None:
    skies = {palette_for(time, weather).sky for time in TimeOfDay for weather in Weather}
    assert len(skies) == len(TimeOfDay) * len(Weather)


@pytest.mark.parametrize("weather", [weather for weather in Weather if weather is not Weather.CLEAR])
def test_the_sun_hides_behind_weather(weather: Weather) -> None:
    assert all(palette_for(time, weather).sun is None for time in TimeOfDay)


def test_lamps_light_a_room_at_night() -> None:
    outside = palette_for(TimeOfDay.NIGHT, Weather.CLEAR)
    inside = indoors(outside)
    assert sum(bytes.fromhex(inside.ambient[1:])) > sum(bytes.fromhex(outside.ambient[1:]))

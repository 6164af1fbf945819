"""Every set paints in every light, and a plate is a pure function of its arguments."""

import numpy as np
import pytest
import skia

from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind, TimeOfDay, Weather
from anigen_assets.studio.animatic.palette import palette_for
from anigen_assets.studio.animatic.sets import SetPlate, blurred, paint_set
from anigen_assets.studio.animatic.sets.plate import frame_width_px, plate_width_px

HEIGHT_PX = 72
PARTICLES = {None, "rain", "snow", "petals", "fireflies", "dust", "leaves"}


def place(kind: SetKind, seed: int = 1, tint: str = "#ffffff") -> PlaceLook:
    return PlaceLook(set_kind=kind, seed=seed, tint=tint)


def paint(
    kind: SetKind,
    time: TimeOfDay = TimeOfDay.DAY,
    weather: Weather = Weather.CLEAR,
    seed: int = 1,
    tint: str = "#ffffff",
) -> SetPlate:
    return paint_set(place(kind, seed, tint), time, weather, HEIGHT_PX)


def composed(plate: SetPlate) -> np.ndarray:
    """The plate's layers over each other, (height, width, 4) uint8."""
    surface = skia.Surface(plate.layers[0].image.width(), plate.layers[0].image.height())
    with surface as canvas:
        for layer in plate.layers:
            canvas.drawImage(layer.image, 0, 0)
    return surface.makeImageSnapshot().toarray()


@pytest.mark.parametrize("kind", SetKind)
def test_every_time_and_weather_paints_a_whole_plate(kind: SetKind) -> None:
    for time in TimeOfDay:
        for weather in Weather:
            plate = paint(kind, time, weather)
            sizes = {(layer.image.width(), layer.image.height()) for layer in plate.layers}
            assert sizes == {(plate_width_px(HEIGHT_PX), HEIGHT_PX)}
            assert composed(plate)[..., 3].min() == 255, f"{kind} {time} {weather} has holes"


@pytest.mark.parametrize("kind", SetKind)
def test_figures_have_a_floor_inside_the_frame(kind: SetKind) -> None:
    assert 560 <= paint(kind).floor_y <= 710


@pytest.mark.parametrize("kind", SetKind)
def test_layers_lie_back_to_front_within_the_pan_limit(kind: SetKind) -> None:
    plate = paint(kind)
    front = [layer.foreground for layer in plate.layers]
    parallaxes = [layer.parallax for layer in plate.layers]
    assert front == sorted(front)
    assert parallaxes == sorted(parallaxes)
    assert parallaxes[-1] <= 1.25


@pytest.mark.parametrize("kind", SetKind)
def test_equal_arguments_give_equal_pixels(kind: SetKind) -> None:
    first, second = (composed(paint(kind, TimeOfDay.DUSK, Weather.CLOUDY)) for _ in range(2))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("kind", SetKind)
def test_time_weather_and_tint_change_the_picture(kind: SetKind) -> None:
    pictures = [
        composed(paint(kind)),
        composed(paint(kind, time=TimeOfDay.NIGHT)),
        composed(paint(kind, weather=Weather.RAIN)),
        composed(paint(kind, tint="#c89a7a")),
    ]
    for index, picture in enumerate(pictures):
        for other in pictures[index + 1 :]:
            assert np.abs(picture.astype(int) - other.astype(int)).mean() > 1.0


@pytest.mark.parametrize("kind", SetKind)
def test_the_seed_varies_the_layout(kind: SetKind) -> None:
    pictures = {composed(paint(kind, seed=seed)).tobytes() for seed in range(1, 5)}
    assert len(pictures) == 4


@pytest.mark.parametrize("kind", SetKind)
def test_indoor_plates_keep_the_weather_outside(kind: SetKind) -> None:
    plate = paint(kind, weather=Weather.RAIN)
    assert plate.indoor == (kind in INDOOR_SETS)
    assert plate.particles == (None if plate.indoor else "rain")


@pytest.mark.parametrize("kind", SetKind)
def test_particles_are_words_the_direction_knows(kind: SetKind) -> None:
    found = {paint(kind, time, Weather.CLEAR).particles for time in TimeOfDay}
    assert found <= PARTICLES


@pytest.mark.parametrize("kind", SetKind)
def test_night_is_darker_than_day(kind: SetKind) -> None:
    day, night = (composed(paint(kind, time))[..., :3].mean() for time in (TimeOfDay.DAY, TimeOfDay.NIGHT))
    assert night < day * 0.8


def test_the_far_layer_pans_less_than_the_near_one() -> None:
    plate = paint(SetKind.ROOFTOP)
    frame = frame_width_px(HEIGHT_PX)
    travels = [layer.left_px(1.0, frame) - layer.left_px(0.0, frame) for layer in plate.layers]
    assert travels == sorted(travels)
    assert all(layer.left_px(pan, frame) >= 0 for layer in plate.layers for pan in (0.0, 1.0))
    room = plate.layers[0].image.width() - frame
    assert all(layer.left_px(1.0, frame) <= room for layer in plate.layers)


def test_a_blurred_plate_is_an_opaque_frame_without_sharp_edges() -> None:
    plate = paint_set(place(SetKind.STREET), TimeOfDay.DAY, Weather.CLEAR, 144)
    image = blurred(plate, 144, pan=0.3)
    pixels = image.toarray()[..., :3].astype(int)
    assert (image.width(), image.height(), image.isOpaque()) == (256, 144, True)
    sharp = composed(plate)[..., :3].astype(int)
    assert np.abs(np.diff(pixels, axis=1)).max() < np.abs(np.diff(sharp, axis=1)).max() / 2


def test_a_blurred_plate_follows_the_pan() -> None:
    plate = paint(SetKind.SHRINE)
    left, right = (blurred(plate, HEIGHT_PX, pan).toarray() for pan in (0.0, 1.0))
    assert not np.array_equal(left, right)


def test_each_light_has_a_palette_of_its_own() -> None:
    skies = {palette_for(time, weather).sky for time in TimeOfDay for weather in Weather}
    assert len(skies) == len(TimeOfDay) * len(Weather)


@pytest.mark.parametrize("weather", [weather for weather in Weather if weather is not Weather.CLEAR])
def test_the_sun_hides_behind_weather(weather: Weather) -> None:
    assert all(palette_for(time, weather).sun is None for time in TimeOfDay)

"""Painted sets: one plate per place, time of day and weather.

`places` has one module for each set, `kit` what they are painted with; the registry of sets is here.
"""

from __future__ import annotations

from collections.abc import Callable

from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind, TimeOfDay, Weather
from anigen_assets.studio.animatic.sets.kit.finish import fogged
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.places import (
    bedroom,
    cafe,
    city,
    classroom,
    forest,
    harbor,
    library,
    observatory,
    riverbank,
    rooftop,
    seaside,
    shrine,
    station,
    street,
    train,
    workshop,
)
from anigen_assets.studio.animatic.sets.plate import Layer, SetPlate

__all__ = ["Layer", "SetPlate", "paint_set"]

_PAINTERS: dict[SetKind, Callable[[Stage], SetPlate]] = {
    SetKind.BEDROOM: bedroom.paint,
    SetKind.CAFE: cafe.paint,
    SetKind.CITY: city.paint,
    SetKind.CLASSROOM: classroom.paint,
    SetKind.FOREST: forest.paint,
    SetKind.HARBOR: harbor.paint,
    SetKind.LIBRARY: library.paint,
    SetKind.OBSERVATORY: observatory.paint,
    SetKind.RIVERBANK: riverbank.paint,
    SetKind.ROOFTOP: rooftop.paint,
    SetKind.SEASIDE: seaside.paint,
    SetKind.SHRINE: shrine.paint,
    SetKind.STATION: station.paint,
    SetKind.STREET: street.paint,
    SetKind.TRAIN: train.paint,
    SetKind.WORKSHOP: workshop.paint,
}


def paint_set(look: PlaceLook, time: TimeOfDay, weather: Weather, height_px: int) -> SetPlate:
    """Paints a place; equal arguments give equal pixels.

    Args:
        look: The place: its kind, its tint and the seed of its layout.
        time: Time of day.
        weather: Weather outside.
        height_px: Height of the frame in pixels; layers are 1.45 frames wide.
    """
    indoor = look.set_kind in INDOOR_SETS
    stage = Stage(look, time, weather, height_px, indoor)
    plate = _PAINTERS[look.set_kind](stage)
    return fogged(stage, plate) if stage.foggy and not indoor else plate

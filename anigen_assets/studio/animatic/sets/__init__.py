"""Painted sets: one plate per place, time of day and weather.

One module per set beside the kit they are painted with; the registry of sets is here.
"""

from __future__ import annotations

from collections.abc import Callable

from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind, TimeOfDay, Weather
from anigen_assets.studio.animatic.sets import bedroom, cafe, classroom, forest, library, riverbank, rooftop, seaside, shrine, street, train, workshop
from anigen_assets.studio.animatic.sets.finish import blurred
from anigen_assets.studio.animatic.sets.plate import Layer, SetPlate
from anigen_assets.studio.animatic.sets.stage import Stage

__all__ = ["Layer", "SetPlate", "blurred", "paint_set"]

_PAINTERS: dict[SetKind, Callable[[Stage], SetPlate]] = {
    SetKind.CLASSROOM: classroom.paint,
    SetKind.BEDROOM: bedroom.paint,
    SetKind.CAFE: cafe.paint,
    SetKind.LIBRARY: library.paint,
    SetKind.ROOFTOP: rooftop.paint,
    SetKind.FOREST: forest.paint,
    SetKind.RIVERBANK: riverbank.paint,
    SetKind.SEASIDE: seaside.paint,
    SetKind.SHRINE: shrine.paint,
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
    return _PAINTERS[look.set_kind](Stage(look, time, weather, height_px, indoor))

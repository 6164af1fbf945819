"""The camera of a set: metres in the room or the street become design units on the plate.

One-point perspective with the vanishing point on the plate's middle, so that figures, furniture and walls
agree. A standing adult of 1.7 m is 430 units high where figures stand.
"""

from __future__ import annotations

from dataclasses import dataclass

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.plate import PLATE_WIDTH

UNITS_PER_METRE = 253.0
"""At the depth where figures stand."""
FIGURE_DEPTH = 4.0
"""Metres from the camera to the figures."""
FOCAL = UNITS_PER_METRE * FIGURE_DEPTH

Point = tuple[float, float]


@dataclass(frozen=True)
class View:
    """A camera that looks level along the depth axis.

    Attributes:
        horizon: Design y of the eye level.
        floor_y: Design y of the floor where figures stand.
        centre: Design x of the vanishing point.
    """

    horizon: float = 430.0
    floor_y: float = 648.0
    centre: float = PLATE_WIDTH / 2

    @property
    def eye(self) -> float:
        """Height of the camera over the floor in metres."""
        return (self.floor_y - self.horizon) / UNITS_PER_METRE

    def at(self, x: float, y: float, z: float) -> Point:
        """Projects a point: x metres right of the middle, y above the floor, z away from the camera."""
        return self.centre + FOCAL * x / z, self.horizon + FOCAL * (self.eye - y) / z

    def scale(self, z: float) -> float:
        """Units per metre at a depth."""
        return FOCAL / z

    def ground(self, z: float) -> float:
        """Design y of the floor at a depth."""
        return self.horizon + FOCAL * self.eye / z

    def depth(self, ground_y: float) -> float:
        """Depth at which the floor is seen at a design y below the horizon."""
        return FOCAL * self.eye / (ground_y - self.horizon)

    def floor(self, x0: float, x1: float, z0: float, z1: float, y: float = 0.0) -> skia.Path:
        """A level rectangle y metres above the floor."""
        return ink.polygon([self.at(x0, y, z0), self.at(x1, y, z0), self.at(x1, y, z1), self.at(x0, y, z1)])

    def side(self, x: float, y0: float, y1: float, z0: float, z1: float) -> skia.Path:
        """An upright rectangle that recedes, on the plane x metres from the middle."""
        return ink.polygon([self.at(x, y0, z0), self.at(x, y1, z0), self.at(x, y1, z1), self.at(x, y0, z1)])

    def front(self, x0: float, x1: float, y0: float, y1: float, z: float) -> skia.Rect:
        """An upright rectangle that faces the camera."""
        left, bottom = self.at(x0, y0, z)
        right, top = self.at(x1, y1, z)
        return skia.Rect.MakeLTRB(left, top, right, bottom)

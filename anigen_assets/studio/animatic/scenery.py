"""A painted set as the cameras take it: strips of planes, grounds in and out of focus.

What is painted belongs to the sets; here it is flattened, converted once and cut for each framing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import skia

from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.vocabulary import TimeOfDay, Weather
from anigen_assets.studio.animatic import i420
from anigen_assets.studio.animatic.bank import PLATES
from anigen_assets.studio.animatic.camera import Travel
from anigen_assets.studio.animatic.canvas import paint_picture, paint_sprite
from anigen_assets.studio.animatic.composition import Ground, Pace, Plane
from anigen_assets.studio.animatic.i420 import Picture, Rect
from anigen_assets.studio.animatic.palette import Palette
from anigen_assets.studio.animatic.sets import Layer, paint_set
from anigen_assets.studio.animatic.sprite import Sprite

FAR_PACE = Pace(1, 2)
NEAR_PACE = Pace()
FRONT_PACE = Pace(3, 2)
"""With actors at 2 pixels a tick, all three planes move whole pixels every tick."""
_FAR_PARALLAX = 0.6


@dataclass(eq=False)
class Scenery:
    """A set at one light and one height.

    Attributes:
        far: Opaque strip of what lies far, 1.45 frames wide.
        near: What stands around the figures, as wide; None when the set has no such layer.
        front: What stands before the figures; None likewise.
        palette: The light figures stand in.
        floor_px: Row of the feet of standing figures.
        particles: What drifts through the air, or None.
        indoor: Under a roof.
    """

    far: Picture
    near: Sprite | None
    front: Sprite | None
    palette: Palette
    floor_px: int
    particles: str | None
    indoor: bool
    _flat: Picture | None = field(default=None, repr=False)

    @property
    def nbytes(self) -> int:
        """Memory it holds once it is used."""
        planes = sum(plane.nbytes for plane in self.far)
        return 2 * planes + sum(sprite.nbytes for sprite in (self.near, self.front) if sprite)

    @property
    def flat(self) -> Picture:
        """The strip with all its layers but those before the figures."""
        if self._flat is None:
            flat = self.far.copy()
            if self.near:
                self.near.paste(flat, 0, 0)
            self._flat = flat
        return self._flat

    def still_left(self, width: int) -> int:
        """Column of the strip at which a frame of this width stands when the camera rests; even."""
        return (self.far.width - width) // 2 & ~1

    def planes(self, width: int) -> tuple[Ground, tuple[Plane, ...], tuple[Plane, ...]]:
        """The ground, the planes behind the figures and those before them, for pans in focus."""
        left = self.still_left(width)
        if self.indoor:
            # Only what is seen through the windows lies farther: not worth two planes.
            before = (Plane(self.front, -left, 0, FRONT_PACE),) if self.front else ()
            return Ground(self.flat, left, 0, NEAR_PACE), (), before
        behind = (Plane(self.near, -left, 0, NEAR_PACE),) if self.near else ()
        before = (Plane(self.front, -left, 0, FRONT_PACE),) if self.front else ()
        return Ground(self.far, left, 0, FAR_PACE), behind, before

    def enlarged(self, size: tuple[int, int], nearness: float) -> Ground:
        """The flat frame enlarged, so that a tilt has room above and below."""
        width, height = size
        left = self.still_left(width)
        frame = self.flat.copy() if self.front else self.flat
        if self.front:
            self.front.paste(frame, 0, 0)
        tall, wide = (round(side * nearness / 2) * 2 for side in (height, width))
        larger = i420.scaled(frame.view(Rect(left, 0, width, height)), wide, tall)
        return Ground(larger, (wide - width) // 2 & ~1, (tall - height) // 2 & ~1, Pace())

    def backdrop(
        self,
        size: tuple[int, int],
        camera: Travel | None,
        *,
        aside: float,
        nearness: float,
        blur: int,
        pace: Pace = FAR_PACE,
    ) -> Ground:
        """The set behind a figure who stands near the camera.

        Args:
            size: (width, height) of the frame.
            camera: Its way, so that the backdrop is large enough; None when it does not move.
            aside: -1 looks at the left of the set, 1 at its right.
            nearness: How much of the set is enlarged, at least 1.
            blur: 1 is sharp; else the divisor of `softened`.
            pace: How far it follows the camera.
        """
        width, height = size
        low_x, high_x, low_y, high_y = camera.reach if camera else (0, 0, 0, 0)
        left, right, above, below = (abs(pace.of(edge)) + 2 & ~1 for edge in (low_x, high_x, low_y, high_y))
        wide, tall = width + left + right, height + above + below
        source_width = min(int(wide / nearness) & ~1, self.flat.width)
        source_height = min(int(tall / nearness) & ~1, height)
        room_x, room_y = self.flat.width - source_width, height - source_height
        x = int(room_x * (0.5 + 0.42 * aside)) & ~1
        y = int(room_y * 0.55) & ~1
        source = self.flat.view(Rect(x, y, source_width, source_height))
        if blur > 1:
            small_width, small_height = (max(8, side // blur & ~1) for side in (source_width, source_height))
            source = i420.scaled(source, small_width, small_height, "AREA")
        return Ground(i420.scaled(source, wide, tall), left, above, pace)


def scenery(look: PlaceLook, time: TimeOfDay, weather: Weather, height_px: int) -> Scenery:
    """Returns a set, painted once for each look, light and height."""
    return PLATES.get((look, time, weather, height_px), lambda: _converted(look, time, weather, height_px))


def _converted(look: PlaceLook, time: TimeOfDay, weather: Weather, height_px: int) -> Scenery:
    plate = paint_set(look, time, weather, height_px)
    front = [layer for layer in plate.layers if layer.foreground]
    back = [layer for layer in plate.layers if not layer.foreground]
    # The backmost layer is opaque and always part of the ground, however near it is.
    far = [layer for index, layer in enumerate(back) if index == 0 or layer.parallax < _FAR_PARALLAX]
    near = [layer for layer in back if layer not in far]
    return Scenery(
        far=_picture(far),
        near=_sprite(near),
        front=_sprite(front),
        palette=plate.palette,
        floor_px=round(plate.floor_y * height_px / 720),
        particles=plate.particles,
        indoor=plate.indoor,
    )


def _picture(layers: Sequence[Layer]) -> Picture:
    image = layers[0].image
    return paint_picture(lambda canvas: _stack(canvas, layers), image.width(), image.height())


def _sprite(layers: Sequence[Layer]) -> Sprite | None:
    if not layers:
        return None
    image = layers[0].image
    return paint_sprite(lambda canvas: _stack(canvas, layers), (0, 0, image.width(), image.height()), 1.0)


def _stack(canvas: skia.Canvas, layers: Sequence[Layer]) -> None:
    for layer in layers:
        canvas.drawImage(layer.image, 0, 0, skia.SamplingOptions())

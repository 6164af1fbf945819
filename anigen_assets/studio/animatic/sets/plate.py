"""What a painted set is: layers back to front, the palette it was painted in and where figures stand.

Only the values belong here, and how far a pan moves each layer; nothing is painted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from anigen_assets.studio.animatic.palette import Palette

FRAME_WIDTH = 1280
FRAME_HEIGHT = 720
PLATE_WIDTH = 1856
"""Design units; 1.45 frames, so that a pan has room."""
FRAME_LEFT = (PLATE_WIDTH - FRAME_WIDTH) / 2
FRAME_RIGHT = (PLATE_WIDTH + FRAME_WIDTH) / 2
"""Design x of the edges of a frame cut from the middle."""
PARALLAX_LIMIT = 1.25
"""The nearest layer's parallax: its pan uses the plate's whole room."""


def plate_width_px(height_px: int) -> int:
    """Width of every layer of a plate, even."""
    return 2 * math.ceil(PLATE_WIDTH * height_px / FRAME_HEIGHT / 2)


def frame_width_px(height_px: int) -> int:
    """Width of a 16:9 frame of this height, even and never narrower than 16:9."""
    return 2 * math.ceil(FRAME_WIDTH * height_px / FRAME_HEIGHT / 2)


@dataclass(frozen=True)
class Layer:
    """One sheet of a plate.

    Attributes:
        image: `plate_width_px` wide and the frame's height high, premultiplied BGRA.
        parallax: How far it follows a pan; figures stand at 1.0, the sky is far below, the limit is 1.25.
        foreground: Belongs in front of the figures.
    """

    image: skia.Image
    parallax: float
    foreground: bool = False

    def left_px(self, pan: float, frame_width_px: int) -> float:
        """Returns how many pixels of the layer lie left of the frame.

        Args:
            pan: 0 is the far left, 0.5 the middle, 1 the far right.
            frame_width_px: Width of the frame that is cut out.
        """
        room = self.image.width() - frame_width_px
        return float(room) * (0.5 + (pan - 0.5) * self.parallax / PARALLAX_LIMIT)


@dataclass(frozen=True)
class SetPlate:
    """A painted set.

    Attributes:
        layers: Back to front; those marked as foreground come last.
        palette: The light that figures stand in (a room's own when indoors).
        floor_y: Design y of the feet of standing figures.
        particles: What drifts through the air: rain, snow, petals, fireflies, dust, leaves or nothing.
        indoor: Under a roof: no weather falls between the camera and the figures.
    """

    layers: tuple[Layer, ...]
    palette: Palette
    floor_y: float
    particles: str | None
    indoor: bool

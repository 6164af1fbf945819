"""What a painted set is: layers back to front, the palette it was painted in and where figures stand.

Only the values and measures belong here; nothing is painted.
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


def plate_width_px(height_px: int) -> int:
    """Width of every layer of a plate, even."""
    return 2 * math.ceil(PLATE_WIDTH * height_px / FRAME_HEIGHT / 2)


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

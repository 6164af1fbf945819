"""Turning a head without a third dimension: where a point of the face goes when the head turns.

A `turn` of 1 looks to the viewer's right by about 20 degrees; both eyes stay in sight.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_FULL_TURN = 0.35
_FACE_DEPTH = 62.0


@dataclass(frozen=True)
class View:
    """A head's turn, -1 (to the viewer's left) to 1 (to the right)."""

    turn: float

    @property
    def shift(self) -> float:
        """Units a feature in the middle of the face moves sideways."""
        return _FACE_DEPTH * math.sin(self.turn * _FULL_TURN)

    def x(self, x: float, depth: float = _FACE_DEPTH) -> float:
        """Returns the x of a point at `x` which lies `depth` before the head's axis."""
        angle = self.turn * _FULL_TURN
        return x * math.cos(angle) + depth * math.sin(angle)

    def on_head(self, x: float, radius: float = 106.0, depth: float = 0.72) -> float:
        """Returns the x of a point at `x` on the round front of the head."""
        reach = math.sqrt(max(0.0, radius * radius - x * x))
        return self.x(x, reach * depth)

    def width(self, x: float) -> float:
        """Scale of the width of a feature at `x`: what turns away gets narrower."""
        return 1.0 - 0.16 * max(0.0, math.copysign(1.0, x) * self.turn) - 0.03 * abs(self.turn)

    def outline(self, x: float, depth: float) -> float:
        """Returns the x of a point of the face's outline; the near side shortens, the far cheek does not."""
        far = x * self.turn > 0
        return x * (1 - (0.035 if far else 0.12) * abs(self.turn)) + self.x(0, depth)

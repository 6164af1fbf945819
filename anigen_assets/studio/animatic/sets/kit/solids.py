"""A builder that puts boxes, panels, posts and boards into a view, each face in its own light.

Callers build from far to near. Colours are painted ones (`Stage.ink`); the builder only shades faces.
"""

from __future__ import annotations

from dataclasses import dataclass

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.kit.view import View

_LINE = 0.30
"""How much darker than its face an edge line is."""


@dataclass(frozen=True)
class Builder:
    """Draws solids on one canvas through one view.

    Attributes:
        stage: The light.
        canvas: Takes design units.
        view: The camera.
    """

    stage: Stage
    canvas: skia.Canvas
    view: View

    def box(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        z: tuple[float, float],
        colour: int,
        *,
        line: bool = True,
        snow: bool = False,
    ) -> None:
        """Paints a block's visible faces.

        Args:
            x: Left and right in metres from the middle.
            y: Foot and head in metres over the floor.
            z: Near and far in metres from the camera.
            colour: Of the face towards the camera.
            line: Whether edges are drawn.
            snow: Whether snow lies on it in snowy weather.
        """
        view, near = self.view, max(z[0], 0.6)
        sunward = self.stage.sun_side
        if x[0] > 0:
            face = ink.shade(colour, 0.08 if sunward < 0 else 0.26)
            self._face(view.side(x[0], y[0], y[1], near, z[1]), face, line)
        elif x[1] < 0:
            face = ink.shade(colour, 0.08 if sunward > 0 else 0.26)
            self._face(view.side(x[1], y[0], y[1], near, z[1]), face, line)
        if y[1] < view.eye:
            white = snow and self.stage.snowy
            top = self.stage.snow() if white else ink.lighten(colour, 0.14)
            self._face(view.floor(x[0], x[1], near, z[1], y[1]), top, line)
        elif y[0] > view.eye:
            self._face(view.floor(x[0], x[1], near, z[1], y[0]), ink.shade(colour, 0.38), line)
        front = skia.Path()
        front.addRect(view.front(x[0], x[1], y[0], y[1], near))
        self._face(front, colour, line)
        if snow and self.stage.snowy:
            self.snow_cap(x, y[1], near)

    def _face(self, outline: skia.Path, colour: int, line: bool) -> None:
        self.canvas.drawPath(outline, ink.fill(colour))
        if line:
            self.canvas.drawPath(outline, ink.stroke(ink.shade(colour, _LINE), 1.6))

    def snow_cap(self, x: tuple[float, float], y: float, z: float, thick: float = 0.07) -> None:
        """Lays a rounded strip of snow along an upper edge."""
        strip = self.view.front(x[0] - 0.02, x[1] + 0.02, y - thick * 0.4, y + thick, z)
        radius = strip.height() * 0.5
        self.canvas.drawRoundRect(strip, radius, radius, ink.fill(self.stage.snow()))

    def panel(
        self, x: tuple[float, float], y: tuple[float, float], z: float, colour: int, *, line: bool = True
    ) -> skia.Rect:
        """Paints a flat rectangle towards the camera and returns it in design units."""
        rect = self.view.front(x[0], x[1], y[0], y[1], z)
        self.canvas.drawRect(rect, ink.fill(colour))
        if line:
            self.canvas.drawRect(rect, ink.stroke(ink.shade(colour, _LINE), 1.6))
        return rect

    def side_panel(
        self, x: float, y: tuple[float, float], z: tuple[float, float], colour: int, *, line: bool = False
    ) -> skia.Path:
        """Paints an upright rectangle on a plane that recedes."""
        outline = self.view.side(x, y[0], y[1], z[0], z[1])
        self._face(outline, colour, line)
        return outline

    def floor_panel(
        self,
        x: tuple[float, float],
        z: tuple[float, float],
        colour: int,
        *,
        y: float = 0.0,
        line: bool = False,
    ) -> skia.Path:
        """Paints a level rectangle."""
        outline = self.view.floor(x[0], x[1], z[0], z[1], y)
        self._face(outline, colour, line)
        return outline

    def post(self, x: float, y: tuple[float, float], z: float, width: float, colour: int) -> None:
        """Paints a round upright: lit on the sun's side, dark on the other."""
        rect = self.view.front(x - width / 2, x + width / 2, y[0], y[1], z)
        stops = [ink.lighten(colour, 0.18), colour, ink.shade(colour, 0.34)]
        if self.stage.sun_side > 0:
            stops.reverse()
        self.canvas.drawRect(rect, ink.linear((rect.left(), 0), (rect.right(), 0), stops, [0.0, 0.45, 1.0]))

    def rod(
        self,
        start: tuple[float, float, float],
        end: tuple[float, float, float],
        width: float,
        colour: int,
    ) -> None:
        """Paints a thin bar between two points; `width` in metres at its nearer end."""
        nearest = min(start[2], end[2])
        paint = ink.stroke(colour, max(0.8, width * self.view.scale(nearest)))
        self.canvas.drawLine(*self.view.at(*start), *self.view.at(*end), paint)

    def strip(self, points: list[tuple[float, float, float]], width: float, colour: int) -> None:
        """Paints a bent thin bar through points."""
        paint = ink.stroke(colour, max(0.8, width * self.view.scale(min(p[2] for p in points))))
        self.canvas.drawPath(ink.polygon([self.view.at(*point) for point in points], closed=False), paint)

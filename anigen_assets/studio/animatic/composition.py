"""What one camera setup shows: a ground, planes that move at their own speeds, actors and what lies before.

Shots say what is in a composition; here it is put together for each tick, redrawing only what has changed.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np

from anigen_assets.studio.animatic.camera import STILL, Shift, Travel, ZoomLens, ZoomPath
from anigen_assets.studio.animatic.i420 import Picture, Rect, blank
from anigen_assets.studio.animatic.sprite import SOLID, Sprite, half_shifted
from anigen_assets.studio.animatic.timing import TICKS_PER_DRAWING


class Placed(NamedTuple):
    """A sprite at a pixel of the frame, as the still camera sees it."""

    sprite: Sprite
    x: int
    y: int
    opacity: int = SOLID


class Actor(Protocol):
    """Something that changes from drawing to drawing."""

    def state(self, drawing: int) -> Hashable:
        """Equal for two drawings of the shot that look the same."""
        ...

    def placed(self, drawing: int) -> tuple[Placed, ...]:
        """Its sprites, back to front, at a drawing of the shot; always as many."""
        ...


@dataclass(frozen=True)
class Pace:
    """How far a plane follows the camera: `numerator / denominator` of what the actors' plane does."""

    numerator: int = 1
    denominator: int = 1

    def of(self, way: int) -> int:
        """Whole pixels for a way of the camera."""
        return way * self.numerator // self.denominator


@dataclass(frozen=True)
class Plane:
    """A sprite as wide as the camera's way."""

    sprite: Sprite
    x: int
    y: int
    pace: Pace


class Ground:
    """The opaque picture behind everything, at least as large as what the camera passes."""

    def __init__(self, picture: Picture, left: int, top: int, pace: Pace) -> None:
        """Takes a picture and where the still frame lies in it; `left` and `top` are even."""
        self._picture, self._left, self._top, self._pace = picture, left, top, pace
        self._chroma: dict[tuple[int, int], tuple[np.ndarray, ...]] = {(0, 0): (picture.u, picture.v)}

    def cut(self, shift: Shift, frame: Picture) -> None:
        """Fills a frame with what the camera sees of the ground."""
        x = self._left + self._pace.of(shift.x)
        y = self._top + self._pace.of(shift.y)
        frame.y[:] = self._picture.y[y : y + frame.height, x : x + frame.width]
        column, row = x + 1 >> 1, y + 1 >> 1
        rows, columns = frame.u.shape
        for plane, source in zip(frame[1:], self._halves(x & 1, y & 1), strict=True):
            plane[:] = source[row : row + rows, column : column + columns]

    def _halves(self, right: int, down: int) -> tuple[np.ndarray, ...]:
        """Chroma for an odd place: the mean of neighbours, which begins half a sample earlier."""
        planes = self._chroma.get((right, down))
        if planes is None:
            planes = tuple(half_shifted(plane, right, down, None) for plane in self._chroma[0, 0])
            self._chroma[right, down] = planes
        return planes


@dataclass
class Composition:
    """One camera setup for the length of a shot.

    Attributes:
        size: (width, height) of the frame.
        ground: What is behind everything.
        camera: A travel of whole pixels, or a zoom.
        behind: Planes between the ground and the actors.
        actors: Back to front.
        before: Planes in front of the actors.
        lens: Actors that stay with the frame however the camera moves (speed lines).
    """

    size: tuple[int, int]
    ground: Ground
    camera: Travel | ZoomPath
    behind: Sequence[Plane] = ()
    actors: Sequence[Actor] = ()
    before: Sequence[Plane] = ()
    lens: Sequence[Actor] = ()
    _stage: _Stage | None = field(default=None, init=False)
    _zoom: ZoomLens | None = field(default=None, init=False)

    def key(self, tick: int) -> Hashable:
        """Equal for two ticks of the shot that look the same."""
        drawing = tick // TICKS_PER_DRAWING
        where = self.camera.shifts[tick] if isinstance(self.camera, Travel) else self.camera.nearness[tick]
        return where, tuple(actor.state(drawing) for actor in (*self.actors, *self.lens))

    def show(self, tick: int, frame: Picture) -> None:
        """Writes what is seen at a tick of the shot into a frame; ticks are asked for in order."""
        placed = [each for actor in self.actors for each in actor.placed(tick // TICKS_PER_DRAWING)]
        if isinstance(self.camera, ZoomPath):
            self._show_zoomed(self.camera, tick, placed, frame)
        elif self.camera.moves:
            self._compose(self.camera.shifts[tick], placed, frame)
        else:
            stage = self._still_stage()
            stage.update(placed)
            frame.take(stage.picture)
        for actor in self.lens:
            for sprite, x, y, opacity in actor.placed(tick // TICKS_PER_DRAWING):
                sprite.paste(frame, x, y, None, opacity)

    def _show_zoomed(self, path: ZoomPath, tick: int, placed: list[Placed], frame: Picture) -> None:
        stage = self._still_stage()
        dirty = stage.update(placed)
        if self._zoom is None:
            self._zoom = ZoomLens(stage.picture, path)
        else:
            for rect in dirty:
                self._zoom.changed(rect)
        self._zoom.show(tick, frame)

    def _compose(self, shift: Shift, placed: list[Placed], frame: Picture) -> None:
        self.ground.cut(shift, frame)
        _lay_planes(self.behind, shift, frame)
        for sprite, x, y, opacity in placed:
            sprite.paste(frame, x - shift.x, y - shift.y, None, opacity)
        _lay_planes(self.before, shift, frame)

    def _still_stage(self) -> _Stage:
        if self._stage is None:
            plate = blank(*self.size)
            self.ground.cut(STILL, plate)
            _lay_planes(self.behind, STILL, plate)
            before = tuple(Placed(plane.sprite, plane.x, plane.y) for plane in self.before)
            self._stage = _Stage(plate, before)
        return self._stage


class _Stage:
    """A picture that follows its actors, redrawing only the rectangles in which they have changed."""

    def __init__(self, plate: Picture, before: tuple[Placed, ...]) -> None:
        self._plate = plate
        self._before = before
        self._shown: list[Placed] | None = None
        self.picture = plate.copy()

    def update(self, placed: list[Placed]) -> list[Rect]:
        """Shows the sprites and returns what has changed."""
        dirty = self._changes(placed)
        self._shown = placed
        for rect in dirty:
            self.picture.view(rect).take(self._plate.view(rect))
            for sprite, x, y, opacity in (*placed, *self._before):
                sprite.paste(self.picture, x, y, rect, opacity)
        return dirty

    def _changes(self, placed: list[Placed]) -> list[Rect]:
        bounds = self.picture.bounds
        if self._shown is None:
            return [bounds]
        changed: list[Rect] = []
        for old, new in zip(self._shown, placed, strict=True):
            changed.extend(_difference(old, new))
        rects = (rect.even().within(bounds) for rect in changed)
        return _merged([rect for rect in rects if rect.width and rect.height])


def _merged(rects: list[Rect]) -> list[Rect]:
    """Joins rectangles that overlap, so that nothing is drawn twice."""
    apart: list[Rect] = []
    for rect in rects:
        whole = rect
        while touching := [other for other in apart if all(other.within(whole)[2:])]:
            for other in touching:
                apart.remove(other)
                whole = whole.around(other)
        apart.append(whole)
    return apart


def _difference(old: Placed, new: Placed) -> list[Rect]:
    if old == new:
        return []
    same_place = old[1:] == new[1:]
    if same_place and old.sprite.family is not None and old.sprite.family == new.sprite.family:
        pairs = zip(old.sprite.patches, new.sprite.patches, strict=True)
        return [_moved(b.rect, new.x, new.y) for a, b in pairs if a.value != b.value]
    boxes = (_moved(each.sprite.box, each.x, each.y) for each in (old, new))
    filled = [box for box in boxes if box.width and box.height]
    if len(filled) == 2:
        return [filled[0].around(filled[1])]
    return filled


def _moved(rect: Rect, x: int, y: int) -> Rect:
    return Rect(rect.x + x, rect.y + y, rect.width, rect.height)


def _lay_planes(planes: Sequence[Plane], shift: Shift, frame: Picture) -> None:
    for plane in planes:
        plane.sprite.paste(frame, plane.x - plane.pace.of(shift.x), plane.y - plane.pace.of(shift.y))

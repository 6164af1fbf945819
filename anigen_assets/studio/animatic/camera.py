"""Camera moves that show no steps: whole pixels a tick for pans and tilts, a fine grid for pushes and pulls.

A pan that moves the same whole number of pixels every tick is perfectly even and needs no resampling; it
starts and ends at half that speed. A zoom picks its pixels from the picture enlarged twice, so that its
edges move by halves of a pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from anigen_assets.story.vocabulary import CameraMove
from anigen_assets.studio.animatic import i420
from anigen_assets.studio.animatic.i420 import Picture, Rect
from anigen_assets.studio.animatic.timing import smooth

PANS = (CameraMove.PAN_LEFT, CameraMove.PAN_RIGHT)
TILTS = (CameraMove.TILT_UP, CameraMove.TILT_DOWN)
ZOOMS = (CameraMove.PUSH_IN, CameraMove.PULL_OUT)

ZOOM = 1.10
"""How much nearer a push ends than it begins."""
_FINE = 2
_LEAD_TICKS = 6
_REST_TICKS = 14
_RAMP_TICKS = 10
_LONGEST_TICKS = 64
_LONGEST_NEAR_TICKS = 48
_MARGIN = 8
_NEARNESS_STEPS = 1280


class Shift(NamedTuple):
    """Where the camera looks, in pixels from where it would stand still."""

    x: int
    y: int


STILL = Shift(0, 0)


@dataclass(frozen=True)
class MoveClock:
    """When the camera moves in a shot: it rests before the cut, and people are given time to be looked at.

    Attributes:
        ticks: Length of the shot.
        begin: First tick of the move.
        moving: Ticks it lasts.
    """

    ticks: int
    begin: int
    moving: int

    @classmethod
    def of(cls, ticks: int, *, people: bool) -> MoveClock:
        """Plans a move for a shot of `ticks`, shorter when it shows people near the camera."""
        longest = _LONGEST_NEAR_TICKS if people else _LONGEST_TICKS
        return cls(ticks, min(_LEAD_TICKS, ticks), max(2, min(longest, ticks - _LEAD_TICKS - _REST_TICKS)))

    def way(self, speed: int) -> tuple[int, ...]:
        """The way gone at every tick, in pixels: still, half speed, `speed`, half speed, still.

        Args:
            speed: Pixels a tick at full speed, at least 1.
        """
        ramp = min(_RAMP_TICKS, self.moving // 4) & ~1
        halves = 0
        way: list[int] = []
        for tick in range(self.ticks):
            elapsed = tick - self.begin
            if 0 <= elapsed < self.moving:
                slow = elapsed < ramp or elapsed >= self.moving - ramp
                halves += speed if slow else 2 * speed
            way.append(halves // 2)
        return tuple(way)

    def shares(self) -> tuple[float, ...]:
        """The share of the move done at every tick, slow at both ends."""
        return tuple(smooth((tick - self.begin + 1) / self.moving) for tick in range(self.ticks))


@dataclass(frozen=True)
class Travel:
    """A pan or a tilt: the shift at every tick of a shot.

    Attributes:
        shifts: One a tick; x grows as the camera looks to the right, y as it looks down.
    """

    shifts: tuple[Shift, ...]

    @classmethod
    def of(cls, move: CameraMove, clock: MoveClock, speed: int, *, ends_still: bool) -> Travel:
        """Plans a move.

        Args:
            move: A pan, a tilt, or anything else for a camera that stands still.
            clock: When it moves.
            speed: Pixels a tick.
            ends_still: Whether the shift is 0 at the end (the figure is found), or in the middle of the way.
        """
        if move not in (*PANS, *TILTS):
            return cls((STILL,) * clock.ticks)
        way = clock.way(speed)
        rest = way[-1] if ends_still else way[-1] // 2
        sign = 1 if move in (CameraMove.PAN_RIGHT, CameraMove.TILT_DOWN) else -1
        steps = (sign * (gone - rest) for gone in way)
        return cls(tuple(Shift(step, 0) if move in PANS else Shift(0, step) for step in steps))

    @cached_property
    def moves(self) -> bool:
        """Whether it ever leaves its place."""
        return any(shift != STILL for shift in self.shifts)

    @cached_property
    def reach(self) -> tuple[int, int, int, int]:
        """Smallest and largest x, smallest and largest y."""
        xs, ys = [s.x for s in self.shifts], [s.y for s in self.shifts]
        return min(xs), max(xs), min(ys), max(ys)


@dataclass(frozen=True)
class ZoomPath:
    """A push in or a pull out: how near the camera is at every tick.

    Attributes:
        nearness: One a tick, 1 shows the whole picture.
        centre_x: Share of the width that keeps its place, 0 to 1.
        centre_y: Share of the height.
    """

    nearness: tuple[float, ...]
    centre_x: float
    centre_y: float

    @classmethod
    def of(
        cls, move: CameraMove, clock: MoveClock, centre_x: float = 0.5, centre_y: float = 0.45
    ) -> ZoomPath:
        """Plans a push in or a pull out, slow at both ends."""
        pulls = move is CameraMove.PULL_OUT
        way = (1.0 - share if pulls else share for share in clock.shares())
        # Only as many values as can be seen apart: equal ticks need no new picture.
        near = (round(ZOOM**share * _NEARNESS_STEPS) / _NEARNESS_STEPS for share in way)
        return cls(tuple(near), centre_x, centre_y)


class ZoomLens:
    """Shows a picture nearer, from a copy enlarged twice that follows the picture's changes."""

    def __init__(self, picture: Picture, path: ZoomPath) -> None:
        self._picture = picture
        self._path = path
        self._fine = i420.scaled(picture, picture.width * _FINE, picture.height * _FINE, "BILINEAR")
        self._held: Picture | None = None
        self._nearness = 0.0

    def changed(self, rect: Rect) -> None:
        """Takes over a changed rectangle of the picture."""
        bounds = self._picture.bounds
        # Beyond its edges too, since enlarging mixes neighbours.
        inner = _grown(rect.even(), 2).within(bounds)
        outer = _grown(inner, _MARGIN).within(bounds)
        fine = i420.scaled(self._picture.view(outer), outer.width * _FINE, outer.height * _FINE, "BILINEAR")
        cut = Rect(inner.x - outer.x, inner.y - outer.y, inner.width, inner.height)
        self._fine.view(_enlarged(inner)).take(fine.view(_enlarged(cut)))
        if self._held is not None:
            self._gather(self._held, self._seen(_grown(inner, 2)))

    def show(self, tick: int, frame: Picture) -> None:
        """Writes what the lens shows at a tick of the shot into a frame of the picture's size."""
        nearness = self._path.nearness[tick]
        if nearness != self._nearness:
            self._nearness, self._held = nearness, None
            self._gather(frame, frame.bounds)
            return
        # The camera rests: from now on only what changes is gathered again.
        if self._held is None:
            self._held = i420.blank(frame.width, frame.height)
            self._gather(self._held, frame.bounds)
        frame.take(self._held)

    def _gather(self, frame: Picture, part: Rect) -> None:
        """Fills a part of a frame (an even rectangle) from the enlarged picture."""
        for plane, fine, size in zip(frame, self._fine, (1, 2, 2), strict=True):
            rows = _grid(plane.shape[0], self._nearness, self._path.centre_y)[
                part.y // size : part.bottom // size
            ]
            columns = _grid(plane.shape[1], self._nearness, self._path.centre_x)[
                part.x // size : part.right // size
            ]
            # Rows first: the columns are then gathered from half of the memory.
            target = plane[part.y // size : part.bottom // size, part.x // size : part.right // size]
            if part == frame.bounds:
                np.take(fine[rows], columns, axis=1, out=target, mode="clip")
            else:
                first, last = columns[0], columns[-1] + 1
                target[:] = fine[rows, first:last][:, columns - first]

    def _seen(self, rect: Rect) -> Rect:
        """Where a rectangle of the picture is seen in the frame, rounded outwards."""
        path, near = self._path, self._nearness
        width, height = self._picture.width, self._picture.height

        def place(edge: int, size: int, centre: float) -> float:
            return (edge - centre * size) * near + centre * size

        left, right = (place(edge, width, path.centre_x) for edge in (rect.x, rect.right))
        top, bottom = (place(edge, height, path.centre_y) for edge in (rect.y, rect.bottom))
        x, y = math.floor(left), math.floor(top)
        return Rect(x, y, math.ceil(right) - x, math.ceil(bottom) - y).even().within(self._picture.bounds)


def _grown(rect: Rect, margin: int) -> Rect:
    return Rect(rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin)


def _enlarged(rect: Rect) -> Rect:
    return Rect(*(edge * _FINE for edge in rect))


@lru_cache(maxsize=512)
def _grid(size: int, nearness: float, centre: float) -> np.ndarray:
    """Rows or columns of the enlarged plane that a zoomed plane of `size` shows."""
    fixed = centre * size
    places = (np.arange(size) + 0.5 - fixed) / nearness + fixed
    fine: np.ndarray = np.clip(np.floor(places * _FINE), 0, size * _FINE - 1).astype(np.intp)
    return fine

"""The ten hair styles as numbers: fringe, crown, side locks, and how far the back falls."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.story.vocabulary import HairStyle
from anigen_assets.studio.animatic.figures.hair_shapes import Lock
from anigen_assets.studio.animatic.ink import Point


@dataclass(frozen=True)
class Style:
    """Front of a hair style.

    Attributes:
        locks: The fringe, from the viewer's right to left.
        start, end: Where the fringe meets the outline of the head on either side.
        crown: The outline over the head from the left end to the right start; empty is a plain dome.
        pointed: Whether the crown is made of points and gaps in turn, beginning and ending with a point.
        side_locks: Points of the strand before the right ear, mirrored for the left; empty has none.
        side_width: Half width of the side locks.
        part: Where the ring of light is interrupted, -1 to 1.
        plump: How round the locks are.
    """

    locks: tuple[Lock, ...]
    start: Point = (106, -10)
    end: Point = (-106, -10)
    crown: tuple[Point, ...] = ()
    pointed: bool = False
    side_locks: tuple[Point, ...] = ()
    side_width: float = 13
    part: float = 0.1
    plump: float = 0.2


STYLES: dict[HairStyle, Style] = {
    HairStyle.LONG: Style(
        locks=(
            Lock((95, 46), (70, -34)),
            Lock((52, 4), (34, -44)),
            Lock((6, 16), (-18, -48)),
            Lock((-34, 2), (-68, -36)),
            Lock((-94, 48), (0, 0)),
        ),
        side_locks=((90, -52), (101, 0), (104, 60), (102, 116), (90, 176)),
        side_width=14,
    ),
    HairStyle.BOB: Style(
        locks=(
            Lock((97, 44), (80, -6)),
            Lock((66, 6), (46, -18)),
            Lock((28, 1), (10, -20)),
            Lock((-8, 2), (-28, -18)),
            Lock((-48, 4), (-78, -8)),
            Lock((-97, 44), (0, 0)),
        ),
        side_locks=((94, -50), (107, 0), (112, 52), (104, 98), (80, 122)),
        side_width=19,
        part=-0.15,
        plump=0.34,
    ),
    HairStyle.TWIN_TAILS: Style(
        locks=(
            Lock((94, 42), (72, -44)),
            Lock((48, -4), (20, -60)),
            Lock((4, 20), (-14, -62)),
            Lock((-40, -4), (-72, -44)),
            Lock((-94, 40), (0, 0)),
        ),
        side_locks=((90, -46), (100, 10), (98, 62), (86, 112)),
        side_width=9,
        part=0.0,
    ),
    HairStyle.PONYTAIL: Style(
        locks=(
            Lock((94, 44), (66, -66)),
            Lock((16, -8), (8, -32)),
            Lock((-34, 6), (-44, -22)),
            Lock((-72, 22), (-82, -6)),
            Lock((-95, 50), (0, 0)),
        ),
        side_locks=((92, -44), (101, 10), (98, 58), (88, 104)),
        side_width=8,
        part=0.5,
        plump=0.3,
    ),
    HairStyle.SHORT: Style(
        locks=(
            Lock((96, 30), (78, -30)),
            Lock((60, -4), (44, -46)),
            Lock((22, 6), (8, -48)),
            Lock((-24, -6), (-34, -46)),
            Lock((-58, 8), (-76, -34)),
            Lock((-96, 30), (0, 0)),
        ),
        crown=(
            (-114, -30), (-104, -50), (-114, -86), (-95, -98), (-90, -130), (-58, -130), (-36, -150), (-6, -140),
            (28, -152), (48, -136), (82, -136), (92, -104), (113, -88), (105, -54), (114, -32),
        ),
        pointed=True,
        side_locks=((96, -40), (103, 0), (101, 30), (92, 60)),
        side_width=9,
        part=-0.3,
    ),
    HairStyle.SPIKY: Style(
        locks=(
            Lock((95, 30), (72, -52)),
            Lock((44, -2), (22, -64)),
            Lock((-6, 14), (-20, -62)),
            Lock((-50, 2), (-72, -50)),
            Lock((-95, 30), (0, 0)),
        ),
        crown=(
            (-128, -2), (-112, -28), (-150, -58), (-114, -76), (-132, -126), (-78, -122), (-60, -174),
            (-18, -142), (28, -186), (50, -140), (104, -160), (98, -104), (146, -102), (114, -54), (134, -14),
        ),
        pointed=True,
        side_locks=((96, -40), (106, 0), (104, 26), (96, 62)),
        side_width=11,
        part=0.25,
        plump=0.06,
    ),
    HairStyle.WAVY: Style(
        locks=(
            Lock((98, 58), (86, 4)),
            Lock((72, 18), (14, -98)),
            Lock((-62, 14), (-86, 2)),
            Lock((-98, 58), (0, 0)),
        ),
        crown=(
            (-117, -8), (-115, -52), (-102, -98), (-66, -133), (-20, -146), (28, -146), (70, -132),
            (104, -96), (115, -50), (117, -6),
        ),
        side_locks=((98, -40), (114, 8), (100, 60), (117, 112), (100, 162), (110, 214)),
        side_width=18,
        part=0.12,
        plump=0.42,
    ),
    HairStyle.BRAID: Style(
        locks=(
            Lock((95, 46), (72, -38)),
            Lock((28, -6), (-34, -98)),
            Lock((-66, 6), (-80, -24)),
            Lock((-96, 46), (0, 0)),
        ),
        side_locks=((94, -40), (102, 8), (99, 56), (86, 98)),
        side_width=9,
        part=-0.32,
        plump=0.34,
    ),
    HairStyle.BUN: Style(
        locks=(
            Lock((97, 20), (82, -54)),
            Lock((64, -34), (16, -88)),
            Lock((-6, -8), (-24, -86)),
            Lock((-70, -24), (-84, -48)),
            Lock((-97, 20), (0, 0)),
        ),
        side_locks=((93, -50), (101, 4), (95, 46), (100, 96)),
        side_width=6,
        part=0.2,
        plump=0.3,
    ),
    HairStyle.SWEPT: Style(
        locks=(
            Lock((101, 22), (86, -44)),
            Lock((70, -50), (40, -92)),
            Lock((-24, -40), (-30, -62)),
            Lock((-62, -14), (-72, -40)),
            Lock((-90, -2), (-94, -18)),
            Lock((-101, 24), (0, 0)),
        ),
        crown=(
            (-112, -36), (-114, -74), (-98, -112), (-60, -150), (-14, -166), (20, -172), (48, -160),
            (78, -148), (98, -116), (112, -80), (110, -36),
        ),
        side_locks=((98, -34), (104, -4), (102, 18), (96, 42)),
        side_width=8,
        part=0.34,
        plump=0.36,
    ),
}  # fmt: skip

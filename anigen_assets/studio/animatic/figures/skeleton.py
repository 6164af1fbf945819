"""Where the joints of a standing figure are: stature, proportions, and the poses.

Standing space: the origin is on the floor between the feet, y is negative upwards, an average adult is 430
units high. Numbers only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import Build
from anigen_assets.studio.animatic.figures.acting import Pose
from anigen_assets.studio.animatic.figures.anatomy import anatomy_for
from anigen_assets.studio.animatic.ink import Point

Hand = Literal["relaxed", "fist", "open", "point", "palm"]
_CROWN_TO_CENTRE = 141.0


def stature(look: Look) -> float:
    """Returns how high a standing person is, in units (an average adult is about 430)."""
    if look.age < 17:
        grown = 215 + 13.2 * (look.age - 3) + (6 if look.masculine and look.age > 12 else 0)
    else:
        grown = 446.0 if look.masculine else 418.0
    grown += {Build.TALL: 24, Build.SLIGHT: -6, Build.STURDY: -4}.get(look.build, 0)
    return grown - 14 * anatomy_for(look).elder


@dataclass(frozen=True)
class Arm:
    """One arm: its joints, its hand, and whether the forearm lies before trunk and head."""

    shoulder: Point
    elbow: Point
    wrist: Point
    hand: Hand
    front: bool


@dataclass(frozen=True)
class Leg:
    """One leg: its joints, the direction of the toes (-1 to 1) and how far the heel is lifted."""

    hip: Point
    knee: Point
    ankle: Point
    toe: float
    lift: float


@dataclass(frozen=True)
class Frame:
    """The joints of one person in one pose.

    Attributes:
        height: Stature.
        head: Centre of the head.
        head_scale: Standing units per bust unit.
        head_tilt: Degrees, positive is clockwise.
        neck_y, shoulder_y, waist_y, hip_y: Heights of the trunk's marks.
        shoulder, hip: Half widths.
        arms, legs: Left one (of the viewer) first.
        bend: 0 upright, 1 in a deep bow.
    """

    height: float
    head: Point
    head_scale: float
    head_tilt: float
    neck_y: float
    shoulder_y: float
    waist_y: float
    hip_y: float
    shoulder: float
    hip: float
    arms: tuple[Arm, Arm]
    legs: tuple[Leg, Leg]
    bend: float


@dataclass(frozen=True)
class _Bent:
    """An arm's angles in degrees from hanging straight down, outwards positive; `near...` shortens a bone."""

    upper: float
    fore: float
    hand: Hand = "relaxed"
    front: bool = False
    near: float = 1.0
    near_fore: float = 1.0


_HANGING = _Bent(10, 4)
_ARMS: dict[Pose, tuple[_Bent, _Bent]] = {
    Pose.NEUTRAL: (_HANGING, _HANGING),
    Pose.HAND_ON_HIP: (_HANGING, _Bent(44, -50, "fist")),
    Pose.ARMS_CROSSED: (_Bent(14, -100, "fist", True, 0.92), _Bent(14, -84, "fist", True, 0.92)),
    Pose.WAVE: (_HANGING, _Bent(52, 168, "open")),
    Pose.POINT: (_Bent(14, -4, "fist"), _Bent(80, 88, "point")),
    Pose.THINK: (_Bent(14, -88, "fist", True), _Bent(5, -156, "fist", True, 0.76)),
    Pose.HOLD: (_Bent(14, -58, "palm", True, 0.94, 0.62), _Bent(14, -58, "palm", True, 0.94, 0.62)),
    Pose.REACH: (_HANGING, _Bent(66, 98, "palm")),
    Pose.BOW: (_Bent(6, -22, "relaxed", True), _Bent(6, -22, "relaxed", True)),
    Pose.WALK: (_HANGING, _HANGING),
    Pose.SIT: (_Bent(16, -26, "relaxed", True, 0.94), _Bent(16, -26, "relaxed", True, 0.94)),
}


@lru_cache(maxsize=512)
def frame_for(look: Look, pose: Pose, turn: float, phase: float) -> Frame:
    """Returns a person's joints.

    Args:
        look: Whose.
        pose: Which pose.
        turn: -1 (to the viewer's left) to 1 (to the right).
        phase: Share of a step cycle of two steps, 0 to 1; used by `Pose.WALK` only.
    """
    anatomy = anatomy_for(look)
    height = stature(look)
    youth = anatomy.youth
    head_scale = 0.268 + 0.012 * youth - (0.006 if anatomy.masculine else 0)
    sway = math.sin(phase * math.tau) if pose is Pose.WALK else 0.0
    bob = 2.2 * abs(math.cos(phase * math.tau)) if pose is Pose.WALK else 0.0
    hip_y = -height * (0.5 - 0.055 * youth) + bob
    top = -height + bob
    if pose is Pose.SIT:
        drop = -hip_y - height * 0.295
        hip_y, top = hip_y + drop, top + drop
    bend = 1.0 if pose is Pose.BOW else 0.0
    chin = top + (_CROWN_TO_CENTRE + anatomy.chin_y) * head_scale
    shoulder_y = chin + 15 - 4 * youth
    neck_y = shoulder_y - 11
    if bend:
        sink = (hip_y - shoulder_y) * 0.2
        shoulder_y, neck_y = shoulder_y + sink, neck_y + sink
    head = (
        (turn * 2.0 + (turn * 18 if bend else 0)) + 0.0,
        top + _CROWN_TO_CENTRE * head_scale + ((hip_y - shoulder_y) * 0.2 + 24 if bend else 0.0),
    )
    shoulder = (
        anatomy.shoulder
        * head_scale
        * (1.2 - 0.06 * youth)
        * (1 - (0.26 if pose is Pose.WALK else 0.14) * abs(turn))
    )
    hip = shoulder * (0.62 if anatomy.masculine else 0.7 + 0.06 * youth)
    bents = _ARMS[pose]
    if pose is Pose.WALK:
        bents = _walking(sway, turn)
    raised = 1 if turn >= 0 else -1
    ordered = bents if raised > 0 or pose is Pose.WALK else (bents[1], bents[0])
    left, right = (
        _arm(side, bent, shoulder, shoulder_y, height) for side, bent in zip((-1, 1), ordered, strict=True)
    )
    legs = _legs(pose, height, hip, hip_y, turn, sway, phase, anatomy.masculine)
    tilt = {Pose.THINK: 5.0 * raised, Pose.WAVE: 4.0 * raised, Pose.BOW: 3.0 * raised}.get(pose, 0.0)
    waist_y = shoulder_y + (hip_y - shoulder_y) * 0.66
    return Frame(
        height, head, head_scale, tilt, neck_y, shoulder_y, waist_y, hip_y, shoulder, hip,
        (left, right), legs, bend,
    )  # fmt: skip


def _walking(sway: float, turn: float) -> tuple[_Bent, _Bent]:
    """Arms swing against the legs; the nearer the walker is to profile, the wider."""
    swing = sway * (1 + 17 * abs(turn)) * (1 if turn >= 0 else -1)
    far, near = _Bent(9 + swing, 2 + swing * 1.2), _Bent(9 + swing, 2 + swing * 1.2, front=swing < 0)
    return (near, far) if turn >= 0 else (far, near)


def _arm(side: int, bent: _Bent, shoulder: float, shoulder_y: float, height: float) -> Arm:
    x, y = side * (shoulder - 11.5), shoulder_y + 14
    long_upper, long_fore = height * 0.152 * bent.near, height * 0.138 * bent.near_fore
    elbow = _swung((x, y), side, bent.upper, long_upper)
    return Arm((x, y), elbow, _swung(elbow, side, bent.fore, long_fore), bent.hand, bent.front)


def _swung(joint: Point, side: int, degrees: float, length: float) -> Point:
    """Where a bone ends that hangs from a joint, `degrees` outwards from straight down."""
    angle = math.radians(degrees)
    return joint[0] + side * math.sin(angle) * length, joint[1] + math.cos(angle) * length


def _legs(
    pose: Pose, height: float, hip: float, hip_y: float, turn: float, sway: float, phase: float, wide: bool
) -> tuple[Leg, Leg]:
    legs = []
    ankle_y = -height * 0.038
    for side in (-1, 1):
        x = side * hip * 0.52
        if pose is Pose.SIT:
            ahead = turn * height * 0.15
            knee = (x * 1.3 + ahead, hip_y + height * 0.062)
            legs.append(
                Leg((x, hip_y), knee, (x * 1.1 + ahead * 1.05, ankle_y), turn * 0.8 + side * 0.2, 0.0)
            )
            continue
        if pose is Pose.WALK:
            legs.append(_stepping(side, x, height, hip_y, ankle_y, turn, sway, phase))
            continue
        stand = side * hip * (0.5 if wide else 0.4) + turn * side * 2.5
        middle = (hip_y + ankle_y) / 2
        legs.append(
            Leg((x, hip_y), ((x + stand) / 2, middle), (stand, ankle_y), turn * 0.7 + side * 0.4, 0.0)
        )
    return legs[0], legs[1]


def _stepping(
    side: int, x: float, height: float, hip_y: float, ankle_y: float, turn: float, sway: float, phase: float
) -> Leg:
    """A leg in a step: forward is towards the turn, or towards the viewer when there is none."""
    stride = sway * side * height * 0.135
    forward = 1 if turn >= 0 else -1
    aside = 0.1 + 0.9 * min(1.0, abs(turn) * 1.4)
    swinging = max(0.0, side * math.cos(phase * math.tau))
    lift = swinging * height * 0.05
    deep = (1 - aside) * stride * 0.22
    ankle = (
        x * (1 - 0.5 * abs(turn)) + stride * forward * aside,
        ankle_y - lift - max(0.0, -stride) * 0.16 + deep,
    )
    knee = (
        (x + ankle[0]) / 2 + forward * aside * (4 + swinging * height * 0.05),
        (hip_y + ankle[1]) / 2 - swinging * height * 0.012,
    )
    return Leg(
        (x * (1 - 0.3 * abs(turn)), hip_y),
        knee,
        ankle,
        forward * aside * 0.9 + side * 0.1,
        lift + max(0.0, -stride) * 0.16,
    )

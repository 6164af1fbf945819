"""The proportions of one person's head and shoulders, from age, sex, build, face and eye shape.

Numbers only, in bust units: the origin is the head's centre, the chin of an average adult is at 113.
A person keeps a small set of personal departures (spacing, brow height, mouth width ...) which follow from
what never changes about them, so that two people with the same words still differ.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import Build, EyeShape, FaceShape, HairStyle

Outline = tuple[tuple[float, float, float], ...]

# Half outlines from the temple to the chin: x, y, and how far before the head's axis the point lies.
_OUTLINES: dict[FaceShape, Outline] = {
    FaceShape.ROUND: ((86, -44, 0), (91, 0, 0), (89, 42, 6), (74, 79, 22), (46, 102, 38), (17, 111, 46)),
    FaceShape.OVAL: ((86, -44, 0), (89, -4, 0), (84, 36, 6), (65, 74, 22), (37, 101, 38), (13, 113, 46)),
    FaceShape.HEART: ((90, -46, 0), (93, -8, 0), (88, 34, 6), (68, 73, 22), (39, 100, 38), (13, 114, 46)),
    FaceShape.LONG: ((82, -44, 0), (85, 0, 0), (81, 42, 6), (66, 82, 22), (38, 109, 38), (13, 120, 46)),
    FaceShape.SQUARE: ((86, -44, 0), (89, 0, 0), (87, 42, 6), (75, 80, 20), (44, 106, 36), (17, 114, 46)),
}
_MASCULINE_JAW: Outline = ((-1, 0, 0), (-4, 1, 0), (-5, 5, 0), (-3, 8, 0), (1, 7, 0), (3, 7, 0))


@dataclass(frozen=True)
class EyeForm:
    """Shape of the eyes.

    Attributes:
        x, y: Centre of the right-hand eye of a face seen straight.
        half_width, height: Half the width, and the height from the centre to the lid.
        tilt: Units the outer corner is lower than the inner one; negative is raised.
        peak_inner, peak_outer: Bulge of the upper lid towards the nose and towards the temple, in heights.
        floor: Bulge of the lower lid, in heights.
        iris: Width of the iris as a share of the half width.
        lid_line: Weight of the crease above the lid; heavy lids are above 1.
        lashes: Whether lashes wing out.
    """

    x: float
    y: float
    half_width: float
    height: float
    tilt: float
    peak_inner: float
    peak_outer: float
    floor: float
    iris: float
    lid_line: float
    lashes: bool


@dataclass(frozen=True)
class Anatomy:
    """Proportions of a head and its shoulders.

    Attributes:
        seed: For what is varied further, such as strands of hair.
        youth: 1 for a small child, 0 from fourteen years on.
        mature: 0 until the twenties, 1 from the middle thirties on: a longer face, calmer eyes.
        elder: 0 until the fifties, 1 from the seventies on.
        masculine: Stronger jaw and brows, no winged lashes.
        outline: Right half of the face, from the temple to the chin: (x, y, depth).
        chin_y: Lowest point of the face.
        eye: Shape of the eyes.
        brow_y, brow_width, brow_weight, brow_arch: The brows' place, half length, thickness and bow.
        nose_y, mouth_y, mouth_half: Places of nose and mouth, half width of the resting mouth.
        neck: Half width of the neck.
        shoulder: Half width between the shoulders' ends.
        shoulder_y: Their height.
    """

    seed: int
    youth: float
    mature: float
    elder: float
    masculine: bool
    outline: Outline
    chin_y: float
    eye: EyeForm
    brow_y: float
    brow_width: float
    brow_weight: float
    brow_arch: float
    nose_y: float
    mouth_y: float
    mouth_half: float
    neck: float
    shoulder: float
    shoulder_y: float


_EYES: dict[EyeShape, dict[str, float]] = {
    EyeShape.ROUND: {
        "half_width": 26, "height": 31, "tilt": 0, "peak_inner": 1.06, "peak_outer": 1.12,
        "floor": 1.0, "iris": 0.78, "lid_line": 0.8,
    },
    EyeShape.ALMOND: {
        "half_width": 28, "height": 26.5, "tilt": -4, "peak_inner": 1.06, "peak_outer": 1.06,
        "floor": 0.94, "iris": 0.7, "lid_line": 1.0,
    },
    EyeShape.SHARP: {
        "half_width": 28.5, "height": 22, "tilt": -9, "peak_inner": 0.78, "peak_outer": 1.2,
        "floor": 0.86, "iris": 0.62, "lid_line": 1.0,
    },
    EyeShape.SLEEPY: {
        "half_width": 27.5, "height": 23, "tilt": 5.5, "peak_inner": 1.1, "peak_outer": 0.8,
        "floor": 1.16, "iris": 0.72, "lid_line": 1.8,
    },
}  # fmt: skip


def personal_seed(look: Look) -> int:
    """Returns a number that stays with a person when age, hair, marks or clothes change."""
    words = (look.face_shape, look.eye_shape, look.eye_colour, look.skin_colour, look.masculine)
    return random.Random("|".join(str(word) for word in words)).getrandbits(31)


@lru_cache(maxsize=256)
def anatomy_for(look: Look) -> Anatomy:
    """Returns the proportions of a person."""
    seed = personal_seed(look)
    chance = random.Random(seed)
    youth = max(0.0, min(1.0, (14 - look.age) / 7))
    mature = max(0.0, min(1.0, (look.age - 20) / 15))
    elder = max(0.0, min(1.0, (look.age - 50) / 20))
    man = look.masculine and youth < 0.5
    spread, high, brow, lips, jaw = (chance.uniform(-1, 1) for _ in range(5))
    outline = _outline(look.face_shape, youth, mature, elder, man, jaw)
    chin_y = outline[-1][1] + 1.5
    shoulder = (152.0 if man else 126.0) + {Build.SLIGHT: -12, Build.STURDY: 22}.get(look.build, 0)
    return Anatomy(
        seed=seed,
        youth=youth,
        mature=mature,
        elder=elder,
        masculine=man,
        outline=outline,
        chin_y=chin_y,
        eye=_eye(look, youth, mature, elder, man, spread, high),
        brow_y=-19 + brow * 2.5 + (3.5 if man else 0) + youth * 2,
        brow_width=24 + spread,
        brow_weight=(7.2 if man else 4.2) + chance.uniform(-0.5, 0.9) - youth * 0.4,
        brow_arch=(4.0 if man else 7.0) + chance.uniform(-2, 2),
        nose_y=66 + high + youth * 2 + (3 if man else 0),
        mouth_y=88 + lips * 1.2 + (chin_y - 114) * 0.45 + youth * 1.5,
        mouth_half=(15.5 if man else 13.0) + lips * 1.4 - youth * 1.5,
        neck=((35.0 if man else 27.0) + {Build.SLIGHT: -2, Build.STURDY: 6}.get(look.build, 0))
        * (1 - 0.2 * youth),
        shoulder=shoulder * (1 - 0.27 * youth) * (1 - 0.03 * elder),
        shoulder_y=204 - 10 * youth + 8 * elder - (4 if look.build is Build.TALL else 0),
    )


def _outline(shape: FaceShape, youth: float, mature: float, elder: float, man: bool, jaw: float) -> Outline:
    """The face's half outline: rounder for children, squarer for men, a little personal."""
    points = []
    child = _OUTLINES[FaceShape.ROUND]
    for index, (x, y, depth) in enumerate(_OUTLINES[shape]):
        round_x, round_y, _ = child[index]
        soft = 0.5 * youth
        grown_x, grown_y = x + (round_x - x) * soft, y + (round_y - y) * soft
        low = max(0.0, y - 20) / 95
        grown_x += (2.5 * elder - 1.5 * mature) * low
        grown_y += 3.0 * mature * low
        if man:
            add_x, add_y, _ = _MASCULINE_JAW[index]
            grown_x, grown_y = grown_x + add_x, grown_y + add_y
        points.append((grown_x + (1.6 * jaw if index in (2, 3) else 0), grown_y, depth))
    return tuple(points)


def _eye(
    look: Look, youth: float, mature: float, elder: float, man: bool, spread: float, high: float
) -> EyeForm:
    form = _EYES[look.eye_shape]
    height = form["height"] * (0.8 if man else 1.0) * (1 + 0.13 * youth) * (1 - 0.1 * mature - 0.15 * elder)
    return EyeForm(
        x=44.5 + spread * 1.6 + youth * 1.2 - (1.0 if look.face_shape is FaceShape.LONG else 0),
        y=31.5 + high * 1.2 + youth * 5 - mature * 2,
        half_width=form["half_width"]
        * (0.94 if man else 1.0)
        * (1 + 0.05 * youth)
        * (1 - 0.04 * mature - 0.05 * elder),
        height=height,
        tilt=form["tilt"] + spread * 0.8 + elder * 2.0,
        peak_inner=form["peak_inner"],
        peak_outer=form["peak_outer"],
        floor=form["floor"],
        iris=form["iris"] * (0.94 if man else 1.0) * (1 + 0.04 * youth),
        lid_line=form["lid_line"] + 0.2 * mature + 0.7 * elder,
        lashes=not look.masculine and elder < 0.7,
    )


def covers_ears(style: HairStyle) -> bool:
    """Returns whether a hair style hides the ears."""
    return style in {HairStyle.LONG, HairStyle.BOB, HairStyle.WAVY}

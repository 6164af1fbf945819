"""The closed word lists that a plan is written in. Every studio can draw, and every rule can check, each word.

Only enumerations belong here. Colours and shapes belong to the studio, sentences to the director.
"""

from __future__ import annotations

from enum import StrEnum


class TimeOfDay(StrEnum):
    """Four lights, each with its own palette."""

    MORNING = "morning"
    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"


class Weather(StrEnum):
    """Five weathers a set can be drawn in."""

    CLEAR = "clear"
    CLOUDY = "cloudy"
    RAIN = "rain"
    SNOW = "snow"
    FOG = "fog"


class Mood(StrEnum):
    """The mood of a scene; it picks the score and the grading."""

    HOPEFUL = "hopeful"
    TENDER = "tender"
    TENSE = "tense"
    MELANCHOLY = "melancholy"
    MYSTERIOUS = "mysterious"
    TRIUMPHANT = "triumphant"
    PLAYFUL = "playful"
    SERENE = "serene"


class Emotion(StrEnum):
    """How a line is spoken and how the face looks."""

    NEUTRAL = "neutral"
    HAPPY = "happy"
    JOYFUL = "joyful"
    SAD = "sad"
    ANGRY = "angry"
    SURPRISED = "surprised"
    AFRAID = "afraid"
    DETERMINED = "determined"
    EMBARRASSED = "embarrassed"


class Framing(StrEnum):
    """How much of the set and the figures a shot shows."""

    ESTABLISHING = "establishing"  # the place, nobody near
    WIDE = "wide"  # the place with standing full figures
    MEDIUM = "medium"  # one figure to the waist
    TWO_SHOT = "two_shot"  # two figures to the waist
    CLOSE_UP = "close_up"  # one face
    OVER_SHOULDER = "over_shoulder"  # one face, past the other's back
    INSERT = "insert"  # an object or a detail of the place


class CameraMove(StrEnum):
    """One camera move per shot."""

    LOCKED = "locked"
    PAN_LEFT = "pan_left"
    PAN_RIGHT = "pan_right"
    TILT_UP = "tilt_up"
    TILT_DOWN = "tilt_down"
    PUSH_IN = "push_in"
    PULL_OUT = "pull_out"


class SetKind(StrEnum):
    """The sets a place can be drawn as. A place is a named set with a palette of its own."""

    ROOFTOP = "rooftop"
    CLASSROOM = "classroom"
    SHRINE = "shrine"
    STREET = "street"
    SEASIDE = "seaside"
    TRAIN = "train"
    CITY = "city"
    FOREST = "forest"
    RIVERBANK = "riverbank"
    CAFE = "cafe"
    BEDROOM = "bedroom"
    LIBRARY = "library"
    STATION = "station"
    OBSERVATORY = "observatory"
    HARBOR = "harbor"
    WORKSHOP = "workshop"


INDOOR_SETS = frozenset(
    {SetKind.CLASSROOM, SetKind.TRAIN, SetKind.CAFE, SetKind.BEDROOM, SetKind.LIBRARY, SetKind.WORKSHOP}
)
"""Sets under a roof: weather is seen through windows and heard muffled."""


class HairStyle(StrEnum):
    """Hair shapes the character artist can draw."""

    LONG = "long"
    BOB = "bob"
    TWIN_TAILS = "twin_tails"
    PONYTAIL = "ponytail"
    SHORT = "short"
    SPIKY = "spiky"
    WAVY = "wavy"
    BRAID = "braid"
    BUN = "bun"
    SWEPT = "swept"


class Outfit(StrEnum):
    """Clothes the character artist can draw."""

    SAILOR = "sailor"
    BLAZER = "blazer"
    HOODIE = "hoodie"
    KIMONO = "kimono"
    JACKET = "jacket"
    COAT = "coat"
    APRON = "apron"
    UNIFORM = "uniform"  # a conductor's, a keeper's, a guard's
    SWEATER = "sweater"
    WORKWEAR = "workwear"


class Build(StrEnum):
    """Body shape."""

    SLIGHT = "slight"
    AVERAGE = "average"
    TALL = "tall"
    STURDY = "sturdy"


class FaceShape(StrEnum):
    """Face outline, so that two people never share one face."""

    ROUND = "round"
    OVAL = "oval"
    HEART = "heart"
    LONG = "long"
    SQUARE = "square"


class EyeShape(StrEnum):
    """Shape of the eyes."""

    ROUND = "round"
    ALMOND = "almond"
    SHARP = "sharp"
    SLEEPY = "sleepy"


class Mark(StrEnum):
    """Something on the face that never changes without a reason."""

    NONE = "none"
    GLASSES = "glasses"
    FRECKLES = "freckles"
    SCAR = "scar"
    MOLE = "mole"
    BEARD = "beard"
    MOUSTACHE = "moustache"


class Accessory(StrEnum):
    """Something worn on head or neck."""

    NONE = "none"
    RIBBON = "ribbon"
    HAIRPIN = "hairpin"
    SCARF = "scarf"
    CAP = "cap"
    HEADPHONES = "headphones"
    EARRINGS = "earrings"

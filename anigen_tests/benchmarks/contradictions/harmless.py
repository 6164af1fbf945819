"""Harmless sentences, written by a stranger: each comes near to a family of contradictions and contradicts nothing.

The facts put into canon are those of the family, as for a contradiction; a finding is a false alarm.
"""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.harmless_near import HARMLESS_NEAR
from anigen_tests.benchmarks.contradictions.harmless_world import HARMLESS_WORLD
from anigen_tests.benchmarks.contradictions.wording import Wording, many

HARMLESS: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "{Y} sets out two cups, remembers, and puts {X}'s cup back.",
            "Nobody has sat in {X}'s chair since the funeral.",
            "{Y} lays fresh flowers on {X}'s grave and tells {him} about the week.",
            "For a moment {Y} thinks {X} is standing at the window, but it is only a coat on a hook.",
            "In the old photograph {X} is laughing, one arm around {Y}.",
            "{Y} quotes {X}, as everyone does: never trust a calm sea.",
            "If {X} were alive, {he} would laugh at all this.",
        ),
        action=("{Y} touches the name {X} carved in the stone.",),
        dialogue=(
            "{X} would have opened that door without knocking. I miss {him}.",
            "You sound just like {X} used to.",
        ),
        synopsis=("The letter {X} wrote before {he} died reaches {Y} at last.",),
    ),
    *many(
        "away-acts",
        summary=(
            "{Y} writes to {X} and tears the page up twice.",
            "The chair by the stove, which is {X}'s, stays empty.",
            "{Y} listens for {X}'s step on the stairs, but {X} does not come.",
            "Nobody knows when {X} will come back.",
            "{Y} imagines what {X} would say: stop fussing, and eat.",
            "In {Y}'s dream {X} walks in and takes off {his} coat; then {Y} wakes up, and nobody has come in.",
            "A postcard from {X} is pinned to the wall.",
        ),
        action=("{Y} dials {X}'s number. It rings and rings; nobody answers.",),
        dialogue=(
            "I wish {X} were here. {He} always knew what to do.",
            "When {X} comes home some day, {he} can fix the roof.",
        ),
        note=("{X} does not appear in this scene; only the empty seat.",),
    ),
    *many(
        "hair-colour",
        summary=(
            "{Y} ties a {C} ribbon into {Yhis} hair.",
            "A doll with {C} hair sits on the shelf behind {Y}.",
            "{Y} once dreamed of having {C} hair and laughed about it in the morning.",
            "The {C} dog lays its head in {Y}'s lap.",
            "{Y} pulls a {C} woollen cap over {Yhis} hair.",
        ),
        dialogue=(
            "Could you imagine {Y} with {C} hair? Me neither.",
            "{Y} does not have {C} hair, so it can't have been {Yhim}.",
        ),
        prompt=("{Y} beside a {C} wall, hair loose in the wind, soft light",),
    ),
    *many(
        "eye-colour",
        summary=(
            "A cat with {C} eyes watches {Y} from the wall.",
            "{Y}'s eyes follow the {C} boat until it is out of sight.",
            "{Y} shades {Yhis} eyes against the {C} glare of the sign.",
            "The puppet's {C} eyes seem to follow {Y} through the room.",
            "{Y} closes {Yhis} eyes and sees only {C} spots.",
        ),
        dialogue=(
            "If {Y} had {C} eyes, I would have noticed.",
            "Whoever it was had {C} eyes, so it was not {Y}.",
        ),
        prompt=("{Y}, closed eyes, {C} scarf, gentle smile, pastel tones",),
    ),
    *many(
        "hair-style",
        summary=(
            "{Y} draws a horse and gives it {S}, for a joke.",
            "{Y} studies the singer on the poster and envies her {S}.",
            "{Y} sometimes wishes for {S} and does not dare.",
            "The stone goddess's {S} has lost a piece, and {Y} looks for it in the grass.",
            "{Y} would never wear {Yhis} hair like the doll does, with its {S}.",
        ),
        dialogue=("What if {Y} had {S}? No. Unthinkable.",),
        note=("{Y} does not have {S}; keep to the model sheet.",),
    ),
    *many(
        "mark",
        summary=(
            "{Y} has no {M}, whatever the wanted poster says.",
            "The villain in {Y}'s comic has his {M} drawn in red.",
            "{Y} paints a false {M} on the scarecrow's face.",
            "The poster describes a thief by his {M}; {Y} reads it and shrugs.",
            "{Y} marks the page and goes on reading.",
        ),
        dialogue=("Look closely: no {M}. So this can't be anybody but {Y}.",),
        note=("Careful, earlier sketches gave {Y} a {M} by mistake. Leave it out.",),
    ),
    *many(
        "age",
        summary=(
            "{Y} counts {A} steps down to the water.",
            "The boat is {A} years old and leaks; {Y} bails.",
            "{Y} finds a coin minted {A} years ago.",
            "{A} gulls sit on the roof, and {Y} has named them all.",
            "The clerk's form makes {Y} {A} years old; that is wrong, and {Y} crosses it out.",
        ),
        dialogue=("{Y} is not {A}, whatever you heard.", "Wake me in {A} minutes, will you?"),
    ),
    *many(
        "item-held",
        summary=(
            "{Y} wishes the {I} were {Yhis}, but it is not.",
            "{Y} makes a careful drawing of the {I} from memory.",
            "{Y} reaches into {Yhis} pocket for the {I} and remembers that {Yhe} does not have it.",
            "{Y} asks where the {I} might be now.",
            "On and on {Y} talks about nothing but the {I}.",
        ),
        action=("{Y} holds up empty hands: no {I}.",),
        dialogue=(
            "If {Y} had the {I}, {Yhe} would not be standing here.",
            "Don't look at {Y}. {Y} does not have the {I}.",
        ),
    ),
    *many(
        "item-gone",
        summary=(
            "A pale patch on the wall shows where the {I} used to hang.",
            "{Y} misses the {I} more than {Yhe} would have thought.",
            "{Y} tells {Z} how the {I} was lost.",
            "Nothing will bring the {I} back, and {Y} knows it.",
            "{Y} dreams that {Yhe} is holding the {I} again, and wakes with empty hands.",
        ),
        action=("{Y} reaches for the {I} out of habit; the hook is empty.",),
        dialogue=("If only we still had the {I}.", "The {I} is gone, {Y}. Let it go."),
    ),
    *HARMLESS_WORLD,
    *HARMLESS_NEAR,
)

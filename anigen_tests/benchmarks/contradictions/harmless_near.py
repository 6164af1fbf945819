"""Harmless sentences near to what the reading was widened for: notes, asides, reversals, what is only heard of."""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Wording, many

HARMLESS_NEAR: tuple[Wording, ...] = (
    *many(
        "age",
        summary=(
            "{Y} has to climb {A} more steps before {Yhis} next birthday.",
            "Not bad for a boat of {A}, says {Y}.",
            "In {Yhis} bag {Y} has {A} marbles and one plum.",
            "At {A} steps {Y} stops to breathe.",
        ),
        dialogue=("It was my ninth birthday, {Y}, and it rained.", "The clock has seen {A} winters, {Y}."),
    ),
    *many(
        "hair-colour",
        summary=(
            "There is a strand of {C} hair under the glass, and {Y} knows whose it was.",
            "{C} as ever, the door stands open, and {Y} goes in.",
            "{Y}'s comb, {C} with age, has three teeth left.",
        ),
        note=("{Y}: hair as on the sheet, scarf {C}.",),
    ),
    *many(
        "eye-colour",
        summary=("{Y} opens one {C} box and closes it again.", "{C} are the tiles at which {Y} stares."),
    ),
    *many(
        "mark",
        dialogue=("Twelve spoons and a pair of glasses, {Y}. All dry.",),
    ),
    *many(
        "elsewhere",
        summary=(
            "From the window {Y} can see all the way to {P}.",
            "The letter that {Y} opens was posted at {P}.",
        ),
        action=("{Y} points towards {P}.",),
        dialogue=("And {P}? What do they say at {P}, {Y}?",),
        prompt=("{Y} at the railing, {P} far in the distance, evening haze",),
    ),
    *many(
        "introduced-again",
        summary=(
            "{N} is no stranger here, and {Y} makes room on the bench.",
            "{Y} hears the name {N} and has to smile.",
            "A stranger asks for the way, and {N} shows it to him.",
        ),
        dialogue=("The parcel is for {N}, I think.",),
    ),
    *many(
        "first-meeting",
        summary=(
            "{Y} and {Z} watch two strangers introduce themselves.",
            "{Y} meets {Z} by the door, as agreed.",
        ),
        dialogue=("Has anybody here never met {Z}? No? Good.",),
    ),
    *many(
        "bond",
        summary=('"My friend," says {Y} to the cat, and {X} laughs.',),
        note=("{Y} - {X}: both in frame until the cut.",),
    ),
    *many(
        "secret",
        summary=(
            "That {X} is late is no news to {Y}.",
            "{Y} has no idea that {secret}.",
            "What if somebody found out that {secret}? {Y} does not think of it, for nobody has told {Yhim}.",
        ),
    ),
    *many(
        "time",
        summary=("It was {time} when the bell cracked, years ago, and {Y} was not born.",),
    ),
    *many(
        "weather",
        summary=("It was {weather_ing} on the day {Y} was born.",),
    ),
    *many(
        "item-held",
        dialogue=("You still have the {I} on your mind, {Y}.",),
    ),
    *many(
        "away-acts",
        note=("The paper said: {X} is selling up.",),
        dialogue=("I only heard last night: {X} thanked the wrong person.",),
    ),
)

"""A third set of wordings, written blind after the second was gone through: stage directions, asides.

Nothing was changed in the rules for the sake of these sentences before their first number was on record; see
`docs/benchmarks.md`.
"""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Pools, Wording, many

LAST_POOLS = Pools(
    secrets=(
        "{X} stole the bishop's ring",
        "{X} is afraid of horses",
        "Twenty years ago {X} set fire to the theatre",
    ),
    questions=(
        ("The Silent Bell", "Why did the bell fall silent?"),
        ("Footprints on the Ceiling", "Who left footprints on the ceiling of the chapel?"),
    ),
    laws=(
        ("Nobody may open the black box.", "With a crowbar, they open the black box."),
        ("Robots do not dream.", "That night the robot dreams of the sea."),
        ("All wells are dry in this valley.", "One well in this valley is not dry."),
    ),
)

HELD_OUT_LAST: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "{X} and {Y} are arguing about supper again.",
            "Halfway up the stairs {X} turns round and waves.",
            "The letter is read aloud by {X}.",
            "{Y} thanks {X}, who blushes.",
            "In the corner {X} sleeps with a hat over {his} face.",
            "{Y} finds {X} in the kitchen, up to the elbows in flour.",
        ),
        action=("{X} enters from the left.", "Two-shot: {X} and {Y} at the window."),
        dialogue=("{X} says supper is ready.", "Hurry, {X} is waiting for us."),
    ),
    *many(
        "away-acts",
        summary=(
            "{X} leans in the doorway and listens.",
            "{Y} dances with {X} until the lamps go out.",
            "Behind the counter, {X} counts coins.",
        ),
        action=("{X} picks up the broom.",),
        dialogue=("I met {X} on the stairs just now.",),
    ),
    *many(
        "hair-colour",
        summary=("{Y} wears {Yhis} {C} hair loose today.", "A gust lifts {Y}'s {C} hair."),
        action=("{Y}'s hair, {C} in the lamplight, falls forward.",),
        prompt=("{Y} has {C} hair and a grey coat.",),
    ),
    *many("eye-colour", summary=("{Y} opens {Yhis} {C} eyes.", "{C}-eyed {Y} stares back.")),
    *many("hair-style", summary=("{Y} has {S} now.",), prompt=("{Y} with {S}, seated.",)),
    *many("mark", summary=("The {M} on {Y}'s face is plain to see.", "{Y}, with {Yhis} {M}, looks older.")),
    *many(
        "age",
        summary=(
            "{Y} is now {A}.",
            "{Y}, who is {A}, climbs the fence.",
            "At {A} years of age {Y} learns to swim.",
        ),
    ),
    *many(
        "item-held",
        summary=(
            "{Y} wipes the {I} with a sleeve.",
            "{Y} comes in with the {I} under one arm.",
            "Out comes the {I}, from {Y}'s bag.",
        ),
        action=("{Y} weighs the {I} in one hand.",),
    ),
    *many("item-gone", summary=("{Y} comes in with the {I} under one arm.", "{Y} gives {Z} the {I}.")),
    *many(
        "secret",
        dialogue=("Don't you know? {secret}!", "It was in the paper: {secret}."),
        summary=("{Y} whispers that {secret}.",),
    ),
    *many(
        "elsewhere", summary=("Just then {Y} is standing in {P}.", "Meanwhile {Y} paces up and down in {P}.")
    ),
    *many(
        "unknown-place",
        summary=("They meet on Lantern Bridge.", "The road to Fort Amaranth is closed."),
        dialogue=("We could hide in Badger Wood.",),
    ),
    *many(
        "unknown-person",
        summary=("Doctor Quillfeather opens his bag.", "{Y} and Rosalinda share an umbrella."),
        dialogue=("Rosalinda told me.",),
    ),
    *many(
        "unknown-faction",
        summary=("The Weavers' Guild has met in secret.", "{Y} is a member of the Night Circle."),
    ),
    *many(
        "thread-open",
        summary=("No one has found out yet: {question}",),
        dialogue=("What I'd give to know: {question}", "It's the old riddle. {question}"),
    ),
    *many("season", summary=("It is the first day of {season}.", "A {season} wind rattles the shutters.")),
    *many("time", summary=("It is already {time}.",), prompt=("{Time} scene, long shadows.",)),
    *many("weather", summary=("Umbrellas up: it is {weather_ing} hard.", "{weather_verb} without a pause.")),
    *many("bond", summary=("{Y} calls {X} {Yhis} {bond}.", "{Y} and {Yhis} {bond} {X} have not slept.")),
    *many(
        "first-meeting",
        summary=("{Y} has never met {Z} before.", "{Z} and {Y} meet for the very first time."),
    ),
    *many("world-rule", summary=("{broken}",), action=("{broken}",)),
)

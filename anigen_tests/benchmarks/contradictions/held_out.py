"""Wordings that were written before the rules read prose, in other styles than `wordings`, and are never tuned on.

Slots are those of `wordings`. Passive voice, pronouns, synonyms and late subjects are deliberate.
"""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Pools, Wording, many

HELD_OUT_POOLS = Pools(
    secrets=(
        "{X} cannot read a single word",
        "It was {X} who let the horses out of the burning stable",
        "{X} keeps the stolen crown under the floor of the mill",
    ),
    questions=(
        ("What the Diver Saw", "What did the diver see below the second wreck?"),
        ("A Ring for No One", "For whom was the silver ring engraved?"),
    ),
    laws=(
        ("No lamp may be carried up the tower.", "Somebody carries a lamp up the tower."),
        ("Snow never melts on the altar.", "The snow on the altar has melted."),
        ("Nobody can cross the marsh at night.", "They cross the marsh at night without any trouble at all."),
    ),
)

HELD_OUT: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "The kettle is lifted off the stove by {X}.",
            "On the bench sits {X}, humming under {his} breath.",
            "{Y} is not alone: beside {Yhim}, {X} is folding a sheet.",
            "Nobody had expected {X}. {He} strolls in and takes the nearest chair.",
        ),
        action=("Quietly, {X} closes the shutters.",),
        dialogue=("Ask {X}, {he} is just outside.", "{X} called me an hour ago."),
    ),
    *many(
        "away-acts",
        summary=(
            "The lamp is trimmed by {X} before anybody else is awake.",
            "Across the table from {Y}, {X} stirs a cup without drinking.",
            "A door opens. {X} steps through it and nods.",
        ),
        action=("With both hands, {X} lifts the lid.",),
        dialogue=("{X} is standing right behind you.",),
    ),
    *many(
        "hair-colour",
        summary=(
            "{Y} pushes a strand of {C} hair out of {Yhis} eyes.",
            "The wind plays with the {C} hair of {Y}.",
        ),
        prompt=("Portrait of {Y}, {C}-haired, looking out over the roofs.",),
        dialogue=("Everybody knows {Y} by that {C} hair.",),
    ),
    *many(
        "eye-colour",
        summary=("{Y} looks up. {YHis} {C} eyes are wet.", "The {C} eyes of {Y} follow the smoke."),
        prompt=("Extreme close shot, {Y}, {C} eyes wide open.",),
    ),
    *many(
        "hair-style",
        summary=("{Y} ties {Yhis} {S} back with a string.", "Rain drips from the {S} of {Y}."),
        prompt=("{Y}, seen from behind, {S}, against the light.",),
    ),
    *many(
        "mark",
        summary=("{Y} polishes {Yhis} {M} and says nothing.", "Light catches on the {M} of {Y}."),
        prompt=("{Y} in profile, with {M}.",),
    ),
    *many(
        "age",
        summary=("At {A}, {Y} still believes in small miracles.", "{Y} has just turned {A}."),
        dialogue=("{Y} is only {A}, after all.",),
        prompt=("{Y}, aged {A}, in half light.",),
    ),
    *many(
        "item-held",
        summary=(
            "The {I} is pulled from a coat pocket by {Y}.",
            "In {Y}'s palm lies the {I}.",
            "Out of {Yhis} bag {Y} takes the {I}.",
        ),
        action=("{Y} twirls the {I} round one finger.",),
        dialogue=("{Y} still carries the {I} around.",),
    ),
    *many(
        "item-gone",
        summary=(
            "The {I} is set down on the table, in one piece.",
            "With the help of the {I}, {Y} finds the way.",
        ),
        action=("{Y} unwraps the {I} with care.",),
    ),
    *many(
        "secret",
        dialogue=("So it is true: {secret}", "I have known it all along. {secret}"),
        summary=("{Y} lets slip what {Yhe} knows: {secret}",),
    ),
    *many(
        "elsewhere",
        summary=(
            "In the same minute {Y} is at {P}, alone.",
            "Over at {P}, {Y} has lit a lamp by now.",
        ),
        dialogue=("{Y} is over at {P} as we speak.",),
    ),
    *many(
        "unknown-place",
        summary=("The way leads past Quarrymouth Bridge.", "They take shelter in the Saffron Arcade."),
        dialogue=("I left it at Hollowgate Market.",),
        prompt=("Wide shot of Thistledown Square under a low sun.",),
    ),
    *many(
        "unknown-person",
        summary=("Tea is poured by somebody called Ophelia Brandwick.", "Next to {Y}, Leopold yawns."),
        dialogue=("Theodora told me so herself.",),
    ),
    *many(
        "unknown-faction",
        summary=("A letter from the Brotherhood of Ash lies on the step.",),
        dialogue=("The Copper League will not like it.",),
    ),
    *many(
        "thread-open",
        summary=(
            "To this day no one can say: {question}",
            "{Y} still puzzles over it: {question}",
        ),
        dialogue=("We may never find out. {question}",),
    ),
    *many(
        "season",
        summary=("It is the coldest {season} in years.", "{Season} lies over the roofs."),
        prompt=("A quiet {season} scene.",),
    ),
    *many(
        "time",
        summary=("It is long past the hour of {time}; the whole town lies in {time} light.",),
        prompt=("A {time} scene, soft grain.",),
        dialogue=("Lovely {time}, isn't it?",),
    ),
    *many(
        "weather",
        summary=("{weather_verb} on the roofs.", "Outside, {weather_noun} without a pause."),
        prompt=("Everything under {weather_bare}.",),
    ),
    *many(
        "bond",
        summary=("{Y} has always been {X}'s {bond}.", "As {bonds}, {Y} and {X} share everything."),
        dialogue=("{X} is my {bond}, you know.",),
    ),
    *many(
        "first-meeting",
        summary=("{Y} shakes hands with {Z}, whom {Yhe} has never seen before.",),
        dialogue=("I don't believe we have met, {Z}.",),
    ),
    *many(
        "world-rule",
        summary=("{broken}",),
        dialogue=("Look at that! {broken}",),
    ),
)

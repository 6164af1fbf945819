"""Wordings of contradictions in prose, by family, and pools of secrets, questions and laws of their own."""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Pools, Wording, many

POOLS = Pools(
    secrets=(
        "{X} burned the harbour plans in the stove",
        "{X} sold the brass telescope to a stranger",
        "{X} was born on the prison ship",
        "{X} forged the mayor's signature on the deed",
    ),
    questions=(
        ("The Drowned Piano", "Who left the drowned piano on the roof?"),
        ("The Empty Lighthouse", "Why does the lighthouse burn without a keeper?"),
        ("The Seventh Chair", "Who carved the seventh chair in the chapel?"),
    ),
    laws=(
        ("Nobody whistles inside the chapel.", "A boy whistles inside the chapel, loudly."),
        ("The north gate is never opened after sunset.", "The north gate is opened after sunset, wide."),
        ("Iron does not float in the well.", "Iron floats in the well like a leaf."),
        ("Every promise made on the bridge is kept.", "A promise made on the bridge is not kept."),
    ),
)

WORDINGS: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "{X} opens the door and sits down by the window.",
            "{X} hands {Y} a cup of tea.",
            "{X} and {Y} walk along the wall.",
            "{Y} laughs, and {X} laughs too.",
        ),
        action=("{X} smiles at {Y}.", "{X} turns a page."),
        dialogue=("{X} is waiting outside.", "I saw {X} this morning."),
        prompt=("{X} stands in the foreground.",),
        synopsis=("{X} cooks for everybody and sings.",),
        note=("{X} repaired the roof and climbed down.",),
    ),
    *many(
        "away-acts",
        summary=(
            "{X} comes in and takes off {his} coat.",
            "{X} pours the tea.",
            "{Y} plays cards with {X}.",
        ),
        action=("{X} nods slowly.",),
        dialogue=("{X} is sitting in the kitchen.",),
        prompt=("{X} leans on the railing.",),
        synopsis=("{X} mends the door and complains.",),
    ),
    *many(
        "hair-colour",
        summary=("{Y} brushes {Yhis} {C} hair.", "{Y}'s {C} hair is wet.", "{C}-haired {Y} sits alone."),
        action=("{Y} shakes out {Yhis} {C} hair.",),
        prompt=("{Y}: {C} hair, standing.",),
        dialogue=("I like {Y}'s {C} hair.",),
    ),
    *many(
        "eye-colour",
        summary=("{Y}'s {C} eyes are closed.", "{Y} has {C} eyes."),
        prompt=("{Y}: {C} eyes, looking up.",),
    ),
    *many(
        "hair-style",
        summary=("{Y}'s {S} swings.", "{Y} tugs at {Yhis} {S}."),
        prompt=("{Y}: {S}, hands in pockets.",),
    ),
    *many(
        "mark",
        summary=("{Y}'s {M} itches.", "{Y} scratches {Yhis} {M}."),
        prompt=("{Y}: {M}, coat.",),
    ),
    *many(
        "age",
        summary=("{Y}, {A}, sits alone.", "{Y} is {A} years old.", "{A}-year-old {Y} sits alone."),
        prompt=("{Y}: {A}-year-old, coat.",),
        dialogue=("{Y} is {A} years old.",),
    ),
    *many(
        "item-held",
        summary=(
            "{Y} takes out the {I}.",
            "{Y} holds the {I} up to the light.",
            "{Y} puts the {I} in {Yhis} pocket.",
        ),
        action=("{Y} grips the {I}.",),
        dialogue=("{Y} has the {I} in {Yhis} pocket.",),
    ),
    *many(
        "item-gone",
        summary=("{Y} holds the {I} up to the light.", "The {I} lies on the table."),
        action=("{Y} picks up the {I}.",),
    ),
    *many(
        "secret",
        dialogue=("{secret}.", "You know what? {secret}."),
        summary=("{Y} tells everyone: {secret}.",),
    ),
    *many(
        "elsewhere",
        summary=(
            "Meanwhile, at {P}, {Y} is asleep.",
            "{Y} is at {P}.",
            "At the same time {Y} sits at {P}.",
        ),
        dialogue=("{Y} is at {P} right now.",),
    ),
    *many(
        "unknown-place",
        summary=("They walk to Cinder Bridge.", "It happened in Marrow Street."),
        dialogue=("Meet me at Tallow Square.",),
        prompt=("In the background, Orchid Tower.",),
    ),
    *many(
        "unknown-person",
        summary=("{Y} meets Cornelius Wraithe.", "Cornelius Wraithe opens the door."),
        dialogue=("I spoke with Cornelius Wraithe.",),
    ),
    *many(
        "unknown-faction",
        summary=("The Order of the Lantern has sent a letter.",),
        dialogue=("The Salt Guild wants its money.",),
    ),
    *many(
        "thread-open",
        summary=("Nobody knows: {question}", "It is still a mystery. {question}"),
        dialogue=("{question}",),
    ),
    *many(
        "thread-closed",
        summary=("The riddle of {title} is solved at last.", "It is solved: {question}"),
        dialogue=("So {title} is explained.",),
    ),
    *many(
        "introduced-again",
        summary=("A stranger called {N} comes up the road.", "A newcomer, {N}, asks for a bed."),
        dialogue=("There is a new girl by the name of {N} in town.",),
    ),
    *many(
        "season",
        summary=("It is {season}.", "It is a quiet {season} evening."),
        prompt=("{Season} light.",),
    ),
    *many(
        "time",
        summary=("It is {time}.",),
        prompt=("{Time}, soft light.",),
    ),
    *many(
        "weather",
        summary=("It is {weather_ing}.",),
        prompt=("{weather_bare}, wet stones.",),
        action=("{weather_verb} outside.",),
    ),
    *many(
        "bond",
        summary=("{Y}'s {bond} {X} is on everybody's mind.", "{Y} and {X} are {bonds}."),
        dialogue=("{X} is my {bond}.",),
    ),
    *many(
        "first-meeting",
        summary=("{Y} meets {Z} for the first time.",),
        dialogue=("I have never met {Z}.",),
    ),
    *many(
        "world-rule",
        summary=("{broken}",),
        action=("{broken}",),
    ),
)

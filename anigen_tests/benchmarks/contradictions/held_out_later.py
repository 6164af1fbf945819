"""A second set of wordings, written blind after the rules had met the first: longer, in the past tense, in asides.

The first set was read once when its misses were gone through; this one tells how the rules do on prose that nobody has
fitted them to.
"""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Pools, Wording, many

LATER_POOLS = Pools(
    secrets=(
        "{X} has never been to sea",
        "{X} buried the old captain's medals behind the school",
        "{X} is the one who writes the anonymous letters",
    ),
    questions=(
        ("The Clock Without Hands", "Who took the hands from the station clock?"),
        ("The Woman in the Photograph", "Who is the woman in the torn photograph?"),
    ),
    laws=(
        ("The dead cannot speak.", "The dead speak, and everybody hears it."),
        ("Magic never works on iron.", "The magic works on iron at once."),
        ("No one may enter the vault alone.", "She enters the vault alone."),
        ("A mirror always tells the truth.", "The mirror does not tell the truth."),
    ),
)

HELD_OUT_LATER: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "Then {X} arrives, out of breath, and everyone talks at once.",
            "Breakfast is made by {X}, who burns the toast.",
            "{Y} walked down to the water with {X}.",
            "It is {X} who finally breaks the silence.",
            "{X} shrugged and put the kettle on.",
            "While {Y} sweeps, {X} counts the coins.",
            "“Good morning,” says {X}.",
        ),
        action=("Close on {X}'s hands as {he} ties the knot.", "{X}, grinning, raises a glass."),
        dialogue=("{X} wants to see you.", "Look, there comes {X}!", "I just spoke to {X}."),
        prompt=("A wide shot of {X} crossing the street.",),
    ),
    *many(
        "away-acts",
        summary=(
            "{X} is already at the table when {Y} comes in.",
            "{Y} and {X} quarrel about the bill.",
            "With a sigh, {X} closes the book.",
            "Nobody notices {X} slipping into the room.",
        ),
        action=("{X} looks over {Y}'s shoulder.",),
        dialogue=("{X} is asleep upstairs.",),
    ),
    *many(
        "hair-colour",
        summary=(
            "Under the lamp {Y}'s hair looks {C}.",
            "{Y}, {C}-haired and barefoot, waits at the corner.",
            "Sunlight turns {Y}'s {C} curls to fire.",
        ),
        prompt=("Medium shot of {Y}, a figure with {C} hair.",),
        dialogue=("{Y}! With that {C} hair you can't hide.",),
    ),
    *many(
        "eye-colour",
        summary=("{Y} narrows {Yhis} {C} eyes.", "There is mischief in {Y}'s {C} eyes."),
        prompt=("Close-up of {Y}'s {C} eyes.",),
    ),
    *many("hair-style", summary=("{Y} has {S}.", "{Y}, {S}, leans out of the window.")),
    *many("mark", summary=("{Y} has a {M}.", "Behind {Yhis} {M}, {Y} hides a smile.")),
    *many(
        "age",
        summary=(
            "{Y} will not say that {Yhe} is {A}, but {Y} is {A} years old.",
            "Being {A} years old, {Y} is allowed to stay.",
            "{Y} celebrates {Yhis} birthday: {A} candles, {A} years.",
        ),
        prompt=("A {A}-year-old {Y} on a bench.",),
    ),
    *many(
        "item-held",
        summary=(
            "{Y} slides the {I} across the table.",
            "The {I} glints in {Y}'s hand.",
            "{Y} sat there turning the {I} over and over.",
            "Around {Y}'s neck hangs the {I}.",
            "{Y} lends {Z} the {I}.",
        ),
        action=("{Y} clutches the {I} to {Yhis} chest.",),
        dialogue=("I have the {I} right here.",),
    ),
    *many(
        "item-gone",
        summary=(
            "{Y} slides the {I} across the table.",
            "On the shelf, as always, stands the {I}.",
            "{Y} polished the {I} until it shone.",
        ),
        action=("The {I} gleams in {Y}'s hand.",),
    ),
    *many(
        "secret",
        dialogue=("Everybody talks, so let me say it: {secret}.", "I found out that {secret}."),
        summary=("{Y} confides to {Z} that {secret}.",),
    ),
    *many(
        "elsewhere",
        summary=(
            "{Y} is sitting at {P} at this very moment.",
            "At that moment, in {P}, {Y} strikes a match.",
            "{Y} waits in {P}.",
        ),
        dialogue=("Don't bother, {Y} is at {P}.",),
    ),
    *many(
        "unknown-place",
        summary=(
            "A train leaves for Vellum Station.",
            "{Y} grew up near Gallows Hill.",
            "At the Velvet Theatre the lights go out.",
        ),
        dialogue=("They closed Saffron Lane.",),
    ),
    *many(
        "unknown-person",
        summary=(
            "Old Barnabas waves from his boat.",
            "{Y} asks Wilhelmina for the salt.",
            "Inspector Marlowe-Finch knocks twice.",
        ),
        dialogue=("Ask Wilhelmina, she knows.",),
    ),
    *many(
        "unknown-faction",
        summary=(
            "Agents of the Crimson Syndicate watch the door.",
            "{Y} has joined the Society of Quiet Bells.",
        ),
    ),
    *many(
        "thread-open",
        summary=("The question remains: {question}", "{Y} lies awake. {question}"),
        dialogue=("Tell me. {question}", "Still no answer. {question}"),
    ),
    *many(
        "season",
        summary=(
            "{Season} has come.",
            "One {season} morning, the street is empty.",
            "The {season} sun is low.",
        ),
        dialogue=("What a {season} this is.",),
    ),
    *many(
        "time",
        summary=("The clock strikes {time}.", "At {time} the street is empty."),
        prompt=("Street at {time}.",),
    ),
    *many(
        "weather",
        summary=(
            "They run through the {weather_bare}.",
            "{weather_verb} against the windows.",
            "It has been {weather_ing} since breakfast.",
        ),
    ),
    *many(
        "bond",
        summary=(
            "{X} is {Y}'s {bond}.",
            "{Y} has one {bond} in this town, and that is {X}.",
            "Everyone knows that {Y} and {X} are {bonds}.",
        ),
    ),
    *many(
        "first-meeting",
        summary=(
            "{Y} and {Z} are strangers to each other.",
            "{Y} introduces {Yhim}self to {Z}, whom {Yhe} has never met.",
        ),
        dialogue=("Nice to meet you, {Z}.",),
    ),
    *many("world-rule", summary=("{broken}", "It happens after all. {broken}")),
)

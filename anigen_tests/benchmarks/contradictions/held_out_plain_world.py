"""The second half of the plain set: things, places, secrets, questions and laws."""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Wording, many

WORLD_PLAIN: tuple[Wording, ...] = (
    *many(
        "unknown-person",
        summary=(
            "{Y} gets a phone call from {N} and writes down an address.",
            "{N} sits at the counter and listens to {Y} and {Z}.",
        ),
        action=(
            "{N} slides an envelope across the table to {Y}.",
            "{Y} waves to {N}, who waves back.",
        ),
        dialogue=("{N} told me about it yesterday.",),
        prompt=("{Y} talking to {N}, over-the-shoulder shot, soft focus",),
        synopsis=("With the help of {N}, {Y} gets closer to the answer.",),
        note=("{N} should be visible in the background.",),
    ),
    *many(
        "unknown-faction",
        summary=(
            "Two agents of the Cobalt Syndicate follow {Y} at a distance.",
            "{Y} finds out that the Order of the Ninth Bell has paid for everything.",
        ),
        action=("Soldiers of the Varnhold Legion push past {Y}.",),
        dialogue=(
            "The Ash Lantern Guild will not like this, {Z}.",
            "I used to work for the Marrow Street Gang.",
        ),
        prompt=("{Y} facing three members of the Crimson Heron Clan, tense mood, wide angle",),
        synopsis=("{Y} has to negotiate with the Tidewatch Brotherhood before it attacks.",),
        note=("The badge on the coat is the emblem of the Helion Bureau.",),
    ),
    *many(
        "thread-open",
        summary=(
            "{Y} and {Z} still have no answer to the question: {question}",
            '"{title}" is still an unsolved case, and {Y} keeps searching for clues.',
        ),
        action=('{Y} pins a note saying "{question}" on the board of unsolved cases.',),
        dialogue=(
            "{question} We still don't know.",
            "Nobody has found out yet. {question}",
        ),
        synopsis=(
            '{Y} continues to investigate the mystery "{title}", which remains unsolved.',
            "One question is still open for {Y}: {question}",
        ),
        note=("{title}: still unresolved at this point.",),
    ),
    *many(
        "thread-closed",
        summary=(
            'The mystery "{title}" is solved now, and {Y} can finally relax.',
            "{Y} has found the answer to the question: {question}",
        ),
        action=('{Y} writes "solved" across the file labelled "{title}" and closes it.',),
        dialogue=(
            "{question} We know the answer now, the case is closed.",
            'It\'s over, {Z}. "{title}" has been cleared up completely.',
        ),
        synopsis=('After "{title}" has been resolved, {Y} and {Z} turn to everyday life.',),
        note=(
            "{title}: already resolved, everybody knows the answer.",
            'The question "{question}" was answered earlier, treat it as settled.',
        ),
    ),
    *many(
        "introduced-again",
        summary=(
            "A stranger named {N} comes in, and {Y} asks who that is.",
            "{Y} meets a new character, {N}, who has just moved to town.",
        ),
        action=("An unknown visitor enters and bows: it is {N}, whom nobody here has seen before.",),
        dialogue=(
            "Everyone, this is {N}. It is the first day here for our newcomer, so be nice.",
            "Who is this {N}? I have never heard that name.",
        ),
        synopsis=("A mysterious newcomer called {N} shows up and turns {Y}'s day upside down.",),
        note=(
            "First appearance of {N} in the series.",
            "{N} is a new character, not known to anybody in the cast.",
        ),
    ),
    *many(
        "season",
        summary=(
            "It is {season}, and {Y} is on the way home.",
            "On this {season} day {Y} has nothing to do.",
        ),
        action=("Pan across a typical {season} landscape, then cut to {Y}.",),
        dialogue=(
            "I love it that it is {season} now.",
            "It is the middle of {season}, {Z}, what are you wearing?",
        ),
        prompt=(
            "{Y} walking slowly, {season}, natural light, wide shot",
            "{season} scenery, {Y} in the foreground, anime background art",
        ),
        note=("Season of this scene: {season}.",),
    ),
    *many(
        "time",
        summary=(
            "It is {time} when {Y} opens the door.",
            "The scene takes place at {time}, and {Y} looks exhausted.",
        ),
        action=("{Y} looks at the clock: it is {time}.",),
        dialogue=(
            "It is already {time}, we should hurry.",
            "Why are you here, {Z}? It's {time}!",
        ),
        prompt=(
            "{Y} next to the window, {time}, cinematic lighting",
            "{time} light, {Y} in medium shot, soft colours",
        ),
        note=("Time of day: {time}.",),
    ),
    *many(
        "weather",
        summary=(
            "It {weather_verb} while {Y} talks to {Z}.",
            "{Y} watches {weather_noun} outside and waits.",
        ),
        action=(
            "{Y} looks up at the sky as it {weather_verb}.",
            "{Y} steps out into {weather_noun}.",
        ),
        dialogue=("Look outside, {Z}, it {weather_verb}!",),
        prompt=(
            "{Y} outdoors, {weather_bare}, wide shot, detailed sky",
            "{weather_bare}, {Y} in the foreground, atmospheric perspective",
        ),
        note=("Weather in this scene: {weather_bare}.",),
    ),
    *many(
        "bond",
        summary=(
            "{Y} is {X}'s {bond} and feels responsible.",
            "{X} and {Y} are {bonds}, so the news hits {Yhim} hard.",
        ),
        action=("{Y} looks at a photo of {X}, {Yhis} {bond}.",),
        dialogue=(
            "{X} and {Y} are {bonds}, didn't you know?",
            "Don't forget that {X} is {Y}'s {bond}.",
        ),
        synopsis=(
            "{Y} wants to help {Yhis} {bond} {X}, whatever it costs.",
            "{X} and {Y}, who are {bonds}, have to face an old problem.",
        ),
        note=("Relationship: {Y} and {X} are {bonds}.",),
    ),
    *many(
        "first-meeting",
        summary=(
            "{Y} meets {Z} for the first time and is a bit shy.",
            "{Y} and {Z} have never seen each other before and exchange names.",
        ),
        action=("{Y} shakes hands with {Z}, whom {Yhe} has just met for the first time.",),
        dialogue=(
            "I have never met {X}. What is {he} like?",
            "Nice to meet you, {Z}. I don't think we have met before.",
        ),
        synopsis=(
            "{Y} and {Z} meet for the first time and have to get along.",
            "{Y} gets to know {X}, a complete stranger to {Yhim} until today.",
        ),
        note=("This is the first meeting of {Y} and {X}.",),
    ),
    *many(
        "world-rule",
        summary=(
            "{broken}. {Y} and {Z} watch it happen.",
            "Something happens in front of {Y}: {broken}.",
        ),
        action=(
            "{broken}, and {Y} steps aside.",
            "Wide shot. {broken}.",
        ),
        dialogue=("Look over there, {Z}! {broken}.",),
        prompt=("{broken}, {Y} in the background, dynamic angle, anime style",),
        synopsis=("{broken}, and {Y} has to deal with the consequences.",),
        note=("Important for the staging: {broken}.",),
    ),
)

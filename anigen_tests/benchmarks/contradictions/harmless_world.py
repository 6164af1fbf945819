"""The second half of the harmless sentences: near to secrets, places, names, questions, hours, bonds and laws."""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Wording, many

HARMLESS_WORLD: tuple[Wording, ...] = (
    *many(
        "secret",
        summary=(
            "{Y} does not know that {secret}.",
            "{X} has told nobody here that {secret}, and so it stays.",
            "{Y} notices that {X} changes the subject and thinks no more of it.",
            "{Y} has a secret too: there is cake in the drawer.",
            "What {X} keeps hidden, {Y} has never asked.",
            "Should {Y} ever learn that {secret}, everything would change; so far {Yhe} has no idea.",
        ),
        dialogue=("Everybody has a secret. I don't need to know yours.",),
        note=("Viewers know that {secret}; {Y} and {Z} must not show that they know, because they do not.",),
    ),
    *many(
        "elsewhere",
        summary=(
            "{Y} was at {P} yesterday and still has the sand in {Yhis} shoes.",
            "{Y} thinks of {P} and of who might be there now.",
            "If {Y} were at {P} now, {Yhe} could sleep.",
            "A painting of {P} hangs behind {Y}.",
            "{Y} has never liked {P} much.",
        ),
        dialogue=(
            "Tomorrow {Y} will be at {P} all day.",
            "They told the inspector that {Y} was at {P}, which was a lie. {Y} was sitting right here.",
        ),
        prompt=("{Y} looking at a postcard of {P}, close-up, lamplight",),
    ),
    *many(
        "unknown-place",
        summary=(
            "The Milky Way, {Y} once read, is mostly nothing.",
            "{Y} would walk to the end of the world for a decent cup of coffee.",
            "{Y} crosses a bridge, then a second one.",
            "In the bedtime story there is a city called Glass Harbour, which does not exist; {Y} likes it anyway.",
            "{Y} hums a song about London Bridge.",
            "Left of the door is a shelf, right of it a stove, and {Y} stands between the two.",
        ),
        dialogue=("Between a rock and a hard place, that's where we are.", "Go to Jericho, the lot of you!"),
    ),
    *many(
        "unknown-person",
        summary=(
            "{Y} reads a Sherlock Holmes novel for the third time.",
            "A postman nobody knows by name leaves a parcel for {Y}.",
            "{Y} has never been able to find Orion, not even with a chart.",
            "{Y} hums Clair de Lune, out of tune.",
            "Even Robinson Crusoe, says {Y}, had a better larder.",
            "Two children run past {Y}, shouting.",
        ),
        dialogue=(
            "Good Lord, {Y}, close that door!",
            "Good day, Mister Nobody, says the sailor to the scarecrow.",
        ),
    ),
    *many(
        "unknown-faction",
        summary=(
            "A parliament of crows has gathered on the roof above {Y}.",
            "Order of the day: {Y} scrubs, {Z} rinses.",
            "{Y} jokes about founding a Guild of the Terminally Late, then drops it.",
            "{Y} belongs to no guild and no order and is glad of it.",
            "In the novel on {Y}'s knees, the Musketeers draw their swords.",
        ),
        dialogue=(
            "What are we, a committee? Just decide, {Y}.",
            "There is no Brotherhood of the Sea, {Y}. Somebody made that up.",
        ),
    ),
    *many(
        "thread-open",
        summary=(
            "{Y} remembers the days when nobody could explain {title}.",
            "{title} is behind them now, and nobody is sorry.",
            "{Y} files the papers on {title} away for good.",
            "{Y} used to lie awake over it: {question} Now {Yhe} knows and sleeps well.",
            "They laugh about how long they had puzzled over {title}.",
        ),
        dialogue=(
            "Remember {title}? I'm glad that is settled.",
            "A child asks: {question} Well, by now anyone in town can answer that.",
        ),
    ),
    *many(
        "thread-closed",
        summary=(
            "{Y} is sure that {title} will be solved one day.",
            "{Y} thinks for a moment that {title} is solved, but {Yhe} is wrong.",
            "{title} is far from solved, and {Y} knows it.",
            "{Y} solves the crossword, if nothing else; {title} can wait.",
            "{Y} boasts of having solved {title}, which is not true.",
            "The case of jam is closed with a hammer, and {Y} wipes {Yhis} hands.",
        ),
        dialogue=(
            "If we ever solve {title}, I'll dance on the table.",
            "Has anyone solved {title}? No? Thought so.",
        ),
    ),
    *many(
        "introduced-again",
        summary=(
            "{N} comes up the road, as on any other day.",
            "{Y} remembers how {N} came here as a stranger.",
            "{N}, whom everybody knows by now, is late.",
            "A stranger asks {Y} for {N}.",
            "To the visiting inspector {N} is a stranger; to {Y} of course not.",
            "For the first time in days {N} smiles.",
        ),
        dialogue=("There is {N} again. Put the kettle on.", "Strange as it sounds, I have got used to {N}."),
    ),
    *many(
        "season",
        summary=(
            "{Y} remembers last {season} with a shudder.",
            "{Y} longs for {season}.",
            "It is not {season} yet, and {Y} is glad of it.",
            "{Y} pins up a calendar picture of a {season} landscape.",
            "The song is about {season}; {Y} sings it all year round.",
        ),
        dialogue=("By next {season} all this will be forgotten.", "What is {season} like in the north?"),
        note=("Do not draw this as {season}; that is another episode.",),
    ),
    *many(
        "time",
        summary=(
            "It is not {time} yet, and {Y} has work to do.",
            "They agree to meet again when it is {time}.",
            "{Y} thinks back to another day, another hour, when it was {time} and everything was well.",
            "The stopped clock claims that it is {time}, which is wrong.",
            "The painting on the wall is called {time}; {Y} straightens it.",
        ),
        dialogue=("Is it {time}? No, not for hours.", "Call me when it is {time}, not before."),
    ),
    *many(
        "weather",
        summary=(
            "It is not {weather_ing}, for once, and {Y} leaves the shutters open.",
            "{Y} dreams that it is {weather_ing} and wakes to find that it is not.",
            "According to the radio it is {weather_ing} a hundred miles away; here it is not.",
            "Last week it was {weather_ing} for days.",
            "{Y} tells {Z} of a night years ago when it was {weather_ing}.",
        ),
        dialogue=(
            "If it were {weather_ing}, I would stay in bed.",
            "Do you think it will be {weather_ing} tomorrow?",
        ),
    ),
    *many(
        "bond",
        summary=(
            "{Y} and {X} are not {bonds}, whatever people say.",
            "Strangers take {Y} and {X} for {bonds}, which is wrong.",
            "{Y} sometimes wishes that {X} were {Yhis} {bond}.",
            "{Y} reads a story about two {bonds} and thinks of nobody in particular.",
            "What {X} is to {Y}, {Y} does not say.",
        ),
        dialogue=("{X}, {Y}'s {bond}? Nonsense.", "In another life {Y} and {X} might have been {bonds}."),
    ),
    *many(
        "first-meeting",
        summary=(
            "{Y} meets {Z} on the stairs, as every day.",
            "{Y} and {Z} see each other for the first time in weeks.",
            "For the first time {Y} hears {Z} sing.",
            "{Y} remembers the day {Yhe} met {Z} for the first time.",
            "{Y} and {Z} pretend to the conductor that they have never met.",
            "{Y} meets {Z}'s eyes and, for the first time, does not look away.",
        ),
        dialogue=(
            "Nice to see you again, {Z}.",
            "When we first met, {Z}, you did not say a word to me.",
        ),
    ),
    *many(
        "world-rule",
        summary=(
            '{Y} reads aloud from a fairy tale: "{broken}" Everybody knows that such things do not happen.',
            "{Y} has a dream. {broken} Then {Yhe} wakes up, and none of it is true.",
            'It is a line from an old comedy, and it always gets a laugh: "{broken}"',
            'What the drunk claims is a lie, and {Y} tells him so: "{broken}"',
            "{Y} knows the rules of the place and keeps to them.",
        ),
        dialogue=(
            'Imagine this, {Y}: "{broken}" It could never happen here.',
            "Rules are rules, {Y}, even for us.",
        ),
    ),
)

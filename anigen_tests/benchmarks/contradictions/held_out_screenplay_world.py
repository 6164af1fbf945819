"""The second half of the fourth set: secrets, places, names, questions, hours, bonds and laws."""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Wording, many

SCREENPLAY_WORLD: tuple[Wording, ...] = (
    *many(
        "secret",
        dialogue=(
            "I know everything, so don't bother: {secret}.",
            "Everybody in town has heard by now that {secret}.",
            "You want the truth? {secret}. There. I said it.",
            "Funny, isn't it, how {secret} and still gets invited to supper.",
            "We both know that {secret}, so let's stop pretending.",
        ),
        summary=(
            "{Y} has known for some time that {secret}, and tells {Z} so.",
            "{Y} explains to {Z}, quite calmly, that {secret}.",
            "Because {secret}, as {Y} is well aware, there is no point in waiting.",
            "{Y} writes it down in plain words for all to read: {secret}.",
        ),
        synopsis=("{Y}, who knows that {secret}, decides to speak up.",),
        note=("{Y} plays the scene knowing full well that {secret}.",),
    ),
    *many(
        "elsewhere",
        summary=(
            "At that same moment {Y} is at {P}, counting the boats.",
            "{Y} has not left {P} all day and is still there, feet up on the table.",
            "Far from the others, {Y} waits at {P} for a message that does not come.",
            "The scene opens on {Y}, alone at {P}.",
            "All this while, {Y} stands at {P} and sees nothing of it.",
            "Cut to {P}, where {Y} is packing up.",
        ),
        action=(
            "INT. {P}. {Y} shuts the ledger.",
            "{Y} paces up and down in {P}, checking the clock.",
        ),
        dialogue=("{Y} isn't here, {Yhe} is over at {P} right now.",),
        prompt=(
            "{Y} at {P}, wide establishing shot, small figure, long shadows",
            "inside {P}, {Y} by the window, dust motes, quiet",
        ),
    ),
    *many(
        "unknown-place",
        summary=(
            "{Y} and {Z} take the short cut through Mallow Street and come out behind Gannet Hall.",
            "The path ends at Widow's Quarry, where {Y} stops to rest.",
            "In the back room of the Copper Kettle Inn, {Y} spreads out the papers.",
            "{Y} has spent the morning at Brackenridge Station and is in no mood to talk.",
            "Overlooking everything stands Thornfell Keep, and {Y} climbs toward it.",
        ),
        action=(
            "EXT. PELLAM SQUARE. {Y} crosses between the stalls of Pellam Square.",
            "{Y} unlocks the gate of Ashdown Cemetery.",
        ),
        dialogue=(
            "Meet me at Hollis Pier in an hour, and come alone.",
            "There's nobody left living up on Larkspur Hill except us.",
        ),
        prompt=("{Y} in front of the Velmont Theatre, neon reflections, wet asphalt",),
        synopsis=("An errand takes {Y} to the village of Oxmere, where nobody wants to talk.",),
    ),
    *many(
        "unknown-person",
        summary=(
            "{Y} takes the parcel to Bertram Hollowell, who signs for it without looking up.",
            "Old Agatha Finch scolds {Y} for the mud on {Yhis} boots.",
            "The door is opened by Doctor Lemuel Crane.",
            "{Y} shares a bench with Marguerite Dashwood and listens to her complain about the cold.",
            "Behind the counter, Tobias Wren is counting coins and pretends not to see {Y}.",
        ),
        action=(
            "Jasper Quill elbows {Y} aside and grabs the rail.",
            "{Y} waves to Philippa Stroud, who waves back.",
        ),
        dialogue=(
            "Ask Rosalind Pike, she was on duty when it happened.",
            "Captain Ezra Molloy wants to see both of us at once.",
        ),
        prompt=("Leopold Varga, heavyset man in a fur hat, shaking hands with {Y}, station platform",),
        synopsis=("When Henrietta Blackwood offers {Y} a bargain, the answer is not easy.",),
    ),
    *many(
        "unknown-faction",
        summary=(
            "{Y} is stopped by two officers of the Saltmarsh Militia.",
            "The Brotherhood of the Broken Oar meets behind closed doors, and {Y} listens at the keyhole.",
            "An envoy of the Meridian Syndicate lays a contract in front of {Y}.",
            "Word comes that the Ashen Circle has voted against them.",
            "On the wall someone has painted the sign of the Crimson Tillers, and {Y} scrubs it off.",
        ),
        action=(
            "Three agents of the Bureau of Quiet Waters file past {Y}.",
            "{Y} pins on the badge of the Wardens of the Seventh Gate.",
        ),
        dialogue=(
            "The League of Free Pilots will have our heads for this.",
            "My orders come from the Grey Ministry, not from you.",
        ),
        prompt=("banner of the Sable Company over a crowded hall, {Y} in the foreground, torches",),
        synopsis=("The Harrow Consortium buys up the shoreline, and {Y} is the last to refuse.",),
    ),
    *many(
        "thread-open",
        summary=(
            "One question still has no answer: {question}",
            "{Y} is no closer to the truth about {title} than on the first day.",
            "The mystery of {title} remains unsolved, and {Y} is running out of ideas.",
            "{Y} underlines the same unanswered line again: {question}",
            "To this day no one has been able to explain {title}.",
        ),
        dialogue=(
            "{question} If only somebody could tell us.",
            "We still haven't got the faintest idea about {title}.",
            "It's been driving me mad for weeks. {question}",
        ),
        synopsis=(
            "With {title} still unresolved, {Y} follows a fresh lead.",
            "{Y} sets out to solve {title} once and for all.",
        ),
        note=("Leave {title} an open mystery here; no character knows the answer yet.",),
    ),
    *many(
        "thread-closed",
        summary=(
            "And with that, the mystery of {title} is over: {Y} has found the answer.",
            "{Y} finally cracks {title}, and everything falls into place.",
            "Piece by piece {Y} lays out the solution to {title}, until no doubt is left.",
            "The last piece clicks; {title} has been explained, and the case is closed.",
            "Here and now the question is answered for good: {question} {Y} knows, and so does {Z}.",
        ),
        dialogue=(
            "That's it! I've solved {title}! It all makes sense now.",
            "We did it. {title} is done, finished, solved.",
        ),
        action=("{Y} writes SOLVED across the file on {title} and shuts it.",),
        synopsis=(
            "At long last {Y} uncovers the truth behind {title}.",
            "{title} comes to its end as {Y} finds out everything.",
        ),
        note=("This scene resolves {title}; nothing of it stays open.",),
    ),
    *many(
        "introduced-again",
        summary=(
            "A newcomer nobody has ever seen before gives the name {N}.",
            "The unknown visitor is introduced to the room as {N}; none of them has heard the name.",
            "Enter {N}, a stranger to everyone here.",
            "For the first time, {N} sets foot in the place, and every head turns: who is this?",
            "{Y} has never laid eyes on {N} before and asks who this might be.",
        ),
        action=("A stranger steps out of the shadows: this is {N}, seen by all for the first time.",),
        dialogue=(
            "Who on earth is {N}? I've never heard that name in my life.",
            "Everyone, this is somebody new. Meet {N}, who has only just arrived in town.",
            "And you are? {N}? Never heard of you.",
        ),
        synopsis=("A mysterious newcomer, {N}, turns up out of nowhere.",),
        note=("First appearance of {N}; the audience has not met this character yet.",),
    ),
    *many(
        "season",
        summary=(
            "It is the middle of {season}, and {Y} feels it in every bone.",
            "{season} has the island firmly in its grip.",
            "On this {season} day, {Y} opens all the shutters.",
            "{Y} looks out at the {season} landscape and sighs.",
        ),
        action=("{Y} walks through a {season} garden.",),
        dialogue=(
            "What a {season} day it is today, just look at it.",
            "It's {season} now, {Y}, what did you expect?",
        ),
        prompt=(
            "{Y} on a hillside, {season}, long lens, drifting particles",
            "{season} scenery, {Y} small in frame, pastel sky",
        ),
        synopsis=("In the heart of {season}, {Y} makes an unexpected find.",),
        note=("Setting: {season}. Backgrounds accordingly.",),
    ),
    *many(
        "time",
        summary=(
            "By now it is {time}, and {Y} has not sat down once.",
            "It is {time} when {Y} opens the shutters and looks out.",
            "It being {time}, hardly anyone else is about.",
            "The clock leaves no doubt: it is {time}.",
        ),
        action=("EXT. {time}. {Y} crosses the yard.",),
        dialogue=(
            "It's {time}, {Y}. What are you doing out here?",
            "Do you know what time it is? It's {time}!",
        ),
        prompt=(
            "{Y} in a doorway, {time}, cinematic lighting, 35mm",
            "time of day: {time}, {Y} walking along a wall, anime background art",
        ),
        synopsis=("It is {time} when {Y} hears the knock.",),
        note=("Light this scene as {time}, because that is when it plays.",),
    ),
    *many(
        "weather",
        summary=(
            "Outside it is {weather_ing}, and {Y} is glad of the roof.",
            "It has not stopped {weather_ing} since they arrived, and it is {weather_ing} now.",
            "It is {weather_ing} so hard that {Y} has to shout.",
            "{Y} hurries along with {Yhis} collar up, because it is {weather_ing}.",
        ),
        action=("{Y} steps out. It is {weather_ing}.",),
        dialogue=(
            "Look out of the window, it's {weather_ing} again.",
            "Get in here, {Y}, can't you see it's {weather_ing}?",
        ),
        prompt=(
            "{Y} in an alley, {weather_noun}, volumetric light",
            "{weather_noun} over the rooftops, {Y} under an awning, medium shot",
        ),
        synopsis=("It is {weather_ing} all through the hour, and {Y} has nowhere to go.",),
        note=("Weather in this scene: {weather_noun}.",),
    ),
    *many(
        "bond",
        summary=(
            "{Y} writes a long letter to {X}, {Yhis} {bond}.",
            "{X} and {Y} are {bonds}, and everyone in the room knows it.",
            "As {X}'s {bond}, {Y} has more to lose than the others.",
            "{Y} keeps a picture of {Yhis} {bond}, {X}, above the desk.",
            "That {Y} and {X} have become {bonds} surprises nobody any more.",
        ),
        dialogue=(
            "{X} is {Y}'s {bond}, what did you think they were?",
            "You and {X} are {bonds}, {Y}. Act like it.",
            "Ask {Y}. {X} is {Yhis} {bond}, after all.",
        ),
        synopsis=(
            "{Y} misses {X}, {Yhis} {bond}, more than {Yhe} will say.",
            "Since {Y} and {X} are {bonds}, the choice is a hard one.",
        ),
        note=("Remember: {Y} and {X} are {bonds}.",),
    ),
    *many(
        "first-meeting",
        summary=(
            "{Y} and {Z} have never met before; they shake hands awkwardly.",
            "Until this minute {Y} had never set eyes on {Z}.",
            "{Y} gives {Z} a polite nod and {Yhis} name, as one does with a complete stranger, which {Z} is.",
            "It is the first encounter between {Y} and {Z}, and it goes badly.",
            "A stranger to {Y}, {Z} asks the way and learns {Yhis} name.",
        ),
        action=("{Y} and {Z}, total strangers, size each other up and exchange names.",),
        dialogue=(
            "I don't believe we've met. You must be {Z}.",
            "{Y}, this is {Z}. {Z}, {Y}. You two haven't met yet, have you?",
            "So you're {Z}. Pleased to make your acquaintance at last.",
        ),
        synopsis=("A chance collision brings {Y} and {Z}, until now strangers, together.",),
        note=("{Y} does not know {Z} yet; this is where they first meet.",),
    ),
    *many(
        "world-rule",
        summary=(
            "{Y} turns at the noise. {broken}",
            "{broken} {Y} does not even look up; it happens every day.",
            "Something moves at the edge of sight. {broken} {Z} sees it too.",
            "Then comes the next thing. {broken}",
        ),
        action=(
            "Wide. {broken}",
            "{broken} Hold on {Y}'s face.",
        ),
        dialogue=(
            "Look there, {Y}! {broken}",
            "I saw it with my own eyes just now. {broken}",
        ),
        prompt=("Establishing shot, muted colors. {broken}",),
        synopsis=("{Y} has a long day. {broken}",),
        note=("Background action: {broken}",),
    ),
)

"""The second half of the light-novel wordings: names, questions, hours, weathers, bonds and laws."""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.wording import Wording, many

NOVEL_WORLD: tuple[Wording, ...] = (
    *many(
        "unknown-place",
        summary=(
            "Before anyone can object, {Y} is off to Tsukimori Shrine.",
            "At the foot of Mount Kurogane, {Y} unpacks the rice balls.",
            "Rumour leads {Y} to Hoshizora Academy, whose gates stand wide open.",
            "{Y} and {Z} were standing in line outside the Nekomata Bathhouse.",
            "Deep in Mirewood Forest, something calls {Y}'s name.",
        ),
        action=(
            "Kazehaya Bridge, LS. {Y} crosses, small.",
            "{Y} arrives at Suzume Station, bows to the guard.",
        ),
        dialogue=(
            "First one to reach Akatsuki Tower buys the noodles!",
            "I left my umbrella in the Fukuro Arcade again...",
        ),
        prompt=("Shirasagi Castle at the end of a stone road, {Y} in front, huge clouds",),
        synopsis=("A trip to Lake Minasoko turns sour when {Y} loses the tickets.",),
        note=("BG: Tanuki Alley, reuse from C2.",),
    ),
    *many(
        "unknown-person",
        summary=(
            "Student council president Reika Kujou blocks {Y}'s way, fan in hand.",
            "Grumbling, innkeeper Gonzaburo Tachi hands {Y} the bill.",
            '"Out of my way!" Like a whirlwind, Momoka Hinata sweeps past {Y}.',
            "{Y} owes Shigeru Obata three bowls of noodles, and today he collects.",
            "It is Princess Elsinore Vey who lifts the curtain and smiles at {Y}.",
        ),
        action=(
            "Daigo Kurusu IN from L, slaps {Y} on the back.",
            "{Y} bows to Mistress Yukino Arisaka. She does not bow back.",
        ),
        dialogue=(
            "Chief Inspector Banri Todoroki says we're free to go.",
            "Sh-she's here! Kaguya Tenjouin is at the door!",
        ),
        prompt=("Renji Asakura, tall youth with a violin case, facing {Y}, rooftop",),
        synopsis=("{Y}'s quiet week ends when transfer student Lilia Castellane moves in next door.",),
    ),
    *many(
        "unknown-faction",
        summary=(
            "Clad in white, the Knights of the Ninth Bell surround {Y}.",
            "Rumour has it that the Shirogane Clan pays in silver, and {Y} needs silver.",
            "{Y} tears up the invitation from the Midnight Tea Society.",
            "No sooner has {Y} sat down than the Disciplinary Bureau of Kiriyama bursts in.",
            "Two masked members of the Moth Parliament bow to {Y}.",
        ),
        action=(
            "Troops of the Azure Legion march L to R, {Y} ducks.",
            "{Y} salutes the flag of the Hagane Corps.",
        ),
        dialogue=(
            "Nobody leaves the Black Lotus Guild alive, you know!",
            "I-I only joined the Occult Research Club because of the snacks!",
        ),
        prompt=("soldiers of the Vermilion Vanguard, banners, {Y} alone facing them, epic scale",),
        synopsis=("The Cult of the Hollow Sun has its eye on {Y}.",),
        note=("Crowd: ten members of the Kurokawa Family, black suits.",),
    ),
    *many(
        "thread-open",
        summary=(
            "{question} {Y} ponders it over cold noodles and finds no answer.",
            "Still nobody has an answer to {title}.",
            "And so {title} stays a riddle for yet another day.",
            "No matter how {Y} racks {Yhis} brains, {title} makes no sense.",
            '"{question}" That is what {Y} would give anything to find out.',
        ),
        dialogue=(
            "Aah, I can't sleep! {question} Somebody find out already!",
            "Today's the day we get to the bottom of {title}!",
            "{title}... will anyone ever solve it?",
        ),
        synopsis=(
            "{question} {Y} vows to learn the answer, whatever it takes.",
            "The investigation of {title} goes into its next round, with no suspect in sight.",
        ),
        note=("{title}: still unsolved at this point. Keep it mysterious.",),
    ),
    *many(
        "thread-closed",
        summary=(
            "Mystery solved! {Y} strikes a pose and reveals what was behind {title}.",
            "Thus, in this very hour, {title} came to its conclusion.",
            "{title}? Cleared up to the last detail, and all thanks to {Y}.",
            "With trembling voice {Y} gives the answer everyone has waited for: {title} holds no more riddles.",
            "The truth of {title} lies bare before {Y} and {Z}.",
        ),
        dialogue=(
            "The answer to {title} has been in front of us all this time, and now I have it!",
            "Case closed! We can strike {title} off the list.",
        ),
        action=("{Y} stamps the {title} folder: SETTLED.",),
        synopsis=(
            "{Y} unravels {title}, and the town breathes a sigh of relief.",
            "The curtain falls on {title}: every question about it is answered.",
        ),
        note=("{title} ends here. Answer is given in full, C12.",),
    ),
    *many(
        "introduced-again",
        summary=(
            'A never-before-seen traveller bows and says: "I am {N}. How do you do?"',
            "Who is this? The unfamiliar face belongs to one {N}, fresh off the boat.",
            "Nobody in town has any idea who {N} is.",
            "Some stranger by the name of {N} has moved in, and {Y} is dying of curiosity.",
            "Today, for the very first time, {Y} hears the name {N}.",
        ),
        action=("Unknown figure lowers hood. New character: {N}.",),
        dialogue=(
            "N-nice to meet you all! I'm new here. My name is {N}!",
            "{N}? What a strange name. Never heard it before.",
            "Hey, have you seen the new one? {N}, they say. Turned up today out of the blue.",
        ),
        synopsis=("The peace is disturbed by a new arrival: the enigmatic stranger {N}.",),
        note=("{N} debut. Unknown to all cast before C1.",),
    ),
    *many(
        "season",
        summary=(
            "{season} is here, and {Y} has already lost one glove and all patience.",
            "It was {season}, and everything smelled of it.",
            "{Y} breathes in the {season} air on the veranda.",
            "Another {season} day, another quarrel between {Y} and {Z}.",
        ),
        action=("{season} sky. PAN down to {Y}.",),
        dialogue=(
            "Ahh, {season} is the best! I wish today would never end!",
            "Why do we have to do this now, in {season}?",
        ),
        prompt=(
            "{Y} under a big tree, {season}, vivid colors, slice of life",
            "anime background, {season}, train crossing, {Y} waiting",
        ),
        synopsis=("It is {season}, and {Y} has fallen in love with a kite.",),
        note=("BG: {season} set.",),
    ),
    *many(
        "time",
        summary=(
            "It was {time}, and {Y}'s stomach growled.",
            "{Y} rubs {Yhis} eyes. It is {time} already?! It is indeed.",
            "As it is {time}, {Y} greets the others accordingly.",
            "It is {time} on the dot; {Y} snaps the watch shut.",
        ),
        action=("{time}. LS. {Y} crosses the bridge.",),
        dialogue=(
            "Look at the sky, {Y}! It's {time}, we have to hurry!",
            "It's only {time} and I'm already dead tired...",
        ),
        prompt=(
            "{time}, {Y} on a balcony, anime lighting, detailed sky",
            "{Y}, street corner, {time}, vending machine glow",
        ),
        synopsis=("It is {time}, and {Y} is wide awake.",),
        note=("Light: {time}. Sky BG accordingly.",),
    ),
    *many(
        "weather",
        summary=(
            "Because it is {weather_ing}, the game is called off, and {Y} sulks.",
            "It was {weather_ing} without mercy, and {Y} had forgotten the umbrella.",
            "{Y} presses {Yhis} nose to the glass: yes, it is {weather_ing}.",
            "How it is {weather_ing}! {Y} can hardly see {Yhis} own hand.",
        ),
        action=("It is {weather_ing}. {Y} dashes L to R, bag over head.",),
        dialogue=(
            "Uwah, it's {weather_ing}! Quick, under the roof!",
            "See? It's {weather_ing}, just as grandma's knee said.",
        ),
        prompt=(
            "{weather_noun}, {Y} at a bus stop, reflective ground, melancholic",
            "{Y}, {weather_noun}, umbrella, low saturation, cel shading",
        ),
        synopsis=("It is {weather_ing} as {Y} sets out to deliver the noodles.",),
        note=("FX: {weather_noun}, all cuts.",),
    ),
    *many(
        "bond",
        summary=(
            "{Y} and {X} have been {bonds} for ages, as even the cat knows.",
            "If there is one person {Y} thinks of, it is {X}, {Yhis} {bond}.",
            '"My {bond} {X}," {Y} says, as if that explained everything.',
            "Through and through {X} is {Y}'s {bond}, and {Y} would not have it otherwise.",
            "A letter to {X} lies on the desk; from {Y}, {his} {bond}.",
        ),
        dialogue=(
            "{Y} and {X} are {bonds}! Everyone knows that!",
            "Say, {Y}, isn't {X} your {bond}? Of course {he} is.",
            "To think that {X}, of all people, is {Y}'s {bond}...",
        ),
        synopsis=(
            "{Y} and {X}, {bonds} to the bone, are drawn into the same affair.",
            "{Y}'s {bond}, {X}, has sent no word for days.",
        ),
        note=("Relationship chart: {Y} - {X}: {bonds}.",),
    ),
    *many(
        "first-meeting",
        summary=(
            "That was how {Y}, a moment ago still a stranger, met {Z}.",
            "{Y} bumps into somebody unknown at the corner; so begins {Yhis} acquaintance with {Z}.",
            "Never having seen {Z} before, {Y} has no idea what to call this person.",
            '"And you are?" asks {Y}. "{Z}." "A pleasure. I had never heard of you."',
            "{Z} and {Y}, who do not know each other, bow at the same moment and knock heads.",
        ),
        action=("{Y} + {Z} first encounter. Awkward bow, names.",),
        dialogue=(
            "H-hello! You're {Z}, right? We've never spoken before, have we?",
            "Nice to meet you, {Z}! Please take care of me from today on!",
            "Let me introduce you two strangers: {Y}, {Z}. {Z}, {Y}.",
        ),
        synopsis=("By a twist of fate {Y} meets {Z}, somebody {Yhe} never knew existed.",),
        note=("{Y} and {Z}: first meeting, no recognition on either face.",),
    ),
    *many(
        "world-rule",
        summary=(
            "{Y} puts down the chopsticks. {broken}",
            '{broken} "Pretty," says {Y}.',
            "{Y} and {Z} stand side by side. {broken} Neither says a word.",
            "And then, as on any other day: {broken}",
            "Afterwards they still talk of it, for all of them saw it happen. {broken}",
        ),
        action=(
            "C11, FIX. {broken}",
            "{broken} {Y} claps.",
        ),
        dialogue=(
            "Whoa, {Y}, look, look! {broken}",
            "It's really happening! {broken}",
        ),
        prompt=("anime, wide shot, pale light. {broken}",),
        synopsis=("{Y} goes home early. {broken}",),
        note=("C2 BG: {broken}",),
    ),
)

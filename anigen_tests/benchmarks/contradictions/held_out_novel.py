"""A stranger's wordings: light-novel and anime synopsis prose, and terse storyboard notes; people and things."""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.held_out_novel_world import NOVEL_WORLD
from anigen_tests.benchmarks.contradictions.wording import Pools, Wording, many

NOVEL_POOLS = Pools(
    secrets=(
        "{X} drank the medicine that was meant for the sick child",
        "{X} once served on the ship that shelled the town",
        "{X} wrote the love letters that everyone takes for another's",
        "{X} let the festival float burn on purpose",
        "{X} cannot read a single word",
    ),
    questions=(
        ("The Clock of Salt", "Who winds the clock of salt every midnight?"),
        ("The Girl in Photograph Nine", "Who is the girl in the ninth photograph?"),
        ("The Red Umbrella", "Why is there a red umbrella on the reef each spring tide?"),
        ("The Silent Festival", "What silenced the drums on festival night?"),
        ("The Empty Grave", "For whom was the empty grave dug?"),
    ),
    laws=(
        ("Paper never gets wet.", "The paper cranes soak up the water and fall to pulp."),
        ("Cats cannot speak.", "The cat clears its throat and says its own name out loud."),
        ("Nobody can whistle within the walls.", "A clear whistle rings out within the walls."),
        ("A dropped stone never falls.", "The dropped stone falls and hits the ground with a crack."),
        (
            "Flowers bloom only where someone has lied.",
            "Where nobody has ever lied, a meadow of flowers opens.",
        ),
    ),
)

HELD_OUT_NOVEL: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "Clicking {his} tongue, {X} snatches the skewer from {Y}'s plate and eats it in one bite.",
            'There, yawning as ever, stood {X}. "You\'re late," {he} told {Y}.',
            "Behind {Y}, footsteps. {X} has caught up and is grinning from ear to ear.",
            "Never one to lose a bet, {X} rolls up {his} sleeves and challenges {Y} to arm-wrestle.",
            "Though still sleepy, {X} had cooked rice for everybody by the time {Y} came down this morning.",
            "A sigh escapes {X}. With that, the quarrel with {Y} is over, and the two of them share an umbrella home.",
            "Into the silence falls {X}'s voice, bright and very much alive: is there any soup left?",
        ),
        action=(
            "C3: {X} flops down beside {Y}. Sigh.",
            "{X} runs in from R, trips, gets up again.",
            "BUST SHOT {X}. Blink, blink. Looks at {Y}.",
        ),
        dialogue=(
            "Eh? {X}? {He} is in the kitchen making tea, why?",
            "Hey, {X}, quit hogging the blanket! I'm freezing here!",
        ),
        prompt=(
            "{X} and {Y} running along an embankment, school bags flying, lens flare",
            "anime key visual, {X} in the center, hand stretched to the viewer, ribbons",
        ),
        synopsis=(
            "Dragged along by an overexcited {X}, {Y} enters the cooking contest against {Yhis} will.",
        ),
        note=("C7-C9 {X} keeps eating in BG, crowd walla.",),
    ),
    *many(
        "away-acts",
        summary=(
            "{X}, chin in hand, watches {Y} lose for the fourth time and bursts out laughing.",
            '"Idiot," mutters {X}, flicking {Y} on the forehead.',
            "Next to {Y} on the veranda, {X} was slurping noodles.",
            "Curled up under the table, fast asleep, is {X}; {Y} lays a blanket over {him}.",
            "And who should be tending the grill but {X}, apron and all?",
            "{Y} trips. Strong arms catch {Yhim}: {X}, of course.",
            "Having been told to wait outside, {X} instead marched straight in and sat down next to {Y}.",
        ),
        action=(
            "{X} IN from L, waves, out of breath.",
            "T.U. on {X}, who puts down the chopsticks.",
            "2-SHOT {X} + {Y}, back to back. {X} pouts.",
        ),
        dialogue=(
            "Oi, {X}, don't fall asleep on my shoulder!",
            "Look, even {X} is nodding over there. You see? It's decided.",
        ),
        prompt=(
            "{X} pouring tea for {Y}, tatami room, soft light, hand-painted background",
            "from behind, {Y} and {X} sitting on a sea wall, rice balls, huge clouds",
        ),
        synopsis=("Today's guard duty falls to {Y} and {X}, who bicker from the first minute to the last.",),
        note=("{X} present from C1. Sits far L, mends sock.",),
    ),
    *many(
        "hair-colour",
        summary=(
            "Feathers had caught in {Y}'s {C} hair, and nobody dared to say so.",
            "That {C} mop of hair could only belong to {Y}.",
            "Bowing so deeply that {Yhis} {C} fringe brushed the floor, {Y} apologised.",
            "{C} as ever, {Y}'s hair sticks out in all directions.",
            "From under the futon pokes a tuft of {C} hair. It is {Y}, refusing to get up.",
        ),
        action=(
            "{Y} shakes water out of {Yhis} {C} hair. Splash.",
            "CU {C} bangs, {Y}'s breath beneath them.",
        ),
        dialogue=("With hair as {C} as {Y}'s, a disguise is hopeless!",),
        prompt=(
            "1 character, {Y}, {C} hair, sailor collar, looking back, sparkling sea",
            "{Y}, long shot, {C} hair flowing, pine trees, film grain",
        ),
        synopsis=("The {C}-haired {Y} is mistaken for a festival goddess.",),
        note=("{Y}: hair {C}, see colour chart.",),
    ),
    *many(
        "eye-colour",
        summary=(
            "{Y}'s eyes, a deep {C}, reflected the fireworks one after the other.",
            "For an instant something flickered in those {C} eyes of {Y}'s.",
            '"Is that so," says {Y}, {Yhis} {C} eyes turning to slits.',
            "Sparkling with greed, {Y}'s {C} eyes follow the dumpling.",
            "{C} are the eyes with which {Y} stares down the dog.",
        ),
        action=(
            "ECU {Y} eyes ({C}), highlight trembles.",
            "{Y} opens one {C} eye, closes it again.",
        ),
        dialogue=("Don't look at me like that, {Y}, not with those {C} eyes!",),
        prompt=(
            "face of {Y}, glossy {C} eyes, blush, market stalls",
            "{Y} with piercing {C} eyes, manga-style close-up, speed lines",
        ),
        synopsis=("Behind the {C} eyes of {Y}, a plan is taking shape.",),
        note=("{Y}: iris {C}, one highlight only.",),
    ),
    *many(
        "hair-style",
        summary=(
            "{Y}'s {S} bounced with every step up the shrine stairs.",
            "As if it had a will of its own, {Y}'s {S} stands on end.",
            '{Z} tugs at {Y}\'s {S}. "Ow!"',
            "A dragonfly lands on {Y}'s {S} and stays there through the whole sermon.",
            "Beneath the straw hat, {Y}'s {S} was damp with sweat.",
        ),
        action=(
            "{Y} whips round, {S} follows through.",
            "{Y} squeezes the water from {Yhis} {S}.",
        ),
        dialogue=("Hands off {Y}'s {S}, it took all morning!",),
        prompt=(
            "{Y}, {S}, yukata, paper lanterns, smiling over the shoulder",
            "full body, {Y}, {S}, rubber boots, tide pool",
        ),
        synopsis=("{Y}, recognisable by {Yhis} {S}, becomes the talk of the festival.",),
        note=("{Y}: {S}. Do not simplify in long shots.",),
    ),
    *many(
        "mark",
        summary=(
            "In the steam of the bath, {Y}'s {M} stood out more than ever.",
            "{Y} scratches {Yhis} {M}, embarrassed.",
            "The children point at {Y}'s {M} and ask whether it hurts.",
            "With a fingertip {Z} traces {Y}'s {M}.",
            "Even the fox mask could not hide {Y}'s {M}.",
        ),
        action=(
            "ECU {M} of {Y}. Hold 12 frames.",
            "{Y} grins, {M} crinkling.",
        ),
        dialogue=("{Y}'s {M} is throbbing again, so something bad must be coming!",),
        prompt=(
            "{Y}, {M}, bandaged hands, dramatic backlight",
            "character sheet, {Y}, front view, {M}, flat colors",
        ),
        synopsis=("A rumour spreads about how {Y} came by {Yhis} {M}.",),
        note=("{Y}: {M} must be seen in every CU.",),
    ),
    *many(
        "age",
        summary=(
            "{Y} ({A}) has skipped duty again.",
            "Being {A}, {Y} considers {Yhis} opinion final.",
            "{A} years old, and still {Y} could not ride a bicycle.",
            "Having turned {A} not long ago, {Y} is allowed to hold the rope.",
            "Not bad for someone of {A}, thinks {Y} about {Yhis} own handwriting.",
        ),
        action=("{Y}, a person of {A} years, sulks like a toddler.",),
        dialogue=(
            "{Y} is {A} already! Stop treating {Yhim} like a baby!",
            "Happy birthday, {Y}! {A} years old today!",
        ),
        prompt=(
            "{Y} (age {A}), standing in tall grass, ladybird on finger",
            "anime character, {Y}, {A} years old, apron, flour on cheek",
        ),
        synopsis=("{Y} is {A} and has exactly one dream.",),
        note=("{Y}: age {A}. Proportions accordingly.",),
    ),
    *many(
        "item-held",
        summary=(
            "Clutching the {I} like a charm, {Y} bows before the altar.",
            "With a flourish {Y} produced the {I} from {Yhis} sleeve.",
            "The {I} has been with {Y} all along, dangling from {Yhis} neck.",
            "{Y} had fallen asleep with the {I} in {Yhis} arms.",
            "So that nobody takes the {I} away from {Yhim}, {Y} sits on it.",
        ),
        action=(
            "{Y} raises the {I}. Gleam SE.",
            "{Y} hides the {I} behind {Yhis} back, whistles.",
        ),
        dialogue=(
            "W-wait, {Y}, why are you waving the {I} around?!",
            "As long as the {I} is in {Y}'s hands, we're safe.",
        ),
        prompt=(
            "{Y}, gripping the {I}, determined, wind from below, dynamic angle",
            "{Y} asleep, the {I} in {Yhis} lap, train window",
        ),
        synopsis=("{Y} sets off with nothing but a rice ball and the {I} in {Yhis} bundle.",),
        note=("{Y} prop: {I}, R hand, all cuts.",),
    ),
    *many(
        "item-gone",
        summary=(
            "{Y} dusts off the {I} and puts it to use at once.",
            "Thanks to the {I}, which {Y} wields with both hands, the gate gives way.",
            "In the alcove, just where it belongs, gleamed the {I}, and {Y} reached for it.",
            "{Z} borrows the {I} without asking; {Y} takes it back with a scowl.",
            "The {I} is placed before {Y} on a velvet cushion, without so much as a scratch.",
        ),
        action=(
            "{Y} throws {Z} the {I}. Catch.",
            "{Y} sticks the {I} in {Yhis} belt, exits R.",
        ),
        dialogue=(
            "Tada! The {I}, good as new! Go on, hold it!",
            "{Y}, pass me the {I}, it's right by your foot.",
        ),
        prompt=(
            "the {I} glowing softly in {Y}'s hands, dark background, particles",
            "{Y} carrying the {I} on {Yhis} back, mountain trail, bird's-eye view",
        ),
        synopsis=("Armed with the {I}, {Y} faces the tax collector.",),
        note=("Prop {I}: on shelf C1, {Y} takes it C4.",),
    ),
    *many(
        "secret",
        dialogue=(
            "Ehh, didn't you know? {secret}!",
            "{secret}, and I have known it since the festival.",
            "Don't play dumb! It's as clear as day that {secret}!",
            "Listen, just between us: {secret}. I found out last week.",
            "I'm not angry that {secret}. I only wish I'd heard it sooner.",
        ),
        summary=(
            "That {secret} is no news to {Y}, who merely shrugs.",
            '"I know," says {Y}. "{secret}."',
            "{Y} and {Z} giggle over the fact that {secret}.",
            "Having learned from a gossip that {secret}, {Y} cannot sit still.",
        ),
        synopsis=(
            "Now that the whole town knows that {secret}, {Y} takes sides.",
            "{Y} is the one person who has figured out that {secret}.",
        ),
        note=("{Y} is aware that {secret}; play {Yhis} smile bitter.",),
    ),
    *many(
        "elsewhere",
        summary=(
            "{Y}, meanwhile, was snoring away at {P}.",
            "Over at {P}, a lone figure sneezes: it is {Y}.",
            "Little does {Y}, busy sweeping up at {P}, suspect what the others are up to.",
            "Back at {P}, {Y} checks the clock for the tenth time.",
            "None of this reaches {Y}, who is fishing by {P}.",
            "{P}, same hour. {Y} eats alone.",
        ),
        action=(
            "C5: {P}, int. {Y} turns a page.",
            "{P}. {Y} IN from R, sits.",
        ),
        dialogue=(
            "{Y}? Still at {P}, probably asleep under the desk.",
            "While we sit here, {Y} is stuffing {Yhis} face at {P}!",
        ),
        prompt=(
            "{P} interior, {Y} seated by a stove, steam, cozy palette",
            "{Y} walking through {P}, back view, parallax layers",
        ),
        note=("BG: {P} for all {Y} cuts of this scene.",),
    ),
    *NOVEL_WORLD,
)

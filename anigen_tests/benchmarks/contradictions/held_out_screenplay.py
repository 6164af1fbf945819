"""A fourth set of wordings, by a stranger: screenplay prose and camera directions, as a language model writes them.

Nothing was changed in the rules for the sake of these sentences before their first number was on record; see
`docs/benchmarks.md`.
"""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.held_out_screenplay_world import SCREENPLAY_WORLD
from anigen_tests.benchmarks.contradictions.wording import Pools, Wording, many

SCREENPLAY_POOLS = Pools(
    secrets=(
        "{X} forged the harbour ledger the winter the ferry sank",
        "{X} was the one who cut the rope on the signal tower",
        "{X} has been selling the old maps to a buyer inland",
        "{X} never passed the pilot's examination",
        "{X} buried the missing letters under the chapel floor",
    ),
    questions=(
        ("The Unsigned Postcards", "Who sends the postcards without a signature?"),
        ("The Second Shadow", "Why does the weather vane cast two shadows at noon?"),
        ("The Locked Cabin", "What lies behind the locked cabin door?"),
        ("The Borrowed Voice", "Whose voice is on the tape from the attic?"),
        ("The Missing Stair", "Where did the thirteenth stair go?"),
    ),
    laws=(
        ("Glass cannot break on the island.", "The window shatters into a thousand pieces across the floor."),
        ("No fire burns on the island.", "A bonfire blazes on the sand."),
        ("Mirrors show nobody's face.", "A face looks back, sharp and clear, out of the mirror on the wall."),
        ("Birds here never sing.", "A thrush is singing its heart out on the gatepost."),
        ("Iron floats.", "The iron anchor sinks straight to the bottom."),
    ),
)

HELD_OUT_SCREENPLAY: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "Halfway through the argument {X} pushes {his} chair back and storms out, leaving {Y} to finish the tea.",
            "Leaning on the counter as though nothing were wrong, {X} asks {Y} for the time.",
            "It is {X} who finally breaks the silence.",
            "{Y} looks up from the letter. Across the table, {X} shrugs and goes on peeling an apple.",
            "By the time {Y} arrives, {X} has already swept the floor and put the kettle on.",
            "The two of them, {Y} and {X}, haul the crate up the stairs together, cursing at every step.",
            "Out of breath and soaked to the knees, {X} stumbled in and demanded to know what was going on.",
        ),
        action=(
            "{X} steps into frame and hands {Y} a towel.",
            "Over-the-shoulder on {X}, who frowns, then slowly nods.",
            "Rack focus from {Y} to {X}, scribbling in a notebook.",
        ),
        dialogue=(
            "Morning, {X}. You're up early. Sit down, I'll get you a cup.",
            "{X} phoned me ten minutes ago and said {he} would be late for dinner.",
        ),
        prompt=(
            "{X} leaning against a railing, arms folded, wind in {his} coat, shallow depth of field, painterly light",
            "two figures on a bench, {X} laughing, {Y} looking away, soft watercolor background",
        ),
        synopsis=(
            "While {Y} searches the cellar, {X} keeps watch at the door and argues with anyone who wants in.",
        ),
        note=("Keep {X} visible in the background of every shot; {he} should be sorting the mail.",),
    ),
    *many(
        "away-acts",
        summary=(
            "{X} is sitting on the steps when {Y} gets there, whittling a stick and whistling.",
            "Without a word, {X} takes the broom from {Y} and starts sweeping.",
            "From the doorway comes a dry laugh: {X} has heard every word and walks in to say so.",
            "Squeezed between {Y} and the wall, {X} tries not to sneeze.",
            "{Y} drops the cup. {X} catches it before it hits the floor.",
            "The lantern is carried by {X}, who leads the others down the path.",
            "Over breakfast {X} teased {Y} about the burnt toast until everybody was laughing.",
        ),
        action=(
            "Close on {X}'s hand as it lands on {Y}'s shoulder.",
            "{X} slams the drawer shut and turns to face {Y}.",
            "Pan right to reveal {X} perched on the windowsill, legs dangling.",
        ),
        dialogue=(
            "Hold the ladder for me, {X}, would you? No, the other side.",
            "{X} is right there behind you, ask {him} yourself.",
        ),
        prompt=(
            "{X} kneeling beside {Y}, sleeves rolled up, mending a net, warm interior, dust in the light",
            "wide shot, {X} standing at the head of the table, everyone seated, candlelight",
        ),
        synopsis=("{Y} and {X} spend the whole hour repairing the roof side by side.",),
        note=("{X} is in the room for this scene, seated left of {Y}.",),
    ),
    *many(
        "hair-colour",
        summary=(
            "Wind whips {Y}'s {C} hair across {Yhis} face.",
            "With {Yhis} {C} hair still wet from the bath, {Y} answers the door.",
            "{Y} leans into the lamplight, and {Yhis} hair shines {C}.",
            "A lock of {C} hair escapes from under {Y}'s cap.",
            "{Y}'s hair, {C} since birth, is full of sawdust.",
        ),
        action=(
            "{Y} tucks a {C} strand behind {Yhis} ear.",
            "Tight on the back of {Y}'s head, the {C} hair ruffled by sleep.",
        ),
        dialogue=("You can spot {Y} a mile off with that {C} hair.",),
        prompt=(
            "{Y}, {C} hair, worn jacket, standing on a pier, flat light",
            "close-up of {C}-haired {Y}, thoughtful, dusty glass",
        ),
        synopsis=("{Y}, {C}-haired and stubborn, refuses to leave the post.",),
        note=("Colour guide: {Y}'s hair stays {C} throughout this scene.",),
    ),
    *many(
        "eye-colour",
        summary=(
            "{Y} narrows {Yhis} {C} eyes at the ledger.",
            "Tears well up in {Y}'s {C} eyes, but {Yhe} will not let them fall.",
            "Two {C} eyes blink in the dark of the cupboard: {Y} has been hiding there all along.",
            "{Y}'s eyes are {C} in this light and in every other.",
            "{Z} meets {Y}'s {C} gaze and looks away first.",
        ),
        action=(
            "Extreme close-up: {Y}'s {C} irises contract.",
            "{Y} lifts {Yhis} head, {C} eyes wide.",
        ),
        dialogue=("I could never lie to {Y}. Those {C} eyes go right through a person.",),
        prompt=(
            "{Y}, {C} eyes, half-smile, messy collar, portrait framing",
            "{C}-eyed {Y} peering over a stack of books, cozy light",
        ),
        synopsis=("{Y} fixes {Yhis} {C} eyes on the horizon and waits.",),
    ),
    *many(
        "hair-style",
        summary=(
            "{Y} fusses with {Yhis} {S} in front of the window.",
            "Sawdust has settled on {Y}'s {S}.",
            "{Y}, {Yhis} {S} coming loose after the climb, sits down heavily.",
            "Absently, {Y} runs a hand over {Yhis} {S} while {Z} talks.",
            "{Y}'s {S} has flour in it.",
        ),
        action=(
            "{Y} turns away, {Yhis} {S} catching the light.",
            "Insert: {Y}'s {S}, seen from behind.",
        ),
        dialogue=("I'd know {Y}'s {S} anywhere, even from the back.",),
        prompt=(
            "{Y} with {S}, oilskin coat, three-quarter view, muted palette",
            "profile of {Y}, {S}, harbor lights bokeh",
        ),
        note=("Model sheet: {Y} wears {Yhis} hair as usual, {S}.",),
    ),
    *many(
        "mark",
        summary=(
            "{Y} rubs the {M} the way {Yhe} always does when {Yhe} is nervous.",
            "Lamplight falls on {Y}'s {M}.",
            "{Z} tries not to stare at {Y}'s {M}.",
            "Under the soot, {Y}'s {M} is still plain to see.",
            "A draught makes {Y}'s {M} ache.",
        ),
        action=(
            "Close on {Y}'s {M}.",
            "{Y} pulls up {Yhis} collar to hide {Yhis} {M}.",
        ),
        dialogue=("{Y} got that {M} long before any of us knew {Yhim}.",),
        prompt=(
            "{Y}, {M}, tired expression, hard side light",
            "portrait of {Y} with {Yhis} {M} clearly visible, plain background",
        ),
        note=("Do not forget {Y}'s {M} in the close-ups.",),
    ),
    *many(
        "age",
        summary=(
            "At {A}, {Y} has never once been late for a shift.",
            "{Y} is {A} years old and tired of being told what to do.",
            "The {A}-year-old {Y} climbs onto the wall and sits there, feet swinging.",
            "{Y} admits, a little embarrassed, to being {A}.",
            "Nobody would guess that {Y} is {A}.",
        ),
        action=("{Y}, {A} years old, drags a chair to the window.",),
        dialogue=(
            "{Y} is {A}, for heaven's sake. Let {Yhim} decide for once.",
            "When you're {A}, like {Y}, you see these things differently.",
        ),
        prompt=(
            "{Y}, {A} years old, canvas bag over the shoulder, looking up at a clock",
            "{A}-year-old {Y} on a bicycle, motion blur, coastal road",
        ),
        synopsis=("{Y}, aged {A}, takes on a job nobody else wants.",),
    ),
    *many(
        "item-held",
        summary=(
            "{Y} slips the {I} back into {Yhis} pocket before anyone can ask.",
            "The {I} lies in {Y}'s open palm.",
            "{Y} has kept the {I} under {Yhis} pillow for days and takes it out now.",
            "Turning the {I} over and over in {Yhis} fingers, {Y} thinks about what to say.",
            "{Y} unbuckles {Yhis} bag; inside, wrapped in a scarf, is the {I}, and {Yhe} lays it on the table.",
        ),
        action=(
            "{Y} tosses the {I} from hand to hand.",
            "Insert shot: the {I}, tight in {Y}'s fist.",
        ),
        dialogue=(
            "{Y} is carrying the {I}. Look, it's hanging from {Yhis} belt.",
            "Careful with that, {Y}! You nearly dropped the {I}.",
        ),
        prompt=(
            "{Y} holding the {I} against {Yhis} chest, low angle, muted tones",
            "the {I} in {Y}'s hands, macro, soft focus",
        ),
        synopsis=("{Y}, who carries the {I} everywhere, is tempted to use it.",),
    ),
    *many(
        "item-gone",
        summary=(
            "{Y} sets the {I} down on the table, whole and gleaming.",
            "The {I} hangs on its nail by the door, and {Y} takes it down on {Yhis} way out.",
            "Carefully, {Y} polishes the {I} with a sleeve.",
            "{Y} lends {Z} the {I} for a while.",
            "On the shelf, next to the jars, stands the {I}; {Z} picks it up and weighs it in one hand.",
        ),
        action=(
            "{Y} snatches up the {I} and runs.",
            "The {I} passes from {Y} to {Z}.",
        ),
        dialogue=(
            "Here, take the {I}. It works as well as it ever did.",
            "I've got the {I} right here in my bag, see?",
        ),
        prompt=(
            "{Y} using the {I}, concentrated face, workshop clutter, warm bulb",
            "still life, the {I} on a wooden table, haze, {Y} out of focus behind it",
        ),
        note=("The {I} should be on {Y}'s desk in this shot, intact.",),
    ),
    *SCREENPLAY_WORLD,
)

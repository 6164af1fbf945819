"""A sixth set of wordings, written blind in the plain words of a plan; the rules were not changed for it.

Its figure is that of a first meeting, as long as nobody goes through what it misses.
"""

from __future__ import annotations

from anigen_tests.benchmarks.contradictions.held_out_plain_world import WORLD_PLAIN
from anigen_tests.benchmarks.contradictions.wording import Pools, Wording, many

PLAIN_POOLS = Pools(
    secrets=(
        "{X} sold the map of the tunnels to the smugglers",
        "{X} is the real heir of the lighthouse estate",
        "{X} poisoned the well during the festival",
        "{X} has been hiding a second set of ledgers under the bakery",
    ),
    questions=(
        ("The stolen harbor bell", "Who stole the harbor bell?"),
        ("The anonymous letters", "Who is writing the anonymous letters?"),
        ("The locked observatory", "Why was the observatory locked from the inside?"),
        ("The sunken ferry", "What made the ferry sink?"),
    ),
    laws=(
        (
            "Nobody can use magic without speaking a spell aloud.",
            "A street performer casts a fire spell without saying a word",
        ),
        (
            "Iron never floats on the lake of the spirits.",
            "A heavy iron anchor floats on the lake of the spirits",
        ),
        ("Spirits cannot cross running water.", "A spirit walks straight across the running river"),
        (
            "Machines do not work inside the forest.",
            "A motorbike drives through the forest with its engine running",
        ),
    ),
)

HELD_OUT_PLAIN: tuple[Wording, ...] = (
    *many(
        "dead-acts",
        summary=(
            "{X} comes in through the side door and joins the conversation with {Y}.",
            "While {Y} searches the shelves, {X} keeps watch at the window.",
        ),
        action=(
            "{X} puts a hand on {Y}'s shoulder and nods.",
            "Close-up of {X} pouring tea for {Y}.",
        ),
        dialogue=(
            "{X} just called me. {He} will be here in ten minutes.",
            "Ask {X}, {he} is sitting right over there.",
        ),
        prompt=("medium shot, {X} and {Y} walking side by side, {X} smiling, soft light, anime style",),
        synopsis=("{Y} and {X} work together to find a way out before the deadline.",),
    ),
    *many(
        "away-acts",
        summary=(
            "{X} helps {Y} carry the boxes and complains about the weight.",
            "{Y} argues with {X}, who stands next to the table with crossed arms.",
        ),
        action=(
            "{X} steps into frame, grabs {Y} by the sleeve and pulls {Yhim} back.",
            "{X} sits down opposite {Y} and opens a notebook.",
        ),
        dialogue=("{X}, hand me that rope, please. Thanks.",),
        prompt=("two-shot, {Y} on the left, {X} on the right leaning against the wall, detailed background",),
        synopsis=("{X} spends the whole day at {Y}'s side and helps {Yhim} to make a decision.",),
        note=("{X} is present in this scene and stands behind {Y}.",),
    ),
    *many(
        "hair-colour",
        summary=(
            "{Y} brushes {Yhis} {C} hair out of {Yhis} face and sighs.",
            "{Y}, whose hair is {C}, is easy to spot in the crowd.",
        ),
        action=(
            "The wind blows through {Y}'s {C} hair.",
            "{Y} turns around, {C} hair swinging over {Yhis} shoulder.",
        ),
        dialogue=("You can't miss {Y}, just look for the {C} hair.",),
        prompt=(
            "close-up of {Y}, {C} hair, calm expression, shallow depth of field",
            "{Y} with {C} hair standing in the doorway, backlit, cel shading",
        ),
        note=("Character design: {Y} has {C} hair.",),
    ),
    *many(
        "eye-colour",
        summary=(
            "{Y} stares at the letter with {Yhis} {C} eyes wide open.",
            "{Y}'s eyes are {C} and full of tears.",
        ),
        action=(
            "Extreme close-up on {Y}'s {C} eyes as {Yhe} reads the message.",
            "{Y} narrows {Yhis} {C} eyes and looks at {Z}.",
        ),
        dialogue=("{Y} looked at me with those {C} eyes and I could not lie.",),
        prompt=(
            "portrait of {Y}, {C} eyes, gentle smile, rim light",
            "{Y} looking into the camera, bright {C} eyes, high detail, anime style",
        ),
        note=("Keep the eye colour of {Y} consistent: {C} eyes.",),
    ),
    *many(
        "hair-style",
        summary=(
            "{Y} has {S} and wears {Yhis} usual jacket.",
            "{Y}, with {S}, waits next to {Z} and checks the clock.",
        ),
        action=(
            "Camera tilts up to {Y} with {S}, arms folded.",
            "{Y}, who has {S}, bends over the table.",
        ),
        dialogue=("{Y} is the one with {S}, standing over there.",),
        prompt=(
            "{Y}, {S}, three-quarter view, clean line art",
            "full body shot of {Y} with {S}, neutral pose, soft shadows",
        ),
        note=("Model sheet for this scene: {Y} has {S}.",),
    ),
    *many(
        "mark",
        summary=(
            "{Y} has {M} and does not try to hide it.",
            "{Z} notices that {Y} has {M}.",
        ),
        action=(
            "Close-up of {Y} with {M}, lit from the side.",
            "{Y} turns to the lamp, which shows that {Yhe} has {M}.",
        ),
        dialogue=("Everybody knows that {Y} has {M}.",),
        prompt=(
            "{Y} with {M}, serious look, dramatic lighting",
            "close portrait, {Y}, {M}, detailed skin, anime style",
        ),
        note=("Do not forget that {Y} has {M}.",),
    ),
    *many(
        "age",
        summary=(
            "{Y} is {A} years old and still afraid of the dark.",
            "At {A} years of age, {Y} takes on the job alone.",
        ),
        action=("{Y}, {A} years old, climbs onto the chair and looks around.",),
        dialogue=(
            "{Y} is only {A} years old, what did you expect?",
            "How old is {Y}? {A} years old, I checked.",
        ),
        prompt=("{Y}, {A} years old, standing upright, casual clothes, medium shot",),
        synopsis=("The {A}-year-old {Y} has to prove that {Yhe} can be trusted.",),
        note=("{Y}'s age in this episode is {A}.",),
    ),
    *many(
        "item-held",
        summary=(
            "{Y} takes the {I} out of {Yhis} bag and shows it to {Z}.",
            "{Y} uses the {I} to get past the obstacle.",
        ),
        action=(
            "{Y} lifts the {I} with both hands.",
            "{Y} puts the {I} back into {Yhis} pocket.",
        ),
        dialogue=("I have the {I} right here in my hand.",),
        prompt=(
            "{Y} holding the {I}, close-up of the hands, warm light",
            "medium shot, {Y}, the {I} hanging from {Yhis} belt, determined face",
        ),
        synopsis=("{Y} carries the {I} with {Yhim} and uses it at the decisive moment.",),
    ),
    *many(
        "item-gone",
        summary=(
            "{Y} picks up the {I} from the table and examines it closely.",
            "{Y} hands the {I} over to {Z}, who tries it out immediately.",
        ),
        action=(
            "{Y} raises the {I} and points it at the door.",
            "Insert shot: the {I} lies intact in {Y}'s open palm.",
        ),
        dialogue=(
            "Here, {Z}, take the {I} and keep it safe.",
            "Good thing that I brought the {I} along, it works perfectly.",
        ),
        prompt=("{Y} gripping the {I}, low angle, glowing highlights, anime style",),
        note=("Prop list for this scene: {Y} uses the {I}.",),
    ),
    *many(
        "secret",
        summary=(
            "{Y} tells {Z} that {secret}.",
            "{Y} explains to everyone that {secret}, and {Z} is shocked.",
        ),
        action=("{Y} leans over and whispers to {Z} that {secret}.",),
        dialogue=(
            "I know that {secret}.",
            "Listen, {Z}: {secret}. That is the truth.",
            "Did you really think nobody would notice that {secret}?",
        ),
        synopsis=("{Y}, who knows that {secret}, decides to speak about it in public.",),
        note=("In this scene {Y} is already aware that {secret}.",),
    ),
    *many(
        "elsewhere",
        summary=(
            "{Y} is at {P} and waits for a signal.",
            "Meanwhile {Y} arrives at {P} and starts to look around.",
        ),
        action=(
            "{Y} walks through {P} with quick steps.",
            "Wide shot of {P}, {Y} stands in the middle.",
        ),
        dialogue=(
            "So this is {P}. We are finally here, {Y}.",
            "{Y} is over at {P} at the moment, not here.",
        ),
        prompt=("{Y} at {P}, establishing shot, detailed background, anime style",),
        note=("{Y} stays at {P} during this scene.",),
    ),
    *many(
        "unknown-place",
        summary=(
            "{Y} returns from Karsten Hollow with a bag full of papers.",
            "The road to Fort Belmarra is blocked, so {Y} has to wait.",
        ),
        action=("{Y} points at the towers of Ostrava Keep on the horizon.",),
        dialogue=(
            "We should meet again in Mirrowdale tomorrow.",
            "My cousin works at the Tanager Street Market.",
        ),
        prompt=("{Y} in front of Quellin Station, wide shot, crowd in the background",),
        synopsis=("{Y} and {Z} travel to Port Ishara to look for help.",),
        note=("The package was sent from Lake Vennor.",),
    ),
    *WORLD_PLAIN,
)

"""What is no contradiction: declared turns, and prose that remembers, denies, asks, supposes and reports."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import CanonChange, Depart, IntroduceItem, Return, SetAttribute
from anigen_assets.story.plan import Disguise, EpisodePlan
from anigen_tests.benchmarks.contradictions.case import Case
from anigen_tests.benchmarks.contradictions.prose import pronouns, put, short
from anigen_tests.benchmarks.contradictions.sites import Site
from anigen_tests.benchmarks.contradictions.wording import Wording, many

OF_THE_DEAD = many(
    "of the dead",
    summary=(
        "{Y} remembers how {X} used to laugh.",
        "{X}'s chair is empty, and nobody moves it.",
        "{Y} tells a story about {X}.",
        "If {X} were here, {he} would laugh.",
        "{X} is not here any more.",
        "On the wall hangs a photograph of {X}.",
        "The late {X} had planted this tree.",
        "{Y} dreams that {X} opens the door.",
        "Would {X} have laughed?",
        "{Y} lays flowers on {X}'s grave.",
        "They miss {X}.",
        "{Y} walks past {X}'s house.",
        "{Y} still sets a plate for {X}.",
        "The street is named after {X}.",
        "{X} built this wall, years ago.",
        "A statue of {X} stands in the square.",
        "{Y} whispers {X}'s name.",
        "{Y} prays for {X}.",
        "Everyone speaks of {X}.",
        "In the old photograph {X} smiles.",
        "{Y} has {X}'s eyes.",
        "{X} died a long time ago.",
        "Since {X} died, nobody sings.",
        "{Y} imagines {X} at the window.",
        "It was {X} who found the first stone.",
        "{Y} wears {X}'s coat and sits in {X}'s chair.",
    ),
    dialogue=(
        "{X} would have liked that.",
        "{X} taught me to swim.",
        "I think of {X} every day.",
        "Do you remember {X}?",
        "{X} always said so.",
        "This was {X}'s favourite.",
        "Nobody sings like {X} did.",
        "I wish {X} could see this.",
    ),
    action=("{Y} looks at a portrait of {X}.", "{Y} touches {X}'s old coat."),
)
OF_THE_ABSENT = many(
    "of the absent",
    summary=(
        "A letter from {X} has come.",
        "{X} is still away.",
        "{Y} writes to {X}.",
        "{Y} wonders when {X} will come back.",
        "{X} is far away.",
        "{X} sends {his} love in a letter.",
        "A parcel from {X} lies on the table.",
        "Nobody has heard from {X}.",
        "{Y} counts the days until {X} returns.",
    ),
    dialogue=("{X} will be back in spring.", "When does {X} return?", "{X} wrote to me.", "I miss {X}."),
)
OF_THINGS = many(
    "of things elsewhere",
    summary=(
        "{Y} looks for the {I}.",
        "{Y} asks who has the {I}.",
        "{Y} does not have the {I}.",
        "They talk about the {I}.",
        "{Y} wishes for the {I}.",
        "{X} has the {I}, somewhere.",
        "{Y} describes the {I}.",
        "{Y} draws the {I} from memory.",
        "{Y} hears that {X} has the {I}.",
        "{Y} borrowed the {I} once.",
    ),
    dialogue=("Where is the {I}?", "If only I had the {I}.", "I dreamed of the {I}."),
)
OF_LOOKS = many(
    "of looks",
    summary=(
        "{Y} does not have red hair.",
        "{Y} once had red hair.",
        "{Y} looks at a doll with red hair.",
        "Does {Y} have red hair?",
        "{Y} ties a red ribbon into {Yhis} hair.",
        "A stranger with a red beard passes {Y}.",
        "{Y} admires the painter's red hair.",
        "A girl with green eyes waves at {Y}.",
        "{Y}'s red scarf is wet.",
        "{Y}'s eyes are red from crying.",
        "{Y}'s hair is white with flour.",
        "{Y} has been here for twelve years.",
        "{Y} counts to forty.",
        "{Y}, two steps ahead, turns.",
        "At nine, the bell rings and {Y} leaves.",
        "{Y} is twenty minutes late.",
        "In thirty years {Y} has never been late.",
        "{Y} reads a book by Lermontov.",
    ),
)
OF_HOURS = many(
    "of other times",
    summary=(
        "They talk of last winter and of next summer.",
        "It will be midnight before they finish.",
        "They waited until noon yesterday.",
        "Nobody knows when it last snowed.",
        "The winter coats are in the attic.",
        "They plan a summer party.",
        "{Y} sings a song about snow.",
        "It smells of rain.",
        "The night train is late.",
        "It feels like spring.",
        "{Y} waits for the morning.",
        "{Y} would rather be at {P}.",
        "{Y} was at {P} yesterday.",
        "They talk about {P}.",
        "{Y} points towards {P}.",
    ),
    dialogue=("See you at midnight.", "Do you remember the snow?", "It feels like midnight."),
)


def cases(site: Site) -> Iterator[Case]:
    """Every turn that the site has room for."""
    x, y = site.away[0], site.here[0]
    far = next(p.name for p in site.world.bible.places if p.id != site.scene.place)
    slots = {
        "P": far,
        "X": short(x),
        "Y": short(y),
        **pronouns(x, ""),
        **pronouns(y, "Y"),
        "I": "copper astrolabe",
    }
    dead = Depart(subject=x.id, status="dead", reason="a long winter")
    absent = Depart(subject=x.id, status="absent", reason="a journey")
    item = IntroduceItem(id="bm_item", name="copper astrolabe", description="It is old.", holder=x.id)
    told: tuple[tuple[tuple[Wording, ...], tuple[CanonChange, ...]], ...] = (
        (OF_THE_DEAD, (dead,)),
        (OF_THE_ABSENT, (absent,)),
        (OF_THINGS, (item,)),
        (OF_LOOKS, ()),
        (OF_HOURS, ()),
    )
    for wordings, facts in told:
        for wording in wordings:
            text = wording.text.format_map(slots)
            yield _turn(
                site, wording.family, put(site, wording, text, y.id), *facts, text=f"[{wording.field}] {text}"
            )
    yield from _declared(site, dead, slots)


def _declared(site: Site, dead: Depart, slots: dict[str, str]) -> Iterator[Case]:
    x, y = site.away[0], site.here[0]
    back = Return(subject=x.id, reason="the sea gave them back", resurrection=True)
    yield _turn(site, "resurrection", site.with_changes(back, plan=site.joined_by(x.id)), dead)
    dream = {"mode": "dream"}
    summary = f"{slots['X']} opens the door and laughs."
    unmoved = tuple(c for c in site.plan.changes if c.scene != site.slot)
    for mode in ("dream", "flashback", "tale"):
        joined = _in_mode(site.joined_by(x.id), site.slot, {**dream, "mode": mode, "summary": summary})
        yield _turn(site, mode, joined.model_copy(update={"changes": unmoved}), dead)
    style = "braid" if str(y.look.hair_style) != "braid" else "bun"
    now = site.canon(()).value(y.id, "look.hair_style")
    if now != style and not any(y.id in later.cast for later in site.plan.scenes[site.slot :]):
        cut = SetAttribute(
            subject=y.id, attribute="look.hair_style", value=style, previous=now, because="the wind"
        )
        tells = site.with_scene(video_prompt="The sea.", summary=f"{slots['Y']}'s new {style} is tight.")
        yield _turn(site, "haircut", site.with_changes(cut, plan=tells))
    masked = Disguise(who=y.id, seen_as="a pilot with a long white beard")
    seen = f"{slots['Y']}'s white beard slips."
    yield _turn(site, "disguise", site.with_scene(disguises=(masked,), summary=seen))
    lie = site.scene.dialogue[0].model_copy(
        update={"text": f"{slots['X']} is waiting outside.", "untrue": True}
    )
    yield _turn(site, "lie", site.with_scene(dialogue=(lie, *site.scene.dialogue[1:])), dead)


def _in_mode(plan: EpisodePlan, slot: int, values: dict[str, str]) -> EpisodePlan:
    scenes = tuple(s.model_copy(update=values) if s.slot == slot else s for s in plan.scenes)
    return plan.model_copy(update={"scenes": scenes})


def _turn(site: Site, name: str, plan: EpisodePlan, *facts: CanonChange, text: str = "") -> Case:
    here = (site.plan.number, site.slot)
    canon = site.canon(facts)
    return Case(name, "turn", site.distance, plan, site.plan, canon, site.world.bible, here, None, text)

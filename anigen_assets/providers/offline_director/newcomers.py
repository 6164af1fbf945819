"""Inventing people: minor characters who walk into an episode with a name, a trade, a look and a voice."""

from __future__ import annotations

import random
from collections.abc import Collection

from anigen_assets.providers.offline_director.grammar import article, stable
from anigen_assets.providers.offline_director.model import RoleSpec
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.bible import Manner
from anigen_assets.story.changes import IntroduceCharacter
from anigen_assets.story.looks import Look, Voice
from anigen_assets.story.vocabulary import Accessory, Build, EyeShape, FaceShape, HairStyle, Mark, Outfit

_AGES = {"child": (7, 12), "teen": (14, 19), "adult": (22, 57), "elder": (62, 81)}
_HAIR = ("#2a2a2e", "#3b2a20", "#5a3a28", "#7a4a2c", "#8c6a3f", "#394150", "#6e2f2a", "#b08a57")
_GREY = ("#c9c5bd", "#a7a29a", "#e3e0d8", "#8d8a86")
_EYES = ("#4a3728", "#2f5d62", "#55606e", "#6b4423", "#3e5c3a", "#7a5c8e", "#2e4a7d")
_SKIN = ("#f3d3bd", "#e8b98f", "#d9a988", "#c98f66", "#a8734f", "#f6dccb", "#8a5a3c")
_CLOTH = (
    "#6b705c",
    "#7f5539",
    "#457b9d",
    "#9d6b53",
    "#3d5a6c",
    "#8e5572",
    "#586f5a",
    "#a0522d",
    "#4f5d75",
    "#b08968",
)
_ACCENT = ("#e9c46a", "#e76f51", "#f4f1de", "#84a59d", "#f2cc8f", "#cdb4db", "#90be6d")
_MALE_HAIR = (HairStyle.SHORT, HairStyle.SWEPT, HairStyle.SPIKY, HairStyle.WAVY)
_FEMALE_HAIR = (
    HairStyle.LONG,
    HairStyle.BOB,
    HairStyle.PONYTAIL,
    HairStyle.WAVY,
    HairStyle.BRAID,
    HairStyle.BUN,
)
_OUTFITS = {
    "child": (Outfit.HOODIE, Outfit.SWEATER),
    "teen": (Outfit.HOODIE, Outfit.SWEATER, Outfit.JACKET, Outfit.BLAZER),
    "adult": (Outfit.JACKET, Outfit.COAT, Outfit.WORKWEAR, Outfit.SWEATER, Outfit.BLAZER),
    "elder": (Outfit.COAT, Outfit.SWEATER, Outfit.KIMONO, Outfit.JACKET),
}
_FEMALE_MARKS = (Mark.NONE, Mark.NONE, Mark.NONE, Mark.GLASSES, Mark.FRECKLES, Mark.MOLE)
_MALE_MARKS = (Mark.NONE, Mark.NONE, Mark.GLASSES, Mark.BEARD, Mark.MOUSTACHE, Mark.MOLE)
_TEMPERS = ("bright", "gruff", "gentle", "formal", "dry", "dreamy")


def newcomer(world: World, spec: RoleSpec, letter: str, salt: str, taken: Collection[str] = ()) -> Person:
    """Somebody who was never seen before.

    Args:
        letter: Role letter.
        salt: Id of the unit: with the letter it keeps the newcomers of one episode apart.
        taken: Names given earlier in this plan.
    """
    rng = world.rng(f"newcomer|{salt}|{letter}")
    masculine = {"m": True, "f": False}.get(spec.gender, rng.random() < 0.5)
    ages = sorted(spec.ages) or ["adult", "adult", "elder", "teen"]
    group = ages[rng.randrange(len(ages))]
    trades = spec.trades or world.lexicon["guest_trade"]
    start = stable(world.slug, salt)
    trade = trades[(start + world.uses.get(salt, 0) + rng.randrange(2)) % len(trades)]
    name = _name(world, rng, masculine, taken)
    age = rng.randint(*_AGES[group])
    return Person(
        id=f"c{world.number}_{salt}_{letter}"[:48],
        name=name,
        short=name.split()[0],
        age=age,
        masculine=masculine,
        status="present",
        weight=0.0,
        temper=sorted(spec.tempers)[0] if spec.tempers else _TEMPERS[rng.randrange(len(_TEMPERS))],
        trade=trade,
        haunts=(),
        manner=Manner(),
        look=_look(rng, group, masculine, age),
        voice=_voice(rng, group, masculine),
        since_number=world.number,
    )


def introduction(person: Person, world: World, role: str = "minor") -> IntroduceCharacter:
    """The change that brings a newcomer into canon; the description keeps the trade readable."""
    quirks = world.lexicon["guest_quirk"]
    quirk = quirks[stable(person.id, person.name) % len(quirks)].replace(
        "their", "his" if person.masculine else "her"
    )
    described = f"{article(person.trade)} who {quirk}."
    return IntroduceCharacter(
        id=person.id,
        name=person.name,
        role="main" if role == "main" else "minor",
        look=person.look,
        voice=person.voice,
        description=described[:1].upper() + described[1:],
        want=world.lexicon["guest_want"][stable(person.name) % len(world.lexicon["guest_want"])],
    )


def _name(world: World, rng: random.Random, masculine: bool, taken: Collection[str]) -> str:
    given = world.lexicon["guest_man" if masculine else "guest_woman"]
    family = world.lexicon["surname"]
    used = {part.casefold() for p in world.people.values() for part in p.name.split()}
    used |= {part.casefold() for name in taken for part in name.split()}
    here = {p.short.split()[0].casefold() for p in world.people.values() if p.status in {"present", "absent"}}
    here |= {name.split()[0].casefold() for name in taken}
    # A given name comes back only when nobody who bears it is left.
    spare = [g for g in given if g.casefold() not in used]
    first = spare or [g for g in given if g.casefold() not in here] or list(given)
    fresh = [f for f in family if f.casefold() not in used] or list(family)
    full = {p.name.casefold() for p in world.people.values()} | {name.casefold() for name in taken}
    for _ in range(200):
        name = f"{first[rng.randrange(len(first))]} {fresh[rng.randrange(len(fresh))]}"
        if name.casefold() not in full:
            return name
    return f"{name} of {world.number}"


def _look(rng: random.Random, group: str, masculine: bool, age: int) -> Look:
    def one(options: tuple[str, ...]) -> str:
        return options[rng.randrange(len(options))]

    hair = _MALE_HAIR if masculine else _FEMALE_HAIR
    marks = _MALE_MARKS if masculine else _FEMALE_MARKS
    outfits = _OUTFITS[group]
    young = group in {"child", "teen"}
    mark = marks[rng.randrange(len(marks))]
    if young and mark in {Mark.BEARD, Mark.MOUSTACHE}:
        mark = Mark.NONE
    accessories = (
        Accessory.NONE,
        Accessory.NONE,
        Accessory.SCARF,
        Accessory.CAP if masculine else Accessory.EARRINGS,
    )
    return Look(
        age=age,
        hair_style=hair[rng.randrange(len(hair))],
        hair_colour=one(_GREY if group == "elder" else _HAIR),
        eye_shape=list(EyeShape)[rng.randrange(len(EyeShape))],
        eye_colour=one(_EYES),
        skin_colour=one(_SKIN),
        face_shape=list(FaceShape)[rng.randrange(len(FaceShape))],
        build=Build.SLIGHT if group == "child" else list(Build)[rng.randrange(len(Build))],
        masculine=masculine,
        outfit=outfits[rng.randrange(len(outfits))],
        outfit_colour=one(_CLOTH),
        accent_colour=one(_ACCENT),
        mark=mark,
        accessory=accessories[rng.randrange(len(accessories))],
    )


def _voice(rng: random.Random, group: str, masculine: bool) -> Voice:
    low, high = {"child": (300, 350)}.get(group, (98, 150) if masculine else (180, 250))
    pace = 0.82 + rng.randrange(40) / 100
    return Voice(pitch_hz=rng.randint(low, high), pace=round(pace, 2), brightness=rng.randrange(25, 80) / 100)

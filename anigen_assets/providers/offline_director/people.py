"""People as the storyteller sees them: names, pronouns, ages, tempers and where they are found.

What canon and the bible say is only read here. Newcomers are made in `newcomers`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from anigen_assets.providers.offline_director.grammar import stable
from anigen_assets.providers.offline_director.kept import Kept
from anigen_assets.story.bible import Bible, CastMember, Manner
from anigen_assets.story.canon import CanonState, Character
from anigen_assets.story.looks import Look, Voice
from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind

_RANKS = frozenset(
    re.findall(
        r"\S+",
        "captain chief doctor dr dr. inspector lady lord mr mr. mrs mrs. ms ms. professor sergeant sir commander "
        "lieutenant officer",
    )
)
"""Titles that go with a family name."""
_TITLES = _RANKS | frozenset(
    re.findall(
        r"\S+",
        "aunt auntie brother father grandma grandpa granny little madam madame master miss mother old pastor princess "
        "queen king prince sister the uncle young",
    )
)
"""All titles: people say them together with a name."""
_TEMPER_WORDS = (
    ("gruff", r"gruff|curt|blunt|short sentences|orders|brusque|terse|grumbl|shout|stern|few words|laconic"),
    (
        "formal",
        r"formal|polite|precise|exact|courtly|complete sentences|careful words|correct|clipped|scholar",
    ),
    ("dry", r"dry|iron|jok|sarcas|wry|teas|deadpan|cynic|lazy"),
    ("gentle", r"gentle|soft|warm|kind|shy|quiet|hesita|tender|mild|unfinished"),
    ("dreamy", r"dream|poet|proverb|riddle|slow|stor(?:y|ies)|sideways|old-fashioned|metaphor|wander"),
    ("bright", r"bright|quick|fast|loud|cheer|excit|breathless|question|eager|boast|curious|enthusias"),
)
_DESCRIPTION = re.compile(r"An? ([a-z][a-z' -]{2,38}?) (?:who|with)\b")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in canon.

    Attributes:
        short: What people say in speech: a given name, or title and name.
        weight: How much of the show is theirs: 1.25 for a lead, 1 for main, 0.75 for a minor character of the bible,
            0 for guests.
        since_number: Episode in which they came; 0 for the bible.
    """

    id: str
    name: str
    short: str
    age: int
    masculine: bool
    status: str
    weight: float
    temper: str
    trade: str
    haunts: tuple[str, ...]
    manner: Manner
    look: Look
    voice: Voice
    since_number: int

    @property
    def age_group(self) -> str:
        """`child`, `teen`, `adult` or `elder`."""
        return (
            "child" if self.age < 13 else "teen" if self.age < 20 else "adult" if self.age < 60 else "elder"
        )

    def word(self, part: str) -> str | None:
        """Pronouns and nouns: `they`, `them`, `their`, `theirs`, `self`, `noun`, `full`, `trade`, `a`; capitals too."""
        low = part.lower()
        found = {
            "": self.short,
            "full": self.name,
            "they": "he" if self.masculine else "she",
            "them": "him" if self.masculine else "her",
            "their": "his" if self.masculine else "her",
            "theirs": "his" if self.masculine else "hers",
            "self": "himself" if self.masculine else "herself",
            "noun": self._noun(),
            "trade": self.trade or None,
        }.get(low)
        return found.capitalize() if found and part[:1].isupper() else found

    def _noun(self) -> str:
        boyish, girlish = {"child": ("boy", "girl"), "teen": ("boy", "girl")}.get(
            self.age_group, ("man", "woman")
        )
        return boyish if self.masculine else girlish


_KNOWN: Kept[Person | None] = Kept()


def read_people(bible: Bible, canon: CanonState, characters: Iterable[str]) -> dict[str, Person]:
    """Everyone ever introduced, by id, with names that can be told apart in speech.

    Args:
        characters: Their ids, sorted.
    """
    cast = {member.id: member for member in bible.cast}
    known = list(characters)
    shorts = short_names([(who, canon.value(who, "name")) for who in known])
    shorts |= {member.id: member.called for member in bible.cast if member.called and member.id in shorts}
    places = {place.id: place.look.set_kind for place in bible.places}

    def read(who: str) -> Person | None:
        character = canon.character(who)
        return _person(character, cast.get(who), shorts[who], places) if character else None

    found = (_KNOWN.of((who, shorts[who]), (canon.facts[who], bible), partial(read, who)) for who in known)
    return {person.id: person for person in found if person is not None}


def short_names(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names as they are spoken, by id; the full name where two would be the same."""
    listed = list(named)
    shorts = {who: short_name(name) for who, name in listed}
    taken = Counter(short.casefold() for short in shorts.values())
    return {who: shorts[who] if taken[shorts[who].casefold()] == 1 else name for who, name in listed}


def short_name(name: str) -> str:
    """What people say: `Mio` for `Mio Hayase`, `Old Brack`, `Captain Adair` for `Captain Ros Adair`."""
    words = name.split()
    if len(words) > 2 and words[0].casefold() in _RANKS:
        return f"{words[0]} {words[-1]}"
    if len(words) > 1 and words[0].casefold() in _TITLES:
        return " ".join(words[:2])
    return words[0] if words else name


def _person(
    character: Character, member: CastMember | None, short: str, places: Mapping[str, SetKind]
) -> Person:
    manner = member.manner if member else Manner()
    described = f"{member.speech} {member.description}" if member else character.description
    trade = (member.trade if member else "") or _trade_of(character.description)
    temper = manner.temper or infer_temper(described, character.look.age, character.id)
    if manner.temper is None and temper == "formal":
        manner = manner.model_copy(update={"contractions": False})
    return Person(
        id=character.id,
        name=character.name,
        short=short,
        age=character.look.age,
        masculine=character.look.masculine,
        status=character.status,
        weight={"lead": 1.25, "main": 1.0}.get(character.role, 0.75 if member else 0.0),
        temper=temper,
        trade=trade,
        haunts=(member.haunts if member else ()) or _haunts_of(character.id, places),
        manner=manner,
        look=character.look,
        voice=character.voice,
        since_number=character.since_number,
    )


def infer_temper(described: str, age: int, seed: str) -> str:
    """A temper from how somebody is said to talk, else from age, else from the seed."""
    text = described.lower()
    counts = [
        (len(re.findall(pattern, text)), -i, temper) for i, (temper, pattern) in enumerate(_TEMPER_WORDS)
    ]
    best = max(counts)
    if best[0]:
        return best[2]
    if age < 13:
        return "bright"
    if age >= 70:
        return "dreamy"
    return ("gentle", "dry", "gruff", "formal", "bright")[stable(seed) % 5]


def _trade_of(description: str) -> str:
    match = _DESCRIPTION.match(description)
    return match[1] if match else ""


def _haunts_of(person_id: str, places: Mapping[str, SetKind]) -> tuple[str, ...]:
    """A roof of their own and two places more, when the bible does not say where somebody is found."""
    order = sorted(places, key=lambda place: stable("haunts", person_id, place))
    homes = [place for place in order if places[place] in INDOOR_SETS and places[place] is not SetKind.TRAIN]
    return tuple(dict.fromkeys([*homes[:1], *order[:3]]))[:3]

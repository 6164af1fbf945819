"""Lines that tie an episode to others: a recorded event called back, the other thread on somebody's mind, a saying.

They are few, and only go where two people are talking anyway.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from anigen_assets.providers.offline_director.grammar import filled, stable, walk, worded, wordings
from anigen_assets.providers.offline_director.parts import Part
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.voices import LINE_CHARACTERS, expanded
from anigen_assets.providers.offline_director.words import Words
from anigen_assets.providers.offline_director.world import Past, World
from anigen_assets.story.plan import DialogueLine
from anigen_assets.story.vocabulary import Emotion, Mood

MOST_LINES = 4
_EASY = frozenset({Mood.PLAYFUL, Mood.SERENE, Mood.HOPEFUL, Mood.TENDER})
_OWN = re.compile(r"\b(he|she|his|her|him|hers|himself|herself)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Talk:
    """A scene as far as it is written.

    Attributes:
        turning: The scene in which the episode turns: nobody chats in it.
    """

    part: Part
    words: Words
    dialogue: Sequence[DialogueLine]
    mood: Mood
    turning: bool

    @property
    def talkers(self) -> list[Person]:
        """Those who speak, in the order in which they begin."""
        ids = dict.fromkeys(line.speaker for line in self.dialogue)
        people = (self.words.world.people.get(i) or self.part.newcomers.get(i) for i in ids)
        return [p for p in people if p is not None]

    @property
    def has_room(self) -> bool:
        """Whether a line more would be no burden."""
        return 2 <= len(self.dialogue) < MOST_LINES and not self.turning


@dataclass(frozen=True)
class Aside:
    """A spare line for a scene of the plan.

    Attributes:
        index: Scene it belongs to, 0-based.
        first: Opens the scene; otherwise it closes it.
    """

    index: int
    first: bool
    line: DialogueLine


def asides_for(world: World, talks: Sequence[Talk], said: Collection[str]) -> list[Aside]:
    """At most one of each kind for an episode.

    Args:
        talks: The scenes in order.
        said: Lines that may not be said again.
    """
    found: list[Aside] = []
    for maker in (_rift, _echo, _recall, _saying):
        used = {aside.index for aside in found}
        free = [(index, talk) for index, talk in enumerate(talks) if index not in used and talk.has_room]
        aside = maker(world, talks, free, said)
        if aside is not None:
            found.append(aside)
    return found


Free = Sequence[tuple[int, Talk]]


def _rift(world: World, talks: Sequence[Talk], free: Free, said: Collection[str]) -> Aside | None:
    """While two do not speak to each other, other people notice."""
    pairs = world.at_odds()
    if not pairs or world.rng("rift").random() > 0.6:
        return None
    if any(c[0] in {"cold", "odds"} for talk in talks for c in talk.part.unit.conditions):
        return None
    for index, talk in free:
        there = {p.id for p in talk.talkers}
        for pair in pairs:
            hurt = [p for p in talk.talkers if p.id in pair]
            others = [p for p in talk.talkers if p.id not in pair and p.id != talk.dialogue[0].speaker]
            if len(hurt) != 1 or not others or set(pair) <= there or talk.mood not in _EASY:
                continue
            other = world.people[pair[0] if hurt[0].id == pair[1] else pair[1]]
            line = _aside(talk.words, others[0], "rift", {"o": other, "l": hurt[0]}, said)
            if line:
                return Aside(index, True, DialogueLine(speaker=others[0].id, text=line, emotion=Emotion.SAD))
    return None


def _recall(world: World, talks: Sequence[Talk], free: Free, said: Collection[str]) -> Aside | None:
    """Something that happened before comes back to somebody."""
    if world.rng("recall").random() > 0.55:
        return None
    for index, talk in free:
        if index > 2 or len(talk.talkers) < 2 or talk.mood is Mood.TENSE:
            continue
        listener, speaker = talk.talkers[:2]
        past = _worth_recalling(world, speaker, listener)
        if past is None:
            continue
        purpose = "recall_you" if listener.id in past.participants else "recall"
        event = _in_sentence(world, past.text.rstrip("."))
        line = _aside(talk.words, speaker, purpose, {"event": event, "l": listener}, said)
        if line:
            return Aside(index, True, DialogueLine(speaker=speaker.id, text=line, emotion=Emotion.NEUTRAL))
    return None


def _in_sentence(world: World, clause: str) -> str:
    """A clause as it stands after other words: only names keep their capital."""
    first = re.split(r"[\s']", clause, maxsplit=1)[0]
    names = {part for p in world.people.values() for part in p.name.split()}
    names |= {part for place in world.request.bible.places for part in place.name.split() if part != "The"}
    names |= {
        word for topic in ("town",) for name in world.lexicon.get(topic, ()) for word in name.split()[:1]
    }
    return clause if first in names or first[:1].isdigit() else clause[:1].lower() + clause[1:]


def _worth_recalling(world: World, speaker: Person, listener: Person) -> Past | None:
    """Something short that one of two people was in, told long enough ago, without pronouns that would shift."""
    rng = world.rng(f"past|{speaker.id}|{listener.id}")
    fitting = [
        past
        for past in world.past
        if world.number - past.number >= 3
        and len(past.text) <= 44
        and (speaker.id in past.participants or listener.id in past.participants)
        and speaker.short not in past.text
        and listener.short not in past.text
        and not _OWN.search(past.text)
    ]
    if not fitting:
        return None
    # The near past is remembered best, and now and then something from long ago.
    near = fitting[-6:] if rng.random() < 0.7 else fitting
    return near[rng.randrange(len(near))]


def _echo(world: World, talks: Sequence[Talk], free: Free, said: Collection[str]) -> Aside | None:
    """Somebody notices that the other story of the day is still on a person's mind."""
    side = next((i for i, talk in enumerate(talks) if not talk.part.unit.is_main), None)
    if side is None or talks[side].part.saga is None or world.rng("echo").random() > 0.5:
        return None
    involved = talks[side].part.on_screen() - talks[side].part.leaving()
    matter = talks[side].words.resolve("word", "", False)
    for index, talk in free:
        concerned = [p for p in talk.talkers if p.id in involved]
        others = [p for p in talk.talkers if p.id not in involved and p.id != talk.dialogue[0].speaker]
        if index < side or not concerned or not others or matter is None or talk.mood not in _EASY:
            continue
        if concerned[0].short in matter:
            continue
        line = _aside(talk.words, others[0], "echo", {"matter": matter, "l": concerned[0]}, said)
        if line:
            return Aside(index, True, DialogueLine(speaker=others[0].id, text=line, emotion=Emotion.NEUTRAL))
    return None


def _saying(world: World, talks: Sequence[Talk], free: Free, said: Collection[str]) -> Aside | None:
    """A thing only this person would say, at the end of an easy scene."""
    rng = world.rng("saying")
    if rng.random() > 0.35:
        return None
    for index, talk in free:
        last = talk.dialogue[-1]
        talkers = [p for p in talk.talkers if p.manner.sayings and p.id != last.speaker]
        if (
            index > 2
            or talk.mood not in _EASY
            or not talkers
            or last.text.endswith("?")
            or "grave" in talk.part.unit.tags
        ):
            continue
        speaker = talkers[rng.randrange(len(talkers))]
        options = speaker.manner.sayings
        line = options[walk(stable(speaker.id), world.number, len(options))]
        if line not in said:
            return Aside(index, False, DialogueLine(speaker=speaker.id, text=line, emotion=Emotion.NEUTRAL))
    return None


def _aside(
    words: Words, speaker: Person, purpose: str, extra: dict[str, str | Person], said: Collection[str]
) -> str | None:
    """A spare line with an event or a matter in it."""
    world = words.world
    mouth = words.by(speaker)

    def resolve(slot: str, part: str, vocative: bool) -> str | None:
        value = extra.get(slot)
        if isinstance(value, Person):
            return mouth._called(value) if vocative else value.word(part)
        return value if value is not None else mouth.resolve(slot, part, vocative)

    listed = world.library.asides.get(purpose, ())
    own = [text for temper, text in listed if temper in (None, speaker.temper)]
    start = stable(world.slug, world.number, speaker.id, purpose)
    for step in range(len(own)):
        text = own[(start + step) % len(own)]
        line = filled(worded(text, start % wordings(text)), resolve)
        if line and not speaker.manner.contractions:
            line = expanded(line)
        if line and len(line) <= LINE_CHARACTERS and line not in said:
            return line
    return None

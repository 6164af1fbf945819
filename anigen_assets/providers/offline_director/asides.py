"""Lines that tie an episode to others: a recorded event called back, the other thread on somebody's mind, a saying.

They are few, open scenes in which people have time to chat, and are answered before the scene goes on.
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

MOST_LINES = 5
"""Of a scene: more cannot be spoken without haste."""
_EASY = frozenset({Mood.PLAYFUL, Mood.SERENE, Mood.HOPEFUL, Mood.TENDER})
_UPSET = frozenset({Emotion.AFRAID, Emotion.ANGRY, Emotion.SAD, Emotion.SURPRISED})
"""Who begins like that has come for something else than a chat."""
_OWN = re.compile(r"\b(he|she|his|her|him|hers|himself|herself)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Talk:
    """A scene as far as it is written.

    Attributes:
        chatty: Whether there is time for something else: not where an episode turns or ends.
    """

    part: Part
    words: Words
    dialogue: Sequence[DialogueLine]
    mood: Mood
    chatty: bool

    @property
    def talkers(self) -> list[Person]:
        """Those who speak, in the order in which they begin."""
        ids = dict.fromkeys(line.speaker for line in self.dialogue)
        people = (self.words.world.people.get(i) or self.part.newcomers.get(i) for i in ids)
        return [p for p in people if p is not None]

    @property
    def has_room(self) -> bool:
        """Whether a line and its answer would be no burden."""
        calm = bool(self.dialogue) and self.dialogue[0].emotion not in _UPSET
        return self.chatty and calm and 2 <= len(self.dialogue) <= MOST_LINES - 2


@dataclass(frozen=True)
class Aside:
    """Spare lines that open a scene of the plan.

    Attributes:
        index: Scene they belong to, 0-based.
    """

    index: int
    lines: tuple[DialogueLine, ...]


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
        world.rng(maker.__name__).shuffle(free)
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
            if lines := _exchange(talk.words, "rift", others[0], hurt[0], {"o": other}, said, Emotion.SAD):
                return Aside(index, lines)
    return None


def _recall(world: World, talks: Sequence[Talk], free: Free, said: Collection[str]) -> Aside | None:
    """Something that happened before comes back to somebody."""
    if world.rng("recall").random() > 0.55:
        return None
    for index, talk in free:
        if index > 2 or len(talk.talkers) < 2 or talk.mood not in _EASY:
            continue
        listener, speaker = talk.talkers[:2]
        past = _worth_recalling(world, speaker, listener)
        if past is None:
            continue
        purpose = "recall_you" if listener.id in past.participants else "recall"
        event = _in_sentence(world, past.text.rstrip("."))
        if lines := _exchange(talk.words, purpose, speaker, listener, {"event": event}, said):
            return Aside(index, lines)
    return None


def _in_sentence(world: World, clause: str) -> str:
    """A clause as it stands after other words: only names keep their capital."""
    first, _, rest = re.sub(r"'.*", "", clause).partition(" ")
    names = {part for p in world.people.values() for part in p.name.split()}
    names |= {part for place in world.request.bible.places for part in place.name.split() if part != "The"}
    names |= {
        word for topic in ("town",) for name in world.lexicon.get(topic, ()) for word in name.split()[:1]
    }
    # Two capitals in a row are a name that nobody bears here: a ship, a voice on the radio.
    title = rest[:1].isupper() and first not in {"The", "A", "An"}
    named = first in names or title or first[:1].isdigit()
    return clause if named else clause[:1].lower() + clause[1:]


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
    thread = talks[side].part.thread
    insiders = involved | frozenset(thread.cast if thread else ())
    matter = talks[side].words.resolve("word", "", False)
    for index, talk in free:
        concerned = [p for p in talk.talkers if p.id in involved]
        others = [p for p in talk.talkers if p.id not in insiders and p.id != talk.dialogue[0].speaker]
        if index < side or not concerned or not others or matter is None or talk.mood not in _EASY:
            continue
        if concerned[0].short in matter:
            continue
        if lines := _exchange(talk.words, "echo", others[0], concerned[0], {"matter": matter}, said):
            return Aside(index, lines)
    return None


def _saying(world: World, talks: Sequence[Talk], free: Free, said: Collection[str]) -> Aside | None:
    """A thing only this person would say, before an easy scene begins."""
    rng = world.rng("saying")
    if rng.random() > 0.35:
        return None
    for index, talk in free:
        talkers = [p for p in talk.talkers if p.manner.sayings]
        if index > 2 or talk.mood not in _EASY or not talkers or "grave" in talk.part.unit.tags:
            continue
        speaker = talkers[rng.randrange(len(talkers))]
        options = speaker.manner.sayings
        line = options[walk(stable(speaker.id), world.number, len(options))]
        if line not in said:
            return Aside(index, (DialogueLine(speaker=speaker.id, text=line, emotion=Emotion.NEUTRAL),))
    return None


def _exchange(
    words: Words,
    purpose: str,
    speaker: Person,
    listener: Person,
    extra: dict[str, str | Person],
    said: Collection[str],
    emotion: Emotion = Emotion.NEUTRAL,
) -> tuple[DialogueLine, ...]:
    """A spare line with an event or a matter in it, and what it is answered; nothing when none fits.

    Each has two wordings, and in each the answer belongs to the line.

    Args:
        extra: Slots of this line beside `{l}`, who is spoken to.
    """
    world = words.world
    listed = world.library.asides.get(purpose, ())
    own = [text for temper, text in listed if temper in (None, speaker.temper)]
    for step in range(len(own)):
        # Another one in each episode, so that no frame becomes a habit.
        text = own[walk(stable(world.slug, speaker.id, purpose), world.number + step, len(own))]
        wording = worded(text, stable(world.slug, world.number, purpose) % min(wordings(text), 2))
        line, _, answer = wording.partition(" / ")
        lines = (
            _put(words, line, speaker, {**extra, "l": listener}),
            _put(words, answer, listener, {**extra, "l": speaker}),
        )
        if all(text and len(text) <= LINE_CHARACTERS and text not in said for text in lines):
            return (
                DialogueLine(speaker=speaker.id, text=lines[0], emotion=emotion),
                DialogueLine(speaker=listener.id, text=lines[1], emotion=emotion),
            )
    return ()


def _put(words: Words, text: str, speaker: Person, extra: dict[str, str | Person]) -> str:
    """The text in somebody's mouth; empty when a slot has nothing to say."""
    mouth = words.by(speaker)

    def resolve(slot: str, part: str, vocative: bool) -> str | None:
        value = extra.get(slot)
        if isinstance(value, Person):
            return mouth.resolve_name(value) if vocative else value.word(part)
        return value if value is not None else mouth.resolve(slot, part, vocative)

    line = filled(text, resolve) or ""
    return line if speaker.manner.contractions else expanded(line)

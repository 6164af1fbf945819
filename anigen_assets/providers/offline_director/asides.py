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
from anigen_assets.story.vocabulary import Emotion

MOST_LINES = 4
_OWN = re.compile(r"\b(he|she|his|her|him|hers|himself|herself)\b", re.IGNORECASE)


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


def asides_for(
    world: World,
    parts: Sequence[Part],
    words: Sequence[Words],
    dialogues: Sequence[Sequence[DialogueLine]],
    said: Collection[str],
) -> list[Aside]:
    """At most one callback, one echo and one saying for an episode.

    Args:
        parts: The part each scene belongs to.
        words: The words of each scene.
        dialogues: Lines of each scene so far.
        said: Lines that may not be said again.
    """
    found: list[Aside] = []
    used: set[int] = set()
    for maker in (_rift, _echo, _recall, _saying):
        aside = maker(world, parts, words, dialogues, said, used)
        if aside is not None:
            found.append(aside)
            used.add(aside.index)
    return found


def _talkers(words: Words, dialogue: Sequence[DialogueLine]) -> list[Person]:
    ids = list(dict.fromkeys(line.speaker for line in dialogue))
    people = [words.world.people.get(i) or words.part.newcomers.get(i) for i in ids]
    return [p for p in people if p is not None]


def _room(dialogue: Sequence[DialogueLine]) -> bool:
    return 2 <= len(dialogue) < MOST_LINES


def _rift(
    world: World,
    parts: Sequence[Part],
    words: Sequence[Words],
    dialogues: Sequence[Sequence[DialogueLine]],
    said: Collection[str],
    used: set[int],
) -> Aside | None:
    """While two do not speak to each other, other people notice."""
    pairs = world.at_odds()
    if not pairs or world.rng("rift").random() > 0.6:
        return None
    if any(c[0] in {"cold", "odds"} for part in parts for c in part.unit.conditions):
        return None
    for index in (1, 2, 0):
        talkers = _talkers(words[index], dialogues[index])
        present = {p.id for p in talkers}
        for pair in pairs:
            hurt = [p for p in talkers if p.id in pair]
            others = [p for p in talkers if p.id not in pair]
            if len(hurt) != 1 or not others or not _room(dialogues[index]) or set(pair) <= present:
                continue
            other = world.people[pair[0] if hurt[0].id == pair[1] else pair[1]]
            line = _aside(words[index], others[0], "rift", {"o": other, "l": hurt[0]}, said)
            if line:
                return Aside(index, True, DialogueLine(speaker=others[0].id, text=line, emotion=Emotion.SAD))
    return None


def _recall(
    world: World,
    parts: Sequence[Part],
    words: Sequence[Words],
    dialogues: Sequence[Sequence[DialogueLine]],
    said: Collection[str],
    used: set[int],
) -> Aside | None:
    rng = world.rng("recall")
    if rng.random() > 0.55:
        return None
    for index in (0, 1, 2):
        if index in used or not _room(dialogues[index]):
            continue
        talkers = _talkers(words[index], dialogues[index])
        if len(talkers) < 2:
            continue
        speaker, listener = talkers[1], talkers[0]
        past = _worth_recalling(world, speaker, listener)
        if past is None:
            continue
        text = _in_sentence(world, past.text.rstrip("."))
        there = listener.id in past.participants
        line = _aside(words[index], speaker, "recall_you" if there else "recall", {"event": text, "l": listener}, said)
        if line:
            return Aside(index, True, DialogueLine(speaker=speaker.id, text=line, emotion=Emotion.NEUTRAL))
    return None


def _in_sentence(world: World, clause: str) -> str:
    """A clause as it stands after other words: only names keep their capital."""
    first = re.split(r"[\s']", clause, maxsplit=1)[0]
    names = {part for p in world.people.values() for part in p.name.split()}
    names |= {part for place in world.request.bible.places for part in place.name.split() if part != "The"}
    names |= {word for topic in ("town",) for name in world.lexicon.get(topic, ()) for word in name.split()[:1]}
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


def _echo(
    world: World,
    parts: Sequence[Part],
    words: Sequence[Words],
    dialogues: Sequence[Sequence[DialogueLine]],
    said: Collection[str],
    used: set[int],
) -> Aside | None:
    """Somebody notices that the other story of the day is still on a person's mind."""
    side_at = next((i for i, part in enumerate(parts) if not part.unit.is_main), None)
    if side_at is None or parts[side_at].saga is None or world.rng("echo").random() > 0.5:
        return None
    matter = words[side_at].resolve("word", "", False)
    involved = parts[side_at].on_screen() - parts[side_at].leaving()
    if matter is None:
        return None
    for index in range(side_at + 1, len(parts)):
        talkers = _talkers(words[index], dialogues[index])
        concerned = [p for p in talkers if p.id in involved]
        others = [p for p in talkers if p.id not in involved]
        if not (concerned and others) or not _room(dialogues[index]):
            continue
        speaker = others[0]
        line = _aside(words[index], speaker, "echo", {"matter": matter, "l": concerned[0]}, said)
        if line:
            return Aside(index, True, DialogueLine(speaker=speaker.id, text=line, emotion=Emotion.NEUTRAL))
    return None


def _saying(
    world: World,
    parts: Sequence[Part],
    words: Sequence[Words],
    dialogues: Sequence[Sequence[DialogueLine]],
    said: Collection[str],
    used: set[int],
) -> Aside | None:
    """A thing only this person would say, at the end of an easy scene."""
    rng = world.rng("saying")
    if rng.random() > 0.3:
        return None
    easy = {"playful", "serene", "hopeful", "tender"}
    for index in (1, 2, 0):
        script = parts[index].unit
        if index in used or not _room(dialogues[index]) or "grave" in script.tags:
            continue
        mood = next((s.mood.value for s in script.scripts), "")
        talkers = [p for p in _talkers(words[index], dialogues[index]) if p.manner.sayings]
        if mood not in easy or not talkers or dialogues[index][-1].text.endswith("?"):
            continue
        speaker = talkers[rng.randrange(len(talkers))]
        if dialogues[index][-1].speaker == speaker.id:
            continue
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

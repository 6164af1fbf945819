"""The canon changes of staged scenes, in order, each made from canon as the changes before it leave it."""

from __future__ import annotations

from anigen_assets.providers.offline_director.effects import change_for, clipped
from anigen_assets.providers.offline_director.grammar import titled
from anigen_assets.providers.offline_director.model import TURN
from anigen_assets.providers.offline_director.newcomers import introduction
from anigen_assets.providers.offline_director.parts import Part
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.plot import Outline
from anigen_assets.providers.offline_director.staging import Staged
from anigen_assets.providers.offline_director.words import Words
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.changes import AdvanceThread, Change, OpenThread, RecordEvent, ResolveThread
from anigen_assets.story.plan import PlannedChange


def changes_of(world: World, outline: Outline, staged: list[Staged]) -> tuple[PlannedChange, ...]:
    """Everything the episode makes true."""
    state = world.canon
    made: list[PlannedChange] = []
    introduced: set[str] = set()
    met: dict[str, int] = {}

    def add(slot: int, change: Change | None) -> None:
        nonlocal state
        if change is not None:
            made.append(PlannedChange(scene=slot, change=change))
            state = state.after([(slot, change)], world.number)

    for scene in staged:
        for person in (*scene.people, *_named(scene)):
            if person.id in scene.part.newcomers and person.id not in introduced:
                introduced.add(person.id)
                add(scene.slot, introduction(person, world))
        index = met.get(scene.part.unit.id, 0)
        met[scene.part.unit.id] = index + 1
        if not world.modest:
            for directive in scene.script.directives:
                add(scene.slot, change_for(directive, scene.words, state))
            add(scene.slot, _thread_change(outline, scene, index))
        if index == len(scene.part.unit.scripts) - 1:
            add(scene.slot, _event(world, scene))
    for part in outline.passing:
        how = Words(world, part, {}).say("{settled}")
        add(staged[-1].slot, ResolveThread(id=part.thread_id, how=clipped(how)))
    return tuple(made)


def _named(scene: Staged) -> list[Person]:
    """Newcomers whom the scene tells of without showing them: nobody acts in prose before being known."""
    said = " ".join(line.text for line in scene.dialogue)
    letters = [letter for letter in scene.part.roles if f"{{{letter}}}" in scene.script.tell]
    told = {scene.part.roles[letter] for letter in letters}
    return [p for p in scene.part.newcomers.values() if p.id in told or p.short in said]


def _thread_change(outline: Outline, scene: Staged, index: int) -> Change | None:
    part = scene.part
    last = index == len(part.unit.scripts) - 1
    if part.move == "open" and last:
        return _opened(outline, scene)
    if part.move == "resolve" and last:
        return ResolveThread(id=part.thread_id, how=clipped(scene.words.say(part.unit.note)))
    turning = TURN if part.unit.is_main else 0
    if part.move == "advance" and index == turning and part.thread is not None:
        note = clipped(scene.words.say(part.unit.note))
        return AdvanceThread(id=part.thread_id, beat=part.thread.beat + 1, note=note)
    return None


def _opened(outline: Outline, scene: Staged) -> Change | None:
    part, saga = scene.part, scene.part.saga
    if saga is None:
        return None
    cast = tuple(dict.fromkeys(part.roles[letter] for letter in saga.roles if letter in part.roles))
    return OpenThread(
        id=part.thread_id,
        title=clipped(titled(scene.words.say(saga.title)), 80),
        question=clipped(scene.words.say(saga.question)),
        cast=cast[:6],
        due_number=outline.due,
    )


def _event(world: World, scene: Staged) -> Change | None:
    """What the part is remembered by."""
    part: Part = scene.part
    if not part.unit.event:
        return None
    who = sorted(part.on_screen(), key=lambda p: (p in part.newcomers, list(part.roles.values()).index(p)))
    text = scene.words.fill(part.unit.event, "event")
    if text is None:
        return None
    return RecordEvent(
        id=f"e{world.number}_{part.unit.id}"[:48],
        text=clipped(f"{text.rstrip('.')}."),
        participants=tuple(who[:6]),
    )

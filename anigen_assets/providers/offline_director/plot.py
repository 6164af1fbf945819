"""What an episode tells: its main part and the one scene beside it, cast and ready to be staged.

The main part is a turning point of a thread or a tale of its own; the scene beside it moves another thread,
opens one, or is a small thing that happened that day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from anigen_assets.providers.offline_director.assembly import in_passing, open_thread, tell_thread
from anigen_assets.providers.offline_director.choice import choose_side, choose_tale, least_told, new_names
from anigen_assets.providers.offline_director.conditions import holds
from anigen_assets.providers.offline_director.model import Saga, Unit
from anigen_assets.providers.offline_director.pacing import (
    MOST_ACTIVE,
    Step,
    arc_end,
    due_for,
    ending_of,
    in_motion,
    is_climax,
    is_quiet,
    step_of,
    target_of,
)
from anigen_assets.providers.offline_director.parts import Part
from anigen_assets.providers.offline_director.world import World

READY = -0.6
"""A beat may come this many episodes early."""
REST_EPISODES = 72
"""A saga is not told again within so many episodes."""
MOST_OVERDUE = 3
"""So many overdue threads move in one episode; the others wait for the next."""
PRESSING = 1
"""Episodes before its due number from which on a thread may no longer wait its turn."""


@dataclass(frozen=True)
class Outline:
    """The parts of an episode.

    Attributes:
        main: Five scenes.
        side: One scene.
        due: Due number of the thread that `side` opens, when it does.
        passing: Threads that have to end now, after hours were skipped, and come to rest in a sentence.
    """

    main: Part
    side: Part
    due: int = 0
    passing: tuple[Part, ...] = ()


def outline(world: World) -> Outline:
    """Decides what the episode tells.

    Raises:
        LookupError: When not even the simplest tale can be cast.
    """
    steps = _steps(world)
    if world.modest:
        main = choose_tale(world, (), ())
        passing = () if world.request.filler else _passing(world, steps, ())
        return Outline(main, choose_side(world, main), passing=passing)
    turning = _main_step(world, steps)
    # A thread's scene is cast before a tale: the tale can be told by many, the thread by its own people.
    side, due = _beat(world, steps, turning), 0
    if side is None:
        side, due = _opening(world, turning)
    leaving, linked = (side.leaving(), side.on_screen()) if side else ((), ())
    main = turning or choose_tale(world, leaving, linked, new_names(side))
    side = side or choose_side(world, main)
    return Outline(main, side, due, _passing(world, steps, {main.thread_id, side.thread_id}))


def _passing(world: World, steps: list[Step], told: Collection[str]) -> tuple[Part, ...]:
    """What still has to end when the parts are chosen, the oldest first, as much as an episode can bear."""
    overdue = [s for s in steps if _presses(world, s)]
    left = sorted(
        (s for s in overdue if s.thread.id not in told), key=lambda s: (s.thread.due_number, s.thread.id)
    )
    room = MOST_OVERDUE - (len(overdue) - len(left))
    return tuple(in_passing(world, step.thread, step.saga) for step in left[: max(room, 0)])


def _steps(world: World) -> list[Step]:
    found: list[Step] = []
    for thread in world.threads:
        saga = world.saga_of(thread) or _question(world, thread.id)
        found.append(step_of(world, thread, saga))
    return sorted(found, key=lambda s: (-s.late, s.thread.due_number, s.thread.id))


def _question(world: World, thread_id: str) -> Saga:
    """The saga for a thread of which nothing is known but its question: another one for each of the bible's."""
    order = [thread.id for thread in world.request.bible.threads]
    questions = world.library.questions
    index = order.index(thread_id) if thread_id in order else len(thread_id) + int(thread_id[1:4].isdigit())
    return questions[index % len(questions)]


def _main_step(world: World, steps: list[Step]) -> Part | None:
    """The thread whose turning point this episode is."""
    climax = is_climax(world)
    urgent = [s for s in steps if world.number >= target_of(s.thread)]
    # A climax belongs to a thread that can carry it, as long as the others can still wait.
    urgent.sort(key=lambda s: (climax and not _carries(world, s), s.thread.due_number, s.thread.id))
    for step in urgent:
        if part := _told(world, ending_of(world, step)):
            return part
    if climax:
        near = [s for s in steps if target_of(s.thread) <= world.number + 12 and s.left <= 2]
        for step in sorted(near, key=lambda s: (s.thread.due_number, s.thread.id)):
            if part := _told(world, ending_of(world, step)):
                return part
    if is_quiet(world):
        return None
    for step in steps:
        waits = step.resolves and world.number < target_of(step.thread)
        if step.unit.is_main and step.late >= READY and not waits and (part := _told(world, step)):
            return part
    return None


def _presses(world: World, step: Step) -> bool:
    """Whether a thread has to end now: the next hour may be skipped."""
    return world.number >= step.thread.due_number - PRESSING


def _carries(world: World, step: Step) -> bool:
    """Whether a thread has to end now, or large enough for the end of an arc."""
    return step.saga.long or step.saga.opening is None or _presses(world, step)


def _beat(world: World, steps: list[Step], main: Part | None) -> Part | None:
    """A thread's small move beside the main part."""
    told = main.thread_id if main else ""
    avoid = main.leaving() if main else frozenset()
    pressing = [s for s in steps if s.thread.id != told and _presses(world, s)]
    for step in sorted(pressing, key=lambda s: (s.thread.due_number, s.thread.id)):
        if part := _closing(world, step, avoid):
            return part
    for step in steps:
        if step.thread.id == told or step.unit.is_main or step.late < READY:
            continue
        part = _told(world, step)
        if part is None or part.on_screen() & avoid or (main and part.leaving() & main.on_screen()):
            continue
        if not set(new_names(part)) & set(new_names(main)):
            return part
    return None


def _told(world: World, step: Step) -> Part | None:
    part = None
    if step.unit.id not in world.banned:
        part = tell_thread(world, step.thread, step.saga, step.unit, resolves=step.resolves)
    if part is None and _presses(world, step):
        for unit in least_told(world, _closers(world, world.library.tales)):
            if part := tell_thread(world, step.thread, step.saga, unit, resolves=True, anybody=True):
                return part
    return part


def _closing(world: World, step: Step, avoid: Collection[str]) -> Part | None:
    """A thread that is overdue beside another one comes to rest in a single scene."""
    for unit in least_told(world, _closers(world, world.library.sides)):
        part = tell_thread(world, step.thread, step.saga, unit, resolves=True, anybody=True)
        if part and not part.on_screen() & set(avoid):
            return part
    return None


def _closers(world: World, units: Iterable[Unit]) -> list[Unit]:
    """Units with which any thread can end."""
    return [u for u in units if "closing" in u.tags and u.id not in world.banned]


def _opening(world: World, main: Part | None) -> tuple[Part | None, int]:
    """A new thread, when there is room for one."""
    arc_left = arc_end(world, world.number) - world.number
    if in_motion(world) >= MOST_ACTIVE or arc_left < 2 or is_quiet(world):
        return None, 0
    rng = world.rng("opening")
    if in_motion(world) >= 4 and rng.random() < 0.3:
        return None, 0
    told_now = {thread.id.partition("_")[2] for thread in world.threads}
    fresh = [s for s in world.library.sagas.values() if s.id not in told_now and s.id not in world.banned]
    fresh = [
        s for s in fresh if s.opening is not None and holds(world, s.conditions, {}) and _rested(world, s)
    ]
    fresh.sort(key=lambda s: (world.saga_uses.get(s.id, 0), rng.random()))
    avoid = main.leaving() if main else frozenset()
    for saga in fresh[:8]:
        due = due_for(world, saga.long)
        if due is None:
            continue
        part = open_thread(world, saga, avoid, main.on_screen() if main else (), new_names(main))
        if part is not None:
            return part, due
    return None, 0


def _rested(world: World, saga: Saga) -> bool:
    """Whether a saga was told so long ago that it may be told of others."""
    return world.number - world.saga_last.get(saga.id, -REST_EPISODES) >= REST_EPISODES

"""When each open thread moves: evenly between its opening and its target, so that every promise is kept in time.

A thread's *target* lies a little before its due number. Long threads aim at the end of an arc, whose climax they
are, or at its middle; the episode after a climax is a quiet one.
"""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.providers.offline_director.grammar import stable
from anigen_assets.providers.offline_director.model import Saga, Unit
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.canon import Thread

SLACK = 3
"""Episodes between a thread's target and its due number, for hours that are skipped."""
ACTIVE_EPISODES = 40
"""A thread of the bible that is due later than that rests until then."""
MOST_ACTIVE = 6
"""Threads in motion at a time; a viewer can hold about as many."""
LONG_SPAN = (14, 29)
SHORT_SPAN = (9, 15)


@dataclass(frozen=True)
class Step:
    """The next move of a thread.

    Attributes:
        late: Episodes since the move would have been ideal; negative when it is early.
        resolves: Whether it is the last one.
    """

    thread: Thread
    saga: Saga
    unit: Unit
    late: float
    resolves: bool

    @property
    def left(self) -> int:
        """Beats that remain, this one included."""
        return len(self.saga.beats) - min(self.thread.beat, len(self.saga.beats) - 1)


def arc_end(world: World, number: int) -> int:
    """The last episode of the arc that an episode lies in."""
    arc = world.request.bible.format.arc_episodes
    return ((number - 1) // arc + 1) * arc


def is_climax(world: World) -> bool:
    """Whether this is the last episode of its arc."""
    return world.number == arc_end(world, world.number)


def is_quiet(world: World) -> bool:
    """Whether this is the episode after a climax."""
    return world.number > 1 and (world.number - 1) % world.request.bible.format.arc_episodes == 0


def target_of(thread: Thread) -> int:
    """The episode in which a thread should be resolved."""
    return max(thread.due_number - SLACK, thread.opened_number + 1)


def begins(thread: Thread) -> int:
    """The episode from which on a thread is in motion."""
    return max(thread.opened_number, target_of(thread) - ACTIVE_EPISODES)


def step_of(world: World, thread: Thread, saga: Saga) -> Step:
    """What a thread does next, and how late it is."""
    count = len(saga.beats)
    index = min(thread.beat, count - 1)
    target = target_of(thread)
    start = begins(thread)
    ideal = start + (target - start) * (index + 1) / count
    if index < count - 1:
        # Beats do not fall on a ruler, and leave the last episodes before the target to the end.
        ideal += stable(thread.id, index) % 3 - 1.5
    elif world.number >= target:
        ideal = min(ideal, world.number)
    return Step(thread, saga, saga.beats[index], world.number - ideal, index == count - 1)


def ending_of(world: World, step: Step) -> Step:
    """The same thread brought to its end now, whatever lies between."""
    return Step(step.thread, step.saga, step.saga.beats[-1], step.late, True)


def in_motion(world: World) -> int:
    """How many open threads are under way."""
    return sum(1 for thread in world.threads if begins(thread) <= world.number + 2)


def due_for(world: World, long: bool) -> int | None:
    """The due number for a thread that opens now, clear of the other threads' targets; None when there is no room."""
    taken = {target_of(thread) for thread in world.threads}
    if long:
        arc = world.request.bible.format.arc_episodes
        low, high = LONG_SPAN
        ends = [n for n in range(world.number + low, world.number + high + 1) if n % arc == 0]
        halves = [n for n in range(world.number + low, world.number + high + 1) if n % arc == arc // 2]
        free = [n for n in ends + halves if n not in taken]
        return free[0] + SLACK if free else None
    rng = world.rng("due")
    low, high = SHORT_SPAN
    options = [world.number + span for span in range(low, high + 1)]
    arc = world.request.bible.format.arc_episodes
    free = [n for n in options if not {n - 1, n, n + 1} & taken and n % arc not in (0, 1)]
    return free[rng.randrange(len(free))] + SLACK if free else None

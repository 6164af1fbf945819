"""What should be made next: missed and unfinished hours, oldest first, within the catch-up window."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.services.application import Application
from anigen_assets.services.pacing import released_slots
from anigen_assets.services.stored_files import scene_stands
from anigen_assets.settings import Pace
from anigen_assets.story.calendar import HOUR, floor_hour, hour_of, key_of, number_of, parse_hour

GIVEN_UP = frozenset({"skipped", "withdrawn"})
PLANNED = frozenset({"planned", "failed", "produced"})


@dataclass(frozen=True)
class AgendaHour:
    """An hour that is not finished.

    Attributes:
        state: `missing` or the episode's state.
        has_plan: Its scenes can be made, and the next hour can be planned.
    """

    hour_key: str
    number: int
    state: str
    has_plan: bool


@dataclass(frozen=True)
class Agenda:
    """The work that is open now.

    Attributes:
        too_old: Hours without a plan before the window; automation records them as skipped.
        open: Unfinished hours, oldest first, up to the current one (which the paced mode leaves out).
    """

    too_old: tuple[AgendaHour, ...]
    open: tuple[AgendaHour, ...]


@dataclass(frozen=True)
class Due:
    """What of a paced hour is due and not made.

    Attributes:
        plan: The plan is missing.
        slots: Scenes whose minute has come.
        finish: With these scenes the hour is complete: film, canon and ledger can follow.
    """

    plan: bool
    slots: tuple[int, ...]
    finish: bool


def read_agenda(app: Application) -> Agenda:
    """Looks at the hours from the story's frontier up to the current hour."""
    now = floor_hour(app.clock.now())
    with app.database.unit_of_work() as uow:
        series = uow.series.require(app.series_id)
        first = series.frontier + 1
        last = number_of(now, series.first_hour) if now >= series.first_hour else 0
        known = {e.number: e for e in uow.episodes.between(app.series_id, first, last)}
    if app.settings.pace is Pace.PACED:
        last -= 1
    window = now - app.settings.catch_up_hours * HOUR
    too_old: list[AgendaHour] = []
    open_hours: list[AgendaHour] = []
    for number in range(first, last + 1):
        episode = known.get(number)
        state = "missing" if episode is None else str(episode.state)
        if state in GIVEN_UP or state == "retired":
            continue
        has_plan = episode is not None and bool(episode.take) and state in PLANNED
        hour = hour_of(number, series.first_hour)
        entry = AgendaHour(key_of(hour), number, state, has_plan)
        (too_old if state == "missing" and hour < window else open_hours).append(entry)
    return Agenda(tuple(too_old), tuple(open_hours))


def due_now(app: Application, hour_key: str) -> Due | None:
    """What the ten-minute rhythm asks of an hour now; None when there is nothing to do."""
    number, hour = app.number(hour_key), parse_hour(hour_key)
    with app.database.unit_of_work() as uow:
        episode = uow.episodes.get(app.series_id, number)
        scenes = uow.episodes.scenes(app.series_id, number)
    if episode is not None and str(episode.state) in GIVEN_UP | {"retired"}:
        return None
    total = app.bible.format.scenes_per_episode
    made = {s.slot for s in scenes if scene_stands(app, s)}
    has_plan = episode is not None and bool(episode.take) and str(episode.state) in PLANNED
    slots = tuple(slot for slot in released_slots(hour, app.clock.now(), total) if slot not in made)
    finish = has_plan and len(made) + len(slots) == total
    due = Due(not has_plan, slots, finish)
    return due if due.plan or due.slots or due.finish else None

"""The operator's hand: skipping hours and withdrawing drafts, with a reason, on record."""

from __future__ import annotations

from collections.abc import Sequence

from anigen_assets.errors import StateError, UsageError
from anigen_assets.services.application import Application
from anigen_assets.services.generation_log import note
from anigen_assets.services.retire_canon import retire_ready
from anigen_assets.services.standing_plan import require_plan
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.calendar import HOUR, parse_hour
from anigen_assets.story.conflicts import stale_after_withdrawal

UNTOLD = frozenset({"failed", "stale"})
AT_ONCE = 250
"""Hours that are skipped in one transaction."""


def skip_hours(
    app: Application, hour_keys: Sequence[str], reason: str, *, by: str = "operator"
) -> tuple[str, ...]:
    """Records hours as never to be told; returns those that were not skipped before.

    A skipped hour lets the story pass; it may be made later, as filler.

    Raises:
        StateError: An hour already has a plan; withdraw it instead.
    """
    _require_reason(reason)
    skipped: list[str] = []
    numbers = _numbers(app, hour_keys)
    for start in range(0, len(hour_keys), AT_ONCE):
        batch = hour_keys[start : start + AT_ONCE]
        with app.database.hold(app.series_id, "plan"), app.database.unit_of_work() as uow:
            done = [key for key in batch if _skip(app, uow, key, numbers[key], reason)]
            if done:
                _note_skips(app, uow, done, numbers[done[0]], f"by {by}: {reason}")
                uow.commit()
        skipped += done
    retire_ready(app)
    return tuple(skipped)


def _skip(app: Application, uow: UnitOfWork, key: str, number: int, reason: str) -> bool:
    episode = uow.episodes.get(app.series_id, number)
    if episode is not None and episode.state == "skipped":
        return False
    if episode is not None and (episode.take and episode.state not in UNTOLD):
        if episode.state == "retired":
            raise StateError(f"{key} is canon and is never skipped: correct it by `anigen retcon`.")
        raise StateError(
            f"{key} is {episode.state} and cannot be skipped: `anigen withdraw {key}` gives a draft up."
        )
    uow.episodes.skip(app.series_id, number, reason, app.clock.now())
    return True


def _note_skips(app: Application, uow: UnitOfWork, keys: list[str], first: int, why: str) -> None:
    # One line for many hours: a season of them would push everything else out of the log.
    if len(keys) == 1:
        note(app, uow, "operator", f"skipped {why}", number=first)
    else:
        note(app, uow, "operator", f"{len(keys)} hours skipped, {keys[0]} to {keys[-1]}, {why}")


def _numbers(app: Application, keys: Sequence[str]) -> dict[str, int]:
    """Episode number of each hour; the outermost hours vouch for those between."""
    if not keys:
        return {}
    first, last = min(keys), max(keys)
    number = app.number(first)
    app.number(last)
    return {key: number + int((parse_hour(key) - parse_hour(first)) / HOUR) for key in keys}


def withdraw_hour(app: Application, hour_key: str, reason: str) -> tuple[int, ...]:
    """Gives a draft up; returns the numbers of later drafts that must be planned again because of it.

    The plan and what was filmed stay on record. The story passes over the hour as over a skipped one.

    Raises:
        StateError: The hour has no draft, or is canon.
    """
    _require_reason(reason)
    number, at = app.number(hour_key), app.clock.now()
    with app.database.hold(app.series_id, "plan"), app.database.unit_of_work() as uow:
        uow.lock_series(app.series_id, "canon")
        episode = uow.episodes.get(app.series_id, number)
        if episode is not None and episode.state == "retired":
            raise StateError(f"{hour_key} is canon and is never withdrawn: correct it by `anigen retcon`.")
        if episode is None or not episode.take or episode.state in ("withdrawn", "skipped"):
            raise StateError(f"{hour_key} has no draft that could be withdrawn.")
        plan = require_plan(uow, app.series_id, number, hour_key).plan
        stale = tuple(stale_after_withdrawal(plan, uow.episodes.drafted_plans_after(app.series_id, number)))
        uow.episodes.withdraw(app.series_id, number, reason, at)
        uow.episodes.mark_stale(app.series_id, stale, f"rests on {hour_key}, which was withdrawn", at)
        note(app, uow, "operator", f"withdrawn: {reason}", number=number)
        uow.commit()
    retire_ready(app)
    return stale


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise UsageError("A reason is required: it goes on record with the hour.")

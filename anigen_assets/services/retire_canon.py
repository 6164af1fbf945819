"""Retirement: a produced episode's changes become canon, strictly in hour order, under the canon lock."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.services.application import Application
from anigen_assets.services.compress_story import keep_pyramid, remember_episode, retell
from anigen_assets.services.generation_log import note
from anigen_assets.services.standing_plan import require_plan
from anigen_assets.store.records import SeriesRecord, SnapshotRecord
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.calendar import hour_of, key_of
from anigen_assets.story.chain import LinkKind

GIVEN_UP = frozenset({"skipped", "withdrawn"})
SKIPS_AT_ONCE = 250
"""Links without changes that are appended in one transaction."""


@dataclass(frozen=True)
class RetirementReport:
    """What one call did.

    Attributes:
        retired: New links of episodes, in order of retirement.
        own: The link of the hour that was asked for, new or old; None while it waits.
        waiting_for: What the hour waits for; empty when it is retired.
    """

    retired: tuple[SnapshotRecord, ...]
    own: SnapshotRecord | None
    waiting_for: str


def retire_ready(app: Application, hour_key: str | None = None) -> RetirementReport:
    """Retires every hour that is ready, oldest first, each in its own transaction.

    Skipped and withdrawn hours that the frontier reaches become links without changes. A produced filler is
    appended where the chain stands; its facts get their place in story time. Repeating the call is free.
    """
    retired: list[SnapshotRecord] = []
    while (link := _retire_next(app)) is not None:
        if link.kind in ("episode", "filler"):
            retired.append(link)
    if hour_key is None:
        return RetirementReport(tuple(retired), None, "")
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        own = uow.canon.snapshot(app.series_id, number)
        series = uow.series.require(app.series_id)
        episode = uow.episodes.get(app.series_id, number)
    if own is not None and episode is not None and episode.state == "retired":
        return RetirementReport(tuple(retired), own, "")
    return RetirementReport(tuple(retired), None, key_of(hour_of(series.frontier + 1, series.first_hour)))


def _retire_next(app: Application) -> SnapshotRecord | None:
    with app.database.unit_of_work() as uow:
        uow.lock_series(app.series_id, "canon")
        for _ in range(SKIPS_AT_ONCE):
            series = uow.series.require(app.series_id)
            link = _next_link(app, uow, series)
            if link is None or link.kind != "skip":
                break
        keep_pyramid(app, uow, uow.series.require(app.series_id).frontier)
        uow.commit()
        return link


def _next_link(app: Application, uow: UnitOfWork, series: SeriesRecord) -> SnapshotRecord | None:
    number, at = series.frontier + 1, app.clock.now()
    episode = uow.episodes.get(series.series_id, number)
    if episode is not None and episode.state in GIVEN_UP:
        return uow.canon.append_link(series.series_id, "skip", number, (), at=at)
    kind: LinkKind = "episode"
    if episode is None or episode.state != "produced":
        waiting = uow.episodes.produced_fillers(series.series_id)
        if not waiting:
            return None
        kind, number = "filler", waiting[0]
    plan = require_plan(uow, series.series_id, number, key_of(hour_of(number, series.first_hour))).plan
    changes = tuple((planned.scene, planned.change) for planned in plan.changes)
    link = uow.canon.append_link(series.series_id, kind, number, changes, at=at)
    remember_episode(uow, plan)
    if kind == "filler":
        retell(app, uow, [number], series.frontier)
    note(app, uow, "canon", f"{kind} is canon, digest {link.digest[:16]}", number=number)
    return link

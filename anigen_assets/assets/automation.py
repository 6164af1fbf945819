"""Which hours automation asks for: shared by the hourly schedule and the sensors.

Nothing is asked for twice: an hour with a run under way is left alone, and one that keeps failing is tried
MAX_ATTEMPTS times with growing pauses and then left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import dagster as dg
from dagster._core.storage.dagster_run import IN_PROGRESS_RUN_STATUSES
from dagster._core.storage.tags import PARTITION_NAME_TAG

from anigen_assets.assets.show import Show
from anigen_assets.services.agenda import Agenda, due_now
from anigen_assets.services.application import Application

MAX_ATTEMPTS = 3
PAUSE = timedelta(minutes=2)
MAX_IN_FLIGHT = 2
AUTOMATION_TAG = "anigen/automation"


def requests(
    instance: dg.DagsterInstance, agenda: Agenda, now: datetime, asker: str
) -> Iterator[dg.RunRequest]:
    """Run requests for the oldest unfinished hours.

    An hour is asked for only when the one before it has a plan, so that plans are made in order; hours in
    production may overlap.
    """
    busy = in_flight(instance)
    free = MAX_IN_FLIGHT - len(busy)
    before_is_planned = True
    for position, hour in enumerate(agenda.open):
        if free <= 0 or not before_is_planned:
            return
        before_is_planned = hour.has_plan
        waits_to_retire = hour.state == "produced" and position > 0
        if hour.hour_key in busy or waits_to_retire:
            continue
        ended = _ended_attempts(instance, hour.hour_key)
        if len(ended) >= MAX_ATTEMPTS or (ended and now < max(ended) + PAUSE * 2 ** (len(ended) - 1)):
            continue
        free -= 1
        yield dg.RunRequest(
            run_key=f"{hour.hour_key}#{len(ended) + 1}",
            partition_key=hour.hour_key,
            tags={AUTOMATION_TAG: asker},
        )


def paced_request(app: Application, show: Show, hour_key: str) -> dg.RunRequest | None:
    """What of the current hour is due by the ten-minute rhythm and not made yet; None when nothing is."""
    due = due_now(app, hour_key)
    if due is None:
        return None
    names = [
        *(["episode_plan", "character_sheets"] if due.plan else []),
        *(f"scene_{slot}" for slot in due.slots),
    ]
    if due.finish:
        names += ["episode", "canon_snapshot", "cost_ledger"]
    return dg.RunRequest(
        run_key=f"{hour_key}:{','.join(names)}",
        partition_key=hour_key,
        asset_selection=[show.key(name) for name in names],
        tags={AUTOMATION_TAG: "paced_scenes"},
    )


def in_flight(instance: dg.DagsterInstance) -> set[str]:
    """Hours that some run is working on, or is queued for."""
    runs = instance.get_run_records(dg.RunsFilter(statuses=list(IN_PROGRESS_RUN_STATUSES)), limit=200)
    return {key for r in runs if (key := r.dagster_run.tags.get(PARTITION_NAME_TAG))}


def _ended_attempts(instance: dg.DagsterInstance, hour_key: str) -> list[datetime]:
    """When automation's earlier runs of the hour ended."""
    asked = dg.RunsFilter(tags={PARTITION_NAME_TAG: hour_key})
    return [
        r.update_timestamp
        for r in instance.get_run_records(asked, limit=50)
        if r.dagster_run.is_finished
        and r.dagster_run.tags.get(AUTOMATION_TAG) in ("catch_up", "hourly_episode")
    ]

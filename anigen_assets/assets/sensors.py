"""Sensors: catching up on missed hours in order, and releasing scenes one by one in the paced mode."""

import time

import dagster as dg

from anigen_assets.assets.automation import in_flight, paced_request, requests
from anigen_assets.assets.show import Show
from anigen_assets.services.agenda import read_agenda
from anigen_assets.services.application import Application
from anigen_assets.services.operator import AT_ONCE, skip_hours
from anigen_assets.story.calendar import floor_hour, key_of

SKIP_SECONDS = 20
"""Dagster gives a tick up after a minute; a season of old hours takes several ticks."""


def build_catch_up_sensor(job: object) -> dg.SensorDefinition:
    """Asks for unfinished hours in order; records hours beyond the catch-up window as skipped."""

    @dg.sensor(
        name="catch_up",
        job=job,  # type: ignore[arg-type]
        minimum_interval_seconds=10,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Makes missed and unfinished hours, oldest first, within ANIGEN_CATCH_UP_HOURS.",
    )
    def catch_up(
        context: dg.SensorEvaluationContext, anigen: dg.ResourceParam[Application]
    ) -> dg.SensorResult:
        agenda = read_agenda(anigen)
        until = time.monotonic() + SKIP_SECONDS
        while agenda.too_old:
            if time.monotonic() > until:
                return dg.SensorResult(skip_reason=f"{len(agenda.too_old)} old hours are yet to be skipped.")
            oldest = [hour.hour_key for hour in agenda.too_old[:AT_ONCE]]
            reason = f"older than the catch-up window of {anigen.settings.catch_up_hours} hours"
            skip_hours(anigen, oldest, reason, by="catch_up")
            agenda = read_agenda(anigen)
        asked = list(requests(context.instance, agenda, anigen.clock.now(), "catch_up"))
        if asked:
            return dg.SensorResult(run_requests=asked)
        waiting = f"{len(agenda.open)} hours are open" if agenda.open else "every hour is made"
        return dg.SensorResult(skip_reason=f"Nothing to ask for: {waiting}.")

    return catch_up


def build_paced_sensor(show: Show) -> dg.SensorDefinition:
    """In the paced mode: releases each scene of the current hour at its minute, then the rest of the hour."""
    hourly = [
        show.key(n) for n in ("episode_plan", "character_sheets", "episode", "canon_snapshot", "cost_ledger")
    ]

    @dg.sensor(
        name="paced_scenes",
        asset_selection=dg.AssetSelection.assets(*hourly, *show.scene_keys()),
        minimum_interval_seconds=20,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Releases scene k of the current hour at minute 10 (k - 1).",
    )
    def paced_scenes(
        context: dg.SensorEvaluationContext, anigen: dg.ResourceParam[Application]
    ) -> dg.SensorResult:
        hour_key = key_of(floor_hour(anigen.clock.now()))
        if hour_key in in_flight(context.instance):
            return dg.SensorResult(skip_reason=f"A run of {hour_key} is under way.")
        request = paced_request(anigen, show, hour_key)
        if request is None:
            return dg.SensorResult(skip_reason=f"Nothing of {hour_key} is due.")
        return dg.SensorResult(run_requests=[request])

    return paced_scenes

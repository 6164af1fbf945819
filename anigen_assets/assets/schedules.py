"""The hourly schedule: asks for the current hour as it begins, and for the day's report after midnight."""

import dagster as dg

from anigen_assets.assets.automation import requests
from anigen_assets.services.agenda import read_agenda
from anigen_assets.services.application import Application


def build_hourly_schedule(job: object) -> dg.ScheduleDefinition:
    """At minute 0: the current hour, unless an earlier one has to be made first (the sensor sees to that)."""

    @dg.schedule(
        name="hourly_episode",
        job=job,  # type: ignore[arg-type]
        cron_schedule="0 * * * *",
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="An episode an hour.",
    )
    def hourly_episode(
        context: dg.ScheduleEvaluationContext, anigen: dg.ResourceParam[Application]
    ) -> list[dg.RunRequest] | dg.SkipReason:
        agenda = read_agenda(anigen)
        asked = list(requests(context.instance, agenda, anigen.clock.now(), "hourly_episode"))
        return asked or dg.SkipReason("The hour is made, under way, or waits for an earlier one.")

    return hourly_episode


def build_daily_schedule(job: object) -> dg.ScheduleDefinition:
    """Ten minutes after midnight UTC: yesterday's report."""

    @dg.schedule(
        name="daily_report",
        job=job,  # type: ignore[arg-type]
        cron_schedule="10 0 * * *",
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Closes the day that has ended.",
    )
    def daily_report(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
        from datetime import timedelta

        day = (context.scheduled_execution_time - timedelta(days=1)).strftime("%Y-%m-%d")
        return dg.RunRequest(run_key=day, partition_key=day)

    return daily_report

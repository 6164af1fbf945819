"""Puts a show's definitions together. Tests and other code locations build fresh ones for their own application."""

from __future__ import annotations

import dagster as dg

from anigen_assets.assets.canon import build_canon_snapshot
from anigen_assets.assets.cast import build_character_sheets
from anigen_assets.assets.checks import build_checks
from anigen_assets.assets.episode import build_episode
from anigen_assets.assets.jobs import DAY_JOB, HOUR_JOB, build_jobs
from anigen_assets.assets.money import build_cost_ledger, build_daily_cost_report
from anigen_assets.assets.nightly import build_nightly_schedule, build_verify_job
from anigen_assets.assets.plan import build_episode_plan
from anigen_assets.assets.scenes import build_scenes
from anigen_assets.assets.schedules import build_daily_schedule, build_hourly_schedule
from anigen_assets.assets.sensors import build_catch_up_sensor, build_paced_sensor
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.begin_series import begin_series
from anigen_assets.settings import Pace


def build_show(app: Application) -> Show:
    """The show of an application; begins the series when it has not begun."""
    series = begin_series(app)
    return Show(
        slug=app.series_id,
        title=app.bible.title,
        owner=app.bible.owner,
        first_hour=series.first_hour,
        scenes=app.bible.format.scenes_per_episode,
    )


def build_definitions(app: Application) -> dg.Definitions:
    """Assets, checks, jobs, schedules and sensors of one show."""
    show = build_show(app)
    jobs, verify = build_jobs(show), build_verify_job(show)
    paced = app.settings.pace is Pace.PACED
    return dg.Definitions(
        assets=[
            build_episode_plan(show),
            build_character_sheets(show),
            build_scenes(show),
            build_episode(show),
            build_canon_snapshot(show),
            build_cost_ledger(show),
            build_daily_cost_report(show),
        ],
        asset_checks=build_checks(show),
        jobs=[*jobs.values(), verify],
        schedules=[
            build_hourly_schedule(jobs[HOUR_JOB]),
            build_daily_schedule(jobs[DAY_JOB]),
            build_nightly_schedule(verify),
        ],
        sensors=[build_catch_up_sensor(jobs[HOUR_JOB]), *([build_paced_sensor(show)] if paced else [])],
        resources={"anigen": dg.ResourceDefinition.hardcoded_resource(app)},
        executor=dg.in_process_executor,
    )

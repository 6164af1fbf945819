"""Jobs: one run is one hour is one episode."""

from __future__ import annotations

from typing import Any

import dagster as dg

from anigen_assets.assets.show import Show

HOUR_JOB = "make_hour"
PLAN_JOB = "plan_hours"
PRODUCE_JOB = "produce_hour"
DAY_JOB = "report_day"

PRODUCED = ("character_sheets", "episode", "canon_snapshot", "cost_ledger")


def build_jobs(show: Show) -> dict[str, Any]:
    """All jobs by name."""
    plan = dg.AssetSelection.assets(show.key("episode_plan"))
    produced = dg.AssetSelection.assets(*(show.key(name) for name in PRODUCED), *show.scene_keys())
    report = dg.AssetSelection.assets(show.key("daily_cost_report"))
    hourly = {
        HOUR_JOB: (
            plan | produced,
            "Makes one hour's episode: plan, sheets, scenes, film, canon, ledger, with checks.",
        ),
        PLAN_JOB: (plan, "Plans a stretch of hours, in order."),
        PRODUCE_JOB: (produced, "Makes a planned hour: sheets, scenes, film, canon, ledger, with checks."),
    }
    tags = {"anigen/series": show.slug}
    jobs = {
        name: dg.define_asset_job(name, selection=chosen, description=words, tags=tags)
        for name, (chosen, words) in hourly.items()
    }
    words = "Closes a day: its cost against budget."
    jobs[DAY_JOB] = dg.define_asset_job(DAY_JOB, selection=report, description=words, tags=tags)
    return jobs

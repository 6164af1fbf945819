"""The night's work: all of canon recomputed, link by link and fact by fact, as `anigen canon verify` does it."""

import time

import dagster as dg

from anigen_assets.assets.findings import broken_chain_table
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.canon_reports import fault_of, verify_chain

VERIFY_JOB = "verify_canon"
NIGHT = "40 3 * * *"


def build_verify_job(show: Show) -> dg.JobDefinition:
    """Recomputes the whole chain; fails with one sentence when it does not verify."""

    @dg.op(name="verify_chain", description="Every digest and every fact, from the recorded changes.")
    def verify(context: dg.OpExecutionContext, anigen: dg.ResourceParam[Application]) -> None:
        began = time.monotonic()
        report = verify_chain(anigen)
        fault = fault_of(report)
        shown = {"links": report["links"], "head digest": report["digest"]}
        if fault is not None:
            raise dg.Failure(
                description=f"Canon does not verify: {fault.sentence}",
                metadata={**shown, "findings": broken_chain_table(fault)},
                allow_retries=False,
            )
        seconds = time.monotonic() - began
        context.add_output_metadata({**shown, "seconds": round(seconds, 3)})
        context.log.info(f"Canon is intact: {report['links']} links, head {report['digest']}.")

    @dg.job(
        name=VERIFY_JOB,
        description="Recomputes all of canon from the recorded changes. Changes nothing.",
        tags={"anigen/series": show.slug},
    )
    def verify_canon() -> None:
        verify()

    return verify_canon


def build_nightly_schedule(job: dg.JobDefinition) -> dg.ScheduleDefinition:
    """At 03:40 UTC, between two hours' beginnings."""
    return dg.ScheduleDefinition(
        name="nightly_verification",
        job=job,
        cron_schedule=NIGHT,
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Recomputes all of canon.",
    )

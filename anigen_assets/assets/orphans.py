"""Runs whose process is gone: recorded as failed, so that neither people nor sensors wait for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg
import psutil
from dagster._core.storage.dagster_run import IN_PROGRESS_RUN_STATUSES

OWNER_TAG = "anigen/owner"
"""`pid:start time` of the process that executes the run itself (`anigen make`)."""


def owner_tag() -> str:
    """This process, told apart from a later one with the same id."""
    return _identity(psutil.Process(os.getpid()))


def reap_orphans(instance: dg.DagsterInstance) -> int:
    """Marks in-progress runs of dead owners as failed; returns how many there were.

    Only runs that carry an owner are looked at: Dagster's run monitoring watches over the others.
    """
    reaped = 0
    for run in instance.get_runs(dg.RunsFilter(statuses=list(IN_PROGRESS_RUN_STATUSES))):
        owner = run.tags.get(OWNER_TAG)
        if owner is not None and not _lives(owner):
            instance.report_run_failed(
                run, "The process that made this hour ended in the middle; make it again."
            )
            reaped += 1
    return reaped


@contextmanager
def dagster_instance(home: str) -> Iterator[dg.DagsterInstance]:
    """The instance of a Dagster home folder."""
    with dg.DagsterInstance.from_config(home) as instance:
        yield instance


def _lives(owner: str) -> bool:
    try:
        return _identity(psutil.Process(int(owner.partition(":")[0]))) == owner
    except (psutil.NoSuchProcess, ValueError):
        return False


def _identity(process: psutil.Process) -> str:
    return f"{process.pid}:{process.create_time():.2f}"

"""Runs whose process is gone: recorded as failed, so that neither people nor sensors wait for them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import dagster as dg
import psutil
from dagster._core.launcher import WorkerStatus
from dagster._core.storage.dagster_run import IN_PROGRESS_RUN_STATUSES

OWNER_TAG = "anigen/owner"
"""`pid:start time` of the process that executes the run itself (`anigen make`)."""


def owner_tag() -> str:
    """This process, told apart from a later one with the same id."""
    return _identity(psutil.Process(os.getpid()))


def reap_orphans(instance: dg.DagsterInstance) -> int:
    """Marks runs that have lost their process as failed, at once; returns how many there were.

    Run monitoring does the same, but only while the daemon runs and after a while.
    """
    gone = [run for run in _in_progress(instance) if _is_lost(instance, run)]
    for run in gone:
        instance.report_run_failed(run, "The process that made this hour ended in the middle; make it again.")
    return len(gone)


def close_own_runs(instance: dg.DagsterInstance, why: str) -> None:
    """Marks runs of this process as failed that have not ended by themselves."""
    for run in _in_progress(instance):
        if run.tags.get(OWNER_TAG) == owner_tag():
            instance.report_run_failed(run, why)


@contextmanager
def dagster_instance(home: str) -> Iterator[dg.DagsterInstance]:
    """The instance of a Dagster home folder."""
    with dg.DagsterInstance.from_config(home) as instance:
        yield instance


def _in_progress(instance: dg.DagsterInstance) -> Sequence[dg.DagsterRun]:
    return instance.get_runs(dg.RunsFilter(statuses=list(IN_PROGRESS_RUN_STATUSES)))


def _is_lost(instance: dg.DagsterInstance, run: dg.DagsterRun) -> bool:
    launcher = instance.run_launcher
    if not launcher.supports_check_run_worker_health:
        return False
    return launcher.check_run_worker_health(run).status is WorkerStatus.FAILED


def owner_lives(owner: str) -> bool:
    """Whether the process that an owner tag names is still there."""
    try:
        return _identity(psutil.Process(int(owner.partition(":")[0]))) == owner
    except (psutil.NoSuchProcess, ValueError):
        return False


def _identity(process: psutil.Process) -> str:
    return f"{process.pid}:{process.create_time():.2f}"

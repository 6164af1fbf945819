"""Launching runs, and telling which of them have lost their process: a power cut leaves no run that waits for ever.

Dagster's own launcher says nothing about the health of its runs, so that its run monitoring leaves a lost one
"started" for good, and automation would wait for that hour for ever.
"""

from __future__ import annotations

import json

import dagster as dg
from dagster._core.errors import DagsterUserCodeUnreachableError
from dagster._core.launcher import CheckRunHealthResult, DefaultRunLauncher, WorkerStatus
from dagster._core.storage.tags import GRPC_INFO_TAG
from dagster._grpc.client import DagsterGrpcClient
from dagster._grpc.types import CanCancelExecutionRequest, CanCancelExecutionResult
from dagster._serdes import deserialize_value

from anigen_assets.assets.orphans import OWNER_TAG, owner_lives

ANSWER_SECONDS = 10
ATTEMPTS = 3


class AniGenRunLauncher(DefaultRunLauncher):
    """Runs in processes of the code location's server, as Dagster does by default, and watched over."""

    @property
    def supports_check_run_worker_health(self) -> bool:
        """Has run monitoring ask."""
        return True

    def check_run_worker_health(self, run: dg.DagsterRun) -> CheckRunHealthResult:
        """Whether a process still works on a started run.

        A run of `anigen make` names its process; any other is asked of the server that it was launched on.
        """
        owner = run.tags.get(OWNER_TAG)
        if owner is not None:
            lives = owner_lives(owner)
            return _working() if lives else _lost("the `anigen make` that executed it has ended")
        if GRPC_INFO_TAG not in run.tags:
            return _working()  # not launched yet, or executed in a process that we know nothing about
        client = DagsterGrpcClient(**json.loads(run.tags[GRPC_INFO_TAG]))
        question = CanCancelExecutionRequest(run_id=run.run_id)
        for _ in range(ATTEMPTS):
            try:
                answer = client.can_cancel_execution(question, timeout=ANSWER_SECONDS)
            except DagsterUserCodeUnreachableError:
                continue
            known = deserialize_value(answer, CanCancelExecutionResult).can_cancel
            return _working() if known else _lost("its server was started anew and does not know it")
        return _lost("the server that executed it does not answer")


def _working() -> CheckRunHealthResult:
    return CheckRunHealthResult(WorkerStatus.RUNNING)


def _lost(why: str) -> CheckRunHealthResult:
    return CheckRunHealthResult(WorkerStatus.FAILED, f"The run has lost its process: {why}.")

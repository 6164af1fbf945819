"""Runs that have lost their process are noticed, and only those."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import dagster as dg
import grpc
import pytest
from dagster._core.launcher import WorkerStatus
from dagster._core.storage.tags import GRPC_INFO_TAG
from dagster._core.test_utils import create_run_for_test
from dagster._grpc.__generated__ import dagster_api_pb2
from dagster._grpc.__generated__.dagster_api_pb2_grpc import (
    DagsterApiServicer,
    add_DagsterApiServicer_to_server,
)
from dagster._grpc.types import CanCancelExecutionRequest, CanCancelExecutionResult
from dagster._serdes import deserialize_value, serialize_value

from anigen_assets.assets.orphans import OWNER_TAG, owner_tag, reap_orphans

LAUNCHER = {"run_launcher": {"module": "anigen_assets.assets.launcher", "class": "AniGenRunLauncher"}}


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.local_temp(str(tmp_path_factory.mktemp("dagster")), overrides=LAUNCHER) as opened:
        yield opened


class CodeServer(DagsterApiServicer):
    """A code location's server that knows some runs."""

    def __init__(self) -> None:
        self.known: set[str] = set()

    def CanCancelExecution(self, request: Any, _context: Any) -> Any:
        asked = deserialize_value(request.serialized_can_cancel_execution_request, CanCancelExecutionRequest)
        answer = serialize_value(CanCancelExecutionResult(can_cancel=asked.run_id in self.known))
        return dagster_api_pb2.CanCancelExecutionReply(serialized_can_cancel_execution_result=answer)


@contextmanager
def code_server() -> Iterator[tuple[CodeServer, dict[str, str]]]:
    """A server on a port of its own, and the tags of a run that was launched on it."""
    answering = CodeServer()
    server = grpc.server(ThreadPoolExecutor(1))
    add_DagsterApiServicer_to_server(answering, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield answering, {GRPC_INFO_TAG: json.dumps({"host": "127.0.0.1", "port": port})}
    finally:
        server.stop(None).wait()


def started(instance: dg.DagsterInstance, tags: dict[str, str]) -> dg.DagsterRun:
    return create_run_for_test(instance, "make_hour", status=dg.DagsterRunStatus.STARTED, tags=tags)


def health(instance: dg.DagsterInstance, run: dg.DagsterRun) -> WorkerStatus:
    return instance.run_launcher.check_run_worker_health(run).status


def test_run_monitoring_may_ask(instance: dg.DagsterInstance) -> None:
    assert instance.run_launcher.supports_check_run_worker_health


def test_a_run_that_its_server_works_on_is_left_alone(instance: dg.DagsterInstance) -> None:
    with code_server() as (server, tags):
        run = started(instance, tags)
        server.known.add(run.run_id)
        assert health(instance, run) is WorkerStatus.RUNNING


def test_a_run_is_lost_when_its_server_was_started_anew(instance: dg.DagsterInstance) -> None:
    with code_server() as (_, tags):
        assert health(instance, started(instance, tags)) is WorkerStatus.FAILED


def test_a_run_is_lost_when_its_server_is_gone(instance: dg.DagsterInstance) -> None:
    with code_server() as (_, tags):
        run = started(instance, tags)
    assert health(instance, run) is WorkerStatus.FAILED


def test_a_run_of_a_living_anigen_make_is_left_alone(instance: dg.DagsterInstance) -> None:
    assert health(instance, started(instance, {OWNER_TAG: owner_tag()})) is WorkerStatus.RUNNING


def test_a_run_of_a_killed_anigen_make_is_lost_even_when_its_number_is_anothers_by_now(
    instance: dg.DagsterInstance,
) -> None:
    number = owner_tag().partition(":")[0]
    assert health(instance, started(instance, {OWNER_TAG: f"{number}:1.00"})) is WorkerStatus.FAILED


def test_a_run_that_we_know_nothing_about_is_left_alone(instance: dg.DagsterInstance) -> None:
    assert health(instance, started(instance, {})) is WorkerStatus.RUNNING


def test_reaping_ends_lost_runs_and_no_others(instance: dg.DagsterInstance) -> None:
    with code_server() as (server, tags):
        kept, lost = started(instance, tags), started(instance, tags)
        server.known.add(kept.run_id)
        waiting = create_run_for_test(instance, "make_hour", status=dg.DagsterRunStatus.STARTING)
        reap_orphans(instance)
    states = {run.run_id: run.status for run in instance.get_runs()}
    assert states[lost.run_id] is dg.DagsterRunStatus.FAILURE
    assert states[kept.run_id] is dg.DagsterRunStatus.STARTED
    assert states[waiting.run_id] is dg.DagsterRunStatus.STARTING

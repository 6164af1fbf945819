"""Retries: transient failures boundedly, permanent ones never, and a person's interrupt at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from dagster._core.errors import DagsterExecutionInterruptedError

from anigen_assets.assets import failures
from anigen_assets.assets.build import build_definitions
from anigen_assets.assets.jobs import PRODUCE_JOB
from anigen_assets.errors import DiskFullError, StudioError
from anigen_assets.services.application import Application
from anigen_assets.services.produce_scenes import produce_scenes
from anigen_tests.show import hour, plan, small_show

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@pytest.fixture
def app(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    monkeypatch.setattr(failures, "PAUSE_SECONDS", 0.01)
    with small_show(database_url, tmp_path / "home") as opened:
        plan(opened, 1)
        yield opened


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    folder = tmp_path / "dagster"
    folder.mkdir()
    with dg.DagsterInstance.local_temp(str(folder)) as opened:
        yield opened


def failing(errors: list[BaseException], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Makes the scenes' use case raise these errors, one a call, before it works; returns the calls."""
    calls: list[int] = []

    def sometimes(*args: Any, **kwargs: Any) -> Iterator[Any]:
        calls.append(1)
        if len(calls) <= len(errors):
            raise errors[len(calls) - 1]
        yield from produce_scenes(*args, **kwargs)

    monkeypatch.setattr("anigen_assets.assets.scenes.produce_scenes", sometimes)
    return calls


def produce(app: Application, instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    job = build_definitions(app).resolve_job_def(PRODUCE_JOB)
    return job.execute_in_process(
        partition_key=hour(1), instance=instance, run_config=QUIET, raise_on_error=False
    )


def test_a_transient_failure_is_tried_again_and_the_hour_is_made(
    app: Application, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = failing([DiskFullError("full"), DiskFullError("full")], monkeypatch)
    assert produce(app, instance).success
    assert len(calls) == 3


def test_a_transient_failure_that_stays_ends_with_its_sentence_after_bounded_tries(
    app: Application, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = failing([DiskFullError("The disk is full.")] * 10, monkeypatch)
    result = produce(app, instance)
    assert not result.success
    assert len(calls) == 3
    (failure,) = [e for e in result.all_node_events if e.is_step_failure]
    assert failure.step_failure_data.user_failure_data.description == "The disk is full."


def test_a_permanent_failure_is_not_tried_again(
    app: Application, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = failing([StudioError("It cannot be drawn.")] * 10, monkeypatch)
    assert not produce(app, instance).success
    assert len(calls) == 1


def test_a_step_that_a_person_terminates_is_not_tried_again(
    app: Application, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = failing([DagsterExecutionInterruptedError()] * 10, monkeypatch)
    assert not produce(app, instance).success
    assert len(calls) == 1
    (run,) = instance.get_runs()
    assert run.is_finished

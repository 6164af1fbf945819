"""What automation asks for: missed hours oldest first, nothing twice, and scenes at their minute in the paced mode."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.test_utils import create_run_for_test

from anigen_assets.assets.build import build_definitions
from anigen_assets.assets.jobs import HOUR_JOB
from anigen_assets.clock import FixedClock
from anigen_assets.services.application import Application
from anigen_assets.services.produce_scenes import produce_scenes
from anigen_tests.show import FIRST_HOUR, film, hour, plan, small_show, state, tell


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    folder = tmp_path / "dagster"
    folder.mkdir()
    with dg.DagsterInstance.local_temp(str(folder)) as opened:
        yield opened


def ask(app: Application, instance: dg.DagsterInstance, sensor: str = "catch_up") -> dg.SensorResult:
    definitions = build_definitions(app)
    definition = next(s for s in definitions.sensors or [] if s.name == sensor)  # type: ignore[union-attr]
    context = dg.build_sensor_context(instance=instance, resources={"anigen": app})
    result = definition(context)  # type: ignore[operator]
    assert isinstance(result, dg.SensorResult)
    return result


def asked(result: dg.SensorResult) -> list[str]:
    return [str(r.partition_key) for r in result.run_requests or []]


def finished_run(instance: dg.DagsterInstance, hour_key: str, status: dg.DagsterRunStatus) -> None:
    tags = {"dagster/partition": hour_key, "anigen/automation": "catch_up"}
    create_run_for_test(instance, job_name=HOUR_JOB, status=status, tags=tags)


def test_missed_hours_are_asked_for_oldest_first_and_the_next_once_the_one_before_is_planned(
    database_url: str, tmp_path: Path, instance: dg.DagsterInstance
) -> None:
    with small_show(database_url, tmp_path / "home", hours=5) as app:
        assert asked(ask(app, instance)) == [hour(1)]
        plan(app, 1)
        assert asked(ask(app, instance)) == [hour(1), hour(2)]
        tell(app, 1, 2)
        assert asked(ask(app, instance)) == [hour(3)]


def test_an_hour_that_a_run_is_working_on_is_not_asked_for_again(
    database_url: str, tmp_path: Path, instance: dg.DagsterInstance
) -> None:
    with small_show(database_url, tmp_path / "home", hours=5) as app:
        finished_run(instance, hour(1), dg.DagsterRunStatus.STARTED)
        assert asked(ask(app, instance)) == []


def test_a_failing_hour_is_tried_again_after_a_pause_and_then_left_to_a_person(
    database_url: str, tmp_path: Path, instance: dg.DagsterInstance
) -> None:
    with small_show(database_url, tmp_path / "home", hours=1) as app:
        from datetime import UTC, datetime

        finished_run(instance, hour(1), dg.DagsterRunStatus.FAILURE)
        app.clock.moment = datetime.now(UTC)  # type: ignore[attr-defined]
        app.settings.__dict__["catch_up_hours"] = 8760 * 10
        assert asked(ask(app, instance)) == []
        app.clock.moment += timedelta(minutes=3)  # type: ignore[attr-defined]
        assert asked(ask(app, instance)) == [hour(1)]
        for _ in range(2):
            finished_run(instance, hour(1), dg.DagsterRunStatus.FAILURE)
        app.clock.moment += timedelta(days=1)  # type: ignore[attr-defined]
        assert asked(ask(app, instance)) == []


def test_hours_beyond_the_catch_up_window_are_recorded_as_skipped(
    database_url: str, tmp_path: Path, instance: dg.DagsterInstance
) -> None:
    with small_show(database_url, tmp_path / "home", hours=6, catch_up_hours=2) as app:
        assert asked(ask(app, instance)) == [hour(5)]
        assert [state(app, n) for n in range(1, 6)] == ["skipped"] * 4 + ["missing"]


def test_a_produced_hour_whose_retirement_was_lost_is_finished(
    database_url: str, tmp_path: Path, instance: dg.DagsterInstance
) -> None:
    with small_show(database_url, tmp_path / "home", hours=1) as app:
        plan(app, 1)
        film(app, 1)
        assert asked(ask(app, instance))[0] == hour(1)


def test_the_paced_mode_releases_scene_k_at_minute_ten_times_k_minus_one_and_then_the_rest(
    database_url: str, tmp_path: Path, instance: dg.DagsterInstance
) -> None:
    def names(result: dg.SensorResult) -> list[str]:
        return [key.path[-1] for r in result.run_requests or [] for key in r.asset_selection or []]

    with small_show(database_url, tmp_path / "home", hours=0, pace="paced") as app:
        clock = app.clock
        assert isinstance(clock, FixedClock)
        clock.moment = FIRST_HOUR + timedelta(minutes=1)
        assert asked(ask(app, instance)) == []
        assert names(ask(app, instance, "paced_scenes")) == ["episode_plan", "character_sheets", "scene_1"]
        plan(app, 1)
        list(produce_scenes(app, hour(1), [1]))
        assert names(ask(app, instance, "paced_scenes")) == []
        clock.moment = FIRST_HOUR + timedelta(minutes=21)
        assert names(ask(app, instance, "paced_scenes")) == ["scene_2", "scene_3"]
        list(produce_scenes(app, hour(1), [2, 3]))
        clock.moment = FIRST_HOUR + timedelta(minutes=51)
        rest = ["scene_4", "scene_5", "scene_6", "episode", "canon_snapshot", "cost_ledger"]
        assert names(ask(app, instance, "paced_scenes")) == rest


def test_the_schedule_asks_for_the_current_hour(
    database_url: str, tmp_path: Path, instance: dg.DagsterInstance
) -> None:
    with small_show(database_url, tmp_path / "home", hours=0) as app:
        repository = build_definitions(app).get_repository_def()
        context = dg.build_schedule_context(
            instance=instance,
            resources={"anigen": app},
            repository_def=repository,
            scheduled_execution_time=FIRST_HOUR,
        )
        tick = repository.get_schedule_def("hourly_episode").evaluate_tick(context)
        assert [r.partition_key for r in tick.run_requests or []] == [hour(1)]

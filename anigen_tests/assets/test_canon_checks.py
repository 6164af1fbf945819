"""What Dagster shows of a plan that contradicts canon, and of canon that does not verify, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import psycopg
import pytest

from anigen_assets.assets.build import build_definitions
from anigen_assets.assets.jobs import HOUR_JOB, PLAN_JOB
from anigen_assets.assets.nightly import VERIFY_JOB
from anigen_assets.services import verdicts
from anigen_assets.services.application import Application
from anigen_assets.story.findings import Evidence, Finding, Severity
from anigen_tests.show import hour, small_show, tell_unfilmed

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
CONTRADICTION = Finding(
    rule="the_dead_act",
    severity=Severity.ERROR,
    message="Aki | Mori speaks\nand is <b>dead</b>.",
    evidence=(
        Evidence(episode=7, scene=3, text="Aki waves."),
        Evidence(episode=2, scene=6, text="status = dead"),
    ),
)


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Application]:
    """A show of which two hours are canon."""
    with small_show(database_url, tmp_path / "home") as opened:
        tell_unfilmed(opened, 1, 2)
        yield opened


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    """A Dagster of its own."""
    folder = tmp_path / "dagster"
    folder.mkdir()
    with dg.DagsterInstance.local_temp(str(folder)) as opened:
        yield opened


def run(
    app: Application, instance: dg.DagsterInstance, job: str, partition: str | None = None
) -> dg.ExecuteInProcessResult:
    """Runs a job as the daemon would have it run."""
    return (
        build_definitions(app)
        .resolve_job_def(job)
        .execute_in_process(
            partition_key=partition, instance=instance, raise_on_error=False, run_config=QUIET
        )
    )


def check(result: dg.ExecuteInProcessResult, name: str) -> dg.AssetCheckEvaluation:
    """The evaluation of a check in a run."""
    return next(c for c in result.get_asset_check_evaluations() if c.check_name == name)


def damage(database_url: str) -> None:
    """Alters what episode 1 changed, behind the guards' back."""
    with psycopg.connect(database_url) as connection:
        connection.execute("SET session_replication_role = replica")
        altered = connection.execute(
            """UPDATE canon_changes SET document = jsonb_set(document, '{text}', '"Nothing happened."')
            WHERE number = 1 AND document->>'kind' = 'record_event'"""
        )
        assert altered.rowcount


def test_a_plan_that_contradicts_canon_blocks_its_hour_and_the_table_names_rule_and_both_scenes(
    app: Application, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "check_against", lambda *_: (CONTRADICTION,))
    result = run(app, instance, HOUR_JOB, hour(3))
    assert not result.success
    made = {e.asset_key.path[-1] for e in result.get_asset_materialization_events() if e.asset_key}
    assert made == {"episode_plan"}
    head, _, row = str(check(result, "plan_is_continuous").metadata["findings"].value).splitlines()
    assert head == "| hour | rule | severity | message | scene | contradicts |"
    assert "the\\_dead\\_act | error" in row
    assert "episode 7, scene 3: Aki waves" in row
    assert "episode 2, scene 6: status = dead" in row


def test_words_of_a_finding_stay_in_their_cell(
    app: Application, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "check_against", lambda *_: (CONTRADICTION,))
    table = str(check(run(app, instance, PLAN_JOB, hour(3)), "plan_is_continuous").metadata["findings"].value)
    assert "Aki \\| Mori speaks and is \\<b\\>dead\\</b\\>\\." in table
    assert len(table.splitlines()) == 3


def test_a_plan_without_findings_says_so(app: Application, instance: dg.DagsterInstance) -> None:
    result = run(app, instance, PLAN_JOB, hour(3))
    assert result.success
    assert check(result, "plan_is_continuous").metadata["findings"].value == "No findings."


def test_a_broken_chain_fails_the_run_of_an_hour_and_the_table_names_the_link(
    app: Application, instance: dg.DagsterInstance, database_url: str
) -> None:
    damage(database_url)
    result = run(app, instance, HOUR_JOB, hour(3))
    assert not result.success
    found = check(result, "canon_chain_intact")
    assert not found.passed
    assert found.blocking
    assert "canon\\_changes | 2 | episode 1 |" in str(found.metadata["findings"].value)


def test_the_nightly_job_says_that_canon_is_intact(app: Application, instance: dg.DagsterInstance) -> None:
    assert run(app, instance, VERIFY_JOB).success


def test_the_nightly_job_fails_with_one_sentence_when_canon_does_not_verify(
    app: Application, instance: dg.DagsterInstance, database_url: str
) -> None:
    damage(database_url)
    result = run(app, instance, VERIFY_JOB)
    assert not result.success
    (failed,) = [e for e in result.all_node_events if e.is_step_failure]
    told = failed.step_failure_data.user_failure_data
    assert told.description.startswith("Canon does not verify: Link 2 (episode, episode 1): stored digest")
    assert "canon\\_changes | 2 | episode 1 |" in str(told.metadata["findings"].value)


def test_canon_is_verified_every_night_without_being_asked(
    app: Application, instance: dg.DagsterInstance
) -> None:
    schedule = build_definitions(app).get_repository_def().get_schedule_def("nightly_verification")
    assert (schedule.job_name, schedule.cron_schedule, schedule.execution_timezone) == (
        VERIFY_JOB,
        "40 3 * * *",
        "UTC",
    )
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING

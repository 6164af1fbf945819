"""An hour made behind ten retired ones: filler by name wherever it is shown, and nothing later is different for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import dagster as dg
import pytest

from anigen_assets.assets.build import build_definitions
from anigen_assets.assets.jobs import HOUR_JOB
from anigen_assets.commands.plan import as_script
from anigen_assets.services.application import Application
from anigen_assets.services.canon_reports import verify_chain
from anigen_assets.services.operator import skip_hours
from anigen_assets.story.canon import CanonState, Fact
from anigen_tests.show import hour, small_show, tell, tell_unfilmed

MISSED = 3
LATER = range(4, 14)


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Application]:
    """Thirteen hours that are canon, of which the third was skipped."""
    with small_show(database_url, tmp_path / "home") as opened:
        tell_unfilmed(opened, 1, 2)
        skip_hours(opened, [hour(MISSED)], "power cut")
        tell_unfilmed(opened, *LATER)
        yield opened


def states(app: Application) -> dict[int, CanonState]:
    """Canon as of each hour after the missed one."""
    with app.database.unit_of_work() as uow:
        return {number: uow.canon.as_of(app.series_id, number) for number in LATER}


def flat(state: CanonState) -> Mapping[tuple[str, str], Fact]:
    """Facts by key."""
    return {fact.key: fact for fact in state}


def test_every_later_hour_keeps_its_facts_and_gains_only_new_subjects(app: Application) -> None:
    before = states(app)
    tell(app, MISSED)
    for number, after in states(app).items():
        kept, now = flat(before[number]), flat(after)
        assert {key: now[key] for key in kept} == kept
        gained = now.keys() - kept.keys()
        assert gained
        assert not {subject for subject, _ in gained} & set(before[number].facts)
    assert verify_chain(app)["intact"]


def test_it_is_filler_in_its_plan_its_episode_and_its_link(app: Application) -> None:
    tell(app, MISSED)
    with app.database.unit_of_work() as uow:
        plan = uow.episodes.plan(app.series_id, MISSED)
        episode = uow.episodes.get(app.series_id, MISSED)
        link = uow.canon.snapshot(app.series_id, MISSED)
        canon = uow.canon.as_of(app.series_id, MISSED)
    assert plan is not None
    assert episode is not None
    assert link is not None
    assert (plan.filler, episode.filler, episode.state, link.kind) == (True, True, "retired", "filler")
    assert as_script(plan, canon).splitlines()[0] == f"Episode {MISSED}: {plan.title} (filler)"


def test_dagster_labels_plan_episode_and_snapshot_as_filler(app: Application, tmp_path: Path) -> None:
    folder = tmp_path / "dagster"
    folder.mkdir()
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    with dg.DagsterInstance.local_temp(str(folder)) as instance:
        job = build_definitions(app).resolve_job_def(HOUR_JOB)
        result = job.execute_in_process(partition_key=hour(MISSED), instance=instance, run_config=quiet)
    kinds = {
        e.asset_key.path[-1]: e.step_materialization_data.materialization.metadata["kind"].value
        for e in result.get_asset_materialization_events()
        if e.asset_key and "kind" in e.step_materialization_data.materialization.metadata
    }
    assert kinds == {"episode_plan": "filler", "episode": "filler", "canon_snapshot": "filler"}

"""The asset graph as people see it: keys, groups, owners, partitions, and what one run makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from anigen_assets.assets.build import build_definitions
from anigen_assets.assets.jobs import HOUR_JOB, PLAN_JOB, PRODUCE_JOB
from anigen_assets.services.application import Application
from anigen_assets.services.verdicts import scene_verdicts
from anigen_tests.show import hour, plan, small_show, state, tell

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
GROUPS = {
    "episode_plan": "story",
    "character_sheets": "cast",
    **{f"scene_{slot}": "scenes" for slot in range(1, 7)},
    "episode": "episode",
    "canon_snapshot": "canon",
    "cost_ledger": "money",
    "daily_cost_report": "money",
}


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Application]:
    with small_show(database_url, tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    folder = tmp_path / "dagster"
    folder.mkdir()
    with dg.DagsterInstance.local_temp(str(folder)) as opened:
        yield opened


def run(
    app: Application, instance: dg.DagsterInstance, job: str, partition: str, **options: object
) -> dg.ExecuteInProcessResult:
    definition = build_definitions(app).resolve_job_def(job)
    run_config = {**QUIET, **options.pop("run_config", {})}  # type: ignore[dict-item]
    return definition.execute_in_process(
        partition_key=partition, instance=instance, raise_on_error=False, run_config=run_config, **options
    )


def test_every_asset_has_group_owner_kinds_description_and_code_version(app: Application) -> None:
    graph = build_definitions(app).resolve_asset_graph()
    assert {key.path[-1] for key in graph.get_all_asset_keys()} == set(GROUPS)
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        name = key.path[-1]
        assert key.path[0] == app.series_id
        assert node.group_name == GROUPS[name]
        assert node.owners == ["team:anigen"]
        assert node.kinds
        assert "Grain" in (node.description or "")
        assert "Cost class" in (node.description or "")
        assert node.code_version


def test_partitions_run_from_the_first_hour_up_to_the_current_one(app: Application) -> None:
    node = build_definitions(app).resolve_asset_graph().get(dg.AssetKey([app.series_id, "episode"]))
    keys = node.partitions_def.get_partition_keys(current_time=app.clock.now())
    assert keys[0] == hour(1)
    assert keys[-1] == hour(49)


def test_one_run_makes_one_hour_and_passes_its_checks(app: Application, instance: dg.DagsterInstance) -> None:
    result = run(app, instance, HOUR_JOB, hour(1))
    assert result.success
    made = {e.asset_key.path[-1] for e in result.get_asset_materialization_events() if e.asset_key}
    assert made == set(GROUPS) - {"daily_cost_report"}
    checks = {c.check_name: c.passed for c in result.get_asset_check_evaluations()}
    assert {"plan_is_continuous", "is_30_seconds_of_film", "episode_is_whole", "canon_chain_intact"} <= set(
        checks
    )
    assert all(checks.values())
    assert state(app, 1) == "retired"


def test_a_materialization_shows_poster_title_synopsis_length_digest_cost_and_a_link(
    app: Application, instance: dg.DagsterInstance
) -> None:
    result = run(app, instance, HOUR_JOB, hour(1))
    shown = {
        e.asset_key.path[-1]: e.step_materialization_data.materialization.metadata
        for e in result.get_asset_materialization_events()
        if e.asset_key
    }
    assert "/app/static/media/" in shown["episode"]["poster"].value  # type: ignore[operator]
    assert "Episode 1" in shown["episode"]["title"].value  # type: ignore[operator]
    assert shown["episode"]["seconds"].value == pytest.approx(180.0)
    assert shown["episode"]["watch"].value == f"{app.settings.viewer_url}/watch?episode=1"
    assert len(str(shown["canon_snapshot"]["canon digest"].value)) == 64
    assert shown["cost_ledger"]["actual USD"].value == "0.000000"
    assert shown["cost_ledger"]["quote brief USD"].value == "27.660000"


def test_an_hour_out_of_order_is_refused_by_the_plan_asset_itself_without_retries(
    app: Application, instance: dg.DagsterInstance
) -> None:
    result = run(app, instance, HOUR_JOB, hour(3))
    assert not result.success
    failures = [e for e in result.all_node_events if e.is_step_failure]
    assert [e.step_key for e in failures] == [f"{app.series_id}__episode_plan"]
    assert not [e for e in result.all_node_events if e.event_type_value == "STEP_UP_FOR_RETRY"]
    sentence = failures[0].step_failure_data.user_failure_data.description
    assert f"anigen skip {hour(2)}" in sentence
    assert state(app, 3) == "missing"


def test_a_range_of_plans_is_made_in_one_run_in_order_with_a_materialization_each(
    app: Application, instance: dg.DagsterInstance
) -> None:
    job = build_definitions(app).resolve_job_def(PLAN_JOB)
    tags = {"dagster/asset_partition_range_start": hour(1), "dagster/asset_partition_range_end": hour(5)}
    result = job.execute_in_process(instance=instance, tags=tags, run_config=QUIET)
    assert result.success
    key = dg.AssetKey([app.series_id, "episode_plan"])
    assert instance.get_materialized_partitions(key) == {hour(n) for n in range(1, 6)}
    assert [state(app, n) for n in range(1, 6)] == ["planned"] * 5


def test_the_run_that_closes_the_gap_retires_the_hours_that_waited(
    app: Application, instance: dg.DagsterInstance
) -> None:
    plan(app, 1, 2, 3)
    for number in (2, 3):
        assert run(app, instance, PRODUCE_JOB, hour(number)).success
    key = dg.AssetKey([app.series_id, "canon_snapshot"])
    assert instance.get_materialized_partitions(key) == set()
    assert run(app, instance, PRODUCE_JOB, hour(1)).success
    assert instance.get_materialized_partitions(key) == {hour(1), hour(2), hour(3)}


def test_one_scene_is_rolled_again_and_the_others_stay(
    app: Application, instance: dg.DagsterInstance
) -> None:
    tell(app, 1)
    with app.database.unit_of_work() as uow:
        before = {s.slot: s.take for s in uow.episodes.scenes(app.series_id, 1)}
    selected = [dg.AssetKey([app.series_id, name]) for name in ("scene_3", "episode")]
    result = run(
        app,
        instance,
        HOUR_JOB,
        hour(1),
        asset_selection=selected,
        run_config={"ops": {"scenes": {"config": {"reroll": True}}}},
    )
    assert result.success
    with app.database.unit_of_work() as uow:
        after = {s.slot: s.take for s in uow.episodes.scenes(app.series_id, 1)}
        films = [m.media.take for m in uow.media.for_episode(app.series_id, 1) if m.media.kind == "film"]
    assert after == before | {3: before[3] + 1}
    assert sorted(films) == [1, 2]


def test_materializing_a_finished_hour_again_changes_nothing(
    app: Application, instance: dg.DagsterInstance
) -> None:
    def everything() -> list[tuple[object, ...]]:
        with app.database.unit_of_work() as uow:
            media = [
                (m.media_id, m.media.sha256, m.created_at) for m in uow.media.for_episode(app.series_id, 1)
            ]
            links = [(link.position, link.digest) for link in uow.canon.links(app.series_id)]
            entries = [(e.entry_id, e.entry.amount_usd) for e in uow.ledger.of_hour(app.series_id, 1)]
        return [*media, *links, *entries]

    tell(app, 1)
    before = everything()
    assert run(app, instance, HOUR_JOB, hour(1)).success
    assert everything() == before


def test_a_truncated_scene_is_noticed_by_its_check_and_made_again_on_request(
    app: Application, instance: dg.DagsterInstance
) -> None:
    tell(app, 1)
    with app.database.unit_of_work() as uow:
        scene = next(s for s in uow.episodes.scenes(app.series_id, 1) if s.slot == 2)
    assert scene.media is not None
    path = app.media.local_path(scene.media.media.key)
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])
    assert [slot for slot, verdict in scene_verdicts(app, hour(1)).items() if not verdict.passed] == [2]
    definitions = build_definitions(app)
    checks = definitions.resolve_job_def(PRODUCE_JOB)
    selected = [dg.AssetKey([app.series_id, "scene_2"])]
    result = checks.execute_in_process(
        partition_key=hour(1),
        instance=instance,
        asset_selection=selected,
        run_config=QUIET,
        raise_on_error=False,
    )
    assert result.success
    assert path.read_bytes() == whole

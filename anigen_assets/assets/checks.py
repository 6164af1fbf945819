"""Asset checks. Each looks at files or rows afresh; a discontinuous plan and a broken chain block what comes after."""

from collections.abc import Iterator, Sequence

import dagster as dg

from anigen_assets.assets.findings import broken_chain_table, findings_table
from anigen_assets.assets.nightly import VERIFY_JOB
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.canon_reports import NEWEST_LINKS
from anigen_assets.services.canon_view import CanonCursor
from anigen_assets.services.verdicts import (
    Verdict,
    chain_verdict,
    cost_verdict,
    episode_verdicts,
    plan_verdict,
    scene_verdicts,
)

EPISODE_CHECKS = {
    "episode_is_whole": "Six of six scenes, as long as their sum, the file as it was made.",
    "picture_moves": "No frozen and no black stretch.",
    "loudness_in_range": "-16 +- 1 LUFS, true peak below -1 dBTP.",
    "made_in_time": "Finished before its hour had ended; a warning only.",
}


def build_checks(show: Show) -> Sequence[dg.AssetChecksDefinition]:
    """All checks of a show."""
    return [
        _plan_checks(show),
        _scene_checks(show),
        _episode_checks(show),
        _canon_checks(show),
        _ledger_checks(show),
    ]


def _plan_checks(show: Show) -> dg.AssetChecksDefinition:
    spec = dg.AssetCheckSpec(
        "plan_is_continuous",
        asset=show.key("episode_plan"),
        description="Well formed, and no contradiction with canon as the hour finds it.",
        blocking=True,
        partitions_def=show.hours,
    )

    @dg.multi_asset_check(name="check_plan", specs=[spec])
    def check_plan(
        context: dg.AssetCheckExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> Iterator[dg.AssetCheckResult]:
        found, failed, keys = [], 0, _hours(context)
        cursor = CanonCursor()
        for key in keys:
            verdict, findings = plan_verdict(anigen, key, cursor)
            failed += not verdict.passed
            found += [(key, finding) for finding in findings]
        yield dg.AssetCheckResult(
            check_name=spec.name,
            asset_key=spec.asset_key,
            passed=not failed,
            description=f"{len(keys)} plans looked at, {failed} with errors.",
            metadata={"findings": findings_table(found)},
        )

    return check_plan


def _scene_checks(show: Show) -> dg.AssetChecksDefinition:
    specs = [
        dg.AssetCheckSpec(
            "is_30_seconds_of_film",
            asset=key,
            description="30 s +- 0.1 s with picture and sound, the file as it was made.",
            partitions_def=show.hours,
        )
        for key in show.scene_keys()
    ]

    @dg.multi_asset_check(name="check_scenes", specs=specs, can_subset=True)
    def check_scenes(
        context: dg.AssetCheckExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> Iterator[dg.AssetCheckResult]:
        wanted = {key.asset_key for key in context.selected_asset_check_keys}
        for hour in _hours(context):
            verdicts = scene_verdicts(anigen, hour)
            for slot, key in enumerate(show.scene_keys(), start=1):
                if key in wanted:
                    verdict = verdicts.get(slot, Verdict(False, f"Scene {slot} was not made."))
                    yield _result("is_30_seconds_of_film", key, verdict)

    return check_scenes


def _episode_checks(show: Show) -> dg.AssetChecksDefinition:
    key = show.key("episode")
    specs = [
        dg.AssetCheckSpec(name, asset=key, description=words, partitions_def=show.hours)
        for name, words in EPISODE_CHECKS.items()
    ]

    @dg.multi_asset_check(name="check_episode", specs=specs, can_subset=True)
    def check_episode(
        context: dg.AssetCheckExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> Iterator[dg.AssetCheckResult]:
        wanted = {check.name for check in context.selected_asset_check_keys}
        for hour in _hours(context):
            for name, verdict in episode_verdicts(anigen, hour).items():
                if name in wanted:
                    warn = (
                        dg.AssetCheckSeverity.WARN if name == "made_in_time" else dg.AssetCheckSeverity.ERROR
                    )
                    yield _result(name, key, verdict, warn)

    return check_episode


def _canon_checks(show: Show) -> dg.AssetChecksDefinition:
    key = show.key("canon_snapshot")

    @dg.asset_check(
        asset=key,
        name="canon_chain_intact",
        description=f"The newest {NEWEST_LINKS} links recompute; `{VERIFY_JOB}` recomputes all, every night.",
        blocking=True,
    )
    def canon_chain_intact(anigen: dg.ResourceParam[Application]) -> dg.AssetCheckResult:
        verdict, fault = chain_verdict(anigen)
        return dg.AssetCheckResult(
            check_name="canon_chain_intact",
            asset_key=key,
            passed=verdict.passed,
            description=verdict.sentence,
            metadata={"findings": broken_chain_table(fault)},
        )

    return canon_chain_intact


def _ledger_checks(show: Show) -> dg.AssetChecksDefinition:
    key = show.key("cost_ledger")
    spec = dg.AssetCheckSpec(
        "cost_within_estimate",
        asset=key,
        description="Actual within 10% of the estimate.",
        partitions_def=show.hours,
    )

    @dg.multi_asset_check(name="check_ledger", specs=[spec])
    def check_ledger(
        context: dg.AssetCheckExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> Iterator[dg.AssetCheckResult]:
        for hour in _hours(context):
            yield _result(spec.name, key, cost_verdict(anigen, hour))

    return check_ledger


def _hours(context: dg.AssetCheckExecutionContext) -> list[str]:
    return list(context.op_execution_context.partition_keys)


def _result(
    name: str,
    key: dg.AssetKey,
    verdict: Verdict,
    severity: dg.AssetCheckSeverity = dg.AssetCheckSeverity.ERROR,
) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        check_name=name,
        asset_key=key,
        passed=verdict.passed,
        severity=severity,
        description=verdict.sentence,
        metadata=dict(verdict.numbers),
    )

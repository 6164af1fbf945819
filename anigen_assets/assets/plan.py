"""`episode_plan`: the only asset with memory. A range is planned in one run, strictly in hour order."""

import dagster as dg

from anigen_assets.assets.failures import as_failures
from anigen_assets.assets.metadata import plan_metadata
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.plan_episode import plan_hours

DESCRIPTION = """The validated plan of one episode, committed with its draft canon changes.

**Grain**: one UTC hour is one episode. **Cost class**: director (free with the offline director).

Depends on itself, the hour before: a backfill plans its whole range in one run, in order. An hour whose
predecessor is neither planned, retired nor skipped is refused with a sentence that says what to do.
Materializing a planned hour again changes nothing; `replan: true` asks for a new take.
"""


class PlanConfig(dg.Config):
    """Run config of the plan."""

    replan: bool = False


def build_episode_plan(show: Show) -> dg.AssetsDefinition:
    """The plan asset of a show."""
    before = dg.TimeWindowPartitionMapping(start_offset=-1, end_offset=-1)

    @dg.asset(
        key=show.key("episode_plan"),
        partitions_def=show.hours,
        backfill_policy=dg.BackfillPolicy.single_run(),
        deps=[dg.AssetDep(show.key("episode_plan"), partition_mapping=before)],
        group_name="story",
        owners=show.owners,
        kinds={"python", "postgres"},
        description=DESCRIPTION,
        code_version="1",
    )
    def episode_plan(
        context: dg.AssetExecutionContext, config: PlanConfig, anigen: dg.ResourceParam[Application]
    ) -> dg.MaterializeResult[None]:
        keys = list(context.partition_keys)
        last = None
        with as_failures(context):
            for planned in plan_hours(anigen, keys, replan=config.replan):
                context.log.info(
                    f"{planned.hour_key}: {planned.plan.title}{' (already planned)' * planned.already}"
                )
                last = plan_metadata(anigen, planned)
                if len(keys) > 1 and planned.hour_key != keys[-1]:
                    # Logged at once, so that a failure later in the range keeps the hours before it.
                    context.log_event(
                        dg.AssetMaterialization(
                            show.key("episode_plan"), partition=planned.hour_key, metadata=last
                        )
                    )
        return dg.MaterializeResult(metadata=last)

    return episode_plan

"""`cost_ledger` of an hour and `daily_cost_report` of a day."""

import dagster as dg

from anigen_assets.assets.failures import as_failures
from anigen_assets.assets.metadata import day_metadata, ledger_metadata
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.close_ledger import close_day, close_hour

LEDGER = """What the hour cost: estimate, actual and their difference, from append-only entries.

**Grain**: one UTC hour. **Cost class**: free. Offline providers cost 0.000000 USD; beside it stands what the
same plan would cost at today's prices and at the brief's.
"""
REPORT = """The day's cost against its budget.

**Grain**: one UTC day, of all its hours. **Cost class**: free.
"""


def build_cost_ledger(show: Show) -> dg.AssetsDefinition:
    """The hour's ledger."""

    @dg.asset(
        key=show.key("cost_ledger"),
        partitions_def=show.hours,
        deps=[show.key("episode")],
        group_name="money",
        owners=show.owners,
        kinds={"python", "postgres"},
        description=LEDGER,
        code_version="1",
    )
    def cost_ledger(
        context: dg.AssetExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> dg.MaterializeResult[None]:
        with as_failures(context):
            closed = close_hour(anigen, context.partition_key)
        return dg.MaterializeResult(metadata=ledger_metadata(anigen, closed))

    return cost_ledger


def build_daily_cost_report(show: Show) -> dg.AssetsDefinition:
    """The day's report."""

    @dg.asset(
        key=show.key("daily_cost_report"),
        partitions_def=show.days,
        deps=[dg.AssetDep(show.key("cost_ledger"), partition_mapping=dg.TimeWindowPartitionMapping())],
        group_name="money",
        owners=show.owners,
        kinds={"python", "postgres"},
        description=REPORT,
        code_version="1",
    )
    def daily_cost_report(
        context: dg.AssetExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> dg.MaterializeResult[None]:
        with as_failures(context):
            day = close_day(anigen, context.partition_key)
        return dg.MaterializeResult(metadata=day_metadata(anigen, day))

    return daily_cost_report

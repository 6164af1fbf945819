"""`canon_snapshot`: retirement in hour order, like a processor's reorder buffer."""

from collections.abc import Iterator

import dagster as dg

from anigen_assets.assets.failures import as_failures
from anigen_assets.assets.metadata import snapshot_metadata
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.retire_canon import retire_ready

DESCRIPTION = """Canon after the hour: the changes of a produced episode become true, strictly in hour order.

**Grain**: one UTC hour. **Cost class**: free.

The run that finishes an hour retires every hour that is ready and logs a materialization for each. When an
earlier hour is still in production this hour's snapshot is left to the run that closes the gap: the step then
ends well and yields nothing.
"""


def build_canon_snapshot(show: Show) -> dg.AssetsDefinition:
    """The canon asset of a show."""
    key = show.key("canon_snapshot")

    @dg.asset(
        key=key,
        partitions_def=show.hours,
        deps=[show.key("episode")],
        output_required=False,
        group_name="canon",
        owners=show.owners,
        kinds={"python", "postgres"},
        description=DESCRIPTION,
        code_version="1",
    )
    def canon_snapshot(
        context: dg.AssetExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> Iterator[dg.MaterializeResult[None]]:
        mine = context.partition_key
        with as_failures(context):
            report = retire_ready(anigen, mine)
        for link in report.retired:
            if link.hour_key != mine:
                metadata = snapshot_metadata(anigen, link)
                context.log_event(dg.AssetMaterialization(key, partition=link.hour_key, metadata=metadata))
        if report.own is not None:
            yield dg.MaterializeResult(metadata=snapshot_metadata(anigen, report.own))
        else:
            context.log.info(
                f"{mine} is finished and waits for {report.waiting_for}; that hour's run will retire it."
            )

    return canon_snapshot

"""`character_sheets`: a reference image of everyone in the hour's plan; only newcomers cost."""

import dagster as dg

from anigen_assets.assets.failures import as_failures
from anigen_assets.assets.metadata import sheet_metadata
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.draw_sheets import draw_sheets

DESCRIPTION = """Character sheets of everyone in this hour's plan.

**Grain**: one UTC hour; a partition means that each character the hour needs has a sheet.
**Cost class**: images (free when drawn by our own studio); a character is drawn once per look.
"""


def build_character_sheets(show: Show) -> dg.AssetsDefinition:
    """The cast asset of a show."""

    @dg.asset(
        key=show.key("character_sheets"),
        partitions_def=show.hours,
        deps=[show.key("episode_plan")],
        group_name="cast",
        owners=show.owners,
        kinds={"python", "png"},
        description=DESCRIPTION,
        code_version="1",
    )
    def character_sheets(
        context: dg.AssetExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> dg.MaterializeResult[None]:
        with as_failures(context):
            sheets = draw_sheets(anigen, context.partition_key)
        return dg.MaterializeResult(metadata=sheet_metadata(anigen, sheets))

    return character_sheets

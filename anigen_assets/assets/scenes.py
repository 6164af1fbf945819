"""`scene_1` to `scene_6`: one op, six keys. Scenes are drawn side by side and each is kept as it is done."""

from collections.abc import Iterator

import dagster as dg

from anigen_assets.assets.failures import as_failures
from anigen_assets.assets.metadata import scene_metadata
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.produce_scenes import produce_scenes

DESCRIPTION = """Scene {slot} of the hour: 30 seconds of film with sound.

**Grain**: one UTC hour. **Cost class**: video (free with the animatic and slate studios).

Each scene can be made, retried and re-rolled by itself. Materializing a finished scene again changes nothing
(a file that went missing or was changed is made again as it was); `reroll: true` asks for a new take. Then
materialize `episode` too.
"""


class SceneConfig(dg.Config):
    """Run config of the scenes."""

    reroll: bool = False


def build_scenes(show: Show) -> dg.AssetsDefinition:
    """The scenes of a show."""
    specs = [
        dg.AssetSpec(
            key=key,
            deps=[show.key("episode_plan"), show.key("character_sheets")],
            skippable=True,
            group_name="scenes",
            owners=show.owners,
            kinds={"python", "mp4"},
            description=DESCRIPTION.format(slot=slot),
            code_version="1",
        )
        for slot, key in enumerate(show.scene_keys(), start=1)
    ]

    @dg.multi_asset(
        name="scenes",
        specs=specs,
        partitions_def=show.hours,
        can_subset=True,
    )
    def scenes(
        context: dg.AssetExecutionContext, config: SceneConfig, anigen: dg.ResourceParam[Application]
    ) -> Iterator[dg.MaterializeResult[None]]:
        wanted = context.selected_asset_keys
        slots = [slot for slot, key in enumerate(show.scene_keys(), start=1) if key in wanted]
        # After a retry the first attempt's new takes stand; only what is missing is made.
        reroll = config.reroll and context.retry_number == 0
        with as_failures(context):
            for made in produce_scenes(anigen, context.partition_key, slots, reroll=reroll):
                context.log.info(f"scene {made.slot}: {made.seconds:.2f} s, take {made.take}")
                yield dg.MaterializeResult(
                    asset_key=show.key(f"scene_{made.slot}"), metadata=scene_metadata(anigen, made)
                )

    return scenes

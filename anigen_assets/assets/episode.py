"""`episode`: the film with subtitles, chapters, poster and manifest."""

import dagster as dg

from anigen_assets.assets.failures import as_failures
from anigen_assets.assets.metadata import episode_metadata
from anigen_assets.assets.show import Show
from anigen_assets.services.application import Application
from anigen_assets.services.assemble_episode import assemble_episode

DESCRIPTION = """The finished episode: six scenes joined without re-encoding, WebVTT subtitles, chapters, poster
and a manifest with checksums.

**Grain**: one UTC hour. **Cost class**: free. Materializing it again reads the files and makes again what was
changed.
"""


def build_episode(show: Show) -> dg.AssetsDefinition:
    """The episode asset of a show."""

    @dg.asset(
        key=show.key("episode"),
        partitions_def=show.hours,
        deps=show.scene_keys(),
        group_name="episode",
        owners=show.owners,
        kinds={"python", "mp4"},
        description=DESCRIPTION,
        code_version="1",
    )
    def episode(
        context: dg.AssetExecutionContext, anigen: dg.ResourceParam[Application]
    ) -> dg.MaterializeResult[None]:
        with as_failures(context):
            film = assemble_episode(anigen, context.partition_key)
        return dg.MaterializeResult(metadata=episode_metadata(anigen, film))

    return episode

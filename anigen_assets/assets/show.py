"""One show as Dagster sees it: key prefix, owner and the hourly partitions from its first hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import dagster as dg

from anigen_assets.story.calendar import KEY_FORMAT


@dataclass(frozen=True)
class Show:
    """What every asset of a show shares.

    Attributes:
        slug: Prefix of every asset key.
        title: For descriptions.
        owner: Team that owns the assets, without the `team:` prefix.
        first_hour: UTC hour of episode 1.
        scenes: Scenes per episode.
    """

    slug: str
    title: str
    owner: str
    first_hour: datetime
    scenes: int

    @cached_property
    def hours(self) -> dg.HourlyPartitionsDefinition:
        """Every hour from the first up to and including the current one, in UTC."""
        return dg.HourlyPartitionsDefinition(
            start_date=self.first_hour, timezone="UTC", fmt=KEY_FORMAT, end_offset=1
        )

    @cached_property
    def days(self) -> dg.DailyPartitionsDefinition:
        """Every day from the first hour's, including the current one, in UTC."""
        start = self.first_hour.replace(hour=0)
        return dg.DailyPartitionsDefinition(start_date=start, timezone="UTC", end_offset=1)

    @property
    def owners(self) -> list[str]:
        """Owners as Dagster writes them."""
        return [f"team:{self.owner}"]

    def key(self, name: str) -> dg.AssetKey:
        """Asset key with the show's prefix."""
        return dg.AssetKey([self.slug, name])

    def scene_keys(self) -> list[dg.AssetKey]:
        """`scene_1` to the last, in order."""
        return [self.key(f"scene_{slot}") for slot in range(1, self.scenes + 1)]

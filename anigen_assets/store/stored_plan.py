"""A plan's parts, as tables and views have them, put together again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from anigen_assets.story.chain import canonical_json
from anigen_assets.story.plan import EpisodePlan


def pack(value: Any) -> bytes:
    """A large JSON document that is only ever read whole: canonical JSON in a zlib stream.

    It takes half the room of JSONB for a plan's scenes, which are most of what an episode adds to the database.
    """
    return zlib.compress(canonical_json(value).encode(), 9)


def unpack(data: bytes) -> Any:
    """The document of `pack`."""
    return json.loads(zlib.decompress(data))


def read_plan(row: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> EpisodePlan:
    """A plan from its row and its changes.

    Args:
        row: series_id, hour, number, filler, title, logline, synopsis, next_teaser, scenes (packed or values).
        changes: scene and document, in order.
    """
    scenes = row["scenes"]
    return EpisodePlan.model_validate(
        {
            "series_id": row["series_id"],
            "hour": row["hour"],
            "number": row["number"],
            "filler": row["filler"],
            "title": row["title"],
            "logline": row["logline"],
            "synopsis": row["synopsis"],
            "next_teaser": row["next_teaser"],
            "scenes": unpack(bytes(scenes)) if isinstance(scenes, bytes | memoryview) else scenes,
            "changes": [{"scene": c["scene"], "change": c["document"]} for c in changes],
        }
    )

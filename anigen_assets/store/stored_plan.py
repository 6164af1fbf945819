"""A plan's parts, as tables and views have them, put together again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from anigen_assets.story.chain import canonical_json
from anigen_assets.story.plan import EpisodePlan

KEPT_ELSEWHERE = ("series_id", "hour", "number", "filler", "changes")
"""Parts of a plan that columns and `canon_changes` keep."""

DICTIONARY_BYTES = 32_000
"""What zlib can look back to."""


def pack(value: Any, words: bytes | None = None) -> bytes:
    """A large JSON document that is only ever read whole: canonical JSON in a zlib stream.

    It takes half the room of JSONB for a plan, which is most of what an episode adds to the database, and with a
    dictionary a third less again.

    Args:
        value: The document.
        words: A dictionary as `dictionary_of` makes them, or None.
    """
    dictionary = zlib.decompress(words) if words else b""
    packer = zlib.compressobj(9, zdict=dictionary) if dictionary else zlib.compressobj(9)
    return packer.compress(canonical_json(value).encode()) + packer.flush()


def unpack(data: bytes, words: bytes | None = None) -> Any:
    """The document of `pack`, given the same dictionary."""
    unpacker = zlib.decompressobj(zdict=zlib.decompress(words)) if words else zlib.decompressobj()
    return json.loads(unpacker.decompress(data) + unpacker.flush())


def dictionary_of(documents: Iterable[Any]) -> bytes:
    """A dictionary for documents that resemble these; the last ones count most."""
    text = "".join(canonical_json(document) for document in documents).encode()
    return zlib.compress(text[-DICTIONARY_BYTES:], 9)


def plan_document(plan: EpisodePlan) -> dict[str, Any]:
    """What `plans.document` keeps of a plan."""
    return plan.model_dump(mode="json", exclude=set(KEPT_ELSEWHERE))


def read_plan(row: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> EpisodePlan:
    """A plan from its row and its changes.

    Args:
        row: series_id, hour, number, filler and document (values).
        changes: scene and document, in order.
    """
    own = {name: row[name] for name in ("series_id", "hour", "number", "filler")}
    made = [{"scene": c["scene"], "change": c["document"]} for c in changes]
    return EpisodePlan.model_validate({**row["document"], **own, "changes": made})

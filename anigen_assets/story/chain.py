"""The hash chain of canon: what is hashed, in which form, and how a link is computed.

The chain runs in order of retirement. A link covers its parent's digest, so one changed byte anywhere
changes every later digest. No clock time, take or machine enters a link: the same story gives the same chain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Literal

from anigen_assets.story.changes import Change

LinkKind = Literal["genesis", "episode", "filler", "skip", "retcon"]
NO_PARENT = "0" * 64


def canonical_json(value: Any) -> str:
    """JSON with sorted keys, no white space and no escapes: one text for one value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha256_hex(text: str) -> str:
    """sha256 of UTF-8 text, 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def change_document(scene: int, change: Change) -> dict[str, Any]:
    """A change as it is stored and hashed."""
    return {"scene": scene, "change": change.model_dump(mode="json")}


def link_digest(
    parent_digest: str, kind: LinkKind, hour_key: str, changes: Iterable[tuple[int, Change]]
) -> str:
    """Digest of a snapshot.

    Args:
        parent_digest: Digest of the link before; NO_PARENT for genesis.
        kind: What the link records.
        hour_key: Partition key; empty for genesis.
        changes: (scene slot, change) in plan order; empty for a skip.
    """
    return link_digest_of_documents(
        parent_digest, kind, hour_key, [change_document(s, c) for s, c in changes]
    )


def link_digest_of_documents(
    parent_digest: str, kind: str, hour_key: str, documents: list[dict[str, Any]]
) -> str:
    """Digest of a snapshot from stored documents, for verification without parsing."""
    body = {"parent": parent_digest, "kind": kind, "hour": hour_key, "changes": documents}
    return sha256_hex(canonical_json(body))

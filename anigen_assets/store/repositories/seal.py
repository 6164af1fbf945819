"""The seal of a link: a checksum over its whole row, so that no column can change unseen.

It guards against damage and not against forgery; that is the digest's work.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from anigen_assets.store.tables.canon import CanonSnapshot

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seal(
    series_id: str,
    position: int,
    number: int,
    take: int,
    first_change: int,
    changes_count: int,
    at: datetime,
    kind: str,
    digest: str,
) -> int:
    """32 bits of the md5 over a row's columns, signed; the same as migration 0006 computes."""
    microseconds = (at - EPOCH) // timedelta(microseconds=1)
    parts = (series_id, position, number, take, first_change, changes_count, microseconds, kind, digest)
    words = "|".join(map(str, parts))
    return int.from_bytes(hashlib.md5(words.encode(), usedforsecurity=False).digest()[:4], "big", signed=True)


def seal_of(link: CanonSnapshot) -> int:
    """The seal that a row should have."""
    return seal(
        link.series_id,
        link.position,
        link.number,
        link.take,
        link.first_change,
        link.changes_count,
        link.at,
        link.kind,
        link.digest,
    )

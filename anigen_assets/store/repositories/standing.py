"""One number for all facts that stand: kept up to date link by link, compared at checkpoints.

Each fact's sha256 is taken as a number; the sum modulo 2**256 does not depend on order, and a fact that ends is
subtracted. So a checkpoint costs 36 bytes however long the series is, and guards `canon_facts`, which the hash
chain itself does not cover.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from anigen_assets.story.canon import Fact
from anigen_assets.story.chain import canonical_json

CHECKPOINT_LINKS = 128
EMPTY_SUM = "0" * 64
_MODULUS = 1 << 256


def fact_number(fact: Fact) -> int:
    """A fact's share of the sum."""
    words = canonical_json([fact.subject, fact.attribute, fact.value, fact.number, fact.scene])
    return int.from_bytes(hashlib.sha256(words.encode()).digest(), "big")


def moved_sum(total: str, begun: Iterable[Fact], ended: Iterable[Fact]) -> str:
    """The sum after some facts began to stand and others ended; 64 hex digits."""
    value = int(total, 16) + sum(map(fact_number, begun)) - sum(map(fact_number, ended))
    return f"{value % _MODULUS:064x}"

"""Plans as they were packed before revision 0009: canonical JSON in a zlib stream, with or without a dictionary."""

from __future__ import annotations

import json
import zlib
from typing import Any

from anigen_assets.story.chain import canonical_json


def pack(value: Any) -> bytes:
    """A document without a dictionary."""
    return zlib.compress(canonical_json(value).encode(), 9)


def unpack(data: bytes, words: bytes) -> Any:
    """A document that was packed with a dictionary, itself in a zlib stream."""
    return json.loads(zlib.decompressobj(zdict=zlib.decompress(words)).decompress(data))

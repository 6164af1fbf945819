"""Large JSON documents that are only ever read whole, in a zstd stream with words that they have in common."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import zstandard

from anigen_assets.story.chain import canonical_json

LEVEL = 19
DICTIONARY_BYTES = 204_800
"""The words of some 16 plans; with half as much plans took an eighth more."""
SAMPLES_TO_TRAIN = 16
"""Fewer documents are kept as they are, for the next ones to quote from."""
QUARTER = 4
"""A trained dictionary is at most this part of what it was trained on: a larger one only copies it."""
MOST_BYTES = 64 * 2**20
"""No document of ours is as large as that."""


class Packer:
    """Packs documents and reads them again; a plan takes a third of the room that JSONB needs.

    Args:
        words: A dictionary as `dictionary_of` makes them; what was packed with it is read with it. None: without.
    """

    def __init__(self, words: bytes | None = None) -> None:
        self._words = _inflated(words) if words else b""

    def pack(self, value: Any) -> bytes:
        """Canonical JSON in a zstd stream."""
        parameters = zstandard.ZstdCompressionParameters.from_level(
            LEVEL, write_checksum=False, write_content_size=False, write_dict_id=False
        )
        packer = zstandard.ZstdCompressor(dict_data=self._dictionary, compression_params=parameters)
        return packer.compress(canonical_json(value).encode())

    def unpack(self, data: bytes) -> Any:
        """The document; one in a zlib stream, as they were written before, is read as well."""
        if data[: len(zstandard.FRAME_HEADER)] != zstandard.FRAME_HEADER:
            return json.loads(zlib.decompressobj(zdict=self._words).decompress(data))
        return json.loads(self._reader.decompress(data, max_output_size=MOST_BYTES))

    @cached_property
    def _dictionary(self) -> zstandard.ZstdCompressionDict | None:
        return zstandard.ZstdCompressionDict(self._words) if self._words else None

    @cached_property
    def _reader(self) -> zstandard.ZstdDecompressor:
        return zstandard.ZstdDecompressor(dict_data=self._dictionary)


def dictionary_of(documents: Sequence[Any]) -> bytes:
    """A dictionary for documents that resemble these; it takes about a quarter of its size."""
    samples: list[bytes | bytearray | memoryview] = [canonical_json(each).encode() for each in documents]
    if len(samples) < SAMPLES_TO_TRAIN:
        words = b"".join(samples)[-DICTIONARY_BYTES:]
    else:
        size = min(DICTIONARY_BYTES, sum(map(len, samples)) // QUARTER)
        words = zstandard.train_dictionary(size, samples, level=LEVEL).as_bytes()
    return zstandard.ZstdCompressor(level=LEVEL).compress(words)


def _inflated(words: bytes) -> bytes:
    if words[: len(zstandard.FRAME_HEADER)] != zstandard.FRAME_HEADER:
        return zlib.decompress(words)
    return zstandard.ZstdDecompressor().decompress(words)

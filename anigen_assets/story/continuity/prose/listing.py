"""How word lists are written down here: as running text, since a column of strings is nothing to read."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())

"""The word somebody probably meant: the closest of the known ones, when it is close enough to be named."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE = 0.6
"""Share of characters in common, in order, from which a known word is named."""


def near_miss(wrong: str, known: Iterable[str]) -> str | None:
    """The closest known word, or None; of two that are as close, the one closer in length, then the first."""

    def closeness(word: str) -> float:
        return round(SequenceMatcher(None, wrong, word).ratio(), 6)

    close = [(closeness(word), -abs(len(word) - len(wrong)), word) for word in known if word != wrong]
    best = max((c for c in close if c[0] >= CLOSE), key=lambda c: c[:2], default=None)
    return None if best is None else best[2]


def did_you_mean(wrong: str, known: Iterable[str], before: str = "; ") -> str:
    """`; did you mean 'ren'?`, or nothing."""
    close = near_miss(wrong, known)
    return f"{before}did you mean '{close}'?" if close else ""

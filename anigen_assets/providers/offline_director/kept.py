"""What was read from a subject's facts, kept for as long as canon has the very same facts of it.

A plan leaves most subjects as they are, and canon then hands on the same objects. So a director that plans hours in
a row reads only what is new, and what it has to do does not grow with the length of the series. Nothing here can
change what is read: another object is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import is_
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 200_000
"""Entries before everything is forgotten: a process may tell many series."""


class Kept(Generic[T]):
    """Values made from objects, by key, for as long as the objects are the same."""

    def __init__(self) -> None:
        self._found: dict[Hashable, tuple[tuple[object, ...], T]] = {}

    def of(self, key: Hashable, sources: tuple[object, ...], make: Callable[[], T]) -> T:
        """The value, made anew when any source is another object than last time."""
        entry = self._found.get(key)
        if entry is not None and all(map(is_, entry[0], sources)):
            return entry[1]
        if len(self._found) >= MOST:
            self._found.clear()
        value = make()
        self._found[key] = (sources, value)
        return value

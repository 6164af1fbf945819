"""What a process has drawn and may need again: plates and sprites, the oldest given up first.

A maker must be a pure function of its key, so that what was drawn before never changes a pixel.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar


class Stored(Protocol):
    """What a bank can hold."""

    @property
    def nbytes(self) -> int:
        """Memory it holds."""
        ...


_T = TypeVar("_T", bound=Stored)


class Bank:
    """A bounded store of drawings.

    Attributes:
        nbytes: Memory held.
    """

    def __init__(self, limit_bytes: int) -> None:
        """Opens a bank that holds at most `limit_bytes`, or one drawing if that is larger."""
        self._limit = limit_bytes
        self._kept: OrderedDict[Hashable, Stored] = OrderedDict()
        self.nbytes = 0

    def get(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """Returns the drawing of a key, made on the first call."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept  # type: ignore[return-value]
        made = make()
        self._kept[key] = made
        self.nbytes += made.nbytes
        while self.nbytes > self._limit and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.nbytes -= oldest.nbytes
        return made

    def clear(self) -> None:
        """Forgets everything."""
        self._kept.clear()
        self.nbytes = 0


PLATES = Bank(48 * 1024 * 1024)
"""Sets as planes, for this process; about 12 MB each at 720p."""
SPRITES = Bank(48 * 1024 * 1024)
"""Figures and lettering, for this process."""

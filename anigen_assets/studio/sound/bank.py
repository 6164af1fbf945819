"""The bank of finished sounds: notes, noise loops and room responses, kept while a process lives.

A sound in the bank is a pure function of its key, so a full bank, an empty bank and an evicted sound
all give the same film. Nothing that depends on a request belongs here.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from numpy.typing import NDArray


class SoundBank:
    """Keeps the most recently used arrays within a number of bytes.

    Attributes:
        limit_bytes: The sum of the kept arrays never stays above it.
    """

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self._sounds: OrderedDict[tuple[object, ...], NDArray[Any]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    @property
    def held_bytes(self) -> int:
        """How much is kept now."""
        return self._bytes

    def get(self, key: tuple[object, ...], make: Callable[[], NDArray[Any]]) -> NDArray[Any]:
        """The array of `key`, made by `make` when it is not kept; read-only, so that nobody can spoil it."""
        with self._lock:
            found = self._sounds.get(key)
            if found is not None:
                self._sounds.move_to_end(key)
                return found
        made = make()
        made.flags.writeable = False
        with self._lock:
            if key not in self._sounds:
                self._sounds[key] = made
                self._bytes += made.nbytes
            while self._bytes > self.limit_bytes and len(self._sounds) > 1:
                _, dropped = self._sounds.popitem(last=False)
                self._bytes -= dropped.nbytes
        return made

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._sounds.clear()
            self._bytes = 0


BANK = SoundBank(limit_bytes=48 * 1024 * 1024)
"""The process's bank."""

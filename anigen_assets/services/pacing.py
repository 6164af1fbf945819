"""The paced mode: scene k of the current hour is released at minute 10 (k - 1), the brief's rhythm."""

from __future__ import annotations

from datetime import datetime, timedelta

MINUTES_BETWEEN_SCENES = 10


def released_slots(hour: datetime, now: datetime, scenes: int) -> tuple[int, ...]:
    """Slots whose time has come; all of them once the hour has passed."""
    every = timedelta(minutes=MINUTES_BETWEEN_SCENES)
    return tuple(slot for slot in range(1, scenes + 1) if now >= hour + (slot - 1) * every)

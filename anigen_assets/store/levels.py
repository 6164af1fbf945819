"""Log levels in order of severity."""

from __future__ import annotations

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


def levels_from(level: str) -> tuple[str, ...]:
    """The level and all more severe ones; an unknown level gives all."""
    name = level.upper()
    return LEVELS[LEVELS.index(name) :] if name in LEVELS else LEVELS

"""Hours, partition keys and episode numbers: pure functions of each other.

An hour is a timezone-aware UTC datetime on the full hour. Its key is Dagster's hourly partition key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from anigen_assets.errors import HourError

KEY_FORMAT = "%Y-%m-%d-%H:%M"
HOUR = timedelta(hours=1)
_KEY = re.compile(r"\d{4}-\d{2}-\d{2}-\d{2}:\d{2}", re.ASCII)
YEARS = range(1970, 9000)
"""Years an hour may lie in: their keys have four digits, and counting on from them stays within dates."""


def parse_hour(key: str) -> datetime:
    """The UTC hour of a partition key.

    Raises:
        HourError: When the key is not `YYYY-MM-DD-HH:00`, or outside YEARS.
    """
    try:
        if not _KEY.fullmatch(key):
            raise ValueError
        hour = datetime.strptime(key, KEY_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        wanted = "write it as YYYY-MM-DD-HH:00 in UTC, e.g. 2026-01-01-00:00."
        raise HourError(f"'{key}' is not an hour: {wanted}") from None
    if hour.minute:
        raise HourError(f"'{key}' is not on the full hour: episodes begin at minute 00.")
    if hour.year not in YEARS:
        raise HourError(f"'{key}' is too far away: hours lie in the years {YEARS[0]} to {YEARS[-1]}.")
    return hour


def key_of(hour: datetime) -> str:
    """The partition key of an hour."""
    return floor_hour(hour).strftime(KEY_FORMAT)


def floor_hour(moment: datetime) -> datetime:
    """The hour that a moment lies in, in UTC."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def number_of(hour: datetime, first_hour: datetime) -> int:
    """Episode number: hours since the first hour, plus one.

    Raises:
        HourError: When the hour lies before the first.
    """
    number = int((floor_hour(hour) - floor_hour(first_hour)) / HOUR) + 1
    if number < 1:
        raise HourError(
            f"{key_of(hour)} lies before the series' first hour {key_of(first_hour)}: ask for that hour or a later one."
        )
    return number


def hour_of(number: int, first_hour: datetime) -> datetime:
    """The hour of an episode number."""
    return floor_hour(first_hour) + (number - 1) * HOUR


def hours_from(start: datetime, count: int) -> Iterator[datetime]:
    """`count` consecutive hours."""
    return (floor_hour(start) + i * HOUR for i in range(count))


def scene_number(episode_number: int, slot: int, scenes_per_episode: int) -> int:
    """Global scene number, 1-based."""
    return (episode_number - 1) * scenes_per_episode + slot

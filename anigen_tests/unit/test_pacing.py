from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from anigen_assets.services.pacing import released_slots

HOUR = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minute", "released"),
    [
        (-1, ()),
        (0, (1,)),
        (9, (1,)),
        (10, (1, 2)),
        (49, (1, 2, 3, 4, 5)),
        (50, (1, 2, 3, 4, 5, 6)),
        (600, (1, 2, 3, 4, 5, 6)),
    ],
)
def test_scene_k_is_released_at_minute_ten_times_k_minus_one(minute: int, released: tuple[int, ...]) -> None:
    assert released_slots(HOUR, HOUR + timedelta(minutes=minute), 6) == released

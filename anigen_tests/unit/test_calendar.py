from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anigen_assets.errors import HourError
from anigen_assets.story.calendar import hour_of, key_of, number_of, parse_hour, scene_number

FIRST = datetime(2026, 1, 1, tzinfo=UTC)


@given(st.integers(min_value=1, max_value=500_000))
def test_number_and_hour_are_each_others_inverse(number: int) -> None:
    hour = hour_of(number, FIRST)
    assert number_of(hour, FIRST) == number
    assert parse_hour(key_of(hour)) == hour


@pytest.mark.parametrize(
    "key",
    ["", "2026-01-01", "2026-13-01-00:00", "2026-01-01-24:00", "2026-1-1-0:00", "2026-01-01T00:00", "x"],
)
def test_a_malformed_key_is_refused_with_the_form_it_should_have(key: str) -> None:
    with pytest.raises(HourError, match="YYYY-MM-DD-HH:00"):
        parse_hour(key)


def test_an_hour_that_is_not_full_is_refused() -> None:
    with pytest.raises(HourError, match="full hour"):
        parse_hour("2026-01-01-00:30")


def test_an_hour_before_the_first_is_refused() -> None:
    with pytest.raises(HourError, match="before the series' first hour 2026-01-01-00:00"):
        number_of(FIRST - timedelta(hours=1), FIRST)


def test_other_time_zones_name_the_same_hour() -> None:
    tokyo = datetime(2026, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    assert key_of(tokyo) == "2026-01-01-00:00"


def test_scenes_are_numbered_through_the_whole_series() -> None:
    assert [scene_number(1, 1, 6), scene_number(1, 6, 6), scene_number(2, 1, 6)] == [1, 6, 7]

"""Many hours skipped at once end in the chain that skipping them one by one gives, and fill no log."""

from __future__ import annotations

from pathlib import Path

import pytest

from anigen_assets.errors import StateError
from anigen_assets.services import operator, retire_canon
from anigen_assets.services.operator import skip_hours
from anigen_tests.show import digest, hour, plan, small_show, state

MANY = [hour(number) for number in range(1, 9)]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operator, "AT_ONCE", 3)
    monkeypatch.setattr(retire_canon, "SKIPS_AT_ONCE", 2)


def test_hours_skipped_together_or_one_by_one_end_in_the_same_digest(
    database_url: str, other_database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path / "together") as together:
        assert list(skip_hours(together, MANY, "a long night")) == MANY
        with small_show(other_database_url, tmp_path / "single") as single:
            for key in MANY:
                skip_hours(single, [key], "a long night")
            assert digest(together) == digest(single)


def test_many_hours_take_one_line_of_the_log_a_batch(database_url: str, tmp_path: Path) -> None:
    with small_show(database_url, tmp_path) as app:
        skip_hours(app, MANY, "a long night")
        with app.database.unit_of_work() as uow:
            lines = [line.log.message for line in uow.logs.recent(app.series_id, limit=50)]
    assert len([line for line in lines if "a long night" in line]) == 3


def test_a_planned_hour_between_stops_its_batch_and_keeps_those_before(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        skip_hours(app, MANY[:4], "first")
        plan(app, 5)
        with pytest.raises(StateError, match="withdraw"):
            skip_hours(app, MANY, "again")
        assert [state(app, n) for n in (4, 5, 6)] == ["skipped", "planned", "missing"]

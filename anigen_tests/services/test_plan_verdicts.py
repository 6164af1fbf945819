"""Plans of a stretch are checked one after another, and canon is read once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from anigen_assets.services import canon_view
from anigen_assets.services.application import Application
from anigen_assets.services.canon_view import CanonCursor
from anigen_assets.services.verdicts import plan_verdict
from anigen_assets.story.canon import CanonState
from anigen_tests.show import hour, plan, small_show, tell_unfilmed

TOLD, DRAFTED = 3, 8


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Application]:
    """Three hours of canon, and five drafts after them."""
    with small_show(database_url, tmp_path) as show:
        tell_unfilmed(show, *range(1, TOLD + 1))
        plan(show, *range(TOLD + 1, DRAFTED + 1))
        yield show


def test_drafts_looked_at_in_order_rest_on_the_canon_that_each_finds(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told hours among them are held against canon as it was."""
    seen: list[tuple[int, CanonState]] = []
    before = CanonCursor.before

    def spy(cursor: CanonCursor, uow: object, series: object, number: int) -> CanonState:
        state = before(cursor, uow, series, number)  # type: ignore[arg-type]
        seen.append((number, state))
        return state

    monkeypatch.setattr(CanonCursor, "before", spy)
    cursor = CanonCursor()
    for number in range(1, DRAFTED + 1):
        plan_verdict(app, hour(number), cursor)
    with app.database.unit_of_work() as uow:
        series = uow.series.require(app.series_id)
        for number, state in seen:
            assert list(state) == list(canon_view.state_before(uow, series, number)), f"episode {number}"


def test_canon_is_read_once_for_a_stretch_of_drafts(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading it costs the more, the longer the series is."""
    read: list[int] = []
    real = canon_view.state_before

    def counted(uow: object, series: object, number: int) -> CanonState:
        read.append(number)
        return real(uow, series, number)  # type: ignore[arg-type]

    monkeypatch.setattr(canon_view, "state_before", counted)
    cursor = CanonCursor()
    for number in range(TOLD + 1, DRAFTED + 1):
        plan_verdict(app, hour(number), cursor)
    assert read == [TOLD + 1]

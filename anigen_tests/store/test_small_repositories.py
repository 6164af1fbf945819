"""Ledger, media, context, logs, budgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anigen_assets.errors import StateError, UsageError
from anigen_assets.services.media_keys import hour_folder
from anigen_assets.store.database import Database
from anigen_assets.store.records import EntryToAdd, LogToAdd, MediaKind, MediaToSave, Summary
from anigen_assets.store.repositories import logs, media_records
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.calendar import hour_of, key_of
from anigen_tests.store.story import DIGEST, FIRST_HOUR, NOW, SERIES, begin, later

ENTRY = EntryToAdd(
    SERIES, 1, "reserve", "scene 1", Decimal("2.500000"), "studio", "model", Decimal(8), "second"
)


@pytest.fixture
def uow(database: Database) -> Iterator[UnitOfWork]:
    """A unit of work on a series that has begun."""
    with database.unit_of_work() as unit:
        begin(unit)
        yield unit


def test_an_entry_is_added_once(uow: UnitOfWork) -> None:
    assert uow.ledger.add(ENTRY, NOW) == uow.ledger.add(ENTRY, later(1))
    assert uow.ledger.balance(SERIES) == Decimal("2.500000")


def test_an_entry_on_record_cannot_take_another_amount(uow: UnitOfWork) -> None:
    uow.ledger.add(ENTRY, NOW)
    with pytest.raises(StateError, match=r"2\.500000"):
        uow.ledger.add(replace(ENTRY, amount_usd=Decimal(3)), NOW)


@pytest.mark.parametrize("amount", ["0.0000001", "NaN", "Infinity", "1e15"])
def test_an_amount_that_cannot_be_kept_exactly_is_refused(uow: UnitOfWork, amount: str) -> None:
    with pytest.raises(UsageError):
        uow.ledger.add(replace(ENTRY, amount_usd=Decimal(amount)), NOW)


def test_words_about_money_move_none(uow: UnitOfWork) -> None:
    for kind in ("estimate", "quote"):
        uow.ledger.add(replace(ENTRY, kind=kind), NOW)
    assert uow.ledger.balance(SERIES, 1) == 0


@given(amounts=st.lists(st.decimals(-1000, 1000, places=6), max_size=12))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_balance_is_the_exact_sum(database: Database, amounts: list[Decimal]) -> None:
    with database.unit_of_work() as uow:
        uow.ledger.add_many([replace(ENTRY, key=str(i), amount_usd=a) for i, a in enumerate(amounts)], NOW)
        assert uow.ledger.balance(SERIES, 1) == sum(amounts, Decimal(0))


def test_totals_can_be_taken_by_hours_and_by_time(uow: UnitOfWork) -> None:
    for number in (1, 2, 3):
        uow.ledger.add(
            replace(ENTRY, number=number, kind="actual", amount_usd=Decimal(number)), later(number)
        )
    assert uow.ledger.total(SERIES, ["actual"], 2, 3) == 5
    assert uow.ledger.total_between(SERIES, ["actual"], later(1), later(3)) == 3


def test_a_file_recorded_again_replaces_what_was_known(uow: UnitOfWork) -> None:
    media = MediaToSave(SERIES, "a/b.mp4", "film", DIGEST, 10, 1.5, {"fps": 24}, number=1)
    first = uow.media.record(media, NOW)
    again = uow.media.record(replace(media, bytes=20), NOW)
    assert first.media_id == again.media_id
    assert uow.media.get(SERIES, "a/b.mp4", number=1) == again


def test_one_of_many_files_recorded_again_replaces_that_one(uow: UnitOfWork) -> None:
    folder = hour_folder(SERIES, key_of(hour_of(1, FIRST_HOUR)))
    files = [
        MediaToSave(SERIES, f"{folder}/scene_{n}.take1.mp4", "scene", DIGEST, 10, number=1, slot=n)
        for n in (1, 2, 3)
    ]
    for file in files:
        uow.media.record(file, NOW)
    again = uow.media.record(replace(files[1], bytes=20), NOW)
    assert [found.media.bytes for found in uow.media.for_episode(SERIES, 1)] == [10, 20, 10]
    assert uow.media.get(SERIES, files[1].key, number=1) == again


@pytest.mark.parametrize("key", ["a.png", f"{SERIES}/cast/a.png", f"{SERIES}x/a.png", SERIES])
def test_every_key_comes_back_as_it_was_given(uow: UnitOfWork, key: str) -> None:
    given = MediaToSave(SERIES, key, "sheet", DIGEST, 10)
    recorded = uow.media.record(given, NOW)
    assert recorded.media == given
    assert uow.media.get(SERIES, key) == recorded


@pytest.mark.parametrize(
    ("kind", "slot", "name"),
    [
        ("scene", 3, "scene_3.take2.mp4"),
        ("film", 0, "episode.take2.film.mp4"),
        ("vtt", 0, "episode.take2.film.vtt"),
        ("poster", 0, "episode.take2.poster.jpg"),
        ("thumbnail", 0, "episode.take2.thumbnail.jpg"),
        ("manifest", 0, "episode.take2.manifest.json"),
    ],
)
def test_a_key_that_follows_from_the_rest_is_not_kept_and_comes_back_all_the_same(
    uow: UnitOfWork, kind: MediaKind, slot: int, name: str
) -> None:
    key = f"{hour_folder(SERIES, key_of(hour_of(30, FIRST_HOUR)))}/{name}"
    wanted = MediaToSave(SERIES, key, kind, DIGEST, 10, number=30, slot=slot, take=2)
    recorded = uow.media.record(wanted, NOW)
    kept = uow.media._session.connection().exec_driver_sql("SELECT key FROM media").scalars().all()
    assert kept == [None]
    assert recorded.media == wanted
    assert uow.media.get(SERIES, key, number=30) == recorded


def test_two_keys_with_one_id_are_refused(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_records, "media_id_of", lambda *_: 7)
    uow.media.record(MediaToSave(SERIES, "a.png", "sheet", DIGEST, 10), NOW)
    with pytest.raises(StateError, match="same id"):
        uow.media.record(MediaToSave(SERIES, "b.png", "sheet", DIGEST, 10), NOW)


def test_files_of_one_format_share_its_facts(uow: UnitOfWork) -> None:
    media = MediaToSave(SERIES, "a.mp4", "film", DIGEST, 10, facts={"fps": 24, "height_px": 720})
    for key in ("a.mp4", "b.mp4"):
        assert uow.media.record(replace(media, key=key), NOW).media.facts == media.facts
    count = uow.media._session.connection().exec_driver_sql("SELECT count(*) FROM media_formats").scalar()
    assert (count, uow.media.get(SERIES, "b.mp4").media.facts) == (1, media.facts)


def test_all_files_can_be_paged_through(uow: UnitOfWork) -> None:
    media = MediaToSave(SERIES, "", "film", DIGEST, 10)
    for n in range(5):
        uow.media.record(replace(media, key=f"{n}.mp4"), NOW)
    first = uow.media.every(SERIES, limit=3)
    rest = uow.media.every(SERIES, after_id=first[-1].media_id, limit=3)
    assert sorted(m.media.key for m in first + rest) == [f"{n}.mp4" for n in range(5)]


def test_a_summary_is_found_by_its_words_before_the_hour(uow: UnitOfWork) -> None:
    for number, text in ((1, "The lantern went out."), (2, "Boats came."), (3, "Lanterns everywhere.")):
        uow.context.add(Summary(SERIES, "episode", number, number, text))
    found = uow.context.search(SERIES, "lantern", before_number=3)
    assert [s.first_number for s in found] == [1]


def test_a_summary_written_again_is_replaced(uow: UnitOfWork) -> None:
    uow.context.add(Summary(SERIES, "arc", 1, 16, "before"))
    uow.context.add(Summary(SERIES, "arc", 1, 16, "after"))
    assert uow.context.level(SERIES, "arc", 1, 16) == [Summary(SERIES, "arc", 1, 16, "after")]


def test_the_newest_log_lines_come_first_and_can_be_limited_to_the_severe(uow: UnitOfWork) -> None:
    levels = ("INFO", "ERROR", "DEBUG", "WARNING")
    lines = [LogToAdd(SERIES, later(i), level, "studio", f"line {i}", 1, 2) for i, level in enumerate(levels)]
    uow.logs.add_many(lines)
    assert [r.log for r in uow.logs.recent(SERIES)] == lines[::-1]
    assert [r.log.level for r in uow.logs.recent(SERIES, level="warning")] == ["WARNING", "ERROR"]


def test_the_log_keeps_itself_short_but_forgets_no_warning(
    uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "KEPT_LINES", 10)
    monkeypatch.setattr(logs, "PRUNE_EVERY", 5)
    warning = LogToAdd(SERIES, NOW, "WARNING", "studio", "mind the paint")
    uow.logs.add_many([warning, *(LogToAdd(SERIES, NOW, "INFO", "studio", str(n)) for n in range(50))])
    kept = uow.logs.recent(SERIES, limit=100)
    assert len(kept) <= 16
    assert kept[-1].log == warning


def test_a_budget_is_set_and_changed(uow: UnitOfWork) -> None:
    uow.budgets.set(SERIES, "day", Decimal(10), NOW)
    uow.budgets.set(SERIES, "day", Decimal("12.5"), NOW)
    assert uow.budgets.all(SERIES) == {"day": Decimal("12.5")}
    assert uow.operations.open_count(SERIES) == 0

"""What the viewer reads, through the viewer's own role."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from anigen_assets.store import migrate
from anigen_assets.store.database import Database
from anigen_assets.store.read_models import ReadModels
from anigen_assets.store.records import EntryToAdd, LogToAdd, MediaToSave, SceneToSave
from anigen_tests.store.story import (
    DIGEST,
    FIRST_HOUR,
    NOW,
    SERIES,
    begin,
    draft,
    film_files,
    later,
    order,
    plan,
    retire,
    sets,
    skip,
)

HOSTILE = "<script>alert(1)</script> **bold** ![x](http://e.vil/x.png) $E=mc^2$ \u202eRTL"


@pytest.fixture
def reads(database: Database, viewer_database: Database) -> ReadModels:
    """A series with a retired, a skipped, a failed and a planned hour."""
    with database.unit_of_work() as uow:
        begin(uow)
        retire(uow, 1, sets("mood", "calm"))
        scene = MediaToSave(SERIES, "scene.mp4", "scene", DIGEST, 70, 30.0, number=1, slot=2)
        uow.episodes.save_scene(SceneToSave(SERIES, 1, 2, 1, "made", "animatic", scene, 30.0), NOW)
        uow.ledger.add(EntryToAdd(SERIES, 1, "actual", "film", Decimal("1.5"), "studio"), NOW)
        skip(uow, 2)
        draft(uow, 3)
        uow.episodes.mark_failed(SERIES, 3, "studio", "The paint ran out.", NOW)
        uow.episodes.save_plan(replace(order(plan(4, title=HOSTILE)), director="offline"), NOW)
        uow.logs.add_many(
            [LogToAdd(SERIES, later(i), lv, "studio", lv, 3, 1) for i, lv in enumerate(("INFO", "ERROR"))]
        )
        uow.commit()
    return ReadModels(viewer_database, SERIES)


def test_a_series_that_has_not_begun_shows_nothing(viewer_database: Database) -> None:
    reads = ReadModels(viewer_database, SERIES)
    assert reads.series_info() is None
    assert reads.episodes_page() == []
    assert reads.statistics().episodes == 0


def test_the_series_has_its_headline(reads: ReadModels) -> None:
    info = reads.series_info()
    assert info is not None
    assert (info.title, info.first_hour, info.frontier) == ("Small Harbour", FIRST_HOUR, 2)


def test_a_page_shows_the_newest_first_and_goes_on_below_a_number(reads: ReadModels) -> None:
    first = reads.episodes_page(limit=2)
    assert [card.number for card in first] == [4, 3]
    assert [card.number for card in reads.episodes_page(before_number=3)] == [2, 1]


def test_a_page_is_never_larger_than_allowed(reads: ReadModels) -> None:
    assert len(reads.episodes_page(limit=0)) == 1
    assert len(reads.episodes_page(limit=10**9)) == 4


def test_cards_tell_every_state(reads: ReadModels) -> None:
    cards = {card.number: card for card in reads.episodes_page()}
    assert [cards[n].state for n in (1, 2, 3, 4)] == ["retired", "skipped", "failed", "planned"]
    assert cards[3].reason == "The paint ran out."
    assert cards[1].poster is not None
    assert cards[1].poster.key == film_files(1).poster.key
    assert cards[4].poster is None


def test_text_comes_through_exactly_as_it_was_written(reads: ReadModels) -> None:
    page = reads.episode(4)
    assert page is not None
    assert page.card.title == HOSTILE


def test_an_episode_page_has_everything(reads: ReadModels) -> None:
    page = reads.episode(1)
    assert page is not None
    assert page.plan == plan(1, sets("mood", "calm"))
    assert page.synopsis == page.plan.synopsis
    assert [scene.state for scene in page.scenes] == ["planned", "made", *["planned"] * 4]
    assert page.scenes[1].film.bytes == 70
    assert page.film.seconds == 180.0
    assert (page.take, page.cost_usd, page.digest is not None) == (1, Decimal("1.5"), True)
    assert (page.previous_number, page.next_number) == (None, 2)


def test_an_hour_without_a_plan_still_has_a_page(reads: ReadModels) -> None:
    page = reads.episode(2)
    assert page is not None
    assert (page.plan, page.scenes, page.film) == (None, (), None)


def test_an_unknown_episode_or_file_is_nothing(reads: ReadModels) -> None:
    assert reads.episode(99) is None
    assert reads.media(99) is None


def test_a_file_is_found_by_its_id_and_in_its_own_series_alone(
    reads: ReadModels, viewer_database: Database
) -> None:
    page = reads.episode(1)
    assert page.film == reads.media(page.film.media_id)
    assert ReadModels(viewer_database, "another").media(page.film.media_id) is None


def test_statistics_count_what_was_made(reads: ReadModels) -> None:
    figures = reads.statistics()
    assert figures.by_state == {"failed": 1, "planned": 1, "retired": 1, "skipped": 1}
    assert (figures.scenes, figures.seconds, figures.characters, figures.places) == (1, 180.0, 6, 12)
    assert (figures.open_threads, figures.spent_usd, figures.last_produced_at) == (5, Decimal("1.5"), NOW)


def test_health_names_what_an_operator_looks_for(reads: ReadModels) -> None:
    health = reads.health()
    assert (health.revision, health.frontier, health.newest_number) == (migrate.head(), 2, 4)
    assert (health.failed, health.unfinished) == (1, 2)


def test_log_lines_can_be_narrowed(reads: ReadModels) -> None:
    assert [line.level for line in reads.logs()] == ["ERROR", "INFO"]
    assert [line.level for line in reads.logs(level="error")] == ["ERROR"]
    assert reads.logs(number=1) == []

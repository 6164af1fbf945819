"""Every page, through main.py, with nothing, one, many and broken things to show."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from anigen_assets.services.retcon import retcon
from anigen_assets.store.database import Database
from anigen_tests.postgres import TestServer
from anigen_tests.show import film, hour, plan, small_show, tell_unfilmed
from anigen_tests.viewer.conftest import Reading
from anigen_tests.viewer.library import Shelf, outage
from anigen_viewer import data


def words(app: AppTest) -> str:
    """Everything a page says, without the escapes of markdown."""
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.text, app.info, app.warning, app.error)
    return "\n".join(element.value for kind in kinds for element in kind).replace("\\", "")


def cards(app: AppTest) -> list[str]:
    """What stands under the titles of the grid's cards, newest first."""
    return [c.value.split(" · ")[0] for c in app.caption if c.value.startswith("Episode ")]


@pytest.fixture
def empty(postgres_server: TestServer, database_url: str, tmp_path: Path) -> Shelf:
    """A database with tables and nothing in them."""
    return Shelf(postgres_server.viewer_url(database_url), tmp_path)


@pytest.mark.parametrize("page", ["episodes", "watch", "statistics"])
def test_before_the_series_begins_every_page_says_so(reading: type[Reading], empty: Shelf, page: str) -> None:
    app = reading(empty).open(page)
    assert not app.exception
    assert "not begun yet" in words(app) or "No episode is ready yet" in words(app)


def test_a_database_without_tables_is_told_in_one_sentence(
    reading: type[Reading], postgres_server: TestServer, empty_database_url: str, tmp_path: Path
) -> None:
    app = reading(Shelf(empty_database_url, tmp_path)).open()
    assert not app.exception
    assert [e.value.replace("\\", "") for e in app.error] == [
        "The database has not been set up yet: run `anigen up` or `anigen make`."
    ]


def test_a_database_that_is_gone_is_told_in_one_sentence(reading: type[Reading], shelf: Shelf) -> None:
    pages = reading(shelf)
    with outage(shelf):
        gone = pages.open("statistics")
    assert not gone.exception
    assert len(gone.error) == 1
    assert "PostgreSQL at" in words(gone)
    data.library.close()  # as if the moment of grace were over
    assert not pages.open("statistics").error


def test_the_first_episode_has_no_neighbours(
    reading: type[Reading], postgres_server: TestServer, database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        plan(app, 1)
        film(app, 1)
    page = reading(Shelf(postgres_server.viewer_url(database_url), tmp_path)).open("watch")
    assert not page.exception
    assert page.title[0].value.startswith(":gray[1] ")
    assert [(b.label, b.disabled) for b in page.button] == [("Previous", True), ("Next", True)]


def test_a_retcon_is_shown_where_the_old_fact_was_used_and_nowhere_else(
    reading: type[Reading], postgres_server: TestServer, database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        tell_unfilmed(app, 1, 2)
        retcon(app, "nagi", "look.age", "19", "the *papers* were wrong", hour(1))
        tell_unfilmed(app, 3)
        with app.database.unit_of_work() as uow:
            told = {n: uow.episodes.plan(app.series_id, n) for n in (1, 2, 3)}
    pages = reading(Shelf(postgres_server.viewer_url(database_url), tmp_path))
    for number, story in told.items():
        assert story is not None
        used = any("nagi" in scene.cast for scene in story.scenes) and number < 3
        assert ("the *papers* were wrong" in words(pages.open("watch", episode=str(number)))) == used


def test_the_grid_shows_the_newest_first_in_every_state(reading: type[Reading], shelf: Shelf) -> None:
    app = reading(shelf).open()
    assert not app.exception
    assert cards(app) == [f"Episode {n}" for n in range(12, 0, -1)]
    for label in ("In production", "Failed", "Skipped", "Withdrawn", "To be planned again", "Filler"):
        assert label in words(app)


@pytest.mark.parametrize(("number", "labelled"), [(5, True), (7, False)])
def test_an_episode_made_behind_the_story_is_labelled_as_filler_on_its_page(
    reading: type[Reading], shelf: Shelf, number: int, labelled: bool
) -> None:
    page = reading(shelf).open("watch", episode=str(number))
    assert not page.exception
    assert ("Filler" in words(page)) == labelled


def test_many_episodes_come_page_by_page(
    reading: type[Reading],
    postgres_server: TestServer,
    database_url: str,
    database: Database,
    tmp_path: Path,
) -> None:
    with small_show(database_url, tmp_path) as app, database.unit_of_work() as uow:
        for number in range(1, 31):
            uow.episodes.mark_failed(app.series_id, number, "director", "No idea.", app.clock.now())
        uow.commit()
    pages = reading(Shelf(postgres_server.viewer_url(database_url), tmp_path))
    page = pages.open()
    newest, oldest = [[f"Episode {n}" for n in r] for r in (range(30, 6, -1), range(6, 0, -1))]
    assert (cards(page), [b.label for b in page.button]) == (newest, ["Older"])
    page.button[0].click().run()
    assert (cards(page), [b.label for b in page.button]) == (oldest, ["Newest", "Newer"])
    page.button[1].click().run()
    assert cards(page) == newest


def test_neighbouring_skipped_hours_are_one_card(
    reading: type[Reading],
    postgres_server: TestServer,
    database_url: str,
    database: Database,
    tmp_path: Path,
) -> None:
    with small_show(database_url, tmp_path) as app, database.unit_of_work() as uow:
        for number in range(1, 6):
            uow.episodes.skip(app.series_id, number, "The power was out.", app.clock.now())
        uow.commit()
    page = reading(Shelf(postgres_server.viewer_url(database_url), tmp_path)).open()
    assert cards(page) == []
    assert "Episodes 1 to 5" in words(page)


def test_without_a_number_the_newest_film_is_shown(reading: type[Reading], shelf: Shelf) -> None:
    assert reading(shelf).open("watch").title[0].value.startswith(":gray[10] ")


def test_the_episode_page_names_people_and_places(reading: type[Reading], shelf: Shelf) -> None:
    app = reading(shelf).open("watch", episode="1")
    assert not app.exception
    assert "**Nagi Isobe**" in words(app)
    assert "nagi" not in words(app)


@pytest.mark.parametrize(
    ("number", "label", "advice"),
    [
        (4, "Skipped", "anigen make --from 2026-01-01-03:00 --hours 1"),
        (8, "Failed", "anigen make --from 2026-01-01-07:00 --hours 1"),
        (9, "In production", "2 of 6 scenes are made"),
        (11, "To be planned again", "anigen make --from 2026-01-01-10:00 --hours 1"),
        (12, "Withdrawn", "anigen make --from 2026-01-01-11:00 --hours 1"),
    ],
)
def test_an_hour_without_a_film_says_why_and_what_to_do(
    reading: type[Reading], shelf: Shelf, number: int, label: str, advice: str
) -> None:
    app = reading(shelf).open("watch", episode=str(number))
    assert not app.exception
    assert f"**{label}**" in words(app)
    assert advice in words(app)


def test_a_film_that_lost_a_part_is_not_offered(reading: type[Reading], shelf: Shelf) -> None:
    (film_file,) = shelf.home.glob("media/*/2026-01-01-09/episode*.mp4")
    whole = film_file.read_bytes()
    film_file.write_bytes(whole[:-1000])
    try:
        app = reading(shelf).open("watch", episode="10")
    finally:
        film_file.write_bytes(whole)
    assert not app.exception
    assert "**The film is missing**" in words(app)


@pytest.mark.parametrize("asked", ["99", "-1", "1e3", "../../etc/passwd", "9" * 400, "**x**"])
def test_an_episode_that_is_not_there_leads_back(reading: type[Reading], shelf: Shelf, asked: str) -> None:
    app = reading(shelf).open("watch", episode=asked)
    assert not app.exception
    assert len(app.warning) == 1
    assert [b.label for b in app.button] == ["All episodes"]


def test_next_leads_to_the_next_episode(reading: type[Reading], shelf: Shelf) -> None:
    app = reading(shelf).open("watch", episode="1")
    next(b for b in app.button if b.label == "Next").click().run()
    assert app.title[0].value.startswith(":gray[2] ")


def test_statistics_count_what_is_there(reading: type[Reading], shelf: Shelf) -> None:
    app = reading(shelf).open("statistics")
    assert not app.exception
    shown = {metric.label: metric.value for metric in app.metric}
    assert (shown["Episodes made"], shown["Scenes made"], shown["Minutes of film"]) == ("6", "38", "18")
    assert "up to episode 7" in words(app)

"""What a visitor does, in a real browser: every test also fails on console errors and requests to elsewhere."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from anigen_assets.store.database import Database
from anigen_assets.store.read_models import ReadModels
from anigen_tests.viewer.browser import Browser, Visit
from anigen_tests.viewer.library import HOSTILE, Shelf, outage
from anigen_viewer.views.watch import REFRESH_SECONDS

pytestmark = pytest.mark.chromium

PLAYS = "v.readyState >= 2 && !v.paused && v.currentTime > 0.5"
SUBTITLES_SHOW = (
    "v.textTracks[0].mode === 'showing' && v.textTracks[0].cues && v.textTracks[0].cues.length > 0"
)


def test_a_click_anywhere_on_a_card_plays_the_film_with_subtitles(visit: Visit) -> None:
    page = visit.open("/")
    card = page.locator(".st-key-card-2")
    card.click(position={"x": 40, "y": 40})  # the poster, not the title
    expect(page).to_have_url(re.compile(r"/watch\?episode=2$"))
    visit.film_is(PLAYS)
    visit.film_is(SUBTITLES_SHOW)
    assert visit.film_value("Math.round(v.duration)") == 180
    assert page.title().startswith("2 · ")


def test_a_card_can_be_opened_by_keyboard(visit: Visit) -> None:
    page = visit.open("/")
    page.locator(".st-key-card-3 a").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/watch\?episode=3$"))


def test_a_scene_of_the_list_moves_the_film_there_each_time(visit: Visit) -> None:
    page = visit.open("/watch?episode=1")
    third = page.get_by_role("list", name="Scenes").get_by_role("button").nth(2)
    third.click()
    visit.film_is("v.currentTime >= 60 && v.currentTime < 75 && !v.seeking")
    expect(third).to_have_attribute("aria-current", "true")
    visit.film_value("v.currentTime = 100")
    third.click()
    visit.film_is("v.currentTime >= 60 && v.currentTime < 75 && !v.seeking")


def test_an_address_leads_to_a_second_of_the_film(visit: Visit) -> None:
    visit.open("/watch?episode=2&t=95")
    visit.film_is("v.readyState >= 2 && v.currentTime >= 95 && v.currentTime < 110")


def test_next_previous_and_back_go_from_film_to_film(visit: Visit) -> None:
    page = visit.open("/watch?episode=1")
    visit.film_is("v.readyState >= 2")
    first = visit.film_value("v.src")
    page.get_by_role("button", name="Next").click()
    expect(page).to_have_url(re.compile("episode=2$"))
    visit.film_is(f"v.readyState >= 2 && v.src !== '{first}'")
    page.get_by_role("button", name="Previous").click()
    expect(page).to_have_url(re.compile("episode=1$"))
    visit.film_is(f"v.readyState >= 2 && v.src === '{first}'")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^2 "))


def test_a_scene_plays_by_itself_with_its_own_subtitles(visit: Visit) -> None:
    page = visit.open("/watch?episode=1")
    visit.film_is(PLAYS)
    page.locator(".st-key-scene-2").get_by_text("Watch and read").click()
    scene = page.locator(".st-key-scene-2 video")
    scene.wait_for()
    page.wait_for_function(f"v => v.readyState >= 2 && {SUBTITLES_SHOW}", arg=scene.element_handle())
    assert scene.evaluate("v => Math.round(v.duration)") == 30
    assert visit.film_value("!v.paused")  # until somebody wants to hear the scene
    scene.evaluate("v => v.play()")
    visit.film_is("v.paused")


def test_the_page_is_drawn_again_while_the_film_plays_on(visit: Visit) -> None:
    received: list[str | bytes] = []

    def note(frame: str | bytes) -> None:  # the browser's driver takes no built-in methods
        received.append(frame)

    visit.page.on("websocket", lambda socket: socket.on("framereceived", note))
    visit.open("/watch?episode=1")
    visit.film_is(PLAYS)
    visit.film_value("window.film = v, v.addEventListener('seeking', () => window.moved = true)")
    before, drawn = visit.film_value("v.currentTime"), len(received)
    visit.film_is(f"v.currentTime > {before + REFRESH_SECONDS + 2}")
    assert len(received) > drawn
    assert visit.film_value("window.film === v && !window.moved && !v.paused")


def test_half_made_hours_play_what_there_is(visit: Visit) -> None:
    page = visit.open("/watch?episode=9")
    expect(page.get_by_text("2 of 6 scenes are made")).to_be_visible()
    page.locator(".st-key-scene-1").get_by_text("Watch and read").click()
    scene = page.locator(".st-key-scene-1 video")
    scene.wait_for()
    page.wait_for_function("v => v.readyState >= 2", arg=scene.element_handle())


def test_a_models_words_are_shown_as_they_are(visit: Visit) -> None:
    page = visit.open("/")
    page.locator(".st-key-card-11").wait_for()
    assert HOSTILE in _seen(visit, ".st-key-card-11 a")
    assert HOSTILE in _seen(visit, ".st-key-card-8")
    visit.open("/watch?episode=11")
    page.locator(".st-key-scene-6").wait_for()
    page.locator(".st-key-scene-6").get_by_text("Read", exact=True).click()
    expect(page.locator(".st-key-scene-6 [data-testid=stExpanderDetails]")).to_be_visible()
    assert HOSTILE in _seen(visit, "h1")
    assert _seen(visit, ".st-key-scene-6").count(HOSTILE) > 1
    assert page.title().startswith(f"11 · {HOSTILE}")
    assert page.locator("[href*='e.vil'], [src*='e.vil'], main script, .katex").count() == 0


def test_japanese_letters_have_a_font(visit: Visit) -> None:
    page = visit.open("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("潮の番")
    page.wait_for_function("() => document.fonts.check('16px \"AniGen CJK\"', '潮')")


@pytest.mark.parametrize("path", ["/", "/watch?episode=1", "/statistics"])
def test_nothing_is_wider_than_a_phone(phone: Visit, path: str) -> None:
    page = phone.open(path)
    page.get_by_role("heading", level=1).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth - e.clientWidth") <= 0


def test_the_film_is_seen_without_scrolling(visit: Visit) -> None:
    visit.open("/watch?episode=1")
    visit.film_is("v.readyState >= 2")
    box = visit.film.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 700
    assert box["width"] > 800


def test_the_film_is_seen_without_scrolling_on_a_phone(phone: Visit) -> None:
    phone.open("/watch?episode=1")
    phone.film_is("v.readyState >= 2")
    box = phone.film.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 420
    assert box["width"] > 340


def test_a_film_opened_by_its_own_address_plays(visit: Visit, shelf: Shelf) -> None:
    database = Database.connect(shelf.url, read_only=True)
    found = ReadModels(database, "tidewatch").episode(1)
    database.dispose()
    visit.open(f"/app/static/media/{found.film.media_id}")
    visit.film_is("v.readyState >= 2 && Math.round(v.duration) === 180")


def test_a_page_comes_back_by_itself_when_the_database_does(
    chromium: Browser, viewer: str, shelf: Shelf
) -> None:
    with chromium.visit(viewer) as visit:
        with outage(shelf):
            page = visit.open("/watch?episode=1")
            expect(page.get_by_role("alert")).to_contain_text("PostgreSQL")
            assert "Traceback" not in page.inner_text("body")
        visit.film_is("v.readyState >= 2")


def _seen(visit: Visit, selector: str) -> str:
    """What stands on the screen, without invisible joiners."""
    return visit.page.locator(selector).first.inner_text().replace("\u2060", "")

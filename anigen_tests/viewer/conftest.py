"""A show in every state, the viewer that serves it, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from anigen_tests.postgres import TestServer
from anigen_tests.show import small_show
from anigen_tests.viewer.browser import Browser, Visit
from anigen_tests.viewer.library import Shelf, fill, served
from anigen_viewer import data

MAIN = Path(data.__file__).with_name("main.py")
REQUIRED = "ANIGEN_TEST_REQUIRE_CHROMIUM"
CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def shelf(postgres_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Twelve hours in every state; see `library.fill`. Tests only read it."""
    home = tmp_path_factory.mktemp("shelf")
    with postgres_server.fresh() as url, small_show(url, home) as app:
        fill(app)
        yield Shelf(postgres_server.viewer_url(url), home, postgres_server.admin_url)


@pytest.fixture(scope="session")
def viewer(shelf: Shelf) -> Iterator[str]:
    """Address of a viewer of the shelf, a process of its own."""
    with served(shelf.settings) as address:
        yield address


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Reading]]:
    """Runs pages in this process against a database of the test's choice."""
    for name in [n for n in os.environ if n.startswith("ANIGEN_") or n == "DATABASE_URL"]:
        monkeypatch.delenv(name)
    Reading.monkeypatch = monkeypatch
    yield Reading
    data.library.close()
    data.settings.cache_clear()


class Reading:
    """Pages of `main.py` for one shelf."""

    monkeypatch: pytest.MonkeyPatch

    def __init__(self, shelf: Shelf) -> None:
        for name, value in shelf.settings.items():
            self.monkeypatch.setenv(name, value)
        data.settings.cache_clear()
        data.library.close()

    def open(self, page: str = "episodes", **query: str) -> AppTest:
        """A page as a visitor gets it."""
        app = AppTest.from_file(str(MAIN), default_timeout=60)
        if page != "episodes":
            app.switch_page(f"views/{page}.py")
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; where there is none its tests are skipped, unless CI says that none may be."""
    path = CHROMIUM if Path(CHROMIUM).exists() else shutil.which("chromium")
    if path is None:
        reason = "Chromium is not installed (Debian: apt-get install chromium)"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{reason}, and {REQUIRED}=1 lets no browser test be skipped")
        pytest.skip(reason)
    with Browser.started(path) as browser:
        yield browser


@pytest.fixture
def visit(chromium: Browser, viewer: str) -> Iterator[Visit]:
    """A desktop visitor of the shelf's viewer, who notes whatever goes wrong."""
    with chromium.visit(viewer) as visitor:
        yield visitor
        visitor.finish()


@pytest.fixture
def phone(chromium: Browser, viewer: str) -> Iterator[Visit]:
    """The same on a phone."""
    with chromium.visit(viewer, width=390, height=844) as visitor:
        yield visitor
        visitor.finish()

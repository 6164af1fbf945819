"""What faults are held against: the same hours, made in peace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from anigen_assets.services.canon_reports import verify_chain
from anigen_assets.services.draw_sheets import draw_sheets
from anigen_assets.story.calendar import key_of
from anigen_tests.faults.home import Home, Made, files_of, fresh_home
from anigen_tests.postgres import TestServer
from anigen_tests.show import hour, small_show, tell

HOURS = 3


@pytest.fixture(scope="session")
def undisturbed(postgres_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """HOURS hours made one by one, by the use cases alone, in one process."""
    home = tmp_path_factory.mktemp("undisturbed")
    with postgres_server.fresh() as url, small_show(url, home) as app:
        for number in range(1, HOURS + 1):
            tell(app, number)
            draw_sheets(app, hour(number))
        with app.database.unit_of_work() as uow:
            rows = uow.episodes.library(app.series_id)
        episodes = [(key_of(r.hour), r.title, str(r.state), r.sha256 or "") for r in rows]
        return Made(episodes, verify_chain(app)["digest"], files_of(home / "media"))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """An empty home on an embedded server of its own."""
    with fresh_home(tmp_path / "home") as opened:
        yield opened

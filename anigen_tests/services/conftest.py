"""Fixtures of the use cases' tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from anigen_tests.benchmarks.memory_story import SyntheticStory
from anigen_tests.benchmarks.memory_tables import Tables
from anigen_tests.services.context_stories import Synthetic
from anigen_tests.show import small_show


@pytest.fixture
def told(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[Synthetic]:
    """A synthetic story of as many episodes as the test's parameter says."""
    episodes = request.param
    with small_show(database_url, tmp_path, hours=episodes + 1) as app:
        story = SyntheticStory(app.bible)
        tables = Tables(story, app.series_id)
        tables.tell(episodes)
        tables.write(database_url)
        yield Synthetic(app, story, tables, database_url)

"""The pyramid of summaries: when it is made, made again, made larger, and left out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from anigen_assets.services import compress_story
from anigen_assets.services.application import Application
from anigen_assets.services.compress_story import retell
from anigen_assets.services.director_context import (
    director_context,
)
from anigen_assets.services.operator import skip_hours
from anigen_assets.services.retcon import retcon
from anigen_assets.store.repositories.chain_writer import add_changes
from anigen_assets.story.context.compression import LIMITS, Extractive, Material
from anigen_assets.story.context.pyramid import block_of
from anigen_assets.story.context.turns import parsed
from anigen_tests.benchmarks.memory_story import SyntheticStory
from anigen_tests.services.context_stories import Synthetic, kept, length, section, text_of
from anigen_tests.show import hour, small_show, tell

ARC = block_of("arc", 1)


@length(48)
def test_a_story_from_before_is_caught_up_and_what_is_there_is_left_alone(told: Synthetic) -> None:
    before = told.sql(
        "SELECT level, first_number, text FROM narrative_context WHERE level = 'arc' ORDER BY 2"
    )
    told.sql("DELETE FROM narrative_context WHERE level = 'arc' AND first_number IN (1, 33)")
    with told.app.database.unit_of_work() as uow:  # what the summaries are made from
        for number, changes in _changes(told):
            add_changes(uow.memory._session, told.app.series_id, number, 1, changes)
        uow.commit()
    assert [block.first for block in kept(told.app, 48)] == [1, 33]
    assert kept(told.app, 48) == ()
    after = told.sql("SELECT level, first_number, text FROM narrative_context WHERE level = 'arc' ORDER BY 2")
    assert after == before


def _changes(told: Synthetic) -> list[tuple[int, list[dict[str, Any]]]]:
    again = SyntheticStory(told.app.bible)
    return [
        (e.number, [{"scene": s, "document": c.model_dump(mode="json")} for s, c in e.changes])
        for e in again.episodes(48)
    ]


def test_an_arc_is_told_when_its_last_hour_retires_also_when_hours_were_skipped(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1, 2)
        skip_hours(app, [hour(n) for n in range(3, 16)], "power cut")
        assert text_of(app, ARC) is None
        tell(app, 16)
        text = text_of(app, ARC)
        assert text is not None
        assert text.startswith("1 to 16: ")
        assert parsed(text)[0].number == 1
        skip_hours(app, [hour(n) for n in range(17, 33)], "power cut")
        assert text_of(app, block_of("arc", 17)) == "17 to 32: nothing was told"


def test_a_filler_makes_the_summaries_around_it_again(database_url: str, tmp_path: Path) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1)
        skip_hours(app, [hour(n) for n in range(2, 18)], "power cut")
        before = text_of(app, ARC)
        tell(app, 2)
        with app.database.unit_of_work() as uow:
            filler = uow.episodes.plan(app.series_id, 2)
        after = text_of(app, ARC)
        assert filler is not None
        assert before is not None
        assert after is not None
        assert filler.title not in before
        assert filler.title in after
        assert section(director_context(app, 3), "Request").count("filler") == 1


def test_a_retcon_is_told_by_the_summaries_around_it(database_url: str, tmp_path: Path) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1)
        skip_hours(app, [hour(n) for n in range(2, 17)], "power cut")
        retcon(app, "nagi", "look.hair_style", "bun", "she had cut it long before", hour(1))
        lines = [turn.line for turn in parsed(text_of(app, ARC) or "") if turn.kind == "corrected"]
        assert lines == ["1.0 corrected (nagi.look.hair_style), now bun | she had cut it long before"]
        context = director_context(app, 17)
        assert context.answered == len(context.questions)


@dataclass
class Forgetful:
    """Loses every turning point below a size."""

    honest_from: int
    name: str = "forgetful"

    def compress(self, material: Material, limit: int) -> str:
        text = Extractive().compress(material, limit)
        return text if limit >= self.honest_from else text.split("\n")[0]


def retold(app: Application, compressor: Forgetful) -> list[str]:
    with app.database.unit_of_work() as uow:
        retell(app, uow, [1], 16, compressor)
        uow.commit()
    with app.database.unit_of_work() as uow:
        lines = uow.logs.recent(app.series_id, limit=20)
    return [line.log.message for line in lines if line.log.component == "memory"]


def test_a_summary_that_loses_facts_is_made_larger_and_one_that_never_keeps_them_gives_way_to_the_level_below(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1)
        skip_hours(app, [hour(n) for n in range(2, 25)], "power cut")
        logged = retold(app, Forgetful(honest_from=LIMITS[1]))
        assert len(logged) == 1
        assert "refused, 600 characters" in logged[0]
        assert "opened" in (text_of(app, ARC) or "")
        logged = retold(app, Forgetful(honest_from=10**9))
        assert any("the level below is used in its place" in line for line in logged)
        assert text_of(app, ARC) == ""
        with app.database.unit_of_work() as uow:
            line = uow.context.level(app.series_id, "episode", 1, 1)[0].text
        tell(app, 25, 26, 27, 28)
        context = director_context(app, 29)
        assert f"- 1: {line}"[:60] in section(context, "The story so far")
        assert context.answered == len(context.questions)


def test_compression_at_once_is_bounded(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compress_story, "BLOCKS_AT_ONCE", 2)
    with small_show(database_url, tmp_path, hours=100) as app:
        skip_hours(app, [hour(n) for n in range(1, 81)], "power cut")
        with psycopg.connect(database_url) as connection:
            connection.execute("DELETE FROM narrative_context")
        assert [[block.first for block in kept(app, 80)] for _ in range(4)] == [[1, 17], [33, 49], [65], []]

"""The director's memory on a real story: what it reads, when its summaries are made, and what it costs others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from anigen_assets.commands.context import as_document, as_table
from anigen_assets.services import compress_story
from anigen_assets.services.application import Application
from anigen_assets.services.compress_story import keep_pyramid, retell
from anigen_assets.services.director_context import (
    context_when_asked,
    director_context,
    next_number,
    record_usage,
)
from anigen_assets.services.operator import skip_hours
from anigen_assets.services.plan_episode import plan_hours
from anigen_assets.services.retcon import retcon
from anigen_assets.store.repositories.chain_writer import add_changes
from anigen_assets.story.changes import OpenThread
from anigen_assets.story.context.compression import LIMITS, Extractive, Material
from anigen_assets.story.context.document import DirectorContext
from anigen_assets.story.context.fidelity import unanswered
from anigen_assets.story.context.pyramid import Block, block_of
from anigen_assets.story.context.tokens import BoundCheck, upper_bound
from anigen_assets.story.context.turns import parsed
from anigen_tests.benchmarks.memory import asked
from anigen_tests.benchmarks.memory_story import SyntheticStory
from anigen_tests.benchmarks.memory_tables import Tables
from anigen_tests.show import hour, plan, small_show, tell

ARC = block_of("arc", 1)


@dataclass
class Synthetic:
    """A show on a synthetic story."""

    app: Application
    story: SyntheticStory
    tables: Tables
    url: str

    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url) as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []


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


def length(episodes: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("told", [episodes], indirect=True)


def text_of(app: Application, block: Block) -> str | None:
    with app.database.unit_of_work() as uow:
        found = uow.context.blocks(app.series_id, [(block.level, block.first)])
    return found[0].text if found else None


def section(context: DirectorContext, name: str) -> str:
    return next((s.text for s in context.sections if s.name == name), "")


def kept(app: Application, frontier: int) -> tuple[Block, ...]:
    with app.database.unit_of_work() as uow:
        made = keep_pyramid(app, uow, frontier)
        uow.commit()
    return made


def test_a_show_is_remembered_as_it_retires_and_its_prefix_stays_the_same_bytes(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1, 2, 3)
        contexts = [director_context(app, number) for number in (3, 4)]
        plan(app, 4, 5)
        contexts += [director_context(app, number) for number in (5, 6)]
        with app.database.unit_of_work() as uow:
            scenes = uow.context.level(app.series_id, "scene", 1, 3)
            drafted = uow.episodes.plan(app.series_id, 5)
        assert len({context.prefix for context in contexts}) == 1
        assert [(c.answered, c.tokens <= c.budget) for c in contexts] == [
            (len(c.questions), True) for c in contexts
        ]
        assert [(s.first_number, len(s.text.split("\n"))) for s in scenes] == [(1, 6), (2, 6), (3, 6)]
        assert all(len(line.encode()) <= 100 for s in scenes for line in s.text.split("\n"))
        assert drafted is not None
        assert drafted.title in section(contexts[-1], "Last episodes")
        assert next_number(app) == 6


def test_what_drafts_opened_is_known_before_it_is_canon(database_url: str, tmp_path: Path) -> None:
    with small_show(database_url, tmp_path) as app:
        plan(app, 1)
        with app.database.unit_of_work() as uow:
            draft = uow.episodes.plan(app.series_id, 1)
        assert draft is not None
        opened = [c.change for c in draft.changes if isinstance(c.change, OpenThread)]
        context = director_context(app, 2)
        assert opened
        assert all(
            f'"{t.title}" ({t.id}), due {t.due_number}' in section(context, "Open threads") for t in opened
        )


def test_the_director_gets_its_context_when_it_asks_and_the_offline_director_does_not_ask(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []

    def counted(app: Application, number: int, recent: object = None) -> DirectorContext:
        built.append(number)
        return director_context(app, number)

    monkeypatch.setattr("anigen_assets.services.director_context.director_context", counted)
    with small_show(database_url, tmp_path) as app:
        list(plan_hours(app, [hour(1), hour(2)]))
        assert built == []
        when_asked = context_when_asked(app, 3, ())
        assert when_asked() is when_asked()
        assert built == [3]


@length(300)
def test_everything_protected_can_be_read_after_three_hundred_episodes(told: Synthetic) -> None:
    context = director_context(told.app, 301)
    assert unanswered(context.text, asked(told.story, told.tables, told.app, 301)) == ()
    assert context.tokens == upper_bound(context.text) <= told.app.settings.context_tokens


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


@length(700)
def test_recall_finds_somebody_last_seen_five_hundred_episodes_ago(told: Synthetic) -> None:
    who = next(c for c in told.app.bible.cast if c.role == "main").id
    told.sql('UPDATE scenes SET "cast" = \'nobody\' WHERE "cast" LIKE %s AND number > 200', f"%{who}%")
    told.sql('UPDATE scenes SET "cast" = %s WHERE number = 200 AND slot = 3', who)
    told.sql("UPDATE characters SET seen_number = 200 WHERE character_id = %s", who)
    name = told.story.truth.value(who, "name").split()[0]
    told.sql("UPDATE narrative_context SET text = replace(text, %s, 'Xx') WHERE last_number > 200", name)
    told.sql(
        "UPDATE narrative_context SET text = %s WHERE level = 'scene' AND first_number = 200",
        f"3 The Pier; {name}: leaves the umbrella behind.",
    )
    context = director_context(told.app, 701)
    assert f"episode 200: 3 The Pier; {name}: leaves the umbrella behind." in section(context, "Recalled")
    assert "NOT SEEN for 501 episodes" in section(context, "People")


@length(600)
def test_an_hour_in_the_past_is_told_what_held_then(told: Synthetic) -> None:
    until = 300
    then = SyntheticStory(told.app.bible)
    for _ in then.episodes(until):
        pass
    context = director_context(told.app, until + 1)
    threads = section(context, "Open threads")
    assert {f"({t})" in threads for t in then.truth.open_threads} == {True}
    assert threads.count("\n- ") == len(then.truth.open_threads)
    assert context.answered == len(context.questions)


@length(272)
def test_every_read_of_the_memory_uses_an_index(told: Synthetic) -> None:
    statements = (
        "SELECT thread_id FROM plot_threads WHERE series_id = 'x' AND status = 'open' ORDER BY due_number LIMIT 48",
        "SELECT character_id FROM characters WHERE series_id = 'x' AND role <> 'minor' ORDER BY seen_number LIMIT 64",
        "SELECT text FROM narrative_context WHERE context_words(text, first_number) @@ to_tsquery('nagi & era3')",
    )
    with psycopg.connect(told.url) as connection:
        connection.execute("SET enable_seqscan = off")
        plans = [str(connection.execute(f"EXPLAIN {statement}").fetchall()) for statement in statements]
    wanted = ("ix_plot_threads_due", "ix_characters_principals", "ix_narrative_context_words")
    assert [index in plan for index, plan in zip(wanted, plans, strict=True)] == [True] * 3


def test_a_providers_count_goes_on_record_and_a_bound_that_did_not_hold_is_a_warning(
    database_url: str, tmp_path: Path
) -> None:
    with small_show(database_url, tmp_path) as app:
        context = director_context(app, 1)
        record_usage(app, context, BoundCheck(bound=10_000, reported=5_500))
        record_usage(app, context, BoundCheck(bound=10_000, reported=10_001))
        with app.database.unit_of_work() as uow:
            logs = [line.log for line in uow.logs.recent(app.series_id, limit=2)]
        assert sorted((log.level, log.fields["ratio"]) for log in logs) == [
            ("INFO", 0.55),
            ("WARNING", 1.0001),
        ]


def test_the_command_shows_sections_that_add_up(database_url: str, tmp_path: Path) -> None:
    with small_show(database_url, tmp_path) as app:
        tell(app, 1)
        context = director_context(app, 2)
        document = as_document(context)
        assert list(document)[:8] == [
            "hour", "number", "budget", "tokens", "sections", "questions", "answered", "lost",
        ]  # fmt: skip
        assert document["tokens"] == sum(s["tokens"] for s in document["sections"])
        assert "".join(s["text"] for s in document["sections"]) == context.text
        assert as_table(context).row_count == len(context.sections) + 2


def test_compression_at_once_is_bounded(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compress_story, "BLOCKS_AT_ONCE", 2)
    with small_show(database_url, tmp_path, hours=100) as app:
        skip_hours(app, [hour(n) for n in range(1, 81)], "power cut")
        with psycopg.connect(database_url) as connection:
            connection.execute("DELETE FROM narrative_context")
        assert [[block.first for block in kept(app, 80)] for _ in range(4)] == [[1, 17], [33, 49], [65], []]

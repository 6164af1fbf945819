"""The director's memory on a real story: what it reads, and what it costs others."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from anigen_assets.commands.context import as_document, as_table
from anigen_assets.services.application import Application
from anigen_assets.services.director_context import (
    context_when_asked,
    director_context,
    next_number,
    record_usage,
)
from anigen_assets.services.plan_episode import plan_hours
from anigen_assets.story.changes import OpenThread
from anigen_assets.story.context.document import DirectorContext
from anigen_assets.story.context.fidelity import unanswered
from anigen_assets.story.context.tokens import BoundCheck, upper_bound
from anigen_tests.benchmarks.memory import asked
from anigen_tests.benchmarks.memory_story import SyntheticStory
from anigen_tests.services.context_stories import Synthetic, length, section
from anigen_tests.show import hour, plan, small_show, tell


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

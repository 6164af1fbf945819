"""The director's memory at any length of a series: what can still be read, what it takes, how long it takes to build.

`python -m anigen_tests.benchmarks.memory [--json] [--episodes 100 1000 10000 100000]`. Each length is a synthetic
story in a database of its own, on a server that is started for the purpose. The questions come from the story itself,
never from what the memory read.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import psycopg

from anigen_assets.services.application import Application
from anigen_assets.services.director_context import director_context
from anigen_assets.story.context.fidelity import Question, about_person, about_rule, about_thread, unanswered
from anigen_assets.story.context.material import (
    MOST_PRINCIPALS,
    MOST_RECURRING,
    MOST_RULES,
    MOST_THREADS,
    RECURRING_TIMES,
)
from anigen_assets.story.context.pyramid import LEVELS, block_of, span
from anigen_assets.story.context.turns import protected
from anigen_tests.benchmarks.machine import machine
from anigen_tests.benchmarks.memory_story import SyntheticStory
from anigen_tests.benchmarks.memory_tables import Tables
from anigen_tests.benchmarks.system import as_json
from anigen_tests.postgres import TestServer, begin_run, end_run, running_server
from anigen_tests.show import small_show

LENGTHS = (100, 1_000, 10_000, 100_000)
BUILDS = 60
GOALS = {"fidelity": "1.0", "tokens": "budget", "build_ms_p95": "below 50 at 100,000"}


def run(lengths: list[int]) -> list[dict[str, Any]]:
    """The figures of each length."""
    begin_run(None)
    try:
        with running_server() as server:
            return [_length(server, episodes) for episodes in lengths]
    finally:
        end_run()


def _length(server: TestServer, episodes: int) -> dict[str, Any]:
    with (
        server.fresh() as url,
        tempfile.TemporaryDirectory() as folder,
        small_show(url, Path(folder), hours=episodes + 1) as app,
    ):
        return measure(app, url, episodes)


def measure(app: Application, url: str, episodes: int) -> dict[str, Any]:
    """Tells a story of a length into the database, builds contexts and asks."""
    story = SyntheticStory(app.bible)
    tables = Tables(story, app.series_id)
    began = time.perf_counter()
    tables.tell(episodes)
    tables.write(url)
    told = time.perf_counter() - began
    number = episodes + 1
    times, cpu, context = [], [], director_context(app, number)
    for _ in range(BUILDS):
        start, used = time.perf_counter(), time.process_time()
        context = director_context(app, number)
        times.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    back = []
    for i in range(1, 21):
        start = time.perf_counter()
        director_context(app, max(1, episodes * i // 21))
        back.append((time.perf_counter() - start) * 1000)
    questions = asked(story, tables, app, number)
    lost = unanswered(context.text, questions)
    kept, wanted = summaries_kept(url, tables)
    return {
        "episodes": episodes,
        "asked": len(questions),
        "answered": len(questions) - len(lost),
        "fidelity": 1 - len(lost) / len(questions),
        "lost": [q.about for q in lost],
        "summary_facts_kept": kept,
        "summary_facts": wanted,
        "summaries_refused": len(tables.refused),
        "tokens": context.tokens,
        "budget": context.budget,
        "build_ms_p50": median(times),
        "build_ms_p95": quantiles(times, n=20)[-1],
        "build_ms_least": min(times),
        "build_own_cpu_ms_p50": median(cpu),
        "past_hour_ms_p95": quantiles(back, n=20)[-1],
        "levels": dict(Counter(row[1] for row in tables.context)),
        "context_bytes_per_100_episodes": _bytes(url) / episodes * 100,
        "facts": len(tables.facts),
        "characters": sum(
            1 for key, f in story.truth.facts.items() if key[1] == "kind" and f.value == "character"
        ),
        "told_seconds": told,
        "machine_load": os.getloadavg()[0],
    }


def asked(story: SyntheticStory, tables: Tables, app: Application, number: int) -> list[Question]:
    """What the contract protects, from the story's own truth."""
    truth = story.truth
    due_first = sorted(truth.open_threads.values(), key=lambda t: (t.due_number, truth.opened[t.id], t.id))
    threads = due_first[:MOST_THREADS]
    standing = [s for (s, a), f in truth.facts.items() if a == "role" and f.value in ("lead", "main")]
    standing.sort(key=lambda who: (-truth.seen.get(who, (0, ""))[0], who))
    often = Counter(who for cast in truth.lately for who in cast)
    frequent = sorted((who for who, n in often.items() if n >= RECURRING_TIMES), key=lambda w: (-often[w], w))
    minor = [who for who in frequent if who not in standing][:MOST_RECURRING]
    bound = [who for thread in threads for who in thread.cast]
    people = dict.fromkeys((*standing[:MOST_PRINCIPALS], *minor, *bound))
    laws = [s for (s, a), f in truth.facts.items() if a == "kind" and f.value == "rule"][:MOST_RULES]
    questions = [about_thread(t.id, t.title, t.question, t.due_number) for t in threads]
    for who in people:
        name, role, status = (truth.value(who, a) for a in ("name", "role", "status"))
        place = truth.seen.get(who, (0, ""))[1]
        if status != "dead":
            questions.append(about_person(who, name, role, status, truth.value(place, "name")))
    questions += [about_rule(law, truth.value(law, "text")) for law in laws]
    newest = (number - 5) // span("arc") * span("arc")
    return questions + [t.question() for t in tables.turns if newest - span("arc") < t.number <= newest]


def summaries_kept(url: str, tables: Tables) -> tuple[int, int]:
    """How many of the facts that summaries protect, by the story's own turning points, they have; and of how many."""
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT level, first_number, text FROM narrative_context WHERE level = ANY(%s)",
                                  (list(LEVELS[1:]),)).fetchall()  # fmt: skip
    texts = {(level, first): text for level, first, text in rows}
    kept = wanted = 0
    for level in LEVELS[1:]:
        by_block: dict[int, list[Any]] = {}
        for turn in tables.turns:
            by_block.setdefault(block_of(level, turn.number).first, []).append(turn)
        for first, turns in by_block.items():
            if (level, first) in texts:
                questions = [turn.question() for turn in protected(turns, level)]
                wanted += len(questions)
                kept += len(questions) - len(unanswered(texts[level, first], questions))
    return kept, wanted


def table(figures: list[dict[str, Any]]) -> str:
    """The figures as a markdown table, a column for each length."""
    names = [n for n in figures[0] if n not in ("lost", "levels")]
    head = "| |" + "".join(f" {f['episodes']:,} |" for f in figures)
    rows = [f"| {n} |" + "".join(f" {f[n]:,.3g} |" if isinstance(f[n], float) else f" {f[n]:,} |" for f in figures)
            for n in names]  # fmt: skip
    levels = "| summaries |" + "".join(
        " " + ", ".join(f"{n:,} {level}" for level, n in f["levels"].items()) + " |" for f in figures
    )
    return "\n".join((head, "|---" * (len(figures) + 1) + "|", *rows, levels))


def _bytes(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT pg_total_relation_size('narrative_context')").fetchone()
    assert row is not None
    return int(row[0])


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m anigen_tests.benchmarks.memory", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--episodes", type=int, nargs="+", default=list(LENGTHS), help="lengths of the story")
    chosen = parser.parse_args()
    if min(chosen.episodes) < 1:
        parser.error("--episodes: a story has at least 1 episode")
    figures = run(chosen.episodes)
    document = {"machine": machine(), "lengths": figures}
    sys.stdout.write((as_json(document) if chosen.json else table(figures)) + "\n")


if __name__ == "__main__":
    main()

"""Canon at any length of a series: how long "what was true then" takes, and how long verifying all of it takes.

`python -m anigen_tests.benchmarks.canon [--json] [--episodes 1000 10000 100000] [--facts 1000000]`. Each length is a
synthetic series in a database of its own, on a server that is started for the purpose; `--facts` belongs to the
longest, shorter ones have as many for each episode. Questions are about random hours of the whole length.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import psycopg

from anigen_assets.services.application import Application
from anigen_assets.services.canon_reports import verify_chain
from anigen_assets.services.canon_why import why
from anigen_assets.store.repositories.facts import AS_OF, HELD, OF_SUBJECT
from anigen_assets.story.changes import Key
from anigen_tests.benchmarks.canon_tables import CanonStory
from anigen_tests.benchmarks.machine import machine
from anigen_tests.benchmarks.system import as_json
from anigen_tests.postgres import TestServer, begin_run, end_run, running_server
from anigen_tests.show import hour, small_show

LENGTHS = (1_000, 10_000, 100_000)
FACTS = 1_000_000
QUESTIONS = 300
WHOLE_STATES = 3
VERIFIED_AT_MOST = 10_000
"""Episodes up to which the whole chain is verified."""


def run(lengths: list[int], facts: int) -> list[dict[str, Any]]:
    """The figures of each length."""
    begin_run(None)
    try:
        with running_server() as server:
            return [_length(server, n, facts / max(lengths)) for n in lengths]
    finally:
        end_run()


def _length(server: TestServer, episodes: int, facts_per_episode: float) -> dict[str, Any]:
    with (
        server.fresh() as url,
        tempfile.TemporaryDirectory() as folder,
        small_show(url, Path(folder), hours=episodes + 1) as app,
    ):
        began = time.perf_counter()
        story = CanonStory(app, facts_per_episode)
        story.write(url, episodes)
        told = time.perf_counter() - began
        return {"episodes": episodes, **measure(app, url, story, episodes), "told_seconds": told}


def measure(app: Application, url: str, story: CanonStory, episodes: int) -> dict[str, Any]:
    """Asks and verifies."""
    r = random.Random(3)
    values: dict[Key, int] = {}
    begun: dict[Key, int] = {}
    for key, interval in story.replay.rows():
        values[key] = values.get(key, 0) + 1
        begun[key] = min(begun.get(key, episodes), interval.valid_from)
    busiest = sorted(values, key=lambda key: (-values[key], key))[:40]
    seldom = r.sample(sorted(begun), min(400, len(begun)))
    cast = [c.id for c in app.bible.cast]
    # Half of the questions are about what changes all the time, half about anything at all.
    asked = [r.choice(busiest if i % 2 else seldom) for i in range(QUESTIONS)]
    hours = [r.randint(max(1, begun[key]), episodes) for key in asked]
    subjects = [r.choice(cast) if i % 2 else key.subject for i, key in enumerate(asked)]
    answered: list[float] = []

    def one_fact(i: int) -> None:
        with app.database.unit_of_work() as uow:
            answered.append(len(uow.canon.held(app.series_id, [asked[i]], hours[i])))

    def one_subject(i: int) -> None:
        with app.database.unit_of_work() as uow:
            uow.canon.of_subject(app.series_id, subjects[i], hours[i])

    def whole(i: int) -> None:
        with app.database.unit_of_work() as uow:
            uow.canon.as_of(app.series_id, hours[i])

    figures = {
        "facts": sum(values.values()),
        "values_of_busiest_key": values[busiest[0]],
        **_timed("one_fact", one_fact, QUESTIONS),
        **_timed("one_subject", one_subject, QUESTIONS),
        **_timed("why", lambda i: why(app, *asked[i], hour(hours[i])), QUESTIONS),
        **_timed("whole_state", whole, WHOLE_STATES),
        "unanswered": answered.count(0),
    }
    figures |= _verified(app, episodes) | _bytes(url, episodes)
    return figures | {"scans": scans(app, url, busiest[0], episodes // 2)}


def _timed(name: str, ask: Callable[[int], object], times: int) -> dict[str, float]:
    ask(0)
    taken, cpu = [], []
    for i in range(times):
        start, used = time.perf_counter(), time.process_time()
        ask(i)
        taken.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    p95 = quantiles(taken, n=20, method="inclusive")[-1]
    return {f"{name}_ms_p50": median(taken), f"{name}_ms_p95": p95, f"{name}_own_cpu_ms_p50": median(cpu)}


def _verified(app: Application, episodes: int) -> dict[str, Any]:
    if episodes > VERIFIED_AT_MOST:
        return {"verify_seconds": None}
    start = time.perf_counter()
    report = verify_chain(app)
    taken = time.perf_counter() - start
    if not report["intact"]:
        raise AssertionError(report["message"])
    return {"verify_seconds": taken}


def _bytes(url: str, episodes: int) -> dict[str, float]:
    sizes = {
        "canon_mb_per_100_episodes": "SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest("
        "ARRAY['canon_facts', 'canon_changes', 'canon_snapshots']) AS t",
        "fact_key_indexes_mb_per_100_episodes": "SELECT pg_relation_size('ix_canon_facts_ended')"
        " + pg_relation_size('uq_canon_facts_standing')",
    }
    with psycopg.connect(url) as connection:
        found = {name: connection.execute(words).fetchone() for name, words in sizes.items()}
    return {name: float(row[0]) / 2**20 / episodes * 100 for name, row in found.items() if row is not None}


def scans(app: Application, url: str, key: Key, number: int) -> dict[str, str]:
    """How the server reads the facts for each question, by EXPLAIN (ANALYZE)."""
    given = {
        "series": app.series_id,
        "subjects": [key.subject],
        "attributes": [key.attribute],
        "positions": [0],
        "subject": app.bible.cast[0].id,
        "number": number,
    }
    questions = {"one_fact": HELD, "one_subject": OF_SUBJECT, "whole_state": AS_OF}
    found = {}
    with psycopg.connect(url) as connection:
        for name, question in questions.items():
            words = re.sub(r":(\w+)", r"%(\1)s", question.text)
            row = connection.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {words}", given).fetchone()
            assert row is not None
            kinds = set(_scans(row[0][0]["Plan"]))
            found[name] = ", ".join(sorted(kinds))
    return found


def _scans(node: dict[str, Any]) -> list[str]:
    own = (
        [f"{node['Node Type']} {node.get('Index Name', '')}".strip()]
        if "canon_facts" in str(node.get("Relation Name", ""))
        else []
    )
    return own + [kind for child in node.get("Plans", ()) for kind in _scans(child)]


def table(figures: list[dict[str, Any]]) -> str:
    """The figures as a markdown table, a column for each length."""
    names = [n for n in figures[0] if n not in ("episodes", "scans")]
    head = "| |" + "".join(f" {f['episodes']:,} |" for f in figures)
    rows = [f"| {n} |" + "".join(f" {_shown(f[n])} |" for f in figures) for n in names]
    rows += [
        f"| scans, {name} |" + "".join(f" {f['scans'][name]} |" for f in figures)
        for name in figures[0]["scans"]
    ]
    return "\n".join((head, "|---" * (len(figures) + 1) + "|", *rows))


def _shown(value: float | int | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.3g}" if isinstance(value, float) else f"{value:,}"


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m anigen_tests.benchmarks.canon", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument(
        "--episodes", type=int, nargs="+", default=list(LENGTHS), help="lengths of the series"
    )
    parser.add_argument("--facts", type=int, default=FACTS, help="facts of the longest, at least")
    chosen = parser.parse_args()
    if min(chosen.episodes) < 100:
        parser.error("--episodes: at least 100")
    if chosen.facts < max(chosen.episodes):
        parser.error("--facts: at least one an episode")
    figures = run(chosen.episodes, chosen.facts)
    document = {"machine": machine(), "lengths": figures}
    sys.stdout.write((as_json(document) if chosen.json else table(figures)) + "\n")


if __name__ == "__main__":
    main()

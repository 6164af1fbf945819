"""Two planners in two processes, both asked for the same hour at the same moment: one plan, and both have it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

pytestmark = pytest.mark.e2e
ROUNDS = 20
HEAD_START_SECONDS = 0.05
"""Until both have read their line and wait for the same moment."""


@contextmanager
def planner(database_url: str, home: Path) -> Iterator[subprocess.Popen[str]]:
    """A planner that is ready; it ends with its standard input."""
    command = [sys.executable, "-m", "anigen_tests.faults.planner", database_url, str(home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert heard(process) == {"ready": True}
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(60)


def heard(process: subprocess.Popen[str]) -> dict[str, Any]:
    """The next thing it says."""
    assert process.stdout is not None
    document: dict[str, Any] = json.loads(process.stdout.readline())
    return document


def test_of_two_planners_one_plans_each_hour_and_the_other_gets_its_plan(
    database_url: str, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        both = [stack.enter_context(planner(database_url, tmp_path / name)) for name in ("one", "other")]
        for number in range(1, ROUNDS + 1):
            moment = time.monotonic() + HEAD_START_SECONDS
            for process in both:
                assert process.stdin is not None
                process.stdin.write(f"{number} {moment}\n")
                process.stdin.flush()
            first, second = (heard(process) for process in both)
            assert sorted((first["already"], second["already"])) == [False, True], (first, second)
            assert first["plan"] == second["plan"]
            assert (first["take"], second["take"]) == (1, 1)
    with psycopg.connect(database_url) as connection:
        plans = connection.execute("SELECT number, max(take), count(*) FROM plans GROUP BY number").fetchall()
        logged = connection.execute(
            "SELECT number, count(*) FROM generation_logs WHERE message LIKE 'planned%' GROUP BY number"
        ).fetchall()
    assert sorted(plans) == [(number, 1, 1) for number in range(1, ROUNDS + 1)]
    assert sorted(logged) == [(number, 1) for number in range(1, ROUNDS + 1)]

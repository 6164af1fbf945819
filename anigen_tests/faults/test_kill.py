"""`anigen make` killed at any moment and repeated: the same story, the same films, nothing left behind."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest

from anigen_tests.e2e.processes import traces_of, wait_until
from anigen_tests.faults.conftest import HOURS
from anigen_tests.faults.home import SECONDS, Home, Made

pytestmark = pytest.mark.e2e

MOMENTS: dict[str, Callable[[Home], object]] = {
    "its database is up": lambda home: (home.folder / "postgres" / "data" / "postmaster.pid").exists(),
    "scenes are drawn": lambda home: home.half_written(),
    "a film is made": lambda home: home.films(),
    "the last hour is drawn": lambda home: len(home.films()) == HOURS - 1,
}


def test_killed_at_any_moment_and_repeated_it_ends_as_if_nothing_had_been(
    home: Home, undisturbed: Made
) -> None:
    for what, come in MOMENTS.items():
        with home.under_way(HOURS) as make:
            wait_until(lambda come=come: come(home), f"moment when {what}", SECONDS, make)  # type: ignore[misc]
            make.process.kill()
            assert make.process.wait() == -signal.SIGKILL
            wait_until(lambda: not home.drawing(), "end of the processes that draw", 10)
    done = home.make(HOURS)
    assert done.returncode == 0, done.stderr
    assert traces_of(home.folder) == []
    assert home.half_written() == []
    assert home.unfinished_business() == {"runs": 0, "locks": 0}
    assert home.made() == undisturbed

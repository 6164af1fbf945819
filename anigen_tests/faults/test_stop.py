"""Ctrl-C and SIGTERM end `anigen make` cleanly, wherever it is."""

from __future__ import annotations

import signal

import pytest

from anigen_tests.e2e.processes import traces_of, wait_until
from anigen_tests.faults.home import SECONDS, Home

pytestmark = pytest.mark.e2e

MORE_HOURS = 24
"""Far more than are made before the signal comes."""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_middle_of_a_run_ends_everything(home: Home, how: signal.Signals) -> None:
    with home.under_way(MORE_HOURS) as make:
        wait_until(home.films, "film", SECONDS, make)
        assert make.end(how) == 130
        assert "Stopped." in make.said()
        assert "Traceback" not in make.said()
    assert len(home.films()) < MORE_HOURS
    assert traces_of(home.folder) == []
    assert home.unfinished_business() == {"runs": 0, "locks": 0}

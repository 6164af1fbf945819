"""Many more stories than the tests tell: other ones every night, the same ones every time in CI.

python -m anigen_tests.order.nightly [--examples 50000] [--same]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import structlog
from hypothesis.stateful import run_state_machine_as_test

from anigen_tests.order.machine import Operators, Production, played, set_stage
from anigen_tests.order.stage import stage
from anigen_tests.postgres import TestServer, begin_run, end_run, running_server

MACHINES = {"production": Production, "operators": Operators}


def tell(server: TestServer, name: str, examples: int, same: bool = False) -> None:
    """Tells stories of one kind; raises at the first that goes wrong, with the steps that lead there."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with server.fresh() as url, tempfile.TemporaryDirectory() as home, stage(url, Path(home)) as made:
        set_stage(made)
        run_state_machine_as_test(MACHINES[name], settings=played(examples, derandomize=same))


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m anigen_tests.order.nightly", description=__doc__)
    parser.add_argument("--examples", type=int, default=50_000, help="stories in all")
    parser.add_argument("--same", action="store_true", help="the same stories every time")
    chosen = parser.parse_args()
    workers = max(2, os.cpu_count() or 2)
    begin_run(None)
    try:
        with running_server() as server, ProcessPoolExecutor(workers) as pool:
            kinds = [list(MACHINES)[i % len(MACHINES)] for i in range(workers)]
            share = -(-chosen.examples // workers)
            told = [pool.submit(tell, server, kind, share, chosen.same) for kind in kinds]
            for done in told:
                done.result()
    finally:
        end_run()
    sys.stdout.write(f"{chosen.examples} stories were told in any order, and canon stayed whole.\n")


if __name__ == "__main__":
    main()

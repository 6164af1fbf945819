"""Many more stories than the tests tell: other ones every night, the same ones for the same seed.

python -m anigen_tests.order.nightly [--examples 50000] [--seed NUMBER]
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import structlog
from hypothesis import seed
from hypothesis.stateful import run_state_machine_as_test

from anigen_tests.order.machine import Operators, Production, played, set_stage
from anigen_tests.order.stage import stage
from anigen_tests.postgres import TestServer, begin_run, end_run, running_server

MACHINES = {"production": Production, "operators": Operators}
BATCH = 250
"""Stories told on one stage; hypothesis remembers them all as long as it tells."""


def tell(server: TestServer, name: str, examples: int, which: int) -> int:
    """Tells stories of one kind; raises at the first that goes wrong, with the steps that lead there.

    Args:
        server: Where their databases are made.
        name: Which machine.
        examples: How many.
        which: The same number tells the same stories.
    """
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with server.fresh() as url, tempfile.TemporaryDirectory() as home, stage(url, Path(home)) as made:
        set_stage(made)
        run_state_machine_as_test(seed(which)(MACHINES[name]), settings=played(examples, derandomize=False))
    return examples


def batches(examples: int, first: int) -> list[tuple[str, int, int]]:
    """Machine, number of stories and seed of each batch; the machines take turns."""
    names, starts = list(MACHINES), range(0, examples, BATCH)
    return [(names[i % 2], min(BATCH, examples - start), first + i) for i, start in enumerate(starts)]


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m anigen_tests.order.nightly", description=__doc__)
    parser.add_argument("--examples", type=int, default=50_000, help="stories in all")
    parser.add_argument("--seed", type=int, help="tells the stories of a run that printed this number")
    chosen = parser.parse_args()
    first = secrets.randbits(32) if chosen.seed is None else chosen.seed
    told = 0
    sys.stderr.write(f"Telling {chosen.examples} stories in any order, --seed {first}.\n")
    begin_run(None)
    try:
        with running_server() as server, ProcessPoolExecutor(os.cpu_count()) as pool:
            under_way = [pool.submit(tell, server, *batch) for batch in batches(chosen.examples, first)]
            try:
                for done in as_completed(under_way):
                    told += done.result()
                    sys.stderr.write(f"{told} of {chosen.examples}\n")
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    finally:
        end_run()
    sys.stdout.write(f"{told} stories were told in any order, and canon stayed whole.\n")


if __name__ == "__main__":
    main()

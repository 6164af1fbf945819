"""A planner in a process of its own: plans the hours it is told, each at the moment it is told, and says what came out.

`python -m anigen_tests.faults.planner URL HOME`; standard input: lines of an episode number and a reading of the
system's monotonic clock; standard output: one JSON document a line.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from anigen_assets.errors import AniGenError
from anigen_assets.logs import configure_logging
from anigen_assets.services.plan_episode import Planner
from anigen_tests.show import hour, small_show


def main() -> None:
    """Plans until standard input ends."""
    url, home = sys.argv[1:]
    configure_logging("WARNING")
    with small_show(url, Path(home)) as app:
        say({"ready": True})
        for line in sys.stdin:
            number, moment = line.split()
            time.sleep(max(0.0, float(moment) - time.monotonic()))
            try:
                planned = Planner(app).plan(hour(int(number)))
            except AniGenError as error:
                say({"said": str(error)})
            else:
                plan = planned.plan.model_dump(mode="json")
                say({"already": planned.already, "take": planned.episode.take, "plan": plan})


def say(document: object) -> None:
    """One line on standard output."""
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

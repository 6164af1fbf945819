"""Whether Dagster's daemon is at work, for the doctor."""

from __future__ import annotations

import time

from anigen_assets.assets.orphans import dagster_instance

TOLERATED_SECONDS = 120
"""A heartbeat older than this means that the daemon is gone."""


def describe_daemon(dagster_home: str) -> tuple[bool, str]:
    """Whether nothing is wrong, and one sentence.

    A daemon that is not running is not wrong: nothing is made by itself then. One that reports errors is.
    """
    with dagster_instance(dagster_home) as instance:
        beats = [
            b
            for b in instance.get_daemon_heartbeats().values()
            if time.time() - b.timestamp < TOLERATED_SECONDS
        ]
    if not beats:
        return True, "not running: nothing is made by itself until `anigen up`"
    failing = sorted(b.daemon_type for b in beats if b.errors)
    if failing:
        return False, f"Dagster's {', '.join(failing)} daemon reports errors: see the end of dagster.log."
    return True, f"{len(beats)} of Dagster's daemons are at work"

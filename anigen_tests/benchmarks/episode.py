"""Speed and size of an episode and of the whole system.

python -m anigen_tests.benchmarks.episode [--json] [--hours 24] [--only pictures|make|slate|up]
"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from anigen_tests.benchmarks import pictures, system
from anigen_tests.benchmarks.machine import machine

GOALS = {
    "ratio_cold": "goal 1.3, below 2.0",
    "episodes_per_hour": "goal 720, at least 350 (720p)",
    "database_bytes_per_100_episodes": "below 1,000,000",
    "idle_pss_mb": "below 1,000",
    "working_pss_mb": "below 2,000",
    "first_episode_seconds": "below 180",
}
PARTS = ("pictures", "make", "slate", "up")


def run(only: str | None, hours: int) -> dict[str, Any]:
    """Measures the parts asked for."""
    wanted = (only,) if only else PARTS
    figures: dict[str, Any] = {"machine": machine()}
    if "pictures" in wanted:
        figures["pictures"] = pictures.measure()
    if "make" in wanted:
        figures["make"] = system.throughput(hours, "animatic")
    if "slate" in wanted:
        figures["slate"] = system.throughput(max(hours, system.GROWTH_HOURS), "slate", "480p", before=300)
    if "up" in wanted:
        figures["up"] = system.up()
    return figures


def table(figures: dict[str, Any]) -> str:
    """The figures as a markdown table."""
    rows = [f"| {part} | {name} | {value:,.2f} | {GOALS.get(name, '')} |"
            for part, values in figures.items() if part != "machine"
            for name, value in values.items()]  # fmt: skip
    head = ", ".join(f"{name} {value}" for name, value in figures["machine"].items())
    return "\n".join((head, "", "| part | figure | value | wanted |", "|---|---|---|---|", *rows))


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m anigen_tests.benchmarks.episode", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--hours", type=int, default=24, help="episodes that `anigen make` makes")
    parser.add_argument("--only", choices=PARTS)
    chosen = parser.parse_args()
    figures = run(chosen.only, chosen.hours)
    sys.stdout.write((system.as_json(figures) if chosen.json else table(figures)) + "\n")


if __name__ == "__main__":
    main()

"""How the state of an hour looks, and what a person can do about it."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """A state for people."""

    label: str
    icon: str
    colour: str
    advice: str


LOOKS = {
    "planned": Look(
        "In production", ":material/hourglass_top:", "blue", "The plan stands; its scenes are being made."
    ),
    "produced": Look(
        "Ready", ":material/check_circle:", "green", "The film is ready; canon takes it in hour order."
    ),
    "retired": Look("On air", ":material/check_circle:", "green", ""),
    "skipped": Look(
        "Skipped", ":material/skip_next:", "gray", "Not told. It can be backfilled as filler in Dagster."
    ),
    "withdrawn": Look("Withdrawn", ":material/undo:", "gray", "An operator gave this draft up."),
    "stale": Look("To be replanned", ":material/sync_problem:", "orange", "It rests on a withdrawn hour."),
    "failed": Look(
        "Failed", ":material/error:", "red", "See the reason, then materialize the hour again in Dagster."
    ),
}


def look_of(state: str) -> Look:
    """The look of a state; unknown ones show their own name."""
    return LOOKS.get(state, Look(state, ":material/help:", "gray", ""))

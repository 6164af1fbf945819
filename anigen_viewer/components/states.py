"""How the state of an hour looks, and what a person can do about it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Colour = Literal["blue", "green", "gray", "orange", "red", "violet"]


class Look(NamedTuple):
    """A state for people.

    Attributes:
        label: One or two words.
        icon: Material symbol.
        colour: Streamlit's name of it.
        advice: What it means and what to do; markdown of our own, `{hour}` is the partition's key.
    """

    label: str
    icon: str
    colour: Colour
    advice: str


_AGAIN = "materialize the hour in Dagster or run `anigen make --from {hour} --hours 1`"

LOOKS = {
    "planned": Look(
        "In production",
        ":material/movie_edit:",
        "blue",
        "The plan stands and the scenes are being made. The film appears here by itself.",
    ),
    "produced": Look(
        "Ready",
        ":material/check_circle:",
        "green",
        "The film is ready. It becomes canon as soon as every hour before it is told or skipped.",
    ),
    "retired": Look("On air", ":material/live_tv:", "green", "The film is ready and its story is canon."),
    "skipped": Look(
        "Skipped",
        ":material/skip_next:",
        "gray",
        f"This hour is not told. To tell it later as filler, {_AGAIN}.",
    ),
    "withdrawn": Look(
        "Withdrawn",
        ":material/undo:",
        "gray",
        f"An operator gave this draft up; the story goes on without it. For another one, {_AGAIN}.",
    ),
    "stale": Look(
        "To be planned again",
        ":material/sync_problem:",
        "orange",
        f"It rests on an hour that was withdrawn. The next run plans it again; to do it now, {_AGAIN}.",
    ),
    "failed": Look("Failed", ":material/error:", "red", f"See to the reason, then {_AGAIN}."),
}
FILLER = Look("Filler", ":material/bookmark_add:", "violet", "")


def look_of(state: str) -> Look:
    """The look of a state; one we do not know shows its own name."""
    return LOOKS.get(state, Look(state, ":material/help:", "gray", ""))

"""The parts of the prompt in their order, and what share of the budget each may take.

The stable parts depend on the bible, the declared rules and the budget alone: not a byte of them moves from hour to
hour, so that a provider's prompt cache keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from anigen_assets.story.bible import Bible
from anigen_assets.story.calendar import key_of
from anigen_assets.story.context.budget import Line
from anigen_assets.story.context.lines import clipped, one_line
from anigen_assets.story.context.material import Material
from anigen_assets.story.context.wording import (
    cast_line,
    episode_line,
    item_line,
    person_line,
    secret_line,
    summary_line,
    thread_line,
)

INSTRUCTIONS = (
    "You are the director of an endless animated series. You plan one episode for one hour and answer with the plan "
    "alone, in the form of its JSON schema.",
    "- What is told below is true. Never contradict it; what changes, changes by a canon change in the scene that "
    "shows it.",
    "- Use ids exactly as they stand in brackets. Introduce whoever and whatever is new before using it, with an id "
    "that never was.",
    "- Only those who are present act and speak. Nobody is in two places at once. Nobody uses what another holds, or "
    "tells a secret they have not learned.",
    "- A thread is a promise to the viewer: move those that are due, resolve those that are overdue, open new ones "
    "when few are left.",
    "- Each episode stands by itself: a beginning, a turn, an end, and one thing that is new.",
)
SEASONS = ("winter", "spring", "summer", "autumn")


@dataclass(frozen=True)
class Draft:
    """A part before it is fitted.

    Attributes:
        stable: Belongs to the prefix that does not change from hour to hour.
        share: How much of the room it may take: of the budget for stable parts, of the rest for the others.
        lines: In the order in which they are shown.
        order: Indexes of the lines, weightiest first; empty: as shown.
        protected: How many of the weightiest are protected: room for them is kept before others grow.
    """

    name: str
    stable: bool
    share: float
    lines: tuple[Line, ...]
    order: tuple[int, ...] = ()
    protected: int = 0


def stable_drafts(material: Material) -> tuple[Draft, ...]:
    """The prefix. Laws are protected and come before the show's own colours when room is short."""
    bible = material.bible
    show = (
        Line(f"{one_line(bible.title)}. {one_line(bible.premise)}", clipped(bible.premise, 240)),
        Line(f"Tone: {one_line(bible.tone)}"),
        Line(f"Visual style: {one_line(bible.visual_style)}"),
    )
    places = tuple(
        Line(
            f"- {one_line(p.name)} ({p.id}): {one_line(p.description)}",
            f"- {one_line(p.name)} ({p.id})",
        )
        for p in bible.places
    )
    return (
        Draft("Instructions", True, 1.0, tuple(map(Line, INSTRUCTIONS))),
        Draft("Format", True, 1.0, tuple(map(Line, _format(bible)))),
        Draft("Show", True, 0.14, show),
        Draft("World rules", True, 0.14, tuple(Line(f"- {one_line(text)}") for _, text in material.rules)),
        Draft("Standing cast", True, 0.16, tuple(map(cast_line, bible.cast))),
        Draft("Places", True, 0.06, places),
    )


def changing_drafts(material: Material) -> tuple[Draft, ...]:
    """What moves, weightiest shares first."""
    number = material.number
    bonds = tuple(Line(f"- {one_line(a)} and {one_line(b)}: {bond}") for a, b, bond in material.bonds)
    items = tuple(map(item_line, material.items))
    recalled = tuple(
        Line(f"- {one_line(r.about)}, episode {r.number}: {one_line(r.text)}") for r in material.recollections
    )
    # The newest is told in full before the older ones; all are shown in the order of the story.
    newest_first = tuple(reversed(range(len(material.recent))))
    # The newest arc is protected; the others are told the more fully the newer they are.
    arc = next((note for note in reversed(material.summaries) if note.block.level == "arc"), None)
    summaries = tuple(summary_line(note, protected=note is arc) for note in material.summaries)
    told_first = sorted(range(len(summaries)), key=lambda i: (material.summaries[i] is not arc, -i))
    return (
        Draft(
            "Open threads",
            False,
            0.3,
            tuple(thread_line(t, number) for t in material.threads),
            (),
            len(material.threads),
        ),
        Draft(
            "People",
            False,
            0.3,
            tuple(person_line(p, number) for p in material.people),
            (),
            sum(p.protected for p in material.people),
        ),
        Draft("Secrets", False, 0.1, tuple(map(secret_line, material.secrets))),
        Draft("Bonds", False, 0.08, bonds),
        Draft("Items", False, 0.05, items),
        Draft("The story so far", False, 0.3, summaries, tuple(told_first), int(arc is not None)),
        Draft("Recalled", False, 0.06, recalled),
        Draft(
            "Last episodes",
            False,
            0.4,
            tuple(episode_line(p, material) for p in material.recent),
            newest_first,
        ),
    )


def request_lines(material: Material) -> tuple[str, ...]:
    """What is asked for, in this hour."""
    hour = material.hour
    asked = f"Plan episode {material.number}, for the hour {key_of(hour)} UTC. {_light(hour)}"
    if not material.filler:
        return (asked,)
    limits = (
        "This hour lies behind hours that are told already (filler): it may introduce minor characters and places and "
        "record events, all of them new. It may not change, move, resolve or hand over anything."
    )
    return asked, limits


def _format(bible: Bible) -> Sequence[str]:
    form = bible.format
    return (
        f"{form.scenes_per_episode} scenes of {form.scene_seconds} seconds. The shots of a scene last 4, 6 or 8 "
        f"seconds and add up to {form.scene_seconds}. At most {form.max_cast_per_scene} people in a scene.",
        f"An arc of the story has {form.arc_episodes} episodes; its last is a climax, the next one is quiet.",
    )


def _light(hour: datetime) -> str:
    season = SEASONS[hour.month % 12 // 3]
    return (
        f"It is {hour.strftime('%A')}, {hour.day} {hour.strftime('%B')}: {season} in the north, {hour:%H}:00."
    )

"""What is remembered of a scene and of an episode: one line each, short enough to keep for ever."""

from __future__ import annotations

from collections.abc import Callable

from anigen_assets.story.plan import EpisodePlan, ScenePlan

SCENE_BYTES = 72
"""UTF-8 bytes of a scene's line; the database has 600 of them in 100 episodes."""
EPISODE_CHARACTERS = 240

Name = Callable[[str], str]
"""The name behind an id; the id itself when there is none."""


def one_line(text: str) -> str:
    """A text without line breaks and runs of spaces."""
    return " ".join(text.split())


def clipped(text: str, characters: int) -> str:
    """A text of at most so many characters, cut between words where that loses little, with a sign that it was."""
    plain = one_line(text)
    if len(plain) <= characters:
        return plain
    cut = plain[: max(0, characters - 1)]
    space = cut.rfind(" ")
    return (cut[:space] if space > characters * 0.6 else cut).rstrip(" ,;:.") + "…"


def clipped_bytes(text: str, most: int) -> str:
    """A text of at most so many UTF-8 bytes, clipped like `clipped`."""
    plain = one_line(text)
    size = len(plain)
    while len(plain.encode()) > most and size > 0:
        size = max(0, size - max(1, (len(plain.encode()) - most) // 4))
        plain = clipped(text, size)
    return plain


def short_name(name: str) -> str:
    """The name by which the story's lines call someone: the first word of it that is no title."""
    words = one_line(name).split(" ")
    return next((word for word in words if not word.endswith(".") and word.lower() not in _TITLES), words[0])


def scene_line(scene: ScenePlan, name: Name) -> str:
    """Slot, place, cast, and what happens, in SCENE_BYTES bytes."""
    people = ", ".join(short_name(name(who)) for who in scene.cast)
    head = clipped_bytes(
        f"{scene.slot} {name(scene.place)}{'; ' + people if people else ''}", SCENE_BYTES * 2 // 3
    )
    return clipped_bytes(f"{head}: {one_line(scene.summary)}", SCENE_BYTES)


def scene_lines(plan: EpisodePlan, name: Name) -> str:
    """The episode's scenes, a line each."""
    return "\n".join(scene_line(scene, name) for scene in plan.scenes)


def episode_line(plan: EpisodePlan) -> str:
    """Title and logline."""
    return clipped(f"{one_line(plan.title)}: {one_line(plan.logline)}", EPISODE_CHARACTERS)


_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "captain", "master", "sir", "lady", "lord", "the"}
)

"""From scenes' own times to the episode's: chapters and dialogue, moved by the lengths before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from anigen_assets.studio.ports import Chapter, SpokenLine


def chapters_of(titles: Sequence[str], seconds: Sequence[float]) -> tuple[Chapter, ...]:
    """One chapter a scene.

    Args:
        titles: Of the scenes, in order.
        seconds: Lengths of the scenes.
    """
    ends = tuple(accumulate(seconds))
    return tuple(
        Chapter(title, end - length, end) for title, length, end in zip(titles, seconds, ends, strict=True)
    )


def episode_lines(scenes: Sequence[Sequence[SpokenLine]], seconds: Sequence[float]) -> tuple[SpokenLine, ...]:
    """All lines in episode time.

    Args:
        scenes: Lines of each scene, in seconds from the scene's start.
        seconds: Lengths of the scenes.
    """
    starts = (0.0, *accumulate(seconds))
    return tuple(
        replace(line, start_seconds=start + line.start_seconds, end_seconds=start + line.end_seconds)
        for start, lines, _ in zip(starts, scenes, seconds, strict=False)
        for line in lines
    )

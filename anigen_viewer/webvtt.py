"""The part of an episode's subtitles that belongs to one scene."""

from __future__ import annotations

import re

_CUE = re.compile(
    r"^(?P<begin>(?:\d+:)?\d\d:\d\d\.\d{3})[ \t]+-->[ \t]+(?P<end>(?:\d+:)?\d\d:\d\d\.\d{3})(?P<settings>.*)$",
    re.MULTILINE,
)


def cut(vtt: str, begin_seconds: float, end_seconds: float) -> str:
    """WebVTT with the cues that begin within [begin, end), moved so that `begin` is 0; none outlasts the part."""
    blocks = [
        moved
        for block in re.split(r"\n{2,}", vtt.replace("\r\n", "\n"))
        if (moved := _moved(block, begin_seconds, end_seconds)) is not None
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def _moved(block: str, begin_seconds: float, end_seconds: float) -> str | None:
    cue = _CUE.search(block)
    if cue is None:
        return None
    starts, ends = _seconds(cue["begin"]), _seconds(cue["end"])
    if not begin_seconds <= starts < end_seconds:
        return None
    times = f"{_stamp(starts - begin_seconds)} --> {_stamp(min(ends, end_seconds) - begin_seconds)}"
    return f"{times}{cue['settings']}{block[cue.end() :].rstrip()}"


def _seconds(stamp: str) -> float:
    *hours, minutes, seconds = stamp.split(":")
    return int(hours[0] if hours else 0) * 3600 + int(minutes) * 60 + float(seconds)


def _stamp(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"

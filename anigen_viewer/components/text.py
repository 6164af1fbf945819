"""Text from a model is always text: nothing in it becomes markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_CONTROL = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"(https?:|www|@)(?=\S)", re.IGNORECASE)
_JOINER = "\u2060"
LIMIT = 4000


def as_text(words: str, limit: int = LIMIT) -> str:
    """Markdown that shows just these words.

    Every ASCII punctuation mark is escaped and direction marks are dropped. Browsers make links of whatever looks
    like an address, escaped or not: an invisible joiner inside keeps it text.
    """
    clean = _CONTROL.sub("", words).replace("\n", " ")
    if len(clean) > limit:
        clean = clean[: limit - 1] + "…"
    return _PUNCTUATION.sub(r"\\\1", _ADDRESS.sub(rf"\1{_JOINER}", clean))


def hour_words(hour: datetime) -> str:
    """An hour as people read it, in UTC."""
    return f"{hour:%A} {hour.day} {hour:%B %Y}, {hour:%H:00} UTC"


def short_hour_words(hour: datetime) -> str:
    """An hour for a small place, in UTC."""
    return f"{hour:%a} {hour.day} {hour:%b %Y}, {hour:%H:00} UTC"


def length_words(seconds: float | None) -> str:
    """A length as m:ss; empty for None."""
    if seconds is None:
        return ""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def ago_words(then: datetime, now: datetime) -> str:
    """How long ago something was."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 48 * 60:
        return f"{minutes // 60} h ago"
    return f"{minutes // 1440} days ago"


def vocabulary_words(value: str) -> str:
    """A word of our vocabularies as people write it: `golden_hour` is golden hour."""
    return value.replace("_", " ")


def named(entity_id: str, names: Mapping[str, str]) -> str:
    """The name of somebody or something; the id as words when nobody knows it."""
    return names.get(entity_id) or entity_id.replace("_", " ").title()

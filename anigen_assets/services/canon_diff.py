"""What became true, changed and was corrected between two hours of the story."""

from __future__ import annotations

from typing import Any

from anigen_assets.services.application import Application
from anigen_assets.services.canon_question import StoryHour, canon_hour
from anigen_assets.story.canon import CanonState, Fact

NAMING = ("name", "title", "text")
"""Attributes by which people know a subject, best first."""


def diff(app: Application, earlier: str, later: str) -> dict[str, Any]:
    """Facts that differ between canon as of two hours, as JSON values: `added`, `changed` and `removed`.

    Canon only grows and supersedes, so `removed` is empty unless the first hour is the later one.

    Raises:
        HourError: An hour is malformed, in the future or before the first.
        StateError: An hour is not canon yet.
    """
    with app.database.unit_of_work() as uow:
        one, other = canon_hour(app, uow, earlier), canon_hour(app, uow, later)
        before = uow.canon.as_of(app.series_id, one.number)
        after = uow.canon.as_of(app.series_id, other.number)
        digests = [uow.canon.snapshot(app.series_id, hour.number) for hour in (one, other)]
    added = [_side(f, after, other) for f in after if before.get(f.subject, f.attribute) is None]
    removed = [_side(f, before, one) for f in before if after.get(f.subject, f.attribute) is None]
    changed = [
        _side(f, after, other)
        | {"before": old.value, "before_episode": old.number, "before_scene": old.scene}
        for f in after
        if (old := before.get(f.subject, f.attribute)) is not None and old.value != f.value
    ]
    return {
        "series": app.series_id,
        "from": _end(one, digests[0].digest if digests[0] else ""),
        "to": _end(other, digests[1].digest if digests[1] else ""),
        "added": added,
        "changed": changed,
        "removed": removed,
    }


def _end(hour: StoryHour, digest: str) -> dict[str, Any]:
    return {"hour": hour.hour_key, "number": hour.number, "digest": digest}


def _side(fact: Fact, state: CanonState, hour: StoryHour) -> dict[str, Any]:
    return {
        "subject": fact.subject,
        "name": next(filter(None, (state.value(fact.subject, name) for name in NAMING)), ""),
        "kind": state.kind(fact.subject),
        "attribute": fact.attribute,
        "value": fact.value,
        "episode": fact.number,
        "hour": hour.key_of(fact.number),
        "scene": fact.scene,
    }

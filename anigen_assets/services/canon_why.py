"""Why something is so: the chain of scenes that made a fact what it is, and what the last of them stood on."""

from __future__ import annotations

from typing import Any

from anigen_assets.services.application import Application
from anigen_assets.services.canon_question import StoryHour, canon_hour, find_key
from anigen_assets.store.records import DraftChanges, HistoricFact, Outline, SnapshotRecord
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.changes import Change, Key

REASONS = ("reason", "because", "how", "note", "text", "description")
"""Fields of changes that say in words why, best first."""
NEWEST_VALUES = 8
"""How many values a chain goes back, unless all are asked for: some facts change every other hour."""


def why(
    app: Application, subject: str, attribute: str, hour_key: str | None = None, *, all_values: bool = False
) -> dict[str, Any]:
    """The values a fact had up to an hour of the story, each with the scene that set it, as JSON values.

    `chain` runs to the value that holds, from the first or, of a long history, from the newest few (`more` tells);
    a value that a retcon put right is in it, with `superseded_by`. `stands_on` lists what the change behind the
    holding value relied on, as it was then.

    Args:
        app: The application.
        subject: An id or a name.
        attribute: An attribute; bonds are found from both sides.
        hour_key: As of this hour; None: the newest that is canon.
        all_values: From the first value on, however many there are.

    Raises:
        HourError: The hour is malformed, in the future or before the first.
        StateError: The hour is not canon yet.
        UsageError: Nothing is known of the subject or the attribute at that hour.
    """
    with app.database.unit_of_work() as uow:
        asked = canon_hour(app, uow, hour_key)
        key = find_key(app, uow, asked, subject, attribute)
        limit = None if all_values else NEWEST_VALUES + 1
        told = uow.canon.history(app.series_id, *key, until=asked.number, limit=limit)
        more = limit is not None and len(told) == limit
        told = told[1:] if more else told
        holding = next(f for f in told if _holds(f, asked.number))
        following = uow.canon.held(app.series_id, [key], told[-1].valid_to or 0) if told[-1].valid_to else []
        teller = _Teller(uow, app.series_id, asked, told, holding, [*told, *following])
        chain = [teller.entry(fact) for fact in told]
        return {
            "series": app.series_id,
            "subject": key.subject,
            "attribute": key.attribute,
            "hour": asked.hour_key,
            "number": asked.number,
            "value": holding.value,
            "chain": chain,
            "more": more,
            "stands_on": teller.stands_on(),
        }


class _Teller:
    """Looks up links, changes and plans once each."""

    def __init__(
        self,
        uow: UnitOfWork,
        series_id: str,
        asked: StoryHour,
        told: list[HistoricFact],
        holding: HistoricFact,
        history: list[HistoricFact],
    ) -> None:
        self._asked, self._history = asked, history
        positions = sorted({f.position for f in told})
        self._links: dict[int, SnapshotRecord] = uow.canon.links_at(series_id, positions)
        self._changes: dict[int, DraftChanges] = uow.canon.changes_of_links(series_id, positions)
        _, change = self._source(holding)
        own = Key(holding.subject, holding.attribute)
        keys = sorted((change.reads() if change is not None else frozenset()) - {own})
        before = holding.valid_from - 1
        self._ground = uow.canon.held(series_id, keys, before) if keys and before >= 0 else []
        numbers = {f.valid_from for f in (*history, *self._ground)} - {0}
        self._outlines: dict[int, Outline] = uow.outlines.of(series_id, sorted(numbers))

    def entry(self, fact: HistoricFact) -> dict[str, Any]:
        """One value with where it comes from and what replaced it."""
        link, change = self._source(fact)
        entry = self._origin(fact.valid_from, fact.scene) | {
            "value": fact.value,
            "from": self._asked.key_of(fact.valid_from),
            "until": None if fact.valid_to is None else self._asked.key_of(fact.valid_to),
            "holds": _holds(fact, self._asked.number),
            "kind": link.kind,
            "change": "" if change is None else change.model_dump(mode="json")["kind"],
            "reason": "" if change is None else reason_of(change),
            "link": link.position,
            "recorded_at": link.at.isoformat(),
            "superseded_by": None,
        }
        later = next(
            (f for f in self._history if f.valid_from == fact.valid_to and f.position > fact.position), None
        )
        if later is not None:
            where = self._origin(later.valid_from, later.scene)
            entry["superseded_by"] = where | {"value": later.value, "link": later.position}
        return entry

    def stands_on(self) -> list[dict[str, Any]]:
        """What the change behind the holding value relied on, as it was before the change."""
        return [
            {"subject": f.subject, "attribute": f.attribute, "value": f.value}
            | self._origin(f.valid_from, f.scene)
            for f in sorted(self._ground, key=lambda f: (f.subject, f.attribute))
        ]

    def _source(self, fact: HistoricFact) -> tuple[SnapshotRecord, Change | None]:
        link, changes = self._links[fact.position], self._changes.get(fact.position, ())
        mine = Key(fact.subject, fact.attribute)
        setters = [change for _, change in changes if mine in change.writes()]
        return link, setters[-1] if setters else None

    def _origin(self, number: int, slot: int) -> dict[str, Any]:
        outline = self._outlines.get(number)
        place, told = ("", "") if outline is None else outline.scenes.get(slot, ("", ""))
        return {
            "episode": number,
            "hour": self._asked.key_of(number),
            "scene": slot,
            "title": "the bible" if not number else "" if outline is None else outline.title,
            "place": place,
            "told": told,
        }


def reason_of(change: Change) -> str:
    """What a change itself says about why; empty when it says nothing."""
    return next((str(words) for name in REASONS if (words := getattr(change, name, ""))), "")


def _holds(fact: HistoricFact, number: int) -> bool:
    return fact.valid_from <= number and (fact.valid_to is None or fact.valid_to > number)

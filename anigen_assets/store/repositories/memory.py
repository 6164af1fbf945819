"""What the director's memory asks of canon: the few who count, the few keys they have, never all facts.

Every question has a limit or a stretch of hours, and an index that answers it; none grows with the series.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, and_, func, or_, select, text, update

from anigen_assets.errors import StateError
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.repositories.facts import FACT_COLUMNS
from anigen_assets.store.tables.canon import REACHES, CanonChange, CanonFact, Character, PlotThread
from anigen_assets.store.tables.episodes import Episode, Scene, SeriesState
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.changes import CanonChange as AnyChange
from anigen_assets.story.changes import Change, Key

CHANGE: TypeAdapter[Any] = TypeAdapter(AnyChange)
DRAFTED = ("planned", "produced", "failed")
STANDING = (*DRAFTED, "retired")
OVERDUE_AT_MOST, DUE_AT_MOST = 512, 2_048
"""In the past, threads that were open then and are not now are looked for with due numbers around the hour."""
_OF_KEY = """
SELECT f.value, f.valid_from, f.valid_to, f.scene FROM canon_facts f
WHERE fact_key(f.series_id, f.subject, f.attribute) = fact_key(:series, asked.subject, asked.attribute)
    AND f.series_id = :series AND f.subject = asked.subject AND f.attribute = asked.attribute
"""
HELD_FACTS = text(
    f"""
SELECT asked.subject, asked.attribute, held.value, held.valid_from, held.scene
FROM unnest(CAST(:subjects AS text[]), CAST(:attributes AS text[])) AS asked (subject, attribute)
CROSS JOIN LATERAL (
    SELECT * FROM ({_OF_KEY} AND f.valid_to IS NULL LIMIT 1) stands WHERE stands.valid_from <= :number
    UNION ALL
    ({_OF_KEY} AND f.valid_to IS NOT NULL AND f.valid_from <= :number AND f.valid_to > :number
        ORDER BY f.valid_from DESC LIMIT 1)
    LIMIT 1
) held
"""
)
"""Facts that hold, key by key. The limits, and asking when it began only of the one fact that stands, keep the planner
from reading all facts to join a few keys."""


@dataclass(frozen=True)
class Appearance:
    """A scene as canon or a draft has it."""

    number: int
    slot: int
    place: str
    cast: tuple[str, ...]


class MemoryRepository(Repository):
    """Reads canon for the director's memory, as of an hour of the story."""

    def head(self, series_id: str) -> tuple[int, datetime]:
        """Up to which number everything is canon, and the series' first hour; without the bible.

        Raises:
            StateError: The series has not begun.
        """
        statement = select(SeriesState.frontier, SeriesState.first_hour)
        row = self._session.execute(statement.where(SeriesState.series_id == series_id)).one_or_none()
        if row is None:
            raise StateError(
                f"The series '{series_id}' has not begun: run `anigen up` or `anigen make` first."
            )
        return row.frontier, row.first_hour

    def facts(self, series_id: str, keys: Iterable[Key], number: int) -> CanonState:
        """Those facts of some keys that hold after an hour."""
        wanted = list(keys)
        asked = {
            "series": series_id,
            "number": number,
            "subjects": [key.subject for key in wanted],
            "attributes": [key.attribute for key in wanted],
        }
        return CanonState.of(Fact(*row) for row in self._session.execute(HELD_FACTS, asked))

    def facts_set(self, series_id: str, first: int, last: int, subjects: Sequence[str]) -> list[Fact]:
        """Facts that hold after hour `last` and were set from hour `first` on: of some subjects, and who holds what."""
        statement = (
            select(*FACT_COLUMNS)
            .where(
                CanonFact.series_id == series_id,
                func.validity_reach(CanonFact.valid_from, CanonFact.valid_to).in_(REACHES),
                CanonFact.valid_from.between(first, last),
                or_(CanonFact.valid_to.is_(None), CanonFact.valid_to > last),
                or_(CanonFact.attribute == "holder", CanonFact.subject.in_(list(subjects))),
            )
            .order_by(CanonFact.valid_from, CanonFact.subject, CanonFact.attribute)
        )
        return [Fact(*row) for row in self._session.execute(statement)]

    def entities(self, series_id: str, kind: str, number: int, limit: int) -> list[str]:
        """Subjects of a kind (`rule`, `secret`, ...) that exist after an hour, newest first."""
        statement = (
            select(CanonFact.subject)
            .where(
                CanonFact.series_id == series_id,
                CanonFact.attribute == "kind",
                CanonFact.value != "event",  # as the index has it
                CanonFact.value == kind,
                CanonFact.valid_from <= number,
            )
            .order_by(CanonFact.valid_from.desc(), CanonFact.subject)
            .limit(limit)
        )
        return list(self._session.scalars(statement))

    def principals(self, series_id: str, number: int, limit: int) -> dict[str, int | None]:
        """Leads and mains introduced up to an hour, those seen last first, with when that was (as canon stands)."""
        statement = (
            select(Character.character_id, Character.seen_number)
            .where(
                Character.series_id == series_id, Character.role != "minor", Character.since_number <= number
            )
            .order_by(Character.seen_number.desc().nulls_last(), Character.character_id)
            .limit(limit)
        )
        return {row.character_id: row.seen_number for row in self._session.execute(statement)}

    def last_seen(self, series_id: str, ids: Sequence[str]) -> dict[str, int | None]:
        """When characters were seen last, as canon stands."""
        statement = select(Character.character_id, Character.seen_number).where(
            Character.series_id == series_id, Character.character_id.in_(list(ids))
        )
        return {row.character_id: row.seen_number for row in self._session.execute(statement)}

    def mark_seen(self, series_id: str, ids: Iterable[str], number: int) -> None:
        """Notes that an episode that is canon showed characters."""
        later = or_(Character.seen_number.is_(None), Character.seen_number < number)
        self._do(
            update(Character)
            .where(Character.series_id == series_id, Character.character_id.in_(sorted(set(ids))), later)
            .values(seen_number=number)
        )

    def appearances(self, series_id: str, first: int, last: int) -> list[Appearance]:
        """Scenes of told and drafted hours between two numbers, in order."""
        return self._appearances(series_id, Scene.number.between(first, last))

    def appearances_in(self, series_id: str, numbers: Sequence[int]) -> list[Appearance]:
        """Scenes of some told or drafted hours, in order."""
        return self._appearances(series_id, Scene.number.in_(list(numbers))) if numbers else []

    def _appearances(self, series_id: str, hours: ColumnElement[bool]) -> list[Appearance]:
        standing = and_(
            Episode.series_id == Scene.series_id,
            Episode.number == Scene.number,
            Episode.state.in_(STANDING),
        )
        statement = (
            select(Scene.number, Scene.slot, Scene.place, Scene.cast)
            .join(Episode, standing)
            .where(Scene.series_id == series_id, hours)
            .order_by(Scene.number, Scene.slot)
        )
        rows = self._session.execute(statement)
        return [
            Appearance(n, slot, place, tuple(c for c in cast.split(",") if c))
            for n, slot, place, cast in rows
        ]

    def open_threads(self, series_id: str, number: int, limit: int, *, newest: bool) -> list[str]:
        """Ids of threads that may be open after an hour, those due first; in the past some may not be."""
        mine = PlotThread.series_id == series_id
        due = (PlotThread.due_number, PlotThread.thread_id)
        is_open = select(PlotThread.thread_id).where(mine, PlotThread.status == "open")
        found = is_open.where(PlotThread.opened_number <= number).order_by(*due).limit(limit)
        ids = list(self._session.scalars(found))
        if not newest:
            since = select(PlotThread.thread_id).where(
                mine,
                PlotThread.status == "resolved",
                PlotThread.due_number.between(number - OVERDUE_AT_MOST, number + DUE_AT_MOST),
                PlotThread.opened_number <= number,
                PlotThread.changed_number > number,
            )
            ids += self._session.scalars(since.order_by(*due).limit(limit))
        return ids

    def changes(
        self, series_id: str, first: int, last: int, *, drafts: bool = False
    ) -> list[tuple[int, int, Change]]:
        """(number, scene slot, change) of canon between two hours, retcons included; or of drafts alone."""
        states, fillers = (DRAFTED, (False,)) if drafts else (("retired",), (False, True))
        of_episode = and_(
            Episode.series_id == CanonChange.series_id,
            Episode.number == CanonChange.number,
            Episode.state.in_(states),
            Episode.filler.in_(fillers),
            CanonChange.take == Episode.take,
        )
        told = select(CanonChange).join(Episode, of_episode)
        retold = select(CanonChange).where(CanonChange.take == 0, CanonChange.number > 0)
        found: list[CanonChange] = []
        for statement in (told,) if drafts else (told, retold):
            between = statement.where(
                CanonChange.series_id == series_id, CanonChange.number.between(first, last)
            )
            found += self._rows(between)
        found.sort(key=lambda row: (row.number, -row.take, row.position))
        return [(row.number, row.scene, CHANGE.validate_python(row.document)) for row in found]

    def told_numbers(self, series_id: str, first: int, last: int) -> list[int]:
        """Hours between two numbers that are canon and have an episode, in order."""
        statement = select(Episode.number).where(
            Episode.series_id == series_id, Episode.number.between(first, last), Episode.state == "retired"
        )
        return list(self._session.scalars(statement.order_by(Episode.number)))

    def drafted_titles(self, series_id: str, first: int, last: int) -> dict[int, str]:
        """Titles of drafted hours between two numbers."""
        statement = select(Episode.number, Episode.title).where(
            Episode.series_id == series_id,
            Episode.number.between(first, last),
            Episode.state.in_(DRAFTED),
            Episode.take > 0,
        )
        rows = self._session.execute(statement.order_by(Episode.number))
        return {row.number: row.title for row in rows}

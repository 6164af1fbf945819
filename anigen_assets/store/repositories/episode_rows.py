"""Rows of `episodes` as records, and the one way they change state."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.errors import StateError
from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import EpisodeRecord, EpisodeState
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.episodes import Episode, SeriesState
from anigen_assets.story.calendar import hour_of

SENTENCE_CHARACTERS = 4000
"""A longer reason is cut."""


class EpisodeRows(Repository):
    """What the parts of the episodes' repository share."""

    def get(self, series_id: str, number: int) -> EpisodeRecord | None:
        """The episode, or None when nothing was ever recorded for the hour."""
        found = self._records(series_id, Episode.number == number)
        return found[0] if found else None

    def require(self, series_id: str, number: int) -> EpisodeRecord:
        """The episode.

        Raises:
            StateError: When nothing was ever recorded for the hour.
        """
        found = self.get(series_id, number)
        if found is None:
            raise StateError(f"Episode {number} of '{series_id}' has never been planned or skipped.")
        return found

    def _records(self, series_id: str, *conditions: Any) -> list[EpisodeRecord]:
        statement = (
            select(Episode, SeriesState.first_hour)
            .join(SeriesState, SeriesState.series_id == Episode.series_id)
            .where(Episode.series_id == series_id, *conditions)
            .order_by(Episode.number)
        )
        rows = self._session.execute(statement, execution_options={"populate_existing": True})
        return [_record(row, first_hour) for row, first_hour in rows]

    def _put(self, series_id: str, number: int, at: datetime, **values: Any) -> None:
        refuse_nul(values, f"Episode {number}")
        if "reason" in values:
            values["reason"] = values["reason"][:SENTENCE_CHARACTERS]
        fresh = {
            "state": EpisodeState.FAILED,
            "filler": False,
            "take": 0,
            "film_take": 0,
            "title": "",
            "reason": "",
            "failed_component": "",
        }
        statement = insert(Episode).values(
            series_id=series_id, number=number, updated_at=at, **{**fresh, **values}
        )
        self._do(statement.on_conflict_do_update(constraint="pk_episodes", set_={**values, "updated_at": at}))

    def _drafts_changed(self, series_id: str, at: datetime) -> None:
        values = {"canon_version": SeriesState.canon_version + 1, "updated_at": at}
        statement = update(SeriesState).where(SeriesState.series_id == series_id).values(values)
        self._session.execute(statement, execution_options={"synchronize_session": False})


def _record(row: Episode, first_hour: datetime) -> EpisodeRecord:
    return EpisodeRecord(
        series_id=row.series_id,
        number=row.number,
        hour=hour_of(row.number, first_hour),
        state=EpisodeState(row.state),
        filler=row.filler,
        take=row.take,
        title=row.title,
        film_take=row.film_take,
        seconds=row.seconds,
        reason=row.reason,
        failed_component=row.failed_component,
        planned_at=row.planned_at,
        produced_at=row.produced_at,
        retired_at=row.retired_at,
        updated_at=row.updated_at,
    )

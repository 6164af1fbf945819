"""Scenes and films: what was made of an hour's plan."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from anigen_assets.errors import StateError
from anigen_assets.store.records import (
    EpisodeRecord,
    EpisodeState,
    FilmToSave,
    MediaRecord,
    SceneRecord,
    SceneToSave,
)
from anigen_assets.store.repositories.episode_rows import EpisodeRows
from anigen_assets.store.repositories.media_records import MediaRepository
from anigen_assets.store.tables.episodes import Scene

FILMABLE = (EpisodeState.PLANNED, EpisodeState.PRODUCED, EpisodeState.FAILED, EpisodeState.RETIRED)


class EpisodeFilms(EpisodeRows):
    """The films' part of the episodes' repository."""

    def scenes(self, series_id: str, number: int) -> list[SceneRecord]:
        """The hour's scenes by slot."""
        rows = self._rows(
            select(Scene).where(Scene.series_id == series_id, Scene.number == number).order_by(Scene.slot)
        )
        files = MediaRepository(self._session).by_ids(series_id, [r.media_id for r in rows if r.media_id])
        return [_record(row, files.get(row.media_id or 0)) for row in rows]

    def save_scene(self, order: SceneToSave, at: datetime) -> SceneRecord:
        """Records a scene's film (or its failure) as the slot's current one.

        A failure leaves the film of an earlier take in place.

        Raises:
            StateError: When the hour has no plan with such a scene, or the plan is not to be filmed.
        """
        self._require_filmable(order.series_id, order.number)
        values: dict[str, Any] = {"state": order.state, "provider": order.provider, "updated_at": at}
        if order.media is not None:
            record = MediaRepository(self._session).record(order.media, at)
            values |= {"media_id": record.media_id, "take": order.take}
            values |= {"seconds": order.seconds, "loudness_lufs": order.loudness_lufs}
        mine = (
            Scene.series_id == order.series_id,
            Scene.number == order.number,
            Scene.slot == order.slot,
        )
        found = self._session.scalar(update(Scene).where(*mine).values(values).returning(Scene.slot))
        if found is None:
            raise StateError(f"Episode {order.number} has no scene {order.slot}.")
        return next(s for s in self.scenes(order.series_id, order.number) if s.slot == order.slot)

    def save_film(self, order: FilmToSave, at: datetime) -> EpisodeRecord:
        """Records the episode's files; state produced, unless it is retired already.

        Raises:
            StateError: When the hour has no plan, or its plan is stale, withdrawn or skipped.
        """
        known = self._require_filmable(order.series_id, order.number)
        media = MediaRepository(self._session)
        for file in order.files():
            media.record(file, at)
        values: dict[str, Any] = {"film_take": order.take, "seconds": order.seconds}
        if known.state is not EpisodeState.RETIRED:
            values |= {
                "state": EpisodeState.PRODUCED,
                "produced_at": at,
                "reason": "",
                "failed_component": "",
            }
            if known.state is not EpisodeState.PRODUCED:
                self._drafts_changed(order.series_id, at)
        self._put(order.series_id, order.number, at, **values)
        return self.require(order.series_id, order.number)

    def _require_filmable(self, series_id: str, number: int) -> EpisodeRecord:
        known = self.get(series_id, number)
        if known is None or not known.take:
            raise StateError(f"Episode {number} of '{series_id}' cannot be filmed: it has no plan.")
        if known.state not in FILMABLE:
            raise StateError(f"Episode {number} of '{series_id}' cannot be filmed: it is {known.state}.")
        return known


def _record(row: Scene, media: MediaRecord | None) -> SceneRecord:
    state: Any = row.state
    return SceneRecord(
        series_id=row.series_id,
        number=row.number,
        slot=row.slot,
        scene_number=row.scene_number,
        state=state,
        take=row.take,
        place=row.place,
        cast=tuple(filter(None, row.cast.split(","))),
        provider=row.provider,
        seconds=row.seconds,
        loudness_lufs=row.loudness_lufs,
        media=media,
        updated_at=row.updated_at,
    )

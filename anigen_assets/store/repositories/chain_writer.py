"""Appends links to a series' hash chain, and moves everything that follows from them in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from anigen_assets.errors import OutOfOrderError, StateError
from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import SnapshotRecord
from anigen_assets.store.repositories.facts import last_effects, put_facts
from anigen_assets.store.repositories.people_and_threads import refresh
from anigen_assets.store.repositories.seal import seal
from anigen_assets.store.repositories.standing import CHECKPOINT_LINKS, moved_sum
from anigen_assets.store.tables.canon import CanonChange, CanonSnapshot
from anigen_assets.store.tables.episodes import Episode, SeriesState
from anigen_assets.story.calendar import hour_of, key_of
from anigen_assets.story.chain import LinkKind, link_digest
from anigen_assets.story.changes import Change

Changes = Sequence[tuple[int, Change]]
NO_TAKE = 0
"""Take of changes that no plan proposed."""


class ChainWriter:
    """Appends to one series' chain. The series' row stays locked until the transaction ends."""

    def __init__(self, session: Session, series_id: str) -> None:
        self._session = session
        self._series_id = series_id

    def append(self, kind: LinkKind, number: int, changes: Changes, at: datetime) -> SnapshotRecord:
        """Appends a link; see `CanonRepository.append_link`."""
        series = self._locked_series()
        episode = self._session.get(Episode, (self._series_id, number), populate_existing=True)
        self._require_place(series, episode, kind, number)
        take, first = self._changes_on_record(episode, kind, number, changes)
        position = series.chain_length + 1
        hour_key = "" if kind == "genesis" else key_of(hour_of(number, series.first_hour))
        digest = link_digest(series.head_digest, kind, hour_key, changes)
        effects = last_effects(changes)
        moved = put_facts(self._session, self._series_id, position, number, effects)
        refresh(self._session, self._series_id, (key.subject for key in effects), number)
        standing_sum = moved_sum(series.standing_sum, moved.begun, moved.ended)
        standing_count = series.standing_count + len(moved.begun) - len(moved.ended)
        checkpoint = position % CHECKPOINT_LINKS == 0
        link: dict[str, Any] = {
            "series_id": self._series_id,
            "position": position,
            "number": number,
            "take": take,
            "first_change": first,
            "changes_count": len(changes),
            "at": at,
            "kind": kind,
            "digest": digest,
        }
        self._session.execute(
            insert(CanonSnapshot).values(
                **link,
                seal=seal(**link),
                standing_count=standing_count if checkpoint else None,
                standing_sum=standing_sum if checkpoint else None,
            )
        )
        parent = series.head_digest
        self._tell_episode(kind, number, position, at)
        self._move_head(series, kind, number, digest, (standing_sum, standing_count), at)
        return SnapshotRecord(
            series_id=self._series_id,
            position=position,
            kind=kind,
            number=number,
            hour_key=hour_key,
            digest=digest,
            parent_digest=parent,
            changes_count=len(changes),
            at=at,
            state_digest=standing_sum if checkpoint else None,
            facts_count=standing_count if checkpoint else None,
        )

    def _locked_series(self) -> SeriesState:
        statement = select(SeriesState).where(SeriesState.series_id == self._series_id).with_for_update()
        series = self._session.scalars(statement, execution_options={"populate_existing": True}).one_or_none()
        if series is None:
            raise StateError(
                f"The series '{self._series_id}' has not begun: run `anigen up` or `anigen make` first."
            )
        return series

    def _require_place(
        self, series: SeriesState, episode: Episode | None, kind: LinkKind, number: int
    ) -> None:
        if kind == "genesis":
            if series.chain_length:
                raise StateError(f"The series '{self._series_id}' has begun already.")
            return
        if number < 1:
            raise OutOfOrderError(f"There is no episode {number}: the first is 1.")
        if kind in ("episode", "skip") and number != series.frontier + 1:
            raise OutOfOrderError(
                f"Episode {number} cannot become canon now: the next in order is episode {series.frontier + 1}."
            )
        if kind in ("filler", "retcon") and number > series.frontier:
            raise OutOfOrderError(
                f"A {kind} for episode {number} must lie in the past: canon ends with episode {series.frontier}."
            )
        if kind == "filler" and episode is not None and episode.state == "retired":
            raise StateError(f"Episode {number} is canon already.")

    def _changes_on_record(
        self, episode: Episode | None, kind: LinkKind, number: int, changes: Changes
    ) -> tuple[int, int]:
        documents = [_document(scene, change) for scene, change in changes]
        if kind in ("episode", "filler"):
            if episode is None or not episode.take:
                raise StateError(f"Episode {number} cannot become canon: it has no plan.")
            if self._stored(number, episode.take) != documents:
                raise StateError(
                    f"Episode {number} cannot become canon: these are not the changes of its plan."
                )
            return episode.take, 0
        return NO_TAKE, self._add(number, documents)

    def _stored(self, number: int, take: int) -> list[dict[str, Any]]:
        statement = (
            select(CanonChange.scene, CanonChange.document)
            .where(
                CanonChange.series_id == self._series_id,
                CanonChange.number == number,
                CanonChange.take == take,
            )
            .order_by(CanonChange.position)
        )
        return [
            {"scene": scene, "document": document} for scene, document in self._session.execute(statement)
        ]

    def _add(self, number: int, documents: list[dict[str, Any]]) -> int:
        highest = select(func.max(CanonChange.position)).where(
            CanonChange.series_id == self._series_id,
            CanonChange.number == number,
            CanonChange.take == NO_TAKE,
        )
        last = self._session.scalar(highest)
        first = 0 if last is None else last + 1
        add_changes(self._session, self._series_id, number, NO_TAKE, documents, first)
        return first

    def _tell_episode(self, kind: LinkKind, number: int, position: int, at: datetime) -> None:
        mine = (Episode.series_id == self._series_id, Episode.number == number)
        if kind in ("episode", "filler"):
            told = {
                "state": "retired",
                "link": position,
                "reason": "",
                "failed_component": "",
                "retired_at": at,
                "updated_at": at,
            }
            self._session.execute(update(Episode).where(*mine).values(told))
        elif kind == "skip":
            self._session.execute(
                insert(Episode)
                .values(
                    series_id=self._series_id,
                    number=number,
                    state="skipped",
                    filler=False,
                    take=0,
                    film_take=0,
                    title="",
                    reason="",
                    failed_component="",
                    updated_at=at,
                )
                .on_conflict_do_nothing()
            )
            given_up = Episode.state.not_in(("skipped", "withdrawn"))
            self._session.execute(
                update(Episode).where(*mine, given_up).values(state="skipped", updated_at=at)
            )

    def _move_head(
        self,
        series: SeriesState,
        kind: LinkKind,
        number: int,
        digest: str,
        standing: tuple[str, int],
        at: datetime,
    ) -> None:
        values = {
            "head_number": number,
            "head_digest": digest,
            "chain_length": series.chain_length + 1,
            "frontier": number if kind in ("episode", "skip") else series.frontier,
            "canon_version": series.canon_version + 1,
            "standing_sum": standing[0],
            "standing_count": standing[1],
            "updated_at": at,
        }
        statement = update(SeriesState).where(SeriesState.series_id == self._series_id).values(values)
        self._session.execute(statement, execution_options={"synchronize_session": False})


def add_changes(
    session: Session, series_id: str, number: int, take: int, documents: list[dict[str, Any]], first: int = 0
) -> None:
    """Puts changes on record, in order, from position `first` on."""
    refuse_nul(documents, "A canon change")
    if documents:
        rows = [
            {"series_id": series_id, "number": number, "take": take, "position": first + i, **d}
            for i, d in enumerate(documents)
        ]
        session.execute(insert(CanonChange), rows)


def _document(scene: int, change: Change) -> dict[str, Any]:
    return {"scene": scene, "document": change.model_dump(mode="json")}

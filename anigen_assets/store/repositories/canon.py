"""Canon: facts as of any hour, drafts, and the hash chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Select, and_, select
from sqlalchemy.orm import aliased

from anigen_assets.store.records import ChainFault, DraftChanges, HistoricFact, SnapshotRecord
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.repositories.chain_check import ChainCheck
from anigen_assets.store.repositories.chain_writer import ChainWriter
from anigen_assets.store.repositories.facts import (
    fact_history,
    facts_of_subject,
    held_facts,
    standing_facts,
    state_as_of,
)
from anigen_assets.store.tables.canon import CanonChange, CanonSnapshot
from anigen_assets.store.tables.episodes import Episode, SeriesState
from anigen_assets.story.calendar import hour_of, key_of
from anigen_assets.story.canon import CanonState
from anigen_assets.story.chain import NO_PARENT, LinkKind
from anigen_assets.story.changes import CanonChange as AnyChange
from anigen_assets.story.changes import Change, Key

DRAFT_STATES = ("planned", "produced", "failed")
CHANGE: TypeAdapter[Any] = TypeAdapter(AnyChange)


class CanonRepository(Repository):
    """Reads canon and appends to it."""

    def current(self, series_id: str) -> CanonState:
        """Every fact that stands after the last retired hour."""
        return CanonState.of(standing_facts(self._session, series_id))

    def as_of(self, series_id: str, number: int) -> CanonState:
        """Every fact that holds in story time after episode `number` (0: the bible)."""
        return state_as_of(self._session, series_id, number)

    def names(self, series_id: str, number: int) -> CanonState:
        """Names and titles that hold after an episode, of everybody and everything: to find ids by."""
        return state_as_of(self._session, series_id, number, attributes=("name", "title"))

    def drafts(self, series_id: str, before_number: int) -> list[tuple[int, DraftChanges]]:
        """Changes of plans that are not canon yet, by number, below a number.

        Those are planned, produced, or failed with a plan; fillers, stale, withdrawn and skipped hours are left
        out, and so are plans without changes.
        """
        statement = (
            select(Episode.number, CanonChange.scene, CanonChange.document)
            .join(CanonChange, and_(*_current_take(Episode)))
            .join(SeriesState, SeriesState.series_id == Episode.series_id)
            .where(
                Episode.series_id == series_id,
                Episode.number > SeriesState.frontier,
                Episode.number < before_number,
                Episode.state.in_(DRAFT_STATES),
                Episode.filler.is_(False),
            )
            .order_by(Episode.number, CanonChange.position)
        )
        rows = self._session.execute(statement).all()
        return [
            (number, tuple((scene, CHANGE.validate_python(document)) for _, scene, document in group))
            for number, group in groupby(rows, key=lambda row: row.number)
        ]

    def append_link(
        self, series_id: str, kind: LinkKind, number: int, changes: Sequence[tuple[int, Change]], at: datetime
    ) -> SnapshotRecord:
        """Adds a link to the chain and moves facts, characters and threads. Call it under the canon lock.

        An episode or filler also becomes `retired`, a skip `skipped` (or stays `withdrawn`). A fact for a past
        number holds until the next later fact of its key and never supersedes that.

        Args:
            series_id: The series.
            kind: `episode` and `skip` need the number right after the frontier, `filler` and `retcon` one up to it.
            number: The episode.
            changes: (scene slot, change); for an episode or filler they must be the plan's on record.
            at: When it becomes canon.

        Raises:
            OutOfOrderError: When the number is not the next one.
            StateError: When the hour is retired already or the changes are not the plan's.
        """
        return ChainWriter(self._session, series_id).append(kind, number, changes, at)

    def links(self, series_id: str, after: int = 0, limit: int | None = None) -> list[SnapshotRecord]:
        """Links with position > after, in order."""
        mine = self._links(series_id).where(CanonSnapshot.position > after)
        return self._snapshots(mine.order_by(CanonSnapshot.position).limit(limit))

    def snapshot(self, series_id: str, number: int) -> SnapshotRecord | None:
        """The newest link that tells the hour (episode, filler or skip; 0: genesis), or None."""
        if number == 0:
            position = 1
        else:
            told = select(Episode.link).where(Episode.series_id == series_id, Episode.number == number)
            position = self._session.scalar(told) or 0
        return self.link(series_id, position)

    def link_changes(self, series_id: str, position: int) -> DraftChanges:
        """The changes of a link, in order."""
        return self.changes_of_links(series_id, [position]).get(position, ())

    def changes_of_links(self, series_id: str, positions: Sequence[int]) -> dict[int, DraftChanges]:
        """The changes of some links, in order, by position; links without changes are left out."""
        found = self.documents_of_links(series_id, positions)
        return {
            position: tuple((d["scene"], CHANGE.validate_python(d["change"])) for d in documents)
            for position, documents in found.items()
        }

    def documents_of_links(self, series_id: str, positions: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
        """The same as they are stored and hashed: also those that cannot be read as changes any more."""
        statement = (
            select(CanonSnapshot.position, CanonChange.scene, CanonChange.document)
            .join(
                CanonChange,
                and_(
                    CanonSnapshot.series_id == CanonChange.series_id,
                    CanonSnapshot.number == CanonChange.number,
                    CanonSnapshot.take == CanonChange.take,
                    CanonChange.position >= CanonSnapshot.first_change,
                    CanonChange.position < CanonSnapshot.first_change + CanonSnapshot.changes_count,
                ),
            )
            .where(CanonSnapshot.series_id == series_id, CanonSnapshot.position.in_(list(positions)))
            .order_by(CanonSnapshot.position, CanonChange.position)
        )
        rows = self._session.execute(statement).all()
        return {
            position: [{"scene": scene, "change": document} for _, scene, document in group]
            for position, group in groupby(rows, key=lambda row: row.position)
        }

    def verify(self, series_id: str) -> ChainFault | None:
        """Recomputes every digest from stored changes, replays the facts, and compares; None when all is intact."""
        return ChainCheck(self._session, series_id).first_fault()

    def history(
        self,
        series_id: str,
        subject: str,
        attribute: str,
        *,
        until: int | None = None,
        limit: int | None = None,
    ) -> list[HistoricFact]:
        """Values a key had, by the episode from which they hold; see `facts.fact_history`."""
        return fact_history(self._session, series_id, subject, attribute, until=until, limit=limit)

    def of_subject(self, series_id: str, subject: str, number: int) -> list[HistoricFact]:
        """All that holds of a subject at an hour, by attribute; empty when nothing is known of it then."""
        return facts_of_subject(self._session, series_id, subject, number)

    def held(self, series_id: str, keys: Iterable[Key], number: int) -> list[HistoricFact]:
        """Those facts of some keys that hold at an hour; keys of which nothing is known are left out."""
        return held_facts(self._session, series_id, keys, number)

    def link(self, series_id: str, position: int) -> SnapshotRecord | None:
        """The link at a position of the chain, or None."""
        found = self._snapshots(self._links(series_id).where(CanonSnapshot.position == position))
        return found[0] if found else None

    def links_at(self, series_id: str, positions: Sequence[int]) -> dict[int, SnapshotRecord]:
        """Links by position."""
        mine = self._links(series_id).where(CanonSnapshot.position.in_(list(positions)))
        return {link.position: link for link in self._snapshots(mine)}

    def corrections(self, series_id: str) -> list[SnapshotRecord]:
        """Links that are retcons, oldest first."""
        mine = self._links(series_id).where(CanonSnapshot.kind == "retcon")
        return self._snapshots(mine.order_by(CanonSnapshot.position))

    def _links(self, series_id: str) -> Select[*tuple[Any, ...]]:
        parent = aliased(CanonSnapshot)
        before = and_(
            parent.series_id == CanonSnapshot.series_id, parent.position == CanonSnapshot.position - 1
        )
        return (
            select(CanonSnapshot, parent.digest, SeriesState.first_hour)
            .join(SeriesState, SeriesState.series_id == CanonSnapshot.series_id)
            .outerjoin(parent, before)
            .where(CanonSnapshot.series_id == series_id)
        )

    def _snapshots(self, statement: Select[*tuple[Any, ...]]) -> list[SnapshotRecord]:
        return [
            SnapshotRecord(
                series_id=link.series_id,
                position=link.position,
                kind=link.kind,
                number=link.number,
                hour_key="" if link.kind == "genesis" else key_of(hour_of(link.number, first_hour)),
                digest=link.digest,
                parent_digest=parent or NO_PARENT,
                changes_count=link.changes_count,
                at=link.at,
                state_digest=link.standing_sum,
                facts_count=link.standing_count,
            )
            for link, parent, first_hour in self._session.execute(statement)
        ]


def _current_take(episode: type[Episode]) -> tuple[Any, ...]:
    return (
        CanonChange.series_id == episode.series_id,
        CanonChange.number == episode.number,
        CanonChange.take == episode.take,
    )

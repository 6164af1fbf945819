"""Verification of canon: digests recomputed from stored changes, facts replayed, both compared with what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from anigen_assets.store.records import ChainFault
from anigen_assets.store.repositories.derived_check import derived_fault, hours_fault
from anigen_assets.store.repositories.fact_replay import FactReplay, Interval
from anigen_assets.store.repositories.seal import seal_of
from anigen_assets.store.repositories.standing import CHECKPOINT_LINKS
from anigen_assets.store.tables.canon import CanonChange, CanonFact, CanonSnapshot
from anigen_assets.store.tables.episodes import SeriesState
from anigen_assets.story.calendar import HOUR, hour_of, key_of
from anigen_assets.story.chain import NO_PARENT, canonical_json, link_digest_of_documents, sha256_hex
from anigen_assets.story.changes import CanonChange as AnyChange
from anigen_assets.story.changes import Key

PAGE_LINKS = 500
CHANGE: TypeAdapter[Any] = TypeAdapter(AnyChange)


@dataclass(frozen=True)
class _Link:
    row: CanonSnapshot
    documents: list[dict[str, Any]]

    def digest(self, parent: str, first_hour: datetime) -> str:
        hour_key = "" if self.row.kind == "genesis" else key_of(hour_of(self.row.number, first_hour))
        return link_digest_of_documents(parent, self.row.kind, hour_key, self.documents)


class ChainCheck:
    """Verifies one series from genesis to head. Reads pages of links; keeps the facts' intervals in memory."""

    def __init__(self, session: Session, series_id: str) -> None:
        self._session = session
        self._series_id = series_id

    def first_fault(self) -> ChainFault | None:
        """The first thing that does not verify, in order of links, then of facts."""
        statement = select(SeriesState).where(SeriesState.series_id == self._series_id)
        series = self._session.scalars(statement, execution_options={"populate_existing": True}).one_or_none()
        if series is None:
            return None
        self._session.expunge(
            series
        )  # reading pages of links forgets rows, and this one is needed to the end
        replay = FactReplay()
        last: CanonSnapshot | None = None
        frontier = 0
        for link, following in _with_next(self._links()):
            fault = _link_fault(last, link, following, series) or _replay_fault(replay, link)
            if fault is not None:
                return fault
            last = link.row
            frontier = last.number if last.kind in ("episode", "skip") else frontier
        return (
            _head_fault(series, last, frontier)
            or self._facts_fault(replay, series)
            or derived_fault(self._session, self._series_id, replay)
            or hours_fault(self._session, self._series_id)
        )

    def _links(self) -> Iterator[_Link]:
        after = 0
        while True:
            of_link = and_(
                CanonChange.series_id == CanonSnapshot.series_id,
                CanonChange.number == CanonSnapshot.number,
                CanonChange.take == CanonSnapshot.take,
                CanonChange.position >= CanonSnapshot.first_change,
                CanonChange.position < CanonSnapshot.first_change + CanonSnapshot.changes_count,
            )
            statement = (
                select(CanonSnapshot, CanonChange.scene, CanonChange.document)
                .outerjoin(CanonChange, of_link)
                .where(
                    CanonSnapshot.series_id == self._series_id,
                    CanonSnapshot.position > after,
                    CanonSnapshot.position <= after + PAGE_LINKS,
                )
                .order_by(CanonSnapshot.position, CanonChange.position)
            )
            page: dict[int, _Link] = {}
            rows = self._session.execute(statement, execution_options={"populate_existing": True})
            for row, scene, document in rows:
                link = page.setdefault(row.position, _Link(row, []))
                if document is not None:
                    link.documents.append({"scene": scene, "change": document})
            if not page:
                return
            yield from page.values()
            after += PAGE_LINKS
            self._session.expunge_all()

    def _facts_fault(self, replay: FactReplay, series: SeriesState) -> ChainFault | None:
        columns = (
            CanonFact.subject,
            CanonFact.attribute,
            CanonFact.position,
            CanonFact.valid_from,
            CanonFact.valid_to,
            CanonFact.scene,
            CanonFact.value,
        )
        statement = select(*columns).where(CanonFact.series_id == self._series_id)
        rows = self._session.execute(statement, execution_options={"yield_per": 5000})
        found = replay.first_difference((Key(row[0], row[1]), Interval(*row[2:])) for row in rows)
        if found is not None:
            position, sentence = found
            return ChainFault("canon_facts", position, 0, f"Fact of link {position}: {sentence}.")
        if (series.standing_sum, series.standing_count) != (replay.standing_sum, replay.standing_count):
            sentence = (
                f"{series.standing_count} facts are said to stand; replaying gives {replay.standing_count}"
            )
            return ChainFault(
                "series_state", series.chain_length, series.head_number, f"{sentence} or other ones."
            )
        return None


def _link_fault(
    last: CanonSnapshot | None, link: _Link, following: _Link | None, series: SeriesState
) -> ChainFault | None:
    row = link.row
    position, parent = (0, NO_PARENT) if last is None else (last.position, last.digest)
    if row.position == 1 and row.digest != series.genesis_digest:
        return _fault("series_state", row, "the series says that it began with another genesis")
    if row.position != position + 1:
        return _fault("canon_snapshots", row, f"link {position + 1} is missing")
    if len(link.documents) != row.changes_count:
        stored = f"{row.changes_count} changes belong to it and {len(link.documents)} are stored"
        return _fault("canon_changes", row, stored)
    computed = link.digest(parent, series.first_hour)
    if computed != row.digest:
        table = "canon_changes" if _goes_on(link, following, series) else "canon_snapshots"
        return _fault(table, row, f"stored digest {row.digest[:12]}..., recomputed {computed[:12]}...")
    if row.seal != seal_of(row):
        return _fault(
            "canon_snapshots", row, "its row is not what was sealed, the moment of its recording perhaps"
        )
    return None


def _replay_fault(replay: FactReplay, link: _Link) -> ChainFault | None:
    row = link.row
    try:
        changes = [(d["scene"], CHANGE.validate_python(d["change"])) for d in link.documents]
    except ValidationError:
        return _fault("canon_changes", row, "a change cannot be read any more")
    replay.apply(row.position, row.number, changes)
    checkpoint = row.position % CHECKPOINT_LINKS == 0
    wanted = (replay.standing_sum, replay.standing_count) if checkpoint else (None, None)
    if (row.standing_sum, row.standing_count) != wanted:
        return _fault("canon_snapshots", row, "its checkpoint is not the sum of the facts that stood")
    return None


def _with_next(links: Iterator[_Link]) -> Iterator[tuple[_Link, _Link | None]]:
    held = next(links, None)
    for following in links:
        assert held is not None, "something precedes what follows"
        yield held, following
        held = following
    if held is not None:
        yield held, None


def _goes_on(link: _Link, following: _Link | None, series: SeriesState) -> bool:
    """Whether what comes next was computed from the stored digest: then that is right and the changes are not."""
    if following is None:
        return series.head_digest == link.row.digest
    return following.digest(link.row.digest, series.first_hour) == following.row.digest


def _fault(table: str, row: CanonSnapshot, seen: str) -> ChainFault:
    return ChainFault(
        table, row.position, row.number, f"Link {row.position} ({row.kind}, episode {row.number}): {seen}."
    )


def _head_fault(series: SeriesState, last: CanonSnapshot | None, frontier: int) -> ChainFault | None:
    position, number, digest = (
        (0, 0, NO_PARENT) if last is None else (last.position, last.number, last.digest)
    )
    if (series.head_digest, series.chain_length, series.head_number) != (digest, position, number):
        sentence = (
            f"The series says its chain has {series.chain_length} links and ends with {series.head_digest[:12]}... "
            f"of episode {series.head_number}; stored are {position}, ending with {digest[:12]}... of episode {number}."
        )
        return ChainFault("series_state", position, series.head_number, sentence)
    if series.first_hour.timestamp() % HOUR.total_seconds():
        sentence = f"The series says that it began at {series.first_hour}, which is no whole hour."
        return ChainFault("series_state", position, series.head_number, sentence)
    if series.frontier != frontier:
        sentence = (
            f"The series says that canon reaches to episode {series.frontier}; its links reach to {frontier}."
        )
        return ChainFault("series_state", position, series.head_number, sentence)
    if (
        sha256_hex(canonical_json(series.bible)) != series.bible_digest
        or series.title != series.bible["title"]
    ):
        sentence = "The bible or the title on record is not the one of its digest."
        return ChainFault("series_state", position, series.head_number, sentence)
    return None

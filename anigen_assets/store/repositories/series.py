"""Series: one row each, with the head of its canon chain."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.errors import StateError
from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import SeriesRecord
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.repositories.chain_writer import ChainWriter
from anigen_assets.store.repositories.standing import EMPTY_SUM
from anigen_assets.store.tables.episodes import SeriesState
from anigen_assets.story.bible import Bible
from anigen_assets.story.calendar import floor_hour
from anigen_assets.story.chain import NO_PARENT, canonical_json, link_digest, sha256_hex


class SeriesRepository(Repository):
    """Reads and begins series."""

    def get(self, series_id: str) -> SeriesRecord | None:
        """The series, or None when it has not begun."""
        row = self._row(select(SeriesState).where(SeriesState.series_id == series_id))
        return None if row is None else _record(row)

    def require(self, series_id: str) -> SeriesRecord:
        """The series.

        Raises:
            StateError: When it has not begun.
        """
        found = self.get(series_id)
        if found is None:
            raise StateError(
                f"The series '{series_id}' has not begun: run `anigen up` or `anigen make` first."
            )
        return found

    def all_ids(self) -> list[str]:
        """Ids of all series in this database, sorted."""
        return list(self._session.scalars(select(SeriesState.series_id).order_by(SeriesState.series_id)))

    def create(
        self, bible: Bible, bible_document: str, first_hour: datetime, genesis_digest: str, at: datetime
    ) -> SeriesRecord:
        """Begins a series: its row, the genesis link, facts, characters and threads. A second call changes nothing.

        Args:
            bible: The bible; its slug is the series' id.
            bible_document: The bible's text as the person wrote it.
            first_hour: UTC hour of episode 1.
            genesis_digest: Digest of the link of `bible.genesis()`; checked.
            at: When.

        Raises:
            StateError: When the series exists with another genesis or first hour, or the digest is not the bible's.
        """
        genesis = tuple((0, change) for change in bible.genesis())
        if link_digest(NO_PARENT, "genesis", "", genesis) != genesis_digest:
            raise StateError(f"The genesis digest of '{bible.slug}' is not that of its bible.")
        statement = insert(SeriesState).values(
            series_id=bible.slug,
            first_hour=floor_hour(first_hour),
            genesis_digest=genesis_digest,
            head_number=0,
            head_digest=NO_PARENT,
            chain_length=0,
            frontier=0,
            canon_version=0,
            standing_sum=EMPTY_SUM,
            standing_count=0,
            created_at=at,
            **_bible_columns(bible, bible_document, at),
        )
        made = self._session.scalar(statement.on_conflict_do_nothing().returning(SeriesState.series_id))
        if made is not None:
            ChainWriter(self._session, bible.slug).append("genesis", 0, genesis, at)
        series = self.require(bible.slug)
        if (series.genesis_digest, series.first_hour) != (genesis_digest, floor_hour(first_hour)):
            raise StateError(
                f"The series '{bible.slug}' has begun already, with another bible or another first hour."
            )
        return series

    def update_bible_text(
        self, series_id: str, bible: Bible, bible_document: str, at: datetime
    ) -> SeriesRecord:
        """Replaces what the bible says without changing canon (premise, tone, speech, ...).

        Raises:
            StateError: When the new bible's genesis differs from the one canon was begun with.
        """
        series = self.require(series_id)
        genesis = tuple((0, change) for change in bible.genesis())
        if link_digest(NO_PARENT, "genesis", "", genesis) != series.genesis_digest:
            raise StateError(
                f"The bible no longer says what '{series_id}' began with: correct canon by retcons."
            )
        columns = _bible_columns(bible, bible_document, at)
        self._do(update(SeriesState).where(SeriesState.series_id == series_id).values(columns))
        return self.require(series_id)


def _bible_columns(bible: Bible, text: str, at: datetime) -> dict[str, object]:
    document = bible.model_dump(mode="json")
    refuse_nul(document, "The bible")
    refuse_nul(text, "The bible's text")
    return {
        "title": bible.title,
        "bible": document,
        "bible_text": text,
        "bible_digest": sha256_hex(canonical_json(document)),
        "updated_at": at,
    }


def _record(row: SeriesState) -> SeriesRecord:
    return SeriesRecord(
        series_id=row.series_id,
        title=row.title,
        first_hour=row.first_hour,
        bible=row.bible,
        bible_text=row.bible_text,
        bible_digest=row.bible_digest,
        genesis_digest=row.genesis_digest,
        head_number=row.head_number,
        head_digest=row.head_digest,
        chain_length=row.chain_length,
        frontier=row.frontier,
        canon_version=row.canon_version,
    )

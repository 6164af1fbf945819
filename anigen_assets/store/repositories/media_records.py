"""What is known about stored files. The bytes are the media store's."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, select
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.errors import StateError
from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import MediaRecord, MediaToSave
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.episodes import SeriesState
from anigen_assets.store.tables.production import Media, MediaFormat

HASH_BITS = 39


class MediaRepository(Repository):
    """Records files."""

    def record(self, media: MediaToSave, at: datetime) -> MediaRecord:
        """Puts a file on record; the same key of the same hour again replaces what was known about it.

        Raises:
            StateError: When two keys share an id, which once in a billion hours may happen.
        """
        media_id = media_id_of(media.series_id, media.key, media.number)
        short = _short(media.series_id, media.key)
        columns: dict[str, object] = {
            "number": media.number,
            "slot": media.slot,
            "take": media.take,
            "format_id": self._format(media),
            "bytes": media.bytes,
            "seconds": media.seconds,
            "created_at": at,
            "kind": media.kind,
            "sha256": media.sha256,
        }
        refuse_nul([media.key, media.kind], "A media record")
        began = (
            select(SeriesState.first_hour).where(SeriesState.series_id == media.series_id).scalar_subquery()
        )
        usual = func.usual_media_key(began, media.number, media.slot, media.take, media.kind)
        kept = func.nullif(short, usual)
        statement = insert(Media).values(media_id=media_id, series_id=media.series_id, key=kept, **columns)
        same = (Media.series_id == media.series_id) & (kept_key(media.series_id) == short)
        again = statement.on_conflict_do_update(
            constraint="pk_media", set_={**columns, "key": statement.excluded.key}, where=same
        )
        if self._session.scalar(again.returning(Media.media_id)) is None:
            raise StateError(f"The media key '{media.key}' has the same id as another: choose another key.")
        return MediaRecord(media_id, media, at)

    def get(self, series_id: str, key: str, number: int = 0) -> MediaRecord | None:
        """The file of a key and an hour (0: of no hour), or None."""
        mine = (
            Media.media_id == media_id_of(series_id, key, number),
            kept_key(series_id) == _short(series_id, key),
        )
        found = self._records(_files(series_id).where(*mine))
        return found[0] if found else None

    def by_ids(self, series_id: str, media_ids: Sequence[int]) -> dict[int, MediaRecord]:
        """Files by id; unknown ids are left out."""
        found = self._records(_files(series_id).where(Media.media_id.in_(media_ids))) if media_ids else []
        return {record.media_id: record for record in found}

    def for_episode(self, series_id: str, number: int) -> list[MediaRecord]:
        """Every take of every file of an hour, by slot, kind, take."""
        mine = _files(series_id).where(
            Media.media_id.between(number << HASH_BITS, ((number + 1) << HASH_BITS) - 1)
        )
        return self._records(mine.order_by(Media.slot, Media.kind, Media.take, Media.media_id))

    def every(self, series_id: str, after_id: int = 0, limit: int = 1000) -> list[MediaRecord]:
        """A page of all files, by id."""
        page = _files(series_id).where(Media.media_id > after_id)
        return self._records(page.order_by(Media.media_id).limit(limit))

    def _format(self, media: MediaToSave) -> int | None:
        if not media.facts:
            return None
        facts = dict(media.facts)
        refuse_nul(facts, "A media record")
        known = select(MediaFormat.format_id).where(
            MediaFormat.series_id == media.series_id, MediaFormat.facts == facts
        )
        found = self._session.scalar(known)
        if found is None:
            values = insert(MediaFormat).values(series_id=media.series_id, facts=facts)
            self._do(values.on_conflict_do_nothing())
            found = self._session.scalar(known)
        return found

    def _records(self, statement: Select[*tuple[Any, ...]]) -> list[MediaRecord]:
        rows = self._session.execute(statement, execution_options={"populate_existing": True})
        return [
            MediaRecord(row.media_id, _media(row, key, facts or {}), row.created_at)
            for row, key, facts in rows
        ]


def media_id_of(series_id: str, key: str, number: int) -> int:
    """A file's id, the same in every copy of the database: the hour's number, then 39 bits of a hash."""
    digest = hashlib.sha256(f"{series_id}/{key}".encode()).digest()
    return (number << HASH_BITS) | (int.from_bytes(digest[:8], "big") >> 1) & ((1 << HASH_BITS) - 1)


def _short(series_id: str, key: str) -> str:
    return key.removeprefix(series_id) if key.startswith(f"{series_id}/") else key


def kept_key(series_id: str) -> ColumnElement[str]:
    """The key of a row of `media` without the series, whether it is kept or follows from the rest of the row."""
    began = select(SeriesState.first_hour).where(SeriesState.series_id == series_id)
    first_hour = began.correlate(None).scalar_subquery()
    usual = func.usual_media_key(first_hour, Media.number, Media.slot, Media.take, Media.kind, type_=Text)
    return func.coalesce(Media.key, usual)


def full_key(series_id: str, kept: str) -> str:
    """A key as the media store knows it, from the column."""
    return series_id + kept if kept.startswith("/") else kept


def _files(series_id: str) -> Select[*tuple[Any, ...]]:
    return (
        select(Media, kept_key(series_id), MediaFormat.facts)
        .outerjoin(MediaFormat, MediaFormat.format_id == Media.format_id)
        .where(Media.series_id == series_id)
    )


def _media(row: Media, key: str, facts: dict[str, Any]) -> MediaToSave:
    return MediaToSave(
        series_id=row.series_id,
        key=full_key(row.series_id, key),
        kind=row.kind,
        sha256=row.sha256,
        bytes=row.bytes,
        seconds=row.seconds,
        facts=facts,
        number=row.number,
        slot=row.slot,
        take=row.take,
    )

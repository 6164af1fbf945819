"""What production leaves behind: files, log lines, summaries."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Identity, Index, Integer, SmallInteger, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from anigen_assets.store.tables.base import (
    Base,
    Big,
    Digest,
    Document,
    Moment,
    Number,
    Seconds,
    SeriesId,
    Small,
    Words,
)
from anigen_assets.store.tables.episodes import one_of

CONTEXT_LEVELS = ("scene", "episode", "arc", "season", "saga", "age", "aeon")


class Media(Base):
    """A stored file.

    Its id is the episode's number in the upper 24 bits, then a hash of series and key: files of an hour lie side by
    side, and an id is the same in every copy of the database. A key that begins with the series is kept without it
    and so begins with a stroke; one that the rest of the row gives (the database's `usual_media_key`) is not kept at
    all. Files of one format share a row of `media_formats`.
    """

    __tablename__ = "media"
    media_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    number: Mapped[Number]
    slot: Mapped[Small]
    take: Mapped[Small]
    format_id: Mapped[Small | None]
    bytes: Mapped[Big]
    seconds: Mapped[Seconds | None]
    created_at: Mapped[Moment]
    series_id: Mapped[Words]
    kind: Mapped[Words]
    key: Mapped[Words | None]
    sha256: Mapped[Digest]


class MediaFormat(Base):
    """Codec facts that many files have in common."""

    __tablename__ = "media_formats"
    __table_args__ = (Index("uq_media_formats_series_id_facts", "series_id", "facts", unique=True),)

    format_id: Mapped[int] = mapped_column(SmallInteger, Identity(always=True), primary_key=True)
    series_id: Mapped[Words]
    facts: Mapped[Document]


class GenerationLog(Base):
    """A line about what happened; number and slot 0 when it concerns no episode or scene."""

    __tablename__ = "generation_logs"
    __table_args__ = (Index("ix_generation_logs_scene", "series_id", "number", "slot"),)

    log_id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    at: Mapped[Moment]
    number: Mapped[Number]
    slot: Mapped[Small]
    series_id: Mapped[Words]
    level: Mapped[Words]
    component: Mapped[Words]
    message: Mapped[Words]
    fields: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))


class NarrativeContext(Base):
    """A summary of an episode's scenes (a line each), of the episode, of its arc, season and so on up.

    Found by words and era through the search index. `slot` is 0: six scenes share a row, because rows of their own
    would take nearly twice the room.
    """

    __tablename__ = "narrative_context"
    __table_args__ = (
        CheckConstraint(one_of("level", CONTEXT_LEVELS), name="level"),
        Index(
            "ix_narrative_context_words",
            text("context_words(text, first_number)"),
            postgresql_using="gin",
        ),
    )

    series_id: Mapped[SeriesId]
    level: Mapped[str] = mapped_column(Text, primary_key=True)
    first_number: Mapped[int] = mapped_column(Integer, primary_key=True)
    slot: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    last_number: Mapped[Number]
    text: Mapped[Words]

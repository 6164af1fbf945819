"""Canon: changes and links append-only, facts with their validity, and who and what the story has open."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, SmallInteger, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from anigen_assets.store.tables.base import Base, Digest, Document, Moment, Number, SeriesId, Small, Words


class CanonChange(Base):
    """One change that a plan proposes; never edited, never deleted.

    Take 0 holds what no plan proposed: the bible's changes (number 0) and an operator's retcons.
    Whether a change is a draft or canon follows from its episode and from the links.
    """

    __tablename__ = "canon_changes"

    series_id: Mapped[SeriesId]
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    take: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    scene: Mapped[Small]
    document: Mapped[Document]


class CanonSnapshot(Base):
    """One link of the chain: `changes_count` changes of a take, from `first_change` on; `seal` covers the row."""

    __tablename__ = "canon_snapshots"
    __table_args__ = (
        Index(
            "ix_canon_snapshots_retcons",
            "series_id",
            "position",
            postgresql_where=text("kind = 'retcon'"),
        ),
    )

    series_id: Mapped[str] = mapped_column(Text, ForeignKey("series_state.series_id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    number: Mapped[Number]
    take: Mapped[Small]
    first_change: Mapped[Small]
    changes_count: Mapped[Small]
    at: Mapped[Moment]
    kind: Mapped[Words]
    digest: Mapped[Digest]
    standing_count: Mapped[Number | None]
    standing_sum: Mapped[Digest | None]
    seal: Mapped[Number]


REACHES = (8, 64, 512, 4096, 32768, 2147483646, 2147483647)
"""Values of the database's `validity_reach`: how many hours a fact holds at most, in classes; the last: it stands."""


class CanonFact(Base):
    """A fact with its validity in story time, from `valid_from` up to but not with `valid_to` (null: it stands).

    `position` is the link that set it. A trigger lets nothing but the end of validity change, and that only
    towards the past.
    """

    __tablename__ = "canon_facts"
    __table_args__ = (
        CheckConstraint("valid_to >= valid_from", name="validity"),
        Index(
            "ix_canon_facts_ended",
            text("fact_key(series_id, subject, attribute)"),
            "valid_from",
            postgresql_where=text("valid_to IS NOT NULL"),
        ),
        Index(
            "uq_canon_facts_standing",
            text("fact_key(series_id, subject, attribute)"),
            unique=True,
            postgresql_where=text("valid_to IS NULL"),
        ),
        Index(
            "ix_canon_facts_reach", "series_id", text("validity_reach(valid_from, valid_to)"), "valid_from"
        ),
        Index(
            "ix_canon_facts_entities",
            "series_id",
            "value",
            "subject",
            postgresql_where=text("attribute = 'kind' AND value <> 'event'"),
        ),
    )

    series_id: Mapped[SeriesId]
    subject: Mapped[str] = mapped_column(Text, primary_key=True)
    attribute: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    valid_from: Mapped[Number]
    valid_to: Mapped[Number | None]
    scene: Mapped[Small]
    value: Mapped[Words]


class Character(Base):
    """A character as canon stands; kept by retirement. `seen_number` is the newest episode that shows them."""

    __tablename__ = "characters"
    __table_args__ = (
        Index(
            "ix_characters_principals", "series_id", "seen_number", postgresql_where=text("role <> 'minor'")
        ),
    )

    series_id: Mapped[str] = mapped_column(Text, ForeignKey("series_state.series_id"), primary_key=True)
    character_id: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[Words]
    role: Mapped[Words]
    status: Mapped[Words]
    since_number: Mapped[Number]
    changed_number: Mapped[Number]
    seen_number: Mapped[Number | None]


class PlotThread(Base):
    """A promise to the viewer as canon stands; kept by retirement."""

    __tablename__ = "plot_threads"
    __table_args__ = (Index("ix_plot_threads_due", "series_id", "status", "due_number"),)

    series_id: Mapped[str] = mapped_column(Text, ForeignKey("series_state.series_id"), primary_key=True)
    thread_id: Mapped[str] = mapped_column(Text, primary_key=True)
    title: Mapped[Words]
    status: Mapped[Words]
    beat: Mapped[Number]
    opened_number: Mapped[Number]
    due_number: Mapped[Number]
    changed_number: Mapped[Number]

"""Series, episodes, the takes of their plans, and scenes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Integer, SmallInteger, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from anigen_assets.store.tables.base import (
    Base,
    Big,
    Digest,
    Document,
    Moment,
    Number,
    Packed,
    Seconds,
    SeriesId,
    Small,
    Words,
)

EPISODE_STATES = ("planned", "stale", "produced", "retired", "skipped", "withdrawn", "failed")
SCENE_STATES = ("planned", "made", "failed")


def one_of(column: str, values: tuple[str, ...]) -> str:
    """SQL of a check that a column has one of some values."""
    return f"{column} IN ({', '.join(repr(v) for v in values)})"


class SeriesState(Base):
    """One series: its bible and the head of its chain.

    `standing_sum` and `standing_count` sum up all facts that stand (see `checkpoints`).
    """

    __tablename__ = "series_state"

    series_id: Mapped[SeriesId]
    title: Mapped[Words]
    first_hour: Mapped[Moment]
    bible: Mapped[Document]
    bible_text: Mapped[Words]
    bible_digest: Mapped[Digest]
    genesis_digest: Mapped[Digest]
    head_number: Mapped[Number]
    head_digest: Mapped[Digest]
    chain_length: Mapped[Number]
    frontier: Mapped[Number]
    canon_version: Mapped[Big]
    standing_sum: Mapped[Digest]
    standing_count: Mapped[Number]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]


class Episode(Base):
    """One hour. Its plan's takes are in `plans`, its files in `media`; `take` and `film_take` point to the current.

    `link` is the position of the newest link of the chain that tells it.
    """

    __tablename__ = "episodes"
    __table_args__ = (
        CheckConstraint(one_of("state", EPISODE_STATES), name="state"),
        CheckConstraint("number >= 1", name="number"),
        Index("ix_episodes_title", "series_id", "title_hash"),
    )

    series_id: Mapped[str] = mapped_column(Text, ForeignKey("series_state.series_id"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    state: Mapped[Words]
    filler: Mapped[bool]
    take: Mapped[Small]
    film_take: Mapped[Small]
    link: Mapped[Number | None]
    title_hash: Mapped[Big | None]
    title: Mapped[Words]
    reason: Mapped[Words]
    failed_component: Mapped[Words]
    seconds: Mapped[Seconds | None]
    planned_at: Mapped[Moment | None]
    produced_at: Mapped[Moment | None]
    retired_at: Mapped[Moment | None]
    updated_at: Mapped[Moment]


class Plan(Base):
    """One take of an hour's plan, append-only.

    `document` is the plan without what other columns and tables keep, packed (see `stored_plan`): its canon changes
    are rows of `canon_changes`.
    """

    __tablename__ = "plans"
    __table_args__ = (
        ForeignKeyConstraint(["series_id", "number"], ["episodes.series_id", "episodes.number"]),
    )

    series_id: Mapped[SeriesId]
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    take: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    filler: Mapped[bool]
    document: Mapped[Packed]
    dictionary_id: Mapped[Small | None]
    findings: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    director: Mapped[Words]
    model: Mapped[Words]
    prompt_hash: Mapped[Digest]
    planned_at: Mapped[Moment]


class PlanDictionary(Base):
    """Words that plans of a series have in common, append-only; plans are packed with them."""

    __tablename__ = "plan_dictionaries"

    series_id: Mapped[SeriesId]
    dictionary_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    words: Mapped[Packed]


class Scene(Base):
    """One of an hour's scenes as it stands: how far it is and which take is current."""

    __tablename__ = "scenes"
    __table_args__ = (
        ForeignKeyConstraint(["series_id", "number"], ["episodes.series_id", "episodes.number"]),
        CheckConstraint(one_of("state", SCENE_STATES), name="state"),
    )

    series_id: Mapped[SeriesId]
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    slot: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    scene_number: Mapped[Number]
    take: Mapped[Small]
    media_id: Mapped[Big | None]
    seconds: Mapped[Seconds | None]
    loudness_lufs: Mapped[float | None]
    updated_at: Mapped[Moment]
    state: Mapped[Words]
    place: Mapped[Words]
    cast: Mapped[Words]
    provider: Mapped[Words]

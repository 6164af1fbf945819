"""Paid operations, the ledger and budgets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    Numeric,
    PrimaryKeyConstraint,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from anigen_assets.store.tables.base import Base, Digest, Moment, Number, Small, Usd, Words
from anigen_assets.store.tables.episodes import one_of

ENTRY_KINDS = ("estimate", "quote", "reserve", "settle", "release", "actual")
OPERATION_STATES = ("intended", "submitted", "collected", "stored", "settled", "rejected", "unknown")
PERIODS = ("episode", "day", "month")


class Operation(Base):
    """One paid call, on record before it is sent. `idempotency_key` is a hash of everything it depends on."""

    __tablename__ = "operations"
    __table_args__ = (
        CheckConstraint(one_of("state", OPERATION_STATES), name="state"),
        Index("uq_operations_series_id_idempotency_key", "series_id", "idempotency_key", unique=True),
        Index("ix_operations_series_id_number", "series_id", "number"),
        Index("ix_operations_state", "series_id", "state"),
    )

    operation_id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    series_id: Mapped[Words]
    number: Mapped[Number]
    slot: Mapped[Small]
    take: Mapped[Small]
    purpose: Mapped[Words]
    provider: Mapped[Words]
    model: Mapped[Words]
    idempotency_key: Mapped[Digest]
    state: Mapped[Words]
    provider_job_id: Mapped[Words | None]
    request: Mapped[Any] = mapped_column(JSONB)
    outcome: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    reserved_usd: Mapped[Usd]
    charged_usd: Mapped[Usd | None]
    attempts: Mapped[Small]
    intended_at: Mapped[Moment]
    updated_at: Mapped[Moment]


class LedgerEntry(Base):
    """One line of the ledger, append-only; what is spent or set aside is a sum. `entry_id` is the order of adding."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        PrimaryKeyConstraint("series_id", "number", "kind", "key"),
        CheckConstraint(one_of("kind", ENTRY_KINDS), name="kind"),
    )

    entry_id: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    at: Mapped[Moment]
    number: Mapped[Number]
    series_id: Mapped[Words]
    kind: Mapped[Words]
    key: Mapped[Words]
    provider: Mapped[Words]
    model: Mapped[Words]
    quantity: Mapped[Decimal | None] = mapped_column(Numeric(20, 6))
    unit: Mapped[Words]
    unit_price_usd: Mapped[Usd | None]
    amount_usd: Mapped[Usd]
    note: Mapped[Words]


class Budget(Base):
    """How much may be spent in a period."""

    __tablename__ = "budgets"
    __table_args__ = (CheckConstraint(one_of("period", PERIODS), name="period"),)

    series_id: Mapped[str] = mapped_column(Text, ForeignKey("series_state.series_id"), primary_key=True)
    period: Mapped[str] = mapped_column(Text, primary_key=True)
    limit_usd: Mapped[Usd]
    updated_at: Mapped[Moment]

"""Budgets: how much may be spent by hour of show, day and month."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.money import Budget


class BudgetRepository(Repository):
    """Reads and sets budgets."""

    def all(self, series_id: str) -> dict[str, Decimal]:
        """Limit in USD by period: `episode`, `day`, `month`; a period without a row has no budget."""
        rows = self._rows(select(Budget).where(Budget.series_id == series_id).order_by(Budget.period))
        return {row.period: row.limit_usd for row in rows}

    def set(self, series_id: str, period: str, limit_usd: Decimal, at: datetime) -> None:
        """Sets the limit of a period (`episode`, `day`, `month`)."""
        kept = {"limit_usd": limit_usd, "updated_at": at}
        statement = insert(Budget).values(series_id=series_id, period=period, **kept)
        self._do(statement.on_conflict_do_update(constraint="pk_budgets", set_=kept))

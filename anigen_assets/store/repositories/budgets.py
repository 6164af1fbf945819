"""Budgets: how much may be spent by hour of show, day and month."""

from __future__ import annotations

from decimal import Decimal

from anigen_assets.store.repositories.base import Repository


class BudgetRepository(Repository):
    """Reads and sets budgets."""

    def all(self, series_id: str) -> dict[str, Decimal]:
        """Limit in USD by period: `episode`, `day`, `month`."""
        raise NotImplementedError

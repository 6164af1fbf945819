"""The ledger: append-only entries whose sum is the balance."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from anigen_assets.store.records import EntryKind, EntryToAdd, LedgerEntry
from anigen_assets.store.repositories.base import Repository


class LedgerRepository(Repository):
    """Adds and sums entries.

    `estimate` and `quote` say what something would cost and move no money. `reserve` sets money aside
    (positive), `release` gives it back (negative), `settle` replaces a reservation (real charge minus what
    was reserved), `actual` is a charge that was never reserved.
    """

    def add(self, entry: EntryToAdd, at: datetime) -> LedgerEntry:
        """Adds an entry; the same (series, number, kind, key) again returns the one on record.

        Raises:
            StateError: When it is on record with another amount.
            UsageError: When an amount has more than six decimal places or is not finite.
        """
        raise NotImplementedError

    def add_many(self, entries: Iterable[EntryToAdd], at: datetime) -> None:
        """Adds several."""
        raise NotImplementedError

    def of_hour(self, series_id: str, number: int) -> list[LedgerEntry]:
        """The hour's entries in order of adding."""
        raise NotImplementedError

    def total(
        self, series_id: str, kinds: Iterable[EntryKind], first: int = 0, last: int | None = None
    ) -> Decimal:
        """Sum of entries of some kinds over hours first..last."""
        raise NotImplementedError

    def balance(self, series_id: str, number: int | None = None) -> Decimal:
        """What was charged or is set aside: of one hour, or of the whole series."""
        raise NotImplementedError

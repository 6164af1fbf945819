"""The ledger: append-only entries whose sum is the balance."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.errors import StateError, UsageError
from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import EntryKind, EntryToAdd, LedgerEntry
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.money import LedgerEntry as Row

MONEY_KINDS: tuple[EntryKind, ...] = ("reserve", "settle", "release", "actual")
ZERO = Decimal("0.000000")
PLACES = 6
LIMIT = Decimal(10) ** 14


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
        self._insert([entry], at)
        row = self._row(
            select(Row).where(
                Row.series_id == entry.series_id,
                Row.number == entry.number,
                Row.kind == entry.kind,
                Row.key == entry.key,
            )
        )
        assert row is not None, "it was just added"
        if row.amount_usd != entry.amount_usd:
            raise StateError(
                f"Ledger entry {entry.kind} '{entry.key}' of episode {entry.number} is on record with "
                f"{row.amount_usd} USD and cannot become {entry.amount_usd} USD: add another entry."
            )
        return _entry(row)

    def add_many(self, entries: Iterable[EntryToAdd], at: datetime) -> None:
        """Adds several; those on record already are left as they are."""
        self._insert(list(entries), at)

    def of_hour(self, series_id: str, number: int) -> list[LedgerEntry]:
        """The hour's entries in order of adding."""
        statement = select(Row).where(Row.series_id == series_id, Row.number == number)
        return [_entry(row) for row in self._rows(statement.order_by(Row.entry_id))]

    def total(
        self, series_id: str, kinds: Iterable[EntryKind], first: int = 0, last: int | None = None
    ) -> Decimal:
        """Sum of entries of some kinds over hours first..last (None: the newest)."""
        statement = select(func.coalesce(func.sum(Row.amount_usd), ZERO)).where(
            Row.series_id == series_id, Row.kind.in_(list(kinds)), Row.number >= first
        )
        if last is not None:
            statement = statement.where(Row.number <= last)
        return Decimal(self._session.scalar(statement) or ZERO)

    def total_between(
        self, series_id: str, kinds: Iterable[EntryKind], begin: datetime, end: datetime
    ) -> Decimal:
        """Sum of entries of some kinds that were added at begin <= time < end."""
        statement = select(func.coalesce(func.sum(Row.amount_usd), ZERO)).where(
            Row.series_id == series_id, Row.kind.in_(list(kinds)), Row.at >= begin, Row.at < end
        )
        return Decimal(self._session.scalar(statement) or ZERO)

    def balance(self, series_id: str, number: int | None = None) -> Decimal:
        """What was charged or is set aside: of one hour, or of the whole series."""
        if number is None:
            return self.total(series_id, MONEY_KINDS)
        return self.total(series_id, MONEY_KINDS, number, number)

    def _insert(self, entries: list[EntryToAdd], at: datetime) -> None:
        if not entries:
            return
        rows = [_columns(entry, at) for entry in entries]
        self._do(insert(Row).values(rows).on_conflict_do_nothing())


def _columns(entry: EntryToAdd, at: datetime) -> dict[str, object]:
    for amount in (entry.amount_usd, entry.unit_price_usd, entry.quantity):
        if amount is not None:
            _require_exact(amount)
    columns: dict[str, object] = {
        "series_id": entry.series_id,
        "number": entry.number,
        "kind": entry.kind,
        "key": entry.key,
        "provider": entry.provider,
        "model": entry.model,
        "quantity": entry.quantity,
        "unit": entry.unit,
        "unit_price_usd": entry.unit_price_usd,
        "amount_usd": entry.amount_usd,
        "note": entry.note,
        "at": at,
    }
    refuse_nul(columns, "A ledger entry")
    return columns


def _require_exact(amount: Decimal) -> None:
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or abs(amount) >= LIMIT:
        raise UsageError(f"{amount} is not an amount that the ledger can keep.")
    if exponent < -PLACES and amount != round(amount, PLACES):
        raise UsageError(f"{amount} has more than six decimal places: round it where it is computed.")


def _entry(row: Row) -> LedgerEntry:
    entry = EntryToAdd(
        series_id=row.series_id,
        number=row.number,
        kind=row.kind,  # type: ignore[arg-type]
        key=row.key,
        amount_usd=row.amount_usd,
        provider=row.provider,
        model=row.model,
        quantity=row.quantity,
        unit=row.unit,
        unit_price_usd=row.unit_price_usd,
        note=row.note,
    )
    return LedgerEntry(row.entry_id, entry, row.at)

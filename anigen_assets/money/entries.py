"""Ledger entries as values: what each kind means, how one follows from another, and what they add up to.

Estimates and quotes are words on record. The other four move money, signed, so that a balance is a sum: an
operation that was reserved and settled adds up to its real charge, one that was released to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from anigen_assets.money.amounts import ZERO_USD, usd, usd_at_least
from anigen_assets.money.estimate import Quote


class EntryKind(StrEnum):
    """What an entry says."""

    ESTIMATE = "estimate"  # what the hour is expected to cost with the providers it is made by
    QUOTE = "quote"  # what the same hour would cost with another line-up
    RESERVE = "reserve"  # set aside before an operation; positive
    SETTLE = "settle"  # the real charge minus what was reserved
    RELEASE = "release"  # what was reserved, given back; negative
    ACTUAL = "actual"  # a charge that was never reserved


MONEY_KINDS = frozenset({EntryKind.RESERVE, EntryKind.SETTLE, EntryKind.RELEASE, EntryKind.ACTUAL})
"""Kinds that count in a balance."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an hour's ledger; whose hour it is, and when, is known where it is kept.

    Attributes:
        key: Tells entries of one hour and kind apart; entries of one operation share it.
        amount_usd: Signed, six places.
        quantity: How many of `unit`; None where that has no meaning.
        unit_price_usd: Exact price of one unit; None where that has no meaning.

    Raises:
        TypeError: When the amount is a float.
        ValueError: When it is not finite or too large, or has a sign that its kind does not have.
    """

    kind: EntryKind
    key: str
    amount_usd: Decimal
    provider: str
    model: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    unit_price_usd: Decimal | None = None
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "amount_usd", usd(self.amount_usd))
        if self.kind is EntryKind.RELEASE and self.amount_usd > 0:
            raise ValueError("a release gives money back: its amount is negative")
        if self.kind not in (EntryKind.RELEASE, EntryKind.SETTLE) and self.amount_usd < 0:
            raise ValueError(f"an entry of kind '{self.kind}' is never negative: {self.amount_usd}")


def entries_of(quote: Quote, kind: EntryKind, note: str = "") -> tuple[Entry, ...]:
    """One entry a row of a quote, as an estimate or as a quote on record; its keys are `line_up:role`."""
    return tuple(
        Entry(
            kind=kind,
            key=f"{quote.line_up}:{row.role}",
            amount_usd=row.amount_usd,
            provider=row.provider,
            model=row.model,
            quantity=row.quantity,
            unit=row.unit,
            unit_price_usd=row.price_usd,
            note=note or f"prices of {quote.on}, {quote.quality}: {row.source}",
        )
        for row in quote.rows
    )


def charges_of(quote: Quote) -> tuple[Entry, ...]:
    """What was really charged when it is exactly what was quoted, as it is for offline providers."""
    return entries_of(quote, EntryKind.ACTUAL)


def reserve(
    key: str, quantity: Decimal, unit: str, unit_price_usd: Decimal, provider: str, **words: str
) -> Entry:
    """Money set aside for an operation, rounded up.

    Args:
        key: The operation's key.
        quantity: Units it may use at most.
        unit: What is counted.
        unit_price_usd: Exact price of one unit.
        provider: Whose invoice it is.
        words: `model` and `note`.
    """
    amount = usd_at_least(quantity * unit_price_usd)
    return Entry(
        EntryKind.RESERVE,
        key,
        amount,
        provider,
        quantity=quantity,
        unit=unit,
        unit_price_usd=unit_price_usd,
        **words,
    )


def settle(reservation: Entry, charged_usd: Decimal, note: str = "") -> Entry:
    """Replaces a reservation by the real charge.

    Raises:
        ValueError: When `reservation` is not one, or the charge is negative.
    """
    charged = usd(charged_usd)
    if charged < 0:
        raise ValueError(f"a charge is never negative: {charged}")
    return _following(reservation, EntryKind.SETTLE, charged - reservation.amount_usd, note)


def release(reservation: Entry, note: str = "") -> Entry:
    """Gives a reservation back whole.

    Raises:
        ValueError: When `reservation` is not one.
    """
    return _following(reservation, EntryKind.RELEASE, -reservation.amount_usd, note)


def balance_usd(entries: Iterable[Entry]) -> Decimal:
    """What was charged or is set aside; estimates and quotes do not count."""
    return sum((entry.amount_usd for entry in entries if entry.kind in MONEY_KINDS), ZERO_USD)


def _following(reservation: Entry, kind: EntryKind, amount_usd: Decimal, note: str) -> Entry:
    if reservation.kind is not EntryKind.RESERVE:
        raise ValueError(
            f"only a reservation is settled or released, not an entry of kind '{reservation.kind}'"
        )
    return replace(
        reservation, kind=kind, amount_usd=amount_usd, quantity=None, unit="", unit_price_usd=None, note=note
    )

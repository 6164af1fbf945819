"""Closing the books of an hour and of a day: what was charged stands beside what was estimated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from anigen_assets.errors import HourError, StateError
from anigen_assets.money.amounts import ZERO_USD
from anigen_assets.services.application import Application
from anigen_assets.store.records import EntryToAdd, LedgerEntry
from anigen_assets.story.calendar import HOUR, key_of, number_of

TOLERANCE = Decimal("0.10")
"""The brief: actual within 10% of the estimate."""


@dataclass(frozen=True)
class ClosedHour:
    """The books of one hour, in US dollars.

    Attributes:
        quotes: What paid line-ups would have taken for the newest plan, by line-up.
    """

    hour_key: str
    number: int
    estimate_usd: Decimal
    actual_usd: Decimal
    quotes: dict[str, Decimal]
    entries: tuple[LedgerEntry, ...]

    @property
    def difference_usd(self) -> Decimal:
        """Actual less estimate."""
        return self.actual_usd - self.estimate_usd

    @property
    def within_estimate(self) -> bool:
        """Whether the actual cost lies within the tolerance of the estimate."""
        return abs(self.difference_usd) <= self.estimate_usd * TOLERANCE


@dataclass(frozen=True)
class ClosedDay:
    """A day's books against its budget.

    Attributes:
        budget_usd: The day's budget; zero allows no paid call at all.
    """

    day: str
    hours: int
    actual_usd: Decimal
    estimate_usd: Decimal
    budget_usd: Decimal
    quotes: dict[str, Decimal]


def close_hour(app: Application, hour_key: str) -> ClosedHour:
    """Books what each part of the hour cost, once, and reads the hour's books.

    Raises:
        StateError: The hour has no plan, hence nothing to close.
    """
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        episode = uow.episodes.get(app.series_id, number)
        if episode is None or not episode.take:
            raise StateError(f"The books of {hour_key} cannot be closed: it has no plan yet.")
        scenes = sum(s.state == "made" for s in uow.episodes.scenes(app.series_id, number))
        # Offline providers charge nothing; paid ones book their own entries when an operation settles.
        entry = EntryToAdd(
            series_id=app.series_id,
            number=number,
            kind="actual",
            key=f"offline.take{episode.take}.film{episode.film_take}",
            amount_usd=ZERO_USD,
            provider="offline",
            note=f"director, {scenes} scenes",
        )
        uow.ledger.add(entry, at=app.clock.now())
        uow.commit()
    return read_hour(app, hour_key)


def read_hour(app: Application, hour_key: str) -> ClosedHour:
    """The hour's books as they stand; changes nothing."""
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        entries = tuple(uow.ledger.of_hour(app.series_id, number))
        actual = uow.ledger.balance(app.series_id, number)
    estimates = [e.entry.amount_usd for e in entries if e.entry.kind == "estimate"]
    quotes = {e.entry.provider: e.entry.amount_usd for e in entries if e.entry.kind == "quote"}
    return ClosedHour(hour_key, number, estimates[-1] if estimates else ZERO_USD, actual, quotes, entries)


def close_day(app: Application, day_key: str) -> ClosedDay:
    """Adds up the day's hours (UTC); `day_key` is YYYY-MM-DD.

    Raises:
        HourError: The day is malformed.
    """
    try:
        midnight = datetime.strptime(day_key, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise HourError(f"'{day_key}' is not a day: write it as YYYY-MM-DD.") from None
    with app.database.unit_of_work() as uow:
        series = uow.series.require(app.series_id)
        first = max(1, int((midnight - series.first_hour) / HOUR) + 1)
        last = (
            number_of(midnight + 23 * HOUR, series.first_hour)
            if midnight + 23 * HOUR >= series.first_hour
            else 0
        )
        hours = [e for e in uow.episodes.between(app.series_id, first, last) if e.take]
    closed = [read_hour(app, key_of(e.hour)) for e in hours]
    names = sorted({name for hour in closed for name in hour.quotes})
    return ClosedDay(
        day=day_key,
        hours=len(closed),
        actual_usd=sum((h.actual_usd for h in closed), ZERO_USD),
        estimate_usd=sum((h.estimate_usd for h in closed), ZERO_USD),
        budget_usd=app.settings.budget_day_usd,
        quotes={n: sum((h.quotes.get(n, ZERO_USD) for h in closed), ZERO_USD) for n in names},
    )

"""What a plan costs to make: the offline line-up's zero, and what paid studios would take for the same plan."""

from __future__ import annotations

from datetime import date

from anigen_assets.money.estimate import Quote, quote_episodes, quote_plan
from anigen_assets.money.price_book import BRIEF, OFFLINE, PAID
from anigen_assets.services.application import Application
from anigen_assets.store.records import EntryToAdd
from anigen_assets.story.plan import EpisodePlan

SHOWN = (OFFLINE, PAID, BRIEF)


def day_of(app: Application, line_up: str) -> date:
    """The day whose prices count: the line-up's own, else today's (UTC)."""
    return app.prices.line_up(line_up).day or app.clock.now().date()


def quote_entries(app: Application, plan: EpisodePlan, take: int) -> tuple[EntryToAdd, ...]:
    """Ledger entries of a new plan: the estimate of what will be charged, and quotes for comparison.

    Quotes are words, not charges: balances leave them out.
    """
    entries: list[EntryToAdd] = []
    for line_up in SHOWN:
        quote = quote_plan(
            plan, app.bible, app.prices, day_of(app, line_up), app.settings.quality, line_up=line_up
        )
        entries.append(_entry(app, plan, take, quote))
    return tuple(entries)


def quote_hours(app: Application, count: int, line_up: str) -> Quote:
    """What a number of hours would cost in the bible's format."""
    day = day_of(app, line_up)
    return quote_episodes(count, app.bible, app.prices, day, app.settings.quality, line_up=line_up)


def _entry(app: Application, plan: EpisodePlan, take: int, quote: Quote) -> EntryToAdd:
    estimate = quote.line_up == OFFLINE
    return EntryToAdd(
        series_id=app.series_id,
        number=plan.number,
        kind="estimate" if estimate else "quote",
        key=f"{quote.line_up}.take{take}",
        amount_usd=quote.total_usd,
        provider=quote.line_up,
        note=f"prices of {quote.on.isoformat()}, {quote.quality}",
    )

"""`anigen quote`: what making hours would cost, by provider, at today's and at the brief's prices."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table

from anigen_assets.commands.console import application, command, emit_json, output
from anigen_assets.money.estimate import Quote
from anigen_assets.money.price_book import BRIEF, OFFLINE, PAID
from anigen_assets.services.quotes import quote_hours
from anigen_assets.story.calendar import HOUR, key_of, parse_hour


@command
def quote(
    start: Annotated[
        str, typer.Option("--from", metavar="HOUR", help="First hour, YYYY-MM-DD-HH:00 in UTC.")
    ],
    hours: Annotated[int, typer.Option("--hours", min=1, max=100_000)] = 1,
    json: Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")] = False,
) -> None:
    """Tells what making hours would cost. Buys nothing; hours may lie in the future."""
    first = parse_hour(start)
    with application() as app:
        quotes = [quote_hours(app, hours, name) for name in (OFFLINE, PAID, BRIEF)]
    last = key_of(first + (hours - 1) * HOUR)
    if json:
        emit_json(
            {"from": key_of(first), "to": last, "hours": hours, "quotes": [_document(q) for q in quotes]}
        )
        return
    table = Table(title=f"{hours} episodes, {key_of(first)} to {last}, US dollars")
    for column, side in (("what", "left"), ("quantity", "right"), ("each", "right"), ("amount", "right")):
        table.add_column(column, justify=side)  # type: ignore[arg-type]
    for q in quotes:
        table.add_row(f"[bold]{q.line_up}[/bold], prices of {q.on.isoformat()}, {q.quality}", "", "", "")
        for row in q.rows:
            what = f"  {row.role}: {row.model} ({row.provider}), per {row.unit.replace('_', ' ')}"
            table.add_row(what, f"{row.quantity:,}", f"{row.price_usd:f}", f"{row.amount_usd:,.2f}")
        table.add_row("  total", "", "", f"[bold]{q.total_usd:,.2f}[/bold]", end_section=True)
    output.print(table)


def _document(q: Quote) -> dict[str, Any]:
    rows = [
        {"role": r.role, "provider": r.provider, "model": r.model, "unit": r.unit, "quantity": str(r.quantity),
         "price_usd": str(r.price_usd), "amount_usd": str(r.amount_usd)}
        for r in q.rows
    ]  # fmt: skip
    return {
        "line_up": q.line_up,
        "prices_of": q.on.isoformat(),
        "quality": q.quality,
        "rows": rows,
        "total_usd": str(q.total_usd),
    }

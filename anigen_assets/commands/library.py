"""`anigen library`: what has been made."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from anigen_assets.commands.console import application, command, emit_json, output
from anigen_assets.services.application import Application
from anigen_assets.store.records import LibraryRow
from anigen_assets.story.calendar import key_of


@command
def library(
    json: Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")] = False,
) -> None:
    """Lists the episodes: hour, number, title, state, film, length, checksum, cost."""
    with application() as app:
        with app.database.unit_of_work() as uow:
            rows = uow.episodes.library(app.series_id)
        episodes = [_document(app, row) for row in rows]
    if json:
        emit_json({"series": app.series_id, "episodes": episodes})
        return
    table = Table(title=f"{app.bible.title}: {len(episodes)} episodes")
    for column in ("hour", "number", "title", "state", "seconds", "cost_usd", "film"):
        table.add_column(
            column,
            justify="right" if column in ("number", "seconds", "cost_usd") else "left",
            overflow="fold",
        )
    for e in episodes:
        table.add_row(*(escape(str("" if e[c] is None else e[c])) for c in
                        ("hour", "number", "title", "state", "seconds", "cost_usd", "film")))  # fmt: skip
    output.print(table)


def _document(app: Application, row: LibraryRow) -> dict[str, Any]:
    film = None if row.film_key is None else str(app.media.local_path(row.film_key))
    return {
        "hour": key_of(row.hour),
        "number": row.number,
        "title": row.title,
        "state": str(row.state),
        "film": film,
        "seconds": row.seconds,
        "sha256": row.sha256,
        "cost_usd": f"{row.cost_usd:.6f}",
    }

"""`anigen skip` and `anigen withdraw`: the operator's hand, with a reason, on record."""

from __future__ import annotations

from typing import Annotated

import typer

from anigen_assets.commands.console import application, command, console
from anigen_assets.services.operator import skip_hours, withdraw_hour

Hour = Annotated[str, typer.Argument(metavar="HOUR", help="YYYY-MM-DD-HH:00 in UTC.")]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Goes on record with the hour.")]


@command
def skip(hour: Hour, reason: Reason = "skipped by the operator") -> None:
    """Records an hour as never to be told, so that the story can pass it. It may be made later, as filler."""
    with application() as app:
        done = skip_hours(app, [hour], reason)
    console.print(f"{hour} is skipped." if done else f"{hour} was skipped before.")


@command
def withdraw(hour: Hour, reason: Reason) -> None:
    """Gives a draft up: later drafts that rest on it are planned again before they can become canon."""
    with application() as app:
        stale = withdraw_hour(app, hour, reason)
    rest = (
        f"; to be planned again: episodes {', '.join(map(str, stale))}"
        if stale
        else "; no later draft rests on it"
    )
    console.print(f"{hour} is withdrawn{rest}.")

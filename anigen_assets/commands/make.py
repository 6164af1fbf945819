"""`anigen make`: hours through Dagster without its UI, in order, safe to kill and repeat."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from anigen_assets.clock import SystemClock
from anigen_assets.commands.console import command, console, settings_from_environment
from anigen_assets.commands.home import prepare_dagster_home
from anigen_assets.commands.stopping import hearing_stops
from anigen_assets.errors import HourError, UsageError
from anigen_assets.logs import configure_logging
from anigen_assets.services.application import Application, open_application
from anigen_assets.services.begin_series import begin_series
from anigen_assets.story.calendar import HOUR, floor_hour, hours_from, key_of, parse_hour
from anigen_assets.studio import skia_library


@command
def make(
    start: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="HOUR", help="First hour, YYYY-MM-DD-HH:00 in UTC. Default: the newest."
        ),
    ] = None,
    hours: Annotated[int, typer.Option("--hours", min=1, max=100_000, help="How many hours, in order.")] = 1,
    series: Annotated[str | None, typer.Option("--series", help="A bible's name or path.")] = None,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Read every file of these hours, and make again what has changed."),
    ] = False,
    first_hour: Annotated[str | None, typer.Option("--first-hour", hidden=True)] = None,
) -> None:
    """Makes hours through Dagster, in order, with a progress bar. Kill it at any moment and repeat it.

    An hour that is made is left alone while its files are there and as long as they should be. A file that is gone
    or cut short is made again as it was; --verify looks at the content as well.
    """
    settings = settings_from_environment(series=series, first_hour=first_hour)
    if settings.log_level == "INFO":
        configure_logging("WARNING")  # the progress bar tells the rest
    if settings.video == "animatic":
        skia_library.load()
    clock = SystemClock()
    keys = _hours(floor_hour(clock.now()), None if start is None else parse_hour(start), hours)
    with hearing_stops() as check_stop:
        app = open_application(settings, clock=clock)
        try:
            begin_series(app, first_hour=parse_hour(keys[0]))
            app.number(keys[0])
            failed = _make(app, keys, check_stop, verify=verify)
        finally:
            app.close()
            app.release_server()
    if failed:
        raise typer.Exit(1)


def _hours(now: datetime, asked: datetime | None, count: int) -> list[str]:
    first = asked or now - (count - 1) * HOUR
    last = first + (count - 1) * HOUR
    if first > now:
        raise HourError(f"{key_of(first)} lies in the future: the current hour is {key_of(now)} (UTC).")
    if last > now:
        fit = int((now - first) / HOUR) + 1
        raise UsageError(
            f"--hours {count} from {key_of(first)} reaches {key_of(last)}, which lies in the future: "
            f"the current hour is {key_of(now)} (UTC), so at most --hours {fit}."
        )
    return [key_of(hour) for hour in hours_from(first, count)]


def _make(app: Application, keys: list[str], check_stop: Callable[[], None], *, verify: bool) -> int:
    os.environ["DAGSTER_HOME"] = str(prepare_dagster_home(app.settings))
    from anigen_assets.assets.failures import database_faults
    from anigen_assets.assets.orphans import dagster_instance, reap_orphans
    from anigen_assets.assets.quiet import quiet_dagster
    from anigen_assets.assets.runner import HourRunner

    quiet_dagster()
    made = failed = 0
    home, where = os.environ["DAGSTER_HOME"], "Dagster's database"
    with database_faults(where), dagster_instance(home) as instance, _progress() as progress:
        reap_orphans(instance)
        task = progress.add_task("episodes", total=len(keys), pace="")
        for outcome in HourRunner(app, instance, check_stop).make(keys, verify=verify):
            made, failed = made + (not outcome.error), failed + bool(outcome.error)
            if outcome.error:
                progress.console.print(
                    f"[red]{outcome.hour_key}[/red] {escape(outcome.error)}", soft_wrap=True
                )
            progress.update(task, completed=made + failed, pace=_pace(progress, made + failed))
    console.print(f"{made} of {len(keys)} episodes stand, {keys[0]} to {keys[-1]}.")
    return len(keys) - made


def _progress() -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(),
        console=console,
    )


def _pace(progress: Progress, done: int) -> str:
    elapsed = progress.tasks[0].elapsed or 0.0
    return f"{done * 3600 / elapsed:,.0f} an hour" if elapsed > 0 else ""

"""`anigen up`: database, Dagster and viewer in one go, until Ctrl-C."""

from __future__ import annotations

import sys
import time
import urllib.request

from anigen_assets.commands import processes
from anigen_assets.commands.console import command, console, settings_from_environment
from anigen_assets.commands.home import CHECKOUT, checkout_file, child_environment
from anigen_assets.commands.ports import free_port
from anigen_assets.commands.stopping import stop_on_signals
from anigen_assets.errors import AniGenError
from anigen_assets.services.application import Application, open_application
from anigen_assets.services.begin_series import begin_series
from anigen_assets.settings import Settings
from anigen_assets.studio import skia_library

READY_SECONDS = 120


@command
def up(series: str | None = None) -> None:
    """Starts everything and shows the addresses; makes the current hour at once. Ctrl-C ends it cleanly."""
    stop_on_signals()
    settings = settings_from_environment(series=series)
    if settings.video == "animatic":
        skia_library.load()
    console.print("Starting PostgreSQL ...")
    app = open_application(settings)
    try:
        begin_series(app)
        _run(app)
    finally:
        app.close()
        app.release_server()
        console.print("Stopped.")


def _run(app: Application) -> None:
    from anigen_assets.assets.orphans import dagster_instance, reap_orphans

    settings, environment = app.settings, child_environment(app)
    ports = _ports(settings)
    environment |= {"ANIGEN_DAGSTER_PORT": str(ports[0]), "ANIGEN_VIEWER_PORT": str(ports[1])}
    with dagster_instance(environment["DAGSTER_HOME"]) as instance:
        reap_orphans(instance)
    logs = settings.home_path / "logs"
    children = [
        processes.start("viewer", _viewer(settings, ports[1]), environment, logs / "viewer.log", CHECKOUT),
        processes.start("dagster", _dagster(settings, ports[0]), environment, logs / "dagster.log", CHECKOUT),
    ]
    try:
        _wait_until_ready(
            children, [f"{_base(settings, ports[1])}/healthz", f"{_base(settings, ports[0])}/server_info"]
        )
        console.print(f"\n  [bold]{app.bible.title}[/bold] is on air.")
        console.print(f"  Watch    {_base(settings, ports[1])}")
        console.print(f"  Dagster  {_base(settings, ports[0])}")
        console.print(f"  Logs     {logs}\n  Ctrl-C ends it.\n")
        _watch(children)
    except KeyboardInterrupt:
        console.print("Stopping ...")
    finally:
        processes.stop(children)


def _watch(children: list[processes.Child]) -> None:
    while True:
        time.sleep(1)
        for child in children:
            processes.trim(child.log)
            code = child.ended()
            if code is not None:
                end = processes.tail(child.log)
                raise AniGenError(
                    f"{child.name} ended by itself (exit code {code}). The end of {child.log}:\n{end}"
                )


def _wait_until_ready(children: list[processes.Child], addresses: list[str]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    waiting = list(addresses)
    while waiting:
        for child in children:
            if child.ended() is not None:
                raise AniGenError(
                    f"{child.name} did not start. The end of {child.log}:\n{processes.tail(child.log)}"
                )
        if time.monotonic() > deadline:
            raise AniGenError(f"{', '.join(waiting)} did not answer within {READY_SECONDS} s: see the logs.")
        waiting = [address for address in waiting if not _answers(address)]
        time.sleep(0.2)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _ports(settings: Settings) -> tuple[int, int]:
    dagster = free_port(settings.bind, settings.dagster_port)
    viewer = free_port(settings.bind, settings.viewer_port, frozenset({dagster}))
    for name, wanted, got in (
        ("Dagster", settings.dagster_port, dagster),
        ("viewer", settings.viewer_port, viewer),
    ):
        if got != wanted:
            console.print(f"Port {wanted} is taken; {name} uses {got}.")
    return dagster, viewer


def _dagster(settings: Settings, port: int) -> list[str]:
    workspace = str(checkout_file("workspace.yaml"))
    return [sys.executable, "-m", "dagster", "dev", "-w", workspace, "-h", settings.bind, "-p", str(port)]


def _viewer(settings: Settings, port: int) -> list[str]:
    return [sys.executable, "-m", "anigen_viewer.serve", "--host", settings.bind, "--port", str(port)]


def _base(settings: Settings, port: int) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.bind, settings.bind)
    return f"http://{host}:{port}"

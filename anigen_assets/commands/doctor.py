"""`anigen doctor`: one line for each thing AniGen needs; exit code 1 when something is wrong."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from anigen_assets.commands.console import command, emit_json, output, settings_from_environment
from anigen_assets.commands.home import prepare_dagster_home
from anigen_assets.errors import AniGenError
from anigen_assets.services.application import Application
from anigen_assets.services.health import Finding, examine


@command
def doctor(
    json: Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")] = False,
) -> None:
    """Tells in one line each whether everything AniGen needs is there."""
    findings = examine(settings_from_environment(), {"daemon": _daemon})
    if json:
        emit_json({"ok": all(f.ok for f in findings), "checks": [vars(f) for f in findings]})
    else:
        for finding in findings:
            _print(finding)
    if not all(f.ok for f in findings):
        raise typer.Exit(1)


def _daemon(app: Application) -> str:
    from anigen_assets.assets.daemon_health import describe_daemon
    from anigen_assets.assets.failures import database_faults
    from anigen_assets.assets.quiet import quiet_dagster

    quiet_dagster()
    with database_faults("Dagster's database"):
        fine, sentence = describe_daemon(str(prepare_dagster_home(app.settings)))
    if not fine:
        raise AniGenError(sentence)
    return sentence


def _print(finding: Finding) -> None:
    mark = "[green]ok  [/green]" if finding.ok else "[red]FAIL[/red]"
    output.print(f"{mark} {finding.name:<18} {escape(finding.sentence)}", soft_wrap=True)

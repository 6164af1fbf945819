"""`anigen canon show|verify|check`: what is true, whether the chain holds, and whether a plan contradicts it."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.markup import escape

from anigen_assets.commands.console import application, command, console, emit_json, emit_text
from anigen_assets.errors import UsageError
from anigen_assets.services.canon_reports import canon_document, check_against, verify_chain
from anigen_assets.story.findings import Finding, Severity
from anigen_assets.story.plan import EpisodePlan

canon_app = typer.Typer(
    help="What is true in the story: as of any hour, why it is so, and whether it still is what was recorded. "
    "`anigen retcon` puts a fact right; docs/canon.md explains the model.",
    no_args_is_help=True,
)
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
HourOption = Annotated[
    str | None, typer.Option("--hour", metavar="HOUR", help="As of this hour; default: the newest.")
]


@canon_app.command("show")
@command
def show(hour: HourOption = None, json: Json = False) -> None:
    """Shows canon as of an hour: characters, places, facts and threads."""
    with application() as app:
        document = canon_document(app, hour)
    if json:
        emit_json(document)
        return
    emit_text(f"Canon as of {document['hour']} (episode {document['number']})\ndigest {document['digest']}")
    for kind in ("characters", "places", "threads"):
        emit_text(f"\n{kind.capitalize()}")
        for entry in document[kind]:
            name = entry.get("name") or entry.get("title")
            emit_text(f"  {entry['id']:<24} {name:<32} {entry.get('status', '')}")
    emit_text(f"\n{len(document['facts'])} facts; --json shows them all.")


@canon_app.command("verify")
@command
def verify(json: Json = False) -> None:
    """Recomputes the whole hash chain and the facts from the recorded changes. Exit code 1 when they differ."""
    with application() as app:
        report = verify_chain(app)
    if json:
        emit_json(report)
    elif report["intact"]:
        console.print(f"The chain is intact: {report['links']} links, head {report['digest']}.")
    else:
        where = f"link {report['position']} ({report['table']})"
        console.print(f"[red]The chain is broken[/red] at {where}: {escape(report['message'])}")
    if not report["intact"]:
        raise typer.Exit(1)


@canon_app.command("check")
@command
def check(
    plan: Annotated[
        Path, typer.Argument(metavar="PLAN.json", help="A plan as `anigen plan show --json` prints it.")
    ],
    hour: Annotated[str, typer.Option("--hour", metavar="HOUR", help="Against canon as this hour finds it.")],
    json: Json = False,
) -> None:
    """Lists the continuity findings of a plan. Exit code 1 when there are any."""
    parsed = _read(plan)
    with application() as app:
        findings = check_against(app, parsed, hour)
    if json:
        emit_json({"hour": hour, "findings": [f.model_dump(mode="json") for f in findings]})
    else:
        _print(findings)
    if findings:
        raise typer.Exit(1)


def _read(path: Path) -> EpisodePlan:
    try:
        document = json_module.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError) as error:  # also numbers too long and lists too deep to be read
        raise UsageError(f"{path} is not JSON: {error}.") from None
    try:
        return EpisodePlan.model_validate(document)
    except ValidationError as error:
        found = error.errors()
        where = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'all of it'}: {e['msg']}" for e in found[:10])
        count = f"{len(found)} error{'s' if len(found) > 1 else ''}"
        raise UsageError(f"{path} is not a plan ({count}): {where}. See `anigen schema plan`.") from None


def _print(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        colour = "red" if finding.severity is Severity.ERROR else "yellow"
        console.print(f"[{colour}]{finding.severity}[/{colour}] {finding.rule}: {escape(finding.message)}")
        for side in finding.evidence:
            console.print(f"    episode {side.episode}, scene {side.scene}: {escape(side.text)}")
    if not findings:
        console.print("No findings.")

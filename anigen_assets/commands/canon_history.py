"""`anigen canon why|diff|export` and `anigen retcon`: how canon came to be, and how it is put right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from anigen_assets.commands.canon import HourOption, Json, canon_app
from anigen_assets.commands.console import application, command, console, emit_json, emit_text
from anigen_assets.errors import UsageError
from anigen_assets.services.canon_diff import diff
from anigen_assets.services.canon_export import FORMATS, export_canon
from anigen_assets.services.canon_why import NEWEST_VALUES, why
from anigen_assets.services.retcon import retcon as correct
from anigen_assets.whole_file import write_whole

__all__ = ["canon_app", "retcon"]

Subject = Annotated[
    str, typer.Argument(metavar="SUBJECT", help="An id or a name, e.g. nagi or 'Nagi Isobe'.")
]
Attribute = Annotated[
    str, typer.Argument(metavar="ATTRIBUTE", help="e.g. status, holder, look.hair_style, bond:koto.")
]


@canon_app.command("why")
@command
def canon_why(
    subject: Subject,
    attribute: Attribute,
    hour: HourOption = None,
    all_values: Annotated[
        bool, typer.Option("--all", help=f"Every value; default: the newest {NEWEST_VALUES}.")
    ] = False,
    json: Json = False,
) -> None:
    """Tells why a fact is so: the scenes that set it, and what the last of them stood on."""
    with application() as app:
        document = why(app, subject, attribute, hour, all_values=all_values)
    if json:
        emit_json(document)
        return
    emit_text(f"{document['subject']} · {document['attribute']} = {document['value']}")
    if document["more"]:
        emit_text("  ... and earlier values: --all shows them")
    for entry in document["chain"]:
        until = "" if entry["until"] is None else f", until {entry['until']}"
        mark = "*" if entry["holds"] else " "
        emit_text(
            f"{mark} '{entry['value']}'{until}: {_origin(entry)} [{entry['kind']}, link {entry['link']}]"
        )
        for words in filter(None, (entry["reason"], entry["told"])):
            emit_text(f"      {words}")
    for fact in document["stands_on"]:
        emit_text(f"  stands on {fact['subject']} · {fact['attribute']} = '{fact['value']}': {_origin(fact)}")


@canon_app.command("diff")
@command
def canon_diff(
    earlier: Annotated[str, typer.Argument(metavar="HOUR", help="Canon as of this hour ...")],
    later: Annotated[str, typer.Argument(metavar="HOUR", help="... and as of this one.")],
    json: Json = False,
) -> None:
    """Tells which facts differ between canon as of two hours."""
    with application() as app:
        document = diff(app, earlier, later)
    if json:
        emit_json(document)
        return
    newcomers = {f["subject"]: f for f in document["added"] if f["attribute"] == "kind"}
    for subject, fact in newcomers.items():
        facts = sum(f["subject"] == subject for f in document["added"])
        emit_text(f"+ {subject}, a new {fact['kind']} {fact['name']!r} with {facts} facts: {_origin(fact)}")
    for sign, part in (("+", "added"), ("~", "changed"), ("-", "removed")):
        for fact in (f for f in document[part] if f["subject"] not in newcomers):
            was = f" (was '{fact['before']}')" if part == "changed" else ""
            emit_text(
                f"{sign} {fact['subject']} · {fact['attribute']} = '{fact['value']}'{was}: {_origin(fact)}"
            )
    counts = ", ".join(f"{len(document[part])} {part}" for part in ("added", "changed", "removed"))
    console.print(f"{document['from']['hour']} to {document['to']['hour']}: {counts}.")


@canon_app.command("export")
@command
def canon_export(
    wanted: Annotated[str, typer.Option("--format", "-f", help=f"{' or '.join(FORMATS)}.")] = "md",
    hour: HourOption = None,
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Default: standard output.")] = None,
) -> None:
    """Writes the wiki of the show: everybody and everything that is canon as of an hour, with its scenes."""
    if wanted not in FORMATS:
        raise UsageError(f"--format {wanted} is not known: it is {' or '.join(FORMATS)}.")
    with application() as app:
        text = export_canon(app, wanted, hour)
    if to is None:
        emit_text(text)
        return
    write_whole(to, text.encode())
    console.print(f"Written to {escape(str(to))}.")


@command
def retcon(
    subject: Subject,
    attribute: Attribute,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What is true instead.")],
    reason: Annotated[
        str, typer.Option("--reason", "-r", help="Goes on record, and is shown where the fact was used.")
    ],
    hour: Annotated[
        str | None,
        typer.Option("--hour", metavar="HOUR", help="From this hour on; default: the newest that is canon."),
    ] = None,
    json: Json = False,
) -> None:
    """Corrects a fact of canon: the old value stays on record, and so does the reason."""
    with application() as app:
        report = correct(app, subject, attribute, value, reason, hour)
    if json:
        emit_json(
            {
                "subject": report.key.subject,
                "attribute": report.key.attribute,
                "value": value,
                "previous": report.superseded.value,
                "from": report.link.hour_key,
                "until": report.until,
                "link": report.link.position,
                "digest": report.link.digest,
                "used_in": list(report.used_in),
                "stale": list(report.stale),
            }
        )
        return
    until = "" if report.until is None else f" until {report.until}, when a later scene set it anew"
    said = f"{report.key.subject} · {report.key.attribute} is '{value}' from {report.link.hour_key} on{until}"
    console.print(escape(f"{said}; it was '{report.superseded.value}'."))
    for numbers, words in (
        (report.used_in, "Told with the old value"),
        (report.stale, "To be planned again"),
    ):
        if numbers:
            console.print(f"{words}: episodes {', '.join(map(str, numbers))}.")


def _origin(entry: dict[str, Any]) -> str:
    if not entry["episode"]:
        return "the bible"
    scene = f", scene {entry['scene']}" if entry["scene"] else ""
    title = f" '{entry['title']}'" if entry.get("title") else ""
    return f"episode {entry['episode']}{scene}{title}, {entry['hour']}"

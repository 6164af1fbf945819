"""`anigen context show`: what a director is told about an hour, and what each part of it takes."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table

from anigen_assets.commands.console import application, command, console, emit_json, emit_text, output
from anigen_assets.services.director_context import director_context, next_number
from anigen_assets.story.context.document import DirectorContext

context_app = typer.Typer(help="The director's memory.", no_args_is_help=True)


@context_app.callback()
def _group() -> None:
    """The director's memory."""


@context_app.command("show")
@command
def show(
    hour: Annotated[
        str | None, typer.Option("--hour", metavar="HOUR", help="An hour; default: the next to be planned.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")] = False,
) -> None:
    """Shows the prompt of an hour, within its budget of tokens."""
    with application() as app:
        number = next_number(app) if hour is None else app.number(hour)
        context = director_context(app, number)
    if json:
        emit_json(as_document(context))
        return
    emit_text(context.text)
    emit_text("")
    output.print(as_table(context))
    for question in context.lost:
        console.print(f"Not told for want of room: {question.about}", markup=False)


def as_document(context: DirectorContext) -> dict[str, Any]:
    """The context as JSON values."""
    return {
        "hour": context.hour,
        "number": context.number,
        "budget": context.budget,
        "tokens": context.tokens,
        "sections": [
            {
                "name": section.name,
                "stable": section.stable,
                "tokens": section.tokens,
                "left_out": section.left_out,
                "text": section.text,
            }
            for section in context.sections
        ],
        "questions": len(context.questions),
        "answered": context.answered,
        "lost": [question.about for question in context.lost],
    }


def as_table(context: DirectorContext) -> Table:
    """Sections with their tokens, and the sum against the budget."""
    table = Table(title=f"Episode {context.number}, {context.hour}", title_justify="left")
    table.add_column("Section")
    table.add_column("Stable")
    table.add_column("Tokens at most", justify="right")
    table.add_column("Left out", justify="right")
    for section in context.sections:
        stable = "yes" if section.stable else ""
        table.add_row(section.name, stable, f"{section.tokens:,}", str(section.left_out or ""))
    table.add_section()
    table.add_row("All of it", "", f"{context.tokens:,} of {context.budget:,}", "")
    table.add_row("Questions answered", "", f"{context.answered} of {len(context.questions)}", "")
    return table

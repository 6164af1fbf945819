"""`anigen schema plan`: the JSON schema that a director's plan must have."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from anigen_assets.commands.console import command, emit_json


class SchemaName(StrEnum):
    """Documents with a schema."""

    PLAN = "plan"
    BIBLE = "bible"


@command
def schema(name: Annotated[SchemaName, typer.Argument(help="Which document.")]) -> None:
    """Prints the JSON schema of a document."""
    from anigen_assets.story.bible import Bible
    from anigen_assets.story.plan import EpisodePlan

    model = EpisodePlan if name is SchemaName.PLAN else Bible
    emit_json(model.model_json_schema())

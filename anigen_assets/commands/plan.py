"""`anigen plan show`: the accepted plan of an hour, in the form that `anigen canon check` reads."""

from __future__ import annotations

from typing import Annotated

import typer

from anigen_assets.commands.console import application, command, emit_json, emit_text
from anigen_assets.errors import StateError
from anigen_assets.story.canon import CanonState
from anigen_assets.story.plan import EpisodePlan

plan_app = typer.Typer(help="Plans of episodes.", no_args_is_help=True)
MOST_TAKES = 32_767
"""What the column of takes holds."""


@plan_app.command("show")
@command
def show(
    hour: Annotated[str, typer.Argument(metavar="HOUR", help="YYYY-MM-DD-HH:00 in UTC.")],
    json: Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")] = False,
    take: Annotated[
        int | None,
        typer.Option("--take", min=1, max=MOST_TAKES, help="An earlier take; default: the newest."),
    ] = None,
) -> None:
    """Shows the plan of an hour."""
    with application() as app:
        number = app.number(hour)
        with app.database.unit_of_work() as uow:
            plan = uow.episodes.plan(app.series_id, number, take)
            names = uow.canon.as_of(app.series_id, number) if plan is not None else CanonState()
    if plan is None:
        raise StateError(
            f"{hour} has no plan{'' if take is None else f' of take {take}'}: make it with `anigen make --from {hour}`."
        )
    if json:
        emit_json(plan.model_dump(mode="json"))
    else:
        changes = ((c.scene, c.change) for c in plan.changes)
        emit_text(as_script(plan, names.after(changes, number)))


def as_script(plan: EpisodePlan, canon: CanonState) -> str:
    """The plan as a person reads it: a script, with names from canon."""

    def name(entity_id: str) -> str:
        return canon.value(entity_id, "name", entity_id)

    lines = [
        f"Episode {plan.number}: {plan.title}{' (filler)' if plan.filler else ''}",
        plan.logline,
        "",
        plan.synopsis,
    ]
    for scene in plan.scenes:
        lines += [
            "",
            f"Scene {scene.slot}. {name(scene.place)}, {scene.time_of_day}, {scene.weather}, {scene.mood}",
            scene.summary,
        ]
        lines += [f"  {name(line.speaker)} ({line.emotion}): {line.text}" for line in scene.dialogue]
    if plan.changes:
        lines += ["", "Canon changes"]
        lines += [
            f"  scene {c.scene}: {c.change.kind} {_words(c.change.model_dump(mode='json'))}"
            for c in plan.changes
        ]
    if plan.next_teaser:
        lines += ["", f"Next: {plan.next_teaser}"]
    return "\n".join(lines)


def _words(document: dict[str, object]) -> str:
    return ", ".join(
        f"{k}={v}" for k, v in document.items() if k not in ("kind", "look", "voice") and v not in ("", None)
    )

"""The director's context as use cases: built for an hour, given to a director when it asks, held against usage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from anigen_assets.services.application import Application
from anigen_assets.services.context_material import material_of
from anigen_assets.services.context_view import context_view
from anigen_assets.store.records import LogToAdd
from anigen_assets.story.context.document import DirectorContext, assemble
from anigen_assets.story.context.tokens import BoundCheck
from anigen_assets.story.plan import EpisodePlan

RECENT_PLANS = 4
"""Last episodes that are told in as much detail as there is room for."""


def director_context(
    app: Application, number: int, recent: Sequence[EpisodePlan] | None = None
) -> DirectorContext:
    """What a director is told about an hour, in at most ANIGEN_CONTEXT_TOKENS tokens.

    Args:
        app: The application.
        number: The hour's episode; its hour may lie in the future.
        recent: Plans just before it, oldest first, when they are at hand; else they are read.
    """
    with app.database.unit_of_work() as uow:
        if recent is None:
            recent = uow.episodes.recent_plans(app.series_id, number, RECENT_PLANS)
        material = material_of(context_view(uow, app.bible, number), tuple(recent)[-RECENT_PLANS:])
    return assemble(material, app.settings.context_tokens)


def context_when_asked(
    app: Application, number: int, recent: Sequence[EpisodePlan]
) -> Callable[[], DirectorContext]:
    """The context, built when somebody first asks for it and kept for repairs."""
    return cache(lambda: director_context(app, number, recent))


def next_number(app: Application) -> int:
    """The hour after the last that is told, drafted or given up."""
    with app.database.unit_of_work() as uow:
        frontier = uow.series.require(app.series_id).frontier
        (last,) = uow.episodes.recent_plans(app.series_id, 2**31 - 1, 1) or (None,)
    return max(frontier, last.number if last is not None else 0) + 1


def record_usage(app: Application, context: DirectorContext, sent: BoundCheck) -> None:
    """Keeps a provider's own count beside the bound in the log; a bound that did not hold is a warning."""
    told = f"prompt of {sent.reported} tokens by the provider, at most {sent.bound} by the bound: {sent.ratio:.2f}"
    if not sent.holds:
        told += "; the bound did not hold, lower ANIGEN_CONTEXT_TOKENS by as much"
    fields = {"bound_tokens": sent.bound, "reported_tokens": sent.reported, "ratio": round(sent.ratio, 4)}
    level = "INFO" if sent.holds else "WARNING"
    line = LogToAdd(
        app.series_id, app.clock.now(), level, "memory", told, number=context.number, fields=fields
    )
    with app.database.unit_of_work() as uow:
        uow.logs.add_many([line])
        uow.commit()

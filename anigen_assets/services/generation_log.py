"""The generation log: what happened to which hour and scene, on record with it and on the console."""

from __future__ import annotations

from anigen_assets.logs import get_logger
from anigen_assets.services.application import Application
from anigen_assets.store.records import LogToAdd
from anigen_assets.store.unit_of_work import UnitOfWork


def note(
    app: Application,
    uow: UnitOfWork,
    component: str,
    message: str,
    *,
    number: int = 0,
    slot: int = 0,
    level: str = "INFO",
) -> None:
    """Adds a line to the transaction at hand, and says it on the console.

    Args:
        component: Who speaks: director, studio, assembly, canon, operator.
        number: Episode; 0 for the whole series.
        slot: Scene; 0 for the whole episode.
    """
    uow.logs.add_many(
        [LogToAdd(app.series_id, app.clock.now(), level, component, message, number=number, slot=slot)]
    )
    where = {"episode": number, "scene": slot}
    speak = getattr(get_logger(component), level.lower())
    speak(message, series=app.series_id, **{name: value for name, value in where.items() if value})

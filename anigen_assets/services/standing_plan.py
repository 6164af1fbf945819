"""The plan an hour stands on, or one sentence when it has none."""

from __future__ import annotations

from anigen_assets.errors import StateError
from anigen_assets.store.records import PlanRecord
from anigen_assets.store.unit_of_work import UnitOfWork


def require_plan(uow: UnitOfWork, series_id: str, number: int, hour_key: str) -> PlanRecord:
    """The current plan with its provenance.

    Raises:
        StateError: The hour has no plan.
    """
    found = uow.episodes.plan_record(series_id, number)
    if found is None:
        raise StateError(
            f"{hour_key} has no plan yet: materialize its episode_plan, or `anigen make --from {hour_key}`."
        )
    return found

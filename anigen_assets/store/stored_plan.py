"""A plan's parts, as tables and views have them, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from anigen_assets.story.plan import EpisodePlan

KEPT_ELSEWHERE = ("series_id", "hour", "number", "filler", "changes")
"""Parts of a plan that columns and `canon_changes` keep."""


def plan_document(plan: EpisodePlan) -> dict[str, Any]:
    """What `plans.document` keeps of a plan."""
    return plan.model_dump(mode="json", exclude=set(KEPT_ELSEWHERE))


def read_plan(row: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> EpisodePlan:
    """A plan from its row and its changes.

    Args:
        row: series_id, hour, number, filler and document (values).
        changes: scene and document, in order.
    """
    own = {name: row[name] for name in ("series_id", "hour", "number", "filler")}
    made = [{"scene": c["scene"], "change": c["document"]} for c in changes]
    return EpisodePlan.model_validate({**row["document"], **own, "changes": made})

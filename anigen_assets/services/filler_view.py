"""What later hours use: the guard that keeps filler from altering them."""

from __future__ import annotations

from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.filler import FillerGuard


def guard_for(uow: UnitOfWork, series_id: str, number: int) -> FillerGuard:
    """A guard for an hour behind the frontier.

    Filler can only make new subjects, and nobody reads a subject that exists neither then nor later, so the
    keys that later facts and drafts write are enough.
    """
    keys = set(uow.later.keys_after(series_id, number))
    names = set(uow.later.names_after(series_id, number))
    drafted = FillerGuard.of(uow.episodes.drafted_plans_after(series_id, number))
    return FillerGuard(frozenset(keys | set(drafted.later_keys)), frozenset(names | set(drafted.later_names)))

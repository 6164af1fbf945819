"""Episodes: the state of every hour, its scenes and its film."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from anigen_assets.store.records import (
    EpisodeRecord,
    EpisodeState,
    FilmToSave,
    LibraryRow,
    PlanRecord,
    PlanToSave,
    SceneRecord,
    SceneToSave,
)
from anigen_assets.store.repositories.base import Repository
from anigen_assets.story.plan import EpisodePlan


class EpisodeRepository(Repository):
    """Reads and moves episodes."""

    def get(self, series_id: str, number: int) -> EpisodeRecord | None:
        """The episode, or None when nothing was ever recorded for the hour."""
        raise NotImplementedError

    def between(self, series_id: str, first: int, last: int) -> list[EpisodeRecord]:
        """Recorded episodes with first <= number <= last, in order."""
        raise NotImplementedError

    def states(self, series_id: str, first: int, last: int) -> dict[int, EpisodeState]:
        """State by number; numbers that were never recorded are left out."""
        raise NotImplementedError

    def unfinished_before(self, series_id: str, number: int) -> list[EpisodeRecord]:
        """Recorded episodes above the frontier and below `number` that are neither retired nor skipped, in order."""
        raise NotImplementedError

    def next_take(self, series_id: str, number: int) -> int:
        """1 when the hour has no plan, else one more than its highest take."""
        raise NotImplementedError

    def save_plan(self, order: PlanToSave, at: datetime) -> EpisodeRecord:
        """Puts a plan on record and makes it the hour's current one (state planned, draft changes, fresh scenes).

        The same plan saved again under the same take changes nothing.

        Raises:
            StateError: When the hour is retired, or the take exists with another plan.
        """
        raise NotImplementedError

    def plan(self, series_id: str, number: int, take: int | None = None) -> EpisodePlan | None:
        """The current plan, or that of a take; None when there is none."""
        raise NotImplementedError

    def plan_record(self, series_id: str, number: int, take: int | None = None) -> PlanRecord | None:
        """The plan with director, model, prompt hash and findings."""
        raise NotImplementedError

    def recent_plans(self, series_id: str, before_number: int, limit: int) -> list[EpisodePlan]:
        """Current plans of the last `limit` told or drafted hours below `before_number`, oldest first."""
        raise NotImplementedError

    def title_owner(self, series_id: str, title: str) -> int | None:
        """The number of the episode with this title (compared without case), or None."""
        raise NotImplementedError

    def set_state(
        self, series_id: str, number: int, state: EpisodeState, at: datetime, *, reason: str = ""
    ) -> EpisodeRecord:
        """Moves an episode to a state.

        Raises:
            StateError: When the episode is unknown or the step is not allowed (nothing leaves `retired`).
        """
        raise NotImplementedError

    def mark_failed(self, series_id: str, number: int, component: str, sentence: str, at: datetime) -> None:
        """Records a failure; an earlier plan stays. Does nothing to a retired or produced hour."""
        raise NotImplementedError

    def scenes(self, series_id: str, number: int) -> list[SceneRecord]:
        """The hour's scenes by slot."""
        raise NotImplementedError

    def save_scene(self, order: SceneToSave, at: datetime) -> SceneRecord:
        """Records a scene's film (or its failure) as the slot's current one.

        Raises:
            StateError: When the hour has no plan.
        """
        raise NotImplementedError

    def save_film(self, order: FilmToSave, at: datetime) -> EpisodeRecord:
        """Records the episode's files; state produced, unless it is retired already.

        Raises:
            StateError: When the hour has no plan, or its plan is stale, withdrawn or skipped.
        """
        raise NotImplementedError

    def skip(self, series_id: str, number: int, reason: str, at: datetime) -> EpisodeRecord:
        """Records that the hour is not told. The link is `CanonRepository.append_link`'s work.

        Raises:
            StateError: When it is retired.
        """
        raise NotImplementedError

    def withdraw(self, series_id: str, number: int, reason: str, at: datetime) -> EpisodeRecord:
        """Gives a draft up.

        Raises:
            StateError: When it is retired, skipped or was never planned.
        """
        raise NotImplementedError

    def mark_stale(self, series_id: str, numbers: Iterable[int], reason: str, at: datetime) -> list[int]:
        """Marks unretired plans as stale and returns the numbers that were."""
        raise NotImplementedError

    def library(self, series_id: str) -> list[LibraryRow]:
        """Everything on record, in order."""
        raise NotImplementedError

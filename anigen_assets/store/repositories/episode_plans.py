"""Plans: every take of every hour stays on record, one of them is current."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import and_, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.errors import StateError
from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import EpisodeRecord, EpisodeState, PlanRecord, PlanToSave
from anigen_assets.store.repositories.chain_writer import add_changes
from anigen_assets.store.repositories.episode_rows import EpisodeRows
from anigen_assets.store.repositories.ledger import LedgerRepository
from anigen_assets.store.repositories.plan_words import PlanWords
from anigen_assets.store.stored_plan import plan_document, read_plan
from anigen_assets.store.tables.canon import CanonChange
from anigen_assets.store.tables.episodes import Episode, Plan, Scene, SeriesState
from anigen_assets.story.calendar import hour_of, key_of, scene_number
from anigen_assets.story.plan import EpisodePlan

STANDING = (EpisodeState.PLANNED, EpisodeState.PRODUCED, EpisodeState.RETIRED, EpisodeState.FAILED)
"""States in which an hour's current plan is part of the story."""
DRAFTED = (EpisodeState.PLANNED, EpisodeState.PRODUCED, EpisodeState.FAILED, EpisodeState.STALE)


class EpisodePlans(EpisodeRows):
    """The plans' part of the episodes' repository."""

    def next_take(self, series_id: str, number: int) -> int:
        """1 when the hour has no plan, else one more than its highest take."""
        highest = select(func.max(Plan.take)).where(Plan.series_id == series_id, Plan.number == number)
        return int(self._session.scalar(highest) or 0) + 1

    def save_plan(self, order: PlanToSave, at: datetime) -> EpisodeRecord:
        """Puts a plan on record and makes it the hour's current one (state planned, draft changes, fresh scenes).

        The same plan saved again under the same take changes nothing.

        Raises:
            StateError: When the hour is retired, the plan is another hour's, or the take exists with another plan.
        """
        plan, series_id = order.plan, order.series_id
        self._require_own_hour(order)
        known = self.get(series_id, plan.number)
        if self.plan(series_id, plan.number, order.take) == plan and known is not None:
            return known
        if known is not None and known.state is EpisodeState.RETIRED:
            raise StateError(f"Episode {plan.number} is canon, so its plan stands: correct it by a retcon.")
        if order.take != self.next_take(series_id, plan.number):
            raise StateError(f"Take {order.take} of episode {plan.number} is on record, or not the next one.")
        self._put(
            series_id,
            plan.number,
            at,
            state=EpisodeState.PLANNED,
            filler=plan.filler,
            take=order.take,
            film_take=0,
            title=plan.title,
            title_hash=title_hash(plan.title),
            reason="",
            failed_component="",
            seconds=None,
            planned_at=at,
            produced_at=None,
        )
        dictionary_id, packer = PlanWords(self._session).for_plan(series_id, plan.number)
        packed = {"document": packer.pack(plan_document(plan)), "dictionary_id": dictionary_id}
        self._do(insert(Plan).values(_columns(order, at) | packed))
        documents = [{"scene": c.scene, "document": c.change.model_dump(mode="json")} for c in plan.changes]
        add_changes(self._session, series_id, plan.number, order.take, documents)
        self._fresh_scenes(series_id, plan, at)
        LedgerRepository(self._session).add_many(order.entries, at)
        self._drafts_changed(series_id, at)
        return self.require(series_id, plan.number)

    def plan(self, series_id: str, number: int, take: int | None = None) -> EpisodePlan | None:
        """The current plan, or that of a take; None when there is none."""
        found = self.plan_record(series_id, number, take)
        return None if found is None else found.plan

    def plan_record(self, series_id: str, number: int, take: int | None = None) -> PlanRecord | None:
        """The plan with director, model, prompt hash and findings."""
        wanted = (Episode.take if take is None else take) == Plan.take
        found = self._plans(series_id, (Episode.number == number, wanted))
        return found[0] if found else None

    def recent_plans(self, series_id: str, before_number: int, limit: int) -> list[EpisodePlan]:
        """Current plans of the last `limit` told or drafted hours below `before_number`, oldest first."""
        told = (Episode.number < before_number, Episode.state.in_(STANDING), Episode.take > 0)
        last = select(Episode.number).where(Episode.series_id == series_id, *told)
        numbers = list(self._session.scalars(last.order_by(Episode.number.desc()).limit(limit)))
        return self._current_plans(series_id, Episode.number.in_(numbers)) if numbers else []

    def drafted_plans_after(self, series_id: str, number: int) -> list[EpisodePlan]:
        """Current plans above a number that are not canon yet (planned, produced, failed or stale), in order."""
        return self._current_plans(
            series_id,
            Episode.number > number,
            Episode.state.in_(DRAFTED),
            Episode.take > 0,
            Episode.filler.is_(False),
        )

    def told_plans(self, series_id: str, first: int, last: int, limit: int) -> list[EpisodePlan]:
        """Plans of the newest `limit` hours from first to last that are canon, in order."""
        told = (Episode.series_id == series_id, Episode.number.between(first, last))
        newest = select(Episode.number).where(*told, Episode.state == EpisodeState.RETIRED)
        numbers = list(self._session.scalars(newest.order_by(Episode.number.desc()).limit(limit)))
        return self._current_plans(series_id, Episode.number.in_(numbers)) if numbers else []

    def title_owner(self, series_id: str, title: str) -> int | None:
        """The number of the episode with this title (compared without case and spacing), or None."""
        statement = (
            select(Episode.number, Episode.title)
            .where(Episode.series_id == series_id, Episode.title_hash == title_hash(title))
            .order_by(Episode.number)
        )
        rows = self._session.execute(statement)
        return next((number for number, found in rows if _plain(found) == _plain(title)), None)

    def _require_own_hour(self, order: PlanToSave) -> None:
        plan = order.plan
        refuse_nul(plan.model_dump(mode="json"), "The plan")
        first_hour = self._session.scalar(
            select(SeriesState.first_hour).where(SeriesState.series_id == order.series_id)
        )
        if first_hour is None:
            raise StateError(f"The series '{order.series_id}' has not begun.")
        if plan.series_id != order.series_id or plan.hour != hour_of(plan.number, first_hour):
            raise StateError(
                f"The plan says episode {plan.number} of '{plan.series_id}' at {key_of(plan.hour)}, which is not "
                f"episode {plan.number} of '{order.series_id}'."
            )

    def _fresh_scenes(self, series_id: str, plan: EpisodePlan, at: datetime) -> None:
        mine = (Scene.series_id == series_id, Scene.number == plan.number)
        self._do(delete(Scene).where(*mine, Scene.slot.not_in([s.slot for s in plan.scenes])))
        for scene in plan.scenes:
            fresh = {
                "state": "planned",
                "media_id": None,
                "seconds": None,
                "loudness_lufs": None,
                "place": scene.place,
                "cast": ",".join(scene.cast),
                "provider": "",
                "updated_at": at,
            }
            statement = insert(Scene).values(
                series_id=series_id,
                scene_number=scene_number(plan.number, scene.slot, len(plan.scenes)),
                number=plan.number,
                slot=scene.slot,
                take=0,
                **fresh,
            )
            self._do(statement.on_conflict_do_update(constraint="pk_scenes", set_=fresh))

    def _current_plans(self, series_id: str, *conditions: Any) -> list[EpisodePlan]:
        return [record.plan for record in self._plans(series_id, (*conditions, Plan.take == Episode.take))]

    def _plans(self, series_id: str, conditions: Sequence[Any]) -> list[PlanRecord]:
        of_plan = and_(
            CanonChange.series_id == Plan.series_id,
            CanonChange.number == Plan.number,
            CanonChange.take == Plan.take,
        )
        statement = (
            select(Plan, SeriesState.first_hour, CanonChange.scene, CanonChange.document)
            .join(Episode, and_(Episode.series_id == Plan.series_id, Episode.number == Plan.number))
            .join(SeriesState, SeriesState.series_id == Plan.series_id)
            .outerjoin(CanonChange, of_plan)
            .where(Plan.series_id == series_id, *conditions)
            .order_by(Plan.number, Plan.take, CanonChange.position)
        )
        rows = self._session.execute(statement).all()
        packers = PlanWords(self._session).packers(series_id, (row.Plan.dictionary_id for row in rows))
        plans = []
        for (_number, _take), group in groupby(rows, key=lambda row: (row.Plan.number, row.Plan.take)):
            same = list(group)
            changes = [{"scene": r.scene, "document": r.document} for r in same if r.document is not None]
            row = same[0].Plan
            document = packers[row.dictionary_id].unpack(row.document)
            plans.append(_plan_record(row, document, same[0].first_hour, changes))
        return plans


def title_hash(title: str) -> int:
    """64 bits by which titles are found; equal for titles that differ in case or spacing alone."""
    return int.from_bytes(hashlib.sha256(_plain(title).encode()).digest()[:8], "big", signed=True)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _columns(order: PlanToSave, at: datetime) -> dict[str, Any]:
    plan = order.plan
    return {
        "series_id": order.series_id,
        "number": plan.number,
        "take": order.take,
        "filler": plan.filler,
        "findings": [dict(f) for f in order.findings] or None,
        "director": order.director,
        "model": order.model,
        "prompt_hash": order.prompt_hash,
        "planned_at": at,
    }


def _plan_record(row: Plan, document: Any, first_hour: datetime, changes: list[dict[str, Any]]) -> PlanRecord:
    hour = hour_of(row.number, first_hour)
    own = {"series_id": row.series_id, "hour": hour, "number": row.number, "filler": row.filler}
    plan = read_plan({**own, "document": document}, changes)
    return PlanRecord(
        plan=plan,
        take=row.take,
        director=row.director,
        model=row.model,
        prompt_hash=row.prompt_hash,
        findings=tuple(row.findings or ()),
        planned_at=row.planned_at,
    )

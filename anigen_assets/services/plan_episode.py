"""Planning one hour: canon in, a checked plan and its draft changes out, in one transaction.

The director is called outside any transaction, under a lock that only one planner of a series holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anigen_assets.errors import OutOfOrderError, PlanRejectedError, StateError
from anigen_assets.services.application import Application
from anigen_assets.services.canon_view import CanonCursor
from anigen_assets.services.directing import direct, errors_of
from anigen_assets.services.director_context import context_when_asked
from anigen_assets.services.filler_view import guard_for
from anigen_assets.services.generation_log import note
from anigen_assets.services.quotes import quote_entries
from anigen_assets.services.standing_plan import require_plan
from anigen_assets.store.records import EpisodeRecord, PlanToSave, SeriesRecord
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.calendar import HOUR, hour_of, key_of
from anigen_assets.story.conflicts import stale_after_withdrawal
from anigen_assets.story.continuity import check_plan
from anigen_assets.story.director import RECENT_EPISODES, DirectorReply, DirectorRequest
from anigen_assets.story.filler import FillerGuard
from anigen_assets.story.findings import Finding
from anigen_assets.story.plan import EpisodePlan

PLANNED = frozenset({"planned", "produced", "retired", "failed"})
"""States in which an hour's newest take stands (a failed hour failed after its plan was accepted)."""


@dataclass(frozen=True)
class PlannedHour:
    """Outcome of planning.

    Attributes:
        already: The plan was there before; nothing was done.
        stale: Episode numbers of later drafts that must be planned again because of this plan.
        findings: Warnings on record.
    """

    hour_key: str
    episode: EpisodeRecord
    plan: EpisodePlan
    model: str
    prompt_hash: str
    already: bool
    findings: tuple[Finding, ...] = ()
    stale: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Desk:
    """What the director is given, and what its plan is held against."""

    request: DirectorRequest
    guard: FillerGuard | None
    replaced: EpisodePlan | None


class Planner:
    """Plans hours, one after another when asked, keeping canon in memory between them."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._cursor = CanonCursor()

    def plan(self, hour_key: str, *, replan: bool = False) -> PlannedHour:
        """Plans an hour, or returns the plan it has.

        Args:
            hour_key: Partition key.
            replan: Ask for a new take; the old one stays on record. Refused once the hour is canon.

        Raises:
            HourError: Malformed, future or before the first hour.
            OutOfOrderError: The hour before is neither planned, retired nor skipped.
            PlanRejectedError: Still wrong after the repairs; the hour is marked failed with its findings.
            StateError: A new take was asked for although the hour is canon.
        """
        number = self._app.number(hour_key)
        known = self._standing(hour_key, number, replan)
        if known is not None:
            return known
        with self._app.database.hold(self._app.series_id, "plan"):
            known = self._standing(hour_key, number, replan)
            return known if known is not None else self._plan_new(hour_key, number)

    def _standing(self, hour_key: str, number: int, replan: bool) -> PlannedHour | None:
        with self._app.database.unit_of_work() as uow:
            episode = uow.episodes.get(self._app.series_id, number)
            if episode is None or not episode.take or episode.state not in PLANNED:
                return None
            if replan and episode.state == "retired":
                raise StateError(
                    f"{hour_key} is canon, so its plan stands: correct what it told by `anigen retcon`."
                )
            if replan:
                return None
            record = require_plan(uow, self._app.series_id, number, hour_key)
        return PlannedHour(hour_key, episode, record.plan, record.model, record.prompt_hash, already=True)

    def _plan_new(self, hour_key: str, number: int) -> PlannedHour:
        app = self._app
        with app.database.unit_of_work() as uow:
            desk = self._desk(uow, number)

        def check(plan: EpisodePlan) -> tuple[Finding, ...]:
            return check_plan(
                plan, desk.request.canon, app.bible, title_owner=self._title_owner, filler_guard=desk.guard
            )

        reply, findings = direct(app.director, desk.request, check)
        if errors_of(findings):
            self._refuse(hour_key, number, findings)
        return self._commit(hour_key, desk, reply, findings)

    def _desk(self, uow: UnitOfWork, number: int) -> _Desk:
        app = self._app
        series = uow.series.require(app.series_id)
        episode = uow.episodes.get(app.series_id, number)
        _require_predecessor(uow, series, number)
        filler = number <= series.frontier
        canon = self._cursor.before(uow, series, number)
        take = 1 if episode is None else episode.take + 1
        recent = tuple(uow.episodes.recent_plans(app.series_id, number, RECENT_EPISODES))
        request = DirectorRequest(
            bible=app.bible,
            hour=hour_of(number, series.first_hour),
            number=number,
            canon=canon,
            recent=recent,
            filler=filler,
            take=take,
            title_taken=lambda title: self._title_owner(title) not in (None, number),
            context=context_when_asked(app, number, recent),
        )
        replaced = uow.episodes.plan(app.series_id, number) if take > 1 else None
        return _Desk(request, guard_for(uow, app.series_id, number) if filler else None, replaced)

    def _commit(
        self, hour_key: str, desk: _Desk, reply: DirectorReply, findings: tuple[Finding, ...]
    ) -> PlannedHour:
        app, request, at = self._app, desk.request, self._app.clock.now()
        to_save = PlanToSave(
            series_id=app.series_id,
            plan=reply.plan,
            take=request.take,
            director=app.director.name,
            model=reply.model,
            prompt_hash=reply.prompt_hash,
            findings=tuple(f.model_dump(mode="json") for f in findings),
            entries=quote_entries(app, reply.plan, request.take),
        )
        with app.database.unit_of_work() as uow:
            saved = uow.episodes.save_plan(to_save, at=at)
            later = uow.episodes.drafted_plans_after(app.series_id, request.number)
            stale = _stale(later, (reply.plan, desk.replaced))
            uow.episodes.mark_stale(app.series_id, stale, f"rests on another take of {hour_key}", at)
            version = uow.series.require(app.series_id).canon_version
            told = (
                f"planned '{reply.plan.title}', take {request.take}, {len(reply.plan.changes)} canon changes"
            )
            note(app, uow, "director", told, number=request.number)
            uow.commit()
        if not request.filler:
            self._cursor.advance(request.canon, reply.plan, version)
        return PlannedHour(
            hour_key,
            saved,
            reply.plan,
            reply.model,
            reply.prompt_hash,
            already=False,
            findings=findings,
            stale=stale,
        )

    def _title_owner(self, title: str) -> int | None:
        with self._app.database.unit_of_work() as uow:
            return uow.episodes.title_owner(self._app.series_id, title)

    def _refuse(self, hour_key: str, number: int, findings: tuple[Finding, ...]) -> None:
        app, errors = self._app, errors_of(findings)
        sentence = f"The plan of {hour_key} was refused: " + " ".join(
            f"[{f.rule}] {f.message}" for f in errors
        )
        with app.database.unit_of_work() as uow:
            uow.episodes.mark_failed(app.series_id, number, "director", sentence, app.clock.now())
            note(app, uow, "director", sentence, number=number, level="ERROR")
            uow.commit()
        raise PlanRejectedError(sentence)


def plan_hours(app: Application, hour_keys: Iterable[str], *, replan: bool = False) -> Iterator[PlannedHour]:
    """Plans hours in the order given; each is committed before the next begins."""
    planner = Planner(app)
    return (planner.plan(key, replan=replan) for key in hour_keys)


def _require_predecessor(uow: UnitOfWork, series: SeriesRecord, number: int) -> None:
    if number <= series.frontier + 1:
        return
    before = uow.episodes.get(series.series_id, number - 1)
    if before is not None and (before.state == "skipped" or (before.take and before.state in PLANNED)):
        return
    hour, previous = hour_of(number, series.first_hour), key_of(hour_of(number, series.first_hour) - HOUR)
    seen = "was never planned" if before is None else f"is {before.state}"
    raise OutOfOrderError(
        f"{key_of(hour)} cannot be planned, because the hour before it, {previous}, {seen}. "
        f"Make it first (`anigen make --from {previous} --hours 2`, or backfill the range in the Dagster UI), "
        f"or give it up with `anigen skip {previous}`."
    )


def _stale(later: list[EpisodePlan], touched: tuple[EpisodePlan | None, ...]) -> tuple[int, ...]:
    return tuple(
        sorted({n for plan in touched if plan is not None for n in stale_after_withdrawal(plan, later)})
    )

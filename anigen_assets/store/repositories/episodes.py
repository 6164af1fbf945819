"""Episodes: where every hour stands and how it moves on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from sqlalchemy import and_, func, select, update

from anigen_assets.errors import StateError
from anigen_assets.store.records import EpisodeRecord, EpisodeState, LibraryRow
from anigen_assets.store.repositories.episode_films import EpisodeFilms
from anigen_assets.store.repositories.episode_plans import EpisodePlans
from anigen_assets.store.repositories.ledger import MONEY_KINDS
from anigen_assets.store.repositories.media_records import full_key, kept_key
from anigen_assets.store.tables.episodes import Episode, SeriesState
from anigen_assets.store.tables.money import LedgerEntry
from anigen_assets.store.tables.production import Media
from anigen_assets.story.calendar import hour_of

FINISHED = (EpisodeState.RETIRED, EpisodeState.SKIPPED)
MAY_TURN_STALE = (EpisodeState.PLANNED, EpisodeState.PRODUCED, EpisodeState.FAILED)
NEVER_FAILS = (EpisodeState.PRODUCED, EpisodeState.RETIRED, EpisodeState.SKIPPED, EpisodeState.WITHDRAWN)
"""States that a failed attempt leaves as they are: the film exists, or the hour was given up."""


class EpisodeRepository(EpisodePlans, EpisodeFilms):
    """Reads and moves episodes."""

    def between(self, series_id: str, first: int, last: int) -> list[EpisodeRecord]:
        """Recorded episodes with first <= number <= last, in order."""
        return self._records(series_id, Episode.number.between(first, last))

    def states(self, series_id: str, first: int, last: int) -> dict[int, EpisodeState]:
        """State by number; numbers that were never recorded are left out."""
        statement = (
            select(Episode.number, Episode.state)
            .where(Episode.series_id == series_id, Episode.number.between(first, last))
            .order_by(Episode.number)
        )
        return {number: EpisodeState(state) for number, state in self._session.execute(statement)}

    def unfinished_before(self, series_id: str, number: int) -> list[EpisodeRecord]:
        """Recorded episodes above the frontier and below `number`, neither retired nor skipped, in order."""
        above = Episode.number > SeriesState.frontier
        return self._records(series_id, above, Episode.number < number, Episode.state.not_in(FINISHED))

    def produced_fillers(self, series_id: str) -> list[int]:
        """Numbers of produced fillers that are not canon yet, in order."""
        statement = select(Episode.number).where(
            Episode.series_id == series_id,
            Episode.state == EpisodeState.PRODUCED,
            Episode.filler,
        )
        return list(self._session.scalars(statement.order_by(Episode.number)))

    def set_state(
        self, series_id: str, number: int, state: EpisodeState | str, at: datetime, *, reason: str = ""
    ) -> EpisodeRecord:
        """Moves an episode to a state.

        Raises:
            StateError: When the episode is unknown or retired (nothing leaves `retired`).
        """
        known = self.require(series_id, number)
        wanted = EpisodeState(state)
        if known.state is EpisodeState.RETIRED and wanted is not EpisodeState.RETIRED:
            raise StateError(f"Episode {number} is canon and cannot become {wanted}.")
        self._put(series_id, number, at, state=wanted, reason=reason, failed_component="")
        self._drafts_changed(series_id, at)
        return self.require(series_id, number)

    def mark_failed(self, series_id: str, number: int, component: str, sentence: str, at: datetime) -> None:
        """Records a failure; an earlier plan stays. Does nothing to an hour that is produced, canon or given up."""
        known = self.get(series_id, number)
        if known is not None and known.state in NEVER_FAILS:
            return
        failure = {"reason": sentence.replace("\x00", "\\0"), "failed_component": component}
        if known is not None and known.state is EpisodeState.STALE:
            # It still must be planned again: a failed hour's plan would count as standing.
            self._put(series_id, number, at, **failure)
            return
        self._put(series_id, number, at, state=EpisodeState.FAILED, **failure)

    def skip(self, series_id: str, number: int, reason: str, at: datetime) -> EpisodeRecord:
        """Records that the hour is not told. The link is `CanonRepository.append_link`'s work.

        Raises:
            StateError: When it is retired.
        """
        known = self.get(series_id, number)
        if known is not None and known.state is EpisodeState.RETIRED:
            raise StateError(f"Episode {number} is canon and cannot be skipped: correct it by a retcon.")
        self._put(series_id, number, at, state=EpisodeState.SKIPPED, reason=reason, failed_component="")
        self._drafts_changed(series_id, at)
        return self.require(series_id, number)

    def withdraw(self, series_id: str, number: int, reason: str, at: datetime) -> EpisodeRecord:
        """Gives a draft up.

        Raises:
            StateError: When it is retired, skipped or was never planned.
        """
        known = self.get(series_id, number)
        if known is None or not known.take:
            raise StateError(f"Episode {number} cannot be withdrawn: it has no plan.")
        if known.state in FINISHED:
            raise StateError(f"Episode {number} cannot be withdrawn: it is {known.state}.")
        return self.set_state(series_id, number, EpisodeState.WITHDRAWN, at, reason=reason)

    def mark_stale(self, series_id: str, numbers: Iterable[int], reason: str, at: datetime) -> list[int]:
        """Marks drafts as stale and returns the numbers that were, in order."""
        statement = (
            update(Episode)
            .where(
                Episode.series_id == series_id,
                Episode.number.in_(sorted(numbers)),
                Episode.state.in_(MAY_TURN_STALE),
                Episode.take > 0,
            )
            .values(state=EpisodeState.STALE, reason=reason, failed_component="", updated_at=at)
            .returning(Episode.number)
        )
        marked = sorted(self._session.scalars(statement))
        if marked:
            self._drafts_changed(series_id, at)
        return marked

    def library(self, series_id: str) -> list[LibraryRow]:
        """Everything on record, in order."""
        spent = (
            select(LedgerEntry.number, func.sum(LedgerEntry.amount_usd).label("usd"))
            .where(LedgerEntry.series_id == series_id, LedgerEntry.kind.in_(MONEY_KINDS))
            .group_by(LedgerEntry.number)
            .subquery()
        )
        film = and_(
            Media.series_id == Episode.series_id,
            Media.number == Episode.number,
            Media.slot == 0,
            Media.kind == "film",
            Media.take == Episode.film_take,
        )
        statement = (
            select(Episode, SeriesState.first_hour, kept_key(series_id), Media.sha256, spent.c.usd)
            .join(SeriesState, SeriesState.series_id == Episode.series_id)
            .outerjoin(Media, film)
            .outerjoin(spent, spent.c.number == Episode.number)
            .where(Episode.series_id == series_id)
            .order_by(Episode.number)
        )
        return [
            LibraryRow(
                number=row.number,
                hour=hour_of(row.number, first_hour),
                title=row.title,
                state=EpisodeState(row.state),
                film_key=None if key is None else full_key(series_id, key),
                seconds=row.seconds,
                sha256=sha256,
                cost_usd=usd if usd is not None else Decimal("0.000000"),
            )
            for row, first_hour, key, sha256, usd in self._session.execute(statement)
        ]

"""Which dictionary a plan is packed with: one for every stretch of hours, made of the plans before it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.stored_plan import dictionary_of, unpack
from anigen_assets.store.tables.episodes import Plan, PlanDictionary

STRETCH_EPISODES = 256
SAMPLES = 2
"""Plans that a dictionary is made of; a third one would not fit into zlib's window."""


class PlanWords(Repository):
    """Finds and makes the dictionaries of plans."""

    def for_plan(self, series_id: str, number: int) -> tuple[int | None, bytes | None]:
        """Id and words of the dictionary for a new plan; (None, None) as long as there is nothing to learn from."""
        dictionary_id = (number - 1) // STRETCH_EPISODES + 1
        known = self.of(series_id, [dictionary_id])
        if not known:
            samples = self._samples(series_id, number)
            if len(samples) < SAMPLES:
                return None, None
            made = insert(PlanDictionary).values(
                series_id=series_id, dictionary_id=dictionary_id, words=dictionary_of(samples)
            )
            self._do(made.on_conflict_do_nothing())
            known = self.of(series_id, [dictionary_id])
        return dictionary_id, known[dictionary_id]

    def of(self, series_id: str, dictionary_ids: Iterable[int | None]) -> dict[int, bytes]:
        """Words by dictionary id."""
        wanted = sorted({i for i in dictionary_ids if i is not None})
        if not wanted:
            return {}
        statement = select(PlanDictionary.dictionary_id, PlanDictionary.words).where(
            PlanDictionary.series_id == series_id, PlanDictionary.dictionary_id.in_(wanted)
        )
        return {row.dictionary_id: row.words for row in self._session.execute(statement)}

    def _samples(self, series_id: str, number: int) -> list[object]:
        before = select(Plan).where(Plan.series_id == series_id, Plan.number < number)
        plans = self._rows(before.order_by(Plan.number.desc(), Plan.take.desc()).limit(SAMPLES))
        words = self.of(series_id, (plan.dictionary_id for plan in plans))
        return [unpack(plan.document, words.get(plan.dictionary_id or 0)) for plan in plans]

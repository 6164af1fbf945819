"""Which dictionary a plan is packed with: one for every stretch of hours, made of the plans before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.store.packing import Packer, dictionary_of
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.episodes import Plan, PlanDictionary

FIRST_STRETCHES = (3, 17, 65, 257)
"""Episode numbers at which the first stretches begin: the more there is to learn from, the longer it is used."""
STRETCH_EPISODES = 1024
SAMPLES = 128
"""Plans that a dictionary is made of."""


def stretch_of(number: int) -> int:
    """The stretch an episode lies in, from 1 up; 0 for the first two, which have nothing to learn from."""
    last = FIRST_STRETCHES[-1]
    return bisect_right(FIRST_STRETCHES, number) + max(0, (number - last) // STRETCH_EPISODES)


class PlanWords(Repository):
    """Finds and makes the dictionaries of plans."""

    def for_plan(self, series_id: str, number: int) -> tuple[int | None, Packer]:
        """What a new plan is packed with, and the id of its dictionary; None when there is none."""
        dictionary_id = stretch_of(number)
        if dictionary_id == 0:
            return None, Packer()
        known = self._words(series_id, [dictionary_id])
        if not known:
            samples = self._samples(series_id, number)
            if not samples:
                return None, Packer()
            made = insert(PlanDictionary).values(
                series_id=series_id, dictionary_id=dictionary_id, words=dictionary_of(samples)
            )
            self._do(made.on_conflict_do_nothing())
            known = self._words(series_id, [dictionary_id])
        return dictionary_id, Packer(known[dictionary_id])

    def packers(self, series_id: str, dictionary_ids: Iterable[int | None]) -> dict[int | None, Packer]:
        """What plans are read with, by the id of their dictionary; None for plans without."""
        wanted = sorted({i for i in dictionary_ids if i is not None})
        found: dict[int | None, Packer] = {None: Packer()}
        return found | {i: Packer(words) for i, words in self._words(series_id, wanted).items()}

    def _words(self, series_id: str, wanted: list[int]) -> dict[int, bytes]:
        if not wanted:
            return {}
        statement = select(PlanDictionary.dictionary_id, PlanDictionary.words).where(
            PlanDictionary.series_id == series_id, PlanDictionary.dictionary_id.in_(wanted)
        )
        return {row.dictionary_id: row.words for row in self._session.execute(statement)}

    def _samples(self, series_id: str, number: int) -> list[object]:
        before = select(Plan).where(Plan.series_id == series_id, Plan.number < number)
        plans = self._rows(before.order_by(Plan.number.desc(), Plan.take.desc()).limit(SAMPLES))
        packers = self.packers(series_id, (plan.dictionary_id for plan in plans))
        return [packers[plan.dictionary_id].unpack(plan.document) for plan in reversed(plans)]

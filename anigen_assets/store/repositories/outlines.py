"""Titles, places and summaries of episodes, read from their plans without making plans of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, select

from anigen_assets.store.records import Outline
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.repositories.plan_words import PlanWords
from anigen_assets.store.tables.episodes import Episode, Plan


class OutlineRepository(Repository):
    """Reads what canon's history quotes of episodes: many of them, a line each."""

    def of(self, series_id: str, numbers: Sequence[int]) -> dict[int, Outline]:
        """Outlines by number, of the takes that stand; hours without a plan are left out."""
        if not numbers:
            return {}
        current = and_(
            Episode.series_id == Plan.series_id, Episode.number == Plan.number, Episode.take == Plan.take
        )
        statement = (
            select(Plan.number, Plan.document, Plan.dictionary_id)
            .join(Episode, current)
            .where(Plan.series_id == series_id, Plan.number.in_(list(numbers)))
        )
        rows = self._session.execute(statement).all()
        packers = PlanWords(self._session).packers(series_id, (row.dictionary_id for row in rows))
        outlines = {}
        for row in rows:
            plan = packers[row.dictionary_id].unpack(row.document)
            scenes = {scene["slot"]: (scene["place"], scene["summary"]) for scene in plan["scenes"]}
            outlines[row.number] = Outline(plan["title"], scenes)
        return outlines

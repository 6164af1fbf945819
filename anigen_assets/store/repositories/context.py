"""The pyramid of summaries and the search over it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, literal_column, select
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import ContextLevel, Summary
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.production import NarrativeContext

ENGLISH: Any = literal_column("'english'::regconfig")
"""Written out, so that the statement matches the expression of the search index."""


class ContextRepository(Repository):
    """Reads and writes narrative context."""

    def add(self, summary: Summary) -> None:
        """Writes a summary, replacing the one of the same level, first number and slot."""
        refuse_nul(summary.text, "A summary")
        kept = {"last_number": summary.last_number, "text": summary.text}
        statement = insert(NarrativeContext).values(
            series_id=summary.series_id,
            level=summary.level,
            first_number=summary.first_number,
            slot=summary.slot,
            **kept,
        )
        self._do(statement.on_conflict_do_update(constraint="pk_narrative_context", set_=kept))

    def level(self, series_id: str, level: ContextLevel, first: int, last: int) -> list[Summary]:
        """Summaries of a level that begin and end within first..last, in order."""
        statement = select(NarrativeContext).where(
            NarrativeContext.series_id == series_id,
            NarrativeContext.level == level,
            NarrativeContext.first_number.between(first, last),
            NarrativeContext.last_number <= last,
        )
        rows = self._rows(statement.order_by(NarrativeContext.first_number, NarrativeContext.slot))
        return [_summary(row) for row in rows]

    def search(self, series_id: str, words: str, before_number: int, limit: int = 10) -> list[Summary]:
        """Summaries of hours below a number that match all words, best first (PostgreSQL full text, English)."""
        document = func.to_tsvector(ENGLISH, NarrativeContext.text)
        query = func.websearch_to_tsquery(ENGLISH, words)
        statement = (
            select(NarrativeContext)
            .where(
                document.op("@@")(query),
                NarrativeContext.series_id == series_id,
                NarrativeContext.last_number < before_number,
            )
            .order_by(func.ts_rank(document, query).desc(), NarrativeContext.first_number.desc())
            .limit(limit)
        )
        return [_summary(row) for row in self._rows(statement)]


def _summary(row: NarrativeContext) -> Summary:
    level: Any = row.level
    return Summary(row.series_id, level, row.first_number, row.last_number, row.text, row.slot)

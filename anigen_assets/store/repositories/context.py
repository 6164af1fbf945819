"""The pyramid of summaries and the search over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, literal_column, select, text
from sqlalchemy.dialects.postgresql import insert

from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.records import ContextLevel, Summary
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.production import NarrativeContext

ENGLISH: Any = literal_column("'english'::regconfig")
"""Written out, so that the statement matches the expression of the search index."""
ERA_EPISODES = 64
"""Episodes of an era, as the function `context_words` of the database counts them."""
BLOCKS = text(
    """
SELECT found.level, found.first_number, found.last_number, found.text
FROM unnest(CAST(:levels AS text[]), CAST(:firsts AS integer[])) AS asked (level, first_number)
JOIN narrative_context found ON found.series_id = :series AND found.level = asked.level
    AND found.first_number = asked.first_number AND found.slot = 0
ORDER BY found.first_number
"""
)
RECALL = text(
    """
SELECT asked.place, found.level, found.first_number, found.last_number, found.text
FROM unnest(CAST(:words AS text[]), CAST(:eras AS text[])) WITH ORDINALITY AS asked (words, eras, place)
CROSS JOIN LATERAL (
    SELECT level, first_number, last_number, text FROM narrative_context
    WHERE context_words(text, first_number)
            @@ (phraseto_tsquery('english'::regconfig, asked.words) && CAST(asked.eras AS tsquery))
        AND series_id = :series AND last_number < :before AND level IN ('scene', 'episode')
    ORDER BY first_number DESC, level DESC LIMIT :each
) found
ORDER BY asked.place, found.first_number DESC, found.level DESC
"""
)


@dataclass(frozen=True)
class Wanted:
    """What is to be recalled.

    Attributes:
        words: Words that stand beside each other, e.g. a name.
        numbers: Episodes in whose eras it is looked for.
    """

    words: str
    numbers: tuple[int, ...]


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

    def forget(self, series_id: str, blocks: Iterable[tuple[ContextLevel, int]]) -> None:
        """Removes the summaries of some blocks, told by level and first number."""
        for level, first in blocks:
            self._do(
                delete(NarrativeContext).where(
                    NarrativeContext.series_id == series_id,
                    NarrativeContext.level == level,
                    NarrativeContext.first_number == first,
                )
            )

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

    def blocks(self, series_id: str, blocks: Sequence[tuple[ContextLevel, int]]) -> list[Summary]:
        """The summaries of some blocks, told by level and first number, oldest first; those missing are left out."""
        if not blocks:
            return []
        asked = {
            "series": series_id,
            "levels": [level for level, _ in blocks],
            "firsts": [n for _, n in blocks],
        }
        rows = self._session.execute(BLOCKS, asked)
        return [Summary(series_id, level, first, last, told) for level, first, last, told in rows]

    def beginnings(self, series_id: str, level: ContextLevel) -> set[int]:
        """First numbers of a level's summaries."""
        statement = select(NarrativeContext.first_number).where(
            NarrativeContext.series_id == series_id, NarrativeContext.level == level
        )
        return set(self._session.scalars(statement))

    def search(self, series_id: str, words: str, before_number: int, limit: int = 10) -> list[Summary]:
        """Summaries of hours below a number that match all words, best first (PostgreSQL full text, English)."""
        document = func.context_words(NarrativeContext.text, NarrativeContext.first_number)
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

    def recall(
        self, series_id: str, wanted: Sequence[Wanted], before_number: int, each: int = 2
    ) -> list[list[Summary]]:
        """For each wish, what scenes and episodes below a number say of it within its eras, newest first.

        An era bounds what a search reads: a name that is in every episode costs one era's rows.
        """
        found: list[list[Summary]] = [[] for _ in wanted]
        if not wanted:
            return found
        asked = {
            "series": series_id,
            "before": before_number,
            "each": each,
            "words": [wish.words for wish in wanted],
            "eras": ["|".join(_era(n) for n in wish.numbers) or "'none'" for wish in wanted],
        }
        for place, level, first, last, told in self._session.execute(RECALL, asked):
            found[place - 1].append(Summary(series_id, level, first, last, told))
        return found


def _era(number: int) -> str:
    return f"'era{(max(number, 1) - 1) // ERA_EPISODES}'"


def _summary(row: NarrativeContext) -> Summary:
    level: Any = row.level
    return Summary(row.series_id, level, row.first_number, row.last_number, row.text, row.slot)

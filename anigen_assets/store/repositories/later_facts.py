"""What episodes after an hour set: the limits of filler."""

from __future__ import annotations

from sqlalchemy import select

from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.canon import CanonFact
from anigen_assets.story.changes import Key


class LaterFacts(Repository):
    """Reads facts that hold from a later episode."""

    def keys_after(self, series_id: str, number: int) -> set[Key]:
        """Keys of facts that episodes above a number set."""
        asked = select(CanonFact.subject, CanonFact.attribute).where(
            CanonFact.series_id == series_id, CanonFact.valid_from > number
        )
        return {Key(subject, attribute) for subject, attribute in self._session.execute(asked.distinct())}

    def names_after(self, series_id: str, number: int) -> set[str]:
        """Names that episodes above a number gave."""
        asked = select(CanonFact.value).where(
            CanonFact.series_id == series_id, CanonFact.valid_from > number, CanonFact.attribute == "name"
        )
        return set(self._session.scalars(asked))

"""Canon: facts as of any hour, drafts, and the hash chain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from anigen_assets.store.records import ChainFault, DraftChanges, HistoricFact, SnapshotRecord
from anigen_assets.store.repositories.base import Repository
from anigen_assets.story.canon import CanonState
from anigen_assets.story.chain import LinkKind
from anigen_assets.story.changes import Change


class CanonRepository(Repository):
    """Reads canon and appends to it."""

    def current(self, series_id: str) -> CanonState:
        """Every fact that stands after the last retired hour."""
        raise NotImplementedError

    def as_of(self, series_id: str, number: int) -> CanonState:
        """Every fact that holds in story time after episode `number` (0: the bible)."""
        raise NotImplementedError

    def drafts(self, series_id: str, before_number: int) -> list[tuple[int, DraftChanges]]:
        """Changes of unretired plans (planned, produced, failed with a plan; no filler) below a number, in order."""
        raise NotImplementedError

    def append_link(
        self, series_id: str, kind: LinkKind, number: int, changes: Sequence[tuple[int, Change]], at: datetime
    ) -> SnapshotRecord:
        """Adds a link to the chain and moves facts, characters and threads. Call it under the canon lock.

        An episode or filler also becomes `retired`, a skip `skipped`. A fact for a past number holds until the
        next later fact of its key and never supersedes that.

        Args:
            kind: `episode` and `skip` need the number right after the frontier; `filler` and `retcon` one up to it.
            changes: (scene slot, change); for an episode or filler they must be the plan's on record.

        Raises:
            OutOfOrderError: When the number is not the next one.
            StateError: When the hour is retired already or the changes are not the plan's.
        """
        raise NotImplementedError

    def links(self, series_id: str, after: int = 0, limit: int | None = None) -> list[SnapshotRecord]:
        """Links with position > after, in order."""
        raise NotImplementedError

    def snapshot(self, series_id: str, number: int) -> SnapshotRecord | None:
        """The newest link that tells the hour (episode, filler or skip; 0: genesis), or None."""
        raise NotImplementedError

    def link_changes(self, series_id: str, position: int) -> DraftChanges:
        """The changes of a link, in order."""
        raise NotImplementedError

    def verify(self, series_id: str) -> ChainFault | None:
        """Recomputes every digest from stored changes, replays the facts, and compares; None when all is intact."""
        raise NotImplementedError

    def history(self, series_id: str, subject: str, attribute: str) -> list[HistoricFact]:
        """All values a key ever had, by the episode from which they hold."""
        raise NotImplementedError

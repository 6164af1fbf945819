"""Where a fact that a retcon corrects was used: which plans relied on it."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.story.changes import Key, Retcon
from anigen_assets.story.conflicts import footprint
from anigen_assets.story.plan import EpisodePlan


@dataclass(frozen=True)
class Correction:
    """A retcon in story time.

    Attributes:
        from_number: The first episode for which it holds.
        until_number: The first for which it no longer does; None while it stands.
    """

    retcon: Retcon
    from_number: int
    until_number: int | None

    @property
    def key(self) -> Key:
        """The key of the corrected fact."""
        return Key(self.retcon.subject, self.retcon.attribute)

    def concerns(self, plan: EpisodePlan) -> bool:
        """Whether a plan of an hour for which the correction holds relied on the fact or set it."""
        if plan.number < self.from_number or (
            self.until_number is not None and plan.number >= self.until_number
        ):
            return False
        touched = footprint(plan)
        return self.key in touched.reads or self.key in touched.writes

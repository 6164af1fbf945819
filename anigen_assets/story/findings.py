"""What a continuity rule reports: both sides of a contradiction, with their scenes."""

from __future__ import annotations

from enum import StrEnum

from anigen_assets.story.looks import Frozen


class Severity(StrEnum):
    """Errors refuse a plan; warnings go on record."""

    ERROR = "error"
    WARNING = "warning"


class Evidence(Frozen):
    """One side of a contradiction.

    Attributes:
        episode: Episode number; 0 is the bible.
        scene: Slot; 0 when the whole episode or the bible is meant.
        text: The words or the fact quoted.
    """

    episode: int
    scene: int
    text: str


class Finding(Frozen):
    """A rule's complaint about a plan."""

    rule: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()

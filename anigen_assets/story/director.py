"""The port to a director: what it is told and what it must deliver."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState
from anigen_assets.story.context.document import DirectorContext, no_context
from anigen_assets.story.findings import Finding
from anigen_assets.story.plan import EpisodePlan

RECENT_EPISODES = 16
"""How many finished or drafted plans just before the hour a director is given in full (one arc)."""


@dataclass(frozen=True)
class DirectorRequest:
    """Everything a director may look at. The same request gives the same plan from the offline director.

    Attributes:
        hour: UTC hour to plan.
        number: Its episode number.
        canon: Canon as the hour finds it: retired facts and the drafts of earlier unfinished hours.
        recent: Plans of the episodes just before, oldest first, at most RECENT_EPISODES; gaps are left out.
        filler: The hour lies behind retired hours: add, never alter.
        take: 1 for the first plan of an hour, one more for each replan.
        title_taken: Whether another episode of the series has this title.
        findings: What was wrong with `rejected`, when this is a repair.
        context: The prompt of a director that reads one, within its budget of tokens; built at the first call, so
            that a director that works on `canon` does not pay for it.
    """

    bible: Bible
    hour: datetime
    number: int
    canon: CanonState
    recent: tuple[EpisodePlan, ...] = ()
    filler: bool = False
    take: int = 1
    title_taken: Callable[[str], bool] = field(default=lambda _title: False)
    findings: tuple[Finding, ...] = ()
    rejected: EpisodePlan | None = None
    context: Callable[[], DirectorContext] = field(default=no_context, compare=False)


@dataclass(frozen=True)
class DirectorReply:
    """A plan and what it took to make it.

    Attributes:
        model: Name of the model or program that wrote it.
        prompt_hash: sha256 hex of everything that went in.
        cost_usd: What the call cost; Decimal("0.000000") for the offline director.
    """

    plan: EpisodePlan
    model: str
    prompt_hash: str
    cost_usd: Decimal = Decimal("0.000000")


class Director(Protocol):
    """Plans episodes."""

    name: str

    def plan(self, request: DirectorRequest) -> DirectorReply:
        """Plans one hour."""
        ...

"""One case: a plan with a contradiction, its clean twin, and both scenes that a finding should name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState
from anigen_assets.story.continuity import check_plan
from anigen_assets.story.filler import FillerGuard
from anigen_assets.story.findings import Finding
from anigen_assets.story.plan import EpisodePlan


@dataclass(frozen=True)
class Case:
    """A contradiction that was put into a plan of the director's.

    Attributes:
        family: What kind of contradiction.
        where: `structure`, `prose`, `held out`, `held out later`, ...; `turn` or `harmless`, which contradict nothing.
        distance: Scenes between the contradiction and the fact.
        here: (episode, slot) of the contradiction; slot 0 is the episode as a whole.
        there: (episode, slot) of the fact; None when there is no other side.
        twin: The plan without the contradiction.
        text: What was put in.
    """

    family: str
    where: str
    distance: int
    plan: EpisodePlan
    twin: EpisodePlan
    canon: CanonState
    bible: Bible
    here: tuple[int, int]
    there: tuple[int, int] | None
    text: str = ""
    twin_canon: CanonState | None = None
    options: dict[str, Any] = field(default_factory=dict)
    twin_options: dict[str, Any] = field(default_factory=dict)

    def found(self) -> tuple[Finding, ...]:
        """Findings on the plan that its twin has not."""
        before = {(f.rule, f.message) for f in self.false_alarms()}
        findings = check_plan(self.plan, self.canon, self.bible, **self.options)
        told = [f for f in findings if (f.rule, f.message) not in before]
        if self.where == "prose" or self.where.startswith("held out"):
            told = [f for f in told if f.rule.startswith("told-")]
        return tuple(told)

    def false_alarms(self) -> tuple[Finding, ...]:
        """Findings on the clean twin."""
        canon = self.twin_canon or self.canon
        return check_plan(self.twin, canon, self.bible, **self.twin_options)

    def names_both(self, findings: tuple[Finding, ...]) -> bool:
        """Whether one finding's evidence has both scenes."""
        wanted = {self.here} | ({self.there} if self.there else set())
        return any(wanted <= {(e.episode, e.scene) for e in f.evidence} for f in findings)


def guarded(case: Case, guard: FillerGuard) -> Case:
    """The case behind retired hours."""
    return replace(case, options={"filler_guard": guard}, twin_options={"filler_guard": guard})

"""Episodes behind retired hours: they add, they never alter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from anigen_assets.story.changes import Key, RecordEvent, SetAttribute
from anigen_assets.story.continuity.contexts import Complaint, PlanContext
from anigen_assets.story.continuity.registry import Example, plan_rule
from anigen_assets.story.filler import FillerGuard

_GUARD = FillerGuard(later_keys=frozenset({Key("event:first_frost", "kind")}))


@plan_rule(
    "filler-alters",
    "{here}, an episode behind retired hours, {reason} (a change of kind '{kind}').",
    wrong=Example(
        "A filler changes Aoi's mood.",
        lambda s: s.planned(filler=True).change(
            3, SetAttribute(subject="aoi", attribute="mood", value="calm")
        ),
    ),
    right=Example(
        "A filler introduces a minor character and records an event of its own.",
        lambda s: s.planned(filler=True).newcomer(2).change(4, RecordEvent(id="kite", text="a kite is lost")),
    ),
)
def filler_alters(episode: PlanContext) -> Iterator[Complaint]:
    """Filler introduces minor characters and places and records events, all new; nothing that later hours use."""
    plan = episode.plan
    guard = episode.filler_guard or FillerGuard()
    for refusal in guard.refusals(plan, episode.before) if plan.filler else ():
        kind = str(getattr(refusal.change, "kind", ""))
        fact = episode.before.get(refusal.key.subject, "kind") if refusal.key else None
        reason = refusal.reason
        yield episode.complaint(refusal.scene, f"{kind}: {reason}", fact, kind=kind, reason=reason)


@plan_rule(
    "filler-undeclared",
    "{here} lies behind retired hours, but its plan does not say that it is filler.",
    wrong=Example(
        "The hour lies behind retired hours, and the plan is not marked as filler.",
        lambda s: replace(s, filler_guard=_GUARD),
    ),
    right=Example(
        "The hour lies behind retired hours, and the plan is marked as filler.",
        lambda s: replace(s.planned(filler=True), filler_guard=_GUARD),
    ),
)
def filler_undeclared(episode: PlanContext) -> Iterator[Complaint]:
    """An episode behind retired hours says so."""
    if episode.filler_guard is not None and not episode.plan.filler:
        yield episode.complaint(0, "filler: false")

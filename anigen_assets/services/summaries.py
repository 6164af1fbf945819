"""What is remembered of an episode in a sentence or two: the base of the pyramid of summaries."""

from __future__ import annotations

from anigen_assets.store.records import Summary
from anigen_assets.story.plan import EpisodePlan


def episode_summary(plan: EpisodePlan) -> Summary:
    """The episode's line in `narrative_context`."""
    return Summary(
        series_id=plan.series_id,
        level="episode",
        first_number=plan.number,
        last_number=plan.number,
        text=f"{plan.title}: {plan.logline}",
    )

"""What is remembered of an episode in lines: the base of the pyramid of summaries."""

from __future__ import annotations

from anigen_assets.store.records import Summary
from anigen_assets.story.context.lines import Name, episode_line, scene_lines
from anigen_assets.story.plan import EpisodePlan


def episode_summary(plan: EpisodePlan) -> Summary:
    """The episode's line in `narrative_context`."""
    return Summary(plan.series_id, "episode", plan.number, plan.number, episode_line(plan))


def scenes_summary(plan: EpisodePlan, name: Name) -> Summary:
    """The lines of the episode's scenes, in one row."""
    return Summary(plan.series_id, "scene", plan.number, plan.number, scene_lines(plan, name))

"""Continuity: rules that hold a plan against canon, and the engine that runs them.

`check_plan` is the way in. A rule is a small function in `rules/`, see `registry`; `docs/continuity.md` lists
them all.
"""

from anigen_assets.story.continuity import rules as _rules  # noqa: F401 - importing them registers them
from anigen_assets.story.continuity.check import check_plan
from anigen_assets.story.continuity.registry import RULES, Example, Rule

__all__ = ["RULES", "Example", "Rule", "check_plan"]

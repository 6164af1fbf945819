"""The rules by id, and the decorators that put them there.

A rule is one small function that yields complaints about a plan, a scene or a change of certain kinds. Its
docstring's first line is what it holds; its two examples are its documentation and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from anigen_assets.story.changes import Change
from anigen_assets.story.continuity.contexts import Complaint, PlanContext, SceneContext
from anigen_assets.story.continuity.stage import Stage
from anigen_assets.story.findings import Severity

PlanCheck = Callable[[PlanContext], Iterator[Complaint]]
SceneCheck = Callable[[SceneContext], Iterator[Complaint]]
F = TypeVar("F", bound=Callable[..., Iterator[Complaint]])
"""A check of a `ChangeContext` of the kinds it is registered for."""


@dataclass(frozen=True)
class Example:
    """What a rule refuses, or what comes close and is right.

    Attributes:
        says: One sentence for the documentation.
        play: Puts it on the stage.
    """

    says: str
    play: Callable[[Stage], Stage]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        id: Kebab case, unique and stable: it is on record with every finding.
        holds: What the rule holds, one sentence.
        message: Template of its findings; `here` and `there` name the two scenes.
        on: Kinds of change it looks at; empty for rules of scenes and plans.
        wrong: An example that it refuses.
        right: A twin that it lets pass.
    """

    id: str
    severity: Severity
    holds: str
    message: str
    check: Callable[[Any], Iterator[Complaint]]
    on: tuple[type[Change], ...]
    wrong: Example
    right: Example

    @property
    def family(self) -> str:
        """Name of the module it lives in."""
        return self.check.__module__.rpartition(".")[2]


RULES: dict[str, Rule] = {}
PLAN_RULES: list[Rule] = []
SCENE_RULES: list[Rule] = []
TOLD_RULES: list[Rule] = []
"""Rules of scenes that hold their prose, and the synopsis, against canon."""
CHANGE_RULES: dict[type[Change], list[Rule]] = {}


def plan_rule(
    rule_id: str, message: str, *, wrong: Example, right: Example, severity: Severity = Severity.ERROR
) -> Callable[[PlanCheck], PlanCheck]:
    """Registers a rule that looks at a whole plan."""

    def register(check: PlanCheck) -> PlanCheck:
        PLAN_RULES.append(_add(check, rule_id, message, severity, wrong=wrong, right=right))
        return check

    return register


def scene_rule(
    rule_id: str, message: str, *, wrong: Example, right: Example, severity: Severity = Severity.ERROR
) -> Callable[[SceneCheck], SceneCheck]:
    """Registers a rule that looks at one scene."""

    def register(check: SceneCheck) -> SceneCheck:
        SCENE_RULES.append(_add(check, rule_id, message, severity, wrong=wrong, right=right))
        return check

    return register


def told_rule(
    rule_id: str, message: str, *, wrong: Example, right: Example, severity: Severity = Severity.ERROR
) -> Callable[[SceneCheck], SceneCheck]:
    """Registers a rule that looks at the prose of one scene, or at the synopsis."""

    def register(check: SceneCheck) -> SceneCheck:
        TOLD_RULES.append(_add(check, rule_id, message, severity, wrong=wrong, right=right))
        return check

    return register


def change_rule(
    *kinds: type[Change],
    rule_id: str,
    message: str,
    wrong: Example,
    right: Example,
    severity: Severity = Severity.ERROR,
) -> Callable[[F], F]:
    """Registers a rule that looks at one change of the given kinds."""

    def register(check: F) -> F:
        rule = _add(check, rule_id, message, severity, wrong=wrong, right=right, on=kinds)
        for kind in kinds:
            CHANGE_RULES.setdefault(kind, []).append(rule)
        return check

    return register


def _add(
    check: Callable[[Any], Iterator[Complaint]],
    rule_id: str,
    message: str,
    severity: Severity,
    *,
    wrong: Example,
    right: Example,
    on: tuple[type[Change], ...] = (),
) -> Rule:
    if rule_id in RULES:
        raise ValueError(f"two rules are called '{rule_id}'")
    holds = (check.__doc__ or "").strip().partition("\n")[0]
    RULES[rule_id] = Rule(rule_id, severity, holds, message, check, on, wrong, right)
    return RULES[rule_id]

"""Every rule refuses its documented example, for that alone, and lets the documented twin pass."""

from __future__ import annotations

import pytest

from anigen_assets.story.continuity import RULES, Rule, check_plan
from anigen_assets.story.continuity.stage import Stage
from anigen_assets.story.findings import Finding

rules = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def findings_on(stage: Stage) -> tuple[Finding, ...]:
    return check_plan(
        stage.plan, stage.canon, stage.bible, title_owner=stage.title_owner, filler_guard=stage.filler_guard
    )


def test_the_empty_stage_is_without_flaw():
    assert findings_on(Stage()) == ()


@rules
def test_the_wrong_example_is_refused_by_its_rule_alone(rule: Rule):
    found = findings_on(rule.wrong.play(Stage()))
    assert {(f.rule, f.severity) for f in found} == {(rule.id, rule.severity)}


@rules
def test_the_right_twin_passes(rule: Rule):
    assert findings_on(rule.right.play(Stage())) == ()


@rules
def test_a_finding_names_the_plan_s_scene_and_the_other_side(rule: Rule):
    stage = rule.wrong.play(Stage())
    for finding in findings_on(stage):
        *there, here = finding.evidence
        assert here.episode == stage.plan.number
        assert here.text
        assert there or "{there}" not in rule.message
        assert "{" not in finding.message


@rules
def test_a_rule_says_what_it_holds(rule: Rule):
    assert rule.holds.endswith(".")
    assert rule.wrong.says.endswith(".")
    assert rule.right.says.endswith(".")

"""Holding a plan against canon: every rule, scene by scene, on canon that moves forward with the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Change
from anigen_assets.story.continuity.contexts import (
    ChangeContext,
    Complaint,
    PlanContext,
    SceneContext,
    TitleOwner,
)
from anigen_assets.story.continuity.prose.session import Reading
from anigen_assets.story.continuity.registry import CHANGE_RULES, PLAN_RULES, SCENE_RULES, TOLD_RULES, Rule
from anigen_assets.story.continuity.running import after_change
from anigen_assets.story.continuity.telling import where
from anigen_assets.story.filler import FillerGuard
from anigen_assets.story.findings import Finding, Severity
from anigen_assets.story.plan import EpisodePlan, ScenePlan


def check_plan(
    plan: EpisodePlan,
    canon: CanonState,
    bible: Bible,
    *,
    title_owner: TitleOwner = lambda _title: None,
    filler_guard: FillerGuard | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong with a plan: errors first, then warnings, each in story order.

    A scene's changes hold from that scene on: who it introduces may be in its cast, and who leaves in scene 3 is
    gone in scene 4. The same arguments give the same findings.

    Args:
        plan: The plan; it need not fit the format.
        canon: Canon as the plan's hour finds it. For an hour behind retired hours, as of that hour.
        bible: The show bible.
        title_owner: Number of the episode that has a title already, or None.
        filler_guard: For an hour behind retired hours: what later hours use.
    """
    context = _context(plan, canon, bible, title_owner, filler_guard)
    found = tuple(_finding(rule, complaint) for rule, complaint in _complaints(context))
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))


def _context(
    plan: EpisodePlan, canon: CanonState, bible: Bible, title_owner: TitleOwner, guard: FillerGuard | None
) -> PlanContext:
    of_scene: dict[int, list[Change]] = defaultdict(list)
    for planned in plan.changes:
        of_scene[planned.scene].append(planned.change)
    scenes: list[SceneContext] = []
    state = canon
    reading = Reading(plan, bible)
    every = [canon]
    for scene in plan.scenes:
        changes = tuple(of_scene.pop(scene.slot, ()))
        states = [state]
        for change in changes:
            state = after_change(state, change, plan.number, scene.slot)
            states.append(state)
        every += states[1:]
        scenes.append(SceneContext(plan, bible, scene, changes, tuple(states), reading))
    reading.learn(state)
    whole = SceneContext(plan, bible, _as_one_scene(plan), (), tuple(every), reading)
    return PlanContext(plan, bible, canon, state, tuple(scenes), whole, title_owner, guard)


def _as_one_scene(plan: EpisodePlan) -> ScenePlan:
    """What synopsis and logline tell, as a scene with everybody in it."""
    cast = tuple(dict.fromkeys(who for scene in plan.scenes for who in scene.cast))
    told = {"summary": f"{plan.synopsis}\n{plan.logline}", "video_prompt": "", "dialogue": (), "shots": ()}
    now = {"mode": "now", "meanwhile": False, "days_later": 0}
    disguises = tuple(d for scene in plan.scenes for d in scene.disguises)
    unreal = any(scene.mode != "now" for scene in plan.scenes)
    # A synopsis does not say which of its sentences tell of a dream.
    return plan.scenes[0].model_copy(
        update={
            "slot": 0,
            "cast": cast,
            "disguises": disguises,
            **told,
            **now,
            **({"mode": "tale"} if unreal else {}),
        }
    )


def _complaints(context: PlanContext) -> Iterator[tuple[Rule, Complaint]]:
    for rule in PLAN_RULES:
        yield from ((rule, complaint) for complaint in rule.check(context))
    for rule in TOLD_RULES:
        yield from ((rule, complaint) for complaint in rule.check(context.whole))
    for scene in context.scenes:
        for rule in (*SCENE_RULES, *TOLD_RULES):
            yield from ((rule, complaint) for complaint in rule.check(scene))
        for position, change in enumerate(scene.changes):
            at = ChangeContext(scene, change, scene.states[position], position)
            for rule in CHANGE_RULES.get(type(change), ()):
                yield from ((rule, complaint) for complaint in rule.check(at))


def _finding(rule: Rule, complaint: Complaint) -> Finding:
    here, there, words = complaint
    message = rule.message.format(here=where(here), there=where(there) if there else "", **words)
    message = message[:1].upper() + message[1:]
    evidence = (there, here) if there is not None else (here,)
    return Finding(rule=rule.id, severity=rule.severity, message=message, evidence=evidence)

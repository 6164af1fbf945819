"""The engine: canon moves with the plan, both sides are quoted, and what is declared as a turn is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import (
    AdvanceThread,
    Change,
    Depart,
    Hold,
    Learn,
    Move,
    OpenThread,
    RecordEvent,
    Relate,
    ResolveThread,
    Retcon,
    Return,
    SetAttribute,
)
from anigen_assets.story.continuity import RULES, check_plan
from anigen_assets.story.continuity.handbook import renewed
from anigen_assets.story.continuity.running import after_change
from anigen_assets.story.continuity.stage import Stage
from anigen_assets.story.findings import Evidence, Finding, Severity
from anigen_assets.story.plan import PlannedChange

DOCS = Path(__file__).parents[2] / "docs" / "continuity.md"
REN_DIES = Depart(subject="ren", status="dead", reason="the storm took him")
REN_LEAVES = Depart(subject="ren", status="absent", reason="he went to sea")
REN_RETURNS = Return(subject="ren", reason="the ferry brought him")


def check(stage: Stage) -> tuple[Finding, ...]:
    return check_plan(
        stage.plan, stage.canon, stage.bible, title_owner=stage.title_owner, filler_guard=stage.filler_guard
    )


def rules_of(stage: Stage) -> list[str]:
    return [finding.rule for finding in check(stage)]


def test_a_finding_quotes_the_fact_and_the_scene_that_contradicts_it():
    (finding,) = check(Stage().told(3, 2, REN_DIES).everywhere("aoi").cast(4, "aoi", "ren"))
    assert finding.message == (
        "In episode 5, scene 4, Ren Mori ('ren') is in the cast, speaks and is seen, "
        "but died in episode 3, scene 2."
    )
    assert finding.evidence == (
        Evidence(episode=3, scene=2, text="Ren Mori ('ren') is dead: the storm took him"),
        Evidence(episode=5, scene=4, text="Ren Mori ('ren') is in the cast, speaks and is seen"),
    )


def test_the_bible_is_a_side_as_well():
    (finding,) = check(Stage().change(4, Learn(subject="ren", secret="false_log", how="he is told")))
    assert (
        finding.message
        == "In episode 5, scene 4, Ren Mori ('ren') learns 'false_log', but knows it since the bible."
    )
    assert finding.evidence[0].episode == 0


def test_both_sides_may_lie_in_one_plan():
    stage = Stage().change(2, REN_LEAVES).everywhere_after(2, "aoi").cast(5, "aoi", "ren")
    (finding,) = check(stage)
    assert [(e.episode, e.scene) for e in finding.evidence] == [(5, 2), (5, 5)]


def test_somebody_gone_is_complained_about_once_a_scene():
    stage = Stage().told(3, 2, REN_DIES)
    assert rules_of(stage) == ["dead-acts"] * 6


def test_a_near_miss_is_named():
    (finding,) = check(Stage().change(2, Hold(item="compas", holder="aoi")))
    assert finding.message.endswith("no item of that id is known (did you mean 'compass'?).")


def test_errors_come_before_warnings():
    stage = Stage().newcomer(2, "ren_two", "Ren").cast(5, "aoi", "nobody_known")
    assert [f.severity for f in check(stage)] == [Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    "stage",
    [
        Stage().change(2, REN_LEAVES).cast(3, "aoi").cast(4, "aoi").change(5, REN_RETURNS),
        Stage().change(3, REN_LEAVES, REN_RETURNS),
        Stage()
        .newcomer(2)
        .cast(2, "aoi", "hana")
        .change(2, Depart(subject="hana", status="dead", reason="it was late")),
        Stage()
        .newcomer(4)
        .cast(4, "aoi", "hana")
        .change(4, Relate(a="aoi", b="hana", bond="friends", because="they laugh at the same time"))
        .change(4, RecordEvent(id="laugh", text="Aoi and Hana laughed.", participants=("aoi", "hana"))),
        Stage().change(
            2,
            Hold(item="compass", holder="aoi", previous="ren"),
            Hold(item="compass", holder="ren", previous="aoi"),
        ),
        Stage()
        .change(1, AdvanceThread(id="lamp", beat=1, note="one"))
        .change(6, ResolveThread(id="lamp", how="so")),
        Stage().change(
            3,
            Relate(a="ren", b="aoi", bond="rivals", previous="friends", because="the log"),
            Relate(a="aoi", b="ren", bond="friends", previous="rivals", because="the apology"),
            RecordEvent(id="row", text="Aoi and Ren had a row.", participants=("aoi", "ren")),
        ),
        Stage().change(
            3, SetAttribute(subject="aoi", attribute="name", value="Aoi Mori", previous="Aoi Tanabe")
        ),
        Stage()
        .told(3, 1, Hold(item="compass", holder="", previous="ren", state="lost"))
        .change(2, Hold(item="compass", holder="pier", state="damaged")),
        Stage().change(
            6, RecordEvent(id="farewell", text="they say goodbye", participants=("aoi", "ren")), REN_LEAVES
        ),
        Stage().cast(2),
    ],
    ids=[
        "return after leaving",
        "leave and return in one scene",
        "arrive and die in one scene",
        "befriend a newcomer",
        "there and back",
        "advance and resolve",
        "quarrel and peace in one scene",
        "married name",
        "found broken",
        "farewell",
        "an empty place",
    ],
)
def test_legitimate_turns_pass(stage: Stage):
    assert check(stage) == ()


def test_an_empty_canon_knows_nobody():
    found = check_plan(Stage().plan, CanonState(), Stage().bible)
    assert {f.rule for f in found} == {"unknown-person", "unknown-place"}


def test_a_change_for_a_missing_scene_does_not_stop_the_others():
    stage = Stage().change(9, REN_DIES).change(2, Move(subject="aoi", to_place="nowhere"))
    assert rules_of(stage) == ["change-without-scene", "moves-nowhere-known"]


def test_after_a_long_gap_an_episode_need_not_move_every_overdue_thread():
    overdue = Stage().as_number(200)
    moved = overdue
    for name in ("lamp", "ferry", "letter"):
        moved = moved.change(2, AdvanceThread(id=name, beat=1, note="at last"))
    assert rules_of(overdue) == ["thread-overdue"] * 5
    assert rules_of(moved) == []


def test_an_overdue_thread_moves_in_every_episode_until_it_is_resolved():
    late = OpenThread(id="bell", title="The bell", question="Who rang?", due_number=4)
    stage = Stage().told(1, 1, late)
    assert rules_of(stage) == ["thread-overdue"]
    assert rules_of(stage.change(3, AdvanceThread(id="bell", beat=1, note="a clue"))) == []
    assert rules_of(stage.change(3, ResolveThread(id="bell", how="the wind"))) == []


def test_a_filler_need_not_keep_promises():
    assert rules_of(Stage().as_number(200).planned(filler=True)) == []


def test_a_retcon_holds_from_its_scene_on():
    lives = Retcon(
        subject="ren", attribute="status", value="present", previous="dead", reason="it was his twin"
    )
    stage = Stage().told(3, 2, REN_DIES).everywhere("aoi").change(4, lives)
    assert rules_of(stage.cast(4, "aoi", "ren").cast(5, "aoi", "ren")) == []
    assert rules_of(stage.cast(3, "aoi", "ren")) == ["dead-acts"]


ATTRIBUTES = st.sampled_from(["mood", "look.mark", "name"])
CHANGES = st.one_of(
    st.builds(
        SetAttribute,
        subject=st.sampled_from(["aoi", "ren", "pier"]),
        attribute=ATTRIBUTES,
        value=st.just("x"),
    ),
    st.builds(Hold, item=st.sampled_from(["compass", "sea_map"]), holder=st.sampled_from(["aoi", ""])),
    st.builds(Move, subject=st.sampled_from(["aoi", "hana"]), to_place=st.just("cafe")),
    st.builds(Depart, subject=st.just("ren"), status=st.just("absent"), reason=st.just("r")),
    st.builds(
        OpenThread,
        id=st.sampled_from(["lamp", "new"]),
        title=st.just("t"),
        question=st.just("q"),
        due_number=st.just(9),
    ),
)


@given(st.lists(st.tuples(st.integers(1, 6), CHANGES), max_size=12))
def test_canon_moves_scene_by_scene_to_where_the_whole_plan_takes_it(changes: list[tuple[int, Change]]):
    begin = Stage().canon
    state = begin
    for scene, change in changes:
        state = after_change(state, change, 5, scene)
    whole = begin.after(changes, 5)
    assert list(state) == list(whole)
    assert len(state.facts) == len(whole.facts)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 7), CHANGES), max_size=10), st.booleans())
def test_whatever_a_plan_changes_the_findings_are_the_same_each_time(changes, filler: bool):
    planned = tuple(PlannedChange(scene=scene, change=change) for scene, change in changes)
    stage = Stage().planned(changes=planned, filler=filler)
    before = list(stage.canon)
    found = check(stage)
    assert check(stage) == found
    assert all(f.rule in RULES and f.evidence for f in found)
    assert list(stage.canon) == before


def test_the_documentation_lists_today_s_rules():
    page = DOCS.read_text(encoding="utf-8")
    assert page == renewed(page), "python -m anigen_assets.story.continuity.handbook docs/continuity.md"


def test_a_page_without_marks_is_not_renewed():
    with pytest.raises(ValueError, match="needs the marks"):
        renewed("# Nothing here")

"""Filler adds and never alters; a withdrawn plan pulls down exactly the drafts that stand on it."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anigen_assets.story.changes import (
    AdvanceThread,
    DeclareSecret,
    Depart,
    Hold,
    IntroduceItem,
    IntroducePlace,
    Key,
    Learn,
    Move,
    OpenThread,
    RecordEvent,
    Relate,
    ResolveThread,
    SetAttribute,
)
from anigen_assets.story.conflicts import footprint, stale_after_withdrawal
from anigen_assets.story.continuity.example_show import PLACE_LOOK
from anigen_assets.story.continuity.stage import Stage, newcomer
from anigen_assets.story.filler import FillerGuard
from anigen_assets.story.names import same_name
from anigen_assets.story.plan import EpisodePlan

CANON = Stage().canon
MILL = IntroducePlace(id="mill", name="The Mill", look=PLACE_LOOK, description="it stands still")
KITE = RecordEvent(id="kite", text="a kite is lost", participants=("aoi",))


def plan_of(number: int, *changes, cast: tuple[str, ...] = ("tomo",)) -> EpisodePlan:
    return Stage().as_number(number).everywhere(*cast).change(2, *changes).plan


@pytest.mark.parametrize("change", [newcomer("hana", "Hana Ishii"), MILL, KITE], ids=lambda c: c.kind)
def test_filler_may_add(change):
    assert FillerGuard().allows(change, CANON)


@pytest.mark.parametrize(
    "change",
    [
        newcomer("hana", "Hana Ishii").model_copy(update={"role": "main"}),
        newcomer("aoi", "Aoi Again"),
        MILL.model_copy(update={"id": "pier"}),
        IntroduceItem(id="key", name="Key", description="rusty"),
        SetAttribute(subject="aoi", attribute="mood", value="calm"),
        Move(subject="aoi", to_place="cafe"),
        Relate(a="aoi", b="tomo", bond="friends", because="tea"),
        Learn(subject="aoi", secret="false_log", how="she reads"),
        Hold(item="compass", holder="aoi"),
        OpenThread(id="bell", title="Bell", question="Who?", due_number=9),
        AdvanceThread(id="lamp", beat=1, note="n"),
        ResolveThread(id="lamp", how="h"),
        Depart(subject="ren", status="absent", reason="r"),
        DeclareSecret(id="shh", owner="aoi", text="t"),
    ],
    ids=lambda c: f"{c.kind}",
)
def test_filler_may_not_alter(change):
    assert not FillerGuard().allows(change, CANON)


@pytest.mark.parametrize("change", [newcomer("hana", "Hana Ishii"), MILL, KITE], ids=lambda c: c.kind)
def test_what_a_later_hour_uses_is_not_added(change):
    subject = change.effects()[0].subject
    guard = FillerGuard(later_keys={Key(subject, "anything")})
    assert not guard.allows(change, CANON)


def test_a_name_that_a_later_hour_gives_is_not_taken():
    guard = FillerGuard(later_names={"HANA Ishii-san"})
    assert not guard.allows(newcomer("other_id", "Ishii Hana"), CANON)


def test_a_guard_can_be_made_of_later_plans():
    guard = FillerGuard.of([plan_of(9, newcomer("hana", "Hana Ishii"), MILL, cast=("hana",))])
    assert not guard.allows(newcomer("hana", "Somebody Else"), CANON)
    assert not guard.allows(newcomer("yui", "Hana Ishii"), CANON)
    assert guard.allows(newcomer("yui", "Yui Ito"), CANON)


def test_refusals_name_scene_change_and_key():
    plan = Stage().planned(filler=True).change(3, KITE).change(4, newcomer("aoi", "Aoi")).plan
    (refusal,) = FillerGuard().refusals(plan, CANON)
    assert (refusal.scene, refusal.key) == (4, Key("aoi", "kind"))


IDS = st.sampled_from(["aoi", "hana", "pier", "mill", "yui", "dock", "kite", "storm"])
NEW = st.one_of(
    st.builds(lambda i: newcomer(i, f"{i} Ito"), IDS),
    st.builds(lambda i: MILL.model_copy(update={"id": i}), IDS),
    st.builds(lambda i: KITE.model_copy(update={"id": i}), IDS),
    st.builds(lambda i: SetAttribute(subject=i, attribute="mood", value="calm"), IDS),
)


@given(st.lists(NEW, max_size=6), st.lists(NEW, max_size=6))
def test_what_filler_may_do_leaves_every_later_fact_as_it_was(filler_changes, later_changes):
    later = plan_of(9, *later_changes)
    guard = FillerGuard.of([later])
    allowed = [(2, change) for change in filler_changes if guard.allows(change, CANON)]
    later_pairs = [(p.scene, p.change) for p in later.changes]
    without = CANON.after(later_pairs, 9)
    with_filler = CANON.after(allowed, 5).after(later_pairs, 9)
    assert set(without) <= set(with_filler)


def test_a_plan_reads_who_is_in_it_and_where_it_plays():
    reads, writes = footprint(plan_of(5, cast=("aoi", "tomo")))
    assert {Key("aoi", "status"), Key("tomo", "look.hair_style"), Key("pier", "kind")} <= reads
    assert writes == frozenset()


def test_a_plan_does_not_read_what_it_makes():
    reads, writes = footprint(plan_of(5, newcomer("hana", "Hana Ishii"), cast=("hana",)))
    assert Key("hana", "status") in writes
    assert not [key for key in reads if key.subject == "hana"]


FIRST_BEAT = AdvanceThread(id="lamp", beat=1, note="a clue")
HAIRCUT = SetAttribute(subject="aoi", attribute="look.hair_style", value="short", previous="bob")


@pytest.mark.parametrize(
    ("withdrawn", "later", "stale"),
    [
        (plan_of(5, newcomer("hana", "Hana")), [plan_of(6, cast=("hana",))], (6,)),
        (
            plan_of(5, newcomer("hana", "Hana")),
            [plan_of(6, KITE.model_copy(update={"participants": ("hana",)}))],
            (6,),
        ),
        (plan_of(5, MILL), [plan_of(6, Move(subject="aoi", to_place="mill"))], (6,)),
        (plan_of(5, HAIRCUT), [plan_of(6, cast=("aoi",)), plan_of(7, cast=("tomo",))], (6,)),
        (plan_of(5, FIRST_BEAT), [plan_of(6, FIRST_BEAT.model_copy(update={"beat": 2}))], (6,)),
        (
            plan_of(5, Hold(item="compass", holder="aoi")),
            [plan_of(6, Hold(item="compass", holder="mika"))],
            (6,),
        ),
        (plan_of(5, KITE), [plan_of(6, KITE)], (6,)),
        (plan_of(5, KITE), [plan_of(6), plan_of(7, MILL)], ()),
        (plan_of(5, Depart(subject="ren", status="absent", reason="r")), [plan_of(6, cast=("ren",))], (6,)),
        (plan_of(5), [plan_of(6), plan_of(7)], ()),
        (plan_of(5, HAIRCUT), [plan_of(4, cast=("aoi",)), plan_of(5, cast=("aoi",))], ()),
    ],
    ids=[
        "cast",
        "participant",
        "place",
        "look",
        "beat",
        "hands",
        "event",
        "apart",
        "gone",
        "unchanged",
        "earlier",
    ],
)
def test_drafts_that_stand_on_a_withdrawn_plan_are_stale(withdrawn, later, stale):
    assert stale_after_withdrawal(withdrawn, later) == stale


def test_staleness_is_handed_on_in_story_order():
    withdrawn = plan_of(5, newcomer("hana", "Hana"))
    second = plan_of(6, Hold(item="compass", holder="hana"), cast=("hana",))
    third = plan_of(7, Hold(item="compass", holder="mika"))
    untouched = plan_of(8, KITE)
    assert stale_after_withdrawal(withdrawn, [untouched, third, second]) == (6, 7)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Aoi", "AOI-san", True),
        ("Aoi", "Ａｏｉ", True),
        ("Ren Mori", "Captain MORI Ren", True),
        ("Dr. Haru Mori", "Professor Haru Mori", True),
        ("Émile", "Emile", True),
        ("葵", "葵さん", True),
        ("The Pier", "pier", True),
        ("Aoi", "Aoi Tanabe", False),
        ("Aoi San", "aoi", True),
        ("Jackie Chan", "Jackie", False),
        ("ガク", "カク", False),
        ("Old Harbour", "Harbour", False),
        ("Captain", "Doctor", False),
    ],
)
def test_names_are_compared_by_what_tells_them_apart(one: str, other: str, same: bool):
    assert same_name(one, other) is same


@given(st.text("aoiSAN '-.Éさんガカ゛Ａ", max_size=12))
def test_every_name_is_its_own(name: str):
    assert same_name(name, name)


def test_the_kept_schema_is_the_plan_s():
    kept = json.loads((files("anigen_assets.story") / "director_output.json").read_text(encoding="utf-8"))
    assert kept == EpisodePlan.model_json_schema()

"""Why something is so, what changed between two hours, and how canon is put right without an edit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from anigen_assets.errors import AniGenError, HourError, StateError, UsageError
from anigen_assets.services import canon_why
from anigen_assets.services.application import Application
from anigen_assets.services.canon_diff import diff
from anigen_assets.services.canon_export import export_canon
from anigen_assets.services.canon_reports import verify_chain
from anigen_assets.services.canon_why import why
from anigen_assets.services.retcon import retcon
from anigen_assets.story.changes import AdvanceThread, Key, Relate
from anigen_assets.story.conflicts import footprint
from anigen_tests.show import hour, plan, small_show, state, tell_unfilmed

TOLD = 6


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Application]:
    """Six hours that are canon."""
    with small_show(database_url, tmp_path) as opened:
        tell_unfilmed(opened, *range(1, TOLD + 1))
        yield opened


def value(app: Application, subject: str, attribute: str, number: int) -> str:
    """A fact's value as of an episode."""
    with app.database.unit_of_work() as uow:
        return uow.canon.as_of(app.series_id, number).value(subject, attribute)


def first_new_bond(app: Application) -> tuple[int, int, Relate]:
    """Episode, scene and change of a bond that an episode made another."""
    with app.database.unit_of_work() as uow:
        for number in range(1, TOLD + 1):
            told = uow.episodes.plan(app.series_id, number)
            for planned in told.changes if told is not None else ():
                if isinstance(planned.change, Relate):
                    return number, planned.scene, planned.change
    raise AssertionError("six episodes bring some people closer")


def first_move_of_a_thread(app: Application) -> tuple[int, str]:
    """Episode from the second on that moved a thread of the bible for the first time, and the thread's subject."""
    with app.database.unit_of_work() as uow:
        for number in range(2, TOLD + 1):
            told = uow.episodes.plan(app.series_id, number)
            for planned in told.changes if told is not None else ():
                change = planned.change
                if isinstance(change, AdvanceThread) and change.beat == 1:
                    history = uow.canon.history(app.series_id, f"thread:{change.id}", "beat")
                    if history[0].valid_from == 0:
                        return number, f"thread:{change.id}"
    raise AssertionError("six episodes move a thread of the bible")


def test_why_leads_from_the_bible_to_the_scene_that_made_it_so(app: Application) -> None:
    number, scene, change = first_new_bond(app)
    chain = why(app, change.a, f"bond:{change.b}", hour(TOLD))["chain"]
    assert chain[-1]["value"] == change.bond
    assert (chain[-1]["episode"], chain[-1]["scene"], chain[-1]["reason"]) == (number, scene, change.because)
    assert chain[0]["kind"] == ("genesis" if change.previous is not None else "episode")


def test_why_tells_what_replaced_a_value_and_when_it_held(app: Application) -> None:
    retcon(app, "nagi", "look.hair_style", "bun", "she had cut it long before", hour(3))
    before, after = why(app, "nagi", "look.hair_style")["chain"]
    assert (before["from"], before["until"], before["superseded_by"]["value"]) == ("", hour(3), "bun")
    assert (after["kind"], after["reason"], after["holds"]) == ("retcon", "she had cut it long before", True)


def test_why_tells_the_newest_values_of_a_long_history_and_all_of_them_when_asked(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canon_why, "NEWEST_VALUES", 2)
    for number, style in enumerate(("bun", "long", "ponytail"), start=2):
        retcon(app, "nagi", "look.hair_style", style, "the wind", hour(number))
    newest, everything = (why(app, "nagi", "look.hair_style", all_values=every) for every in (False, True))
    assert ([e["value"] for e in newest["chain"]], newest["more"]) == (["long", "ponytail"], True)
    assert ([e["value"] for e in everything["chain"]], everything["more"]) == (
        ["bob", "bun", "long", "ponytail"],
        False,
    )


def test_why_as_of_an_earlier_hour_knows_nothing_of_later_ones(app: Application) -> None:
    retcon(app, "nagi", "look.hair_style", "bun", "she had cut it long before", hour(3))
    assert why(app, "nagi", "look.hair_style", hour(2))["value"] == "bob"


def test_why_names_what_the_change_stood_on(app: Application) -> None:
    _, _, change = first_new_bond(app)
    stood_on = {(f["subject"], f["attribute"]) for f in why(app, *change.key)["stands_on"]}
    assert stood_on >= {(change.a, "status"), (change.b, "status")}


@pytest.mark.parametrize(
    ("subject", "attribute", "known"),
    [("Nagi Isobe", "status", "nagi"), ("nagi isobe-san", "status", "nagi"), ("Nagi", "status", "nagi")],
)
def test_people_are_found_by_their_names(app: Application, subject: str, attribute: str, known: str) -> None:
    assert why(app, subject, attribute)["subject"] == known


@pytest.mark.parametrize(
    ("subject", "attribute", "hint"),
    [
        ("nagy", "status", "did you mean 'nagi'"),
        ("nagi", "statos", "did you mean 'status'"),
        ("", "status", "Nothing"),
    ],
)
def test_what_canon_does_not_know_is_said_with_a_near_miss(
    app: Application, subject: str, attribute: str, hint: str
) -> None:
    with pytest.raises(UsageError, match=hint):
        why(app, subject, attribute)


def test_a_diff_names_every_fact_that_a_stretch_of_hours_set(app: Application) -> None:
    found = diff(app, hour(2), hour(5))
    with app.database.unit_of_work() as uow:
        plans = [uow.episodes.plan(app.series_id, number) for number in (3, 4, 5)]
    written = {key for told in plans if told is not None for key in footprint(told).writes}
    said = {Key(f["subject"], f["attribute"]) for part in ("added", "changed") for f in found[part]}
    assert said <= written
    assert {f["episode"] for f in (*found["added"], *found["changed"])} <= {3, 4, 5}
    assert found["removed"] == []


def test_a_diff_of_an_hour_with_itself_is_empty(app: Application) -> None:
    found = diff(app, hour(3), hour(3))
    assert (found["added"], found["changed"], found["removed"]) == ([], [], [])


def test_a_retcon_supersedes_from_its_hour_on_and_the_chain_verifies(app: Application) -> None:
    report = retcon(app, "nagi", "look.hair_style", "bun", "she had cut it long before", hour(4))
    assert [value(app, "nagi", "look.hair_style", n) for n in (3, 4, 6)] == ["bob", "bun", "bun"]
    assert report.link.kind == "retcon"
    assert verify_chain(app)["intact"]


def test_a_retcon_of_the_past_ends_where_a_later_scene_set_the_fact_anew(app: Application) -> None:
    number, thread = first_move_of_a_thread(app)
    report = retcon(app, thread, "beat", "7", "it had moved before", hour(number - 1))
    assert report.until == hour(number)
    assert [value(app, thread, "beat", n) for n in (number - 1, number)] == ["7", "1"]


def test_a_retcon_names_the_told_episodes_that_used_the_old_fact(app: Application) -> None:
    report = retcon(app, "nagi", "look.hair_style", "bun", "she had cut it long before", hour(2))
    with app.database.unit_of_work() as uow:
        plans = {n: uow.episodes.plan(app.series_id, n) for n in range(2, TOLD + 1)}
    seen = [n for n, told in plans.items() if told and any("nagi" in s.cast for s in told.scenes)]
    assert list(report.used_in) == seen


def test_drafts_that_stand_on_a_corrected_fact_are_planned_again(app: Application) -> None:
    plan(app, TOLD + 1, TOLD + 2, TOLD + 3)
    with app.database.unit_of_work() as uow:
        draft = uow.episodes.plan(app.series_id, TOLD + 2)
    assert draft is not None
    report = retcon(app, draft.scenes[0].cast[0], "look.age", "44", "the papers were wrong")
    assert TOLD + 2 in report.stale
    assert {state(app, n) for n in report.stale} == {"stale"}
    tell_unfilmed(app, TOLD + 1, TOLD + 2, TOLD + 3)
    assert verify_chain(app)["intact"]


@pytest.mark.parametrize(
    ("subject", "attribute", "new", "reason", "said"),
    [
        ("nagi", "look.hair_style", "mohawk", "why not", "'bob'"),
        ("nagi", "look.hair_style", "bob", "why not", "already"),
        ("nagi", "look.hair_style", "bun", "  ", "reason"),
        ("nagi", "look.hair_style", "", "why not", "value"),
        ("nagi", "kind", "place", "why not", "never changes"),
        ("nagi", "name", "Koto Marume", "why not", "name of koto"),
        ("nobody", "status", "dead", "why not", "Nothing of the id"),
        ("nagi", "status", "asleep", "why not", "'present'"),
    ],
)
def test_an_impossible_retcon_is_refused_and_leaves_canon_as_it_was(
    app: Application, subject: str, attribute: str, new: str, reason: str, said: str
) -> None:
    before = verify_chain(app)
    with pytest.raises(AniGenError, match=said):
        retcon(app, subject, attribute, new, reason)
    assert verify_chain(app) == before


def test_hours_that_are_not_canon_are_refused(app: Application) -> None:
    with pytest.raises(StateError, match="not canon yet"):
        why(app, "nagi", "status", hour(TOLD + 1))
    with pytest.raises(HourError):
        diff(app, "yesterday", hour(1))


def test_the_wiki_has_everybody_and_everything_and_the_corrections(app: Application) -> None:
    retcon(app, "nagi", "look.hair_style", "bun", "she had cut *it* long before")
    page = export_canon(app, "md")
    document = json.loads(export_canon(app, "json"))
    for kind in ("characters", "places", "items"):
        assert all(f"`{entry['id']}`" in page for entry in document[kind])
    assert r"she had cut \*it\* long before" in page
    assert document["retcons"][0]["previous"] == "bob"


def test_the_wiki_as_of_an_hour_stops_there(app: Application) -> None:
    retcon(app, "nagi", "look.hair_style", "bun", "she had cut it long before", hour(4))
    assert "Retcons" not in export_canon(app, "md", hour(3))

"""Canon in the database: links, facts in story time, people and threads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from anigen_assets.errors import OutOfOrderError, StateError
from anigen_assets.store.database import Database
from anigen_assets.store.repositories.facts import AS_OF
from anigen_assets.store.repositories.standing import CHECKPOINT_LINKS, EMPTY_SUM, moved_sum
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.chain import link_digest
from anigen_assets.story.changes import Change, Depart, OpenThread, RecordEvent, ResolveThread, Retcon
from anigen_tests.store.story import (
    NOW,
    SERIES,
    begin,
    bible,
    draft,
    hero,
    hour_key,
    in_scenes,
    retire,
    sets,
    skip,
)


@pytest.fixture
def uow(database: Database) -> Iterator[UnitOfWork]:
    """A unit of work on a series that has begun."""
    with database.unit_of_work() as unit:
        begin(unit)
        yield unit


def _moods(uow: UnitOfWork, last: int) -> list[str]:
    return [uow.canon.as_of(SERIES, n).value(hero(), "mood", "unset") for n in range(last + 1)]


def _retcon(uow: UnitOfWork, number: int, value: str) -> None:
    change = Retcon(subject=hero(), attribute="mood", value=value, reason="It was so.")
    uow.canon.append_link(SERIES, "retcon", number, [(0, change)], NOW)


def test_a_series_begins_with_the_bible_as_canon(uow: UnitOfWork) -> None:
    series = uow.series.require(SERIES)
    assert (series.chain_length, series.frontier, series.head_digest) == (1, 0, series.genesis_digest)
    genesis = CanonState().after([(0, c) for c in bible().genesis()], 0)
    assert list(uow.canon.current(SERIES)) == list(genesis)


def test_beginning_again_changes_nothing(uow: UnitOfWork) -> None:
    before = uow.series.require(SERIES)
    assert begin(uow) == before


def test_what_an_episode_sets_holds_from_its_hour_on(uow: UnitOfWork) -> None:
    retire(uow, 1, sets("mood", "calm"))
    retire(uow, 2)
    retire(uow, 3, sets("mood", "wild"))
    assert _moods(uow, 4) == ["unset", "calm", "calm", "wild", "wild"]


@pytest.mark.parametrize("lasted", [1, 8, 9, 64, 65])
def test_a_value_holds_for_every_hour_until_the_next_one_however_long_that_was(
    uow: UnitOfWork, lasted: int
) -> None:
    retire(uow, 1, sets("mood", "calm"))
    for number in range(2, lasted + 1):
        skip(uow, number)
    retire(uow, lasted + 1, sets("mood", "wild"))
    assert _moods(uow, lasted + 2) == ["unset", *["calm"] * lasted, "wild", "wild"]


def test_the_last_word_of_an_episode_counts(uow: UnitOfWork) -> None:
    retire(uow, 1, sets("mood", "calm"), sets("mood", "wild"))
    fact = uow.canon.current(SERIES).get(hero(), "mood")
    assert fact is not None
    assert (fact.value, fact.scene) == ("wild", 2)


def test_a_filler_fact_ends_where_a_later_hour_has_said_otherwise(uow: UnitOfWork) -> None:
    retire(uow, 1)
    skip(uow, 2)
    retire(uow, 3)
    retire(uow, 4, sets("mood", "wild"))
    retire(uow, 2, sets("mood", "calm"), filler=True)
    assert _moods(uow, 4) == ["unset", "unset", "calm", "calm", "wild"]
    assert uow.canon.current(SERIES).value(hero(), "mood") == "wild"
    assert uow.canon.verify(SERIES) is None


def test_a_retcon_holds_from_its_hour_until_the_next_word_and_nothing_is_lost(uow: UnitOfWork) -> None:
    for number, mood in ((1, "calm"), (2, "wild"), (3, "sad")):
        retire(uow, number, sets("mood", mood))
    _retcon(uow, 2, "merry")
    assert _moods(uow, 4) == ["unset", "calm", "merry", "sad", "sad"]
    history = uow.canon.history(SERIES, hero(), "mood")
    assert [(f.value, f.valid_from, f.valid_to) for f in history] == [
        ("calm", 1, 2),
        ("wild", 2, 2),
        ("merry", 2, 3),
        ("sad", 3, None),
    ]
    assert uow.canon.verify(SERIES) is None


@pytest.mark.parametrize(
    ("kind", "number"), [("episode", 3), ("skip", 3), ("episode", 1), ("filler", 2), ("retcon", 2)]
)
def test_hours_become_canon_in_order(uow: UnitOfWork, kind: str, number: int) -> None:
    retire(uow, 1)
    with pytest.raises(OutOfOrderError):
        uow.canon.append_link(SERIES, kind, number, (), NOW)


def test_only_the_changes_of_the_plan_on_record_become_canon(uow: UnitOfWork) -> None:
    draft(uow, 1, sets("mood", "calm"))
    with pytest.raises(StateError, match="not the changes of its plan"):
        uow.canon.append_link(SERIES, "episode", 1, in_scenes([sets("mood", "wild")]), NOW)


def test_an_hour_becomes_canon_once(uow: UnitOfWork) -> None:
    skip(uow, 1)
    retire(uow, 1, filler=True)
    with pytest.raises(StateError, match="canon already"):
        uow.canon.append_link(SERIES, "filler", 1, (), NOW)


def test_a_link_is_the_digest_of_its_parent_and_its_changes(uow: UnitOfWork) -> None:
    changes = (sets("mood", "calm"),)
    parent = uow.series.require(SERIES).head_digest
    link = retire(uow, 1, *changes)
    assert link.digest == link_digest(parent, "episode", hour_key(1), in_scenes(changes))
    assert (link.position, link.parent_digest, link.changes_count) == (2, parent, 1)
    assert uow.canon.snapshot(SERIES, 1) == link
    assert uow.canon.link_changes(SERIES, 2) == in_scenes(changes)


def test_links_come_in_order_of_retirement(uow: UnitOfWork) -> None:
    skip(uow, 1)
    retire(uow, 2)
    retire(uow, 1, filler=True)
    links = uow.canon.links(SERIES, after=1)
    assert [(link.position, link.kind, link.number) for link in links] == [
        (2, "skip", 1),
        (3, "episode", 2),
        (4, "filler", 1),
    ]
    assert [link.parent_digest for link in links[1:]] == [link.digest for link in links[:-1]]


def test_a_withdrawn_hour_that_the_story_passes_stays_withdrawn(uow: UnitOfWork) -> None:
    draft(uow, 1)
    uow.episodes.withdraw(SERIES, 1, "no good", NOW)
    skip(uow, 1)
    found = uow.episodes.get(SERIES, 1)
    assert found is not None
    assert (found.state, uow.series.require(SERIES).frontier) == ("withdrawn", 1)


def test_people_and_threads_are_kept_as_canon_stands(uow: UnitOfWork) -> None:
    thread = OpenThread(id="bell", title="The bell", question="Who rings it?", due_number=9)
    retire(uow, 1, thread, Depart(subject=hero(), status="absent", reason="A trip."))
    retire(uow, 2, ResolveThread(id="bell", how="The wind."))
    rows = uow.canon._session.connection()
    person = rows.exec_driver_sql(
        "SELECT status, changed_number FROM characters WHERE character_id = 'aki'"
    ).one()
    story = rows.exec_driver_sql(
        "SELECT status, opened_number, due_number, changed_number FROM plot_threads WHERE thread_id = 'bell'"
    ).one()
    assert (tuple(person), tuple(story)) == (("absent", 1), ("resolved", 1, 9, 2))


def test_every_so_often_a_link_is_a_checkpoint(uow: UnitOfWork) -> None:
    for number in range(1, CHECKPOINT_LINKS):
        skip(uow, number)
    marked = [link.position for link in uow.canon.links(SERIES) if link.state_digest is not None]
    assert marked == [CHECKPOINT_LINKS]
    assert uow.canon.verify(SERIES) is None


def test_superseded_facts_are_not_read_for_an_earlier_hour(uow: UnitOfWork) -> None:
    connection = uow.canon._session.connection()
    connection.exec_driver_sql(
        "INSERT INTO canon_facts SELECT %s, 'aki', 'mood', n, n, n + 1, 1, 'calm' FROM generate_series(1, 20000) n",
        (SERIES,),
    )
    connection.exec_driver_sql("ANALYZE canon_facts")
    explain = text(f"EXPLAIN {AS_OF.text}")
    plan = " ".join(row[0] for row in connection.execute(explain, {"series": SERIES, "number": 10_000}))
    assert "Seq Scan" not in plan
    assert "ix_canon_facts_reach" in plan
    fact = uow.canon.as_of(SERIES, 10_000).get("aki", "mood")
    assert fact is not None
    assert fact.number == 10_000


def test_the_sum_of_standing_facts_forgets_what_ended() -> None:
    facts = [Fact("aki", "mood", value, 1, 1) for value in ("calm", "wild", "sad")]
    total = moved_sum(EMPTY_SUM, facts, [])
    assert moved_sum(total, [], reversed(facts)) == EMPTY_SUM
    assert moved_sum(total, [], facts[:1]) == moved_sum(EMPTY_SUM, facts[1:], [])


MOODS = st.sampled_from(["calm", "wild", "sad"])
ATTRIBUTES = st.sampled_from(["mood", "goal", "fear"])
HOURS = st.lists(
    st.tuples(st.sampled_from(["tell", "skip"]), st.lists(st.tuples(ATTRIBUTES, MOODS), max_size=3)),
    max_size=6,
)
AFTERWARDS = st.lists(st.tuples(st.integers(1, 6), ATTRIBUTES, MOODS), max_size=4)


@given(hours=HOURS, afterwards=AFTERWARDS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_canon_as_of_any_hour_is_what_replaying_the_story_gives(
    database: Database, hours: list, afterwards: list
) -> None:
    """Hours told or skipped in order, then fillers for the skipped and retcons for the told, in any order."""
    with database.unit_of_work() as uow:
        begin(uow)
        told: list[tuple[int, int, list[tuple[int, Change]]]] = []
        for number, (kind, pairs) in enumerate(hours, 1):
            changes = [sets(a, v) for a, v in pairs] + [
                RecordEvent(id=f"event_{number}", text="It happened.")
            ]
            if kind == "skip":
                skip(uow, number)
            else:
                told.append((number, retire(uow, number, *changes).position, list(in_scenes(changes))))
        skipped = {n for n, (kind, _) in enumerate(hours, 1) if kind == "skip"}
        for number, attribute, value in afterwards:
            if number in skipped:
                skipped.discard(number)
                own = in_scenes([sets(attribute, value)])
                told.append((number, retire(uow, number, own[0][1], filler=True).position, list(own)))
            elif number <= len(hours):
                own = [(0, Retcon(subject=hero(), attribute=attribute, value=value, reason="It was so."))]
                link = uow.canon.append_link(SERIES, "retcon", number, own, NOW)
                told.append((number, link.position, list(own)))
        state = CanonState().after([(0, c) for c in bible().genesis()], 0)
        expected = [list(state)]
        for number in range(1, len(hours) + 1):
            for _, _, changes in sorted((t for t in told if t[0] == number), key=lambda t: t[1]):
                state = state.after(changes, number)
            expected.append(list(state))
        assert [list(uow.canon.as_of(SERIES, n)) for n in range(len(hours) + 1)] == expected
        assert list(uow.canon.current(SERIES)) == expected[-1]
        assert uow.canon.verify(SERIES) is None


def test_keys_of_many_subjects_are_told_apart_and_lie_in_the_stretch_of_their_subject(
    uow: UnitOfWork,
) -> None:
    counted = text(
        """
        SELECT count(DISTINCT key), bool_and(key BETWEEN own AND own | 1099511627775) FROM (
            SELECT fact_key('s', 'event:' || n, a) AS key, subject_key('s', 'event:' || n) AS own
            FROM generate_series(1, 20000) AS n, unnest(ARRAY['kind', 'text']) AS a) keys
        """
    )
    assert tuple(uow._session.execute(counted).one()) == (40_000, True)


def test_all_of_a_subject_at_an_hour_is_what_the_whole_state_has_of_it(uow: UnitOfWork) -> None:
    for number, mood in ((1, "calm"), (2, "wild"), (3, "sad")):
        retire(uow, number, sets("mood", mood), sets(f"habit_{number}", mood))
    _retcon(uow, 2, "merry")
    for number in range(4):
        told = {f.attribute: f.value for f in uow.canon.of_subject(SERIES, hero(), number)}
        whole = uow.canon.as_of(SERIES, number).facts[hero()]
        assert told == {attribute: fact.value for attribute, fact in whole.items()}


def test_the_newest_values_of_a_key_up_to_an_hour_are_read_without_the_others(uow: UnitOfWork) -> None:
    for number in range(1, 7):
        retire(uow, number, sets("mood", f"mood {number}"))
    newest = uow.canon.history(SERIES, hero(), "mood", until=5, limit=2)
    assert [f.valid_from for f in newest] == [4, 5]

"""Canon in the database: links, facts in story time, drafts."""

from __future__ import annotations

import pytest

from anigen_assets.errors import OutOfOrderError, StateError
from anigen_assets.store.database import Database
from anigen_tests.store.story import NOW, SERIES, begin, draft, hero, in_scenes, retire, sets, skip


def test_a_series_begins_with_the_bible_as_canon(database: Database) -> None:
    with database.unit_of_work() as uow:
        series = begin(uow)
        uow.commit()
        assert (series.chain_length, series.frontier, series.head_digest) == (1, 0, series.genesis_digest)
        assert uow.canon.current(SERIES).character(hero()) is not None
        assert uow.canon.verify(SERIES) is None


def test_what_an_episode_sets_holds_from_its_hour_on(database: Database) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
        retire(uow, 1, sets("mood", "calm"))
        retire(uow, 2)
        retire(uow, 3, sets("mood", "wild"))
        seen = [uow.canon.as_of(SERIES, n).value(hero(), "mood", "unset") for n in range(5)]
        assert seen == ["unset", "calm", "calm", "wild", "wild"]
        assert uow.canon.verify(SERIES) is None


def test_a_filler_fact_ends_where_a_later_hour_has_said_otherwise(database: Database) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
        retire(uow, 1)
        skip(uow, 2)
        retire(uow, 3)
        retire(uow, 4, sets("mood", "wild"))
        retire(uow, 2, sets("mood", "calm"), filler=True)
        seen = [uow.canon.as_of(SERIES, n).value(hero(), "mood", "unset") for n in range(5)]
        assert seen == ["unset", "unset", "calm", "calm", "wild"]
        assert uow.canon.current(SERIES).value(hero(), "mood") == "wild"
        assert uow.canon.verify(SERIES) is None


def test_hours_become_canon_in_order(database: Database) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
        draft(uow, 2)
        with pytest.raises(OutOfOrderError, match="next in order is episode 1"):
            uow.canon.append_link(SERIES, "episode", 2, (), NOW)


def test_only_the_changes_of_the_plan_on_record_become_canon(database: Database) -> None:
    with database.unit_of_work() as uow:
        begin(uow)
        draft(uow, 1, sets("mood", "calm"))
        with pytest.raises(StateError, match="not the changes of its plan"):
            uow.canon.append_link(SERIES, "episode", 1, in_scenes([sets("mood", "wild")]), NOW)

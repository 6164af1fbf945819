"""The pyramid's arithmetic at its edges."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anigen_assets.story.context.pyramid import (
    LEVELS,
    Block,
    BlockLevel,
    block_of,
    blocks_around,
    children,
    complete,
    cover,
    remembered,
    span,
)


@given(st.integers(min_value=0, max_value=20_000_000))
def test_a_cover_tells_every_hour_once_in_order(last: int) -> None:
    blocks = cover(last)
    assert sum(block.last - block.first + 1 for block in blocks) == last
    assert all(a.last + 1 == b.first for a, b in pairwise(blocks))
    assert not blocks or (blocks[0].first, blocks[-1].last) == (1, last)


@given(st.integers(min_value=16, max_value=1_000_000))
def test_what_is_remembered_tells_every_hour_once_and_always_has_its_newest_arc(last: int) -> None:
    blocks = remembered(last)
    assert all(a.last + 1 == b.first for a, b in pairwise(blocks))
    assert (blocks[0].first, blocks[-1].last) == (1, last)
    newest = [block for block in blocks if block.level == "arc"][-1]
    assert 0 <= last - newest.last < 16


@given(st.integers(min_value=1, max_value=16_000_000))
def test_a_cover_grows_with_the_logarithm(last: int) -> None:
    levels = [block.level for block in cover(last)]
    assert all(levels.count(level) <= 15 for level in LEVELS)


@pytest.mark.parametrize("level", LEVELS[1:])
def test_a_block_is_complete_with_its_last_hour_and_not_before(level: BlockLevel) -> None:
    hours = span(level)
    assert list(complete(level, hours - 1)) == []
    assert list(complete(level, hours)) == [1]
    assert list(complete(level, 2 * hours)) == [1, hours + 1]
    assert cover(hours) == (Block(level, 1, hours),)
    assert cover(hours - 1)[0].level == LEVELS[LEVELS.index(level) - 1]


@pytest.mark.parametrize(("number", "first"), [(1, 1), (16, 1), (17, 17), (256, 241), (257, 257)])
def test_an_hour_lies_in_the_arc_that_begins_at_a_multiple_of_sixteen(number: int, first: int) -> None:
    assert block_of("arc", number) == Block("arc", first, first + 15)


def test_a_block_has_sixteen_children_that_cover_it() -> None:
    for block in blocks_around(70_000):
        below = children(block)
        assert len(below) == 16
        assert (below[0].first, below[-1].last) == (block.first, block.last)
    assert children(block_of("episode", 5)) == ()

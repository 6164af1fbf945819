"""The upper bound of tokens: never below what a byte-pair tokenizer makes, additive, and kept beside real counts."""

from __future__ import annotations

import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anigen_assets.story.context.common_words import COMMON_WORDS
from anigen_assets.story.context.tokens import BoundCheck, joins, upper_bound

LETTERS = string.ascii_letters
PAIRS = [a + b for a in " " + LETTERS for b in LETTERS if joins(a + b)]


def tokens(word: str, ranks: dict[str, int]) -> int:
    """A byte-pair tokenizer whose vocabulary joins pairs of letters in the order of their ranks, and nothing longer."""
    pieces = list(word)
    while True:
        joinable = [(ranks[a + b], i) for i, (a, b) in enumerate(pairwise(pieces)) if a + b in ranks]
        if not joinable:
            return len(pieces)
        _, at = min(joinable)
        pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]


@given(st.text(alphabet=LETTERS, min_size=1, max_size=24), st.booleans(), st.randoms(use_true_random=False))
def test_no_order_of_joining_makes_more_tokens_of_a_word_than_the_bound(
    word: str, spaced: bool, order: object
) -> None:
    pairs = list(PAIRS)
    order.shuffle(pairs)  # type: ignore[attr-defined]
    written = f" {word}" if spaced and f" {word}" not in COMMON_WORDS else word
    assert tokens(written, {pair: rank for rank, pair in enumerate(pairs)}) <= upper_bound(written)


def test_the_bound_is_reached_by_the_worst_order_of_joining() -> None:
    worst = {pair: rank for rank, pair in enumerate(("an", "di", *PAIRS))}
    assert tokens("banedir", worst | {"an": 0, "di": 1}) == upper_bound("banedir") == 5


@given(st.text())
def test_no_text_takes_more_than_its_bytes_and_only_the_empty_one_takes_nothing(text: str) -> None:
    assert (not text) == (upper_bound(text) == 0)
    assert upper_bound(text) <= len(text.encode(errors="surrogatepass"))


@given(
    st.lists(st.text(alphabet=st.characters(exclude_characters="\n", exclude_categories=["Cs"])), max_size=6)
)
def test_lines_add_up(lines: list[str]) -> None:
    assert upper_bound("\n".join(lines)) == sum(map(upper_bound, lines)) + max(0, len(lines) - 1)


@pytest.mark.parametrize(("text", "at_most"), [("潮の番", 9), ("🦊", 4), ("12:30", 5), ("don't", 4), ("", 0)])
def test_what_is_no_latin_letter_counts_by_its_bytes(text: str, at_most: int) -> None:
    assert upper_bound(text) == at_most


def test_the_commonest_words_are_one_token_each_and_prose_stays_below_half_its_bytes() -> None:
    prose = (
        "She looked at the water for a long time, and then she said that nobody would come before morning."
    )
    assert upper_bound(" water because people") == 3
    assert upper_bound(prose) < len(prose) / 2


def test_a_providers_count_is_held_against_the_bound() -> None:
    good, bad = BoundCheck(bound=9_000, reported=5_000), BoundCheck(bound=9_000, reported=9_001)
    assert (good.holds, round(good.ratio, 3)) == (True, 0.556)
    assert (bad.holds, bad.ratio > 1) == (False, True)

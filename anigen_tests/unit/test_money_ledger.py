"""Amounts are exact, a balance is a sum, and a budget is never passed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from anigen_assets.money.amounts import LARGEST_USD, Usd, usd, usd_at_least
from anigen_assets.money.budget import PAUSED, Purse, decide
from anigen_assets.money.entries import (
    Entry,
    EntryKind,
    balance_usd,
    charges_of,
    entries_of,
    release,
    reserve,
    settle,
)
from anigen_assets.money.estimate import quote_episodes
from anigen_assets.money.price_book import PriceBook
from anigen_assets.story.bible import Format

amounts = st.decimals(min_value=0, max_value=100_000, places=6)
fine = st.decimals(min_value=0, max_value=1_000, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("wrong", [0.1, 1.0, True, None, [1], float("nan")])
def test_a_float_or_anything_else_inexact_raises(wrong: object):
    with pytest.raises(TypeError, match="money is written as"):
        usd(wrong)


@pytest.mark.parametrize("wrong", ["", "ten", "NaN", "Infinity", Decimal("-Infinity"), LARGEST_USD + 1])
def test_what_is_no_amount_raises(wrong: Decimal | str):
    with pytest.raises(ValueError, match=r"number|amount|more than"):
        usd(wrong)


@pytest.mark.parametrize(
    ("given_amount", "rounded", "at_least"),
    [
        ("0.1", "0.100000", "0.100000"),
        (3, "3.000000", "3.000000"),
        ("0.0000005", "0.000000", "0.000001"),
        ("0.0000015", "0.000002", "0.000002"),
        ("0.0000001", "0.000000", "0.000001"),
        ("-0.0000001", "0.000000", "0.000000"),
    ],
)
def test_six_places_half_to_even_or_up(given_amount: str | int, rounded: str, at_least: str):
    assert (str(usd(given_amount)), str(usd_at_least(given_amount))) == (rounded, at_least)


def test_a_model_s_dollars_take_no_float():
    class Bill(BaseModel):
        amount_usd: Usd

    assert str(Bill(amount_usd="1.5").amount_usd) == "1.500000"
    with pytest.raises(TypeError):
        Bill(amount_usd=1.5)
    with pytest.raises(ValidationError):
        Bill(amount_usd="a lot")


@given(fine)
def test_rounding_moves_an_amount_by_less_than_a_microdollar(amount: Decimal):
    assert abs(usd(amount) - amount) <= Decimal("0.0000005")
    assert 0 <= usd_at_least(amount) - amount < Decimal("0.000001")


@given(
    st.lists(
        st.tuples(fine, fine, st.one_of(st.none(), st.just("released"), amounts)),
        max_size=12,
    )
)
def test_the_balance_is_the_charges_and_what_is_still_set_aside(operations):
    entries: list[Entry] = []
    expected = Decimal(0)
    for i, (quantity, price, end) in enumerate(operations):
        entries.append(reservation := reserve(f"op{i}", quantity, "second", price, "google"))
        if end is None:
            expected += reservation.amount_usd
        elif end == "released":
            entries.append(release(reservation))
        else:
            entries.append(settle(reservation, end))
            expected += end
    assert balance_usd(reversed(entries)) == expected


@given(fine, fine)
def test_a_reservation_is_never_too_little(quantity: Decimal, price: Decimal):
    assert reserve("op", quantity, "second", price, "google").amount_usd >= quantity * price


def test_estimates_and_quotes_move_no_money():
    book, bible = PriceBook.load(), SimpleNamespace(format=Format())
    quote = quote_episodes(1, bible, book, date(2026, 11, 22), "720p")
    words = entries_of(quote, EntryKind.ESTIMATE) + entries_of(quote, EntryKind.QUOTE)
    assert sum(e.amount_usd for e in words) == 2 * quote.total_usd
    assert balance_usd(words) == 0


def test_the_entries_of_a_quote_tell_its_rows_apart():
    quote = quote_episodes(1, SimpleNamespace(format=Format()), PriceBook.load(), date(2026, 11, 22), "720p")
    assert [e.key for e in entries_of(quote, EntryKind.QUOTE)] == [
        "paid:director",
        "paid:video",
        "paid:images",
    ]


def test_offline_charges_are_entries_of_zero():
    bible = SimpleNamespace(format=Format())
    quote = quote_episodes(1, bible, PriceBook.load(), date(2026, 11, 22), "720p", line_up="offline")
    assert [(e.kind, str(e.amount_usd)) for e in charges_of(quote)] == [(EntryKind.ACTUAL, "0.000000")] * 3


@pytest.mark.parametrize(
    ("kind", "amount"),
    [(EntryKind.ACTUAL, "-1"), (EntryKind.RESERVE, "-1"), (EntryKind.QUOTE, "-1"), (EntryKind.RELEASE, "1")],
)
def test_an_entry_has_the_sign_of_its_kind(kind: EntryKind, amount: str):
    with pytest.raises(ValueError, match="negative"):
        Entry(kind, "k", Decimal(amount), "google")


def test_an_entry_takes_no_float():
    with pytest.raises(TypeError):
        Entry(EntryKind.ACTUAL, "k", 0.5, "google")


def test_only_a_reservation_is_settled():
    charge = Entry(EntryKind.ACTUAL, "k", Decimal(1), "google")
    with pytest.raises(ValueError, match="only a reservation"):
        settle(charge, Decimal(1))
    with pytest.raises(ValueError, match="only a reservation"):
        release(charge)


def test_a_negative_charge_is_refused():
    with pytest.raises(ValueError, match="never negative"):
        settle(reserve("k", Decimal(1), "second", Decimal(1), "google"), Decimal(-1))


@given(amounts, st.tuples(amounts, amounts, amounts), st.tuples(amounts, amounts, amounts))
def test_what_is_allowed_keeps_every_budget(amount, budget, spent):
    decision = decide(amount, Purse(*budget), Purse(*spent))
    fits = all(s + amount <= b for s, b in zip(spent, budget, strict=True))
    assert decision.allowed == (fits or amount == 0)


@given(amounts, st.tuples(amounts, amounts, amounts), st.tuples(amounts, amounts, amounts))
def test_with_the_missing_money_it_would_have_been_allowed(amount, budget, spent):
    decision = decide(amount, Purse(*budget), Purse(*spent))
    assert decide(amount, Purse(*budget).plus(decision.short_usd), Purse(*spent)).allowed


def test_a_key_alone_never_spends():
    decision = decide(Decimal("0.000001"), Purse(), Purse())
    assert (decision.allowed, decision.state) == (False, PAUSED)


def test_what_costs_nothing_needs_no_budget():
    assert decide(Decimal(0), Purse(), Purse(month_usd=Decimal(5))).state == "allowed"


def test_the_reason_names_the_span_that_is_shortest_of_money():
    decision = decide(
        Decimal(5), Purse(Decimal(9), Decimal(30), Decimal(100)), Purse(Decimal(0), Decimal(27), Decimal(90))
    )
    assert "bring the day to 32.000000 USD, and its budget is 30.000000 USD" in decision.reason
    assert decision.short_usd == 2


@pytest.mark.parametrize("wrong", [0.5, -1])
def test_a_wrong_amount_is_not_decided_on(wrong):
    with pytest.raises((TypeError, ValueError)):
        decide(wrong, Purse(), Purse())


def test_a_negative_budget_is_refused():
    with pytest.raises(ValueError, match="day_usd is -1"):
        Purse(day_usd=Decimal(-1))

"""Prices are dated data, an unknown price refuses, and quotes reproduce the figures the show was planned with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from anigen_assets.money.estimate import quote_episodes, quote_plan
from anigen_assets.money.price_book import PriceBook, PriceBookError, UnknownPriceError
from anigen_assets.story.bible import Format
from anigen_assets.story.continuity.stage import Stage

BOOK = PriceBook.load()
TODAY = date(2026, 11, 22)
BRIEF_DAY = BOOK.line_up("brief").day or TODAY
BIBLE = SimpleNamespace(format=Format())


@pytest.mark.parametrize(
    ("episodes", "total"), [(1, "27.660000"), (24, "663.840000"), (720, "19915.200000"), (0, "0.000000")]
)
def test_the_brief_s_prices_reproduce_its_figures(episodes: int, total: str):
    quote = quote_episodes(episodes, BIBLE, BOOK, BRIEF_DAY, "720p", line_up="brief")
    assert str(quote.total_usd) == total


def test_a_scene_costs_4_61_at_the_brief_s_prices():
    plan = Stage().plan
    one_scene = plan.model_copy(update={"scenes": plan.scenes[:1]})
    quote = quote_plan(one_scene, BIBLE, BOOK, BRIEF_DAY, "720p", line_up="brief")
    assert quote.total_usd == Decimal("4.61")


@pytest.mark.parametrize(
    ("quality", "total"),
    [("480p", "18.660000"), ("540p", "18.660000"), ("720p", "18.660000"), ("1080p", "22.260000")],
)
def test_today_s_prices_of_an_episode(quality: str, total: str):
    assert str(quote_episodes(1, BIBLE, BOOK, TODAY, quality).total_usd) == total


def test_a_plan_costs_what_an_episode_of_its_format_costs():
    by_plan = quote_plan(Stage().plan, BIBLE, BOOK, TODAY, "1080p")
    assert by_plan == quote_episodes(1, BIBLE, BOOK, TODAY, "1080p")


def test_offline_everything_costs_nothing_but_is_counted():
    quote = quote_episodes(3, BIBLE, BOOK, TODAY, "720p", line_up="offline")
    assert str(quote.total_usd) == "0.000000"
    assert [(row.role, row.quantity) for row in quote.rows] == [
        ("director", Decimal(18)),
        ("video", Decimal(540)),
        ("images", Decimal(18)),
    ]


def test_a_quote_is_split_by_provider():
    quote = quote_episodes(1, BIBLE, BOOK, BRIEF_DAY, "720p", line_up="brief")
    assert quote.by_provider() == {
        "anthropic": Decimal("0.6"),
        "google": Decimal("27"),
        "openai": Decimal("0.06"),
    }


@pytest.mark.parametrize(
    ("day", "price"), [(date(2026, 4, 6), "0.15"), (date(2026, 4, 7), "0.10"), (TODAY, "0.10")]
)
def test_a_price_changes_on_its_exact_day(day: date, price: str):
    assert BOOK.price("google", "veo-3.1-fast-generate-001", "second_720p", day) == Decimal(price)


@pytest.mark.parametrize(
    ("provider", "model", "unit", "day", "said"),
    [
        ("google", "veo-9", "second_720p", TODAY, "no price of that model is known"),
        ("google", "veo-3.1-fast-generate-001", "second_8k", TODAY, "known units of it: second_1080p"),
        ("openai", "dall-e-3", "image_1024_hd", date(2026, 5, 13), "known for 2025-12-01 to 2026-05-12"),
        ("anthropic", "claude-opus-4-5", "million_input_tokens", date(2025, 11, 30), "2025-12-01 to today"),
    ],
)
def test_an_unknown_price_refuses(provider: str, model: str, unit: str, day: date, said: str):
    with pytest.raises(UnknownPriceError, match=said):
        BOOK.price(provider, model, unit, day)


def test_a_quote_with_an_unknown_price_refuses():
    with pytest.raises(UnknownPriceError):
        quote_episodes(1, BIBLE, BOOK, date(2024, 1, 1), "720p")


def test_a_quality_nobody_sells_is_refused():
    with pytest.raises(PriceBookError, match="8k"):
        quote_episodes(1, BIBLE, BOOK, TODAY, "8k")


def test_a_negative_number_of_episodes_is_refused():
    with pytest.raises(ValueError, match="-1 episodes"):
        quote_episodes(-1, BIBLE, BOOK, TODAY, "720p")


def test_an_unknown_line_up_is_refused():
    with pytest.raises(PriceBookError, match="'dream' is not a line-up"):
        BOOK.line_up("dream")


PRICE_FILE = """
rows:
  - {{provider: p, models: [m], valid_from: {first}, valid_to: {first_end}, source: s, checked_on: 2026-01-01,
     prices: {{second: {price}}}}}
  - {{provider: p, models: [m], valid_from: 2026-06-01, valid_to: null, source: s, checked_on: 2026-01-01,
     prices: {{second: "2"}}}}
line_ups: {{}}
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"first_end": "2026-06-01"}, "two prices on 2026-06-01"),
        ({"first_end": "null"}, "two prices on 2026-06-01"),
        ({"first_end": "2025-12-31"}, "before it begins"),
        ({"price": '"-1"'}, "greater than or equal to 0"),
        ({"price": '"cheap"'}, "'cheap' is not a number"),
        ({"price": '"NaN"'}, "not an amount of money"),
        ({"price": "0.15"}, "not as float"),
        ({"price": "{"}, "cannot be used"),
    ],
)
def test_a_broken_price_file_is_refused(tmp_path, change: dict[str, str], said: str):
    good = {"first": "2026-01-01", "first_end": "2026-05-31", "price": '"1"'}
    path = tmp_path / "prices.yaml"
    path.write_text(PRICE_FILE.format(**good))
    assert PriceBook.load(path).price("p", "m", "second", date(2026, 5, 31)) == 1
    path.write_text(PRICE_FILE.format(**(good | change)))
    with pytest.raises(PriceBookError, match=said):
        PriceBook.load(path)

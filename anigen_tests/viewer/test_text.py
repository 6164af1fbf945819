from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from anigen_viewer.components.text import ago_words, as_text, length_words


@pytest.mark.parametrize(
    "words",
    [
        "**bold**",
        "![x](http://evil/x.png)",
        "<script>alert(1)</script>",
        "$x^2$",
        ":red[hot]",
        "[a](javascript:b)",
        "# h",
    ],
)
def test_markup_in_a_models_words_is_escaped(words: str) -> None:
    shown = as_text(words)
    unescaped = [c for i, c in enumerate(shown) if c in "*![]()<>$:#" and shown[i - 1] != "\\"]
    assert unescaped == []
    assert shown.replace("\\", "").replace("\u2060", "") == words


@pytest.mark.parametrize("words", ["http://e.vil/x", "HTTPS://e.vil", "www.e.vil", "you@e.vil"])
def test_what_looks_like_an_address_is_broken_by_an_invisible_joiner(words: str) -> None:
    assert "\u2060" in as_text(words)


def test_direction_marks_and_control_characters_are_dropped() -> None:
    assert as_text("a\u202eb\u0007c") == "abc"


def test_endless_text_is_cut() -> None:
    assert len(as_text("x" * 10_000, 100)) == 100


def test_lengths_and_ages_read_like_a_person_says_them() -> None:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    assert length_words(180.0) == "3:00"
    assert ago_words(now - timedelta(minutes=5), now) == "5 min ago"
    assert ago_words(now - timedelta(hours=5), now) == "5 h ago"

"""The small grammar of the offline director: pronouns, capitals, articles and wordings."""

from __future__ import annotations

import random

import pytest

from anigen_assets.providers.offline_director.almanac import weather_of
from anigen_assets.providers.offline_director.grammar import filled, with_pronouns, worded
from anigen_assets.providers.offline_director.voices import expanded
from anigen_assets.story.vocabulary import Weather

PEOPLE = {"Koto": "She", "Kayano": "He", "Fumi": "She"}


def _slot(slot: str, part: str, vocative: bool) -> str | None:
    return {"a": "Koto", "thing": "umbrella"}.get(slot)


def test_a_name_is_not_repeated_at_the_head_of_the_next_clause() -> None:
    told = "Koto doesn't shout. Koto sits with it; Koto waits."
    assert with_pronouns(told, PEOPLE) == "Koto doesn't shout. She sits with it; Koto waits."


def test_a_name_stays_where_the_pronoun_could_mean_somebody_else() -> None:
    told = "Koto looks at Fumi. Koto waits."
    assert with_pronouns(told, PEOPLE) == told


def test_a_name_stays_when_somebody_else_was_spoken_of_before() -> None:
    told = "Kayano has come late. Koto waits."
    assert with_pronouns(told, PEOPLE) == told


def test_sentences_begin_with_capitals_and_initials_end_none() -> None:
    assert filled("it rains. {a} and R. are wet.", _slot) == "It rains. Koto and R. are wet."


def test_articles_fit_the_next_word() -> None:
    assert filled("A(n) {thing}, a(n) boat, a(n) hour.", _slot) == "An umbrella, a boat, an hour."


def test_a_slot_without_words_spoils_the_text() -> None:
    assert filled("{a} has {secret}.", _slot) is None


def test_choices_of_one_number_belong_together() -> None:
    assert [worded("[One|Two] and [one|two].", n) for n in (0, 1)] == ["One and one.", "Two and two."]


@pytest.mark.parametrize("seed", range(12))
def test_fog_that_is_needed_later_does_not_lift_in_between(seed: int) -> None:
    wants = [frozenset({"fog"}), frozenset(), frozenset(), frozenset({"fog"})]
    weathers = weather_of(random.Random(seed), 1, None, wants)
    assert set(weathers) == {Weather.FOG}


def test_those_who_never_contract_say_who_has_lost_what() -> None:
    assert expanded("Somebody's lost it. Isn't it late?") == "Somebody has lost it. Is it not late?"

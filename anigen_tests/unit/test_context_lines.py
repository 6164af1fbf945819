"""Lines that are kept for ever: short whatever the language, and never empty of what they are about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from anigen_assets.story.context.lines import (
    EPISODE_CHARACTERS,
    SCENE_BYTES,
    clipped,
    episode_line,
    scene_lines,
    short_name,
)
from anigen_tests.store.story import plan

words = st.text(min_size=1, max_size=240).filter(str.strip)


@given(words, words)
def test_a_scene_takes_a_line_of_bounded_bytes_in_any_language(summary: str, name: str) -> None:
    told = plan(3)
    scenes = tuple(scene.model_copy(update={"summary": summary}) for scene in told.scenes)
    lines = scene_lines(told.model_copy(update={"scenes": scenes}), lambda _one: name).split("\n")
    assert [line.split(" ")[0] for line in lines] == ["1", "2", "3", "4", "5", "6"]
    assert max(len(line.encode()) for line in lines) <= SCENE_BYTES


@given(words, words)
def test_an_episode_takes_one_line(title: str, logline: str) -> None:
    line = episode_line(plan(3).model_copy(update={"title": title, "logline": logline}))
    assert "\n" not in line
    assert len(line) <= EPISODE_CHARACTERS


def test_a_text_is_cut_between_words_and_shows_it() -> None:
    assert clipped("The tide comes twice a day.", 100) == "The tide comes twice a day."
    assert clipped("The tide comes twice a day.", 20) == "The tide comes…"


def test_people_go_by_the_first_word_of_their_name_that_is_no_title() -> None:
    names = ("Nagi Isobe", "Mr. Kayano", "Captain Ono", "Miss", "Dr. Lin Wu")
    assert [short_name(name) for name in names] == ["Nagi", "Kayano", "Ono", "Miss", "Lin"]

"""What a long series says by itself is let pass: names that come back, news, feasts; what is wrong beside it is not."""

from __future__ import annotations

import pytest

from anigen_assets.story.changes import Depart, Hold, IntroduceItem, OpenThread, ResolveThread
from anigen_assets.story.continuity import check_plan
from anigen_assets.story.continuity.stage import Stage
from anigen_assets.story.plan import DialogueLine
from anigen_assets.story.vocabulary import Emotion

LEFT = Depart(subject="tomo", status="departed", reason="the mainland")
WITH_MIKA = Hold(item="compass", holder="mika", previous="ren")
AOIS = IntroduceItem(id="compass_2", name="Aoi's brass compass", description="another", holder="aoi")
TOMOS = IntroduceItem(id="compass_2", name="Tomo's brass compass", description="another", holder="tomo")
NOISE = OpenThread(id="noise", title="The Noise Below", question="What clanks below the pier?", due_number=9)
SETTLED = ResolveThread(id="noise", how="a loose chain")
AGAIN = NOISE.model_copy(update={"id": "noise_2", "due_number": 90})


def summed(text: str, *facts: object) -> set[str]:
    return _rules(Stage().told(3, 2, *facts).scene(4, summary=text))  # type: ignore[arg-type]


def said(text: str, *facts: object) -> set[str]:
    stage = Stage().told(3, 2, *facts)  # type: ignore[arg-type]
    line = DialogueLine(speaker="aoi", text=text, emotion=Emotion.NEUTRAL)
    return _rules(stage.scene(4, dialogue=(line, stage.plan.scenes[3].dialogue[1])))


def _rules(stage: Stage) -> set[str]:
    return {f.rule for f in check_plan(stage.plan, stage.canon, stage.bible)}


def test_of_several_things_of_one_name_the_one_at_hand_is_meant() -> None:
    assert summed("Aoi wraps the brass compass in silk.", WITH_MIKA, AOIS) == set()


def test_a_thing_is_not_at_hand_when_each_of_its_name_is_elsewhere() -> None:
    assert summed("Aoi wraps the brass compass in silk.", WITH_MIKA, TOMOS) == {"told-item-elsewhere"}


def test_a_lost_thing_is_not_missed_where_another_of_its_name_is_at_hand() -> None:
    lost = WITH_MIKA.model_copy(update={"holder": "", "state": "lost"})
    assert summed("The brass compass lies on the table.", lost, AOIS) == set()


def test_a_thing_whose_name_only_begins_with_an_owner_is_not_called_by_the_rest() -> None:
    lamp = IntroduceItem(id="x1", name="ship's lamp", description="a lamp", holder="mika")
    assert summed("Aoi holds the page to the lamp.", lamp) == set()


def test_a_thing_called_by_a_common_word_is_one_of_many() -> None:
    umbrella = IntroduceItem(id="x1", name="umbrella", description="an umbrella", holder="mika")
    assert summed("Aoi opens the umbrella.", umbrella) == set()


def test_a_question_that_has_been_opened_again_is_open() -> None:
    assert summed("The Noise Below is still a mystery.", NOISE, SETTLED, AGAIN) == set()


def test_a_question_that_was_answered_each_time_is_not_open() -> None:
    again = SETTLED.model_copy(update={"id": "noise_2"})
    assert summed("The Noise Below is still a mystery.", NOISE, SETTLED, AGAIN, again) == {"told-thread-open"}


@pytest.mark.parametrize(
    "text",
    [
        "I only heard last night, Ren: Tomo thanked the wrong person yesterday.",
        "They told me that Tomo sings in a choir now.",
    ],
)
def test_news_of_somebody_who_left_does_not_bring_them_back(text: str) -> None:
    assert said(text, LEFT) == set()


def test_a_prompt_that_quotes_the_newspaper_shows_nobody_of_whom_it_writes() -> None:
    stage = Stage().told(3, 2, LEFT).scene(4, video_prompt="It said: Tomo is selling up.")
    assert "told-away-acts" not in _rules(stage)


def test_that_somebody_who_left_has_stopped_doing_something_is_no_deed() -> None:
    assert (
        summed("Ren printed something about Tomo that was not true, and Tomo has stopped going out.", LEFT)
        == set()
    )


@pytest.mark.parametrize(
    "text",
    [
        "It is nearly midnight, and somebody has quietly done everything.",
        "It is the Night of Open Windows, and everything has been done.",
        "Seven people have been asked about A Winter in 1931.",
    ],
)
def test_an_hour_that_is_near_or_part_of_a_name_is_not_the_hour(text: str) -> None:
    assert summed(text) == set()


def test_whether_something_happened_is_another_question_than_why() -> None:
    dog = OpenThread(id="dog", title="Who?", question="Why did a dog lie down on the step?", due_number=9)
    solved = ResolveThread(id="dog", how="it was tired")
    assert said("Is it true, Ren? That a dog lay down on the step?", dog, solved) == set()


def test_a_crowd_that_never_met_is_not_two_people_who_never_met() -> None:
    assert said("We've all been coming here for years, and never met, Ren.") == set()


def test_spectacles_that_are_counted_are_nobodys() -> None:
    assert said("Sixty-one buttons and a whole pair of spectacles, Ren.") == set()


def test_weather_that_is_only_an_excuse_is_no_weather() -> None:
    assert said("You can't go up there. It's snowing, since you ask.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Did I tell you what clanks below the pier?",
        "There was a year when nobody found out what clanks below the pier.",
    ],
)
def test_a_question_that_is_told_of_as_past_is_not_open(text: str) -> None:
    assert said(text, NOISE, SETTLED) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The clanks below the pier are only clanks, if you ask me.",
        "Still thinking about The Noise Below, Ren?",
        "Nobody clanks below the pier, I tell you.",
    ],
)
def test_a_question_that_comes_to_mind_again_is_not_open(text: str) -> None:
    assert said(text, NOISE, SETTLED) == set()


def test_two_people_are_no_title() -> None:
    both = NOISE.model_copy(update={"title": "Aoi and Ren"})
    assert summed("Aoi and Ren go from door to door, and nobody knows a way in.", both, SETTLED) == set()


def test_who_is_named_as_in_a_question_is_not_asked_about() -> None:
    journey = OpenThread(
        id="journey", title="Gone", question="Where does Tomo Kuroda go, and for whom?", due_number=9
    )
    solved = ResolveThread(id="journey", how="to the sea")
    text = "Ren comes by late, when nobody is there, and finds Tomo Kuroda there."
    assert summed(text, journey, solved) == set()


@pytest.mark.parametrize(
    "text",
    [
        "In the dark Ren saw something that bears on The Noise Below: a peg has appeared at each end of the pier.",
        "Ren knows more about The Noise Below than he has said: Mika has a letter whose answer is long.",
    ],
)
def test_an_end_or_an_answer_of_something_else_settles_nothing(text: str) -> None:
    assert summed(text, NOISE) == set()


@pytest.mark.parametrize(
    "text", ["Half of Wexcombe has got some.", "Strictly speaking, Ghosts do not keep hours."]
)
def test_parts_of_a_crowd_and_titles_are_nobodys_names(text: str) -> None:
    assert "told-unknown-person" not in said(text)

"""Prose is held against canon like casts and changes; memory, doubt, lies and declared turns are let pass."""

from __future__ import annotations

import json

import pytest

from anigen_assets.providers.offline_director.prompts import colour_name
from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Depart, Hold, Relate, SetAttribute
from anigen_assets.story.continuity import check_plan
from anigen_assets.story.continuity.prose.colours import can_be_called
from anigen_assets.story.continuity.prose.words import sentences, stem
from anigen_assets.story.continuity.stage import Stage
from anigen_assets.story.plan import DialogueLine, Disguise, EpisodePlan, ScenePlan
from anigen_assets.story.vocabulary import Emotion
from anigen_tests.unit.director_show import tidewatch

TOMO_DIED = Depart(subject="tomo", status="dead", reason="old age")
MIKA_HAS_IT = Hold(item="compass", holder="mika", previous="ren")


def rules_of(stage: Stage) -> set[str]:
    return {f.rule for f in check_plan(stage.plan, stage.canon, stage.bible)}


def told(summary: str, *facts: object) -> Stage:
    return Stage().told(3, 2, *facts).scene(4, summary=summary)  # type: ignore[arg-type]


def said(text: str, *facts: object, untrue: bool = False) -> Stage:
    line = DialogueLine(speaker="aoi", text=text, emotion=Emotion.NEUTRAL, untrue=untrue)
    stage = Stage().told(3, 2, *facts)  # type: ignore[arg-type]
    return stage.scene(4, dialogue=(line, stage.plan.scenes[3].dialogue[1]))


@pytest.mark.parametrize(
    "summary",
    [
        "Tomo opens the shutters.",
        "The shutters are opened by Tomo.",
        "On the bench sits Tomo.",
        "Nobody had expected Tomo. She walks in.",
        "Aoi and Tomo carry the basket.",
        "In the corner Tomo sleeps.",
        "It is Tomo who breaks the silence.",
        "Aoi is not alone: beside her, Tomo folds a sheet.",
        "Aoi plays cards with Tomo.",
        "“Good morning,” says Tomo.",
    ],
)
def test_the_dead_do_not_act_in_prose_however_it_is_put(summary: str) -> None:
    assert rules_of(told(summary, TOMO_DIED)) == {"told-dead-acts"}


@pytest.mark.parametrize(
    "summary",
    [
        "Tomo's chair is empty.",
        "Aoi remembers how Tomo opened the shutters.",
        "If Tomo were here, she would laugh.",
        "Would Tomo have laughed?",
        "Tomo does not answer any more.",
        "Aoi dreams that Tomo opens the door.",
        "Tomo built this wall, years ago.",
        "It was Tomo who found the first stone.",
        "A statue of Tomo stands in the square.",
        "They walk along Tomo Street.",
    ],
)
def test_the_dead_are_remembered_without_complaint(summary: str) -> None:
    assert rules_of(told(summary, TOMO_DIED)) <= {"told-unknown-place"}


def test_lines_say_what_is_so_unless_they_are_declared_untrue() -> None:
    line = "Tomo is waiting outside."
    assert rules_of(said(line, TOMO_DIED)) == {"told-dead-acts"}
    assert rules_of(said(line, TOMO_DIED, untrue=True)) == set()


@pytest.mark.parametrize("mode", ["dream", "flashback", "tale"])
def test_what_is_not_now_may_have_the_dead_in_it(mode: str) -> None:
    shown = Stage().told(3, 2, TOMO_DIED).cast(4, "aoi", "tomo")
    assert rules_of(shown) == {"dead-acts"}
    assert rules_of(shown.scene(4, mode=mode)) == set()
    only_told = told("Tomo opens the shutters.", TOMO_DIED)
    assert rules_of(only_told.scene(4, mode=mode)) == set()


@pytest.mark.parametrize(
    ("summary", "rule"),
    [
        ("Aoi pulls a comb through her red hair.", "told-hair"),
        ("Red-haired Aoi sits alone.", "told-hair"),
        ("Aoi ties her ponytail.", "told-hair"),
        ("The emerald eyes of Aoi follow the smoke.", "told-eyes"),
        ("Aoi strokes her beard.", "told-mark"),
        ("Aoi, 31, sits alone.", "told-age"),
    ],
)
def test_looks_are_told_as_the_sheet_has_them(summary: str, rule: str) -> None:
    assert rules_of(told(summary)) == {rule}


@pytest.mark.parametrize(
    "summary",
    [
        "Aoi's brown hair is wet.",
        "Aoi once had red hair.",
        "Aoi ties a red ribbon into her hair.",
        "A stranger with red hair passes Aoi.",
        "Aoi's eyes are red from crying.",
        "Aoi's hair is white with flour.",
        "Aoi has waited for thirty years.",
        "At nine, Aoi goes home.",
    ],
)
def test_what_is_not_said_of_looks_is_not_held_against_them(summary: str) -> None:
    assert rules_of(told(summary)) == set()


def test_a_disguise_is_declared() -> None:
    stage = told("Aoi's beard slips.")
    assert rules_of(stage) == {"told-mark"}
    assert rules_of(stage.scene(4, disguises=(Disguise(who="aoi", seen_as="a bearded pilot"),))) == set()


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("Aoi pulls the brass compass from her pocket.", True),
        ("In Aoi's palm lies the brass compass.", True),
        ("The brass compass is turned over by Aoi.", True),
        ("Aoi looks for the brass compass.", False),
        ("Aoi asks who has the brass compass.", False),
        ("Aoi does not hold the brass compass.", False),
        ("Aoi begins the day with a brass compass from the shop.", False),
    ],
)
def test_only_who_has_a_thing_handles_it(summary: str, found: bool) -> None:
    assert rules_of(told(summary, MIKA_HAS_IT)) == ({"told-item-elsewhere"} if found else set())


@pytest.mark.parametrize(
    ("prose", "rule"),
    [
        ("They walk to Cinder Bridge.", "told-unknown-place"),
        ("Doctor Quillfeather opens his bag.", "told-unknown-person"),
        ("The Copper League has written.", "told-unknown-group"),
        ("At midnight the pier is empty.", "told-time"),
        ("It is snowing.", "told-weather"),
        ("A winter wind rattles the shutters.", "told-season"),
        ("Aoi and Ren are enemies.", "told-bond"),
        ("Aoi meets Ren for the first time.", "told-first-meeting"),
        ("Meanwhile Aoi paces up and down in the Archive.", "told-elsewhere"),
        ("Ren puts out the light.", "told-law-broken"),
    ],
)
def test_every_kind_of_claim_has_its_rule(prose: str, rule: str) -> None:
    assert rules_of(told(prose)) == {rule}


def test_the_synopsis_is_read_as_well() -> None:
    stage = Stage().told(3, 2, TOMO_DIED).planned(synopsis="Tomo cooks for everybody.")
    (finding,) = check_plan(stage.plan, stage.canon, stage.bible)
    assert (finding.rule, finding.evidence[0].episode, finding.evidence[1].scene) == ("told-dead-acts", 3, 0)


def test_both_scenes_are_named() -> None:
    (finding,) = check_plan(*_parts(told("Tomo opens the shutters.", TOMO_DIED)))
    assert [(e.episode, e.scene) for e in finding.evidence] == [(3, 2), (5, 4)]
    assert finding.evidence[1].text == "Tomo opens the shutters."


def _parts(stage: Stage) -> tuple[EpisodePlan, CanonState, Bible]:
    return stage.plan, stage.canon, stage.bible


def test_a_changed_bond_is_the_one_that_counts() -> None:
    rivals = Relate(a="aoi", b="ren", bond="rivals", previous="friends", because="the log")
    assert rules_of(told("Ren is Aoi's friend.", rivals)) == {"told-bond"}
    assert rules_of(told("Ren is Aoi's friend.")) == set()


def test_a_look_may_be_old_or_new_in_the_scene_that_changes_it() -> None:
    braid = SetAttribute(
        subject="aoi", attribute="look.hair_style", value="braid", previous="bob", because="feast"
    )
    stage = Stage().change(4, braid)
    assert rules_of(stage.scene(4, summary="Aoi's braid is tight.")) == set()
    assert rules_of(stage.scene(3, summary="Aoi's braid is tight.")) == {"told-hair"}


def test_names_that_are_common_words_need_more_than_a_capital_letter() -> None:
    stage = Stage().newcomer(1, "hope", "Hope Ishii")
    departed = stage.told(3, 2, *()).change(2, Depart(subject="hope", status="dead", reason="fever"))
    assert rules_of(departed.scene(4, summary="Hope rises with the tide.")) == set()


def test_colours_are_called_by_the_director_as_the_rules_call_them() -> None:
    looks = [member.look for member in tidewatch().cast]
    for colour in [c for look in looks for c in (look.hair_colour, look.eye_colour)]:
        shade, _, word = colour_name(colour).rpartition(" ")
        assert can_be_called(colour, word, shade), (colour, word)


def test_sentences_keep_possessives_and_negations_apart() -> None:
    (one, two) = sentences("Aoi's hat isn't here. Mr. Mori can't know!")
    assert one.low == ("aoi", "'s", "hat", "is", "n't", "here")
    assert two.low == ("mr", "mori", "ca", "n't", "know")
    assert one.text == "Aoi's hat isn't here."


@pytest.mark.parametrize("words", [("whistles", "whistled", "whistling"), ("carry", "carries", "carried")])
def test_inflections_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


def test_a_plan_that_declares_no_turn_is_written_as_it_always_was() -> None:
    scene = json.loads(Stage().plan.scenes[0].model_dump_json())
    assert set(scene) == {
        "slot", "place", "time_of_day", "weather", "mood", "cast", "summary", "dialogue", "shots", "video_prompt"
    }  # fmt: skip
    assert set(scene["dialogue"][0]) == {"speaker", "text", "emotion"}


def test_a_declared_turn_survives_being_written() -> None:
    plan = Stage().scene(3, mode="dream", meanwhile=True, days_later=2).plan
    again = EpisodePlan.model_validate_json(plan.model_dump_json())
    assert again == plan
    assert isinstance(again.scenes[2], ScenePlan)
    assert again.scenes[2].mode == "dream"

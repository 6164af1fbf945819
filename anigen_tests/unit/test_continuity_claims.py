"""What a sentence says is so counts however it is put; what takes it back, or is near to it, is let pass."""

from __future__ import annotations

import pytest

from anigen_assets.story.changes import (
    DeclareRule,
    DeclareSecret,
    Depart,
    Hold,
    OpenThread,
    ResolveThread,
)
from anigen_assets.story.continuity import check_plan
from anigen_assets.story.continuity.stage import Stage
from anigen_assets.story.plan import DialogueLine
from anigen_assets.story.vocabulary import Emotion
from anigen_tests.benchmarks.contradictions.harmless import HARMLESS

DIED = Depart(subject="tomo", status="dead", reason="old age")
LEFT = Depart(subject="tomo", status="absent", reason="the mainland")
ELSEWHERE = Hold(item="compass", holder="mika", previous="ren")
GONE = Hold(item="compass", holder="", previous="ren", state="lost")
SECRET = DeclareSecret(id="rope", owner="ren", text="Ren cut the rope on the signal tower.")
OPENED = OpenThread(
    id="cards", title="The Unsigned Cards", question="Who sends the cards without a name?", due_number=90
)
SOLVED = ResolveThread(id="cards", how="so")
SLOTS = {
    "X": "Tomo", "Y": "Aoi", "Z": "Ren", "he": "she", "him": "her", "his": "her", "He": "She", "Yhe": "she",
    "Yhim": "her",
    "Yhis": "her", "I": "brass compass", "P": "the Archive", "C": "red", "S": "ponytail", "M": "beard", "A": "41",
    "season": "winter", "time": "midnight", "weather_ing": "snowing", "weather_noun": "thick snow falls",
    "secret": "Ren cut the rope on the signal tower", "title": "The Unsigned Cards",
    "question": "Who sends the cards without a name?", "N": "Mika Ono", "bond": "enemy", "bonds": "enemies",
    "broken": "A bonfire blazes on the sand.",
}  # fmt: skip
FACTS = {
    "dead-acts": (DIED,),
    "away-acts": (LEFT,),
    "item-held": (ELSEWHERE,),
    "item-gone": (GONE,),
    "thread-open": (OPENED, SOLVED),
    "thread-closed": (OPENED,),
    "world-rule": (DeclareRule(id="no_fire", text="No fire burns on the island."),),
}


def put(field: str, text: str, *facts: object) -> Stage:
    stage = Stage().told(3, 2, *facts)  # type: ignore[arg-type]
    if field == "dialogue":
        line = DialogueLine(speaker="aoi", text=text, emotion=Emotion.NEUTRAL)
        return stage.scene(4, dialogue=(line, stage.plan.scenes[3].dialogue[1]))
    if field == "action":
        return stage.shot(4, 0, action=text)
    return stage.scene(4, **{"video_prompt" if field == "prompt" else "summary": text})


def rules_of(stage: Stage) -> set[str]:
    return {f.rule for f in check_plan(stage.plan, stage.canon, stage.bible)}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("summary", "Tomo has already swept the floor."),
        ("summary", "Out of breath, Tomo stumbled in and demanded an answer."),
        ("summary", "Squeezed between Aoi and the wall, Tomo tries not to sneeze."),
        ("summary", "Aoi bumps into Tomo at the rope."),
        ("action", "Rack focus from Aoi to Tomo, scribbling."),
        ("action", "Pan right to reveal Tomo perched on the sill."),
        ("prompt", "wide shot, Tomo leaning against a railing, arms folded"),
        ("dialogue", "Morning, Tomo. You are up early."),
        ("dialogue", "Tomo phoned me ten minutes ago."),
    ],
)
def test_whoever_is_dead_neither_acts_nor_is_shown_nor_spoken_to(field: str, text: str) -> None:
    assert rules_of(put(field, text, DIED)) == {"told-dead-acts"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("With her red hair still wet from the bath, Aoi answers the door.", "told-hair"),
        ("Aoi tucks a red strand behind her ear.", "told-hair"),
        ("Aoi's hair stays red throughout.", "told-hair"),
        ("Ren meets Aoi's green gaze.", "told-eyes"),
        ("Aoi lifts her head, green eyes wide.", "told-eyes"),
        ("Ren tries not to stare at Aoi's beard.", "told-mark"),
        ("Nobody would guess that Aoi is 41.", "told-age"),
        ("Aoi, aged 41, has never once been late.", "told-age"),
    ],
)
def test_a_feature_is_of_the_only_one_who_can_have_it(text: str, rule: str) -> None:
    assert rules_of(put("summary", text)) == {rule}


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("summary", "Aoi looks out at the winter landscape.", "told-season"),
        ("dialogue", "It's winter now, Ren, what did you expect?", "told-season"),
        ("summary", "It is midnight when Aoi opens the shutters.", "told-time"),
        ("summary", "The clock leaves no doubt: it is midnight.", "told-time"),
        ("summary", "Aoi runs, because it is snowing.", "told-weather"),
        ("dialogue", "Ren, can't you see it's snowing?", "told-weather"),
        ("summary", "All at once it starts snowing.", "told-weather"),
    ],
)
def test_season_hour_and_weather_are_told_unless_they_are_taken_back(
    field: str, text: str, rule: str
) -> None:
    assert rules_of(put(field, text)) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "Far from the others, Aoi waits at the Archive for a message that does not come.",
        "Cut to the Archive, where Aoi is packing.",
        "Aoi has not left the Archive all day.",
        "The Archive: Aoi rings the bell.",
    ],
)
def test_whoever_is_in_the_scene_is_nowhere_else(text: str) -> None:
    assert rules_of(put("summary", text)) == {"told-elsewhere"}


@pytest.mark.parametrize(
    ("text", "facts", "rule"),
    [
        ("Aoi finally cracks The Unsigned Cards.", (OPENED,), "told-thread-closed"),
        ("The mystery of The Unsigned Cards is over.", (OPENED,), "told-thread-closed"),
        ("Aoi uncovers the truth behind The Unsigned Cards.", (OPENED,), "told-thread-closed"),
        ("Aoi is no closer to the truth about The Unsigned Cards.", (OPENED, SOLVED), "told-thread-open"),
        ("Aoi sets out to solve The Unsigned Cards.", (OPENED, SOLVED), "told-thread-open"),
        (
            "Because Ren cut the rope on the signal tower, as Aoi knows, it is no use.",
            (SECRET,),
            "told-secret-unlearned",
        ),
        ("A bonfire blazes on the sand.", FACTS["world-rule"], "told-law-broken"),
        (
            "The anchor sinks at once.",
            (DeclareRule(id="afloat", text="An anchor floats."),),
            "told-law-broken",
        ),
    ],
)
def test_questions_secrets_and_laws_are_heard_in_other_words(
    text: str, facts: tuple[object, ...], rule: str
) -> None:
    assert rules_of(put("summary", text, *facts)) == {rule}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("summary", "Enter Mika Ono, a stranger to everyone here."),
        ("summary", "For the first time, Mika Ono sets foot on the pier."),
        ("summary", "A mysterious newcomer, Mika Ono, turns up."),
        ("dialogue", "Who on earth is Mika Ono?"),
        ("dialogue", "May I introduce Mika Ono?"),
    ],
)
def test_nobody_known_comes_in_as_somebody_new(field: str, text: str) -> None:
    assert rules_of(put(field, text)) == {"told-introduced-again"}


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("summary", "It is the first encounter between Aoi and Ren.", "told-first-meeting"),
        ("dialogue", "You must be Ren.", "told-first-meeting"),
        ("summary", "Aoi writes to Ren, her enemy.", "told-bond"),
        ("summary", "Ask Aoi. Ren is her enemy, after all.", "told-bond"),
        ("summary", "Aoi takes the parcel to Bertram Hollowell.", "told-unknown-person"),
        ("summary", "An errand takes Aoi to the village of Oxmere.", "told-unknown-place"),
        ("summary", "Two officers of the Saltmarsh Militia stop Aoi.", "told-unknown-group"),
    ],
)
def test_who_people_are_to_each_other_and_whether_they_are_known(field: str, text: str, rule: str) -> None:
    assert rules_of(put(field, text)) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "Turning the brass compass over in her fingers, Aoi thinks.",
        "Aoi, who carries the brass compass everywhere, is tempted to use it.",
    ],
)
def test_a_thing_is_in_the_hands_of_whoever_turns_or_carries_it(text: str) -> None:
    assert rules_of(put("summary", text, ELSEWHERE)) == {"told-item-elsewhere"}


@pytest.mark.parametrize(
    "wording", [w for w in HARMLESS if w.field in ("summary", "dialogue", "action", "prompt")][::3]
)
def test_what_only_comes_near_to_a_contradiction_is_let_pass(wording: object) -> None:
    family, field, text = (str(getattr(wording, name)) for name in ("family", "field", "text"))
    facts = FACTS.get(family, ())
    assert rules_of(put(field, text.format_map(SLOTS), *facts)) <= rules_of(put("note", "They wait.", *facts))


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("summary", "Only 41, Aoi has to sit down on every landing.", "told-age"),
        ("summary", "Aoi, in her late forties, climbs the rail.", "told-age"),
        ("summary", "It is Aoi's fiftieth birthday.", "told-age"),
        ("summary", "Aoi has seen forty winters and means to see another.", "told-age"),
        ("summary", "Aoi is 41 but climbs like a goat.", "told-age"),
        ("action", "Aoi's eyes (green) narrow.", "told-eyes"),
        ("summary", "Aoi winks one green eye.", "told-eyes"),
        ("summary", "Red as always, Aoi's hair blows about.", "told-hair"),
        ("dialogue", "Nobody has hair as red as Aoi's.", "told-hair"),
        ("summary", "A wisp of red hair shows above the rail. It is Aoi.", "told-hair"),
        ("summary", "Even in costume, Aoi's beard gives her away.", "told-mark"),
        ("action", "The Archive, night. Aoi turns a page.", "told-elsewhere"),
        ("dialogue", "Aoi? Still at the Archive, as far as I know.", "told-elsewhere"),
        ("prompt", "Aoi strolling through the Archive, back view", "told-elsewhere"),
        ("summary", "Down at the Archive, somebody hums: it is Aoi.", "told-elsewhere"),
        ("summary", "The parcel is for one Mika Ono, whoever that is.", "told-introduced-again"),
        ("summary", "None of them has a clue who Mika Ono is.", "told-introduced-again"),
        ("dialogue", "Mika Ono? What a curious name.", "told-introduced-again"),
        ("action", "Aoi + Ren: first handshake.", "told-first-meeting"),
        ("summary", "Aoi, still a stranger here, met Ren.", "told-first-meeting"),
        ("summary", "A gust takes Ren's hat. So begins her acquaintance with Aoi.", "told-first-meeting"),
    ],
)
def test_what_is_so_is_heard_in_notes_in_reverse_and_in_passing(field: str, text: str, rule: str) -> None:
    assert rule in rules_of(put(field, text))


@pytest.mark.parametrize(
    ("field", "text", "facts", "rule"),
    [
        (
            "summary",
            "That Ren cut the rope on the signal tower is no surprise to Mika.",
            (SECRET,),
            "told-secret-unlearned",
        ),
        (
            "summary",
            "“Oh,” says Mika. “Ren cut the rope on the signal tower.”",
            (SECRET,),
            "told-secret-unlearned",
        ),
        ("summary", "“My enemy Ren,” Aoi murmurs.", (), "told-bond"),
        ("action", "Chart: Aoi - Ren: enemies.", (), "told-bond"),
        ("dialogue", "To think that Ren, of all people, is my enemy.", (), "told-bond"),
        ("summary", "It was already midnight, and the kettle sang.", (), "told-time"),
        ("summary", "As it is midnight, Aoi whispers.", (), "told-time"),
        ("summary", "Another winter morning, another queue.", (), "told-season"),
        ("dialogue", "Oh, it's snowing!", (), "told-weather"),
        (
            "summary",
            "No matter whom Aoi asks, The Unsigned Cards makes no sense.",
            (OPENED, SOLVED),
            "told-thread-open",
        ),
        (
            "dialogue",
            "The Unsigned Cards... will we ever understand them?",
            (OPENED, SOLVED),
            "told-thread-open",
        ),
        (
            "summary",
            "The kettle says good morning.",
            (DeclareRule(id="mute", text="Kettles never speak."),),
            "told-law-broken",
        ),
        (
            "summary",
            "The letter is soaked.",
            (DeclareRule(id="dry", text="No letter ever gets wet."),),
            "told-law-broken",
        ),
    ],
)
def test_who_must_know_what_and_when_it_is_are_heard_in_passing(
    field: str, text: str, facts: tuple[object, ...], rule: str
) -> None:
    assert rule in rules_of(put(field, text, *facts))

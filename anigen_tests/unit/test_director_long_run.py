from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from anigen_assets.providers.offline_director.prompts import colour_name
from anigen_assets.story.changes import Depart, Hold, Learn, Relate, ResolveThread, Return, SetAttribute
from anigen_assets.story.vocabulary import Framing
from anigen_tests.unit.director_show import Show, people_on_screen, show

EPISODES = 200


@pytest.fixture(scope="module")
def aired() -> Show:
    return show().go_on(range(1, EPISODES + 1))


def test_no_title_comes_twice(aired: Show) -> None:
    titles = [plan.title.casefold() for plan in aired.plans]
    assert len(set(titles)) == EPISODES


def test_at_most_two_lines_in_a_hundred_repeat(aired: Show) -> None:
    lines = Counter(line.text for plan in aired.plans for scene in plan.scenes for line in scene.dialogue)
    repeated = sum(count - 1 for count in lines.values())
    assert repeated <= 0.02 * lines.total()


def test_every_promise_is_kept_in_time(aired: Show) -> None:
    assert aired.late(EPISODES) == []


def test_every_thread_of_the_bible_is_resolved(aired: Show) -> None:
    resolved = {thread.id for thread in aired.canon.threads("resolved")}
    assert {thread.id for thread in aired.bible.threads} - resolved == set()


def test_new_threads_are_opened_all_the_time(aired: Show) -> None:
    opened = [thread.opened_number for thread in aired.canon.threads()]
    assert all(any(start < n <= start + 25 for n in opened) for start in range(0, EPISODES - 25, 25))


def test_screen_time_is_shared(aired: Show) -> None:
    seen = Counter(who for plan in aired.plans for who in people_on_screen(plan))
    there = Counter(
        member.id
        for plan in aired.plans
        for member in aired.bible.cast
        if aired.before[plan.number].value(member.id, "status") == "present"
    )
    shares = {m.id: seen[m.id] / there[m.id] for m in aired.bible.cast}
    assert {who: share for who, share in shares.items() if not 0.15 <= share <= 0.80} == {}


def test_nothing_contradicts_canon(aired: Show) -> None:
    assert aired.findings() == []


def test_episodes_have_six_scenes_of_thirty_seconds(aired: Show) -> None:
    assert {tuple(scene.slot for scene in plan.scenes) for plan in aired.plans} == {(1, 2, 3, 4, 5, 6)}
    assert {scene.seconds for plan in aired.plans for scene in plan.scenes} == {30}


def test_every_line_is_spoken_in_one_shot_that_has_room_for_it(aired: Show) -> None:
    for scene in (scene for plan in aired.plans for scene in plan.scenes):
        spoken = [index for shot in scene.shots for index in shot.lines]
        assert spoken == list(range(len(scene.dialogue)))
        assert all(len(shot.lines) <= (1 if shot.duration_seconds == 4 else 2) for shot in scene.shots)


def test_scenes_have_two_to_five_lines_short_enough_to_be_spoken(aired: Show) -> None:
    for scene in (scene for plan in aired.plans for scene in plan.scenes):
        assert 2 <= len(scene.dialogue) <= 5
        assert all(len(line.text) <= 75 for line in scene.dialogue)


def test_scenes_open_on_the_place_and_leave_room_for_the_cards(aired: Show) -> None:
    for plan in aired.plans:
        assert {s.shots[0].framing for s in plan.scenes} <= {Framing.ESTABLISHING, Framing.WIDE}
        first, last = plan.scenes[0].shots[0], plan.scenes[-1].shots[-1]
        assert first.framing is Framing.ESTABLISHING
        assert not first.lines
        assert not last.lines


def test_who_speaks_or_is_seen_is_there(aired: Show) -> None:
    for scene in (scene for plan in aired.plans for scene in plan.scenes):
        there = set(scene.cast)
        assert len(scene.cast) <= aired.bible.format.max_cast_per_scene
        assert {line.speaker for line in scene.dialogue} <= there
        assert {who for shot in scene.shots for who in shot.subjects} <= there


def test_previous_values_are_those_of_canon(aired: Show) -> None:
    for plan in aired.plans:
        state = aired.before[plan.number]
        for planned in plan.changes:
            change = planned.change
            if isinstance(change, Relate):
                assert change.previous == state.bond(change.a, change.b)
            elif isinstance(change, Hold):
                assert change.previous == state.value(change.item, "holder")
            elif isinstance(change, SetAttribute):
                assert change.previous == (state.value(change.subject, change.attribute) or None)
            state = state.after([(planned.scene, change)], plan.number)


def test_people_leave_come_back_quarrel_make_up_and_learn_things(aired: Show) -> None:
    changes = [planned.change for plan in aired.plans for planned in plan.changes]
    assert {c.status for c in changes if isinstance(c, Depart)} == {"absent", "departed", "dead"}
    assert any(isinstance(c, Return) for c in changes)
    bonds = [c.bond for c in changes if isinstance(c, Relate)]
    assert bonds.count("at odds") >= 5
    assert bonds.count("friends again") >= 5
    assert sum(isinstance(c, Learn) for c in changes) >= 10
    assert sum(isinstance(c, Hold) for c in changes) >= 5


def test_nobody_of_the_main_cast_dies_in_passing(aired: Show) -> None:
    main = {member.id for member in aired.bible.cast}
    gone = [
        c.change.subject
        for plan in aired.plans
        for c in plan.changes
        if isinstance(c.change, Depart) and c.change.status == "dead"
    ]
    assert len(gone) <= 2
    assert not main & set(gone)


def test_an_arc_ends_with_a_promise_kept_and_a_quiet_episode_follows(aired: Show) -> None:
    arc = aired.bible.format.arc_episodes
    for end in range(arc, EPISODES - 1, arc):
        climax, after = aired.plans[end - 1], aired.plans[end]
        assert any(isinstance(c.change, ResolveThread) for c in climax.changes)
        assert not any(c.change.kind in {"open_thread", "resolve_thread"} for c in after.changes)


def test_earlier_events_are_called_back(aired: Show) -> None:
    recalled = 0
    for plan in aired.plans:
        before = aired.before[plan.number]
        clauses = {
            before.value(s, "text").rstrip(".").lower() for s in before.facts if s.startswith("event:")
        }
        said = [line.text.lower() for scene in plan.scenes for line in scene.dialogue]
        recalled += any(clause in text for clause in clauses for text in said)
    assert recalled >= EPISODES // 6


def test_what_is_called_back_is_answered_before_the_episode_ends(aired: Show) -> None:
    for plan in aired.plans:
        before = aired.before[plan.number]
        clauses = {before.value(s, "text").rstrip(".").lower() for s in before.facts if s[:6] == "event:"}
        for scene in plan.scenes:
            lines = scene.dialogue
            if any(clause in lines[0].text.lower() for clause in clauses if len(clause) > 12):
                assert lines[1].speaker != lines[0].speaker
                assert scene.slot < len(plan.scenes)


def test_the_teaser_tells_of_the_next_episode(aired: Show) -> None:
    names = {who.id: who.name.split()[0] for who in aired.canon.characters()}
    for plan, following in pairwise(aired.plans):
        told = {who for who, name in names.items() if re.search(rf"\b{name}\b", plan.next_teaser)}
        words = " ".join(
            [following.title, following.logline, *(names[w] for w in people_on_screen(following))]
        )
        assert not told or any(names[who] in words for who in told)
        assert 0 < len(plan.next_teaser) <= 160


def test_prompts_name_place_looks_and_style(aired: Show) -> None:
    plan = aired.plans[10]
    for scene in plan.scenes:
        assert len(scene.video_prompt) <= 1000
        assert aired.canon.value(scene.place, "name") in scene.video_prompt
        assert aired.bible.visual_style in scene.video_prompt
        for who in scene.cast:
            look = next(c.look for c in aired.canon.characters() if c.id == who)
            assert colour_name(look.hair_colour) in scene.video_prompt
            assert f"{colour_name(look.eye_colour)} {look.eye_shape.value} eyes" in scene.video_prompt


def test_a_day_never_runs_backwards(aired: Show) -> None:
    order = ("morning", "day", "dusk", "night")
    for plan in aired.plans:
        hours = [order.index(scene.time_of_day.value) for scene in plan.scenes]
        backwards = [(now, then) for now, then in pairwise(hours) if then < now]
        assert backwards in ([], [(2, 0)], [(3, 0)]), (plan.number, hours)


def test_lines_are_sentences(aired: Show) -> None:
    for text in (line.text for plan in aired.plans for scene in plan.scenes for line in scene.dialogue):
        assert not re.search(r"[{}\[\]|]|  | [,.;:!?](?!\.)|\b(a|an|the) (a|an|the)\b", text), text
        assert text[0] in "“…." or not text[0].islower(), text
        assert text[-1] in ".!?”…"

"""The prompt: never above its budget, the same prefix from hour to hour, urgent things first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anigen_assets.story.bible import Bible
from anigen_assets.story.context.document import DirectorContext, assemble
from anigen_assets.story.context.material import (
    ItemNote,
    Material,
    PersonNote,
    Recollection,
    SecretNote,
    SummaryNote,
    ThreadNote,
)
from anigen_assets.story.context.pyramid import Block, cover
from anigen_assets.story.context.tokens import LEAST_TOKENS, upper_bound
from anigen_assets.story.plan import EpisodePlan
from anigen_tests.store.story import bible as small_bible
from anigen_tests.store.story import plan

HOUR = datetime(2026, 1, 5, 7, tzinfo=UTC)
words = st.text(min_size=1, max_size=240)
names = st.text(min_size=1, max_size=60)


def thread(one: str, due: int, question: str = "Who is it?", title: str = "A Door") -> ThreadNote:
    return ThreadNote(one, title, question, ("Aki",), 1, 10, due, note="It moved.", answer="It was Ben.")


def person(one: str, **known: object) -> PersonNote:
    return replace(PersonNote(one, one.title(), "main", "present", place="Place 1"), **known)  # type: ignore[arg-type]


def material(**known: object) -> Material:
    own = small_bible()
    rules = tuple((rule.id, rule.text) for rule in own.world_rules)
    return replace(Material(own, HOUR, 103, rules=rules), **known)  # type: ignore[arg-type]


def talkative(number: int) -> EpisodePlan:
    quiet = plan(number)
    return quiet.model_copy(
        update={"scenes": tuple(s.model_copy(update={"dialogue": s.dialogue * 12}) for s in quiet.scenes)}
    )


def section(context: DirectorContext, name: str) -> str:
    return next((s.text for s in context.sections if s.name == name), "")


@st.composite
def crowded(draw: st.DrawFn) -> Material:
    """Long names, many threads, many people, laws that fill a page."""
    text, name, many = draw(words), draw(names), draw(st.integers(0, 60))
    own = small_bible()
    told: Bible = own.model_copy(
        update={
            "premise": text * 5,
            "cast": tuple(
                c.model_copy(update={"name": name, "description": text, "want": text}) for c in own.cast
            )
            * draw(st.integers(1, 6)),
            "places": own.places * draw(st.integers(1, 6)),
        }
    )
    return Material(
        bible=told,
        hour=HOUR,
        number=5_000,
        filler=draw(st.booleans()),
        rules=tuple((f"r{i}", f"{i} {text}") for i in range(draw(st.integers(0, 64)))),
        threads=tuple(thread(f"t{i}", 4_990 + i, text, name) for i in range(min(many, 48))),
        people=tuple(person(f"p{i}", name=name, description=text, want=text) for i in range(many * 2)),
        secrets=tuple(SecretNote(f"s{i}", name, text, (name, name)) for i in range(24)),
        bonds=tuple((name, name, "friends") for _ in range(many)),
        items=tuple(ItemNote(f"i{i}", name, name, "whole") for i in range(24)),
        summaries=tuple(SummaryNote(block, f"1 to 2: {text}\n{text}") for block in cover(4_990)),
        recollections=tuple(Recollection(name, i, text) for i in range(8)),
        recent=tuple(plan(4_990 + i, title=f"E {name}"[:80]) for i in range(4)),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(crowded(), st.integers(LEAST_TOKENS, 20_000))
def test_no_prompt_takes_more_than_its_budget_and_its_tokens_are_those_of_its_text(
    told: Material, budget: int
) -> None:
    context = assemble(told, budget)
    assert context.tokens == upper_bound(context.text) <= budget
    assert section(context, "Request")


def test_the_prefix_is_the_same_bytes_while_everything_else_moves() -> None:
    now = material(threads=(thread("t1", 110),), people=(person("aki"),), recent=(plan(102),))
    then = material(
        number=104,
        hour=HOUR + timedelta(hours=1),
        threads=tuple(thread(f"t{i}", 104 + i) for i in range(30)),
        people=tuple(person(f"p{i}") for i in range(60)),
        recent=(plan(102), plan(103)),
        filler=True,
    )
    assert assemble(now).prefix.encode() == assemble(then).prefix.encode()


def test_the_prefix_is_the_same_bytes_also_where_it_has_not_room_for_all() -> None:
    own = small_bible()
    long = own.model_copy(
        update={
            "cast": tuple(c.model_copy(update={"want": f"{c.id} wants a boat. " * 10}) for c in own.cast * 4)
        }
    )
    now = material(bible=long)
    then = material(bible=long, number=104, threads=tuple(thread(f"t{i}", 104 + i) for i in range(30)))
    contexts = [assemble(told, LEAST_TOKENS) for told in (now, then)]
    assert contexts[0].prefix.encode() == contexts[1].prefix.encode()
    assert 0 < contexts[0].prefix.count("Wants:") < len(long.cast)


def test_the_stable_parts_come_first() -> None:
    stable = [s.stable for s in assemble(material(people=(person("aki"),))).sections]
    assert stable == sorted(stable, reverse=True)


def test_a_law_that_is_declared_moves_the_prefix() -> None:
    more = material(rules=(("tides", "The tide comes twice a day."), ("new", "Bells are never rung twice.")))
    assert assemble(material()).prefix != assemble(more).prefix


def test_an_overdue_thread_is_told_first_and_marked() -> None:
    context = assemble(material(threads=(thread("late", 99), thread("soon", 105), thread("far", 300))))
    lines = section(context, "Open threads").split("\n")[1:4]
    assert [line.split("(")[1].split(")")[0] for line in lines] == ["late", "soon", "far"]
    assert lines[0].startswith("- OVERDUE by 4:")
    assert ["OVERDUE" in line for line in lines] == [True, False, False]


def test_somebody_unseen_for_long_is_pointed_out() -> None:
    context = assemble(material(people=(person("aki", seen_number=100), person("ben", seen_number=40))))
    assert "Ben (ben), main, present; at Place 1; NOT SEEN for 63 episodes" in section(context, "People")
    assert "Aki (aki), main, present; at Place 1; seen in 100" in section(context, "People")


def test_every_protected_fact_is_asked_and_answered() -> None:
    told = material(
        threads=(thread("t1", 110),),
        people=(person("aki"), person("gone", status="dead"), person("passer", protected=False)),
    )
    context = assemble(told)
    assert [q.about for q in context.questions] == [
        "the open thread t1",
        "the character aki",
        "the world rule tides",
    ]
    assert context.lost == ()


def test_what_has_no_room_is_counted_as_lost_and_never_hidden() -> None:
    told = material(threads=tuple(thread(f"t{i}", 110 + i, "Why? " * 48) for i in range(48)))
    context = assemble(told, LEAST_TOKENS)
    missing = [q.about for q in context.lost]
    assert missing
    assert missing[-1] == "the open thread t47"
    assert "more left out" in section(context, "Open threads")


def test_the_newest_arc_is_told_whole_before_newer_episodes_get_more_than_a_line() -> None:
    turns = [
        f'{n}.2 opened "A rather long title of thread number {n}" (t{n}), due {n + 200}'
        for n in range(17, 32)
    ]
    arc = SummaryNote(Block("arc", 17, 32), "\n".join(("17 to 32: doors open", *turns)))
    episodes = [
        SummaryNote(Block("episode", n, n), f"Episode {n}: " + "more of the same, " * 13)
        for n in range(33, 103)
    ]
    context = assemble(material(summaries=(arc, *episodes)), LEAST_TOKENS)
    assert [q for q in context.questions if q.about.startswith("opened")] != []
    assert context.lost == ()
    assert "more left out" in section(context, "The story so far")


def test_a_filler_is_told_its_limits() -> None:
    assert "may not change" in section(assemble(material(filler=True)), "Request")
    assert "may not change" not in section(assemble(material()), "Request")


def test_the_request_names_hour_and_season() -> None:
    assert section(assemble(material()), "Request").split("\n")[1] == (
        "Plan episode 103, for the hour 2026-01-05-07:00 UTC. It is Monday, 5 January: winter in the north, 07:00."
    )


def test_the_newest_episode_is_told_in_full_before_older_ones() -> None:
    told = material(recent=tuple(talkative(n) for n in (99, 100, 101, 102)))
    episodes = section(assemble(told, LEAST_TOKENS), "Last episodes")
    newest = episodes[episodes.index("- 102") :]
    assert "Hour 102 has come." in newest
    assert "Hour 99 has come." not in episodes


def test_a_budget_without_room_for_a_story_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 4000"):
        assemble(material(), LEAST_TOKENS - 1)

"""The contract of compression: nothing protected is lost, and what loses it is refused and made larger."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from anigen_assets.story.changes import (
    Change,
    Depart,
    Hold,
    OpenThread,
    RecordEvent,
    Relate,
    ResolveThread,
    Retcon,
    Return,
)
from anigen_assets.story.context.compression import (
    LIMITS,
    Accepted,
    Extractive,
    Material,
    Part,
    Refused,
    compress,
)
from anigen_assets.story.context.fidelity import unanswered
from anigen_assets.story.context.pyramid import block_of
from anigen_assets.story.context.turns import MOST_ABOVE_ARCS, Registry, Turn, parsed, protected, turns_of

NAMES = {"aki": "Aki", "ben": "Ben", "kit": "the kite", "rin": "Rin"}
ROLES = {"aki": "lead", "ben": "main", "rin": "minor"}
KNOWN = Registry(lambda one: NAMES.get(one, one), lambda one: ROLES.get(one, ""), {"old": 3}.get)
words = st.text(min_size=1, max_size=60).filter(str.strip)


def turns(*changes: Change, number: int = 20) -> tuple[Turn, ...]:
    return turns_of(number, [(min(i, 6), change) for i, change in enumerate(changes, 1)], KNOWN)


def material(*told: Turn, level: str = "arc") -> Material:
    block = block_of(level, 17)  # type: ignore[arg-type]
    parts = tuple(Part(n, f"Episode {n}: something happens by the water.") for n in range(17, 33))
    return Material(block, parts, told)


@dataclass
class Sabotaged:
    """Loses every turning point while its size is below a limit."""

    honest_from: int
    name: str = "sabotaged"

    def compress(self, material: Material, limit: int) -> str:
        text = Extractive().compress(material, limit)
        return text if limit >= self.honest_from else text.split("\n")[0]


def test_what_an_arc_protects_is_what_turned() -> None:
    told = turns(
        OpenThread(id="new", title="A Door", question="Who knocks?", due_number=40),
        ResolveThread(id="old", how="It was the wind."),
        Depart(subject="rin", status="departed", reason="The boat left"),
        Return(subject="ben", reason="The boat came"),
        Hold(item="kit", holder="ben", previous="aki"),
        Hold(item="kit", holder="rin", previous="ben"),
        Relate(a="aki", b="ben", bond="rivals", previous="friends", because="The kite"),
        Relate(a="aki", b="ben", bond="friends", previous=None, because="They met"),
        RecordEvent(id="e1", text="It rained."),
        Retcon(subject="rin", attribute="status", value="present", previous="dead", reason="It was her twin"),
    )
    assert [turn.kind for turn in told] == [
        "opened",
        "kept",
        "departed",
        "back",
        "hands",
        "bond",
        "corrected",
    ]
    assert protected(told, "arc") == tuple(sorted(told, key=lambda t: (t.number, t.scene, t.kind, t.text)))


@given(title=words, how=words, name=words)
def test_turning_points_are_read_back_as_they_were_written(title: str, how: str, name: str) -> None:
    known = Registry(lambda _one: name, lambda _one: "main", lambda _one: 3)
    told = turns_of(
        20,
        [
            (1, OpenThread(id="new", title=title, question="Why?", due_number=400)),
            (2, ResolveThread(id="old", how=how)),
            (3, Depart(subject="ben", status="dead", reason=how)),
        ],
        known,
    )
    again = parsed("\n".join(turn.line for turn in told))
    assert again == told
    assert [turn.weight for turn in again] == [380, 17, 4096]
    assert unanswered("\n".join(turn.core for turn in told), [turn.question() for turn in again]) == ()


def test_a_compression_that_loses_facts_is_refused_and_made_again_larger() -> None:
    given_material = material(*turns(OpenThread(id="new", title="A Door", question="Why?", due_number=40)))
    outcome = compress(Sabotaged(honest_from=LIMITS[2]), given_material)
    assert isinstance(outcome, Accepted)
    assert [refusal.split(":")[0] for refusal in outcome.refusals] == [
        f"{LIMITS[0]} characters",
        f"{LIMITS[1]} characters",
    ]
    assert unanswered(outcome.text, given_material.questions()) == ()


def test_a_compression_that_never_keeps_the_facts_is_given_up_after_bounded_steps() -> None:
    given_material = material(*turns(OpenThread(id="new", title="A Door", question="Why?", due_number=40)))
    outcome = compress(Sabotaged(honest_from=10**9), given_material)
    assert isinstance(outcome, Refused)
    assert len(outcome.refusals) == len(LIMITS)


def test_a_text_longer_than_it_may_be_is_refused() -> None:
    class Talkative:
        name = "talkative"

        def compress(self, material: Material, limit: int) -> str:
            return "x" * (limit + 1)

    assert isinstance(compress(Talkative(), material()), Refused)


def test_the_same_material_gives_the_same_text() -> None:
    told = turns(
        Depart(subject="ben", status="dead", reason="The storm"), Return(subject="rin", reason="The calm")
    )
    assert compress(Extractive(), material(*told)) == compress(Extractive(), material(*told))


def test_an_arc_that_was_never_told_says_so() -> None:
    outcome = compress(Extractive(), Material(block_of("arc", 17), (), ()))
    assert outcome == Accepted("17 to 32: nothing was told", ())


def test_above_arcs_the_weightiest_are_protected_and_small_ones_are_let_go() -> None:
    death = turns(Depart(subject="aki", status="dead", reason="The storm"), number=30)
    guest = turns(Depart(subject="rin", status="departed", reason="A boat"), number=31)
    long = [
        turn
        for n in range(1, 41)
        for turn in turns(OpenThread(id=f"t{n}", title="A", question="Why?", due_number=n + 300), number=n)
    ]
    kept = protected((*long, *death, *guest), "season")
    assert len(kept) == MOST_ABOVE_ARCS
    assert death[0] in kept
    assert guest[0] not in kept

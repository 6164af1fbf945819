"""What prose says of how people stand to each other, and of first meetings."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.canon import Fact
from anigen_assets.story.continuity.contexts import Complaint, SceneContext
from anigen_assets.story.continuity.prose.meetings import first_meeting
from anigen_assets.story.continuity.prose.ties import contradicts, ties
from anigen_assets.story.continuity.registry import Example, told_rule


@told_rule(
    "told-bond",
    "In {here}, the {field} calls {a} and {b} '{word}', but since {there} they are '{bond}'.",
    wrong=Example(
        "Aoi and Ren are friends, and the summary calls them sworn enemies.",
        lambda s: s.scene(3, summary="Aoi and Ren, sworn enemies, share a bench."),
    ),
    right=Example(
        "Aoi and Ren are friends, and Ren is called Aoi's friend.",
        lambda s: s.scene(3, summary="Aoi's friend Ren shares the bench."),
    ),
)
def told_bond(scene: SceneContext) -> Iterator[Complaint]:
    """Prose calls two people what their bond is: friends are no enemies, and rivals no sisters."""
    told: set[frozenset[str]] = set()
    for statement in scene.statements:
        for tie in ties(statement):
            a, b = tie.a[0], tie.b[0]
            bonds = [bond for state in scene.states if (bond := state.bond(a, b))]
            if (
                not bonds
                or frozenset((a, b)) in told
                or not all(contradicts(tie.word, bond) for bond in bonds)
            ):
                continue
            told.add(frozenset((a, b)))
            yield scene.complaint(
                statement.quote,
                _bond(scene, a, b),
                a=scene.label(a),
                b=scene.label(b),
                word=tie.word,
                bond=bonds[0],
                field=statement.passage.kind,
            )


@told_rule(
    "told-first-meeting",
    "In {here}, the {field} has {a} and {b} meet as strangers, but they know each other since {there}.",
    wrong=Example(
        "Aoi and Ren are friends, and meet for the first time in scene 3.",
        lambda s: s.scene(3, summary="Aoi meets Ren for the first time."),
    ),
    right=Example(
        "Aoi and Mika have no bond, and meet for the first time in scene 3.",
        lambda s: s.cast(3, "aoi", "mika").scene(3, summary="Aoi meets Mika for the first time."),
    ),
)
def told_first_meeting(scene: SceneContext) -> Iterator[Complaint]:
    """Who has a bond, or was at one event, does not meet for the first time."""
    for statement in scene.statements:
        meeting = first_meeting(statement)
        if meeting is None or len(meeting[0]) > 1 or len(meeting[1]) > 1:
            continue
        a, b = meeting[0][0], meeting[1][0]
        fact = _bond(scene, a, b) or _event(scene, a, b)
        if fact is not None and fact.value not in ("strangers", ""):
            yield scene.complaint(
                statement.quote, fact, a=scene.label(a), b=scene.label(b), field=statement.passage.kind
            )
            return


def _bond(scene: SceneContext, a: str, b: str) -> Fact | None:
    first, second = sorted((a, b))
    return scene.before.get(first, f"bond:{second}")


def _event(scene: SceneContext, a: str, b: str) -> Fact | None:
    """The latest event that had both in it."""
    both = [
        fact
        for event in scene.before.ids("event")
        if (fact := scene.before.get(event, "participants")) and {a, b} <= set(fact.value.split(","))
    ]
    return max(both, key=lambda fact: (fact.number, fact.scene), default=None)

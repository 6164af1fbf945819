"""How often a director is asked to repair its plan, and which of its plans is taken."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from anigen_assets.services.directing import MAX_REPAIRS, PATIENCE, direct, errors_of
from anigen_assets.story.director import DirectorReply, DirectorRequest
from anigen_assets.story.findings import Evidence, Finding, Severity
from anigen_assets.story.plan import EpisodePlan
from anigen_tests.unit.director_show import show


class Scripted:
    """A director whose n-th plan has so many errors; the plan's title tells how many."""

    name = "scripted"

    def __init__(self, plan: EpisodePlan, errors: Sequence[int]) -> None:
        self._plan = plan
        self._errors = list(errors)
        self.rejected: list[str | None] = []

    def plan(self, request: DirectorRequest) -> DirectorReply:
        self.rejected.append(request.rejected.title if request.rejected else None)
        assert len(request.findings) == (int(request.rejected.title) if request.rejected else 0)
        title = str(self._errors[len(self.rejected) - 1])
        return DirectorReply(self._plan.model_copy(update={"title": title}), "model", "0" * 64)


def check(plan: EpisodePlan) -> tuple[Finding, ...]:
    evidence = (Evidence(episode=plan.number, scene=1, text="here"),)
    wrong = Finding(rule="dead-acts", severity=Severity.ERROR, message="The dead act.", evidence=evidence)
    return (wrong,) * int(plan.title)


@pytest.mark.parametrize(
    ("errors", "asked", "taken"),
    [
        ([0], 1, 0),
        ([1, 0], 2, 0),
        ([1, 1, 0], 3, 0),  # the first repair told something else that was wrong
        ([2, 3, 0], 3, 0),
        ([2, 1, 1, 1], 4, 1),
        ([3, 2, 1, 1], 4, 1),
        ([1, 1, 1, 0], 1 + PATIENCE, 1),
        ([2, 3, 2, 0], 1 + PATIENCE, 2),
        ([4, 3, 2, 1], 1 + MAX_REPAIRS, 1),
    ],
)
def test_repairs_go_on_while_they_help_and_the_plan_with_the_fewest_errors_is_taken(
    errors: list[int], asked: int, taken: int
) -> None:
    request = show().request(1)
    director = Scripted(show().go_on([1]).plans[0], errors)
    reply, findings = direct(director, request, check)
    assert len(director.rejected) == asked
    assert (reply.plan.title, len(errors_of(findings))) == (str(taken), taken)
    assert director.rejected[1:] == [str(n) for n in errors[: asked - 1]]

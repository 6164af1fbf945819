"""Asking the director, and having it repair its plan while that helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from anigen_assets.story.director import Director, DirectorReply, DirectorRequest
from anigen_assets.story.findings import Finding, Severity
from anigen_assets.story.plan import EpisodePlan

MAX_REPAIRS = 3
PATIENCE = 2
"""Repairs in a row that may leave as many errors as there were: the first often tells something else that is wrong."""

Check = Callable[[EpisodePlan], tuple[Finding, ...]]


def errors_of(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that refuse a plan."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def direct(
    director: Director, request: DirectorRequest, check: Check
) -> tuple[DirectorReply, tuple[Finding, ...]]:
    """The reply with the fewest errors and what is still found in it: the caller refuses it when errors are left.

    The director is asked once, then at most MAX_REPAIRS times with the findings of its last plan, until there are
    none or PATIENCE repairs in a row have brought no fewer errors.
    """
    last = best = _checked(director, request, check)
    in_vain = 0
    for _ in range(MAX_REPAIRS):
        if not errors_of(best[1]) or in_vain == PATIENCE:
            break
        last = _checked(director, replace(request, findings=last[1], rejected=last[0].plan), check)
        if len(errors_of(last[1])) < len(errors_of(best[1])):
            best, in_vain = last, 0
        else:
            in_vain += 1
    return best


def _checked(
    director: Director, request: DirectorRequest, check: Check
) -> tuple[DirectorReply, tuple[Finding, ...]]:
    reply = director.plan(request)
    return reply, check(reply.plan)

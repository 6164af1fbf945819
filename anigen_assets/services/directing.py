"""Asking the director, and having it repair its plan while that helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from anigen_assets.story.director import Director, DirectorReply, DirectorRequest
from anigen_assets.story.findings import Finding, Severity
from anigen_assets.story.plan import EpisodePlan

MAX_REPAIRS = 3
"""A plan may be repaired this often; the loop ends sooner when its errors stop falling."""

Check = Callable[[EpisodePlan], tuple[Finding, ...]]


def errors_of(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that refuse a plan."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def direct(
    director: Director, request: DirectorRequest, check: Check
) -> tuple[DirectorReply, tuple[Finding, ...]]:
    """A reply and what is still found in it: the caller refuses it when errors are left.

    The director is asked once, then at most MAX_REPAIRS times with the findings of its last plan; it is not
    asked again when a repair leaves as many errors as there were.
    """
    reply = director.plan(request)
    findings = check(reply.plan)
    for _ in range(MAX_REPAIRS):
        before = len(errors_of(findings))
        if not before:
            break
        repaired = director.plan(replace(request, findings=findings, rejected=reply.plan))
        after = check(repaired.plan)
        if len(errors_of(after)) >= before:
            break
        reply, findings = repaired, after
    return reply, findings

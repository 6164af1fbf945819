"""What a director does with findings: it tells something else, and in the end something that can hardly be wrong.

Repairs form a ladder, so that they end: the first plan; another one without the units and people of the scenes
that were complained about; then plans that only record what happened and settle what is overdue.
"""

from __future__ import annotations

import hashlib
import re

from anigen_assets.story.changes import RecordEvent, ResolveThread
from anigen_assets.story.director import DirectorRequest
from anigen_assets.story.findings import Finding, Severity
from anigen_assets.story.plan import EpisodePlan

_EVENT = re.compile(r"e\d+_(\w+)")


def is_harmless(plan: EpisodePlan) -> bool:
    """Whether a plan only records what happened and settles threads."""
    return all(isinstance(planned.change, (RecordEvent, ResolveThread)) for planned in plan.changes)


def bans_for(request: DirectorRequest) -> frozenset[str]:
    """Units and people to keep away from, and a mark that makes the next choice another one."""
    rejected = request.rejected
    if rejected is None:
        return frozenset()
    errors = [f for f in request.findings if f.severity is Severity.ERROR] or list(request.findings)
    quoted = " ".join(text for f in errors for text in _texts(f))
    bans = {f"#{hashlib.sha256(rejected.model_dump_json().encode()).hexdigest()[:8]}"}
    for planned in rejected.changes:
        if isinstance(planned.change, RecordEvent) and (match := _EVENT.fullmatch(planned.change.id)):
            bans.add(match[1])
            bans.add(match[1].rpartition("_")[0])
    cast = {who for scene in rejected.scenes for who in scene.cast}
    bans |= {who for who in cast if re.search(rf"\b{re.escape(who)}\b", quoted)}
    keep = max(len({c.id for c in request.bible.cast}) - 5, 0)
    people = sorted(b for b in bans if b in cast)
    return frozenset(bans - set(people[keep:]))


def _texts(finding: Finding) -> list[str]:
    return [finding.message, *(e.text for e in finding.evidence)]

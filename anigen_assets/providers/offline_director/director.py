"""The director itself: a request in, a plan out, the same for the same request on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from anigen_assets.providers.offline_director.composing import compose, teaser
from anigen_assets.providers.offline_director.plot import Outline, outline
from anigen_assets.providers.offline_director.repair import bans_for, is_harmless
from anigen_assets.providers.offline_director.world import World, view
from anigen_assets.story.director import RECENT_EPISODES, DirectorReply, DirectorRequest
from anigen_assets.story.plan import EpisodePlan

MODEL = "anigen-offline-1"


class OfflineDirector:
    """Plans episodes from storybooks. Costs nothing, needs nothing, never looks at a clock.

    Attributes:
        name: How settings and records call it.
    """

    def __init__(self, name: str = "offline") -> None:
        self.name = name

    def plan(self, request: DirectorRequest) -> DirectorReply:
        """Plans one hour; with findings, plans it differently (see `repair`)."""
        world = view(request, bans_for(request))
        told = outline(_harmless(world) if _last_resort(request) else world)
        plan = compose(world, told)
        if not request.filler:
            plan = plan.model_copy(update={"next_teaser": _next(world, plan)})
        return DirectorReply(plan=plan, model=MODEL, prompt_hash=_fingerprint(world))


def _last_resort(request: DirectorRequest) -> bool:
    """After a second rejection only harmless plans are made."""
    return request.rejected is not None and len(request.findings) > 0 and is_harmless(request.rejected)


def _harmless(world: World) -> World:
    return replace(world, request=replace(world.request, filler=True))


def _next(world: World, plan: EpisodePlan) -> str:
    """What the next hour will tell, as far as can be seen from here."""
    request = world.request
    changes = [(planned.scene, planned.change) for planned in plan.changes]
    ahead = DirectorRequest(
        bible=request.bible,
        hour=request.hour + timedelta(hours=1),
        number=request.number + 1,
        canon=request.canon.after(changes, request.number),
        recent=(*request.recent, plan)[-RECENT_EPISODES:],
    )
    next_world = view(ahead)
    told: Outline = outline(next_world)
    return teaser(next_world, told)


def _facts(request: DirectorRequest) -> Iterator[str]:
    for subject, facts in ((s, request.canon.facts[s]) for s in sorted(request.canon.facts)):
        yield subject
        for attribute in sorted(facts):
            yield attribute
            yield facts[attribute].value


def _fingerprint(world: World) -> str:
    """sha256 hex of everything that went in."""
    request = world.request
    digest = hashlib.sha256()
    for part in (
        MODEL,
        world.library.digest,
        request.bible.model_dump_json(),
        request.hour.isoformat(),
        str((request.number, request.filler, request.take)),
    ):
        digest.update(part.encode())
    digest.update("\x1e".join(_facts(request)).encode())
    for plan in (*request.recent, *((request.rejected,) if request.rejected else ())):
        digest.update(plan.model_dump_json().encode())
    for finding in request.findings:
        digest.update(finding.model_dump_json().encode())
    return digest.hexdigest()

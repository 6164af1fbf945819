"""The director itself: a request in, a plan out, the same for the same request on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from anigen_assets.providers.offline_director.composing import compose, teaser
from anigen_assets.providers.offline_director.kept import Kept
from anigen_assets.providers.offline_director.plot import Outline, outline
from anigen_assets.providers.offline_director.repair import bans_for, is_harmless
from anigen_assets.providers.offline_director.world import World, view
from anigen_assets.story.canon import Fact
from anigen_assets.story.director import RECENT_EPISODES, DirectorReply, DirectorRequest
from anigen_assets.story.plan import EpisodePlan

MODEL = "anigen-offline-1"
_BIBLES: Kept[str] = Kept()
_SUBJECTS: Kept[bytes] = Kept()


class OfflineDirector:
    """Plans episodes from storybooks. Costs nothing, needs nothing, never looks at a clock.

    Attributes:
        name: How settings and records call it.
    """

    def __init__(self, name: str = "offline") -> None:
        self.name = name

    def plan(self, request: DirectorRequest) -> DirectorReply:
        """Plans one hour; with findings, plans it differently (see `repair`)."""
        plan, world = self._told(request)
        if not request.filler:
            plan = plan.model_copy(update={"next_teaser": _next(world, plan)})
        return DirectorReply(plan=plan, model=MODEL, prompt_hash=_fingerprint(world))

    def _told(self, request: DirectorRequest) -> tuple[EpisodePlan, World]:
        """The plan without its line for next time, and the world it was made in."""
        world = view(request, bans_for(request), modest=_is_last_resort(request))
        return compose(world, outline(world)), world


def _is_last_resort(request: DirectorRequest) -> bool:
    """Whether more than the first plan of the hour was rejected already."""
    if request.rejected is None:
        return False
    first = view(replace(request, findings=(), rejected=None))
    same_title = request.rejected.title == compose(first, outline(first)).title
    return is_harmless(request.rejected) or not same_title


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


def _read(subject: str, facts: Mapping[str, Fact]) -> bytes:
    """sha256 of what is true of a subject."""
    told = "\x1e".join(part for name in sorted(facts) for part in (name, facts[name].value))
    return hashlib.sha256(f"{subject}\x1e{told}".encode()).digest()


def _fingerprint(world: World) -> str:
    """sha256 hex of everything that went in."""
    request = world.request
    digest = hashlib.sha256()
    for part in (
        MODEL,
        world.library.digest,
        _BIBLES.of(world.slug, (request.bible,), request.bible.model_dump_json),
        request.hour.isoformat(),
        str((request.number, request.filler, request.take)),
    ):
        digest.update(part.encode())
    for subject in sorted(request.canon.facts):
        facts = request.canon.facts[subject]
        digest.update(_SUBJECTS.of(subject, (facts,), partial(_read, subject, facts)))
    for plan in (*request.recent, *((request.rejected,) if request.rejected else ())):
        digest.update(plan.model_dump_json().encode())
    for finding in request.findings:
        digest.update(finding.model_dump_json().encode())
    return digest.hexdigest()

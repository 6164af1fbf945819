"""Which tale and which small scene are told: those told least, with whoever is owed a scene."""

from __future__ import annotations

from collections.abc import Collection

from anigen_assets.providers.offline_director.assembly import tell_unit
from anigen_assets.providers.offline_director.model import Unit
from anigen_assets.providers.offline_director.pacing import is_quiet
from anigen_assets.providers.offline_director.parts import Part
from anigen_assets.providers.offline_director.world import World


def choose_tale(
    world: World, avoid: Collection[str], linked: Collection[str], names: Collection[str] = ()
) -> Part:
    """A tale of its own: one of those told least and longest ago, with whoever is owed a scene."""
    tales = [u for u in world.library.tales if not {"closing", "pilot"} & u.tags and u.id not in world.banned]
    if world.number == 1 and (pilot := _pilot(world)) is not None:
        return pilot
    quiet = is_quiet(world)
    if quiet:
        tales = [u for u in tales if "quiet" in u.tags] or tales
    if world.modest:
        tales = [u for u in tales if not _alters(u)] or tales
    best: Part | None = None
    best_score = -1e9
    rng = world.rng("tale")
    for rank, unit in enumerate(least_told(world, tales)):
        if rank >= 10 and best is not None:
            break
        part = tell_unit(world, unit, avoid, linked, names)
        if part is None:
            continue
        mends = 4.0 if any(c[0] == "cold" for c in unit.conditions) else 0.0
        seasonal = 3.0 if any(c[0] in {"season", "away"} for c in unit.conditions) else 0.0
        score = part_score(world, part) + mends + seasonal - 0.35 * rank + rng.random() * 2
        if score > best_score:
            best, best_score = part, score
    if best is None:
        raise LookupError("no tale can be cast with the people who are present")
    return best


def _pilot(world: World) -> Part | None:
    """The tale that begins a series, when its storybook has one."""
    pilots = [u for u in world.library.tales if "pilot" in u.tags and u.id not in world.banned]
    return next((part for unit in pilots if (part := tell_unit(world, unit, (), ()))), None)


def new_names(part: Part | None) -> list[str]:
    """Names that a part gives to newcomers."""
    return [person.name for person in part.newcomers.values()] if part else []


def part_score(world: World, part: Part) -> float:
    """How welcome the people of a part are: those who were seen little lately."""
    window = max(len(world.request.recent), 1)
    shares = [world.shown.get(i, 0) / window for i in part.roles.values() if i in world.people]
    return 6.0 * (0.5 - sum(shares) / len(shares)) if shares else 0.0


def choose_side(world: World, main: Part) -> Part:
    """A small scene for people who have nothing to do in the main part."""
    sides = [u for u in world.library.sides if "closing" not in u.tags and u.id not in world.banned]
    sides = [u for u in sides if world.has_stage_for(u)]
    if world.modest:
        sides = [u for u in sides if not _alters(u)] or sides
    found: Part | None = None
    for unit in least_told(world, sides)[:12]:
        busy = main.on_screen() | main.leaving()
        names = new_names(main)
        part = tell_unit(world, unit, busy, (), names) or tell_unit(world, unit, main.leaving(), (), names)
        if part is None:
            continue
        if not part.on_screen() & busy:
            return part
        found = found or part
    if found is None:
        raise LookupError("no side scene can be cast with the people who are present")
    return found


def _alters(unit: Unit) -> bool:
    return any(script.directives for script in unit.scripts)


def least_told(world: World, units: list[Unit]) -> list[Unit]:
    """Units in the order in which their turn comes: told seldom first, then told long ago."""
    rng = world.rng("least told")
    seldom = {u.id: (world.uses.get(u.id, 0), world.last_use.get(u.id, 0) // 8, rng.random()) for u in units}
    return sorted(units, key=lambda u: seldom[u.id])

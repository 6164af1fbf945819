"""Who plays what: fills a unit's roles so that conditions hold, parts fit people and screen time is shared."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from anigen_assets.providers.offline_director.conditions import away_for, holds, prebound
from anigen_assets.providers.offline_director.model import RoleSpec, Unit
from anigen_assets.providers.offline_director.newcomers import newcomer
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.world import AT_ODDS, World

_ATTEMPTS = 6
HOMESICK_EPISODES = 6
"""Somebody whose absence no thread tells of comes home after about so many."""
_MOST_SHARE = 0.66
"""Of the recent episodes; who was in more of them is left out when anybody else can do it."""


_MINOR_SHARE = 0.35
"""What the bible's minor characters are owed, in the measure in which a main character is owed 0.45."""


@dataclass
class Cast:
    """Roles filled so far.

    Attributes:
        extra: What conditions chose beside people: `item`, `secret`.
    """

    roles: dict[str, str] = field(default_factory=dict)
    newcomers: dict[str, Person] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    score: float = 0.0


def cast_unit(
    world: World,
    unit: Unit,
    *,
    given: Mapping[str, str] | None = None,
    specs: Mapping[str, RoleSpec] | None = None,
    avoid: Collection[str] = (),
    linked: Collection[str] = (),
    names: Collection[str] = (),
    salt: str = "",
) -> Cast | None:
    """Fills the roles of a unit, or None when nobody fits.

    Args:
        given: Roles that are decided already (a thread's cast).
        specs: Roles to fill; the unit's own when None.
        avoid: People who are needed elsewhere or are about to leave.
        linked: People of the other part: one of them makes the episode hang together.
        names: Names that newcomers of this plan already have.
    """
    wanted = dict(unit.roles if specs is None else specs)
    best: Cast | None = None
    for attempt in range(_ATTEMPTS):
        rng = world.rng(f"cast|{unit.id}|{salt}|{attempt}")
        cast = _attempt(world, unit, wanted, dict(given or {}), avoid, linked, names, rng)
        if cast is None:
            continue
        if attempt < _ATTEMPTS - 1 and _quarrels(world, unit, cast):
            continue
        if best is None or cast.score > best.score:
            best = cast
    return best


def need(world: World, person: Person) -> float:
    """How much a person is owed a scene: about 0, above it for the neglected."""
    window = max(len(world.request.recent), 1)
    share = world.shown.get(person.id, 0) / window
    fair = 0.45 if person.weight >= 1 else _MINOR_SHARE
    owed = 4.0 * (fair - share) * (1.0 if person.weight <= 1 else 0.8)
    return owed - (6.0 if share > _MOST_SHARE else 0.0)


def _attempt(
    world: World,
    unit: Unit,
    wanted: Mapping[str, RoleSpec],
    given: dict[str, str],
    avoid: Collection[str],
    linked: Collection[str],
    names: Collection[str],
    rng: random.Random,
) -> Cast | None:
    cast = Cast(roles=dict(given))
    if not prebound(world, unit.conditions, wanted, cast.roles, cast.extra, avoid, rng):
        return None
    for letter, spec in wanted.items():
        if letter in cast.roles:
            continue
        taken = set(cast.roles.values())
        person = _choose(world, unit, letter, spec, taken, avoid, linked, [*names, *_names(cast)], rng)
        if person is None:
            return None
        cast.roles[letter] = person.id
        if person.id not in world.people:
            cast.newcomers[person.id] = person
    ids = list(cast.roles.values())
    if len(set(ids)) < len(ids) or not holds(world, unit.conditions, cast.roles):
        return None
    known = [world.people[i] for i in ids if i in world.people]
    cast.score = sum(need(world, p) for p in known if p.weight) + rng.random()
    cast.score += 1.5 if any(i in linked for i in ids) else 0.0
    return cast


def _choose(
    world: World,
    unit: Unit,
    letter: str,
    spec: RoleSpec,
    taken: Collection[str],
    avoid: Collection[str],
    linked: Collection[str],
    names: Collection[str],
    rng: random.Random,
) -> Person | None:
    if spec.named:
        person = world.people.get(spec.named)
        free = person and person.status == "present" and not {person.id} & ({*taken, *avoid} | world.banned)
        return person if free else None
    if spec.guest:
        return _guest(world, unit, letter, spec, taken, avoid, names, rng)

    def suited(people: Iterable[Person]) -> list[Person]:
        return [p for p in people if p.id not in taken and p.id not in avoid and fits(p, spec)]

    leading, others = _pools(world, spec)
    mains = suited(leading) or suited(others)
    if "free" in spec.likes:
        busy = {who for thread in world.threads for who in thread.cast}
        mains = [p for p in mains if p.id not in busy]
    if "settled" in spec.likes:
        mains = [p for p in mains if p.weight == 1]
    if "recurring" in spec.likes:
        mains = [p for p in suited(others) if p.since_number > 0]
    if not mains:
        return None

    def appeal(person: Person) -> float:
        liked = 1.3 if spec.tempers and person.temper in spec.tempers else 0.0
        known = 0.7 if person.id in linked else 0.0
        return need(world, person) + liked + known + rng.random() * 2.2

    return max(mains, key=appeal)


def _guest(
    world: World,
    unit: Unit,
    letter: str,
    spec: RoleSpec,
    taken: Collection[str],
    avoid: Collection[str],
    names: Collection[str],
    rng: random.Random,
) -> Person | None:
    known = [p for p in world.guests if p.trade and fits(p, spec)]
    known = [p for p in known if p.id not in taken and p.id not in avoid]
    if spec.trades:
        known = [p for p in known if p.trade in spec.trades]
    again = 1.0 if world.modest else min(0.8, 0.25 + len(known) * 0.04)
    if spec.guest == "guest" and known and rng.random() < again:
        return max(known, key=lambda p: rng.random() * 2 - world.shown.get(p.id, 0))
    return None if world.modest else newcomer(world, spec, letter, unit.id, names)


def _pools(world: World, spec: RoleSpec) -> tuple[Sequence[Person], Sequence[Person]]:
    """Who may be asked first, and who when none of those can."""
    if "away" in spec.likes:
        away = [p for i, p in sorted(world.people.items()) if away_for(world, p) >= HOMESICK_EPISODES]
        return [p for p in away if p.weight], [p for p in away if not p.weight]
    if "gone" in spec.likes:
        return world.gone, ()
    return world.mains, world.guests


def fits(person: Person, spec: RoleSpec) -> bool:
    """Whether age and gender suit a role."""
    if person.id in spec.barred or (spec.ages and person.age_group not in spec.ages):
        return False
    return not spec.gender or person.masculine == (spec.gender == "m")


def _names(cast: Cast) -> list[str]:
    return [p.name for p in cast.newcomers.values()]


def _quarrels(world: World, unit: Unit, cast: Cast) -> bool:
    """Whether two who do not speak to each other would chat as if nothing had happened."""
    meant = {frozenset(c[1:]) for c in unit.conditions if c[0] == "cold"}
    letters = sorted(cast.roles)
    return any(
        world.bond(cast.roles[x], cast.roles[y]) == AT_ODDS and frozenset((x, y)) not in meant
        for i, x in enumerate(letters)
        for y in letters[i + 1 :]
    )

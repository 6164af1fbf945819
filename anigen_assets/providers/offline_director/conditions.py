"""What a unit asks of the world before it can be told, and the people and things that such conditions choose.

Conditions are tuples of words:
    cold a b       they have fallen out            season winter   the season of the story
    ladder a b     they can grow closer or apart   item a          a holds an item; it becomes `{item}`
    nokin a b      they are not family             secret a b      a hides something that b does not know
    met a b        they have a bond already        known a b       b knows something that a hides
    arc first|last  the arc's first or last third  after N         the N-th episode or later
    group          more than one guest is known    lives N         at least N main characters are present
    elders         an old guest is known           fewer N         fewer than N main characters are in the show
    works a KIND.. the first place a is found at is of one of the kinds
    single a b     neither has a sweetheart        once SAGA       the saga was never told before
    seldom SAGA N  the saga was not opened in the last N episodes
    heirloom a     a holds an item of the bible    odds N          fewer than N pairs have fallen out
    gone           somebody has left for good      away N          somebody is away for N episodes or more
"""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterable, Mapping, MutableMapping

from anigen_assets.providers.offline_director.almanac import season_of
from anigen_assets.providers.offline_director.bonds import can_fall_out, is_kin
from anigen_assets.providers.offline_director.model import RoleSpec
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.world import World

FELT_EPISODES = 3
_SOFT = re.compile(
    r"book|ledger|letter|ticket|thread|paper|map|page|photo|cloth|scarf|journal|diary", re.IGNORECASE
)
"""Things without dents."""
Conditions = Iterable[tuple[str, ...]]


def prebound(
    world: World,
    conditions: Conditions,
    specs: Mapping[str, RoleSpec],
    roles: MutableMapping[str, str],
    extra: MutableMapping[str, str],
    avoid: Collection[str],
    rng: random.Random,
) -> bool:
    """Fills the roles that a condition decides; False when it cannot be met."""
    for kind, *words in conditions:
        if kind == "cold" and not any(word in roles for word in words):
            pairs = [p for p in world.at_odds() if not set(p) & set(avoid) and _cooled(world, p)]
            fitting = [q for p in pairs for q in (p, p[::-1]) if _both_fit(world, q, words, specs)]
            if not fitting:
                return False
            roles.update(zip(words, fitting[rng.randrange(len(fitting))], strict=True))
        elif kind in _CHOOSERS and not _choose(world, kind, words, specs, roles, extra, avoid, rng):
            return False
    return True


def holds(world: World, conditions: Conditions, roles: Mapping[str, str]) -> bool:
    """Whether everything that does not choose holds for the roles."""
    return all(_holds(world, kind, [roles.get(w, w) for w in words], words) for kind, *words in conditions)


def _holds(world: World, kind: str, who: list[str], words: list[str]) -> bool:
    arc = world.request.bible.format.arc_episodes
    position = (world.number - 1) % arc
    if kind in {"ladder", "nokin", "met"}:
        bond = world.bond(who[0], who[1])
        return {"ladder": can_fall_out(bond), "nokin": not is_kin(bond), "met": bool(bond)}[kind]
    if kind == "works":
        person = world.people.get(who[0])
        home = person.haunts[0] if person and person.haunts else ""
        return world.canon.value(home, "look.set_kind") in words[1:]
    if kind == "single":
        return not any(_attached(world, person) for person in who[:2])
    checks = {
        "season": lambda: season_of(world.number) == words[0],
        "arc": lambda: (position < arc // 3) if words[0] == "first" else (position >= arc - arc // 3),
        "after": lambda: world.number >= int(words[0]),
        "lives": lambda: len(world.mains) >= int(words[0]),
        "group": lambda: sum(1 for p in world.guests if p.trade) > 1,
        "elders": lambda: any(_old_guest(p) for p in world.guests),
        "fewer": lambda: (
            sum(1 for p in world.people.values() if p.weight >= 1 and p.status != "dead") < int(words[0])
        ),
        "once": lambda: not world.saga_uses.get(words[0]),
        "seldom": lambda: world.number - world.saga_last.get(words[0], -9999) > int(words[1]),
        "gone": lambda: bool(world.gone),
        "away": lambda: any(away_for(world, p) >= int(words[0]) for p in world.people.values()),
        "odds": lambda: len(world.at_odds()) < int(words[0]),
    }
    return checks[kind]() if kind in checks else True


def _cooled(world: World, pair: tuple[str, str]) -> bool:
    """Whether a falling-out has been felt for a few episodes before it is mended."""
    first, second = sorted(pair)
    fact = world.canon.get(first, f"bond:{second}")
    return fact is None or world.number - fact.number >= FELT_EPISODES


def _attached(world: World, person: str) -> bool:
    return any(world.bond(person, other) == "sweethearts" for other in world.people if other != person)


def _old_guest(person: Person) -> bool:
    return person.since_number > 0 and person.age_group == "elder"


def away_for(world: World, person: Person) -> int:
    """For how many episodes somebody has been away without a thread that tells of it; 0 for all others."""
    if person.status != "absent" or any(person.id in thread.cast for thread in world.threads):
        return 0
    fact = world.canon.get(person.id, "status")
    return world.number - fact.number if fact else 0


def _both_fit(world: World, pair: tuple[str, ...], letters: list[str], specs: Mapping[str, RoleSpec]) -> bool:
    return all(_fits(world, who, specs.get(letter)) for who, letter in zip(pair, letters, strict=True))


def _fits(world: World, who: str, spec: RoleSpec | None) -> bool:
    person = world.people.get(who)
    if person is None or person.status != "present" or who in world.banned:
        return False
    if spec is None:
        return True
    return (not spec.ages or person.age_group in spec.ages) and (
        not spec.gender or person.masculine == (spec.gender == "m")
    )


def _choose(
    world: World,
    kind: str,
    words: list[str],
    specs: Mapping[str, RoleSpec],
    roles: MutableMapping[str, str],
    extra: MutableMapping[str, str],
    avoid: Collection[str],
    rng: random.Random,
) -> bool:
    found = [
        (chosen, people)
        for chosen, people in _CHOOSERS[kind](world)
        if all(roles.get(letter, who) == who for letter, who in zip(words, people, strict=False))
        and not set(people) & set(avoid)
        and all(_fits(world, who, specs.get(letter)) for letter, who in zip(words, people, strict=False))
    ]
    if not found:
        return False
    chosen, people = found[rng.randrange(len(found))]
    extra["item" if kind in {"item", "heirloom"} else "secret"] = chosen
    roles.update(dict(zip(words, people, strict=False)))
    return True


def _items(world: World) -> list[tuple[str, tuple[str, ...]]]:
    """Things that came up in an episode and belong to somebody: they may change hands."""
    return [
        (item.id, (item.holder,))
        for item in world.items
        if item.state == "whole"
        and item.holder in world.people
        and item.id[:1] == "i"
        and item.id[1:2].isdigit()
    ]


def _heirlooms(world: World) -> list[tuple[str, tuple[str, ...]]]:
    """Things the bible gave to somebody whom no open thread is about: it might be about the thing as well."""
    given = {item.id for item in world.request.bible.items}
    busy = {who for thread in world.threads for who in thread.cast}
    held = [i for i in world.items if i.id in given and i.state == "whole" and i.holder in world.people]
    held = [i for i in held if i.holder not in busy and not _SOFT.search(i.name)]
    return [(item.id, (item.holder,)) for item in held]


def told_by_seeds(world: World) -> frozenset[str]:
    """Secrets that come out in the telling of a thread of the bible and nowhere else."""
    return frozenset(
        word
        for saga in world.library.seeds.values()
        for beat in saga.beats
        for script in beat.scripts
        for directive in script.directives
        if directive.verb == "learn"
        for word in directive.words[1:]
    )


def _hidden(world: World) -> list[tuple[str, tuple[str, ...]]]:
    reserved = told_by_seeds(world)
    secrets = [s.removeprefix("secret:") for s in world.ids("secret")]
    found: list[tuple[str, tuple[str, ...]]] = []
    for secret in secrets:
        owner = world.canon.value(f"secret:{secret}", "owner")
        if secret in reserved or owner not in world.people:
            continue
        others = [p for p in world.mains if p.id != owner]
        if not any(world.canon.knows(p.id, secret) for p in others):
            found += [(secret, (owner, p.id)) for p in others]
    return found


def _known(world: World) -> list[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for subject in world.ids("secret"):
        secret = subject.removeprefix("secret:")
        owner = world.canon.value(subject, "owner")
        found += [
            (secret, (owner, p.id))
            for p in world.present()
            if p.id != owner and world.canon.knows(p.id, secret)
        ]
    return found


_CHOOSERS = {"item": _items, "heirloom": _heirlooms, "secret": _hidden, "known": _known}

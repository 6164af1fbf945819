"""From a unit to a part: fills roles and chooses the thing, item, secret and spot that the texts speak of."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from anigen_assets.providers.offline_director.casting import Cast, cast_unit
from anigen_assets.providers.offline_director.conditions import told_by_seeds
from anigen_assets.providers.offline_director.grammar import stable
from anigen_assets.providers.offline_director.model import RoleSpec, Saga, Unit
from anigen_assets.providers.offline_director.pacing import begins
from anigen_assets.providers.offline_director.parts import Move, Part
from anigen_assets.providers.offline_director.places import Atlas
from anigen_assets.providers.offline_director.things import make_thing, thread_thing
from anigen_assets.providers.offline_director.words import Words
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.canon import Thread

SOON_EPISODES = 6
_OFFSTAGE = frozenset({"away", "gone"})


def tell_unit(
    world: World, unit: Unit, avoid: Collection[str], linked: Collection[str], names: Collection[str] = ()
) -> Part | None:
    """A tale or a side, cast; None when it cannot be."""
    if not world.has_stage_for(unit):
        return None
    cast = cast_unit(world, unit, avoid=avoid, linked=linked, names=names)
    if cast is None:
        return None
    return Part(
        unit=unit,
        roles=cast.roles,
        people=world.people,
        newcomers=cast.newcomers,
        thing=make_thing(world, unit.thing, prop=not _keeps(unit)) if unit.thing else None,
        item=cast.extra.get("item", ""),
        secret=cast.extra.get("secret", ""),
        spot=_own_spot(world, unit),
        turn=world.uses.get(unit.id, 0) + world.request.take - 1,
    )


def _keeps(unit: Unit) -> bool:
    """Whether the unit's thing becomes an item of canon."""
    return any(directive.verb == "item" for script in unit.scripts for directive in script.directives)


def _own_spot(world: World, unit: Unit) -> str:
    """The place a tale keeps coming back to, when it has one: the kinds its first such scene asks for."""
    wishes = next((script.places for script in unit.scripts if "spot" in script.places), None)
    if wishes is None:
        return ""
    return Atlas(world).spot([w for w in wishes if w != "spot"] or ["any"], f"{world.number}_{unit.id}", {})


def open_thread(
    world: World, saga: Saga, avoid: Collection[str], linked: Collection[str], names: Collection[str] = ()
) -> Part | None:
    """A saga that begins now; None when it cannot be cast."""
    unit = saga.opening
    if unit is None or not all(world.has_stage_for(u) for u in (unit, *saga.beats)):
        return None
    busy = _busy(world)
    staged = Unit(id=unit.id, roles=saga.roles, scripts=unit.scripts, conditions=saga.conditions)
    cast = cast_unit(world, staged, avoid={*avoid, *busy}, linked=linked, names=names)
    if cast is None:
        return None
    thread_id = f"t{world.number}_{saga.id}"
    return _thread_part(world, unit, cast, saga, None, thread_id, "open", world.saga_uses.get(saga.id, 0))


def tell_thread(
    world: World, thread: Thread, saga: Saga, unit: Unit, *, resolves: bool, anybody: bool = False
) -> Part | None:
    """A thread's beat, cast with the thread's people; None when one of them is not there.

    Args:
        anybody: The unit needs nobody in particular: whoever of the thread is present, and others.
    """
    if not world.has_stage_for(unit):
        return None
    given = _thread_roles(world, thread, saga) if not anybody else _whoever(world, thread, unit)
    specs: dict[str, RoleSpec] = {**({} if anybody else saga.roles), **unit.roles}
    seen = {role for script in unit.scripts for role in script.roles}
    for letter, who in given.items():
        spec = unit.roles.get(letter, RoleSpec())
        person = world.people.get(who)
        off = bool(spec.likes & _OFFSTAGE)
        if person is None or (
            letter in seen and not off and (person.status != "present" or who in world.banned)
        ):
            return None
        if off and person.status == "present":
            return None
    specs = {letter: spec for letter, spec in specs.items() if letter in seen or letter in unit.roles}
    staged = Unit(id=unit.id, roles=unit.roles, scripts=unit.scripts, conditions=unit.conditions)
    cast = cast_unit(world, staged, given=given, specs=specs, salt=thread.id)
    if cast is None:
        return None
    move: Move = "resolve" if resolves else "advance"
    # A saga of the library was told as often as it was opened; what tells the bible's threads counts for itself.
    opened = saga.id in world.library.sagas and not anybody
    turn = max(world.saga_uses.get(saga.id, 0) - 1, 0) if opened else world.uses.get(unit.id, 0)
    part = _thread_part(world, unit, cast, saga, thread, thread.id, move, turn)
    return part if _tellable(world, part) else None


def in_passing(world: World, thread: Thread, saga: Saga) -> Part:
    """A thread that ends in a sentence: no scenes, only its words."""
    roles = _thread_roles(world, thread, saga)
    return Part(
        unit=saga.beats[-1],
        roles=roles,
        people=world.people,
        move="resolve",
        saga=saga,
        thread=thread,
        thread_id=thread.id,
        item=_item(world, thread, thread.id),
        spot=Atlas(world).spot(saga.spot or ("any",), thread.id, roles),
    )


def _tellable(world: World, part: Part) -> bool:
    """Whether canon still has everything the unit's texts speak of: an item may have gone another way since."""
    unit = part.unit
    words = Words(world, part, {})
    texts = [unit.logline, unit.synopsis, unit.tease, unit.note, *(script.tell for script in unit.scripts)]
    return all(words.fill(text, "tellable") is not None for text in texts)


def _thread_part(
    world: World,
    unit: Unit,
    cast: Cast,
    saga: Saga,
    thread: Thread | None,
    thread_id: str,
    move: Move,
    turn: int,
) -> Part:
    kind = saga.thing or unit.thing
    return Part(
        unit=unit,
        roles=cast.roles,
        people=world.people,
        newcomers=cast.newcomers,
        move=move,
        saga=saga,
        thread=thread,
        thread_id=thread_id,
        thing=thread_thing(world, kind, thread_id) if kind else None,
        item=_item(world, thread, thread_id) or cast.extra.get("item", ""),
        secret=_secret(world, saga, cast.roles, thread_id) or cast.extra.get("secret", ""),
        spot=Atlas(world).spot(saga.spot or ("any",), thread_id, cast.roles),
        turn=turn + world.request.take - 1,
    )


def _item(world: World, thread: Thread | None, thread_id: str) -> str:
    """The item of a thread: its own, or the one that was lost in the episode that opened it."""
    own = f"i{thread_id.removeprefix('t')}"[:48]
    if world.canon.kind(own) == "item":
        return own
    for item in world.items:
        fact = world.canon.get(item.id, "state")
        if thread and fact and item.state == "lost" and fact.number == thread.opened_number:
            return item.id
    return ""


def _thread_roles(world: World, thread: Thread, saga: Saga) -> dict[str, str]:
    """The thread's cast by role; roles it has nobody for go to the same person every time."""
    given = dict(zip(saga.roles, _in_order(world, thread, saga), strict=False))
    spare = [p for p in world.mains if p.id not in given.values()]
    spare.sort(key=lambda p: stable(thread.id, p.id))
    for letter in saga.roles:
        if letter not in given and spare:
            given[letter] = spare.pop(0).id
    return given


def _in_order(world: World, thread: Thread, saga: Saga) -> list[str]:
    """The thread's cast; in a saga that only knows the question, whoever the answer names is the one who knows."""
    cast = list(thread.cast)
    if saga not in world.library.questions or len(cast) < 2:
        return cast
    answer = next((t.answer for t in world.request.bible.threads if t.id == thread.id), "")
    knowing = [who for who in cast if who in world.people and world.people[who].short in answer]
    asking = [who for who in cast if who not in knowing]
    if not knowing or len(asking) >= len(saga.roles):
        return cast
    spare = [p.id for p in world.mains if p.id not in cast]
    spare.sort(key=lambda who: stable(thread.id, who))
    asking = [*asking, *spare][: len(saga.roles) - 1]
    return [*asking, knowing[0]]


def _whoever(world: World, thread: Thread, unit: Unit) -> dict[str, str]:
    there = [c for c in thread.cast if c in world.people and world.people[c].status == "present"]
    return dict(zip(unit.roles, [c for c in there if c not in world.banned], strict=False))


def _secret(world: World, saga: Saga, roles: Mapping[str, str], thread_id: str) -> str:
    """The secret a saga is about: its own, else the first that its owner hides from the other."""
    own = f"s{thread_id.removeprefix('t')}"[:48]
    if world.canon.kind(f"secret:{own}") == "secret":
        return own
    asked = next((c for c in saga.conditions if c[0] in {"secret", "known"}), None)
    if asked is None:
        return ""
    owner, other = (roles.get(letter, "") for letter in asked[1:3])
    reserved = told_by_seeds(world)
    for subject in world.ids("secret"):
        secret = subject.removeprefix("secret:")
        hidden = not world.canon.knows(other, secret)
        mine = world.canon.value(subject, "owner") == owner and secret not in reserved
        if mine and hidden == (asked[0] == "secret"):
            return secret
    return ""


def _busy(world: World) -> frozenset[str]:
    """People who carry two threads already that are under way or about to be."""
    count: dict[str, int] = {}
    for thread in world.threads:
        soon = begins(thread) <= world.number + SOON_EPISODES
        for who in thread.cast if soon else ():
            count[who] = count.get(who, 0) + 1
    return frozenset(who for who, threads in count.items() if threads >= 2)

"""The thing an episode is about, put together from parts that fit each other and do not come back soon."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.providers.offline_director.grammar import article, stable, titled, walk
from anigen_assets.providers.offline_director.world import World


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with its story. Every part is worded as ThingKind says."""

    name: str
    found: str
    odd: str
    sign: str
    truth: str

    def word(self, part: str) -> str | None:
        """A part by its slot name."""
        low = part.lower()
        return {
            "": self.name,
            "a": article(self.name),
            "the": f"the {self.name}",
            "found": self.found,
            "odd": self.odd,
            "sign": self.sign,
            "truth": self.truth,
            "title": titled(self.name),
        }.get(low)


def make_thing(world: World, kind: str, *, prop: bool = False) -> Thing:
    """The next thing of a kind in this series.

    Args:
        prop: Whether it never becomes an item of canon: then it is called like none of them either.
    """
    told = sum(world.uses.get(unit.id, 0) for unit in world.library.tales if unit.thing == kind)
    taken = frozenset(item.name for item in world.items) if prop else frozenset()
    return _nth(world, kind, told + (37 if world.modest else 0), taken)


def thread_thing(world: World, kind: str, thread_id: str) -> Thing:
    """The thing a saga is about: the same in every episode of the thread."""
    return _nth(world, kind, stable(world.slug, thread_id) % 997)


def _nth(world: World, kind: str, step: int, taken: frozenset[str] = frozenset()) -> Thing:
    parts = world.library.things.get(kind) or world.library.things["keepsake"]

    def pick(options: tuple[str, ...], which: str, extra: int) -> str:
        return options[walk(stable(world.slug, kind, which), step + extra, len(options))]

    rounds = step // len(parts.names)
    names = (pick(parts.names, "name", further) for further in range(len(parts.names)))
    return Thing(
        name=next((name for name in names if name not in taken), pick(parts.names, "name", 0)),
        found=pick(parts.found, "found", rounds),
        odd=pick(parts.odd, "odd", rounds * 2),
        sign=pick(parts.sign, "sign", rounds * 3),
        truth=pick(parts.truth, "truth", rounds * 5),
    )

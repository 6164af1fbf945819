"""Where scenes happen: the first of a script's wishes that can be met, without standing still for long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from anigen_assets.providers.offline_director.grammar import stable
from anigen_assets.providers.offline_director.model import Script
from anigen_assets.providers.offline_director.parts import Part
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind

_GROUPS: dict[str, frozenset[SetKind]] = {
    "in": INDOOR_SETS,
    "out": frozenset(SetKind) - INDOOR_SETS,
    "water": frozenset({SetKind.SEASIDE, SetKind.HARBOR, SetKind.RIVERBANK}),
    "high": frozenset({SetKind.ROOFTOP, SetKind.OBSERVATORY, SetKind.SHRINE}),
    "quiet": frozenset(
        {SetKind.LIBRARY, SetKind.BEDROOM, SetKind.SHRINE, SetKind.FOREST, SetKind.OBSERVATORY}
    ),
    "busy": frozenset({SetKind.STREET, SetKind.CAFE, SetKind.STATION, SetKind.HARBOR, SetKind.CITY}),
    "work": frozenset({SetKind.WORKSHOP, SetKind.HARBOR, SetKind.LIBRARY, SetKind.CLASSROOM, SetKind.CAFE}),
    "travel": frozenset({SetKind.TRAIN, SetKind.STATION, SetKind.HARBOR, SetKind.STREET}),
    "green": frozenset({SetKind.FOREST, SetKind.RIVERBANK, SetKind.SEASIDE}),
    "any": frozenset(SetKind),
}


class Atlas:
    """Chooses places for one plan and remembers them.

    Attributes:
        kinds: Set kind by place id, in the bible's order and then that of introduction.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.kinds: dict[str, SetKind] = {
            place.id: place.look.set_kind for place in world.request.bible.places
        }
        for subject in world.ids("place"):
            self.kinds.setdefault(subject, SetKind(world.canon.value(subject, "look.set_kind", "street")))
        recent = world.request.recent[-4:]
        self._seen = Counter(scene.place for plan in recent for scene in plan.scenes)
        self._rng = world.rng("places")

    def choose(self, script: Script, part: Part, before: str, own_before: str) -> str:
        """A place for a scene.

        Args:
            before: Place of the scene before, or empty.
            own_before: Place of the part's own scene before, or empty.
        """
        for wish in script.places:
            if wish == "same" and own_before:
                return own_before
            if wish == "spot" and part.spot in self.kinds:
                return part.spot
            if wish[:1] == "#" and wish[1:] in self.kinds:
                return self._use(wish[1:])
            found = self._of(wish, part)
            if found:
                away = [p for p in found if p != before] or found
                return self._use(self._freshest(away, first=len(wish) == 1))
        return self._use(self._freshest([p for p in self.kinds if p != before], first=False))

    def spot(self, wishes: Sequence[str], thread_id: str, roles: Mapping[str, str]) -> str:
        """The place a saga keeps coming back to: only the bible's places, so that it is the same every time.

        Args:
            roles: Person id by role letter; a letter among the wishes means where that person is found first.
        """
        for wish in wishes:
            person = self._world.people.get(roles.get(wish, ""))
            if person and person.haunts:
                return person.haunts[0]
        places = self._world.request.bible.places
        fitting = [p.id for wish in wishes for p in places if p.look.set_kind in _kinds_of(wish)]
        pool = fitting or [p.id for p in places]
        return pool[stable(self._world.slug, thread_id, "spot") % len(pool)]

    def look(self, place: str) -> PlaceLook | None:
        """How a place is drawn."""
        found = self._world.canon.place(place)
        return found.look if found else None

    def _of(self, wish: str, part: Part) -> list[str]:
        if len(wish) == 1:
            person = part.person(wish)
            haunts = person.haunts if person else ()
            return [place for place in haunts if place in self.kinds]
        wanted = _kinds_of(wish)
        return [place for place, kind in self.kinds.items() if kind in wanted]

    def _freshest(self, places: Sequence[str], *, first: bool) -> str:
        """The place seen least of late; among somebody's haunts the first one counts for more."""

        def stale(indexed: tuple[int, str]) -> float:
            index, place = indexed
            return self._seen[place] + (0.9 * index if first else 0.0) + self._rng.random()

        return min(enumerate(places), key=stale)[1]

    def _use(self, place: str) -> str:
        self._seen[place] += 2
        return place


def _kinds_of(wish: str) -> frozenset[SetKind]:
    if wish in _GROUPS:
        return _GROUPS[wish]
    return frozenset({SetKind(wish)}) if wish in tuple(SetKind) else frozenset()

"""One module per way of framing: what stands in the picture, how large, before which ground.

Here is the way from a planned shot to its composition.
"""

from __future__ import annotations

from collections.abc import Callable

from anigen_assets.story.vocabulary import Framing
from anigen_assets.studio.animatic.composition import Composition
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.shots.establishing import compose_establishing
from anigen_assets.studio.animatic.shots.insert import compose_insert
from anigen_assets.studio.animatic.shots.over_shoulder import compose_over_shoulder
from anigen_assets.studio.animatic.shots.portrait import compose_close_up, compose_medium, compose_two_shot
from anigen_assets.studio.animatic.shots.wide import compose_wide
from anigen_assets.studio.animatic.timing import ShotSpan

_FRAMINGS: dict[Framing, Callable[[Setup, ShotSpan], Composition]] = {
    Framing.ESTABLISHING: compose_establishing,
    Framing.WIDE: compose_wide,
    Framing.MEDIUM: compose_medium,
    Framing.TWO_SHOT: compose_two_shot,
    Framing.CLOSE_UP: compose_close_up,
    Framing.OVER_SHOULDER: compose_over_shoulder,
    Framing.INSERT: compose_insert,
}
_NEEDS_PEOPLE = frozenset(_FRAMINGS) - {Framing.ESTABLISHING, Framing.INSERT}


def compose_shot(setup: Setup, span: ShotSpan) -> Composition:
    """Returns the composition of a shot; one that asks for people where nobody is shows the place."""
    framing = span.shot.framing
    people = setup.staging.people(span.shot)
    if framing in _NEEDS_PEOPLE and not people:
        framing = Framing.ESTABLISHING
    if framing is Framing.TWO_SHOT and len(people) < 2:
        framing = Framing.MEDIUM
    if framing is Framing.OVER_SHOULDER and setup.staging.partner(people[0], span.shot) is None:
        framing = Framing.CLOSE_UP
    return _FRAMINGS[framing](setup, span)

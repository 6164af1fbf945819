"""The place, nobody near: in depth when the camera pans, from one enlarged picture when it tilts."""

from __future__ import annotations

from anigen_assets.studio.animatic.composition import Actor, Composition
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.timing import ShotSpan

TILT_NEARNESS = 1.3
"""How much a plate is enlarged so that a tilt has room."""


def compose_establishing(setup: Setup, span: ShotSpan) -> Composition:
    """Composes an establishing shot."""
    return compose_place(setup, span, ())


def compose_place(setup: Setup, span: ShotSpan, actors: tuple[Actor, ...]) -> Composition:
    """Composes the set in focus with actors in it."""
    if setup.tilts(span):
        ground = setup.scenery.enlarged(setup.size, TILT_NEARNESS)
        return Composition(setup.size, ground, setup.travel(span, ends_still=bool(actors)), actors=actors)
    ground, behind, before = setup.scenery.planes(setup.size[0])
    camera = setup.zoom(span) or setup.travel(span, ends_still=False)
    return Composition(setup.size, ground, camera, behind, actors, before)

"""The place with full figures in it: they stand, act with their bodies, and sometimes walk in."""

from __future__ import annotations

from anigen_assets.studio.animatic.composition import Composition
from anigen_assets.studio.animatic.figures.acting import Pose
from anigen_assets.studio.animatic.players import StandingPlayer
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.shots.establishing import compose_place
from anigen_assets.studio.animatic.staging import Mark, pose_for
from anigen_assets.studio.animatic.standing import WALK_DRAWINGS, Standing
from anigen_assets.studio.animatic.timing import ShotSpan

_FIGURE_SCALE = 1.06
_STRIDE_UNITS = 150.0
"""Design units a figure goes forward in a walk cycle of two steps."""
_LONGEST_WALK_DRAWINGS = 28


def compose_wide(setup: Setup, span: ShotSpan) -> Composition:
    """Composes full figures in the set."""
    people = setup.staging.people(span.shot)
    players = tuple(_player(setup, span, mark) for mark in setup.staging.marks(people))
    return compose_place(setup, span, players)


def _player(setup: Setup, span: ShotSpan, mark: Mark) -> StandingPlayer:
    request = setup.request
    moments = setup.moments(mark.person, span)
    names = {person: face.name for person, face in request.cast.items()}
    pose = pose_for(span.shot, mark.person, names, moments[0].emotion, setup.chance(span, mark.person))
    standing = Standing(
        request.cast[mark.person].look,
        setup.scenery.palette,
        round(mark.turn, 2),
        _FIGURE_SCALE * setup.scale,
    )
    x, walk = setup.px(1280 * mark.across), ()
    if pose is Pose.WALK:
        walk = _walk_in(setup, span, x, from_left=mark.turn > 0)
        pose = Pose.NEUTRAL
    return StandingPlayer(standing, pose, x, setup.scenery.floor_px, moments, walk)


def _walk_in(setup: Setup, span: ShotSpan, x: int, *, from_left: bool) -> tuple[int, ...]:
    """Columns of a walk that ends at `x`, in the direction the figure looks."""
    drawings = min(_LONGEST_WALK_DRAWINGS, span.drawings - 2 * WALK_DRAWINGS)
    step = _STRIDE_UNITS * _FIGURE_SCALE * setup.scale / WALK_DRAWINGS * (1 if from_left else -1)
    return tuple(round(x - step * (drawings - drawing)) for drawing in range(max(0, drawings)))

"""The place with full figures in it: they stand, act with their bodies, and sometimes walk in."""

from __future__ import annotations

from anigen_assets.studio.animatic.composition import Composition
from anigen_assets.studio.animatic.figures import Pose, stature
from anigen_assets.studio.animatic.players import StandingPlayer
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.shots.establishing import compose_place
from anigen_assets.studio.animatic.staging import Mark, pose_for
from anigen_assets.studio.animatic.standing import WALK_DRAWINGS, Standing
from anigen_assets.studio.animatic.timing import ShotSpan

_FIGURE_SCALE = 1.06
_STRIDE_SHARE = 0.54
"""Share of their stature that people go forward in a walk cycle of two steps, seen from the side."""
_LONGEST_WALK_DRAWINGS = 28


def compose_wide(setup: Setup, span: ShotSpan) -> Composition:
    """Composes full figures in the set."""
    people = setup.staging.people(span.shot)
    players: list[StandingPlayer] = []
    for mark in setup.staging.marks(people):
        taken = {player.pose for player in players}
        players.append(_player(setup, span, mark, taken))
    return compose_place(setup, span, tuple(players))


def _player(setup: Setup, span: ShotSpan, mark: Mark, taken: set[Pose]) -> StandingPlayer:
    request = setup.request
    moments = setup.moments(mark.person, span)
    names = {person: face.name for person, face in request.cast.items()}
    chance = setup.chance(span, mark.person)
    pose = pose_for(span.shot, mark.person, names, moments[0].emotion, chance, taken=taken)
    standing = Standing(
        request.cast[mark.person].look,
        setup.scenery.palette,
        round(mark.turn, 2),
        _FIGURE_SCALE * setup.scale,
    )
    x = setup.px(1280 * mark.across)
    walk: tuple[int, ...] = ()
    if pose is Pose.WALK:
        seen = 0.1 + 0.9 * min(1.0, abs(mark.turn) * 1.4)
        stride = _STRIDE_SHARE * seen * stature(standing.look) * standing.scale
        walk = _walk_in(span, x, stride if mark.turn > 0 else -stride)
        pose = Pose.NEUTRAL
    return StandingPlayer(standing, pose, x, setup.scenery.floor_px, moments, walk)


def _walk_in(span: ShotSpan, x: int, stride: float) -> tuple[int, ...]:
    """Columns of a walk that ends at `x`; `stride` is what a cycle of two steps covers, in pixels."""
    drawings = min(_LONGEST_WALK_DRAWINGS, span.drawings - 2 * WALK_DRAWINGS)
    step = stride / WALK_DRAWINGS
    return tuple(round(x - step * (drawings - drawing)) for drawing in range(max(0, drawings)))

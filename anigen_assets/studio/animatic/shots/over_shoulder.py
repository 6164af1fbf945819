"""One face past the other's back: who listens stands large and out of focus at the frame's edge."""

from __future__ import annotations

import math

import skia

from anigen_assets.studio.animatic.bank import SPRITES
from anigen_assets.studio.animatic.canvas import paint_sprite
from anigen_assets.studio.animatic.composition import Composition
from anigen_assets.studio.animatic.figures import draw_back
from anigen_assets.studio.animatic.players import SwayPlayer
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.shots.portrait import MEDIUM_SCALE, bust, compose_people
from anigen_assets.studio.animatic.sprite import Sprite
from anigen_assets.studio.animatic.timing import ShotSpan

_FACE_X, _FACE_Y = 150.0, 306.0
_BACK_SCALE = 1.42
_BACK_X, _BACK_Y = 392.0, 424.0
_REACH = 330.0
_FINENESS = 0.5


def compose_over_shoulder(setup: Setup, span: ShotSpan) -> Composition:
    """Composes a face over the shoulder of whom they talk with."""
    person = setup.staging.people(span.shot)[0]
    partner = setup.staging.partner(person, span.shot)
    assert partner is not None, "a shot without a partner is framed as a close-up"
    side = setup.staging.side(person)
    face = bust(setup, span, person, 640 + side * _FACE_X, _FACE_Y, MEDIUM_SCALE, setup.staging.turn(person))
    back = SwayPlayer(
        _back(setup, span, partner),
        setup.px(640 - side * _BACK_X),
        setup.px(_BACK_Y),
        setup.moments(partner, span),
        setup.scale * _BACK_SCALE,
    )
    return compose_people(setup, span, (face, back), aside=0.6 * side, nearness=1.4, blur=4, centre_y=0.42)


def _back(setup: Setup, span: ShotSpan, person: str) -> Sprite:
    look, palette = setup.request.cast[person].look, setup.scenery.palette
    scale = _BACK_SCALE * setup.scale
    lowest = round((720 + setup.room_below(span) - _BACK_Y) / _BACK_SCALE) + 6

    def draw(canvas: skia.Canvas) -> None:
        # Drawn small and stretched: as soft as a lens, and much cheaper than a blur.
        small = skia.Surface(math.ceil(2 * _REACH * _FINENESS), math.ceil((_REACH + lowest) * _FINENESS))
        with small as sketch:
            sketch.scale(_FINENESS, _FINENESS)
            sketch.translate(_REACH, _REACH)
            draw_back(sketch, look, palette)
        area = skia.Rect.MakeXYWH(-_REACH, -_REACH, small.width() / _FINENESS, small.height() / _FINENESS)
        canvas.drawImageRect(
            small.makeImageSnapshot(), area, skia.SamplingOptions(skia.CubicResampler.Mitchell())
        )

    return SPRITES.get(
        ("back", look, palette, scale, lowest),
        lambda: paint_sprite(draw, (-_REACH, -_REACH, _REACH, lowest), scale),
    )

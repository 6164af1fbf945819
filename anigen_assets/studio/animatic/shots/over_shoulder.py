"""One face past the other's back: who listens stands large and out of focus at the frame's edge."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic.bank import SPRITES
from anigen_assets.studio.animatic.canvas import paint_sprite
from anigen_assets.studio.animatic.composition import Composition
from anigen_assets.studio.animatic.figures import draw_back
from anigen_assets.studio.animatic.players import SwayPlayer
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.shots.portrait import bust, compose_people
from anigen_assets.studio.animatic.sprite import Sprite
from anigen_assets.studio.animatic.timing import ShotSpan

_FACE_SCALE = 1.12
_FACE_X, _FACE_Y = 150.0, 318.0
_BACK_SCALE = 1.95
_BACK_X, _BACK_Y = 395.0, 486.0
_BLUR = 2.4


def compose_over_shoulder(setup: Setup, span: ShotSpan) -> Composition:
    """Composes a face over the shoulder of whom they talk with."""
    person = setup.staging.people(span.shot)[0]
    partner = setup.staging.partner(person, span.shot)
    assert partner is not None, "a shot without a partner is framed as a close-up"
    side = setup.staging.side(person)
    face = bust(setup, span, person, 640 + side * _FACE_X, _FACE_Y, _FACE_SCALE, setup.staging.turn(person))
    back = SwayPlayer(
        _back(setup, partner),
        setup.px(640 - side * _BACK_X),
        setup.px(_BACK_Y),
        setup.moments(partner, span),
        setup.scale * _BACK_SCALE,
    )
    return compose_people(setup, span, (face, back), aside=0.6 * side, nearness=1.4, blur=4, centre_y=0.42)


def _back(setup: Setup, person: str) -> Sprite:
    look, palette = setup.request.cast[person].look, setup.scenery.palette
    scale = _BACK_SCALE * setup.scale

    def draw(canvas: skia.Canvas) -> None:
        out_of_focus = skia.Paint(ImageFilter=skia.ImageFilters.Blur(_BLUR, _BLUR))
        canvas.saveLayer(None, out_of_focus)
        draw_back(canvas, look, palette)
        canvas.restore()

    lowest = (720 - _BACK_Y) / _BACK_SCALE + 6
    return SPRITES.get(
        ("back", look, palette, scale),
        lambda: paint_sprite(draw, (-330, -320, 330, lowest), scale),
    )

"""A bust: back hair, body and head, each its own layer, so that a head may bob and tilt over its body.

Bust space: the origin is the head's centre, the chin lies near y = +112, the crown near -135, the body runs
down to y = +640. Layers are recorded once per person, light and turn and played back.
"""

from __future__ import annotations

from dataclasses import replace

import skia

from anigen_assets.story.looks import Look
from anigen_assets.studio.animatic.figures import layers
from anigen_assets.studio.animatic.figures.acting import Face
from anigen_assets.studio.animatic.figures.anatomy import anatomy_for
from anigen_assets.studio.animatic.figures.layers import step
from anigen_assets.studio.animatic.figures.view import View
from anigen_assets.studio.animatic.palette import Palette

FLOOR = 640.0
_NAPE = 118.0
_SWELL = 0.0068
_WIDEN = 0.0045


def draw_bust(
    canvas: skia.Canvas,
    look: Look,
    face: Face,
    *,
    turn: float,
    breath: float = 0.0,
    tilt_degrees: float = 0.0,
    palette: Palette,
) -> None:
    """Draw a whole bust around the canvas's origin.

    Args:
        canvas: In bust units.
        look: Whom to draw.
        face: What the face does.
        turn: -1 (to the viewer's left) to 1 (to the right).
        breath: 0 (out) to 1 (in); moves shoulders and head up by about three units.
        tilt_degrees: Leans the head over the neck, positive is clockwise.
        palette: The scene's light.
    """
    draw_bust_back_hair(canvas, look, turn=turn, breath=breath, tilt_degrees=tilt_degrees, palette=palette)
    draw_bust_body(canvas, look, turn=turn, breath=breath, palette=palette)
    draw_bust_head(canvas, look, face, turn=turn, breath=breath, tilt_degrees=tilt_degrees, palette=palette)


def draw_bust_back_hair(
    canvas: skia.Canvas,
    look: Look,
    *,
    turn: float,
    breath: float = 0.0,
    tilt_degrees: float = 0.0,
    palette: Palette,
) -> None:
    """Draw the lowest layer: hair behind the neck. See `draw_bust`."""
    canvas.save()
    _lean(canvas, breath, tilt_degrees)
    canvas.drawPicture(layers.back_hair(look, palette, step(turn)))
    canvas.restore()


def draw_bust_body(
    canvas: skia.Canvas, look: Look, *, turn: float, breath: float = 0.0, palette: Palette
) -> None:
    """Draw the middle layer: neck, clothes, arms. See `draw_bust`."""
    canvas.save()
    canvas.translate(0, FLOOR)
    canvas.scale(1 + _WIDEN * breath, 1 + _SWELL * breath)
    canvas.translate(0, -FLOOR)
    canvas.drawPicture(layers.body(look, palette, step(turn)))
    canvas.restore()


def draw_bust_head(
    canvas: skia.Canvas,
    look: Look,
    face: Face,
    *,
    turn: float,
    breath: float = 0.0,
    tilt_degrees: float = 0.0,
    palette: Palette,
) -> None:
    """Draw the upper layer: face, front hair, what is worn on the head. See `draw_bust`."""
    turn = step(turn)
    still = replace(face, mouth=0, eyes="open", gaze=0.0)
    canvas.save()
    _lean(canvas, breath, tilt_degrees)
    canvas.drawPicture(layers.skin(look, palette, turn))
    canvas.drawPicture(layers.face_features(look, palette, turn, face))
    canvas.drawPicture(layers.front_hair(look, palette, turn))
    canvas.drawPicture(layers.above_hair(look, palette, turn, still))
    canvas.restore()


def mouth_box(look: Look, turn: float) -> skia.Rect:
    """Returns the part of a bust that a change of `Face.mouth` can touch, head upright and breathed out.

    Whoever clips a drawing to the box gets the same picture, but for the smoothing of a few edges.
    """
    x, y = View(step(turn)).x(0, 68), anatomy_for(look).mouth_y
    return skia.Rect.MakeLTRB(x - 34, y - 14, x + 34, y + 30)


def eyes_box(look: Look, turn: float) -> skia.Rect:
    """Returns the part of a bust that a change of `Face.eyes` or `Face.gaze` can touch; see `mouth_box`."""
    eye, view = anatomy_for(look).eye, View(step(turn))
    reach = eye.half_width + 18
    left, right = view.x(-eye.x, 58) - reach, view.x(eye.x, 58) + reach
    return skia.Rect.MakeLTRB(left, eye.y - eye.height * 1.3 - 18, right, eye.y + eye.height * 1.2 + 10)


def _lean(canvas: skia.Canvas, breath: float, tilt_degrees: float) -> None:
    canvas.translate(0, -_SWELL * (FLOOR - _NAPE) * breath)
    if tilt_degrees:
        canvas.rotate(tilt_degrees, 0, _NAPE)

"""A thing, or a detail of the place: what the action speaks of, near and sharp before a soft ground."""

from __future__ import annotations

import random

import numpy as np
import skia

from anigen_assets.story.vocabulary import SetKind, Weather
from anigen_assets.studio.animatic import i420, ink
from anigen_assets.studio.animatic.bank import SPRITES
from anigen_assets.studio.animatic.canvas import Bounds, paint_sprite
from anigen_assets.studio.animatic.composition import Composition, Ground, Pace
from anigen_assets.studio.animatic.i420 import Picture, Rect
from anigen_assets.studio.animatic.palette import Palette
from anigen_assets.studio.animatic.players import StillPlayer
from anigen_assets.studio.animatic.props import Prop, prop_in
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.sprite import Sprite
from anigen_assets.studio.animatic.timing import ShotSpan

_PROP_SCALE = 1.5
_TABLE_Y = 470.0
_FOOT_Y = 610.0
_WIDE = 1000.0
_TABLE, _STONE, _SNOW = "#a8744c", "#9a98a0", "#e6edf6"
_GROUNDS = {
    SetKind.SEASIDE: "#d8c194",
    SetKind.FOREST: "#7d7048",
    SetKind.RIVERBANK: "#8a8656",
    SetKind.STATION: "#a39c94",
}
_DETAIL_NEARNESS = 1.9
_FOCUS_BLUR = 9
_WINDOW_STEPS = 9


def compose_insert(setup: Setup, span: ShotSpan) -> Composition:
    """Composes the thing the action names, or else a detail of the place."""
    prop = prop_in(span.shot.action)
    return _detail(setup, span) if prop is None else _thing(setup, span, prop)


def _thing(setup: Setup, span: ShotSpan, prop: Prop) -> Composition:
    travel = setup.travel(span, ends_still=True)
    draw = setup.chance(span, "insert")
    ground = setup.scenery.backdrop(setup.size, travel, aside=draw.uniform(-0.8, 0.8), nearness=2.0, blur=12)
    x = setup.px(640 + draw.choice((-60, 60)))
    palette = setup.scenery.palette
    low_x, high_x, low_y, high_y = (edge / setup.scale for edge in travel.reach)
    bounds = (low_x - 720, low_y - _FOOT_Y, high_x + 720, high_y + 740 - _FOOT_Y)
    still = StillPlayer(_on_table(prop, _surface(setup), palette, setup.scale, bounds), x, setup.px(_FOOT_Y))
    return Composition(setup.size, ground, setup.zoom(span, down=0.66) or travel, actors=(still,))


def _on_table(prop: Prop, surface: str, palette: Palette, scale: float, bounds: Bounds) -> Sprite:
    def draw(canvas: skia.Canvas) -> None:
        _paint_surface(canvas, surface, palette)
        light = skia.Paint(
            ColorFilter=skia.ColorFilters.Blend(ink.colour(palette.ambient), skia.BlendMode.kModulate)
        )
        canvas.drawOval(ink.oval(14, 6, 300, 34), ink.fill(palette.dark, 120, blur=14))
        canvas.saveLayer(None, light)
        canvas.scale(_PROP_SCALE, _PROP_SCALE)
        prop.paint(canvas)
        canvas.restore()

    return SPRITES.get(
        ("insert", prop.name, surface, palette, scale, bounds), lambda: paint_sprite(draw, bounds, scale)
    )


def _surface(setup: Setup) -> str:
    """What a thing lies on in this place: a table indoors, else the ground of the place."""
    scene, kind = setup.request.scene, setup.request.place.look.set_kind
    if setup.scenery.indoor:
        return _TABLE
    if scene.weather is Weather.SNOW:
        return _SNOW
    return _GROUNDS.get(kind, _STONE)


def _paint_surface(canvas: skia.Canvas, local: str, palette: Palette) -> None:
    """A board, a stone or the sand in the scene's light, bright towards the middle."""
    top = _TABLE_Y - _FOOT_Y
    tone = ink.mix(ink.mix(local, palette.ambient, 0.2), palette.dark, 0.28)
    edge = ink.rect(-_WIDE, top - 8, 2 * _WIDE, 22)
    canvas.drawRect(edge, ink.fill(ink.lighten(tone, 0.25), 150, blur=5))
    depth = ink.linear((0, top), (0, top + 320), [tone, ink.shade(tone, 0.45)])
    canvas.drawRect(ink.rect(-_WIDE, top, 2 * _WIDE, 600), depth)
    if local == _TABLE:
        for row, y in enumerate((34, 86, 158, 250)):
            joint = ink.rect(-_WIDE, top + y, 2 * _WIDE, 2 + row)
            canvas.drawRect(joint, ink.fill(ink.shade(tone, 0.5), 70, blur=1.5))
    else:
        draw = random.Random(f"ground|{local}")
        for _ in range(70):
            down = draw.uniform(8, 330)
            size = 2 + down / 26
            spot = ink.oval(draw.uniform(-_WIDE, _WIDE), top + down, size * draw.uniform(1.5, 4), size * 0.4)
            canvas.drawOval(spot, ink.fill(ink.shade(tone, draw.uniform(0.1, 0.35)), 120))
    glow = [ink.colour(palette.key, 120), ink.colour(palette.key, 0)]
    canvas.save()
    canvas.translate(-40, -10)
    canvas.scale(1.0, 0.26)
    canvas.drawCircle(0, 0, 560, ink.radial((0, 0), 560, glow))
    canvas.restore()


def _detail(setup: Setup, span: ShotSpan) -> Composition:
    """The liveliest window of the set, enlarged, falling out of focus towards the frame's edges."""
    travel = setup.travel(span, ends_still=False)
    low_x, high_x, low_y, high_y = travel.reach
    left, above = -low_x + 2 & ~1, -low_y + 2 & ~1
    width, height = setup.size[0] + left + (high_x + 2 & ~1), setup.size[1] + above + (high_y + 2 & ~1)
    flat = setup.scenery.flat
    source = _liveliest(flat, int(width / _DETAIL_NEARNESS) & ~1, int(height / _DETAIL_NEARNESS) & ~1)
    sharp = i420.scaled(flat.view(source), width, height)
    _defocus(sharp, i420.softened(sharp, _FOCUS_BLUR))
    return Composition(setup.size, Ground(sharp, left, above, Pace()), setup.zoom(span) or travel)


def _liveliest(picture: Picture, width: int, height: int) -> Rect:
    """The window with the strongest edges, away from the borders."""
    luma = picture.y.astype(np.int16)
    edges = np.abs(np.diff(luma, axis=1))[:-1] + np.abs(np.diff(luma, axis=0))[:, :-1]
    total = np.pad(edges.clip(0, 60).cumsum(0, dtype=np.int64).cumsum(1), ((1, 0), (1, 0)))
    best, place = -1, Rect(0, 0, width, height)
    room_x, room_y = picture.width - width, picture.height - height
    for step_y in range(1, _WINDOW_STEPS - 1):
        for step_x in range(1, _WINDOW_STEPS - 1):
            x, y = room_x * step_x // (_WINDOW_STEPS - 1) & ~1, room_y * step_y // (_WINDOW_STEPS - 1) & ~1
            right, bottom = x + width - 1, y + height - 1
            lively = int(total[bottom, right] - total[y, right] - total[bottom, x] + total[y, x])
            if lively > best:
                best, place = lively, Rect(x, y, width, height)
    return place


def _defocus(sharp: Picture, soft: Picture) -> None:
    """Blends a sharp picture into its soft copy towards the edges, in place."""
    for plane, blurred in zip(sharp, soft, strict=True):
        height, width = plane.shape
        down = np.abs(np.linspace(-1, 1, height, dtype=np.float32))[:, None]
        across = np.abs(np.linspace(-1, 1, width, dtype=np.float32))[None, :]
        share = (np.clip(np.hypot(down * 1.05, across * 0.85) - 0.45, 0, 0.5) * 512).astype(np.int32)
        plane[:] = (plane + ((blurred.astype(np.int32) - plane) * share >> 8)).astype(np.uint8)

"""The cards: title, next episode, the place's caption and burned-in subtitles, set in type.

Where and when they are shown belongs to the programme; here is only what they look like.
"""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink, lettering
from anigen_assets.studio.animatic.canvas import DESIGN_HEIGHT, DESIGN_WIDTH, paint_sprite
from anigen_assets.studio.animatic.lettering import Type
from anigen_assets.studio.animatic.palette import Palette
from anigen_assets.studio.animatic.sprite import Sprite
from anigen_assets.studio.ports import SceneRequest, SpokenLine

TITLE_HEIGHT = 226.0
_MARGIN = 84.0
_ACCENT = "#f2576f"
_NIGHT = "#141233"
_SMALL_PRINT = Type(17, "#ffffff", bold=False, spacing=1.5)
_SUBTITLE = Type(34, "#ffffff", edge="#14122a", edge_width=7)


def title_card(request: SceneRequest, scale: float) -> Sprite:
    """The band with the series' and the episode's title; its anchor is the band's middle left."""

    def draw(canvas: skia.Canvas) -> None:
        _title_band(canvas)
        widest = DESIGN_WIDTH - 2 * _MARGIN
        title = lettering.fitted(request.series_title, Type(84, "#ffffff", spacing=5), widest * 0.72, 40)
        lettering.draw(canvas, request.series_title, _MARGIN, 4, title)
        native = lettering.fitted(
            request.series_native_title, Type(34, "#ffd9de", spacing=6), widest * 0.24, 18
        )
        x = _MARGIN + lettering.width(request.series_title, title) + 34
        lettering.draw(canvas, request.series_native_title, x, 2, native)
        number = f"Episode {request.number}"
        badge = Type(25, "#ffffff", spacing=1)
        width = lettering.width(number, badge) + 36
        canvas.drawPath(_slanted(_MARGIN, 30, width, 40, 10), ink.fill(_ACCENT))
        lettering.draw(canvas, number, _MARGIN + 18, 59, badge)
        name = lettering.fitted(request.episode_title, Type(32, "#ffffff"), widest - width - 28, 20)
        lettering.draw(canvas, request.episode_title, _MARGIN + width + 24, 61, name)

    return paint_sprite(draw, (-40, -TITLE_HEIGHT / 2 - 20, DESIGN_WIDTH + 40, TITLE_HEIGHT / 2 + 20), scale)


def next_card(request: SceneRequest, scale: float) -> Sprite:
    """The card that announces the next episode; its anchor is the frame's upper left corner."""

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawRect(ink.rect(-8, -8, 1296, 736), ink.fill(_NIGHT, 120))
        panel = ink.path("M -8 -8 L 880 -8 L 690 728 L -8 728 Z")
        canvas.drawPath(panel, ink.linear((0, 0), (800, 720), [_NIGHT, "#2c2660"]))
        canvas.save()
        canvas.clipPath(panel, doAntiAlias=True)
        lettering.draw(canvas, "次回", 250, 700, Type(420, ink.colour("#ffffff", 14)))
        canvas.restore()
        canvas.drawPath(ink.path("M 880 -8 L 902 -8 L 712 728 L 690 728 Z"), ink.fill(_ACCENT))
        canvas.drawPath(ink.path("M 914 -8 L 920 -8 L 730 728 L 724 728 Z"), ink.fill("#ffffff", 190))
        lettering.draw(canvas, "次回予告", _MARGIN, 176, Type(30, "#ffb3bd", spacing=8))
        lettering.draw(canvas, "Next episode", _MARGIN, 236, Type(54, "#ffffff", spacing=2))
        canvas.drawRect(ink.rect(_MARGIN, 262, 96, 5), ink.fill(_ACCENT))
        body = Type(34, "#f1eefc", bold=False)
        teaser = request.next_teaser or f"Episode {request.number + 1}"
        for row, text in enumerate(lettering.wrapped(teaser, body, 590, 4)):
            lettering.draw(canvas, text, _MARGIN, 330 + row * 52, body)
        lettering.draw(
            canvas,
            f"{request.series_title}  ·  Episode {request.number + 1}",
            _MARGIN,
            622,
            Type(21, "#d8d2f5"),
        )
        lettering.draw(
            canvas, f"{request.hour_key} UTC", _MARGIN, 654, Type(17, "#a9a2d6", bold=False, spacing=1)
        )

    return paint_sprite(draw, (0, 0, DESIGN_WIDTH + 4, DESIGN_HEIGHT), scale)


def caption(request: SceneRequest, palette: Palette, scale: float) -> Sprite:
    """The place's name, hour and weather; its anchor is the left end of the name's base line."""

    def draw(canvas: skia.Canvas) -> None:
        scene = request.scene
        name = lettering.fitted(request.place.name, Type(42, "#ffffff", edge=_NIGHT, edge_width=6), 900, 24)
        canvas.drawRect(ink.rect(-22, -38, 6, 84), ink.fill(palette.glow))
        lettering.draw(canvas, request.place.name, 0, 0, name)
        when = f"{scene.time_of_day.value.capitalize()}  ·  {scene.weather.value.capitalize()}"
        lettering.draw(
            canvas, when, 2, 38, Type(22, "#f4efe2", bold=False, edge=_NIGHT, edge_width=4.5, spacing=1.5)
        )

    return paint_sprite(draw, (-40, -70, 1100, 70), scale)


def subtitle(line: SpokenLine, scale: float) -> Sprite:
    """A spoken line, in one or two rows; its anchor is the middle of the lowest base line."""

    def draw(canvas: skia.Canvas) -> None:
        rows = lettering.wrapped(line.text, _SUBTITLE, 1060, 2)
        for index, row in enumerate(rows):
            lettering.draw(canvas, row, 0, (index + 1 - len(rows)) * 46, _SUBTITLE, share=0.5)

    return paint_sprite(draw, (-600, -110, 600, 30), scale)


def _title_band(canvas: skia.Canvas) -> None:
    half = TITLE_HEIGHT / 2
    left, right, rise = -40.0, DESIGN_WIDTH + 40.0, 22.0

    def strip(top: float, bottom: float) -> skia.Path:
        return ink.polygon([(left, top), (right, top - rise), (right, bottom - rise), (left, bottom)])

    stops = [ink.colour(_NIGHT, 238), ink.colour("#2c2660", 214), ink.colour("#3a2f78", 120)]
    canvas.drawPath(strip(-half + 8, half + 14), ink.linear((0, 0), (DESIGN_WIDTH, 0), stops))
    canvas.drawPath(strip(half + 14, half + 20), ink.fill(_ACCENT))
    canvas.drawPath(strip(-half + 2, -half + 5), ink.fill("#ffffff", 200))


def _slanted(x: float, y: float, width: float, height: float, lean: float) -> skia.Path:
    return ink.polygon([(x + lean, y), (x + width + lean, y), (x + width, y + height), (x, y + height)])

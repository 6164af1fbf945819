"""The character sheet: one person's bust, figure, back and nine feelings on a plain ground, with colours."""

from __future__ import annotations

import skia

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import Emotion, TimeOfDay, Weather
from anigen_assets.studio.animatic.figures.acting import Face, Pose
from anigen_assets.studio.animatic.figures.back import draw_back
from anigen_assets.studio.animatic.figures.bust import draw_bust
from anigen_assets.studio.animatic.figures.standing import draw_standing
from anigen_assets.studio.animatic.ink import fill, lighten, linear, mix, rect, stroke
from anigen_assets.studio.animatic.lettering import typeface
from anigen_assets.studio.animatic.palette import Palette, palette_for

WIDTH, HEIGHT = 1280, 720
_EMOTIONS = tuple(Emotion)


def paint_sheet(look: Look, name: str, palette: Palette | None = None) -> skia.Image:
    """Returns the character sheet, 1280 x 720 pixels.

    Args:
        look: Whom to show.
        name: Written at the top.
        palette: The light; None is plain daylight.
    """
    palette = palette or palette_for(TimeOfDay.DAY, Weather.CLEAR)
    surface = skia.Surface.MakeRaster(
        skia.ImageInfo.Make(WIDTH, HEIGHT, skia.kBGRA_8888_ColorType, skia.kOpaque_AlphaType)
    )
    canvas = surface.getCanvas()
    _ground(canvas, look, palette)
    _bust(canvas, look, palette)
    for x, pose, turn in ((560, Pose.NEUTRAL, 0.0), (728, _pose_of(look), 0.45)):
        canvas.save()
        canvas.translate(x, 664)
        canvas.scale(1.08, 1.08)
        draw_standing(
            canvas, look, Face(Emotion.HAPPY if turn else Emotion.NEUTRAL), pose, turn=turn, palette=palette
        )
        canvas.restore()
    _feelings(canvas, look, palette)
    _words(canvas, look, name)
    return surface.makeImageSnapshot()


def _ground(canvas: skia.Canvas, look: Look, palette: Palette) -> None:
    pale = mix(lighten(look.outfit_colour, 0.8), palette.ambient, 0.25)
    canvas.drawRect(rect(0, 0, WIDTH, HEIGHT), linear((0, 0), (0, HEIGHT), [lighten(pale, 0.5), pale]))
    canvas.drawRect(rect(0, 664, 832, 56), fill(mix(pale, look.accent_colour, 0.16)))
    canvas.drawRect(rect(0, 0, 14, HEIGHT), fill(look.accent_colour))


def _bust(canvas: skia.Canvas, look: Look, palette: Palette) -> None:
    canvas.save()
    canvas.clipRect(rect(14, 96, 446, 568))
    canvas.translate(238, 318)
    canvas.scale(1.12, 1.12)
    draw_bust(canvas, look, Face(), turn=0.18, palette=palette)
    canvas.restore()


def _pose_of(look: Look) -> Pose:
    """A pose that suits the age: children wave, the old think, the others stand at ease."""
    if look.age < 13:
        return Pose.WAVE
    return Pose.THINK if look.age > 55 else Pose.HAND_ON_HIP


def _feelings(canvas: skia.Canvas, look: Look, palette: Palette) -> None:
    """Nine faces in a grid, and the back of the head in the corner below."""
    side, left, top = 136, 848, 96
    for index, emotion in enumerate(_EMOTIONS):
        x, y = left + index % 3 * (side + 6), top + index // 3 * (side + 26)
        _tile(canvas, rect(x, y, side, side), look)
        canvas.save()
        canvas.clipRect(rect(x, y, side, side))
        canvas.translate(x + side / 2, y + side * 0.56)
        canvas.scale(0.44, 0.44)
        draw_bust(canvas, look, Face(emotion), turn=0.0, palette=palette)
        canvas.restore()
        _text(canvas, emotion.value, x + 4, y + side + 15, 13)
    x, y, wide, high = left, top + 3 * (side + 26), 136, 96
    _tile(canvas, rect(x, y, wide, high), look)
    canvas.save()
    canvas.clipRect(rect(x, y, wide, high))
    canvas.translate(x + wide / 2, y + high * 0.56)
    canvas.scale(0.3, 0.3)
    draw_back(canvas, look, palette)
    canvas.restore()
    swatches = (look.hair_colour, look.eye_colour, look.skin_colour, look.outfit_colour, look.accent_colour)
    for index, value in enumerate(swatches):
        place = rect(x + wide + 16 + index * 52, y + 8, 44, 44)
        canvas.drawRoundRect(place, 8, 8, fill(value))
        canvas.drawRoundRect(place, 8, 8, stroke(mix(value, "#2a2030", 0.5), 1.5))


def _tile(canvas: skia.Canvas, place: skia.Rect, look: Look) -> None:
    canvas.drawRoundRect(place, 10, 10, fill(mix(lighten(look.accent_colour, 0.78), "#ffffff", 0.3)))


def _words(canvas: skia.Canvas, look: Look, name: str) -> None:
    _text(canvas, name, 40, 62, 40, bold=True)
    sex = "masculine" if look.masculine else "feminine"
    facts = [f"{look.age} years", sex, look.build.value, f"{look.hair_style.value} hair", look.outfit.value]
    _text(canvas, "  /  ".join(fact.replace("_", " ") for fact in facts), 42, 88, 17)


def _text(canvas: skia.Canvas, text: str, x: float, y: float, size: float, *, bold: bool = False) -> None:
    font = skia.Font(typeface(bold), size)
    font.setSubpixel(True)
    font.setEdging(skia.Font.Edging.kAntiAlias)
    canvas.drawString(text, x, y, font, fill("#2c2433"))

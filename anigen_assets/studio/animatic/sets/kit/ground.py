"""Floors and open ground in perspective: surfaces, joints, puddles, mirrored light and lying snow."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.stage import Sheet, Stage
from anigen_assets.studio.animatic.sets.kit.view import View
from anigen_assets.studio.animatic.sets.plate import FRAME_HEIGHT, PLATE_WIDTH

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


def surface(
    canvas: skia.Canvas, top: float, far: ink.Ink, near: ink.Ink, *, bottom: float = FRAME_HEIGHT
) -> None:
    """Paints level ground from `top` down, from its far colour to its near one."""
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, top, PLATE_WIDTH, bottom), ink.linear((0, top), (0, FRAME_HEIGHT), [far, near])
    )


def joints(
    canvas: skia.Canvas,
    view: View,
    colour: ink.Ink,
    *,
    across: float,
    along: float,
    far: float,
    width: float = 1.8,
    half: float = 8.0,
    alpha: int = 150,
) -> None:
    """Draws the joints of slabs or boards on the floor.

    Args:
        canvas: Takes design units.
        view: The camera.
        colour: Of the joints.
        across: Metres between joints that run away from the camera; 0 for none.
        along: Metres between joints that run from left to right; 0 for none.
        far: Depth in metres where they end.
        width: Of the nearest lines.
        half: Metres covered on either side of the middle.
        alpha: 0 to 255.
    """
    lines = skia.Path()
    near = view.depth(FRAME_HEIGHT)
    if across:
        count = int(half * far / 4 / across)
        for index in range(-count, count + 1):
            lines.moveTo(*view.at(index * across, 0, near))
            lines.lineTo(*view.at(index * across, 0, far))
    if along:
        z = far
        while z > near:
            y = view.ground(z)
            lines.moveTo(0, y)
            lines.lineTo(PLATE_WIDTH, y)
            z -= along
    canvas.drawPath(lines, ink.stroke(colour, width, alpha))


def mirror(sheet: Sheet, line: float, strength: float, *, clip: skia.Path | None = None) -> None:
    """Lets wet ground or still water show what stands above `line`, upside down and drawn out.

    Args:
        sheet: What is painted so far is mirrored.
        line: Design y of the mirror's edge.
        strength: 0 to 1.
        clip: Where the reflection may show; below the line when None.
    """
    image = sheet.image()
    small = skia.Surface.MakeRasterN32Premul(max(2, image.width() // 6), max(2, image.height() // 10))
    shrunk = small.getCanvas()
    shrunk.scale(small.width() / PLATE_WIDTH, small.height() / FRAME_HEIGHT)
    shrunk.translate(0, 2 * line)
    shrunk.scale(1, -1)
    mipmap = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNearest)
    shrunk.drawImageRect(image, skia.Rect.MakeWH(PLATE_WIDTH, FRAME_HEIGHT), mipmap)
    canvas = sheet.canvas
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, line, PLATE_WIDTH, FRAME_HEIGHT))
    if clip is not None:
        canvas.clipPath(clip, True)
    canvas.drawImageRect(
        small.makeImageSnapshot(),
        skia.Rect.MakeWH(PLATE_WIDTH, FRAME_HEIGHT),
        _SMOOTH,
        skia.Paint(Alpha=int(255 * strength)),
    )
    canvas.restore()


def puddles(stage: Stage, canvas: skia.Canvas, top: float, *, count: int = 9) -> None:
    """Paints puddles that hold the sky's light, smaller towards `top`."""
    rng = stage.rng("puddles")
    sky = stage.palette.sky
    for _ in range(count):
        depth = rng.random()
        y = top + (FRAME_HEIGHT - top) * (0.12 + 0.84 * depth)
        reach = (50 + 170 * depth) * rng.uniform(0.6, 1.3)
        x = rng.uniform(0, PLATE_WIDTH)
        height = reach * 0.085
        shape = ink.curve(
            [
                (x - reach, y),
                (x - reach * 0.4, y - height * rng.uniform(0.7, 1.1)),
                (x + reach * 0.35, y - height * rng.uniform(0.5, 0.9)),
                (x + reach, y + height * 0.1),
                (x + reach * 0.3, y + height),
                (x - reach * 0.5, y + height * rng.uniform(0.5, 0.9)),
            ]
        )
        canvas.drawPath(shape, ink.fill(ink.mix(sky[3], sky[1], 0.4), 74))
        gleam = ink.oval(x + reach * 0.1, y + height * 0.2, reach * 0.55, height * 0.16)
        canvas.drawOval(gleam, ink.fill(ink.lighten(sky[3], 0.2), 70))


def drifts(stage: Stage, canvas: skia.Canvas, top: float, *, count: int = 26) -> None:
    """Paints the soft blue hollows of lying snow."""
    rng = stage.rng("drifts")
    hollow = stage.ink("#c4d2ea")
    for _ in range(count):
        depth = rng.random()
        y = top + (FRAME_HEIGHT - top) * depth
        reach = (40 + 190 * depth) * rng.uniform(0.5, 1.2)
        x = rng.uniform(-60, PLATE_WIDTH)
        lift = 2 + 7 * depth
        hump = skia.Path()
        hump.moveTo(x, y)
        hump.quadTo(x + reach * 0.5, y - lift, x + reach, y)
        hump.quadTo(x + reach * 0.5, y + lift * 0.6, x, y)
        canvas.drawPath(hump, ink.fill(hollow, 90))


def mist(stage: Stage, canvas: skia.Canvas, top: float, bottom: float, alpha: int) -> None:
    """Lays a bank of air in the fog's colour, densest at `bottom`; fog weather thickens every bank."""
    fog = stage.palette.fog
    alpha = min(255, alpha + (110 if stage.foggy else 0))
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, top, PLATE_WIDTH, bottom),
        ink.linear((0, top), (0, bottom), [ink.colour(fog, 0), ink.colour(fog, alpha)]),
    )


def grounded(stage: Stage, canvas: skia.Canvas, top: float) -> None:
    """Darkens the foot of the frame, so that the eye rests in the middle."""
    dark = stage.palette.dark
    start = top + (FRAME_HEIGHT - top) * 0.35
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, start, PLATE_WIDTH, FRAME_HEIGHT),
        ink.linear((0, start), (0, FRAME_HEIGHT), [ink.colour(dark, 0), ink.colour(dark, 80)]),
    )

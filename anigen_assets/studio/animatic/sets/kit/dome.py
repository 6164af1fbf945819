"""An observatory's round house: drum, white dome, open slit and the great telescope in it."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool, shadow
from anigen_assets.studio.animatic.sets.kit.solids import Builder
from anigen_assets.studio.animatic.sets.kit.stage import Stage


def observatory_dome(build: Builder, side: int) -> None:
    """The round house and its white dome, slit open, the great telescope looking out."""
    stage, view, canvas, z = build.stage, build.view, build.canvas, 7.6
    unit = view.scale(z)
    x, foot = view.at(side * 3.9, 0, z)
    radius, wall_head = unit * 2.05, view.at(0, 2.0, z)[1]
    white, wall = stage.ground("#eef0f0"), stage.ink("#d8d3ca")
    shadow(canvas, (x, foot + 4), (radius * 1.3, 26), 120)
    drum = skia.Rect.MakeLTRB(x - radius, wall_head, x + radius, foot)
    tones = [ink.shade(wall, 0.22), ink.lighten(wall, 0.1), wall, ink.shade(wall, 0.34)]
    if stage.sun_side > 0:
        tones.reverse()
    canvas.drawRect(drum, ink.linear((drum.left(), 0), (drum.right(), 0), tones, [0.0, 0.3, 0.6, 1.0]))
    courses = skia.Path()
    for row in range(1, 7):
        y = drum.top() + drum.height() * row / 7
        courses.moveTo(drum.left(), y)
        courses.lineTo(drum.right(), y)
    canvas.drawPath(courses, ink.stroke(ink.shade(wall, 0.25), 1.4, 120))
    shell = ink.path(
        f"M {x - radius * 1.06} {wall_head} "
        f"C {x - radius * 1.06} {wall_head - radius * 1.36} {x + radius * 1.06} {wall_head - radius * 1.36} "
        f"{x + radius * 1.06} {wall_head} Z"
    )
    shade = [ink.shade(white, 0.3), white, ink.lighten(white, 0.3), ink.shade(white, 0.36)]
    if stage.sun_side > 0:
        shade.reverse()
    canvas.drawPath(shell, ink.linear((x - radius, 0), (x + radius, 0), shade, [0.0, 0.35, 0.6, 1.0]))
    ribs = skia.Path()
    for share in (-0.7, -0.35, 0.75):
        ribs.moveTo(x + share * radius * 1.06, wall_head)
        ribs.quadTo(x + share * radius * 0.9, wall_head - radius * 0.8, x, wall_head - radius * 1.02)
    canvas.drawPath(ribs, ink.stroke(ink.shade(white, 0.2), 1.8, 150))
    _slit(stage, canvas, (x, wall_head), radius, -side)
    canvas.drawRect(
        ink.rect(x - radius * 1.09, wall_head - 7, radius * 2.18, 15), ink.fill(ink.shade(wall, 0.3))
    )
    if stage.snowy:
        left, right, rim = x - radius * 0.8, x + radius * 0.8, wall_head - radius * 0.72
        cap = ink.path(
            f"M {left} {rim} Q {x} {rim - radius * 0.5} {right} {rim} Q {x} {rim - radius * 0.24} {left} {rim} Z"
        )
        canvas.drawPath(cap, ink.fill(stage.snow()))
    _door(build, (x, foot), unit)


def _slit(stage: Stage, canvas: skia.Canvas, crown: ink.Point, radius: float, side: int) -> None:
    x, y = crown
    near, far = x + side * radius * 0.18, x + side * radius * 0.52
    slit = ink.path(
        f"M {near} {y - 8} Q {near} {y - radius * 0.8} {x} {y - radius * 1.02} "
        f"L {x + side * radius * 0.16} {y - radius * 1.0} Q {far} {y - radius * 0.72} {far} {y - 8} Z"
    )
    inside = ink.mix(stage.palette.dark, stage.glow, 0.34 if stage.palette.lamps else 0.05)
    canvas.drawPath(slit, ink.fill(inside))
    tube = stage.ink("#e6e2da")
    canvas.save()
    canvas.clipPath(slit, True)
    if stage.palette.lamps:
        glow(canvas, (near, y - 10), radius * 0.8, stage.glow, 170)
    canvas.restore()
    canvas.drawPath(slit, ink.stroke(ink.shade(tube, 0.35), 2.4))
    _great_telescope(stage, canvas, (x + side * radius * 0.26, y - radius * 0.36), radius, side)


def _great_telescope(stage: Stage, canvas: skia.Canvas, foot: ink.Point, radius: float, side: int) -> None:
    """The tube that looks out of the slit, with its rings and its dark mouth."""
    tube = stage.ink("#e6e2da")
    canvas.save()
    canvas.translate(*foot)
    canvas.rotate(side * 34)
    half, length = radius * 0.09, radius * 0.78
    tones = [ink.lighten(tube, 0.2), tube, ink.shade(tube, 0.45)]
    if stage.sun_side > 0:
        tones.reverse()
    barrel = skia.Rect.MakeLTRB(-half, -length, half, 0)
    canvas.drawRect(barrel, ink.linear((-half, 0), (half, 0), tones))
    hood = skia.Rect.MakeLTRB(-half * 1.25, -length * 1.06, half * 1.25, -length * 0.72)
    canvas.drawRect(hood, ink.linear((-half * 1.25, 0), (half * 1.25, 0), tones))
    for share in (0.0, 0.3, 0.72):
        ring = skia.Rect.MakeLTRB(-half * 1.3, -length * share - 5, half * 1.3, -length * share + 2)
        canvas.drawRect(ring, ink.fill(ink.shade(tube, 0.42)))
    mouth = ink.oval(0, -length * 1.06, half * 1.25, half * 0.42)
    canvas.drawOval(mouth, ink.fill(ink.mix(stage.palette.dark, stage.palette.sky[1], 0.3)))
    canvas.drawOval(mouth, ink.stroke(ink.shade(tube, 0.3), 2))
    canvas.restore()


def _door(build: Builder, foot: ink.Point, unit: float) -> None:
    x, y = foot
    stage, canvas = build.stage, build.canvas
    door = skia.Rect.MakeLTRB(x - unit * 0.42, y - unit * 1.55, x + unit * 0.42, y)
    canvas.drawRoundRect(door.makeOutset(7, 7), 8, 8, ink.fill(stage.ink("#9a948c")))
    canvas.drawRect(door, ink.fill(stage.ink("#3f5f7a")))
    pane = skia.Rect.MakeLTRB(x - unit * 0.2, y - unit * 1.3, x + unit * 0.2, y - unit * 0.85)
    canvas.drawOval(pane, ink.fill(stage.glow if stage.palette.lamps else stage.ink("#c8dce8")))
    if stage.palette.lamps:
        glow(canvas, (pane.centerX(), pane.centerY()), unit * 1.3, stage.glow, 110)
        pool(canvas, (x, y + 10), (unit * 1.8, unit * 0.2), stage.glow, 100)

"""A wooded headland with its lighthouse, as it closes a bay."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.lights import glow
from anigen_assets.studio.animatic.sets.kit.plants import conifer
from anigen_assets.studio.animatic.sets.kit.stage import Stage
from anigen_assets.studio.animatic.sets.plate import PLATE_WIDTH


def cape(stage: Stage, canvas: skia.Canvas, side: int, horizon: float) -> None:
    """Paints a wooded headland with a lighthouse that enters the frame from one side."""
    rng = stage.rng("headland")
    edge = PLATE_WIDTH + 10 if side > 0 else -10.0
    points = [(edge, horizon + 46), (edge, horizon - 112)]
    reach = 560.0
    for step in range(1, 12):
        share = step / 11
        lift = 112 * (1 - share) ** 0.7 * rng.uniform(0.85, 1.1) + 14 * (1 - share)
        points.append((edge - side * reach * share, horizon + 6 - lift))
    points.append((edge - side * reach * 1.04, horizon + 10))
    points.append((edge - side * reach * 0.7, horizon + 40))
    green, rock = stage.leaves("#4f8058", 0.55), stage.ink("#8a8078", 0.5)
    outline = ink.polygon(points)
    canvas.drawPath(
        outline, ink.linear((0, horizon - 110), (0, horizon + 44), [green, green, rock], [0, 0.6, 1])
    )
    for _ in range(9):
        share = rng.uniform(0.02, 0.62)
        top = horizon + 6 - (112 * (1 - share) ** 0.7)
        conifer(
            stage,
            canvas,
            rng,
            (edge - side * reach * share, top + 24),
            rng.uniform(34, 58),
            local="#3f6f58",
            far=0.5,
        )
    x, foot = edge - side * reach * 0.72, horizon - 34
    white, red = stage.ink("#f6f2ea", 0.35), stage.ink("#c84a40", 0.35)
    tower = ink.polygon([(x - 15, foot), (x - 9, foot - 88), (x + 9, foot - 88), (x + 15, foot)])
    canvas.drawPath(tower, ink.linear((x - 15, 0), (x + 15, 0), [white, ink.shade(white, 0.28)]))
    band = ink.polygon(
        [(x - 12.6, foot - 34), (x - 11, foot - 58), (x + 11, foot - 58), (x + 12.6, foot - 34)]
    )
    canvas.drawPath(band, ink.fill(red))
    canvas.drawRect(ink.rect(x - 12, foot - 92, 24, 5), ink.fill(red))
    canvas.drawRect(ink.rect(x - 7, foot - 106, 14, 14), ink.fill(ink.lighten(stage.glow, 0.4)))
    canvas.drawPath(ink.polygon([(x - 10, foot - 106), (x, foot - 119), (x + 10, foot - 106)]), ink.fill(red))
    if stage.palette.lamps:
        _beam(stage, canvas, (x, foot - 99), -side)


def _beam(stage: Stage, canvas: skia.Canvas, lamp: ink.Point, side: int) -> None:
    """The lighthouse's beam out to sea."""
    x, y = lamp
    cone = ink.polygon([(x, y), (x + side * 980, y - 120), (x + side * 980, y + 10)])
    light = [ink.colour("#fff3cc", 130), ink.colour("#fff3cc", 0)]
    canvas.drawPath(cone, ink.linear((x, y), (x + side * 980, y), light))
    glow(canvas, lamp, 76, "#fff0c0", 220, add=True)

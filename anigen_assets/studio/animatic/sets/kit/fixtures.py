"""Things that stand outdoors in several sets: lamps, poles and wires, benches, machines, and light on wet ground."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.sets.kit.lights import glow, pool, shadow
from anigen_assets.studio.animatic.sets.kit.signs import across
from anigen_assets.studio.animatic.sets.kit.solids import Builder

_LAMP = "#ffe9b0"


def streak(
    build: Builder, x: float, y: tuple[float, float], z: float, colour: ink.Ink, *, alpha: int = 150
) -> None:
    """Mirrors a light between the heights `y` (metres) in wet ground; dry ground shows nothing."""
    if not build.stage.wet:
        return
    left, low = build.view.at(x - 0.22, -y[0] * 0.7, z)
    right, deep = build.view.at(x + 0.22, -y[1] * 0.85, z)
    ground = build.view.ground(z)
    area = skia.Rect.MakeLTRB(left, max(low, ground), right, max(deep, ground + 30))
    fade = [ink.colour(colour, 0), ink.colour(colour, alpha), ink.colour(colour, 0)]
    paint = ink.linear((0, area.top()), (0, area.bottom()), fade, [0.0, 0.35, 1.0])
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 4))
    build.canvas.drawRect(area, paint)


def street_lamp(build: Builder, x: float, z: float, *, high: float = 4.2, arm: float = 0.9) -> None:
    """Stands a lamp whose arm reaches towards positive x when `arm` is positive."""
    stage, canvas, view = build.stage, build.canvas, build.view
    metal = stage.ink("#5a646e")
    build.post(x, (0, high), z, 0.12, metal)
    head = view.at(x + arm, high + 0.1, z)
    bend = ink.path(
        f"M {view.at(x, high - 0.1, z)[0]} {view.at(x, high - 0.1, z)[1]} "
        f"Q {view.at(x, high + 0.2, z)[0]} {view.at(x, high + 0.25, z)[1]} {head[0]} {head[1]}"
    )
    unit = view.scale(z)
    canvas.drawPath(bend, ink.stroke(metal, max(2, unit * 0.07)))
    lit = stage.palette.lamps
    if lit:
        glow(canvas, (head[0], head[1] + unit * 0.06), unit * 1.5, _LAMP, 170)
        cone = ink.polygon([head, view.at(x + arm - 1.3, 0, z), view.at(x + arm + 1.3, 0, z)])
        beam = [ink.colour(_LAMP, 60 if stage.night else 30), ink.colour(_LAMP, 4)]
        canvas.drawPath(cone, ink.linear((0, head[1]), (0, view.ground(z)), beam))
        pool(canvas, view.at(x + arm, 0, z), (unit * 1.7, unit * 0.26), _LAMP, 110)
        streak(build, x + arm, (0.4, high), z, _LAMP, alpha=120)
    shade = ink.rect(head[0] - unit * 0.26, head[1] - unit * 0.06, unit * 0.52, unit * 0.12)
    canvas.drawRoundRect(shade, 5, 5, ink.fill(metal))
    under = ink.rect(head[0] - unit * 0.2, head[1] + unit * 0.03, unit * 0.4, unit * 0.05)
    canvas.drawRect(under, ink.fill("#fff8dc" if lit else stage.ink("#dfe4e8")))


def utility_pole(build: Builder, x: float, z: float, *, high: float = 6.2) -> list[ink.Point]:
    """Stands a concrete pole with cross arms; returns where its wires are fastened."""
    stage, canvas, view = build.stage, build.canvas, build.view
    grey = stage.ink("#8f8d88")
    build.post(x, (0, high), z, 0.24, grey)
    ends = []
    for y, half in ((high - 0.3, 0.7), (high - 0.8, 0.55)):
        build.rod((x - half, y, z), (x + half, y, z), 0.07, ink.shade(grey, 0.3))
        for place in (-half, half):
            top = view.at(x + place, y + 0.12, z)
            canvas.drawCircle(*top, max(1.5, view.scale(z) * 0.05), ink.fill(stage.ink("#e6e6e2")))
            ends.append(top)
    box = view.front(x + 0.12, x + 0.45, high - 1.9, high - 1.2, z)
    canvas.drawRoundRect(box, 4, 4, ink.fill(ink.shade(grey, 0.15)))
    return ends


def wires(build: Builder, start: list[ink.Point], end: list[ink.Point], *, sag: float) -> None:
    """Hangs wires between the fastenings of two poles; `sag` in design units."""
    lines = skia.Path()
    for first, last in zip(start, end, strict=True):
        lines.moveTo(*first)
        lines.quadTo((first[0] + last[0]) / 2, (first[1] + last[1]) / 2 + sag, *last)
    build.canvas.drawPath(lines, ink.stroke(build.stage.ink("#2c3038"), 1.8, 210))


def bench(build: Builder, x: float, z: float, *, local: str = "#a9774f") -> None:
    """Stands a bench with a back, facing the camera; its middle is (x, z)."""
    wood, iron = build.stage.ink(local), build.stage.ink("#4c545c")
    shadow(build.canvas, build.view.at(x, 0, z), (build.view.scale(z) * 1.0, build.view.scale(z) * 0.1), 90)
    for side in (-0.72, 0.66):
        build.box((x + side, x + side + 0.06), (0, 0.82), (z + 0.34, z + 0.4), iron, line=False)
        build.box((x + side, x + side + 0.06), (0, 0.42), (z, z + 0.06), iron, line=False)
    for y in (0.56, 0.72):
        build.box((x - 0.85, x + 0.85), (y, y + 0.11), (z + 0.3, z + 0.34), wood)
    build.box((x - 0.85, x + 0.85), (0.41, 0.46), (z - 0.02, z + 0.34), wood, snow=True)


def vending_machine(build: Builder, x: float, z: float, *, local: str = "#c8483f") -> None:
    """Stands a drinks machine that always glows a little; its middle is x, its front z."""
    stage, canvas = build.stage, build.canvas
    body = stage.ink(local)
    if stage.palette.lamps:
        glow(canvas, build.view.at(x, 1.2, z), build.view.scale(z) * 1.5, "#dff4ff", 130)
        pool(
            canvas,
            build.view.at(x, 0, z - 0.3),
            (build.view.scale(z) * 1.1, build.view.scale(z) * 0.16),
            "#dff4ff",
            110,
        )
    build.box((x - 0.5, x + 0.5), (0.04, 1.83), (z, z + 0.6), body, snow=True)
    front = "#f2fbff" if stage.palette.lamps else stage.ink("#e2ecf0")
    pane = build.panel((x - 0.42, x + 0.42), (0.85, 1.7), z, ink.colour(front))
    rng = stage.rng(f"drinks:{x:.1f}")
    for row in range(3):
        for column in range(7):
            can = ink.rect(
                pane.left() + pane.width() * (0.05 + 0.134 * column),
                pane.top() + pane.height() * (0.08 + 0.32 * row),
                pane.width() * 0.095,
                pane.height() * 0.21,
            )
            drink = rng.choice(("#d84a3f", "#3f7ac8", "#4fa05a", "#e0b03f", "#7a5a3f", "#f0f0ea"))
            canvas.drawRoundRect(can, 2, 2, ink.fill(ink.mix(drink, stage.palette.dark, stage.gloom * 0.4)))
    build.panel((x - 0.3, x + 0.3), (0.16, 0.36), z, ink.shade(body, 0.55), line=False)
    across(
        canvas,
        "のみもの",
        (pane.centerX(), pane.bottom() + build.view.scale(z) * 0.22),
        build.view.scale(z) * 0.14,
        ink.lighten(body, 0.8),
    )
    streak(build, x, (0.8, 1.7), z, "#dff4ff")


def stone_lantern(build: Builder, x: float, z: float) -> None:
    """Stands a garden lantern of stone, two metres high."""
    stage, canvas, view = build.stage, build.canvas, build.view
    stone = stage.ink("#a5a29a")
    unit = view.scale(z)
    foot_x, foot_y = view.at(x, 0, z)
    shadow(canvas, (foot_x, foot_y), (unit * 0.6, unit * 0.08), 90)
    build.box((x - 0.36, x + 0.36), (0, 0.22), (z, z + 0.6), ink.shade(stone, 0.12))
    build.post(x, (0.22, 1.05), z + 0.1, 0.3, stone)
    build.box((x - 0.34, x + 0.34), (1.05, 1.2), (z, z + 0.6), stone)
    fire = view.front(x - 0.25, x + 0.25, 1.2, 1.56, z + 0.05)
    canvas.drawRect(fire, ink.fill(ink.shade(stone, 0.2)))
    pane = fire.makeInset(fire.width() * 0.2, fire.height() * 0.14)
    lit = stage.palette.lamps
    canvas.drawRect(pane, ink.fill(ink.lighten(stage.glow, 0.25) if lit else ink.shade(stone, 0.6)))
    if lit:
        glow(canvas, (pane.centerX(), pane.centerY()), unit * 1.5, "#ffc36a", 150)
        pool(canvas, (foot_x, foot_y), (unit * 1.6, unit * 0.2), "#ffc36a", 110)
        streak(build, x, (1.2, 1.6), z, "#ffc36a")
    y = view.at(x, 1.56, z)[1]
    roof = ink.path(
        f"M {foot_x - unit * 0.52} {y + unit * 0.03} Q {foot_x - unit * 0.2} {y - unit * 0.06} {foot_x - unit * 0.1} "
        f"{y - unit * 0.28} L {foot_x + unit * 0.1} {y - unit * 0.28} Q {foot_x + unit * 0.2} {y - unit * 0.06} "
        f"{foot_x + unit * 0.52} {y + unit * 0.03} Z"
    )
    canvas.drawPath(roof, ink.fill(stage.ground("#8f8c86")))
    canvas.drawPath(roof, ink.stroke(ink.shade(stone, 0.4), 1.5))
    canvas.drawOval(ink.oval(foot_x, y - unit * 0.35, unit * 0.09, unit * 0.11), ink.fill(stone))

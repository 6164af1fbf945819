"""Eyes: lids, irises, lashes, and their three states of a blink."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.animatic.figures.acting import EXPRESSIONS, Expression, Face
from anigen_assets.studio.animatic.figures.anatomy import EyeForm
from anigen_assets.studio.animatic.figures.brush import Brush
from anigen_assets.studio.animatic.figures.inks import Inks
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.ink import fill, lighten, linear, mix, oval, path, shade, stroke

_EYEBALL = "#fdfbfc"
_HALF_OPEN = 0.4


@dataclass(frozen=True)
class _Lids:
    """The lids of one eye in its own coordinates: the temple is at +x, whichever eye it is."""

    inner: tuple[float, float]
    outer: tuple[float, float]
    rise_inner: tuple[float, float]
    rise_outer: tuple[float, float]
    floor: float
    half_width: float
    height: float

    def upper(self, lift: float = 0.0) -> str:
        """The upper lid from the inner to the outer corner, as the rest of a path; `lift` raises its middle."""
        (ax, ay), (bx, by), (ox, oy) = self.rise_inner, self.rise_outer, self.outer
        return f"C {ax} {ay - lift} {bx} {by - lift * 1.2} {ox} {oy}"

    def opening(self) -> skia.Path:
        """The visible part of the eyeball."""
        w, f = self.half_width, self.floor
        ix, iy = self.inner
        oy = self.outer[1]
        return path(
            f"M {ix} {iy} {self.upper()} C {w * 0.98} {max(oy, f * 0.62)} {w * 0.5} {f} {w * 0.04} {f} "
            f"C {-w * 0.5} {f} {-w * 0.9} {f * 0.64} {ix} {iy} Z"
        )


def paint_eyes(brush: Brush, sitter: Sitter, face: Face) -> None:
    """Paint both eyes of a face."""
    form, view = sitter.anatomy.eye, sitter.view
    for side in (-1, 1):
        width = view.width(side * form.x)
        x = view.x(side * form.x, 58)
        with brush.at(x, form.y, scale=(side * width, 1.0)):
            _paint_eye(brush, sitter, face, side)


def _paint_eye(brush: Brush, sitter: Sitter, face: Face, side: int) -> None:
    form, inks = sitter.anatomy.eye, sitter.inks
    expression = EXPRESSIONS[face.emotion]
    if face.eyes == "closed" or face.emotion is Emotion.JOYFUL:
        _closed(brush, form, inks, face)
        return
    lids = _lids(form, expression, half=face.eyes == "half")
    opening = lids.opening()
    ball = inks.lit(_EYEBALL, 0.5)
    brush.paint(opening, ball)
    with brush.inside(opening):
        _iris(brush, form, inks, face, side)
        shadow = path(
            f"M {lids.inner[0] - 4} {lids.inner[1] - 30} L {lids.inner[0]} {lids.inner[1]} "
            f"{lids.upper(-form.height * 0.26)} L {form.half_width + 4} {lids.outer[1] - 30} Z"
        )
        brush.paint(shadow, mix(inks.lash, inks.skin_shade, 0.35), 92)
    _highlights(brush, form, inks, face, side, lids)
    _lashes(brush, form, inks, lids)


def _lids(form: EyeForm, expression: Expression, *, half: bool) -> _Lids:
    w, h = form.half_width, form.height
    opened = expression.lid * (_HALF_OPEN if half else 1.0)
    down_inner, down_outer = expression.lid_inner * h, expression.lid_outer * h
    sink = 0.24 * h if half else 0.0
    return _Lids(
        inner=(-w, 0.16 * h + down_inner * 0.45 + sink * 0.8 - form.tilt * 0.25),
        outer=(w, -0.06 * h + down_outer * 0.7 + sink + form.tilt),
        rise_inner=(-w * 0.66, -h * form.peak_inner * opened + down_inner + sink),
        rise_outer=(w * 0.44, -h * form.peak_outer * opened + down_outer + sink + form.tilt * 0.5),
        floor=h * form.floor * (1 - expression.lower_lid) * (0.94 if half else 1.0),
        half_width=w,
        height=h,
    )


def _iris(brush: Brush, form: EyeForm, inks: Inks, face: Face, side: int) -> None:
    x, y, rx, ry = _iris_box(form, face, side)
    base = inks.iris
    box = oval(x, y, rx, ry)
    stops = [shade(base, 0.74), shade(base, 0.44), base, lighten(base, 0.42)]
    brush.canvas.drawOval(box, linear((0, y - ry), (0, y + ry), stops, [0.05, 0.42, 0.68, 1.0]))
    brush.canvas.drawOval(
        oval(x, y + ry * 0.62, rx * 0.66, ry * 0.3), fill(lighten(base, 0.62), 150, blur=1.6)
    )
    brush.canvas.drawOval(box, stroke(shade(base, 0.72), 2.8))
    brush.canvas.drawOval(oval(x, y - ry * 0.04, rx * 0.42, ry * 0.4), fill(shade(base, 0.84)))
    if brush.fine:
        brush.line(
            path(f"M {x - rx * 0.52} {y + ry * 0.26} Q {x} {y + ry * 0.66} {x + rx * 0.52} {y + ry * 0.26}"),
            lighten(base, 0.55), 1.6, 120,
        )  # fmt: skip


def _iris_box(form: EyeForm, face: Face, side: int) -> tuple[float, float, float, float]:
    """Centre and radii of the iris in the eye's own coordinates."""
    expression = EXPRESSIONS[face.emotion]
    rx = form.half_width * form.iris * expression.iris
    ry = max(form.height * 0.97 * (0.35 + 0.65 * expression.iris), rx * 1.12)
    gaze = max(-1.0, min(1.0, face.gaze + expression.look_aside))
    x = side * gaze * form.half_width * 0.3 - form.half_width * 0.03
    return x, form.height * (0.05 + expression.look_down), rx, ry


def _highlights(brush: Brush, form: EyeForm, inks: Inks, face: Face, side: int, lids: _Lids) -> None:
    """Two lights in the iris, on the side of the key light in both eyes."""
    if face.eyes == "half":
        return
    x, y, rx, ry = _iris_box(form, face, side)
    k = side * inks.side
    white = mix("#ffffff", inks.lit("#ffffff"), 0.12)
    with brush.inside(lids.opening()):
        brush.canvas.drawOval(oval(x + k * rx * 0.36, y - ry * 0.4, rx * 0.34, ry * 0.29), fill(white))
        brush.canvas.drawCircle(x - k * rx * 0.42, y + ry * 0.44, rx * 0.17, fill(white, 235))
        if face.emotion is Emotion.SAD:
            brush.canvas.drawOval(oval(x, lids.floor - 3, form.half_width * 0.62, 3.4), fill(white, 205))
            brush.canvas.drawCircle(x - k * rx * 0.1, y + ry * 0.6, rx * 0.15, fill(white, 220))
        if face.emotion is Emotion.DETERMINED:
            brush.canvas.drawOval(
                oval(x + k * rx * 0.08, y + ry * 0.66, rx * 0.5, ry * 0.1), fill(white, 200)
            )


def _lashes(brush: Brush, form: EyeForm, inks: Inks, lids: _Lids) -> None:
    w, h = form.half_width, form.height
    (ix, iy), (ox, oy) = lids.inner, lids.outer
    thick = (4.8 if form.lashes else 4.0) * brush.weight**0.5
    (ax, ay), (bx, by) = lids.rise_inner, lids.rise_outer
    wing = 6.5 if form.lashes else 2.5
    band = path(
        f"M {ix - 2} {iy + 2} C {ax} {ay - thick * 0.8} {bx} {by - thick * 1.75} {ox + 2} "
        f"{oy - thick * 0.75} "
        f"L {ox + wing} {oy - thick * (0.7 if form.lashes else 0.1)} "
        f"Q {ox + 2} {oy + thick * 0.4} {ox - 2} {oy + 3} "
        f"C {bx} {by + thick * 0.75} {ax} {ay + thick * 0.5} {ix - 2} {iy + 2} Z"
    )
    brush.paint(band, inks.lash)
    if form.lashes and brush.fine:
        for start, length, rise in ((0.98, 9.5, 7.5), (0.84, 7.5, 9.0)):
            x, y = w * start, oy - thick * 0.4 - (1 - start) * h * 0.75
            brush.paint(
                path(
                    f"M {x - 4.5} {y - 2} Q {x + length * 0.5} {y - 2} {x + length} {y - rise} Q "
                    f"{x + length * 0.6} {y + 1} {x} {y + 4} Z"
                ),
                inks.lash,
            )
    low = lids.floor
    brush.taper((w * 0.94, low * 0.5), (w * 0.62, low + 2), (w * 0.02, low + 1), inks.lash, 2.6, 225)
    crease = 6.5 + 1.5 * form.lid_line
    brush.taper(
        (-w * 0.72, iy + (ay - iy) * 0.55 - crease), ((ax + bx) / 2, (ay + by) / 2 * 0.82 - crease * 1.5),
        (w * 0.9, oy - h * 0.2 - crease), inks.skin_line, 1.5 * form.lid_line, 200,
    )  # fmt: skip


def _closed(brush: Brush, form: EyeForm, inks: Inks, face: Face) -> None:
    """A closed eye: an arch for joy, a lowered lid otherwise."""
    w, h = form.half_width, form.height
    joyful = face.emotion is Emotion.JOYFUL
    if joyful:
        sag = {"open": 0.0, "half": 0.1, "closed": 0.16}[face.eyes] * h
        inner, outer, bend = (-w, 0.32 * h), (w, 0.3 * h + form.tilt * 0.6), -0.72 * h + sag * 2
    else:
        inner, outer, bend = (-w, 0.3 * h), (w, 0.26 * h + form.tilt * 0.8), 0.98 * h
    brush.taper(inner, (0, bend), outer, inks.lash, 5.2 if form.lashes else 4.4)
    brush.line(path(f"M {inner[0]} {inner[1]} Q 0 {bend} {outer[0]} {outer[1]}"), inks.lash, 2.6)
    if form.lashes:
        tip = -5 if joyful else 3
        brush.taper(
            (outer[0] - 3, outer[1]),
            (outer[0] + 4, outer[1] + tip * 0.2),
            (outer[0] + 9, outer[1] + tip),
            inks.lash,
            3.0,
        )
        if not joyful:
            brush.taper((w * 0.66, 0.5 * h), (w * 0.86, 0.62 * h), (w * 0.98, 0.72 * h), inks.lash, 2.6)
    if not joyful:
        brush.taper((-w * 0.7, 0.02 * h), (0, 0.3 * h), (w * 0.8, 0.02 * h), inks.skin_line, 1.6, 150)

"""Light that things give: glows of lamps, pools on the ground, shafts of sun, shadows underfoot."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink

_CLEAR = [1.0, 0.34, 0.0]


def _stops(colour: ink.Ink, alpha: int) -> list[ink.Ink]:
    return [ink.colour(colour, int(alpha * share)) for share in _CLEAR]


def glow(
    canvas: skia.Canvas,
    centre: ink.Point,
    radius: float,
    colour: ink.Ink,
    alpha: int,
    *,
    add: bool = False,
) -> None:
    """Paints a round shine.

    Args:
        canvas: Takes design units.
        centre: Design x and y.
        radius: Where it has faded out.
        colour: Of the light.
        alpha: At the centre.
        add: Screens over what is there; only on an opaque layer, where nothing shows through.
    """
    blend = skia.BlendMode.kScreen if add else None
    paint = ink.radial(centre, radius, _stops(colour, alpha), [0.0, 0.36, 1.0], blend=blend)
    canvas.drawCircle(*centre, radius, paint)


def pool(canvas: skia.Canvas, centre: ink.Point, radii: ink.Point, colour: ink.Ink, alpha: int) -> None:
    """Paints the light a lamp throws on level ground."""
    canvas.save()
    canvas.translate(*centre)
    canvas.scale(1.0, radii[1] / radii[0])
    paint = ink.radial((0, 0), radii[0], _stops(colour, alpha), [0.0, 0.5, 1.0])
    canvas.drawCircle(0, 0, radii[0], paint)
    canvas.restore()


def shadow(canvas: skia.Canvas, centre: ink.Point, radii: ink.Point, alpha: int) -> None:
    """Paints the soft shadow under something that stands on the ground."""
    pool(canvas, centre, radii, "#0a0c1c", alpha)


def shaft(canvas: skia.Canvas, outline: skia.Path, colour: ink.Ink, alpha: int, *, soft: bool = True) -> None:
    """Paints a beam of light that fades from its upper edge to its lower one."""
    bounds = outline.getBounds()
    paint = ink.linear(
        (0, bounds.top()),
        (0, bounds.bottom()),
        [ink.colour(colour, alpha), ink.colour(colour, int(alpha * 0.55)), ink.colour(colour, 0)],
        [0.0, 0.5, 1.0],
    )
    if soft:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 5))
    canvas.drawPath(outline, paint)


def lamp_head(canvas: skia.Canvas, centre: ink.Point, size: float, colour: ink.Ink, *, lit: bool) -> None:
    """Paints a bulb, with its shine when lit."""
    if lit:
        glow(canvas, centre, size * 9, colour, 150)
        canvas.drawCircle(*centre, size * 1.1, ink.fill(ink.lighten(colour, 0.6)))
    else:
        canvas.drawCircle(*centre, size, ink.fill(ink.lighten(colour, 0.2), 200))

"""Head and shoulders from behind, for shots over somebody's shoulder. Same space as the bust."""

from __future__ import annotations

from functools import lru_cache

import skia

from anigen_assets.story.looks import Look
from anigen_assets.story.vocabulary import Accessory, HairStyle, Outfit
from anigen_assets.studio.animatic.figures import accessories, hair_back, layers, torso
from anigen_assets.studio.animatic.figures.brush import Brush, crescent
from anigen_assets.studio.animatic.figures.hair_front import crown_outline
from anigen_assets.studio.animatic.figures.hair_shapes import ring
from anigen_assets.studio.animatic.figures.sitter import Sitter, sitter_for
from anigen_assets.studio.animatic.figures.tailoring import WHITE, both, bow, girdle
from anigen_assets.studio.animatic.figures.wardrobe import cloth_ink
from anigen_assets.studio.animatic.ink import lighten, linear, mix, path
from anigen_assets.studio.animatic.palette import Palette


def draw_back(canvas: skia.Canvas, look: Look, palette: Palette) -> None:
    """Draw head and shoulders from behind around the canvas's origin, in bust units."""
    canvas.drawPicture(_back(look, palette))


@lru_cache(maxsize=32)
def _back(look: Look, palette: Palette) -> skia.Picture:
    sitter = sitter_for(look, palette, 0.0)

    def paint(brush: Brush) -> None:
        tails = look.hair_style in {HairStyle.PONYTAIL, HairStyle.BUN, HairStyle.TWIN_TAILS}
        _nape(brush, sitter)
        tailor = brush.fitted(torso.bust_warp(sitter))
        ink = cloth_ink(sitter)
        torso.paint_trunk(tailor, sitter, ink, 0.0)
        torso.paint_arms(tailor, sitter, ink)
        _clothes(tailor, sitter)
        if look.accessory is Accessory.SCARF:
            accessories.paint_on_neck(tailor, sitter)
        _ears(brush, sitter)
        _hair(brush, sitter)
        if tails:
            hair_back.paint_gathered(brush, sitter)
        if look.accessory is Accessory.HEADPHONES:
            accessories.paint_on_head(brush, sitter)
        elif look.accessory is Accessory.CAP:
            accessories.paint_cap_dome(brush, sitter)

    return layers.record(paint)


def _nape(brush: Brush, sitter: Sitter) -> None:
    inks, n = sitter.inks, sitter.anatomy.neck
    neck = path(
        f"M {-n} 50 L {-n} 130 Q {-n - 8} 164 {-n - 50} 180 L {n + 50} 180 Q {n + 8} 164 {n} 130 L {n} 50 Z"
    )
    brush.cel(neck, inks.skin_shade, inks.skin_line, 2.6)
    with brush.inside(neck):
        brush.paint(
            path(f"M {-n - 10} 40 L {n + 10} 40 L {n + 6} 116 Q 0 136 {-n - 6} 116 Z"), inks.skin_deep, 170
        )


def _ears(brush: Brush, sitter: Sitter) -> None:
    inks = sitter.inks
    for k in (-1, 1):
        ear = path(
            f"M {k * 90} 20 C {k * 106} 8 {k * 116} 18 {k * 110} 42 C {k * 106} 58 {k * 98} 64 {k * 90} 58 Z"
        )
        brush.cel(ear, inks.skin_shade, inks.skin_line, 2.6)


def _hair(brush: Brush, sitter: Sitter) -> None:
    """The back of the head: the fall lit from outside, the crown over it, strands from the whorl."""
    inks = sitter.inks
    fall = hair_back.fall(sitter)
    low = fall.getBounds().bottom()
    brush.cel(
        fall,
        linear((0, -140), (0, low), [inks.hair, inks.hair, inks.hair_shade], [0, 0.35, 1]),
        inks.hair_line,
        3.2,
    )
    with brush.inside(fall):
        brush.paint(crescent(fall, inks.side * 24.0, -6), inks.hair_shade, 220)
        for x in (-76, -40, -8, 30, 66):
            brush.taper((x * 0.7, 0), (x * 1.15, low * 0.5), (x * 1.2, low - 14), inks.hair_line, 2.8, 150)
            brush.taper(
                (x * 0.9 + 12, low * 0.4),
                (x * 1.1 + 14, low * 0.7),
                (x * 1.1 + 12, low - 4),
                inks.hair_shade,
                9,
                200,
            )
    crown = crown_outline(sitter)
    brush.cel(crown, linear((0, -150), (0, 30), [lighten(inks.hair, 0.1), inks.hair]), None)
    with brush.inside(crown):
        brush.paint(crescent(crown, inks.side * 20.0, -5), inks.hair_shade, 200)
        brush.paint(ring(sitter.view, sitter.chance("ring behind"), -74, 88, 0.05), inks.hair_light, 190)
        for x in (-70, -34, 6, 40, 76):
            brush.taper((x * 0.16, -118), (x * 0.9, -70), (x * 1.2, 24), inks.hair_line, 2.4, 150)
        if inks.rim > 0:
            brush.paint(
                crescent(crown, -inks.side * 5.0, 3), mix(inks.hair_light, inks.key, 0.6), int(210 * inks.rim)
            )
    brush.line(crown_outline(sitter, closed=False), inks.hair_line, 3.2)


def _clothes(brush: Brush, sitter: Sitter) -> None:
    """What clothes show from behind."""
    {
        Outfit.SAILOR: _sailor,
        Outfit.HOODIE: _hood,
        Outfit.KIMONO: _sash,
        Outfit.APRON: _straps,
        Outfit.WORKWEAR: _straps,
    }.get(sitter.look.outfit, _collar)(brush, sitter)


def _sailor(brush: Brush, sitter: Sitter) -> None:
    inks = sitter.inks
    flap = path(
        "M -34 136 C -70 152 -104 166 -124 200 L -108 330 L 108 330 L 124 200 C 104 166 70 152 "
        "34 136 Q 0 168 -34 136 Z"
    )
    brush.cel(flap, inks.accent, inks.line(inks.accent), 3.2)
    white = inks.lit(WHITE)
    for gap in (0, 10):
        low, wide = 320 - gap, 114 - gap
        brush.line(path(f"M {-wide} 204 L {-wide + 15} {low} L {wide - 15} {low} L {wide} 204"), white, 3.0)


def _hood(brush: Brush, sitter: Sitter) -> None:
    ink = sitter.inks.outfit
    line = sitter.inks.line(ink)
    hood = path("M -70 140 C -118 190 -96 290 0 318 C 96 290 118 190 70 140 Q 0 190 -70 140 Z")
    brush.cel(hood, lighten(ink, 0.07), line, 3.2)
    brush.taper((-60, 170), (0, 250), (60, 170), line, 5, 170)


def _sash(brush: Brush, sitter: Sitter) -> None:
    inks, accent = sitter.inks, sitter.inks.accent
    for k in (-1, 1):
        collar = both("M 0 176 Q K34 166 K48 138 L K60 148 Q K40 196 0 204 Z", k)
        brush.cel(collar, accent, inks.line(accent), 2.6)
    girdle(brush, sitter, 384, 500, inks.shadow(accent, 0.3))
    bow(brush, sitter, 0, 430, lighten(accent, 0.2), 1.7)


def _straps(brush: Brush, sitter: Sitter) -> None:
    ink = sitter.inks.outfit
    line = sitter.inks.line(ink)
    for k in (-1, 1):
        brush.cel(both(f"M K64 160 L K84 168 L {-k * 30} 420 L {-k * 58} 420 Z", k), ink, line, 2.8)
    girdle(brush, sitter, 424, 440, ink)
    if sitter.look.outfit is Outfit.APRON:
        bow(brush, sitter, 0, 436, ink, 1.2)
    else:
        girdle(brush, sitter, 440, 700, ink)


def _collar(brush: Brush, sitter: Sitter) -> None:
    inks, outfit = sitter.inks, sitter.look.outfit
    ink = inks.outfit
    line = inks.line(ink)
    tone = {Outfit.COAT: inks.accent, Outfit.BLAZER: inks.lit(WHITE)}.get(outfit, lighten(ink, 0.06))
    collar = path(
        "M -40 122 Q 0 140 40 122 C 60 140 66 160 70 176 Q 0 214 -70 176 C -66 160 -60 140 -40 122 Z"
    )
    brush.cel(collar, tone, line, 3.0)
    if outfit is not Outfit.SWEATER:
        brush.taper((0, 206), (2, 380), (0, 640), line, 4, 190)
    if outfit is Outfit.UNIFORM:
        for k in (-1, 1):
            board = both("M K62 162 L K112 180 L K130 206 L K120 214 L K104 202 L K58 178 Z", k)
            brush.cel(board, inks.accent, line, 2.6)

"""The everyday clothes: sailor suit, blazer, hoodie, sweater, kimono.

Cut in the tailor's space (see `torso`); the same patterns dress busts and standing figures. Each painter
adds what lies on the trunk; trunk and sleeves are already painted in the colour `cloth_ink` gives.
"""

from __future__ import annotations

import math

from anigen_assets.studio.animatic.figures.brush import Brush
from anigen_assets.studio.animatic.figures.inks import brightness
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.figures.tailoring import GOLD, WHITE, both, bow, girdle, shirt_collar
from anigen_assets.studio.animatic.figures.torso import trunk_of, trunk_shape
from anigen_assets.studio.animatic.ink import curve, lighten, path, shade


def sailor(brush: Brush, sitter: Sitter) -> None:
    """A sailor collar with stripes; a bow, or a plain neckerchief for boys."""
    inks = sitter.inks
    collar, white = inks.accent, inks.lit(WHITE)
    ribbon = inks.lit("#d9485c") if brightness(sitter.look.accent_colour) < 0.33 else shade(collar, 0.34)
    brush.cel(path("M -17 214 L 17 214 L 0 262 Z"), white, inks.line(white), 2.2)
    for k in (-1, 1):
        flap = both("M K27 138 C K60 150 K104 164 K126 200 L K104 270 Q K56 284 0 298 L K22 214 Z", k)
        brush.cel(flap, collar, inks.line(collar), 3.0)
        with brush.inside(flap):
            if k != inks.side:
                brush.paint(
                    both("M K27 138 L K60 206 Q K50 250 0 300 L K22 214 Z", k), inks.shadow(collar), 200
                )
            for gap in (0, 8):
                stripe = both(
                    f"M K{116 - gap} 200 L K{96 - gap} {260 - gap * 0.6} Q K{52 - gap * 0.5} {272 - gap} "
                    f"{k * 4} {286 - gap * 1.4}",
                    k,
                )
                brush.line(stripe, white, 3.0 if not gap else 1.8)
    if sitter.anatomy.masculine:
        for k in (-1, 1):
            brush.cel(
                both("M 0 282 Q K24 320 K30 372 L K8 382 Q K2 330 0 290 Z", k), ribbon, inks.line(ribbon), 2.6
            )
        brush.cel(
            path("M -16 272 Q 0 266 16 272 L 13 302 Q 0 308 -13 302 Z"),
            lighten(ribbon, 0.08),
            inks.line(ribbon),
            2.6,
        )
    else:
        bow(brush, sitter, 0, 290, ribbon)


def blazer(brush: Brush, sitter: Sitter) -> None:
    """A blazer over a shirt, with tie or bow, and a crest on the pocket."""
    inks = sitter.inks
    ink, accent, white = inks.outfit, inks.accent, inks.lit(WHITE)
    line = inks.line(ink)
    shirt_collar(brush, sitter, 372, white)
    if sitter.anatomy.masculine or sitter.chance("tie").random() < 0.4:
        tie = path("M -12 192 L 12 192 L 8 212 L 19 330 L 0 356 L -19 330 L -8 212 Z")
        brush.cel(tie, accent, inks.line(accent), 2.6)
        with brush.inside(tie):
            for y in (246, 290, 334):
                brush.line(path(f"M -26 {y + 14} L 26 {y - 14}"), lighten(accent, 0.5), 4.5)
            brush.paint(path("M 4 190 L 24 190 L 24 360 L 0 360 Z"), inks.shadow(accent), 120)
        brush.cel(path("M -14 186 L 14 186 L 9 212 L -9 212 Z"), accent, inks.line(accent), 2.4)
    else:
        bow(brush, sitter, 0, 204, accent, 0.74)
    for k in (-1, 1):
        lapel = both(
            "M K40 146 C K66 160 K84 180 K92 214 L K76 242 L K88 258 Q K56 330 K3 384 Q K24 300 K36 "
            "226 L K50 172 Z",
            k,
        )
        brush.cel(lapel, ink if k == inks.side else inks.shadow(ink, 0.14), line, 3.0)
        brush.taper((k * 76, 242), (k * 68, 238), (k * 54, 236), line, 2.4)
    brush.line(path("M 3 384 Q 6 480 10 700"), line, 2.8)
    gold = inks.lit(GOLD)
    for y in (412, 486):
        brush.dot(17, y, 7, gold)
    crest = path("M 44 300 L 78 300 L 78 326 Q 74 342 61 348 Q 48 342 44 326 Z")
    brush.cel(crest, accent, gold, 2.4)
    brush.line(path("M 61 306 L 61 340 M 50 318 L 72 318"), gold, 2.2)


def hoodie(brush: Brush, sitter: Sitter) -> None:
    """A hood lying round the neck, its strings, a printed sign, a pocket."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    line = inks.line(ink)
    hood = path(
        "M -30 132 C -84 134 -120 164 -112 206 C -96 244 -44 258 0 270 C 44 258 96 244 112 206 "
        "C 120 164 84 134 30 132 C 46 176 22 204 0 216 C -22 204 -46 176 -30 132 Z"
    )
    brush.cel(hood, lighten(ink, 0.07), line, 3.2)
    with brush.inside(hood):
        brush.paint(
            path(
                "M -30 132 C -50 180 -26 216 0 226 C 26 216 50 180 30 132 L 52 132 C 70 186 40 226 0 "
                "240 C -40 226 -70 186 -52 132 Z"
            ),
            inks.shadow(ink),
            230,
        )
        brush.taper((-98, 184), (-72, 226), (-26, 244), line, 3.0, 150)
        brush.taper((98, 184), (72, 226), (26, 244), line, 3.0, 150)
    cord = inks.lit(WHITE)
    for k in (-1, 1):
        brush.line(path(f"M {k * 20} 236 Q {k * 28} 280 {k * 22} 332"), inks.line(cord), 7.0)
        brush.line(path(f"M {k * 20} 236 Q {k * 28} 280 {k * 22} 332"), cord, 4.4)
        brush.dot(k * 22, 336, 4.6, accent)
    sign = curve([(-30, 368), (0, 352), (30, 368), (26, 402), (0, 420), (-26, 402)], tension=0.5)
    brush.line(sign, accent, 6.0)
    brush.paint(path("M -12 392 L 2 366 L 2 384 L 14 384 L -2 410 L -2 392 Z"), accent)
    brush.line(path("M -58 500 L 58 500 L 82 590 M -58 500 L -82 590"), line, 2.8)


def sweater(brush: Brush, sitter: Sitter) -> None:
    """A knitted sweater: collar of a shirt or a rolled neck, cables, a band of colour."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    line, dark = inks.line(ink), inks.shadow(ink)
    if sitter.anatomy.masculine or sitter.look.age < 20:
        white = inks.lit(WHITE)
        brush.paint(path("M -36 138 Q 0 262 36 138 Z"), white)
        brush.paint(path("M -36 138 Q 0 240 36 138 L 30 190 Q 0 214 -36 138 Z"), inks.shadow(white), 160)
        for k in (-1, 1):
            brush.cel(
                both("M K25 134 L K44 148 L K46 186 L K28 214 L 0 186 Q K20 164 K25 134 Z", k),
                white,
                inks.line(white),
                2.6,
            )
        neck = path("M -52 156 Q -36 244 0 246 Q 36 244 52 156 L 42 152 Q 30 226 0 228 Q -30 226 -42 152 Z")
        brush.cel(neck, lighten(ink, 0.05), line, 2.8)
    else:
        neck = path("M -36 112 Q 0 132 36 112 L 46 176 Q 0 206 -46 176 Z")
        brush.cel(neck, lighten(ink, 0.05), line, 3.0)
        with brush.inside(neck):
            brush.paint(path("M -50 100 L 50 100 L 44 132 Q 0 168 -44 138 Z"), dark)
            if brush.fine:
                for x in range(-36, 37, 9):
                    brush.line(path(f"M {x} 112 L {x * 1.22} 196"), line, 1.5, 120)
    band = path("M -130 296 Q 0 322 130 296 L 130 332 Q 0 358 -130 332 Z")
    with brush.inside(path("M -92 270 L 92 270 L 96 400 L -96 400 Z")):
        brush.paint(band, accent)
        brush.line(path("M -130 290 Q 0 316 130 290"), lighten(accent, 0.55), 3.6)
        brush.line(path("M -130 338 Q 0 364 130 338"), lighten(accent, 0.55), 3.6)
    if brush.fine:
        for x in (-44, 0, 44):
            for y in range(372, 660, 26):
                brush.taper((x - 9, y), (x + 2, y + 6), (x + 9, y + 24), dark, 4.5, 190)
                brush.taper((x + 9, y), (x + 2, y + 6), (x - 9, y + 24), dark, 3.0, 150)


def kimono(brush: Brush, sitter: Sitter) -> None:
    """Crossed collars, the wearer's left over the right, a wide sash and its cord."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    white, line = inks.lit(WHITE), inks.line(ink)
    if sitter.anatomy.masculine:
        _stripes(brush, inks.shadow(ink, 0.16), (-78, -52, -26))
    for k in (-1, 1):
        brush.cel(
            both(f"M K32 136 L K42 146 L {-k * 8} 262 L {-k * 16} 244 L K10 214 Z", k),
            white,
            inks.line(white),
            2.2,
        )
    under = path(
        "M -38 138 C -52 146 -60 156 -62 166 L 34 372 L 60 372 L 14 286 L -18 214 Q -34 180 -38 138 Z"
    )
    brush.cel(under, inks.shadow(accent, 0.14), inks.line(accent), 2.8)
    over_cloth = path("M 40 150 L 10 262 L -78 450 L 76 450 L 80 320 L 74 200 L 62 160 Z")
    with brush.inside(trunk_shape(trunk_of(sitter), 0)):
        brush.paint(over_cloth, ink)
        brush.paint(
            path("M 80 220 L 66 300 L 62 450 L 82 450 L 86 320 Z")
            if inks.side < 0
            else path("M 20 262 L -52 450 L -20 450 L 34 290 Z"),
            inks.shadow(ink),
            200,
        )
        if sitter.anatomy.masculine:
            with brush.inside(over_cloth):
                _stripes(brush, inks.shadow(ink, 0.16), (-26, 8, 34, 60))
    over = path(
        "M 38 138 C 52 146 60 156 62 166 L -34 372 L -70 452 L -92 452 L -62 372 L -14 286 L 18 "
        "214 Q 34 180 38 138 Z"
    )
    brush.cel(over, accent, inks.line(accent), 2.8)
    if not sitter.anatomy.masculine:
        _blossoms(brush, sitter)
    sash_ink = (
        inks.shadow(accent, 0.3) if brightness(sitter.look.accent_colour) > 0.42 else lighten(accent, 0.22)
    )
    high = 448 if sitter.anatomy.masculine else 384
    girdle(brush, sitter, high, 500, sash_ink)
    if not sitter.anatomy.masculine:
        gold = inks.lit(GOLD)
        girdle(brush, sitter, 440, 446, gold)
        brush.cel(
            path("M -13 440 Q 0 434 13 440 L 13 462 Q 0 468 -13 462 Z"),
            lighten(gold, 0.2),
            inks.line(gold),
            2.2,
        )
    brush.taper((60, 506), (40, 600), (44, 700), line, 5.0, 150)


def _stripes(brush: Brush, ink: int, places: tuple[int, ...]) -> None:
    for x in places:
        brush.line(path(f"M {x} 180 L {x * 1.02} 470"), ink, 3.0, 170)


def _blossoms(brush: Brush, sitter: Sitter) -> None:
    """Five-petalled flowers strewn over the cloth, away from the collar."""
    inks, chance = sitter.inks, sitter.chance("blossoms")
    share = 0.66 if brightness(sitter.look.outfit_colour) < 0.55 else 0.28
    petal, heart = lighten(inks.accent, share), inks.lit(GOLD)
    places = ((-86, 250), (84, 232), (-60, 340), (88, 330), (30, 560), (-70, 590), (76, 640), (-20, 660))
    for x, y in places:
        grow = chance.uniform(0.8, 1.3)
        lean = chance.uniform(0, 1)
        for index in range(5):
            angle = (index / 5 + lean) * math.tau
            dx, dy = 8.5 * grow * math.cos(angle), 8.5 * grow * math.sin(angle)
            brush.dot(x + dx, y + dy, 6.4 * grow, petal)
        brush.dot(x, y, 3.6 * grow, heart)

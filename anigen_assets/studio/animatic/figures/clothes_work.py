"""The clothes of streets and trades: jacket, coat, apron, uniform, work wear. Painters as in `clothes_school`."""

from __future__ import annotations

from anigen_assets.studio.animatic.figures.brush import Brush
from anigen_assets.studio.animatic.figures.sitter import Sitter
from anigen_assets.studio.animatic.figures.tailoring import GOLD, WHITE, both, girdle, shirt_collar
from anigen_assets.studio.animatic.figures.torso import trunk_of, trunk_shape
from anigen_assets.studio.animatic.ink import lighten, mix, path

_STEEL = "#c9d0d8"


def jacket(brush: Brush, sitter: Sitter) -> None:
    """A bomber jacket, open over a shirt, with ribbed collar and bright bands."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    line, tee = inks.line(ink), inks.lit(WHITE)
    open_front = path("M -44 148 L -30 420 L -40 700 L 40 700 L 30 420 L 44 148 Q 0 214 -44 148 Z")
    brush.cel(open_front, tee, line, 2.8)
    with brush.inside(open_front):
        brush.paint(path("M -50 140 L -30 140 L -16 420 L -26 700 L -50 700 Z"), inks.shadow(tee))
        brush.line(path("M -44 330 Q 0 342 44 330"), accent, 13.0)
        brush.line(path("M -44 356 Q 0 368 44 356"), lighten(accent, 0.4), 5.0)
    brush.line(path("M -38 150 Q 0 222 38 150"), inks.line(tee), 8.0)
    brush.line(path("M -38 150 Q 0 222 38 150"), tee, 5.0)
    for k in (-1, 1):
        band = both("M K29 128 C K50 128 K70 142 K74 166 L K54 236 L K32 250 Q K52 190 K29 128 Z", k)
        brush.cel(band, lighten(ink, 0.14), line, 3.0)
        with brush.inside(band):
            for step in (0, 10, 20, 30):
                brush.line(
                    both(f"M K{34 + step} 124 Q K{60 + step * 0.7} 190 K{34 + step} 256", k),
                    inks.shadow(ink),
                    2.0,
                    150,
                )
        brush.line(both("M K34 250 Q K30 420 K40 700", k), line, 8.0)
        brush.line(both("M K34 250 Q K30 420 K40 700", k), accent, 4.6)
        brush.line(both("M K74 188 Q K104 196 K128 222", k), accent, 9.0)
    patch = path("M 56 296 L 92 292 L 92 322 L 56 326 Z")
    brush.cel(patch, accent, line, 2.2)
    brush.line(path("M -58 470 L -92 500 M 58 470 L 92 500"), line, 3.4)


def coat(brush: Brush, sitter: Sitter) -> None:
    """A double-breasted coat with wide lapels over a rolled collar."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    line, dark = inks.line(ink), inks.shadow(ink)
    inner = path("M -46 142 L 0 320 L 46 142 Q 0 206 -46 142 Z")
    brush.cel(inner, accent, inks.line(accent), 2.6)
    neck = path("M -34 116 Q 0 134 34 116 L 42 172 Q 0 202 -42 172 Z")
    brush.cel(neck, accent, inks.line(accent), 2.8)
    with brush.inside(neck):
        brush.paint(path("M -50 100 L 50 100 L 44 138 Q 0 170 -44 142 Z"), inks.shadow(accent))
    for k in (-1, 1):
        lapel = both(
            "M K36 136 C K68 146 K96 166 K104 198 L K112 236 L K84 244 L K90 272 L K2 378 Q K10 276 "
            "K32 214 L K44 160 Z",
            k,
        )
        brush.cel(lapel, lighten(ink, 0.06) if k == inks.side else mix(ink, dark, 0.5), line, 3.2)
        brush.taper((k * 84, 244), (k * 66, 238), (k * 46, 226), line, 2.6)
    brush.line(path("M -4 372 Q -34 440 -36 700"), line, 3.0)
    button = inks.lit("#4a3a34")
    for y in (412, 478, 566):
        for x in (-62, 18):
            brush.dot(x, y, 8.2, button)
            if brush.fine:
                brush.dot(x - 2, y - 2.4, 2.4, lighten(button, 0.5))
    girdle(brush, sitter, 500, 534, mix(ink, dark, 0.6))
    brush.line(path("M -22 508 L 14 508 L 14 542 L -22 542 Z"), inks.lit(GOLD), 4.6)


def apron(brush: Brush, sitter: Sitter) -> None:
    """A shopkeeper's apron with bib and pocket over a light shirt."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    line = inks.line(ink)
    shirt = inks.lit(mix(WHITE, sitter.look.accent_colour, 0.14))
    shirt_collar(brush, sitter, 250, shirt)
    brush.line(path("M 0 216 L 0 300"), inks.line(shirt), 2.2)
    knot = path("M -15 194 Q 0 188 15 194 L 24 236 L 3 216 L -3 216 L -24 236 Z")
    brush.cel(knot, accent, inks.line(accent), 2.4)
    for k in (-1, 1):
        strap = both("M K62 164 L K80 170 L K66 282 L K48 282 Z", k)
        brush.cel(strap, ink, line, 2.6)
    bib = path(
        "M -64 276 Q 0 290 64 276 C 66 330 72 372 106 404 L 112 700 L -112 700 L -106 404 C -72 "
        "372 -66 330 -64 276 Z"
    )
    with brush.inside(trunk_shape(trunk_of(sitter), 0)):
        brush.cel(bib, ink, line, 3.2)
    with brush.inside(trunk_shape(trunk_of(sitter), 0)), brush.inside(bib):
        brush.paint(
            path("M -64 276 L -30 284 Q -48 380 -70 430 L -112 700 L -130 400 Z")
            if inks.side > 0
            else path("M 64 276 L 30 284 Q 48 380 70 430 L 112 700 L 130 400 Z"),
            inks.shadow(ink),
            200,
        )
        brush.line(path("M -60 288 Q 0 302 60 288"), lighten(ink, 0.35), 2.6)
    pocket = path("M -46 474 Q 0 484 46 474 L 42 560 Q 0 572 -42 560 Z")
    brush.cel(pocket, lighten(ink, 0.08), line, 2.6)
    tag = path("M 18 310 L 54 306 L 54 328 L 18 332 Z")
    brush.cel(tag, inks.lit(WHITE), line, 2.2)
    brush.line(path("M 24 320 L 46 318"), accent, 3.4)
    girdle(brush, sitter, 424, 432, inks.shadow(ink))


def uniform(brush: Brush, sitter: Sitter) -> None:
    """A keeper's uniform: standing collar, brass buttons, shoulder boards, a badge."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    line, gold, white = inks.line(ink), inks.lit(GOLD), inks.lit(WHITE)
    brush.line(path("M -30 140 Q 0 206 30 140"), white, 6.0)
    for k in (-1, 1):
        stand = both("M K27 122 Q K40 128 K46 148 L K38 194 L K3 222 L K3 196 Q K28 176 K27 122 Z", k)
        brush.cel(stand, lighten(ink, 0.05), line, 2.8)
        brush.line(both("M K31 130 Q K34 172 K6 204", k), gold, 2.8)
        board = both("M K62 158 L K112 178 L K130 204 L K122 216 L K104 202 L K58 176 Z", k)
        brush.cel(board, accent, line, 2.6)
        brush.line(both("M K66 166 L K106 184 L K124 208", k), gold, 2.6)
    brush.line(path("M 4 220 L 4 700"), line, 2.8)
    brush.line(path("M -6 220 L -6 480"), accent, 4.0)
    for y in (252, 312, 372, 432):
        brush.dot(14, y, 7.5, gold)
        if brush.fine:
            brush.dot(12, y - 2, 2.4, lighten(gold, 0.7))
    for k in (-1, 1):
        brush.line(both("M K38 300 L K86 294", k), line, 3.0)
        flap = both("M K38 302 L K86 296 L K82 318 L K62 326 L K42 322 Z", k)
        brush.cel(flap, lighten(ink, 0.05), line, 2.4)
    badge = path("M -62 256 L -50 262 L -52 276 L -62 284 L -72 276 L -74 262 Z")
    brush.cel(badge, gold, inks.line(gold), 2.2)
    girdle(brush, sitter, 476, 512, inks.lit("#3d3236"))
    brush.cel(path("M -20 480 L 20 480 L 20 524 L -20 524 Z"), gold, inks.line(gold), 2.4)


def workwear(brush: Brush, sitter: Sitter) -> None:
    """Bib overalls over a shirt, a kerchief at the neck, tools in the pocket."""
    inks = sitter.inks
    ink, accent = inks.outfit, inks.accent
    line, steel = inks.line(ink), inks.lit(_STEEL)
    kerchief = path(
        "M -44 148 Q 0 220 44 148 L 50 166 Q 16 226 4 236 L 12 268 L -2 262 L -14 272 L -8 236 "
        "Q -22 226 -50 166 Z"
    )
    brush.cel(kerchief, accent, inks.line(accent), 2.6)
    with brush.inside(kerchief):
        brush.paint(path("M -50 150 Q -10 232 10 236 L -14 280 L -40 230 Z"), inks.shadow(accent), 190)
    for k in (-1, 1):
        strap = both("M K58 164 L K84 172 L K70 296 L K44 296 Z", k)
        brush.cel(strap, ink, line, 2.8)
    bib = path(
        "M -72 292 L 72 292 C 76 350 84 390 108 418 L 116 700 L -116 700 L -108 418 C -84 390 "
        "-76 350 -72 292 Z"
    )
    with brush.inside(trunk_shape(trunk_of(sitter), 0)):
        brush.cel(bib, ink, line, 3.2)
    with brush.inside(trunk_shape(trunk_of(sitter), 0)), brush.inside(bib):
        brush.paint(
            path("M -72 292 L -40 292 Q -56 390 -74 440 L -110 700 L -130 420 Z")
            if inks.side > 0
            else path("M 72 292 L 40 292 Q 56 390 74 440 L 110 700 L 130 420 Z"),
            inks.shadow(ink),
            200,
        )
        stitch = lighten(ink, 0.42)
        brush.line(path("M -64 302 L 64 302"), stitch, 2.0)
        brush.line(path("M 0 440 L 0 700"), line, 2.6)
    for k in (-1, 1):
        brush.cel(both("M K46 284 L K68 284 L K68 312 L K46 312 Z", k), steel, inks.line(steel), 2.2)
    pocket = path("M -40 336 L 40 336 L 38 396 L 0 410 L -38 396 Z")
    brush.cel(pocket, lighten(ink, 0.07), line, 2.6)
    brush.cel(path("M 14 310 L 22 310 L 22 362 L 14 362 Z"), inks.lit("#e8b84a"), line, 2.0)
    brush.cel(path("M 26 318 L 32 318 L 32 360 L 26 360 Z"), steel, line, 1.8)
    girdle(brush, sitter, 470, 500, inks.lit("#7a5236"))

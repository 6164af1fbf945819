"""Text with the Noto fonts that come as packages: measuring, wrapping and drawing. Never system fonts."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import skia

from anigen_assets.errors import StudioError
from anigen_assets.studio.animatic import ink
from anigen_assets.studio.animatic.ink import Ink

_PACKAGES = {True: ("noto_cjk_sans_jp_bold", "Bold"), False: ("noto_cjk_sans_jp_regular", "Regular")}


@dataclass(frozen=True)
class Type:
    """How a line of text is set.

    Attributes:
        size: Design units.
        fill: Of the letters.
        bold: Weight.
        edge: Colour of the outline.
        edge_width: Of the outline in design units, 0 for none.
        spacing: Added between letters, in design units.
    """

    size: float
    fill: Ink = "#ffffff"
    bold: bool = True
    edge: Ink = "#000000"
    edge_width: float = 0.0
    spacing: float = 0.0


def width(text: str, style: Type) -> float:
    """Returns how wide a line is, in design units."""
    text = drawable(text)
    spaces = style.spacing * max(0, len(text) - 1)
    return float(_font(style.size, style.bold).measureText(text)) + spaces


def draw(canvas: skia.Canvas, text: str, x: float, y: float, style: Type, *, share: float = 0.0) -> None:
    """Draws a line.

    Args:
        canvas: In design units.
        text: What the fonts have no shape for is left out.
        x: Where the line begins (`share` 0), has its middle (0.5) or ends (1).
        y: Base line.
        style: How it is set.
        share: Which share of the line lies left of `x`.
    """
    text = drawable(text)
    if not text.strip():
        return
    font = _font(style.size, style.bold)
    x -= width(text, style) * share
    blob = (
        skia.TextBlob.MakeFromString(text, font) if not style.spacing else _spaced(text, font, style.spacing)
    )
    if style.edge_width:
        edge = ink.stroke(style.edge, style.edge_width)
        edge.setStyle(skia.Paint.kStrokeAndFill_Style)
        canvas.drawTextBlob(blob, x, y, edge)
    canvas.drawTextBlob(blob, x, y, ink.fill(style.fill))


def wrapped(text: str, style: Type, widest: float, most: int) -> list[str]:
    """Breaks text into at most `most` lines of about equal length; the last one ends in an ellipsis if cut.

    Breaks at spaces where there are any, else between any two letters, as Japanese does.
    """
    text = " ".join(drawable(text).split())
    if width(text, style) <= widest:
        return [text]
    count = min(most, int(width(text, style) // widest) + 1)
    lines = _filled(text, style, max(widest * 0.5, width(text, style) / count * 1.08))
    if len(lines) > count:
        lines = _filled(text, style, widest)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(f"{last}…", style) > widest:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return lines


def fitted(text: str, style: Type, widest: float, smallest: float) -> Type:
    """Returns the style made smaller, down to `smallest`, until the line fits."""
    wide = width(text, style)
    if wide <= widest:
        return style
    size = max(smallest, style.size * widest / wide)
    return Type(size, style.fill, style.bold, style.edge, style.edge_width, style.spacing * size / style.size)


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Returns the text without what the fonts have no shape for (emoji, control signs)."""
    glyphs = typeface(True).unicharsToGlyphs([ord(letter) for letter in text])
    return "".join(letter for letter, glyph in zip(text, glyphs, strict=True) if glyph)


def _filled(text: str, style: Type, widest: float) -> list[str]:
    spaced = " " in text
    words = text.split(" ") if spaced else list(text)
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]}{' ' if spaced else ''}{word}" if lines else word
        if lines and width(longer, style) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _spaced(text: str, font: skia.Font, spacing: float) -> skia.TextBlob:
    glyphs = font.textToGlyphs(text)
    places, x = [], 0.0
    for advance in font.getWidths(glyphs):
        places.append(x)
        x += advance + spacing
    builder = skia.TextBlobBuilder()
    builder.allocRunPosH(font, glyphs, places, 0)
    return builder.make()


@lru_cache(maxsize=2)
def typeface(bold: bool) -> skia.Typeface:
    """The packaged Noto face; system fonts would differ from machine to machine."""
    package, weight = _PACKAGES[bold]
    spec = importlib.util.find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        raise StudioError(
            f"The lettering font cannot be found: install the package {package.replace('_', '-')} again."
        )
    # A manager of its own: the default one reads the system's font configuration, and warns about it.
    return skia.FontMgr.New_Custom_Empty().makeFromFile(str(Path(folders[0]) / f"NotoSansCJKjp-{weight}.otf"))


@lru_cache(maxsize=64)
def _font(size: float, bold: bool) -> skia.Font:
    font = skia.Font(typeface(bold), size)
    font.setEdging(skia.Font.Edging.kAntiAlias)
    font.setSubpixel(True)
    font.setHinting(skia.FontHinting.kNone)
    return font

"""Japanese signs: the words and the one typeface that sets are lettered with."""

from __future__ import annotations

import importlib.resources
from functools import lru_cache

import skia

from anigen_assets.studio.animatic import ink

SHOP_SIGNS = ("喫茶", "本", "花", "薬", "そば", "写真", "時計", "湯", "酒", "ラーメン", "文具", "パン")
"""What shops in a street sell: coffee, books, flowers, medicine, noodles and so on."""


@lru_cache(maxsize=1)
def _typeface() -> skia.Typeface:
    package = importlib.resources.files("noto_cjk_sans_jp_bold")
    with importlib.resources.as_file(package / "NotoSansCJKjp-Bold.otf") as font_file:
        return skia.Typeface.MakeFromFile(str(font_file))


@lru_cache(maxsize=64)
def _font(size: float) -> skia.Font:
    font = skia.Font(_typeface(), size)
    font.setSubpixel(True)
    return font


def across(canvas: skia.Canvas, text: str, foot: ink.Point, size: float, colour: ink.Ink) -> None:
    """Letters a line; `foot` is the middle of its base line."""
    font = _font(round(size, 1))
    canvas.drawString(text, foot[0] - font.measureText(text) / 2, foot[1], font, ink.fill(colour))


def down(canvas: skia.Canvas, text: str, head: ink.Point, size: float, colour: ink.Ink) -> None:
    """Letters a column, one sign under the other; `head` is the middle of its upper edge."""
    for index, sign in enumerate(text):
        turned = "｜" if sign == "ー" else sign
        across(canvas, turned, (head[0], head[1] + size * (0.88 + 1.08 * index)), size, colour)

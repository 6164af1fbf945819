"""Japanese signs: the words of shops and how a board is lettered across or down."""

from __future__ import annotations

import skia

from anigen_assets.studio.animatic import ink, lettering

SHOP_SIGNS = ("喫茶", "本", "花", "薬", "そば", "写真", "時計", "湯", "酒", "ラーメン", "文具", "パン")
"""What shops in a street sell: coffee, books, flowers, medicine, noodles and so on."""


def across(canvas: skia.Canvas, text: str, foot: ink.Point, size: float, colour: ink.Ink) -> None:
    """Letters a line; `foot` is the middle of its base line."""
    style = lettering.Type(size=round(size, 1), fill=colour)
    lettering.draw(canvas, text, foot[0], foot[1], style, share=0.5)


def down(canvas: skia.Canvas, text: str, head: ink.Point, size: float, colour: ink.Ink) -> None:
    """Letters a column, one sign under the other; `head` is the middle of its upper edge."""
    for index, sign in enumerate(text):
        turned = "｜" if sign == "ー" else sign
        across(canvas, turned, (head[0], head[1] + size * (0.88 + 1.08 * index)), size, colour)

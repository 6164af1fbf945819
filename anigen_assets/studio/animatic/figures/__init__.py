"""The people of the animatic, drawn from a `Look`: busts, standing figures, backs and character sheets.

Painters draw in design units around the canvas's origin; the caller scales the canvas. Everything is
deterministic: the same arguments give the same pixels.
"""

from anigen_assets.studio.animatic.figures.acting import Eyes, Face, Pose
from anigen_assets.studio.animatic.figures.back import draw_back
from anigen_assets.studio.animatic.figures.bust import (
    draw_bust,
    draw_bust_back_hair,
    draw_bust_body,
    draw_bust_head,
    eyes_box,
    mouth_box,
)
from anigen_assets.studio.animatic.figures.layers import forget_layers
from anigen_assets.studio.animatic.figures.sheet import paint_sheet
from anigen_assets.studio.animatic.figures.skeleton import stature
from anigen_assets.studio.animatic.figures.standing import draw_standing, forget_standing

__all__ = [
    "Eyes",
    "Face",
    "Pose",
    "draw_back",
    "draw_bust",
    "draw_bust_back_hair",
    "draw_bust_body",
    "draw_bust_head",
    "draw_standing",
    "eyes_box",
    "forget_layers",
    "forget_standing",
    "mouth_box",
    "paint_sheet",
    "stature",
]

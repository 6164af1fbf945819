"""What lies over the finished picture at set times: cards, captions, subtitles, and fades to black."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from anigen_assets.studio.animatic.i420 import Picture, fade
from anigen_assets.studio.animatic.sprite import SOLID, Sprite
from anigen_assets.studio.animatic.timing import TICKS_PER_DRAWING, smooth


@dataclass(frozen=True)
class Overlay:
    """A sprite that comes, stays and goes.

    Attributes:
        sprite: Anchored at (x, y).
        first_tick: When it begins to come.
        end_tick: When it is gone.
        fade_ticks: How long it takes to come, and to go; 0 is at once.
        slide: Pixels it moves from the left while it comes.
    """

    sprite: Sprite
    x: int
    y: int
    first_tick: int
    end_tick: int
    fade_ticks: int = 0
    slide: int = 0

    def opacity(self, tick: int) -> int:
        """0 to 256, on twos."""
        if not self.first_tick <= tick < self.end_tick:
            return 0
        if not self.fade_ticks:
            return SOLID
        tick -= tick % TICKS_PER_DRAWING
        edge = min(tick - self.first_tick + TICKS_PER_DRAWING, self.end_tick - tick)
        return round(SOLID * smooth(edge / self.fade_ticks))

    def offset(self, tick: int) -> int:
        """Pixels it still has to go."""
        if not self.slide or not self.fade_ticks:
            return 0
        tick -= tick % TICKS_PER_DRAWING
        return round(self.slide * (1 - smooth((tick - self.first_tick) / (1.6 * self.fade_ticks))))


@dataclass(frozen=True)
class Curtain:
    """Fades at both ends of a scene.

    Attributes:
        ticks: Length of the scene.
        opening: Ticks it takes to come from black.
        closing: Ticks it takes to go to black.
    """

    ticks: int
    opening: int
    closing: int

    def share(self, tick: int) -> float:
        """0 is untouched, 1 is black."""
        tick -= tick % TICKS_PER_DRAWING
        light = min((tick + TICKS_PER_DRAWING) / self.opening, (self.ticks - tick) / self.closing, 1.0)
        return 1.0 - light


class Veil:
    """Everything that lies over a scene's pictures."""

    def __init__(self, overlays: Sequence[Overlay], curtain: Curtain) -> None:
        self._overlays = tuple(overlays)
        self._curtain = curtain

    def key(self, tick: int) -> Hashable:
        """Equal for ticks that look the same."""
        shown = tuple(
            (index, opacity, overlay.offset(tick))
            for index, overlay in enumerate(self._overlays)
            if (opacity := overlay.opacity(tick))
        )
        return shown, self._curtain.share(tick)

    def lay(self, tick: int, frame: Picture) -> None:
        """Lays everything over a frame."""
        for overlay in self._overlays:
            opacity = overlay.opacity(tick)
            if opacity:
                overlay.sprite.paste(frame, overlay.x - overlay.offset(tick), overlay.y, None, opacity)
        share = self._curtain.share(tick)
        if share > 0:
            fade(frame, share)

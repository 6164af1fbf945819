"""A scene from its first to its last tick: shots one after another, cards inside, weather and titles over all.

Yields pictures; it neither encodes nor makes sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import cycle

import numpy as np

from anigen_assets.story.plan import Shot
from anigen_assets.story.vocabulary import CameraMove, Framing
from anigen_assets.studio.animatic import cards
from anigen_assets.studio.animatic.camera import Shift, Travel
from anigen_assets.studio.animatic.composition import Composition, Pace
from anigen_assets.studio.animatic.i420 import new_frame
from anigen_assets.studio.animatic.overlays import Curtain, Overlay, Veil
from anigen_assets.studio.animatic.particles import KINDS, Particles, particles
from anigen_assets.studio.animatic.players import StillPlayer
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.shots import compose_shot
from anigen_assets.studio.animatic.timing import TICKS_PER_DRAWING, ShotSpan, shot_spans, ticks_of
from anigen_assets.studio.ports import FPS, SceneRequest, SpokenLine
from anigen_assets.studio.sound.timing import CARD_SECONDS

CARD_TICKS = round(CARD_SECONDS * FPS)
_CAPTION_TICKS = 76
_CAPTION_DELAY = 10
_CAPTION_LATEST_TICK = 10 * FPS
_OPENING_TICKS = 8
_CLOSING_TICKS = 12
_PLACE_FRAMINGS = frozenset({Framing.ESTABLISHING, Framing.WIDE, Framing.INSERT})
_LIFELESS = frozenset({Framing.ESTABLISHING, Framing.INSERT})
_FINE_MOTES = frozenset({"dust", "fireflies"})


class Programme:
    """The pictures of one scene."""

    def __init__(
        self, request: SceneRequest, lines: Sequence[SpokenLine], mouths: Sequence[np.ndarray]
    ) -> None:
        """Prepares a scene.

        Args:
            request: What is asked for.
            lines: When each line of the dialogue is heard.
            mouths: For each line the mouth shape (0 to 3) at every drawing of the scene.
        """
        self._request = request
        self._setup = Setup(request, lines, mouths)
        self.spans = shot_spans(request.scene, request.seconds)
        self._end = request.seconds * FPS

    def pictures(self) -> Iterator[tuple[np.ndarray, int]]:
        """Yields (I420 frame, tick): what changes, when it changes; a frame is used again for the next but one."""
        frames = cycle([new_frame(*self._setup.size), new_frame(*self._setup.size)])
        veil = self._veil
        seen: object = None
        for span, composition, air in self._parts():
            for tick in range(span.first_tick, span.end_tick):
                drawing = tick // TICKS_PER_DRAWING
                key = (
                    span.first_tick,
                    composition.key(tick - span.first_tick),
                    air and drawing,
                    veil.key(tick),
                )
                if key == seen:
                    continue
                seen = key
                packed, frame = next(frames)
                composition.show(tick - span.first_tick, frame)
                if air:
                    air.lay(frame, drawing)
                veil.lay(tick, frame)
                yield packed, tick

    def _parts(self) -> Iterator[tuple[ShotSpan, Composition, Particles | None]]:
        """The shots, the last of them cut short by the next-episode card."""
        card_tick = max(0, self._end - CARD_TICKS) if self._request.last else self._end
        for span in self.spans:
            if span.first_tick >= card_tick:
                break
            ticks = min(span.end_tick, card_tick) - span.first_tick
            part = ShotSpan(span.index, span.shot, span.first_tick, ticks)
            yield part, compose_shot(self._setup, part), self._air(span.shot)
        if self._request.last:
            part = ShotSpan(len(self.spans), self.spans[-1].shot, card_tick, self._end - card_tick)
            yield part, self._next_card(part), None

    def _air(self, shot: Shot) -> Particles | None:
        """What drifts through a shot; fine motes only where the place itself is looked at."""
        kind = self._setup.scenery.particles
        if kind is None and shot.framing in _LIFELESS and shot.camera is CameraMove.LOCKED:
            # Nothing else would move.
            kind = "dust"
        if kind not in KINDS or (kind in _FINE_MOTES and shot.framing not in _PLACE_FRAMINGS):
            return None
        return particles(kind, *self._setup.size)

    def _next_card(self, span: ShotSpan) -> Composition:
        """The card over the set, which drifts slowly behind it."""
        setup = self._setup
        step = setup.pan_speed
        travel = Travel(tuple(Shift(step * tick // 4, 0) for tick in range(span.ticks)))
        ground = setup.scenery.backdrop(setup.size, travel, aside=0.3, nearness=1.4, blur=4, pace=Pace())
        card = StillPlayer(cards.next_card(self._request, setup.scale), 0, 0)
        return Composition(setup.size, ground, travel, lens=(card,))

    @cached_property
    def _veil(self) -> Veil:
        overlays = [self._caption_overlay()]
        if self._request.first:
            overlays.append(self._title_overlay())
        if self._request.burn_subtitles:
            overlays.extend(self._subtitle_overlays())
        return Veil(overlays, Curtain(self._end, _OPENING_TICKS, _CLOSING_TICKS))

    def _caption_overlay(self) -> Overlay:
        setup = self._setup
        early = (s for s in self.spans if s.first_tick <= _CAPTION_LATEST_TICK)
        first = next((s for s in early if s.shot.framing is Framing.ESTABLISHING), self.spans[0])
        begin = first.first_tick + _CAPTION_DELAY
        if self._request.first:
            begin = max(begin, CARD_TICKS + 2)
        sprite = cards.caption(self._request, setup.scenery.palette, setup.scale)
        end = begin + _CAPTION_TICKS
        return Overlay(sprite, setup.px(104), setup.px(104), begin, end, fade_ticks=10, slide=setup.px(18))

    def _title_overlay(self) -> Overlay:
        setup = self._setup
        over_place = self.spans[0].shot.framing in _PLACE_FRAMINGS
        sprite = cards.title_card(self._request, setup.scale)
        y = setup.px(360 if over_place else 560)
        return Overlay(sprite, 0, y, 4, CARD_TICKS, fade_ticks=12, slide=setup.px(30))

    def _subtitle_overlays(self) -> Iterator[Overlay]:
        setup = self._setup
        lines = sorted(setup.lines, key=lambda line: line.start_seconds)
        starts = [ticks_of(line.start_seconds) for line in lines] + [self._end]
        for index, line in enumerate(lines):
            end = min(ticks_of(line.end_seconds) + FPS // 3, starts[index + 1], self._end)
            sprite = cards.subtitle(line, setup.scale)
            yield Overlay(sprite, setup.px(640), setup.px(664), starts[index], max(end, starts[index] + 1))

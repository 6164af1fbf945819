"""Actors in a composition: a person's performance turned into placed sprites, drawing by drawing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace

from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.animatic.composition import Placed
from anigen_assets.studio.animatic.figures.acting import Pose
from anigen_assets.studio.animatic.performance import Moment
from anigen_assets.studio.animatic.portraits import Portrait
from anigen_assets.studio.animatic.sprite import Sprite
from anigen_assets.studio.animatic.standing import WALK_DRAWINGS, Standing

_NOD_UNITS = 2.4
_SWAY_UNITS = 1.2


@dataclass(frozen=True, eq=False)
class BustPlayer:
    """A bust that breathes, blinks, nods, tilts its head and speaks.

    Attributes:
        portrait: Whom and how large.
        x: Column of the head's centre.
        y: Row of the head's centre, breathed out.
        moments: One a drawing, from the shot's start.
        near: So near that eyes on the way from closed to open are seen.
    """

    portrait: Portrait
    x: int
    y: int
    moments: Sequence[Moment]
    near: bool = False
    _known: dict[Moment, tuple[Placed, ...]] = field(default_factory=dict)

    def state(self, drawing: int) -> Moment:
        """How the person is seen to be."""
        moment = self.moments[drawing]
        return moment if self.near or moment.eyes != "half" else replace(moment, eyes="open")

    def placed(self, drawing: int) -> tuple[Placed, ...]:
        """Back hair, body and head."""
        moment = self.state(drawing)
        known = self._known.get(moment)
        if known is None:
            known = self._known[moment] = self._put(moment)
        return known

    def _put(self, moment: Moment) -> tuple[Placed, ...]:
        portrait = self.portrait
        y = self.y - portrait.lift_px(moment.breath) + round(_NOD_UNITS * moment.nod * portrait.scale)
        return (
            Placed(portrait.back_hair(moment.tilt), self.x, y),
            Placed(portrait.body(moment.breath), self.x, self.y),
            Placed(portrait.head(moment.emotion, moment.tilt, moment.mouth, moment.eyes), self.x, y),
        )


@dataclass(frozen=True)
class StillPlayer:
    """One sprite that stays as it is."""

    sprite: Sprite
    x: int
    y: int

    def state(self, drawing: int) -> Hashable:
        """Always the same."""
        return None

    def placed(self, drawing: int) -> tuple[Placed, ...]:
        """The sprite."""
        return (Placed(self.sprite, self.x, self.y),)


@dataclass(frozen=True)
class Flicker:
    """Sprites that take turns for a while: speed lines.

    Attributes:
        sprites: Shown one after the other.
        begin: First drawing of the shot that shows one.
        end: First drawing after that which shows none.
    """

    sprites: tuple[Sprite, ...]
    begin: int
    end: int

    def state(self, drawing: int) -> int | None:
        """Which sprite is shown."""
        return drawing // 2 % len(self.sprites) if self.begin <= drawing < self.end else None

    def placed(self, drawing: int) -> tuple[Placed, ...]:
        """A sprite, or nothing that can be seen."""
        state = self.state(drawing)
        if state is None:
            return (Placed(Sprite.clear(), 0, 0, 0),)
        return (Placed(self.sprites[state], 0, 0),)


@dataclass(frozen=True)
class SwayPlayer:
    """One sprite that only breathes: a back in the foreground.

    Attributes:
        scale: Pixels per bust unit.
    """

    sprite: Sprite
    x: int
    y: int
    moments: Sequence[Moment]
    scale: float

    def state(self, drawing: int) -> Hashable:
        """The breath."""
        return self.moments[drawing].breath

    def placed(self, drawing: int) -> tuple[Placed, ...]:
        """The sprite, a little higher with every step of the breath."""
        lift = round(_SWAY_UNITS * self.scale * self.moments[drawing].breath)
        return (Placed(self.sprite, self.x, self.y - lift),)


@dataclass(frozen=True, eq=False)
class StandingPlayer:
    """A full figure that breathes and speaks, after walking in if it has to.

    Attributes:
        standing: Whom and how large.
        pose: Once it stands.
        x: Column between its feet once it stands.
        y: Row of the floor.
        moments: One a drawing, from the shot's start.
        walk: Columns it walks, one a drawing, ending at `x`; empty when it stands from the start.
    """

    standing: Standing
    pose: Pose
    x: int
    y: int
    moments: Sequence[Moment]
    walk: tuple[int, ...] = ()
    _known: dict[tuple[Emotion, int, int], Sprite] = field(default_factory=dict)

    def state(self, drawing: int) -> tuple[Emotion, int, int]:
        """How the figure feels, and whether it speaks and has breathed in; or where it walks."""
        moment = self.moments[drawing]
        if drawing < len(self.walk):
            return moment.emotion, -1, drawing
        # At this size only whether the mouth is open can be seen.
        return moment.emotion, 2 if moment.mouth >= 2 else 0, 1 if moment.breath else 0

    def placed(self, drawing: int) -> tuple[Placed, ...]:
        """Its shadow and the figure."""
        state = self.state(drawing)
        shadow = self.standing.shadow()
        if drawing < len(self.walk):
            x, step = self.walk[drawing], self.standing.walking(drawing % WALK_DRAWINGS, state[0])
            return Placed(shadow, x, self.y), Placed(step, x, self.y)
        sprite = self._known.get(state)
        if sprite is None:
            sprite = self._known[state] = self.standing.posed(self.pose, *state)
        return Placed(shadow, self.x, self.y), Placed(sprite, self.x, self.y)

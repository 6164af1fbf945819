"""People near the camera before a set out of focus: medium shots, two-shots and close-ups."""

from __future__ import annotations

from anigen_assets.story.vocabulary import Emotion
from anigen_assets.studio.animatic.composition import Actor, Composition
from anigen_assets.studio.animatic.effects import speed_lines
from anigen_assets.studio.animatic.figures import stature
from anigen_assets.studio.animatic.players import BustPlayer, Flicker
from anigen_assets.studio.animatic.portraits import Portrait
from anigen_assets.studio.animatic.setup import Setup
from anigen_assets.studio.animatic.timing import DRAWINGS_PER_SECOND, ShotSpan

MEDIUM_SCALE = 1.0
"""Pixels per bust unit at 720 rows, of a figure that is seen to the waist."""
CLOSE_SCALE = 1.56
_MEDIUM_Y = 300.0
_CLOSE_Y = 372.0
_LOOK_ROOM = 74.0
_LOWER_SHARE, _MOST_LOWER = 0.8, 120.0
"""How much lower a shorter person's head is beside a taller one's, and at most."""
_LINE_DRAWINGS = 16
_STARTLING = frozenset({Emotion.SURPRISED, Emotion.ANGRY, Emotion.AFRAID})


def bust(
    setup: Setup, span: ShotSpan, person: str, x: float, y: float, scale: float, turn: float
) -> BustPlayer:
    """A person's bust with the head's centre at (x, y) in design units."""
    portrait = Portrait(
        look=setup.request.cast[person].look,
        palette=setup.scenery.palette,
        turn=round(turn, 2),
        scale=scale * setup.scale,
        lowest=round((720 + setup.room_below(span) - y) / scale) + 2,
    )
    near = scale >= CLOSE_SCALE
    return BustPlayer(portrait, setup.px(x), setup.px(y), setup.moments(person, span), near)


def compose_medium(setup: Setup, span: ShotSpan) -> Composition:
    """Composes one figure to the waist."""
    person = setup.staging.people(span.shot)[0]
    side, turn = setup.staging.side(person), setup.staging.turn(person)
    player = bust(setup, span, person, 640 + side * _LOOK_ROOM, _MEDIUM_Y, MEDIUM_SCALE, turn)
    return compose_people(setup, span, (player,), aside=0.55 * side, nearness=1.3, blur=3, centre_y=0.4)


def compose_two_shot(setup: Setup, span: ShotSpan) -> Composition:
    """Composes two figures who talk."""
    marks = setup.staging.marks(setup.staging.people(span.shot))
    heights = {mark.person: stature(setup.request.cast[mark.person].look) for mark in marks}
    players = []
    for mark in marks:
        shorter = max(heights.values()) - heights[mark.person]
        y = _MEDIUM_Y + min(_MOST_LOWER, _LOWER_SHARE * shorter)
        players.append(bust(setup, span, mark.person, mark.across * 1280, y, MEDIUM_SCALE, mark.turn))
    return compose_people(setup, span, tuple(players), aside=0.0, nearness=1.18, blur=3, centre_y=0.4)


def compose_close_up(setup: Setup, span: ShotSpan) -> Composition:
    """Composes one face, with speed lines when something startling is said."""
    person = setup.staging.people(span.shot)[0]
    side, turn = setup.staging.side(person), setup.staging.turn(person)
    player = bust(setup, span, person, 640 + side * _LOOK_ROOM * 0.7, _CLOSE_Y, CLOSE_SCALE, turn)
    lens = startle(setup, span, person)
    return compose_people(
        setup, span, (player,), aside=0.8 * side, nearness=1.9, blur=8, centre_y=0.5, lens=lens
    )


def compose_people(
    setup: Setup,
    span: ShotSpan,
    actors: tuple[Actor, ...],
    *,
    aside: float,
    nearness: float,
    blur: int,
    centre_y: float,
    lens: tuple[Actor, ...] = (),
) -> Composition:
    """Composes actors before the set out of focus.

    Args:
        setup: The scene.
        span: The shot.
        actors: Back to front.
        aside: -1 has the left of the set behind them, 1 its right.
        nearness: How much the set is enlarged.
        blur: How much it is out of focus.
        centre_y: Share of the height that keeps its place in a zoom.
        lens: Actors that stay with the frame.
    """
    travel = setup.travel(span, ends_still=True)
    ground = setup.scenery.backdrop(setup.size, travel, aside=aside, nearness=nearness, blur=blur)
    camera = setup.zoom(span, down=centre_y) or travel
    return Composition(setup.size, ground, camera, actors=actors, lens=lens)


def startle(setup: Setup, span: ShotSpan, person: str) -> tuple[Actor, ...]:
    """Speed lines for the first moments of a startling line that a person says in this shot."""
    for index, line in enumerate(setup.lines):
        emotion = setup.request.scene.dialogue[index].emotion
        begin = round(line.start_seconds * DRAWINGS_PER_SECOND) - span.first_drawing
        if line.speaker_id == person and emotion in _STARTLING and 0 <= begin < span.drawings:
            sprites = speed_lines(setup.size, dark=emotion is not Emotion.SURPRISED)
            return (Flicker(sprites, begin, begin + _LINE_DRAWINGS),)
    return ()

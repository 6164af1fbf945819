"""Shots and lines: who is in frame, and which words are spoken when."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.continuity.contexts import Complaint, SceneContext
from anigen_assets.story.continuity.registry import Example, scene_rule
from anigen_assets.story.plan import DialogueLine
from anigen_assets.story.vocabulary import Emotion

MOST_CHARACTERS_A_SECOND = 25
"""Spoken faster, a line can be neither said nor read: about 300 words a minute."""

_LONG = DialogueLine(speaker="aoi", text="I saw it, " * 15 + "truly.", emotion=Emotion.AFRAID)


@scene_rule(
    "speaker-not-in-cast",
    "In {here}, {who} speaks, but is not in the scene's cast.",
    wrong=Example(
        "Ren speaks in scene 2, whose cast is Aoi.", lambda s: s.scene(2, cast=("aoi",)).framed(2, "aoi")
    ),
    right=Example("Aoi speaks in scene 2, whose cast is Aoi.", lambda s: s.cast(2, "aoi")),
)
def speaker_not_in_cast(scene: SceneContext) -> Iterator[Complaint]:
    """Who speaks is in the cast."""
    for who, roles in scene.roles.items():
        if roles.speaks and not roles.cast and scene.present(who):
            said = next(line.text for line in scene.scene.dialogue if line.speaker == who)
            name = scene.label(who)
            yield scene.complaint(f"{name}: {said}", who=name)


@scene_rule(
    "subject-not-in-cast",
    "In {here}, {who} is in frame, but not in the scene's cast.",
    wrong=Example(
        "Mika is in frame in scene 2 with Aoi and Ren.", lambda s: s.shot(2, 1, subjects=("mika",))
    ),
    right=Example("Ren is in frame in scene 2 with Aoi and Ren.", lambda s: s.shot(2, 1, subjects=("ren",))),
)
def subject_not_in_cast(scene: SceneContext) -> Iterator[Complaint]:
    """Who is in frame is in the cast."""
    for who, roles in scene.roles.items():
        if roles.seen and not roles.cast and not roles.speaks and scene.present(who):
            action = next(shot.action for shot in scene.scene.shots if who in shot.subjects)
            yield scene.complaint(f"in frame: {action}", who=scene.label(who))


@scene_rule(
    "line-unknown",
    "Shot {shot} of {here} has line {line}, and the scene's lines are {lines}.",
    wrong=Example("A shot of scene 2 has line 2 of lines 0 and 1.", lambda s: s.shot(2, 3, lines=(2,))),
    right=Example("The shots of scene 2 have lines 0 and 1.", lambda s: s),
)
def line_unknown(scene: SceneContext) -> Iterator[Complaint]:
    """A shot's lines are indexes into the scene's dialogue, from 0."""
    count = len(scene.scene.dialogue)
    for number, shot in enumerate(scene.scene.shots, start=1):
        for line in shot.lines:
            if not 0 <= line < count:
                lines = f"0 to {count - 1}" if count else "none"
                yield scene.complaint(f"line {line} in shot {number}", shot=number, line=line, lines=lines)


@scene_rule(
    "line-twice",
    "Line {line} of {here} is spoken in shot {first} and again in shot {shot}.",
    wrong=Example("Line 0 of scene 2 is spoken in shots 1 and 4.", lambda s: s.shot(2, 3, lines=(0,))),
    right=Example(
        "Line 0 of scene 2 is spoken in shot 4.", lambda s: s.shot(2, 0, lines=()).shot(2, 3, lines=(0,))
    ),
)
def line_twice(scene: SceneContext) -> Iterator[Complaint]:
    """A line is spoken once."""
    spoken: dict[int, int] = {}
    for number, shot in enumerate(scene.scene.shots, start=1):
        for line in shot.lines:
            first = spoken.setdefault(line, number)
            if first != number or shot.lines.count(line) > 1:
                yield scene.complaint(
                    f"line {line} in shots {first} and {number}", line=line, first=first, shot=number
                )
                break


@scene_rule(
    "line-too-long",
    "The lines of shot {shot} of {here} have {count} characters, and its {seconds} s have room for {room}.",
    wrong=Example(
        "A line of 156 characters is spoken in a shot of 6 s.",
        lambda s: (
            s.scene(2, dialogue=(_LONG,)).shot(2, 0, lines=()).shot(2, 1, lines=()).shot(2, 3, lines=(0,))
        ),
    ),
    right=Example(
        "A line of 156 characters is spoken in a shot of 8 s.",
        lambda s: s.scene(2, dialogue=(_LONG,)).shot(2, 1, lines=()),
    ),
)
def line_too_long(scene: SceneContext) -> Iterator[Complaint]:
    """What is said in a shot can be said, and read, while it lasts."""
    dialogue = scene.scene.dialogue
    for number, shot in enumerate(scene.scene.shots, start=1):
        count = sum(len(dialogue[line].text) for line in set(shot.lines) if 0 <= line < len(dialogue))
        room = shot.duration_seconds * MOST_CHARACTERS_A_SECOND
        if count > room:
            seconds = shot.duration_seconds
            yield scene.complaint(
                f"{count} characters in {seconds} s", shot=number, count=count, seconds=seconds, room=room
            )

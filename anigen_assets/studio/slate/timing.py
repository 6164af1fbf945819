"""When the lines of a slate would be spoken: spread evenly, long enough to be read."""

from __future__ import annotations

from anigen_assets.errors import StudioError
from anigen_assets.studio.ports import SceneRequest, SpokenLine

_EDGE_SECONDS = 1.0
_GAP_SECONDS = 0.25
_LONGEST_SECONDS = 5.0


def time_lines(request: SceneRequest) -> tuple[SpokenLine, ...]:
    """The dialogue at even distances in the scene, never overlapping.

    Raises:
        StudioError: Somebody speaks who is not in the request's cast.
    """
    dialogue = request.scene.dialogue
    if not dialogue:
        return ()
    step = (request.seconds - 2 * _EDGE_SECONDS) / len(dialogue)
    length = min(_LONGEST_SECONDS, step - _GAP_SECONDS)
    spoken = []
    for index, line in enumerate(dialogue):
        face = request.cast.get(line.speaker)
        if face is None:
            raise StudioError(
                f"'{line.speaker}' speaks in scene {request.scene.slot} but is not in its cast."
            )
        start = _EDGE_SECONDS + index * step
        spoken.append(SpokenLine(face.id, face.name, line.text, round(start, 3), round(start + length, 3)))
    return tuple(spoken)

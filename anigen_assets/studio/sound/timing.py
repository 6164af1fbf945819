"""When each line of a scene is heard: inside its shot, clear of the cards, never over another line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from anigen_assets.errors import StudioError
from anigen_assets.story.plan import DialogueLine
from anigen_assets.studio.ports import CastFace, SceneRequest, SpokenLine
from anigen_assets.studio.sound.beats import Utterance, utter

CARD_SECONDS: Final = 3.0
"""The title card opens the first scene, the next-episode card closes the last one."""

_EDGE_SECONDS: Final = 0.30  # no line touches the scene's start or end
_LEAD_SECONDS: Final = 0.25  # from a cut to the first word
_TAIL_SECONDS: Final = 0.10  # from the last word to the cut
_GAP_SECONDS: Final = 0.24  # between two lines
_TIGHT_GAP_SECONDS: Final = 0.12
_QUICKEST: Final = 1.30  # how much faster than natural a line may be spoken to fit its shot
_SLOWEST: Final = 1.60  # and how much slower, so that its subtitle can be read
_READING_PACE: Final = 17.0  # characters a second that viewers read with ease

Span = tuple[float, float]


@dataclass(frozen=True)
class _Length:
    """How long a line likes to be, and how short it may become, in seconds."""

    wanted: float
    least: float


@dataclass(frozen=True)
class PlacedLine:
    """A line of dialogue with its time in the scene and the timing of its syllables."""

    dialogue: DialogueLine
    face: CastFace
    utterance: Utterance
    start_seconds: float

    @property
    def end_seconds(self) -> float:
        """From the scene's start."""
        return self.start_seconds + self.utterance.seconds

    @property
    def spoken(self) -> SpokenLine:
        """What other parts need to know."""
        return SpokenLine(
            speaker_id=self.dialogue.speaker,
            speaker_name=self.face.name,
            text=self.dialogue.text,
            start_seconds=round(self.start_seconds, 4),
            end_seconds=round(self.end_seconds, 4),
        )


def time_lines(request: SceneRequest) -> tuple[SpokenLine, ...]:
    """When each line is heard, in the order of the scene's dialogue; cheap, nothing is synthesised.

    Raises:
        StudioError: When somebody speaks who is not in the request's cast.
    """
    return tuple(line.spoken for line in place_lines(request))


def place_lines(request: SceneRequest) -> tuple[PlacedLine, ...]:
    """The lines with their syllables, in the order of the scene's dialogue.

    Raises:
        StudioError: When somebody speaks who is not in the request's cast.
    """
    dialogue = request.scene.dialogue
    faces = [_face(request, line) for line in dialogue]
    natural = [
        utter(line.text, face.voice.pace, line.emotion) for line, face in zip(dialogue, faces, strict=True)
    ]
    lengths = [_length(line.text, said.seconds) for line, said in zip(dialogue, natural, strict=True)]
    shots = _shot_spans(request)
    windows = _windows(request)
    homes = _homes(request, shots, windows[0], [length.wanted for length in lengths])
    order = sorted(range(len(dialogue)), key=lambda line: homes[line])
    timed = _schedule([lengths[i] for i in order], [shots[homes[i][0]] for i in order], windows)
    spans = dict(zip(order, timed, strict=True))
    return tuple(
        PlacedLine(line, faces[i], natural[i].squeezed(spans[i][1] - spans[i][0]), spans[i][0])
        for i, line in enumerate(dialogue)
    )


def _face(request: SceneRequest, line: DialogueLine) -> CastFace:
    face = request.cast.get(line.speaker)
    if face is None:
        raise StudioError(f"'{line.speaker}' speaks in scene {request.scene.slot} but is not in its cast.")
    return face


def _length(text: str, natural_seconds: float) -> _Length:
    readable = min(len(text) / _READING_PACE, natural_seconds * _SLOWEST)
    return _Length(wanted=max(natural_seconds, readable), least=natural_seconds / _QUICKEST)


def _shot_spans(request: SceneRequest) -> list[Span]:
    spans: list[Span] = []
    at = 0.0
    for shot in request.scene.shots:
        end = min(at + shot.duration_seconds, float(request.seconds))
        spans.append((min(at, end), end))
        at = end
    return spans


def _windows(request: SceneRequest) -> tuple[Span, Span]:
    """Where lines may be heard: preferably clear of the cards, at the worst in the whole scene."""
    whole = (_EDGE_SECONDS, request.seconds - _EDGE_SECONDS)
    clear = (
        CARD_SECONDS + _LEAD_SECONDS if request.first else whole[0],
        request.seconds - CARD_SECONDS - _LEAD_SECONDS if request.last else whole[1],
    )
    return clear, whole


def _homes(
    request: SceneRequest, shots: list[Span], window: Span, lengths: list[float]
) -> list[tuple[int, int]]:
    """For each line its shot and its position there; a line no shot names gets the first one with room."""
    homes: dict[int, int] = {}
    for number, shot in enumerate(request.scene.shots):
        for line in shot.lines:
            if 0 <= line < len(lengths):
                homes.setdefault(line, number)
    room = [min(end, window[1]) - max(start, window[0]) - _LEAD_SECONDS for start, end in shots]
    for line, number in homes.items():
        room[number] -= lengths[line] + _GAP_SECONDS
    for line in range(len(lengths)):
        if line not in homes:
            # Not before the line it answers and not after the one that answers it.
            first = max((homes[earlier] for earlier in range(line) if earlier in homes), default=0)
            later = (homes[other] for other in range(line + 1, len(lengths)) if other in homes)
            between = range(first, max(first, min(later, default=len(shots) - 1)) + 1)
            fitting = (number for number in between if room[number] >= lengths[line])
            homes[line] = next(fitting, max(between, key=lambda number: (room[number], -number)))
            room[homes[line]] -= lengths[line] + _GAP_SECONDS
    return [(homes[line], line) for line in range(len(lengths))]


def _schedule(lengths: list[_Length], homes: list[Span], windows: tuple[Span, Span]) -> list[Span]:
    """(start, end) of lines that are heard in the given order."""
    if not lengths:
        return []
    gaps = _TIGHT_GAP_SECONDS * (len(lengths) - 1)
    least = [length.least for length in lengths]
    for window in windows:
        spans = _shot_by_shot(lengths, homes, window)
        if spans[-1][1] <= window[1]:
            return spans
        for seconds in ([end - start for start, end in spans], least):
            if sum(seconds) + gaps <= window[1] - window[0]:
                return _packed(seconds, homes, window)
    start, end = windows[1]
    factor = (end - start - gaps) / sum(least)
    return _packed([seconds * factor for seconds in least], homes, windows[1])


def _shot_by_shot(lengths: list[_Length], homes: list[Span], window: Span) -> list[Span]:
    """Every line in its shot at an unhurried pace if there is room, running on into the next if not."""
    spans: list[Span] = []
    free_from = window[0]
    while len(spans) < len(lengths):
        home = homes[len(spans)]
        members = lengths[len(spans) : len(spans) + homes[len(spans) :].count(home)]
        wanted, least = sum(line.wanted for line in members), sum(line.least for line in members)
        at = max(home[0] + _LEAD_SECONDS, free_from)
        room = min(home[1] - _TAIL_SECONDS, window[1]) - at - _GAP_SECONDS * (len(members) - 1)
        # 0 is every line as it likes to be, 1 every line as quick as it may be.
        hurry = min(max((wanted - room) / (wanted - least), 0.0), 1.0)
        slack = max(0.0, room - wanted)
        at += min(0.5, 0.25 * slack)
        for line in members:
            seconds = line.wanted + (line.least - line.wanted) * hurry
            spans.append((at, at + seconds))
            at += seconds + _GAP_SECONDS + min(0.4, 0.2 * slack)
        free_from = spans[-1][1] + _GAP_SECONDS
    return spans


def _packed(lengths: list[float], homes: list[Span], window: Span) -> list[Span]:
    """Lines as near to their shots as a full scene allows; they may begin before their shot does."""
    latest: list[float] = []
    until = window[1]
    for length in reversed(lengths):
        latest.append(until - length)
        until = latest[-1] - _TIGHT_GAP_SECONDS
    latest.reverse()
    spans: list[Span] = []
    free_from = window[0]
    for length, home, deadline in zip(lengths, homes, latest, strict=True):
        start = min(max(free_from, home[0] + _LEAD_SECONDS), deadline)
        spans.append((start, start + length))
        free_from = spans[-1][1] + _TIGHT_GAP_SECONDS
    return spans

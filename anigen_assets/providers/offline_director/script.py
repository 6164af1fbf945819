"""The screenplay notation of storybooks: text in, a Script out.

A scene is written like this:

    @ a cafe | tender | night rain
    What happens, as it is told in the summary.
    a happy: A line.
    ~ gruff: The same line as a gruff person would say it.
    ~ : Another wording for anyone.
    > What a shot without words shows.
    ! warm a b: because of what was shown

The head names places (best first), the mood, and what the words rely on (time of day, weather, `dry`), with
`+c` for somebody who is present and silent. `[one|two]` inside a text is a choice; `{a}` a slot.
"""

from __future__ import annotations

import re

from anigen_assets.providers.offline_director.model import Directive, Script, Turn
from anigen_assets.story.vocabulary import Emotion, Mood

TEMPERS = ("bright", "gruff", "gentle", "formal", "dry", "dreamy")
_LINE = re.compile(rf"([a-z]) ({'|'.join(Emotion)}): (.+)")
_VARIANT = re.compile(rf"~ ?({'|'.join(TEMPERS)})?: (.+)")


class ScriptError(ValueError):
    """A scene is not written as the notation asks."""


def parse_script(text: str) -> Script:
    """Reads one scene.

    Raises:
        ScriptError: With the line that cannot be read.
    """
    head, *body = [line.strip() for line in text.strip().splitlines() if line.strip()]
    places, mood, wants, silent = _head(head)
    tell: list[str] = []
    turns: list[Turn] = []
    views: list[str] = []
    directives: list[Directive] = []
    for line in body:
        if spoken := _LINE.fullmatch(line):
            turns.append(Turn(spoken[1], Emotion(spoken[2]), ((None, spoken[3]),)))
        elif variant := _VARIANT.fullmatch(line):
            turns[-1] = _with_variant(turns, variant)
        elif line.startswith("> "):
            views.append(line[2:])
        elif line.startswith("! "):
            directives.append(parse_directive(line[2:]))
        elif turns:
            raise ScriptError(f"not a line of dialogue: {line}")
        else:
            tell.append(line)
    if not tell or not turns:
        raise ScriptError(f"a scene needs a telling and dialogue: {head}")
    roles = dict.fromkeys([t.speaker for t in turns] + silent)
    return Script(
        places, mood, wants, tuple(roles), " ".join(tell), tuple(turns), tuple(views), tuple(directives)
    )


def parse_directive(text: str) -> Directive:
    """Reads `verb words: text`."""
    head, _, tail = text.partition(":")
    verb, *words = head.split()
    return Directive(verb, tuple(words), tail.strip().strip('"'))


def _head(line: str) -> tuple[tuple[str, ...], Mood, frozenset[str], list[str]]:
    if not line.startswith("@"):
        raise ScriptError(f"a scene begins with '@ places | mood | wants': {line}")
    parts = [part.strip() for part in line[1:].split("|")]
    if len(parts) < 2 or parts[1] not in tuple(Mood):
        raise ScriptError(f"a scene's head has no known mood: {line}")
    words = parts[2].split() if len(parts) > 2 else []
    silent = [word[1:] for word in words if word.startswith("+")]
    wants = frozenset(word for word in words if not word.startswith("+"))
    return tuple(parts[0].split()), Mood(parts[1]), wants, silent


def _with_variant(turns: list[Turn], variant: re.Match[str]) -> Turn:
    if not turns:
        raise ScriptError(f"a variant needs a line before it: {variant[0]}")
    last = turns[-1]
    return Turn(last.speaker, last.emotion, (*last.variants, (variant[1], variant[2])))

"""Putting lines into mouths: the wording for the speaker's temper, their own interjections, no contractions for
those who do not contract, and a length that can be spoken in about four seconds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from anigen_assets.providers.offline_director.grammar import stable, walk, wordings
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.words import Words

LINE_CHARACTERS = 72
"""About four seconds at a normal pace."""
_NOT = r"(ca|wo|is|are|was|were|do|does|did|have|has|had|could|would|should|must|need)n't"
_FULL = {"ca": "can", "wo": "will"}
_ASKED = re.compile(rf"\b{_NOT} (I|you|he|she|it|we|they|that|there|anyone|anybody|somebody)\b", re.IGNORECASE)
_PLAIN_NOT = re.compile(rf"\b{_NOT}\b", re.IGNORECASE)
_HAS = re.compile(r"\b(it|that|he|she|what|who|there|here|where|how)'s (been|got|gone|had|come|taken|made|lost|left|never)\b",
                  re.IGNORECASE)  # fmt: skip
_IS = re.compile(r"\b(it|that|he|she|what|who|there|here|where|how|everything|nobody|nothing)'s\b", re.IGNORECASE)
_HAD = re.compile(r"\b(I|you|he|she|we|they)'d (better|been|had|never|always)\b", re.IGNORECASE)
_REST = (("'m", " am"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"))
_PRONOUN = r"\b(I|you|he|she|it|we|they|that|there|who|this)"


def expanded(text: str) -> str:
    """A line without contractions: `Isn't it late? I'm off` becomes `Is it not late? I am off`."""
    text = text.replace("’", "'")
    text = _ASKED.sub(lambda m: f"{_full(m[1])} {m[2]} not", text)
    text = _PLAIN_NOT.sub(lambda m: "cannot" if m[1] == "ca" else "Cannot" if m[1] == "Ca" else f"{_full(m[1])} not", text)
    text = _HAS.sub(lambda m: f"{m[1]} has {m[2]}", text)
    text = re.sub(r"\b([Ll])et's\b", r"\1et us", text)
    text = _IS.sub(lambda m: f"{m[1]} is", text)
    text = _HAD.sub(lambda m: f"{m[1]} had {m[2]}", text)
    for short, full in _REST:
        text = re.sub(f"{_PRONOUN}{short}\\b", rf"\1{full}", text, flags=re.IGNORECASE)
    return text


def spoken(
    words: Words, speaker: Person, variants: Sequence[tuple[str | None, str]], salt: str, avoid: Collection[str]
) -> str | None:
    """A line as the speaker says it, or None when no wording fits.

    Args:
        variants: (temper or None, text).
        salt: Names the line.
        avoid: Lines that were said lately or in this episode.
    """
    own = [text for temper, text in variants if temper == speaker.temper]
    common = [text for temper, text in variants if temper is None]
    options = [(text, step) for text in own + common for step in range(wordings(text))]
    mouth = words.by(speaker)
    shortest: str | None = None
    repeated: str | None = None
    for tried in range(len(options)):
        # What is in character comes first; each time the unit is told again, the next wording does.
        text, step = options[(words.part.turn + tried) % len(options)]
        line = mouth.wording(text, walk(stable(words.world.slug, salt, text), step, wordings(text)))
        if line is None:
            continue
        line = line if speaker.manner.contractions else expanded(line)
        if line in avoid:
            repeated = repeated or line
        elif len(line) <= LINE_CHARACTERS:
            return _exclaimed(line, words, speaker, salt, avoid)
        elif shortest is None or len(line) < len(shortest):
            shortest = line
    return shortest or repeated


def _exclaimed(line: str, words: Words, speaker: Person, salt: str, avoid: Collection[str]) -> str:
    """Now and then a line begins with what this person always says."""
    exclaims = speaker.manner.exclaims
    chance = stable(words.world.slug, words.world.number, words.part.unit.id, salt, speaker.id) % 100
    if not exclaims or chance >= 9 or _has_opening(line):
        return line
    said = exclaims[walk(stable(speaker.id), words.world.number, len(exclaims))]
    # A comma leads on; only words that are never names may lose their capital.
    longer = f"{said} {line}" if said.endswith((".", "!", "?")) else f"{said} {_led_on(line)}"
    return longer if len(longer) <= LINE_CHARACTERS and longer not in avoid else line


def _led_on(line: str) -> str:
    first = line.split(" ", 1)[0]
    lowered = {"The", "A", "An", "It", "That", "This", "There", "He", "She", "We", "They", "You", "My", "Your", "One"}
    return line[:1].lower() + line[1:] if first in lowered else line


def _has_opening(line: str) -> bool:
    return bool(re.match(r"(\w+[.!?,]|[“\"…])", line)) or len(line) < 14


def _full(stem: str) -> str:
    low = _FULL.get(stem.lower(), stem.lower())
    return low.capitalize() if stem[:1].isupper() else low

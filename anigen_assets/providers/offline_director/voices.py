"""Putting lines into mouths: a wording that suits the speaker, and a length that can be spoken in about four seconds.

Tempers choose between wordings; some people have openings of their own, and some never contract.
"""

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
_ASKED = re.compile(
    rf"(^|[.?!,;:] |\b(?:why|how|what|who|where) ){_NOT} (I|you|he|she|it|we|they|that|there|anyone|anybody)\b",
    re.IGNORECASE,
)
_PLAIN_NOT = re.compile(rf"\b{_NOT}\b", re.IGNORECASE)
_HAS = re.compile(
    r"\b(it|that|he|she|what|who|there|here|where|how)'s (been|got|gone|had|come|taken|made|lost|left|never)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(it|that|he|she|what|who|there|here|where|how|everything|nobody|nothing)'s\b", re.IGNORECASE
)
_HAD = re.compile(r"\b(I|you|he|she|we|they)'d (better|been|had|never|always)\b", re.IGNORECASE)
_REST = (("'m", " am"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"))
_PRONOUN = r"\b(I|you|he|she|it|we|they|that|there|who|this)"


def expanded(text: str) -> str:
    """A line without contractions: `Isn't it late? I'm off` becomes `Is it not late? I am off`."""
    text = text.replace("’", "'")
    text = _ASKED.sub(lambda m: f"{m[1]}{_full(m[2])} {m[3]} not", text)
    text = _PLAIN_NOT.sub(
        lambda m: "cannot" if m[1] == "ca" else "Cannot" if m[1] == "Ca" else f"{_full(m[1])} not", text
    )
    text = _HAS.sub(lambda m: f"{m[1]} has {m[2]}", text)
    text = re.sub(r"\b([Ll])et's\b", r"\1et us", text)
    text = _IS.sub(lambda m: f"{m[1]} is", text)
    text = _HAD.sub(lambda m: f"{m[1]} had {m[2]}", text)
    for short, full in _REST:
        text = re.sub(f"{_PRONOUN}{short}\\b", rf"\1{full}", text, flags=re.IGNORECASE)
    return text


def spoken(
    words: Words,
    speaker: Person,
    listener: Person | None,
    variants: Sequence[tuple[str | None, str]],
    salt: str,
    avoid: Collection[str],
) -> str | None:
    """A line as the speaker says it, or None when no wording fits.

    What is in character comes first; each time the unit is told again the next wording does, and when all have
    been used, they are turned a little.

    Args:
        listener: Who is spoken to, when there is somebody.
        variants: (temper or None, text).
        salt: Names the line.
        avoid: Lines that were said lately or in this episode.
    """
    own = [text for temper, text in variants if temper == speaker.temper]
    common = [text for temper, text in variants if temper is None]
    options = [(text, step) for text in own + common for step in range(wordings(text))]
    mouth = words.by(speaker)
    spare: str | None = None
    for tried in range(len(options) * (len(_TURNS) + 1)):
        rounds, index = divmod(words.part.turn + tried, len(options))
        text, step = options[index]
        line = mouth.wording(text, step)
        if line is None:
            continue
        line = line if speaker.manner.contractions else expanded(line)
        plain = line
        if rounds:
            line = _turned(line, rounds + stable(salt), mouth, listener)
        elif _is_emphatic(mouth, salt):
            line = _within(_opened(line, "", _opening(speaker, mouth)), line)
        if line not in avoid and len(line) <= LINE_CHARACTERS and not (rounds and line == plain):
            return line
        spare = line if spare is None or len(line) < len(spare) else spare
    return spare


def _turned(line: str, way: int, mouth: Words, listener: Person | None) -> str:
    """A line that was said before, with the listener's name in it or with the speaker's own opening."""
    name = mouth.resolve_name(listener) if listener else ""
    if name and name.casefold() in line.casefold():
        name = ""
    opening = _opening(mouth.speaker, mouth) if mouth.speaker else ""
    return _within(_TURNS[way % len(_TURNS)](line, name, opening), line)


def _within(longer: str, line: str) -> str:
    return longer if len(longer) <= LINE_CHARACTERS else line


def _opening(speaker: Person, words: Words) -> str:
    """What this person begins sentences with."""
    own = speaker.manner.exclaims or words.world.lexicon.get(f"opening_{speaker.temper}", ())
    return own[walk(stable(speaker.id), words.world.number, len(own))] if own else ""


def _named_last(line: str, name: str, opening: str) -> str:
    match = re.fullmatch(r"(.*[\w'])([.?!])", line)
    return f"{match[1]}, {name}{match[2]}" if match and name else _opened(line, name, opening)


def _named_first(line: str, name: str, opening: str) -> str:
    return f"{name}. {line}" if name and line[:1] not in ".…“" else _opened(line, name, opening)


def _opened(line: str, name: str, opening: str) -> str:
    if not opening or _has_opening(line):
        return line
    # A comma leads on; only words that are never names may lose their capital.
    return f"{opening} {line}" if opening.endswith((".", "!", "?")) else f"{opening} {_led_on(line)}"


_TURNS = (_named_last, _opened, _named_first)


def _is_emphatic(words: Words, salt: str) -> bool:
    """Now and then, and only for those who have such habits."""
    speaker = words.speaker
    chance = stable(words.world.slug, words.world.number, words.part.unit.id, salt) % 100
    return chance < 9 and (speaker is None or bool(speaker.manner.exclaims))


def _led_on(line: str) -> str:
    first = line.split(" ", 1)[0]
    lowered = {
        "The",
        "A",
        "An",
        "It",
        "That",
        "This",
        "There",
        "He",
        "She",
        "We",
        "They",
        "You",
        "My",
        "Your",
        "One",
    }
    return line[:1].lower() + line[1:] if first in lowered else line


def _has_opening(line: str) -> bool:
    return bool(re.match(r"(\w+[.!?,]|[“\"…])", line)) or len(line) < 14


def _full(stem: str) -> str:
    low = _FULL.get(stem.lower(), stem.lower())
    return low.capitalize() if stem[:1].isupper() else low

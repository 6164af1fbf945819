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
    r"\b(it|that|he|she|what|who|there|here|where|how|somebody|nobody|everybody)'s "
    r"(been|got|gone|had|come|taken|made|lost|left|never)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(it|that|he|she|what|who|there|here|where|how|everything|nobody|nothing)'s\b", re.IGNORECASE
)
_HAD = re.compile(
    r"\b(I|you|he|she|we|they|nobody|who)'d (better|been|had|never|always|left|lost|gone|done|seen|taken|given|got|"
    r"known|made|met|told|heard|said|thought|meant|begun|\w{3,}ed)\b",
    re.IGNORECASE,
)
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
    at: int = 0,
) -> str | None:
    """A line as the speaker says it, or None when no wording fits.

    What is in character comes first; each time the unit is told again the next wording does, and when all have
    been used, they are turned a little.

    Args:
        listener: Who is spoken to, when there is somebody.
        variants: (temper or None, text).
        salt: Names the line.
        avoid: Lines that were said lately or in this episode.
        at: Position of the line in its scene.
    """
    own = [text for temper, text in variants if temper == speaker.temper]
    common = [text for temper, text in variants if temper is None]
    options = [(text, step) for text in own + common for step in range(wordings(text))]
    mouth = words.by(speaker)
    spare: str | None = None
    for tried in range(len(options) * 5):
        rounds, index = divmod(words.part.turn + tried, len(options))
        text, step = options[index]
        line = mouth.wording(text, step)
        if line is None:
            continue
        line = line if speaker.manner.contractions else expanded(line)
        plain = line
        stale = rounds > 0 and not _stays(words, salt)
        if stale:
            line = _turned(line, rounds, at, mouth, listener)
        elif not rounds and _is_emphatic(mouth, salt):
            line = _within(_opened(line, "", _opening(speaker, mouth, at)), line)
        if line not in avoid and len(line) <= LINE_CHARACTERS and not (stale and line == plain):
            return line
        spare = line if spare is None or len(line) < len(spare) else spare
    return spare


def _stays(words: Words, salt: str) -> bool:
    """Every so often a line comes back as it was: to be turned each time would be a habit of its own."""
    return (
        words.part.turn < 4 and stable(words.world.slug, words.part.unit.id, salt, words.part.turn) % 40 == 0
    )


def _turned(line: str, rounds: int, at: int, mouth: Words, listener: Person | None) -> str:
    """A line that was said before, with a name, an opening or a tag, such as people add without thinking."""
    name = mouth.resolve_name(listener) if listener else ""
    if name.casefold() in line.casefold():
        name = ""
    speaker = mouth.speaker
    opening = _opening(speaker, mouth, at + rounds) if speaker else ""
    tag = _tag(speaker, mouth, at + rounds) if speaker else ""
    ways = (_opened(line, "", opening), _tagged(line, tag), _named(line, name))
    start = (at + rounds) % len(ways)
    # A name in every line would be heard: it is the last choice for all but one line of a scene.
    last = len(ways) - 1
    order = (
        (*ways[start:], *ways[:start]) if start == last else (*ways[start:last], *ways[:start], ways[last])
    )
    if rounds > 1:
        both = (_opened(_tagged(line, tag), "", opening), _opened(_named(line, name), "", opening))
        order = (*both, *order) if (at + rounds) % 2 else (*order[:1], *both, *order[1:])
    return next((w for w in order if w != line and len(w) <= LINE_CHARACTERS), line)


def _within(longer: str, line: str) -> str:
    return longer if len(longer) <= LINE_CHARACTERS else line


def _opening(speaker: Person, words: Words, at: int) -> str:
    """What this person begins sentences with."""
    own = (*speaker.manner.exclaims, *words.world.lexicon.get(f"opening_{speaker.temper}", ()))
    if not words.part.turn:
        own = speaker.manner.exclaims or own
    return own[walk(stable(speaker.id), words.world.number + at, len(own))] if own else ""


def _tag(speaker: Person, words: Words, at: int) -> str:
    """What this person hangs on to a statement."""
    own = words.world.lexicon.get(f"tag_{speaker.temper}", ())
    return own[walk(stable(speaker.id), words.world.number + at, len(own))] if own else ""


def _named(line: str, name: str) -> str:
    match = re.fullmatch(r"(.*[\w'])([.?!])", line)
    return f"{match[1]}, {name}{match[2]}" if match and name else line


def _tagged(line: str, tag: str) -> str:
    match = re.fullmatch(r"(.*[\w'])\.", line)
    return f"{match[1]}, {tag}." if match and tag and len(line) > 20 else line


def _opened(line: str, name: str, opening: str) -> str:
    if not opening or _has_opening(line):
        return line
    # A comma leads on; only words that are never names may lose their capital.
    return f"{opening} {line}" if opening.endswith((".", "!", "?")) else f"{opening} {_led_on(line)}"


def _is_emphatic(words: Words, salt: str) -> bool:
    """Now and then, and only for those who have such habits."""
    speaker = words.speaker
    chance = stable(words.world.slug, words.world.number, words.part.unit.id, salt) % 100
    return chance < 9 and (speaker is None or bool(speaker.manner.exclaims))


_LEADING = frozenset(
    re.findall(
        r"\S+",
        "The A An It It's That That's This There There's He She He's She's We We're They You You're You've My Your "
        "One What Who Why When Where How Is Are Do Don't Can Could Would Have Not And But So If Then Just Only",
    )
)
"""Words that lose their capital when something leads on to them; none of them is a name."""


def _led_on(line: str) -> str:
    first = line.split(" ", 1)[0].rstrip(",.!?")
    return line[:1].lower() + line[1:] if first in _LEADING else line


def _has_opening(line: str) -> bool:
    return bool(re.match(r"(\w+[.!?,]|…)", line)) or len(line) < 14


def _full(stem: str) -> str:
    low = _FULL.get(stem.lower(), stem.lower())
    return low.capitalize() if stem[:1].isupper() else low

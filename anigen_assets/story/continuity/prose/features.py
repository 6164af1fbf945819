"""Colours that prose gives hair and eyes: before the word, after it, in brackets, by comparison, or put first."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.continuity.prose.colours import COLOUR_WORDS, can_be_called
from anigen_assets.story.continuity.prose.english import FUNCTION
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.look_claim import LookClaim, bearer
from anigen_assets.story.continuity.prose.reading import Statement

CURLS = listed(
    "curls tresses mane ringlets strand strands fringe bangs mop tuft tufts wisp wisps forelock cowlick"
)
GAZES = listed("gaze iris irises pupils stare")
_HAIR_NOT = listed("ribbon ribbons band clip clips tie ties pin pins brush net dryer ornament comb oil slide")
_SHADES = {
    "dark": "dark",
    "deep": "dark",
    "light": "light",
    "pale": "light",
    "bright": "",
    "long": "",
    "short": "",
}
_FEATURES = dict.fromkeys(("eyes", "eye", *GAZES), "eye") | dict.fromkeys(("hair", "locks", *CURLS), "hair")
_HEADS = {"redhead": "red", "redheaded": "red", "brunette": "brunette", "blonde": "blonde"}
_LOOKING = listed("is was are were looks look shines gleams glows seems turned stays remains sparkle")
_OWNERS = ("'s", "his", "her", "your")
_OPENING = listed(", ( : –")
_TERSE = ("note", "prompt", "action")
_ARTICLES = listed("a an the of in")


def hair_and_eyes(statement: Statement) -> Iterator[LookClaim]:
    """Every colour of hair or eyes that a sentence gives somebody known."""
    low = statement.sentence.low
    names = {at for m in statement.of_kind("character") for at in range(m.start, m.end)}
    for at, word in enumerate(low):
        part, _, tail = word.rpartition("-")
        if tail in ("haired", "eyed") and part:
            colour = part.rpartition("-")[2]
            ids = bearer(statement, at, at + 1)
            yield from _coloured(ids, colour, "", "hair" if tail == "haired" else "eye", word)
        if word in _HEADS and low[at + 1 : at + 2] not in (("hair",), ("curls",), ("braid",)):
            yield from _coloured(bearer(statement, at, at + 1), _HEADS[word], "", "hair", word)
        feature = _FEATURES.get(word)
        if feature is None or (at + 1 < len(low) and low[at + 1] in _HAIR_NOT):
            continue
        if _stained(low, at) and not any(w in COLOUR_WORDS for w in low[max(0, at - 4) : at]):
            continue
        begin = at
        while (
            begin > max(0, at - 5)
            and begin - 1 not in names
            and low[begin - 1] not in FUNCTION
            and low[begin - 1] not in (",", ":", "(")
        ):
            begin -= 1
        spoken = (*low[begin:at], *_after(statement, at, begin), *_put_first(low, begin))
        colours = [w for w in spoken if w in COLOUR_WORDS and not (feature == "eye" and w in ("red", "pink"))]
        if colours:
            shade = next((_SHADES[w] for w in spoken if _SHADES.get(w)), "")
            ids = _compared(statement, at) or bearer(statement, begin, at + 1)
            for colour in colours:
                yield from _coloured(ids, colour, shade, feature, f"{colour} {word}")


def _after(statement: Statement, at: int, begin: int) -> tuple[str, ...]:
    """Colours that follow the word: `eyes are green`, `eyes (green)`, `eyes, a deep brown,`, `hair as red as`."""
    low, kind = statement.sentence.low, statement.passage.kind
    after = low[at + 1 : at + 4]
    coloured = any(w in COLOUR_WORDS for w in after[1:3])
    if coloured and "," not in after and (after[0] in _LOOKING or _predicate(low, at + 2)):
        return tuple(w for w in after[1:3] if w in COLOUR_WORDS)
    first = after[:1]
    if first == ("as",) and low[at + 3 : at + 4] == ("as",):
        return low[at + 2 : at + 3]
    if first and first[0] in COLOUR_WORDS and _predicate(low, at + 1):
        owned = begin > 0 and low[begin - 1] in _OWNERS
        return first if owned or kind in _TERSE else ()
    if first and first[0] in _OPENING and not (kind == "prompt" and first == (",",)):
        start = at + 2
        while (
            start < at + 5 and low[start : start + 1] and (low[start] in _ARTICLES or low[start] in _SHADES)
        ):
            start += 1
        said = low[start : start + 1]
        closed = all(w in FUNCTION or w in (",", ")") for w in low[start + 1 : start + 2])
        return low[at + 2 : start + 1] if said and said[0] in COLOUR_WORDS and closed else ()
    return ()


def _put_first(low: tuple[str, ...], begin: int) -> tuple[str, ...]:
    """A colour that the sentence begins with: `Red as ever, Aoi's hair`, `Green are the eyes of Aoi`."""
    if low[0] not in COLOUR_WORDS or begin < 2:
        return ()
    so = (
        low[1:3] in (("as", "ever"), ("as", "always"), ("as", "before")) and low[3:4] == (",",) and begin <= 7
    )
    said = low[1] in ("is", "are", "was", "were") and begin <= 5
    return low[:1] if so or said else ()


def _compared(statement: Statement, at: int) -> tuple[str, ...]:
    """Whose hair it is that other hair is like: `hair as red as Aoi's`."""
    low = statement.sentence.low
    end = at + 4 if low[at + 1 : at + 2] == ("as",) else at + 2
    if low[at + 1 : at + 2] not in (("as",), ("like",)):
        return ()
    people = statement.of_kind("character")
    return next(
        (m.ids for m in people if m.start == end and (m.possessive or low[m.end : m.end + 1] == ("'s",))), ()
    )


def _predicate(low: tuple[str, ...], at: int) -> bool:
    """Whether a colour after a verb belongs to no noun that follows: `her hair stays red throughout`."""
    end = at + 1 if low[at : at + 1] and low[at] in COLOUR_WORDS else at + 2
    return end >= len(low) or low[end] in FUNCTION or low[end] in (",", "again", ")")


def _stained(low: tuple[str, ...], at: int) -> bool:
    """`hair white with flour`, `eyes dark from sleep`."""
    return any(w in ("with", "from") for w in low[at + 2 : at + 4])


def _coloured(ids: tuple[str, ...], colour: str, shade: str, feature: str, said: str) -> Iterator[LookClaim]:
    if ids and colour in COLOUR_WORDS:
        yield LookClaim(
            ids, f"look.{feature}_colour", said, lambda value: can_be_called(value, colour, shade)
        )

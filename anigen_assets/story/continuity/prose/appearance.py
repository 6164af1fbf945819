"""What prose says about looks and ages: hair, eyes, marks on faces, years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from anigen_assets.story.continuity.prose.ages import age_claims
from anigen_assets.story.continuity.prose.colours import COLOUR_WORDS, can_be_called
from anigen_assets.story.continuity.prose.english import FUNCTION, number_of
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.look_claim import LookClaim, bearer, phrase
from anigen_assets.story.continuity.prose.moods import asked
from anigen_assets.story.continuity.prose.reading import Statement

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
_STYLES: dict[str, frozenset[str]] = {
    "ponytail": frozenset(("ponytail",)), "pony-tail": frozenset(("ponytail",)), "braid": frozenset(("braid",)),
    "braids": frozenset(("braid", "twin_tails")), "plait": frozenset(("braid",)), "braided": frozenset(("braid",)),
    "plaits": frozenset(("braid", "twin_tails")), "pigtails": frozenset(("twin_tails", "braid")),
    "twintails": frozenset(("twin_tails",)), "bobbed": frozenset(("bob", "short")), "spiky": frozenset(("spiky",)),
    "spiked": frozenset(("spiky",)), "cropped": frozenset(("short", "spiky", "bob", "swept")),
    "plaited": frozenset(("braid", "twin_tails")),
    "long": frozenset(("long", "twin_tails", "ponytail", "wavy", "braid", "bun")),
    "short": frozenset(("short", "spiky", "bob", "wavy", "swept")),
    "waist-length": frozenset(("long", "braid", "twin_tails", "ponytail", "wavy")),
}  # fmt: skip
_PLAIN_STYLES = listed("ponytail pony-tail braid braids plait plaits pigtails twintails")
_MARKS = {
    "glasses": "glasses", "spectacles": "glasses", "bespectacled": "glasses", "eyeglasses": "glasses",
    "freckles": "freckles", "freckled": "freckles", "scar": "scar", "scarred": "scar", "beard": "beard",
    "bearded": "beard", "moustache": "moustache", "mustache": "moustache", "moustached": "moustache",
    "mole": "mole",
}  # fmt: skip
_CURLS = listed("curls tresses mane ringlets strand strands fringe bangs mop tuft")
_GAZES = listed("gaze iris irises pupils stare")
_TRIGGERS = (
    listed("hair hairs haired locks eyes eye twin years aged age turned")
    | _CURLS
    | _GAZES
    | _PLAIN_STYLES
    | _MARKS.keys()
)
_DRAWN = listed(
    "paints paint carves carve sews sew buys buy glues sculpts painted painting drawn drawing dyed dye "
    "dyes wig doll puppet mask costume disguise disguised statue false fake draws sketches sketch "
    "poster comic mistake mistaken wanted"
)


def look_claims(statement: Statement) -> Iterator[LookClaim]:
    """Everything a sentence says about how somebody known looks."""
    sentence = statement.sentence
    bag = sentence.bag
    prompt = statement.passage.kind == "prompt"
    about = statement.mentions or statement.earlier
    if not (prompt or about) or (not prompt and asked(sentence)) or not _DRAWN.isdisjoint(bag):
        return
    if not _TRIGGERS.isdisjoint(bag) or any(map(_is_feature, sentence.low)):
        yield from _hair_and_eyes(statement)
        yield from _styles_and_marks(statement)
    if any(map(_is_age, sentence.low)):
        yield from age_claims(statement)


@lru_cache(maxsize=16_384)
def _is_feature(word: str) -> bool:
    return word.endswith(("haired", "eyed"))


@lru_cache(maxsize=16_384)
def _is_age(word: str) -> bool:
    return word.endswith("-old") or 4 <= (number_of(word) or 0) <= 110


def _hair_and_eyes(statement: Statement) -> Iterator[LookClaim]:
    low = statement.sentence.low
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
        begin = at
        while (
            begin > 0
            and begin > at - 5
            and low[begin - 1] not in FUNCTION
            and low[begin - 1] not in (",", ":")
        ):
            begin -= 1
        spoken = low[begin:at]
        after = low[at + 1 : at + 4]
        coloured = any(w in COLOUR_WORDS for w in after[1:3])
        if coloured and "," not in after and (after[0] in _LOOKING or _predicate(low, at + 2)):
            spoken += tuple(w for w in after[1:3] if w in COLOUR_WORDS)
        elif (
            after
            and after[0] in COLOUR_WORDS
            and begin
            and low[begin - 1] in _OWNERS
            and _predicate(low, at + 1)
        ):
            spoken += after[:1]
        shade = next((_SHADES[w] for w in spoken if _SHADES.get(w)), "")
        ids = bearer(statement, begin, at + 1)
        if _stained(low, at) and not any(w in COLOUR_WORDS for w in low[begin:at]):
            continue
        if statement.passage.kind != "prompt" and low[at + 1 : at + 2] == (",",):
            spoken += tuple(w for w in low[at + 2 : at + 3] if w in COLOUR_WORDS)
        for colour in (
            w for w in spoken if w in COLOUR_WORDS and not (feature == "eye" and w in ("red", "pink"))
        ):
            yield from _coloured(ids, colour, shade, feature, f"{colour} {word}")


_FEATURES = dict.fromkeys(("eyes", "eye", *_GAZES), "eye") | dict.fromkeys(("hair", "locks", *_CURLS), "hair")
_HEADS = {"redhead": "red", "redheaded": "red", "brunette": "brunette", "blonde": "blonde"}
_LOOKING = listed("is was are were looks look shines gleams glows seems turned")


_OWNERS = ("'s", "his", "her", "your")


def _predicate(low: tuple[str, ...], at: int) -> bool:
    """Whether a colour after a verb belongs to no noun that follows: `her hair stays red throughout`."""
    end = at + 1 if low[at : at + 1] and low[at] in COLOUR_WORDS else at + 2
    return end >= len(low) or low[end] in FUNCTION or low[end] in (",", "again")


def _stained(low: tuple[str, ...], at: int) -> bool:
    """`hair white with flour`, `eyes dark from sleep`."""
    return any(w in ("with", "from") for w in low[at + 2 : at + 4])


def _coloured(ids: tuple[str, ...], colour: str, shade: str, feature: str, said: str) -> Iterator[LookClaim]:
    if ids and colour in COLOUR_WORDS:
        yield LookClaim(
            ids, f"look.{feature}_colour", said, lambda value: can_be_called(value, colour, shade)
        )


def _styles_and_marks(statement: Statement) -> Iterator[LookClaim]:
    low = statement.sentence.low
    for at, word in enumerate(low):
        style = "twintails" if word == "twin" and low[at + 1 : at + 2] == ("tails",) else word
        part, _, tail = word.rpartition("-")
        if tail == "haired" and part in _STYLES:
            style, at_end = part, at + 1
        elif style in _PLAIN_STYLES:
            at_end = at + (2 if word == "twin" else 1)
        elif (
            style in _STYLES and "hair" in low[at + 1 : at + 4] and "," not in low[at : low.index("hair", at)]
        ):
            at_end = low.index("hair", at) + 1
        elif word == "bun" and "hair" in low[max(0, at - 4) : at]:
            style, at_end = "bun", at + 1
        elif word in _MARKS and not _is_thing(low, at):
            ids = bearer(statement, phrase(low, at), at + 1)
            if word == "glasses" and (not _DRINKING.isdisjoint(low) or low[at - 1 :] == ("the", "glasses")):
                continue
            if ids and not (word == "mole" and statement.passage.kind != "prompt" and "on" not in low):
                mark = _MARKS[word]
                yield LookClaim(ids, "look.mark", word, lambda value, mark=mark: value == mark)  # type: ignore[misc]
            continue
        else:
            continue
        fitting = _STYLES.get(style, frozenset((style,)))
        ids = bearer(statement, phrase(low, at), at_end)
        if ids:
            said = style if style.endswith(("s", "l", "d", "n", "t")) else f"{style} hair"
            yield LookClaim(ids, "look.hair_style", said, lambda value, fitting=fitting: value in fitting)  # type: ignore[misc]


_DRINKING = listed(
    "rinse rinses rinsing wash washes washing dry dries drying fill fills filled pour pours drink "
    "drinks clink clinks tray bar sink water wine milk tea juice cups plates bottles raise raises set "
    "sets full empty two three four"
)


def _is_thing(low: tuple[str, ...], at: int) -> bool:
    """Whether it is a case for spectacles, or glasses that are put on to read."""
    return low[at + 1 : at + 2] == ("case",) or low[max(0, at - 1) : at] in (
        ("reading",),
        ("field",),
        ("opera",),
    )

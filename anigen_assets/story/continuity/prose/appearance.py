"""What prose says about looks and ages: hair, eyes, marks on faces, years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from anigen_assets.story.continuity.prose.colours import COLOUR_WORDS, can_be_called
from anigen_assets.story.continuity.prose.english import DETERMINERS, FUNCTION, number_of
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import asked, clause_at, denies, remembered, supposed
from anigen_assets.story.continuity.prose.reading import Statement


class LookClaim(NamedTuple):
    """A sentence says that somebody looks so.

    Attributes:
        ids: Everyone it may be said of.
        attribute: Attribute of canon that it is about.
        said: The words, e.g. `red hair`.
        fits: Whether a value of canon can be called so.
    """

    ids: tuple[str, ...]
    attribute: str
    said: str
    fits: Callable[[str], bool]


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
_CURLS = listed("curls tresses mane ringlets")
_TRIGGERS = (
    listed("hair hairs haired locks eyes eye twin years aged age turned")
    | _CURLS
    | _PLAIN_STYLES
    | _MARKS.keys()
)
_DRAWN = listed(
    "painted painting drawn drawing dyed dye dyes wig doll puppet mask costume disguise disguised statue "
    "stranger ribbon false fake"
)  # fmt: skip
_LINKS = listed(
    ", with has have had wears wearing wore in and is was 's a his her whose under behind over by that this those their"
)


def look_claims(statement: Statement) -> Iterator[LookClaim]:
    """Everything a sentence says about how somebody known looks."""
    sentence = statement.sentence
    bag = sentence.bag
    prompt = statement.passage.kind == "prompt"
    relevant = not _TRIGGERS.isdisjoint(bag) or any("-" in word or number_of(word) for word in sentence.low)
    if (
        not relevant
        or not _DRAWN.isdisjoint(bag)
        or (not prompt and not statement.mentions and not statement.earlier)
    ):
        return
    if not prompt and (asked(sentence) or supposed(sentence) or remembered(sentence)):
        return
    yield from _hair_and_eyes(statement)
    yield from _styles_and_marks(statement)
    yield from _ages(statement)


def _hair_and_eyes(statement: Statement) -> Iterator[LookClaim]:
    low = statement.sentence.low
    for at, word in enumerate(low):
        part, _, tail = word.rpartition("-")
        if tail in ("haired", "eyed") and part:
            colour = part.rpartition("-")[2]
            ids = _bearer(statement, at, at + 1)
            yield from _coloured(ids, colour, "", "hair" if tail == "haired" else "eye", word)
        if word in _HEADS and low[at + 1 : at + 2] not in (("hair",), ("curls",), ("braid",)):
            yield from _coloured(_bearer(statement, at, at + 1), _HEADS[word], "", "hair", word)
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
        if after and after[0] in _LOOKING and "," not in after:
            spoken += tuple(w for w in after[1:3] if w in COLOUR_WORDS)
        shade = next((_SHADES[w] for w in spoken if _SHADES.get(w)), "")
        ids = _bearer(statement, begin, at + 1)
        if _stained(low, at):
            continue
        if statement.passage.kind != "prompt" and low[at + 1 : at + 2] == (",",):
            spoken += tuple(w for w in low[at + 2 : at + 3] if w in COLOUR_WORDS)
        for colour in (
            w for w in spoken if w in COLOUR_WORDS and not (feature == "eye" and w in ("red", "pink"))
        ):
            yield from _coloured(ids, colour, shade, feature, f"{colour} {word}")


_FEATURES = {"eyes": "eye", "eye": "eye"} | dict.fromkeys(("hair", "locks", *_CURLS), "hair")
_HEADS = {"redhead": "red", "redheaded": "red", "brunette": "brunette", "blonde": "blonde"}
_LOOKING = listed("is was are were looks look shines gleams glows seems turned")


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
            ids = _bearer(statement, _phrase(low, at), at + 1)
            if ids and not (word == "mole" and statement.passage.kind != "prompt" and "on" not in low):
                mark = _MARKS[word]
                yield LookClaim(ids, "look.mark", word, lambda value, mark=mark: value == mark)  # type: ignore[misc]
            continue
        else:
            continue
        fitting = _STYLES.get(style, frozenset((style,)))
        ids = _bearer(statement, _phrase(low, at), at_end)
        if ids:
            said = style if style.endswith(("s", "l", "d", "n", "t")) else f"{style} hair"
            yield LookClaim(ids, "look.hair_style", said, lambda value, fitting=fitting: value in fitting)  # type: ignore[misc]


def _ages(statement: Statement) -> Iterator[LookClaim]:
    low = statement.sentence.low
    for at, word in enumerate(low):
        base, _, rest = word.partition("-year-old")
        years = number_of(base if rest == "" and "-year-old" in word else word)
        if years is None or not 4 <= years <= 110:
            continue
        before, after = low[max(0, at - 2) : at], low[at + 1 : at + 4]
        ids: tuple[str, ...] = ()
        if "-year-old" in word or after[:2] == ("years", "old") or after[:2] == ("year", "old"):
            end = at + 1 if "-year-old" in word else at + 3
            ids = _bearer(statement, at, end)
        elif before[-1:] in (("aged",), ("turned",), ("turns",)):
            ids = _bearer(statement, at - len(before), at + 1)
        elif before == ("only", "at") or (
            before[-1:] == ("at",) and years > 12 and after[:1] in ((",",), ())
        ):
            ids = _subject_after(statement, at + 1) or _bearer(statement, at - 1, at + 1)
        elif before[-1:] in (("man",), ("woman",), ("girl",), ("boy",)) or (
            before[-1:] == ("of",)
            and low[at - 2 : at - 1]
            and low[at - 2] in ("man", "woman", "girl", "boy", "lady")
        ):
            ids = _bearer(statement, at - 2, at + 1)
        elif after[:3] == ("years", "of", "age"):
            ids = _subject_after(statement, at + 4) or _bearer(statement, at - 1, at + 4)
        elif years > 12 or after[:1] in ((), (",",)):
            ids = _bare_age(statement, at)
        if ids:
            text = str(years)
            yield LookClaim(ids, "look.age", f"{years} years old", lambda value, text=text: value == text)  # type: ignore[misc]


def _bare_age(statement: Statement, at: int) -> tuple[str, ...]:
    """Whose age a number alone is: `Koto, nine, ...`, `Koto is nine.`, `Koto (9)`."""
    low = statement.sentence.low
    closed = at + 1 == len(low) or low[at + 1] in (",", ")", "and", "after", "now", "today")
    for mention in statement.of_kind("character"):
        between = low[mention.end : at]
        if closed and not mention.possessive and between in _AGED:
            if between == (",",) and (at + 1 == len(low) or low[at + 1] not in (",", ")")):
                continue
            return mention.ids
    return ()


_AGED = (
    (",",),
    ("(",),
    ("is",),
    ("'s",),
    ("is", "only"),
    ("is", "just"),
    ("is", "now"),
    ("is", "already"),
    (",", "who", "is"),
    (",", "now"),
)


def _subject_after(statement: Statement, at: int) -> tuple[str, ...]:
    following = [m for m in statement.of_kind("character") if at <= m.start <= at + 2 and not m.possessive]
    return following[0].ids if following else ()


def _phrase(low: tuple[str, ...], at: int) -> int:
    begin = at
    while (
        begin > 0 and begin > at - 4 and low[begin - 1] not in FUNCTION and low[begin - 1] not in (",", ":")
    ):
        begin -= 1
    return begin


def _bearer(statement: Statement, begin: int, end: int) -> tuple[str, ...]:  # noqa: PLR0911 - one return a case
    """Whose feature stands at these words; nobody when that is not clear."""
    low, people = statement.sentence.low, statement.of_kind("character")
    if denies(low[clause_at(low, begin)[0] : begin]):
        return ()
    heading = next((m for m in people if m.end < len(low) and low[m.end] == ":" and m.start <= 2), None)
    if heading is not None and statement.passage.kind in ("prompt", "action"):
        return heading.ids if heading.end <= begin else ()
    at = begin
    while at > 0 and low[at - 1] in _ADJECTIVAL:
        at -= 1
    if at > 0 and low[at - 1] == "'s":
        return next((m.ids for m in people if m.end == at - 1), ())
    if at > 0 and low[at - 1] in ("his", "her", "my", "your"):
        return statement.meant(low[at - 1], at - 1)
    if low[end : end + 1] == ("of",):
        return next(
            (m.ids for m in people if m.start - end in (1, 2, 3) and _titles_only(low[end + 1 : m.start])), ()
        )
    if low[end : end + 1] and low[end] in ("on", "across", "over", "above"):
        face = next((m for m in people if m.start == end + 1 and m.possessive), None)
        if face is not None and low[face.end + 1 : face.end + 2] and low[face.end + 1] in _FACE:
            return face.ids
    following = next((m for m in people if 0 <= m.start - end <= 1), None)
    if (
        following is not None
        and (following.start == end or low[end] == ",")
        and low[begin - 1 : begin] != (",",)
    ):
        return following.ids
    return _just_before(statement, people, begin)


_ADJECTIVAL = listed(
    "very thick wet untidy tousled soft fine wild messy neat own two big small wide little old"
)


_LOCKS = listed("strand strands lock locks curl curls wisp wisps fringe mop shock head mane tuft tangle")


_FACE = listed("face nose cheek cheeks chin lip brow forehead upper left right")


def _is_thing(low: tuple[str, ...], at: int) -> bool:
    """Whether it is a case for spectacles, or glasses that are put on to read."""
    return low[at + 1 : at + 2] == ("case",) or low[max(0, at - 1) : at] in (
        ("reading",),
        ("field",),
        ("opera",),
    )


def _titles_only(words: tuple[str, ...]) -> bool:
    return len(words) < 2


def _just_before(statement: Statement, people: tuple[Mention, ...], begin: int) -> tuple[str, ...]:
    low = statement.sentence.low
    before = [m for m in people if m.end <= begin and not m.possessive]
    if not before:
        return ()
    if statement.passage.kind == "prompt" and len({m.ids for m in people}) == 1:
        return before[-1].ids
    between = low[before[-1].end : begin]
    if between[-1:] == ("of",) and between[-2:-1] and between[-2] in _LOCKS:
        return before[-1].ids
    first = next(iter(between), "")
    plain = all(w in _LINKS or w not in FUNCTION for w in between) and len(between) <= 7
    nouns = any(w in DETERMINERS for w in between[1:-1])
    return before[-1].ids if first in _LINKS and plain and not nouns else ()

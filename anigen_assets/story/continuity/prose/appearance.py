"""What prose says about looks and ages: hair, eyes, marks on faces, years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from anigen_assets.story.continuity.prose.ages import age_claims, tells_age
from anigen_assets.story.continuity.prose.features import CURLS, GAZES, hair_and_eyes
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.look_claim import LookClaim, bearer, phrase
from anigen_assets.story.continuity.prose.moods import asked
from anigen_assets.story.continuity.prose.reading import Statement

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
_TRIGGERS = (
    listed("hair hairs haired locks eyes eye twin years aged age turned")
    | CURLS
    | GAZES
    | _PLAIN_STYLES
    | _MARKS.keys()
)
_MADE = listed(
    "paints paint carves carve sews sew buys buy glues sculpts painted painting drawn drawing dyed dye "
    "dyes fake draws sketches sketch mistake statue false"
)
"""Who has such words beside them may be only painted so."""
_FIGURES = listed("wig doll puppet mask costume disguise disguised poster comic mistaken wanted")
"""What has a face of its own, or hides one."""


def look_claims(statement: Statement) -> Iterator[LookClaim]:
    """Everything a sentence says about how somebody known looks."""
    sentence = statement.sentence
    bag = sentence.bag
    prompt = statement.passage.kind == "prompt"
    about = statement.mentions or statement.earlier
    if not (prompt or about) or (not prompt and asked(sentence)) or not _MADE.isdisjoint(bag):
        return
    if not _FIGURES.isdisjoint(bag) and not _of_theirs(statement):
        return
    if not _TRIGGERS.isdisjoint(bag) or any(map(_is_feature, sentence.low)):
        yield from hair_and_eyes(statement)
        yield from _styles_and_marks(statement)
    if any(map(tells_age, sentence.low)):
        yield from age_claims(statement)
    named = _revealed(statement)
    if named is not None:
        yield from hair_and_eyes(named)
        yield from _styles_and_marks(named)


def _of_theirs(statement: Statement) -> bool:
    """Whether a feature belongs to somebody named, whatever else has a face: `the mask does not hide Aoi's scar`."""
    low = statement.sentence.low
    for mention in statement.of_kind("character"):
        near = low[mention.end + 1 : mention.end + 4] if mention.possessive else low[mention.start - 1 :][:1]
        if any(w in _TRIGGERS or _is_feature(w) for w in near) and _FIGURES.isdisjoint(near):
            return True
    return False


def _revealed(statement: Statement) -> Statement | None:
    """The sentence before, told of whoever this one says it is: `A tuft of red hair appears. It is Aoi.`."""
    low, people = statement.sentence.low, statement.of_kind("character")
    if len(people) != 1 or people[0].possessive or not statement.earlier:
        return None
    before = statement.earlier[0]
    says = low[: people[0].start] in (("it", "is"), ("it", "'s"), ("that", "is"), ("it", "was"))
    if not (says or len(low) == people[0].end - people[0].start) or before.of_kind("character"):
        return None
    if _TRIGGERS.isdisjoint(before.sentence.bag) or before.sentence.end == "?":
        return None
    if not (_MADE | _FIGURES).isdisjoint(before.sentence.bag):
        return None
    return replace(before, mentions=(people[0]._replace(start=0, end=0), *before.mentions))


@lru_cache(maxsize=16_384)
def _is_feature(word: str) -> bool:
    return word.endswith(("haired", "eyed"))


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
            if statement.passage.kind == "line" and low[max(0, at - 1) : at] == ("of",):
                continue  # `a whole pair of spectacles, Aoi!`
            ids = bearer(statement, phrase(low, at), at + 1)
            if word == "glasses" and (not _DRINKING.isdisjoint(low) or low[at - 1 :] == ("the", "glasses")):
                continue
            if ids and not (word == "mole" and statement.passage.kind != "prompt" and not _on_skin(low, at)):
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


def _on_skin(low: tuple[str, ...], at: int) -> bool:
    """Whether a mole is somebody's, and not the harbour's."""
    owned = low[max(0, at - 1) : at] in (("'s",), ("his",), ("her",))
    return owned or low[at + 1 : at + 2] in (("on",), ("above",), ("below",), ("beneath",), ("under",))


def _is_thing(low: tuple[str, ...], at: int) -> bool:
    """Whether it is a case for spectacles, or glasses that are put on to read."""
    return low[at + 1 : at + 2] == ("case",) or low[max(0, at - 1) : at] in (
        ("reading",),
        ("field",),
        ("opera",),
    )

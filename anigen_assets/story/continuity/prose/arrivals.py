"""Who is told of as somebody new: `a stranger called Aoi`, `a newcomer, Aoi, ...`, `introduces herself as Aoi`."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import asked, denies, remembered, supposed
from anigen_assets.story.continuity.prose.reading import Statement

_NEW = listed("stranger newcomer unknown nobody-knows arrival")
_KINDS = listed(
    "girl boy woman man face pupil student teacher neighbour neighbor sailor guest person somebody someone"
)
_CALLED = (("called",), ("named",), (",",), ("by", "the", "name", "of"), ("whose", "name", "is"))
MOST_BETWEEN = 6


def arrivals(statement: Statement) -> Iterator[Mention]:
    """People whom a sentence has come in as if nobody had ever seen them."""
    sentence, low = statement.sentence, statement.sentence.low
    if statement.passage.kind == "prompt" or asked(sentence) or supposed(sentence) or remembered(sentence):
        return
    for mention in statement.of_kind("character"):
        before = low[max(0, mention.start - MOST_BETWEEN) : mention.start]
        if mention.possessive or denies(before):
            continue
        herself = before[-3:] in (("introduces", "herself", "as"), ("introduces", "himself", "as"))
        if herself or (_is_new(before) and any(before[-len(words) :] == words for words in _CALLED)):
            yield mention


def _is_new(words: tuple[str, ...]) -> bool:
    """`a stranger`, `a new girl`: not `the stranger`, who may have been met before."""
    for at, word in enumerate(words):
        article = words[at - 1] if at else ""
        if word in _NEW and article in ("a", "an"):
            return True
        if word == "new" and article == "a" and any(w in _KINDS for w in words[at + 1 : at + 3]):
            return True
    return False

"""The names of canon as they are found in prose: people by parts of their names, places, things and groups by all.

Names are folded as `story.names` folds them. A name that is also a common word counts only where its capital letter
means something.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from anigen_assets.story.canon import CanonState
from anigen_assets.story.continuity.prose.english import FUNCTION, MONTHS
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.words import Sentence, sentences
from anigen_assets.story.names import TITLES, plain_letters

_COMMON = listed(
    "hope will may rose grace faith joy dawn summer autumn winter spring june august sky river rain sunny "
    "ruby pearl jade iris lily violet daisy ivy olive ginger mark bill frank grant chase hunter mason rob "
    "sue pat art drew gene jack nick dean earl miles star luna ash reed heath forest clay cliff brook "
    "storm wren robin jay raven fox wolf patience prudence mercy charity honor honour king queen prince "
    "duke bishop abbot page baker cook smith miller young old little long short white black green brown "
    "grey gray red blue gold silver stone wood hill lake field snow frost moon sun night day light lamp "
    "bell"
)
_SUFFIXES = ("-san", "-sama", "-kun", "-chan", "-senpai", "-sensei", "-dono")


class Mention(NamedTuple):
    """Where a name stands.

    Attributes:
        start: Position of its first word in the sentence.
        end: Position after its last word; a possessive `'s` stands there.
        ids: Everyone it can mean.
        possessive: Whether something of theirs is meant.
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]
    possessive: bool


class _Entry(NamedTuple):
    words: tuple[str, ...]
    kind: str
    ids: tuple[str, ...]


class Gazetteer:
    """Finds the names of one canon."""

    def __init__(self, canon: CanonState, called: Iterable[tuple[str, str]] = ()) -> None:
        """Reads names once.

        Args:
            called: (id, short name) pairs beside those that names have in them.
        """
        found: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for subject, own in canon.facts.items():
            kind = own["kind"].value if "kind" in own else ""
            if kind not in ("character", "place", "item", "faction") or "name" not in own:
                continue
            for words in _forms(own["name"].value, kind, subject):
                found.setdefault((words, kind), []).append(subject)
        for (words, kind), ids in list(found.items()):
            # Where there is a paper lantern, `the paper lantern` can mean `Kinue's paper lantern` as well.
            plain = words[words.index("'s") + 1 :] if kind == "item" and "'s" in words else ()
            plain = plain[1:] if plain[:1] == ("other",) else plain
            if (plain, kind) in found:
                found[plain, kind] += ids
        for subject, name in called:
            if canon.kind(subject) == "character" and name:
                ids = found.setdefault(((name.casefold(),), "character"), [])
                ids += [subject] if subject not in ids else []
        self._by_first: dict[str, list[_Entry]] = {}
        for (words, kind), ids in found.items():
            self._by_first.setdefault(words[0], []).append(_Entry(words, kind, tuple(sorted(ids))))
        for entries in self._by_first.values():
            entries.sort(key=lambda e: (-len(e.words), e.kind))

    def mentions(self, sentence: Sentence, lowered: Collection[str] = ()) -> tuple[Mention, ...]:
        """The names in a sentence, in order, the longest first where one holds another.

        Args:
            lowered: Words that the text also has in lower case: names among them are common words too.
        """
        found: list[Mention] = []
        taken = 0
        by_first, low = self._by_first, sentence.low
        for at, word in enumerate(low):
            if at < taken:
                continue
            entries = by_first.get(word)
            if entries is None and ("-" in word or not word.isascii()):
                bare = _bare(word)
                entries = by_first.get(bare) if bare != word else None
            for entry in entries or ():
                end = at + len(entry.words)
                if (len(entry.words) > 1 and low[at + 1 : end] != entry.words[1:]) or not _written(
                    sentence, at, end, entry, lowered
                ):
                    continue
                own = end < len(low) and low[end] == "'s" and not _is_after(sentence, end)
                titled = entry.kind == "character" and at > taken and low[at - 1] in TITLES
                found.append(Mention(at - titled, end, entry.kind, entry.ids, own))
                taken = end
                break
        return tuple(found)


def _written(sentence: Sentence, at: int, end: int, entry: _Entry, lowered: Collection[str]) -> bool:  # noqa: PLR0911 - one return a case
    """Whether the words are written as this kind of name is."""
    if entry.kind == "item":
        return True
    if entry.kind != "character":
        capital = sentence.words[at][:1].isupper() and (at > 0 or len(entry.words) > 1)
        return capital or (at > 0 and sentence.low[at - 1] == "the")
    if not sentence.words[at][:1].isupper():
        return entry.words[0][:1].upper() == entry.words[0][:1]
    if len(entry.words) > 1:
        return True
    if end < len(sentence.words) and _part_of_more(sentence.words[end]):
        return False
    if at > 0 and _part_of_more(sentence.words[at - 1]) and sentence.low[at - 1] not in TITLES:
        # `Aunt Mori` may be anybody; at the start of a sentence any word has a capital letter.
        return at == 1 and sentence.low[0] not in _RELATIVES
    doubtful = entry.words[0] in _COMMON or entry.words[0] in lowered
    return not (doubtful and (at == 0 or not sentence.words[at - 1][:1].isalnum()))


_RELATIVES = listed(
    "aunt uncle granny grandpa grandma saint st mount mt lake cape port fort new old young little big "
    "great king queen prince princess lord lady brother sister mother father cousin"
)


def _part_of_more(word: str) -> bool:
    # `Aoi IN from the left`, `CLOSE SHOT Aoi`: what stands in capitals is a direction.
    return word[:1].isupper() and len(word) > 1 and not word.isupper() and word.casefold() not in MONTHS


_VERBAL = listed("been not just only still now here there back home ready gone going waiting coming right")


def _is_after(sentence: Sentence, at: int) -> bool:
    """Whether the `'s` at a position is short for `is` or `has`."""
    if at + 1 >= len(sentence.low):
        return True
    word = sentence.low[at + 1]
    return word in _VERBAL or word in ("a", "the", "at", "in", "on", "with", "my", "his", "her", ",")


def _bare(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix):
            return word[: -len(suffix)]
    return plain_letters(word) if not word.isascii() else word


@lru_cache(maxsize=32_768)
def _forms(name: str, kind: str, subject: str) -> tuple[tuple[str, ...], ...]:
    """The ways a name is written in a sentence."""
    read = sentences(plain_letters(name))
    if not read:
        return ()
    words = tuple(word for sentence in read for word in sentence.low)
    if kind == "character":
        first = next((i for i, word in enumerate(words) if word not in TITLES), 0)
        own = words[first:]
        singles = {(word,) for word in own if len(word) > 1 and word not in FUNCTION and word.isalpha()}
        whole = {own, tuple(reversed(own))} if len(own) == 2 else {own}
        return tuple(sorted(whole | singles))
    own = words[1:] if words[0] == "the" and len(words) > 1 else words
    if kind == "item":
        return tuple(sorted({own, tuple(subject.split("_"))}))
    return (own,)

"""Whether a sentence says that something is so now: not asked, denied, supposed, remembered, told or wished."""

from __future__ import annotations

from collections.abc import Sequence

from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.words import Sentence

NEGATIONS = listed("not n't never no without nobody none nothing neither nor cannot hardly barely nowhere")
SUPPOSED = listed(
    "if unless would could might may maybe perhaps should whether imagine imagines imagined imagining "
    "suppose supposes pretend pretends pretended pretending wish wishes wished hope hopes hoped wonder "
    "wonders wondered dream dreams dreamed dreamt dreaming nightmare seem seems seemed almost 'd as-if "
    "resembles resemble resembled probably doubt doubts expects expect expected"
)
_REMEMBERED = listed(
    "remember remembers remembered remembering recall recalls recalled recalling memory memories reminds "
    "reminded reminiscence photograph photographs photo photos portrait picture painting drawing "
    "statue grave graves graveside gravestone tomb tombstone funeral ghost ghosts spirit spirits late "
    "deceased mourn mourns mourned mourning miss misses missed missing former formerly legend legends "
    "tale tales anniversary obituary namesake ago once childhood yesteryear "
    "inherited heirloom diary flashback recording wrote posthumous ashes epitaph "
    ""
)
_TOLD = listed(
    "says said say claims claim claimed believes believe believed thinks think thought rumour rumours "
    "rumor rumors lie lies lied fib joke jokes joked bluffs allegedly supposedly insists insisted swears "
    "swore mistakes mistaken mistook misread"
)
_LATER = listed(
    "will 'll shall tomorrow someday soon later next until till before going plan plans promise promises "
    "promised"
)  # fmt: skip
_BEGAN_BEFORE = frozenset(["had", "used"])


def negated(sentence: Sentence) -> bool:
    """Whether anything in it is denied."""
    return not NEGATIONS.isdisjoint(sentence.bag)


def denies(words: Sequence[str]) -> bool:
    """Whether words of one clause deny it; `without` does only where it comes first."""
    return any(word in NEGATIONS and (word != "without" or at == 0) for at, word in enumerate(words))


def clause_at(low: Sequence[str], at: int) -> tuple[int, int]:
    """Begin and end of the clause that a position lies in, as commas, colons, dashes and `but` bound it."""
    begin, end = at, at + 1
    while begin > 0 and low[begin - 1] not in _BOUNDS:
        begin -= 1
    while end < len(low) and low[end] not in _BOUNDS:
        end += 1
    return begin, end


_BOUNDS = frozenset((",", ":", "–", "—", "(", ")", "but"))


def asked(sentence: Sentence) -> bool:
    """Whether it is a question."""
    return sentence.end == "?"


def memory_in(words: Sequence[str]) -> bool:
    """Whether words lead to a memory, a picture, a dream or a supposition."""
    return any(word in _REMEMBERED or word in SUPPOSED or word in _TOLD for word in words)


def supposed(sentence: Sentence) -> bool:
    """Whether it is imagined, wished, or compared."""
    return not SUPPOSED.isdisjoint(sentence.bag)


def remembered(sentence: Sentence) -> bool:
    """Whether it is about what was: memories, pictures, graves, old letters."""
    return not _REMEMBERED.isdisjoint(sentence.bag) or not _BEGAN_BEFORE.isdisjoint(sentence.bag)


def later(sentence: Sentence) -> bool:
    """Whether it is about a time to come."""
    return not _LATER.isdisjoint(sentence.bag)


def later_in(words: Sequence[str]) -> bool:
    """Whether words lead to a time to come."""
    return any(word in _LATER and word not in ("later", "before", "next") for word in words)

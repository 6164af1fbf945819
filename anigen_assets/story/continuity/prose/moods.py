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
_MEMORIES = _REMEMBERED - listed(
    "photograph photographs photo photos portrait picture painting drawing statue miss misses missed missing late "
    "recording wrote diary"
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


PICTURES = listed(
    "photograph photographs photo photos portrait portraits picture pictures painting paintings drawing "
    "drawings statue bust sketch poster postcard tapestry carving mural comic novel film song poem "
    "fairy dream nightmare scarecrow puppet"
)
"""What shows or tells of somebody who need not be there."""
_CONDITIONS = frozenset(("if", "unless", "lest"))
_MODALS = frozenset(("would", "could", "might", "may", "should", "'d"))
_WISHES = SUPPOSED - _MODALS - {"almost", "as-if", "whether", "dream"} | {"think", "thinks", "thought"}


def supposed_in(low: Sequence[str], at: int) -> bool:
    """Whether what is said of the word at a position is a condition, a wish, or what might be."""
    if any(word in _CONDITIONS and (i == 0 or low[i - 1] != "as") for i, word in enumerate(low)):
        return True
    wishes = any(
        word in _WISHES and not (word == "doubt" and i and low[i - 1] == "no")
        for i, word in enumerate(low[:at])
    )
    if wishes or (at > 1 and low[at - 1] == "when"):
        return True
    begin, _ = clause_at(low, at)
    return any(word in _MODALS for word in low[begin : at + 3]) and not _hardly_believed(low, begin)


def _hardly_believed(low: Sequence[str], begin: int) -> bool:
    """`Nobody would guess that` it is so: it is."""
    doubted = any(word in ("guess", "think", "believe", "know", "suspect") for word in low[begin:])
    return doubted and any(
        word in ("nobody", "never", "hardly", "one", "'d") for word in low[begin : begin + 3]
    )


def presupposed_away(low: Sequence[str], at: int) -> bool:
    """Whether even what is taken for granted at a position is a condition or a wish: `if Aoi's hair were red`."""
    return any(word in _CONDITIONS and (i == 0 or low[i - 1] != "as") for i, word in enumerate(low)) or any(
        word in _WISHES and word not in ("think", "thinks", "thought") for word in low[:at]
    )


def remembered_in(words: Sequence[str]) -> bool:
    """Whether words lead to a memory; `remember:` and `remember that` only insist."""
    if (
        words[:1]
        and words[0] in ("remember", "remembering")
        and tuple(words[1:2]) in ((":",), ("that",), (",",))
    ):
        words = words[1:]
    return any(word in _MEMORIES and not _at_once(words, i) for i, word in enumerate(words))


def _at_once(words: Sequence[str], at: int) -> bool:
    """`never once`, `at once`, `for once`, `all at once`: not once upon a time."""
    following = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    return words[at] == "once" and (
        before in ("never", "at", "for", "not", "than") or following in ("again", "and")
    )


def reported_in(words: Sequence[str]) -> bool:
    """Whether words lead to news of something: `I only heard yesterday:`, `they told me that`, `it said:`."""
    return tuple(words[-1:]) in ((":",), ("that",)) and not _NEWS.isdisjoint(words)


_NEWS = listed("heard hear told read news word rumour rumor story gossip telegram paper said says")


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


def asked_of(sentence: Sentence, at: int) -> bool:
    """Whether the word at a position is in the question, and not in what is stated before it.

    `It is winter now, what did you expect?` and `can't you see it is snowing?` say that it is winter, and snows.
    """
    low = sentence.low
    if sentence.end != "?":
        return False
    begin, _ = clause_at(low, at)
    if begin == 0 and low[-2:-1] == (",",) and low[-1] in _TAGS:
        return False
    if low[begin : begin + 1] and low[begin] in _QUESTIONS:
        facts = [i for i in range(begin, at) if low[i] in _FACTIVE]
        return not (facts and "n't" in low[begin : facts[-1]])
    return not any(
        low[i] == "," and i > at and low[i + 1 : i + 2] and low[i + 1] in _QUESTIONS for i in range(len(low))
    )


_TAGS = listed("see right eh yes no ok okay hm understand remember huh hear")
_QUESTIONS = listed(
    "what who whom whose why how where which when is are was were do does did has have had will would "
    "can could ca wo should may might must am shall"
)
_FACTIVE = listed("see notice realise realize hear forget tell feel")


def memory_in(words: Sequence[str]) -> bool:
    """Whether words lead to a memory, a picture, a dream or a supposition."""
    return any(
        (word in _REMEMBERED and not _at_once(words, at)) or word in SUPPOSED or word in _TOLD
        for at, word in enumerate(words)
    )


def supposed(sentence: Sentence) -> bool:
    """Whether it is imagined, wished, or compared."""
    return not SUPPOSED.isdisjoint(sentence.bag)


def remembered(sentence: Sentence) -> bool:
    """Whether it is about what was: memories, pictures, graves, old letters."""
    bag = sentence.bag
    if not _BEGAN_BEFORE.isdisjoint(bag):
        return True
    found = _REMEMBERED & bag
    return (found != {"once"} and bool(found)) or (
        "once" in found and not _at_once(sentence.low, sentence.low.index("once"))
    )


def later(sentence: Sentence) -> bool:
    """Whether it is about a time to come."""
    return not _LATER.isdisjoint(sentence.bag)


def later_in(words: Sequence[str]) -> bool:
    """Whether words lead to a time to come."""
    return any(word in _LATER and word not in ("later", "before", "next") for word in words)

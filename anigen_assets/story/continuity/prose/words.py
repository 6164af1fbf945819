"""Text in sentences and words, with possessives and negations as words of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

_APART = re.compile(r"(?<=\w)(?:n['’]t|['’](?:s|ll|re|ve|d|m))\b", re.IGNORECASE)
_TOKEN = re.compile(r"n['’]t|['’](?:s|ll|re|ve|d|m)\b|[^\W_]+(?:[-'’.][^\W_]+)*|[.!?…,;:()“”\"«»]|[–—]|\n")
_BETWEEN = re.compile(r"(?<=\w) ([-+&/]) (?=\w)")
"""Signs that stand between two names in notes: `Aoi + Ren`, `Aoi - Ren`."""
_ENDS = frozenset(".!?…\n;")
_QUOTES = frozenset('“”"«»')
_SHORTENED = frozenset(("mr", "mrs", "ms", "dr", "prof", "capt", "sgt", "lt", "col", "rev", "st", "no"))


@dataclass(frozen=True, eq=False)  # compared as objects: what is worked out of one is kept by it
class Sentence:
    """Words of one sentence in order, its marks among them.

    Attributes:
        words: As written; `'s`, `n't`, `'ll` and their like stand alone.
        low: The same, casefolded, with plain apostrophes.
        end: The mark it ends with, or an empty string.
        quoted: Positions of words between quotation marks.
    """

    words: tuple[str, ...]
    low: tuple[str, ...]
    end: str
    quoted: frozenset[int]

    @cached_property
    def text(self) -> str:
        """The sentence again, near enough to be quoted."""
        text = " ".join(self.words)
        for mark in ",;:.!?…":
            text = text.replace(f" {mark}", mark)
        text = re.sub(r" (n't|'(?:s|ll|re|ve|d|m))\b", r"\1", text.replace("’", "'"))
        return text + (self.end if self.end not in ("\n", ";") else "")

    @cached_property
    def lowered(self) -> frozenset[str]:
        """Those of its words that begin with a small letter."""
        return frozenset([word for word in self.words if word[0].islower()])

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its words, casefolded."""
        return frozenset(self.low)


@lru_cache(maxsize=1024)  # a plan is read a few times in a row; older ones are not read again
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; a semicolon ends one too."""
    found: list[Sentence] = []
    words: list[str] = []
    quoted: set[int] = set()
    inside = False
    for token in _TOKEN.findall(_APART.sub(lambda m: " " + m[0], _joined_up(text))):
        if token in _QUOTES:
            inside = not inside and token != "”"
            continue
        if token in _ENDS and not (token == "." and words and words[-1].casefold() in _SHORTENED):
            if words:
                found.append(_sentence(words, token, quoted))
            words, quoted = [], set()
            continue
        if token == ".":
            continue
        if inside:
            quoted.add(len(words))
        words.append(token)
    if words:
        found.append(_sentence(words, "", quoted))
    return tuple(found)


def _joined_up(text: str) -> str:
    signs = any(sign in text for sign in (" - ", " + ", " & ", " / "))
    return _BETWEEN.sub(_joined, text) if signs else text


def _joined(sign: re.Match[str]) -> str:
    return " – " if sign[1] == "-" else " and "


def _sentence(words: list[str], end: str, quoted: set[int]) -> Sentence:
    low = tuple(" ".join(words).casefold().replace("’", "'").split(" "))
    return Sentence(tuple(words), low, end, frozenset(quoted))


def is_name(sentence: Sentence, at: int) -> bool:
    """Whether a word begins a longer name: `the Night of Open Windows`, `the Winter Market`, `the Evening Star`."""
    words = sentence.words
    if not words[at][:1].isupper():
        return False
    after = words[at + 1 : at + 4]
    onwards = after[1:] if after[:1] in (("of",), ("in",), ("on",)) else after
    onwards = onwards[1:] if onwards[:1] == ("the",) else onwards
    return bool(onwards) and onwards[0] != "I" and (onwards[0][:1].isupper() or onwards[0].isdecimal())


_IRREGULAR = {
    "kept": "keep", "keeps": "keep", "told": "tell", "sold": "sell", "held": "hold", "went": "go", "gone": "go",
    "goes": "go", "came": "come", "took": "take", "taken": "take", "gave": "give", "given": "give", "wrote": "write",
    "written": "write", "found": "find", "left": "leave", "leaves": "leave", "hid": "hide", "hidden": "hide",
    "stole": "steal", "stolen": "steal", "broke": "break", "broken": "break", "was": "be", "is": "be", "are": "be",
    "were": "be", "been": "be", "has": "have", "had": "have", "did": "do", "does": "do", "done": "do", "made": "make",
    "knew": "know", "known": "know", "said": "say", "saw": "see", "seen": "see", "ate": "eat", "eaten": "eat",
    "spoke": "speak", "spoken": "speak", "slept": "sleep", "swam": "swim", "swum": "swim", "sang": "sing",
    "sung": "sing", "drank": "drink", "drunk": "drink", "ran": "run", "lit": "light", "burnt": "burn", "men": "man",
    "women": "woman", "children": "child", "people": "person", "lost": "lose", "bought": "buy", "brought": "bring",
    "ca": "can", "wo": "will", "cannot": "can", "died": "die", "dying": "die", "lay": "lie", "lies": "lie",
    "lying": "lie", "rang": "ring", "rung": "ring", "drew": "draw", "drawn": "draw", "flew": "fly", "flown": "fly",
    "worn": "wear", "wore": "wear", "sent": "send", "built": "build", "sought": "seek", "taught": "teach",
    "froze": "freeze", "frozen": "freeze", "sank": "sink", "sunk": "sink", "woke": "wake", "woken": "wake",
    "threw": "throw", "thrown": "throw", "rose": "rise", "risen": "rise", "began": "begin", "begun": "begin",
    "shone": "shine", "bit": "bite", "bitten": "bite", "blew": "blow", "blown": "blow", "wept": "weep",
    "shook": "shake",
    "shaken": "shake", "forgot": "forget", "forgotten": "forget", "sees": "see", "caught": "catch", "won": "win",
    "stood": "stand", "sat": "sit", "fell": "fall", "fallen": "fall", "met": "meet", "paid": "pay", "grew": "grow",
}  # fmt: skip


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """What inflections of one word have in common: `whistles`, `whistled` and `whistling` are `whistl`."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            base = word[: -len(ending)]
            if ending in ("ied", "ies"):
                return base + "i"
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
                base = base[:-1]
            return base.removesuffix("e")
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def root(word: str) -> str:
    """The stem of a word, of an irregular form as well: `froze`, `frozen` and `freezes` are `freez`."""
    return stem(_IRREGULAR[word]) if word in _IRREGULAR else stem(word)


def stems(text: str) -> frozenset[str]:
    """The words of a text and their stems: a list may hold either."""
    return frozenset(form for word in text.split() for form in (word, stem(word)))

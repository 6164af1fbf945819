"""How many tokens a text takes at most, without a tokenizer.

Why it is an upper bound. Tokenizers of the byte-pair kind begin with single bytes and join neighbours, so a text never
takes more tokens than it has UTF-8 bytes: that is what digits, signs, Japanese and emoji are counted as. Letters are
counted lower, because a tokenizer only stops when no two neighbouring pieces can be joined any more. Every vocabulary
in use joins the pairs of letters that English uses (`joins`). So of a word with `n` letters (a space before it is one)
and `m` pairs that are none of these, at most `s` pieces are single letters, where two of them are neighbours only at
one of the `m` pairs: with `l` longer pieces, `s <= l + 1 + m` and `s + 2 l <= n`, hence
`s + l <= (2 n + 1 + m) / 3`. The few hundred commonest words of English (`common_words`) are one token each with
their space, in every vocabulary of 30,000 tokens or more.

How tight it is. English prose has about 2.3 bytes a token by this bound and about 4.3 by large vocabularies, so the
bound is a little less than twice the truth. Japanese is counted as 3 tokens a character (in truth about 1), an emoji
as 4 or more (in truth 1 to 3). What a provider counts is held against the bound (`BoundCheck`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anigen_assets.story.context.common_words import COMMON_WORDS

DEFAULT_TOKENS = 12_000
LEAST_TOKENS = 4_000
"""Below that the fixed parts of a prompt leave no room for a story."""
_PIECES = re.compile(r" ?[A-Za-z]+(?:['’](?=[A-Za-z]))?|[^A-Za-z]")
_VOWELS = frozenset("aeiou")
_RARE = frozenset("jqxz")
_JOINED_CONSONANTS = """
bb bl br bs cc ch ck cl cr ct dd dg dl dr ds dy ff fl fr ft gg gh gl gn gr gs hn ht ks kn ld lf lk ll lm lp ls lt lv ly
mb mm mn mp ms my nc nd nf ng nk nn ns nt ny ph pl pp pr ps pt rb rc rd rf rg rk rl rm rn rp rr rs rt rv ry sc sh sk sl
sm sn sp ss st sw sy th tl tr ts tt tw ty wh wl wn wr ws
"""
_JOINED_RARE = "aj ax az ej ex ez ix iz ja je ji jo ju oj ox oz qu ux uz xa xe xi xo xp xt za ze zi zo zz"
_CONSONANT_PAIRS = frozenset(_JOINED_CONSONANTS.split())
_RARE_PAIRS = frozenset(_JOINED_RARE.split())


@dataclass(frozen=True)
class BoundCheck:
    """A provider's own count beside the bound.

    Attributes:
        bound: Tokens by `upper_bound` of everything that was sent.
        reported: Input tokens by the provider, those read from its cache and written to it included.
    """

    bound: int
    reported: int

    @property
    def ratio(self) -> float:
        """Reported by bound; above 1 the bound did not hold. 0 when nothing was sent."""
        return self.reported / self.bound if self.bound else 0.0

    @property
    def holds(self) -> bool:
        """Whether the provider counted no more than the bound."""
        return self.reported <= self.bound


def upper_bound(text: str) -> int:
    """Tokens that a text takes at most; that of texts joined at line breaks is the sum of their bounds."""
    return sum(map(_bound, _PIECES.findall(text)))


def joins(pair: str) -> bool:
    """Whether a vocabulary surely joins two letters (or a space and a letter)."""
    first, second = pair[0], pair[1]
    if first == " ":
        return True
    if second.isupper():
        return False
    low = pair.lower()
    if not _RARE.isdisjoint(low):
        return low in _RARE_PAIRS
    return low[0] in _VOWELS or low[1] in _VOWELS or low in _CONSONANT_PAIRS


@lru_cache(maxsize=65_536)
def _bound(piece: str) -> int:
    if not piece[-1].isascii() or not piece[-1].isalpha():
        letters = piece[:-1]
        return len(piece[-1].encode(errors="surrogatepass")) + (_word(letters) if letters else 0)
    return 1 if piece in COMMON_WORDS else _word(piece)


def _word(letters: str) -> int:
    n = len(letters)
    strange = sum(not joins(letters[i : i + 2]) for i in range(n - 1))
    return min(n, (2 * n + 1 + strange) // 3)

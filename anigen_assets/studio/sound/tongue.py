"""The invented tongue: any text becomes phrases of syllables that keep its rhythm and its vowels.

The same word is always spoken the same way, so a name can be recognised by ear. How long, how high
and how loud a syllable is belongs to the timing and the prosody.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

PAUSE_SECONDS = {",": 0.16, ".": 0.28, "!": 0.28, "?": 0.30, "…": 0.40}
"""Silence after a phrase by its ending, at pace 1."""

_ENDINGS = str.maketrans({"、": ",", "。": ".", "！": "!", "？": "?", ";": ",", ":": ",", "—": ",", "–": ","})
_TOKEN = re.compile(r"[a-z']+|[0-9]|[.,!?…]|(?:(?![a-z])[^\W\d_])+")
_BEAT = re.compile(r"(y(?=[aeiou])|[^aeiouy]*)([aeiouy]+)")
_LETTERS = dict(zip("bcdfghjklmnpqrstvwxyz", "bkdhghzkrmnpkrstbwkyz", strict=True))
_DIGRAPHS = {"sh": "sh", "ch": "ch", "th": "s", "ph": "h", "wh": "w", "ck": "k", "ng": "n", "qu": "k"}
_VOWELS = {"ee": "i", "ea": "i", "oo": "u", "ai": "e", "ay": "e", "ei": "e", "ey": "i", "ie": "i", "y": "i"}
_DIGITS = ("ro", "hi", "nu", "sa", "yo", "go", "mu", "na", "ha", "ku")
_ROW = ("k", "s", "t", "n", "h", "m", "y", "r", "w", "g")


@dataclass(frozen=True)
class Syllable:
    """One beat of speech.

    Attributes:
        onset: The consonant it begins with: k s t n h m y r w g z d b p sh ch, or empty.
        vowel: a, i, u, e or o.
        nasal: It ends in a hummed n.
        stressed: It opens a word.
    """

    onset: str
    vowel: str
    nasal: bool = False
    stressed: bool = False


@dataclass(frozen=True)
class Phrase:
    """Syllables spoken in one breath.

    Attributes:
        ending: The punctuation that closes it: one of the keys of `PAUSE_SECONDS`.
    """

    syllables: tuple[Syllable, ...]
    ending: str


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases in which a text is spoken; at least one with one syllable, even for a bare "..."."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("...", "…").translate(_ENDINGS)
    done: list[Phrase] = []
    open_phrase: list[Syllable] = []
    for token in _TOKEN.findall(_without_accents(plain)):
        if token not in PAUSE_SECONDS:
            open_phrase.extend(_spoken(token))
        elif open_phrase:
            done.append(Phrase(tuple(open_phrase), token))
            open_phrase = []
        elif done and token in "!?":  # "?!" keeps the question, "!!" stays one
            done[-1] = Phrase(done[-1].syllables, "?" if "?" in (token, done[-1].ending) else token)
    if open_phrase:
        done.append(Phrase(tuple(open_phrase), "."))
    return tuple(done) or (Phrase((Syllable("", "u", nasal=True),), "…"),)


def _without_accents(text: str) -> str:
    """Drops the accents of Latin letters and leaves kana voiced."""
    split = unicodedata.normalize("NFD", text)
    bare = "".join(ch for ch in split if not ("\u0300" <= ch <= "\u036f"))
    return unicodedata.normalize("NFC", bare)


def _spoken(token: str) -> list[Syllable]:
    if token.isdigit():
        return [Syllable(_DIGITS[int(token)][0], _DIGITS[int(token)][1], stressed=True)]
    if token[0].isascii():
        return _latin_word(token.replace("'", ""))
    run = [syllable for letter in token for syllable in _other_letter(letter)]
    return [replace(syllable, stressed=place == 0) for place, syllable in enumerate(run)]


def _latin_word(word: str) -> list[Syllable]:
    beats = _BEAT.findall(word)
    # A final e is silent where the word has another vowel: "time" is one beat, "the" too.
    if len(beats) > 1 and re.search(r"[^aeiouyl]e[ds]?$", word) and not re.search(r"[td]ed$|[sxz]es$", word):
        beats.pop()
    if not beats:
        return [Syllable(_onset(word[:1]), "u", nasal=True, stressed=True)] if word else []
    spoken = []
    for place, (consonants, vowels) in enumerate(beats):
        following = beats[place + 1][0] if place + 1 < len(beats) else word[-2:]
        nasal = following[:1] in ("n", "m") and len(following) > 1
        if place + 1 == len(beats):
            nasal = word[-1] in "nm"
        vowel = _VOWELS.get(vowels[:2], _VOWELS.get(vowels[0], vowels[0]))
        spoken.append(Syllable(_onset(consonants), vowel, nasal, stressed=place == 0))
    return spoken


def _onset(consonants: str) -> str:
    if consonants[-2:] in _DIGRAPHS:
        return _DIGRAPHS[consonants[-2:]]
    return _LETTERS.get(consonants[-1:], "")


def _other_letter(letter: str) -> list[Syllable]:
    """Kana and hangul by their Unicode names, any other script by a fixed choice per letter."""
    words = unicodedata.name(letter, "").split()
    if words[:1] in (["HIRAGANA"], ["KATAKANA"], ["HANGUL"]):
        return [] if "SMALL" in words else _latin_word(words[-1].lower())
    if "MARK" in words:
        return []
    code = ord(letter)
    first = Syllable(_ROW[code % 10], "aiueo"[code // 10 % 5])
    if words[:1] == ["CJK"]:  # an ideograph has two beats more often than one
        return [first, Syllable(_ROW[code // 50 % 10], "aiueo"[code // 500 % 5])]
    return [first]

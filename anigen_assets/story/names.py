"""When two written names mean one: the folding that comparisons of names agree on.

Only the comparison belongs here; what follows from two equal names is said by the continuity rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

TITLES = frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "mx",
            "miss",
            "mister",
            "madam",
            "madame",
            "master",
            "sir",
            "dame",
            "lord",
            "lady",
        ),
        *(
            "dr",
            "doctor",
            "prof",
            "professor",
            "captain",
            "capt",
            "cpt",
            "commander",
            "cmdr",
            "lieutenant",
            "lt",
        ),
        *(
            "sergeant",
            "sgt",
            "major",
            "colonel",
            "col",
            "general",
            "admiral",
            "officer",
            "inspector",
            "detective",
        ),
        *("chief", "reverend", "rev", "the"),
    )
)
"""Words before a name."""
_SUFFIX = re.compile(
    r"(?<=\w)(?:-(?i:san|sama|kun|chan|senpai|sempai|kohai|sensei|dono|hakase)"
    r"|\s(?:(?i:san|sama|kun|senpai|sempai|kohai|sensei|dono|hakase)|chan))\b"
)
"""After a name, joined by a hyphen or as a word of its own; `Chan` as a word of its own is a family name."""
_WRITTEN = re.compile("(?<=.)(?:さん|さま|様|くん|君|ちゃん|先輩|先生|殿|博士|せんぱい|せんせい)$")
_WORD = re.compile(r"[^\W_]+")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")


def plain_letters(text: str) -> str:
    """Text in compatible form without Latin accents; case and marks stay."""
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", parts))


@lru_cache(maxsize=32_768)
def name_words(name: str) -> tuple[str, ...]:
    """The words that tell a name from another, sorted: folded, without honorifics and Latin accents.

    Width and case do not tell names apart (NFKC, casefold), nor does the order of family and given name.
    A name that consists of titles alone keeps them.
    """
    bare = _SUFFIX.sub("", unicodedata.normalize("NFKC", name).strip())
    folded = unicodedata.normalize("NFD", bare.casefold())
    plain = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", folded)).replace("'", "").replace("’", "")
    words = [_WRITTEN.sub("", word) for word in _WORD.findall(plain)]
    first = next((i for i, word in enumerate(words) if word not in TITLES), 0)
    return tuple(sorted(words[first:]))


def same_name(one: str, other: str) -> bool:
    """Whether two names mean the same person, place or thing."""
    return name_words(one) == name_words(other)


def resembles(one: str, other: str) -> bool:
    """Whether one name is the other with a part left out, as `Aoi` of `Aoi Tanabe`."""
    a, b = sorted((name_words(one), name_words(other)), key=len)
    return 0 < len(a) < len(b) and not Counter(a) - Counter(b)

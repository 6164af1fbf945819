"""Words that a show has used: what is written in its bible or has become canon is no unknown name."""

from __future__ import annotations

import re

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState
from anigen_assets.story.continuity.prose.listing import listed

_WORD = re.compile(r"[^\W_]+")
_ORDINARY = listed(
    "english french german japanese chinese korean latin greek european asian american god heaven "
    "christmas easter new year north south east west northern southern eastern western sir madam yes"
)


_LAST: list[tuple[Bible, frozenset[str], str]] = []
"""The words of the bible that was read last, as a set and in order: one process makes one show."""


def _words_of(bible: Bible) -> tuple[frozenset[str], str]:
    if not _LAST or _LAST[0][0] is not bible:
        words = _WORD.findall(bible.model_dump_json(exclude={"format", "calendar"}).casefold())
        _LAST[:] = [(bible, frozenset(words), f" {' '.join(words)} ")]
    return _LAST[0][1:]


class KnownWords:
    """Casefolded words of bible and canon; canon is searched only for words that the bible has not."""

    def __init__(self, canon: CanonState, bible: Bible, spoken: frozenset[str]) -> None:
        """Nothing is searched yet.

        Args:
            spoken: Words that need no search: the episode has them in lower case.
        """
        self._canon = canon
        self._bible = bible
        self.spoken = spoken
        self._found: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        text = str(word)
        if text in self.spoken or text in _ORDINARY or text in _words_of(self._bible)[0]:
            return True
        if text not in self._found:
            self._found[text] = self._is_in_canon(text)
        return self._found[text]

    def phrase(self, words: tuple[str, ...]) -> bool:
        """Whether the show has used these words in this order."""
        text = " ".join(word for word in words if word[:1].isalnum())
        if text not in self._found:
            in_bible = f" {text} " in _words_of(self._bible)[1]
            self._found[text] = in_bible or any(
                text in fact.value.casefold() for own in self._canon.facts.values() for fact in own.values()
            )
        return self._found[text]

    def _is_in_canon(self, word: str) -> bool:
        whole_word = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", re.IGNORECASE)
        written = word.capitalize()
        return any(
            (written in fact.value or word in fact.value) and whole_word.search(fact.value) is not None
            for own in self._canon.facts.values()
            for fact in own.values()
        )

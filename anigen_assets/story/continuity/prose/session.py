"""One episode's prose with the names, words and clauses it is read against, each gathered once and only when asked."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState
from anigen_assets.story.continuity.prose.echo_rules import Echoes
from anigen_assets.story.continuity.prose.gazetteer import Gazetteer
from anigen_assets.story.continuity.prose.known import KnownWords
from anigen_assets.story.continuity.prose.questions import title_words
from anigen_assets.story.continuity.prose.reading import Passage, Statement, lower_words, statements
from anigen_assets.story.plan import EpisodePlan


class Titles(NamedTuple):
    """The titles of canon's threads.

    Attributes:
        by_last: (subject, title) of those that end with a word.
        last: The last words of them all: a sentence without any names none.
    """

    by_last: dict[str, list[tuple[str, str]]]
    last: frozenset[str]


class Reading:
    """Reads the prose of one episode: its names are those of canon as the episode leaves it."""

    def __init__(self, plan: EpisodePlan, bible: Bible) -> None:
        """Reads nothing yet; `learn` gives it canon."""
        self._plan = plan
        self._bible = bible
        self._canon = CanonState()

    def learn(self, canon: CanonState) -> None:
        """Takes the names of a canon, once."""
        self._canon = canon

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self._canon, tuple((m.id, m.called) for m in self._bible.cast if m.called))

    @cached_property
    def lowered(self) -> frozenset[str]:
        """Words that the episode's prose has in lower case."""
        return lower_words(self._plan)

    @cached_property
    def known(self) -> KnownWords:
        """Words that the show has said before, or says without a capital letter."""
        return KnownWords(self._canon, self._bible, self.lowered)

    @cached_property
    def echoes(self) -> Echoes:
        """The words of canon's secrets, questions and laws."""
        return Echoes(self._canon)

    @cached_property
    def threads(self) -> frozenset[str]:
        """Subjects of all threads."""
        return frozenset(subject for subject in self._canon.facts if subject.startswith("thread:"))

    @cached_property
    def titles(self) -> Titles:
        """Titles of all threads."""
        found: dict[str, list[tuple[str, str]]] = {}
        for thread in sorted(self.threads):
            title = self._canon.value(thread, "title")
            words = title_words(title)
            if len(words) > 1:
                found.setdefault(words[-1], []).append((thread, title))
        return Titles(found, frozenset(found))

    def statements(self, passage: Passage) -> tuple[Statement, ...]:
        """A passage's sentences, read."""
        return statements(passage, self._gazetteer, self._canon, self.lowered)

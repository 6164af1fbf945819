"""Passages of an episode, read: sentences with the names in them, and who is meant by `he`, `her` and `my`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Change
from anigen_assets.story.continuity.prose.english import PREPOSITIONS
from anigen_assets.story.continuity.prose.gazetteer import Gazetteer, Mention
from anigen_assets.story.continuity.prose.words import Sentence, sentences
from anigen_assets.story.plan import EpisodePlan, ScenePlan

Kind = Literal["summary", "line", "action", "prompt", "synopsis", "note"]
_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
MOST_BACK = 2
"""A pronoun looks back so many sentences."""


@dataclass(frozen=True)
class Passage:
    """One text of a scene or of the episode.

    Attributes:
        kind: Where it stands.
        speaker: Id of who says it; empty for what is told or shown.
        company: Ids of everyone in the scene.
    """

    kind: Kind
    text: str
    speaker: str = ""
    company: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """One sentence of a passage with its names.

    Attributes:
        earlier: The sentences before it in its passage, last first.
    """

    passage: Passage
    sentence: Sentence
    mentions: tuple[Mention, ...]
    earlier: tuple[Statement, ...]
    canon: CanonState

    def of_kind(self, kind: str) -> tuple[Mention, ...]:
        """Mentions of people, places, items or factions."""
        if not self.mentions:
            return ()
        return self._people if kind == "character" else tuple(m for m in self.mentions if m.kind == kind)

    @cached_property
    def _people(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.kind == "character")

    @property
    def quote(self) -> str:
        """The sentence with its speaker, as evidence quotes it."""
        return self.sentence.text

    def meant(self, word: str, at: int) -> tuple[str, ...]:  # noqa: PLR0911 - one return a case
        """Ids that a pronoun at a position means; nothing when that is not clear."""
        if word in ("i", "me", "my", "mine", "myself"):
            return (self.passage.speaker,) if self.passage.speaker else ()
        if word in ("you", "your", "yours", "yourself"):
            others = [who for who in self.passage.company if who != self.passage.speaker]
            return (others[0],) if self.passage.speaker and len(others) == 1 else ()
        if word not in _HE and word not in _SHE:
            return ()
        masculine = word in _HE
        if self._leads_up_to(at):
            ahead = self._fitting([m for m in self.of_kind("character") if m.start > at], masculine)
            if ahead:
                return ahead[0]
        here = self._fitting((m for m in self.of_kind("character") if m.end <= at), masculine)
        if here:
            return here[0] if len(here) == 1 else ()
        for statement in self.earlier[:MOST_BACK]:
            before = statement._fitting(statement.of_kind("character"), masculine)
            if before:
                return before[0] if len(before) == 1 else ()
        ahead = self._fitting([m for m in self.of_kind("character") if m.start > at], masculine)
        return ahead[0] if len(ahead) == 1 and at < 4 else ()

    def _leads_up_to(self, at: int) -> bool:
        """Whether a position lies in words that come before the subject: `With her hair wet, Aoi answers`."""
        low = self.sentence.low
        comma = next((i for i in range(at, len(low)) if low[i] == ","), len(low))
        first = low[0] in PREPOSITIONS or low[0].endswith("ing") or low[0].endswith("ed")
        subject = any(m.start == comma + 1 and not m.possessive for m in self.of_kind("character"))
        return first and subject and not any(m.start < at for m in self.of_kind("character"))

    def _fitting(
        self, mentions: Iterator[Mention] | Sequence[Mention], masculine: bool
    ) -> list[tuple[str, ...]]:
        wanted = "True" if masculine else "False"
        found = [
            m.ids
            for m in mentions
            if any(self.canon.value(i, "look.masculine", wanted) == wanted for i in m.ids)
        ]
        return list(dict.fromkeys(found))


def statements(
    passage: Passage, gazetteer: Gazetteer, canon: CanonState, lowered: Collection[str]
) -> tuple[Statement, ...]:
    """A passage's sentences, read in order."""
    found: list[Statement] = []
    for sentence in sentences(passage.text):
        mentions = gazetteer.mentions(sentence, lowered)
        narrowed = tuple(_narrowed(mention, passage) for mention in mentions)
        found.append(Statement(passage, sentence, narrowed, tuple(reversed(found[-MOST_BACK:])), canon))
    return tuple(found)


def passages_of(scene: ScenePlan, changes: Sequence[Change]) -> Iterator[Passage]:
    """Every text of a scene that tells of it; lines that are declared untrue tell nothing."""
    yield Passage("summary", scene.summary, company=scene.cast)
    yield from (
        Passage("line", line.text, speaker=line.speaker, company=scene.cast)
        for line in scene.dialogue
        if not line.untrue
    )
    yield from (Passage("action", shot.action, company=scene.cast) for shot in scene.shots)
    yield Passage("prompt", scene.video_prompt, company=scene.cast)
    for change in changes:
        texts = (str(getattr(change, name, "") or "") for name in ("text", "note"))
        if getattr(change, "kind", "") in ("record_event", "advance_thread"):
            yield from (Passage("note", text, company=scene.cast) for text in texts if text)


def lower_words(plan: EpisodePlan) -> frozenset[str]:
    """Words that the episode's prose has in lower case: a name among them is a common word as well."""
    texts = [plan.synopsis, plan.logline]
    for scene in plan.scenes:
        texts += [
            scene.summary,
            *(line.text for line in scene.dialogue),
            *(shot.action for shot in scene.shots),
        ]
    return frozenset().union(*(s.lowered for text in texts for s in sentences(text)))


def _narrowed(mention: Mention, passage: Passage) -> Mention:
    """Of several who bear a name, those who are in the scene are meant."""
    if len(mention.ids) < 2:
        return mention
    here = tuple(who for who in mention.ids if who in passage.company)
    return mention._replace(ids=here) if here else mention

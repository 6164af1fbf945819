"""What a rule is shown: the plan, the bible, and canon as it stands before, during and after a scene.

A rule looks and complains; it never changes anything and never asks anybody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.changes import Change
from anigen_assets.story.continuity.mentions import Roles, roles_in
from anigen_assets.story.continuity.prose.appearance import look_claims
from anigen_assets.story.continuity.prose.echo_rules import Echo
from anigen_assets.story.continuity.prose.heavens import HourClaim
from anigen_assets.story.continuity.prose.hours import hour_claims
from anigen_assets.story.continuity.prose.look_claim import LookClaim
from anigen_assets.story.continuity.prose.reading import Statement, passages_of
from anigen_assets.story.continuity.prose.session import Reading
from anigen_assets.story.continuity.prose.unknowns import Unknown, unknowns
from anigen_assets.story.continuity.prose.words import sentences
from anigen_assets.story.continuity.telling import label, told
from anigen_assets.story.filler import FillerGuard
from anigen_assets.story.findings import Evidence
from anigen_assets.story.near_miss import near_miss
from anigen_assets.story.plan import EpisodePlan, ScenePlan

C = TypeVar("C", bound=Change)
TitleOwner = Callable[[str], int | None]


class Complaint(NamedTuple):
    """What a rule says.

    Attributes:
        here: The plan's side.
        there: The other side: what canon or another scene says; None when nothing was ever said.
        words: Fill the rule's message.
    """

    here: Evidence
    there: Evidence | None
    words: dict[str, object]


@dataclass(frozen=True)
class SceneContext:
    """One scene with its changes and the canon around it.

    Attributes:
        changes: The scene's changes in plan order.
        states: Canon before the scene, then after each of its changes.
        reading: Reads its prose with the names of the whole episode.
    """

    plan: EpisodePlan
    bible: Bible
    scene: ScenePlan
    changes: tuple[Change, ...]
    states: tuple[CanonState, ...]
    reading: Reading

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the scene's prose says of the present; dreams, tales and flashbacks say nothing of it."""
        if self.scene.mode != "now":
            return ()
        passages = passages_of(self.scene, self.changes)
        return tuple(s for passage in passages for s in self.reading.statements(passage))

    @cached_property
    def followed(self) -> tuple[tuple[Statement, Statement | None], ...]:
        """Each sentence with the one after it in its passage."""
        after = (*self.statements[1:], None)
        return tuple(
            (one, two if two is not None and two.passage is one.passage else None)
            for one, two in zip(self.statements, after, strict=False)
        )

    @cached_property
    def roles(self) -> dict[str, Roles]:
        """Everyone, and every thing in frame, with what they do."""
        return roles_in(self.scene)

    @cached_property
    def claimed_looks(self) -> tuple[tuple[LookClaim, Statement], ...]:
        """What the prose says of how people look."""
        return tuple((claim, s) for s in self.statements for claim in look_claims(s))

    @cached_property
    def claimed_hours(self) -> tuple[tuple[HourClaim, Statement], ...]:
        """What the prose says of season, light and weather."""
        described = (self.after.value(self.scene.place, "description"), self.bible.visual_style)
        standing = {sentence.low for text in described for sentence in sentences(text)}
        told = (s for s in self.statements if s.sentence.low not in standing)
        return tuple((claim, s) for s in told for claim in hour_claims(s))

    @cached_property
    def echoes(self) -> tuple[Echo, ...]:
        """Where the prose has words of secrets, questions and laws."""
        return tuple(self.reading.echoes.heard(self.statements))

    @property
    def threads(self) -> frozenset[str]:
        """Subjects of all threads."""
        return self.reading.threads

    @cached_property
    def unknowns(self) -> tuple[tuple[Unknown, Statement], ...]:
        """Names that nobody has."""
        return tuple((u, s) for s in self.statements for u in unknowns(s, self.reading.known))

    @property
    def whole(self) -> bool:
        """Whether this is the episode as its synopsis tells it, and no scene of its own."""
        return self.scene.slot == 0

    def named(self, kind: str) -> tuple[str, ...]:
        """Ids of a kind that the prose names, in order."""
        ids = (i for s in self.statements for m in s.mentions if m.kind == kind for i in m.ids)
        return tuple(dict.fromkeys(ids))

    def values(self, subject: str, attribute: str) -> tuple[str, ...]:
        """Every value an attribute has at some moment of the scene."""
        return tuple(dict.fromkeys(f.value for s in self.states if (f := s.get(subject, attribute))))

    @property
    def before(self) -> CanonState:
        """Canon as the scene finds it."""
        return self.states[0]

    @property
    def after(self) -> CanonState:
        """Canon as the scene leaves it: whoever it introduces is known."""
        return self.states[-1]

    def is_person(self, subject: str) -> bool:
        """Whether the id is a character, this scene's newcomers included."""
        return self.after.kind(subject) == "character"

    def present(self, person: str) -> bool:
        """Whether a person is present at any moment of the scene: before leaving or after returning."""
        return any(state.value(person, "status") == "present" for state in self.states)

    def label(self, subject: str) -> str:
        """Name and id."""
        return label(self.after, subject)

    def introduced_later(self, subject: str) -> Evidence | None:
        """The later scene of the plan that introduces an id, or None."""
        for planned in self.plan.changes:
            introduces = str(getattr(planned.change, "kind", "")).startswith("introduce_")
            if (
                introduces
                and getattr(planned.change, "id", "") == subject
                and planned.scene > self.scene.slot
            ):
                text = f"introduces '{subject}', {getattr(planned.change, 'name', '')}"
                return Evidence(episode=self.plan.number, scene=planned.scene, text=text)
        return None

    def near(self, wrong_id: str, kind: str) -> str:
        """` (did you mean 'ren'?)`, or nothing when no id of that kind is close."""
        close = near_miss(wrong_id, self.after.ids(kind))
        return f" (did you mean '{close}'?)" if close else ""

    def here(self, text: str) -> Evidence:
        """Something this scene says."""
        return Evidence(episode=self.plan.number, scene=self.scene.slot, text=text)

    def complaint(self, text: str, fact: Fact | None = None, **words: object) -> Complaint:
        """A complaint about something the scene says, against a fact when there is one."""
        return Complaint(self.here(text), None if fact is None else told(self.after, fact), words)


@dataclass(frozen=True)
class ChangeContext(Generic[C]):
    """One change with the canon it finds.

    Attributes:
        state: Canon just before this change, after those before it in the same scene.
        position: Index of the change among its scene's changes.
    """

    during: SceneContext
    change: C
    state: CanonState
    position: int

    @property
    def kind(self) -> str:
        """The change's kind, as plans write it."""
        return str(getattr(self.change, "kind", ""))

    def complaint(self, text: str, fact: Fact | None = None, **words: object) -> Complaint:
        """A complaint about the change, against a fact of the canon it finds when there is one."""
        there = None if fact is None else told(self.state, fact)
        return Complaint(self.during.here(text), there, words)

    def label(self, subject: str) -> str:
        """Name and id."""
        return self.during.label(subject)


@dataclass(frozen=True)
class PlanContext:
    """The whole episode.

    Attributes:
        before: Canon as the episode finds it.
        after: Canon as it leaves it.
        whole: What synopsis and logline tell, as a scene of its own with slot 0.
        title_owner: Number of the episode that has a title already, or None.
        filler_guard: Given for an hour behind retired hours.
    """

    plan: EpisodePlan
    bible: Bible
    before: CanonState
    after: CanonState
    scenes: tuple[SceneContext, ...]
    whole: SceneContext
    title_owner: TitleOwner
    filler_guard: FillerGuard | None

    def at(self, scene: int, text: str) -> Evidence:
        """Something the episode says; scene 0 means the episode as a whole."""
        return Evidence(episode=self.plan.number, scene=scene, text=text)

    def complaint(
        self, scene: int, text: str, there: Evidence | Fact | None = None, **words: object
    ) -> Complaint:
        """A complaint about a scene, or about the episode as a whole (scene 0)."""
        other = told(self.after, there) if isinstance(there, Fact) else there
        return Complaint(self.at(scene, text), other, words)

    def label(self, subject: str) -> str:
        """Name and id."""
        return label(self.after, subject)

    def open_threads(self) -> Iterator[tuple[str, int]]:
        """(subject, due episode) of the threads that are open when the episode begins, by id."""
        for subject in self.before.ids("thread"):
            if self.before.value(subject, "status") == "open":
                yield subject, int(self.before.value(subject, "due_number"))

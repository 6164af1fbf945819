"""The stage that the rules' examples are played on: the example show, changed step by step.

Examples belong to the rules; nothing here judges anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from anigen_assets.story.bible import Bible
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import CanonChange, IntroduceCharacter
from anigen_assets.story.continuity.example_show import LOOK, NUMBER, VOICE, example_bible, example_plan
from anigen_assets.story.filler import FillerGuard
from anigen_assets.story.plan import DialogueLine, EpisodePlan, PlannedChange, ScenePlan
from anigen_assets.story.vocabulary import Emotion


def _genesis() -> CanonState:
    return CanonState().after(((0, change) for change in example_bible().genesis()), 0)


def newcomer(person: str, name: str) -> IntroduceCharacter:
    """Somebody new to the example show."""
    return IntroduceCharacter(
        id=person, name=name, role="minor", look=LOOK, voice=VOICE, description="new in town"
    )


@dataclass(frozen=True)
class Stage:
    """A bible, canon and a plan; every method returns another stage.

    Attributes:
        canon: Canon as the episode finds it; at first what the bible says.
        plan: Episode NUMBER; at first without flaw and without changes.
    """

    bible: Bible = field(default_factory=example_bible)
    canon: CanonState = field(default_factory=_genesis)
    plan: EpisodePlan = field(default_factory=example_plan)
    title_owner: Callable[[str], int | None] = field(default=lambda _title: None)
    filler_guard: FillerGuard | None = None

    def told(self, number: int, scene: int, *changes: CanonChange) -> Stage:
        """An earlier episode's scene made these changes."""
        return replace(self, canon=self.canon.after(((scene, change) for change in changes), number))

    def change(self, scene: int, *changes: CanonChange) -> Stage:
        """A scene of the plan makes these changes."""
        planned = tuple(PlannedChange(scene=scene, change=change) for change in changes)
        return self.planned(changes=(*self.plan.changes, *planned))

    def planned(self, **values: Any) -> Stage:
        """Other values of the plan."""
        return replace(self, plan=self.plan.model_copy(update=values))

    def as_number(self, number: int) -> Stage:
        """The plan is another episode's."""
        return self.planned(number=number)

    def scene(self, slot: int, **values: Any) -> Stage:
        """Other values of one scene."""
        return self._scene(slot, lambda scene: scene.model_copy(update=values))

    def cast(self, slot: int, *people: str) -> Stage:
        """A scene in which exactly these people are present, seen and speak."""

        def recast(scene: ScenePlan) -> ScenePlan:
            said = tuple(
                DialogueLine(speaker=p, text="I am here.", emotion=Emotion.NEUTRAL) for p in people[:2]
            )
            spoken = tuple(range(len(said)))
            first, *others = scene.shots
            shots = (
                first.model_copy(update={"subjects": people[:4], "lines": spoken}),
                *(shot.model_copy(update={"subjects": people[:4], "lines": ()}) for shot in others),
            )
            return scene.model_copy(update={"cast": people, "dialogue": said, "shots": shots})

        return self._scene(slot, recast)

    def framed(self, slot: int, *people: str) -> Stage:
        """The same scene with only these people in frame; who speaks stays."""

        def reframe(scene: ScenePlan) -> ScenePlan:
            shots = tuple(shot.model_copy(update={"subjects": people}) for shot in scene.shots)
            return scene.model_copy(update={"shots": shots})

        return self._scene(slot, reframe)

    def everywhere(self, *people: str) -> Stage:
        """Every scene with exactly these people."""
        stage = self
        for scene in self.plan.scenes:
            stage = stage.cast(scene.slot, *people)
        return stage

    def everywhere_after(self, slot: int, *people: str) -> Stage:
        """Every scene after this one with exactly these people."""
        stage = self
        for scene in self.plan.scenes[slot:]:
            stage = stage.cast(scene.slot, *people)
        return stage

    def newcomer(self, slot: int, person: str = "hana", name: str = "Hana Ishii") -> Stage:
        """A scene introduces a minor character."""
        return self.change(slot, newcomer(person, name))

    def shot(self, slot: int, index: int, **values: Any) -> Stage:
        """Other values of one shot of a scene, counted from 0."""

        def reshoot(scene: ScenePlan) -> ScenePlan:
            shots = list(scene.shots)
            shots[index] = shots[index].model_copy(update=values)
            return scene.model_copy(update={"shots": tuple(shots)})

        return self._scene(slot, reshoot)

    def _scene(self, slot: int, edit: Callable[[ScenePlan], ScenePlan]) -> Stage:
        scenes = tuple(edit(scene) if scene.slot == slot else scene for scene in self.plan.scenes)
        return self.planned(scenes=scenes)


__all__ = ["NUMBER", "Stage", "newcomer"]

"""Puts a synthetic story into the tables that the director's memory reads, by COPY, as retirement would have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import psycopg

from anigen_assets.services.compress_story import EXTRACTIVE
from anigen_assets.store.packing import Packer
from anigen_assets.store.stored_plan import plan_document
from anigen_assets.story.calendar import hour_of
from anigen_assets.story.canon import Fact
from anigen_assets.story.context.compression import Accepted, Material, Part, compress, headline
from anigen_assets.story.context.lines import scene_line
from anigen_assets.story.context.pyramid import LEVELS, Block, block_of, complete, span
from anigen_assets.story.context.turns import Registry, Turn, parsed, turns_of
from anigen_assets.story.plan import EpisodePlan
from anigen_tests.benchmarks.memory_story import SyntheticEpisode, SyntheticStory
from anigen_tests.store.story import plan as small_plan

AT = datetime(2026, 1, 1, tzinfo=UTC)
PLANS_KEPT = 8
"""The last plans: the memory reads no others."""


class Tables:
    """Rows of a story, gathered while it is told.

    Attributes:
        turns: Every turning point, for asking whether the summaries have them.
        refused: Blocks for which no summary was accepted.
    """

    def __init__(self, story: SyntheticStory, series_id: str) -> None:
        self._story, self._series = story, series_id
        self.facts: list[tuple[Any, ...]] = []
        self.scenes: list[tuple[Any, ...]] = []
        self.episodes: list[tuple[Any, ...]] = []
        self.context: list[tuple[Any, ...]] = []
        self.plans: list[SyntheticEpisode] = []
        self.turns: list[Turn] = []
        self.refused: list[Block] = []
        self._texts: dict[tuple[str, int], str] = {}
        self._lines: list[Part] = []
        self._arc_turns: list[Turn] = []
        self._known = dict(story.truth.facts)
        value = story.truth.value
        self._registry = Registry(
            lambda one: value(one, "name") or value(one, "title") or one,
            lambda one: value(one, "role"),
            story.truth.opened.get,
        )

    def tell(self, count: int) -> None:
        """Gathers episodes 1 to `count`."""
        for episode in self._story.episodes(count):
            self._gather(episode)
        for fact in self._story.truth.facts.values():
            if fact.number:  # the bible's facts are there already, or were superseded
                self.facts.append(self._fact(fact, None))

    def write(self, url: str) -> None:
        """Copies everything into the database of a series that has just begun."""
        last = len(self.episodes)
        with psycopg.connect(url) as connection:
            connection.execute("SET synchronous_commit = off")
            ended = [(f[1], f[2], f[5]) for f in self.facts if f[4] == 0]
            for subject, attribute, valid_to in ended:
                connection.execute(
                    "UPDATE canon_facts SET valid_to = %s WHERE series_id = %s AND subject = %s AND attribute = %s",
                    (valid_to, self._series, subject, attribute),
                )
            self._copy(connection, "episodes", EPISODES, self.episodes)
            self._copy(connection, "scenes", SCENES, self.scenes)
            self._copy(connection, "canon_facts", FACTS, (f for f in self.facts if f[4]))
            self._copy(connection, "narrative_context", CONTEXT, self.context)
            self._copy(connection, "plans", PLANS, map(self._plan, self.plans))
            for table, columns, rows in (
                ("characters", CHARACTERS, self._characters()),
                ("plot_threads", THREADS, self._threads()),
            ):
                connection.execute(f"DELETE FROM {table}")
                self._copy(connection, table, columns, rows)
            connection.execute("UPDATE series_state SET frontier = %s, head_number = %s", (last, last))
            connection.commit()
            connection.autocommit = True
            connection.execute("VACUUM ANALYZE")

    def _gather(self, episode: SyntheticEpisode) -> None:
        number, name = episode.number, self._registry.name
        for _, change in episode.changes:
            for effect in change.effects():
                old = self._known.get((effect.subject, effect.attribute))
                if old is not None and old.number != number:
                    self.facts.append(self._fact(old, number))
                self._known[effect.subject, effect.attribute] = self._story.truth.facts[
                    effect.subject, effect.attribute
                ]
        self.episodes.append((self._series, number, "retired", False, 1, 1, episode.title, "", "", AT))
        lines = []
        for scene in episode.scenes:
            lines.append(scene_line(scene, name))  # type: ignore[arg-type]  # has what a line is made from
            self.scenes.append(
                (self._series, number, scene.slot, 1, AT, "made", scene.place, ",".join(scene.cast), "slate",
                 (number - 1) * 6 + scene.slot)
            )  # fmt: skip
        line = f"{episode.title}: {episode.logline}"
        self.context.append((self._series, "scene", number, 0, number, "\n".join(lines)))
        self.context.append((self._series, "episode", number, 0, number, line))
        self.plans = [*self.plans[-PLANS_KEPT + 1 :], episode]
        turns = turns_of(number, episode.changes, self._registry)
        self.turns += turns
        self._arc_turns += turns
        self._lines.append(Part(number, line))
        for level in LEVELS[1:]:
            if number % span(level) == 0:
                self._summarise(block_of(level, number))

    def _summarise(self, block: Block) -> None:
        if block.level == "arc":
            material = Material(block, tuple(self._lines), tuple(self._arc_turns))
            self._lines, self._arc_turns = [], []
        else:
            below = LEVELS[LEVELS.index(block.level) - 1]
            firsts = [f for f in complete(below, block.last) if f >= block.first]
            texts = [(first, self._texts[below, first]) for first in firsts]
            parts = tuple(Part(first, headline(text)) for first, text in texts)
            material = Material(block, parts, tuple(t for _, text in texts for t in parsed(text)))
        outcome = compress(EXTRACTIVE, material)
        text = outcome.text if isinstance(outcome, Accepted) else ""
        if not text:
            self.refused.append(block)
        self._texts[block.level, block.first] = text
        self.context.append((self._series, block.level, block.first, 0, block.last, text))

    def _fact(self, fact: Fact, valid_to: int | None) -> tuple[Any, ...]:
        position = fact.number + 1
        return (
            self._series, fact.subject, fact.attribute, position, fact.number, valid_to, fact.scene, fact.value
        )  # fmt: skip

    def _plan(self, episode: SyntheticEpisode) -> tuple[Any, ...]:
        plan: EpisodePlan = small_plan(episode.number, title=episode.title)
        scenes = tuple(
            drawn.model_copy(
                update={
                    "place": s.place,
                    "cast": s.cast,
                    "summary": s.summary,
                    "dialogue": drawn.dialogue * 5,
                }
            )
            for drawn, s in zip(plan.scenes, episode.scenes, strict=True)
        )
        told = plan.model_copy(
            update={"scenes": scenes, "logline": episode.logline, "series_id": self._series}
        )
        document = Packer().pack(plan_document(told.model_copy(update={"hour": hour_of(episode.number, AT)})))
        return (self._series, episode.number, 1, False, document, "offline", "synthetic", bytes(32), AT)

    def _characters(self) -> Iterable[tuple[Any, ...]]:
        truth = self._story.truth
        for (subject, attribute), fact in truth.facts.items():
            if attribute == "kind" and fact.value == "character":
                seen = truth.seen.get(subject)
                words = [truth.value(subject, a) for a in ("name", "role", "status")]
                changed = truth.facts[subject, "status"].number
                yield (self._series, subject, *words, fact.number, changed, seen[0] if seen else None)

    def _threads(self) -> Iterable[tuple[Any, ...]]:
        truth = self._story.truth
        for (subject, attribute), fact in truth.facts.items():
            if attribute == "kind" and fact.value == "thread":
                status = truth.facts[subject, "status"]
                beat, due = int(truth.value(subject, "beat")), int(truth.value(subject, "due_number"))
                one = subject.removeprefix("thread:")
                title = truth.value(subject, "title")
                yield (self._series, one, title, status.value, beat, fact.number, due, status.number)

    def _copy(self, connection: psycopg.Connection, table: str, columns: str, rows: Iterable[Any]) -> None:
        with connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


EPISODES = "series_id, number, state, filler, take, film_take, title, reason, failed_component, updated_at"
SCENES = 'series_id, number, slot, take, updated_at, state, place, "cast", provider, scene_number'
FACTS = "series_id, subject, attribute, position, valid_from, valid_to, scene, value"
CONTEXT = "series_id, level, first_number, slot, last_number, text"
PLANS = "series_id, number, take, filler, document, director, model, prompt_hash, planned_at"
CHARACTERS = "series_id, character_id, name, role, status, since_number, changed_number, seen_number"
THREADS = "series_id, thread_id, title, status, beat, opened_number, due_number, changed_number"

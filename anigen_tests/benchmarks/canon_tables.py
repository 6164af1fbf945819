"""A synthetic series with its whole chain, put into the tables by COPY, as retirement would have left them.

The story is that of the memory's benchmark, and more changes are told with each episode until there are as many facts
as asked for: some of them new events, most of them moods, states and hands that change every few episodes, so that
some keys have thousands of values, and one has a value for every episode.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from anigen_assets.services.application import Application
from anigen_assets.store.packing import Packer
from anigen_assets.store.repositories.fact_replay import FactReplay, Interval
from anigen_assets.store.repositories.people_and_threads import rows_of
from anigen_assets.store.repositories.seal import seal
from anigen_assets.store.repositories.standing import CHECKPOINT_LINKS
from anigen_assets.store.stored_plan import plan_document
from anigen_assets.store.tables.canon import Character
from anigen_assets.story.calendar import hour_of, key_of
from anigen_assets.story.chain import change_document, link_digest_of_documents
from anigen_assets.story.changes import Change, Hold, Key, RecordEvent, SetAttribute
from anigen_tests.benchmarks.memory_story import SyntheticStory
from anigen_tests.store.story import plan as small_plan

AT = datetime(2026, 1, 1, tzinfo=UTC)
PLAN_VARIANTS = 64
MOODS = ("calm", "cross", "hopeful", "tired", "sly", "elated")


class CanonStory:
    """Tells a series and writes its canon.

    Attributes:
        replay: The facts as the links make them.
    """

    def __init__(self, app: Application, facts_per_episode: float) -> None:
        self._app = app
        self._story = SyntheticStory(app.bible)
        self._random = random.Random(7)
        self._per_episode = facts_per_episode
        self._told_facts = 0
        self.replay = FactReplay()
        self._head = ""
        self._last = 0
        self.replay.apply(1, 0, [(0, change) for change in app.bible.genesis()])
        with app.database.unit_of_work() as uow:
            series = uow.series.require(app.series_id)
        self._head, self._first_hour = series.head_digest, series.first_hour

    def write(self, url: str, episodes: int) -> None:
        """Tells episodes 1 to `episodes` into a database whose series has just begun."""
        with psycopg.connect(url) as connection:
            connection.execute("SET synchronous_commit = off")
            changes: list[tuple[Any, ...]] = []
            links: list[tuple[Any, ...]] = []
            for number, told in self._episodes(episodes):
                self._link(number, told, changes, links)
                if len(changes) > 50_000:
                    self._flush(connection, changes, links)
            self._flush(connection, changes, links)
            self._rest(connection, episodes)
            connection.commit()
            connection.autocommit = True
            connection.execute("VACUUM ANALYZE")

    def _episodes(self, count: int) -> Iterator[tuple[int, list[tuple[int, Change]]]]:
        for episode in self._story.episodes(count):
            errand = SetAttribute(
                subject=self._app.bible.cast[0].id, attribute="errand", value=self._random.choice(MOODS)
            )
            told = [*episode.changes, (6, errand)]
            self._told_facts += sum(len(change.effects()) for _, change in told)
            while self._told_facts < episode.number * self._per_episode:
                change = self._another(episode.number, len(told))
                told.append((6, change))
                self._told_facts += len(change.effects())
            yield episode.number, told

    def _another(self, number: int, position: int) -> Change:
        r, bible = self._random, self._app.bible
        which = r.random()
        if which < 0.3:
            return RecordEvent(
                id=f"more{number}x{position}", text="Somebody counts the boats, and one is new."
            )
        if which < 0.6:
            return Hold(item=r.choice(bible.items).id, holder=r.choice(bible.cast).id)
        who = r.choice(bible.cast[:6]).id
        return SetAttribute(
            subject=who, attribute=r.choice(("mood", "worry", "errand")), value=r.choice(MOODS)
        )

    def _link(
        self, number: int, told: list[tuple[int, Change]], changes: list[Any], links: list[Any]
    ) -> None:
        series, position = self._app.series_id, number + 1
        documents = [change_document(*one) for one in told]
        digest = link_digest_of_documents(
            self._head, "episode", key_of(hour_of(number, self._first_hour)), documents
        )
        self._head, self._last = digest, number
        self.replay.apply(position, number, told)
        checkpoint = position % CHECKPOINT_LINKS == 0
        standing = (self.replay.standing_count, bytes.fromhex(self.replay.standing_sum))
        at = AT + timedelta(hours=number)
        row = (series, position, number, 1, 0, len(told), at, "episode", digest)
        links.append(
            (*row[:-1], bytes.fromhex(digest), seal(*row), *(standing if checkpoint else (None, None)))
        )
        changes += [(series, number, 1, i, d["scene"], Jsonb(d["change"])) for i, d in enumerate(documents)]

    def _flush(self, connection: psycopg.Connection, changes: list[Any], links: list[Any]) -> None:
        _copy(connection, "canon_changes", CHANGES, changes)
        _copy(connection, "canon_snapshots", LINKS, links)
        changes.clear()
        links.clear()

    def _rest(self, connection: psycopg.Connection, last: int) -> None:
        series = self._app.series_id
        rows = list(self.replay.rows())
        ended = [(f.valid_to, series, *key) for key, f in rows if f.position == 1 and f.valid_to is not None]
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE canon_facts SET valid_to = %s WHERE series_id = %s AND subject = %s AND attribute = %s",
                ended,
            )
        _copy(connection, "canon_facts", FACTS, _facts(series, rows))
        packed = [Packer().pack(plan_document(small_plan(n))) for n in range(1, PLAN_VARIANTS + 1)]
        _copy(connection, "episodes", EPISODES, (
            (series, n, "retired", False, 1, 1, f"Episode {n}", "", "", AT, n + 1) for n in range(1, last + 1)
        ))  # fmt: skip
        _copy(connection, "plans", PLANS, (
            (series, n, 1, False, packed[n % PLAN_VARIANTS], "offline", "synthetic", bytes(32), AT)
            for n in range(1, last + 1)
        ))  # fmt: skip
        state = self.replay.standing_state()
        for table, subject, entry in rows_of(state, sorted(state.facts)):
            own = {"series_id": series, **entry, "changed_number": self.replay.touched[subject][1]}
            connection.execute(
                f"DELETE FROM {table.__tablename__} WHERE {ID_OF[table is Character]} = %s",
                (own[ID_OF[table is Character]],),
            )
            names, marks = ", ".join(own), ", ".join(["%s"] * len(own))
            connection.execute(
                f"INSERT INTO {table.__tablename__} ({names}) VALUES ({marks})", tuple(own.values())
            )
        connection.execute(
            "UPDATE series_state SET frontier = %s, head_number = %s, chain_length = %s, head_digest = %s,"
            " standing_count = %s, standing_sum = %s",
            (last, last, last + 1, bytes.fromhex(self._head), self.replay.standing_count,
             bytes.fromhex(self.replay.standing_sum)),
        )  # fmt: skip


def _facts(series: str, rows: Iterable[tuple[Key, Interval]]) -> Iterator[tuple[Any, ...]]:
    in_order = sorted((row for row in rows if row[1].position > 1), key=lambda row: row[1].position)
    return ((series, *key, f.position, f.valid_from, f.valid_to, f.scene, f.value) for key, f in in_order)


def _copy(connection: psycopg.Connection, table: str, columns: str, rows: Iterable[Any]) -> None:
    with connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


ID_OF = {True: "character_id", False: "thread_id"}
CHANGES = "series_id, number, take, position, scene, document"
LINKS = (
    "series_id, position, number, take, first_change, changes_count, at, kind, digest, seal, standing_count,"
    " standing_sum"
)
FACTS = "series_id, subject, attribute, position, valid_from, valid_to, scene, value"
EPISODES = (
    "series_id, number, state, filler, take, film_take, title, reason, failed_component, updated_at, link"
)
PLANS = "series_id, number, take, filler, document, director, model, prompt_hash, planned_at"

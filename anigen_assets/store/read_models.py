"""What the viewer reads: plain SQL over views, small values out. Works with the read-only role.

Pages are found by keys, never by offset; nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from anigen_assets.store.database import Database
from anigen_assets.store.levels import levels_from
from anigen_assets.store.packing import Packer
from anigen_assets.store.stored_plan import read_plan
from anigen_assets.store.view_queries import (
    CHANGES,
    CORRECTIONS,
    COST,
    EPISODE,
    FIGURES,
    FILES,
    HEALTH,
    LINK,
    LOGS,
    NAMES,
    NEIGHBOURS,
    ONE_FILE,
    PAGE,
    SCENES,
    SERIES,
    SET_UP,
    STATES,
    WORDS,
)
from anigen_assets.store.view_values import (
    EpisodeCard,
    EpisodePage,
    HealthView,
    LogView,
    MediaRef,
    SceneView,
    SeriesInfo,
    Statistics,
)
from anigen_assets.story.changes import Retcon
from anigen_assets.story.corrections import Correction
from anigen_assets.story.plan import EpisodePlan

__all__ = [
    "EpisodeCard",
    "EpisodePage",
    "HealthView",
    "LogView",
    "MediaRef",
    "ReadModels",
    "SceneView",
    "SeriesInfo",
    "Statistics",
]

MOST_CARDS, MOST_LINES = 100, 1000
NEWEST = 2_147_483_647


class ReadModels:
    """Queries of the viewer for one series."""

    def __init__(self, database: Database, series_id: str) -> None:
        self._database = database
        self.series_id = series_id

    def is_set_up(self) -> bool:
        """Whether the database has our views; before the first migration it has none."""
        row = self._one(SET_UP)
        return row is not None and bool(row["set_up"])

    def series_info(self) -> SeriesInfo | None:
        """The series, or None before it has begun."""
        row = self._one(SERIES)
        return None if row is None else SeriesInfo(**row)

    def episodes_page(self, before_number: int | None = None, limit: int = 24) -> list[EpisodeCard]:
        """Newest first, below a number (keyset); at most 100."""
        with self._database.connection() as connection:
            wanted = {"before": before_number or NEWEST, "limit": max(1, min(limit, MOST_CARDS))}
            rows = self._with_documents(connection, self._rows(connection, PAGE, **wanted))
            files = self._files(connection, [row["number"] for row in rows])
        return [_card(row, files) for row in rows]

    def episode(self, number: int) -> EpisodePage | None:
        """One episode with its plan, scenes and neighbours, or None."""
        with self._database.connection() as connection:
            rows = self._rows(connection, EPISODE, number=number)
            if not rows:
                return None
            row = self._with_documents(connection, rows)[0]
            files = self._files(connection, [number])
            changes = self._rows(connection, CHANGES, number=number, take=row["take"])
            scenes = self._rows(connection, SCENES, number=number)
            neighbours = self._rows(connection, NEIGHBOURS, number=number)[0]
            links = self._rows(connection, LINK, number=number)
            cost = self._rows(connection, COST, number=number)[0]["cost_usd"]
            plan = read_plan(row, changes) if row["document"] else None
            ids = _ids(plan) if plan is not None else []
            names = self._rows(connection, NAMES, number=number, ids=ids) if ids else []
            retcons = self._rows(connection, CORRECTIONS, number=number) if plan is not None else []
        film = row["film_take"]
        return EpisodePage(
            card=_card(row, files),
            synopsis=row["document"].get("synopsis", ""),
            plan=plan,
            scenes=tuple(SceneView(s["slot"], s["state"], s["seconds"], _media(s)) for s in scenes),
            film=files.get((number, "film", film)),
            vtt=files.get((number, "vtt", film)),
            director=row["director"] or "",
            model=row["model"] or "",
            take=row["take"],
            digest=links[0]["digest"] if links else None,
            cost_usd=cost,
            planned_at=row["planned_at"],
            produced_at=row["produced_at"],
            retired_at=row["retired_at"],
            previous_number=neighbours["previous_number"],
            next_number=neighbours["next_number"],
            names={name["entity_id"]: name["name"] for name in names},
            corrections=_corrections(plan, retcons),
        )

    def media(self, media_id: int) -> MediaRef | None:
        """A file of this series by id, or None."""
        row = self._one(ONE_FILE, media_id=media_id)
        return None if row is None else _media(row)

    def statistics(self) -> Statistics:
        """The series in figures."""
        with self._database.connection() as connection:
            states = {r["state"]: r["episodes"] for r in self._rows(connection, STATES)}
            figures = self._rows(connection, FIGURES)[0]
        return Statistics(by_state=states, episodes=sum(states.values()), **figures)

    def health(self) -> HealthView:
        """Basics of the database's side."""
        row = self._one(HEALTH)
        assert row is not None, "the query has no condition"
        return HealthView(**row)

    def logs(self, limit: int = 100, level: str | None = None, number: int | None = None) -> list[LogView]:
        """Newest first; `level` is the least severe to show; at most 1000."""
        wanted = {"levels": list(levels_from(level or "")), "number": number}
        with self._database.connection() as connection:
            rows = self._rows(connection, LOGS, limit=max(1, min(limit, MOST_LINES)), **wanted)
        return [LogView(**row) for row in rows]

    def _one(self, query: str, **values: Any) -> dict[str, Any] | None:
        with self._database.connection() as connection:
            rows = self._rows(connection, query, **values)
        return rows[0] if rows else None

    def _rows(self, connection: Connection, query: str, **values: Any) -> list[dict[str, Any]]:
        found = connection.execute(text(query), {"series_id": self.series_id, **values})
        return [dict(row) for row in found.mappings()]

    def _with_documents(self, connection: Connection, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        wanted = sorted({row["dictionary_id"] for row in rows if row["dictionary_id"] is not None})
        found = self._rows(connection, WORDS, wanted=wanted) if wanted else []
        packers = {None: Packer()} | {word["dictionary_id"]: Packer(word["words"]) for word in found}
        return [
            row
            | {"document": packers[row["dictionary_id"]].unpack(row["document"]) if row["document"] else {}}
            for row in rows
        ]

    def _files(self, connection: Connection, numbers: Sequence[int]) -> dict[tuple[int, str, int], MediaRef]:
        rows: Iterable[dict[str, Any]] = (
            self._rows(connection, FILES, numbers=list(numbers)) if numbers else ()
        )
        return {(row["number"], row["kind"], row["take"]): ref for row in rows if (ref := _media(row))}


def _card(row: dict[str, Any], files: dict[tuple[int, str, int], MediaRef]) -> EpisodeCard:
    number, film = row["number"], row["film_take"]
    return EpisodeCard(
        number=number,
        hour=row["hour"],
        state=row["state"],
        filler=row["filler"],
        title=row["title"],
        logline=row["document"].get("logline", ""),
        seconds=row["seconds"],
        reason=row["reason"],
        poster=files.get((number, "poster", film)),
        thumbnail=files.get((number, "thumbnail", film)),
    )


def _corrections(plan: EpisodePlan | None, rows: list[dict[str, Any]]) -> tuple[Retcon, ...]:
    if plan is None:
        return ()
    found = (Correction(Retcon.model_validate(r["document"]), r["number"], r["valid_to"]) for r in rows)
    return tuple(correction.retcon for correction in found if correction.concerns(plan))


def _ids(plan: EpisodePlan) -> list[str]:
    return sorted({entity for scene in plan.scenes for entity in (scene.place, *scene.cast)})


def _media(row: dict[str, Any]) -> MediaRef | None:
    if row["media_id"] is None:
        return None
    return MediaRef(row["media_id"], row["key"], row["bytes"], row["sha256"], row["media_seconds"])

"""What the viewer reads: plain SQL over views, small values out. Works with the read-only role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from anigen_assets.store.database import Database
from anigen_assets.story.plan import EpisodePlan


@dataclass(frozen=True)
class SeriesInfo:
    """The series for a headline."""

    series_id: str
    title: str
    title_native: str
    premise: str
    first_hour: datetime
    frontier: int
    head_digest: str


@dataclass(frozen=True)
class MediaRef:
    """A file to link to; addresses show `media_id`, never the key."""

    media_id: int
    key: str
    bytes: int
    sha256: str
    seconds: float | None


@dataclass(frozen=True)
class EpisodeCard:
    """An episode in a grid; text is a model's words and must be shown as text."""

    number: int
    hour: datetime
    state: str
    filler: bool
    title: str
    logline: str
    seconds: float | None
    reason: str
    poster: MediaRef | None
    thumbnail: MediaRef | None


@dataclass(frozen=True)
class SceneView:
    """A scene of an episode page."""

    slot: int
    state: str
    seconds: float | None
    film: MediaRef | None


@dataclass(frozen=True)
class EpisodePage:
    """Everything an episode page shows."""

    card: EpisodeCard
    synopsis: str
    plan: EpisodePlan | None
    scenes: tuple[SceneView, ...]
    film: MediaRef | None
    vtt: MediaRef | None
    director: str
    model: str
    take: int
    digest: str | None
    cost_usd: Decimal
    planned_at: datetime | None
    produced_at: datetime | None
    retired_at: datetime | None
    previous_number: int | None
    next_number: int | None


@dataclass(frozen=True)
class Statistics:
    """The series in figures."""

    by_state: dict[str, int]
    episodes: int
    scenes: int
    seconds: float
    characters: int
    places: int
    open_threads: int
    facts: int
    spent_usd: Decimal
    last_produced_at: datetime | None


@dataclass(frozen=True)
class HealthView:
    """What an operator looks at first."""

    database_version: str
    revision: str | None
    frontier: int
    newest_number: int
    last_produced_at: datetime | None
    failed: int
    unfinished: int


@dataclass(frozen=True)
class LogView:
    """A log line."""

    log_id: int
    at: datetime
    level: str
    component: str
    number: int
    slot: int
    message: str


class ReadModels:
    """Queries of the viewer for one series."""

    def __init__(self, database: Database, series_id: str) -> None:
        self._database = database
        self.series_id = series_id

    def series_info(self) -> SeriesInfo | None:
        """The series, or None before it has begun."""
        raise NotImplementedError

    def episodes_page(self, before_number: int | None = None, limit: int = 24) -> list[EpisodeCard]:
        """Newest first, below a number (keyset); at most 100."""
        raise NotImplementedError

    def episode(self, number: int) -> EpisodePage | None:
        """One episode with its plan, scenes and neighbours, or None."""
        raise NotImplementedError

    def media(self, media_id: int) -> MediaRef | None:
        """A file by id, or None."""
        raise NotImplementedError

    def statistics(self) -> Statistics:
        """The series in figures."""
        raise NotImplementedError

    def health(self) -> HealthView:
        """Basics of the database's side."""
        raise NotImplementedError

    def logs(self, limit: int = 100, level: str | None = None, number: int | None = None) -> list[LogView]:
        """Newest first; `level` is the least severe to show."""
        raise NotImplementedError

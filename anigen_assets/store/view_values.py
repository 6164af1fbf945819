"""What the viewer shows, as small frozen values. Text in them is a model's words: show it as text, never as markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from anigen_assets.story.changes import Retcon
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
    """An episode in a grid."""

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
    """Everything an episode page shows.

    Attributes:
        names: Name by id of everyone and every place in the plan, as of the episode.
        corrections: Retcons of facts that the episode relied on or set, recorded after it was told.
    """

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
    names: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Retcon, ...] = ()


@dataclass(frozen=True)
class Statistics:
    """The series in figures; scenes and seconds count what has a film."""

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

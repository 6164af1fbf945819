"""What repositories give back: frozen values, no rows, no sessions.

What goes in is in `orders`, whose names can be imported from here as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from anigen_assets.store.orders import (
    ContextLevel,
    EntryKind,
    EntryToAdd,
    FilmToSave,
    LogToAdd,
    MediaKind,
    MediaToSave,
    PlanToSave,
    SceneState,
    SceneToSave,
    Summary,
)
from anigen_assets.story.bible import Bible
from anigen_assets.story.changes import Change
from anigen_assets.story.plan import EpisodePlan

__all__ = [
    "ChainFault",
    "ContextLevel",
    "DatabaseUrls",
    "DraftChanges",
    "EntryKind",
    "EntryToAdd",
    "EpisodeRecord",
    "EpisodeState",
    "FilmToSave",
    "HistoricFact",
    "LedgerEntry",
    "LibraryRow",
    "LogRecord",
    "LogToAdd",
    "MediaKind",
    "MediaRecord",
    "MediaToSave",
    "PlanRecord",
    "PlanToSave",
    "SceneRecord",
    "SceneState",
    "SceneToSave",
    "SeriesRecord",
    "SnapshotRecord",
    "Summary",
]

DraftChanges = tuple[tuple[int, Change], ...]
"""(scene slot, change) in plan order."""


class EpisodeState(StrEnum):
    """Where an hour stands."""

    PLANNED = "planned"  # a plan is accepted; its changes are drafts
    STALE = "stale"  # the plan rests on something that was withdrawn: plan it again
    PRODUCED = "produced"  # the film exists; its changes are still drafts
    RETIRED = "retired"  # its changes are canon
    SKIPPED = "skipped"  # recorded as never to be told; may later become filler
    WITHDRAWN = "withdrawn"  # an operator gave the draft up
    FAILED = "failed"  # the last attempt failed; an earlier plan stays


@dataclass(frozen=True)
class SeriesRecord:
    """One series as it stands.

    Attributes:
        bible: The bible's document, as JSON values.
        bible_text: The bible as the person wrote it.
        bible_digest: sha256 of the canonical JSON of `bible`.
        genesis_digest: Digest of the first link.
        head_number: Episode number of the newest link (0 for genesis); a filler's may lie in the past.
        head_digest: Digest of the newest link.
        chain_length: Links so far, genesis included; also the newest link's position.
        frontier: Highest number up to which every hour is retired or skipped; 0 before the first.
        canon_version: Grows with every change of drafts or canon.
    """

    series_id: str
    title: str
    first_hour: datetime
    bible: Mapping[str, Any]
    bible_text: str
    bible_digest: str
    genesis_digest: str
    head_number: int
    head_digest: str
    chain_length: int
    frontier: int
    canon_version: int

    def parsed_bible(self) -> Bible:
        """The bible as a model."""
        return Bible.model_validate(self.bible)


@dataclass(frozen=True)
class EpisodeRecord:
    """One hour's episode as it stands, without its plan.

    Attributes:
        take: The current plan's take; 0 when there is no plan.
        title: The current plan's title; empty when there is no plan.
        film_take: The current film's take; 0 when there is none.
        seconds: Length of the film; None when there is none.
        reason: Why it is stale, skipped or withdrawn, or the sentence of its failure.
        failed_component: What failed; empty unless the state is failed.
    """

    series_id: str
    number: int
    hour: datetime
    state: EpisodeState
    filler: bool
    take: int
    title: str
    film_take: int
    seconds: float | None
    reason: str
    failed_component: str
    planned_at: datetime | None
    produced_at: datetime | None
    retired_at: datetime | None
    updated_at: datetime


@dataclass(frozen=True)
class LedgerEntry:
    """One line of the ledger."""

    entry_id: int
    entry: EntryToAdd
    at: datetime


@dataclass(frozen=True)
class PlanRecord:
    """A plan with its provenance."""

    plan: EpisodePlan
    take: int
    director: str
    model: str
    prompt_hash: str
    findings: tuple[Mapping[str, Any], ...]
    planned_at: datetime


@dataclass(frozen=True)
class MediaRecord:
    """A file on record; `media_id` is what addresses show."""

    media_id: int
    media: MediaToSave
    created_at: datetime


@dataclass(frozen=True)
class SceneRecord:
    """A scene as it stands; what happens in it is in the plan."""

    series_id: str
    number: int
    slot: int
    scene_number: int
    state: SceneState
    take: int
    place: str
    cast: tuple[str, ...]
    provider: str
    seconds: float | None
    loudness_lufs: float | None
    media: MediaRecord | None
    updated_at: datetime


@dataclass(frozen=True)
class LibraryRow:
    """One line of `anigen library`."""

    number: int
    hour: datetime
    title: str
    state: EpisodeState
    film_key: str | None
    seconds: float | None
    sha256: str | None
    cost_usd: Decimal


@dataclass(frozen=True)
class SnapshotRecord:
    """One link of the chain.

    Attributes:
        position: 1 for genesis, then one more each, in order of retirement.
        state_digest: On every 128th link: sum over all standing facts (a checkpoint); else None.
        facts_count: On a checkpoint: how many facts stood.
    """

    series_id: str
    position: int
    kind: str
    number: int
    hour_key: str
    digest: str
    parent_digest: str
    changes_count: int
    at: datetime
    state_digest: str | None = None
    facts_count: int | None = None


@dataclass(frozen=True)
class ChainFault:
    """The first thing that does not verify.

    Attributes:
        table: `canon_snapshots`, `canon_changes` or `canon_facts`.
        position: The link at which it shows.
        sentence: What was expected and what was found.
    """

    table: str
    position: int
    number: int
    sentence: str


@dataclass(frozen=True)
class Outline:
    """What an episode's plan is told by.

    Attributes:
        scenes: Place and summary by slot.
    """

    title: str
    scenes: Mapping[int, tuple[str, str]]


@dataclass(frozen=True)
class HistoricFact:
    """A fact with its validity in story time; `valid_to` is exclusive, None while it stands."""

    subject: str
    attribute: str
    value: str
    valid_from: int
    valid_to: int | None
    scene: int
    position: int


@dataclass(frozen=True)
class LogRecord:
    """A line on record."""

    log_id: int
    log: LogToAdd


@dataclass(frozen=True)
class DatabaseUrls:
    """Where the databases are; all carry credentials and are never shown.

    Attributes:
        anigen: For `Database.connect` and `migrate`.
        dagster_psycopg2: For dagster.yaml.
        viewer: Read-only.
        embedded: Whether the server is ours.
    """

    anigen: str
    dagster_psycopg2: str
    viewer: str
    embedded: bool

    def __repr__(self) -> str:
        """Without credentials."""
        return f"DatabaseUrls(embedded={self.embedded})"

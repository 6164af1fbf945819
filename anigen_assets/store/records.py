"""What repositories take and give back: frozen values, no rows, no sessions.

Names ending in `ToSave` or `ToAdd` go in; the others come out. Numbers are episode numbers, slots are 1-based
scene positions, times are timezone-aware UTC, digests are 64 hex digits, money is Decimal in USD.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from anigen_assets.story.bible import Bible
from anigen_assets.story.changes import Change
from anigen_assets.story.plan import EpisodePlan

EntryKind = Literal["estimate", "quote", "reserve", "settle", "release", "actual"]
"""Estimates and quotes are words; the other four move money. See `LedgerRepository`."""
MediaKind = str
"""`film`, `vtt`, `poster`, `thumbnail`, `manifest`, `scene`, `sheet`, ..."""
SceneState = Literal["planned", "made", "failed"]
ContextLevel = Literal["scene", "episode", "arc", "season"]
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
class EntryToAdd:
    """One line of the ledger to be.

    Attributes:
        key: Tells entries of one hour and kind apart; the same (series, number, kind, key) is added once.
        quantity: How many of `unit`; None when that has no meaning.
        unit_price_usd: Price of one unit; None when unknown or without meaning.
        amount_usd: Signed; at most six decimal places.
    """

    series_id: str
    number: int
    kind: EntryKind
    key: str
    amount_usd: Decimal
    provider: str
    model: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    unit_price_usd: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class LedgerEntry:
    """One line of the ledger."""

    entry_id: int
    entry: EntryToAdd
    at: datetime


@dataclass(frozen=True)
class PlanToSave:
    """A plan that was accepted.

    Attributes:
        take: 1 for an hour's first plan, then one more each; see `EpisodeRepository.next_take`.
        prompt_hash: sha256 hex of everything the director was given.
        findings: Warnings on record, as JSON values.
        entries: Ledger entries to add in the same transaction (estimates, quotes, the director's cost).
    """

    series_id: str
    plan: EpisodePlan
    take: int
    director: str
    model: str
    prompt_hash: str
    findings: tuple[Mapping[str, Any], ...] = ()
    entries: tuple[EntryToAdd, ...] = ()


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
class MediaToSave:
    """A stored file.

    Attributes:
        key: The media store's key, unique in the series.
        bytes: Size.
        seconds: Length of what plays; None for pictures and text.
        facts: Codec facts, as JSON values. Files of one format share one copy: leave out what differs
            from file to file (size, digest, length, key frames).
        number: Episode number; 0 for what belongs to no episode, e.g. a character sheet.
        slot: Scene slot; 0 for the whole episode.
    """

    series_id: str
    key: str
    kind: MediaKind
    sha256: str
    bytes: int
    seconds: float | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0
    slot: int = 0
    take: int = 1


@dataclass(frozen=True)
class MediaRecord:
    """A file on record; `media_id` is what addresses show."""

    media_id: int
    media: MediaToSave
    created_at: datetime


@dataclass(frozen=True)
class SceneToSave:
    """A finished or failed scene.

    Attributes:
        take: The scene's own take, one more with every re-roll.
        media: The scene's film; None when it failed.
        loudness_lufs: Integrated loudness; None when not measured.
    """

    series_id: str
    number: int
    slot: int
    take: int
    state: SceneState
    provider: str
    media: MediaToSave | None = None
    seconds: float | None = None
    loudness_lufs: float | None = None


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
class FilmToSave:
    """A finished episode: its files, of which `film` is required."""

    series_id: str
    number: int
    take: int
    seconds: float
    film: MediaToSave
    vtt: MediaToSave | None = None
    poster: MediaToSave | None = None
    thumbnail: MediaToSave | None = None
    manifest: MediaToSave | None = None

    def files(self) -> tuple[MediaToSave, ...]:
        """All files that exist."""
        every = (self.film, self.vtt, self.poster, self.thumbnail, self.manifest)
        return tuple(f for f in every if f is not None)


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
class Summary:
    """A piece of the pyramid of summaries; `slot` is 0 above the scene level."""

    series_id: str
    level: ContextLevel
    first_number: int
    last_number: int
    text: str
    slot: int = 0


@dataclass(frozen=True)
class LogToAdd:
    """A line of `generation_logs`; number and slot are 0 when it concerns no episode or scene."""

    series_id: str
    at: datetime
    level: str
    component: str
    message: str
    number: int = 0
    slot: int = 0
    fields: Mapping[str, Any] = field(default_factory=dict)


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

"""What repositories are given to keep: frozen values.

Numbers are episode numbers, slots are 1-based scene positions, times are timezone-aware UTC, digests are 64 hex
digits, money is Decimal in USD. `records` has what comes out, and these names too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from anigen_assets.story.plan import EpisodePlan

EntryKind = Literal["estimate", "quote", "reserve", "settle", "release", "actual"]
"""Estimates and quotes are words; the other four move money. See `LedgerRepository`."""
MediaKind = str
"""`film`, `vtt`, `poster`, `thumbnail`, `manifest`, `scene`, `sheet`, ..."""
SceneState = Literal["planned", "made", "failed"]
ContextLevel = Literal["scene", "episode", "arc", "season", "saga", "age", "aeon"]


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
class Summary:
    """A piece of the pyramid of summaries; the scenes of an episode are one piece, a line each."""

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

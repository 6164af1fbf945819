"""The doctor's examinations: each looks at one thing and says one sentence."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from anigen_assets.clock import SystemClock
from anigen_assets.errors import AniGenError
from anigen_assets.services.application import Application, open_application
from anigen_assets.settings import Settings
from anigen_assets.store.about import describe
from anigen_assets.story.bible_file import load_bible
from anigen_assets.studio import skia_library
from anigen_assets.studio.film.capabilities import missing_codecs

FREE_BYTES = 2 * 1024**3
"""Room for about 80 episodes at 720p (25 MB each, measured)."""
Examination = Callable[[Application], str]
"""Says one sentence, or raises an AniGenError with it."""
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's report."""

    name: str
    ok: bool
    sentence: str


def examine(settings: Settings, further: Mapping[str, Examination] | None = None) -> tuple[Finding, ...]:
    """Runs every examination; none of them raises, none changes the story.

    Args:
        further: Examinations of the caller that need the open application.
    """
    plain: dict[str, Callable[[], str]] = {
        "python": _python,
        "clock": _clock,
        "bible": lambda: _bible(settings),
        "disk": lambda: _disk(settings),
        "storage": lambda: _storage(settings),
        "graphics library": _graphics,
        "codecs": _codecs,
        "providers": lambda: _providers(settings),
    }
    findings = [_look(name, examination) for name, examination in plain.items()]
    try:
        app = open_application(settings)
    except AniGenError as error:
        return (*findings, Finding("database", False, str(error)))
    try:
        with_database: dict[str, Examination] = {
            "database": _database,
            "migrations": _migrations,
            "roles": _roles,
            "canon": _canon,
            **(further or {}),
        }
        findings += [_look(name, lambda e=e: e(app)) for name, e in with_database.items()]  # type: ignore[misc]
    finally:
        app.close()
        app.release_server()
    return tuple(findings)


def _look(name: str, examination: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, examination())
    except AniGenError as error:
        return Finding(name, False, str(error))


def _python() -> str:
    version = ".".join(map(str, sys.version_info[:3]))
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise AniGenError(f"Python {version} is not supported: use 3.11, 3.12 or 3.13.")
    return f"Python {version}"


def _clock() -> str:
    now = SystemClock().now()
    if now < EARLIEST:
        raise AniGenError(
            f"The clock says {now:%Y-%m-%d %H:%M} UTC, which cannot be: set the machine's clock."
        )
    return f"{now:%Y-%m-%d %H:%M:%S} UTC"


def _bible(settings: Settings) -> str:
    loaded = load_bible(settings.series)
    return f"{loaded.bible.title}: {len(loaded.bible.cast)} people, {len(loaded.bible.places)} places ({loaded.source})"


def _disk(settings: Settings) -> str:
    """Of the home, and of the films' folder, which may be a disk of its own."""
    free = {
        folder: shutil.disk_usage(_existing(folder)).free
        for folder in (settings.media_path, settings.home_path)
    }
    folder = min(free, key=lambda each: free[each])
    if free[folder] < FREE_BYTES:
        raise AniGenError(
            f"Only {free[folder] / 1024**2:,.0f} MB are free for {folder}: make room for at least 2 GB."
        )
    return f"{free[folder] / 1024**3:,.1f} GB free for {folder}"


def _storage(settings: Settings) -> str:
    try:
        settings.media_path.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=settings.media_path):
            return f"{settings.media_path} can be written"
    except OSError as error:
        raise AniGenError(
            f"{settings.media_path} cannot be written ({error.strerror}): set ANIGEN_HOME to another folder."
        ) from None


def _graphics() -> str:
    skia_library.load()
    return "skia can draw (libGL and libEGL are there)"


def _codecs() -> str:
    missing = missing_codecs()
    if missing:
        raise AniGenError(
            f"The FFmpeg in PyAV lacks {', '.join(missing)}: reinstall the `av` package from PyPI."
        )
    return "H.264, AAC and WebVTT can be written"


def _providers(settings: Settings) -> str:
    chosen = f"director {settings.director}, video {settings.video}, images {settings.images}"
    return f"{chosen}: no key is needed, nothing is paid"


def _database(app: Application) -> str:
    return describe(app.database)


def _migrations(app: Application) -> str:
    from anigen_assets.store.migrate import current, head

    have, want = current(app.urls.anigen), head()
    if have != want:
        raise AniGenError(f"The schema is at {have}, not {want}: start `anigen up` or `anigen make` once.")
    return f"schema {have}"


def _roles(app: Application) -> str:
    from anigen_assets.store.roles import missing_roles

    missing = missing_roles(app.urls.anigen)
    if missing:
        raise AniGenError(
            f"The roles {', '.join(missing)} are missing: have an administrator create them, "
            "or let the database user create roles."
        )
    return "owner, writer and read-only viewer"


def _canon(app: Application) -> str:
    with app.database.unit_of_work() as uow:
        series = uow.series.get(app.series_id)
    if series is None:
        return f"{app.series_id} has not begun"
    return f"{series.frontier} hours told, head {series.head_digest[:16]}"


def _existing(path: Path) -> Path:
    while not path.exists():
        path = path.parent
    return path

"""A home folder whose hours are made by real processes of `anigen make`, and what they leave in it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg

from anigen_assets.store.embedded import EmbeddedPostgres
from anigen_tests.e2e.processes import Started, bare_environment, cut_the_power, running, traces_of
from anigen_tests.show import hour

SECONDS = 180.0
"""Ample for a few hours on a machine with much else to do."""


@dataclass(frozen=True)
class Made:
    """What making hours came to.

    Attributes:
        episodes: Hour, title, state and the film's sha256 of each.
        digest: The head of canon's chain.
        files: sha256 by name below the media folder.
    """

    episodes: list[tuple[str, str, str, str]]
    digest: str
    files: dict[str, str]


@dataclass(frozen=True)
class Home:
    """A home with its own environment: the slate studio at 480p, and the embedded server unless another is named."""

    folder: Path
    environment: dict[str, str]
    patience_seconds: float = SECONDS

    @property
    def media(self) -> Path:
        """Where the films are."""
        return self.folder / "media"

    def anigen(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a command to its end."""
        return subprocess.run(
            ["anigen", *words],
            env=self.environment,
            cwd=self.folder.parent,
            capture_output=True,
            text=True,
            check=False,
            timeout=self.patience_seconds,
        )

    def make(self, hours: int, *options: str) -> subprocess.CompletedProcess[str]:
        """Makes the first hours."""
        return self.anigen(*making(hours), *options)

    @contextlib.contextmanager
    def under_way(self, hours: int, log: str = "make.log") -> Iterator[Started]:
        """The same, while the test does something to it."""
        command = ["anigen", *making(hours)]
        path = self.folder.parent / log
        with running("anigen make", command, self.environment, path, self.folder.parent) as started:
            yield started

    def scenes(self) -> list[Path]:
        """Finished films of scenes."""
        return sorted(self.media.glob("*/*/scene_*.mp4"))

    def films(self) -> list[Path]:
        """Finished films of episodes."""
        return sorted(self.media.glob("*/*/*.film.mp4"))

    def half_written(self) -> list[Path]:
        """Whatever is not a finished file."""
        return [*(self.media / ".staging").glob("*"), *self.media.rglob("*.part")]

    def drawing(self) -> list[int]:
        """Processes that draw scenes."""
        found = []
        for process in traces_of(self.folder):
            with contextlib.suppress(psutil.NoSuchProcess):  # it ends at this very moment
                if "anigen_assets.studio.worker" in process.cmdline():
                    found.append(process.pid)
        return found

    def made(self) -> Made:
        """What stands here now."""
        library = _document(self.anigen("library", "--json"))["episodes"]
        chain = _document(self.anigen("canon", "verify", "--json"))
        assert chain["intact"]
        rows = [(e["hour"], e["title"], e["state"], e["sha256"]) for e in library]
        return Made(rows, chain["digest"], files_of(self.media))

    def unfinished_business(self) -> dict[str, int]:
        """Runs that Dagster holds for alive, and locks that somebody holds; of the embedded server."""
        server = EmbeddedPostgres(self.folder)
        server.start()
        try:
            with psycopg.connect(server.url("dagster", driver=None)) as connection:
                runs = _count(connection, "SELECT count(*) FROM runs WHERE status IN ('STARTED', 'STARTING')")
            with psycopg.connect(server.url("anigen", driver=None)) as connection:
                locks = _count(connection, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        finally:
            server.stop()
        return {"runs": runs, "locks": locks}


def making(hours: int) -> list[str]:
    """The words of `anigen make` for the first hours."""
    return ["make", "--from", hour(1), "--hours", str(hours)]


@contextlib.contextmanager
def fresh_home(folder: Path, **settings: str) -> Iterator[Home]:
    """An empty home; whatever still works in it at the end is killed."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = {"ANIGEN_VIDEO": "slate", "ANIGEN_QUALITY": "480p", "ANIGEN_HOME": str(folder)} | settings
    try:
        yield Home(folder, bare_environment(**chosen))
    finally:
        cut_the_power(folder)


def files_of(media: Path) -> dict[str, str]:
    """sha256 of every file in a media folder, by name."""
    return {
        str(path.relative_to(media)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(media.rglob("*"))
        if path.is_file()
    }


def _document(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _count(connection: psycopg.Connection, statement: str) -> int:
    row = connection.execute(statement).fetchone()
    assert row is not None
    return int(row[0])

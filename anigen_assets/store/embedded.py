"""The embedded PostgreSQL: a server of our own in the home folder, shared by all our processes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Driver = Literal["psycopg", "psycopg2"]


class EmbeddedPostgres:
    """The server under a home folder. Outlives a killed owner; the next start takes it over."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def start(self) -> None:
        """Makes sure the server runs and the databases `anigen` and `dagster` exist. Idempotent."""
        raise NotImplementedError

    def url(self, database: str = "anigen", driver: Driver | None = "psycopg") -> str:
        """SQLAlchemy address of a database; driver None gives a plain one for psql."""
        raise NotImplementedError

    def stop(self, if_unused: bool = True) -> None:
        """Lets go of the server, and stops it unless another live process uses it."""
        raise NotImplementedError

"""Schema versions: upgrade on start under a lock, downgrade and questions."""

from __future__ import annotations


def upgrade(url: str) -> None:
    """Brings the database to the newest schema; safe when several processes start at once."""
    raise NotImplementedError


def downgrade(url: str, revision: str) -> None:
    """Goes back to a revision; `base` removes everything."""
    raise NotImplementedError


def current(url: str) -> str | None:
    """The database's revision; None when it is empty."""
    raise NotImplementedError


def head() -> str:
    """The newest revision."""
    raise NotImplementedError


def is_current(url: str) -> bool:
    """Whether the database has the newest schema."""
    raise NotImplementedError

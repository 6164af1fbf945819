"""What the database refuses or cannot do, in the words of our one tree of errors."""

from __future__ import annotations

from typing import Any

import psycopg
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from anigen_assets.errors import (
    AniGenError,
    DatabaseUnavailableError,
    DiskFullError,
    StateError,
    TransientError,
    UsageError,
)

_BY_STATE: dict[str, tuple[type[AniGenError], str]] = {
    "AG001": (StateError, "The database refused it: {words}."),  # raised by our triggers
    "53100": (
        DiskFullError,
        "The disk of PostgreSQL at {where} is full: make room, nothing was half written.",
    ),
    "55P03": (TransientError, "PostgreSQL at {where} waited too long for a lock: try again."),
    "40P01": (TransientError, "Two processes waited for each other on PostgreSQL at {where}: try again."),
    "40001": (TransientError, "A transaction clashed with another on PostgreSQL at {where}: try again."),
    "57014": (TransientError, "A statement on PostgreSQL at {where} took too long and was ended: try again."),
    "22021": (UsageError, "A text holds a character that PostgreSQL cannot keep ({words})."),
    "22P05": (UsageError, "A text holds a character that PostgreSQL cannot keep ({words})."),
}
_LOST = "The connection to PostgreSQL at {where} was lost ({words}): try again."
_GONE = ("08", "57P", "53")
"""Classes of SQLSTATE for lost connections, shutdowns and exhausted servers."""


def translated(error: BaseException, where: str) -> AniGenError | None:
    """The error to raise instead, or None when it is a fault in our own program.

    Args:
        error: What came out of a driver or SQLAlchemy.
        where: Server and database, without credentials.
    """
    if isinstance(error, PoolTimeoutError):
        return DatabaseUnavailableError(
            f"All connections to PostgreSQL at {where} are in use: try again shortly."
        )
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error) and not isinstance(error, DBAPIError):
        return None
    # psycopg2, which Dagster's storage speaks, has another name for it.
    state = getattr(cause, "sqlstate", None) or getattr(cause, "pgcode", None) or ""
    words = _first_line(cause)
    if state in _BY_STATE:
        kind, sentence = _BY_STATE[state]
        return kind(sentence.format(where=where, words=words))
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    failed = isinstance(error, OperationalError) or isinstance(cause, psycopg.OperationalError)
    if lost or state.startswith(_GONE) or (failed and not state):
        return DatabaseUnavailableError(_LOST.format(where=where, words=words))
    return None


def refuse_nul(value: Any, what: str) -> None:
    """Refuses text with a NUL character, anywhere inside a JSON-like value.

    Raises:
        UsageError: Naming what it was found in.
    """
    if isinstance(value, str):
        if "\x00" in value:
            raise UsageError(f"{what} holds a NUL character, which PostgreSQL cannot keep: remove it.")
    elif isinstance(value, dict):
        for key, inner in value.items():
            refuse_nul(key, what)
            refuse_nul(inner, what)
    elif isinstance(value, list | tuple):
        for inner in value:
            refuse_nul(inner, what)


def _first_line(error: BaseException | None) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")

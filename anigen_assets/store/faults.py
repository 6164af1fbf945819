"""What the database refuses or cannot do, in the words of our one tree of errors."""

from __future__ import annotations

from typing import Any

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from anigen_assets.errors import (
    AniGenError,
    DatabaseUnavailableError,
    DiskFullError,
    StateError,
    TransientError,
    UsageError,
)

APPEND_ONLY = "AG001"
"""Raised by our triggers."""
_RETRY = {
    "55P03": "a lock was not free in time",
    "40P01": "two processes waited for each other",
    "40001": "it clashed",
}
_SLOW = "57014"
_DISK_FULL = "53100"
_BAD_TEXT = frozenset({"22021", "22P05"})
_GONE = ("08", "57P", "53")
"""Classes of SQLSTATE for lost connections, shutdowns and exhausted servers."""


def translated(error: BaseException, where: str) -> AniGenError | None:
    """The error to raise instead, or None when it is a fault in our own program.

    Args:
        error: What came out of the driver or SQLAlchemy.
        where: Server and database, without credentials.
    """
    if isinstance(error, PoolTimeoutError):
        return DatabaseUnavailableError(
            f"All connections to PostgreSQL at {where} are in use: try again shortly."
        )
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return None
    state = cause.sqlstate or ""
    words = _first_line(cause)
    if state == APPEND_ONLY:
        return StateError(f"The database refused it: {words}.")
    if state == _DISK_FULL:
        return DiskFullError(
            f"The disk of PostgreSQL at {where} is full: make room, nothing was half written."
        )
    if state in _RETRY:
        return TransientError(
            f"PostgreSQL at {where} gave up a transaction because {_RETRY[state]}: try again."
        )
    if state == _SLOW:
        return TransientError(f"A statement on PostgreSQL at {where} took too long and was ended: try again.")
    if state in _BAD_TEXT:
        return UsageError(f"A text holds a character that PostgreSQL cannot keep ({words}).")
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    if lost or state.startswith(_GONE) or (isinstance(cause, psycopg.OperationalError) and not state):
        return DatabaseUnavailableError(
            f"The connection to PostgreSQL at {where} was lost ({words}): try again."
        )
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


def _first_line(error: psycopg.Error) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")

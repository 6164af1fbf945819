"""How a fresh connection is set up: bounded waits for writers, nothing but reading for viewers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import psycopg

from anigen_assets.store.roles import VIEWER, VIEWER_TIMEOUT

STATEMENT_TIMEOUT = "60s"
LOCK_TIMEOUT = "30s"
IDLE_TIMEOUT = "120s"
"""A transaction that a stopped process left open gives its locks back after this."""

WRITER = (
    f"SET timezone = 'UTC'; SET statement_timeout = '{STATEMENT_TIMEOUT}'; SET lock_timeout = '{LOCK_TIMEOUT}'; "
    f"SET idle_in_transaction_session_timeout = '{IDLE_TIMEOUT}'"
)
READER = (
    f"SET timezone = 'UTC'; SET default_transaction_read_only = on; SET statement_timeout = '{VIEWER_TIMEOUT}'; "
    f"SET idle_in_transaction_session_timeout = '{VIEWER_TIMEOUT}'"
)
MAY_VIEW = """
SELECT 1 FROM pg_roles WHERE rolname = %(role)s AND rolname <> current_user
AND pg_has_role(current_user, oid, 'MEMBER') AND has_table_privilege(oid, to_regclass('view_schema'), 'SELECT')
"""


def setup_writer(connection: psycopg.Connection[Any], _record: object) -> None:
    """Times in UTC, no endless waits."""
    _run(connection, WRITER)


def setup_reader(connection: psycopg.Connection[Any], _record: object) -> None:
    """Read-only, short, and as the viewer's role where that exists and we belong to it."""
    _run(connection, READER)
    connection.autocommit = True
    if connection.execute(MAY_VIEW, {"role": VIEWER}).fetchone():
        with suppress(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"SET ROLE {VIEWER}")
    connection.autocommit = False


def _run(connection: psycopg.Connection[Any], statements: str) -> None:
    connection.autocommit = True  # outside a transaction, so that a rollback does not take it back
    connection.execute(statements)
    connection.autocommit = False

"""Who may do what: group roles for owner, writer and viewer, and the viewer's login on the embedded server.

Roles belong to the whole server, grants to one database. A user who may not make roles goes on without them;
`missing_roles` lets the doctor say so. The functions take an autocommit connection.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import psycopg
from psycopg import sql

from anigen_assets.store.server import open_connection, parse_url

OWNER, WRITER, VIEWER = "anigen_owner", "anigen_writer", "anigen_viewer"
VIEWER_LOGIN = "anigen_watch"
VIEWER_TIMEOUT = "5s"
VIEWER_CONNECTIONS = 40

APPEND_ONLY_TABLES = ("plans", "plan_dictionaries", "canon_changes", "canon_snapshots", "ledger_entries")
"""The writer adds and reads; a trigger refuses everything else to everybody."""
CLOSABLE_TABLES = ("canon_facts",)
"""The writer may also end a row's validity."""

_REFUSED = (
    psycopg.errors.InsufficientPrivilege,
    psycopg.errors.InvalidGrantOperation,
    psycopg.errors.UndefinedObject,
)
"""What a user who may not make or grant roles is told."""
_LATER = (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation, psycopg.errors.InternalError)
"""What is raised when another process makes the same role at the same moment."""


def ensure_group_roles(connection: psycopg.Connection) -> bool:
    """Makes the three group roles when they are missing, and joins the owner's.

    Returns:
        Whether all three exist now.
    """
    for role in missing_group_roles(connection):
        _allowed(partial(_do, connection, "CREATE ROLE {} NOLOGIN", role))
        _allowed(partial(_do, connection, "GRANT {} TO CURRENT_USER", role))
    return not missing_group_roles(connection)


def ensure_viewer_login(connection: psycopg.Connection) -> None:
    """Makes the login with which the viewer reads the embedded server: read-only, short statements, few connections."""
    if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (VIEWER_LOGIN,)).fetchone():
        return
    login, limit = sql.Identifier(VIEWER_LOGIN), sql.Literal(VIEWER_CONNECTIONS)
    with suppress(*_LATER), connection.transaction():
        connection.execute(
            sql.SQL("CREATE ROLE {} LOGIN CONNECTION LIMIT {} IN ROLE {}").format(
                login, limit, sql.Identifier(VIEWER)
            )
        )
        connection.execute(sql.SQL("ALTER ROLE {} SET default_transaction_read_only = on").format(login))
        connection.execute(
            sql.SQL("ALTER ROLE {} SET statement_timeout = {}").format(login, sql.Literal(VIEWER_TIMEOUT))
        )


def missing_group_roles(connection: psycopg.Connection) -> list[str]:
    """Group roles that the server does not have."""
    rows = connection.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'anigen%'").fetchall()
    have = {name for (name,) in rows}
    return [role for role in (OWNER, WRITER, VIEWER) if role not in have]


def missing_roles(url: str) -> list[str]:
    """Group roles that the server of an address does not have; for the doctor."""
    with open_connection(parse_url(url, None)) as connection:
        return missing_group_roles(connection)


def apply_grants(connection: psycopg.Connection) -> None:
    """Gives each role its rights on everything in the database. Idempotent; run after every upgrade.

    What this user may not grant is left as it is.
    """
    if missing_group_roles(connection):
        return
    tables = _names(connection, "r")
    views = _names(connection, "v")
    _allowed(lambda: _grant(connection, tables, views))
    _allowed(lambda: _hand_over(connection, tables + views))


def _grant(connection: psycopg.Connection, tables: list[str], views: list[str]) -> None:
    with connection.transaction():
        for role in (OWNER, WRITER, VIEWER):
            _do(connection, "GRANT USAGE ON SCHEMA public TO {}", role)
        _do(connection, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}", WRITER)
        for table in tables:
            rights = "SELECT, INSERT, UPDATE, DELETE"
            if table in APPEND_ONLY_TABLES:
                rights = "SELECT, INSERT"
            elif table in CLOSABLE_TABLES:
                rights = "SELECT, INSERT, UPDATE"
            elif table == "alembic_version":
                rights = "SELECT"
            _do(connection, f"GRANT {rights} ON {{}} TO {{}}", table, WRITER)
        for view in views:
            _do(connection, "GRANT SELECT ON {} TO {}", view, WRITER)
            _do(connection, "GRANT SELECT ON {} TO {}", view, VIEWER)


def _hand_over(connection: psycopg.Connection, relations: list[str]) -> None:
    # Any member of the owner's role can then run the next migration.
    with connection.transaction():
        _do(connection, "GRANT CREATE ON SCHEMA public TO {}", OWNER)
        for relation in relations:
            _do(connection, "ALTER TABLE {} OWNER TO {}", relation, OWNER)


def _names(connection: psycopg.Connection, kind: str) -> list[str]:
    rows = connection.execute(
        "SELECT relname FROM pg_class WHERE relkind = %s AND relnamespace = 'public'::regnamespace"
        " AND pg_has_role(relowner, 'MEMBER') ORDER BY relname",
        (kind,),
    ).fetchall()
    return [name for (name,) in rows]


def _do(connection: psycopg.Connection, statement: str, *names: str) -> None:
    connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _allowed(action: Callable[[], object]) -> None:
    with suppress(*_REFUSED, *_LATER):
        action()
